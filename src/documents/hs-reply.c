/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer in memory, the empty form of an agreement, and which format a file has. */

#include "hs-reply.h"

#include "hs-canonical.h"
#include "hs-dossier-store.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

HsReply *
hs_reply_new (void)
{
  HsReply *self = g_new0 (HsReply, 1);

  self->date = HS_DAY_NONE;
  self->role = HS_SIGNER_HOST;
  return self;
}

void
hs_reply_free (HsReply *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < HS_REPLY_THEMES; i++)
    g_free (self->remarks[i]);
  g_free (self->agreement);
  g_free (self->number);
  g_free (self->sheet);
  g_free (self->hash);
  g_free (self->student);
  g_free (self->host);
  g_free (self->period);
  g_free (self->name);
  g_free (self->function);
  g_free (self->remark);
  g_free (self);
}

static char *
title_of (const HsRecord *record)
{
  return record == NULL ? NULL : hs_record_title (record);
}

static char *
period_of (const HsRecord *sheet)
{
  g_autofree char *start = hs_record_format (sheet, HS_SHEET_START);
  g_autofree char *end = hs_record_format (sheet, HS_SHEET_END);

  return *start == '\0' || *end == '\0' ? NULL : g_strdup_printf ("%s – %s", start, end);
}

static HsReply *
answer_for (const HsDossier *dossier, HsSigner role, GError **error)
{
  g_autoptr (HsReply) self = hs_reply_new ();
  g_autofree char *canonical = hs_canonical_of_sheet (dossier, &self->hash, error);

  if (canonical == NULL)
    return NULL;
  self->agreement = g_strdup (hs_record_uid (dossier->agreement));
  self->number = g_strdup (hs_record_text (dossier->agreement, HS_AGREEMENT_NUMBER));
  self->sheet = g_strdup (hs_record_uid (dossier->sheet));
  self->role = role;
  self->student = title_of (dossier->student);
  self->host = title_of (dossier->host);
  self->period = period_of (dossier->sheet);
  return g_steal_pointer (&self);
}

GBytes *
hs_reply_form (HsStore *store, gint64 agreement, HsSigner role, HsReplyFormat format,
               GError **error)
{
  g_autoptr (HsDossier) dossier =
      hs_store_dossier (store, agreement, 0, hs_clock_today (hs_store_clock (store)), error);
  g_autoptr (HsReply) answer = NULL;

  if (dossier == NULL)
    return NULL;
  if (dossier->sheet == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                           _ ("the agreement has no content yet"));
      return NULL;
    }
  if (role == HS_SIGNER_HOST && hs_dossier_state (dossier) == HS_AGREEMENT_STATE_PROPOSED)
    {
      g_set_error_literal (
          error, HS_ERROR, HS_ERROR_REFUSED,
          _ ("the host sees who the student is from the moment that the match is final"));
      return NULL;
    }
  answer = answer_for (dossier, role, error);
  if (answer == NULL)
    return NULL;
  return format == HS_REPLY_PDF ? hs_reply_to_pdf (answer, error) : hs_reply_to_text (answer);
}

char *
hs_reply_file_name (const char *number, HsSigner role, HsReplyFormat format)
{
  static const char *const roles[] = { "student", "ouder", "school", "zorgorganisatie" };

  return g_strdup_printf ("antwoord-%s-%s.%s", number, roles[role],
                          format == HS_REPLY_PDF ? "pdf" : "txt");
}

HsReply *
hs_reply_read (GBytes *file, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  if (size > HS_REPLY_FILE_MAX)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("an answer form of %d MB cannot be"),
                   (int) (size / 1024 / 1024));
      return NULL;
    }
  /* Some programs put a line or two before the mark. */
  if (size > 0 && g_strstr_len (data, (gssize) MIN (size, 1024), "%PDF-") != NULL)
    return hs_reply_from_pdf (file, error);
  return hs_reply_from_text (file, error);
}

void
hs_reply_plan_free (HsReplyPlan *self)
{
  if (self == NULL)
    return;
  hs_actor_free (self->signer);
  g_ptr_array_unref (self->steps);
  g_free (self->title);
  g_free (self);
}

guint
hs_reply_plan_n_done (const HsReplyPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    n += ((HsReplyStep *) self->steps->pdata[i])->why_not == NULL;
  return n;
}
