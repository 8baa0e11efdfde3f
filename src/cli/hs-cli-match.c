/* SPDX-License-Identifier: GPL-3.0-or-later */
/* match: a place for every student. */

#include "hs-cli-dossier.h"
#include "hs-cli-interrupt.h"
#include "hs-cli-match.h"
#include "hs-error.h"
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

/* ---- the command ---- */

/* Makes the plan; when it is stopped while it searches it is the best until then. */
static HsMatchPlan *
make_plan (HsCli *self, const HsMatchRequest *request, gboolean *stopped, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HsCliInterrupt) interrupt = hs_cli_interrupt_new (cancellable);
  HsMatchPlan *plan = hs_match_plan_new (hs_cli_store (self), request, cancellable, error);

  *stopped = g_cancellable_is_cancelled (cancellable);
  return plan;
}

static HsCliStatus
match (HsCli *self, GError **error)
{
  HsStore *store = hs_cli_store (self);
  HsMatchRequest request;
  g_autoptr (HsMatchPlan) plan = NULL;
  g_autofree char *uid = NULL;
  gboolean stopped = FALSE;
  gint64 proposal;

  if (hs_cli_has (self, "accept") && hs_cli_need_actor (self, error) == NULL)
    return HS_CLI_WRONG_USE;
  if (!hs_permission_match (hs_cli_actor (self), error))
    return HS_CLI_FINDING;
  if (!read_request (self, &request, error) || !fix_pairs (self, error))
    return HS_CLI_COULD_NOT;
  plan = make_plan (self, &request, &stopped, error);
  if (plan == NULL || !hs_cli_begin (self, "match", error))
    return HS_CLI_COULD_NOT;
  proposal = hs_match_plan_save (
      plan, store, hs_cli_has (self, "title") ? hs_cli_option (self, "title") : _ ("Proposal"),
      error);
  if (proposal == 0 || !hs_store_commit (store, error))
    return HS_CLI_COULD_NOT;
  uid = hs_store_uid (store, HS_KIND_PROPOSAL, proposal);
  hs_cli_json_text (hs_cli_json (self), "proposal", uid);
  hs_cli_match_say (self, plan);
  hs_cli_say (self, _ ("Saved as %s."), uid);
  json_object_set_new (hs_cli_json (self), "stopped", json_boolean (stopped));
  if (stopped)
    hs_cli_say (self, _ ("It was stopped: this is the best that was found until then."));
  if (!write_report (self, error))
    return HS_CLI_COULD_NOT;
  if (stopped && hs_cli_has (self, "accept"))
    {
      hs_cli_say (self, _ ("No agreements were made."));
      return HS_CLI_FINDING;
    }
  return hs_cli_has (self, "accept") ? hs_cli_match_accept (self, proposal, NULL, 0, error)
                                     : HS_CLI_DONE;
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

const HsCliCommand hs_cli_match_commands[] = {
  { .path = "match",
    .use = HS_CLI_WRITES,
    .options = match_options,
    .summary = N_ ("Makes a proposal: a place for every student"),
    .help = N_ ("Gives the students who look for a place a vacancy, a supervisor, a digicoach and, "
                "where it is wanted, technology. No rule is ever broken. Says who has no place and "
                "why, what is scarce, and how much better it could be at most."),
    .json =
        "{proposal, students, matched, objective, bound, gap, seconds, stopped, placed: [{student, "
        "vacancy, supervisor, digicoach?, item?, value, wish?}], unplaced: [{student, why}], "
        "impossible: [student], scarce: [{what, points, gain}], swaps: [[student, student]], "
        "made?, "
        "conflicts?: [{row, why}]}",
    .example =
        "handslag-cli match --time 30\nhandslag-cli match --fix st-7k3m9q=va-2x8p4d --accept "
        "--as pe-5d2k8w",
    .run = match },
  { NULL },
};
