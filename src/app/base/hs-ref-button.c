/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses one record out of many. */

#include "hs-ref-button.h"

#include "hs-a11y.h"
#include "hs-kind.h"
#include "hs-paged-list.h"
#include "hs-row-factory.h"

#include <glib/gi18n.h>

struct _HsRefButton
{
  GtkWidget parent_instance;

  HsContext *context;
  HsListSpec *spec;
  char *name;
  char *empty;
  gint64 chosen;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *clear;
  GtkWidget *nothing;
  HsPagedList *model;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (HsRefButton, hs_ref_button, GTK_TYPE_WIDGET)

void
hs_ref_button_set (HsRefButton *self, gint64 id, const char *title)
{
  const char *empty = self->empty != NULL ? self->empty : _ ("Choose…");
  const char *shown = id == 0 ? empty : title != NULL ? title : _ ("Unknown");
  g_autofree char *said = g_strdup_printf ("%s: %s", self->name, shown);
  GtkWidget *inner = gtk_widget_get_first_child (self->button);

  self->chosen = id;
  gtk_label_set_label (GTK_LABEL (self->label), shown);
  if (id == 0)
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
  hs_a11y_label (self->button, said);
  hs_a11y_label (inner, said);
  if (self->clear != NULL)
    gtk_widget_set_visible (self->clear, id != 0);
}

void
hs_ref_button_set_empty (HsRefButton *self, const char *text)
{
  g_free (self->empty);
  self->empty = g_strdup (text);
  hs_ref_button_set (self, 0, NULL);
}

static void
choose (HsRefButton *self, gint64 id, const char *title)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  hs_ref_button_set (self, id, title);
  g_signal_emit (self, chosen_signal, 0, id, title);
}

static void
row_activated (GtkListView *view, guint position, HsRefButton *self)
{
  g_autoptr (HsListItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL && hs_list_item_id (item) != 0)
    choose (self, hs_list_item_id (item), hs_list_item_text (item)->title);
}

static void
entry_activated (GtkSearchEntry *entry, HsRefButton *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    row_activated (NULL, 0, self);
}

static void
search_changed (GtkSearchEntry *entry, HsRefButton *self)
{
  g_free (self->spec->search);
  self->spec->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  hs_paged_list_set_spec (self->model, self->spec);
}

static void
list_ready (HsPagedList *model, HsRefButton *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;

  gtk_widget_set_visible (self->nothing, !any);
}

static void
clear_clicked (GtkButton *button, HsRefButton *self)
{
  choose (self, 0, NULL);
}

static void
move_to_list (GtkSearchEntry *entry, HsRefButton *self)
{
  gtk_widget_child_focus (self->list, GTK_DIR_DOWN);
}

static GtkWidget *
make_list (HsRefButton *self)
{
  GtkSelectionModel *selection;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->model = hs_paged_list_new (self->context);
  g_signal_connect_object (self->model, "ready", G_CALLBACK (list_ready), self, 0);
  selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  self->list = gtk_list_view_new (selection, hs_row_factory_new ());
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "hs-picker");
  hs_a11y_label (self->list, self->name);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, 300, 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  return scrolled;
}

/* The popover is filled when it is first opened: a form has many of these. */
static void
fill_popover (HsRefButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = g_strdup_printf (_ ("Search: %s"), self->name);

  self->search = gtk_search_entry_new ();
  hs_a11y_label (self->search, name);
  g_object_set (self->search, "placeholder-text", _ ("Search"), NULL);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (entry_activated), self);
  g_signal_connect (self->search, "next-match", G_CALLBACK (move_to_list), self);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), make_list (self));
  self->nothing = gtk_label_new (_ ("Nothing found."));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (box), self->nothing);
  self->clear = gtk_button_new_with_mnemonic (_ ("_No choice"));
  hs_a11y_label (self->clear, _ ("_No choice"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_visible (self->clear, self->chosen != 0);
  g_signal_connect (self->clear, "clicked", G_CALLBACK (clear_clicked), self);
  gtk_box_append (GTK_BOX (box), self->clear);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
}

static void
popover_shown (GtkWidget *popover, HsRefButton *self)
{
  if (self->search == NULL)
    fill_popover (self);
  g_clear_pointer (&self->spec->search, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  hs_paged_list_set_spec (self->model, self->spec);
  gtk_widget_grab_focus (self->search);
}

/* What was shown is let go, so that a closed popover does not read again after each save. */
static void
popover_closed (GtkPopover *popover, HsRefButton *self)
{
  if (self->model != NULL)
    hs_paged_list_set_spec (self->model, NULL);
}

void
hs_ref_button_limit (HsRefButton *self, guint slot, int field, gint64 id)
{
  if (slot == 0)
    {
      self->spec->parent_field = id == 0 ? -1 : field;
      self->spec->parent_id = id;
    }
  else
    {
      self->spec->filter_field = field;
      self->spec->filter_value = id;
    }
}

void
hs_ref_button_focus (HsRefButton *self)
{
  gtk_widget_child_focus (self->button, GTK_DIR_TAB_FORWARD);
}

static void
hs_ref_button_dispose (GObject *object)
{
  HsRefButton *self = HS_REF_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->context);
  g_clear_pointer (&self->spec, hs_list_spec_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->empty, g_free);
  G_OBJECT_CLASS (hs_ref_button_parent_class)->dispose (object);
}

static void
hs_ref_button_class_init (HsRefButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_ref_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  chosen_signal = g_signal_new ("chosen", HS_TYPE_REF_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
}

static void
hs_ref_button_init (HsRefButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_halign (box, GTK_ALIGN_FILL);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), arrow);
  self->popover = gtk_popover_new ();
  g_signal_connect (self->popover, "show", G_CALLBACK (popover_shown), self);
  g_signal_connect (self->popover, "closed", G_CALLBACK (popover_closed), self);
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "hs-choice");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  hs_widget_fill_menu_button (box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
hs_ref_button_new (HsContext *context, HsKindId kind, const char *name)
{
  HsRefButton *self = g_object_new (HS_TYPE_REF_BUTTON, NULL);

  self->context = g_object_ref (context);
  self->spec = hs_list_spec_new (kind);
  self->name = g_strdup (name);
  hs_ref_button_set (self, 0, NULL);
  return GTK_WIDGET (self);
}
