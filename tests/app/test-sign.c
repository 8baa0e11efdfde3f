/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing in the window: with a key of this computer that is made on the way, and on paper. Runs on
 * a screen of its own. */

#include "hs-application.h"
#include "hs-key.h"
#include "hs-locale.h"
#include "hs-sign-dialog.h"
#include "hs-sign.h"
#include "life-world.h"
#include "store-wait.h"

#define PASSPHRASE "een lange wachtzin"

typedef struct
{
  Life life;
  HsContext *context;
  HsDossierEditor *editor;
  GtkWidget *dialog; /* NULL when it is closed */
} Desk;

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  hs_context_open_finish (HS_CONTEXT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static GtkWidget *
part (Desk *desk, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (desk->dialog, HS_TYPE_SIGN_DIALOG, name));
}

static void
write_into (Desk *desk, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (part (desk, name)), text);
}

static void
press_sign (Desk *desk)
{
  g_signal_emit_by_name (part (desk, "sign"), "clicked");
}

/* What the dialog says is wrong, NULL when nothing is. */
static const char *
problem (Desk *desk)
{
  GtkWidget *label = part (desk, "problem");

  return gtk_widget_get_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

/* The dialog as @actor sees it who opens it to sign in @role. */
static void
open_dialog (Desk *desk, const HsActor *actor, HsSigner role)
{
  hs_context_set_actor (desk->context, actor);
  desk->dialog = hs_sign_dialog_new (NULL, desk->editor, (int) role);
  g_object_add_weak_pointer (G_OBJECT (desk->dialog), (gpointer *) &desk->dialog);
  gtk_window_present (GTK_WINDOW (desk->dialog));
}

/* An agreement of an adult that is out for signature, open in the window; @prepare (nullable) adds
 * to the file before. */
static void
desk_init (Desk *desk, void (*prepare) (Life *life))
{
  gboolean done = FALSE;
  g_autofree char *path = NULL;

  *desk = (Desk){ 0 };
  life_init (&desk->life, hs_day (2008, 4, 3), HS_RECOGNITION_STATUS_VERIFIED);
  life_to_out (&desk->life);
  if (prepare != NULL)
    prepare (&desk->life);
  g_setenv ("HANDSLAG_TEST_FILES", desk->life.folder, TRUE);
  path = g_strdup (hs_store_path (desk->life.store));
  g_clear_pointer (&desk->life.store, hs_store_close);
  desk->context = hs_context_new (NULL, hs_clock_fixed (LIFE_NOW));
  hs_context_open_async (desk->context, path, 0, opened, &done);
  WAIT_UNTIL (done);
  hs_context_set_actor (desk->context, desk->life.learner);
  desk->editor = hs_dossier_editor_new (desk->context, desk->life.agreement);
  WAIT_UNTIL (hs_dossier_editor_dossier (desk->editor) != NULL);
}

/* Closes all and opens the file as it was left, to look at. */
static HsDossier *
desk_close (Desk *desk)
{
  if (desk->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (desk->dialog));
  WAIT_UNTIL (desk->dialog == NULL && !hs_context_is_busy (desk->context));
  g_clear_object (&desk->editor);
  g_assert_finalize_object (g_steal_pointer (&desk->context));
  desk->life.store = hs_test_store (desk->life.folder);
  life_set_today (&desk->life, LIFE_TODAY);
  return life_load (&desk->life);
}

static void
remove_key (const HsActor *owner)
{
  g_autofree char *path = hs_sign_key_path (owner->uid);

  g_remove (path);
}

/* The first time a key is made, under a passphrase that is typed twice; the second time it is
 * opened, and a wrong passphrase signs nothing. */
static void
test_by_key (void)
{
  Desk desk;
  g_autoptr (HsDossier) dossier = NULL;
  HsSigning signing;

  desk_init (&desk, NULL);
  open_dialog (&desk, desk.life.learner, HS_SIGNER_STUDENT);
  g_assert_true (gtk_widget_get_visible (part (&desk, "again_box")));
  write_into (&desk, "passphrase", "kort");
  press_sign (&desk);
  g_assert_cmpstr (problem (&desk), ==, "De wachtzin heeft ten minste acht tekens.");
  write_into (&desk, "passphrase", PASSPHRASE);
  write_into (&desk, "again", "een andere wachtzin");
  press_sign (&desk);
  g_assert_cmpstr (problem (&desk), ==, "De twee wachtzinnen zijn niet gelijk.");
  write_into (&desk, "again", PASSPHRASE);
  press_sign (&desk);
  WAIT_UNTIL (desk.dialog == NULL);

  open_dialog (&desk, desk.life.teacher, HS_SIGNER_SCHOOL);
  write_into (&desk, "passphrase", PASSPHRASE);
  write_into (&desk, "again", PASSPHRASE);
  press_sign (&desk);
  WAIT_UNTIL (desk.dialog == NULL);
  open_dialog (&desk, desk.life.teacher, HS_SIGNER_HOST);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (part (&desk, "by_key")), TRUE);
  g_assert_false (gtk_widget_get_visible (part (&desk, "again_box")));
  write_into (&desk, "passphrase", "niet mijn wachtzin");
  press_sign (&desk);
  WAIT_UNTIL (desk.dialog == NULL || problem (&desk) != NULL);
  g_assert_nonnull (strstr (problem (&desk), "achtzin"));
  write_into (&desk, "passphrase", PASSPHRASE);
  press_sign (&desk);
  WAIT_UNTIL (problem (&desk) != NULL && strstr (problem (&desk), "tekenbevoegd") != NULL);

  dossier = desk_close (&desk);
  hs_signing_read (dossier, &signing);
  g_assert_cmpuint (signing.done, ==, 1u << HS_SIGNER_STUDENT | 1u << HS_SIGNER_SCHOOL);
  g_assert_cmpint (hs_record_int (signing.by[HS_SIGNER_STUDENT], HS_SIGNOFF_METHOD), ==,
                   HS_SIGN_METHOD_KEY);
  g_assert_true (hs_record_has (signing.by[HS_SIGNER_STUDENT], HS_SIGNOFF_SIGNATURE));
  remove_key (desk.life.learner);
  remove_key (desk.life.teacher);
  life_clear (&desk.life);
}

/* The learner has a key that was revoked. */
static void
revoke_key (Life *life)
{
  g_autofree char *path = hs_sign_key_path (life->learner->uid);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (HsKey) key = hs_key_new (NULL);
  g_autoptr (HsRecord) record = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (
      hs_key_create_file (key, path, life->learner->uid, PASSPHRASE, &hs_key_cost_least, NULL));
  life_begin (life, life->learner);
  record = hs_sign_key_record (life->store, life->learner, hs_key_get_public (key), TRUE, NULL);
  hs_record_set_int (record, HS_KEY_REVOKED_ON, LIFE_TODAY);
  hs_test_save (life->store, record);
  life_finish (life, TRUE);
}

static void
test_revoked_key (void)
{
  Desk desk;
  g_autoptr (HsDossier) dossier = NULL;

  desk_init (&desk, revoke_key);
  open_dialog (&desk, desk.life.learner, HS_SIGNER_STUDENT);
  write_into (&desk, "passphrase", PASSPHRASE);
  press_sign (&desk);
  WAIT_UNTIL (desk.dialog == NULL || problem (&desk) != NULL);
  g_assert_nonnull (strstr (problem (&desk), "ingetrokken"));
  dossier = desk_close (&desk);
  g_assert_cmpuint (dossier->rows[HS_KIND_SIGNOFF]->len, ==, 0);
  remove_key (desk.life.learner);
  life_clear (&desk.life);
}

/* Somebody at the host whose mandate starts tomorrow. */
static void
add_later_signatory (Life *life)
{
  HsActor *later = NULL;
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_MANDATE);
  g_autoptr (GPtrArray) found = NULL;

  life_begin (life, life->coordinator);
  later = life_person (life, life->world.host, "Later", 1u << HS_ROLE_SIGNATORY, TRUE);
  hs_query_where_int (query, HS_MANDATE_PERSON, HS_OP_EQUAL, later->id);
  found = hs_store_find (life->store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  hs_record_set_int (found->pdata[0], HS_MANDATE_FROM, LIFE_TODAY + 1);
  hs_test_save (life->store, found->pdata[0]);
  life_finish (life, TRUE);
  hs_actor_free (later);
}

static GListModel *
offered (Desk *desk)
{
  GtkWidget *drop = adw_bin_get_child (ADW_BIN (part (desk, "person_bin")));

  return gtk_drop_down_get_model (GTK_DROP_DOWN (drop));
}

static void
choose_scan (Desk *desk, const char *content)
{
  g_autofree char *path = g_build_filename (desk->life.folder, "scan.pdf", NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_signal_emit_by_name (part (desk, "file"), "clicked");
  WAIT_UNTIL (*gtk_label_get_label (GTK_LABEL (part (desk, "file_name"))) != '\0');
}

/* The coordinator records what the host signed on paper: only who has a mandate on that day is
 * offered, and only a scan is taken for one. */
static void
test_on_paper (void)
{
  Desk desk;
  g_autoptr (HsDossier) dossier = NULL;
  HsSigning signing;

  desk_init (&desk, add_later_signatory);
  open_dialog (&desk, desk.life.coordinator, HS_SIGNER_HOST);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (part (&desk, "on_paper"))));
  g_assert_cmpuint (g_list_model_get_n_items (offered (&desk)), ==, 1);
  press_sign (&desk);
  g_assert_cmpstr (problem (&desk), ==, "Vul in wie het papier heeft gezien.");
  write_into (&desk, "witness", "C. Mulder");
  press_sign (&desk);
  g_assert_cmpstr (problem (&desk), ==, "Kies de scan van het papier.");
  choose_scan (&desk, "geen scan");
  press_sign (&desk);
  WAIT_UNTIL (desk.dialog == NULL
              || (problem (&desk) != NULL && strstr (problem (&desk), "PNG") != NULL));
  g_assert_nonnull (desk.dialog);
  choose_scan (&desk, "%PDF-1.7 gescand\n");
  press_sign (&desk);
  WAIT_UNTIL (desk.dialog == NULL);
  dossier = desk_close (&desk);
  hs_signing_read (dossier, &signing);
  g_assert_cmpuint (signing.done, ==, 1u << HS_SIGNER_HOST);
  g_assert_cmpstr (hs_record_text (signing.by[HS_SIGNER_HOST], HS_SIGNOFF_WITNESS), ==,
                   "C. Mulder");
  g_assert_true (hs_record_has (signing.by[HS_SIGNER_HOST], HS_SIGNOFF_ATTACHMENT));
  life_clear (&desk.life);
}

int
main (int argc, char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("handslag-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", data, TRUE); /* keys of an earlier run are none of ours */
  hs_locale_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hs_application_register_resources ();
  g_test_add_func ("/app/sign/by-key", test_by_key);
  g_test_add_func ("/app/sign/revoked-key", test_revoked_key);
  g_test_add_func ("/app/sign/on-paper", test_on_paper);
  return g_test_run ();
}
