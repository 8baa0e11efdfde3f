/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a long list costs while it is used: from a keystroke to the rows in 500,000, and the work
 * for a frame while it scrolls or jumps. Work on the main loop is counted in processor time of that
 * thread, which is what a person would wait for on a machine that does nothing else; the time to
 * the rows is on the clock.
 *
 * usage: bench-rows [rows [folder]] */

#include "bench-window.h"
#include "store-wait.h"

#include "hs-locale.h"
#include "hs-paged-list.h"
#include "hs-row-factory.h"

#define FRAMES 300
#define JUMPS 60

static gboolean
is_idle (gpointer context)
{
  return !hs_context_is_busy (context);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (hs_context_open_finish (HS_CONTEXT (source), result, NULL));
}

/* Runs the main loop once, and keeps the most work that it did. */
static void
iterate (double *most)
{
  double start = bench_ms (CLOCK_THREAD_CPUTIME_ID);

  g_main_context_iteration (NULL, TRUE);
  *most = MAX (*most, bench_ms (CLOCK_THREAD_CPUTIME_ID) - start);
}

static gboolean
has_rows (HsPagedList *list)
{
  g_autoptr (HsListItem) first = NULL;

  if (!hs_paged_list_is_ready (list))
    return FALSE;
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  return first == NULL || hs_list_item_id (first) != 0;
}

typedef struct
{
  double clock;
  double processor;
} Time;

/* A keystroke: from here to the texts of the first rows, in ms. */
static Time
search (HsPagedList *list, const char *text, double *most)
{
  g_autoptr (HsListSpec) spec = hs_list_spec_new (HS_KIND_STUDENT);
  Time start = { bench_ms (CLOCK_MONOTONIC), bench_ms (CLOCK_PROCESS_CPUTIME_ID) };

  spec->search = g_strdup (text);
  hs_paged_list_set_spec (list, spec);
  while (!has_rows (list))
    iterate (most);
  return (Time){ bench_ms (CLOCK_MONOTONIC) - start.clock,
                 bench_ms (CLOCK_PROCESS_CPUTIME_ID) - start.processor };
}

static void
measure_search (HsPagedList *list)
{
  static const char *const typed[] = { "jansen",   "noor visser", "çelik", "yilm", "vries 12",
                                       "dijkstra", "90210",       "emir",  "özde", "xyz" };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) clock = g_array_new (FALSE, FALSE, sizeof (double));
  double most = 0;
  Time first = search (list, NULL, &most);

  printf ("the whole list, the first time: %.0f ms, %.0f ms of processor\n", first.clock,
          first.processor);
  most = 0;
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (const char *at = g_utf8_next_char (typed[i]);; at = g_utf8_next_char (at))
      {
        g_autofree char *text = g_strndup (typed[i], (gsize) (at - typed[i]));
        Time time = search (list, text, &most);

        g_array_append_val (times, time.processor);
        g_array_append_val (clock, time.clock);
        if (*at == '\0')
          break;
      }
  bench_say ("keystroke to rows, p50", bench_percentile (times, 50), 16, "ms");
  bench_say ("keystroke to rows, p95", bench_percentile (times, 95), 16, "ms");
  bench_say ("keystroke to rows, p95, on the clock", bench_percentile (clock, 95), 16, "ms");
  bench_say ("most work of ours on the main loop while typing", most, 8, "ms");
}

typedef struct
{
  GtkAdjustment *place;
  GArray *frames; /* work for each, in ms */
  double start; /* of a frame; 0 when there was none */
  gboolean jumps;
} Scroll;

static void
before_paint (GdkFrameClock *clock, Scroll *scroll)
{
  scroll->start = bench_ms (CLOCK_THREAD_CPUTIME_ID);
}

static gboolean
move (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;
  double upper = gtk_adjustment_get_upper (scroll->place);

  gtk_adjustment_set_value (scroll->place, scroll->jumps
                                               ? g_random_double () * upper
                                               : gtk_adjustment_get_value (scroll->place) + 60);
  return G_SOURCE_CONTINUE;
}

/* Moves @n frames. From before-paint on it is the work of the frame (after-paint is not told of one
 * that had nothing to paint). @most: the work apart from that. */
static void
measure_scroll (GtkWidget *scroller, Scroll *scroll, guint n, double *most)
{
  guint tick = gtk_widget_add_tick_callback (scroller, move, scroll, NULL);

  g_array_set_size (scroll->frames, 0);
  while (scroll->frames->len < n)
    {
      double start = bench_ms (CLOCK_THREAD_CPUTIME_ID), end, work;

      scroll->start = 0;
      g_main_context_iteration (NULL, TRUE);
      end = bench_ms (CLOCK_THREAD_CPUTIME_ID);
      work = end - scroll->start;
      if (scroll->start > 0)
        g_array_append_val (scroll->frames, work);
      *most = MAX (*most, (scroll->start > 0 ? scroll->start : end) - start);
    }
  gtk_widget_remove_tick_callback (scroller, tick);
}

static void
measure_window (HsPagedList *list)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSelectionModel *selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (list))));
  GtkWidget *view = gtk_list_view_new (selection, hs_row_factory_new ());
  Scroll scroll = { .frames = g_array_new (FALSE, FALSE, sizeof (double)) };
  GdkFrameClock *clock;
  double most = 0;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), &scroll);
  scroll.place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  measure_scroll (scroller, &scroll, 20, &most);
  most = 0;
  measure_scroll (scroller, &scroll, FRAMES, &most);
  bench_say ("a frame while scrolling, p95", bench_percentile (scroll.frames, 95), 11, "ms");
  scroll.jumps = TRUE;
  measure_scroll (scroller, &scroll, JUMPS, &most);
  bench_say ("a frame of a jump, p95", bench_percentile (scroll.frames, 95), 25, "ms");
  bench_say ("most work between frames", most, 8, "ms");
  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (scroll.frames);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 500000;
  g_autofree char *own = argc > 2 ? NULL : hs_test_folder ();
  const char *folder = argc > 2 ? argv[2] : own;
  g_autofree char *path = g_build_filename (folder, "search.handslag", NULL);
  HsContext *context = hs_context_new (NULL, hs_clock_default ());
  HsPagedList *list = hs_paged_list_new (context);

  hs_locale_init ();
  gtk_init ();
  bench_fill_students (folder, "search.handslag", n, TRUE);
  hs_context_open_async (context, path, 0, on_opened, NULL);
  hs_test_wait (is_idle, context);
  printf ("%u rows\n", n);
  measure_search (list);
  search (list, NULL, &(double){ 0 });
  measure_window (list);
  hs_test_wait (is_idle, context);
  g_object_unref (list);
  g_object_unref (context);
  if (own != NULL)
    hs_test_folder_free (g_steal_pointer (&own));
  return 0;
}
