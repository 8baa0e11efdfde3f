/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of records. It shows a list with the details beside it; as a table it has the whole page
 * to itself, and so has an agreement, which opens in a window of its own. */

#include "hs-record-page.h"

#include "hs-a11y.h"
#include "hs-check-factory.h"
#include "hs-list-tools.h"
#include "hs-many-bar.h"
#include "hs-new-agreement.h"
#include "hs-page.h"
#include "hs-paged-list.h"
#include "hs-record-details.h"
#include "hs-row-factory.h"
#include "hs-table.h"

#include <glib/gi18n.h>

struct _HsRecordPage
{
  AdwBin parent_instance;

  HsContext *context;
  HsKindId kinds[7];
  guint n_kinds;
  HsPagedList *model;
  GtkSingleSelection *selection;
  HsListTools *tools;
  HsRecordDetails *details;
  HsManyBar *many;
  GtkWidget *heading;
  GSimpleActionGroup *actions;
  gboolean filling;
  gboolean narrow; /* no room for a table */
  gboolean table; /* asked for */
  gboolean choosing; /* many rows */

  AdwLeaflet *leaflet;
  GtkWidget *list_box;
  AdwHeaderBar *bar;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkWidget *add;
  GtkMenuButton *more;
  AdwBin *tools_bin;
  AdwBin *heading_bin;
  AdwBin *many_bin;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkWidget *separator;
  GtkLabel *count;
  GtkWidget *kind_drop;
};

static void page_init (HsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsRecordPage, hs_record_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HS_TYPE_PAGE, page_init))

static HsKindId
kind_now (HsRecordPage *self)
{
  return hs_list_tools_spec (self->tools)->kind;
}

static gboolean
is_agreements (HsRecordPage *self)
{
  return self->kinds[0] == HS_KIND_AGREEMENT;
}

static gboolean
is_table (HsRecordPage *self)
{
  return self->table && !self->narrow && !self->choosing;
}

/* ---- how rows look ---- */

static void
show_rows (HsRecordPage *self)
{
  g_autoptr (GtkListItemFactory) factory =
      is_table (self) ? hs_table_factory_new (kind_now (self)) : hs_row_factory_new ();

  gtk_list_view_set_model (self->list, NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_widget_set_visible (self->heading, is_table (self));
  gtk_widget_set_visible (GTK_WIDGET (self->many), FALSE);
}

static void
show_layout (HsRecordPage *self)
{
  gboolean alone = is_agreements (self) || is_table (self);

  gtk_widget_set_hexpand (self->list_box, alone);
  gtk_widget_set_visible (self->separator, !alone);
  adw_leaflet_set_can_unfold (self->leaflet, !alone);
  g_object_set (self->bar, "show-end-title-buttons",
                alone || adw_leaflet_get_folded (self->leaflet), NULL);
  gtk_list_view_set_single_click_activate (self->list, alone && !self->choosing);
  show_rows (self);
}

static void
reload (HsRecordPage *self)
{
  const HsListSpec *spec = hs_list_tools_spec (self->tools);

  hs_table_header_show (HS_TABLE_HEADER (self->heading), spec);
  hs_paged_list_set_spec (self->model, spec);
}

static void
list_ready (HsRecordPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const HsKind *kind = hs_kind (kind_now (self));
  g_autofree char *text =
      g_strdup_printf ("%u %s", n, n == 1 ? hs_kind_label (kind) : hs_kind_plural (kind));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list"
                                                 : hs_list_tools_is_narrowed (self->tools)
                                                     ? "nothing"
                                                     : "empty");
  gtk_widget_set_visible (self->heading, is_table (self) && n > 0);
  gtk_label_set_label (self->count, text);
}

/* ---- one row ---- */

static void
row_activated (HsRecordPage *self, guint position)
{
  g_autoptr (HsListItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item == NULL || hs_list_item_id (item) == 0 || self->choosing)
    return;
  if (self->details == NULL)
    hs_window_show_record (hs_window_of (GTK_WIDGET (self)), kind_now (self),
                           hs_list_item_id (item));
  else
    {
      hs_record_details_show (self->details, kind_now (self), hs_list_item_id (item));
      adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->details));
    }
}

/* Beside the list the details follow the selection; instead of it they wait for a click. */
static void
selection_changed (HsRecordPage *self)
{
  HsListItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL || self->details == NULL || adw_leaflet_get_folded (self->leaflet)
      || hs_list_item_id (item) == 0
      || hs_list_item_id (item) == hs_record_details_id (self->details))
    return;
  hs_record_details_show (self->details, kind_now (self), hs_list_item_id (item));
}

static void
search_activated (HsRecordPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    row_activated (self, 0);
}

static void
search_next (HsRecordPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN);
}

static void
show_all_clicked (HsRecordPage *self)
{
  hs_list_tools_show_all (self->tools);
}

static void
sort_asked (HsRecordPage *self, int field)
{
  hs_list_tools_sort (self->tools, field);
}

/* ---- many rows ---- */

static void
stop_choosing (HsRecordPage *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "choose");

  self->choosing = FALSE;
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (FALSE));
  show_layout (self);
}

static void
begin_choosing (HsRecordPage *self)
{
  g_autoptr (GtkSelectionModel) many =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  g_autoptr (GtkListItemFactory) factory = hs_check_factory_new (many);

  self->choosing = TRUE;
  show_layout (self);
  gtk_list_view_set_model (self->list, NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, many);
  hs_many_bar_begin (self->many, hs_list_tools_spec (self->tools), many);
  gtk_widget_set_visible (GTK_WIDGET (self->many), TRUE);
}

static void
choose_changed (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  HsRecordPage *self = user_data;

  g_simple_action_set_state (action, value);
  if (g_variant_get_boolean (value))
    begin_choosing (self);
  else
    stop_choosing (self);
}

static void
table_changed (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  HsRecordPage *self = user_data;

  g_simple_action_set_state (action, value);
  self->table = g_variant_get_boolean (value);
  if (self->choosing)
    stop_choosing (self);
  else
    show_layout (self);
  list_ready (self);
}

/* What is listed is something else: what was chosen of it is gone. */
static void
tools_changed (HsRecordPage *self)
{
  if (self->choosing)
    stop_choosing (self);
  reload (self);
}

/* ---- kinds ---- */

static const char *
empty_text (HsKindId kind)
{
  switch (kind)
    {
    case HS_KIND_AGREEMENT:
      return _ ("Make an agreement for a student. Handslag fills in what it knows.");
    case HS_KIND_STUDENT:
      return _ ("Add a student. Or import a list: see the menu above.");
    case HS_KIND_PERSON:
      return _ ("Add supervisors, digicoaches and teachers.");
    case HS_KIND_TALK:
      return _ ("Write down what schools and care organisations discuss.");
    case HS_KIND_ITEM:
      return _ ("Add what a location has: a Tovertafel, video calling, a medication dispenser.");
    case HS_KIND_DIRECTORY:
      return _ ("Write down which organisation works on what, and whom to ask.");
    case HS_KIND_VACANCY:
      return _ ("Add a place for students: where, when, and how many.");
    default:
      return _ ("Add the first one.");
    }
}

static void
show_menu (HsRecordPage *self)
{
  gboolean read_only = hs_context_is_read_only (self->context);
  g_autoptr (GMenuModel) menu = hs_window_list_menu (kind_now (self), read_only);
  g_autoptr (GMenu) section = g_menu_new ();

  if (!read_only && !is_agreements (self))
    g_menu_append (section, _ ("_Choose many"), "page.choose");
  if (!self->narrow)
    g_menu_append (section, _ ("As a _table"), "page.table");
  g_menu_prepend_section (G_MENU (menu), NULL, G_MENU_MODEL (section));
  gtk_menu_button_set_menu_model (self->more, menu);
  hs_a11y_label (GTK_WIDGET (self->more), _ ("More with this list"));
}

static void
show_kind (HsRecordPage *self, HsKindId kind)
{
  const char *plural = hs_kind_plural (hs_kind (kind));
  g_autofree char *add = g_strdup_printf (_ ("Add: %s"), hs_kind_label (hs_kind (kind)));

  hs_list_tools_show_kind (self->tools, kind);
  adw_window_title_set_title (self->title, plural);
  gtk_widget_set_tooltip_text (self->add, add);
  hs_a11y_label (self->add, add);
  hs_a11y_label (GTK_WIDGET (self->list), plural);
  adw_status_page_set_title (self->empty, plural);
  adw_status_page_set_description (self->empty, empty_text (kind));
  show_menu (self);
  if (self->details != NULL)
    hs_record_details_clear (self->details);
  if (self->choosing)
    stop_choosing (self);
  else
    show_layout (self);
  reload (self);
}

static void
kind_selected (GtkDropDown *drop, GParamSpec *pspec, HsRecordPage *self)
{
  guint selected = gtk_drop_down_get_selected (drop);

  if (!self->filling && selected < self->n_kinds && self->kinds[selected] != kind_now (self))
    show_kind (self, self->kinds[selected]);
}

static void
add_kind_drop (HsRecordPage *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->n_kinds; i++)
    gtk_string_list_append (strings, hs_kind_plural (hs_kind (self->kinds[i])));
  self->filling = TRUE;
  self->kind_drop = hs_a11y_drop_down (G_LIST_MODEL (strings), _ ("What is shown"));
  gtk_widget_add_css_class (self->kind_drop, "hs-kinds");
  g_signal_connect (self->kind_drop, "notify::selected", G_CALLBACK (kind_selected), self);
  adw_header_bar_set_title_widget (self->bar, self->kind_drop);
  self->filling = FALSE;
}

/* ---- what the window asks ---- */

static void
page_search (HsPage *page)
{
  HsRecordPage *self = HS_RECORD_PAGE (page);

  adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  hs_list_tools_focus (self->tools);
}

static void
page_add (HsPage *page)
{
  HsRecordPage *self = HS_RECORD_PAGE (page);

  if (hs_context_is_read_only (self->context))
    return;
  if (is_agreements (self))
    {
      gtk_window_present (
          GTK_WINDOW (hs_new_agreement_new (hs_window_of (GTK_WIDGET (self)), self->context)));
      return;
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->details));
  hs_record_details_show (self->details, kind_now (self), 0);
}

static void
page_show (HsPage *page, int kind, gint64 id)
{
  HsRecordPage *self = HS_RECORD_PAGE (page);

  for (guint i = 0; i < self->n_kinds; i++)
    if (self->kinds[i] == (HsKindId) kind)
      {
        if (self->kind_drop != NULL)
          gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind_drop), i);
        if (self->details != NULL)
          {
            hs_record_details_show (self->details, (HsKindId) kind, id);
            adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->details));
          }
      }
}

void
hs_record_page_filter (HsRecordPage *self, guint value)
{
  hs_list_tools_filter (self->tools, value);
}

static void
page_set_folded (HsPage *page, gboolean folded)
{
  HsRecordPage *self = HS_RECORD_PAGE (page);

  gtk_widget_set_visible (self->back, folded);
  adw_header_bar_set_show_start_title_buttons (self->bar, folded);
  if (self->narrow == folded)
    return;
  self->narrow = folded;
  show_menu (self);
  if (!self->choosing)
    show_layout (self);
}

static void
page_shown (HsPage *page)
{
  hs_list_tools_focus (HS_RECORD_PAGE (page)->tools);
}

static const HsListSpec *
page_list (HsPage *page)
{
  return hs_list_tools_spec (HS_RECORD_PAGE (page)->tools);
}

static void
page_init (HsPageInterface *iface)
{
  iface->search = page_search;
  iface->add = page_add;
  iface->show = page_show;
  iface->set_folded = page_set_folded;
  iface->shown = page_shown;
  iface->list = page_list;
}

static void
folded_changed (HsRecordPage *self)
{
  if (self->details != NULL)
    hs_record_details_set_folded (self->details, adw_leaflet_get_folded (self->leaflet));
  g_object_set (self->bar, "show-end-title-buttons",
                self->details == NULL || adw_leaflet_get_folded (self->leaflet), NULL);
}

static void
show_list (HsRecordPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* ---- the widget ---- */

static void
hs_record_page_dispose (GObject *object)
{
  HsRecordPage *self = HS_RECORD_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->context);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (hs_record_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, bar);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, title);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, back);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, add);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, more);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, tools_bin);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, heading_bin);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, many_bin);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, list);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, separator);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, count);
}

static void
hs_record_page_class_init (HsRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_record_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/records/hs-record-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_all_clicked);
}

static const GActionEntry entries[] = {
  { .name = "choose", .state = "false", .change_state = choose_changed },
  { .name = "table", .state = "false", .change_state = table_changed },
};

static void
hs_record_page_init (HsRecordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->actions));
  hs_a11y_name_parts (GTK_WIDGET (self));
}

static void
add_details (HsRecordPage *self)
{
  self->details = HS_RECORD_DETAILS (hs_record_details_new (self->context));
  g_signal_connect_object (self->details, "back", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "closed", G_CALLBACK (show_list), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (self->details), TRUE);
  adw_leaflet_append (self->leaflet, GTK_WIDGET (self->details));
}

static void
add_model (HsRecordPage *self)
{
  self->model = hs_paged_list_new (self->context);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->model, "ready", G_CALLBACK (list_ready), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
add_parts (HsRecordPage *self)
{
  self->tools = HS_LIST_TOOLS (hs_list_tools_new (self->context));
  g_signal_connect_swapped (self->tools, "changed", G_CALLBACK (tools_changed), self);
  g_signal_connect_swapped (self->tools, "activated", G_CALLBACK (search_activated), self);
  g_signal_connect_swapped (self->tools, "next", G_CALLBACK (search_next), self);
  adw_bin_set_child (self->tools_bin, GTK_WIDGET (self->tools));
  self->heading = hs_table_header_new ();
  g_signal_connect_swapped (self->heading, "sort", G_CALLBACK (sort_asked), self);
  adw_bin_set_child (self->heading_bin, self->heading);
  self->many = HS_MANY_BAR (hs_many_bar_new (self->context));
  g_signal_connect_swapped (self->many, "done", G_CALLBACK (stop_choosing), self);
  adw_bin_set_child (self->many_bin, GTK_WIDGET (self->many));
}

GtkWidget *
hs_record_page_new (HsContext *context, const char *name, const HsKindId *kinds, guint n)
{
  HsRecordPage *self = g_object_new (HS_TYPE_RECORD_PAGE, NULL);

  self->context = g_object_ref (context);
  self->n_kinds = MIN (n, G_N_ELEMENTS (self->kinds));
  memcpy (self->kinds, kinds, self->n_kinds * sizeof *kinds);
  gtk_widget_set_visible (self->add, !hs_context_is_read_only (context));
  add_parts (self);
  add_model (self);
  if (is_agreements (self))
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "table");
      self->table = TRUE;
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (TRUE));
    }
  else
    add_details (self);
  if (n > 1)
    add_kind_drop (self);
  show_kind (self, kinds[0]);
  folded_changed (self);
  return GTK_WIDGET (self);
}
