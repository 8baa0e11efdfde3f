/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page Matchen says of the whole: how good the proposal is, and what to do when there is
 * nothing to see. */

#include "hs-board-page-private.h"

#include "hs-a11y.h"
#include "hs-board-widgets.h"

#include <glib/gi18n.h>

/* How far from the best it was when it was made, with our decimal comma and rounded up. A proposal
 * that was begun by hand has no bound. */
static char *
say_gap (const HsBoardProposal *proposal)
{
  gint64 more = proposal->bound - proposal->objective;
  g_autofree char *percent = NULL;

  if (proposal->bound <= 0 || proposal->objective <= 0)
    return g_strdup ("");
  if (more <= 0)
    return g_strdup (_ ("When it was made, nothing better was possible."));
  percent = hs_board_tenths ((more * 1000 + proposal->objective - 1) / proposal->objective);
  return g_strdup_printf (_ ("When it was made, at most %s %% better was possible."), percent);
}

void
hs_board_page_show_summary (HsBoardPage *self)
{
  const HsBoardProposal *proposal = hs_board_proposal (self->board);
  guint taken, placed, all;
  g_autofree char *gap = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->summary), proposal != NULL);
  adw_window_title_set_subtitle (self->title, proposal != NULL ? proposal->title : "");
  if (proposal == NULL)
    return;
  taken = hs_board_list_count (self->model, HS_BOARD_VIEW_ACCEPTED);
  placed = hs_board_list_count (self->model, HS_BOARD_VIEW_PLACED) + taken;
  all = placed + hs_board_list_count (self->model, HS_BOARD_VIEW_OPEN);
  g_string_append_printf (text, _ ("%u of %u students have a place."), placed, all);
  if (taken > 0)
    g_string_append_printf (text, ngettext (" %u was taken over.", " %u were taken over.", taken),
                            taken);
  gap = say_gap (proposal);
  if (*gap != '\0')
    g_string_append_printf (text, " %s", gap);
  gtk_label_set_label (self->summary, text->str);
}

/* What to do first, when there is no proposal. */
void
hs_board_page_show_empty (HsBoardPage *self)
{
  gboolean students = hs_board_n_students (self->board) > 0;
  gboolean vacancies = hs_board_n_vacancies (self->board) > 0;
  g_autofree char *numbers = NULL;

  gtk_widget_set_visible (self->by_hand, students && vacancies);
  gtk_widget_set_visible (self->go_fill, !students || !vacancies);
  if (!students)
    {
      adw_status_page_set_title (self->empty, _ ("No students yet"));
      adw_status_page_set_description (
          self->empty, _ ("First add students, or read them from a list of the school."));
      gtk_button_set_label (GTK_BUTTON (self->go_fill), _ ("To the _students"));
    }
  else if (!vacancies)
    {
      adw_status_page_set_title (self->empty, _ ("No vacancies yet"));
      adw_status_page_set_description (
          self->empty, _ ("First add the vacancies of care organisations, or read them from a "
                          "list."));
      gtk_button_set_label (GTK_BUTTON (self->go_fill), _ ("To the or_ganisations"));
    }
  else
    {
      adw_status_page_set_title (self->empty, _ ("No proposal yet"));
      adw_status_page_set_description (
          self->empty, _ ("Let Handslag make a proposal for everybody who looks for a place. Or "
                          "start by hand: you give the places yourself, and Handslag fills in the "
                          "rest later."));
    }
  hs_a11y_label (self->go_fill, gtk_button_get_label (GTK_BUTTON (self->go_fill)));
}

/* Why a list is empty. */
void
hs_board_page_show_nobody (HsBoardPage *self)
{
  const HsBoardProposal *proposal = hs_board_proposal (self->board);
  guint view = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->view_drop));
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  gboolean all = proposal->rows->len > 0 && view == HS_BOARD_VIEW_OPEN && !searching;

  adw_status_page_set_title (self->nobody, proposal->rows->len == 0 ? _ ("Nobody looks for a place")
                                           : all                    ? _ ("Everybody has a place")
                                                                    : _ ("Nobody here"));
  adw_status_page_set_description (
      self->nobody,
      proposal->rows->len == 0
          ? _ ("A student looks for a place when the enrolment has a period for the placement, the "
               "learning route is BOL, and there is no agreement yet.")
      : all ? _ ("Choose “With a place” above to look at them, and take the proposal over.")
            : _ ("Choose above which students you want to see."));
}
