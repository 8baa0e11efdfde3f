/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing: with a key, on paper or elsewhere, mixed freely in one agreement. */

#include "hs-life-private.h"

#include "hs-attachment.h"
#include "hs-permission.h"
#include "hs-signing.h"

#include <glib/gi18n.h>

static gboolean
invalid (GError **error, const char *why)
{
  g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, why);
  return FALSE;
}

gboolean
hs_life_to_sign (HsStore *store, gint64 agreement, char **sheet_uid, char **hash, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);
  const HsRecord *sheet;

  if (dossier == NULL)
    return FALSE;
  sheet = hs_signing_sheet (dossier);
  if (hs_dossier_state (dossier) != HS_AGREEMENT_STATE_OUT || sheet == NULL
      || !hs_record_has (sheet, HS_SHEET_HASH))
    return hs_life_refuse (error, _ ("the agreement is not out for signature"));
  *sheet_uid = g_strdup (hs_record_uid (sheet));
  *hash = g_strdup (hs_record_text (sheet, HS_SHEET_HASH));
  return TRUE;
}

static gboolean
check_attachment (HsStore *store, const char *sha256, GError **error)
{
  g_autoptr (GBytes) data = NULL;

  if (sha256 == NULL || *sha256 == '\0')
    return invalid (error, _ ("add the scan or the PDF that was signed"));
  data = hs_store_attachment (store, sha256, NULL, NULL, error);
  return data != NULL;
}

static gboolean
check_method (HsStore *store, const HsActor *actor, const HsLifeSignature *signature,
              GError **error)
{
  switch (signature->method)
    {
    case HS_SIGN_METHOD_KEY:
      if (g_strcmp0 (actor->uid, signature->signer->uid) != 0)
        return hs_life_refuse (error, _ ("nobody signs with the key of somebody else"));
      if (signature->public_key == NULL || signature->signature == NULL
          || signature->signed_at == 0)
        return invalid (error, _ ("the signature is not complete"));
      return signature->date == hs_moment_day (signature->signed_at)
             || invalid (error, _ ("the day of signing is another one than the signature says"));
    case HS_SIGN_METHOD_PAPER:
      if (signature->witness == NULL || *signature->witness == '\0')
        return invalid (error, _ ("say who saw the signature on paper"));
      return check_attachment (store, signature->attachment, error);
    case HS_SIGN_METHOD_ELSEWHERE:
    default:
      return check_attachment (store, signature->attachment, error);
    }
}

/* The field of a key that names its owner. */
static guint
owner_field (const HsActor *signer)
{
  return signer->kind == HS_KIND_STUDENT    ? (guint) HS_KEY_STUDENT
         : signer->kind == HS_KIND_GUARDIAN ? (guint) HS_KEY_GUARDIAN
                                            : (guint) HS_KEY_PERSON;
}

static gboolean
check_owner (const HsRecord *key, const HsActor *signer, HsDay day, GError **error)
{
  if (hs_record_int (key, owner_field (signer)) != signer->id)
    return hs_life_refuse (error, _ ("this key belongs to somebody else"));
  if (hs_record_has (key, HS_KEY_REVOKED_ON) && hs_record_int (key, HS_KEY_REVOKED_ON) <= day)
    return hs_life_refuse (error, _ ("this key was revoked"));
  return TRUE;
}

/* A key belongs to one person: the first time it is used it is written down as theirs. */
static gboolean
know_key (HsStore *store, const HsLifeSignature *signature, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_KEY);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (HsRecord) key = NULL;

  hs_query_where_text (query, HS_KEY_PUBLIC_KEY, HS_OP_EQUAL, signature->public_key);
  hs_query_include_removed (query);
  found = hs_store_find (store, query, error);
  if (found == NULL)
    return FALSE;
  if (found->len > 0)
    return check_owner (g_ptr_array_index (found, 0), signature->signer, signature->date, error);
  key = hs_record_new (HS_KIND_KEY);
  hs_record_set_int (key, owner_field (signature->signer), signature->signer->id);
  hs_record_set_text (key, HS_KEY_PUBLIC_KEY, signature->public_key);
  hs_record_set_int (key, HS_KEY_MADE_ON, signature->date);
  return hs_store_save (store, key, error);
}

/* Whether the same person has a signature in this role that counts. */
static gboolean
has_signed (const HsDossier *dossier, const HsLifeSignature *signature)
{
  GPtrArray *rows = dossier->rows[HS_KIND_SIGNOFF];

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_int (row, HS_SIGNOFF_SIGNER) == (gint64) signature->role
          && g_strcmp0 (hs_record_text (row, HS_SIGNOFF_PERSON_UID), signature->signer->uid) == 0
          && hs_signing_counts (dossier, row, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_signature (HsStore *store, const HsActor *actor, const HsDossier *dossier,
                 const HsLifeSignature *signature, GError **error)
{
  const HsRecord *sheet = hs_signing_sheet (dossier);

  if (actor == NULL || signature->signer == NULL)
    return hs_life_refuse (error, _ ("say first who you are"));
  if (!hs_permission_sign (dossier, signature->signer, signature->role, signature->date, error))
    return FALSE;
  if (g_strcmp0 (actor->uid, signature->signer->uid) != 0
      && !hs_permission_check (dossier, actor, HS_MAY_RECORD_SIGNOFF, error))
    return FALSE;
  if (!hs_record_has (sheet, HS_SHEET_HASH)
      || g_strcmp0 (hs_record_text (sheet, HS_SHEET_HASH), signature->hash) != 0)
    return hs_life_refuse (error, _ ("what was signed is not what the sheet says now"));
  if (has_signed (dossier, signature))
    return hs_life_refuse (error, _ ("this person has signed already"));
  return check_method (store, actor, signature, error);
}

static gboolean
save_signoff (HsStore *store, const HsDossier *dossier, const HsLifeSignature *signature,
              GError **error)
{
  g_autoptr (HsRecord) row = hs_record_new (HS_KIND_SIGNOFF);

  hs_record_set_int (row, HS_SIGNOFF_AGREEMENT, hs_record_id (dossier->agreement));
  hs_record_set_int (row, HS_SIGNOFF_SHEET, hs_record_id (hs_signing_sheet (dossier)));
  hs_record_set_int (row, HS_SIGNOFF_SIGNER, signature->role);
  hs_record_set_text (row, HS_SIGNOFF_PERSON_UID, signature->signer->uid);
  hs_record_set_text (row, HS_SIGNOFF_NAME, signature->signer->name);
  hs_record_set_int (row, HS_SIGNOFF_METHOD, signature->method);
  hs_record_set_int (row, HS_SIGNOFF_DATE, signature->date);
  /* For a key the moment in the statement that was signed: without it nobody can check it again. */
  hs_record_set_int (row, HS_SIGNOFF_AT,
                     signature->method == HS_SIGN_METHOD_KEY
                         ? signature->signed_at
                         : hs_clock_now (hs_store_clock (store)));
  hs_record_set_text (row, HS_SIGNOFF_HASH, signature->hash);
  if (signature->method == HS_SIGN_METHOD_KEY)
    {
      hs_record_set_text (row, HS_SIGNOFF_PUBLIC_KEY, signature->public_key);
      hs_record_set_text (row, HS_SIGNOFF_SIGNATURE, signature->signature);
    }
  else
    {
      hs_record_set_text (row, HS_SIGNOFF_WITNESS, signature->witness);
      hs_record_set_text (row, HS_SIGNOFF_ATTACHMENT, signature->attachment);
    }
  hs_record_set_int (row, HS_SIGNOFF_GUARDIAN, signature->role == HS_SIGNER_GUARDIAN);
  return hs_store_save (store, row, error);
}

/* Makes the agreement Afgesproken when nobody is waited for any more. */
static gboolean
agree_when_complete (HsStore *store, gint64 agreement, gboolean *agreed, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);
  HsSigning signing;

  if (dossier == NULL)
    return FALSE;
  hs_signing_read (dossier, &signing);
  *agreed = hs_signing_complete (&signing);
  return !*agreed
         || hs_life_transition (store, NULL, agreement, HS_EVENT_ACTION_AGREE, NULL, error);
}

gboolean
hs_life_sign (HsStore *store, const HsActor *actor, gint64 agreement,
              const HsLifeSignature *signature, gboolean *agreed, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);
  gboolean complete = FALSE;

  if (agreed != NULL)
    *agreed = FALSE;
  if (dossier == NULL || !check_signature (store, actor, dossier, signature, error))
    return FALSE;
  if (signature->method == HS_SIGN_METHOD_KEY && !know_key (store, signature, error))
    return FALSE;
  if (!save_signoff (store, dossier, signature, error)
      || !hs_life_event (store, actor, agreement, hs_signing_sheet (dossier), HS_EVENT_ACTION_SIGN,
                         -1, -1, NULL, error)
      || !agree_when_complete (store, agreement, &complete, error))
    return FALSE;
  if (agreed != NULL)
    *agreed = complete;
  return TRUE;
}

char **
hs_life_recall_loses (HsStore *store, gint64 agreement, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *rows;

  if (dossier == NULL)
    return NULL;
  rows = dossier->rows[HS_KIND_SIGNOFF];
  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      g_autofree char *day = hs_day_format ((HsDay) hs_record_int (row, HS_SIGNOFF_DATE));

      if (!hs_signing_counts (dossier, row, NULL))
        continue;
      g_ptr_array_add (
          lines, g_strdup_printf ("%s: %s, %s",
                                  hs_choice_label (HS_CHOICES_SIGNER,
                                                   (guint) hs_record_int (row, HS_SIGNOFF_SIGNER)),
                                  hs_record_text (row, HS_SIGNOFF_NAME), day));
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}
