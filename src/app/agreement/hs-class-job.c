/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work behind the window of a class, on the worker thread. */

#include "hs-class-job.h"

#include "hs-dialogs.h"

#include <glib/gi18n.h>

void
hs_class_start_free (HsClassStart *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->names, g_ptr_array_unref);
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    g_clear_pointer (&self->choices[i], g_ptr_array_unref);
  g_free (self);
}

gpointer
hs_class_start_job (HsStore *store, gpointer data, GError **error)
{
  g_autoptr (HsClassStart) start = g_new0 (HsClassStart, 1);
  g_autoptr (GError) failure = NULL;

  start->names = hs_class_names (store, &failure);
  for (guint i = 0; failure == NULL && i < HS_CLASS_N_COLUMNS; i++)
    start->choices[i] = hs_class_choices (store, (HsClassColumn) i, &failure);
  if (failure == NULL)
    return g_steal_pointer (&start);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

HsClassWork *
hs_class_work_new (const HsClass *class, const HsActor *actor)
{
  HsClassWork *self = g_new0 (HsClassWork, 1);

  self->class = hs_class_copy (class);
  self->actor = actor == NULL ? NULL : hs_actor_copy (actor);
  return self;
}

void
hs_class_work_free (HsClassWork *self)
{
  if (self == NULL)
    return;
  hs_class_free (self->class);
  hs_actor_free (self->actor);
  g_free (self->add);
  g_free (self);
}

static HsClassWork *
copy_work (const HsClassWork *asked)
{
  HsClassWork *work = hs_class_work_new (asked->class, asked->actor);

  work->add = g_strdup (asked->add);
  work->student = asked->student;
  work->make = asked->make;
  return work;
}

static gboolean
make (HsClassWork *work, HsStore *store, GError **error)
{
  if (!hs_store_begin (store, work->actor, "class", error))
    return FALSE;
  work->made = hs_class_make (work->class, store, work->actor, error);
  if (work->made >= 0 && hs_store_commit (store, error))
    return TRUE;
  if (hs_store_in_transaction (store))
    hs_store_rollback (store);
  return FALSE;
}

gpointer
hs_class_work_job (HsStore *store, gpointer data, GError **error)
{
  g_autoptr (HsClassWork) work = copy_work (data);
  gboolean done;

  if ((work->add != NULL && hs_class_add_class (work->class, store, work->add, error) < 0)
      || (work->student != 0 && !hs_class_add_student (work->class, store, work->student, error)))
    return NULL;
  done = work->make ? make (work, store, error)
                    : hs_class_preview (work->class, store, work->actor, error);
  return done ? g_steal_pointer (&work) : NULL;
}

/* ---- taking back ---- */

typedef struct
{
  HsActor *actor;
  GArray *ids;
} Back;

static void
back_free (Back *back)
{
  hs_actor_free (back->actor);
  g_array_unref (back->ids);
  g_free (back);
}

static gpointer
back_job (HsStore *store, gpointer data, GError **error)
{
  Back *back = data;

  if (!hs_store_begin (store, back->actor, "undo", error))
    return NULL;
  if (!hs_class_undo (store, back->actor, (const gint64 *) back->ids->data, back->ids->len, error)
      || !hs_store_commit (store, error))
    if (hs_store_in_transaction (store))
      hs_store_rollback (store);
  return NULL;
}

static void
went_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  if (error != NULL)
    {
      g_autofree char *text = hs_sentence (error->message);
      hs_dialog_tell (GTK_WINDOW (window), _ ("This cannot be undone any more"), text);
      return;
    }
  hs_window_toast (window, _ ("The agreements of the class are gone again."));
}

void
hs_class_take_back (HsWindow *window, HsContext *context, const HsClass *made)
{
  Back *back = g_new0 (Back, 1);

  back->actor =
      hs_context_actor (context) == NULL ? NULL : hs_actor_copy (hs_context_actor (context));
  back->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < made->rows->len; i++)
    {
      gint64 id = ((const HsClassRow *) made->rows->pdata[i])->agreement;
      if (id != 0)
        g_array_append_val (back->ids, id);
    }
  hs_context_run (context, back_job, back, (GDestroyNotify) back_free, NULL, NULL, went_back,
                  g_object_ref (window));
}
