/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the overview shows. It looks at the newest agreements of each state that asks for something,
 * not at all of them: a list of what to do is no use when it is long. */

#include "hs-overview-data.h"

#include "hs-attention.h"
#include "hs-dossier-store.h"
#include "hs-figures.h"
#include "hs-permission.h"
#include "hs-present.h"
#include "hs-query.h"
#include "hs-signing.h"
#include "hs-transition.h"

#include <glib/gi18n.h>

#define LOOK_AT 25 /* agreements per state */
#define MOST_SOON 8
#define SOON_DAYS 21
#define URGENT_DAYS 14

static void
recipient_free (gpointer data)
{
  HsRecipient *recipient = data;

  g_free (recipient->name);
  g_free (recipient->email);
  g_free (recipient);
}

HsTask *
hs_task_new (HsKindId kind, gint64 id)
{
  HsTask *self = g_new0 (HsTask, 1);

  self->kind = kind;
  self->id = id;
  self->days = -1;
  return self;
}

void
hs_task_free (HsTask *self)
{
  g_free (self->number);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->button);
  g_clear_pointer (&self->recipients, g_ptr_array_unref);
  g_free (self);
}

void
hs_overview_free (HsOverview *self)
{
  g_ptr_array_unref (self->mine);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->soon);
  g_free (self);
}

/* Agreements of the organisation that the actor works at, or all when that is neither. */
static void
limit_to_actor (HsQuery *query, const HsActor *actor)
{
  if (actor == NULL || actor->organisation == 0)
    return;
  if (actor->kind == HS_KIND_STUDENT || actor->kind == HS_KIND_GUARDIAN)
    hs_query_where_int (query, HS_AGREEMENT_STUDENT, HS_OP_EQUAL, actor->student);
  else if (actor->side == HS_ORGANISATION_KIND_SCHOOL)
    hs_query_where_int (query, HS_AGREEMENT_SCHOOL, HS_OP_EQUAL, actor->organisation);
  else if (actor->side == HS_ORGANISATION_KIND_HOST)
    hs_query_where_int (query, HS_AGREEMENT_HOST, HS_OP_EQUAL, actor->organisation);
}

static gboolean
is_urgent (const HsDossier *dossier)
{
  return dossier->sheet != NULL && hs_record_has (dossier->sheet, HS_SHEET_START)
         && hs_record_int (dossier->sheet, HS_SHEET_START) - dossier->facts.today <= URGENT_DAYS;
}

static char *
start_text (const HsDossier *dossier)
{
  g_autofree char *day = NULL;

  if (dossier->sheet == NULL || !hs_record_has (dossier->sheet, HS_SHEET_START))
    return g_strdup (_ ("no start date yet"));
  day = hs_day_format ((HsDay) hs_record_int (dossier->sheet, HS_SHEET_START));
  return g_strdup_printf (_ ("starts %s"), day);
}

static HsTask *
new_task (const HsDossier *dossier, const HsActor *actor, const char *more, char *button)
{
  HsTask *task = hs_task_new (HS_KIND_AGREEMENT, hs_record_id (dossier->agreement));
  g_autofree char *start = start_text (dossier);
  const char *state = hs_state_label (dossier);

  task->number = g_strdup (hs_record_text (dossier->agreement, HS_AGREEMENT_NUMBER));
  task->title = hs_permission_student_name (dossier, actor);
  task->subtitle = more != NULL ? g_strdup_printf ("%s · %s · %s", state, start, more)
                                : g_strdup_printf ("%s · %s", state, start);
  task->button = button;
  task->urgent = is_urgent (dossier);
  return task;
}

/* ---- who can be reminded ---- */

static void
add_recipient (GPtrArray *recipients, const HsRecord *record, guint email)
{
  HsRecipient *recipient;

  if (record == NULL)
    return;
  recipient = g_new0 (HsRecipient, 1);
  recipient->name = hs_record_title (record);
  recipient->email = g_strdup (hs_record_text (record, email));
  g_ptr_array_add (recipients, recipient);
}

static const HsRecord *
of_host (const HsDossier *dossier)
{
  return dossier->trainer != NULL ? dossier->trainer : dossier->supervisor;
}

static void
add_signers (GPtrArray *recipients, const HsDossier *dossier)
{
  HsSigning signing;
  guint missing;

  hs_signing_read (dossier, &signing);
  missing = signing.needed & ~signing.done;
  if (missing >> HS_SIGNER_STUDENT & 1)
    add_recipient (recipients, dossier->student, HS_STUDENT_EMAIL);
  for (guint i = 0; missing >> HS_SIGNER_GUARDIAN & 1 && i < dossier->guardians->len; i++)
    add_recipient (recipients, g_ptr_array_index (dossier->guardians, i), HS_GUARDIAN_EMAIL);
  if (missing >> HS_SIGNER_SCHOOL & 1)
    add_recipient (recipients, dossier->teacher, HS_PERSON_EMAIL);
  if (missing >> HS_SIGNER_HOST & 1)
    add_recipient (recipients, of_host (dossier), HS_PERSON_EMAIL);
}

static GPtrArray *
find_recipients (const HsDossier *dossier, const HsActor *actor)
{
  GPtrArray *recipients = g_ptr_array_new_with_free_func (recipient_free);
  HsAgreementState state = hs_dossier_state (dossier);
  gboolean school = actor != NULL && actor->side == HS_ORGANISATION_KIND_SCHOOL;

  if (state == HS_AGREEMENT_STATE_OUT)
    add_signers (recipients, dossier);
  else if (state == HS_AGREEMENT_STATE_REVIEW || !school)
    add_recipient (recipients, dossier->teacher, HS_PERSON_EMAIL);
  else
    add_recipient (recipients, of_host (dossier), HS_PERSON_EMAIL);
  return recipients;
}

static HsTask *
new_waiting (HsStore *store, const HsDossier *dossier, const HsActor *actor)
{
  HsTask *task = new_task (dossier, actor, NULL, hs_state_waits_for (dossier));
  HsDay since = hs_store_waits_since (store, task->id);

  if (since != HS_DAY_NONE)
    task->days = MAX (0, dossier->facts.today - since);
  task->recipients = find_recipients (dossier, actor);
  return task;
}

static void
look_at (HsOverview *self, HsStore *store, const HsDossier *dossier, const HsActor *actor)
{
  g_autoptr (GPtrArray) steps = hs_transition_next (dossier, actor);
  HsNextStep *first = steps->len > 0 ? g_ptr_array_index (steps, 0) : NULL;

  if (first != NULL && first->primary && first->allowed)
    g_ptr_array_add (self->mine, new_task (dossier, actor, NULL, g_strdup (first->label)));
  else if (first != NULL && first->primary && first->n_needed > 0)
    {
      g_autofree char *needed = g_strdup_printf (
          ngettext ("%u thing still needed", "%u things still needed", first->n_needed),
          first->n_needed);
      gboolean fills = hs_permission_check (dossier, actor, HS_MAY_EDIT, NULL);
      g_ptr_array_add (self->mine, new_task (dossier, actor, needed,
                                             g_strdup (fills ? _ ("Fill in") : _ ("Look at it"))));
    }
  else
    g_ptr_array_add (self->others, new_waiting (store, dossier, actor));
}

static int
by_urgency (gconstpointer a, gconstpointer b)
{
  const HsTask *first = *(HsTask *const *) a;
  const HsTask *second = *(HsTask *const *) b;

  if (first->urgent != second->urgent)
    return first->urgent ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static int
by_waiting (gconstpointer a, gconstpointer b)
{
  return (*(HsTask *const *) b)->days - (*(HsTask *const *) a)->days;
}

static gboolean
read_state (HsOverview *self, HsStore *store, const HsActor *actor, HsAgreementState state,
            GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GPtrArray) found = NULL;
  HsDay today = hs_clock_today (hs_store_clock (store));

  hs_query_where_int (query, HS_AGREEMENT_STATE, HS_OP_EQUAL, state);
  limit_to_actor (query, actor);
  hs_query_window (query, 0, LOOK_AT);
  found = hs_store_find (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      g_autoptr (HsDossier) dossier =
          hs_store_dossier (store, hs_record_id (g_ptr_array_index (found, i)), 0, today, NULL);
      if (dossier != NULL)
        look_at (self, store, dossier, actor);
    }
  return found != NULL;
}

static gboolean
count_states (HsOverview *self, HsStore *store, const HsActor *actor, GError **error)
{
  for (guint i = 0; i < HS_N_AGREEMENT_STATES; i++)
    {
      g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
      hs_query_where_int (query, HS_AGREEMENT_STATE, HS_OP_EQUAL, i);
      limit_to_actor (query, actor);
      self->counts[i] = hs_store_count (store, query, error);
      if (self->counts[i] < 0)
        return FALSE;
      self->n_agreements += self->counts[i];
    }
  return TRUE;
}

/* An appointment belongs to the overview when its sheet is that of an agreement that runs. */
static void
add_appointment (HsOverview *self, HsStore *store, const HsActor *actor, const HsRecord *contact)
{
  g_autoptr (HsRecord) sheet =
      hs_store_get (store, HS_KIND_SHEET, hs_record_int (contact, HS_CONTACT_SHEET), NULL);
  g_autoptr (HsRecord) agreement = NULL;
  g_autofree char *what = hs_present_value (store, contact, HS_CONTACT_KIND);
  HsTask *task;

  if (sheet == NULL)
    return;
  agreement =
      hs_store_get (store, HS_KIND_AGREEMENT, hs_record_int (sheet, HS_SHEET_AGREEMENT), NULL);
  if (agreement == NULL
      || hs_record_int (agreement, HS_AGREEMENT_STATE) != HS_AGREEMENT_STATE_AGREED
      || (actor != NULL && actor->organisation != 0
          && hs_record_int (agreement, HS_AGREEMENT_SCHOOL) != actor->organisation
          && hs_record_int (agreement, HS_AGREEMENT_HOST) != actor->organisation))
    return;
  task = hs_task_new (HS_KIND_AGREEMENT, hs_record_id (agreement));
  task->title = hs_present_title (store, agreement);
  task->subtitle = g_strdup_printf (_ ("Contact moment: %s"), what);
  task->button = hs_day_format_short ((HsDay) hs_record_int (contact, HS_CONTACT_DATE));
  g_ptr_array_add (self->soon, task);
}

static gboolean
read_soon (HsOverview *self, HsStore *store, const HsActor *actor, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_CONTACT);
  g_autoptr (GPtrArray) found = NULL;
  HsDay today = hs_clock_today (hs_store_clock (store));

  hs_query_where_int (query, HS_CONTACT_DATE, HS_OP_GREATER_EQUAL, today);
  hs_query_where_int (query, HS_CONTACT_DATE, HS_OP_LESS_EQUAL, today + SOON_DAYS);
  hs_query_where_int (query, HS_CONTACT_HELD_ON, HS_OP_EMPTY, 0);
  hs_query_order (query, HS_CONTACT_DATE, FALSE);
  hs_query_window (query, 0, 100);
  found = hs_store_find (store, query, error);
  for (guint i = 0; found != NULL && i < found->len && self->soon->len < MOST_SOON; i++)
    add_appointment (self, store, actor, g_ptr_array_index (found, i));
  return found != NULL;
}

/* ---- actions of regional talks ---- */

static void
add_action (HsOverview *self, HsDay today, const HsRecord *action)
{
  gint64 talk = hs_record_int (action, HS_ACTION_TALK);
  HsTask *task = hs_task_new (HS_KIND_TALK, talk);
  g_autofree char *day = NULL;

  task->title = g_strdup (hs_record_text (action, HS_ACTION_TEXT));
  task->button = g_strdup (_ ("To the talk"));
  if (hs_record_has (action, HS_ACTION_DUE))
    {
      HsDay due = (HsDay) hs_record_int (action, HS_ACTION_DUE);
      day = hs_day_format (due);
      task->urgent = due <= today;
      task->subtitle = g_strdup_printf (_ ("Action of a regional talk · by %s"), day);
    }
  else
    task->subtitle = g_strdup (_ ("Action of a regional talk"));
  g_ptr_array_add (self->mine, task);
}

/* What the actor took on in regional talks, due soon or without a date. */
static gboolean
read_actions (HsOverview *self, HsStore *store, const HsActor *actor, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ACTION);
  g_autoptr (GPtrArray) found = NULL;
  HsDay today = hs_clock_today (hs_store_clock (store));

  if (actor == NULL || actor->kind != HS_KIND_PERSON)
    return TRUE;
  hs_query_where_int (query, HS_ACTION_OWNER, HS_OP_EQUAL, actor->id);
  hs_query_where_int (query, HS_ACTION_DONE_ON, HS_OP_EMPTY, 0);
  hs_query_window (query, 0, LOOK_AT);
  found = hs_store_find (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const HsRecord *action = g_ptr_array_index (found, i);
      if (!hs_record_has (action, HS_ACTION_DUE)
          || hs_record_int (action, HS_ACTION_DUE) <= today + SOON_DAYS)
        add_action (self, today, action);
    }
  return found != NULL;
}

static gpointer
load_job (HsStore *store, gpointer data, GError **error)
{
  static const HsAgreementState states[] = {
    HS_AGREEMENT_STATE_OUT,   HS_AGREEMENT_STATE_REVIEW, HS_AGREEMENT_STATE_APPROVED,
    HS_AGREEMENT_STATE_DRAFT, HS_AGREEMENT_STATE_PLACED, HS_AGREEMENT_STATE_PROPOSED
  };
  const HsActor *actor = data;
  g_autoptr (HsOverview) self = g_new0 (HsOverview, 1);

  self->mine = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_task_free);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_task_free);
  self->soon = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_task_free);
  if (!count_states (self, store, actor, error) || !read_soon (self, store, actor, error)
      || !read_actions (self, store, actor, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (!read_state (self, store, actor, states[i], error))
      return NULL;
  self->remind_days = hs_figure_read (store, "remind.days");
  g_ptr_array_sort (self->mine, by_urgency);
  g_ptr_array_sort (self->others, by_waiting);
  return g_steal_pointer (&self);
}

void
hs_overview_load_async (HsContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  const HsActor *actor = hs_context_actor (context);

  hs_context_run (context, load_job, actor == NULL ? NULL : hs_actor_copy (actor),
                  (GDestroyNotify) hs_actor_free, (GDestroyNotify) hs_overview_free, cancellable,
                  callback, user_data);
}

HsOverview *
hs_overview_load_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}
