/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps in the life of an agreement: what changes with each, and the event of it. */

#include "hs-life-private.h"

#include "hs-canonical.h"
#include "hs-hours.h"
#include "hs-permission.h"

#include <glib/gi18n.h>

gboolean
hs_life_refuse (GError **error, const char *why)
{
  g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED, why);
  return FALSE;
}

HsDossier *
hs_life_load (HsStore *store, gint64 agreement, gint64 sheet, GError **error)
{
  return hs_store_dossier (store, agreement, sheet, hs_clock_today (hs_store_clock (store)), error);
}

GPtrArray *
hs_life_find (HsStore *store, HsKindId kind, guint field, gint64 value, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (kind);

  hs_query_where_int (query, field, HS_OP_EQUAL, value);
  return hs_store_find (store, query, error);
}

/* Saves the text of @reason in a row that can be erased; its id, 0 without one, -1 on error. */
static gint64
save_reason (HsStore *store, gint64 agreement, const char *reason, GError **error)
{
  g_autoptr (HsRecord) row = NULL;

  if (reason == NULL || *reason == '\0')
    return 0;
  row = hs_record_new (HS_KIND_REASON);
  hs_record_set_int (row, HS_REASON_AGREEMENT, agreement);
  if (!hs_record_parse (row, HS_REASON_TEXT, reason, error) || !hs_store_save (store, row, error))
    return -1;
  return hs_record_id (row);
}

gboolean
hs_life_event (HsStore *store, const HsActor *actor, gint64 agreement, const HsRecord *sheet,
               HsEventAction action, int from, int to, const char *reason, GError **error)
{
  g_autoptr (HsRecord) event = hs_record_new (HS_KIND_EVENT);
  gint64 text = save_reason (store, agreement, reason, error);

  if (text < 0)
    return FALSE;
  hs_record_set_int (event, HS_EVENT_AGREEMENT, agreement);
  hs_record_set_int (event, HS_EVENT_AT, hs_clock_now (hs_store_clock (store)));
  hs_record_set_int (event, HS_EVENT_ACTION, action);
  if (actor != NULL)
    hs_record_set_text (event, HS_EVENT_ACTOR, actor->uid);
  if (from >= 0)
    hs_record_set_int (event, HS_EVENT_FROM_STATE, from);
  if (to >= 0)
    hs_record_set_int (event, HS_EVENT_TO_STATE, to);
  if (text > 0)
    hs_record_set_int (event, HS_EVENT_REASON, text);
  if (sheet != NULL)
    {
      hs_record_set_int (event, HS_EVENT_SHEET, hs_record_id (sheet));
      if (hs_record_has (sheet, HS_SHEET_HASH))
        hs_record_set_text (event, HS_EVENT_HASH, hs_record_text (sheet, HS_SHEET_HASH));
    }
  return hs_store_save (store, event, error);
}

gboolean
hs_life_fix (HsStore *store, HsDossier *dossier, GError **error)
{
  HsRecord *sheet = dossier->sheet;
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;

  if (!hs_record_has (sheet, HS_SHEET_DRAWN_UP))
    hs_record_set_int (sheet, HS_SHEET_DRAWN_UP, dossier->facts.today);
  if (!hs_record_has (sheet, HS_SHEET_EFFECTIVE_FROM) && hs_record_has (sheet, HS_SHEET_START))
    hs_record_set_int (sheet, HS_SHEET_EFFECTIVE_FROM, hs_record_int (sheet, HS_SHEET_START));
  text = hs_canonical_text (dossier, error);
  if (text == NULL)
    return FALSE;
  hash = hs_canonical_hash (text);
  hs_record_set_text (sheet, HS_SHEET_CANONICAL, text);
  hs_record_set_text (sheet, HS_SHEET_HASH, hash);
  hs_record_set_int (sheet, HS_SHEET_STATUS, HS_SHEET_STATUS_FIXED);
  return hs_store_save (store, sheet, error);
}

/* Makes the sheet a concept again: what was signed stays in the events and sign-offs as a hash. */
static gboolean
open_again (HsStore *store, HsDossier *dossier, GError **error)
{
  HsRecord *sheet = dossier->sheet;

  hs_record_unset (sheet, HS_SHEET_CANONICAL);
  hs_record_unset (sheet, HS_SHEET_HASH);
  hs_record_set_int (sheet, HS_SHEET_STATUS, HS_SHEET_STATUS_DRAFT);
  return hs_store_save (store, sheet, error);
}

static gboolean
change_sheet (HsStore *store, HsDossier *dossier, HsEventAction action, GError **error)
{
  switch ((int) action)
    {
    case HS_EVENT_ACTION_SEND:
      return hs_life_fix (store, dossier, error);
    case HS_EVENT_ACTION_RECALL:
    case HS_EVENT_ACTION_REOPEN:
      return open_again (store, dossier, error);
    case HS_EVENT_ACTION_AGREE:
      hs_record_set_int (dossier->sheet, HS_SHEET_STATUS, HS_SHEET_STATUS_IN_FORCE);
      return hs_store_save (store, dossier->sheet, error);
    default:
      return TRUE;
    }
}

static gboolean
change_agreement (HsStore *store, HsDossier *dossier, const HsTransition *row,
                  const HsTransitionInput *input, GError **error)
{
  HsRecord *agreement = dossier->agreement;

  hs_record_set_int (agreement, HS_AGREEMENT_STATE, row->to);
  if (input != NULL && input->minutes >= 0
      && (row->action == HS_EVENT_ACTION_END || row->action == HS_EVENT_ACTION_COMPLETE))
    hs_record_set_int (agreement, HS_AGREEMENT_REALISED_MINUTES, input->minutes);
  if (row->action == HS_EVENT_ACTION_END)
    {
      hs_record_set_int (agreement, HS_AGREEMENT_ENDED_ON, input->date);
      if (!hs_record_parse (agreement, HS_AGREEMENT_END_REASON, input->reason, error))
        return FALSE;
    }
  return hs_store_save (store, agreement, error);
}

gboolean
hs_life_transition (HsStore *store, const HsActor *actor, gint64 agreement, HsEventAction action,
                    const HsTransitionInput *input, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);
  const HsTransition *row = hs_transition_find (action);
  int from;

  if (dossier == NULL)
    return FALSE;
  if (action == HS_EVENT_ACTION_SIGN)
    return hs_life_refuse (error, _ ("signing needs a signature"));
  if (!hs_transition_check (dossier, action, actor, input, NULL, error))
    return FALSE;
  from = (int) hs_dossier_state (dossier);
  return change_sheet (store, dossier, action, error)
         && change_agreement (store, dossier, row, input, error)
         && hs_life_event (store, actor, agreement, dossier->sheet, action, from, (int) row->to,
                           input != NULL ? input->reason : NULL, error);
}

gboolean
hs_life_set_theme (HsStore *store, const HsActor *actor, gint64 agreement, HsTheme theme,
                   HsSigner party, HsThemeStatus status, GError **error)
{
  static const guint fields[] = { HS_THEME_STUDENT_STATUS, 0, HS_THEME_SCHOOL_STATUS,
                                  HS_THEME_HOST_STATUS };
  static const HsMay needed[] = { HS_MAY_DISCUSS_STUDENT, 0, HS_MAY_DISCUSS_SCHOOL,
                                  HS_MAY_DISCUSS_HOST };
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);
  GPtrArray *rows;

  if (dossier == NULL)
    return FALSE;
  if (party > HS_SIGNER_HOST || fields[party] == 0)
    return hs_life_refuse (error, _ ("school, host and student discuss a theme, nobody else"));
  if (!hs_permission_check (dossier, actor, needed[party], error))
    return FALSE;
  rows = dossier->rows[HS_KIND_THEME];
  for (guint i = 0; i < rows->len; i++)
    {
      HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_int (row, HS_THEME_THEME) != (gint64) theme)
        continue;
      if (hs_record_has (row, fields[party])
          && hs_record_int (row, fields[party]) == (gint64) status)
        return TRUE;
      hs_record_set_int (row, fields[party], status);
      return hs_store_save (store, row, error)
             && hs_life_event (store, actor, agreement, dossier->sheet, HS_EVENT_ACTION_DISCUSSED,
                               -1, -1, NULL, error);
    }
  return hs_life_refuse (error, _ ("the sheet does not have this theme"));
}

gboolean
hs_life_spread (HsStore *store, HsDossier *dossier, GError **error)
{
  GPtrArray *old = dossier->rows[HS_KIND_SPREAD];
  gint64 minutes[HS_HOURS_YEARS];
  HsHours hours;

  if (!hs_hours_of_dossier (dossier, &hours, error))
    return FALSE;
  hs_record_set_int (dossier->sheet, HS_SHEET_TOTAL_MINUTES, hours.minutes);
  if (!hs_store_save (store, dossier->sheet, error))
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (!hs_store_remove (store, g_ptr_array_index (old, i), error))
      return FALSE;
  hs_hours_spread (&hours, hours.minutes, minutes);
  for (guint i = 0; i < hours.n_years; i++)
    {
      g_autoptr (HsRecord) row = hs_record_new (HS_KIND_SPREAD);

      if (minutes[i] == 0 && hours.minutes > 0)
        continue;
      hs_record_set_int (row, HS_SPREAD_SHEET, hs_record_id (dossier->sheet));
      hs_record_set_int (row, HS_SPREAD_YEAR, hours.years[i].year);
      hs_record_set_int (row, HS_SPREAD_MINUTES, minutes[i]);
      if (!hs_store_save (store, row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
hs_life_count_hours (HsStore *store, const HsActor *actor, gint64 agreement, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);

  return dossier != NULL && hs_permission_check (dossier, actor, HS_MAY_EDIT, error)
         && hs_life_spread (store, dossier, error);
}
