/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing one field of many records. */

#include "hs-many-dialog.h"

#include "hs-a11y.h"
#include "hs-field-row.h"
#include "hs-present.h"

#include <glib/gi18n.h>

struct _HsManyDialog
{
  AdwWindow parent_instance;

  HsContext *context;
  const HsKind *kind;
  GArray *fields; /* of guint, in the order of the drop down */
  HsRecord *value;

  GtkWidget *drop;
  GtkWidget *bin;
};

static guint given_signal;

G_DEFINE_FINAL_TYPE (HsManyDialog, hs_many_dialog, ADW_TYPE_WINDOW)

/* A name or number is of one record only. */
static gboolean
can_be_many (const HsField *field)
{
  const guint never =
      HS_FIELD_HIDDEN | HS_FIELD_COMPUTED | HS_FIELD_KEY | HS_FIELD_TITLE | HS_FIELD_PARENT;

  return (field->flags & never) == 0 && field->type != HS_TYPE_TIME
         && field->check != HS_CHECK_EMAIL && field->check != HS_CHECK_PHONE;
}

static guint
field_now (HsManyDialog *self)
{
  return g_array_index (self->fields, guint,
                        gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop)));
}

static void
edited (HsFieldRow *row, HsRecord *value, HsManyDialog *self)
{
  hs_record_copy_field (self->value, value, hs_field_row_field (row));
}

static void
show_field (HsManyDialog *self)
{
  g_autoptr (GHashTable) titles = hs_titles_new ();
  guint field = field_now (self);
  GtkWidget *row = hs_field_row_new (self->context, self->kind->id, field, titles);

  g_clear_pointer (&self->value, hs_record_unref);
  self->value = hs_record_new (self->kind->id);
  hs_field_row_load (HS_FIELD_ROW (row), self->value);
  hs_field_row_set_hint (HS_FIELD_ROW (row), _ ("Leave it empty to empty the field everywhere."));
  g_signal_connect (row, "edited", G_CALLBACK (edited), self);
  adw_bin_set_child (ADW_BIN (self->bin), row);
}

static void
go_clicked (HsManyDialog *self)
{
  g_signal_emit (self, given_signal, 0, field_now (self), self->value);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
hs_many_dialog_dispose (GObject *object)
{
  HsManyDialog *self = HS_MANY_DIALOG (object);

  g_clear_pointer (&self->value, hs_record_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_many_dialog_parent_class)->dispose (object);
}

static void
hs_many_dialog_class_init (HsManyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_many_dialog_dispose;
  given_signal = g_signal_new ("given", HS_TYPE_MANY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hs_many_dialog_init (HsManyDialog *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
}

static GtkWidget *
new_drop (HsManyDialog *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (can_be_many (&self->kind->fields[i]))
      {
        g_array_append_val (self->fields, i);
        gtk_string_list_append (strings, hs_field_label (self->kind, i));
      }
  return hs_a11y_drop_down (G_LIST_MODEL (strings), _ ("Field to change"));
}

static GtkWidget *
new_bar (HsManyDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *go = gtk_button_new_with_mnemonic (_ ("_Change"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (go, "suggested-action");
  g_signal_connect_swapped (go, "clicked", G_CALLBACK (go_clicked), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), go);
  return bar;
}

GtkWidget *
hs_many_dialog_new (GtkWindow *parent, HsContext *context, HsKindId kind, guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("Change %u", "Change %u at once", n), n);
  HsManyDialog *self = g_object_new (HS_TYPE_MANY_DIALOG, "transient-for", parent, "modal", TRUE,
                                     "default-width", 420, "title", title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Field to change"));

  self->context = g_object_ref (context);
  self->kind = hs_kind (kind);
  self->drop = new_drop (self);
  self->bin = adw_bin_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "hs-field-label");
  gtk_widget_add_css_class (content, "hs-page");
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), self->drop);
  gtk_box_append (GTK_BOX (content), self->bin);
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_swapped (self->drop, "notify::selected", G_CALLBACK (show_field), self);
  show_field (self);
  hs_a11y_name_parts (box);
  return GTK_WIDGET (self);
}
