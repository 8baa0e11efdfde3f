/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new agreement: what is known already is filled in, so that people talk about the five themes
 * and not about forms. */

#include "hs-life-private.h"

#include "hs-catalogue.h"
#include "hs-defaults.h"
#include "hs-permission.h"

#include <glib/gi18n.h>

/* What a new agreement is made from. */
typedef struct
{
  HsStore *store;
  const HsActor *actor;
  const HsLifeNew *values;
  HsRecord *student;
  HsRecord *enrolment;
  HsRecord *vacancy;
  HsRecord *location;
  HsRecord *host;
  HsRecord *supervisor;
  HsRecord *agreement;
  HsRecord *sheet;
  HsDossier *like;
  GHashTable *settings;
} Maker;

static void
maker_clear (Maker *self)
{
  HsRecord **records[] = { &self->student, &self->enrolment,  &self->vacancy,   &self->location,
                           &self->host,    &self->supervisor, &self->agreement, &self->sheet };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    g_clear_pointer (records[i], hs_record_unref);
  g_clear_pointer (&self->like, hs_dossier_free);
  g_clear_pointer (&self->settings, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

/* Reads @id into @to; 0 leaves it NULL. */
static gboolean
read_record (Maker *self, HsKindId kind, gint64 id, HsRecord **to, GError **error)
{
  if (id == 0)
    return TRUE;
  *to = hs_store_get (self->store, kind, id, error);
  return *to != NULL;
}

static gint64
ref_of (const HsRecord *record, guint field)
{
  return record != NULL ? hs_record_int (record, field) : 0;
}

/* The enrolment that was asked for, else the one with the highest number. */
static gboolean
read_enrolment (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (self->values->enrolment != 0)
    {
      if (!read_record (self, HS_KIND_ENROLMENT, self->values->enrolment, &self->enrolment, error))
        return FALSE;
      return hs_record_int (self->enrolment, HS_ENROLMENT_STUDENT) == hs_record_id (self->student)
             || hs_life_refuse (error, _ ("the enrolment is of another student"));
    }
  all = hs_life_find (self->store, HS_KIND_ENROLMENT, HS_ENROLMENT_STUDENT,
                      hs_record_id (self->student), error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      HsRecord *row = g_ptr_array_index (all, i);

      if (self->enrolment == NULL
          || hs_record_int (row, HS_ENROLMENT_SEQUENCE)
                 >= hs_record_int (self->enrolment, HS_ENROLMENT_SEQUENCE))
        {
          g_clear_pointer (&self->enrolment, hs_record_unref);
          self->enrolment = hs_record_ref (row);
        }
    }
  return all != NULL;
}

static gboolean
read_all (Maker *self, GError **error)
{
  const HsLifeNew *values = self->values;
  gint64 location, host, supervisor;

  if (!read_record (self, HS_KIND_STUDENT, values->student, &self->student, error))
    return FALSE;
  if (self->student == NULL)
    return hs_life_refuse (error, _ ("an agreement is about a student: choose one"));
  if (!read_enrolment (self, error)
      || !read_record (self, HS_KIND_VACANCY, values->vacancy, &self->vacancy, error))
    return FALSE;
  location = values->location != 0 ? values->location : ref_of (self->vacancy, HS_VACANCY_LOCATION);
  if (!read_record (self, HS_KIND_LOCATION, location, &self->location, error))
    return FALSE;
  host = values->host != 0 ? values->host : ref_of (self->location, HS_LOCATION_ORGANISATION);
  supervisor =
      values->supervisor != 0 ? values->supervisor : ref_of (self->vacancy, HS_VACANCY_SUPERVISOR);
  if (!read_record (self, HS_KIND_ORGANISATION, host, &self->host, error)
      || !read_record (self, HS_KIND_PERSON, supervisor, &self->supervisor, error))
    return FALSE;
  if (values->like != 0)
    {
      self->like = hs_life_load (self->store, values->like, 0, error);
      if (self->like == NULL || !hs_permission_check (self->like, self->actor, HS_MAY_READ, error))
        return FALSE;
    }
  self->settings = hs_store_settings (self->store, error);
  return self->settings != NULL;
}

/* "2026-00042": one higher than the highest of this year. */
static char *
next_number (Maker *self, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GPtrArray) last = NULL;
  int year, month, day;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gint64 number = 0;

  hs_day_split (hs_clock_today (hs_store_clock (self->store)), &year, &month, &day);
  from = g_strdup_printf ("%04d-", year);
  to = g_strdup_printf ("%04d.", year);
  hs_query_where_text (query, HS_AGREEMENT_NUMBER, HS_OP_GREATER, from);
  hs_query_where_text (query, HS_AGREEMENT_NUMBER, HS_OP_LESS, to);
  hs_query_order (query, HS_AGREEMENT_NUMBER, TRUE);
  hs_query_window (query, 0, 1);
  /* A number is not given out again when its agreement was removed. */
  hs_query_include_removed (query);
  last = hs_store_find (self->store, query, error);
  if (last == NULL)
    return NULL;
  if (last->len > 0)
    number = g_ascii_strtoll (hs_record_text (g_ptr_array_index (last, 0), HS_AGREEMENT_NUMBER) + 5,
                              NULL, 10);
  return g_strdup_printf ("%04d-%05d", year, (int) number + 1);
}

static void
set_ref (HsRecord *record, guint field, gint64 id)
{
  if (id != 0)
    hs_record_set_int (record, field, id);
}

static gboolean
save_agreement (Maker *self, GError **error)
{
  g_autofree char *number = next_number (self, error);
  HsRecord *agreement;

  if (number == NULL)
    return FALSE;
  agreement = self->agreement = hs_record_new (HS_KIND_AGREEMENT);
  hs_record_set_text (agreement, HS_AGREEMENT_NUMBER, number);
  hs_record_set_int (agreement, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_PROPOSED);
  hs_record_set_int (agreement, HS_AGREEMENT_ORIGIN, self->values->origin);
  set_ref (agreement, HS_AGREEMENT_STUDENT, hs_record_id (self->student));
  set_ref (agreement, HS_AGREEMENT_SCHOOL, ref_of (self->student, HS_STUDENT_SCHOOL));
  set_ref (agreement, HS_AGREEMENT_VACANCY, self->values->vacancy);
  if (self->enrolment != NULL)
    set_ref (agreement, HS_AGREEMENT_ENROLMENT, hs_record_id (self->enrolment));
  if (self->host != NULL)
    set_ref (agreement, HS_AGREEMENT_HOST, hs_record_id (self->host));
  return hs_store_save (self->store, agreement, error);
}

/* A day that was given, else what the enrolment asks for, else what the vacancy offers. */
static void
set_day (Maker *self, guint field, HsDay given, guint of_enrolment, guint of_vacancy)
{
  if (given != 0 && given != HS_DAY_NONE)
    hs_record_set_int (self->sheet, field, given);
  else if (self->enrolment != NULL && hs_record_has (self->enrolment, of_enrolment))
    hs_record_set_int (self->sheet, field, hs_record_int (self->enrolment, of_enrolment));
  else if (self->vacancy != NULL && hs_record_has (self->vacancy, of_vacancy))
    hs_record_set_int (self->sheet, field, hs_record_int (self->vacancy, of_vacancy));
}

/* The days of the vacancy that fit the student, at most as many a week as the enrolment asks. */
static guint
choose_weekdays (Maker *self)
{
  guint offered = (guint) ref_of (self->vacancy, HS_VACANCY_WEEKDAYS);
  guint fit = (guint) hs_record_int (self->student, HS_STUDENT_WEEKDAYS);
  int most = (int) ref_of (self->enrolment, HS_ENROLMENT_DAYS_A_WEEK);
  guint days = offered != 0 ? offered : 0x1f, chosen = 0;

  if (fit != 0 && (days & fit) != 0)
    days &= fit;
  for (int i = 0; i < 7; i++)
    if ((days >> i & 1) && (most <= 0 || __builtin_popcount (chosen) < most))
      chosen |= 1u << i;
  return chosen;
}

static void
set_hours (Maker *self)
{
  guint days = choose_weekdays (self);
  gint64 week = ref_of (self->vacancy, HS_VACANCY_MINUTES_WEEK);
  guint offered = (guint) ref_of (self->vacancy, HS_VACANCY_WEEKDAYS);
  int per_week = offered != 0 ? __builtin_popcount (offered) : __builtin_popcount (days);

  hs_record_set_int (self->sheet, HS_SHEET_WEEKDAYS, days);
  hs_record_set_int (self->sheet, HS_SHEET_MINUTES_DAY,
                     week > 0 && per_week > 0 ? CLAMP (week / per_week, 60, 12 * 60) : 8 * 60);
}

static void
copy_int (HsRecord *to, guint field, const HsRecord *from, guint of)
{
  if (from != NULL && hs_record_has (from, of))
    hs_record_set_int (to, field, hs_record_int (from, of));
}

/* The practice trainer: the one given, else the only one that the host has. */
static gboolean
set_trainer (Maker *self, GError **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;

  set_ref (self->sheet, HS_SHEET_TRAINER, self->values->trainer);
  if (self->values->trainer != 0 || self->host == NULL)
    return TRUE;
  query = hs_query_new (HS_KIND_PERSON);
  hs_query_where_int (query, HS_PERSON_ORGANISATION, HS_OP_EQUAL, hs_record_id (self->host));
  hs_query_where_int (query, HS_PERSON_ROLES, HS_OP_HAS_BITS, 1 << HS_ROLE_PRACTICE_TRAINER);
  hs_query_window (query, 0, 2);
  found = hs_store_find (self->store, query, error);
  if (found != NULL && found->len == 1)
    set_ref (self->sheet, HS_SHEET_TRAINER, hs_record_id (g_ptr_array_index (found, 0)));
  return found != NULL;
}

static void
set_people (Maker *self)
{
  HsRecord *sheet = self->sheet;

  if (self->location != NULL)
    set_ref (sheet, HS_SHEET_LOCATION, hs_record_id (self->location));
  copy_int (sheet, HS_SHEET_TEAM, self->vacancy, HS_VACANCY_TEAM);
  if (self->supervisor != NULL)
    set_ref (sheet, HS_SHEET_SUPERVISOR, hs_record_id (self->supervisor));
  copy_int (sheet, HS_SHEET_STAND_IN, self->supervisor, HS_PERSON_SUBSTITUTE);
  set_ref (sheet, HS_SHEET_TEACHER,
           self->values->teacher != 0 ? self->values->teacher
                                      : ref_of (self->student, HS_STUDENT_MENTOR));
  set_ref (sheet, HS_SHEET_DIGICOACH, self->values->digicoach);
  /* One average for everybody: nothing about the digital level of a student can be derived. */
  if (self->values->digicoach != 0)
    hs_record_set_int (sheet, HS_SHEET_DIGICOACH_MINUTES,
                       60 * hs_defaults_number (self->settings, "coach.hours_year.other", 2));
}

static gboolean
save_sheet (Maker *self, GError **error)
{
  const HsLifeNew *values = self->values;
  HsRecord *sheet = self->sheet = hs_record_new (HS_KIND_SHEET);

  hs_record_set_int (sheet, HS_SHEET_AGREEMENT, hs_record_id (self->agreement));
  hs_record_set_int (sheet, HS_SHEET_NUMBER, 1);
  hs_record_set_int (sheet, HS_SHEET_STATUS, HS_SHEET_STATUS_DRAFT);
  set_people (self);
  set_day (self, HS_SHEET_START, values->start, HS_ENROLMENT_PLACEMENT_START, HS_VACANCY_START);
  set_day (self, HS_SHEET_END, values->end, HS_ENROLMENT_PLACEMENT_END, HS_VACANCY_END);
  set_hours (self);
  copy_int (sheet, HS_SHEET_FORM, self->vacancy, HS_VACANCY_FORM);
  copy_int (sheet, HS_SHEET_ALLOWANCE, self->vacancy, HS_VACANCY_ALLOWANCE);
  hs_record_set_int (sheet, HS_SHEET_GUIDANCE_MINUTES, 60);
  copy_int (sheet, HS_SHEET_GUIDANCE_MINUTES, self->vacancy, HS_VACANCY_GUIDANCE_MINUTES);
  if (self->vacancy != NULL && hs_record_has (self->vacancy, HS_VACANCY_WORK_PROCESSES))
    hs_record_set_text (sheet, HS_SHEET_QUALIFICATION_PARTS,
                        hs_record_text (self->vacancy, HS_VACANCY_WORK_PROCESSES));
  if (self->like != NULL)
    hs_life_like_sheet (self->like, sheet);
  hs_defaults_sheet (sheet, self->settings);
  if (!set_trainer (self, error) || !hs_store_save (self->store, sheet, error))
    return FALSE;
  hs_record_set_int (self->agreement, HS_AGREEMENT_SHEET, hs_record_id (sheet));
  return hs_store_save (self->store, self->agreement, error);
}

/* The clauses of the region of the host. */
static GPtrArray *
region_clauses (Maker *self, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_REGION_CLAUSE);
  const char *region =
      self->host != NULL ? hs_record_text (self->host, HS_ORGANISATION_REGION) : NULL;

  if (region == NULL)
    return g_ptr_array_new ();
  hs_query_where_text (query, HS_REGION_CLAUSE_REGION, HS_OP_EQUAL, region);
  return hs_store_find (self->store, query, error);
}

static gboolean
save_rows (Maker *self, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_DEFAULT);
  g_autoptr (GPtrArray) defaults = hs_store_find (self->store, query, error);
  g_autoptr (GPtrArray) clauses = defaults != NULL ? region_clauses (self, error) : NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (self->like != NULL)
    return hs_life_like_rows (self->store, self->like, self->sheet, error);
  if (clauses == NULL)
    return FALSE;
  rows =
      hs_defaults_rows (defaults, clauses, self->sheet, ref_of (self->student, HS_STUDENT_SCHOOL));
  for (guint i = 0; i < rows->len; i++)
    if (!hs_store_save (self->store, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

/* The assignment for @technology, made when it is not there yet. (transfer full) */
static HsRecord *
assignment_for (Maker *self, GPtrArray *assignments, gint64 technology, GError **error)
{
  g_autoptr (HsRecord) row = NULL;
  g_autoptr (HsRecord) about = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < assignments->len; i++)
    if (hs_record_int (g_ptr_array_index (assignments, i), HS_ASSIGNMENT_TECHNOLOGY) == technology)
      return hs_record_ref (g_ptr_array_index (assignments, i));
  about = hs_store_get (self->store, HS_KIND_TECHNOLOGY, technology, error);
  if (about == NULL)
    return NULL;
  title = hs_record_title (about);
  row = hs_record_new (HS_KIND_ASSIGNMENT);
  hs_record_set_int (row, HS_ASSIGNMENT_SHEET, hs_record_id (self->sheet));
  hs_record_set_text (row, HS_ASSIGNMENT_TITLE, title);
  hs_record_set_int (row, HS_ASSIGNMENT_TECHNOLOGY, technology);
  hs_record_set_int (row, HS_ASSIGNMENT_POSITION, assignments->len + 1);
  if (!hs_store_save (self->store, row, error))
    return NULL;
  g_ptr_array_add (assignments, hs_record_ref (row));
  return g_steal_pointer (&row);
}

static gboolean
reserve (Maker *self, gint64 id, GPtrArray *assignments, GError **error)
{
  g_autoptr (HsRecord) item = hs_store_get (self->store, HS_KIND_ITEM, id, error);
  g_autoptr (HsRecord) assignment = NULL;
  g_autoptr (HsRecord) row = NULL;

  if (item == NULL)
    return FALSE;
  if (hs_record_has (item, HS_ITEM_TECHNOLOGY))
    {
      assignment =
          assignment_for (self, assignments, hs_record_int (item, HS_ITEM_TECHNOLOGY), error);
      if (assignment == NULL)
        return FALSE;
    }
  row = hs_record_new (HS_KIND_RESERVATION);
  hs_record_set_int (row, HS_RESERVATION_SHEET, hs_record_id (self->sheet));
  set_ref (row, HS_RESERVATION_ASSIGNMENT, assignment != NULL ? hs_record_id (assignment) : 0);
  hs_record_set_int (row, HS_RESERVATION_ITEM, id);
  copy_int (row, HS_RESERVATION_FROM, self->sheet, HS_SHEET_START);
  copy_int (row, HS_RESERVATION_TO, self->sheet, HS_SHEET_END);
  hs_record_set_int (row, HS_RESERVATION_QUANTITY, 1);
  return hs_store_save (self->store, row, error);
}

/* The materials about @technology, to finish in the first week. */
static gboolean
add_materials (Maker *self, gint64 technology, GError **error)
{
  g_autoptr (GPtrArray) found =
      hs_life_find (self->store, HS_KIND_MATERIAL, HS_MATERIAL_TECHNOLOGY, technology, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const HsRecord *material = g_ptr_array_index (found, i);
      g_autoptr (HsRecord) row = hs_record_new (HS_KIND_PREPARATION);

      hs_record_set_int (row, HS_PREPARATION_SHEET, hs_record_id (self->sheet));
      hs_record_set_int (row, HS_PREPARATION_MATERIAL, hs_record_id (material));
      hs_record_set_text (row, HS_PREPARATION_TITLE, hs_record_text (material, HS_MATERIAL_TITLE));
      hs_record_set_text (row, HS_PREPARATION_LINK, hs_record_text (material, HS_MATERIAL_LINK));
      copy_int (row, HS_PREPARATION_FORM, material, HS_MATERIAL_FORM);
      copy_int (row, HS_PREPARATION_MINUTES, material, HS_MATERIAL_MINUTES);
      copy_int (row, HS_PREPARATION_COMPETENCES, material, HS_MATERIAL_COMPETENCES);
      copy_int (row, HS_PREPARATION_LINK_STATE, material, HS_MATERIAL_LINK_STATE);
      if (hs_record_has (self->sheet, HS_SHEET_START))
        hs_record_set_int (row, HS_PREPARATION_FINISH_BY,
                           hs_record_int (self->sheet, HS_SHEET_START) + 6);
      if (!hs_store_save (self->store, row, error))
        return FALSE;
    }
  return found != NULL;
}

static gboolean
save_items (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) assignments = hs_life_find (
      self->store, HS_KIND_ASSIGNMENT, HS_ASSIGNMENT_SHEET, hs_record_id (self->sheet), error);
  guint there = assignments != NULL ? assignments->len : 0;

  if (assignments == NULL)
    return FALSE;
  for (gsize i = 0; i < self->values->n_items; i++)
    if (!reserve (self, self->values->items[i], assignments, error))
      return FALSE;
  for (guint i = there; i < assignments->len; i++)
    if (!add_materials (
            self, hs_record_int (g_ptr_array_index (assignments, i), HS_ASSIGNMENT_TECHNOLOGY),
            error))
      return FALSE;
  return TRUE;
}

/* Hours by the calendar when the period is known; else they are filled in later. */
static gboolean
save_hours (Maker *self, GError **error)
{
  g_autoptr (HsDossier) dossier = NULL;

  if (!hs_record_has (self->sheet, HS_SHEET_START) || !hs_record_has (self->sheet, HS_SHEET_END)
      || hs_record_int (self->sheet, HS_SHEET_END) < hs_record_int (self->sheet, HS_SHEET_START))
    return TRUE;
  dossier = hs_life_load (self->store, hs_record_id (self->agreement), 0, error);
  return dossier != NULL && hs_life_spread (self->store, dossier, error);
}

/* Takes the steps up to @until; a refusal is kept in @held. FALSE on another error. */
static gboolean
go_on (Maker *self, HsAgreementState until, GError **held, GError **error)
{
  static const HsEventAction steps[] = { HS_EVENT_ACTION_PLACE, HS_EVENT_ACTION_START_DRAFT };

  for (guint i = 0; i < G_N_ELEMENTS (steps) && (guint) until > i; i++)
    {
      g_autoptr (GError) refusal = NULL;

      if (hs_life_transition (self->store, self->actor, hs_record_id (self->agreement), steps[i],
                              NULL, &refusal))
        continue;
      if (!g_error_matches (refusal, HS_ERROR, HS_ERROR_REFUSED))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return FALSE;
        }
      if (held != NULL)
        *held = g_steal_pointer (&refusal);
      return TRUE;
    }
  return TRUE;
}

gint64
hs_life_create (HsStore *store, const HsActor *actor, const HsLifeNew *values,
                HsAgreementState until, GError **held, GError **error)
{
  g_auto (Maker) maker = { .store = store, .actor = actor, .values = values };

  if (held != NULL)
    *held = NULL;
  if (!hs_permission_create (actor, error) || !read_all (&maker, error)
      || !save_agreement (&maker, error) || !save_sheet (&maker, error)
      || !save_rows (&maker, error) || !save_items (&maker, error) || !save_hours (&maker, error)
      || !hs_life_event (store, actor, hs_record_id (maker.agreement), maker.sheet,
                         HS_EVENT_ACTION_CREATE, -1, HS_AGREEMENT_STATE_PROPOSED, NULL, error)
      || !go_on (&maker, until, held, error))
    return 0;
  return hs_record_id (maker.agreement);
}
