/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: bench-board [STUDENTS]
 * The board on a region of 10,000 students: how long until the students are there, until places and
 * answers come, and what the main loop did in one go at most. */

#include "board-screen.h"

#include "hs-application.h"
#include "hs-board-ask.h"
#include "hs-demo.h"
#include "hs-locale.h"

#include <glib/gstdio.h>

static void
say (const char *what, double value, double goal, const char *unit)
{
  g_print ("%-52s %9.1f %s, goal %.0f: %.2f\n", what, value, unit, goal, value / goal);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
answered (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gpointer *) data = hs_board_ask_finish (HS_BOARD (source), result, NULL);
}

static double
time_student (BoardScreen *screen, gint64 student)
{
  HsBoardStudent *answer = NULL;
  gint64 start = g_get_monotonic_time ();

  hs_board_ask (screen->board, hs_board_ask_student, g_memdup2 (&student, sizeof student), g_free,
                hs_board_student_free, NULL, answered, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  hs_board_student_free (answer);
  return since (start);
}

static void
open_board (BoardScreen *screen)
{
  gint64 start = g_get_monotonic_time ();
  GtkStack *stack;

  board_screen_watch (screen);
  board_screen_show (screen);
  stack = GTK_STACK (
      gtk_widget_get_template_child (GTK_WIDGET (screen->page), HS_TYPE_BOARD_PAGE, "stack"));
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "list") != 0)
    g_main_context_iteration (NULL, TRUE);
  say ("students on the board", since (start), 200, "ms");
  while (!hs_board_has_plan (screen->board))
    g_main_context_iteration (NULL, TRUE);
  say ("plan there, so that questions are answered", since (start), 2000, "ms");
  board_screen_wait (screen);
  say ("longest stretch on the main loop, painting aside", screen->longest, 8, "ms");
}

int
main (int argc, char **argv)
{
  guint students = argc > 1 ? (guint) atoi (argv[1]) : 15500;
  g_autofree char *folder = g_dir_make_tmp ("handslag-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "regio.handslag", NULL);
  g_autoptr (GError) error = NULL;
  HsClock clock = hs_clock_fixed ((gint64) hs_day (2026, 11, 23) * 86400 + 36000);
  HsStore *store;
  BoardScreen *screen;
  const HsBoardProposal *proposal;

  hs_locale_init ();
  gtk_init ();
  adw_init ();
  hs_application_register_resources ();
  store = hs_store_open (path, HS_STORE_CREATE, &error);
  if (store == NULL
      || !hs_demo_make (store, students, 2026, hs_day (2026, 11, 23), NULL, NULL, &error))
    g_error ("%s", error->message);
  hs_store_close (store);
  screen = board_screen_new (path, clock);
  board_screen_show (screen);
  hs_board_set_moves (screen->board, 200000);
  board_screen_wait (screen);
  hs_board_solve (screen->board, FALSE);
  board_screen_wait (screen);
  proposal = hs_board_proposal (screen->board);
  g_print ("%u students look for a place\n", proposal->rows->len);
  adw_window_set_content (ADW_WINDOW (screen->window), NULL);
  open_board (screen);
  proposal = hs_board_proposal (screen->board);
  say ("places for one student, ranked, with reasons",
       time_student (screen, g_array_index (proposal->rows, HsBoardRow, 100).student), 50, "ms");
  board_screen_watch (screen);
  hs_board_take_away (screen->board, g_array_index (proposal->rows, HsBoardRow, 50).id);
  board_screen_wait (screen);
  hs_board_undo (screen->board);
  board_screen_wait (screen);
  say ("longest stretch while changing and undoing", screen->longest, 8, "ms");
  board_screen_free (screen);
  return 0;
}
