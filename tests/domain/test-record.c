/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Record descriptions, and reading and writing of values in the form of people and of files. */

#include "hs-check.h"
#include "hs-date.h"
#include "hs-error.h"
#include "hs-locale.h"
#include "hs-record.h"
#include "hs-text.h"

#include <string.h>

/* Each kind has unique field names, labels and uid prefix, and every reference has a target. */
static void
test_descriptions (void)
{
  g_autoptr (GHashTable) prefixes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint k = 0; k < HS_N_KINDS; k++)
    {
      const HsKind *kind = hs_kind ((HsKindId) k);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      g_autofree char *uid = g_strdup_printf ("%s-0123456789abcdef", kind->prefix);

      g_assert_cmpint (kind->id, ==, k);
      g_assert_true (g_hash_table_add (prefixes, (gpointer) kind->prefix));
      g_assert_true (hs_kind_by_name (kind->name) == kind);
      g_assert_true (hs_kind_of_uid (uid) == kind);
      g_assert_cmpuint (kind->n_fields, <=, 64);
      for (guint i = 0; i < kind->n_fields; i++)
        {
          const HsField *field = &kind->fields[i];

          g_assert_nonnull (field->name);
          g_assert_cmpstr (field->label, !=, "");
          g_assert_true (g_hash_table_add (names, (gpointer) field->name));
          g_assert_cmpint (hs_kind_find_field (kind, field->name), ==, i);
          if (field->type == HS_TYPE_SET)
            g_assert_cmpuint (hs_field_n_choices (field), <=, 62);
        }
    }
  g_assert_null (hs_kind_of_uid ("zz-0123"));
  g_assert_null (hs_kind_of_uid ("nothing"));
  g_assert_null (hs_kind_of_uid (NULL));
}

static void
test_choices (void)
{
  for (guint c = 0; c < HS_N_CHOICES; c++)
    for (guint i = 0; i < hs_choices_table[c].n_items; i++)
      {
        g_assert_cmpint (hs_choice_find ((HsChoicesId) c, hs_choice_code ((HsChoicesId) c, i)), ==,
                         i);
        g_assert_cmpint (hs_choice_find ((HsChoicesId) c, hs_choice_dutch ((HsChoicesId) c, i)), ==,
                         i);
      }
  g_assert_cmpint (hs_choice_find (HS_CHOICES_ROUTE, "BoL"), ==, HS_ROUTE_BOL);
  g_assert_cmpint (hs_choice_find (HS_CHOICES_ROUTE, "bos"), ==, -1);
}

typedef struct
{
  HsKindId kind;
  guint field;
  const char *typed;
  const char *shown; /* NULL: refused */
  const char *stable;
} ParseCase;

static const ParseCase parse_cases[] = {
  { HS_KIND_STUDENT, HS_STUDENT_FIRST_NAME, "  Zo\xc3\xab ", "Zo\xc3\xab", "Zo\xc3\xab" },
  { HS_KIND_STUDENT, HS_STUDENT_FIRST_NAME, "Zoe\xcc\x88", "Zo\xc3\xab", "Zo\xc3\xab" },
  { HS_KIND_STUDENT, HS_STUDENT_FIRST_NAME,
    "a\x01"
    "b",
    NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_FIRST_NAME, "\xff", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_FIRST_NAME, "twee\nregels", "twee regels", "twee regels" },
  { HS_KIND_STUDENT, HS_STUDENT_REMARK, "twee\r\nregels", "twee\nregels", "twee\nregels" },
  { HS_KIND_STUDENT, HS_STUDENT_BIRTH_DATE, "29-2-2008", "29-02-2008", "2008-02-29" },
  { HS_KIND_STUDENT, HS_STUDENT_BIRTH_DATE, "2008-02-29", "29-02-2008", "2008-02-29" },
  { HS_KIND_STUDENT, HS_STUDENT_BIRTH_DATE, "1 maart 2008", "01-03-2008", "2008-03-01" },
  { HS_KIND_STUDENT, HS_STUDENT_BIRTH_DATE, "1 mrt 2008", "01-03-2008", "2008-03-01" },
  { HS_KIND_STUDENT, HS_STUDENT_BIRTH_DATE, "29-2-2007", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_BIRTH_DATE, "1-3-08", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_BIRTH_DATE, "13-13-2008", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_BIRTH_DATE, "1-3/2008", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_BIRTH_DATE, "1-3-2008x", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_WEEKDAYS, "ma, di,vr", "Maandag, Dinsdag, Vrijdag", "mo,tu,fr" },
  { HS_KIND_STUDENT, HS_STUDENT_WEEKDAYS, "mo-we", "Maandag, Dinsdag, Woensdag", "mo,tu,we" },
  { HS_KIND_STUDENT, HS_STUDENT_WEEKDAYS, "vr-ma", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_WEEKDAYS, "maandig", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_MOBILITY, "fiets", "Fiets", "bicycle" },
  { HS_KIND_STUDENT, HS_STUDENT_MOBILITY, "raket", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_POSTCODE, "3511ab", "3511 AB", "3511 AB" },
  { HS_KIND_STUDENT, HS_STUDENT_POSTCODE, "0511 AB", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_POSTCODE, "3511 SS", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_EMAIL, "a@b.nl", "a@b.nl", "a@b.nl" },
  { HS_KIND_STUDENT, HS_STUDENT_EMAIL, "a@b@c.nl", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_EMAIL, "a b@c.nl", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_DISTANCE_LIMIT, "15", "15", "15" },
  { HS_KIND_STUDENT, HS_STUDENT_DISTANCE_LIMIT, "-3", "-3", "-3" },
  { HS_KIND_STUDENT, HS_STUDENT_DISTANCE_LIMIT, "1,5", NULL, NULL },
  { HS_KIND_STUDENT, HS_STUDENT_DISTANCE_LIMIT, "99999999999999999999", NULL, NULL },
  { HS_KIND_PERSON, HS_PERSON_COACH_MINUTES, "7,5", "7,5", "450" },
  { HS_KIND_PERSON, HS_PERSON_COACH_MINUTES, "7.50", "7,5", "450" },
  { HS_KIND_PERSON, HS_PERSON_COACH_MINUTES, "7:20", "7:20", "440" },
  { HS_KIND_PERSON, HS_PERSON_COACH_MINUTES, "8 uur", "8", "480" },
  { HS_KIND_PERSON, HS_PERSON_COACH_MINUTES, "7:60", NULL, NULL },
  { HS_KIND_PERSON, HS_PERSON_COACH_TRAINED, "Ja", "ja", "1" },
  { HS_KIND_PERSON, HS_PERSON_COACH_TRAINED, "misschien", NULL, NULL },
  { HS_KIND_VACANCY, HS_VACANCY_ALLOWANCE, "350", "350,00", "35000" },
  { HS_KIND_VACANCY, HS_VACANCY_ALLOWANCE, "350,5", "350,50", "35050" },
  { HS_KIND_PROGRAMME, HS_PROGRAMME_CREBO, "25 655", "25655", "25655" },
  { HS_KIND_PROGRAMME, HS_PROGRAMME_CREBO, "2565", NULL, NULL },
  { HS_KIND_ORGANISATION, HS_ORGANISATION_BRIN, "25lh", "25LH", "25LH" },
  { HS_KIND_ORGANISATION, HS_ORGANISATION_BRIN, "2LH5", NULL, NULL },
  { HS_KIND_ORGANISATION, HS_ORGANISATION_KVK, "1234567", NULL, NULL },
  { HS_KIND_ORGANISATION, HS_ORGANISATION_WEBSITE, "https://zorg.example/x",
    "https://zorg.example/x", "https://zorg.example/x" },
  { HS_KIND_ORGANISATION, HS_ORGANISATION_WEBSITE, "javascript:alert(1)", NULL, NULL },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      const ParseCase *c = &parse_cases[i];
      g_autoptr (HsRecord) record = hs_record_new (c->kind);
      g_autoptr (HsRecord) again = hs_record_new (c->kind);
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *stable = NULL;
      gboolean done = hs_record_parse (record, c->field, c->typed, &error);

      g_test_message ("case %u", i);
      if (c->shown == NULL)
        {
          g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
          g_assert_false (hs_record_has (record, c->field));
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (done);
      shown = hs_record_format (record, c->field);
      stable = hs_record_format_stable (record, c->field);
      g_assert_cmpstr (shown, ==, c->shown);
      g_assert_cmpstr (stable, ==, c->stable);
      g_assert_true (hs_record_parse_stable (again, c->field, stable, NULL));
      g_assert_true (hs_record_same (record, again, c->field));
      hs_record_unset (again, c->field);
      g_assert_true (hs_record_parse (again, c->field, shown, NULL));
      g_assert_true (hs_record_same (record, again, c->field));
    }
}

/* A value that is refused leaves the old one. */
static void
test_refused_keeps (void)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_STUDENT);

  hs_record_set_text (record, HS_STUDENT_POSTCODE, "3511 AB");
  g_assert_false (hs_record_parse (record, HS_STUDENT_POSTCODE, "x", NULL));
  g_assert_cmpstr (hs_record_text (record, HS_STUDENT_POSTCODE), ==, "3511 AB");
  g_assert_true (hs_record_parse (record, HS_STUDENT_POSTCODE, "", NULL));
  g_assert_false (hs_record_has (record, HS_STUDENT_POSTCODE));
}

static void
test_copy (void)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_STUDENT);
  g_autoptr (HsRecord) copy = NULL;
  g_autofree char *title = NULL;

  hs_record_set_text (record, HS_STUDENT_FIRST_NAME, "Noor");
  hs_record_set_text (record, HS_STUDENT_INFIX, "van der");
  hs_record_set_text (record, HS_STUDENT_LAST_NAME, "Berg");
  hs_record_set_identity (record, 7, "st-x", 1, 2, 0);
  copy = hs_record_copy (record);
  hs_record_set_text (record, HS_STUDENT_FIRST_NAME, "Ans");
  title = hs_record_title (copy);
  g_assert_cmpstr (title, ==, "Noor van der Berg");
  g_assert_cmpint (hs_record_id (copy), ==, 7);
  g_assert_cmpstr (hs_record_uid (copy), ==, "st-x");
}

/* Every day of three centuries there and back; weekdays and study years at their edges. */
static void
test_days (void)
{
  char iso[11];

  for (HsDay day = HS_DAY_FIRST; day <= HS_DAY_LAST; day++)
    {
      int y, m, d;

      hs_day_split (day, &y, &m, &d);
      g_assert_cmpint (hs_day (y, m, d), ==, day);
      g_assert_cmpint (hs_day_parse_iso (hs_day_to_iso (day, iso), 10), ==, day);
    }
  g_assert_cmpint (hs_day (1970, 1, 1), ==, 0);
  g_assert_cmpint (hs_day (1900, 1, 1), ==, HS_DAY_FIRST);
  g_assert_cmpint (hs_day (2199, 12, 31), ==, HS_DAY_LAST);
  g_assert_cmpint (hs_day (1900, 2, 29), ==, HS_DAY_NONE);
  g_assert_cmpint (hs_day_weekday (hs_day (2026, 11, 22)), ==, 6);
  g_assert_cmpint (hs_day_weekday (hs_day (1969, 12, 31)), ==, 2);
  g_assert_cmpint (hs_day_study_year (hs_day (2027, 7, 31)), ==, 2026);
  g_assert_cmpint (hs_day_study_year (hs_day (2027, 8, 1)), ==, 2027);
  g_assert_cmpint (hs_day_easter (2026), ==, hs_day (2026, 4, 5));
  g_assert_cmpint (hs_day_easter (2038), ==, hs_day (2038, 4, 25));
}

static void
test_moments (void)
{
  char iso[21];
  gint64 moment;

  g_assert_true (hs_moment_parse_iso ("2027-03-12T09:30:00Z", &moment));
  g_assert_cmpstr (hs_moment_to_iso (moment, iso), ==, "2027-03-12T09:30:00Z");
  g_assert_cmpstr (hs_moment_to_iso (-1, iso), ==, "1969-12-31T23:59:59Z");
  g_assert_false (hs_moment_parse_iso ("2027-03-12T24:30:00Z", &moment));
  g_assert_false (hs_moment_parse_iso ("2027-03-12T09:3x:00Z", &moment));
  g_assert_false (hs_moment_parse_iso ("2027-03-12", &moment));
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text, *folded;
  } cases[] = {
    { "Zo\xc3\xab-Mari\xc3\xa8", "zoe marie" },
    { "\xc3\x85se \xc3\x98stergaard", "ase ostergaard" },
    { "Stra\xc3\x9f"
      "e",
      "strasse" },
    { "  A.B.  C", "a b c" },
    { "\xef\xac\x81jn", "fijn" },
    { "\xc4\xb0lkay", "ilkay" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      hs_text_fold (out, cases[i].text);
      g_assert_cmpstr (out->str, ==, cases[i].folded);
    }
}

static void
test_citizen_number (void)
{
  g_assert_true (hs_check_is_citizen_number ("111222333"));
  g_assert_false (hs_check_is_citizen_number ("111222334"));
  g_assert_false (hs_check_is_citizen_number ("000000000"));
  g_assert_false (hs_check_is_citizen_number ("11122233"));
}

/* Random bytes: never a crash; what is accepted is clean, and reading it again changes nothing. */
static void
test_random_text (void)
{
  for (int round = 0; round < 20000; round++)
    {
      char bytes[24];
      int length = g_test_rand_int_range (0, (gint32) sizeof bytes);
      g_autofree char *clean = NULL;
      g_autofree char *again = NULL;

      for (int i = 0; i < length; i++)
        bytes[i] = (char) (g_test_rand_bit () ? g_test_rand_int_range (0, 256)
                                              : g_test_rand_int_range (32, 127));
      clean = hs_text_clean (bytes, (gsize) length, FALSE, NULL);
      if (clean == NULL)
        continue;
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      again = hs_text_clean (clean, strlen (clean), FALSE, NULL);
      g_assert_cmpstr (again, ==, clean);
    }
}

int
main (int argc, char **argv)
{
  hs_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/descriptions", test_descriptions);
  g_test_add_func ("/record/choices", test_choices);
  g_test_add_func ("/record/parse", test_parse);
  g_test_add_func ("/record/refused-keeps", test_refused_keeps);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/days", test_days);
  g_test_add_func ("/record/moments", test_moments);
  g_test_add_func ("/record/fold", test_fold);
  g_test_add_func ("/record/citizen-number", test_citizen_number);
  g_test_add_func ("/record/random-text", test_random_text);
  return g_test_run ();
}
