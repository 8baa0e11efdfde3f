/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a proposal says on the command line: who goes where, who has no place, what is scarce. */

#include "hs-cli-match.h"

#include <glib/gi18n.h>
#include <math.h>

char *
hs_cli_match_place (const HsMatchWorld *world, guint32 vacancy)
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

json_t *
hs_cli_match_option_json (const HsMatchWorld *world, const HsMatchOption *option)
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
  json_t *object = hs_cli_match_option_json (world, option);

  hs_cli_json_text (object, "student", hs_record_uid (student->record));
  json_array_append_new (placed, object);
  hs_cli_table_cell_take (table, title_of (student->record));
  hs_cli_table_cell_take (table, hs_cli_match_place (world, option->vacancy));
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

typedef struct
{
  const HsMatchBottleneck *bottleneck;
  gint64 gain;
} Scarce;

static int
compare_gain (gconstpointer a, gconstpointer b)
{
  const Scarce *one = a, *other = b;

  return (one->gain < other->gain) - (one->gain > other->gain);
}

/* What is scarce: chosen by its price, in order of what one more really brings. */
static void
say_scarce (HsCli *self, const HsMatchPlan *plan)
{
  g_autoptr (GPtrArray) found = hs_match_bottlenecks (plan, 10);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Scarce));
  json_t *array = json_array ();

  for (guint i = 0; i < found->len; i++)
    {
      const HsMatchBottleneck *bottleneck = found->pdata[i];
      Scarce scarce = { bottleneck, hs_match_gain_of_one_more (plan, bottleneck->resource, NULL) };

      g_array_append_val (list, scarce);
    }
  g_array_sort (list, compare_gain);
  if (found->len > 0)
    hs_cli_say_heading (self, _ ("Scarce"));
  for (guint i = 0; i < list->len; i++)
    {
      const Scarce *scarce = &g_array_index (list, Scarce, i);
      json_t *object = json_object ();

      hs_cli_say (self, _ ("%s. One more brings about %.0f points."), scarce->bottleneck->sentence,
                  scarce->gain > 0 ? (double) scarce->gain : scarce->bottleneck->price);
      hs_cli_json_text (object, "what", scarce->bottleneck->sentence);
      json_object_set_new (object, "points", json_real (scarce->bottleneck->price));
      json_object_set_new (object, "gain", json_integer (scarce->gain));
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
  /* rounded up: "at most 0.00 %" would say too much */
  g_autofree char *percent = g_strdup_printf ("%.2f", ceil (gap * 10000) / 100);

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

void
hs_cli_match_say (HsCli *self, const HsMatchPlan *plan)
{
  say_placed (self, plan);
  say_unplaced (self, plan);
  say_impossible (self, plan);
  say_scarce (self, plan);
  say_swaps (self, plan);
  say_totals (self, plan);
}
