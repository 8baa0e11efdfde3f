/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which signatures and consents count. */

#include "hs-signing.h"

#include "hs-defaults.h"
#include "hs-holiday.h"

#include <glib/gi18n.h>

#define BIT(signer) (1u << (signer))

HsRecord *
hs_signing_sheet (const HsDossier *dossier)
{
  HsRecord *first = NULL;

  for (guint i = 0; i < dossier->sheets->len; i++)
    {
      HsRecord *sheet = g_ptr_array_index (dossier->sheets, i);

      if (first == NULL
          || hs_record_int (sheet, HS_SHEET_NUMBER) < hs_record_int (first, HS_SHEET_NUMBER))
        first = sheet;
    }
  return first != NULL ? first : dossier->sheet;
}

/* The revision in which the agreement was last sent out, or opened again after that; @sent says
 * which of the two came last. */
static gint64
last_sending (const HsDossier *dossier, gboolean *sent)
{
  GPtrArray *events = dossier->rows[HS_KIND_EVENT];
  gint64 revision = -1;

  *sent = FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const HsRecord *event = g_ptr_array_index (events, i);
      HsEventAction action = (HsEventAction) hs_record_int (event, HS_EVENT_ACTION);

      if (action != HS_EVENT_ACTION_SEND && action != HS_EVENT_ACTION_RECALL
          && action != HS_EVENT_ACTION_REFUSE)
        continue;
      if (hs_record_made (event) < revision)
        continue;
      revision = hs_record_made (event);
      *sent = action == HS_EVENT_ACTION_SEND;
    }
  return revision;
}

gboolean
hs_signing_counts (const HsDossier *dossier, const HsRecord *signoff, char **why)
{
  const HsRecord *sheet = hs_signing_sheet (dossier);
  gboolean sent;
  gint64 sending = last_sending (dossier, &sent);
  const char *reason = NULL;

  if (sheet == NULL || hs_record_int (signoff, HS_SIGNOFF_SHEET) != hs_record_id (sheet))
    reason = _ ("It is under another sheet.");
  else if (sending >= 0 && (!sent || hs_record_made (signoff) < sending))
    reason = _ ("The agreement was recalled or refused after it.");
  else if (!hs_record_has (sheet, HS_SHEET_HASH)
           || g_strcmp0 (hs_record_text (sheet, HS_SHEET_HASH),
                         hs_record_text (signoff, HS_SIGNOFF_HASH))
                  != 0)
    reason = _ ("It is under other content than the sheet has now.");
  if (why != NULL)
    *why = g_strdup (reason);
  return reason == NULL;
}

/* The day on which the student signed, else today. */
static HsDay
student_day (const HsDossier *dossier, const HsSigning *signing)
{
  const HsRecord *signoff = signing->by[HS_SIGNER_STUDENT];

  return signoff != NULL && hs_record_has (signoff, HS_SIGNOFF_DATE)
             ? (HsDay) hs_record_int (signoff, HS_SIGNOFF_DATE)
             : dossier->facts.today;
}

void
hs_signing_read (const HsDossier *dossier, HsSigning *signing)
{
  GPtrArray *signoffs = dossier->rows[HS_KIND_SIGNOFF];
  int minor;

  *signing = (HsSigning){ 0 };
  signing->needed = BIT (HS_SIGNER_STUDENT) | BIT (HS_SIGNER_SCHOOL) | BIT (HS_SIGNER_HOST);
  for (guint i = 0; i < signoffs->len; i++)
    {
      HsRecord *signoff = g_ptr_array_index (signoffs, i);
      gint64 role = hs_record_int (signoff, HS_SIGNOFF_SIGNER);

      if (role < 0 || role > HS_SIGNER_HOST || !hs_signing_counts (dossier, signoff, NULL))
        continue;
      signing->done |= BIT (role);
      signing->by[role] = signoff;
    }
  minor = hs_dossier_minor_on (dossier, student_day (dossier, signing));
  signing->birth_date_unknown = minor < 0;
  if (minor == 1)
    signing->needed |= BIT (HS_SIGNER_GUARDIAN);
}

gboolean
hs_signing_complete (const HsSigning *signing)
{
  return !signing->birth_date_unknown && (signing->needed & ~signing->done) == 0;
}

/* Student, school and host, and a guardian while the student is a minor today; when the birth date
 * is not known nobody is asked less than a minor's guardian would be. */
static guint
parties_of_later_sheet (const HsDossier *dossier)
{
  guint parties = BIT (HS_SIGNER_STUDENT) | BIT (HS_SIGNER_SCHOOL) | BIT (HS_SIGNER_HOST);

  if (hs_dossier_minor_on (dossier, dossier->facts.today) != 0)
    parties |= BIT (HS_SIGNER_GUARDIAN);
  return parties;
}

void
hs_signing_consents (const HsDossier *dossier, const HsRecord *sheet, guint *needed, guint *done)
{
  GPtrArray *consents = dossier->rows[HS_KIND_CONSENT];

  *needed = parties_of_later_sheet (dossier);
  *done = 0;
  for (guint i = 0; i < consents->len; i++)
    {
      const HsRecord *consent = g_ptr_array_index (consents, i);
      gint64 signer = hs_record_int (consent, HS_CONSENT_SIGNER);

      if (signer < 0 || hs_record_int (consent, HS_CONSENT_SHEET) != hs_record_id (sheet))
        continue;
      /* A correction that was asked and not answered takes an earlier consent back. */
      if (hs_record_has (consent, HS_CONSENT_CORRECTION)
          && !hs_record_has (consent, HS_CONSENT_CORRECTION_ANSWER))
        *done &= ~BIT (signer);
      else if (hs_record_has (consent, HS_CONSENT_DATE))
        *done |= BIT (signer);
    }
}

void
hs_signing_deliveries (const HsDossier *dossier, const HsRecord *sheet, guint *needed, guint *done)
{
  GPtrArray *deliveries = dossier->rows[HS_KIND_DELIVERY];

  *needed = parties_of_later_sheet (dossier) & ~BIT (HS_SIGNER_SCHOOL);
  *done = 0;
  for (guint i = 0; i < deliveries->len; i++)
    {
      const HsRecord *delivery = g_ptr_array_index (deliveries, i);
      gint64 signer = hs_record_int (delivery, HS_DELIVERY_SIGNER);

      if (signer >= 0 && hs_record_has (delivery, HS_DELIVERY_SENT_ON)
          && hs_record_int (delivery, HS_DELIVERY_SHEET) == hs_record_id (sheet))
        *done |= BIT (signer);
    }
}

HsDay
hs_signing_correction_until (const HsDossier *dossier, const HsRecord *sheet)
{
  GPtrArray *deliveries = dossier->rows[HS_KIND_DELIVERY];
  gint64 days = hs_defaults_number (dossier->facts.settings, "sheet.correction_days", 10);
  HsDay last = HS_DAY_NONE;

  for (guint i = 0; i < deliveries->len; i++)
    {
      const HsRecord *delivery = g_ptr_array_index (deliveries, i);

      if (hs_record_int (delivery, HS_DELIVERY_SHEET) == hs_record_id (sheet)
          && hs_record_has (delivery, HS_DELIVERY_SENT_ON))
        last = MAX (last, (HsDay) hs_record_int (delivery, HS_DELIVERY_SENT_ON));
    }
  return last == HS_DAY_NONE
             ? HS_DAY_NONE
             : hs_holiday_add_working_days (last, (int) CLAMP (days, 0, 250), HS_HOLIDAYS_USUAL);
}
