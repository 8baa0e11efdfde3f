/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a location offers: technology, some of it in the cupboard and some of it scarce, and places
 * for students. */

#include "hs-demo-private.h"

#include <string.h>

static HsItemState
random_state (HsDemo *self)
{
  guint point = hs_demo_random (self, 100);

  if (point < 62)
    return HS_ITEM_STATE_IN_USE;
  if (point < 85)
    return HS_ITEM_STATE_CUPBOARD;
  if (point < 92)
    return HS_ITEM_STATE_REPAIR;
  return point < 97 ? HS_ITEM_STATE_ORDERED : HS_ITEM_STATE_RETIRED;
}

static void
set_sharing (HsDemo *self, HsRecord *record)
{
  guint point = hs_demo_random (self, 3);

  hs_record_set_int (record, HS_ITEM_SHARING,
                     point == 0   ? HS_SHARING_UNLIMITED
                     : point == 1 ? HS_SHARING_MANY
                                  : HS_SHARING_ONE);
  if (point == 1)
    hs_record_set_int (record, HS_ITEM_USERS_AT_A_TIME, 2 + (gint64) hs_demo_random (self, 4));
}

static void
make_item (HsDemo *self, HsDemoLocation *location, guint index, guint number)
{
  gint64 technology = g_array_index (self->technologies, gint64, index);
  const HsDemoHost *host = &g_array_index (self->hosts, HsDemoHost, location->host);
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_ITEM);
  /* The first device is the one of the model agreement: in the cupboard, waiting for a student. */
  HsItemState state = number == 1 ? HS_ITEM_STATE_CUPBOARD : random_state (self);
  g_autofree char *asset = g_strdup_printf ("ZT-%05u", number);
  g_autofree char *contact = g_strconcat ("technologie@", host->domain, NULL);
  HsDemoItem item = { .technology = technology };

  hs_record_set_int (record, HS_ITEM_LOCATION, location->id);
  hs_record_set_int (record, HS_ITEM_TECHNOLOGY, technology);
  hs_record_set_int (record, HS_ITEM_TEAM, location->team);
  hs_demo_set (record, HS_ITEM_NAME, g_ptr_array_index (self->technology_names, index));
  hs_demo_set (record, HS_ITEM_ASSET_NUMBER, asset);
  hs_record_set_int (record, HS_ITEM_QUANTITY, hs_demo_chance (self, 75) ? 1 : 2);
  hs_record_set_int (record, HS_ITEM_STATE, state);
  if (state == HS_ITEM_STATE_CUPBOARD)
    hs_record_set_int (record, HS_ITEM_UNUSED_REASON,
                       number == 1 ? (guint) HS_UNUSED_REASON_UNTRAINED
                                   : hs_demo_random (self, HS_UNUSED_REASON_TECHNICAL + 1));
  hs_record_set_int (record, HS_ITEM_MOVABLE, hs_demo_chance (self, 70));
  set_sharing (self, record);
  hs_record_set_int (record, HS_ITEM_INSTRUCTOR, location->digicoach);
  hs_demo_set (record, HS_ITEM_BOOKING_CONTACT, contact);
  hs_record_set_int (record, HS_ITEM_MAINTENANCE_DUE,
                     self->placement_end + 20 + (gint64) hs_demo_random (self, 300));
  hs_demo_set (record, HS_ITEM_SAFETY,
               "Maak het apparaat na gebruik schoon. Meld schade meteen bij de digicoach.");
  hs_record_set_int (record, HS_ITEM_INSTRUCTION_NEEDED, 1);
  hs_record_set_int (record, HS_ITEM_PRICE_BAND, hs_demo_random (self, HS_PRICE_BAND_TOP + 1));
  hs_record_set_int (record, HS_ITEM_CHECKED_ON,
                     self->today - 10 - (gint64) hs_demo_random (self, 200));
  item.id = hs_demo_save (self, record);
  item.usable = state == HS_ITEM_STATE_IN_USE || state == HS_ITEM_STATE_CUPBOARD;
  g_array_append_val (location->items, item);
}

static guint
programmes_at (HsCareSetting setting, char **crebos)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const HsDemoProgramme *programmes;
  guint n, bits = 0;

  programmes = hs_demo_programmes (&n);
  for (guint i = 0; i < n; i++)
    if (programmes[i].settings >> setting & 1)
      {
        bits |= 1u << i;
        g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", programmes[i].crebo);
      }
  *crebos = g_string_free (g_steal_pointer (&list), FALSE);
  return bits;
}

static guint
levels_of (guint bits)
{
  const HsDemoProgramme *programmes;
  guint n, levels = 0;

  programmes = hs_demo_programmes (&n);
  for (guint i = 0; i < n; i++)
    if (bits >> i & 1)
      levels |= 1u << programmes[i].level;
  return levels;
}

static void
make_vacancy (HsDemo *self, guint index, guint place)
{
  HsDemoLocation *location = &g_array_index (self->locations, HsDemoLocation, index);
  const HsDemoHost *host = &g_array_index (self->hosts, HsDemoHost, location->host);
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_VACANCY);
  g_autofree char *crebos = NULL;
  g_autofree char *code = g_strdup_printf ("SP-%05u", self->vacancies->len + 1);
  g_autofree char *title = g_strdup_printf ("Stage bij %s", location->team_name);
  g_autofree char *contact = g_strconcat ("stage@", host->domain, NULL);
  HsDemoVacancy vacancy = { .location = index,
                            .programmes = programmes_at (host->setting, &crebos) };

  vacancy.room = 1 + hs_demo_random (self, 3);
  hs_demo_set (record, HS_VACANCY_CODE, code);
  hs_record_set_int (record, HS_VACANCY_LOCATION, location->id);
  hs_record_set_int (record, HS_VACANCY_TEAM, location->team);
  hs_demo_set (record, HS_VACANCY_TITLE, title);
  hs_record_set_int (
      record, HS_VACANCY_SUPERVISOR,
      g_array_index (location->supervisors, gint64, place % location->supervisors->len));
  hs_record_set_int (record, HS_VACANCY_START, self->placement_start);
  hs_record_set_int (record, HS_VACANCY_END, self->placement_end);
  hs_record_set_int (record, HS_VACANCY_SMALLEST, 1);
  hs_record_set_int (record, HS_VACANCY_IDEAL, MAX (1, vacancy.room - 1));
  hs_record_set_int (record, HS_VACANCY_LARGEST, vacancy.room);
  hs_demo_set (record, HS_VACANCY_CREBOS, crebos);
  hs_record_set_int (record, HS_VACANCY_LEVELS, levels_of (vacancy.programmes));
  hs_record_set_int (record, HS_VACANCY_ROUTES, 1 << HS_ROUTE_BOL | 1 << HS_ROUTE_BBL);
  hs_record_set_int (record, HS_VACANCY_WEEKDAYS, 0x1f);
  hs_record_set_int (record, HS_VACANCY_MINUTES_WEEK, 40 * 60);
  hs_record_set_int (record, HS_VACANCY_GUIDANCE_MINUTES, 90);
  hs_record_set_int (record, HS_VACANCY_FORM,
                     hs_demo_chance (self, 70)
                         ? (guint) HS_PLACEMENT_FORM_REGULAR
                         : hs_demo_random (self, HS_PLACEMENT_FORM_INNOVATION_CENTRE + 1));
  hs_record_set_int (record, HS_VACANCY_ALLOWANCE,
                     35000 + 2500 * (gint64) hs_demo_random (self, 5));
  hs_demo_set (record, HS_VACANCY_LANGUAGES, "Nederlands");
  if (location->items->len > 0)
    hs_record_set_int (record, HS_VACANCY_TECHNOLOGY,
                       g_array_index (location->items, HsDemoItem, 0).technology);
  hs_demo_set (record, HS_VACANCY_CONTACT, contact);
  hs_record_set_int (record, HS_VACANCY_CLOSING_DATE, self->placement_start - 14);
  hs_record_set_int (record, HS_VACANCY_STATUS, HS_VACANCY_STATUS_OPEN);
  vacancy.id = hs_demo_save (self, record);
  g_array_append_val (self->vacancies, vacancy);
}

/* The index of what the model agreement is about. */
static guint
model_technology (HsDemo *self)
{
  for (guint i = 0; i < self->technology_names->len; i++)
    if (strcmp (g_ptr_array_index (self->technology_names, i), "Tovertafel") == 0)
      return i;
  return 0;
}

void
hs_demo_make_supply (HsDemo *self)
{
  guint n_technologies = self->technologies->len;
  guint n_vacancies = CLAMP (self->n_students / self->locations->len / 2, 1, 60);
  guint number = 1;

  for (guint i = 0; i < self->locations->len && self->error == NULL; i++)
    {
      HsDemoLocation *location = &g_array_index (self->locations, HsDemoLocation, i);
      guint n_items = n_technologies > 0 ? 2 + hs_demo_random (self, 5) : 0;
      guint first =
          i == 0 ? model_technology (self) : hs_demo_random (self, MAX (1, n_technologies));

      /* 5 has no divisor in common with most counts: the devices of a location differ. */
      for (guint k = 0; k < n_items; k++)
        make_item (self, location, (first + 5 * k) % n_technologies, number++);
      for (guint k = 0; k < n_vacancies; k++)
        make_vacancy (self, i, k);
    }
}
