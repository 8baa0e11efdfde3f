/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import assistant: what it shows before anything is saved, columns that a person names, and
 * good rows that come in while the bad ones go to a file. Runs on a screen of its own. */

#include "hs-application.h"
#include "hs-import-dialog.h"
#include "hs-import-mapping.h"
#include "hs-list-item.h"
#include "hs-locale.h"
#include "store-test.h"
#include "store-wait.h"

typedef struct
{
  char *folder;
  char *path;
  HsContext *context;
  GSettings *settings;
  GtkWidget *dialog;
  char *message;
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
told (GtkWidget *dialog, const char *message, Desk *desk)
{
  g_free (desk->message);
  desk->message = g_strdup (message);
}

static void
open_dialog (Desk *desk)
{
  desk->dialog = hs_import_dialog_new (NULL, desk->context, HS_KIND_ORGANISATION);
  g_object_add_weak_pointer (G_OBJECT (desk->dialog), (gpointer *) &desk->dialog);
  g_signal_connect (desk->dialog, "done", G_CALLBACK (told), desk);
}

static void
desk_init (Desk *desk)
{
  gboolean done = FALSE;
  HsStore *store;
  g_autoptr (HsRecord) school = NULL;

  *desk = (Desk){ .folder = hs_test_folder () };
  desk->path = g_build_filename (desk->folder, "test.handslag", NULL);
  store = hs_test_store (desk->folder);
  school = hs_test_organisation (store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  hs_store_close (store);
  desk->settings = g_settings_new ("nl.handslag.Handslag");
  g_settings_reset (desk->settings, "import-columns");
  desk->context = hs_context_new (desk->settings, hs_clock_fixed (1801472400));
  hs_context_open_async (desk->context, desk->path, 0, opened, &done);
  WAIT_UNTIL (done);
  g_setenv ("HANDSLAG_TEST_FILES", desk->folder, TRUE);
  open_dialog (desk);
}

static void
desk_clear (Desk *desk)
{
  if (desk->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (desk->dialog));
  WAIT_UNTIL (desk->dialog == NULL && !hs_context_is_busy (desk->context));
  g_assert_finalize_object (desk->context);
  g_assert_finalize_object (desk->settings);
  hs_test_folder_free (desk->folder);
  g_free (desk->path);
  g_free (desk->message);
}

static gpointer
part (Desk *desk, const char *name)
{
  return gtk_widget_get_template_child (desk->dialog, HS_TYPE_IMPORT_DIALOG, name);
}

/* Reads a file with @text and waits until its rows are counted as @summary. */
static void
read_text (Desk *desk, const char *text, const char *summary)
{
  g_autofree char *path = g_build_filename (desk->folder, "lijst.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  hs_import_dialog_read (HS_IMPORT_DIALOG (desk->dialog), path);
  WAIT_UNTIL (g_strcmp0 (gtk_label_get_label (part (desk, "summary")), summary) == 0);
}

/* The @index-th row that is shown, as one text. (transfer full) */
static char *
row_text (Desk *desk, guint index)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (part (desk, "rows")));
  g_autoptr (HsListItem) item = g_list_model_get_item (model, index);
  const HsRowText *text;

  g_assert_nonnull (item);
  text = hs_list_item_text (item);
  return g_strjoin ("|", text->title, text->subtitle != NULL ? text->subtitle : "", text->badge,
                    NULL);
}

static gint64
count_organisations (Desk *desk)
{
  HsStore *store = hs_store_open (desk->path, 0, NULL);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);
  gint64 n = hs_store_count (store, query, NULL);

  hs_store_close (store);
  return n;
}

#define HEAD "naam;soort;kvk;plaats\n"
#define GOOD "Zorggroep Duin;zorgorganisatie;12345678;Alkmaar\n"

static void
test_looks_first (void)
{
  g_autofree char *row = NULL;
  Desk desk;

  desk_init (&desk);
  read_text (&desk, HEAD GOOD, "1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 met fouten");
  row = row_text (&desk, 0);
  g_assert_cmpstr (row, ==, "Regel 2 · Zorggroep Duin||nieuw");
  g_assert_cmpint (count_organisations (&desk), ==, 1);
  g_assert_true (gtk_widget_is_sensitive (part (&desk, "all")));
  g_signal_emit_by_name (part (&desk, "all"), "clicked");
  WAIT_UNTIL (desk.dialog == NULL);
  g_assert_cmpint (count_organisations (&desk), ==, 2);
  g_assert_cmpstr (desk.message, ==, "Geïmporteerd: 1 nieuw, 0 gewijzigd.");

  open_dialog (&desk);
  g_clear_pointer (&row, g_free);
  read_text (&desk, HEAD "Zorggroep Duin;zorgorganisatie;12345678;Hoorn\n",
             "0 nieuw, 1 gewijzigd, 0 ongewijzigd, 0 met fouten");
  row = row_text (&desk, 0);
  g_assert_nonnull (strstr (row, "Alkmaar → Hoorn"));
  desk_clear (&desk);
}

/* One error stops all of it, until a person wants the good rows; the bad row can be mended. */
static void
test_keeps_the_good_rows (void)
{
  g_autofree char *path = NULL;
  g_autofree char *mend = NULL;
  g_autofree char *row = NULL;
  Desk desk;

  desk_init (&desk);
  read_text (&desk, HEAD GOOD "Zorghuis;kasteel;87654321;Hoorn\n",
             "1 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 met fouten");
  row = row_text (&desk, 0);
  g_assert_true (g_str_has_prefix (row, "Regel 3 · Zorghuis|soort “kasteel”: "));
  g_assert_false (gtk_widget_get_visible (part (&desk, "all")));
  g_signal_emit_by_name (part (&desk, "good"), "clicked");
  WAIT_UNTIL (desk.dialog == NULL);
  g_assert_cmpint (count_organisations (&desk), ==, 2);
  path = g_build_filename (desk.folder, "organisaties-fouten.csv", NULL);
  g_assert_true (g_file_get_contents (path, &mend, NULL, NULL));
  g_assert_nonnull (strstr (mend, "Zorghuis"));
  g_assert_null (strstr (mend, "Duin"));
  desk_clear (&desk);
}

/* What a person says about a column goes before its name, and is known the next time. */
static void
test_remembers_columns (void)
{
  static const char text[] =
      "naam;soort;kvk;waar zit het\nZorggroep Duin;zorgorganisatie;12345678;Alkmaar\n";
  static const char summary[] = "1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 met fouten";
  Desk desk;

  desk_init (&desk);
  read_text (&desk, text, summary);
  g_assert_cmpstr (gtk_label_get_label (part (&desk, "columns_label")), ==,
                   "Kolommen: 3 van 4 worden gebruikt");
  hs_import_mapping_say (part (&desk, "mapping"), "waar zit het", "place");
  WAIT_UNTIL (
      g_str_has_prefix (gtk_label_get_label (part (&desk, "columns_label")), "Kolommen: 4 van 4"));
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  WAIT_UNTIL (desk.dialog == NULL);
  open_dialog (&desk);
  read_text (&desk, text, summary);
  g_assert_cmpstr (gtk_label_get_label (part (&desk, "columns_label")), ==,
                   "Kolommen: 4 van 4 worden gebruikt");
  desk_clear (&desk);
}

static void
test_pastes_cells (void)
{
  GdkClipboard *clipboard;
  Desk desk;

  desk_init (&desk);
  clipboard = gtk_widget_get_clipboard (desk.dialog);
  gdk_clipboard_set_text (clipboard, "naam\tsoort\tkvk\nZorghuis\tzorgorganisatie\t87654321\n");
  hs_import_dialog_paste (HS_IMPORT_DIALOG (desk.dialog));
  WAIT_UNTIL (g_str_has_prefix (gtk_label_get_label (part (&desk, "summary")), "1 nieuw"));
  desk_clear (&desk);
}

int
main (int argc, char **argv)
{
  hs_locale_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hs_application_register_resources ();
  g_test_add_func ("/app/import/looks-first", test_looks_first);
  g_test_add_func ("/app/import/keeps-the-good-rows", test_keeps_the_good_rows);
  g_test_add_func ("/app/import/remembers-columns", test_remembers_columns);
  g_test_add_func ("/app/import/pastes-cells", test_pastes_cells);
  return g_test_run ();
}
