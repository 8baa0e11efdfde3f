/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search, filters, order and saved views of a list. */

#include "hs-list-tools.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-list-menu.h"
#include "hs-present.h"
#include "hs-ref-button.h"
#include "hs-views.h"

#include <glib/gi18n.h>

struct _HsListTools
{
  GtkWidget parent_instance;

  HsContext *context;
  HsListSpec *spec;
  GPtrArray *views; /* (element-type HsView) of all kinds */
  gboolean filling;

  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *menu;
  GtkWidget *choices;
  GtkWidget *filter;
  GtkWidget *reference;
  GSimpleActionGroup *actions;
};

enum
{
  CHANGED,
  ACTIVATED,
  NEXT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsListTools, hs_list_tools, GTK_TYPE_WIDGET)

static void show_menu (HsListTools *self);

static void
changed (HsListTools *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- filters ---- */

static void
filter_selected (GtkDropDown *drop, GParamSpec *pspec, HsListTools *self)
{
  guint selected = gtk_drop_down_get_selected (drop);

  if (self->filling)
    return;
  self->spec->filter_field = selected == 0 ? -1 : hs_list_filter_field (self->spec->kind);
  self->spec->filter_value = (gint64) selected - 1;
  changed (self);
}

static void
reference_chosen (HsRefButton *button, gint64 id, const char *title, HsListTools *self)
{
  self->spec->parent_field = id == 0 ? -1 : hs_list_reference_field (self->spec->kind);
  self->spec->parent_id = id;
  changed (self);
}

static void
add_filter (HsListTools *self)
{
  const HsKind *kind = hs_kind (self->spec->kind);
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  int field = hs_list_filter_field (kind->id);

  self->filter = NULL;
  if (field < 0)
    return;
  gtk_string_list_append (strings, _ ("Everything"));
  for (guint i = 0; i < hs_field_n_choices (&kind->fields[field]); i++)
    gtk_string_list_append (strings, hs_choice_label (kind->fields[field].choices, i));
  self->filter = hs_a11y_drop_down (G_LIST_MODEL (strings), hs_field_label (kind, (guint) field));
  gtk_widget_set_tooltip_text (self->filter, hs_field_label (kind, (guint) field));
  g_signal_connect (self->filter, "notify::selected", G_CALLBACK (filter_selected), self);
  gtk_box_append (GTK_BOX (self->choices), self->filter);
}

static void
add_reference (HsListTools *self)
{
  const HsKind *kind = hs_kind (self->spec->kind);
  int field = hs_list_reference_field (kind->id);
  g_autofree char *empty = NULL;

  self->reference = NULL;
  if (field < 0)
    return;
  empty = g_strdup_printf (_ ("%s: all"), hs_field_label (kind, (guint) field));
  self->reference = hs_ref_button_new (self->context, kind->fields[field].target,
                                       hs_field_label (kind, (guint) field));
  hs_ref_button_set_empty (HS_REF_BUTTON (self->reference), empty);
  g_signal_connect (self->reference, "chosen", G_CALLBACK (reference_chosen), self);
  gtk_box_append (GTK_BOX (self->choices), self->reference);
}

/* ---- order ---- */

static void
set_order (HsListTools *self, int field, gboolean descending)
{
  self->spec->order_field = field >= 0 ? field : hs_list_spec_default_order (self->spec->kind);
  self->spec->descending = descending;
  show_menu (self);
  changed (self);
}

void
hs_list_tools_sort (HsListTools *self, int field)
{
  gboolean same = self->spec->order_field == field;
  gboolean date = hs_kind (self->spec->kind)->fields[field].type == HS_TYPE_DATE;

  set_order (self, field, same ? !self->spec->descending : date);
}

static void
order_changed (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  HsListTools *self = user_data;
  int field = g_variant_get_int32 (value);
  gboolean date = field >= 0 && hs_kind (self->spec->kind)->fields[field].type == HS_TYPE_DATE;

  set_order (self, field, date);
}

static void
descending_changed (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  HsListTools *self = user_data;

  set_order (self, self->spec->order_field, g_variant_get_boolean (value));
}

/* ---- views ---- */

/* Shows in the widgets what the spec says. */
static void
show_spec (HsListTools *self, const char *title)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search),
                         self->spec->search != NULL ? self->spec->search : "");
  if (self->filter != NULL)
    gtk_drop_down_set_selected (
        GTK_DROP_DOWN (self->filter),
        self->spec->filter_field < 0 ? 0 : (guint) self->spec->filter_value + 1);
  if (self->reference != NULL)
    hs_ref_button_set (HS_REF_BUTTON (self->reference),
                       self->spec->parent_field < 0 ? 0 : self->spec->parent_id, title);
  self->filling = FALSE;
  show_menu (self);
}

typedef struct
{
  HsKindId kind;
  gint64 id;
} Titled;

static gpointer
title_job (HsStore *store, gpointer data, GError **error)
{
  const Titled *titled = data;

  return hs_present_title_of (store, titled->kind, titled->id);
}

static void
title_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsListTools) self = user_data;
  g_autofree char *title = hs_context_run_finish (HS_CONTEXT (source), result, NULL);

  if (self->box != NULL)
    show_spec (self, title);
}

static void
view_chosen (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsListTools *self = user_data;
  const HsView *view = g_ptr_array_index (self->views, g_variant_get_int32 (parameter));
  const HsKind *kind = hs_kind (self->spec->kind);

  hs_list_spec_free (self->spec);
  self->spec = hs_list_spec_copy (view->spec);
  show_spec (self, NULL);
  changed (self);
  if (self->spec->parent_field >= 0)
    {
      Titled *titled = g_new0 (Titled, 1);
      *titled = (Titled){ kind->fields[self->spec->parent_field].target, self->spec->parent_id };
      hs_context_run (self->context, title_job, titled, g_free, g_free, NULL, title_known,
                      g_object_ref (self));
    }
}

static void
view_named (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsListTools) self = user_data;
  g_autofree char *name = hs_dialog_text_finish (result);
  HsView *view;

  if (name == NULL || self->box == NULL)
    return;
  view = g_new0 (HsView, 1);
  view->name = g_steal_pointer (&name);
  view->spec = hs_list_spec_copy (self->spec);
  g_ptr_array_add (self->views, view);
  hs_views_save (self->context, self->views);
  show_menu (self);
}

static void
save_view (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsListTools *self = user_data;

  hs_dialog_text_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Save this view"),
                        _ ("Name of the view"), _ ("_Save"), view_named, g_object_ref (self));
}

static void
forget_view (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsListTools *self = user_data;

  g_ptr_array_remove_index (self->views, (guint) g_variant_get_int32 (parameter));
  hs_views_save (self->context, self->views);
  show_menu (self);
}

static void
views_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsListTools) self = user_data;
  GPtrArray *views = hs_views_load_finish (HS_CONTEXT (source), result);

  if (views == NULL)
    return;
  g_ptr_array_unref (self->views);
  self->views = views;
  if (self->box != NULL && self->spec != NULL)
    show_menu (self);
}

/* ---- the menu ---- */

static void
show_menu (HsListTools *self)
{
  g_autoptr (GMenuModel) menu =
      hs_list_menu_new (self->spec->kind, self->views, !hs_context_is_read_only (self->context));
  GAction *by = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "order");
  GAction *descending = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "descending");

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  g_simple_action_set_state (G_SIMPLE_ACTION (by), g_variant_new_int32 (self->spec->order_field));
  g_simple_action_set_state (G_SIMPLE_ACTION (descending),
                             g_variant_new_boolean (self->spec->descending));
  hs_a11y_label (self->menu, _ ("Order and views"));
}

/* ---- what others ask ---- */

const HsListSpec *
hs_list_tools_spec (HsListTools *self)
{
  return self->spec;
}

gboolean
hs_list_tools_is_narrowed (HsListTools *self)
{
  return (self->spec->search != NULL && *self->spec->search != '\0')
         || self->spec->filter_field >= 0 || self->spec->parent_field >= 0;
}

void
hs_list_tools_show_all (HsListTools *self)
{
  g_clear_pointer (&self->spec->search, g_free);
  self->spec->filter_field = self->spec->parent_field = -1;
  show_spec (self, NULL);
  changed (self);
  gtk_widget_grab_focus (self->search);
}

void
hs_list_tools_filter (HsListTools *self, guint value)
{
  if (self->filter != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter), value + 1);
}

void
hs_list_tools_focus (HsListTools *self)
{
  gtk_widget_grab_focus (self->search);
}

void
hs_list_tools_show_kind (HsListTools *self, HsKindId kind)
{
  GtkWidget *child;

  self->filling = TRUE;
  hs_list_spec_free (self->spec);
  self->spec = hs_list_spec_new (kind);
  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);
  add_filter (self);
  add_reference (self);
  gtk_widget_set_visible (self->choices, self->filter != NULL || self->reference != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->filling = FALSE;
  show_menu (self);
}

/* ---- the widget ---- */

static void
search_changed (HsListTools *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->spec == NULL || self->filling || g_strcmp0 (text, self->spec->search) == 0
      || (*text == '\0' && self->spec->search == NULL))
    return;
  g_free (self->spec->search);
  self->spec->search = g_strdup (text);
  changed (self);
}

static void
search_activated (HsListTools *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
search_next (HsListTools *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static const GActionEntry entries[] = {
  { .name = "order", .parameter_type = "i", .state = "-1", .change_state = order_changed },
  { .name = "descending", .state = "false", .change_state = descending_changed },
  { .name = "view", .parameter_type = "i", .activate = view_chosen },
  { .name = "save-view", .activate = save_view },
  { .name = "forget-view", .parameter_type = "i", .activate = forget_view },
};

static void
hs_list_tools_dispose (GObject *object)
{
  HsListTools *self = HS_LIST_TOOLS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->spec, hs_list_spec_free);
  g_clear_object (&self->context);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (hs_list_tools_parent_class)->dispose (object);
}

static void
hs_list_tools_finalize (GObject *object)
{
  g_ptr_array_unref (HS_LIST_TOOLS (object)->views);
  G_OBJECT_CLASS (hs_list_tools_parent_class)->finalize (object);
}

static void
hs_list_tools_class_init (HsListToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_list_tools_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_list_tools_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", HS_TYPE_LIST_TOOLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", HS_TYPE_LIST_TOOLS, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", HS_TYPE_LIST_TOOLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
hs_list_tools_init (HsListTools *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_view_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "hs-tools");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  g_object_set (self->search, "placeholder-text", _ ("Search"), NULL);
  hs_a11y_label (self->search, _ ("Search in this list"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activated), self);
  g_signal_connect_swapped (self->search, "next-match", G_CALLBACK (search_next), self);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-sort-ascending-symbolic");
  gtk_widget_set_tooltip_text (self->menu, _ ("Order and views"));
  self->choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->choices), TRUE);
  gtk_box_append (GTK_BOX (row), self->search);
  gtk_box_append (GTK_BOX (row), self->menu);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_box_append (GTK_BOX (self->box), self->choices);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));
  hs_a11y_name_parts (self->box);
}

GtkWidget *
hs_list_tools_new (HsContext *context)
{
  HsListTools *self = g_object_new (HS_TYPE_LIST_TOOLS, NULL);

  self->context = g_object_ref (context);
  hs_views_load_async (context, views_loaded, g_object_ref (self));
  return GTK_WIDGET (self);
}
