/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: many rows changed and removed at once and taken back, views that are kept, columns that
 * sort. Runs on a screen of its own. */

#include "hs-list-tools.h"
#include "hs-locale.h"
#include "hs-many.h"
#include "hs-paged-list.h"
#include "hs-table.h"
#include "hs-views.h"
#include "store-test.h"

#include <adwaita.h>

#define WAIT_UNTIL(done)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;                                \
    while (!(done) && g_get_monotonic_time () < end)                                               \
      g_main_context_iteration (NULL, FALSE);                                                      \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* A context on a new file with six organisations. (transfer full) */
static HsContext *
new_context (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.handslag", NULL);
  HsStore *store = hs_test_store (folder);
  HsContext *context = hs_context_new (NULL, hs_clock_fixed (1801472400));
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Zorggroep %c", 'F' - (char) i);
      g_autoptr (HsRecord) record = hs_test_organisation (store, name, HS_ORGANISATION_KIND_HOST);
    }
  hs_store_close (store);
  hs_context_open_async (context, path, 0, answered, &result);
  WAIT_UNTIL (result != NULL);
  g_assert_true (hs_context_open_finish (context, result, NULL));
  return context;
}

/* How many organisations have this place, removed ones left out; -1: how many there are. */
static gpointer
count_job (HsStore *store, gpointer data, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);

  if (data != NULL)
    hs_query_where_text (query, HS_ORGANISATION_PLACE, HS_OP_EQUAL, data);
  return GINT_TO_POINTER ((int) hs_store_count (store, query, error));
}

static int
count (HsContext *context, const char *place)
{
  g_autoptr (GAsyncResult) result = NULL;

  hs_context_run (context, count_job, (gpointer) place, NULL, NULL, NULL, answered, &result);
  WAIT_UNTIL (result != NULL);
  return GPOINTER_TO_INT (hs_context_run_finish (context, result, NULL));
}

/* Rows 1, 2 and 4 of the list by name. */
static HsChosen *
choose_three (HsContext *context)
{
  g_autoptr (HsListSpec) spec = hs_list_spec_new (HS_KIND_ORGANISATION);
  HsPagedList *model = hs_paged_list_new (context);
  g_autoptr (GtkSelectionModel) selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (model)));
  static const guint rows[] = { 1, 2, 4 };

  hs_paged_list_set_spec (model, spec);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (model)) == 6);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_selection_model_select_item (selection, rows[i], FALSE);
  return hs_chosen_new (spec, selection);
}

static void
test_many (void)
{
  char *folder = hs_test_folder ();
  HsContext *context = new_context (folder);
  g_autoptr (HsChosen) chosen = choose_three (context);
  g_autoptr (HsRecord) value = hs_record_new (HS_KIND_ORGANISATION);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (HsManyDone) changed = NULL;
  g_autoptr (HsManyDone) removed = NULL;

  g_assert_cmpint (chosen->n, ==, 3);
  hs_record_set_text (value, HS_ORGANISATION_PLACE, "Assen");
  hs_many_set_async (context, chosen, HS_ORGANISATION_PLACE, value, answered, &result);
  WAIT_UNTIL (result != NULL);
  changed = hs_many_finish (context, result, NULL);
  g_clear_object (&result);
  g_assert_cmpint (changed->before->len, ==, 3);
  g_assert_cmpstr (hs_record_text (g_ptr_array_index (changed->before, 0), HS_ORGANISATION_NAME),
                   ==, "Zorggroep B");
  g_assert_cmpint (count (context, "Assen"), ==, 3);
  hs_many_undo (context, changed);
  g_assert_cmpint (count (context, "Assen"), ==, 0);

  hs_many_remove_async (context, chosen, answered, &result);
  WAIT_UNTIL (result != NULL);
  removed = hs_many_finish (context, result, NULL);
  g_assert_cmpint (count (context, NULL), ==, 3);
  hs_many_undo (context, removed);
  g_assert_cmpint (count (context, NULL), ==, 6);
  WAIT_UNTIL (!hs_context_is_busy (context));
  hs_test_folder_free (folder);
  g_object_unref (context);
}

/* Who may not change a record changes none of them. */
static void
test_many_refused (void)
{
  char *folder = hs_test_folder ();
  HsContext *context = new_context (folder);
  g_autoptr (HsChosen) chosen = choose_three (context);
  g_autoptr (HsRecord) value = hs_record_new (HS_KIND_ORGANISATION);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  HsActor student = { .kind = HS_KIND_STUDENT, .uid = (char *) "st-k7m2qd", .name = (char *) "S" };

  hs_context_set_actor (context, &student);
  hs_record_set_text (value, HS_ORGANISATION_PLACE, "Assen");
  hs_many_set_async (context, chosen, HS_ORGANISATION_PLACE, value, answered, &result);
  WAIT_UNTIL (result != NULL);
  g_assert_null (hs_many_finish (context, result, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Zorggroep"));
  g_assert_cmpint (count (context, "Assen"), ==, 0);
  WAIT_UNTIL (!hs_context_is_busy (context));
  hs_test_folder_free (folder);
  g_object_unref (context);
}

static void
test_views (void)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_view_free);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) none = hs_views_from_text ("not a list of views");
  g_autofree char *text = NULL;
  HsView *view = g_new0 (HsView, 1);
  const HsView *read;

  view->name = g_strdup ("Kast, 'oud'");
  view->spec = hs_list_spec_new (HS_KIND_ITEM);
  view->spec->search = g_strdup ("tover\"tafel");
  view->spec->filter_field = HS_ITEM_STATE;
  view->spec->filter_value = HS_ITEM_STATE_CUPBOARD;
  view->spec->parent_field = HS_ITEM_LOCATION;
  view->spec->parent_id = 7;
  view->spec->order_field = HS_ITEM_LOCATION;
  view->spec->descending = TRUE;
  g_ptr_array_add (views, view);
  text = hs_views_to_text (views);
  again = hs_views_from_text (text);
  g_assert_cmpint (again->len, ==, 1);
  read = g_ptr_array_index (again, 0);
  g_assert_cmpstr (read->name, ==, view->name);
  g_assert_cmpstr (read->spec->search, ==, view->spec->search);
  g_assert_cmpint (read->spec->filter_field, ==, HS_ITEM_STATE);
  g_assert_cmpint (read->spec->filter_value, ==, HS_ITEM_STATE_CUPBOARD);
  g_assert_cmpint (read->spec->parent_id, ==, 7);
  g_assert_cmpint (read->spec->order_field, ==, HS_ITEM_LOCATION);
  g_assert_true (read->spec->descending);
  g_assert_cmpint (none->len, ==, 0);
}

static void
changed (HsListTools *tools, guint *n)
{
  (*n)++;
}

static void
test_tools (void)
{
  char *folder = hs_test_folder ();
  HsContext *context = new_context (folder);
  GtkWidget *tools = g_object_ref_sink (hs_list_tools_new (context));
  HsListTools *self = HS_LIST_TOOLS (tools);
  guint n = 0;

  hs_list_tools_show_kind (self, HS_KIND_ORGANISATION);
  g_signal_connect (tools, "changed", G_CALLBACK (changed), &n);
  g_assert_false (hs_list_tools_is_narrowed (self));
  hs_list_tools_filter (self, HS_ORGANISATION_KIND_HOST);
  g_assert_true (hs_list_tools_is_narrowed (self));
  g_assert_cmpint (hs_list_tools_spec (self)->filter_value, ==, HS_ORGANISATION_KIND_HOST);
  hs_list_tools_sort (self, HS_ORGANISATION_PLACE);
  g_assert_cmpint (hs_list_tools_spec (self)->order_field, ==, HS_ORGANISATION_PLACE);
  g_assert_false (hs_list_tools_spec (self)->descending);
  hs_list_tools_sort (self, HS_ORGANISATION_PLACE);
  g_assert_true (hs_list_tools_spec (self)->descending);
  hs_list_tools_show_all (self);
  g_assert_false (hs_list_tools_is_narrowed (self));
  g_assert_cmpint (n, ==, 4);
  WAIT_UNTIL (!hs_context_is_busy (context));
  g_object_unref (tools);
  g_object_unref (context);
  hs_test_folder_free (folder);
}

/* Each heading but that of what is computed sorts by a field of the kind. */
static void
test_columns (void)
{
  static const HsKindId kinds[] = { HS_KIND_AGREEMENT, HS_KIND_STUDENT,      HS_KIND_PERSON,
                                    HS_KIND_ITEM,      HS_KIND_ORGANISATION, HS_KIND_MATERIAL };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      HsColumn columns[HS_MAX_COLUMNS];
      guint n = hs_present_columns (kinds[i], columns);
      g_assert_cmpint (n, >=, 3);
      for (guint j = 0; j < n; j++)
        {
          g_assert_cmpstr (columns[j].label, !=, "");
          g_assert_cmpint (columns[j].field, <, (int) hs_kind (kinds[i])->n_fields);
        }
      g_assert_cmpint (columns[0].field, >=, 0);
    }
}

int
main (int argc, char **argv)
{
  hs_locale_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/lists/many", test_many);
  g_test_add_func ("/app/lists/many-refused", test_many_refused);
  g_test_add_func ("/app/lists/views", test_views);
  g_test_add_func ("/app/lists/tools", test_tools);
  g_test_add_func ("/app/lists/columns", test_columns);
  return g_test_run ();
}
