/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The weights of the matching, and their file. */

#include "hs-match-weights.h"

#include "hs-error.h"

#include <glib/gi18n.h>
#include <jansson.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *label;
  gint32 points;
} table[HS_N_WEIGHTS] = {
  [HS_WEIGHT_PLACE] = { "place", N_ ("Everyone a place"), 1000 },
  [HS_WEIGHT_WISH] = { "wish", N_ ("Wishes of the student"), 100 },
  [HS_WEIGHT_TECHNOLOGY] = { "technology", N_ ("Technology that is asked for"), 60 },
  [HS_WEIGHT_CUPBOARD] = { "cupboard", N_ ("Technology from the cupboard back into use"), 25 },
  [HS_WEIGHT_DISTANCE] = { "distance", N_ ("Short distance"), 40 },
  [HS_WEIGHT_CONTINUITY] = { "continuity", N_ ("A host the student knows"), 15 },
  [HS_WEIGHT_LOAD] = { "load", N_ ("Even load of supervisors"), 15 },
  [HS_WEIGHT_DIGICOACH] = { "digicoach", N_ ("Digicoach at the same location"), 10 },
};

HsMatchWeights
hs_match_weights_default (void)
{
  HsMatchWeights weights;

  for (guint i = 0; i < HS_N_WEIGHTS; i++)
    weights.points[i] = table[i].points;
  return weights;
}

const char *
hs_match_weight_name (HsWeight weight)
{
  g_return_val_if_fail ((guint) weight < HS_N_WEIGHTS, NULL);
  return table[weight].name;
}

const char *
hs_match_weight_label (HsWeight weight)
{
  g_return_val_if_fail ((guint) weight < HS_N_WEIGHTS, NULL);
  return _ (table[weight].label);
}

static gboolean
read_weight (HsMatchWeights *self, const char *name, const json_t *value, GError **error)
{
  for (guint i = 0; i < HS_N_WEIGHTS; i++)
    if (strcmp (table[i].name, name) == 0)
      {
        json_int_t points = json_integer_value (value);

        if (!json_is_integer (value) || points < 0 || points > HS_WEIGHT_MOST)
          {
            g_set_error (error, HS_ERROR, HS_ERROR_FORMAT,
                         _ ("the weight “%s” must be a whole number from 0 to %d"), name,
                         HS_WEIGHT_MOST);
            return FALSE;
          }
        self->points[i] = (gint32) points;
        return TRUE;
      }
  g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("there is no weight “%s”"), name);
  return FALSE;
}

gboolean
hs_match_weights_read (HsMatchWeights *self, const char *json, GError **error)
{
  HsMatchWeights weights = hs_match_weights_default ();
  json_error_t problem;
  json_t *root = json_loads (json, JSON_REJECT_DUPLICATES, &problem);
  gboolean good = json_is_object (root);
  const char *name;
  json_t *value;

  if (root == NULL)
    g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("line %d, column %d: %s"), problem.line,
                 problem.column, problem.text);
  else if (!good)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                         _ ("the weights must be one JSON object"));
  if (good)
    json_object_foreach (root, name, value) good =
        good && read_weight (&weights, name, value, error);
  json_decref (root);
  if (good)
    *self = weights;
  return good;
}

char *
hs_match_weights_write (const HsMatchWeights *self)
{
  g_autoptr (GString) out = g_string_new ("{");

  for (guint i = 0; i < HS_N_WEIGHTS; i++)
    g_string_append_printf (out, "%s\"%s\":%d", i > 0 ? "," : "", table[i].name, self->points[i]);
  g_string_append_c (out, '}');
  return g_string_free (g_steal_pointer (&out), FALSE);
}
