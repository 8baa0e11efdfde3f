/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why this place, why not that one; what is scarce; who would rather swap. */
#pragma once

#include "hs-match-plan.h"
#include "hs-match-rule.h"

G_BEGIN_DECLS

/* One student who changes when a pair is forced. Vacancies are numbers, HS_NOBODY is no place. */
typedef struct
{
  guint32 student;
  guint32 from;
  guint32 to;
} HsMatchMove;

/**
 * HsMatchWhy:
 * @rule: the first hard rule that fails, or HS_N_MATCH_RULES
 * @has: the student has this place in the plan
 * @forced: it was solved again with the pair forced: @cost and @moves are known
 * @cost: how many points the whole goes down; negative when it goes up
 * @moves: (element-type HsMatchMove): who else changes
 * @sentences: (array zero-terminated): all of it in plain sentences
 */
typedef struct
{
  HsMatchRule rule;
  gboolean has;
  gboolean forced;
  gint64 cost;
  GArray *moves;
  char **sentences;
} HsMatchWhy;

/**
 * hs_match_why:
 * @seconds: how long it may take to force the pair and solve again around it; 0 only looks at the
 *   rules, which takes a few milliseconds
 *
 * Explains why @student has the place on @vacancy, or why not: the first hard rule that fails, else
 * what it would take, by forcing the pair and solving again from the plan.
 *
 * Returns: (transfer full): NULL on error
 */
HsMatchWhy *hs_match_why (const HsMatchPlan *plan, guint32 student, guint32 vacancy, double seconds,
                          GCancellable *cancellable, GError **error);
void hs_match_why_free (HsMatchWhy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsMatchWhy, hs_match_why_free)

/**
 * HsMatchBottleneck: a resource that more students ask for than there is.
 * @resource: number in the problem
 * @kind: what it is
 * @price: points that one more is worth, by the prices of the plan
 * @asked, @available: how many students have it among their options, and how many it has room for
 * @name: "VR-bril Zonnehof, maart–april"
 * @sentence: "VR-bril Zonnehof, maart–april: 5 wensen, 2 beschikbaar"
 */
typedef struct
{
  guint32 resource;
  HsMatchResourceKind kind;
  double price;
  guint32 asked;
  gint32 available;
  char *name;
  char *sentence;
} HsMatchBottleneck;

/* The scarce resources, most worth first, at most @most. (transfer full) (element-type
 * HsMatchBottleneck) */
GPtrArray *hs_match_bottlenecks (const HsMatchPlan *plan, guint most);
/* How many points the whole goes up with one more of @resource, by solving again around it from the
 * plan; the plan has to have prices. */
gint64 hs_match_gain_of_one_more (const HsMatchPlan *plan, guint32 resource,
                                  GCancellable *cancellable);

/* Two students who would both rather have the place of the other, by their own wishes and distance,
 * where that fits in every way: with @one_option and @other_option, numbers in the problem. */
typedef struct
{
  guint32 one;
  guint32 other;
  guint32 one_option;
  guint32 other_option;
} HsMatchSwap;

/* All such pairs, @one below @other. (transfer full) (element-type HsMatchSwap) */
GArray *hs_match_swaps (const HsMatchPlan *plan);

/**
 * HsMatchOffer: one place for a student, as the board ranks it.
 * @rule: HS_N_MATCH_RULES when it fits
 * @full: what is left of a resource is not enough beside what the plan gave to others
 * @short_of: of what there is not enough when it is @full
 * @forceable: a rule fails, but only one that the coordinator may set aside
 * @option: the best option on the vacancy; when a rule fails and it is not @forceable only its
 *   vacancy counts
 */
typedef struct
{
  HsMatchOption option;
  HsMatchRule rule;
  gboolean full;
  HsMatchResourceKind short_of;
  gboolean forceable;
} HsMatchOffer;

/* The places for @student: those that fit by points, free ones first, then up to @blocked that a
 * rule keeps away. (transfer full) (element-type HsMatchOffer) */
GArray *hs_match_offers (const HsMatchPlan *plan, guint32 student, guint blocked);

/* The same for one vacancy, whether or not it is near. */
HsMatchOffer hs_match_offer_on (const HsMatchPlan *plan, guint32 student, guint32 vacancy);

/* Who has what a full offer needs: "The vacancy is taken by Sanne de Wit." (transfer full) */
char *hs_match_shortage_sentence (const HsMatchPlan *plan, const HsMatchOffer *offer);

/* Why a student has no place, in a word or two for a list: "Te ver weg". (transfer none) */
const char *hs_match_unplaced_label (const HsMatchPlan *plan, guint32 student);
/* Why a student has no place: "Geen enkele stageplaats past: …" with the rule that fails most
 * often, or that all that fit are taken. (transfer full) */
char *hs_match_why_unplaced (const HsMatchPlan *plan, guint32 student);

G_END_DECLS
