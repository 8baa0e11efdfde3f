/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of things: a model without what is fixed, prices and the bound that they prove, then
 * searches side by side, of which the best counts. */

#include "hs-solver.h"

#include <string.h>

#include "hs-anneal.h"
#include "hs-bound.h"
#include "hs-merge.h"
#include "hs-model.h"
#include "hs-moves.h"
#include "hs-repair.h"
#include "hs-search.h"

/* No more than this share of the time goes to prices. */
#define BOUND_SHARE 0.4
/* How much of the price counts in what an option is worth to the search; see hs-anneal.c. */
#define PRICE_SHARE 0.95
/* Temperatures in units of hs_moves_unit(): from scratch, from a solution, at the end. From a
 * solution it has to be as hot: who lost a place finds one by a long chain; the bonus for staying
 * brings everybody else back. */
#define HOT 10.0
#define WARM 10.0
#define COLD 0.5
/* How far a problem of few students is searched for the proof that nothing is better. */
#define SMALL_NODES 200000
/* Repairs around those who lost their place, before the search. */
#define MOST_LOST 50
#define GROUPS_EACH 40
#define REPORT_EVERY (G_USEC_PER_SEC / 10)

typedef struct
{
  const HsInstance *instance;
  const HsSolverOptions *options;
  GCancellable *cancellable;
  HsModel *model;
  HsSolution *solution;
  gint64 begin;
  gint64 deadline;
  double unit;
  gboolean proven; /* written by one thread: they all prove or none does */
  double *price;
  guint32 n_fixed;
  GMutex lock; /* guards what follows */
  gint64 reported;
  gint64 reported_score;
  HsSolverProgress progress;
} Run;

typedef struct
{
  Run *run;
  HsSearch *search;
} Worker;

/**
 * hs_solution_free:
 *
 * Frees a solution.
 */
void
hs_solution_free (HsSolution *self)
{
  g_free (self->pick);
  g_free (self->price);
  g_free (self);
}

static double
seconds_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

static void
tell (Run *run, HsSolverPhase phase, double share)
{
  run->progress.phase = phase;
  run->progress.share = share;
  if (run->options->progress != NULL)
    run->options->progress (&run->progress, run->options->progress_data);
}

/* Counts the best solution of a search; the bonus for staying is not in it. */
static void
count_best (const Run *run, const HsSearch *search, HsSolverProgress *progress)
{
  const HsModel *model = run->model;
  progress->objective = model->fixed_value;
  progress->matched = run->n_fixed;
  for (guint32 s = 0; s < model->n_students; s++)
    if (search->best[s] != HS_NO_OPTION)
      {
        progress->objective += hs_model_value (model, (guint32) search->best[s]);
        progress->matched++;
      }
}

/* Reports at most ten times a second, and only what is the best of all searches. */
static gboolean
report (const HsSearch *search, double share, gpointer data)
{
  Run *run = data;
  if (g_cancellable_is_cancelled (run->cancellable))
    return FALSE;
  /* Nothing can be better than what the prices prove. */
  if (run->options->stay_bonus == 0
      && search->best_score + run->model->fixed_value >= run->solution->bound)
    return FALSE;
  if (run->options->progress == NULL)
    return TRUE;
  gint64 now = g_get_monotonic_time ();
  g_mutex_lock (&run->lock);
  if (now - run->reported >= REPORT_EVERY && search->best_score >= run->reported_score)
    {
      run->reported = now;
      run->reported_score = search->best_score;
      count_best (run, search, &run->progress);
      tell (run, HS_SOLVER_IMPROVING, share);
    }
  g_mutex_unlock (&run->lock);
  return TRUE;
}

/* Those who have no place any more get one from exact repairs around them before anything else. */
static void
place_the_lost (Run *run, HsSearch *search)
{
  g_autoptr (GArray) lost = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 s = 0; s < run->model->n_students; s++)
    if (search->students[s].pick == HS_NO_OPTION)
      g_array_append_val (lost, s);
  hs_repair_near (search, run->price, (const guint32 *) (gpointer) lost->data, lost->len,
                  MIN (lost->len, MOST_LOST) * GROUPS_EACH, run->cancellable);
}

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  Run *run = worker->run;
  HsAnnealPlan plan = {
    .hot = (run->options->start != NULL ? WARM : HOT) * run->unit,
    .cold = COLD * run->unit,
    .moves = run->options->moves,
    .begin = g_get_monotonic_time (),
    .deadline = run->deadline,
    .report = report,
    .data = run,
  };
  hs_search_greedy (worker->search);
  if (hs_repair_all (worker->search, run->price, SMALL_NODES))
    {
      run->proven = TRUE;
      return NULL;
    }
  if (run->options->start != NULL)
    place_the_lost (run, worker->search);
  HsAnnealPlan repair = hs_repair_plan (run->model, &plan);
  hs_anneal_run (worker->search, &plan);
  hs_search_return_to_best (worker->search);
  hs_search_fill (worker->search);
  hs_repair_run (worker->search, run->price, &repair);
  return NULL;
}

/* Searches side by side. Returns: (transfer full): the one with the best solution, the first of
 * them when there are more. */
static HsSearch *
search_all (Run *run)
{
  guint n = MAX (run->options->threads, 1);
  g_autofree Worker *workers = g_new0 (Worker, n);
  g_autofree GThread **threads = g_new0 (GThread *, n);
  for (guint i = 0; i < n; i++)
    {
      workers[i].run = run;
      workers[i].search =
          hs_search_new (run->model, run->options->seed + i * G_GUINT64_CONSTANT (0x5851F42D));
    }
  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("hs-solver", work, &workers[i]);
  work (&workers[0]);
  HsSearch *best = workers[0].search;
  for (guint i = 1; i < n; i++)
    {
      g_thread_join (threads[i]);
      HsSearch *worse = workers[i].search;
      if (worse->best_score > best->best_score)
        {
          worse = best;
          best = workers[i].search;
        }
      g_autoptr (HsMerge) merge = hs_merge_new (best);
      hs_merge_other (merge, worse->best);
      hs_search_free (worse);
    }
  return best;
}

static void
find_prices (Run *run)
{
  const HsModel *model = run->model;
  const HsSolverOptions *options = run->options;
  double *price = NULL;
  gint64 deadline = options->moves > 0
                        ? 0
                        : run->begin + (gint64) (options->seconds * BOUND_SHARE * G_USEC_PER_SEC);
  tell (run, HS_SOLVER_BOUNDING, 0);
  if (options->price == NULL)
    price = hs_bound_prices (model, deadline, run->cancellable);
  else
    {
      price = g_new0 (double, MAX (model->n_resources, 1));
      for (guint32 r = 0; r < model->n_resources; r++)
        price[r] = options->price[model->resource_origin[r]];
    }
  run->solution->bound = run->progress.bound = hs_bound_certify (model, price);
  run->solution->seconds_to_bound = seconds_since (run->begin);
  for (guint32 r = 0; r < model->n_resources; r++)
    run->solution->price[model->resource_origin[r]] = price[r];
  hs_model_set_worth (run->model, price, PRICE_SHARE);
  run->unit = hs_moves_unit (model);
  run->price = price;
}

/**
 * hs_solver_prices:
 * @seconds: time there is for it
 * @cancellable: (nullable): stops it; the prices are coarser then
 *
 * Returns: (transfer full): the price of each resource of @instance, as in a solution
 */
double *
hs_solver_prices (const HsInstance *instance, double seconds, GCancellable *cancellable)
{
  double *price = g_new0 (double, MAX (instance->n_resources, 1));
  g_autoptr (HsModel) model = hs_model_new (instance, NULL, NULL, 0, NULL);
  gint64 deadline = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  g_autofree double *found = hs_bound_prices (model, deadline, cancellable);
  for (guint32 r = 0; r < model->n_resources; r++)
    price[model->resource_origin[r]] = found[r];
  return price;
}

static HsSolution *
solution_new (const HsInstance *instance, const HsSolverOptions *options)
{
  HsSolution *self = g_new0 (HsSolution, 1);
  self->n_students = instance->n_students;
  self->n_resources = instance->n_resources;
  self->price = g_new0 (double, MAX (instance->n_resources, 1));
  self->pick = g_new (gint32, MAX (instance->n_students, 1));
  for (guint32 s = 0; s < instance->n_students; s++)
    self->pick[s] = options->fixed != NULL ? options->fixed[s] : HS_NO_OPTION;
  return self;
}

static void
take_over (Run *run, const HsSearch *search)
{
  const HsModel *model = run->model;
  HsSolution *solution = run->solution;
  for (guint32 s = 0; s < model->n_students; s++)
    if (search->best[s] != HS_NO_OPTION)
      solution->pick[model->student_origin[s]] = (gint32) model->options[search->best[s]].origin;
}

/**
 * hs_solver_run:
 * @instance: the problem
 * @options: see #HsSolverOptions
 * @cancellable: (nullable): stops the search; the best solution so far is the result
 *
 * Solves @instance. May be called from any thread and blocks it.
 *
 * Returns: (transfer full): a feasible solution; NULL with HS_ERROR_REFUSED when the fixed pairs do
 * not fit together or HS_ERROR_INVALID when one is no option of its student
 */
HsSolution *
hs_solver_run (const HsInstance *instance, const HsSolverOptions *options,
               GCancellable *cancellable, GError **error)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (HsModel) model =
      hs_model_new (instance, options->fixed, options->start, options->stay_bonus, error);
  if (model == NULL)
    return NULL;
  g_autoptr (HsSolution) solution = solution_new (instance, options);
  Run run = { .instance = instance,
              .options = options,
              .cancellable = cancellable,
              .model = model,
              .solution = solution,
              .begin = begin };
  run.deadline = begin + (gint64) (options->seconds * G_USEC_PER_SEC);
  for (guint32 s = 0; s < instance->n_students; s++)
    run.n_fixed += solution->pick[s] != HS_NO_OPTION;
  g_mutex_init (&run.lock);
  find_prices (&run);
  g_autoptr (HsSearch) search = search_all (&run);
  take_over (&run, search);
  gboolean feasible =
      hs_instance_check (instance, solution->pick, &solution->objective, &solution->matched, error);
  if (run.proven && options->stay_bonus == 0)
    solution->bound = run.progress.bound = solution->objective;
  solution->optimal = solution->objective == solution->bound;
  solution->cancelled = g_cancellable_is_cancelled (cancellable);
  solution->seconds = seconds_since (begin);
  run.progress.objective = solution->objective;
  run.progress.matched = solution->matched;
  tell (&run, HS_SOLVER_DONE, 1);
  g_mutex_clear (&run.lock);
  g_free (run.price);
  return feasible ? g_steal_pointer (&solution) : NULL;
}
