/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for records: conditions, order, windows, search; and that indexes are used. */

#include "store-world.h"

#include "hs-error.h"
#include "hs-store-private.h"

typedef struct
{
  char *folder;
  HsStore *store;
  World world;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = hs_test_folder ();
  fixture->store = hs_test_store (fixture->folder);
  world_init (&fixture->world, fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  world_clear (&fixture->world);
  hs_store_close (fixture->store);
  hs_test_folder_free (fixture->folder);
}

static const struct
{
  const char *number;
  const char *first;
  const char *last;
  const char *place;
  const char *birth; /* ISO, or NULL */
  const char *mobility;
  int weekdays;
} students[] = {
  { "S1", "Zoë", "Özdemir", "Zwolle", "2008-03-01", "bicycle", 0x1f },
  { "S2", "Daan", "van den Berg", "'s-Hertogenbosch", "2009-12-31", "car", 0x03 },
  { "S3", "Renée", "Oosterhuis", "Zutphen", NULL, "walk", 0 },
  { "S4", "Jo", "Ng", NULL, "2008-02-29", NULL, 0x10 },
  { "S5", "Anna", "okker", "Zwolle", "2008-03-01", "transit", 0x11 },
};

static void
add_students (Fixture *fixture)
{
  hs_test_begin (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (students); i++)
    {
      g_autoptr (HsRecord) student =
          hs_test_student (fixture->store, fixture->world.school, students[i].number,
                           students[i].first, students[i].last);

      hs_record_set_text (student, HS_STUDENT_PLACE, students[i].place);
      if (students[i].birth != NULL)
        hs_record_set_int (student, HS_STUDENT_BIRTH_DATE,
                           hs_day_parse_iso (students[i].birth, 10));
      if (students[i].mobility != NULL)
        hs_record_set_code (student, HS_STUDENT_MOBILITY, students[i].mobility);
      if (students[i].weekdays != 0)
        hs_record_set_int (student, HS_STUDENT_WEEKDAYS, students[i].weekdays);
      hs_test_save (fixture->store, student);
    }
  hs_test_commit (fixture->store);
}

/* The numbers of the students that @query finds, as "1 4 5". (transfer full) */
static char *
found (Fixture *fixture, HsQuery *query)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = hs_store_find (fixture->store, query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "",
                            hs_record_text (g_ptr_array_index (records, i), HS_STUDENT_NUMBER) + 1);
  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

/* Runs @query and frees it. */
static void
check (Fixture *fixture, HsQuery *query, const char *expected)
{
  g_autofree char *numbers = found (fixture, query);

  g_assert_cmpstr (numbers, ==, expected);
  hs_query_free (query);
}

static HsQuery *
where_int (guint field, HsOperator op, gint64 value)
{
  HsQuery *query = hs_query_new (HS_KIND_STUDENT);

  hs_query_where_int (query, field, op, value);
  return query;
}

static HsQuery *
where_text (guint field, HsOperator op, const char *value)
{
  HsQuery *query = hs_query_new (HS_KIND_STUDENT);

  hs_query_where_text (query, field, op, value);
  return query;
}

static void
test_conditions (Fixture *fixture, gconstpointer data)
{
  HsDay day = hs_day (2008, 3, 1);
  gint64 modes[] = { HS_MOBILITY_CAR, HS_MOBILITY_WALK };
  gint64 days[] = { day, hs_day (2009, 12, 31) };
  HsQuery *query;

  add_students (fixture);
  check (fixture, where_int (HS_STUDENT_BIRTH_DATE, HS_OP_EQUAL, day), "1 5");
  check (fixture, where_int (HS_STUDENT_BIRTH_DATE, HS_OP_LESS, day), "4");
  check (fixture, where_int (HS_STUDENT_BIRTH_DATE, HS_OP_LESS_EQUAL, day), "1 4 5");
  check (fixture, where_int (HS_STUDENT_BIRTH_DATE, HS_OP_GREATER, day), "2");
  check (fixture, where_int (HS_STUDENT_BIRTH_DATE, HS_OP_GREATER_EQUAL, day), "1 2 5");
  check (fixture, where_int (HS_STUDENT_BIRTH_DATE, HS_OP_EMPTY, 0), "3");
  check (fixture, where_int (HS_STUDENT_BIRTH_DATE, HS_OP_NOT_EMPTY, 0), "1 2 4 5");
  check (fixture, where_int (HS_STUDENT_BIRTH_DATE, HS_OP_NOT_EQUAL, day), "2 3 4");
  check (fixture, where_int (HS_STUDENT_MOBILITY, HS_OP_EQUAL, HS_MOBILITY_CAR), "2");
  check (fixture, where_int (HS_STUDENT_MOBILITY, HS_OP_NOT_EQUAL, HS_MOBILITY_CAR), "1 3 4 5");
  /* In the order of the choices, not of their codes: walk, bicycle, transit, car. */
  check (fixture, where_int (HS_STUDENT_MOBILITY, HS_OP_LESS, HS_MOBILITY_TRANSIT), "1 3");
  check (fixture, where_int (HS_STUDENT_MOBILITY, HS_OP_EQUAL, 99), "");
  check (fixture, where_int (HS_STUDENT_WEEKDAYS, HS_OP_HAS_BITS, 0x11), "1 5");
  check (fixture, where_text (HS_STUDENT_PLACE, HS_OP_EQUAL, "'s-Hertogenbosch"), "2");
  check (fixture, where_text (HS_STUDENT_PLACE, HS_OP_NOT_EQUAL, "Zwolle"), "2 3 4");
  check (fixture, where_text (HS_STUDENT_PLACE, HS_OP_EQUAL, "' OR 1=1 --"), "");
  query = where_text (HS_STUDENT_PLACE, HS_OP_EQUAL, "Zwolle");
  hs_query_where_int (query, HS_STUDENT_MOBILITY, HS_OP_EQUAL, HS_MOBILITY_TRANSIT);
  check (fixture, query, "5");
  query = hs_query_new (HS_KIND_STUDENT);
  hs_query_where_in (query, HS_STUDENT_MOBILITY, modes, 2);
  check (fixture, query, "2 3");
  query = hs_query_new (HS_KIND_STUDENT);
  hs_query_where_in (query, HS_STUDENT_BIRTH_DATE, days, 2);
  check (fixture, query, "1 2 5");
  query = hs_query_new (HS_KIND_STUDENT);
  hs_query_where_in (query, HS_STUDENT_BIRTH_DATE, days, 0);
  check (fixture, query, "");
}

static HsQuery *
ordered (guint field, gboolean descending)
{
  HsQuery *query = hs_query_new (HS_KIND_STUDENT);

  hs_query_order (query, field, descending);
  return query;
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  HsQuery *query;

  add_students (fixture);
  /* Ng, okker, Oosterhuis, Özdemir, van den Berg: accents and case do not matter. */
  check (fixture, ordered (HS_STUDENT_LAST_NAME, FALSE), "4 5 3 1 2");
  check (fixture, ordered (HS_STUDENT_LAST_NAME, TRUE), "2 1 3 5 4");
  check (fixture, ordered (HS_STUDENT_BIRTH_DATE, FALSE), "4 1 5 2 3");
  check (fixture, ordered (HS_STUDENT_BIRTH_DATE, TRUE), "2 1 5 4 3");
  check (fixture, ordered (HS_STUDENT_MOBILITY, FALSE), "3 1 5 2 4");
  query = ordered (HS_STUDENT_PLACE, FALSE);
  hs_query_order (query, HS_STUDENT_FIRST_NAME, FALSE);
  check (fixture, query, "2 3 5 1 4");
  query = ordered (HS_STUDENT_LAST_NAME, FALSE);
  hs_query_window (query, 1, 2);
  check (fixture, query, "5 3");
  g_assert_cmpint (
      hs_store_count (fixture->store, (query = ordered (HS_STUDENT_PLACE, TRUE)), NULL), ==, 5);
  hs_query_free (query);
}

/* A reference is sorted by the name of what it refers to. */
static void
test_order_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_STUDENT);
  g_autoptr (HsRecord) first =
      hs_test_organisation (fixture->store, "école", HS_ORGANISATION_KIND_SCHOOL);
  g_autoptr (HsRecord) one =
      hs_test_student (fixture->store, fixture->world.school, "S1", "A", "A");
  g_autoptr (HsRecord) two = hs_test_student (fixture->store, first, "S2", "B", "B");
  g_autofree char *numbers = NULL;

  hs_query_order (query, HS_STUDENT_SCHOOL, FALSE);
  numbers = found (fixture, query);
  g_assert_cmpstr (numbers, ==, "2 1");
}

static const struct
{
  const char *text;
  const char *expected;
} searches[] = {
  { "ozdemir", "1" },
  { "Özd", "1" },
  { "demi", "1" },
  { "BERG", "2" },
  { "den berg", "2" },
  { "berg den", "2" },
  { "berg zwolle", "" },
  { "zwolle", "1 5" },
  { "zwolle an", "5" },
  { "jo", "4" },
  { "o", "1 3 5" }, /* the start of a word */
  { "kk", "" }, /* not inside one */
  { "hertogenbosch", "2" },
  { "'s-Hertogenbosch", "2" },
  { "\"zwolle\" OR \"berg\"", "" },
  { "zwolle*", "1 5" },
  { "NEAR(zwolle)", "" },
  { "", "1 2 3 4 5" },
  { " - ", "1 2 3 4 5" },
  { "renee", "3" },
};

static void
test_search (Fixture *fixture, gconstpointer data)
{
  add_students (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      HsQuery *query = hs_query_new (HS_KIND_STUDENT);

      g_test_message ("%s", searches[i].text);
      hs_query_search (query, searches[i].text);
      check (fixture, query, searches[i].expected);
    }
}

/* The number of records of @kind among the hits of @text. */
static guint
hits (Fixture *fixture, const char *text, HsKindId kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found_hits = hs_store_search (fixture->store, text, 100, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < found_hits->len; i++)
    n += g_array_index (found_hits, HsHit, i).kind == kind;
  return n;
}

/* Agreements are found by the names of their parties, also after those change. */
static void
test_search_follows (Fixture *fixture, gconstpointer data)
{
  gint64 enrolment;
  g_autoptr (HsRecord) student = world_student (&fixture->world, &enrolment);
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) agreement =
      world_agreement (&fixture->world, student, enrolment, 20000, 20010, &sheet);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (hits (fixture, "uddin", HS_KIND_AGREEMENT), ==, 1);
  g_assert_cmpuint (hits (fixture, "uddin", HS_KIND_STUDENT), ==, 1);
  g_assert_cmpuint (hits (fixture, "zorgschool uddin", HS_KIND_AGREEMENT), ==, 1);
  g_assert_cmpuint (hits (fixture, "een", HS_KIND_VACANCY), ==, 1);
  hs_record_set_text (student, HS_STUDENT_LAST_NAME, "Pietersen");
  hs_test_save (fixture->store, student);
  g_assert_cmpuint (hits (fixture, "uddin", HS_KIND_AGREEMENT), ==, 0);
  g_assert_cmpuint (hits (fixture, "uddin", HS_KIND_STUDENT), ==, 0);
  g_assert_cmpuint (hits (fixture, "pietersen", HS_KIND_AGREEMENT), ==, 1);
  /* Through the location to the vacancy. */
  hs_record_set_text (fixture->world.host, HS_ORGANISATION_NAME, "Zonnehuis");
  hs_test_save (fixture->store, fixture->world.host);
  g_assert_cmpuint (hits (fixture, "zonnehuis", HS_KIND_VACANCY), ==, 1);
  g_assert_cmpuint (hits (fixture, "zonnehuis", HS_KIND_AGREEMENT), ==, 1);
  hs_test_begin (fixture->store);
  g_assert_true (hs_store_remove (fixture->store, agreement, &error));
  hs_test_commit (fixture->store);
  g_assert_cmpuint (hits (fixture, "pietersen", HS_KIND_AGREEMENT), ==, 0);
  g_assert_cmpuint (hits (fixture, "pi", HS_KIND_STUDENT), ==, 1);
  hs_test_begin (fixture->store);
  g_assert_true (hs_store_restore_record (fixture->store, HS_KIND_AGREEMENT,
                                          hs_record_id (agreement), &error));
  hs_test_commit (fixture->store);
  g_assert_cmpuint (hits (fixture, "pietersen", HS_KIND_AGREEMENT), ==, 1);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_STUDENT);
  g_autoptr (HsRecord) student =
      hs_test_student (fixture->store, fixture->world.school, "S1", "A", "A");

  hs_test_begin (fixture->store);
  g_assert_true (hs_store_remove (fixture->store, student, NULL));
  hs_test_commit (fixture->store);
  g_assert_cmpint (hs_store_count (fixture->store, query, NULL), ==, 0);
  hs_query_include_removed (query);
  g_assert_cmpint (hs_store_count (fixture->store, query, NULL), ==, 1);
}

/* Notes plans that read a whole table of records. */
static void
note_scan (const char *sql, const char *plan, gpointer data)
{
  GString *scans = data;
  g_auto (GStrv) lines = g_strsplit (plan, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "SCAN ") && strstr (lines[i], "json_each") == NULL
        && strstr (lines[i], "VIRTUAL TABLE INDEX 0:M") == NULL
        && strstr (lines[i], "SCAN search_") == NULL)
      g_string_append_printf (scans, "%s\n  %s\n", sql, lines[i]);
}

static void
run_query (HsStore *store, HsQuery *query)
{
  g_autoptr (GPtrArray) records = hs_store_find (store, query, NULL);

  g_assert_nonnull (records);
  hs_query_free (query);
}

/* By every parent, every key and every reference: what lists of the window and the import ask. */
static void
test_plans (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) scans = g_string_new (NULL);

  fixture->store->plan_func = note_scan;
  fixture->store->plan_data = scans;
  for (guint k = 0; k < HS_N_KINDS; k++)
    {
      const HsKind *kind = hs_kind ((HsKindId) k);
      HsQuery *keys = hs_query_new (kind->id);
      gboolean has_key = FALSE;

      for (guint i = 0; i < kind->n_fields; i++)
        {
          HsQuery *query;

          if (kind->fields[i].flags & HS_FIELD_KEY)
            {
              has_key = TRUE;
              if (kind->fields[i].type <= HS_TYPE_LONG_TEXT)
                hs_query_where_text (keys, i, HS_OP_EQUAL, "x");
              else
                hs_query_where_int (keys, i, HS_OP_EQUAL, 1);
            }
          if (kind->fields[i].type != HS_TYPE_REF)
            continue;
          query = hs_query_new (kind->id);
          hs_query_where_int (query, i, HS_OP_EQUAL, 1);
          hs_query_order (query, i, FALSE);
          run_query (fixture->store, query);
        }
      if (has_key)
        run_query (fixture->store, keys);
      else
        hs_query_free (keys);
    }
  g_assert_cmpstr (scans->str, ==, "");
}

/* Search, one state, and one uid. */
static void
test_plans_of_lists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) scans = g_string_new (NULL);
  g_autoptr (GArray) hits_found = NULL;
  HsQuery *query;
  HsRecord *none;

  fixture->store->plan_func = note_scan;
  fixture->store->plan_data = scans;
  query = hs_query_new (HS_KIND_AGREEMENT);
  hs_query_where_int (query, HS_AGREEMENT_STATE, HS_OP_EQUAL, HS_AGREEMENT_STATE_REVIEW);
  hs_query_order (query, HS_AGREEMENT_STUDENT, FALSE);
  run_query (fixture->store, query);
  query = hs_query_new (HS_KIND_STUDENT);
  hs_query_search (query, "jan s");
  run_query (fixture->store, query);
  hits_found = hs_store_search (fixture->store, "jan s", 10, NULL);
  none = hs_store_get_by_uid (fixture->store, "st-aaaaaa", NULL);
  g_assert_null (none);
  g_assert_cmpstr (scans->str, ==, "");
}

/* The check itself: a condition without an index is seen. */
static void
test_plans_see (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) scans = g_string_new (NULL);
  HsQuery *query = hs_query_new (HS_KIND_STUDENT);

  fixture->store->plan_func = note_scan;
  fixture->store->plan_data = scans;
  hs_query_where_text (query, HS_STUDENT_PHONE, HS_OP_EQUAL, "06");
  run_query (fixture->store, query);
  g_assert_cmpuint (scans->len, >, 0);
}

static void
test_leftover (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hs_store_prepare (fixture->store, "SELECT 1; DELETE FROM student", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
}

#define ADD(name, function) g_test_add ("/query/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("conditions", test_conditions);
  ADD ("order", test_order);
  ADD ("order-reference", test_order_reference);
  ADD ("search", test_search);
  ADD ("search-follows", test_search_follows);
  ADD ("removed", test_removed);
  ADD ("plans", test_plans);
  ADD ("plans-of-lists", test_plans_of_lists);
  ADD ("plans-see", test_plans_see);
  ADD ("leftover", test_leftover);
  return g_test_run ();
}
