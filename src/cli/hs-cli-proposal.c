/* SPDX-License-Identifier: GPL-3.0-or-later */
/* proposal accept, refuse, compare. */

#include "hs-cli-dossier.h"
#include "hs-cli-match.h"
#include "hs-error.h"
#include "hs-match-accept.h"
#include "hs-match-compare.h"
#include "hs-permission.h"

#include <glib/gi18n.h>
#include <string.h>

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

HsCliStatus
hs_cli_match_accept (HsCli *self, gint64 proposal, const gint64 *rows, gsize n_rows, GError **error)
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
  return hs_cli_match_accept (self, proposal, rows->len > 0 ? (const gint64 *) rows->data : NULL,
                              rows->len, error);
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

/* ---- compare ---- */

static char *
number_text (HsMatchMeasure measure, gint64 number)
{
  if (number < 0)
    return g_strdup ("");
  if (measure == HS_MATCH_DISTANCE)
    return g_strdup_printf ("%d,%d", (int) (number / 10), (int) (number % 10));
  return hs_cli_number (number);
}

static void
say_measures (HsCli *self, const HsMatchComparison *comparison)
{
  HsCliTable *table = hs_cli_table_new ();
  json_t *one = json_object (), *other = json_object ();

  hs_cli_table_column (table, "", HS_CLI_LEFT, 0);
  hs_cli_table_column (table, hs_cli_argument (self, 0), HS_CLI_RIGHT, 0);
  hs_cli_table_column (table, hs_cli_argument (self, 1), HS_CLI_RIGHT, 0);
  for (guint i = 0; i < HS_N_MATCH_MEASURES; i++)
    {
      hs_cli_table_cell (table, hs_match_measure_label (i));
      for (guint k = 0; k < 2; k++)
        {
          gint64 number = comparison->numbers[k][i];

          hs_cli_table_cell_take (table, number_text (i, number));
          json_object_set_new (k == 0 ? one : other, hs_match_measure_name (i),
                               number < 0               ? json_null ()
                               : i == HS_MATCH_DISTANCE ? json_integer (number * 100)
                                                        : json_integer (number));
        }
    }
  hs_cli_say_table (self, table);
  json_object_set_new (hs_cli_json (self), "before", one);
  json_object_set_new (hs_cli_json (self), "after", other);
}

/* The location of a vacancy; with @full the name of the vacancy as well. (transfer full) */
static char *
vacancy_name (HsCli *self, gint64 vacancy, gboolean full)
{
  g_autoptr (HsRecord) record =
      vacancy != 0 ? hs_store_get (hs_cli_store (self), HS_KIND_VACANCY, vacancy, NULL) : NULL;
  g_autofree char *location = NULL;
  g_autofree char *title = NULL;

  if (record == NULL)
    return g_strdup (_ ("no place"));
  location = hs_cli_value (self, record, HS_VACANCY_LOCATION);
  if (!full)
    return g_steal_pointer (&location);
  title = hs_record_title (record);
  return g_strdup_printf ("%s, %s", location, title);
}

/* Both places of a change, told apart when they are at one location. */
static void
say_places (HsCli *self, HsCliTable *table, const HsMatchChange *change)
{
  g_autofree char *from = vacancy_name (self, change->from, FALSE);
  g_autofree char *to = vacancy_name (self, change->to, FALSE);
  gboolean same = strcmp (from, to) == 0;

  hs_cli_table_cell_take (table, vacancy_name (self, change->from, same));
  hs_cli_table_cell_take (table, vacancy_name (self, change->to, same));
}

static json_t *
uid_json (HsCli *self, HsKindId kind, gint64 id)
{
  g_autofree char *uid = id != 0 ? hs_store_uid (hs_cli_store (self), kind, id) : NULL;

  return uid != NULL ? json_string (uid) : json_null ();
}

static void
say_changes (HsCli *self, const HsMatchComparison *comparison)
{
  HsCliTable *table = hs_cli_table_new ();
  json_t *array = json_array ();

  hs_cli_table_column (table, _ ("Student"), HS_CLI_LEFT, 30);
  hs_cli_table_column (table, hs_cli_argument (self, 0), HS_CLI_LEFT, 40);
  hs_cli_table_column (table, hs_cli_argument (self, 1), HS_CLI_LEFT, 40);
  for (guint i = 0; i < comparison->changes->len; i++)
    {
      const HsMatchChange *change = &g_array_index (comparison->changes, HsMatchChange, i);

      hs_cli_table_cell_take (table, hs_cli_name (self, HS_KIND_STUDENT, change->student));
      say_places (self, table, change);
      json_array_append_new (array,
                             json_pack ("{s:o, s:o, s:o}", "student",
                                        uid_json (self, HS_KIND_STUDENT, change->student), "from",
                                        uid_json (self, HS_KIND_VACANCY, change->from), "to",
                                        uid_json (self, HS_KIND_VACANCY, change->to)));
    }
  json_object_set_new (hs_cli_json (self), "changes", array);
  if (comparison->changes->len > 0)
    hs_cli_say_heading (self, _ ("Who changes"));
  hs_cli_say_table (self, table);
  hs_cli_say (self,
              ngettext ("%u student has another place.", "%u students have another place.",
                        comparison->changes->len),
              comparison->changes->len);
}

static HsCliStatus
compare (HsCli *self, GError **error)
{
  gint64 one = hs_cli_id_of_kind (self, HS_KIND_PROPOSAL, hs_cli_argument (self, 0), error);
  gint64 other =
      one != 0 ? hs_cli_id_of_kind (self, HS_KIND_PROPOSAL, hs_cli_argument (self, 1), error) : 0;
  g_autoptr (HsMatchComparison) comparison = NULL;

  if (other == 0)
    return HS_CLI_COULD_NOT;
  comparison = hs_match_compare (hs_cli_store (self), one, other, error);
  if (comparison == NULL)
    return HS_CLI_COULD_NOT;
  say_measures (self, comparison);
  say_changes (self, comparison);
  return HS_CLI_DONE;
}

static const HsCliOption accept_options[] = {
  { "row", N_ ("ROW"), TRUE, N_ ("Only this placement") },
  { "skip", NULL, FALSE, N_ ("Leave out what does not fit any more, and take over the rest") },
  { NULL },
};

static const HsCliOption refuse_options[] = {
  { "reason", N_ ("TEXT"), FALSE, N_ ("Why it is refused") },
  { NULL },
};

const HsCliCommand hs_cli_proposal_commands[] = {
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
  { .path = "proposal compare",
    .arguments = N_ ("PROPOSAL PROPOSAL"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_READS,
    .summary = N_ ("Holds two proposals against each other"),
    .help = N_ ("How many students have a place, whose first wish came true, how far they travel, "
                "what technology is used, how busy supervisors are, and who changes."),
    .json = "{before: {placed, first_wish, any_wish, distance_m, far, technology, cupboard, "
            "supervisors, busiest, hosts}, after: {…}, changes: [{student, from, to}]}",
    .example = "handslag-cli proposal compare ro-3f8k2p ro-9w2m5x",
    .run = compare },
  { NULL },
};
