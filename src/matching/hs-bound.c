/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds prices by a subgradient method: every student takes the option that is best at today's
 * prices; what is asked for too much becomes dearer, what is left over cheaper. Each resource has
 * its own step, as in Adam (Kingma and Ba, 2015); steps shrink from a share of a typical value to
 * nearly nothing, and the prices of the last rounds are averaged. */

#include "hs-bound.h"

#include <math.h>
#include <string.h>

#define MOMENTUM 0.9
#define SPREAD 0.98
/* Between rounds that look at all options only those near the best are looked at. */
#define FULL_EVERY 10
#define FIRST_STEP 0.06
#define LAST_STEP 0.0003
#define AVERAGED_FROM 0.8
/* What is asked for far too much does not become dearer faster than this, in times its capacity:
 * the way back down from too high a price is slow. */
#define MOST_EXCESS 2
/* Of hs_bound_polish: the steps at first and how far below the best bound they aim; how much of a
 * new load goes into the mean at most; after how many rounds that failed steps become shorter; and
 * what has to be gained in how many rounds to go on. */
#define FIRST_FACTOR 0.1
#define TARGET 0.05
#define MOST_MIX 0.1
#define PATIENCE 10
#define CHECK_EVERY 40
#define WORTH_WHILE 5e-5
/* Prices are certified as whole numbers of 1/4096. */
#define FIXED_POINT 4096

typedef struct
{
  const HsModel *model;
  double *price;
  float *momentum;
  float *spread;
  float *weight; /* 1 / typical amount: makes steps on hours and on places comparable */
  gint32 *load;
  guint32 *order; /* per student: options, those to be looked at first */
  guint32 *n_near;
  double *worth;
} Search;

static void
search_clear (Search *search)
{
  g_free (search->momentum);
  g_free (search->spread);
  g_free (search->weight);
  g_free (search->load);
  g_free (search->order);
  g_free (search->n_near);
  g_free (search->worth);
}

static inline double
priced (const HsModel *model, const double *price, guint32 option)
{
  double worth = hs_model_value (model, option);
  for (guint32 k = model->options[option].first_use; k < hs_model_end_use (model, option); k++)
    worth -= price[model->uses[k].resource] * model->uses[k].amount;
  return worth;
}

static void
search_init (Search *search, const HsModel *model)
{
  gsize n = MAX (model->n_resources, 1);
  guint32 widest = 1;
  search->model = model;
  search->price = g_new0 (double, n);
  search->momentum = g_new0 (float, n);
  search->spread = g_new0 (float, n);
  search->weight = g_new0 (float, n);
  search->load = g_new0 (gint32, n);
  search->order = g_new (guint32, MAX (model->n_options, 1));
  search->n_near = g_new (guint32, MAX (model->n_students, 1));
  for (guint32 o = 0; o < model->n_options; o++)
    search->order[o] = o;
  for (guint32 s = 0; s < model->n_students; s++)
    widest = MAX (widest, model->first_option[s + 1] - model->first_option[s]);
  search->worth = g_new (double, widest);
  for (guint32 k = 0; k < model->options[model->n_options].first_use; k++)
    {
      search->weight[model->uses[k].resource] += (float) model->uses[k].amount;
      search->load[model->uses[k].resource]++;
    }
  for (guint32 r = 0; r < model->n_resources; r++)
    search->weight[r] = (float) search->load[r] / MAX (search->weight[r], 1.0f);
}

/* Looks at all options of a student and moves those within @margin of the best to the front. */
static gint64
choose_from_all (Search *search, guint32 student, double margin)
{
  guint32 first = search->model->first_option[student], near = 0;
  guint32 n = search->model->first_option[student + 1] - first;
  guint32 *order = search->order + first;
  double best = 0;
  gint64 choice = -1;
  for (guint32 k = 0; k < n; k++)
    {
      search->worth[k] = priced (search->model, search->price, order[k]);
      if (search->worth[k] > best)
        {
          best = search->worth[k];
          choice = order[k];
        }
    }
  for (guint32 k = 0; k < n; k++)
    if (search->worth[k] >= best - margin)
      {
        guint32 option = order[near];
        double worth = search->worth[near];
        order[near] = order[k];
        search->worth[near] = search->worth[k];
        order[k] = option;
        search->worth[k] = worth;
        near++;
      }
  search->n_near[student] = near;
  return choice;
}

static gint64
choose_from_near (const Search *search, guint32 student)
{
  const guint32 *order = search->order + search->model->first_option[student];
  double best = 0;
  gint64 choice = -1;
  for (guint32 k = 0; k < search->n_near[student]; k++)
    {
      double worth = priced (search->model, search->price, order[k]);
      if (worth > best)
        {
          best = worth;
          choice = order[k];
        }
    }
  return choice;
}

/* What all students together ask of each resource at today's prices. */
static void
ask_all (Search *search, gboolean full, double margin)
{
  const HsModel *model = search->model;
  memset (search->load, 0, model->n_resources * sizeof *search->load);
  for (guint32 s = 0; s < model->n_students; s++)
    {
      gint64 o = full ? choose_from_all (search, s, margin) : choose_from_near (search, s);
      if (o < 0)
        continue;
      for (guint32 k = model->options[o].first_use; k < hs_model_end_use (model, (guint32) o); k++)
        {
          gint32 *load = &search->load[model->uses[k].resource];
          *load = (gint32) MIN ((gint64) *load + model->uses[k].amount, G_MAXINT32);
        }
    }
}

static void
change_prices (Search *search, guint round, double step)
{
  const HsModel *model = search->model;
  double momentum_scale = 1 / (1 - pow (MOMENTUM, round + 1));
  double spread_scale = 1 / (1 - pow (SPREAD, round + 1));
  for (guint32 r = 0; r < model->n_resources; r++)
    {
      double weight = search->weight[r];
      double excess = ((double) search->load[r] - model->capacity[r]) * weight;
      if (excess < 0 && search->price[r] == 0)
        excess = 0;
      excess = MIN (excess, MOST_EXCESS * (model->capacity[r] * weight + 1));
      search->momentum[r] = (float) (MOMENTUM * search->momentum[r] + (1 - MOMENTUM) * excess);
      search->spread[r] = (float) (SPREAD * search->spread[r] + (1 - SPREAD) * excess * excess);
      if (search->spread[r] <= 0)
        continue;
      double change = step * weight * search->momentum[r] * momentum_scale
                      / (sqrt (search->spread[r] * spread_scale) + 1e-3);
      search->price[r] = MAX (search->price[r] + change, 0);
    }
}

/* The mean of the students' largest values: what a price is about. */
static double
typical_value (const HsModel *model)
{
  double sum = 0;
  for (guint32 s = 0; s < model->n_students; s++)
    {
      gint32 best = 0;
      for (guint32 o = model->first_option[s]; o < model->first_option[s + 1]; o++)
        best = MAX (best, hs_model_value (model, o));
      sum += best;
    }
  return MAX (sum / MAX (model->n_students, 1), 1);
}

/**
 * hs_bound_prices:
 * @rounds: how many rounds to make, at least 10; 300 come within 0.01 % of the linear relaxation
 * @deadline: monotonic time at which to stop, 0 for never
 * @cancellable: (nullable): stops the search, which is no error
 *
 * Returns: (transfer full): the prices of the model's resources, in points for one unit
 */
double *
hs_bound_prices (const HsModel *model, guint rounds, gint64 deadline, GCancellable *cancellable)
{
  Search search = { 0 };
  search_init (&search, model);
  gsize n = MAX (model->n_resources, 1);
  double *mean = g_new0 (double, n);
  double typical = typical_value (model), n_averaged = 0;
  for (guint round = 0; round < rounds; round++)
    {
      double step = typical * FIRST_STEP * pow (LAST_STEP / FIRST_STEP, (double) round / rounds);
      ask_all (&search, round % FULL_EVERY == 0, FULL_EVERY * step + typical * 0.005);
      if ((deadline != 0 && g_get_monotonic_time () >= deadline)
          || g_cancellable_is_cancelled (cancellable))
        break;
      change_prices (&search, round, step);
      if (round < rounds * AVERAGED_FROM)
        continue;
      n_averaged++;
      for (guint32 r = 0; r < model->n_resources; r++)
        mean[r] += (search.price[r] - mean[r]) / n_averaged;
    }
  if (n_averaged == 0)
    memcpy (mean, search.price, n * sizeof *mean);
  g_free (search.price);
  search_clear (&search);
  return mean;
}

/* What the prices prove, as a number with a fraction, and in search->load what is asked for. */
static double
lagrangian (Search *search, const double *price)
{
  const HsModel *model = search->model;
  double sum = 0;
  memset (search->load, 0, model->n_resources * sizeof *search->load);
  for (guint32 r = 0; r < model->n_resources; r++)
    sum += price[r] * model->capacity[r];
  for (guint32 s = 0; s < model->n_students; s++)
    {
      double best = 0;
      gint64 choice = -1;
      for (guint32 o = model->first_option[s]; o < model->first_option[s + 1]; o++)
        {
          double worth = priced (model, price, o);
          if (worth > best)
            {
              best = worth;
              choice = o;
            }
        }
      sum += best;
      if (choice < 0)
        continue;
      for (guint32 k = model->options[choice].first_use;
           k < hs_model_end_use (model, (guint32) choice); k++)
        {
          gint32 *load = &search->load[model->uses[k].resource];
          *load = (gint32) MIN ((gint64) *load + model->uses[k].amount, G_MAXINT32);
        }
    }
  return sum;
}

/* The direction at @price that the average load @mean points in, 0 where it points below 0; returns
 * the square of its length. */
static double
direct (const Search *search, const double *price, const double *mean, double *direction)
{
  const HsModel *model = search->model;
  double norm = 0;
  for (guint32 r = 0; r < model->n_resources; r++)
    {
      direction[r] = (mean[r] - model->capacity[r]) * search->weight[r];
      if (price[r] <= 0 && direction[r] < 0)
        direction[r] = 0;
      norm += direction[r] * direction[r];
    }
  return norm;
}

/* How much of the new load goes into the mean: what makes the mean fit best, within limits. */
static double
mix (const Search *search, const double *price, const double *mean, double most)
{
  const HsModel *model = search->model;
  double product = 0, length = 0;
  for (guint32 r = 0; r < model->n_resources; r++)
    {
      double old = (mean[r] - model->capacity[r]) * search->weight[r];
      double change = (search->load[r] - mean[r]) * search->weight[r];
      if (price[r] <= 0 && old < 0)
        continue;
      product -= old * change;
      length += change * change;
    }
  return length > 0 ? CLAMP (product / length, most / 10, most) : most;
}

/**
 * hs_bound_polish:
 * @price: (inout): prices to start from; the best that were found
 * @rounds: how many rounds at most
 * @deadline: monotonic time at which to stop, 0 for never
 *
 * Brings the bound down further where hs_bound_prices is too coarse: where much is scarce, so that
 * prices rise to what a place is worth and many students change their choice at once. Steps go from
 * the best prices in the direction of the mean of the loads (the volume algorithm: Barahona and
 * Anbil 2000). Ends when it no longer helps; on prices that are good already that is soon.
 */
void
hs_bound_polish (const HsModel *model, double *price, guint rounds, gint64 deadline,
                 GCancellable *cancellable)
{
  Search search = { 0 };
  search_init (&search, model);
  gsize n = MAX (model->n_resources, 1);
  g_autofree double *mean = g_new0 (double, n);
  g_autofree double *direction = g_new0 (double, n);
  double best = lagrangian (&search, price), checked = best;
  double factor = FIRST_FACTOR, most = MOST_MIX;
  guint failed = 0;
  for (guint32 r = 0; r < model->n_resources; r++)
    mean[r] = search.load[r];
  for (guint round = 1; round <= rounds && best > 0; round++)
    {
      double norm = direct (&search, price, mean, direction);
      if (norm <= 0)
        break;
      double step = factor * TARGET * best / norm;
      for (guint32 r = 0; r < model->n_resources; r++)
        search.price[r] = MAX (0, price[r] + step * direction[r] * search.weight[r]);
      double value = lagrangian (&search, search.price);
      double share = mix (&search, search.price, mean, most);
      for (guint32 r = 0; r < model->n_resources; r++)
        mean[r] += share * (search.load[r] - mean[r]);
      if (value < best)
        {
          best = value;
          memcpy (price, search.price, n * sizeof *price);
          factor = MIN (factor * 1.1, 2);
          failed = 0;
        }
      else if (++failed >= PATIENCE)
        {
          factor *= 0.66;
          failed = 0;
        }
      if (round % CHECK_EVERY == 0)
        {
          if (checked - best < best * WORTH_WHILE)
            {
              if (round == CHECK_EVERY || most < MOST_MIX / 8)
                break;
              most /= 2;
            }
          checked = best;
        }
      if ((deadline != 0 && g_get_monotonic_time () >= deadline)
          || g_cancellable_is_cancelled (cancellable))
        break;
    }
  g_free (search.price);
  search_clear (&search);
}

/**
 * hs_bound_certify:
 * @price: of each of the model's resources; those below 0 count as 0
 *
 * The bound that the prices prove, in whole numbers from start to end: prices are rounded to 1/4096
 * first (any prices prove a bound), sums are of 128 bits, and the result is rounded down because
 * the objective of a solution is a whole number. The bonus for staying is not in it.
 *
 * Returns: a number that the objective of no solution exceeds, fixed pairs included
 */
gint64
hs_bound_certify (const HsModel *model, const double *price)
{
  g_autofree gint64 *fixed_point = g_new (gint64, MAX (model->n_resources, 1));
  __int128 sum = 0;
  for (guint32 r = 0; r < model->n_resources; r++)
    {
      fixed_point[r] = (gint64) llround (CLAMP (price[r], 0, 1e12) * FIXED_POINT);
      sum += (__int128) fixed_point[r] * model->capacity[r];
    }
  for (guint32 s = 0; s < model->n_students; s++)
    {
      __int128 best = 0;
      for (guint32 o = model->first_option[s]; o < model->first_option[s + 1]; o++)
        {
          __int128 worth = (__int128) hs_model_value (model, o) * FIXED_POINT;
          for (guint32 k = model->options[o].first_use; k < hs_model_end_use (model, o); k++)
            worth -= (__int128) fixed_point[model->uses[k].resource] * model->uses[k].amount;
          best = MAX (best, worth);
        }
      sum += best;
    }
  __int128 bound = sum / FIXED_POINT + model->fixed_value;
  return (gint64) MIN (bound, (__int128) G_MAXINT64);
}
