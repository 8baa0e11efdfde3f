/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of a class: who, what holds for all, the table, and a preview that follows what is
 * typed. */

#include "hs-class-dialog.h"

#include "hs-a11y.h"
#include "hs-class-grid.h"
#include "hs-class-job.h"
#include "hs-dialogs.h"
#include "hs-help-window.h"
#include "hs-ref-button.h"

#include <glib/gi18n.h>

/* After so long without a key the preview is made again. */
#define WAIT_MS 350

struct _HsClassDialog
{
  AdwWindow parent_instance;

  HsWindow *window;
  HsContext *context;
  HsClass *class;
  HsClassGrid *grid;
  GCancellable *cancellable; /* of the preview that is under way */
  GPtrArray *names;
  guint timer;
  guint n_will; /* how many the last preview made */
  gboolean fresh; /* the preview is of what is typed now */
  gboolean making;

  GtkWidget *make;
  AdwBin *class_bin;
  GtkWidget *class_drop;
  AdwBin *student_bin;
  AdwBin *like_bin;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (HsClassDialog, hs_class_dialog, ADW_TYPE_WINDOW)

/* ---- what is shown ---- */

static void
show_button (HsClassDialog *self)
{
  g_autofree char *label =
      self->n_will == 0
          ? g_strdup (_ ("_Make"))
          : g_strdup_printf (ngettext ("_Make %u agreement", "_Make %u agreements", self->n_will),
                             self->n_will);

  gtk_button_set_label (GTK_BUTTON (self->make), label);
  hs_a11y_label (self->make, label);
  gtk_widget_set_sensitive (self->make, self->fresh && !self->making && self->n_will > 0);
}

static void
show_status (HsClassDialog *self, const HsClass *found)
{
  guint problems = hs_class_n_problems (found), held = 0, remarks = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->rows->len; i++)
    {
      const HsClassRow *row = found->rows->pdata[i];

      held += row->number != NULL && row->state < found->until;
      remarks += row->remark != NULL;
    }
  if (problems > 0)
    g_string_append_printf (
        text, ngettext ("%u cell is not clear yet. ", "%u cells are not clear yet. ", problems),
        problems);
  if (held > 0)
    g_string_append_printf (
        text,
        ngettext ("%u does not become a concept yet. ", "%u do not become a concept yet. ", held),
        held);
  if (remarks > 0)
    g_string_append_printf (
        text,
        ngettext ("Look at %u remark on the right.", "Look at %u remarks on the right.", remarks),
        remarks);
  if (text->len == 0)
    g_string_append (text, _ ("Everything fits. Nothing is saved until you make them."));
  gtk_label_set_label (self->status, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->status), TRUE);
  hs_a11y_announce (GTK_WIDGET (self->status), text->str);
}

static void
show_found (HsClassDialog *self, const HsClass *found)
{
  self->n_will = 0;
  for (guint i = 0; i < found->rows->len; i++)
    self->n_will += ((HsClassRow *) found->rows->pdata[i])->number != NULL;
  self->fresh = hs_class_n_problems (found) == 0;
  hs_class_grid_show_found (self->grid, found);
  show_status (self, found);
  show_button (self);
}

static void
show_error (HsClassDialog *self, const GError *error)
{
  g_autofree char *text = hs_sentence (error->message);

  gtk_label_set_label (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status), TRUE);
  self->n_will = 0;
  show_button (self);
}

/* ---- previews ---- */

static void
previewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsClassDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsClassWork) work = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    show_error (self, error);
  else if (work->class->rows->len == self->class->rows->len)
    show_found (self, work->class);
}

static void
run (HsClassDialog *self, HsClassWork *work, GAsyncReadyCallback callback)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hs_context_run (self->context, hs_class_work_job, work, (GDestroyNotify) hs_class_work_free,
                  (GDestroyNotify) hs_class_work_free, self->cancellable, callback,
                  g_object_ref (self));
}

static gboolean
preview_now (gpointer user_data)
{
  HsClassDialog *self = user_data;

  self->timer = 0;
  run (self, hs_class_work_new (self->class, hs_context_actor (self->context)), previewed);
  return G_SOURCE_REMOVE;
}

static void
edited (HsClassDialog *self)
{
  self->fresh = FALSE;
  show_button (self);
  if (self->timer != 0)
    g_source_remove (self->timer);
  self->timer = g_timeout_add (WAIT_MS, preview_now, self);
}

/* ---- who ---- */

static void
added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsClassDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsClassWork) work = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      show_error (self, error);
      return;
    }
  hs_class_free (self->class);
  self->class = hs_class_copy (work->class);
  hs_class_grid_set_class (self->grid, self->class);
  gtk_stack_set_visible_child_name (self->stack, "table");
  hs_class_grid_start (self->grid);
  show_found (self, work->class);
}

static void
class_chosen (HsClassDialog *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->class_drop));
  HsClassWork *work;

  if (index == 0 || self->names == NULL || index > self->names->len)
    return;
  work = hs_class_work_new (self->class, hs_context_actor (self->context));
  g_ptr_array_set_size (work->class->rows, 0);
  work->add = g_strdup (self->names->pdata[index - 1]);
  run (self, work, added);
}

static void
student_chosen (HsRefButton *button, gint64 id, const char *title, HsClassDialog *self)
{
  HsClassWork *work;

  if (id == 0)
    return;
  hs_ref_button_set (button, 0, NULL);
  work = hs_class_work_new (self->class, hs_context_actor (self->context));
  work->student = id;
  run (self, work, added);
}

static void
like_chosen (HsRefButton *button, gint64 id, const char *title, HsClassDialog *self)
{
  self->class->like = id;
  hs_ref_button_set (button, id, title);
  edited (self);
}

static void
show_names (HsClassDialog *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);

  gtk_string_list_append (strings,
                          self->names->len > 0 ? _ ("Choose a class") : _ ("There are no classes"));
  for (guint i = 0; i < self->names->len; i++)
    gtk_string_list_append (strings, self->names->pdata[i]);
  self->class_drop = hs_a11y_drop_down (G_LIST_MODEL (strings), _ ("Class"));
  g_signal_connect_swapped (self->class_drop, "notify::selected", G_CALLBACK (class_chosen), self);
  adw_bin_set_child (self->class_bin, self->class_drop);
  gtk_widget_grab_focus (self->class_drop);
}

static void
started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsClassDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsClassStart) start = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  if (error != NULL)
    {
      show_error (self, error);
      return;
    }
  self->names = g_steal_pointer (&start->names);
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    hs_class_grid_set_choices (self->grid, (HsClassColumn) i, start->choices[i]);
  show_names (self);
}

/* ---- making ---- */

typedef struct
{
  HsWindow *window;
  HsContext *context;
  HsClass *made;
} Made;

static void
made_free (Made *made)
{
  g_object_unref (made->window);
  g_object_unref (made->context);
  hs_class_free (made->made);
  g_free (made);
}

static void
take_back (Made *made)
{
  hs_class_take_back (made->window, made->context, made->made);
}

static void
made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsClassDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsClassWork) work = hs_context_run_finish (HS_CONTEXT (source), result, &error);
  g_autofree char *text = NULL;
  Made *undo;

  self->making = FALSE;
  if (error != NULL)
    {
      show_error (self, error);
      return;
    }
  text = g_strdup_printf (
      ngettext ("%d agreement is made.", "%d agreements are made.", (guint) work->made),
      work->made);
  undo = g_new0 (Made, 1);
  undo->window = g_object_ref (self->window);
  undo->context = g_object_ref (self->context);
  undo->made = g_steal_pointer (&work->class);
  hs_window_toast_undo (self->window, text, G_CALLBACK (take_back), undo,
                        (GDestroyNotify) made_free);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
make_clicked (HsClassDialog *self)
{
  HsClassWork *work = hs_class_work_new (self->class, hs_context_actor (self->context));

  work->make = TRUE;
  self->making = TRUE;
  show_button (self);
  run (self, work, made);
}

/* ---- the widget ---- */

static void
hs_class_dialog_dispose (GObject *object)
{
  HsClassDialog *self = HS_CLASS_DIALOG (object);

  if (self->cancellable != NULL && !self->making)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->context);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  G_OBJECT_CLASS (hs_class_dialog_parent_class)->dispose (object);
  g_clear_pointer (&self->class, hs_class_free);
}

static void
hs_class_dialog_class_init (HsClassDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_class_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/agreement/hs-class-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsClassDialog, make);
  gtk_widget_class_bind_template_child (widget_class, HsClassDialog, class_bin);
  gtk_widget_class_bind_template_child (widget_class, HsClassDialog, student_bin);
  gtk_widget_class_bind_template_child (widget_class, HsClassDialog, like_bin);
  gtk_widget_class_bind_template_child (widget_class, HsClassDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HsClassDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, HsClassDialog, status);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked);
  hs_help_bind (widget_class, "klas");
}

static void
hs_class_dialog_init (HsClassDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->class = hs_class_new ();
  self->grid = HS_CLASS_GRID (hs_class_grid_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->grid));
  g_signal_connect_swapped (self->grid, "edited", G_CALLBACK (edited), self);
}

GtkWidget *
hs_class_dialog_new (HsWindow *window, HsContext *context)
{
  HsClassDialog *self =
      g_object_new (HS_TYPE_CLASS_DIALOG, "transient-for", window, "modal", TRUE, NULL);
  GtkWidget *student = hs_ref_button_new (context, HS_KIND_STUDENT, _ ("Add a student"));
  GtkWidget *like = hs_ref_button_new (context, HS_KIND_AGREEMENT, _ ("As this agreement"));

  self->window = window;
  self->context = g_object_ref (context);
  adw_bin_set_child (self->student_bin, student);
  adw_bin_set_child (self->like_bin, like);
  g_signal_connect (student, "chosen", G_CALLBACK (student_chosen), self);
  g_signal_connect (like, "chosen", G_CALLBACK (like_chosen), self);
  hs_a11y_name_parts (GTK_WIDGET (self));
  show_button (self);
  hs_context_run (context, hs_class_start_job, NULL, NULL, (GDestroyNotify) hs_class_start_free,
                  NULL, started, g_object_ref (self));
  return GTK_WIDGET (self);
}
