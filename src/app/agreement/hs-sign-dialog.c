/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing. The dialog asks only what the chosen way needs. */

#include "hs-sign-dialog.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-help-window.h"
#include "hs-field-row.h"
#include "hs-permission.h"
#include "hs-present.h"
#include "hs-sign-job.h"
#include "hs-signing.h"

#include <glib/gi18n.h>

struct _HsSignDialog
{
  AdwWindow parent_instance;

  HsDossierEditor *editor;
  GArray *people; /* (element-type gint64): ids of the rows of the people */
  GArray *roles; /* (element-type guint): HsSigner of each row of the drop down */
  char *path;
  gint64 person;
  HsKindId person_kind;
  HsDay date;
  gboolean busy;

  GtkWidget *sign;
  GtkLabel *what;
  AdwBin *role_bin;
  GtkCheckButton *by_key;
  GtkCheckButton *on_paper;
  GtkCheckButton *elsewhere;
  GtkWidget *key_box;
  GtkLabel *key_text;
  GtkWidget *passphrase;
  GtkWidget *again_box;
  GtkWidget *again;
  GtkWidget *paper_box;
  AdwBin *person_bin;
  AdwBin *date_bin;
  GtkWidget *witness_label;
  GtkWidget *witness;
  GtkButton *file;
  GtkLabel *file_name;
  GtkLabel *problem;
  GtkWidget *role;
};

G_DEFINE_FINAL_TYPE (HsSignDialog, hs_sign_dialog, ADW_TYPE_WINDOW)

static HsSigner
chosen_role (HsSignDialog *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->role));

  return (HsSigner) g_array_index (self->roles, guint, MIN (selected, self->roles->len - 1));
}

static char *
key_path (HsSignDialog *self)
{
  HsContext *context = hs_dossier_editor_context (self->editor);

  return hs_context_key_path (context, hs_context_actor (context)->uid);
}

static gboolean
has_key (HsSignDialog *self)
{
  g_autofree char *path = key_path (self);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
show_problem (HsSignDialog *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* ---- who signed on paper ---- */

static void
person_selected (HsSignDialog *self)
{
  GtkWidget *drop = adw_bin_get_child (self->person_bin);
  guint selected = drop == NULL ? 0 : gtk_drop_down_get_selected (GTK_DROP_DOWN (drop));

  self->person = selected < self->people->len ? g_array_index (self->people, gint64, selected) : 0;
}

static void
offer (HsSignDialog *self, GtkStringList *names, gint64 id, const char *name)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == id)
      return;
  gtk_string_list_append (names, name);
  g_array_append_val (self->people, id);
}

/* Whoever holds a mandate on the day of signing. */
static void
offer_signatories (HsSignDialog *self, GtkStringList *names, HsSigner role)
{
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  GHashTable *titles = hs_dossier_editor_titles (self->editor);
  HsDay day = self->date != HS_DAY_NONE ? self->date : dossier->facts.today;

  for (guint i = 0; i < dossier->facts.mandates->len; i++)
    {
      HsRecord *mandate = g_ptr_array_index (dossier->facts.mandates, i);
      gint64 person = hs_record_int (mandate, HS_MANDATE_PERSON);
      const char *name = hs_titles_get (titles, HS_KIND_PERSON, person);
      if (name != NULL && hs_permission_has_mandate (dossier, person, role, day))
        offer (self, names, person, name);
    }
}

static void
offer_people (HsSignDialog *self, GtkStringList *names)
{
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  const HsActor *actor = hs_context_actor (hs_dossier_editor_context (self->editor));
  g_autofree char *student = hs_permission_student_name (dossier, actor);

  switch (chosen_role (self))
    {
    case HS_SIGNER_STUDENT:
      self->person_kind = HS_KIND_STUDENT;
      offer (self, names, hs_record_int (dossier->agreement, HS_AGREEMENT_STUDENT), student);
      break;
    case HS_SIGNER_GUARDIAN:
      self->person_kind = HS_KIND_GUARDIAN;
      for (guint i = 0; i < dossier->guardians->len; i++)
        {
          HsRecord *guardian = g_ptr_array_index (dossier->guardians, i);
          g_autofree char *name = hs_record_title (guardian);
          offer (self, names, hs_record_id (guardian), name);
        }
      break;
    case HS_SIGNER_SCHOOL:
    case HS_SIGNER_HOST:
      offer_signatories (self, names, chosen_role (self));
      break;
    }
}

static void
role_changed (HsSignDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 chosen = self->person;
  GtkWidget *drop;

  self->person_kind = HS_KIND_PERSON;
  g_array_set_size (self->people, 0);
  offer_people (self, names);
  drop = hs_a11y_drop_down (G_LIST_MODEL (names), _ ("Who signed?"));
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == chosen)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), i);
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (person_selected), self);
  adw_bin_set_child (self->person_bin, drop);
  person_selected (self);
}

static void
method_changed (HsSignDialog *self)
{
  gboolean key = gtk_check_button_get_active (self->by_key);
  gboolean paper = gtk_check_button_get_active (self->on_paper);

  gtk_widget_set_visible (self->key_box, key);
  gtk_widget_set_visible (self->paper_box, !key);
  gtk_widget_set_visible (self->witness, paper);
  gtk_widget_set_visible (self->witness_label, paper);
  gtk_button_set_label (self->file, paper ? _ ("Choose the scan…") : _ ("Choose the signed PDF…"));
  hs_a11y_label (GTK_WIDGET (self->file), gtk_button_get_label (self->file));
  gtk_label_set_label (
      self->key_text,
      has_key (self)
          ? _ ("You sign with your key. Your passphrase opens it.")
          : _ ("You have no key on this computer yet. Think of a passphrase of at least eight "
               "characters. Handslag makes your key with it. Nobody can find the passphrase "
               "back."));
  gtk_widget_set_visible (self->again_box, !has_key (self));
  show_problem (self, NULL);
}

static void
date_edited (HsFieldRow *row, HsRecord *value, HsSignDialog *self)
{
  self->date = hs_record_has (value, HS_SIGNOFF_DATE)
                   ? (HsDay) hs_record_int (value, HS_SIGNOFF_DATE)
                   : HS_DAY_NONE;
  role_changed (self); /* on another day others may hold a mandate */
}

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsSignDialog) self = user_data;
  g_autoptr (GFile) file = hs_dialog_file_finish (result);

  if (file == NULL)
    return;
  g_free (self->path);
  self->path = g_file_get_path (file);
  gtk_label_set_label (self->file_name, self->path != NULL ? self->path : "");
}

static void
file_clicked (HsSignDialog *self)
{
  hs_dialog_file_async (GTK_WINDOW (self), gtk_button_get_label (self->file), FALSE, "scan.pdf",
                        NULL, NULL, file_chosen, g_object_ref (self));
}

/* ---- signing ---- */

static const char *
what_is_missing (HsSignDialog *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  if (gtk_check_button_get_active (self->by_key))
    {
      if (g_utf8_strlen (passphrase, -1) < 8)
        return _ ("The passphrase has at least eight characters.");
      if (!has_key (self)
          && !g_str_equal (passphrase, gtk_editable_get_text (GTK_EDITABLE (self->again))))
        return _ ("The two passphrases are not the same.");
      return NULL;
    }
  if (self->person == 0)
    return self->people->len > 0 ? _ ("Choose who signed.")
                                 : _ ("Nobody has a mandate on that day. Record first who may "
                                      "sign, under Supervisors.");
  if (self->date == HS_DAY_NONE)
    return _ ("Fill in on which day was signed.");
  if (gtk_check_button_get_active (self->on_paper)
      && *gtk_editable_get_text (GTK_EDITABLE (self->witness)) == '\0')
    return _ ("Fill in who saw the paper.");
  if (self->path == NULL)
    return gtk_check_button_get_active (self->on_paper) ? _ ("Choose the scan of the paper.")
                                                        : _ ("Choose the signed PDF.");
  return NULL;
}

static void
signed_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsSignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  self->busy = FALSE;
  gtk_widget_set_sensitive (self->sign, TRUE);
  if (hs_dossier_editor_run_finish (HS_DOSSIER_EDITOR (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  text = hs_sentence (error->message);
  show_problem (self, text);
  gtk_widget_grab_focus (gtk_check_button_get_active (self->by_key) ? self->passphrase
                                                                    : self->sign);
}

static HsSignJob *
new_job (HsSignDialog *self)
{
  HsSignJob *job = g_new0 (HsSignJob, 1);

  job->role = chosen_role (self);
  job->method = gtk_check_button_get_active (self->by_key)     ? HS_SIGN_METHOD_KEY
                : gtk_check_button_get_active (self->on_paper) ? HS_SIGN_METHOD_PAPER
                                                               : HS_SIGN_METHOD_ELSEWHERE;
  job->date = job->method == HS_SIGN_METHOD_KEY
                  ? hs_context_today (hs_dossier_editor_context (self->editor))
                  : self->date;
  if (job->method == HS_SIGN_METHOD_KEY)
    {
      job->key_path = key_path (self);
      job->passphrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->passphrase)));
      return job;
    }
  job->signer_kind = self->person_kind;
  job->signer_id = self->person;
  job->attachment = g_strdup (self->path);
  if (job->method == HS_SIGN_METHOD_PAPER)
    job->witness = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->witness)));
  return job;
}

static void
sign_clicked (HsSignDialog *self)
{
  const char *missing = what_is_missing (self);

  show_problem (self, missing);
  if (missing != NULL || self->busy)
    return;
  self->busy = TRUE;
  gtk_widget_set_sensitive (self->sign, FALSE);
  hs_dossier_editor_run (self->editor, "sign", hs_sign_job_write, new_job (self),
                         (GDestroyNotify) hs_sign_job_free, signed_done, g_object_ref (self));
}

/* ---- the window ---- */

static void
hs_sign_dialog_dispose (GObject *object)
{
  HsSignDialog *self = HS_SIGN_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->roles, g_array_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (hs_sign_dialog_parent_class)->dispose (object);
}

static void
hs_sign_dialog_class_init (HsSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_sign_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/agreement/hs-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, sign);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, what);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, role_bin);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, by_key);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, on_paper);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, key_box);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, key_text);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, again_box);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, again);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, paper_box);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, person_bin);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, date_bin);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, witness_label);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, witness);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, file);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, file_name);
  gtk_widget_class_bind_template_child (widget_class, HsSignDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, sign_clicked);
  gtk_widget_class_bind_template_callback (widget_class, method_changed);
  gtk_widget_class_bind_template_callback (widget_class, file_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  hs_help_bind (widget_class, "agreement-signing");
}

static void
hs_sign_dialog_init (HsSignDialog *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->roles = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->sign);
}

/* Roles that have not signed. One that the actor may sign in is chosen first. */
static void
fill_roles (HsSignDialog *self, int wanted)
{
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  HsContext *context = hs_dossier_editor_context (self->editor);
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  guint mine =
      hs_permission_signers (dossier, hs_context_actor (context), hs_context_today (context));
  guint selected = G_MAXUINT;
  HsSigning signing;

  hs_signing_read (dossier, &signing);
  for (guint role = 0; role <= HS_SIGNER_HOST; role++)
    {
      if ((signing.needed & ~signing.done) >> role & 1)
        {
          if ((int) role == wanted || (wanted < 0 && selected == G_MAXUINT && (mine >> role & 1)))
            selected = self->roles->len;
          gtk_string_list_append (strings, hs_choice_label (HS_CHOICES_SIGNER, role));
          g_array_append_val (self->roles, role);
        }
    }
  self->role = hs_a11y_drop_down (G_LIST_MODEL (strings), _ ("In which role?"));
  if (selected != G_MAXUINT)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->role), selected);
  g_signal_connect_swapped (self->role, "notify::selected", G_CALLBACK (role_changed), self);
  adw_bin_set_child (self->role_bin, self->role);
}

static void
add_date (HsSignDialog *self)
{
  GtkWidget *row = hs_field_row_new (hs_dossier_editor_context (self->editor), HS_KIND_SIGNOFF,
                                     HS_SIGNOFF_DATE, NULL);
  g_autoptr (HsRecord) today = hs_record_new (HS_KIND_SIGNOFF);

  self->date = hs_context_today (hs_dossier_editor_context (self->editor));
  hs_record_set_int (today, HS_SIGNOFF_DATE, self->date);
  hs_field_row_load (HS_FIELD_ROW (row), today);
  g_signal_connect (row, "edited", G_CALLBACK (date_edited), self);
  adw_bin_set_child (self->date_bin, row);
}

GtkWidget *
hs_sign_dialog_new (GtkWindow *parent, HsDossierEditor *editor, int role)
{
  HsSignDialog *self = g_object_new (HS_TYPE_SIGN_DIALOG, "transient-for", parent, NULL);
  HsContext *context = hs_dossier_editor_context (editor);
  g_autofree char *who = NULL;
  HsDossier *dossier = hs_dossier_editor_dossier (editor);
  const HsActor *actor = hs_context_actor (context);
  gboolean mine;

  self->editor = g_object_ref (editor);
  fill_roles (self, role);
  add_date (self);
  role_changed (self);
  who = g_strdup_printf (_ ("You are %s. What you sign is fixed: nobody can change it afterwards "
                            "without a new sheet."),
                         actor->name);
  gtk_label_set_label (self->what, who);
  /* Somebody else's signature is recorded from paper or a PDF, never with my key. */
  mine = (hs_permission_signers (dossier, actor, hs_context_today (context)) >> chosen_role (self))
         & 1;
  if (!mine)
    gtk_check_button_set_active (self->on_paper, TRUE);
  method_changed (self);
  hs_a11y_name_parts (GTK_WIDGET (self));
  gtk_widget_grab_focus (mine ? self->passphrase : self->role);
  return GTK_WIDGET (self);
}
