/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts around an agreement that rules need: load, recognitions, mandates, exclusions.
 *
 * An agreement counts in its own peaks with the sheet that is looked at, which may be a draft; all
 * others count with the sheet that is in force on each day. */

#include "hs-dossier-private.h"

#define MINUTES_UNKNOWN -1

/* The days of the sheet that is looked at, half-open; FALSE when they are not known. */
static gboolean
period (const HsDossier *dossier, HsDay *from, HsDay *to)
{
  const HsRecord *sheet = dossier->sheet;

  if (sheet == NULL || !hs_record_has (sheet, HS_SHEET_START)
      || !hs_record_has (sheet, HS_SHEET_END))
    return FALSE;
  *from = (HsDay) hs_record_int (sheet, HS_SHEET_START);
  *to = (HsDay) hs_record_int (sheet, HS_SHEET_END) + 1;
  return *from < *to;
}

/* A number that is not filled in is not known. */
static gint64
limit (const HsRecord *record, guint field)
{
  return record != NULL && hs_record_has (record, field) ? hs_record_int (record, field)
                                                         : MINUTES_UNKNOWN;
}

static void
fill_people (HsDossier *dossier, const HsUsage *usage, HsDay from, HsDay to)
{
  HsFacts *facts = &dossier->facts;
  gint64 own = hs_record_id (dossier->agreement);

  facts->supervisor_limit = limit (dossier->supervisor, HS_PERSON_STUDENT_LIMIT);
  facts->coach_limit_week = limit (dossier->digicoach, HS_PERSON_COACH_MINUTES);
  facts->vacancy_limit = limit (dossier->vacancy, HS_VACANCY_LARGEST);
  if (from >= to)
    return;
  if (dossier->supervisor != NULL)
    facts->supervisor_peak = 1
                             + hs_usage_peak (usage, HS_USE_SUPERVISOR,
                                              hs_record_id (dossier->supervisor), from, to, own);
  if (dossier->vacancy != NULL)
    facts->vacancy_peak =
        1 + hs_usage_peak (usage, HS_USE_VACANCY, hs_record_id (dossier->vacancy), from, to, own);
  if (dossier->digicoach != NULL)
    facts->coach_minutes_week =
        hs_usage_week_rate (hs_record_int (dossier->sheet, HS_SHEET_DIGICOACH_MINUTES), from, to)
        + hs_usage_peak (usage, HS_USE_COACH, hs_record_id (dossier->digicoach), from, to, own);
}

/* What the reservations of this dossier itself take of @item, as far as they overlap [from, to). */
static gint64
own_quantity (const HsDossier *dossier, gint64 item, HsDay from, HsDay to, HsDay first, HsDay last)
{
  GPtrArray *rows = dossier->rows[HS_KIND_RESERVATION];
  gint64 sum = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      HsDay start = hs_record_has (row, HS_RESERVATION_FROM)
                        ? (HsDay) hs_record_int (row, HS_RESERVATION_FROM)
                        : first;
      HsDay end = hs_record_has (row, HS_RESERVATION_TO)
                      ? (HsDay) hs_record_int (row, HS_RESERVATION_TO)
                      : last;

      if (hs_record_int (row, HS_RESERVATION_ITEM) == item && start < to && from < end)
        sum += MAX (hs_record_int (row, HS_RESERVATION_QUANTITY), 1);
    }
  return sum;
}

/* A row may name its own days; else it holds for the whole period. */
static void
add_item (HsDossier *dossier, const HsUsage *usage, const HsRecord *row, HsDay from, HsDay to)
{
  gint64 id = hs_record_int (row, HS_RESERVATION_ITEM);
  const HsRecord *item = hs_dossier_find (dossier, HS_KIND_ITEM, id);
  gint64 most = item != NULL ? hs_usage_item_limit (item) : -1, peak = 0;
  HsDay first = hs_record_has (row, HS_RESERVATION_FROM)
                    ? (HsDay) hs_record_int (row, HS_RESERVATION_FROM)
                    : from;
  HsDay last =
      hs_record_has (row, HS_RESERVATION_TO) ? (HsDay) hs_record_int (row, HS_RESERVATION_TO) : to;

  if (id != 0 && first < last)
    peak = own_quantity (dossier, id, first, last, from, to)
           + hs_usage_peak (usage, HS_USE_ITEM, id, first, last, hs_record_id (dossier->agreement));
  g_array_append_val (dossier->facts.item_peaks, peak);
  g_array_append_val (dossier->facts.item_limits, most);
}

/* Minutes of the enrolment outside this agreement: WEB 7.2.7 counts them all together. */
static void
fill_minutes (HsDossier *dossier, const HsUsage *usage)
{
  GArray *plans;

  if (dossier->enrolment == NULL)
    return;
  dossier->facts.other_minutes = hs_record_int (dossier->enrolment, HS_ENROLMENT_DONE_MINUTES);
  plans = hs_usage_plans (usage, hs_record_id (dossier->enrolment));
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const HsPlan *plan = &g_array_index (plans, HsPlan, i);

      if (plan->agreement != hs_record_id (dossier->agreement))
        dossier->facts.other_minutes += plan->minutes;
    }
}

/* The number of other agreements with days in [from, to). */
static void
fill_overlapping (HsDossier *dossier, const HsUsage *usage, HsDay from, HsDay to)
{
  GArray *stays = hs_usage_stays (usage, hs_record_int (dossier->agreement, HS_AGREEMENT_STUDENT));
  gint64 last = hs_record_id (dossier->agreement);

  /* The stays of one agreement follow each other: each counts once. */
  for (guint i = 0; stays != NULL && i < stays->len; i++)
    {
      const HsStay *stay = &g_array_index (stays, HsStay, i);

      if (stay->agreement != last && stay->agreement != hs_record_id (dossier->agreement)
          && stay->from < to && from < stay->to)
        {
          dossier->facts.overlapping++;
          last = stay->agreement;
        }
    }
}

/* Whether @student is at the location of the sheet while this placement lasts. */
static gboolean
is_there (const HsDossier *dossier, const HsUsage *usage, gint64 student)
{
  GArray *stays = hs_usage_stays (usage, student);
  HsDay from, to;

  if (stays == NULL || dossier->location == NULL || !period (dossier, &from, &to))
    return FALSE;
  for (guint i = 0; i < stays->len; i++)
    {
      const HsStay *stay = &g_array_index (stays, HsStay, i);

      if (stay->location == hs_record_id (dossier->location) && stay->from < to && from < stay->to)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_party (const HsRecord *record, const HsRecord *exclusion, guint field)
{
  return record != NULL && hs_record_has (exclusion, field)
         && hs_record_int (exclusion, field) == hs_record_id (record);
}

static gboolean
has_item (const HsDossier *dossier, gint64 item)
{
  GPtrArray *rows = dossier->rows[HS_KIND_RESERVATION];

  for (guint i = 0; item != 0 && i < rows->len; i++)
    if (hs_record_int (g_ptr_array_index (rows, i), HS_RESERVATION_ITEM) == item)
      return TRUE;
  return FALSE;
}

static gboolean
covers (const HsDossier *dossier, const HsUsage *usage, const HsRecord *exclusion)
{
  gint64 own = hs_record_int (dossier->agreement, HS_AGREEMENT_STUDENT);
  gint64 other = hs_record_int (exclusion, HS_EXCLUSION_OTHER_STUDENT);
  HsRecord *const people[] = { dossier->supervisor, dossier->stand_in, dossier->trainer,
                               dossier->teacher, dossier->digicoach };

  if (other == own)
    return is_there (dossier, usage, hs_record_int (exclusion, HS_EXCLUSION_STUDENT));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (is_party (people[i], exclusion, HS_EXCLUSION_PERSON))
      return TRUE;
  return is_party (dossier->host, exclusion, HS_EXCLUSION_HOST)
         || is_party (dossier->location, exclusion, HS_EXCLUSION_LOCATION)
         || has_item (dossier, hs_record_int (exclusion, HS_EXCLUSION_ITEM))
         || (other != 0 && is_there (dossier, usage, other));
}

static void
fill_exclusion (HsLoader *self, HsDossier *dossier, const HsUsage *usage, guint field)
{
  gint64 student = hs_record_int (dossier->agreement, HS_AGREEMENT_STUDENT);
  g_autoptr (GPtrArray) rows = hs_loader_list (self, HS_KIND_EXCLUSION, field, student);

  for (guint i = 0; i < rows->len && !dossier->facts.excluded; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (!covers (dossier, usage, row))
        continue;
      dossier->facts.excluded = TRUE;
      dossier->facts.exclusion_reason = g_strdup (hs_record_text (row, HS_EXCLUSION_REASON));
    }
}

/* Recognitions of the host; mandates at the school and at the host. */
static void
fill_lists (HsLoader *self, HsDossier *dossier)
{
  gint64 host = hs_record_int (dossier->agreement, HS_AGREEMENT_HOST);
  gint64 school = hs_record_int (dossier->agreement, HS_AGREEMENT_SCHOOL);
  gint64 sides[] = { school, host };

  g_ptr_array_unref (dossier->facts.recognitions);
  dossier->facts.recognitions =
      hs_loader_list (self, HS_KIND_RECOGNITION, HS_RECOGNITION_HOST, host);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (GPtrArray) mandates =
          hs_loader_list (self, HS_KIND_MANDATE, HS_MANDATE_ORGANISATION, sides[i]);

      for (guint j = 0; j < mandates->len && (i == 0 || host != school); j++)
        g_ptr_array_add (dossier->facts.mandates, hs_record_ref (g_ptr_array_index (mandates, j)));
    }
}

/* Absences of those who guide and talk. */
static void
fill_absences (HsLoader *self, HsDossier *dossier)
{
  const HsRecord *const people[] = { dossier->supervisor, dossier->stand_in, dossier->trainer,
                                     dossier->teacher, dossier->digicoach };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GPtrArray) rows =
          people[i] == NULL
              ? NULL
              : hs_loader_list (self, HS_KIND_ABSENCE, HS_ABSENCE_PERSON, hs_record_id (people[i]));

      for (guint j = 0; rows != NULL && j < rows->len; j++)
        g_ptr_array_add (dossier->facts.absences, hs_record_ref (g_ptr_array_index (rows, j)));
    }
}

void
hs_loader_fill_facts (HsLoader *self, HsDossier *dossier, const HsUsage *usage)
{
  GPtrArray *reservations = dossier->rows[HS_KIND_RESERVATION];
  HsDay from = 0, to = 0;

  dossier->facts.today = self->today;
  dossier->facts.settings = g_hash_table_ref (self->settings);
  fill_lists (self, dossier);
  fill_absences (self, dossier);
  if (!period (dossier, &from, &to))
    from = to = 0;
  fill_people (dossier, usage, from, to);
  for (guint i = 0; i < reservations->len; i++)
    add_item (dossier, usage, g_ptr_array_index (reservations, i), from, to);
  fill_minutes (dossier, usage);
  if (from < to)
    fill_overlapping (dossier, usage, from, to);
  fill_exclusion (self, dossier, usage, HS_EXCLUSION_STUDENT);
  fill_exclusion (self, dossier, usage, HS_EXCLUSION_OTHER_STUDENT);
}
