/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing is never lost: saving by itself, undo and redo, and what happens when somebody else was
 * quicker. */

#include "hs-editor.h"
#include "store-test.h"
#include "store-wait.h"

typedef struct
{
  char *folder;
  char *path;
  HsContext *context;
  HsEditor *editor;
  HsRecord *record;
  guint n_conflicts;
  HsRecord *theirs;
} Desk;

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  hs_context_open_finish (HS_CONTEXT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
conflict (HsEditor *editor, HsRecord *record, HsRecord *theirs, Desk *desk)
{
  desk->n_conflicts++;
  g_clear_pointer (&desk->theirs, hs_record_unref);
  desk->theirs = hs_record_ref (theirs);
}

static void
desk_init (Desk *desk)
{
  gboolean done = FALSE;
  HsStore *store;

  *desk = (Desk){ .folder = hs_test_folder () };
  desk->path = g_build_filename (desk->folder, "test.handslag", NULL);
  store = hs_test_store (desk->folder);
  desk->record = hs_test_organisation (store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  hs_store_close (store);
  desk->context = hs_context_new (NULL, hs_clock_fixed (1801472400));
  hs_context_open_async (desk->context, desk->path, 0, opened, &done);
  WAIT_UNTIL (done);
  desk->editor = hs_editor_new (desk->context);
  hs_editor_track (desk->editor, desk->record);
  g_signal_connect (desk->editor, "conflict", G_CALLBACK (conflict), desk);
}

static void
desk_clear (Desk *desk)
{
  WAIT_UNTIL (!hs_context_is_busy (desk->context));
  g_assert_finalize_object (desk->editor);
  g_assert_finalize_object (desk->context);
  hs_record_unref (desk->record);
  hs_record_unref (desk->theirs);
  hs_test_folder_free (desk->folder);
  g_free (desk->path);
}

static void
type (Desk *desk, guint field, const char *text)
{
  g_autoptr (HsRecord) value = hs_record_new (HS_KIND_ORGANISATION);

  hs_record_set_text (value, field, text);
  hs_editor_set_field (desk->editor, desk->record, field, value);
}

/* What is on disk, read by another program. (transfer full) */
static char *
on_disk (Desk *desk, guint field)
{
  g_autoptr (GError) error = NULL;
  HsStore *store = hs_store_open (desk->path, 0, &error);
  g_autoptr (HsRecord) record = NULL;
  char *text;

  g_assert_no_error (error);
  record = hs_store_get (store, HS_KIND_ORGANISATION, hs_record_id (desk->record), &error);
  text = record == NULL ? NULL : g_strdup (hs_record_text (record, field));
  hs_store_close (store);
  return text;
}

static void
somebody_else (Desk *desk, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;
  HsStore *store = hs_store_open (desk->path, 0, &error);
  g_autoptr (HsRecord) record =
      hs_store_get (store, HS_KIND_ORGANISATION, hs_record_id (desk->record), &error);

  hs_record_set_text (record, field, text);
  hs_test_save (store, record);
  hs_store_close (store);
}

static void
test_saves_by_itself (void)
{
  g_autofree char *text = NULL;
  const char *name = NULL;
  gint64 before, took = G_MAXINT64;
  Desk desk;

  desk_init (&desk);
  /* A busy machine may be late; the program may not, so that one time of five is enough. */
  for (guint try = 0; try < 5 && took >= 2 * G_TIME_SPAN_SECOND; try++)
    {
      name = try % 2 == 0 ? "Zorgschool Noord" : "Zorgschool Zuid";
      before = g_get_monotonic_time ();
      type (&desk, HS_ORGANISATION_NAME, name);
      WAIT_UNTIL (!hs_editor_is_dirty (desk.editor));
      took = g_get_monotonic_time () - before;
    }
  g_assert_cmpint (took, <, 2 * G_TIME_SPAN_SECOND);
  text = on_disk (&desk, HS_ORGANISATION_NAME);
  g_assert_cmpstr (text, ==, name);
  desk_clear (&desk);
}

/* Two fields in turn: each change is a step of its own. */
static void
test_undoes_sixty_steps (void)
{
  g_autofree char *text = NULL;
  Desk desk;

  desk_init (&desk);
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", i);
      type (&desk, i % 2 == 0 ? HS_ORGANISATION_PLACE : HS_ORGANISATION_CONTACT, value);
    }
  for (int i = 0; i < 60; i++)
    hs_editor_undo (desk.editor);
  g_assert_false (hs_editor_can_undo (desk.editor));
  g_assert_false (hs_record_has (desk.record, HS_ORGANISATION_PLACE));
  for (int i = 0; i < 60; i++)
    hs_editor_redo (desk.editor);
  g_assert_cmpstr (hs_record_text (desk.record, HS_ORGANISATION_PLACE), ==, "58");
  g_assert_cmpstr (hs_record_text (desk.record, HS_ORGANISATION_CONTACT), ==, "59");
  WAIT_UNTIL (!hs_editor_is_dirty (desk.editor));
  text = on_disk (&desk, HS_ORGANISATION_CONTACT);
  g_assert_cmpstr (text, ==, "59");
  desk_clear (&desk);
}

/* What belongs together is undone and redone together. */
static void
test_undoes_a_group (void)
{
  Desk desk;

  desk_init (&desk);
  hs_editor_begin_step (desk.editor);
  type (&desk, HS_ORGANISATION_PLACE, "Alkmaar");
  type (&desk, HS_ORGANISATION_CONTACT, "Balie");
  hs_editor_end_step (desk.editor);
  type (&desk, HS_ORGANISATION_CONTACT, "Receptie");
  hs_editor_undo (desk.editor);
  g_assert_cmpstr (hs_record_text (desk.record, HS_ORGANISATION_CONTACT), ==, "Balie");
  hs_editor_undo (desk.editor);
  g_assert_false (hs_record_has (desk.record, HS_ORGANISATION_PLACE));
  g_assert_false (hs_record_has (desk.record, HS_ORGANISATION_CONTACT));
  g_assert_false (hs_editor_can_undo (desk.editor));
  hs_editor_redo (desk.editor);
  g_assert_cmpstr (hs_record_text (desk.record, HS_ORGANISATION_PLACE), ==, "Alkmaar");
  g_assert_cmpstr (hs_record_text (desk.record, HS_ORGANISATION_CONTACT), ==, "Balie");
  WAIT_UNTIL (!hs_editor_is_dirty (desk.editor));
  desk_clear (&desk);
}

static void
test_typing_is_one_step (void)
{
  Desk desk;

  desk_init (&desk);
  type (&desk, HS_ORGANISATION_PLACE, "A");
  type (&desk, HS_ORGANISATION_PLACE, "Al");
  type (&desk, HS_ORGANISATION_PLACE, "Alkmaar");
  hs_editor_undo (desk.editor);
  g_assert_false (hs_record_has (desk.record, HS_ORGANISATION_PLACE));
  g_assert_false (hs_editor_can_undo (desk.editor));
  WAIT_UNTIL (!hs_editor_is_dirty (desk.editor));
  desk_clear (&desk);
}

/* Adding and removing come back by undo, also when they are on disk already. */
static void
test_brings_back_what_was_removed (void)
{
  g_autoptr (HsRecord) added = hs_record_new (HS_KIND_ORGANISATION);
  Desk desk;

  desk_init (&desk);
  hs_record_set_text (added, HS_ORGANISATION_NAME, "Zorggroep");
  hs_editor_add (desk.editor, added);
  WAIT_UNTIL (!hs_editor_is_dirty (desk.editor));
  g_assert_cmpint (hs_record_id (added), >, 0);
  hs_editor_remove (desk.editor, added);
  WAIT_UNTIL (!hs_editor_is_dirty (desk.editor));
  g_assert_true (hs_editor_is_gone (desk.editor, added));
  hs_editor_undo (desk.editor);
  WAIT_UNTIL (!hs_editor_is_dirty (desk.editor));
  g_assert_false (hs_editor_is_gone (desk.editor, added));
  hs_editor_undo (desk.editor);
  WAIT_UNTIL (!hs_editor_is_dirty (desk.editor));
  g_assert_true (hs_editor_is_gone (desk.editor, added));
  desk_clear (&desk);
}

/* The same field changed by two people is asked; another field is simply taken over. */
static void
test_asks_which_value_stays (gconstpointer data)
{
  gboolean take_theirs = GPOINTER_TO_INT (data);
  g_autofree char *place = NULL;
  g_autofree char *contact = NULL;
  Desk desk;

  desk_init (&desk);
  somebody_else (&desk, HS_ORGANISATION_PLACE, "Hoorn");
  somebody_else (&desk, HS_ORGANISATION_CONTACT, "Balie");
  type (&desk, HS_ORGANISATION_PLACE, "Alkmaar");
  WAIT_UNTIL (desk.n_conflicts == 1);
  g_assert_cmpstr (hs_record_text (desk.theirs, HS_ORGANISATION_PLACE), ==, "Hoorn");
  g_assert_cmpstr (hs_record_text (desk.record, HS_ORGANISATION_PLACE), ==, "Alkmaar");
  hs_editor_resolve (desk.editor, desk.record, desk.theirs, take_theirs);
  WAIT_UNTIL (!hs_editor_is_dirty (desk.editor));
  place = on_disk (&desk, HS_ORGANISATION_PLACE);
  contact = on_disk (&desk, HS_ORGANISATION_CONTACT);
  g_assert_cmpstr (place, ==, take_theirs ? "Hoorn" : "Alkmaar");
  g_assert_cmpstr (contact, ==, "Balie");
  desk_clear (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/editor/saves-by-itself", test_saves_by_itself);
  g_test_add_func ("/app/editor/undoes-sixty-steps", test_undoes_sixty_steps);
  g_test_add_func ("/app/editor/undoes-a-group", test_undoes_a_group);
  g_test_add_func ("/app/editor/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/app/editor/brings-back-what-was-removed", test_brings_back_what_was_removed);
  g_test_add_data_func ("/app/editor/keeps-mine", GINT_TO_POINTER (FALSE),
                        test_asks_which_value_stays);
  g_test_add_data_func ("/app/editor/takes-theirs", GINT_TO_POINTER (TRUE),
                        test_asks_which_value_stays);
  return g_test_run ();
}
