/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time, which a test can set. */

#include "hs-clock.h"

HsClock
hs_clock_default (void)
{
  const char *now = g_getenv ("HANDSLAG_NOW");
  HsClock clock = { FALSE, 0 };

  if (now != NULL && hs_moment_parse_iso (now, &clock.moment))
    clock.fixed = TRUE;
  return clock;
}

HsClock
hs_clock_fixed (gint64 moment)
{
  return (HsClock){ TRUE, moment };
}

gint64
hs_clock_now (const HsClock *self)
{
  return self->fixed ? self->moment : g_get_real_time () / G_USEC_PER_SEC;
}

HsDay
hs_clock_today (const HsClock *self)
{
  return hs_moment_day (hs_clock_now (self));
}
