/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files of schools become: recognised, counted, refused with the place, all or nothing. */

#include "exchange-test.h"

#include "hs-erase.h"
#include "hs-error.h"
#include "hs-query.h"

#include <string.h>

static HsImportResult *
import (ExchangeFixture *fixture, HsKindId kind, const char *text, const HsImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      exchange_file (fixture, *text == '[' ? "bestand.json" : "bestand.csv", text, -1);
  HsImportResult *result = hs_import_file (fixture->store, NULL, kind, path, options, &error);

  g_assert_no_error (error);
  g_assert_false (hs_store_in_transaction (fixture->store));
  return result;
}

static void
assert_counts (const HsImportResult *result, guint new, guint changed, guint unchanged, guint bad,
               guint missing)
{
  g_autofree char *problems = exchange_problems (result);

  if (result->n_new != new || result->n_changed != changed || result->n_unchanged != unchanged
      || result->n_bad != bad || result->n_missing != missing)
    g_error ("%u new, %u changed, %u unchanged, %u bad, %u missing\n%s", result->n_new,
             result->n_changed, result->n_unchanged, result->n_bad, result->n_missing, problems);
  g_assert_cmpuint (result->n_rows, ==, new + changed + unchanged + bad);
}

/* The only student with this number. */
static HsRecord *
student (HsStore *store, const char *number)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_STUDENT);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_text (query, HS_STUDENT_NUMBER, HS_OP_EQUAL, number);
  found = hs_store_find (store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  return hs_record_ref (g_ptr_array_index (found, 0));
}

static const char students[] =
    "School;Studentnr;Roepnaam;tussenvoegsel;Achternaam;geb.datum;emailadres;tel;Woonplaats\r\n"
    "25XY;0012;Sanne;de;Boer;1-2-2009;s.deboer@voorbeeld.example;06-12345678;Tiel\r\n"
    "Rivierland College;0013;Yusuf;;Öztürk;2008-03-04;;;\"Geldermalsen\"\r\n"
    "26xy;0012;Noor;van den;Berg;12 maart 2007;;;\r\n";

static void
test_students (ExchangeFixture *fixture, gconstpointer data)
{
  HsImportOptions dry = { .dry_run = TRUE };
  g_autoptr (HsImportResult) looked = import (fixture, HS_KIND_STUDENT, students, &dry);
  g_autoptr (HsImportResult) first = NULL;
  g_autoptr (HsImportResult) again = NULL;
  g_autoptr (HsImportResult) changed = NULL;
  g_autoptr (HsRecord) yusuf = NULL;
  g_autofree char *born = NULL;

  assert_counts (looked, 3, 0, 0, 0, 0);
  g_assert_false (looked->saved);
  g_assert_cmpint (exchange_count (fixture->store, HS_KIND_STUDENT), ==, 0);
  first = import (fixture, HS_KIND_STUDENT, students, NULL);
  assert_counts (first, 3, 0, 0, 0, 0);
  g_assert_true (first->saved);
  g_assert_cmpint (exchange_count (fixture->store, HS_KIND_STUDENT), ==, 3);
  yusuf = student (fixture->store, "0013");
  g_assert_cmpstr (hs_record_text (yusuf, HS_STUDENT_LAST_NAME), ==, "Öztürk");
  born = hs_record_format (yusuf, HS_STUDENT_BIRTH_DATE);
  g_assert_cmpstr (born, ==, "04-03-2008");
  again = import (fixture, HS_KIND_STUDENT, students, NULL);
  assert_counts (again, 0, 0, 3, 0, 0);
  g_assert_false (again->saved);
  changed = import (fixture, HS_KIND_STUDENT,
                    "school;studentnummer;roepnaam;telefoon\n25XY;0013;;0612345678\n", NULL);
  assert_counts (changed, 0, 1, 0, 0, 1);
  g_clear_pointer (&yusuf, hs_record_unref);
  yusuf = student (fixture->store, "0013");
  g_assert_cmpstr (hs_record_text (yusuf, HS_STUDENT_FIRST_NAME), ==, "Yusuf");
  g_assert_cmpstr (hs_record_text (yusuf, HS_STUDENT_PHONE), ==, "0612345678");
}

/* A cell with "(leeg)" clears, an empty one does not, and a needed field cannot be cleared. */
static void
test_clear (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (HsImportResult) first = import (fixture, HS_KIND_STUDENT, students, NULL);
  g_autoptr (HsImportResult) cleared =
      import (fixture, HS_KIND_STUDENT,
              "school;studentnummer;tel;remark\n25XY;0012;(leeg);'(leeg)\n", NULL);
  g_autoptr (HsImportResult) json =
      import (fixture, HS_KIND_STUDENT,
              "[{\"school\":\"25XY\",\"number\":\"0013\",\"place\":null,\"email\":\"\"}]", NULL);
  g_autoptr (HsImportResult) needed =
      import (fixture, HS_KIND_PROGRAMME, "crebo;naam;niveau\n25655;(leeg);4\n", NULL);
  g_autoptr (HsRecord) yusuf = student (fixture->store, "0013");
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_STUDENT);
  g_autoptr (GPtrArray) found = NULL;

  assert_counts (cleared, 0, 1, 0, 0, 1);
  assert_counts (json, 0, 1, 0, 0, 1);
  assert_counts (needed, 0, 0, 0, 1, 0);
  g_assert_false (hs_record_has (yusuf, HS_STUDENT_PLACE));
  hs_query_where_text (query, HS_STUDENT_REMARK, HS_OP_EQUAL, "(leeg)");
  found = hs_store_find (fixture->store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_false (hs_record_has (g_ptr_array_index (found, 0), HS_STUDENT_PHONE));
}

/* One row is a student and an enrolment. */
static void
test_enrolment (ExchangeFixture *fixture, gconstpointer data)
{
  static const char text[] =
      "school;studentnr;achternaam;crebo;leerweg;cohort;klas;begin;stageuren\n"
      "25XY;1;Boer;25655;BOL;2026;VP4A;1-8-2026;420,5\n"
      "25XY;2;Berg;25655;bbl;2026;VP4B;1-8-2026;\n"
      "25XY;3;Dijk;;;;;;\n";
  g_autoptr (HsImportResult) first = import (fixture, HS_KIND_STUDENT, text, NULL);
  g_autoptr (HsImportResult) again = import (fixture, HS_KIND_STUDENT, text, NULL);
  g_autoptr (HsImportResult) moved =
      import (fixture, HS_KIND_STUDENT, "school;studentnr;klas\n25XY;1;VP4C\n25XY;3;VP4C\n", NULL);
  g_autoptr (HsRecord) boer = student (fixture->store, "1");
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ENROLMENT);
  g_autoptr (GPtrArray) found = NULL;
  HsRecord *enrolment;

  assert_counts (first, 3, 0, 0, 0, 0);
  assert_counts (again, 0, 0, 3, 0, 0);
  assert_counts (moved, 0, 2, 0, 0, 1);
  g_assert_cmpint (exchange_count (fixture->store, HS_KIND_ENROLMENT), ==, 3);
  hs_query_where_int (query, HS_ENROLMENT_STUDENT, HS_OP_EQUAL, hs_record_id (boer));
  found = hs_store_find (fixture->store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  enrolment = g_ptr_array_index (found, 0);
  g_assert_cmpstr (hs_record_text (enrolment, HS_ENROLMENT_CLASS), ==, "VP4C");
  g_assert_cmpint (hs_record_int (enrolment, HS_ENROLMENT_PLACEMENT_MINUTES), ==, 25230);
  g_assert_cmpstr (hs_record_code (enrolment, HS_ENROLMENT_ROUTE), ==, "bol");
}

/* A row without enrolment number means the only enrolment, unless it names another programme: that
 * may be a switch or a second one, and the number tells. */
static void
test_which_enrolment (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (HsImportResult) programmes =
      import (fixture, HS_KIND_PROGRAMME, "crebo;naam;niveau\n25498;Helpende;2\n", NULL);
  g_autoptr (HsImportResult) first =
      import (fixture, HS_KIND_STUDENT, "school;studentnr;crebo\n25XY;1;25655\n", NULL);
  g_autoptr (HsImportResult) asks =
      import (fixture, HS_KIND_STUDENT, "school;studentnr;crebo\n25XY;1;25498\n", NULL);
  g_autoptr (HsImportResult) changed =
      import (fixture, HS_KIND_STUDENT,
              "school;studentnr;crebo;inschrijvingsnummer\n25XY;1;25498;1\n", NULL);
  g_autoptr (HsImportResult) second =
      import (fixture, HS_KIND_STUDENT,
              "school;studentnr;crebo;inschrijvingsnummer\n25XY;1;25655;2\n", NULL);
  g_autoptr (HsImportResult) by_programme =
      import (fixture, HS_KIND_STUDENT, "school;studentnr;crebo;klas\n25XY;1;25655;VP4A\n", NULL);
  g_autoptr (HsImportResult) neither =
      import (fixture, HS_KIND_STUDENT, "school;studentnr;klas\n25XY;1;VP4B\n", NULL);

  assert_counts (programmes, 1, 0, 0, 0, 1);
  assert_counts (first, 1, 0, 0, 0, 0);
  assert_counts (asks, 0, 0, 0, 1, 0);
  assert_counts (changed, 0, 1, 0, 0, 0);
  assert_counts (second, 0, 1, 0, 0, 0);
  assert_counts (by_programme, 0, 1, 0, 0, 0);
  assert_counts (neither, 0, 0, 0, 1, 0);
  g_assert_cmpint (exchange_count (fixture->store, HS_KIND_ENROLMENT), ==, 2);
}

typedef struct
{
  HsKindId kind;
  const char *text;
  const char *problems; /* what they start with, one a line */
} Refusal;

static const Refusal refusals[] = {
  { HS_KIND_STUDENT, "school;studentnr;geb.datum\n25XY;1;31-02-2008\n25XY;2;12-03-08\n",
    ", line 2, column geb.datum: “31-02-2008”: this must be a date\n"
    ", line 3, column geb.datum: “12-03-08”: this must be a date\n" },
  { HS_KIND_STUDENT, "school;studentnr;postcode;email\n25XY;1;12 AB;geen adres\n",
    ", line 2, column postcode: “12 AB”: a postcode is\n"
    ", line 2, column email: “geen adres”: an e-mail address\n" },
  { HS_KIND_STUDENT, "email;postcode;school;studentnr\ngeen adres;12 AB;25XY;1\n",
    ", line 2, column email: “geen adres”: an e-mail address\n"
    ", line 2, column postcode: “12 AB”: a postcode is\n" },
  { HS_KIND_STUDENT, "school;studentnr\n25XY;1\n\n25XY;2\n25xy;1\n",
    ", line 5: this is the same one as on line 2\n" },
  { HS_KIND_STUDENT, "school;studentnr\n25XY;\n", ", line 2: it cannot be told whether\n" },
  { HS_KIND_STUDENT, "school;achternaam\n25XY;Boer\n", ", line 2: it cannot be told whether\n" },
  { HS_KIND_STUDENT, "achternaam;roepnaam\nBoer;Jan\n",
    ", line 1: it cannot be told whether a row is\n" },
  { HS_KIND_STUDENT, "school;studentnr\nZonnehof;1\n",
    ", line 2, column school: “Zonnehof”: this organisation is not a school\n" },
  { HS_KIND_STUDENT, "school;studentnr\n99ZZ;1\n",
    ", line 2, column school: “99ZZ”: there is no Organisation with this\n" },
  { HS_KIND_STUDENT, "school;studentnr;naam;achternaam\n25XY;1;a;b\n",
    ", line 1, column achternaam: the columns “naam” and “achternaam” are the same field\n" },
  { HS_KIND_STUDENT, "school;studentnr;naam\n25XY;1\n25XY;2;a;b\n",
    ", line 2: the row has 2 cells and the header has 3\n"
    ", line 3: the row has 4 cells and the header has 3\n" },
  { HS_KIND_STUDENT, "school;studentnr;;naam\n25XY;1;x;b\n",
    ", line 2, column 3: “x”: this column has no name\n" },
  { HS_KIND_STUDENT, "school;studentnr\n25XY;1\n25XY;\"2\n",
    ", line 3, column studentnr: a quote opens here and is never closed\n" },
  { HS_KIND_STUDENT, "school;studentnr;crebo;leerweg;stageuren\n25XY;1;99999;dual;veel\n",
    ", line 2, column crebo: “99999”: there is no Programme\n"
    ", line 2, column leerweg: “dual”: “dual” is not one of: BOL, BBL\n"
    ", line 2, column stageuren: “veel”: this must be a number of hours\n" },
  { HS_KIND_STUDENT, "school;studentnr;uid\n25XY;1;pe-aaaaaaaaaaaaaaaa\n",
    ", line 2, column uid: “pe-aaaaaaaaaaaaaaaa”: this is not a uid of this kind\n" },
  { HS_KIND_STUDENT, "appel;peer\n1;2\n",
    ", line 1, column appel: this column is not known\n"
    ", line 1, column peer: this column is not known\n"
    ", line 1: no column is known\n" },
  { HS_KIND_STUDENT, "", ": the file is empty\n" },
  { HS_KIND_STUDENT,
    "[{\"number\":\"1\",\"school\":\"25XY\"},\n\n{\"number\":{},\"weekdays\":[1]}]",
    ", line 3, column number: this must be a text, a whole number\n"
    ", line 3, column weekdays: this must be a text, a whole number\n" },
  { HS_KIND_STUDENT, "[{\"number\":\"1\",]", ", line 1, column 16: this is not JSON\n" },
  { HS_KIND_STUDENT, "[1]", ", line 1: element 1 of the JSON list is not a record\n" },
  { HS_KIND_PERSON, "organisatie;achternaam;roepnaam\nZonnehof;Boer;Jan\n",
    ", line 1: it cannot be told whether a row is\n" },
  { HS_KIND_PERSON, "organisatie;achternaam;email\nZonnehof;Boer;\nZonnehof;;a@b.example\n",
    ", line 2: it cannot be told whether this is one that is there\n"
    ", line 3, column achternaam: this must be filled in\n" },
  { HS_KIND_PERSON, "email;achternaam\na@b.example;Boer\n",
    ", line 2: there is no column “Organisation”, and a new record needs it\n" },
  { HS_KIND_ORGANISATION, "naam;kvk;brin\nX;12345678;25XY\n",
    ", line 2: this row names two at once: Rivierland College\n" },
  { HS_KIND_ORGANISATION, "naam;kvk\nX;1234\n", ", line 2, column kvk: “1234”: a KvK number is\n" },
  { HS_KIND_ORGANISATION, "naam;kvk;onderdeel van\nX;87654321;Bestaat niet\n",
    ", line 2, column onderdeel van: “Bestaat niet”: there is no Organisation\n" },
  { HS_KIND_ITEM, "location;technologie\nZonnehof / De Linde;Tovertafel\n",
    ", line 2, column technologie: “Tovertafel”: there is no Technology\n" },
  { HS_KIND_RECOGNITION, "host;crebo\n25XY;25655\n",
    ", line 2, column host: “25XY”: this organisation is not a host\n" },
};

/* Whether each line of @found starts as the line of @expected does. */
static void
assert_starts (const char *found, const char *expected)
{
  g_auto (GStrv) have = g_strsplit (found, "\n", -1);
  g_auto (GStrv) want = g_strsplit (expected, "\n", -1);

  if (g_strv_length (have) != g_strv_length (want))
    g_error ("found:\n%sexpected:\n%s", found, expected);
  for (guint i = 0; want[i] != NULL; i++)
    if (!g_str_has_prefix (have[i], want[i]))
      g_error ("found:\n%sexpected:\n%s", found, expected);
}

static void
test_refusals (ExchangeFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *one = &refusals[i];
      gint64 before = exchange_count (fixture->store, one->kind);
      gint64 revision = hs_store_revision (fixture->store);
      g_autoptr (HsImportResult) result = import (fixture, one->kind, one->text, NULL);
      g_autofree char *problems = exchange_problems (result);

      assert_starts (problems, one->problems);
      g_assert_false (result->saved);
      g_assert_cmpuint (result->n_errors, >, 0);
      g_assert_cmpint (exchange_count (fixture->store, one->kind), ==, before);
      g_assert_cmpint (hs_store_revision (fixture->store), ==, revision);
    }
}

/* The place of a problem as data. */
static void
test_place (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (HsImportResult) result = import (
      fixture, HS_KIND_STUDENT,
      "school;remark;studentnr;weekdays\n25XY;\"een\ntwee\";1;ma-vr\n25XY;;2;maandag,zomer\n",
      NULL);
  const HsImportProblem *problem;

  g_assert_cmpuint (result->n_errors, ==, 1);
  problem = g_ptr_array_index (result->problems, 0);
  g_assert_cmpuint (problem->line, ==, 4);
  g_assert_cmpuint (problem->column, ==, 4);
  g_assert_cmpstr (problem->header, ==, "weekdays");
  g_assert_cmpstr (problem->value, ==, "maandag,zomer");
  g_assert_nonnull (strstr (problem->reason, "“zomer” is not one of"));
  g_assert_false (problem->warning);
}

/* All errors are counted and not only those that are kept. */
static void
test_all_errors (ExchangeFixture *fixture, gconstpointer data)
{
  HsImportOptions options = { .most_problems = 10 };
  g_autoptr (GString) text = g_string_new ("school;studentnr;postcode\n");
  g_autoptr (HsImportResult) result = NULL;

  for (int i = 0; i < 2500; i++)
    g_string_append_printf (text, "25XY;%d;fout\n", i);
  result = import (fixture, HS_KIND_STUDENT, text->str, &options);
  assert_counts (result, 0, 0, 0, 2500, 0);
  g_assert_cmpuint (result->n_errors, ==, 2500);
  g_assert_cmpuint (result->problems->len, ==, 10);
}

/* The good rows are taken over, the bad ones go to a file that can be mended and brought in. */
static void
test_keep_good (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *bad = exchange_file (fixture, "fouten.csv", NULL, 0);
  HsImportOptions options = { .keep_good = TRUE, .bad_rows = bad };
  g_autoptr (HsImportResult) result =
      import (fixture, HS_KIND_STUDENT,
              "school;studentnr;postcode\n25XY;1;4001 AB\n25XY;2;'=fout\n25XY;3;\n", &options);
  g_autoptr (HsImportResult) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *mended = NULL;
  char *at;

  assert_counts (result, 2, 0, 0, 1, 0);
  g_assert_true (result->saved);
  g_assert_true (g_file_get_contents (bad, &text, NULL, &error));
  at = strstr (text, ";25XY;2;'=fout\r\n");
  g_assert_nonnull (at);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"
                                         "Fouten;school;studentnr;postcode\r\n"));
  memcpy (at, ";25XY;2;4001AC\r\n", 16);
  mended = exchange_file (fixture, "hersteld.csv", text, -1);
  again = hs_import_file (fixture->store, NULL, HS_KIND_STUDENT, mended, NULL, &error);
  g_assert_no_error (error);
  assert_counts (again, 1, 0, 0, 0, 2);
  g_assert_cmpint (exchange_count (fixture->store, HS_KIND_STUDENT), ==, 3);
}

/* What to do with people without an e-mail address: siblings share a name. */
static void
test_unsure (ExchangeFixture *fixture, gconstpointer data)
{
  static const char text[] = "organisatie;roepnaam;achternaam;rollen\n"
                             "Zonnehof;Jan;Boer;werkbegeleider, digicoach\n";
  HsImportOptions new_ones = { .new_when_unsure = TRUE };
  HsImportOptions by_name = { .match_by_name = TRUE };
  g_autoptr (HsImportResult) asked = import (fixture, HS_KIND_PERSON, text, NULL);
  g_autoptr (HsImportResult) first = import (fixture, HS_KIND_PERSON, text, &by_name);
  g_autoptr (HsImportResult) same = import (fixture, HS_KIND_PERSON, text, &by_name);
  g_autoptr (HsImportResult) twin = import (fixture, HS_KIND_PERSON, text, &new_ones);
  g_autoptr (HsImportResult) two = import (fixture, HS_KIND_PERSON, text, &by_name);
  g_autofree char *problems = exchange_problems (two);

  g_assert_cmpuint (asked->n_errors, ==, 1);
  assert_counts (first, 1, 0, 0, 0, 0);
  assert_counts (same, 0, 0, 1, 0, 0);
  assert_counts (twin, 1, 0, 0, 0, 1);
  assert_counts (two, 0, 0, 0, 1, 2);
  g_assert_nonnull (strstr (problems, "more than one has this name"));
}

/* References to rows that come later, to names that two have, and inside an organisation. */
static void
test_references (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (HsImportResult) groups =
      import (fixture, HS_KIND_ORGANISATION,
              "naam;soort;kvk;onderdeel van\nBeek;host;11111111;Stroom\nStroom;host;22222222;\n"
              "Zonnehof;host;33333333;\n",
              NULL);
  g_autoptr (HsImportResult) doubtful =
      import (fixture, HS_KIND_LOCATION, "organisatie;naam\nZonnehof;Oost\n", NULL);
  g_autofree char *problems = exchange_problems (doubtful);
  g_autoptr (HsImportResult) locations =
      import (fixture, HS_KIND_LOCATION, "kvk;naam\n33333333;De Linde\n11111111;De Linde\n", NULL);
  g_autoptr (HsImportResult) header = import (
      fixture, HS_KIND_LOCATION, "organisatie;naam\n33333333;De Linde\n11111111;De Linde\n", NULL);
  g_autoptr (HsImportResult) people =
      import (fixture, HS_KIND_PERSON,
              "locatie;organisatie;achternaam;email;vervanger\n"
              "De Linde;11111111;Bos;bos@beek.example;dal@beek.example\n"
              "Beek / De Linde;Beek;Dal;dal@beek.example;\n",
              NULL);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PERSON);
  g_autoptr (GPtrArray) found = NULL;

  assert_counts (groups, 3, 0, 0, 0, 3);
  g_assert_nonnull (strstr (problems, "“Zonnehof”: this can be more than one: Zonnehof (og-"));
  assert_counts (locations, 2, 0, 0, 0, 1);
  assert_counts (header, 0, 0, 2, 0, 1);
  assert_counts (people, 2, 0, 0, 0, 0);
  hs_query_order (query, HS_PERSON_LAST_NAME, FALSE);
  found = hs_store_find (fixture->store, query, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (hs_record_int (g_ptr_array_index (found, 0), HS_PERSON_SUBSTITUTE), ==,
                   hs_record_id (g_ptr_array_index (found, 1)));
  g_assert_cmpint (hs_record_int (g_ptr_array_index (found, 0), HS_PERSON_LOCATION), ==,
                   hs_record_int (g_ptr_array_index (found, 1), HS_PERSON_LOCATION));
}

static void
test_preview (ExchangeFixture *fixture, gconstpointer data)
{
  HsImportOptions options = { .dry_run = TRUE, .most_rows = 3 };
  g_autoptr (HsImportResult) first = import (fixture, HS_KIND_STUDENT, students, NULL);
  g_autoptr (HsImportResult) result = import (fixture, HS_KIND_STUDENT,
                                              "school;studentnr;roepnaam;geb.datum\n"
                                              "25XY;0012;Sanne;01-02-2009\n"
                                              "25XY;0013;Joesoef;\n"
                                              "25XY;0014;Kim;\n"
                                              "25XY;0015;Lee;\n",
                                              &options);
  const HsImportRow *row;
  const HsImportChange *change;

  assert_counts (result, 2, 1, 1, 0, 0);
  g_assert_cmpuint (result->rows->len, ==, 3);
  row = g_ptr_array_index (result->rows, 0);
  g_assert_cmpint (row->state, ==, HS_IMPORT_UNCHANGED);
  row = g_ptr_array_index (result->rows, 1);
  g_assert_cmpint (row->state, ==, HS_IMPORT_CHANGED);
  g_assert_cmpstr (row->title, ==, "Joesoef Öztürk");
  g_assert_cmpuint (row->line, ==, 3);
  g_assert_cmpuint (row->changes->len, ==, 1);
  change = g_ptr_array_index (row->changes, 0);
  g_assert_cmpstr (change->before, ==, "Yusuf");
  g_assert_cmpstr (change->after, ==, "Joesoef");
  row = g_ptr_array_index (result->rows, 2);
  g_assert_cmpint (row->state, ==, HS_IMPORT_NEW);
}

/* A uid says which record it is, also when its key changes; of an unknown one it is kept. */
static void
test_uid (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (HsImportResult) first = import (fixture, HS_KIND_STUDENT, students, NULL);
  g_autoptr (HsRecord) before = student (fixture->store, "0013");
  g_autofree char *text = g_strdup_printf ("uid;studentnr;school\n%s;0099;25XY\n"
                                           "st-aaaaaaaaaaaaaaaa;0100;25XY\n",
                                           hs_record_uid (before));
  g_autofree char *taken =
      g_strdup_printf ("uid;studentnr;school\nst-bbbbbbbbbbbbbbbb;0099;25XY\n%s;0012;25XY\n",
                       hs_record_uid (before));
  g_autoptr (HsImportResult) result = import (fixture, HS_KIND_STUDENT, text, NULL);
  g_autoptr (HsImportResult) refused = import (fixture, HS_KIND_STUDENT, taken, NULL);
  g_autofree char *problems = exchange_problems (refused);
  g_autoptr (HsRecord) after = student (fixture->store, "0099");
  g_autoptr (HsRecord) new_one = student (fixture->store, "0100");

  assert_counts (result, 1, 1, 0, 0, 1);
  g_assert_cmpint (hs_record_id (after), ==, hs_record_id (before));
  g_assert_cmpstr (hs_record_uid (new_one), ==, "st-aaaaaaaaaaaaaaaa");
  assert_starts (problems, ", line 2: the uid is not known here, but the key is that of Yusuf\n"
                           ", line 3: this row names two at once: Yusuf Öztürk\n");
}

/* What was erased for good does not come back with an old file: an error at its row. */
static void
test_erased (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (HsImportResult) first = import (fixture, HS_KIND_STUDENT, students, NULL);
  g_autoptr (HsRecord) gone = student (fixture->store, "0013");
  g_autofree char *text = g_strdup_printf ("uid;studentnr;school\n%s;0013;25XY\n"
                                           "st-aaaaaaaaaaaaaaaa;0100;25XY\n",
                                           hs_record_uid (gone));
  HsImportOptions options[] = { { 0 }, { .dry_run = TRUE }, { .keep_good = TRUE } };

  g_assert_cmpuint (first->n_new, ==, 3);
  g_assert_true (hs_store_begin (fixture->store, NULL, "test", NULL));
  g_assert_true (hs_store_erase (fixture->store, HS_KIND_STUDENT, hs_record_id (gone), NULL));
  g_assert_true (hs_store_commit (fixture->store, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (HsImportResult) result = import (fixture, HS_KIND_STUDENT, text, &options[i]);
      g_autofree char *problems = exchange_problems (result);

      assert_counts (result, 1, 0, 0, 1, 1);
      g_assert_cmpint (result->saved, ==, options[i].keep_good);
      g_assert_nonnull (strstr (problems, ", line 2: this was erased for good"));
      g_assert_null (strstr (problems, ", line 3"));
    }
  g_assert_cmpint (exchange_count (fixture->store, HS_KIND_STUDENT), ==, 3);
}

static void
cancel_after_a_while (double fraction, guint rows, gpointer user_data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  if (rows > 0)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HsImportOptions options = { .progress = cancel_after_a_while,
                              .progress_data = cancellable,
                              .cancellable = cancellable };
  g_autoptr (GString) text = g_string_new ("school;studentnr\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text, "25XY;%d\n", i);
  path = exchange_file (fixture, "veel.csv", text->str, -1);
  g_assert_null (hs_import_file (fixture->store, NULL, HS_KIND_STUDENT, path, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (exchange_count (fixture->store, HS_KIND_STUDENT), ==, 0);
  g_assert_false (hs_store_in_transaction (fixture->store));
}

static void
test_no_file (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      hs_import_file (fixture->store, NULL, HS_KIND_STUDENT, "/nergens/x.csv", NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

static void
test_warnings (ExchangeFixture *fixture, gconstpointer data)
{
  static const char text[] = "school;studentnr;kluisje\n25XY;1;12\n";
  HsImportOptions strict = { .strict = TRUE };
  g_autoptr (HsImportResult) refused = import (fixture, HS_KIND_STUDENT, text, &strict);
  g_autoptr (HsImportResult) result = import (fixture, HS_KIND_STUDENT, text, NULL);
  g_autofree char *problems = exchange_problems (result);
  g_autofree char *summary = hs_import_result_summary (result);

  g_assert_cmpuint (refused->n_errors, ==, 1);
  assert_counts (result, 1, 0, 0, 0, 0);
  g_assert_cmpuint (result->n_warnings, ==, 1);
  assert_starts (problems, ", line 1, column kluisje: this column is not known\n");
  g_assert_cmpstr (summary, ==, "1 row: 1 new, 0 changed, 0 unchanged, 0 with errors");
}

static void
set_up (ExchangeFixture *fixture, gconstpointer data)
{
  exchange_set_up (fixture, TRUE);
}

static void
tear_down (ExchangeFixture *fixture, gconstpointer data)
{
  exchange_tear_down (fixture);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/import/" name, ExchangeFixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("students", test_students);
  ADD ("clear", test_clear);
  ADD ("enrolment", test_enrolment);
  ADD ("which-enrolment", test_which_enrolment);
  ADD ("refusals", test_refusals);
  ADD ("place", test_place);
  ADD ("all-errors", test_all_errors);
  ADD ("keep-good", test_keep_good);
  ADD ("unsure", test_unsure);
  ADD ("references", test_references);
  ADD ("preview", test_preview);
  ADD ("uid", test_uid);
  ADD ("erased", test_erased);
  ADD ("cancelled", test_cancelled);
  ADD ("no-file", test_no_file);
  ADD ("warnings", test_warnings);
  return g_test_run ();
}
