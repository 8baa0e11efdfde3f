/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paged list: what it shows, how it tells of changes, and how little it reads. */

#include "store-test.h"
#include "store-wait.h"

#include "hs-row-private.h"
#include "hs-store-private.h"

#define MANY 200000

typedef struct
{
  char *folder;
  HsStoreWorker *worker;
  HsStore *store; /* a second connection: another program */
  HsRecordList *list;
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
set_up (Fixture *fixture, gconstpointer n)
{
  HsStore *store;
  g_autoptr (HsRecord) school = NULL;

  fixture->folder = hs_test_folder ();
  fixture->store = hs_test_store (fixture->folder);
  school = hs_test_organisation (fixture->store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  if (n != NULL)
    add_students (fixture->store, 1, GPOINTER_TO_UINT (n));
  store = hs_store_open (hs_store_path (fixture->store), 0, NULL);
  fixture->worker = hs_store_worker_new (store);
  fixture->list = hs_record_list_new (fixture->worker, HS_KIND_STUDENT);
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static gboolean
is_idle (gpointer list)
{
  return !hs_record_list_is_busy (list);
}

static void
tear_down (Fixture *fixture, gconstpointer n)
{
  hs_test_wait (is_idle, fixture->list);
  hs_store_worker_close (fixture->worker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->worker);
  hs_store_close (fixture->store);
  g_string_free (fixture->changes, TRUE);
  hs_test_folder_free (fixture->folder);
}

/* Shows all students by name, and waits until they are there. */
static void
show (Fixture *fixture)
{
  HsQuery *query = hs_query_new (HS_KIND_STUDENT);

  hs_query_order (query, HS_STUDENT_LAST_NAME, FALSE);
  hs_record_list_set_query (fixture->list, query);
  hs_test_wait (is_idle, fixture->list);
}

static gboolean
is_loaded (gpointer row)
{
  return hs_row_is_loaded (row);
}

/* (transfer full) */
static HsRow *
row_at (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

/* The last name at @position, waiting for it. (transfer full) */
static char *
name_at (Fixture *fixture, guint position)
{
  g_autoptr (HsRow) row = row_at (fixture, position);

  hs_test_wait (is_loaded, row);
  return g_strdup (hs_record_text (hs_row_record (row), HS_STUDENT_LAST_NAME));
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
  show (fixture);
  g_assert_cmpstr (fixture->changes->str, ==, "");
}

static void
count_notify (GObject *row, GParamSpec *spec, guint *n)
{
  (*n)++;
}

static void
test_rows (Fixture *fixture, gconstpointer n)
{
  static const guint titles[] = { HS_STUDENT_SCHOOL };
  g_autoptr (HsRow) first = NULL;
  g_autoptr (HsRow) again = NULL;
  g_autofree char *before = NULL;
  guint n_notified = 0;

  hs_record_list_read_titles (fixture->list, titles, 1);
  show (fixture);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+1000(1000)");
  first = row_at (fixture, 0);
  again = row_at (fixture, 0);
  g_assert_true (first == again);
  g_assert_false (hs_row_is_loaded (first));
  g_assert_cmpstr (hs_row_title (first, HS_STUDENT_SCHOOL), ==, "");
  g_signal_connect (first, "notify::record", G_CALLBACK (count_notify), &n_notified);
  hs_test_wait (is_loaded, first);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (hs_row_title (first, HS_STUDENT_SCHOOL), ==, "Zorgschool");
  g_assert_cmpint (hs_record_id (hs_row_record (first)), ==, hs_row_id (first));
  before = name_at (fixture, 0);
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *name = name_at (fixture, i);

      g_assert_cmpstr (before, <, name);
      g_free (g_steal_pointer (&before));
      before = g_steal_pointer (&name);
    }
  g_assert_null (row_at (fixture, 1000));
  g_assert_cmpuint (hs_record_list_find (fixture->list, hs_row_id (first)), ==, 0);
  g_assert_cmpuint (hs_record_list_find (fixture->list, 99999), ==, G_MAXUINT);
}

static gboolean
has_changes (gpointer data)
{
  return ((Fixture *) data)->changes->len > 0;
}

/* Another program adds one in the middle: one item more, and the rows around it stay. */
static void
test_one_more (Fixture *fixture, gconstpointer n)
{
  g_autoptr (HsRow) first = NULL;
  g_autoptr (HsRow) last = NULL;
  g_autoptr (HsRow) moved = NULL;
  g_autoptr (HsRecord) school = hs_store_get (fixture->store, HS_KIND_ORGANISATION, 1, NULL);
  g_autofree char *middle = NULL;
  g_autofree char *name = NULL;

  show (fixture);
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

/* A value that is not sorted by changes: the row stays and notifies. */
static gboolean
has_phone (gpointer row)
{
  return hs_row_is_loaded (row)
         && g_strcmp0 (hs_record_text (hs_row_record (row), HS_STUDENT_PHONE), "06") == 0;
}

static void
test_value (Fixture *fixture, gconstpointer n)
{
  g_autoptr (HsRow) row = NULL;
  g_autoptr (HsRecord) record = NULL;

  show (fixture);
  row = row_at (fixture, 10);
  hs_test_wait (is_loaded, row);
  g_string_truncate (fixture->changes, 0);
  record = hs_record_copy (hs_row_record (row));
  hs_record_set_text (record, HS_STUDENT_PHONE, "06");
  hs_test_save (fixture->store, record);
  hs_test_wait (has_phone, row);
  g_assert_cmpstr (fixture->changes->str, ==, "");
}

/* A new query while the old one runs: only the newest shows. */
static void
test_newest (Fixture *fixture, gconstpointer n)
{
  for (guint i = 0; i < 20; i++)
    {
      HsQuery *query = hs_query_new (HS_KIND_STUDENT);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      hs_query_where_text (query, HS_STUDENT_NUMBER, HS_OP_EQUAL, number);
      hs_record_list_set_query (fixture->list, query);
    }
  hs_test_wait (is_idle, fixture->list);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+1(1)");
  assert_name (fixture, 0, "Naam 0158380");
}

/* Pages that arrive after the content was replaced are dropped. */
static void
test_late_page (Fixture *fixture, gconstpointer n)
{
  g_autoptr (HsRow) old = NULL;
  HsQuery *query = hs_query_new (HS_KIND_STUDENT);

  show (fixture);
  hs_query_where_text (query, HS_STUDENT_NUMBER, HS_OP_EQUAL, "1");
  hs_record_list_set_query (fixture->list, query);
  old = row_at (fixture, 999);
  hs_test_wait (is_idle, fixture->list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 1);
  assert_name (fixture, 0, "Naam 0007919");
}

/* 200,000 rows: told as nothing and then all, and a look at both ends reads two pages. */
static void
test_many (Fixture *fixture, gconstpointer n)
{
  HsQuery *query;
  gsize reads;

  show (fixture);
  assert_name (fixture, 0, "Naam 0000017");
  assert_name (fixture, MANY - 1, "Naam 1000000");
  reads = hs_record_list_n_pages (fixture->list);
  g_assert_cmpuint (reads, ==, 2);
  g_string_truncate (fixture->changes, 0);
  query = hs_query_new (HS_KIND_STUDENT);
  hs_query_order (query, HS_STUDENT_LAST_NAME, TRUE);
  hs_record_list_set_query (fixture->list, query);
  hs_test_wait (is_idle, fixture->list);
  g_assert_cmpstr (fixture->changes->str, ==, "0-200000+0(0) 0-0+200000(200000)");
  assert_name (fixture, 0, "Naam 1000000");
  /* A scroll through everything keeps a few pages only. */
  for (guint i = 0; i < MANY; i += 64)
    g_object_unref (row_at (fixture, i));
  g_assert_cmpuint (hs_record_list_n_pages (fixture->list), <, 40);
}

/* A failure is told, and the list is not busy for ever. */
static void
test_failed (Fixture *fixture, gconstpointer n)
{
  HsQuery *query = hs_query_new (HS_KIND_STUDENT);
  guint n_failed = 0;

  g_signal_connect_swapped (fixture->list, "failed", G_CALLBACK (g_atomic_int_inc), &n_failed);
  hs_store_worker_close (fixture->worker);
  hs_record_list_set_query (fixture->list, query);
  hs_test_wait (is_idle, fixture->list);
  g_assert_cmpuint (n_failed, ==, 1);
}

#define ADD(name, n, function)                                                                     \
  g_test_add ("/list/" name, Fixture, GUINT_TO_POINTER (n), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", 0, test_empty);
  ADD ("rows", 1000, test_rows);
  ADD ("one-more", 1000, test_one_more);
  ADD ("value", 1000, test_value);
  ADD ("newest", 1000, test_newest);
  ADD ("late-page", 1000, test_late_page);
  ADD ("many", MANY, test_many);
  ADD ("failed", 10, test_failed);
  return g_test_run ();
}
