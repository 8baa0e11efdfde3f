/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the database to the files of an agreement: PDF and calendar. */

#include "hs-agreement-files.h"

#include "hs-canonical.h"
#include "hs-contract.h"
#include "hs-dossier-store.h"
#include "hs-error.h"
#include "hs-ics.h"
#include "hs-permission.h"
#include "hs-signing.h"

#include <glib/gi18n.h>
#include <string.h>

/* Texts that an HsPdfSignoff borrows. */
typedef struct
{
  char *date;
  char *signed_at;
} SignoffTexts;

static void
clear_texts (SignoffTexts *texts)
{
  g_free (texts->date);
  g_free (texts->signed_at);
}

static const char *
organisation_of (const HsDossier *dossier, guint role)
{
  const HsRecord *organisation = role == HS_SIGNER_SCHOOL ? dossier->school
                                 : role == HS_SIGNER_HOST ? dossier->host
                                                          : NULL;

  return organisation == NULL ? NULL : hs_record_text (organisation, HS_ORGANISATION_NAME);
}

/* The row of a signature. With a key everything goes along that proves it. */
static void
fill_signoff (HsPdfSignoff *row, SignoffTexts *texts, const HsRecord *signoff)
{
  char buffer[32];
  gint64 method = hs_record_int (signoff, HS_SIGNOFF_METHOD);

  texts->date = hs_record_format_stable (signoff, HS_SIGNOFF_DATE);
  row->name = hs_record_text (signoff, HS_SIGNOFF_NAME);
  row->method = hs_choice_dutch (HS_CHOICES_SIGN_METHOD, (guint) method);
  row->date = texts->date;
  row->status = "Ondertekend";
  row->valid = TRUE;
  if (method != HS_SIGN_METHOD_KEY)
    return;
  texts->signed_at = g_strdup (hs_moment_to_iso (hs_record_int (signoff, HS_SIGNOFF_AT), buffer));
  row->role_code = hs_record_code (signoff, HS_SIGNOFF_SIGNER);
  row->person = hs_record_text (signoff, HS_SIGNOFF_PERSON_UID);
  row->signed_at = texts->signed_at;
  row->public_key = hs_record_text (signoff, HS_SIGNOFF_PUBLIC_KEY);
  row->signature = hs_record_text (signoff, HS_SIGNOFF_SIGNATURE);
}

/* The last consent of @role to the sheet that is looked at; NULL when there is none. */
static const HsRecord *
find_consent (const HsDossier *dossier, guint role)
{
  GPtrArray *consents = dossier->rows[HS_KIND_CONSENT];
  const HsRecord *found = NULL;

  for (guint i = 0; i < consents->len; i++)
    {
      const HsRecord *consent = consents->pdata[i];

      if (hs_record_int (consent, HS_CONSENT_SHEET) == hs_record_id (dossier->sheet)
          && hs_record_int (consent, HS_CONSENT_SIGNER) == (gint64) role)
        found = consent;
    }
  return found;
}

/* The row of a party's consent to a later sheet; a correction that waits for an answer is none. */
static void
fill_consent (HsPdfSignoff *row, SignoffTexts *texts, const HsRecord *consent, gboolean given)
{
  row->name = hs_record_text (consent, HS_CONSENT_NAME);
  if (!given)
    {
      row->status = "Vraagt een correctie";
      return;
    }
  texts->date = hs_record_format_stable (consent, HS_CONSENT_DATE);
  row->date = texts->date;
  row->method =
      hs_choice_dutch (HS_CHOICES_CONSENT_HOW, (guint) hs_record_int (consent, HS_CONSENT_HOW));
  row->status = "Stemt in";
  row->valid = TRUE;
}

/* One row for each party that signs the first sheet, or consents to a later one. */
static guint
fill_rows (const HsDossier *dossier, HsPdfSignoff *rows, SignoffTexts *texts)
{
  HsSigning signing;
  const HsRecord *first = hs_signing_sheet (dossier);
  gboolean later = first != NULL && hs_record_id (first) != hs_record_id (dossier->sheet);
  guint needed, done = 0, n = 0;

  hs_signing_read (dossier, &signing);
  needed = signing.needed;
  if (later)
    hs_signing_consents (dossier, dossier->sheet, &needed, &done);
  for (guint role = 0; role <= HS_SIGNER_HOST; role++)
    {
      const HsRecord *record = later ? find_consent (dossier, role) : signing.by[role];

      if ((needed >> role & 1) == 0 && record == NULL)
        continue;
      rows[n].role = hs_choice_dutch (HS_CHOICES_SIGNER, role);
      rows[n].organisation = organisation_of (dossier, role);
      if (record != NULL && later)
        fill_consent (&rows[n], &texts[n], record, done >> role & 1);
      else if (record != NULL)
        fill_signoff (&rows[n], &texts[n], record);
      n++;
    }
  return n;
}

/* Nobody approved this text yet. */
static gboolean
is_draft (const HsDossier *dossier)
{
  HsAgreementState state = hs_dossier_state (dossier);

  if (state >= HS_AGREEMENT_STATE_APPROVED)
    return hs_record_int (dossier->sheet, HS_SHEET_NUMBER) > 1
           && hs_record_int (dossier->sheet, HS_SHEET_STATUS) == HS_SHEET_STATUS_DRAFT;
  return TRUE;
}

static HsDossier *
read_dossier (HsStore *store, gint64 agreement, gint64 sheet, GError **error)
{
  g_autoptr (HsDossier) dossier =
      hs_store_dossier (store, agreement, sheet, hs_clock_today (hs_store_clock (store)), error);

  if (dossier == NULL || dossier->sheet != NULL)
    return g_steal_pointer (&dossier);
  g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("the agreement has no content yet"));
  return NULL;
}

/* The canonical form of the dossier's sheet. */
static json_t *
read_content (const HsDossier *dossier, char **hash, GError **error)
{
  g_autofree char *text = hs_canonical_of_sheet (dossier, hash, error);

  return text == NULL ? NULL : hs_canonical_parse (text, -1, error);
}

GBytes *
hs_agreement_pdf (HsStore *store, gint64 agreement, gint64 sheet, HsKey *key, const HsActor *author,
                  guint *n_pages, GError **error)
{
  g_autoptr (HsDossier) dossier = read_dossier (store, agreement, sheet, error);
  HsPdfSignoff rows[HS_SIGNER_HOST + 1] = { 0 };
  SignoffTexts texts[HS_SIGNER_HOST + 1] = { 0 };
  HsContractOptions options = { 0 };
  g_autofree char *hash = NULL;
  char now[32];
  gboolean may = dossier != NULL && hs_permission_open (dossier, author, TRUE, error);
  json_t *content = may ? read_content (dossier, &hash, error) : NULL;
  GBytes *pdf;

  if (content == NULL)
    return NULL;
  options.content_hash = hash;
  options.sheet = hs_record_uid (dossier->sheet);
  options.n_signoffs = fill_rows (dossier, rows, texts);
  options.signoffs = rows;
  options.draft = is_draft (dossier);
  options.now = hs_moment_to_iso (hs_clock_now (hs_store_clock (store)), now);
  options.author = author == NULL ? NULL : author->name;
  options.key = key;
  pdf = hs_contract_render (content, &options, n_pages, error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    clear_texts (&texts[i]);
  json_decref (content);
  return pdf;
}

/* The content of the sheet before that of @dossier, NULL when there is none. */
static json_t *
read_previous (HsStore *store, const HsDossier *dossier)
{
  gint64 number = hs_record_int (dossier->sheet, HS_SHEET_NUMBER);

  for (guint i = 0; i < dossier->sheets->len; i++)
    if (hs_record_int (dossier->sheets->pdata[i], HS_SHEET_NUMBER) == number - 1)
      {
        g_autoptr (HsDossier) before =
            read_dossier (store, hs_record_id (dossier->agreement),
                          hs_record_id (dossier->sheets->pdata[i]), NULL);

        return before == NULL ? NULL : read_content (before, NULL, NULL);
      }
  return NULL;
}

char *
hs_agreement_ics (HsStore *store, gint64 agreement, const HsActor *actor, GError **error)
{
  g_autoptr (HsDossier) dossier = read_dossier (store, agreement, 0, error);
  gboolean may = dossier != NULL && hs_permission_open (dossier, actor, TRUE, error);
  json_t *content = may ? read_content (dossier, NULL, error) : NULL;
  HsIcsOptions options = { 0 };
  char now[32];
  char *text;

  if (content == NULL)
    return NULL;
  options.uid = hs_record_uid (dossier->agreement);
  options.sequence = (int) hs_record_int (dossier->sheet, HS_SHEET_NUMBER);
  options.now = hs_moment_to_iso (hs_clock_now (hs_store_clock (store)), now);
  options.previous = read_previous (store, dossier);
  text = hs_ics_render (content, &options, error);
  json_decref (options.previous);
  json_decref (content);
  return text;
}
