/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals are blocked in all threads and taken by one of their own, where anything may be called.
 */

#include "hs-cli-interrupt.h"

#include <signal.h>
#include <time.h>

#define LOOK_EVERY_NS 50000000

struct _HsCliInterrupt
{
  GCancellable *cancellable;
  GThread *thread;
  sigset_t before;
  int done; /* atomic */
};

static void
fill (sigset_t *set)
{
  sigemptyset (set);
  sigaddset (set, SIGINT);
  sigaddset (set, SIGTERM);
  sigaddset (set, SIGHUP);
}

static gpointer
wait_for_signal (gpointer data)
{
  HsCliInterrupt *self = data;
  const struct timespec while_waiting = { 0, LOOK_EVERY_NS };
  sigset_t set;

  fill (&set);
  while (g_atomic_int_get (&self->done) == 0)
    if (sigtimedwait (&set, NULL, &while_waiting) > 0)
      g_cancellable_cancel (self->cancellable);
  return NULL;
}

HsCliInterrupt *
hs_cli_interrupt_new (GCancellable *cancellable)
{
  HsCliInterrupt *self = g_new0 (HsCliInterrupt, 1);
  sigset_t set;

  fill (&set);
  self->cancellable = g_object_ref (cancellable);
  pthread_sigmask (SIG_BLOCK, &set, &self->before);
  self->thread = g_thread_new ("hs-interrupt", wait_for_signal, self);
  return self;
}

void
hs_cli_interrupt_free (HsCliInterrupt *self)
{
  g_atomic_int_set (&self->done, 1);
  g_thread_join (self->thread);
  pthread_sigmask (SIG_SETMASK, &self->before, NULL);
  g_object_unref (self->cancellable);
  g_free (self);
}
