/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Matchen on a screen of its own: what it says when there is nothing, where the focus and
 * the selection go, and that all of it fits on a narrow screen. */

#include "board-screen.h"

#include "hs-application.h"
#include "hs-locale.h"
#include "match-region.h"

typedef struct
{
  char *path;
  BoardScreen *screen;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  guint students = GPOINTER_TO_UINT (data);
  HsStore *store = region_make (students, 7, 0);
  HsClock clock = *hs_store_clock (store);
  gint64 school =
      region_add (store, HS_KIND_ORGANISATION, "og-school00000000000", HS_ORGANISATION_NAME,
                  "School", HS_ORGANISATION_KIND, (gint64) HS_ORGANISATION_KIND_SCHOOL, -1);

  region_add (store, HS_KIND_PERSON, "pe-coordinator000000", HS_PERSON_LAST_NAME, "Vos",
              HS_PERSON_ORGANISATION, school, HS_PERSON_ROLES, (gint64) 1 << HS_ROLE_COORDINATOR,
              -1);
  f->path = g_strdup (hs_store_path (store));
  hs_store_close (store);
  f->screen = board_screen_new (f->path, clock);
  board_screen_show (f->screen);
  hs_board_set_moves (f->screen->board, 20000);
  board_screen_wait (f->screen);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  board_screen_free (f->screen);
  region_free (hs_store_open (f->path, 0, NULL));
  g_free (f->path);
}

static GtkWidget *
find (Fixture *f, const char *name)
{
  GtkWidget *widget = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (f->screen->page), HS_TYPE_BOARD_PAGE, name));

  g_assert_nonnull (widget);
  return widget;
}

static void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->screen->page), action, NULL));
  board_screen_wait (f->screen);
}

/* Without students there is nothing to make; the page says where to begin. */
static void
test_nothing (Fixture *f, gconstpointer data)
{
  GtkStack *stack = GTK_STACK (find (f, "stack"));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  g_assert_false (gtk_widget_get_sensitive (find (f, "make")));
  g_assert_false (gtk_widget_get_visible (find (f, "by_hand")));
  g_assert_true (gtk_widget_get_visible (find (f, "go_fill")));
}

/* After the proposal was made the focus is on the students, and the first one's places are there.
 * Whoever is chosen stays chosen when another student is placed. */
static void
test_selection (Fixture *f, gconstpointer data)
{
  GtkStack *stack = GTK_STACK (find (f, "stack"));
  GtkListView *list = GTK_LIST_VIEW (find (f, "list"));
  GtkSelectionModel *model;
  const HsBoardProposal *proposal;
  gint64 other = 0;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  act (f, "board.make");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (f->screen->window), GTK_WIDGET (list)));
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (board_screen_find (find (f, "choices"), "GtkDropDown")), 1);
  board_screen_wait (f->screen);
  model = gtk_list_view_get_model (list);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), 4);
  board_screen_wait (f->screen);
  proposal = hs_board_proposal (f->screen->board);
  for (guint i = 0, placed = 0; i < proposal->rows->len && other == 0; i++)
    {
      const HsBoardRow *row = &g_array_index (proposal->rows, HsBoardRow, i);

      if (hs_board_row_is_placed (row) && placed++ == 1)
        other = row->id;
    }
  hs_board_take_away (f->screen->board, other);
  board_screen_wait (f->screen);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)), ==, 3);
  hs_board_undo (f->screen->board);
  board_screen_wait (f->screen);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)), ==, 4);
}

/* Every view fits on a screen of 360 pixels. */
static void
test_narrow (Fixture *f, gconstpointer data)
{
  static const char *const views[] = { "places", "all", "scarce", "compare", "weights" };
  AdwViewStack *stack = ADW_VIEW_STACK (find (f, "views"));

  act (f, "board.make");
  act (f, "board.make");
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      int minimum;

      adw_view_stack_set_visible_child_name (stack, views[i]);
      board_screen_wait (f->screen);
      gtk_widget_measure (adw_view_stack_get_child_by_name (stack, views[i]),
                          GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d", views[i], minimum);
      g_assert_cmpint (minimum, <=, 340);
    }
  {
    int minimum;

    gtk_widget_measure (find (f, "right"), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                        NULL);
    g_test_message ("right: %d", minimum);
    g_assert_cmpint (minimum, <=, 350);
    gtk_widget_measure (find (f, "list_box"), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                        NULL);
    g_assert_cmpint (minimum, <=, 350);
  }
}

int
main (int argc, char **argv)
{
  hs_locale_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hs_application_register_resources ();
  g_test_add ("/app/board-page/nothing", Fixture, GUINT_TO_POINTER (0), set_up, test_nothing,
              tear_down);
  g_test_add ("/app/board-page/selection", Fixture, GUINT_TO_POINTER (60), set_up, test_selection,
              tear_down);
  g_test_add ("/app/board-page/narrow", Fixture, GUINT_TO_POINTER (60), set_up, test_narrow,
              tear_down);
  return g_test_run ();
}
