/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes, and what a place, guidance or recognition that falls away hits. */

#include "hs-life-private.h"

#include "hs-permission.h"
#include "hs-rule-facts.h"

#include <glib/gi18n.h>

gint64
hs_life_note (HsStore *store, const HsActor *actor, gint64 agreement, const char *field,
              const char *text, gint64 answers, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);
  g_autoptr (HsRecord) note = NULL;

  if (dossier == NULL || !hs_permission_check (dossier, actor, HS_MAY_NOTE, error))
    return 0;
  note = hs_record_new (HS_KIND_NOTE);
  hs_record_set_int (note, HS_NOTE_AGREEMENT, agreement);
  hs_record_set_int (note, HS_NOTE_WRITTEN_AT, hs_clock_now (hs_store_clock (store)));
  hs_record_set_text (note, HS_NOTE_AUTHOR, actor->name);
  hs_record_set_text (note, HS_NOTE_FIELD, field);
  if (answers != 0)
    hs_record_set_int (note, HS_NOTE_ANSWERS, answers);
  if (!hs_record_parse (note, HS_NOTE_TEXT, text != NULL ? text : "", error))
    return 0;
  if (!hs_record_has (note, HS_NOTE_TEXT))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, _ ("the note is empty"));
      return 0;
    }
  return hs_store_save (store, note, error) ? hs_record_id (note) : 0;
}

gboolean
hs_life_settle_note (HsStore *store, const HsActor *actor, gint64 note, GError **error)
{
  g_autoptr (HsRecord) row = hs_store_get (store, HS_KIND_NOTE, note, error);
  g_autoptr (HsDossier) dossier = NULL;

  if (row == NULL)
    return FALSE;
  dossier = hs_life_load (store, hs_record_int (row, HS_NOTE_AGREEMENT), 0, error);
  if (dossier == NULL || !hs_permission_check (dossier, actor, HS_MAY_NOTE, error))
    return FALSE;
  if (hs_record_has (row, HS_NOTE_SETTLED_AT))
    return TRUE;
  hs_record_set_int (row, HS_NOTE_SETTLED_AT, hs_clock_now (hs_store_clock (store)));
  hs_record_set_text (row, HS_NOTE_SETTLED_BY, actor->name);
  return hs_store_save (store, row, error);
}

void
hs_life_hit_free (HsLifeHit *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->student);
  g_free (self->why);
  g_free (self);
}

static gboolean
is_gone (const HsRecord *record)
{
  return record != NULL && hs_record_removed (record) != 0;
}

/* Whether the replacement for @cause was settled. */
static gboolean
is_settled (const HsDossier *dossier, HsCause cause)
{
  GPtrArray *rows = dossier->rows[HS_KIND_REPLACEMENT];
  gboolean settled = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_int (row, HS_REPLACEMENT_CAUSE) == (gint64) cause)
        settled = hs_record_has (row, HS_REPLACEMENT_SETTLED_ON);
    }
  return settled;
}

static void
add_hit (GPtrArray *hits, const HsDossier *dossier, HsCause cause, const char *why)
{
  HsLifeHit *hit;

  if (is_settled (dossier, cause))
    return;
  hit = g_new0 (HsLifeHit, 1);
  hit->agreement = hs_record_id (dossier->agreement);
  hit->number = g_strdup (hs_record_text (dossier->agreement, HS_AGREEMENT_NUMBER));
  hit->student = dossier->student != NULL ? hs_record_title (dossier->student) : g_strdup ("");
  hit->cause = cause;
  hit->why = g_strdup (why);
  g_ptr_array_add (hits, hit);
}

/* The supervisor is missing, was removed, or leaves before @end. */
static const char *
guidance_gone (const HsDossier *dossier, HsDay end)
{
  const HsRecord *supervisor = dossier->supervisor;

  if (supervisor == NULL || is_gone (supervisor))
    return _ ("There is no supervisor.");
  if (hs_record_has (supervisor, HS_PERSON_UNTIL)
      && hs_record_int (supervisor, HS_PERSON_UNTIL) < end)
    return _ ("The supervisor leaves before the placement ends.");
  return NULL;
}

static void
find_hits (GPtrArray *hits, const HsDossier *dossier)
{
  const HsRecord *sheet = hs_dossier_effective_sheet (dossier, dossier->facts.today);
  HsAgreementState state = hs_dossier_state (dossier);
  HsDay start, end;
  const char *guidance;

  if (sheet == NULL || !hs_record_has (sheet, HS_SHEET_START)
      || !hs_record_has (sheet, HS_SHEET_END)
      || (state != HS_AGREEMENT_STATE_PLACED && state != HS_AGREEMENT_STATE_DRAFT
          && state != HS_AGREEMENT_STATE_REVIEW && state != HS_AGREEMENT_STATE_APPROVED
          && state != HS_AGREEMENT_STATE_OUT && state != HS_AGREEMENT_STATE_AGREED))
    return;
  end = (HsDay) hs_record_int (sheet, HS_SHEET_END);
  start = MAX ((HsDay) hs_record_int (sheet, HS_SHEET_START), dossier->facts.today);
  if (end < dossier->facts.today)
    return;
  if (dossier->host == NULL || is_gone (dossier->host) || is_gone (dossier->location)
      || is_gone (dossier->vacancy))
    add_hit (hits, dossier, HS_CAUSE_PLACE, _ ("The place is not there any more."));
  guidance = guidance_gone (dossier, end);
  if (guidance != NULL)
    add_hit (hits, dossier, HS_CAUSE_GUIDANCE, guidance);
  if (!hs_rule_recognised_on (dossier, start) || !hs_rule_recognised_on (dossier, end))
    add_hit (hits, dossier, HS_CAUSE_RECOGNITION,
             _ ("The host has no verified recognition for the whole placement."));
}

GPtrArray *
hs_life_replacements (HsStore *store, GError **error)
{
  g_autoptr (HsDossierReader) reader =
      hs_dossier_reader_new (store, hs_clock_today (hs_store_clock (store)), error);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_life_hit_free);
  g_autoptr (GError) problem = NULL;
  HsDossier *dossier;

  if (reader == NULL)
    return NULL;
  while ((dossier = hs_dossier_reader_next (reader, &problem)) != NULL)
    {
      find_hits (hits, dossier);
      hs_dossier_free (dossier);
    }
  if (problem == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
