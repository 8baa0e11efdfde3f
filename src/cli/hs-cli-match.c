/* SPDX-License-Identifier: GPL-3.0-or-later */
/* match, explain, proposal: who goes where, and why. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-cli-record.h"
#include "hs-error.h"
#include "hs-match-accept.h"
#include "hs-match-explain.h"
#include "hs-permission.h"

#include <glib/gi18n.h>

/* ---- the request ---- */

static gboolean
read_weights (HsCli *self, HsMatchWeights *weights, GError **error)
{
  const char *path = hs_cli_option (self, "weights");
  g_autofree char *text = NULL;

  if (path == NULL)
    return TRUE;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  if (hs_match_weights_read (weights, text, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

static gboolean
read_request (HsCli *self, HsMatchRequest *request, GError **error)
{
  gint64 seconds, moves, seed, threads;

  *request = hs_match_request_default ();
  if (!hs_cli_option_int (self, "time", 1, 86400, 20, &seconds, error)
      || !hs_cli_option_int (self, "moves", 1, G_MAXINT64 / 2, 0, &moves, error)
      || !hs_cli_option_int (self, "seed", 0, G_MAXINT64, 1, &seed, error)
      || !hs_cli_option_int (self, "threads", 1, 256, request->threads, &threads, error)
      || !read_weights (self, &request->weights, error))
    return FALSE;
  request->seconds = (double) seconds;
  request->moves = (guint64) moves;
  request->seed = (guint64) seed;
  request->threads = (guint) threads;
  request->keep = hs_cli_id_of_kind (self, HS_KIND_PROPOSAL, hs_cli_option (self, "keep"), error);
  return request->keep != 0 || hs_cli_option (self, "keep") == NULL;
}

/* Removes the pair that was fixed for the student before. */
static gboolean
unfix (HsCli *self, gint64 student, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_FIXED_PAIR);
  g_autoptr (GPtrArray) pairs = NULL;

  hs_query_where_int (query, HS_FIXED_PAIR_STUDENT, HS_OP_EQUAL, student);
  pairs = hs_store_find (hs_cli_store (self), query, error);
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    if (!hs_store_remove (hs_cli_store (self), pairs->pdata[i], error))
      return FALSE;
  return pairs != NULL;
}

/* --fix STUDENT=VACANCY: a fixed pair that stays in the file. */
static gboolean
fix_pair (HsCli *self, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  g_autoptr (HsRecord) pair = hs_record_new (HS_KIND_FIXED_PAIR);
  gint64 student, vacancy;

  if (equals == NULL)
    {
      hs_cli_wrong_use (error, _ ("--fix wants STUDENT=VACANCY, not “%s”"), text);
      return FALSE;
    }
  student = hs_cli_id_of_kind (self, HS_KIND_STUDENT, name, error);
  vacancy = student != 0 ? hs_cli_id_of_kind (self, HS_KIND_VACANCY, equals + 1, error) : 0;
  if (vacancy == 0 || !unfix (self, student, error))
    return FALSE;
  hs_record_set_int (pair, HS_FIXED_PAIR_STUDENT, student);
  hs_record_set_int (pair, HS_FIXED_PAIR_VACANCY, vacancy);
  return hs_store_save (hs_cli_store (self), pair, error);
}

static gboolean
fix_pairs (HsCli *self, GError **error)
{
  const GPtrArray *pairs = hs_cli_option_values (self, "fix");

  if (pairs->len == 0)
    return TRUE;
  if (!hs_cli_begin (self, "fix", error))
    return FALSE;
  for (guint i = 0; i < pairs->len; i++)
    if (!fix_pair (self, pairs->pdata[i], error))
      {
        hs_store_rollback (hs_cli_store (self));
        return FALSE;
      }
  return hs_store_commit (hs_cli_store (self), error);
}

/* ---- saying what came of it ---- */

static char *
place_name (const HsMatchWorld *world, guint32 vacancy)
{
  guint32 location = hs_match_vacancy (world, vacancy)->location;

  return hs_record_title (location != HS_NOBODY ? hs_match_location (world, location)->record
                                                : hs_match_vacancy (world, vacancy)->record);
}

static char *
title_of (const HsRecord *record)
{
  return record != NULL ? hs_record_title (record) : g_strdup ("");
}

static json_t *
option_json (const HsMatchWorld *world, const HsMatchOption *option)
{
  json_t *object = json_object ();

  hs_cli_json_text (object, "vacancy",
                    hs_record_uid (hs_match_vacancy (world, option->vacancy)->record));
  hs_cli_json_text (object, "supervisor",
                    hs_record_uid (hs_match_person (world, option->supervisor)->record));
  if (option->digicoach != HS_NOBODY)
    hs_cli_json_text (object, "digicoach",
                      hs_record_uid (hs_match_person (world, option->digicoach)->record));
  if (option->item != HS_NOBODY)
    hs_cli_json_text (object, "item", hs_record_uid (hs_match_item (world, option->item)->record));
  json_object_set_new (object, "value", json_integer (option->value));
  if (hs_match_wish_rank (world, option) > 0)
    json_object_set_new (object, "wish", json_integer (hs_match_wish_rank (world, option)));
  return object;
}

static void
say_row (HsCliTable *table, json_t *placed, const HsMatchPlan *plan, guint32 number)
{
  const HsMatchWorld *world = plan->world;
  const HsMatchOption *option = hs_match_plan_option (plan, number);
  const HsMatchStudent *student = hs_match_student (world, number);
  json_t *object = option_json (world, option);

  hs_cli_json_text (object, "student", hs_record_uid (student->record));
  json_array_append_new (placed, object);
  hs_cli_table_cell_take (table, title_of (student->record));
  hs_cli_table_cell_take (table, place_name (world, option->vacancy));
  hs_cli_table_cell_take (table, title_of (hs_match_person (world, option->supervisor)->record));
  hs_cli_table_cell_take (
      table, option->item != HS_NOBODY ? hs_match_item_name (world, option->item) : g_strdup (""));
}

static void
say_placed (HsCli *self, const HsMatchPlan *plan)
{
  HsCliTable *table = hs_cli_table_new ();
  json_t *placed = json_array ();

  hs_cli_table_column (table, _ ("Student"), HS_CLI_LEFT, 30);
  hs_cli_table_column (table, _ ("Place"), HS_CLI_LEFT, 30);
  hs_cli_table_column (table, _ ("Supervisor"), HS_CLI_LEFT, 24);
  hs_cli_table_column (table, _ ("Technology"), HS_CLI_LEFT, 24);
  for (guint32 i = 0; i < plan->world->students->len; i++)
    if (hs_match_plan_option (plan, i) != NULL)
      say_row (table, placed, plan, i);
  json_object_set_new (hs_cli_json (self), "placed", placed);
  hs_cli_say_table (self, table);
}

static void
say_unplaced (HsCli *self, const HsMatchPlan *plan)
{
  json_t *array = json_array ();
  gboolean first = TRUE;

  for (guint32 i = 0; i < plan->world->students->len; i++)
    {
      const HsRecord *student = hs_match_student (plan->world, i)->record;
      g_autofree char *name = title_of (student);
      g_autofree char *why = NULL;
      json_t *object;

      if (hs_match_plan_option (plan, i) != NULL)
        continue;
      why = hs_match_why_unplaced (plan, i);
      if (first)
        hs_cli_say_heading (self, _ ("Without a place"));
      first = FALSE;
      hs_cli_say (self, "%s: %s", name, why);
      object = json_object ();
      hs_cli_json_text (object, "student", hs_record_uid (student));
      hs_cli_json_text (object, "why", why);
      json_array_append_new (array, object);
    }
  json_object_set_new (hs_cli_json (self), "unplaced", array);
}

static void
say_scarce (HsCli *self, const HsMatchPlan *plan)
{
  g_autoptr (GPtrArray) scarce = hs_match_bottlenecks (plan, 10);
  json_t *array = json_array ();

  if (scarce->len > 0)
    hs_cli_say_heading (self, _ ("Scarce"));
  for (guint i = 0; i < scarce->len; i++)
    {
      const HsMatchBottleneck *bottleneck = scarce->pdata[i];
      json_t *object = json_object ();

      hs_cli_say (self, _ ("%s. One more brings about %.0f points."), bottleneck->sentence,
                  bottleneck->price);
      hs_cli_json_text (object, "what", bottleneck->sentence);
      json_object_set_new (object, "points", json_real (bottleneck->price));
      json_array_append_new (array, object);
    }
  json_object_set_new (hs_cli_json (self), "scarce", array);
}

static void
say_swaps (HsCli *self, const HsMatchPlan *plan)
{
  g_autoptr (GArray) swaps = hs_match_swaps (plan);
  json_t *array = json_array ();

  if (swaps->len > 0)
    hs_cli_say_heading (self, _ ("Would rather swap"));
  for (guint i = 0; i < swaps->len; i++)
    {
      const HsMatchSwap *swap = &g_array_index (swaps, HsMatchSwap, i);
      const HsRecord *one = hs_match_student (plan->world, swap->one)->record;
      const HsRecord *other = hs_match_student (plan->world, swap->other)->record;
      g_autofree char *name = title_of (one);
      g_autofree char *name_other = title_of (other);

      if (i < 10)
        hs_cli_say (self, _ ("%s and %s"), name, name_other);
      json_array_append_new (array, json_pack ("[ss]", hs_record_uid (one), hs_record_uid (other)));
    }
  json_object_set_new (hs_cli_json (self), "swaps", array);
}

static void
say_totals (HsCli *self, const HsMatchPlan *plan)
{
  json_t *json = hs_cli_json (self);
  const HsSolution *solution = plan->solution;
  double gap = hs_match_plan_gap (plan);
  g_autofree char *percent = g_strdup_printf ("%.2f", gap * 100);

  hs_cli_say_heading (self, _ ("Proposal"));
  hs_cli_say (self, _ ("%u of %u students have a place."), solution->matched,
              plan->world->students->len);
  if (gap == 0)
    hs_cli_say (self, _ ("It cannot be better."));
  else
    hs_cli_say (self, _ ("It can be at most %s %% better."), g_strdelimit (percent, ".", ','));
  json_object_set_new (json, "students", json_integer (plan->world->students->len));
  json_object_set_new (json, "matched", json_integer (solution->matched));
  json_object_set_new (json, "objective", json_integer (solution->objective));
  json_object_set_new (json, "bound", json_integer (solution->bound));
  json_object_set_new (json, "gap", json_real (gap));
  json_object_set_new (json, "seconds", json_real (solution->seconds));
}

static void
say_impossible (HsCli *self, const HsMatchPlan *plan)
{
  json_t *array = json_array ();

  for (guint i = 0; i < plan->impossible->len; i++)
    {
      guint32 number = g_array_index (plan->impossible, guint32, i);
      const HsMatchStudent *student = hs_match_student (plan->world, number);
      g_autofree char *name = title_of (student->record);
      guint32 vacancy = hs_match_world_number (
          plan->world, HS_KIND_VACANCY, hs_record_int (student->fixed, HS_FIXED_PAIR_VACANCY));
      HsMatchRule rule = vacancy != HS_NOBODY
                             ? hs_match_first_failing (plan->world, number, vacancy)
                             : HS_N_MATCH_RULES;
      g_autofree char *why = rule != HS_N_MATCH_RULES
                                 ? hs_match_rule_sentence (plan->world, rule, number, vacancy)
                                 : g_strdup (_ ("There is no room beside the other fixed pairs."));

      hs_cli_say (self, _ ("The fixed pair of %s cannot be: %s"), name, why);
      json_array_append_new (array, json_string (hs_record_uid (student->record)));
    }
  json_object_set_new (hs_cli_json (self), "impossible", array);
}

/* --report FILE: the JSON document of the run. */
static gboolean
write_report (HsCli *self, GError **error)
{
  const char *path = hs_cli_option (self, "report");
  char *text;
  gboolean written;

  if (path == NULL)
    return TRUE;
  text = json_dumps (hs_cli_json (self), JSON_INDENT (2) | JSON_SORT_KEYS);
  written = g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
  free (text);
  return written;
}

/* ---- taking over ---- */

static void
say_conflicts (HsCli *self, GPtrArray *conflicts)
{
  json_t *array = json_array ();

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      const HsMatchConflict *conflict = conflicts->pdata[i];
      g_autofree char *name = hs_cli_name (self, HS_KIND_STUDENT, conflict->student);
      g_autofree char *uid =
          hs_store_uid (hs_cli_store (self), HS_KIND_PROPOSAL_ROW, conflict->row);

      hs_cli_say (self, "%s: %s", name, conflict->sentence);
      json_array_append_new (array, json_pack ("{ssss}", "row", uid, "why", conflict->sentence));
    }
  json_object_set_new (hs_cli_json (self), "conflicts", array);
}

static HsCliStatus
accept (HsCli *self, gint64 proposal, const gint64 *rows, gsize n_rows, GError **error)
{
  const HsActor *actor = hs_cli_need_actor (self, error);
  g_autoptr (GPtrArray) conflicts = NULL;
  guint made = 0;
  gboolean done;

  if (actor == NULL)
    return HS_CLI_WRONG_USE;
  if (!hs_cli_begin (self, "accept", error))
    return HS_CLI_COULD_NOT;
  done = hs_match_accept (hs_cli_store (self), actor, proposal, rows, n_rows,
                          hs_cli_has (self, "skip"), HS_AGREEMENT_STATE_DRAFT, &conflicts, &made,
                          NULL, error);
  say_conflicts (self, conflicts);
  if (!done)
    {
      gboolean refused = g_error_matches (*error, HS_ERROR, HS_ERROR_REFUSED);

      hs_store_rollback (hs_cli_store (self));
      return refused ? HS_CLI_FINDING : HS_CLI_COULD_NOT;
    }
  if (!hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, ngettext ("%u agreement was made.", "%u agreements were made.", made), made);
  json_object_set_new (hs_cli_json (self), "made", json_integer (made));
  return conflicts->len > 0 ? HS_CLI_FINDING : HS_CLI_DONE;
}

static HsCliStatus
match (HsCli *self, GError **error)
{
  HsStore *store = hs_cli_store (self);
  HsMatchRequest request;
  g_autoptr (HsMatchPlan) plan = NULL;
  g_autofree char *uid = NULL;
  gint64 proposal;

  if (hs_cli_has (self, "accept") && hs_cli_need_actor (self, error) == NULL)
    return HS_CLI_WRONG_USE;
  if (!read_request (self, &request, error) || !fix_pairs (self, error))
    return HS_CLI_COULD_NOT;
  plan = hs_match_plan_new (store, &request, NULL, error);
  if (plan == NULL || !hs_cli_begin (self, "match", error))
    return HS_CLI_COULD_NOT;
  proposal = hs_match_plan_save (
      plan, store, hs_cli_has (self, "title") ? hs_cli_option (self, "title") : _ ("Proposal"),
      error);
  if (proposal == 0 || !hs_store_commit (store, error))
    return HS_CLI_COULD_NOT;
  uid = hs_store_uid (store, HS_KIND_PROPOSAL, proposal);
  hs_cli_json_text (hs_cli_json (self), "proposal", uid);
  say_placed (self, plan);
  say_unplaced (self, plan);
  say_impossible (self, plan);
  say_scarce (self, plan);
  say_swaps (self, plan);
  say_totals (self, plan);
  hs_cli_say (self, _ ("Saved as %s."), uid);
  if (!write_report (self, error))
    return HS_CLI_COULD_NOT;
  return hs_cli_has (self, "accept") ? accept (self, proposal, NULL, 0, error) : HS_CLI_DONE;
}

/* ---- explain ---- */

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
  json_t *object = fits ? option_json (world, &offer->option) : json_object ();

  hs_cli_json_text (object, "vacancy",
                    hs_record_uid (hs_match_vacancy (world, offer->option.vacancy)->record));
  json_object_set_new (object, "fits", json_boolean (fits));
  json_object_set_new (object, "full", json_boolean (offer->full));
  json_object_set_new (object, "chosen", json_boolean (chosen));
  if (!fits)
    hs_cli_json_text (object, "rule", hs_match_rule_name (offer->rule));
  hs_cli_json_text (object, "why", why);
  json_array_append_new (array, object);
  hs_cli_table_cell_take (table, place_name (world, offer->option.vacancy));
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

/* ---- proposal accept, refuse ---- */

static HsCliStatus
accept_proposal (HsCli *self, GError **error)
{
  gint64 proposal = hs_cli_id_of_kind (self, HS_KIND_PROPOSAL, hs_cli_argument (self, 0), error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  const GPtrArray *chosen = hs_cli_option_values (self, "row");

  if (proposal == 0)
    return HS_CLI_COULD_NOT;
  for (guint i = 0; i < chosen->len; i++)
    {
      gint64 row = hs_cli_id_of_kind (self, HS_KIND_PROPOSAL_ROW, chosen->pdata[i], error);

      if (row == 0)
        return HS_CLI_COULD_NOT;
      g_array_append_val (rows, row);
    }
  return accept (self, proposal, rows->len > 0 ? (const gint64 *) rows->data : NULL, rows->len,
                 error);
}

static HsCliStatus
refuse_row (HsCli *self, GError **error)
{
  gint64 row = hs_cli_id_of_kind (self, HS_KIND_PROPOSAL_ROW, hs_cli_argument (self, 0), error);

  if (row == 0 || !hs_cli_begin (self, "refuse", error))
    return HS_CLI_COULD_NOT;
  if (!hs_match_refuse (hs_cli_store (self), row, hs_cli_option (self, "reason"), error))
    {
      hs_store_rollback (hs_cli_store (self));
      return HS_CLI_FINDING;
    }
  if (!hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, _ ("Refused. The next proposal will not give this place again."));
  return HS_CLI_DONE;
}

static const HsCliOption match_options[] = {
  { "time", N_ ("SECONDS"), FALSE, N_ ("How long to look for a better proposal; 20 by default") },
  { "moves", N_ ("NUMBER"), FALSE,
    N_ ("Stop after so many steps: the answer is then always the same") },
  { "seed", N_ ("NUMBER"), FALSE, N_ ("Start of the random numbers; 1 by default") },
  { "threads", N_ ("NUMBER"), FALSE, N_ ("How many searches go on side by side") },
  { "fix", N_ ("STUDENT=VACANCY"), TRUE, N_ ("Fix a student at a vacancy; it stays in the file") },
  { "keep", N_ ("PROPOSAL"), FALSE, N_ ("Stay close to an earlier proposal") },
  { "weights", N_ ("FILE"), FALSE, N_ ("What counts, as a JSON file") },
  { "title", N_ ("TEXT"), FALSE, N_ ("Name of the proposal") },
  { "report", N_ ("FILE"), FALSE, N_ ("Write the proposal as JSON to this file") },
  { "accept", NULL, FALSE, N_ ("Make draft agreements of all placements at once") },
  { "skip", NULL, FALSE, N_ ("Leave out what does not fit any more, and take over the rest") },
  { NULL },
};

static const HsCliOption explain_options[] = {
  { "proposal", N_ ("PROPOSAL"), FALSE, N_ ("Which proposal; the newest by default") },
  { "time", N_ ("SECONDS"), FALSE, N_ ("How long to look what forcing the place would cost") },
  { NULL },
};

static const HsCliOption accept_options[] = {
  { "row", N_ ("ROW"), TRUE, N_ ("Only this placement") },
  { "skip", NULL, FALSE, N_ ("Leave out what does not fit any more, and take over the rest") },
  { NULL },
};

static const HsCliOption refuse_options[] = {
  { "reason", N_ ("TEXT"), FALSE, N_ ("Why it is refused") },
  { NULL },
};

const HsCliCommand hs_cli_match_commands[] = {
  { .path = "match",
    .use = HS_CLI_WRITES,
    .options = match_options,
    .summary = N_ ("Makes a proposal: a place for every student"),
    .help = N_ ("Gives the students who look for a place a vacancy, a supervisor, a digicoach and, "
                "where it is wanted, technology. No rule is ever broken. Says who has no place and "
                "why, what is scarce, and how much better it could be at most."),
    .json = "{proposal, students, matched, objective, bound, gap, seconds, placed: [{student, "
            "vacancy, supervisor, digicoach?, item?, value, wish?}], unplaced: [{student, why}], "
            "impossible: [student], scarce: [{what, points}], swaps: [[student, student]], made?, "
            "conflicts?: [{row, why}]}",
    .example =
        "handslag-cli match --time 30\nhandslag-cli match --fix st-7k3m9q=va-2x8p4d --accept "
        "--as pe-5d2k8w",
    .run = match },
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
  { .path = "proposal accept",
    .arguments = N_ ("PROPOSAL"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = accept_options,
    .summary = N_ ("Makes draft agreements of a proposal"),
    .help =
        N_ ("All in one go, with the reservations. When something changed meanwhile it says what, "
            "and nothing is done."),
    .json = "{made, conflicts: [{row, why}]}",
    .example = "handslag-cli proposal accept ro-3f8k2p --as pe-5d2k8w",
    .run = accept_proposal },
  { .path = "proposal refuse",
    .arguments = N_ ("ROW"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = refuse_options,
    .summary = N_ ("Refuses one placement of a proposal"),
    .help = N_ ("The next proposal does not give this student this place again."),
    .example = "handslag-cli proposal refuse rr-9w2m5x --reason \"Te druk op de afdeling\"",
    .run = refuse_row },
  { NULL },
};
