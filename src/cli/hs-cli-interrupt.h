/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+C, or being asked to stop, while something long goes on that can be stopped. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _HsCliInterrupt HsCliInterrupt;

/* From now on until it is freed SIGINT, SIGTERM and SIGHUP cancel @cancellable instead of ending
 * the program; to be called before other threads are started. (transfer full) */
HsCliInterrupt *hs_cli_interrupt_new (GCancellable *cancellable);
void hs_cli_interrupt_free (HsCliInterrupt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsCliInterrupt, hs_cli_interrupt_free)

G_END_DECLS
