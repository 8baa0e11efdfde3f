/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of records. */

#include "hs-record-page.h"

#include "hs-a11y.h"
#include "hs-new-agreement.h"
#include "hs-page.h"
#include "hs-paged-list.h"
#include "hs-record-details.h"
#include "hs-row-factory.h"

#include <glib/gi18n.h>

struct _HsRecordPage
{
  AdwBin parent_instance;

  HsContext *context;
  char *name;
  HsKindId kinds[7];
  guint n_kinds;
  HsListSpec *spec;
  HsPagedList *model;
  GtkSingleSelection *selection;
  HsRecordDetails *details;
  gboolean filling;

  AdwLeaflet *leaflet;
  GtkWidget *list_box;
  AdwHeaderBar *bar;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkWidget *add;
  GtkMenuButton *more;
  GtkWidget *search;
  GtkBox *choices;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkWidget *separator;
  GtkLabel *count;
  GtkWidget *kind_drop;
  GtkWidget *filter_drop;
  GtkWidget *order_drop;
};

static void page_init (HsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsRecordPage, hs_record_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HS_TYPE_PAGE, page_init))

static void
reload (HsRecordPage *self)
{
  hs_paged_list_set_spec (self->model, self->spec);
}

/* ---- what is shown ---- */

static gboolean
is_narrowed (HsRecordPage *self)
{
  return (self->spec->search != NULL && *self->spec->search != '\0')
         || self->spec->filter_field >= 0;
}

static void
show_count (HsRecordPage *self, guint n)
{
  const HsKind *kind = hs_kind (self->spec->kind);
  g_autofree char *text =
      g_strdup_printf ("%u %s", n, n == 1 ? hs_kind_label (kind) : hs_kind_plural (kind));

  gtk_label_set_label (self->count, text);
}

static void
list_ready (HsRecordPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  gtk_stack_set_visible_child_name (self->stack, n > 0                ? "list"
                                                 : is_narrowed (self) ? "nothing"
                                                                      : "empty");
  show_count (self, n);
}

static void
select_activated (HsRecordPage *self, guint position)
{
  g_autoptr (HsListItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item == NULL || hs_list_item_id (item) == 0)
    return;
  if (self->details == NULL)
    hs_window_show_record (hs_window_of (GTK_WIDGET (self)), self->spec->kind,
                           hs_list_item_id (item));
  else
    {
      hs_record_details_show (self->details, self->spec->kind, hs_list_item_id (item));
      adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->details));
    }
}

static void
row_activated (HsRecordPage *self, guint position)
{
  select_activated (self, position);
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
  hs_record_details_show (self->details, self->spec->kind, hs_list_item_id (item));
}

static void
search_changed (HsRecordPage *self)
{
  if (self->spec == NULL)
    return;
  g_free (self->spec->search);
  self->spec->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  reload (self);
}

static void
search_activated (HsRecordPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    select_activated (self, 0);
}

static void
search_next (HsRecordPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN);
}

static void
show_all_clicked (HsRecordPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->filter_drop != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter_drop), 0);
  search_changed (self);
  gtk_widget_grab_focus (self->search);
}

/* ---- kind, filter and order ---- */

/* The field to filter by: the state, the roles of people, the kind of organisation. */
static int
filter_field (HsKindId kind)
{
  if (kind == HS_KIND_PERSON)
    return HS_PERSON_ROLES;
  if (kind == HS_KIND_ORGANISATION)
    return HS_ORGANISATION_KIND;
  if (kind == HS_KIND_TECHNOLOGY)
    return HS_TECHNOLOGY_CATEGORY;
  return hs_present_state_field (kind);
}

static void
filter_selected (GtkDropDown *drop, GParamSpec *pspec, HsRecordPage *self)
{
  guint selected = gtk_drop_down_get_selected (drop);

  if (self->filling)
    return;
  self->spec->filter_field = selected == 0 ? -1 : filter_field (self->spec->kind);
  self->spec->filter_value = (gint64) selected - 1;
  reload (self);
}

/* Fields that make sense to sort by: what the title and the state are made of, and dates. */
static guint
order_fields (HsKindId kind, int *fields)
{
  const HsKind *description = hs_kind (kind);
  guint n = 0;

  for (guint i = 0; i < description->n_fields && n < 8; i++)
    {
      const HsField *field = &description->fields[i];
      gboolean name = (field->flags & HS_FIELD_TITLE) != 0 && field->type == HS_TYPE_TEXT;
      gboolean other = (int) i == hs_present_state_field (kind) || field->type == HS_TYPE_DATE
                       || (field->type == HS_TYPE_REF && (field->flags & HS_FIELD_NEED) != 0)
                       || (kind == HS_KIND_AGREEMENT && i == HS_AGREEMENT_HOST);
      if ((name || other) && (field->flags & (HS_FIELD_HIDDEN | HS_FIELD_PRIVATE)) == 0)
        fields[n++] = (int) i;
    }
  return n;
}

static void
order_selected (GtkDropDown *drop, GParamSpec *pspec, HsRecordPage *self)
{
  int fields[8];
  guint n = order_fields (self->spec->kind, fields);
  guint selected = gtk_drop_down_get_selected (drop);

  if (self->filling)
    return;
  if (selected == 0 || selected > n)
    self->spec->order_field = hs_list_spec_default_order (self->spec->kind);
  else
    self->spec->order_field = fields[selected - 1];
  self->spec->descending =
      selected > 0
      && hs_kind (self->spec->kind)->fields[self->spec->order_field].type == HS_TYPE_DATE;
  reload (self);
}

static GtkWidget *
add_drop (HsRecordPage *self, GtkStringList *strings, const char *name, GCallback selected)
{
  GtkWidget *drop = hs_a11y_drop_down (G_LIST_MODEL (strings), name);

  gtk_widget_set_tooltip_text (drop, name);
  g_signal_connect (drop, "notify::selected", selected, self);
  gtk_box_append (self->choices, drop);
  return drop;
}

static void
add_filter (HsRecordPage *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  int field = filter_field (self->spec->kind);
  const HsField *description;

  if (field < 0)
    return;
  description = &hs_kind (self->spec->kind)->fields[field];
  gtk_string_list_append (strings, _ ("Everything"));
  for (guint i = 0; i < hs_field_n_choices (description); i++)
    gtk_string_list_append (strings, hs_choice_label (description->choices, i));
  self->filter_drop =
      add_drop (self, strings, hs_field_label (hs_kind (self->spec->kind), (guint) field),
                G_CALLBACK (filter_selected));
}

static void
add_order (HsRecordPage *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  int fields[8];
  guint n = order_fields (self->spec->kind, fields);

  gtk_string_list_append (strings, _ ("Usual order"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf (
          _ ("By %s"), hs_field_label (hs_kind (self->spec->kind), (guint) fields[i]));
      gtk_string_list_append (strings, text);
    }
  self->order_drop = add_drop (self, strings, _ ("Order"), G_CALLBACK (order_selected));
}

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
    default:
      return _ ("Add the first one.");
    }
}

static void
show_menu (HsRecordPage *self)
{
  g_autoptr (GMenuModel) menu =
      hs_window_list_menu (self->spec->kind, hs_context_is_read_only (self->context));

  gtk_menu_button_set_menu_model (self->more, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->more), g_menu_model_get_n_items (menu) > 0);
  hs_a11y_label (GTK_WIDGET (self->more), _ ("More with this list"));
}

static void
show_kind (HsRecordPage *self, HsKindId kind)
{
  const char *plural = hs_kind_plural (hs_kind (kind));
  g_autofree char *add = g_strdup_printf (_ ("Add: %s"), hs_kind_label (hs_kind (kind)));
  GtkWidget *child;

  self->filling = TRUE;
  g_clear_pointer (&self->spec, hs_list_spec_free);
  self->spec = hs_list_spec_new (kind);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
  self->filter_drop = self->order_drop = NULL;
  add_filter (self);
  add_order (self);
  adw_window_title_set_title (self->title, plural);
  gtk_widget_set_tooltip_text (self->add, add);
  hs_a11y_label (self->add, add);
  hs_a11y_label (GTK_WIDGET (self->list), plural);
  adw_status_page_set_title (self->empty, plural);
  adw_status_page_set_description (self->empty, empty_text (kind));
  show_menu (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->details != NULL)
    hs_record_details_clear (self->details);
  self->filling = FALSE;
  reload (self);
}

static void
kind_selected (GtkDropDown *drop, GParamSpec *pspec, HsRecordPage *self)
{
  guint selected = gtk_drop_down_get_selected (drop);

  if (!self->filling && selected < self->n_kinds && self->kinds[selected] != self->spec->kind)
    show_kind (self, self->kinds[selected]);
}

static void
add_kind_drop (HsRecordPage *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->n_kinds; i++)
    gtk_string_list_append (strings, hs_kind_plural (hs_kind (self->kinds[i])));
  self->kind_drop = hs_a11y_drop_down (G_LIST_MODEL (strings), _ ("What is shown"));
  gtk_widget_add_css_class (self->kind_drop, "hs-kinds");
  g_signal_connect (self->kind_drop, "notify::selected", G_CALLBACK (kind_selected), self);
  adw_header_bar_set_title_widget (self->bar, self->kind_drop);
}

/* ---- the page ---- */

static void
page_search (HsPage *page)
{
  HsRecordPage *self = HS_RECORD_PAGE (page);

  adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  gtk_widget_grab_focus (self->search);
}

static void
page_add (HsPage *page)
{
  HsRecordPage *self = HS_RECORD_PAGE (page);

  if (hs_context_is_read_only (self->context))
    return;
  if (self->spec->kind == HS_KIND_AGREEMENT)
    {
      gtk_window_present (
          GTK_WINDOW (hs_new_agreement_new (hs_window_of (GTK_WIDGET (self)), self->context)));
      return;
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->details));
  hs_record_details_show (self->details, self->spec->kind, 0);
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
  if (self->filter_drop != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter_drop), value + 1);
}

static void
page_set_folded (HsPage *page, gboolean folded)
{
  HsRecordPage *self = HS_RECORD_PAGE (page);

  gtk_widget_set_visible (self->back, folded);
  adw_header_bar_set_show_start_title_buttons (self->bar, folded);
}

static void
page_shown (HsPage *page)
{
  gtk_widget_grab_focus (HS_RECORD_PAGE (page)->search);
}

static const HsListSpec *
page_list (HsPage *page)
{
  return HS_RECORD_PAGE (page)->spec;
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
}

static void
show_list (HsRecordPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
hs_record_page_dispose (GObject *object)
{
  HsRecordPage *self = HS_RECORD_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->context);
  g_clear_pointer (&self->spec, hs_list_spec_free);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (hs_record_page_parent_class)->dispose (object);
}

static void
hs_record_page_class_init (HsRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_record_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/records/hs-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, bar);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, title);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, back);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, add);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, more);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, search);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, choices);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, list);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, separator);
  gtk_widget_class_bind_template_child (widget_class, HsRecordPage, count);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_activated);
  gtk_widget_class_bind_template_callback (widget_class, search_next);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_all_clicked);
}

static void
hs_record_page_init (HsRecordPage *self)
{
  g_autoptr (GtkListItemFactory) factory = hs_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
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
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->model, "ready", G_CALLBACK (list_ready), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
hs_record_page_new (HsContext *context, const char *name, const HsKindId *kinds, guint n)
{
  HsRecordPage *self = g_object_new (HS_TYPE_RECORD_PAGE, NULL);
  gboolean agreements = kinds[0] == HS_KIND_AGREEMENT;

  self->context = g_object_ref (context);
  self->name = g_strdup (name);
  self->n_kinds = MIN (n, G_N_ELEMENTS (self->kinds));
  memcpy (self->kinds, kinds, self->n_kinds * sizeof *kinds);
  /* An agreement has a window of its own: its list has the whole page. */
  gtk_widget_set_visible (self->separator, !agreements);
  gtk_widget_set_hexpand (self->list_box, agreements);
  gtk_list_view_set_single_click_activate (self->list, agreements);
  gtk_widget_set_visible (self->add, !hs_context_is_read_only (context));
  add_model (self);
  if (!agreements)
    add_details (self);
  else
    g_object_set (self->bar, "show-end-title-buttons", TRUE, NULL);
  self->filling = TRUE;
  if (n > 1)
    add_kind_drop (self);
  self->filling = FALSE;
  show_kind (self, kinds[0]);
  folded_changed (self);
  return GTK_WIDGET (self);
}
