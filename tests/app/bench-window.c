/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person feels of speed, each next to what GTK itself takes in the same run:
 *
 *   start   from starting the program to the drawn and filled first page on 20,000 agreements, next
 *           to an empty libadwaita window
 *   list    from starting to the first rows of 1,000,000, next to a list of GTK that makes its rows
 *           when they are asked for; and the memory that it takes
 *   search  from a keystroke to the rows in 500,000
 *   scroll  work for a frame while the list scrolls, and for a jump
 *
 * Each is a process of its own, which is started several times; the least counts. Time is shown on
 * the clock and of the processor (all threads of the process): the clock depends on what else the
 * machine does. Work on the main loop is the processor time of that thread.
 *
 * usage: bench-window [agreements [rows of the list [rows of the search]]] */

#include "hs-bench-fill.h"

#include "hs-application.h"
#include "hs-list-item.h"
#include "hs-locale.h"
#include "hs-paged-list.h"
#include "hs-row-factory.h"
#include "hs-window.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 5
/* Work of our own that the main loop may have at a time, in ms. */
#define MOST_AT_A_TIME 8.0

static double
clock_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

/* When the process began, on the clock of CLOCK_BOOTTIME, to a hundredth of a second; the parent
 * says it better. */
static double
began (void)
{
  const char *said = g_getenv ("BENCH_BEGAN");

  return said != NULL ? g_ascii_strtod (said, NULL) : clock_ms (CLOCK_MONOTONIC);
}

/* Prints what the parent reads, and ends as a killed program would: tidying up is not measured. */
static void
report_start (void)
{
  struct rusage used;

  getrusage (RUSAGE_SELF, &used);
  printf ("%f %f %ld\n", clock_ms (CLOCK_MONOTONIC) - began (), clock_ms (CLOCK_PROCESS_CPUTIME_ID),
          used.ru_maxrss);
  fflush (stdout);
  _exit (0);
}

/* ---- start ---- */

static void
on_painted (GdkFrameClock *clock, gpointer window)
{
  HsContext *context = HS_IS_WINDOW (window) ? hs_window_context (window) : NULL;

  if (context == NULL
      || (hs_context_path (context) != NULL && !hs_context_is_busy (context)
          && hs_page_is_filled (hs_window_page (window))))
    report_start ();
}

/* A frame is asked for until all is there: what comes last is painted too. */
static gboolean
paint_again (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}
