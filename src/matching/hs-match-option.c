/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an option is worth, and why. */

#include "hs-match-option.h"

#include <glib/gi18n.h>

static gint64
technology_of (const HsMatchWorld *world, const HsMatchOption *option)
{
  return option->item != HS_NOBODY ? hs_match_item (world, option->item)->technology : 0;
}

static gboolean
meets (const HsMatchWorld *world, const HsMatchOption *option, const HsMatchWish *wish)
{
  const HsMatchLocation *location =
      hs_match_location (world, hs_match_vacancy (world, option->vacancy)->location);

  switch (wish->kind)
    {
    case HS_WISH_KIND_HOST:
      return hs_record_int (location->record, HS_LOCATION_ORGANISATION) == wish->target;
    case HS_WISH_KIND_LOCATION:
      return hs_record_id (location->record) == wish->target;
    case HS_WISH_KIND_SETTING:
      return location->setting == wish->target;
    case HS_WISH_KIND_TECHNOLOGY:
      return option->item != HS_NOBODY && technology_of (world, option) == wish->target;
    default:
      return FALSE;
    }
}

static gint32
wish_points (const HsMatchWorld *world, gint32 weight, const HsMatchOption *option)
{
  const GArray *wishes = hs_match_student (world, option->student)->wishes;
  gint32 points = 0;

  for (guint i = 0; wishes != NULL && i < wishes->len; i++)
    {
      const HsMatchWish *wish = &g_array_index (wishes, HsMatchWish, i);

      if (meets (world, option, wish))
        points += weight * MAX (1, 6 - wish->rank) / 5;
    }
  return MIN (points, 2 * weight);
}

gint32
hs_match_wish_rank (const HsMatchWorld *world, const HsMatchOption *option)
{
  const GArray *wishes = hs_match_student (world, option->student)->wishes;

  for (guint i = 0; wishes != NULL && i < wishes->len; i++)
    if (meets (world, option, &g_array_index (wishes, HsMatchWish, i)))
      return g_array_index (wishes, HsMatchWish, i).rank;
  return 0;
}

static gboolean
is_asked_for (const HsMatchWorld *world, const HsMatchOption *option)
{
  const HsMatchStudent *student = hs_match_student (world, option->student);
  gint64 technology = technology_of (world, option);
  gint64 by_programme = student->programme != HS_NOBODY
                            ? hs_record_int (hs_match_programme (world, student->programme)->record,
                                             HS_PROGRAMME_TECHNOLOGY)
                            : 0;
  gint64 by_host =
      hs_record_int (hs_match_vacancy (world, option->vacancy)->record, HS_VACANCY_TECHNOLOGY);

  return technology != 0 && (technology == by_programme || technology == by_host);
}

static gboolean
is_from_cupboard (const HsMatchWorld *world, const HsMatchOption *option)
{
  return option->item != HS_NOBODY
         && hs_record_int (hs_match_item (world, option->item)->record, HS_ITEM_STATE)
                == HS_ITEM_STATE_CUPBOARD;
}

/* Full points at the door, none at the limit (or at 50 km when there is no limit). */
static gint32
distance_points (const HsMatchWorld *world, gint32 weight, const HsMatchOption *option)
{
  const HsMatchStudent *student = hs_match_student (world, option->student);
  gint32 km = hs_match_distance (
      student, hs_match_location (world, hs_match_vacancy (world, option->vacancy)->location));
  gint32 limit = student->limit_km > 0 ? student->limit_km : 50;

  return km < 0 || km >= limit ? 0 : weight * (limit - km) / limit;
}

static gboolean
was_there (const HsMatchWorld *world, const HsMatchOption *option)
{
  const GArray *hosts = hs_match_student (world, option->student)->hosts;
  gint64 host = hs_record_int (
      hs_match_location (world, hs_match_vacancy (world, option->vacancy)->location)->record,
      HS_LOCATION_ORGANISATION);

  for (guint i = 0; hosts != NULL && i < hosts->len; i++)
    if (g_array_index (hosts, gint64, i) == host)
      return TRUE;
  return FALSE;
}

gint32
hs_match_peak (const GArray *loads, HsDay from, HsDay to)
{
  gint32 most = 0;

  /* The peak is reached on the first day of the stretch or on the first day of a load. */
  for (guint i = 0; loads != NULL && i <= loads->len; i++)
    {
      HsDay at = i < loads->len ? g_array_index (loads, HsLoad, i).from : from;
      gint32 sum = 0;

      if (at < from || at >= to)
        continue;
      for (guint k = 0; k < loads->len; k++)
        {
          const HsLoad *load = &g_array_index (loads, HsLoad, k);

          if (load->from <= at && at < load->to)
            sum += load->amount;
        }
      most = MAX (most, sum);
    }
  return most;
}

static gint32
load_points (const HsMatchWorld *world, gint32 weight, const HsMatchOption *option)
{
  const HsMatchStudent *student = hs_match_student (world, option->student);
  const HsMatchPerson *person = hs_match_person (world, option->supervisor);
  gint32 free_places = person->limit - hs_match_peak (person->students, student->from, student->to);

  return person->limit > 1 && free_places > 0 ? weight * (free_places - 1) / (person->limit - 1)
                                              : 0;
}

static gboolean
coach_is_near (const HsMatchWorld *world, const HsMatchOption *option)
{
  return option->digicoach != HS_NOBODY
         && hs_match_person (world, option->digicoach)->location
                == hs_match_vacancy (world, option->vacancy)->location;
}

gint32
hs_match_value (const HsMatchWorld *world, const HsMatchWeights *weights,
                const HsMatchOption *option, gint32 *parts)
{
  const gint32 *points = weights->points;
  gint32 own[HS_N_WEIGHTS] = {
    [HS_WEIGHT_PLACE] = points[HS_WEIGHT_PLACE],
    [HS_WEIGHT_WISH] = wish_points (world, points[HS_WEIGHT_WISH], option),
    [HS_WEIGHT_TECHNOLOGY] = is_asked_for (world, option) ? points[HS_WEIGHT_TECHNOLOGY] : 0,
    [HS_WEIGHT_CUPBOARD] = is_from_cupboard (world, option) ? points[HS_WEIGHT_CUPBOARD] : 0,
    [HS_WEIGHT_DISTANCE] = distance_points (world, points[HS_WEIGHT_DISTANCE], option),
    [HS_WEIGHT_CONTINUITY] = was_there (world, option) ? points[HS_WEIGHT_CONTINUITY] : 0,
    [HS_WEIGHT_LOAD] = load_points (world, points[HS_WEIGHT_LOAD], option),
    [HS_WEIGHT_DIGICOACH] = coach_is_near (world, option) ? points[HS_WEIGHT_DIGICOACH] : 0,
  };
  gint32 sum = 0;

  for (guint i = 0; i < HS_N_WEIGHTS; i++)
    {
      sum += own[i];
      if (parts != NULL)
        parts[i] = own[i];
    }
  return sum;
}

static char *
say_part (const HsMatchWorld *world, HsWeight weight, const HsMatchOption *option)
{
  const HsMatchLocation *location =
      hs_match_location (world, hs_match_vacancy (world, option->vacancy)->location);
  const HsMatchStudent *student = hs_match_student (world, option->student);
  g_autofree char *person = hs_record_title (hs_match_person (world, option->supervisor)->record);
  gint32 rank = hs_match_wish_rank (world, option);

  switch (weight)
    {
    case HS_WEIGHT_WISH:
      return rank == 1 ? g_strdup (_ ("This is the first wish."))
                       : g_strdup_printf (_ ("This is wish number %d."), rank);
    case HS_WEIGHT_TECHNOLOGY:
      return g_strdup (_ ("The technology that is asked for is there."));
    case HS_WEIGHT_CUPBOARD:
      return g_strdup (_ ("Technology from the cupboard comes back into use."));
    case HS_WEIGHT_DISTANCE:
      if (hs_match_distance (student, location) == 0)
        return g_strdup (_ ("It is less than a kilometre away."));
      return g_strdup_printf (_ ("It is %d km away."), hs_match_distance (student, location));
    case HS_WEIGHT_CONTINUITY:
      return g_strdup (_ ("The student knows this organisation."));
    case HS_WEIGHT_LOAD:
      return g_strdup_printf (_ ("%s has time for a student."), person);
    case HS_WEIGHT_DIGICOACH:
      return g_strdup (_ ("There is a digicoach at this location."));
    case HS_WEIGHT_PLACE:
    case HS_N_WEIGHTS:
    default:
      return NULL;
    }
}

char **
hs_match_reasons (const HsMatchWorld *world, const HsMatchWeights *weights,
                  const HsMatchOption *option)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  gint32 parts[HS_N_WEIGHTS];

  hs_match_value (world, weights, option, parts);
  parts[HS_WEIGHT_PLACE] = 0;
  for (;;)
    {
      guint best = HS_WEIGHT_PLACE;

      for (guint i = 0; i < HS_N_WEIGHTS; i++)
        if (parts[i] > parts[best])
          best = i;
      if (parts[best] == 0)
        break;
      parts[best] = 0;
      g_ptr_array_add (reasons, say_part (world, (HsWeight) best, option));
    }
  g_ptr_array_add (reasons, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&reasons), FALSE);
}
