/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain: why this place, why not that one. */

#include "hs-cli-match.h"
#include "hs-error.h"

#include <glib/gi18n.h>

static gint64
newest_proposal (HsCli *self, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PROPOSAL);
  g_autoptr (GPtrArray) found = NULL;

  if (hs_cli_option (self, "proposal") != NULL)
    return hs_cli_id_of_kind (self, HS_KIND_PROPOSAL, hs_cli_option (self, "proposal"), error);
  hs_query_order (query, HS_PROPOSAL_MADE_AT, TRUE);
  hs_query_window (query, 0, 1);
  found = hs_store_find (hs_cli_store (self), query, error);
  return found != NULL && found->len > 0 ? hs_record_id (found->pdata[0]) : 0;
}

static void
say_offer (HsCliTable *table, json_t *array, const HsMatchPlan *plan, const HsMatchOffer *offer,
           const HsMatchOption *has)
{
  const HsMatchWorld *world = plan->world;
  gboolean fits = offer->rule == HS_N_MATCH_RULES;
  g_auto (GStrv) reasons = fits ? hs_match_reasons (world, &plan->weights, &offer->option) : NULL;
  g_autofree char *why = fits ? g_strjoinv (" ", reasons)
                              : hs_match_rule_sentence (world, offer->rule, offer->option.student,
                                                        offer->option.vacancy);
  gboolean chosen = has != NULL && has->vacancy == offer->option.vacancy;
  json_t *object = fits ? hs_cli_match_option_json (world, &offer->option) : json_object ();

  hs_cli_json_text (object, "vacancy",
                    hs_record_uid (hs_match_vacancy (world, offer->option.vacancy)->record));
  json_object_set_new (object, "fits", json_boolean (fits));
  json_object_set_new (object, "full", json_boolean (offer->full));
  json_object_set_new (object, "chosen", json_boolean (chosen));
  if (!fits)
    hs_cli_json_text (object, "rule", hs_match_rule_name (offer->rule));
  hs_cli_json_text (object, "why", why);
  json_array_append_new (array, object);
  hs_cli_table_cell_take (table, hs_cli_match_place (world, offer->option.vacancy));
  hs_cli_table_cell_take (table,
                          fits ? g_strdup_printf ("%d", offer->option.value) : g_strdup (""));
  hs_cli_table_cell (table, chosen        ? _ ("has this place")
                            : !fits       ? _ ("does not fit")
                            : offer->full ? _ ("taken")
                                          : _ ("free"));
  hs_cli_table_cell (table, why);
}

static HsCliStatus
explain_student (HsCli *self, const HsMatchPlan *plan, guint32 student)
{
  g_autoptr (GArray) offers = hs_match_offers (plan, student, 8);
  HsCliTable *table = hs_cli_table_new ();
  json_t *array = json_array ();

  hs_cli_table_column (table, _ ("Place"), HS_CLI_LEFT, 30);
  hs_cli_table_column (table, _ ("Points"), HS_CLI_RIGHT, 0);
  hs_cli_table_column (table, _ ("Room"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Why"), HS_CLI_LEFT, 0);
  for (guint i = 0; i < offers->len; i++)
    say_offer (table, array, plan, &g_array_index (offers, HsMatchOffer, i),
               hs_match_plan_option (plan, student));
  json_object_set_new (hs_cli_json (self), "places", array);
  hs_cli_say_table (self, table);
  if (hs_match_plan_option (plan, student) == NULL)
    {
      g_autofree char *why = hs_match_why_unplaced (plan, student);

      hs_cli_say (self, "%s", why);
      hs_cli_json_text (hs_cli_json (self), "why", why);
    }
  return HS_CLI_DONE;
}

static HsCliStatus
explain_pair (HsCli *self, const HsMatchPlan *plan, guint32 student, guint32 vacancy,
              GError **error)
{
  gint64 seconds;
  g_autoptr (HsMatchWhy) why = NULL;
  json_t *json = hs_cli_json (self);
  json_t *sentences = json_array ();

  if (!hs_cli_option_int (self, "time", 0, 3600, 2, &seconds, error))
    return HS_CLI_WRONG_USE;
  why = hs_match_why (plan, student, vacancy, (double) seconds, NULL, error);
  if (why == NULL)
    return HS_CLI_COULD_NOT;
  for (guint i = 0; why->sentences[i] != NULL; i++)
    {
      hs_cli_say (self, "%s", why->sentences[i]);
      json_array_append_new (sentences, json_string (why->sentences[i]));
    }
  json_object_set_new (json, "fits", json_boolean (why->rule == HS_N_MATCH_RULES));
  json_object_set_new (json, "has", json_boolean (why->has));
  if (why->rule != HS_N_MATCH_RULES)
    hs_cli_json_text (json, "rule", hs_match_rule_name (why->rule));
  if (why->forced)
    {
      json_object_set_new (json, "cost", json_integer (why->cost));
      json_object_set_new (json, "moves", json_integer (why->moves->len));
    }
  json_object_set_new (json, "sentences", sentences);
  return HS_CLI_DONE;
}

static guint32
number_of (HsCli *self, const HsMatchPlan *plan, HsKindId kind, guint argument, GError **error)
{
  gint64 id = hs_cli_id_of_kind (self, kind, hs_cli_argument (self, argument), error);
  guint32 number = id != 0 ? hs_match_world_number (plan->world, kind, id) : HS_NOBODY;

  if (id != 0 && number == HS_NOBODY)
    {
      g_autofree char *name = hs_cli_name (self, kind, id);

      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
                   _ ("%s does not look for a place: there is an agreement in that period, or no "
                      "period on the enrolment"),
                   name);
    }
  return number;
}

static HsCliStatus
explain (HsCli *self, GError **error)
{
  gint64 proposal = newest_proposal (self, error);
  g_autoptr (HsMatchPlan) plan = NULL;
  guint32 student, vacancy;

  if (proposal == 0 && *error != NULL)
    return HS_CLI_COULD_NOT;
  plan = hs_match_plan_open (hs_cli_store (self), proposal, NULL, error);
  student = plan != NULL ? number_of (self, plan, HS_KIND_STUDENT, 0, error) : HS_NOBODY;
  if (student == HS_NOBODY)
    return g_error_matches (*error, HS_ERROR, HS_ERROR_REFUSED) ? HS_CLI_FINDING : HS_CLI_COULD_NOT;
  if (hs_cli_n_arguments (self) < 2)
    return explain_student (self, plan, student);
  vacancy = number_of (self, plan, HS_KIND_VACANCY, 1, error);
  return vacancy != HS_NOBODY ? explain_pair (self, plan, student, vacancy, error)
                              : HS_CLI_COULD_NOT;
}

static const HsCliOption explain_options[] = {
  { "proposal", N_ ("PROPOSAL"), FALSE, N_ ("Which proposal; the newest by default") },
  { "time", N_ ("SECONDS"), FALSE, N_ ("How long to look what forcing the place would cost") },
  { NULL },
};

const HsCliCommand hs_cli_explain_commands[] = {
  { .path = "explain",
    .arguments = N_ ("STUDENT [VACANCY]"),
    .least = 1,
    .most = 2,
    .use = HS_CLI_READS,
    .options = explain_options,
    .summary = N_ ("Says why a student has this place, and not that one"),
    .help =
        N_ ("With a student: the places that fit, best first, and what is in the way of others. "
            "With a vacancy as well: the rule that forbids it, or what it would cost."),
    .json = "{places: [{vacancy, fits, full, chosen, value?, rule?, why}], why?}\nwith a vacancy: "
            "{fits, has, rule?, cost?, moves?, sentences}",
    .example = "handslag-cli explain st-7k3m9q\nhandslag-cli explain st-7k3m9q va-2x8p4d",
    .run = explain },
  { NULL },
};
