/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for a condition, with a limit. */
#pragma once

#include <glib.h>

static inline gboolean
hs_test_wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* What is waited for comes in a moment; the limit is for a slow and busy machine. */
#define HS_TEST_LIMIT (120 * G_USEC_PER_SEC)

/* Runs the main context until @done gives TRUE, within the limit. */
static inline void
hs_test_wait (gboolean (*done) (gpointer), gpointer data)
{
  gint64 until = g_get_monotonic_time () + HS_TEST_LIMIT;
  guint wake = g_timeout_add (5, hs_test_wake, NULL);

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (wake);
}

/* The same for an expression. It sleeps in between: what spins takes the processor from the thread
 * that it waits for. */
#define WAIT_UNTIL(done)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 until_ = g_get_monotonic_time () + HS_TEST_LIMIT;                                       \
    guint wake_ = g_timeout_add (5, hs_test_wake, NULL);                                           \
    while (!(done) && g_get_monotonic_time () < until_)                                            \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (wake_);                                                                       \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END
