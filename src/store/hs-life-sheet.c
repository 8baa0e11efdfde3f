/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Later sheets: a copy that is changed, fixed, sent, consented to, and then in force. The state of
 * the agreement stays Afgesproken. */

#include "hs-life-private.h"

#include "hs-permission.h"
#include "hs-signing.h"

#include <glib/gi18n.h>

static gboolean
invalid (GError **error, const char *why)
{
  g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, why);
  return FALSE;
}

/* A copy of @row without identity, under @sheet. (transfer full) */
static HsRecord *
copy_row (const HsRecord *row, gint64 sheet)
{
  HsRecord *copy = hs_record_new (hs_record_kind_id (row));

  for (guint i = 0; i < hs_record_kind (row)->n_fields; i++)
    hs_record_copy_field (copy, row, i);
  hs_record_set_int (copy, (guint) hs_kind_parent_field (hs_record_kind (row)), sheet);
  return copy;
}

/* Assignments get new ids: criteria and reservations follow theirs. */
static void
follow_assignment (HsRecord *row, GHashTable *assignments)
{
  guint field = hs_record_kind_id (row) == HS_KIND_CRITERION ? (guint) HS_CRITERION_ASSIGNMENT
                                                             : (guint) HS_RESERVATION_ASSIGNMENT;
  gint64 old, *new;

  if (hs_record_kind_id (row) != HS_KIND_CRITERION
      && hs_record_kind_id (row) != HS_KIND_RESERVATION)
    return;
  old = hs_record_int (row, field);
  new = g_hash_table_lookup (assignments, &old);
  if (new != NULL)
    hs_record_set_int (row, field, *new);
}

static gboolean
copy_rows (HsStore *store, const HsDossier *dossier, HsKindId kind, gint64 sheet,
           GHashTable *assignments, GError **error)
{
  for (guint i = 0; i < dossier->rows[kind]->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (dossier->rows[kind], i);
      g_autoptr (HsRecord) copy = copy_row (row, sheet);
      gint64 ids[2];

      follow_assignment (copy, assignments);
      if (!hs_store_save (store, copy, error))
        return FALSE;
      ids[0] = hs_record_id (row);
      ids[1] = hs_record_id (copy);
      if (kind == HS_KIND_ASSIGNMENT)
        g_hash_table_insert (assignments, g_memdup2 (&ids[0], sizeof ids[0]),
                             g_memdup2 (&ids[1], sizeof ids[1]));
    }
  return TRUE;
}

/* Whether rows of @kind belong to a sheet. */
static gboolean
is_of_sheet (HsKindId kind)
{
  const HsKind *description = hs_kind (kind);
  int parent = hs_kind_parent_field (description);

  return parent >= 0 && description->fields[parent].target == HS_KIND_SHEET;
}

/* Copies all rows of the sheet of @dossier; assignments first, as others refer to them. */
static gboolean
copy_content (HsStore *store, const HsDossier *dossier, gint64 sheet, GError **error)
{
  g_autoptr (GHashTable) assignments =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  if (!copy_rows (store, dossier, HS_KIND_ASSIGNMENT, sheet, assignments, error))
    return FALSE;
  for (guint i = 0; i < HS_N_KINDS; i++)
    if (i != HS_KIND_ASSIGNMENT && is_of_sheet ((HsKindId) i) && dossier->rows[i] != NULL
        && !copy_rows (store, dossier, (HsKindId) i, sheet, assignments, error))
      return FALSE;
  return TRUE;
}

/* The newest sheet that was not withdrawn, and whether a later one is under way. */
static HsRecord *
newest_sheet (const HsDossier *dossier, gint64 *highest, gboolean *under_way)
{
  HsRecord *newest = NULL;

  *highest = 0;
  *under_way = FALSE;
  for (guint i = 0; i < dossier->sheets->len; i++)
    {
      HsRecord *sheet = g_ptr_array_index (dossier->sheets, i);
      gint64 status = hs_record_int (sheet, HS_SHEET_STATUS);

      *highest = MAX (*highest, hs_record_int (sheet, HS_SHEET_NUMBER));
      if (status == HS_SHEET_STATUS_WITHDRAWN)
        continue;
      *under_way = *under_way || status != HS_SHEET_STATUS_IN_FORCE;
      if (newest == NULL
          || hs_record_int (sheet, HS_SHEET_NUMBER) > hs_record_int (newest, HS_SHEET_NUMBER))
        newest = sheet;
    }
  return newest;
}

static HsRecord *
make_sheet (const HsRecord *from, gint64 number, HsDay effective_from)
{
  HsRecord *sheet = hs_record_new (HS_KIND_SHEET);

  for (guint i = 0; i < HS_SHEET_N_FIELDS; i++)
    hs_record_copy_field (sheet, from, i);
  hs_record_unset (sheet, HS_SHEET_HASH);
  hs_record_unset (sheet, HS_SHEET_CANONICAL);
  hs_record_unset (sheet, HS_SHEET_DRAWN_UP);
  hs_record_set_int (sheet, HS_SHEET_NUMBER, number);
  hs_record_set_int (sheet, HS_SHEET_STATUS, HS_SHEET_STATUS_DRAFT);
  hs_record_set_int (sheet, HS_SHEET_EFFECTIVE_FROM, effective_from);
  return sheet;
}

/* Makes @sheet the one that the agreement looks at first. */
static gboolean
look_at (HsStore *store, HsDossier *dossier, gint64 sheet, GError **error)
{
  hs_record_set_int (dossier->agreement, HS_AGREEMENT_SHEET, sheet);
  return hs_store_save (store, dossier->agreement, error);
}

static gboolean
save_sheet (HsStore *store, const HsActor *actor, HsDossier *dossier, HsRecord *sheet,
            const char *reason, GError **error)
{
  return hs_record_parse (sheet, HS_SHEET_CHANGE_REASON, reason, error)
         && hs_store_save (store, sheet, error)
         && copy_content (store, dossier, hs_record_id (sheet), error)
         && look_at (store, dossier, hs_record_id (sheet), error)
         && hs_life_event (store, actor, hs_record_id (dossier->agreement), sheet,
                           HS_EVENT_ACTION_SHEET, -1, -1, NULL, error);
}

gint64
hs_life_new_sheet (HsStore *store, const HsActor *actor, gint64 agreement, HsDay effective_from,
                   const char *reason, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);
  g_autoptr (HsDossier) source = NULL;
  g_autoptr (HsRecord) sheet = NULL;
  gint64 highest;
  gboolean under_way;
  HsRecord *newest;

  if (dossier == NULL || !hs_permission_check (dossier, actor, HS_MAY_NEW_SHEET, error))
    return 0;
  newest = newest_sheet (dossier, &highest, &under_way);
  if (newest == NULL || under_way)
    {
      hs_life_refuse (error, _ ("there is a new sheet under way already: finish or withdraw it"));
      return 0;
    }
  if (reason == NULL || *reason == '\0')
    {
      invalid (error, _ ("say why there is a new sheet"));
      return 0;
    }
  if (effective_from == HS_DAY_NONE
      || effective_from < hs_record_int (newest, HS_SHEET_EFFECTIVE_FROM))
    {
      invalid (error, _ ("a new sheet holds from a later day than the one before it"));
      return 0;
    }
  source = hs_life_load (store, agreement, hs_record_id (newest), error);
  if (source == NULL)
    return 0;
  sheet = make_sheet (newest, highest + 1, effective_from);
  return save_sheet (store, actor, source, sheet, reason, error) ? hs_record_id (sheet) : 0;
}

/* The dossier with the later sheet that is under way in @status. (transfer full) */
static HsDossier *
load_later (HsStore *store, gint64 agreement, HsSheetStatus status, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);

  if (dossier == NULL)
    return NULL;
  for (guint i = 0; i < dossier->sheets->len; i++)
    {
      HsRecord *sheet = g_ptr_array_index (dossier->sheets, i);

      if (hs_record_int (sheet, HS_SHEET_NUMBER) > 1
          && hs_record_int (sheet, HS_SHEET_STATUS) == (gint64) status)
        return hs_life_load (store, agreement, hs_record_id (sheet), error);
    }
  hs_life_refuse (error, status == HS_SHEET_STATUS_DRAFT
                             ? _ ("there is no new sheet that is a draft")
                             : _ ("there is no new sheet that was fixed and is not in force yet"));
  return NULL;
}

static gboolean
check_findings (const HsDossier *dossier, HsEventAction action, GError **error)
{
  g_autoptr (GPtrArray) findings = hs_rules_run (dossier);

  for (guint i = 0; i < findings->len; i++)
    {
      const HsFinding *finding = g_ptr_array_index (findings, i);

      if (!hs_finding_blocks (finding, action))
        continue;
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, _ ("something is still needed: %s"),
                   finding->message);
      return FALSE;
    }
  return TRUE;
}

gboolean
hs_life_fix_sheet (HsStore *store, const HsActor *actor, gint64 agreement, GError **error)
{
  g_autoptr (HsDossier) dossier = load_later (store, agreement, HS_SHEET_STATUS_DRAFT, error);

  return dossier != NULL && hs_permission_check (dossier, actor, HS_MAY_NEW_SHEET, error)
         && check_findings (dossier, HS_EVENT_ACTION_SHEET, error)
         && hs_life_fix (store, dossier, error)
         && hs_life_event (store, actor, agreement, dossier->sheet, HS_EVENT_ACTION_SHEET, -1, -1,
                           NULL, error);
}

gboolean
hs_life_withdraw_sheet (HsStore *store, const HsActor *actor, gint64 agreement, const char *reason,
                        GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);
  gint64 back = 0, highest;
  gboolean under_way;
  HsRecord *sheet;

  if (dossier == NULL || !hs_permission_check (dossier, actor, HS_MAY_NEW_SHEET, error))
    return FALSE;
  sheet = newest_sheet (dossier, &highest, &under_way);
  if (sheet == NULL || !under_way || hs_record_int (sheet, HS_SHEET_NUMBER) <= 1)
    return hs_life_refuse (error, _ ("there is no new sheet under way"));
  if (reason == NULL || *reason == '\0')
    return invalid (error, _ ("say why the sheet is withdrawn"));
  hs_record_set_int (sheet, HS_SHEET_STATUS, HS_SHEET_STATUS_WITHDRAWN);
  back = hs_record_id (hs_dossier_effective_sheet (dossier, HS_DAY_LAST));
  return hs_store_save (store, sheet, error) && look_at (store, dossier, back, error)
         && hs_life_event (store, actor, agreement, sheet, HS_EVENT_ACTION_SHEET, -1, -1, reason,
                           error);
}

/* The sheet is in force when it was sent to all, all consented and no correction is open. */
static gboolean
put_in_force (HsStore *store, gint64 agreement, gint64 sheet, gboolean *in_force, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, sheet, error);
  g_autoptr (GPtrArray) findings = NULL;

  if (dossier == NULL)
    return FALSE;
  findings = hs_rules_run (dossier);
  if (hs_findings_count (findings, HS_EVENT_ACTION_SHEET_IN_FORCE) > 0)
    return TRUE;
  if (in_force != NULL)
    *in_force = TRUE;
  hs_record_set_int (dossier->sheet, HS_SHEET_STATUS, HS_SHEET_STATUS_IN_FORCE);
  return hs_store_save (store, dossier->sheet, error)
         && hs_life_event (store, NULL, agreement, dossier->sheet, HS_EVENT_ACTION_SHEET_IN_FORCE,
                           -1, -1, NULL, error);
}

gboolean
hs_life_deliver (HsStore *store, const HsActor *actor, gint64 agreement, HsSigner role,
                 const char *name, const char *how, HsDay date, GError **error)
{
  g_autoptr (HsDossier) dossier = load_later (store, agreement, HS_SHEET_STATUS_FIXED, error);
  g_autoptr (HsRecord) row = NULL;

  if (dossier == NULL || !hs_permission_check (dossier, actor, HS_MAY_RECORD_CONSENT, error))
    return FALSE;
  if (date == HS_DAY_NONE || date > dossier->facts.today)
    return invalid (error, _ ("say on which day it was sent, today at the latest"));
  row = hs_record_new (HS_KIND_DELIVERY);
  hs_record_set_int (row, HS_DELIVERY_AGREEMENT, agreement);
  hs_record_set_int (row, HS_DELIVERY_SHEET, hs_record_id (dossier->sheet));
  hs_record_set_int (row, HS_DELIVERY_SIGNER, role);
  hs_record_set_text (row, HS_DELIVERY_NAME, name);
  hs_record_set_text (row, HS_DELIVERY_HOW, how);
  hs_record_set_int (row, HS_DELIVERY_SENT_ON, date);
  return hs_store_save (store, row, error)
         && hs_life_event (store, actor, agreement, dossier->sheet, HS_EVENT_ACTION_SENT, -1, -1,
                           NULL, error)
         && put_in_force (store, agreement, hs_record_id (dossier->sheet), NULL, error);
}

gboolean
hs_life_consent (HsStore *store, const HsActor *actor, gint64 agreement, HsSigner role,
                 const char *name, HsConsentHow how, HsDay date, const char *correction,
                 gboolean *in_force, GError **error)
{
  g_autoptr (HsDossier) dossier = load_later (store, agreement, HS_SHEET_STATUS_FIXED, error);
  g_autoptr (HsRecord) row = NULL;

  if (in_force != NULL)
    *in_force = FALSE;
  if (dossier == NULL || !hs_permission_check (dossier, actor, HS_MAY_RECORD_CONSENT, error))
    return FALSE;
  if (date == HS_DAY_NONE || date > dossier->facts.today)
    return invalid (error, _ ("say on which day, today at the latest"));
  if (name == NULL || *name == '\0')
    return invalid (error, _ ("say who it was"));
  row = hs_record_new (HS_KIND_CONSENT);
  hs_record_set_int (row, HS_CONSENT_AGREEMENT, agreement);
  hs_record_set_int (row, HS_CONSENT_SHEET, hs_record_id (dossier->sheet));
  hs_record_set_int (row, HS_CONSENT_SIGNER, role);
  hs_record_set_int (row, HS_CONSENT_HOW, how);
  hs_record_set_int (row, HS_CONSENT_DATE, date);
  return hs_record_parse (row, HS_CONSENT_NAME, name, error)
         && (correction == NULL || hs_record_parse (row, HS_CONSENT_CORRECTION, correction, error))
         && hs_store_save (store, row, error)
         && hs_life_event (store, actor, agreement, dossier->sheet, HS_EVENT_ACTION_CONSENT, -1, -1,
                           NULL, error)
         && put_in_force (store, agreement, hs_record_id (dossier->sheet), in_force, error);
}

gboolean
hs_life_answer_correction (HsStore *store, const HsActor *actor, gint64 agreement, HsSigner role,
                           const char *answer, gboolean *in_force, GError **error)
{
  g_autoptr (HsDossier) dossier = load_later (store, agreement, HS_SHEET_STATUS_FIXED, error);
  GPtrArray *rows;

  if (in_force != NULL)
    *in_force = FALSE;
  if (dossier == NULL || !hs_permission_check (dossier, actor, HS_MAY_RECORD_CONSENT, error))
    return FALSE;
  if (answer == NULL || *answer == '\0')
    return invalid (error, _ ("say what the answer is"));
  rows = dossier->rows[HS_KIND_CONSENT];
  for (guint i = 0; i < rows->len; i++)
    {
      HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_int (row, HS_CONSENT_SHEET) != hs_record_id (dossier->sheet)
          || hs_record_int (row, HS_CONSENT_SIGNER) != (gint64) role
          || !hs_record_has (row, HS_CONSENT_CORRECTION)
          || hs_record_has (row, HS_CONSENT_CORRECTION_ANSWER))
        continue;
      return hs_record_parse (row, HS_CONSENT_CORRECTION_ANSWER, answer, error)
             && hs_store_save (store, row, error)
             && hs_life_event (store, actor, agreement, dossier->sheet, HS_EVENT_ACTION_CONSENT, -1,
                               -1, NULL, error)
             && put_in_force (store, agreement, hs_record_id (dossier->sheet), in_force, error);
    }
  return hs_life_refuse (error, _ ("this party has no correction that waits for an answer"));
}
