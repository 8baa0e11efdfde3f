/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matching from the store and back: what is accepted breaks no hard rule, by SQL of our own over
 * the agreements and reservations that came of it; the order of the file does not matter; what was
 * fixed and refused is respected; what changed meanwhile is found. */

#include "match-region.h"
#include "match-sql.h"

#include "hs-error.h"
#include "hs-locale.h"
#include "hs-match-accept.h"
#include "hs-match-explain.h"
#include "hs-query.h"

static HsMatchPlan *
make_plan (HsStore *store, guint64 moves)
{
  HsMatchRequest request = hs_match_request_default ();
  g_autoptr (GError) error = NULL;
  HsMatchPlan *plan;

  request.moves = moves;
  request.threads = 1;
  plan = hs_match_plan_new (store, &request, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static gint64
save_plan (HsStore *store, const HsMatchPlan *plan)
{
  g_autoptr (GError) error = NULL;
  gint64 proposal;

  hs_store_begin (store, NULL, "match", &error);
  g_assert_no_error (error);
  proposal = hs_match_plan_save (plan, store, "Proef", &error);
  g_assert_no_error (error);
  hs_store_commit (store, &error);
  g_assert_no_error (error);
  return proposal;
}

/* A coordinator who may do it all. */
static HsActor *
coordinator (HsStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 school =
      region_add (store, HS_KIND_ORGANISATION, "og-school00000000000", HS_ORGANISATION_NAME,
                  "School", HS_ORGANISATION_KIND, (gint64) HS_ORGANISATION_KIND_SCHOOL, -1);
  HsActor *actor;

  region_add (store, HS_KIND_PERSON, "pe-coordinator000000", HS_PERSON_LAST_NAME, "Vos",
              HS_PERSON_ORGANISATION, school, HS_PERSON_ROLES, (gint64) 1 << HS_ROLE_COORDINATOR,
              -1);
  actor = hs_store_actor (store, "pe-coordinator000000", &error);
  g_assert_no_error (error);
  return actor;
}

static guint
accept_all (HsStore *store, gint64 proposal, gboolean skip, guint *conflicts, GError **error)
{
  g_autoptr (HsActor) actor = coordinator (store);
  g_autoptr (GPtrArray) found = NULL;
  guint made = 0;

  hs_store_begin (store, actor, "match", NULL);
  if (hs_match_accept (store, actor, proposal, NULL, 0, skip, HS_AGREEMENT_STATE_PROPOSED, &found,
                       &made, NULL, error))
    hs_store_commit (store, error);
  else
    hs_store_rollback (store);
  *conflicts = found->len;
  return made;
}

static void
test_no_rule_broken (void)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      HsStore *store = region_make (120, seed, 0);
      g_autoptr (HsMatchPlan) plan = make_plan (store, 60000);
      g_autoptr (GError) error = NULL;
      guint conflicts;
      guint made = accept_all (store, save_plan (store, plan), FALSE, &conflicts, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (conflicts, ==, 0);
      g_assert_cmpuint (made, ==, plan->solution->matched);
      g_assert_cmpuint (made, >, 20);
      match_sql_check (hs_store_path (store));
      region_free (store);
    }
}

static gint64
id_of (HsStore *store, const char *prefix, guint number)
{
  g_autofree char *uid = g_strdup_printf ("%s-%016u", prefix, number);
  g_autoptr (HsRecord) record = hs_store_get_by_uid (store, uid, NULL);

  return record != NULL ? hs_record_id (record) : 0;
}

static void
change (HsStore *store, const char *prefix, guint number, guint field, gint64 value)
{
  g_autofree char *uid = g_strdup_printf ("%s-%016u", prefix, number);
  g_autoptr (HsRecord) record = hs_store_get_by_uid (store, uid, NULL);
  g_autoptr (GError) error = NULL;

  hs_store_begin (store, NULL, "test", NULL);
  hs_record_set_int (record, field, value);
  hs_store_save (store, record, &error);
  g_assert_no_error (error);
  hs_store_commit (store, NULL);
}

/* Rule-outs of every sort for the places that students would get, people who are away or leave,
 * vacancies for BBL, that begin late or are closed by date, and students who are BBL. */
static void
make_it_harder (HsStore *store, const HsMatchPlan *plan, guint32 seed)
{
  static const guint fields[] = { HS_EXCLUSION_HOST, HS_EXCLUSION_LOCATION, HS_EXCLUSION_VACANCY,
                                  HS_EXCLUSION_PERSON, HS_EXCLUSION_ITEM };
  const HsMatchWorld *world = plan->world;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint32 i = 0; i < world->students->len; i++)
    {
      const HsMatchOption *has = hs_match_plan_option (plan, i);
      guint field = fields[i % G_N_ELEMENTS (fields)];
      g_autofree char *uid = g_strdup_printf ("ex-harder%010u", i);
      const HsRecord *location, *out;

      if (has == NULL || i % 2 == 0)
        continue;
      location =
          hs_match_location (world, hs_match_vacancy (world, has->vacancy)->location)->record;
      out = field == HS_EXCLUSION_LOCATION  ? location
            : field == HS_EXCLUSION_VACANCY ? hs_match_vacancy (world, has->vacancy)->record
            : field == HS_EXCLUSION_PERSON  ? hs_match_person (world, has->supervisor)->record
            : field == HS_EXCLUSION_ITEM && has->item != HS_NOBODY
                ? hs_match_item (world, has->item)->record
                : NULL;
      if (field == HS_EXCLUSION_ITEM && out == NULL)
        continue;
      region_add (store, HS_KIND_EXCLUSION, uid, HS_EXCLUSION_STUDENT,
                  hs_record_id (hs_match_student (world, i)->record), (int) field,
                  out != NULL ? hs_record_id (out)
                              : hs_record_int (location, HS_LOCATION_ORGANISATION),
                  -1);
    }
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *uid = g_strdup_printf ("ab-harder%010u", i);
      guint person = (guint) g_rand_int_range (rand, 0, 40);

      region_add (store, HS_KIND_ABSENCE, uid, HS_ABSENCE_PERSON, id_of (store, "pe", person),
                  HS_ABSENCE_FROM, (gint64) 20900, HS_ABSENCE_TO, (gint64) 20920, -1);
      change (store, "pe", (guint) g_rand_int_range (rand, 0, 40), HS_PERSON_UNTIL, 20930);
      change (store, "va", (guint) g_rand_int_range (rand, 0, 40), HS_VACANCY_ROUTES,
              1 << HS_ROUTE_BBL);
      change (store, "va", (guint) g_rand_int_range (rand, 0, 40), HS_VACANCY_START, 20880);
      change (store, "va", (guint) g_rand_int_range (rand, 0, 40), HS_VACANCY_CLOSING_DATE, 20700);
      change (store, "en", (guint) g_rand_int_range (rand, 0, 120), HS_ENROLMENT_ROUTE,
              HS_ROUTE_BBL);
    }
}

static void
test_no_rule_broken_when_harder (void)
{
  for (guint32 seed = 11; seed <= 13; seed++)
    {
      HsStore *store = region_make (120, seed, 0);
      g_autoptr (HsMatchPlan) before = make_plan (store, 20000);
      g_autoptr (HsMatchPlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      guint conflicts;

      make_it_harder (store, before, seed);
      plan = make_plan (store, 40000);
      accept_all (store, save_plan (store, plan), FALSE, &conflicts, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (plan->solution->matched, >, 15);
      match_sql_check (hs_store_path (store));
      region_free (store);
    }
}

/* "st-…=va-…" for every student of the plan, in order. */
static char *
describe (const HsMatchPlan *plan)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint32 i = 0; i < plan->world->students->len; i++)
    {
      const HsMatchOption *option = hs_match_plan_option (plan, i);

      g_string_append_printf (
          out, "%s=%s %s\n", hs_record_uid (hs_match_student (plan->world, i)->record),
          option != NULL ? hs_record_uid (hs_match_vacancy (plan->world, option->vacancy)->record)
                         : "",
          option != NULL ? hs_record_uid (hs_match_person (plan->world, option->supervisor)->record)
                         : "");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_order_does_not_matter (void)
{
  HsStore *one = region_make (100, 7, 0);
  HsStore *other = region_make (100, 7, 12345);
  g_autoptr (HsMatchPlan) plan = make_plan (one, 40000);
  g_autoptr (HsMatchPlan) plan_other = make_plan (other, 40000);
  g_autoptr (HsMatchPlan) again = make_plan (one, 40000);
  g_autofree char *text = describe (plan);
  g_autofree char *text_other = describe (plan_other);
  g_autofree char *text_again = describe (again);

  g_assert_true (g_str_equal (text, text_again));
  g_assert_true (g_str_equal (text, text_other));
  region_free (one);
  region_free (other);
}

static guint32
first_placed (const HsMatchPlan *plan)
{
  for (guint32 i = 0; i < plan->world->students->len; i++)
    if (hs_match_plan_option (plan, i) != NULL)
      return i;
  g_assert_not_reached ();
}

/* A student who is fixed at the worst place that fits stays there. */
static void
test_fixed_stays (void)
{
  HsStore *store = region_make (80, 3, 0);
  g_autoptr (HsMatchPlan) plan = make_plan (store, 20000);
  guint32 student = first_placed (plan);
  g_autoptr (GArray) offers = hs_match_offers (plan, student, 0);
  const HsMatchOffer *last = &g_array_index (offers, HsMatchOffer, offers->len - 1);
  gint64 vacancy = hs_record_id (hs_match_vacancy (plan->world, last->option.vacancy)->record);
  g_autoptr (HsMatchPlan) fixed = NULL;

  region_add (store, HS_KIND_FIXED_PAIR, "fp-0000000000000001", HS_FIXED_PAIR_STUDENT,
              hs_record_id (hs_match_student (plan->world, student)->record), HS_FIXED_PAIR_VACANCY,
              vacancy, -1);
  fixed = make_plan (store, 20000);
  g_assert_cmpuint (fixed->impossible->len, ==, 0);
  g_assert_nonnull (hs_match_plan_option (fixed, student));
  g_assert_cmpint (
      hs_record_id (
          hs_match_vacancy (fixed->world, hs_match_plan_option (fixed, student)->vacancy)->record),
      ==, vacancy);
  region_free (store);
}

static void
test_refused_is_respected (void)
{
  HsStore *store = region_make (80, 4, 0);
  g_autoptr (HsMatchPlan) plan = make_plan (store, 20000);
  guint32 student = first_placed (plan);
  guint32 vacancy = hs_match_plan_option (plan, student)->vacancy;
  gint64 proposal = save_plan (store, plan);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PROPOSAL_ROW);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsMatchPlan) next = NULL;
  g_autoptr (HsMatchWhy) why = NULL;
  gint64 row;

  hs_query_where_int (query, HS_PROPOSAL_ROW_PROPOSAL, HS_OP_EQUAL, proposal);
  hs_query_where_int (query, HS_PROPOSAL_ROW_STUDENT, HS_OP_EQUAL,
                      hs_record_id (hs_match_student (plan->world, student)->record));
  rows = hs_store_find (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  row = hs_record_id (g_ptr_array_index (rows, 0));
  hs_store_begin (store, NULL, "match", NULL);
  g_assert_false (hs_match_refuse (store, row, "", NULL));
  g_assert_true (hs_match_refuse (store, row, "Te druk op de afdeling", &error));
  g_assert_no_error (error);
  hs_store_commit (store, NULL);
  next = make_plan (store, 20000);
  if (hs_match_plan_option (next, student) != NULL)
    g_assert_cmpuint (hs_match_plan_option (next, student)->vacancy, !=, vacancy);
  why = hs_match_why (next, student, vacancy, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (why->rule, ==, HS_MATCH_RULE_ALLOWED);
  g_assert_nonnull (strstr (why->sentences[0], "Te druk op de afdeling"));
  region_free (store);
}

/* What changed since the proposal stops it, names the student, and leaves nothing half done. */
static void
test_conflict (void)
{
  HsStore *store = region_make (60, 5, 0);
  g_autoptr (HsMatchPlan) plan = make_plan (store, 20000);
  gint64 proposal = save_plan (store, plan);
  guint32 student = first_placed (plan);
  g_autoptr (HsRecord) vacancy = hs_record_copy (
      hs_match_vacancy (plan->world, hs_match_plan_option (plan, student)->vacancy)->record);
  g_autoptr (HsQuery) agreements = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GError) error = NULL;
  guint conflicts, made;

  hs_record_set_int (vacancy, HS_VACANCY_STATUS, HS_VACANCY_STATUS_CLOSED);
  hs_store_begin (store, NULL, "edit", NULL);
  hs_store_save (store, vacancy, &error);
  hs_store_commit (store, NULL);
  g_assert_no_error (error);
  made = accept_all (store, proposal, FALSE, &conflicts, &error);
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  g_assert_cmpuint (conflicts, >=, 1);
  g_assert_cmpint (hs_store_count (store, agreements, NULL), ==, 0);
  g_assert_cmpuint (made, >, 0);
  region_free (store);
}

/* An exact "why not": forcing costs what is said, by solving once more with the pair fixed. */
static void
test_why_not (void)
{
  HsStore *store = region_make (60, 6, 0);
  g_autoptr (HsMatchPlan) plan = make_plan (store, 60000);
  guint32 student = first_placed (plan);
  g_autoptr (GArray) offers = hs_match_offers (plan, student, 10);
  g_autoptr (GError) error = NULL;
  guint forced = 0, blocked = 0;

  for (guint i = 0; i < offers->len; i++)
    {
      const HsMatchOffer *offer = &g_array_index (offers, HsMatchOffer, i);
      g_autoptr (HsMatchWhy) why =
          hs_match_why (plan, student, offer->option.vacancy, forced < 3 ? 0.2 : 0, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (why->rule, ==, offer->rule);
      g_assert_nonnull (why->sentences[0]);
      blocked += why->rule != HS_N_MATCH_RULES;
      forced += why->forced;
      /* The plan is near its bound, so forcing cannot gain more than the gap. */
      if (why->forced)
        g_assert_cmpint (why->cost, >=, plan->solution->objective - plan->solution->bound);
    }
  g_assert_cmpuint (forced, >, 0);
  g_assert_cmpuint (blocked, >, 0);
  region_free (store);
}

/* Swaps against brute force over all pairs of students and all their options. */
static void
test_swaps (void)
{
  for (guint32 seed = 20; seed < 26; seed++)
    {
      HsStore *store = region_make (50, seed, 0);
      g_autoptr (HsMatchPlan) plan = make_plan (store, 300);
      g_autoptr (GArray) swaps = hs_match_swaps (plan);
      const HsInstance *instance = plan->problem->instance;
      guint found = 0;

      for (guint32 a = 0; a < instance->n_students; a++)
        for (guint32 b = a + 1; b < instance->n_students; b++)
          {
            const HsMatchOption *has_a = hs_match_plan_option (plan, a);
            const HsMatchOption *has_b = hs_match_plan_option (plan, b);
            gboolean would = FALSE;

            if (has_a == NULL || has_b == NULL || has_a->vacancy == has_b->vacancy)
              continue;
            for (guint32 x = instance->first_option[a]; x < instance->first_option[a + 1]; x++)
              for (guint32 y = instance->first_option[b]; y < instance->first_option[b + 1]; y++)
                {
                  const HsMatchOption *to_a =
                      &g_array_index (plan->problem->options, HsMatchOption, x);
                  const HsMatchOption *to_b =
                      &g_array_index (plan->problem->options, HsMatchOption, y);
                  gint32 p[4][HS_N_WEIGHTS];
                  gint32 own[4];
                  g_autofree gint32 *pick = NULL;

                  if (to_a->vacancy != has_b->vacancy || to_b->vacancy != has_a->vacancy)
                    continue;
                  hs_match_value (plan->world, &plan->weights, has_a, p[0]);
                  hs_match_value (plan->world, &plan->weights, to_a, p[1]);
                  hs_match_value (plan->world, &plan->weights, has_b, p[2]);
                  hs_match_value (plan->world, &plan->weights, to_b, p[3]);
                  for (int k = 0; k < 4; k++)
                    own[k] = p[k][HS_WEIGHT_WISH] + p[k][HS_WEIGHT_DISTANCE]
                             + p[k][HS_WEIGHT_CONTINUITY];
                  pick = g_memdup2 (plan->solution->pick, instance->n_students * sizeof (gint32));
                  pick[a] = (gint32) x;
                  pick[b] = (gint32) y;
                  would = would
                          || (own[1] > own[0] && own[3] > own[2]
                              && hs_instance_check (instance, pick, NULL, NULL, NULL));
                }
            if (would)
              {
                g_assert_cmpuint (found, <, swaps->len);
                g_assert_cmpuint (g_array_index (swaps, HsMatchSwap, found).one, ==, a);
                found++;
              }
          }
      g_assert_cmpuint (found, ==, swaps->len);
      region_free (store);
    }
}

static void
test_nothing (void)
{
  HsStore *store = region_make (0, 1, 0);
  g_autoptr (HsMatchPlan) plan = make_plan (store, 100);

  g_assert_cmpuint (plan->solution->matched, ==, 0);
  g_assert_cmpint (plan->solution->bound, ==, 0);
  region_free (store);
}

static void
test_weights (void)
{
  HsMatchWeights weights = hs_match_weights_default ();
  g_autoptr (GError) error = NULL;
  static const char *const bad[] = { "",
                                     "[]",
                                     "{\"wish\":-1}",
                                     "{\"wish\":1.5}",
                                     "{\"wens\":1}",
                                     "{\"wish\":1",
                                     "{\"wish\":1,\"wish\":2}" };

  g_assert_true (hs_match_weights_read (&weights, "{\"wish\":7}", &error));
  g_assert_no_error (error);
  g_assert_cmpint (weights.points[HS_WEIGHT_WISH], ==, 7);
  g_assert_cmpint (weights.points[HS_WEIGHT_PLACE], ==, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) problem = NULL;

      g_assert_false (hs_match_weights_read (&weights, bad[i], &problem));
      g_assert_error (problem, HS_ERROR, HS_ERROR_FORMAT);
      g_assert_cmpint (weights.points[HS_WEIGHT_WISH], ==, 7);
    }
}

int
main (int argc, char **argv)
{
  hs_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/no-rule-broken", test_no_rule_broken);
  g_test_add_func ("/match/no-rule-broken-when-harder", test_no_rule_broken_when_harder);
  g_test_add_func ("/match/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/match/fixed-stays", test_fixed_stays);
  g_test_add_func ("/match/refused-is-respected", test_refused_is_respected);
  g_test_add_func ("/match/conflict", test_conflict);
  g_test_add_func ("/match/why-not", test_why_not);
  g_test_add_func ("/match/swaps", test_swaps);
  g_test_add_func ("/match/nothing", test_nothing);
  g_test_add_func ("/match/weights", test_weights);
  return g_test_run ();
}
