/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices of an earlier solution, by thing: to find better options for who has no place. */

#include "hs-match-build.h"

#include <math.h>

struct _HsMatchPrices
{
  const HsMatchWorld *world;
  const HsMatchProblem *problem;
  const double *price;
  guint32 *first[HS_MATCH_APART]; /* by kind and number: its first row + 1, 0 for none */
};

HsMatchPrices *
hs_match_prices_new (const HsMatchWorld *world, const HsMatchProblem *problem, const double *price)
{
  HsMatchPrices *self = g_new0 (HsMatchPrices, 1);
  const guint32 sizes[HS_MATCH_APART] = { world->people->len, world->vacancies->len,
                                          world->items->len, world->people->len };

  self->world = world;
  self->problem = problem;
  self->price = price;
  for (guint kind = 0; kind < HS_MATCH_APART; kind++)
    self->first[kind] = g_new0 (guint32, sizes[kind] + 1);
  /* The rows of one thing stand together: going back leaves the first. */
  for (guint32 i = problem->resources->len; i > 0; i--)
    {
      const HsMatchResource *row = &g_array_index (problem->resources, HsMatchResource, i - 1);

      if (row->kind < HS_MATCH_APART)
        self->first[row->kind][row->number] = i;
    }
  return self;
}

void
hs_match_prices_free (HsMatchPrices *self)
{
  for (guint kind = 0; kind < HS_MATCH_APART; kind++)
    g_free (self->first[kind]);
  g_free (self);
}

gint32
hs_match_prices_of (const HsMatchPrices *self, const HsMatchOption *option)
{
  const HsMatchStudent *student = hs_match_student (self->world, option->student);
  const guint32 numbers[HS_MATCH_APART] = { option->supervisor, option->vacancy, option->item,
                                            option->digicoach };
  double sum = 0;

  for (guint kind = 0; kind < HS_MATCH_APART; kind++)
    {
      double amount = kind == HS_MATCH_COACH ? self->world->coach_minutes_week : 1;
      guint32 first = numbers[kind] != HS_NOBODY ? self->first[kind][numbers[kind]] : 0;

      for (guint32 i = first; i > 0 && i <= self->problem->resources->len; i++)
        {
          const HsMatchResource *row =
              &g_array_index (self->problem->resources, HsMatchResource, i - 1);

          if ((guint) row->kind != kind || row->number != numbers[kind])
            break;
          if (student->from <= row->from && row->to <= student->to)
            sum += self->price[i - 1] * amount;
        }
    }
  return (gint32) lround (sum);
}
