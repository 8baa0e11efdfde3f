/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about who is hard to place, and why. */

#include "hs-board-ask.h"

void
hs_board_fits_free (gpointer data)
{
  HsBoardFits *self = data;

  g_array_unref (self->students);
  g_array_unref (self->fits);
  g_free (self);
}

/* Different vacancies among the options; they lie together by vacancy or not, so all are looked at:
 * a student has some thirty. */
static gint32
count_vacancies (const HsMatchPlan *plan, guint32 student)
{
  const HsInstance *instance = plan->problem->instance;
  guint32 first = instance->first_option[student];
  gint32 n = 0;

  for (guint32 o = first; o < instance->first_option[student + 1]; o++)
    {
      guint32 vacancy = g_array_index (plan->problem->options, HsMatchOption, o).vacancy;
      gboolean known = FALSE;

      for (guint32 i = first; !known && i < o; i++)
        known = g_array_index (plan->problem->options, HsMatchOption, i).vacancy == vacancy;
      n += !known;
    }
  return n;
}

gpointer
hs_board_ask_fits (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  HsBoardFits *self = g_new0 (HsBoardFits, 1);

  self->students = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->fits = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint32 i = 0; i < plan->world->students->len; i++)
    {
      gint64 id = hs_record_id (hs_match_student (plan->world, i)->record);
      gint32 fits = count_vacancies (plan, i);

      g_array_append_val (self->students, id);
      g_array_append_val (self->fits, fits);
    }
  return self;
}

gpointer
hs_board_ask_why_unplaced (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                           GError **error)
{
  GArray *ids = data;
  char **why = g_new0 (char *, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    {
      guint32 number =
          hs_match_world_number (plan->world, HS_KIND_STUDENT, g_array_index (ids, gint64, i));

      why[i] = number != HS_NOBODY && !g_cancellable_is_cancelled (cancellable)
                   ? g_strdup (hs_match_unplaced_label (plan, number))
                   : g_strdup ("");
    }
  return why;
}
