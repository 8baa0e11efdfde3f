/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for a condition, with a limit. */
#pragma once

#include <glib.h>

static inline gboolean
hs_test_wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main context until @done gives TRUE; fails after 30 s. */
static inline void
hs_test_wait (gboolean (*done) (gpointer), gpointer data)
{
  gint64 until = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  guint wake = g_timeout_add (5, hs_test_wake, NULL);

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (wake);
}
