/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar for many rows. */

#include "hs-many-bar.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-many-dialog.h"
#include "hs-window.h"

#include <glib/gi18n.h>

struct _HsManyBar
{
  GtkWidget parent_instance;

  HsContext *context;
  HsListSpec *spec;
  GtkSelectionModel *selection;
  gulong handler;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *change;
  GtkWidget *remove;
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (HsManyBar, hs_many_bar, GTK_TYPE_WIDGET)

static void
selection_changed (HsManyBar *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (self->selection);
  guint n = (guint) gtk_bitset_get_size (bits);
  g_autofree char *text = g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_sensitive (self->change, n > 0);
  gtk_widget_set_sensitive (self->remove, n > 0);
}

void
hs_many_bar_begin (HsManyBar *self, const HsListSpec *spec, GtkSelectionModel *selection)
{
  if (self->selection != NULL)
    g_clear_signal_handler (&self->handler, self->selection);
  g_clear_pointer (&self->spec, hs_list_spec_free);
  self->spec = hs_list_spec_copy (spec);
  g_set_object (&self->selection, selection);
  self->handler = g_signal_connect_swapped (selection, "selection-changed",
                                            G_CALLBACK (selection_changed), self);
  selection_changed (self);
}

static void
all_clicked (HsManyBar *self)
{
  gtk_selection_model_select_all (self->selection);
}

static void
stop_clicked (HsManyBar *self)
{
  g_signal_emit (self, done_signal, 0);
}

/* ---- doing ---- */

typedef struct
{
  HsContext *context;
  HsManyDone *done;
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->context);
  hs_many_done_free (undo->done);
  g_free (undo);
}

static void
undo_clicked (Undo *undo)
{
  hs_many_undo (undo->context, undo->done);
}

static void
done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsManyBar) self = user_data;
  g_autoptr (GError) error = NULL;
  HsManyDone *what = hs_many_finish (HS_CONTEXT (source), result, &error);
  HsWindow *window = self->box == NULL ? NULL : hs_window_of (GTK_WIDGET (self));
  g_autofree char *text = NULL;
  Undo *undo;

  if (what == NULL)
    {
      text = hs_sentence (error->message);
      if (window != NULL)
        hs_dialog_tell (GTK_WINDOW (window), _ ("Nothing was changed"), text);
      return;
    }
  text = g_strdup_printf (what->removed ? ngettext ("%u removed", "%u removed", what->before->len)
                                        : ngettext ("%u changed", "%u changed", what->before->len),
                          what->before->len);
  undo = g_new0 (Undo, 1);
  undo->context = g_object_ref (HS_CONTEXT (source));
  undo->done = what;
  if (window == NULL)
    {
      undo_free (undo);
      return;
    }
  hs_window_toast_undo (window, text, G_CALLBACK (undo_clicked), undo, (GDestroyNotify) undo_free);
  g_signal_emit (self, done_signal, 0);
}

static void
remove_clicked (HsManyBar *self)
{
  g_autoptr (HsChosen) chosen = hs_chosen_new (self->spec, self->selection);

  hs_many_remove_async (self->context, chosen, done, g_object_ref (self));
}

static void
value_given (HsManyBar *self, guint field, HsRecord *value)
{
  g_autoptr (HsChosen) chosen = hs_chosen_new (self->spec, self->selection);

  hs_many_set_async (self->context, chosen, field, value, done, g_object_ref (self));
}

static void
change_clicked (HsManyBar *self)
{
  g_autoptr (HsChosen) chosen = hs_chosen_new (self->spec, self->selection);
  GtkWidget *dialog = hs_many_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                          self->context, self->spec->kind, chosen->n);

  g_signal_connect_object (dialog, "given", G_CALLBACK (value_given), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- the widget ---- */

static void
hs_many_bar_dispose (GObject *object)
{
  HsManyBar *self = HS_MANY_BAR (object);

  if (self->selection != NULL)
    g_clear_signal_handler (&self->handler, self->selection);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->spec, hs_list_spec_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_many_bar_parent_class)->dispose (object);
}

static void
hs_many_bar_class_init (HsManyBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_many_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  done_signal = g_signal_new ("done", HS_TYPE_MANY_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (HsManyBar *self, GtkWidget *row, const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
hs_many_bar_init (HsManyBar *self)
{
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "hs-many");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_box_append (GTK_BOX (first), self->label);
  add_button (self, first, _ ("Choose _all"), G_CALLBACK (all_clicked));
  add_button (self, first, _ ("_Stop"), G_CALLBACK (stop_clicked));
  gtk_box_set_homogeneous (GTK_BOX (second), TRUE);
  self->change = add_button (self, second, _ ("_Change…"), G_CALLBACK (change_clicked));
  self->remove = add_button (self, second, _ ("Re_move"), G_CALLBACK (remove_clicked));
  gtk_widget_add_css_class (self->change, "suggested-action");
  gtk_box_append (GTK_BOX (self->box), first);
  gtk_box_append (GTK_BOX (self->box), second);
  hs_a11y_name_parts (self->box);
}

GtkWidget *
hs_many_bar_new (HsContext *context)
{
  HsManyBar *self = g_object_new (HS_TYPE_MANY_BAR, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
