/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of one student at one vacancy: who guides, who coaches, with which technology. */

#include "hs-match-build-private.h"
#include "hs-match-rule.h"

typedef struct
{
  const HsMatchWorld *world;
  const HsMatchWeights *weights;
  guint32 student;
  guint32 vacancy;
  GArray *into;
} Expanding;

int
hs_match_compare_options (gconstpointer a, gconstpointer b)
{
  const HsMatchOption *one = a;
  const HsMatchOption *other = b;

  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  if (one->vacancy != other->vacancy)
    return one->vacancy < other->vacancy ? -1 : 1;
  if (one->supervisor != other->supervisor)
    return one->supervisor < other->supervisor ? -1 : 1;
  if (one->digicoach != other->digicoach)
    return one->digicoach < other->digicoach ? -1 : 1;
  return one->item < other->item ? -1 : one->item > other->item;
}

gboolean
hs_match_is_wanted (const HsMatchWorld *world, guint32 number, guint32 vacancy, gint64 technology)
{
  const HsMatchStudent *student = hs_match_student (world, number);

  if (technology
      == hs_record_int (hs_match_vacancy (world, vacancy)->record, HS_VACANCY_TECHNOLOGY))
    return TRUE;
  if (student->programme != HS_NOBODY
      && technology
             == hs_record_int (hs_match_programme (world, student->programme)->record,
                               HS_PROGRAMME_TECHNOLOGY))
    return TRUE;
  for (guint i = 0; student->wishes != NULL && i < student->wishes->len; i++)
    {
      const HsMatchWish *wish = &g_array_index (student->wishes, HsMatchWish, i);

      if (wish->kind == HS_WISH_KIND_TECHNOLOGY && wish->target == technology)
        return TRUE;
    }
  return FALSE;
}

/* Whether the coordinator left @id open (0) or fixed just it. */
static gboolean
fixed_allows (const HsRecord *fixed, guint field, const HsRecord *record)
{
  return fixed == NULL || !hs_record_has (fixed, field)
         || (record != NULL && hs_record_int (fixed, field) == hs_record_id (record));
}

static void
add_option (const Expanding *expanding, const HsRecord *fixed, HsMatchOption option)
{
  const HsRecord *item =
      option.item != HS_NOBODY ? hs_match_item (expanding->world, option.item)->record : NULL;

  if (!fixed_allows (fixed, HS_FIXED_PAIR_ITEM, item))
    return;
  option.value = hs_match_value (expanding->world, expanding->weights, &option, NULL);
  g_array_append_val (expanding->into, option);
}

/* The item or none, for a supervisor and a digicoach. */
static void
add_items (const Expanding *expanding, const HsRecord *fixed, HsMatchOption option)
{
  const HsMatchLocation *location = hs_match_location (
      expanding->world, hs_match_vacancy (expanding->world, option.vacancy)->location);

  option.item = HS_NOBODY;
  add_option (expanding, fixed, option);
  for (guint i = 0; i < location->items->len; i++)
    {
      option.item = g_array_index (location->items, guint32, i);
      if ((hs_match_is_wanted (expanding->world, expanding->student, expanding->vacancy,
                               hs_match_item (expanding->world, option.item)->technology)
           || (fixed != NULL && hs_record_has (fixed, HS_FIXED_PAIR_ITEM)))
          && hs_match_item_fits (expanding->world, option.student, option.item))
        add_option (expanding, fixed, option);
    }
}

/* The digicoaches of the host, those at the location first; none when the host has none. */
static void
add_coaches (const Expanding *expanding, const HsRecord *fixed, HsMatchOption option)
{
  const HsMatchWorld *world = expanding->world;
  const HsMatchLocation *location =
      hs_match_location (world, hs_match_vacancy (world, option.vacancy)->location);
  const GArray *coaches = hs_match_host (world, location->host)->coaches;
  guint taken = 0;

  option.digicoach = HS_NOBODY;
  if (coaches->len == 0)
    add_items (expanding, fixed, option);
  for (int near = 1; near >= 0; near--)
    for (guint i = 0; i < coaches->len && taken < 3; i++)
      {
        const HsMatchPerson *coach = hs_match_person (world, g_array_index (coaches, guint32, i));
        gboolean is_near = coach->location == hs_match_vacancy (world, option.vacancy)->location;

        option.digicoach = g_array_index (coaches, guint32, i);
        if (is_near != near || !hs_match_digicoach_fits (world, option.student, option.digicoach)
            || !fixed_allows (fixed, HS_FIXED_PAIR_DIGICOACH, coach->record))
          continue;
        add_items (expanding, fixed, option);
        taken++;
      }
}

static gboolean
add_supervisor (guint32 person, gpointer data)
{
  Expanding *expanding = data;
  const HsRecord *fixed = hs_match_student (expanding->world, expanding->student)->fixed;
  HsMatchOption option = {
    expanding->student, expanding->vacancy, person, HS_NOBODY, HS_NOBODY, 0
  };

  if (fixed != NULL
      && hs_record_int (fixed, HS_FIXED_PAIR_VACANCY)
             != hs_record_id (hs_match_vacancy (expanding->world, expanding->vacancy)->record))
    fixed = NULL;
  if (hs_match_supervisor_fits (expanding->world, expanding->student, person)
      && fixed_allows (fixed, HS_FIXED_PAIR_SUPERVISOR,
                       hs_match_person (expanding->world, person)->record))
    add_coaches (expanding, fixed, option);
  return TRUE;
}

void
hs_match_expand (const HsMatchWorld *world, const HsMatchWeights *weights, guint32 student,
                 guint32 vacancy, guint most, GArray *into)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (HsMatchOption));
  Expanding expanding = { world, weights, student, vacancy, all };

  hs_match_each_supervisor (world, vacancy, add_supervisor, &expanding);
  g_array_sort (all, hs_match_compare_options);
  g_array_append_vals (into, all->data, MIN (all->len, most));
}
