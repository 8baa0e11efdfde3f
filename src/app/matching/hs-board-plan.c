/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan and its thread. Questions wait in a queue behind the making of the plan, so that whoever
 * asks need not know whether it is there. */

#include "hs-board-private.h"

#include "hs-error.h"

#include <glib/gi18n.h>

typedef struct
{
  GTask *task;
  HsBoardPlanner *planner;
  HsBoardQuestion question;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Work;

static gboolean
work_done (gpointer user_data)
{
  Work *work = user_data;

  ((HsBoard *) g_task_get_source_object (work->task))->busy--;
  g_object_unref (work->task);
  g_free (work);
  return G_SOURCE_REMOVE;
}

/* The task is let go of on the main loop: the last reference to the board must not go here. */
static void
report_done (Work *work)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, work_done, work, NULL);
  g_source_attach (source, g_task_get_context (work->task));
}

static void
work_run (gpointer item, gpointer user_data)
{
  Work *work = item;
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;

  if (!g_task_return_error_if_cancelled (work->task))
    {
      result = work->question (work->planner->plan, work->data, g_task_get_cancellable (work->task),
                               &error);
      if (error != NULL && result != NULL && work->free_result != NULL)
        work->free_result (result);
      if (error != NULL)
        g_task_return_error (work->task, g_steal_pointer (&error));
      else
        g_task_return_pointer (work->task, result, work->free_result);
    }
  if (work->free_data != NULL)
    work->free_data (work->data);
  report_done (work);
}

HsBoardPlanner *
hs_board_planner_new (void)
{
  HsBoardPlanner *self = g_new0 (HsBoardPlanner, 1);

  self->pool = g_thread_pool_new (work_run, NULL, 1, FALSE, NULL);
  return self;
}

void
hs_board_planner_free (HsBoardPlanner *self)
{
  g_thread_pool_free (self->pool, FALSE, TRUE);
  hs_match_plan_free (self->plan);
  g_free (self);
}

static void
push (HsBoard *self, HsBoardQuestion question, gpointer data, GDestroyNotify free_data,
      GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
      gpointer user_data)
{
  Work *work = g_new0 (Work, 1);

  *work = (Work){ g_task_new (self, cancellable, callback, user_data),
                  self->planner,
                  question,
                  data,
                  free_data,
                  free_result };
  g_task_set_source_tag (work->task, hs_board_ask);
  self->busy++;
  g_thread_pool_push (self->planner->pool, work, NULL);
}

/* ---- making the plan ---- */

typedef struct
{
  HsBoardPlanner *planner;
  gint number;
  char *path;
  HsClock clock;
  gint64 proposal;
  gboolean anonymous;
  HsMatchPlan *plan; /* to take over, instead of reading it */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  hs_match_plan_free (opening->plan);
  g_free (opening->path);
  g_free (opening);
}

/* Students get a code for a name, in the records that all sentences are made of. */
static void
hide_names (HsMatchPlan *plan)
{
  static const guint others[] = { HS_STUDENT_FIRST_NAME, HS_STUDENT_INITIALS, HS_STUDENT_INFIX };

  for (guint i = 0; i < plan->world->students->len; i++)
    {
      HsRecord *record = hs_match_student (plan->world, i)->record;
      g_autofree char *code = hs_board_code (hs_record_uid (record));

      for (gsize k = 0; k < G_N_ELEMENTS (others); k++)
        hs_record_unset (record, others[k]);
      hs_record_set_text (record, HS_STUDENT_LAST_NAME, code);
    }
}

static HsMatchPlan *
read_plan (Opening *opening, GCancellable *cancellable, GError **error)
{
  g_autoptr (HsStore) store = hs_store_open (opening->path, HS_STORE_READ_ONLY, error);

  if (store == NULL)
    return NULL;
  hs_store_set_clock (store, opening->clock);
  return hs_match_plan_open (store, opening->proposal, cancellable, error);
}

static gpointer
open_question (HsMatchPlan *old, gpointer data, GCancellable *cancellable, GError **error)
{
  Opening *opening = data;
  HsMatchPlan *plan;

  if (opening->number != g_atomic_int_get (&opening->planner->wanted))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "a newer plan was asked for");
      return NULL;
    }
  plan = opening->plan != NULL ? g_steal_pointer (&opening->plan)
                               : read_plan (opening, cancellable, error);
  hs_match_plan_free (old);
  opening->planner->plan = plan;
  if (plan != NULL && opening->anonymous)
    hide_names (plan);
  return NULL;
}

static void
plan_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HsBoard *self = HS_BOARD (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_pointer (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->has_plan = error == NULL;
  if (error != NULL)
    hs_board_emit_failed (self, error->message);
  hs_board_emit (self, "plan-changed");
}

static void
push_opening (HsBoard *self, HsMatchPlan *plan)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->planner = self->planner;
  opening->number = g_atomic_int_add (&self->planner->wanted, 1) + 1;
  opening->path = g_strdup (hs_context_path (self->context));
  opening->clock = *hs_context_clock (self->context);
  opening->proposal = self->proposal != NULL ? self->proposal->id : 0;
  opening->anonymous = hs_board_is_anonymous (self);
  opening->plan = plan;
  push (self, open_question, opening, opening_free, NULL, NULL, plan_opened, NULL);
}

void
hs_board_open_plan (HsBoard *self)
{
  if (hs_context_path (self->context) != NULL && self->proposal != NULL)
    push_opening (self, NULL);
}

void
hs_board_adopt_plan (HsBoard *self, HsMatchPlan *plan)
{
  push_opening (self, plan);
}

/* ---- one student changes, or two ---- */

typedef struct
{
  guint n;
  HsBoardRow rows[2];
  gint64 digicoaches[2];
} Patch;

static guint32
number_or_nobody (const HsMatchPlan *plan, HsKindId kind, gint64 id)
{
  return id == 0 ? HS_NOBODY : hs_match_world_number (plan->world, kind, id);
}

/* The option that @row means; HS_NO_OPTION when the problem has none. */
static gint32
find_option (const HsMatchPlan *plan, const HsBoardRow *row, gint64 coach, guint32 student)
{
  const HsInstance *instance = plan->problem->instance;
  guint32 vacancy = number_or_nobody (plan, HS_KIND_VACANCY, row->vacancy);
  guint32 supervisor = number_or_nobody (plan, HS_KIND_PERSON, row->supervisor);
  guint32 digicoach = number_or_nobody (plan, HS_KIND_PERSON, coach);
  guint32 item = number_or_nobody (plan, HS_KIND_ITEM, row->item);

  for (guint32 o = instance->first_option[student]; o < instance->first_option[student + 1]; o++)
    {
      const HsMatchOption *option = &g_array_index (plan->problem->options, HsMatchOption, o);

      if (option->vacancy == vacancy && option->supervisor == supervisor
          && option->digicoach == digicoach && option->item == item)
        return (gint32) o;
    }
  return HS_NO_OPTION;
}

/* Puts what the rows say into @pick; FALSE when the problem of the plan does not know one. */
static gboolean
patch_picks (const HsMatchPlan *plan, const Patch *patch, gint32 *pick)
{
  for (guint i = 0; i < patch->n; i++)
    {
      const HsBoardRow *row = &patch->rows[i];
      guint32 student = hs_match_world_number (plan->world, HS_KIND_STUDENT, row->student);

      if (student == HS_NOBODY)
        return FALSE;
      pick[student] = HS_NO_OPTION;
      if (hs_board_row_is_placed (row)
          && (pick[student] = find_option (plan, row, patch->digicoaches[i], student))
                 == HS_NO_OPTION)
        return FALSE;
    }
  return TRUE;
}

static gpointer
patch_question (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree gint32 *pick = NULL;
  gint64 objective;
  guint32 matched;

  if (plan == NULL)
    return NULL;
  pick = g_memdup2 (plan->solution->pick,
                    MAX (1, plan->problem->instance->n_students) * sizeof (gint32));
  if (!patch_picks (plan, data, pick)
      || !hs_instance_check (plan->problem->instance, pick, &objective, &matched, NULL))
    return NULL;
  g_free (plan->solution->pick);
  plan->solution->pick = g_steal_pointer (&pick);
  plan->solution->objective = objective;
  plan->solution->matched = matched;
  return GINT_TO_POINTER (TRUE);
}

static void
patched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HsBoard *self = HS_BOARD (source);

  if (g_task_propagate_pointer (G_TASK (result), NULL) != NULL)
    hs_board_emit (self, "plan-changed");
  else
    hs_board_open_plan (self);
}

void
hs_board_patch_plan (HsBoard *self, const HsBoardRow *rows, const gint64 *digicoaches, guint n)
{
  Patch *patch = g_new0 (Patch, 1);

  patch->n = n;
  memcpy (patch->rows, rows, n * sizeof *rows);
  memcpy (patch->digicoaches, digicoaches, n * sizeof *digicoaches);
  push (self, patch_question, patch, g_free, NULL, NULL, patched, NULL);
}

/* ---- questions ---- */

typedef struct
{
  HsBoardQuestion question;
  gpointer data;
  GDestroyNotify free_data;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  if (asked->free_data != NULL)
    asked->free_data (asked->data);
  g_free (asked);
}

static gpointer
ask_plan (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;

  if (plan != NULL)
    return asked->question (plan, asked->data, cancellable, error);
  g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("there is no proposal yet"));
  return NULL;
}

gboolean
hs_board_has_plan (HsBoard *self)
{
  return self->has_plan;
}

void
hs_board_ask (HsBoard *self, HsBoardQuestion question, gpointer data, GDestroyNotify free_data,
              GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
              gpointer user_data)
{
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked){ question, data, free_data };
  push (self, ask_plan, asked, asked_free, free_result, cancellable, callback, user_data);
}

gpointer
hs_board_ask_finish (HsBoard *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
