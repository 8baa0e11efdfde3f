/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds prices by smoothed subgradient steps: every student divides themselves over the options
 * that are about the best at today's prices (a softmax whose temperature falls); what is asked for
 * too much becomes dearer, what is left over cheaper. Each resource has its own step, as in Adam
 * (Kingma and Ba, 2015).
 *
 * Without the smoothing a town with five students too many never gets there: at any moment only a
 * few of its places are asked for twice, each price goes up and down, and that all of them have to
 * rise together is lost in the noise. Divided students ask for every place a little too much, and
 * with steps in proportion to what is usual for a resource all prices rise at full speed. */

#include "hs-bound.h"

#include <math.h>
#include <string.h>

#define MOMENTUM 0.9f
#define SPREAD 0.95f
/* Steps and temperature at first and at last, as a share of a typical value. */
#define FIRST_STEP 0.04
#define LAST_STEP 0.0002
#define FIRST_HEAT 0.08
#define LAST_HEAT 0.00015
/* Between rounds that look at all options only those near the best are looked at: within so many
 * times the temperature, and what prices may change by until then. */
#define FULL_EVERY 10
#define NEAR_HEAT 4
#define NEAR_STEP 3
/* They are copied when they are no more than this share of all. */
#define COPY_SHARE 0.2
/* What is asked for far too much does not become dearer faster than this, in times its capacity:
 * the way back down from too high a price is slow. */
#define MOST_EXCESS 2
/* Rounds: fewer for more students, where each takes long and there is less that hangs together. */
#define MOST_ROUNDS 600
#define LEAST_ROUNDS 150
#define MANY_STUDENTS 2000.0
/* Prices are certified as whole numbers of 1/4096. */
#define FIXED_POINT 4096

typedef struct
{
  guint32 resource;
  float amount;
} NearUse;

/* The options near the best are copied next to each other: those of student s are first_option[s]
 * up to first_option[s + 1], and so on. */
typedef struct
{
  const HsModel *model;
  guint32 *first_option;
  float *value;
  guint32 *first_use;
  NearUse *uses;
  gsize room_options;
  gsize room_uses;
  float *price;
  float *momentum;
  float *spread;
  float *weight; /* 1 / typical amount: makes steps on hours and on places comparable */
  float *load;
  float *worth; /* of the options of one student */
  gboolean direct; /* nothing was copied: look at all options */
} Search;

static void
search_clear (Search *search)
{
  g_free (search->first_option);
  g_free (search->value);
  g_free (search->first_use);
  g_free (search->uses);
  g_free (search->price);
  g_free (search->momentum);
  g_free (search->spread);
  g_free (search->weight);
  g_free (search->load);
  g_free (search->worth);
}

static void
search_init (Search *search, const HsModel *model)
{
  gsize n = MAX (model->n_resources, 1);
  guint32 widest = 1;
  search->model = model;
  search->price = g_new0 (float, n);
  search->momentum = g_new0 (float, n);
  search->spread = g_new0 (float, n);
  search->weight = g_new0 (float, n);
  search->load = g_new0 (float, n);
  search->first_option = g_new0 (guint32, (gsize) model->n_students + 1);
  for (guint32 s = 0; s < model->n_students; s++)
    widest = MAX (widest, model->first_option[s + 1] - model->first_option[s]);
  search->worth = g_new (float, widest);
  for (guint32 k = 0; k < model->options[model->n_options].first_use; k++)
    {
      search->weight[model->uses[k].resource] += (float) model->uses[k].amount;
      search->load[model->uses[k].resource]++;
    }
  for (guint32 r = 0; r < model->n_resources; r++)
    search->weight[r] = search->load[r] / MAX (search->weight[r], 1.0f);
}

/* The value of an option less the price of what it uses. */
static inline float
priced (const HsModel *model, const float *price, guint32 option)
{
  float worth = (float) hs_model_value (model, option);
  for (guint32 k = model->options[option].first_use; k < hs_model_end_use (model, option); k++)
    worth -= price[model->uses[k].resource] * (float) model->uses[k].amount;
  return worth;
}

/* Counts the options of each student that are within @margin of their best and what they use; with
 * @copy copies them as well. */
static void
look_at_all (Search *search, float margin, gboolean copy, guint32 *n_near, guint32 *n_near_uses)
{
  const HsModel *model = search->model;
  guint32 n = 0, n_uses = 0;
  for (guint32 s = 0; s < model->n_students; s++)
    {
      guint32 first = model->first_option[s], end = model->first_option[s + 1];
      float best = 0;
      for (guint32 o = first; o < end; o++)
        {
          search->worth[o - first] = priced (model, search->price, o);
          best = MAX (best, search->worth[o - first]);
        }
      if (copy)
        search->first_option[s] = n;
      for (guint32 o = first; o < end; o++)
        {
          guint32 k = model->options[o].first_use, end_use = hs_model_end_use (model, o);
          if (search->worth[o - first] < best - margin)
            continue;
          if (copy)
            {
              search->value[n] = (float) hs_model_value (model, o);
              search->first_use[n] = n_uses;
            }
          n++;
          for (; copy && k < end_use; k++)
            search->uses[n_uses++] =
                (NearUse){ model->uses[k].resource, (float) model->uses[k].amount };
          n_uses += end_use - k;
        }
    }
  *n_near = n;
  *n_near_uses = n_uses;
}

/* Copies the options of each student that are within @margin of their best, unless that is most of
 * them: then it is not worth the memory, and all are looked at where they are. */
static void
find_near (Search *search, float margin)
{
  const HsModel *model = search->model;
  guint32 n, n_uses;
  look_at_all (search, margin, FALSE, &n, &n_uses);
  search->direct = n > model->n_options * COPY_SHARE;
  if (search->direct)
    return;
  if (n + 1 > search->room_options)
    {
      search->room_options = n + n / 4 + 1;
      g_free (search->value);
      g_free (search->first_use);
      search->value = g_new (float, search->room_options);
      search->first_use = g_new (guint32, search->room_options);
    }
  if (n_uses > search->room_uses)
    {
      search->room_uses = n_uses + n_uses / 4;
      g_free (search->uses);
      search->uses = g_new (NearUse, search->room_uses);
    }
  look_at_all (search, margin, TRUE, &n, &n_uses);
  search->first_option[model->n_students] = n;
  search->first_use[n] = n_uses;
}

/* About exp (@x) for x <= 0, and 0 from -32 on; the same on every machine. */
static inline float
soft (float x)
{
  x = MAX (1 + x / 32, 0);
  x *= x;
  x *= x;
  x *= x;
  x *= x;
  return x * x;
}

/* The softmax of the worth of @n options, where having none is worth 0. */
static inline void
divide (float *worth, guint32 n, float best, float cold)
{
  float sum = soft (-best * cold);
  for (guint32 k = 0; k < n; k++)
    {
      worth[k] = soft ((worth[k] - best) * cold);
      sum += worth[k];
    }
  for (guint32 k = 0; k < n; k++)
    worth[k] /= sum;
}

/* Divides a student over the options near the best. */
static inline void
ask_near (Search *search, guint32 student, float cold)
{
  guint32 first = search->first_option[student], end = search->first_option[student + 1];
  float *worth = search->worth, best = 0;
  for (guint32 o = first; o < end; o++)
    {
      float left = search->value[o];
      for (guint32 k = search->first_use[o]; k < search->first_use[o + 1]; k++)
        left -= search->price[search->uses[k].resource] * search->uses[k].amount;
      worth[o - first] = left;
      best = MAX (best, left);
    }
  divide (worth, end - first, best, cold);
  for (guint32 o = first; o < end; o++)
    {
      float share = worth[o - first];
      for (guint32 k = search->first_use[o]; share > 0 && k < search->first_use[o + 1]; k++)
        search->load[search->uses[k].resource] += share * search->uses[k].amount;
    }
}

/* The same over all options, where the model has them. */
static inline void
ask_direct (Search *search, guint32 student, float cold)
{
  const HsModel *model = search->model;
  guint32 first = model->first_option[student], end = model->first_option[student + 1];
  float *worth = search->worth, best = 0;
  for (guint32 o = first; o < end; o++)
    {
      worth[o - first] = priced (model, search->price, o);
      best = MAX (best, worth[o - first]);
    }
  divide (worth, end - first, best, cold);
  for (guint32 o = first; o < end; o++)
    {
      float share = worth[o - first];
      for (guint32 k = model->options[o].first_use; share > 0 && k < hs_model_end_use (model, o);
           k++)
        search->load[model->uses[k].resource] += share * (float) model->uses[k].amount;
    }
}

/* Adds up what all students together ask of each resource at today's prices. */
static void
ask_all (Search *search, float cold)
{
  const HsModel *model = search->model;
  memset (search->load, 0, model->n_resources * sizeof *search->load);
  for (guint32 s = 0; s < model->n_students; s++)
    if (search->direct)
      ask_direct (search, s, cold);
    else
      ask_near (search, s, cold);
}

static void
change_prices (Search *search, guint round, float step)
{
  const HsModel *model = search->model;
  float momentum_scale = (float) (1 / (1 - pow (MOMENTUM, round + 1)));
  float spread_scale = (float) (1 / (1 - pow (SPREAD, round + 1)));
  for (guint32 r = 0; r < model->n_resources; r++)
    {
      float weight = search->weight[r], capacity = (float) model->capacity[r];
      float excess = (search->load[r] - capacity) * weight;
      if (excess < 0 && search->price[r] <= 0)
        excess = 0;
      excess = MIN (excess, MOST_EXCESS * (capacity * weight + 1));
      search->momentum[r] = MOMENTUM * search->momentum[r] + (1 - MOMENTUM) * excess;
      search->spread[r] = SPREAD * search->spread[r] + (1 - SPREAD) * excess * excess;
      float usual = sqrtf (search->spread[r] * spread_scale) + 1e-4f;
      float change = step * weight * search->momentum[r] * momentum_scale / usual;
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

static double
n_rounds (const HsModel *model)
{
  double shorter = pow (MANY_STUDENTS / MAX (model->n_students, 1), 0.25);
  return CLAMP (MOST_ROUNDS * shorter, LEAST_ROUNDS, MOST_ROUNDS);
}

/**
 * hs_bound_prices:
 * @deadline: monotonic time by which to be ready, 0 for when it is done; with less time there are
 *   fewer rounds in larger steps
 * @cancellable: (nullable): stops the search, which is no error
 *
 * The bound that the prices prove comes within some thousandths of a percent of the linear
 * relaxation when there is time enough.
 *
 * Returns: (transfer full): the prices of the model's resources, in points for one unit
 */
double *
hs_bound_prices (const HsModel *model, gint64 deadline, GCancellable *cancellable)
{
  Search search = { 0 };
  search_init (&search, model);
  double *price = g_new0 (double, MAX (model->n_resources, 1));
  double typical = typical_value (model), rounds = n_rounds (model), progress = 0;
  gint64 begin = g_get_monotonic_time ();
  for (guint round = 0; progress < 1; round++)
    {
      float step = (float) (typical * FIRST_STEP * pow (LAST_STEP / FIRST_STEP, progress));
      float heat = (float) (typical * FIRST_HEAT * pow (LAST_HEAT / FIRST_HEAT, progress));
      if (round % FULL_EVERY == 0)
        find_near (&search, NEAR_HEAT * heat + NEAR_STEP * step);
      ask_all (&search, 1 / heat);
      change_prices (&search, round, step);
      progress = (round + 1) / rounds;
      if (deadline != 0)
        progress = MAX (progress, (double) (g_get_monotonic_time () - begin)
                                      / (double) MAX (deadline - begin, 1));
      if (g_cancellable_is_cancelled (cancellable))
        break;
    }
  for (guint32 r = 0; r < model->n_resources; r++)
    price[r] = search.price[r];
  search_clear (&search);
  return price;
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
