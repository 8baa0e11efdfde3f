/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a hard rule fails, in one plain sentence. */

#include "hs-match-rule.h"

#include <glib/gi18n.h>

const char *
hs_match_rule_label (HsMatchRule rule)
{
  static const char *const labels[HS_N_MATCH_RULES] = {
    [HS_MATCH_RULE_OPEN] = N_ ("No longer open"),
    [HS_MATCH_RULE_RECOGNISED] = N_ ("Recognition not verified"),
    [HS_MATCH_RULE_PROGRAMME] = N_ ("Another programme"),
    [HS_MATCH_RULE_LEVEL] = N_ ("Another level"),
    [HS_MATCH_RULE_ROUTE] = N_ ("Another learning route"),
    [HS_MATCH_RULE_PERIOD] = N_ ("Another period"),
    [HS_MATCH_RULE_WEEKDAYS] = N_ ("Other days"),
    [HS_MATCH_RULE_DISTANCE] = N_ ("Too far away"),
    [HS_MATCH_RULE_ALLOWED] = N_ ("Ruled out"),
    [HS_MATCH_RULE_SUPERVISOR] = N_ ("No supervisor"),
    [HS_MATCH_RULE_DIGICOACH] = N_ ("No digicoach"),
  };

  g_return_val_if_fail ((guint) rule < HS_N_MATCH_RULES, NULL);
  return _ (labels[rule]);
}

/* "maandag, dinsdag" of a set of weekdays; 0 is every day. */
static char *
name_days (gint64 bits)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (int day = 0; day < 7; day++)
    if (bits >> day & 1)
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", hs_weekday_name (day));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
say_period (const HsMatchStudent *student, const HsMatchVacancy *vacancy, const char *place)
{
  g_autofree char *from = hs_day_format (student->from);
  g_autofree char *to = hs_day_format (student->to - 1);
  g_autofree char *offered_from =
      vacancy->from != HS_DAY_NONE ? hs_day_format (vacancy->from) : g_strdup ("…");
  g_autofree char *offered_to =
      vacancy->to != HS_DAY_NONE ? hs_day_format (vacancy->to - 1) : g_strdup ("…");

  return g_strdup_printf (_ ("The placement is from %s to %s, and %s has room from %s to %s."),
                          from, to, place, offered_from, offered_to);
}

static char *
say_weekdays (const HsMatchStudent *student, const HsMatchVacancy *vacancy, const char *place)
{
  g_autofree char *offered = name_days (hs_record_int (vacancy->record, HS_VACANCY_WEEKDAYS));
  g_autofree char *wanted = name_days (student->weekdays);

  return g_strdup_printf (_ ("%s has room on %s, and the student can come on %s."), place, offered,
                          wanted);
}

static char *
say_distance (const HsMatchWorld *world, const HsMatchStudent *student,
              const HsMatchVacancy *vacancy, const char *place)
{
  gint32 km = hs_match_distance (student, hs_match_location (world, vacancy->location));

  return g_strdup_printf (_ ("To %s it is %d km, and the student travels at most %d km."), place,
                          km, student->limit_km);
}

/* The reason that somebody wrote with the rule-out, if there is one. */
static char *
say_excluded (const HsMatchWorld *world, const HsMatchStudent *student,
              const HsMatchVacancy *vacancy, const char *place)
{
  const HsRecord *location = hs_match_location (world, vacancy->location)->record;

  for (guint i = 0; student->excluded != NULL && i < student->excluded->len; i++)
    {
      const HsRecord *exclusion = g_ptr_array_index (student->excluded, i);
      const char *reason = hs_record_text (exclusion, HS_EXCLUSION_REASON);

      if (reason != NULL
          && (hs_record_int (exclusion, HS_EXCLUSION_VACANCY) == hs_record_id (vacancy->record)
              || hs_record_int (exclusion, HS_EXCLUSION_LOCATION) == hs_record_id (location)
              || (hs_record_has (exclusion, HS_EXCLUSION_HOST)
                  && hs_record_int (exclusion, HS_EXCLUSION_HOST)
                         == hs_record_int (location, HS_LOCATION_ORGANISATION))))
        return g_strdup_printf (_ ("%s was ruled out: %s"), place, reason);
    }
  return g_strdup_printf (_ ("%s was ruled out for this student."), place);
}

char *
hs_match_rule_sentence (const HsMatchWorld *world, HsMatchRule rule, guint32 student_number,
                        guint32 vacancy_number)
{
  const HsMatchStudent *student = hs_match_student (world, student_number);
  const HsMatchVacancy *vacancy = hs_match_vacancy (world, vacancy_number);
  g_autofree char *place =
      vacancy->location != HS_NOBODY
          ? hs_record_title (hs_match_location (world, vacancy->location)->record)
          : hs_record_title (vacancy->record);
  g_autofree char *programme =
      student->programme != HS_NOBODY
          ? hs_record_title (hs_match_programme (world, student->programme)->record)
          : g_strdup (_ ("a programme that is not known"));

  switch (rule)
    {
    case HS_MATCH_RULE_OPEN:
      return g_strdup_printf (_ ("The vacancy at %s is no longer open."), place);
    case HS_MATCH_RULE_RECOGNISED:
      return g_strdup_printf (_ ("The recognition of %s for %s is not verified on the first day."),
                              place, programme);
    case HS_MATCH_RULE_PROGRAMME:
      return g_strdup_printf (_ ("The vacancy at %s is not for %s."), place, programme);
    case HS_MATCH_RULE_LEVEL:
      return g_strdup_printf (_ ("The vacancy at %s is for another level."), place);
    case HS_MATCH_RULE_ROUTE:
      return g_strdup_printf (_ ("The vacancy at %s is for another learning route."), place);
    case HS_MATCH_RULE_PERIOD:
      return say_period (student, vacancy, place);
    case HS_MATCH_RULE_WEEKDAYS:
      return say_weekdays (student, vacancy, place);
    case HS_MATCH_RULE_DISTANCE:
      return say_distance (world, student, vacancy, place);
    case HS_MATCH_RULE_ALLOWED:
      return say_excluded (world, student, vacancy, place);
    case HS_MATCH_RULE_SUPERVISOR:
      return g_strdup_printf (_ ("At %s nobody can guide a student of %s in this period."), place,
                              programme);
    case HS_MATCH_RULE_DIGICOACH:
      return g_strdup_printf (_ ("No digicoach of %s is there in this period."), place);
    case HS_N_MATCH_RULES:
    default:
      return g_strdup ("");
    }
}
