/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hard rules: what cannot give way. Each is a small pure function with a name, which the
 * building of the options and the explanation share, so that what the board says is what the solver
 * did. */
#pragma once

#include "hs-match-world.h"

G_BEGIN_DECLS

/**
 * HsMatchRule:
 * @HS_MATCH_RULE_OPEN: the vacancy is open and its closing date has not passed
 * @HS_MATCH_RULE_RECOGNISED: the recognition of the host for the programme is verified on the start
 *   date (WEB 7.2.10)
 * @HS_MATCH_RULE_PROGRAMME: the vacancy is for this crebo
 * @HS_MATCH_RULE_LEVEL: the vacancy is for this level
 * @HS_MATCH_RULE_ROUTE: the vacancy is for this learning route
 * @HS_MATCH_RULE_PERIOD: the vacancy is there for the whole period
 * @HS_MATCH_RULE_WEEKDAYS: enough days fit both
 * @HS_MATCH_RULE_DISTANCE: not farther than the student can travel
 * @HS_MATCH_RULE_ALLOWED: not ruled out: host, location or vacancy
 * @HS_MATCH_RULE_SUPERVISOR: somebody at the location guides this crebo in the period
 * @HS_MATCH_RULE_DIGICOACH: a host that has digicoaches has one who is not ruled out
 */
typedef enum
{
  HS_MATCH_RULE_OPEN,
  HS_MATCH_RULE_RECOGNISED,
  HS_MATCH_RULE_PROGRAMME,
  HS_MATCH_RULE_LEVEL,
  HS_MATCH_RULE_ROUTE,
  HS_MATCH_RULE_PERIOD,
  HS_MATCH_RULE_WEEKDAYS,
  HS_MATCH_RULE_DISTANCE,
  HS_MATCH_RULE_ALLOWED,
  HS_MATCH_RULE_SUPERVISOR,
  HS_MATCH_RULE_DIGICOACH,
  HS_N_MATCH_RULES
} HsMatchRule;

/* Stable name of a rule ("distance"). (transfer none) */
const char *hs_match_rule_name (HsMatchRule rule);
/* What fails, in a word or two for a list: "Te ver weg". (transfer none) */
const char *hs_match_rule_label (HsMatchRule rule);

/* Whether @rule lets @student take a place on @vacancy; numbers in @world. */
gboolean hs_match_rule_holds (const HsMatchWorld *world, HsMatchRule rule, guint32 student,
                              guint32 vacancy);
/* The first rule that fails, or HS_N_MATCH_RULES when all hold. A pair that the coordinator fixed
 * is only held to what the law and the calendar ask: recognition, period, supervisor. */
HsMatchRule hs_match_first_failing (const HsMatchWorld *world, guint32 student, guint32 vacancy);
/* Whether a coordinator may give @student the place all the same: what fails is not what the law
 * and the calendar ask. */
gboolean hs_match_may_be_fixed (const HsMatchWorld *world, guint32 student, guint32 vacancy);
/* One plain sentence that says why @rule fails: "Tot Zonnehof is het 34 km, Sanne reist hoogstens
 * 20 km." (transfer full) */
char *hs_match_rule_sentence (const HsMatchWorld *world, HsMatchRule rule, guint32 student,
                              guint32 vacancy);

/* Whether @person may guide the student: guides the crebo, works there through the whole period, is
 * not away in it without a substitute, and is not ruled out. */
gboolean hs_match_supervisor_fits (const HsMatchWorld *world, guint32 student, guint32 person);
/* Whether @person, a digicoach, may coach the student: there in the period, not ruled out. */
gboolean hs_match_digicoach_fits (const HsMatchWorld *world, guint32 student, guint32 person);
/* Whether @item can be used by the student: in a state to be used and not ruled out. */
gboolean hs_match_item_fits (const HsMatchWorld *world, guint32 student, guint32 item);
/* Whether @host is recognised for @programme (number) on @day. */
gboolean hs_match_recognised (const HsMatchWorld *world, guint32 host, guint32 programme,
                              HsDay day);

/* The supervisors that can be offered on a vacancy: the usual one, else all at the location. Calls
 * @each until it returns FALSE. */
void hs_match_each_supervisor (const HsMatchWorld *world, guint32 vacancy,
                               gboolean (*each) (guint32 person, gpointer data), gpointer data);

G_END_DECLS
