/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Matchen: the frame, the students, and the solver at work. */

#include "hs-board-page-private.h"

#include "hs-a11y.h"
#include "hs-board-all.h"
#include "hs-board-compare.h"
#include "hs-board-scarce.h"
#include "hs-board-weights.h"
#include "hs-list-item.h"
#include "hs-page.h"
#include "hs-row-factory.h"
#include "hs-window.h"

#include <glib/gi18n.h>

static void page_init (HsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsBoardPage, hs_board_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HS_TYPE_PAGE, page_init))

static void show_selected (HsBoardPage *self);

/* ---- the students ---- */

static const char *const view_labels[HS_N_BOARD_VIEWS] = {
  N_ ("Without a place"), N_ ("With a place"), N_ ("Fixed"), N_ ("Refused"), N_ ("Taken over"),
};

/* Where the row is that was selected; another proposal has another row for the same student. When
 * nobody chose it, it is the first. */
static guint
find_selected (HsBoardPage *self)
{
  const HsBoardRow *row = hs_board_row (self->board, self->selected);

  if (row == NULL && self->student != 0)
    row = hs_board_row_of_student (self->board, self->student);
  if (!self->touched)
    return 0;
  return row != NULL ? hs_board_list_find (self->model, row->id) : G_MAXUINT;
}

static void
counted (HsBoardPage *self)
{
  const HsBoardProposal *proposal = hs_board_proposal (self->board);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint place = find_selected (self);

  hs_board_page_show_summary (self);
  if (proposal == NULL)
    hs_board_page_show_empty (self);
  else if (n == 0)
    hs_board_page_show_nobody (self);
  gtk_stack_set_visible_child_name (self->stack, !hs_board_is_ready (self->board) ? "waiting"
                                                 : proposal == NULL               ? "empty"
                                                 : n > 0                          ? "list"
                                                                                  : "nobody");
  hs_board_page_update_actions (self);
  self->selecting = TRUE;
  if (place < n)
    gtk_single_selection_set_selected (self->selection, place);
  self->selecting = FALSE;
  show_selected (self);
  if (self->to_list && n > 0)
    {
      self->to_list = FALSE;
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
    }
}

static void
show_selected (HsBoardPage *self)
{
  HsListItem *item = gtk_single_selection_get_selected_item (self->selection);
  const HsBoardRow *row;

  self->selected = item != NULL ? hs_list_item_id (item) : 0;
  row = hs_board_row (self->board, self->selected);
  self->student = row != NULL ? row->student : 0;
  hs_board_places_show (self->places, self->selected);
  hs_board_all_set_row (HS_BOARD_ALL (self->all), self->selected);
}

/* While rows are going and coming, what is selected in between does not count. */
static void
selection_changed (HsBoardPage *self)
{
  if (self->selecting || hs_board_list_is_changing (self->model))
    return;
  self->touched = TRUE;
  show_selected (self);
}

static void
row_activated (HsBoardPage *self, guint position)
{
  self->touched = TRUE;
  adw_view_stack_set_visible_child (self->views, GTK_WIDGET (self->places));
  adw_leaflet_set_visible_child (self->leaflet, self->right);
  hs_board_places_focus (self->places);
}

static void
search_changed (HsBoardPage *self)
{
  if (self->model != NULL)
    hs_board_list_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_next (HsBoardPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN);
}

static void
view_selected (GtkDropDown *drop, GParamSpec *pspec, HsBoardPage *self)
{
  hs_board_list_set_view (self->model, (HsBoardView) gtk_drop_down_get_selected (drop));
}

static void
add_view_drop (HsBoardPage *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < HS_N_BOARD_VIEWS; i++)
    gtk_string_list_append (strings, _ (view_labels[i]));
  self->view_drop = hs_a11y_drop_down (G_LIST_MODEL (strings), _ ("Which students"));
  gtk_widget_set_hexpand (self->view_drop, TRUE);
  g_signal_connect (self->view_drop, "notify::selected", G_CALLBACK (view_selected), self);
  gtk_box_append (self->choices, self->view_drop);
}

/* A row that is dragged is chosen first, so that its places are there to drop it on. */
static GdkContentProvider *
drag_prepare (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  HsBoardPage *self = HS_BOARD_PAGE (gtk_widget_get_ancestor (row, HS_TYPE_BOARD_PAGE));
  HsListItem *object = gtk_list_item_get_item (item);

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "all") != 0)
    adw_view_stack_set_visible_child (self->views, GTK_WIDGET (self->places));
  return gdk_content_provider_new_typed (G_TYPE_INT64, hs_list_item_id (object));
}

static void
drag_begin (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static void
setup_drag (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare), item);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin), NULL);
  gtk_widget_add_controller (gtk_list_item_get_child (item), GTK_EVENT_CONTROLLER (source));
}

/* ---- the board tells ---- */

static void
show_progress (HsBoardPage *self)
{
  g_autofree char *text = hs_board_progress_text (self->board);

  gtk_progress_bar_set_fraction (self->progress, hs_board_progress (self->board));
  gtk_label_set_label (self->progress_text, text);
}

/* The button that was pressed goes: the focus moves to the one that comes, and to the students when
 * the proposal is there. */
static void
solving_changed (HsBoardPage *self)
{
  gboolean solving = hs_board_is_solving (self->board);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean ours = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  gtk_widget_set_visible (self->progress_box, solving);
  hs_board_page_update_actions (self);
  if (ours && solving)
    gtk_widget_grab_focus (self->stop);
  self->to_list = ours && !solving && gtk_widget_get_mapped (GTK_WIDGET (self));
  gtk_widget_set_visible (self->make, !solving);
  if (self->to_list)
    gtk_widget_grab_focus (self->make);
  show_progress (self);
}

static void
undo_it (HsBoard *board)
{
  hs_board_undo (board);
}

static void
done (HsBoardPage *self, const char *message, gboolean can_undo)
{
  HsWindow *window = hs_window_of (GTK_WIDGET (self));

  if (window == NULL)
    return;
  if (can_undo)
    hs_window_toast_undo (window, message, G_CALLBACK (undo_it), g_object_ref (self->board),
                          g_object_unref);
  else
    hs_window_toast (window, message);
}

static void
failed (HsBoardPage *self, const char *message)
{
  HsWindow *window = hs_window_of (GTK_WIDGET (self));

  if (window != NULL)
    hs_window_toast (window, message);
}

/* ---- the page ---- */

static void
page_search (HsPage *page)
{
  HsBoardPage *self = HS_BOARD_PAGE (page);

  adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  gtk_widget_grab_focus (self->search);
}

static void
page_add (HsPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "board.make", NULL);
}

static void
page_set_folded (HsPage *page, gboolean folded)
{
  HsBoardPage *self = HS_BOARD_PAGE (page);

  gtk_widget_set_visible (self->back, folded);
  adw_header_bar_set_show_start_title_buttons (self->bar, folded);
}

static void
page_shown (HsPage *page)
{
  HsBoardPage *self = HS_BOARD_PAGE (page);

  if (!self->shown)
    hs_board_show (self->board, 0);
  self->shown = TRUE;
  gtk_widget_grab_focus (self->search);
}

static void
page_undo (HsPage *page)
{
  hs_board_undo (HS_BOARD_PAGE (page)->board);
}

static void
page_init (HsPageInterface *iface)
{
  iface->search = page_search;
  iface->add = page_add;
  iface->set_folded = page_set_folded;
  iface->shown = page_shown;
  iface->undo = page_undo;
}

static void
folded_changed (HsBoardPage *self)
{
  if (!adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->list_box);
}

void
hs_board_page_show_list (HsBoardPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
view_changed (HsBoardPage *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->views);

  if (child != NULL)
    adw_view_switcher_title_set_title (
        self->switcher,
        adw_view_stack_page_get_title (adw_view_stack_get_page (self->views, child)));
}

static void
hs_board_page_dispose (GObject *object)
{
  HsBoardPage *self = HS_BOARD_PAGE (object);

  if (self->board != NULL)
    hs_board_stop (self->board);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->actions);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (hs_board_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, right);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, bar);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, title);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, back);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, search);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, choices);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, make);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, stop);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, progress);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, progress_text);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, list);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, by_hand);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, go_fill);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, summary);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPage, views);
}

static void
hs_board_page_class_init (HsBoardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_board_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/matching/hs-board-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_next);
  gtk_widget_class_bind_template_callback (widget_class, view_changed);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_list",
                                                G_CALLBACK (hs_board_page_show_list));
}

static void
hs_board_page_init (HsBoardPage *self)
{
  g_autoptr (GtkListItemFactory) factory = hs_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  hs_board_page_add_actions (self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_drag), NULL);
  gtk_list_view_set_factory (self->list, factory);
  add_view_drop (self);
}

static void
add_view (HsBoardPage *self, GtkWidget *view, const char *name, const char *title, const char *icon)
{
  AdwViewStackPage *page = adw_view_stack_add_titled (self->views, view, name, title);

  adw_view_stack_page_set_icon_name (page, icon);
}

static void
add_views (HsBoardPage *self)
{
  self->places = HS_BOARD_PLACES (hs_board_places_new (self->board));
  self->all = hs_board_all_new (self->board);
  add_view (self, GTK_WIDGET (self->places), "places", _ ("Student"), "hs-students-symbolic");
  add_view (self, self->all, "all", _ ("Places"), "hs-organisations-symbolic");
  add_view (self, hs_board_scarce_view_new (self->board), "scarce", _ ("Bottlenecks"),
            "dialog-warning-symbolic");
  add_view (self, hs_board_compare_new (self->board), "compare", _ ("Compare"),
            "view-dual-symbolic");
  add_view (self, hs_board_weights_new (self->board), "weights", _ ("What counts"),
            "hs-matching-symbolic");
  g_signal_connect_object (self->places, "given", G_CALLBACK (hs_board_page_show_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "given", G_CALLBACK (hs_board_page_show_list), self,
                           G_CONNECT_SWAPPED);
}

static void
connect_board (HsBoardPage *self)
{
  g_signal_connect_object (self->board, "solving-changed", G_CALLBACK (solving_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "progress", G_CALLBACK (show_progress), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "done", G_CALLBACK (done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "failed", G_CALLBACK (failed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
hs_board_page_new (HsContext *context)
{
  HsBoardPage *self = g_object_new (HS_TYPE_BOARD_PAGE, NULL);

  self->board = hs_board_new (context);
  self->model = hs_board_list_new (self->board);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  add_views (self);
  connect_board (self);
  g_signal_connect_object (self->model, "counted", G_CALLBACK (counted), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->selection, "notify::selected-item",
                            G_CALLBACK (selection_changed), self);
  counted (self);
  solving_changed (self);
  gtk_widget_set_visible (self->search, !hs_board_is_anonymous (self->board));
  hs_a11y_name_parts (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

HsBoard *
hs_board_page_board (HsBoardPage *self)
{
  return self->board;
}
