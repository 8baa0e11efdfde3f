/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about all places: which there are, how many students each has and has room for. */

#include "hs-board-ask.h"

#include <glib/gi18n.h>

#define MOST_NAMES 6

G_DEFINE_FINAL_TYPE (HsBoardVacancy, hs_board_vacancy, G_TYPE_OBJECT)

static void
hs_board_vacancy_finalize (GObject *object)
{
  HsBoardVacancy *self = HS_BOARD_VACANCY (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->students);
  g_free (self->key);
  G_OBJECT_CLASS (hs_board_vacancy_parent_class)->finalize (object);
}

static void
hs_board_vacancy_class_init (HsBoardVacancyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_board_vacancy_finalize;
}

static void
hs_board_vacancy_init (HsBoardVacancy *self)
{
}

gboolean
hs_board_vacancy_is_free (HsBoardVacancy *self)
{
  return self->room < 0 || (gint32) self->planned + self->taken < self->room;
}

/* Students of the plan by vacancy. (transfer full) (element-type GArray of guint32) */
static GPtrArray *
students_by_vacancy (const HsMatchPlan *plan)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < plan->world->vacancies->len; i++)
    g_ptr_array_add (lists, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 i = 0; i < plan->world->students->len; i++)
    if (hs_match_plan_option (plan, i) != NULL)
      g_array_append_val (lists->pdata[hs_match_plan_option (plan, i)->vacancy], i);
  return lists;
}

static char *
name_students (const HsMatchWorld *world, const GArray *students)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < students->len && i < MOST_NAMES; i++)
    {
      g_autofree char *name =
          hs_record_title (hs_match_student (world, g_array_index (students, guint32, i))->record);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name);
    }
  if (students->len > MOST_NAMES)
    g_string_append_printf (text, _ (" and %u more"), students->len - MOST_NAMES);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static HsBoardVacancy *
new_vacancy (const HsMatchWorld *world, guint32 number, const GArray *students)
{
  HsBoardVacancy *self = g_object_new (HS_TYPE_BOARD_VACANCY, NULL);
  const HsMatchVacancy *vacancy = hs_match_vacancy (world, number);
  const HsMatchLocation *location = hs_match_location (world, vacancy->location);
  const HsRecord *host = hs_match_host (world, location->host)->record;
  g_autofree char *title = hs_record_title (vacancy->record);
  g_autofree char *host_name = hs_record_title (host);
  g_autofree char *names = name_students (world, students);
  g_autofree char *all = NULL;

  self->vacancy = hs_record_id (vacancy->record);
  self->host = hs_record_id (host);
  self->room = vacancy->largest;
  self->taken = hs_match_peak (vacancy->taken, world->today, G_MAXINT32);
  self->planned = students->len;
  self->title = hs_record_title (location->record);
  self->subtitle = g_strdup_printf ("%s · %s", title, host_name);
  if (self->taken > 0)
    {
      g_autofree char *taken = g_strdup_printf (
          ngettext ("%d with an agreement", "%d with an agreement", (gulong) self->taken),
          self->taken);
      self->students = g_strconcat (names, *names != '\0' ? " · " : "", taken, NULL);
    }
  else
    self->students = g_steal_pointer (&names);
  all = g_strdup_printf ("%s %s %s", self->title, self->subtitle, self->students);
  self->key = g_utf8_casefold (all, -1);
  return self;
}

static int
compare_vacancies (gconstpointer a, gconstpointer b)
{
  const HsBoardVacancy *one = *(HsBoardVacancy *const *) a;
  const HsBoardVacancy *other = *(HsBoardVacancy *const *) b;
  int order;

  if (one->host != other->host)
    return one->host < other->host ? -1 : 1;
  order = g_utf8_collate (one->title, other->title);
  if (order != 0)
    return order;
  return one->vacancy < other->vacancy ? -1 : one->vacancy > other->vacancy;
}

gpointer
hs_board_ask_vacancies (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) students = students_by_vacancy (plan);
  GPtrArray *vacancies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint32 i = 0; i < plan->world->vacancies->len; i++)
    {
      guint32 location = hs_match_vacancy (plan->world, i)->location;

      if (location != HS_NOBODY && hs_match_location (plan->world, location)->host != HS_NOBODY)
        g_ptr_array_add (vacancies, new_vacancy (plan->world, i, students->pdata[i]));
    }
  g_ptr_array_sort (vacancies, compare_vacancies);
  return vacancies;
}
