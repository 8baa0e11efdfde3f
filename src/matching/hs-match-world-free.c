/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Freeing the world of the matching. */

#include "hs-match-world.h"

static void
free_supply (HsMatchWorld *self)
{
  for (guint i = 0; i < self->programmes->len; i++)
    hs_record_unref (hs_match_programme (self, i)->record);
  for (guint i = 0; i < self->hosts->len; i++)
    {
      hs_record_unref (hs_match_host (self, i)->record);
      g_ptr_array_unref (hs_match_host (self, i)->recognitions);
      g_array_unref (hs_match_host (self, i)->coaches);
    }
  for (guint i = 0; i < self->locations->len; i++)
    {
      hs_record_unref (hs_match_location (self, i)->record);
      g_array_unref (hs_match_location (self, i)->supervisors);
      g_array_unref (hs_match_location (self, i)->items);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      hs_record_unref (hs_match_item (self, i)->record);
      g_clear_pointer (&hs_match_item (self, i)->in_use, g_array_unref);
    }
}

static void
free_people (HsMatchWorld *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      HsMatchPerson *person = hs_match_person (self, i);

      hs_record_unref (person->record);
      g_clear_pointer (&person->crebos, g_array_unref);
      g_clear_pointer (&person->students, g_array_unref);
      g_clear_pointer (&person->coaching, g_array_unref);
      g_clear_pointer (&person->away, g_array_unref);
    }
}

static void
free_demand (HsMatchWorld *self)
{
  for (guint i = 0; i < self->vacancies->len; i++)
    {
      HsMatchVacancy *vacancy = hs_match_vacancy (self, i);

      hs_record_unref (vacancy->record);
      g_clear_pointer (&vacancy->crebos, g_array_unref);
      g_clear_pointer (&vacancy->taken, g_array_unref);
    }
  for (guint i = 0; i < self->students->len; i++)
    {
      HsMatchStudent *student = hs_match_student (self, i);

      hs_record_unref (student->record);
      hs_record_unref (student->enrolment);
      g_clear_pointer (&student->wishes, g_array_unref);
      g_clear_pointer (&student->excluded, g_ptr_array_unref);
      g_clear_pointer (&student->apart, g_array_unref);
      g_clear_pointer (&student->barred, g_array_unref);
      g_clear_pointer (&student->hosts, g_array_unref);
      g_clear_pointer (&student->fixed, hs_record_unref);
    }
}

void
hs_match_world_free (HsMatchWorld *self)
{
  GArray *arrays[] = { self->programmes, self->hosts,     self->locations, self->people,
                       self->items,      self->vacancies, self->students };

  free_supply (self);
  free_people (self);
  free_demand (self);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_hash_table_unref (self->crebos);
  g_hash_table_unref (self->technologies);
  for (guint i = 0; i < HS_N_KINDS; i++)
    g_clear_pointer (&self->numbers[i], g_hash_table_unref);
  g_free (self);
}
