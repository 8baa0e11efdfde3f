/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a plan: solve, widen for who found no place, solve again; and saving it. */

#include "hs-match-plan.h"

#include "hs-match-keep.h"
#include "hs-query.h"

HsMatchRequest
hs_match_request_default (void)
{
  HsMatchRequest request = { .weights = hs_match_weights_default () };

  request.seconds = 20;
  request.seed = 1;
  request.threads = CLAMP (g_get_num_processors (), 1, 8);
  request.stay_bonus = 20;
  return request;
}

/* Finds a feasible option for every fixed pair, one after another; a pair for which there is no
 * room goes to @impossible. Returns the fixed option of each student. (transfer full) */
static gint32 *
fix_pairs (HsMatchPlan *self)
{
  const HsInstance *instance = self->problem->instance;
  g_autofree gint32 *left =
      g_memdup2 (instance->capacity, MAX (1, instance->n_resources) * sizeof (gint32));
  gint32 *fixed = g_new (gint32, MAX (1, instance->n_students));

  for (guint32 student = 0; student < instance->n_students; student++)
    {
      fixed[student] = HS_NO_OPTION;
      if (hs_match_student (self->world, student)->fixed == NULL)
        continue;
      for (guint32 o = instance->first_option[student];
           fixed[student] == HS_NO_OPTION && o < instance->first_option[student + 1]; o++)
        if (hs_match_take_option (instance, o, left))
          fixed[student] = (gint32) o;
      if (fixed[student] == HS_NO_OPTION)
        g_array_append_val (self->impossible, student);
    }
  return fixed;
}

static gboolean
solve (HsMatchPlan *self, const HsMatchRequest *request, double share, const gint32 *start,
       gint32 stay_bonus, GCancellable *cancellable, GError **error)
{
  g_autofree gint32 *fixed = NULL;
  HsSolverOptions options = { 0 };
  HsSolution *solution;

  g_array_set_size (self->impossible, 0);
  fixed = fix_pairs (self);
  options.seconds = request->seconds * share;
  options.moves = (guint64) ((double) request->moves * share);
  if (request->moves > 0 && options.moves == 0)
    options.moves = 1;
  options.seed = request->seed;
  options.threads = request->threads;
  options.fixed = fixed;
  options.start = start;
  options.stay_bonus = stay_bonus;
  options.progress = request->progress;
  options.progress_data = request->progress_data;
  solution = hs_solver_run (self->problem->instance, &options, cancellable, error);
  if (solution == NULL)
    return FALSE;
  g_clear_pointer (&self->solution, hs_solution_free);
  self->solution = solution;
  return TRUE;
}

/* Marks who has no place although more vacancies fit than were among the options; NULL when there
 * is nobody. (transfer full) */
static gboolean *
who_to_widen (const HsMatchPlan *self)
{
  guint32 n = self->problem->instance->n_students;
  g_autofree gboolean *wide = g_new0 (gboolean, n + 1);
  gboolean any = FALSE;

  for (guint32 i = 0; i < n; i++)
    if (self->solution->pick[i] == HS_NO_OPTION && self->problem->narrowed[i])
      any = wide[i] = TRUE;
  return any ? g_steal_pointer (&wide) : NULL;
}

/* Solves once more with all options for who has no place, from where the first solution is. */
static gboolean
widen (HsMatchPlan *self, const HsMatchRequest *request, GCancellable *cancellable, GError **error)
{
  g_autofree gboolean *wide = who_to_widen (self);
  g_autoptr (HsMatchProblem) old = NULL;
  g_autoptr (HsMatchPrices) prices = NULL;
  g_autofree gint32 *start = NULL;
  HsMatchProblem *wider;

  if (wide == NULL || g_cancellable_is_cancelled (cancellable))
    return TRUE;
  prices = hs_match_prices_new (self->world, self->problem, self->solution->price);
  wider =
      hs_match_build (self->world, self->index, &self->weights, wide, prices, cancellable, NULL);
  if (wider == NULL)
    return TRUE; /* cancelled: the first solution stands */
  old = g_steal_pointer (&self->problem);
  self->problem = wider;
  start = hs_match_translate (old, self->solution->pick, self->problem);
  return solve (self, request, 0.5, start, 0, cancellable, error);
}

HsMatchPlan *
hs_match_plan_new_for_world (HsStore *store, HsMatchWorld *world, const HsMatchRequest *request,
                             GCancellable *cancellable, GError **error)
{
  g_autoptr (HsMatchPlan) self = g_new0 (HsMatchPlan, 1);
  g_autofree gint32 *start = NULL;

  self->world = world;
  self->weights = request->weights;
  self->impossible = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->index = hs_match_index_new (world);
  self->problem =
      hs_match_build (world, self->index, &self->weights, NULL, NULL, cancellable, error);
  if (self->problem == NULL)
    return NULL;
  if (request->keep != 0 && (start = hs_match_keep (self, store, request->keep, error)) == NULL)
    return NULL;
  if (!solve (self, request, 0.5, start, start != NULL ? request->stay_bonus : 0, cancellable,
              error)
      || !widen (self, request, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

HsMatchPlan *
hs_match_plan_new (HsStore *store, const HsMatchRequest *request, GCancellable *cancellable,
                   GError **error)
{
  HsMatchWorld *world =
      hs_match_world_read (store, hs_clock_today (hs_store_clock (store)), cancellable, error);

  return world != NULL ? hs_match_plan_new_for_world (store, world, request, cancellable, error)
                       : NULL;
}

HsMatchPlan *
hs_match_plan_open (HsStore *store, gint64 proposal, GCancellable *cancellable, GError **error)
{
  g_autoptr (HsMatchPlan) self = g_new0 (HsMatchPlan, 1);
  HsInstance *instance;

  self->weights = hs_match_weights_default ();
  self->impossible = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->world =
      hs_match_world_read (store, hs_clock_today (hs_store_clock (store)), cancellable, error);
  if (self->world == NULL || !hs_match_read_weights (store, proposal, &self->weights, error))
    return NULL;
  self->index = hs_match_index_new (self->world);
  self->problem =
      hs_match_build (self->world, self->index, &self->weights, NULL, NULL, cancellable, error);
  if (self->problem == NULL)
    return NULL;
  self->solution = g_new0 (HsSolution, 1);
  self->solution->pick = hs_match_keep (self, store, proposal, error);
  if (self->solution->pick == NULL)
    return NULL;
  instance = self->problem->instance; /* only now: keeping makes a wider problem */
  self->solution->n_students = instance->n_students;
  self->solution->n_resources = instance->n_resources;
  self->solution->price = g_new0 (double, MAX (1, instance->n_resources));
  if (!hs_instance_check (instance, self->solution->pick, &self->solution->objective,
                          &self->solution->matched, error))
    return NULL;
  self->solution->bound = self->solution->objective;
  return g_steal_pointer (&self);
}

void
hs_match_plan_free (HsMatchPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->problem, hs_match_problem_free);
  g_clear_pointer (&self->solution, hs_solution_free);
  g_clear_pointer (&self->index, hs_match_index_free);
  g_clear_pointer (&self->world, hs_match_world_free);
  g_clear_pointer (&self->impossible, g_array_unref);
  g_free (self);
}

const HsMatchOption *
hs_match_plan_option (const HsMatchPlan *self, guint32 student)
{
  gint32 pick = self->solution->pick[student];

  return pick != HS_NO_OPTION ? &g_array_index (self->problem->options, HsMatchOption, pick) : NULL;
}

double
hs_match_plan_gap (const HsMatchPlan *self)
{
  const HsSolution *solution = self->solution;

  if (solution->bound <= solution->objective || solution->objective <= 0)
    return 0;
  return (double) (solution->bound - solution->objective) / (double) solution->objective;
}

static void
set_ref (HsRecord *row, guint field, const HsRecord *record)
{
  if (record != NULL)
    hs_record_set_int (row, field, hs_record_id (record));
}

static HsRecord *
row_of (const HsMatchPlan *self, gint64 proposal, guint32 number)
{
  const HsMatchStudent *student = hs_match_student (self->world, number);
  const HsMatchOption *option = hs_match_plan_option (self, number);
  HsRecord *row = hs_record_new (HS_KIND_PROPOSAL_ROW);
  gint32 rank, km;

  hs_record_set_int (row, HS_PROPOSAL_ROW_PROPOSAL, proposal);
  set_ref (row, HS_PROPOSAL_ROW_STUDENT, student->record);
  set_ref (row, HS_PROPOSAL_ROW_ENROLMENT, student->enrolment);
  hs_record_set_int (row, HS_PROPOSAL_ROW_FIXED, student->fixed != NULL);
  hs_record_set_int (row, HS_PROPOSAL_ROW_STATUS, HS_ROW_STATUS_PROPOSED);
  if (option == NULL)
    return row;
  set_ref (row, HS_PROPOSAL_ROW_VACANCY, hs_match_vacancy (self->world, option->vacancy)->record);
  set_ref (row, HS_PROPOSAL_ROW_SUPERVISOR,
           hs_match_person (self->world, option->supervisor)->record);
  if (option->digicoach != HS_NOBODY)
    set_ref (row, HS_PROPOSAL_ROW_DIGICOACH,
             hs_match_person (self->world, option->digicoach)->record);
  if (option->item != HS_NOBODY)
    set_ref (row, HS_PROPOSAL_ROW_ITEM, hs_match_item (self->world, option->item)->record);
  hs_record_set_int (row, HS_PROPOSAL_ROW_VALUE, option->value);
  rank = hs_match_wish_rank (self->world, option);
  if (rank > 0)
    hs_record_set_int (row, HS_PROPOSAL_ROW_WISH_RANK, rank);
  km = hs_match_distance (
      student,
      hs_match_location (self->world, hs_match_vacancy (self->world, option->vacancy)->location));
  if (km >= 0)
    hs_record_set_int (row, HS_PROPOSAL_ROW_DISTANCE, km);
  return row;
}

gint64
hs_match_plan_save (const HsMatchPlan *self, HsStore *store, const char *title, GError **error)
{
  g_autoptr (HsRecord) proposal = hs_record_new (HS_KIND_PROPOSAL);
  g_autofree char *weights = hs_match_weights_write (&self->weights);

  hs_record_set_text (proposal, HS_PROPOSAL_TITLE, title);
  hs_record_set_int (proposal, HS_PROPOSAL_MADE_AT, hs_clock_now (hs_store_clock (store)));
  hs_record_set_int (proposal, HS_PROPOSAL_STATUS, HS_PROPOSAL_STATUS_OPEN);
  hs_record_set_int (proposal, HS_PROPOSAL_REVISION, self->world->revision);
  hs_record_set_int (proposal, HS_PROPOSAL_STUDENTS, self->world->students->len);
  hs_record_set_int (proposal, HS_PROPOSAL_PLACED, self->solution->matched);
  hs_record_set_int (proposal, HS_PROPOSAL_OBJECTIVE, self->solution->objective);
  hs_record_set_int (proposal, HS_PROPOSAL_BOUND, self->solution->bound);
  hs_record_set_text (proposal, HS_PROPOSAL_WEIGHTS, weights);
  if (!hs_store_save (store, proposal, error))
    return 0;
  for (guint32 i = 0; i < self->world->students->len; i++)
    {
      g_autoptr (HsRecord) row = row_of (self, hs_record_id (proposal), i);

      if (!hs_store_save (store, row, error))
        return 0;
    }
  return hs_record_id (proposal);
}
