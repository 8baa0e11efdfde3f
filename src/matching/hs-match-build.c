/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of every student. */

#include "hs-match-build-private.h"
#include "hs-match-rule.h"

#include <gio/gio.h>
#include <string.h>

#define MOST_THREADS 8
/* Fewer students are not worth a thread. */
#define STUDENTS_A_THREAD 250
/* How many vacancies that pass are enough to choose the options from. */
#define ENOUGH 60
/* Of the vacancies of a student so many are the best by points; the others are drawn. */
#define BEST 9
/* Of a student who found no place so many vacancies are looked at again, with prices. */
#define MOST_PRICED 400
/* … and of so many of these every combination. */
#define MOST_EXPANDED 24

/* A number that follows from the names of student and vacancy alone (FNV-1a of both uids). */
static guint32
draw_of (const HsMatchWorld *world, guint32 student, guint32 vacancy)
{
  const char *uids[] = { hs_record_uid (hs_match_student (world, student)->record),
                         hs_record_uid (hs_match_vacancy (world, vacancy)->record) };
  guint32 hash = 2166136261u;

  for (guint i = 0; i < 2; i++)
    for (const char *c = uids[i]; *c != '\0'; c++)
      hash = (hash ^ (guint8) *c) * 16777619u;
  return hash;
}

typedef struct
{
  guint32 vacancy;
  gint32 value; /* about what its best option is worth */
  guint32 draw;
} Ranked;

static int
compare_by_value (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a;
  const Ranked *other = b;

  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  return one->draw < other->draw ? -1 : one->draw > other->draw;
}

static int
compare_by_draw (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a;
  const Ranked *other = b;

  return one->draw < other->draw ? -1 : one->draw > other->draw;
}

typedef struct
{
  GArray *candidates; /* guint32 */
  GArray *ranked; /* Ranked */
  GArray *priced; /* HsMatchOption, value less prices */
} Scratch;

typedef struct
{
  const HsMatchWorld *world;
  guint32 student;
  guint32 found;
} FirstFit;

static gboolean
first_fit (guint32 person, gpointer data)
{
  FirstFit *fit = data;

  if (!hs_match_supervisor_fits (fit->world, fit->student, person))
    return TRUE;
  fit->found = person;
  return FALSE;
}

/* What a vacancy is worth about, without trying every combination: with the first supervisor and
 * the first item that somebody wants. */
static gint32
quick_value (const HsMatchWorld *world, const HsMatchWeights *weights, guint32 student,
             guint32 vacancy)
{
  const GArray *items =
      hs_match_location (world, hs_match_vacancy (world, vacancy)->location)->items;
  FirstFit fit = { world, student, HS_NOBODY };
  HsMatchOption option = { student, vacancy, 0, HS_NOBODY, HS_NOBODY, 0 };

  hs_match_each_supervisor (world, vacancy, first_fit, &fit);
  if (fit.found == HS_NOBODY)
    return G_MININT32;
  option.supervisor = fit.found;
  for (guint i = 0; option.item == HS_NOBODY && i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);

      if (hs_match_is_wanted (world, student, vacancy, hs_match_item (world, item)->technology)
          && hs_match_item_fits (world, student, item))
        option.item = item;
    }
  return hs_match_value (world, weights, &option, NULL);
}

static void
rank_candidates (const HsMatchWorld *world, const HsMatchWeights *weights, guint32 student,
                 Scratch *scratch)
{
  g_array_set_size (scratch->ranked, 0);
  for (guint i = 0; i < scratch->candidates->len; i++)
    {
      guint32 vacancy = g_array_index (scratch->candidates, guint32, i);
      Ranked ranked = { vacancy, quick_value (world, weights, student, vacancy),
                        draw_of (world, student, vacancy) };

      if (ranked.value != G_MININT32)
        g_array_append_val (scratch->ranked, ranked);
    }
  g_array_sort (scratch->ranked, compare_by_value);
  if (scratch->ranked->len > HS_MATCH_VACANCIES)
    qsort ((Ranked *) scratch->ranked->data + BEST, scratch->ranked->len - BEST, sizeof (Ranked),
           compare_by_draw);
}

/* Of a student whose pair is fixed only that vacancy. */
static void
keep_fixed (const HsMatchWorld *world, guint32 student, GArray *candidates)
{
  const HsRecord *fixed = hs_match_student (world, student)->fixed;
  guint kept = 0;

  for (guint i = 0; fixed != NULL && i < candidates->len; i++)
    {
      guint32 vacancy = g_array_index (candidates, guint32, i);

      if (hs_record_id (hs_match_vacancy (world, vacancy)->record)
          == hs_record_int (fixed, HS_FIXED_PAIR_VACANCY))
        g_array_index (candidates, guint32, kept++) = vacancy;
    }
  if (fixed != NULL)
    g_array_set_size (candidates, kept);
}

static void
sort_from (GArray *options, guint first)
{
  /* An array that never held anything has no data, which qsort may not be given. */
  if (options->len > first + 1)
    qsort ((HsMatchOption *) options->data + first, options->len - first, sizeof (HsMatchOption),
           hs_match_compare_options);
}

/* The best and some drawn vacancies. Returns whether there were more. */
static gboolean
choose_usual (const HsMatchWorld *world, HsMatchIndex *index, const HsMatchWeights *weights,
              guint32 student, Scratch *scratch, GArray *options)
{
  guint first = options->len;
  gboolean all;

  hs_match_index_candidates (index, student, ENOUGH, scratch->candidates, &all);
  keep_fixed (world, student, scratch->candidates);
  rank_candidates (world, weights, student, scratch);
  for (guint i = 0; i < scratch->ranked->len && i < HS_MATCH_VACANCIES; i++)
    hs_match_expand (world, weights, student, g_array_index (scratch->ranked, Ranked, i).vacancy,
                     scratch->ranked->len <= 5 ? 8 : 4, options);
  sort_from (options, first);
  if (options->len - first > HS_MATCH_OPTIONS)
    g_array_set_size (options, first + HS_MATCH_OPTIONS);
  return !all || scratch->ranked->len > HS_MATCH_VACANCIES;
}

/* Puts first what is worth most after paying for the vacancy; the rest is paid for later. */
static void
rank_by_price (const HsMatchWorld *world, const HsMatchWeights *weights,
               const HsMatchPrices *prices, guint32 student, Scratch *scratch)
{
  g_array_set_size (scratch->ranked, 0);
  for (guint i = 0; i < scratch->candidates->len; i++)
    {
      guint32 vacancy = g_array_index (scratch->candidates, guint32, i);
      HsMatchOption bare = { student, vacancy, HS_NOBODY, HS_NOBODY, HS_NOBODY, 0 };
      Ranked ranked = { vacancy, quick_value (world, weights, student, vacancy), 0 };

      if (ranked.value == G_MININT32)
        continue;
      ranked.value -= prices != NULL ? hs_match_prices_of (prices, &bare) : 0;
      ranked.draw = vacancy;
      g_array_append_val (scratch->ranked, ranked);
    }
  g_array_sort (scratch->ranked, compare_by_value);
}

/* Of all that fit those that are worth most after what they use up was paid for. When there are no
 * prices: all. */
static void
choose_wide (const HsMatchWorld *world, HsMatchIndex *index, const HsMatchWeights *weights,
             const HsMatchPrices *prices, guint32 student, Scratch *scratch, GArray *options)
{
  guint first = options->len;
  guint most = prices != NULL ? MOST_EXPANDED : G_MAXUINT;
  gboolean all;

  hs_match_index_candidates (index, student, prices != NULL ? MOST_PRICED : G_MAXUINT,
                             scratch->candidates, &all);
  keep_fixed (world, student, scratch->candidates);
  rank_by_price (world, weights, prices, student, scratch);
  g_array_set_size (scratch->priced, 0);
  for (guint i = 0; i < scratch->ranked->len && i < most; i++)
    hs_match_expand (world, weights, student, g_array_index (scratch->ranked, Ranked, i).vacancy, 4,
                     prices != NULL ? scratch->priced : options);
  for (guint i = 0; i < scratch->priced->len; i++)
    {
      HsMatchOption *option = &g_array_index (scratch->priced, HsMatchOption, i);

      option->value -= hs_match_prices_of (prices, option);
    }
  g_array_sort (scratch->priced, hs_match_compare_options);
  for (guint i = 0; i < scratch->priced->len && i < HS_MATCH_OPTIONS; i++)
    {
      HsMatchOption option = g_array_index (scratch->priced, HsMatchOption, i);

      option.value = hs_match_value (world, weights, &option, NULL);
      g_array_append_val (options, option);
    }
  sort_from (options, first);
}

/* The students that one thread chooses options for, and what it found. */
typedef struct
{
  const HsMatchWorld *world;
  const HsMatchWeights *weights;
  const HsMatchPrices *prices;
  const gboolean *wide;
  gboolean *narrowed;
  GCancellable *cancellable;
  guint32 first;
  guint32 end;
  HsMatchIndex *index;
  GArray *options;
} Share;

static gpointer
choose_share (gpointer data)
{
  Share *share = data;
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr (GArray) priced = g_array_new (FALSE, FALSE, sizeof (HsMatchOption));
  Scratch scratch = { candidates, ranked, priced };

  for (guint32 i = share->first; i < share->end; i++)
    {
      if ((i & 255) == 0 && g_cancellable_is_cancelled (share->cancellable))
        break;
      if (share->wide != NULL && share->wide[i])
        choose_wide (share->world, share->index, share->weights, share->prices, i, &scratch,
                     share->options);
      else
        share->narrowed[i] =
            choose_usual (share->world, share->index, share->weights, i, &scratch, share->options);
    }
  return NULL;
}

/* Each student is looked at apart from the others, so that the threads share the students and the
 * answer does not depend on how many there are. */
static gboolean
choose_all (HsMatchProblem *self, const HsMatchWorld *world, HsMatchIndex *index,
            const HsMatchWeights *weights, const gboolean *wide, const HsMatchPrices *prices,
            GCancellable *cancellable, GError **error)
{
  guint32 n = world->students->len;
  guint n_threads = MIN (MIN (MOST_THREADS, g_get_num_processors ()), n / STUDENTS_A_THREAD + 1);
  Share shares[MOST_THREADS];
  GThread *threads[MOST_THREADS] = { NULL };

  for (guint i = 0; i < n_threads; i++)
    {
      shares[i] = (Share){ .world = world,
                           .weights = weights,
                           .prices = prices,
                           .wide = wide,
                           .narrowed = self->narrowed,
                           .cancellable = cancellable,
                           .first = (guint32) ((guint64) n * i / n_threads),
                           .end = (guint32) ((guint64) n * (i + 1) / n_threads),
                           .index = i == 0 ? index : hs_match_index_share (index),
                           .options = i == 0 ? g_array_ref (self->options)
                                             : g_array_new (FALSE, FALSE, sizeof (HsMatchOption)) };
      if (i > 0)
        threads[i] = g_thread_new ("match", choose_share, &shares[i]);
    }
  choose_share (&shares[0]);
  for (guint i = 0; i < n_threads; i++)
    {
      if (i > 0)
        {
          g_thread_join (threads[i]);
          if (shares[i].options->len > 0)
            g_array_append_vals (self->options, shares[i].options->data, shares[i].options->len);
          hs_match_index_free (shares[i].index);
        }
      g_array_unref (shares[i].options);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

HsMatchProblem *
hs_match_build (const HsMatchWorld *world, HsMatchIndex *index, const HsMatchWeights *weights,
                const gboolean *wide, const HsMatchPrices *prices, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (HsMatchProblem) self = g_new0 (HsMatchProblem, 1);
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  g_autoptr (HsMatchRows) rows = NULL;
  guint option = 0;

  self->options = g_array_new (FALSE, FALSE, sizeof (HsMatchOption));
  self->resources = g_array_new (FALSE, FALSE, sizeof (HsMatchResource));
  self->narrowed = g_new0 (gboolean, world->students->len + 1);
  if (!choose_all (self, world, index, weights, wide, prices, cancellable, error))
    return NULL;
  rows = hs_match_rows_new (world, self->options, self->resources, builder);
  for (guint32 student = 0; student < world->students->len; student++)
    {
      hs_instance_builder_add_student (builder);
      for (; option < self->options->len
             && g_array_index (self->options, HsMatchOption, option).student == student;
           option++)
        {
          const HsMatchOption *chosen = &g_array_index (self->options, HsMatchOption, option);

          hs_instance_builder_add_option (builder, chosen->value);
          hs_match_rows_use (rows, chosen, builder);
        }
    }
  self->instance = hs_instance_builder_finish (builder, error);
  return self->instance != NULL ? g_steal_pointer (&self) : NULL;
}

void
hs_match_problem_free (HsMatchProblem *self)
{
  g_clear_pointer (&self->instance, hs_instance_unref);
  g_clear_pointer (&self->options, g_array_unref);
  g_clear_pointer (&self->resources, g_array_unref);
  g_free (self->narrowed);
  g_free (self);
}
