/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time, which a test can set. Environment HANDSLAG_NOW ("2027-02-01T09:00:00Z") fixes it. */
#pragma once

#include "hs-date.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean fixed;
  gint64 moment;
} HsClock;

/* The clock of the machine, or the fixed one of the environment. */
HsClock hs_clock_default (void);
HsClock hs_clock_fixed (gint64 moment);
gint64 hs_clock_now (const HsClock *self);
HsDay hs_clock_today (const HsClock *self);

G_END_DECLS
