/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the world to an instance for the solver: the options of every student and the resources that
 * they share. */
#pragma once

#include "hs-instance.h"
#include "hs-match-index.h"
#include "hs-match-option.h"

G_BEGIN_DECLS

typedef enum
{
  HS_MATCH_SUPERVISOR, /* students at a time of a supervisor */
  HS_MATCH_VACANCY, /* students at a time on a vacancy */
  HS_MATCH_ITEM, /* users at a time of an item */
  HS_MATCH_COACH, /* minutes a week of a digicoach */
  HS_MATCH_APART, /* two students at one location */
  HS_N_MATCH_RESOURCES
} HsMatchResourceKind;

/**
 * HsMatchResource: one row of the instance.
 * @number: of the supervisor, vacancy, item or digicoach; of a pair the location
 * @from, @to: the stretch of the calendar [from, to) that it is about
 * @capacity: what is left of it for this matching
 * @asked: how many students have an option that uses it
 */
typedef struct
{
  HsMatchResourceKind kind;
  guint32 number;
  HsDay from;
  HsDay to;
  gint32 capacity;
  guint32 asked;
} HsMatchResource;

/**
 * HsMatchProblem:
 * @options: (element-type HsMatchOption): the same numbers as in @instance
 * @resources: (element-type HsMatchResource): the same numbers as in @instance
 * @narrowed: by student: whether there are more vacancies that fit than are among the options
 */
typedef struct
{
  HsInstance *instance;
  GArray *options;
  GArray *resources;
  gboolean *narrowed;
} HsMatchProblem;

/* What a solution says that things are worth: by supervisor, vacancy, item and digicoach. */
typedef struct _HsMatchPrices HsMatchPrices;

/* @price: of each resource of @problem. Both have to live longer. (transfer full) */
HsMatchPrices *hs_match_prices_new (const HsMatchWorld *world, const HsMatchProblem *problem,
                                    const double *price);
void hs_match_prices_free (HsMatchPrices *self);
/* What @option would pay for all that it uses, in points. */
gint32 hs_match_prices_of (const HsMatchPrices *self, const HsMatchOption *option);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsMatchPrices, hs_match_prices_free)

/* How many vacancies a student gets options for, and options in all. */
#define HS_MATCH_VACANCIES 14
#define HS_MATCH_OPTIONS 32

/**
 * hs_match_build:
 * @wide: (nullable): by student: TRUE looks at every vacancy that fits, for those who found no
 * place among the usual number
 * @prices: (nullable): of an earlier solution: then of those only the options are taken that are
 *   worth most after paying for what they use up; without it all
 *
 * The options of a student are the best vacancies by points, and some that are drawn by the names
 * of student and vacancy, so that all of a town do not crowd at the same few. The same world gives
 * the same problem, in whatever order the file was filled.
 *
 * Returns: (transfer full): NULL on error or when cancelled
 */
HsMatchProblem *hs_match_build (const HsMatchWorld *world, HsMatchIndex *index,
                                const HsMatchWeights *weights, const gboolean *wide,
                                const HsMatchPrices *prices, GCancellable *cancellable,
                                GError **error);
void hs_match_problem_free (HsMatchProblem *self);

/* The options of one student on one vacancy, best first, at most @most, appended to @into
 * (element-type HsMatchOption). The pair has to pass the hard rules. */
void hs_match_expand (const HsMatchWorld *world, const HsMatchWeights *weights, guint32 student,
                      guint32 vacancy, guint most, GArray *into);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsMatchProblem, hs_match_problem_free)

G_END_DECLS
