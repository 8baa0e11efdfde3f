/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on the page Matchen, by menu and by keyboard. */

#include "hs-board-page-private.h"

#include "hs-board-dialogs.h"
#include "hs-board-widgets.h"
#include "hs-window.h"

static void
make (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_board_solve (HS_BOARD_PAGE (user_data)->board, FALSE);
}

static void
by_hand (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_board_solve (HS_BOARD_PAGE (user_data)->board, TRUE);
}

static void
stop (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_board_stop (HS_BOARD_PAGE (user_data)->board);
}

static void
accept_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsBoardPage *self = user_data;

  hs_board_dialog_accept (GTK_WIDGET (self), self->board, NULL, 0, FALSE);
}

static void
fix (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsBoardPage *self = user_data;
  const HsBoardRow *row = hs_board_row (self->board, self->selected);

  if (row != NULL && (hs_board_row_is_placed (row) || row->fixed))
    hs_board_fix_row (self->board, row->id, !row->fixed);
}

static void
take_away (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsBoardPage *self = user_data;
  const HsBoardRow *row = hs_board_row (self->board, self->selected);

  if (row != NULL && hs_board_row_is_placed (row))
    hs_board_take_away (self->board, row->id);
}

static void
refuse (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsBoardPage *self = user_data;
  const HsBoardRow *row = hs_board_row (self->board, self->selected);

  if (row != NULL && hs_board_row_is_placed (row))
    hs_board_dialog_refuse (GTK_WIDGET (self), self->board, row->id);
}

static void
ask_why (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsBoardPage *self = user_data;

  adw_view_stack_set_visible_child (self->views, GTK_WIDGET (self->places));
  hs_board_places_explain (self->places);
}

/* The next view on the right, or the one before (-1). */
static void
turn (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const names[] = { "places", "all", "scarce", "compare", "weights" };
  HsBoardPage *self = user_data;
  const char *now = adw_view_stack_get_visible_child_name (self->views);
  gint n = G_N_ELEMENTS (names), i = 0;

  while (i < n - 1 && g_strcmp0 (names[i], now) != 0)
    i++;
  i = (i + g_variant_get_int32 (parameter) + n) % n;
  adw_view_stack_set_visible_child_name (self->views, names[i]);
  adw_leaflet_set_visible_child (self->leaflet, self->right);
  gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

static void
show_view (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsBoardPage *self = user_data;

  adw_view_stack_set_visible_child_name (self->views, g_variant_get_string (parameter, NULL));
  adw_leaflet_set_visible_child (self->leaflet, self->right);
}

static void
anonymous (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  HsBoardPage *self = user_data;

  g_simple_action_set_state (action, state);
  hs_board_set_anonymous (self->board, g_variant_get_boolean (state));
  gtk_widget_set_visible (self->search, !hs_board_is_anonymous (self->board));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* To where what is missing is filled in. */
static void
fill (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsBoardPage *self = user_data;
  gboolean students = hs_board_n_students (self->board) > 0;

  hs_window_show_page (hs_window_of (GTK_WIDGET (self)), students ? "organisations" : "students");
}

static const GActionEntry entries[] = {
  { .name = "make", .activate = make },
  { .name = "by-hand", .activate = by_hand },
  { .name = "stop", .activate = stop },
  { .name = "accept-all", .activate = accept_all },
  { .name = "fix", .activate = fix },
  { .name = "take-away", .activate = take_away },
  { .name = "refuse", .activate = refuse },
  { .name = "why", .activate = ask_why },
  { .name = "turn", .activate = turn, .parameter_type = "i" },
  { .name = "show", .activate = show_view, .parameter_type = "s" },
  { .name = "anonymous", .state = "false", .change_state = anonymous },
  { .name = "fill", .activate = fill },
};

static void
enable (HsBoardPage *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

void
hs_board_page_update_actions (HsBoardPage *self)
{
  static const char *const changing[] = { "fix", "take-away", "refuse" };
  gboolean solving = hs_board_is_solving (self->board);
  gboolean may = !solving && hs_board_may_edit (self->board);
  gboolean any = hs_board_n_students (self->board) > 0 && hs_board_n_vacancies (self->board) > 0;
  gboolean proposal = hs_board_proposal (self->board) != NULL;

  enable (self, "make", may && any);
  enable (self, "by-hand", may && any);
  enable (self, "accept-all", may && proposal);
  enable (self, "stop", solving);
  enable (self, "anonymous", !hs_board_must_be_anonymous (self->board));
  for (gsize i = 0; i < G_N_ELEMENTS (changing); i++)
    enable (self, changing[i], may && proposal);
}

static void
add_shortcut (GtkShortcutController *keys, guint key, GdkModifierType modifiers, const char *action,
              GVariant *argument)
{
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, argument);
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

void
hs_board_page_add_actions (HsBoardPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *list_keys = gtk_shortcut_controller_new ();
  GtkShortcutController *all = GTK_SHORTCUT_CONTROLLER (keys);

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (self->actions));
  add_shortcut (all, GDK_KEY_l, GDK_CONTROL_MASK, "board.fix", NULL);
  add_shortcut (all, GDK_KEY_r, GDK_CONTROL_MASK, "board.refuse", NULL);
  add_shortcut (all, GDK_KEY_e, GDK_CONTROL_MASK, "board.why", NULL);
  add_shortcut (all, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "board.turn", g_variant_new_int32 (1));
  add_shortcut (all, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "board.turn", g_variant_new_int32 (-1));
  /* Before the lists, which take Ctrl+Page Down for themselves. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_shortcut (GTK_SHORTCUT_CONTROLLER (list_keys), GDK_KEY_Delete, 0, "board.take-away", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->list), list_keys);
}
