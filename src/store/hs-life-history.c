/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to an agreement, in words. */

#include "hs-life-private.h"

#include "hs-history.h"

#include <glib/gi18n.h>

void
hs_life_moment_free (HsLifeMoment *self)
{
  if (self == NULL)
    return;
  g_free (self->who);
  g_free (self->sentence);
  g_free (self->reason);
  g_free (self);
}

/* The name behind a uid; what was erased or never known is nobody in particular. */
static char *
name_of (HsStore *store, const char *uid)
{
  g_autoptr (HsRecord) record = NULL;

  if (uid == NULL)
    return g_strdup (_ ("Handslag"));
  record = hs_store_get_by_uid (store, uid, NULL);
  return record != NULL ? hs_record_title (record) : g_strdup (_ ("Somebody"));
}

/* Sentences whose only blank is who did it, by action. */
static const char *
sentence_for (HsEventAction action)
{
  switch (action)
    {
    case HS_EVENT_ACTION_CREATE:
      return _ ("%s made the agreement.");
    case HS_EVENT_ACTION_PLACE:
      return _ ("%s placed the student.");
    case HS_EVENT_ACTION_START_DRAFT:
      return _ ("%s started the draft.");
    case HS_EVENT_ACTION_SUBMIT:
      return _ ("%s sent the agreement for review.");
    case HS_EVENT_ACTION_RETURN:
      return _ ("%s sent the agreement back.");
    case HS_EVENT_ACTION_APPROVE:
      return _ ("%s approved the agreement.");
    case HS_EVENT_ACTION_SEND:
      return _ ("%s sent the agreement for signature.");
    case HS_EVENT_ACTION_RECALL:
      return _ ("%s recalled the agreement. Signatures given before do not count.");
    case HS_EVENT_ACTION_SIGN:
      return _ ("%s recorded a signature.");
    case HS_EVENT_ACTION_AGREE:
      return _ ("Everybody has signed: the agreement is agreed.");
    case HS_EVENT_ACTION_REFUSE:
      return _ ("%s refused to sign.");
    case HS_EVENT_ACTION_REOPEN:
      return _ ("%s made the agreement a draft again.");
    case HS_EVENT_ACTION_COMPLETE:
      return _ ("%s completed the agreement.");
    case HS_EVENT_ACTION_END:
      return _ ("%s ended the placement early.");
    case HS_EVENT_ACTION_WITHDRAW:
      return _ ("%s withdrew the agreement.");
    case HS_EVENT_ACTION_SHEET:
      return _ ("%s worked on a new sheet.");
    case HS_EVENT_ACTION_SHEET_IN_FORCE:
      return _ ("The new sheet is in force.");
    case HS_EVENT_ACTION_CONSENT:
      return _ ("%s recorded consent to the new sheet.");
    case HS_EVENT_ACTION_DISCUSSED:
      return _ ("%s set the status of a theme.");
    case HS_EVENT_ACTION_SENT:
    default:
      return _ ("%s sent the new sheet.");
    }
}

/* The place of @event among the events of its action in its transaction, from 0. */
static guint
place_in_revision (const HsDossier *dossier, const HsRecord *event)
{
  GPtrArray *events = dossier->rows[HS_KIND_EVENT];
  guint place = 0;

  for (guint i = 0; i < events->len && g_ptr_array_index (events, i) != event; i++)
    if (hs_record_made (g_ptr_array_index (events, i)) == hs_record_made (event)
        && hs_record_same (g_ptr_array_index (events, i), event, HS_EVENT_ACTION))
      place++;
  return place;
}

/* The row that was added together with @event: events and rows of one transaction pair up. */
static const HsRecord *
made_with (const HsDossier *dossier, HsKindId kind, const HsRecord *event)
{
  GPtrArray *rows = dossier->rows[kind];
  guint place = place_in_revision (dossier, event);

  for (guint i = 0; i < rows->len; i++)
    if (hs_record_made (g_ptr_array_index (rows, i)) == hs_record_made (event) && place-- == 0)
      return g_ptr_array_index (rows, i);
  return NULL;
}

/* "Sanne de Boer ondertekende als student", and who wrote a signature on paper down. */
static char *
signed_sentence (const HsDossier *dossier, const HsRecord *event, const char *who)
{
  const HsRecord *signoff = made_with (dossier, HS_KIND_SIGNOFF, event);
  const char *name, *role;

  if (signoff == NULL)
    return NULL;
  name = hs_record_text (signoff, HS_SIGNOFF_NAME);
  name = name != NULL ? name : _ ("Somebody");
  role = hs_choice_label (HS_CHOICES_SIGNER, (guint) hs_record_int (signoff, HS_SIGNOFF_SIGNER));
  if (hs_record_int (signoff, HS_SIGNOFF_METHOD) == HS_SIGN_METHOD_KEY)
    /* Translators: a name and a role. */
    return g_strdup_printf (_ ("%s signed (%s)."), name, role);
  return g_strdup_printf (
      /* Translators: who signed, role, way of signing, who wrote it down. */
      _ ("%s signed (%s). %s, recorded by %s."), name, role,
      hs_choice_label (HS_CHOICES_SIGN_METHOD, (guint) hs_record_int (signoff, HS_SIGNOFF_METHOD)),
      who);
}

/* "Onboarding: School, Besproken": the change of a theme that was made together with @event. */
static char *
theme_sentence (HsStore *store, const HsDossier *dossier, const HsRecord *event, const char *who)
{
  GPtrArray *themes = dossier->rows[HS_KIND_THEME];
  guint place = place_in_revision (dossier, event);

  for (guint i = 0; i < themes->len; i++)
    {
      const HsRecord *theme = g_ptr_array_index (themes, i);
      g_autoptr (GPtrArray) changes =
          hs_store_history (store, HS_KIND_THEME, hs_record_id (theme), 0, NULL);

      for (guint k = 0; changes != NULL && k < changes->len; k++)
        {
          const HsChange *change = g_ptr_array_index (changes, k);

          if (change->revision != hs_record_made (event) || change->field < 0
              || !(hs_kind (HS_KIND_THEME)->fields[change->field].flags & HS_FIELD_PROGRESS)
              || place-- != 0)
            continue;
          /* Translators: who, the theme, the party, the status. */
          return g_strdup_printf (
              _ ("%s set the theme %s (%s) to: %s."), who,
              hs_choice_label (HS_CHOICES_THEME, (guint) hs_record_int (theme, HS_THEME_THEME)),
              hs_field_label (hs_kind (HS_KIND_THEME), (guint) change->field),
              hs_choice_label (
                  HS_CHOICES_THEME_STATUS,
                  (guint) MAX (hs_record_int (change->after, (guint) change->field), 0)));
        }
    }
  return NULL;
}

/* What was done with a later sheet: made, fixed or withdrawn. */
static char *
sheet_sentence (const HsDossier *dossier, const HsRecord *event, const char *who)
{
  for (guint i = 0; i < dossier->sheets->len; i++)
    {
      const HsRecord *sheet = g_ptr_array_index (dossier->sheets, i);
      int number = (int) hs_record_int (sheet, HS_SHEET_NUMBER);

      if (hs_record_id (sheet) != hs_record_int (event, HS_EVENT_SHEET))
        continue;
      if (hs_record_made (sheet) == hs_record_made (event))
        return g_strdup_printf (_ ("%s started sheet %d."), who, number);
      if (hs_record_has (event, HS_EVENT_REASON))
        return g_strdup_printf (_ ("%s withdrew sheet %d."), who, number);
      return g_strdup_printf (_ ("%s fixed sheet %d."), who, number);
    }
  return NULL;
}

/* "… (School)": the party that a consent or delivery of @event is about. */
static char *
party_sentence (const HsDossier *dossier, const HsRecord *event, const char *who)
{
  gboolean consent = hs_record_int (event, HS_EVENT_ACTION) == HS_EVENT_ACTION_CONSENT;
  const HsRecord *row = made_with (dossier, consent ? HS_KIND_CONSENT : HS_KIND_DELIVERY, event);
  gint64 role;

  if (row == NULL)
    return NULL;
  role = hs_record_int (row, consent ? (guint) HS_CONSENT_SIGNER : (guint) HS_DELIVERY_SIGNER);
  if (role < 0)
    return NULL;
  if (!consent)
    /* Translators: who sent, and to which party. */
    return g_strdup_printf (_ ("%s sent the new sheet to: %s."), who,
                            hs_choice_label (HS_CHOICES_SIGNER, (guint) role));
  if (hs_record_has (row, HS_CONSENT_CORRECTION))
    return g_strdup_printf (_ ("%s recorded a correction that was asked by: %s."), who,
                            hs_choice_label (HS_CHOICES_SIGNER, (guint) role));
  return g_strdup_printf (_ ("%s recorded the consent of: %s."), who,
                          hs_choice_label (HS_CHOICES_SIGNER, (guint) role));
}

static char *
special_sentence (HsStore *store, const HsDossier *dossier, const HsRecord *event, const char *who)
{
  switch (hs_record_int (event, HS_EVENT_ACTION))
    {
    case HS_EVENT_ACTION_SIGN:
      return signed_sentence (dossier, event, who);
    case HS_EVENT_ACTION_DISCUSSED:
      return theme_sentence (store, dossier, event, who);
    case HS_EVENT_ACTION_SHEET:
      return sheet_sentence (dossier, event, who);
    case HS_EVENT_ACTION_CONSENT:
    case HS_EVENT_ACTION_SENT:
      return party_sentence (dossier, event, who);
    default:
      return NULL;
    }
}

static HsLifeMoment *
make_moment (HsStore *store, const HsDossier *dossier, const HsRecord *event)
{
  HsLifeMoment *moment = g_new0 (HsLifeMoment, 1);
  gint64 action = hs_record_int (event, HS_EVENT_ACTION);
  const HsRecord *reason =
      hs_record_has (event, HS_EVENT_REASON)
          ? hs_dossier_find (dossier, HS_KIND_REASON, hs_record_int (event, HS_EVENT_REASON))
          : NULL;

  moment->revision = hs_record_made (event);
  moment->at = hs_record_int (event, HS_EVENT_AT);
  moment->action = action >= 0 ? (HsEventAction) action : HS_EVENT_ACTION_SENT;
  moment->who = name_of (store, hs_record_text (event, HS_EVENT_ACTOR));
  moment->sentence = special_sentence (store, dossier, event, moment->who);
  if (moment->sentence == NULL)
    moment->sentence = g_strdup_printf (sentence_for (moment->action), moment->who);
  if (reason != NULL)
    moment->reason = g_strdup (hs_record_text (reason, HS_REASON_TEXT));
  return moment;
}

static gint
by_id (gconstpointer a, gconstpointer b)
{
  gint64 x = hs_record_id (*(HsRecord *const *) a), y = hs_record_id (*(HsRecord *const *) b);

  return x < y ? -1 : x > y;
}

GPtrArray *
hs_life_history (HsStore *store, gint64 agreement, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_life_load (store, agreement, 0, error);
  GPtrArray *moments, *events;

  if (dossier == NULL)
    return NULL;
  events = dossier->rows[HS_KIND_EVENT];
  g_ptr_array_sort (events, by_id);
  moments = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_life_moment_free);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (moments, make_moment (store, dossier, g_ptr_array_index (events, i)));
  return moments;
}
