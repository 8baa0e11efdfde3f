/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of later sheets. */

#include "hs-sheet-ask.h"

#include "hs-permission.h"

#include <glib/gi18n.h>

char *
hs_sheet_name_of (HsDossierEditor *editor, HsSigner role)
{
  HsDossier *dossier = hs_dossier_editor_dossier (editor);
  const HsActor *actor = hs_context_actor (hs_dossier_editor_context (editor));
  const HsRecord *who = NULL;

  if (role == HS_SIGNER_STUDENT)
    return hs_permission_student_name (dossier, actor);
  if (role == HS_SIGNER_GUARDIAN && dossier->guardians->len > 0)
    who = g_ptr_array_index (dossier->guardians, 0);
  if (role == HS_SIGNER_SCHOOL)
    who = dossier->teacher;
  if (role == HS_SIGNER_HOST)
    who = dossier->trainer;
  return who == NULL ? g_strdup ("") : hs_record_title (who);
}

static void
fill_name_and_day (HsAskDialog *dialog, HsDossierEditor *editor, HsSigner role, guint name,
                   guint day)
{
  g_autofree char *text = hs_sheet_name_of (editor, role);

  hs_record_set_text (hs_ask_dialog_values (dialog), name, text);
  hs_record_set_int (hs_ask_dialog_values (dialog), day,
                     hs_context_today (hs_dossier_editor_context (editor)));
}

static HsDay
day_of (const HsRecord *values, guint field)
{
  return hs_record_has (values, field) ? (HsDay) hs_record_int (values, field) : HS_DAY_NONE;
}

/* ---- a new sheet ---- */

static gboolean
write_new (HsStore *store, const HsActor *actor, gint64 agreement, gpointer data, GError **error)
{
  const HsRecord *values = ((HsAskAnswer *) data)->values;

  return hs_life_new_sheet (store, actor, agreement, day_of (values, HS_SHEET_EFFECTIVE_FROM),
                            hs_record_text (values, HS_SHEET_CHANGE_REASON), error)
         != 0;
}

void
hs_sheet_ask_new (GtkWindow *parent, HsDossierEditor *editor)
{
  HsAskDialog *dialog = hs_ask_dialog_new (
      parent, editor, HS_KIND_SHEET, _ ("A new sheet"),
      _ ("Everything stays as it is until the new sheet is in force. Nobody signs again: student, "
         "school and host say that they consent."),
      _ ("Start the sheet"), write_new, 0);

  hs_ask_dialog_add (dialog, HS_SHEET_EFFECTIVE_FROM, _ ("From which day does the change hold?"));
  hs_ask_dialog_add (dialog, HS_SHEET_CHANGE_REASON, _ ("What changes, and why?"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
write_withdraw (HsStore *store, const HsActor *actor, gint64 agreement, gpointer data,
                GError **error)
{
  return hs_life_withdraw_sheet (
      store, actor, agreement,
      hs_record_text (((HsAskAnswer *) data)->values, HS_SHEET_CHANGE_REASON), error);
}

void
hs_sheet_ask_withdraw (GtkWindow *parent, HsDossierEditor *editor)
{
  HsAskDialog *dialog =
      hs_ask_dialog_new (parent, editor, HS_KIND_SHEET, _ ("Withdraw the new sheet"),
                         _ ("The sheet before it stays in force. This one stays to be seen."),
                         _ ("Withdraw"), write_withdraw, 0);

  hs_ask_dialog_add (dialog, HS_SHEET_CHANGE_REASON,
                     _ ("Why? Everybody who takes part reads this."));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- sending and consent ---- */

static gboolean
write_delivery (HsStore *store, const HsActor *actor, gint64 agreement, gpointer data,
                GError **error)
{
  const HsAskAnswer *answer = data;
  const HsRecord *values = answer->values;

  return hs_life_deliver (
      store, actor, agreement, (HsSigner) answer->detail, hs_record_text (values, HS_DELIVERY_NAME),
      hs_record_text (values, HS_DELIVERY_HOW), day_of (values, HS_DELIVERY_SENT_ON), error);
}

void
hs_sheet_ask_delivery (GtkWindow *parent, HsDossierEditor *editor, HsSigner role)
{
  g_autofree char *heading =
      g_strdup_printf (_ ("Sent to: %s"), hs_choice_label (HS_CHOICES_SIGNER, role));
  HsAskDialog *dialog = hs_ask_dialog_new (
      parent, editor, HS_KIND_DELIVERY, heading,
      _ ("Save the sheet as PDF and send it. Then write down here that it was sent. From that day "
         "on a correction can be asked for 10 working days."),
      _ ("Write down"), write_delivery, role);

  fill_name_and_day (dialog, editor, role, HS_DELIVERY_NAME, HS_DELIVERY_SENT_ON);
  hs_ask_dialog_add (dialog, HS_DELIVERY_NAME, NULL);
  hs_ask_dialog_add (dialog, HS_DELIVERY_SENT_ON, NULL);
  hs_ask_dialog_add (dialog, HS_DELIVERY_HOW, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
write_consent (HsStore *store, const HsActor *actor, gint64 agreement, gpointer data,
               GError **error)
{
  const HsAskAnswer *answer = data;
  const HsRecord *values = answer->values;

  return hs_life_consent (store, actor, agreement, (HsSigner) answer->detail,
                          hs_record_text (values, HS_CONSENT_NAME),
                          (HsConsentHow) MAX (hs_record_int (values, HS_CONSENT_HOW), 0),
                          day_of (values, HS_CONSENT_DATE),
                          hs_record_text (values, HS_CONSENT_CORRECTION), NULL, error);
}

static HsAskDialog *
new_consent (GtkWindow *parent, HsDossierEditor *editor, HsSigner role, const char *heading,
             const char *explanation)
{
  HsAskDialog *dialog = hs_ask_dialog_new (parent, editor, HS_KIND_CONSENT, heading, explanation,
                                           _ ("Write down"), write_consent, role);

  fill_name_and_day (dialog, editor, role, HS_CONSENT_NAME, HS_CONSENT_DATE);
  hs_record_set_int (hs_ask_dialog_values (dialog), HS_CONSENT_HOW, HS_CONSENT_HOW_WRITTEN);
  hs_ask_dialog_add (dialog, HS_CONSENT_NAME, NULL);
  hs_ask_dialog_add (dialog, HS_CONSENT_DATE, NULL);
  hs_ask_dialog_add (dialog, HS_CONSENT_HOW, NULL);
  return dialog;
}

void
hs_sheet_ask_consent (GtkWindow *parent, HsDossierEditor *editor, HsSigner role)
{
  g_autofree char *heading =
      g_strdup_printf (_ ("Consent of: %s"), hs_choice_label (HS_CHOICES_SIGNER, role));

  gtk_window_present (GTK_WINDOW (
      new_consent (parent, editor, role, heading,
                   _ ("Consent may be written or spoken. Write down who gave it, and when."))));
}

void
hs_sheet_ask_correction (GtkWindow *parent, HsDossierEditor *editor, HsSigner role)
{
  g_autofree char *heading =
      g_strdup_printf (_ ("Correction asked by: %s"), hs_choice_label (HS_CHOICES_SIGNER, role));
  HsAskDialog *dialog =
      new_consent (parent, editor, role, heading, _ ("The sheet waits until this is answered."));

  hs_ask_dialog_add (dialog, HS_CONSENT_CORRECTION, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
write_answer (HsStore *store, const HsActor *actor, gint64 agreement, gpointer data, GError **error)
{
  const HsAskAnswer *answer = data;

  return hs_life_answer_correction (store, actor, agreement, (HsSigner) answer->detail,
                                    hs_record_text (answer->values, HS_CONSENT_CORRECTION_ANSWER),
                                    NULL, error);
}

void
hs_sheet_ask_answer (GtkWindow *parent, HsDossierEditor *editor, HsSigner role,
                     const char *correction)
{
  g_autofree char *asked = g_strdup_printf (_ ("Asked: “%s”"), correction);
  HsAskDialog *dialog =
      hs_ask_dialog_new (parent, editor, HS_KIND_CONSENT, _ ("Answer the correction"), asked,
                         _ ("Write down"), write_answer, role);

  hs_ask_dialog_add (dialog, HS_CONSENT_CORRECTION_ANSWER, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
