/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dossier in memory: lookup, state and effective sheet. */

#include "hs-dossier.h"

/* Key of @others: kind and id in one number. */
static gint64
other_key (HsKindId kind, gint64 id)
{
  return (gint64) kind << 40 | id;
}

HsDossier *
hs_dossier_new (void)
{
  HsDossier *self = g_new0 (HsDossier, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  self->guardians = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  for (guint i = 0; i < HS_N_KINDS; i++)
    if (hs_kind ((HsKindId) i)->flags & HS_KIND_FLAG_CHILD)
      self->rows[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  self->others =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) hs_record_unref);
  self->facts.recognitions = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  self->facts.absences = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  self->facts.mandates = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  self->facts.item_peaks = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->facts.item_limits = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->facts.supervisor_limit = self->facts.coach_limit_week = self->facts.vacancy_limit = -1;
  return self;
}

static void
clear_facts (HsFacts *facts)
{
  g_ptr_array_unref (facts->recognitions);
  g_ptr_array_unref (facts->absences);
  g_ptr_array_unref (facts->mandates);
  g_array_unref (facts->item_peaks);
  g_array_unref (facts->item_limits);
  g_free (facts->exclusion_reason);
  g_clear_pointer (&facts->settings, g_hash_table_unref);
}

void
hs_dossier_free (HsDossier *self)
{
  HsRecord *parties[] = { self->agreement, self->sheet,   self->student,    self->enrolment,
                          self->programme, self->school,  self->host,       self->location,
                          self->team,      self->vacancy, self->supervisor, self->stand_in,
                          self->trainer,   self->teacher, self->digicoach };

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    g_clear_pointer (&parties[i], hs_record_unref);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->guardians);
  for (guint i = 0; i < HS_N_KINDS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  g_hash_table_unref (self->others);
  clear_facts (&self->facts);
  g_free (self);
}

static HsRecord *
find_among (GPtrArray *rows, HsKindId kind, gint64 id)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_kind_id (row) == kind && hs_record_id (row) == id)
        return row;
    }
  return NULL;
}

HsRecord *
hs_dossier_find (const HsDossier *self, HsKindId kind, gint64 id)
{
  HsRecord *const parties[] = { self->student, self->enrolment,  self->programme, self->school,
                                self->host,    self->location,   self->team,      self->vacancy,
                                self->trainer, self->supervisor, self->stand_in,  self->digicoach,
                                self->teacher };
  gint64 key = other_key (kind, id);
  HsRecord *row;

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if (parties[i] != NULL && hs_record_kind_id (parties[i]) == kind
        && hs_record_id (parties[i]) == id)
      return parties[i];
  row = find_among (self->rows[kind], kind, id);
  if (row == NULL && kind == HS_KIND_GUARDIAN)
    row = find_among (self->guardians, kind, id);
  return row != NULL ? row : g_hash_table_lookup (self->others, &key);
}

gboolean
hs_dossier_add_other (HsDossier *self, HsRecord *record)
{
  gint64 key = other_key (hs_record_kind_id (record), hs_record_id (record));

  if (g_hash_table_contains (self->others, &key))
    return FALSE;
  g_hash_table_insert (self->others, g_memdup2 (&key, sizeof key), hs_record_ref (record));
  return TRUE;
}

HsAgreementState
hs_dossier_state (const HsDossier *self)
{
  return hs_record_has (self->agreement, HS_AGREEMENT_STATE)
             ? (HsAgreementState) hs_record_int (self->agreement, HS_AGREEMENT_STATE)
             : HS_AGREEMENT_STATE_PROPOSED;
}

gboolean
hs_dossier_is_active (const HsDossier *self)
{
  HsRecord *sheet = hs_dossier_effective_sheet (self, self->facts.today);

  return hs_dossier_state (self) == HS_AGREEMENT_STATE_AGREED && sheet != NULL
         && hs_record_has (sheet, HS_SHEET_START) && hs_record_has (sheet, HS_SHEET_END)
         && hs_record_int (sheet, HS_SHEET_START) <= self->facts.today
         && self->facts.today <= hs_record_int (sheet, HS_SHEET_END);
}

int
hs_dossier_minor_on (const HsDossier *self, HsDay day)
{
  int year, month, of_month, birth_year, birth_month, birth_day;

  if (self->student == NULL || !hs_record_has (self->student, HS_STUDENT_BIRTH_DATE))
    return -1;
  hs_day_split (day, &year, &month, &of_month);
  hs_day_split ((HsDay) hs_record_int (self->student, HS_STUDENT_BIRTH_DATE), &birth_year,
                &birth_month, &birth_day);
  /* Born on 29 February: of age on 1 March of a year without that day. */
  return year - birth_year - (month * 100 + of_month < birth_month * 100 + birth_day ? 1 : 0) < 18;
}

HsRecord *
hs_dossier_effective_sheet (const HsDossier *self, HsDay day)
{
  HsRecord *best = NULL;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      HsRecord *sheet = g_ptr_array_index (self->sheets, i);
      gint64 status = hs_record_int (sheet, HS_SHEET_STATUS);

      /* The first sheet is signed as it was fixed; a later one holds once all consented. */
      if (status != HS_SHEET_STATUS_IN_FORCE
          && (status != HS_SHEET_STATUS_FIXED || hs_record_int (sheet, HS_SHEET_NUMBER) > 1))
        continue;
      if (hs_record_has (sheet, HS_SHEET_EFFECTIVE_FROM)
          && hs_record_int (sheet, HS_SHEET_EFFECTIVE_FROM) > day)
        continue;
      if (best == NULL
          || hs_record_int (sheet, HS_SHEET_EFFECTIVE_FROM)
                 >= hs_record_int (best, HS_SHEET_EFFECTIVE_FROM))
        best = sheet;
    }
  if (best == NULL && self->sheets->len > 0)
    best = g_ptr_array_index (self->sheets, 0);
  return best;
}
