/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Matchen in a window of its own. */

#include "board-screen.h"

#include "hs-page.h"
#include "hs-query.h"

#include <time.h>

/* Only one screen at a time is watched: a poll function has no data. */
static BoardScreen *watched;
static double busy_since;
static double painting_since;
static double painted;

/* Milliseconds of work of this thread: what others do on the machine does not count. */
static double
work_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000.0 + (double) now.tv_nsec / 1e6;
}

static gint
poll_and_measure (GPollFD *fds, guint n, gint timeout)
{
  gint result;

  if (watched != NULL && busy_since > 0)
    watched->longest = MAX (watched->longest, work_now () - busy_since - painted);
  result = g_poll (fds, n, timeout);
  busy_since = work_now ();
  painted = 0;
  return result;
}

static void
before_paint (void)
{
  painting_since = work_now ();
}

static void
after_paint (void)
{
  painted += work_now () - painting_since;
}

static void
opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  hs_context_open_finish (HS_CONTEXT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gpointer
find_coordinator (HsStore *store, gpointer data, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PERSON);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, HS_PERSON_ROLES, HS_OP_HAS_BITS, 1 << HS_ROLE_COORDINATOR);
  found = hs_store_find (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      HsActor *actor = hs_store_actor (store, hs_record_uid (found->pdata[i]), NULL);

      if (actor != NULL && actor->side == HS_ORGANISATION_KIND_SCHOOL)
        return actor;
      hs_actor_free (actor);
    }
  return NULL;
}

static void
found (GObject *source, GAsyncResult *result, gpointer data)
{
  *(HsActor **) data = hs_context_run_finish (HS_CONTEXT (source), result, NULL);
  g_assert_nonnull (*(HsActor **) data);
}

BoardScreen *
board_screen_new (const char *path, HsClock clock)
{
  BoardScreen *self = g_new0 (BoardScreen, 1);
  HsActor *actor = NULL;
  gboolean done = FALSE;

  self->context = hs_context_new (NULL, clock);
  hs_context_open_async (self->context, path, 0, opened, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  hs_context_run (self->context, find_coordinator, NULL, NULL, (GDestroyNotify) hs_actor_free, NULL,
                  found, &actor);
  while (actor == NULL)
    g_main_context_iteration (NULL, TRUE);
  hs_context_set_actor (self->context, actor);
  hs_actor_free (actor);
  while (hs_context_is_busy (self->context) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  self->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->window, 1200, 800);
  gtk_window_present (self->window);
  return self;
}

void
board_screen_show (BoardScreen *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  self->page = HS_BOARD_PAGE (hs_board_page_new (self->context));
  self->board = hs_board_page_board (self->page);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
  if (clock != NULL)
    {
      g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), NULL);
      g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint), NULL);
    }
  hs_page_shown (HS_PAGE (self->page));
}

static gboolean
too_long (gpointer data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

void
board_screen_wait (BoardScreen *self)
{
  guint limit = g_timeout_add_seconds (240, too_long, NULL);
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet_since < 150000)
    {
      g_main_context_iteration (NULL, FALSE);
      if ((self->board != NULL && !hs_board_is_idle (self->board))
          || hs_context_is_busy (self->context))
        quiet_since = g_get_monotonic_time ();
      else
        g_usleep (500);
    }
  g_source_remove (limit);
}

void
board_screen_watch (BoardScreen *self)
{
  g_main_context_set_poll_func (NULL, poll_and_measure);
  busy_since = 0;
  self->longest = 0;
  watched = self;
}

GtkWidget *
board_screen_find (GtkWidget *root, const char *name)
{
  GtkWidget *result = NULL;

  if (g_strcmp0 (G_OBJECT_TYPE_NAME (root), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && result == NULL;
       child = gtk_widget_get_next_sibling (child))
    result = board_screen_find (child, name);
  return result;
}

void
board_screen_free (BoardScreen *self)
{
  board_screen_wait (self);
  watched = NULL;
  g_main_context_set_poll_func (NULL, NULL);
  gtk_window_destroy (self->window);
  while (hs_context_is_busy (self->context) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (self->context);
  g_free (self);
}
