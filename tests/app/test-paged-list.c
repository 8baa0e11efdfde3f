/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paged list: what it shows, how it tells of changes, and how little it reads. */

#include "store-test.h"
#include "store-wait.h"

#include "hs-paged-list.h"
#include "hs-store-private.h"

#include <string.h>

#define MANY 200000

typedef struct
{
  char *folder;
  HsContext *context;
  HsStore *store; /* a second connection: another program */
  HsPagedList *list;
  GString *changes; /* "position-removed+added …", with "(n)" the number of items at the moment */
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  g_string_append_printf (fixture->changes, "%s%u-%u+%u(%u)", fixture->changes->len > 0 ? " " : "",
                          position, removed, added, g_list_model_get_n_items (model));
}

/* Many students quickly, named "Naam 0000001" and on, without the search index. */
static void
add_students (HsStore *store, guint from, guint to)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT OR IGNORE INTO revision (rev, at, what) VALUES (1, '2027-01-01T00:00:00Z', 'x');"
      "WITH RECURSIVE n (i) AS (SELECT %u UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
      "INSERT INTO student (uid, made, changed, school, number, last_name) "
      "SELECT 'st-' || i, 1, 1, 1, i, printf ('Naam %%07d', (i * 7919) %% 1000003) FROM n",
      from, to);
  g_autoptr (GError) error = NULL;

  hs_store_exec (store, sql, &error);
  g_assert_no_error (error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer opened)
{
  g_autoptr (GError) error = NULL;

  hs_context_open_finish (HS_CONTEXT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) opened = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

static void
set_up (Fixture *fixture, gconstpointer n)
{
  g_autoptr (HsRecord) school = NULL;
  gboolean opened = FALSE;

  fixture->folder = hs_test_folder ();
  fixture->store = hs_test_store (fixture->folder);
  school = hs_test_organisation (fixture->store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  if (n != NULL)
    add_students (fixture->store, 1, GPOINTER_TO_UINT (n));
  fixture->context = hs_context_new (NULL, hs_clock_fixed (1801472400));
  hs_context_open_async (fixture->context, hs_store_path (fixture->store), 0, on_opened, &opened);
  hs_test_wait (is_true, &opened);
  fixture->list = hs_paged_list_new (fixture->context);
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static gboolean
is_idle (gpointer context)
{
  return !hs_context_is_busy (context);
}

static void
tear_down (Fixture *fixture, gconstpointer n)
{
  hs_test_wait (is_idle, fixture->context);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->context);
  hs_store_close (fixture->store);
  g_string_free (fixture->changes, TRUE);
  hs_test_folder_free (fixture->folder);
}

static gboolean
is_ready (gpointer list)
{
  return hs_paged_list_is_ready (list);
}

/* All students by name. */
static HsListSpec *
by_name (gboolean descending)
{
  HsListSpec *spec = hs_list_spec_new (HS_KIND_STUDENT);

  spec->order_field = HS_STUDENT_LAST_NAME;
  spec->descending = descending;
  return spec;
}

/* Shows @spec (transfer full), and waits until its rows are known. */
static void
show (Fixture *fixture, HsListSpec *spec)
{
  hs_paged_list_set_spec (fixture->list, spec);
  hs_list_spec_free (spec);
  hs_test_wait (is_ready, fixture->list);
}

/* Those of the school with this id: all are of school 1. */
static HsListSpec *
of_school (gint64 school)
{
  HsListSpec *spec = by_name (FALSE);

  spec->parent_field = HS_STUDENT_SCHOOL;
  spec->parent_id = school;
  return spec;
}

static gboolean
is_counted (gpointer n)
{
  return *(guint *) n > 0;
}

static gboolean
is_loaded (gpointer item)
{
  return hs_list_item_id (item) != 0;
}

/* (transfer full) */
static HsListItem *
row_at (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

/* The name at @position, waiting for it. (transfer full) */
static char *
name_at (Fixture *fixture, guint position)
{
  g_autoptr (HsListItem) row = row_at (fixture, position);

  hs_test_wait (is_loaded, row);
  g_assert_cmpuint (hs_list_item_position (row), ==, position);
  return g_strdup (hs_list_item_text (row)->title);
}

static void
assert_name (Fixture *fixture, guint position, const char *expected)
{
  g_autofree char *name = name_at (fixture, position);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_empty (Fixture *fixture, gconstpointer n)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_null (row_at (fixture, 0));
  show (fixture, by_name (FALSE));
  g_assert_cmpstr (fixture->changes->str, ==, "");
}

static void
count_changed (HsListItem *item, guint *n)
{
  (*n)++;
}

static void
test_rows (Fixture *fixture, gconstpointer n)
{
  g_autoptr (HsListItem) first = NULL;
  g_autoptr (HsListItem) again = NULL;
  g_autofree char *before = NULL;
  guint n_changed = 0;

  show (fixture, by_name (FALSE));
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+1000(1000)");
  first = row_at (fixture, 0);
  again = row_at (fixture, 0);
  g_assert_true (first == again);
  g_assert_cmpint (hs_list_item_id (first), ==, 0);
  g_signal_connect (first, "changed", G_CALLBACK (count_changed), &n_changed);
  hs_test_wait (is_loaded, first);
  g_assert_cmpuint (n_changed, ==, 1);
  before = name_at (fixture, 0);
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *name = name_at (fixture, i);

      g_assert_cmpstr (before, <, name);
      g_free (g_steal_pointer (&before));
      before = g_steal_pointer (&name);
    }
  g_assert_null (row_at (fixture, 1000));
}

/* Accents and case do not matter, who has no name comes last, namesakes are in order of id; and the
 * same the other way round. */
static void
test_order (Fixture *fixture, gconstpointer n)
{
  static const char *const names[] = { "zeeman", "Çelik",        "Abel", "",
                                       "cel",    "Van der Berg", "abel", "Celikoğlu" };
  static const guint up[] = { 2, 6, 4, 1, 7, 5, 0, 3 };
  static const guint down[] = { 0, 5, 7, 1, 4, 2, 6, 3 };
  g_autoptr (HsRecord) school = hs_store_get (fixture->store, HS_KIND_ORGANISATION, 1, NULL);
  gint64 ids[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *number = g_strdup_printf ("n%u", i);
      g_autoptr (HsRecord) student =
          hs_test_student (fixture->store, school, number, "Noor", names[i]);

      ids[i] = hs_record_id (student);
    }
  for (guint way = 0; way < 2; way++)
    {
      show (fixture, by_name (way == 1));
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autoptr (HsListItem) row = row_at (fixture, i);

          hs_test_wait (is_loaded, row);
          g_assert_cmpint (hs_list_item_id (row), ==, ids[way == 0 ? up[i] : down[i]]);
        }
    }
}

/* What a search finds is in the order of the list, without what was removed or came since. */
static void
test_search (Fixture *fixture, gconstpointer n)
{
  static const char *const names[] = { "Zwart Jansen", "Jansen", "Bakker", "Aalst Jansen" };
  static const char *const found[] = { "Noor Aalst Jansen", "Noor Jansen", "Noor Zwart Jansen" };
  g_autoptr (HsRecord) school = hs_store_get (fixture->store, HS_KIND_ORGANISATION, 1, NULL);
  HsRecord *students[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    students[i] = hs_test_student (fixture->store, school, names[i], "Noor", names[i]);
  for (guint round = 0; round < 3; round++)
    {
      HsListSpec *spec = by_name (FALSE);

      if (round == 2)
        {
          hs_test_begin (fixture->store);
          g_assert_true (hs_store_remove (fixture->store, students[3], NULL));
          hs_test_commit (fixture->store);
        }
      show (fixture, by_name (FALSE));
      spec->search = g_strdup (round == 1 ? "ja" : "jans");
      show (fixture, spec);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==,
                        round == 2 ? 2 : 3);
      for (guint i = round == 2 ? 1 : 0; i < 3; i++)
        assert_name (fixture, round == 2 ? i - 1 : i, found[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    hs_record_unref (students[i]);
}

static gboolean
has_changes (gpointer data)
{
  return ((Fixture *) data)->changes->len > 0;
}

/* Another program adds one in the middle: one row more, and the rows around it stay. */
static void
test_one_more (Fixture *fixture, gconstpointer n)
{
  g_autoptr (HsListItem) first = NULL;
  g_autoptr (HsListItem) last = NULL;
  g_autoptr (HsListItem) moved = NULL;
  g_autoptr (HsRecord) school = hs_store_get (fixture->store, HS_KIND_ORGANISATION, 1, NULL);
  g_autofree char *middle = NULL;
  g_autofree char *name = NULL;

  show (fixture, by_name (FALSE));
  first = row_at (fixture, 0);
  last = row_at (fixture, 999);
  middle = name_at (fixture, 500);
  name = g_strconcat (middle, " bis", NULL);
  g_string_truncate (fixture->changes, 0);
  hs_record_unref (hs_test_student (fixture->store, school, "x", NULL, name));
  hs_test_wait (has_changes, fixture);
  g_assert_cmpstr (fixture->changes->str, ==, "501-0+1(1001)");
  moved = row_at (fixture, 1000);
  g_assert_true (moved == last);
  assert_name (fixture, 501, name);
  assert_name (fixture, 500, middle);
}

/* A value that is not sorted by changes: the row stays and tells. */
static void
test_value (Fixture *fixture, gconstpointer n)
{
  g_autoptr (HsListItem) row = NULL;
  g_autoptr (HsRecord) record = NULL;
  guint n_changed = 0;

  show (fixture, by_name (FALSE));
  row = row_at (fixture, 10);
  hs_test_wait (is_loaded, row);
  g_string_truncate (fixture->changes, 0);
  g_signal_connect (row, "changed", G_CALLBACK (count_changed), &n_changed);
  record = hs_store_get (fixture->store, HS_KIND_STUDENT, hs_list_item_id (row), NULL);
  hs_record_set_text (record, HS_STUDENT_FIRST_NAME, "Noor");
  hs_test_save (fixture->store, record);
  hs_test_wait (is_counted, &n_changed);
  g_assert_nonnull (strstr (hs_list_item_text (row)->title, "Noor"));
  g_assert_cmpstr (fixture->changes->str, ==, "");
}

/* A new question while the old one runs: only the newest shows. */
static void
test_newest (Fixture *fixture, gconstpointer n)
{
  for (gint64 i = 20; i > 1; i--)
    {
      g_autoptr (HsListSpec) spec = of_school (i);

      hs_paged_list_set_spec (fixture->list, spec);
    }
  show (fixture, of_school (1));
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+1000(1000)");
  assert_name (fixture, 0, "Naam 0000375");
}

/* A page that is still being read when the content is replaced does no harm. */
static void
test_late_page (Fixture *fixture, gconstpointer n)
{
  g_autoptr (HsListItem) old = NULL;

  show (fixture, by_name (FALSE));
  old = row_at (fixture, 999);
  show (fixture, of_school (2));
  hs_test_wait (is_idle, fixture->context);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
}

/* 200,000 rows: told as nothing and then all, and a look at both ends reads two pages. */
static void
test_many (Fixture *fixture, gconstpointer n)
{
  show (fixture, by_name (FALSE));
  assert_name (fixture, 0, "Naam 0000017");
  assert_name (fixture, MANY - 1, "Naam 1000000");
  g_assert_cmpuint (hs_paged_list_n_pages (fixture->list), ==, 2);
  g_string_truncate (fixture->changes, 0);
  show (fixture, by_name (TRUE));
  g_assert_cmpstr (fixture->changes->str, ==, "0-200000+0(0) 0-0+200000(200000)");
  assert_name (fixture, 0, "Naam 1000000");
  /* A scroll through everything keeps a few pages only. */
  for (guint i = 0; i < MANY; i += 50)
    g_object_unref (row_at (fixture, i));
  g_assert_cmpuint (hs_paged_list_n_pages (fixture->list), <, 40);
}

#define ADD(name, n, function)                                                                     \
  g_test_add ("/list/" name, Fixture, GUINT_TO_POINTER (n), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", 0, test_empty);
  ADD ("rows", 1000, test_rows);
  ADD ("order", 0, test_order);
  ADD ("search", 0, test_search);
  ADD ("one-more", 1000, test_one_more);
  ADD ("value", 1000, test_value);
  ADD ("newest", 1000, test_newest);
  ADD ("late-page", 1000, test_late_page);
  ADD ("many", MANY, test_many);
  return g_test_run ();
}
