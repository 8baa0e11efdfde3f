/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the main window. */

#include "hs-window-private.h"

#include "hs-key-dialog.h"
#include "hs-help-window.h"
#include "hs-preferences.h"
#include "hs-search-dialog.h"

static void
new_thing (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsPage *page = hs_window_page (user_data);

  if (page != NULL)
    hs_page_add (page);
}

static void
new_file (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_window_ask_new (user_data);
}

static void
open_file (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_window_ask_open (user_data);
}

static void
take_over (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_window_ask_take_over (user_data);
}

static void
my_key (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsWindow *self = user_data;

  if (hs_window_has_file (self) && hs_context_actor (self->context) != NULL)
    gtk_window_present (GTK_WINDOW (hs_key_dialog_new (GTK_WINDOW (self), self->context)));
}

static void
preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsWindow *self = user_data;

  gtk_window_present (GTK_WINDOW (hs_preferences_new (GTK_WINDOW (self), self->context)));
}

static void
open_recent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    hs_window_open_file (user_data, path, FALSE);
}

static void
demo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_window_open_demo (user_data);
}

static void
who_am_i (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsWindow *self = user_data;

  if (!hs_window_has_file (self))
    return;
  gtk_stack_set_visible_child_name (self->stack, "who");
  hs_who_am_i_ask (self->who, self->context);
}

static void
search (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsPage *page = hs_window_page (user_data);

  if (page != NULL)
    hs_page_search (page);
}

static void
search_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsWindow *self = user_data;

  if (hs_window_has_file (self) && hs_context_actor (self->context) != NULL)
    gtk_window_present (GTK_WINDOW (hs_search_dialog_new (self, self->context)));
}

static void
section (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsWindow *self = user_data;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "main") == 0)
    hs_window_show_nth_page (self, g_variant_get_int32 (parameter));
}

static void
back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_window_show_sidebar (user_data);
}

static void
undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsPage *page = hs_window_page (user_data);

  if (page != NULL)
    hs_page_undo (page);
}

/* The topic of the page in front; before there is one, how to begin. */
static void
help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsWindow *self = user_data;
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  g_autofree char *topic = g_strconcat ("page-", page, NULL);
  gboolean inside = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "main") == 0;

  hs_help_show (GTK_WIDGET (self), inside && page != NULL ? topic : "begin");
}

static void
contents (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_help_show (user_data, "index");
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = new_thing },
  { .name = "new-file", .activate = new_file },
  { .name = "open-file", .activate = open_file },
  { .name = "take-over", .activate = take_over },
  { .name = "my-key", .activate = my_key },
  { .name = "preferences", .activate = preferences },
  { .name = "open-recent", .activate = open_recent, .parameter_type = "s" },
  { .name = "demo", .activate = demo },
  { .name = "who-am-i", .activate = who_am_i },
  { .name = "search", .activate = search },
  { .name = "search-all", .activate = search_all },
  { .name = "section", .activate = section, .parameter_type = "i" },
  { .name = "back", .activate = back },
  { .name = "undo", .activate = undo },
  { .name = "help", .activate = help },
  { .name = "contents", .activate = contents },
};

void
hs_window_add_actions (HsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  hs_window_add_list_actions (self);
}
