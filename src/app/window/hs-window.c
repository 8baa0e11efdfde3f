/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of the main window: sidebar and pages. */

#include "hs-window-private.h"

#include "hs-a11y.h"
#include "hs-agreement-window.h"
#include "hs-board-page.h"
#include "hs-key-dialog.h"
#include "hs-overview-page.h"
#include "hs-record-page.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HsWindow, hs_window, ADW_TYPE_APPLICATION_WINDOW)

/* The pages of the sidebar. A page that cannot do its work yet is not in this table. */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  HsKindId kinds[7]; /* of a page of records, HS_N_KINDS ends; none for the overview */
} PageInfo;

static const PageInfo page_infos[] = {
  { "overview", N_ ("_Overview"), "hs-overview-symbolic", { HS_N_KINDS } },
  { "talks",
    N_ ("Regional _talks"),
    "hs-talks-symbolic",
    { HS_KIND_TALK, HS_KIND_REGION_CLAUSE, HS_KIND_DIRECTORY, HS_N_KINDS } },
  { "agreements", N_ ("_Agreements"), "hs-agreements-symbolic", { HS_KIND_AGREEMENT, HS_N_KINDS } },
  { "matching", N_ ("Mat_ching"), "hs-matching-symbolic", { HS_N_KINDS } },
  { "students", N_ ("_Students"), "hs-students-symbolic", { HS_KIND_STUDENT, HS_N_KINDS } },
  { "supervisors", N_ ("Su_pervisors"), "hs-supervisors-symbolic", { HS_KIND_PERSON, HS_N_KINDS } },
  { "technology",
    N_ ("_Care technology"),
    "hs-technology-symbolic",
    { HS_KIND_ITEM, HS_KIND_TECHNOLOGY, HS_N_KINDS } },
  { "materials",
    N_ ("Learning _material"),
    "hs-materials-symbolic",
    { HS_KIND_MATERIAL, HS_KIND_TEMPLATE, HS_N_KINDS } },
  { "organisations",
    N_ ("Or_ganisations"),
    "hs-organisations-symbolic",
    { HS_KIND_ORGANISATION, HS_KIND_LOCATION, HS_KIND_TEAM, HS_KIND_VACANCY, HS_KIND_RECOGNITION,
      HS_KIND_PROGRAMME, HS_N_KINDS } },
};

static GtkWidget *
new_page (HsWindow *self, const PageInfo *info)
{
  guint n = 0;

  while (info->kinds[n] != HS_N_KINDS)
    n++;
  if (n > 0)
    return hs_record_page_new (self->context, info->name, info->kinds, n);
  return g_str_equal (info->name, "matching") ? hs_board_page_new (self->context)
                                              : hs_overview_page_new (self->context);
}

static void
add_sidebar_row (HsWindow *self, const PageInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ (info->title));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), row);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  hs_a11y_label (row, _ (info->title));
  g_object_set_data (G_OBJECT (row), "info", (gpointer) info);
  gtk_list_box_append (self->sidebar, row);
}

HsPage *
hs_window_page (HsWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return child == NULL ? NULL : HS_PAGE (child);
}

static void
show_page (HsWindow *self, const PageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, info->name);

  /* A page is made when it is first looked at. */
  if (page == NULL)
    {
      page = new_page (self, info);
      gtk_stack_add_named (self->pages, page, info->name);
      hs_page_set_folded (HS_PAGE (page), adw_leaflet_get_folded (self->leaflet));
    }
  gtk_stack_set_visible_child (self->pages, page);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->pages));
  hs_page_shown (HS_PAGE (page));
  if (hs_context_settings (self->context) != NULL)
    g_settings_set_string (hs_context_settings (self->context), "page", info->name);
}

static void
sidebar_activated (HsWindow *self, GtkListBoxRow *row)
{
  show_page (self, g_object_get_data (G_OBJECT (row), "info"));
}

/* The arrows move the mark along; once the keyboard is elsewhere it is back at the page in front.
 */
static void
sidebar_left (HsWindow *self)
{
  const char *front = gtk_stack_get_visible_child_name (self->pages);

  for (int i = 0; front != NULL && i < (int) G_N_ELEMENTS (page_infos); i++)
    if (g_str_equal (page_infos[i].name, front))
      gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, i));
}

void
hs_window_show_nth_page (HsWindow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, index);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->sidebar, row);
  sidebar_activated (self, row);
}

void
hs_window_show_page (HsWindow *self, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_infos); i++)
    if (g_str_equal (page_infos[i].name, name))
      hs_window_show_nth_page (self, (int) i);
}

void
hs_window_show_agreements (HsWindow *self, guint state)
{
  hs_window_show_page (self, "agreements");
  hs_record_page_filter (HS_RECORD_PAGE (hs_window_page (self)), state);
}

static const PageInfo *
page_of_kind (HsKindId kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_infos); i++)
    for (guint j = 0; page_infos[i].kinds[j] != HS_N_KINDS; j++)
      if (page_infos[i].kinds[j] == kind)
        return &page_infos[i];
  return NULL;
}

void
hs_window_show_record (HsWindow *self, HsKindId kind, gint64 id)
{
  const PageInfo *info = page_of_kind (kind);

  if (kind == HS_KIND_AGREEMENT)
    {
      hs_window_open_agreement (self, id);
      return;
    }
  if (info == NULL)
    return;
  hs_window_show_page (self, info->name);
  hs_page_show (hs_window_page (self), (int) kind, id);
}

static void
agreement_window_gone (gpointer user_data, GObject *window)
{
  HsWindow *self = user_data;
  GHashTableIter iter;
  gpointer value;

  if (self->agreements == NULL)
    return;
  g_hash_table_iter_init (&iter, self->agreements);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == window)
      g_hash_table_iter_remove (&iter);
}

void
hs_window_open_agreement (HsWindow *self, gint64 agreement)
{
  GtkWidget *window = g_hash_table_lookup (self->agreements, &agreement);

  if (window == NULL)
    {
      window = hs_agreement_window_new (self, self->context, agreement);
      g_hash_table_insert (self->agreements, g_memdup2 (&agreement, sizeof agreement), window);
      g_object_weak_ref (G_OBJECT (window), agreement_window_gone, self);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
is_window (gpointer key, gpointer value, gpointer window)
{
  return value == window;
}

void
hs_window_turn_agreement (HsWindow *self, GtkWindow *window, gint64 agreement)
{
  GtkWindow *other = g_hash_table_lookup (self->agreements, &agreement);

  g_hash_table_foreach_remove (self->agreements, is_window, window);
  /* One that shows it already stays the one that is brought to the front. */
  if (other == NULL)
    g_hash_table_insert (self->agreements, g_memdup2 (&agreement, sizeof agreement), window);
}

void
hs_window_show_sidebar (HsWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->sidebar_box);
}

static void
folded_changed (HsWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    hs_page_set_folded (HS_PAGE (page), folded);
  gtk_list_box_set_selection_mode (self->sidebar,
                                   folded ? GTK_SELECTION_NONE : GTK_SELECTION_BROWSE);
}

static char *
roles_text (const HsActor *actor)
{
  if (actor->kind == HS_KIND_STUDENT)
    return g_strdup (hs_kind_label (hs_kind (HS_KIND_STUDENT)));
  if (actor->kind == HS_KIND_GUARDIAN)
    return g_strdup (hs_kind_label (hs_kind (HS_KIND_GUARDIAN)));
  for (guint i = 0; i < hs_choices_table[HS_CHOICES_ROLE].n_items; i++)
    if (hs_actor_has_role (actor, (HsRole) i))
      return g_strdup (hs_choice_label (HS_CHOICES_ROLE, i));
  return g_strdup ("");
}

static void
show_me (HsWindow *self)
{
  const HsActor *actor = hs_context_actor (self->context);
  g_autofree char *role = actor == NULL ? g_strdup ("") : roles_text (actor);

  adw_avatar_set_text (self->avatar, actor == NULL ? "" : actor->name);
  gtk_label_set_label (self->me_name, actor == NULL ? _ ("Who am I?") : actor->name);
  gtk_label_set_label (self->me_role, role);
}

static void
forget_pages (HsWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
}

void
hs_window_show_state (HsWindow *self)
{
  const char *path = hs_context_path (self->context);
  g_autofree char *name = path == NULL ? NULL : g_path_get_basename (path);

  hs_welcome_set_busy (self->welcome, FALSE);
  adw_window_title_set_subtitle (self->title, name != NULL ? name : "");
  gtk_widget_set_visible (self->read_only, hs_context_is_read_only (self->context));
  show_me (self);
  if (path == NULL)
    gtk_stack_set_visible_child_name (self->stack, "welcome");
  else if (hs_context_actor (self->context) == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "who");
      hs_who_am_i_ask (self->who, self->context);
    }
  else
    {
      forget_pages (self);
      gtk_stack_set_visible_child_name (self->stack, "main");
      hs_window_show_nth_page (self, 0);
    }
}

void
hs_window_toast (HsWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

void
hs_window_toast_undo (HsWindow *self, const char *message, GCallback undo, gpointer data,
                      GDestroyNotify free_data)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", undo, data,
                         (GClosureNotify) (void (*) (void)) free_data, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

HsWindow *
hs_window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  while (root != NULL && !HS_IS_WINDOW (root))
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  return root == NULL ? NULL : HS_WINDOW (root);
}

gboolean
hs_window_has_file (HsWindow *self)
{
  return hs_context_path (self->context) != NULL;
}

HsContext *
hs_window_context (HsWindow *self)
{
  return self->context;
}

static gboolean
close_request (GtkWindow *window)
{
  HsWindow *self = HS_WINDOW (window);
  GSettings *settings = hs_context_settings (self->context);
  g_autoptr (GList) agreements = g_hash_table_get_values (self->agreements);
  int width;
  int height;

  if (settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (settings, "window-width", MAX (width, 360));
      g_settings_set_int (settings, "window-height", MAX (height, 294));
      g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
    }
  for (GList *l = agreements; l != NULL; l = l->next)
    gtk_window_close (l->data);
  return GTK_WINDOW_CLASS (hs_window_parent_class)->close_request (window);
}

static void
hs_window_dispose (GObject *object)
{
  HsWindow *self = HS_WINDOW (object);

  if (self->agreements != NULL)
    {
      GHashTableIter iter;
      gpointer value;
      g_hash_table_iter_init (&iter, self->agreements);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        g_object_weak_unref (value, agreement_window_gone, self);
    }
  g_clear_pointer (&self->agreements, g_hash_table_unref);
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, who);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, sidebar_box);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, read_only);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, avatar);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, me_name);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, me_role);
  gtk_widget_class_bind_template_child (widget_class, HsWindow, recent);
}

static void
hs_window_class_init (HsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_WELCOME);
  g_type_ensure (HS_TYPE_WHO_AM_I);
  G_OBJECT_CLASS (klass)->dispose = hs_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/handslag/Handslag/ui/window/hs-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_left);
}

static void
hs_window_init (HsWindow *self)
{
  self->agreements = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_title (GTK_WINDOW (self), g_get_application_name ());
  adw_window_title_set_title (self->title, g_get_application_name ());
  for (gsize i = 0; i < G_N_ELEMENTS (page_infos); i++)
    add_sidebar_row (self, &page_infos[i]);
  hs_window_add_actions (self);
  hs_a11y_name_parts (GTK_WIDGET (self));
}

static void
restore_size (HsWindow *self)
{
  GSettings *settings = hs_context_settings (self->context);

  gtk_window_set_default_size (GTK_WINDOW (self),
                               settings ? g_settings_get_int (settings, "window-width") : 1200,
                               settings ? g_settings_get_int (settings, "window-height") : 800);
  if (settings != NULL && g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* Setting up ends with a key and the sheet to make it again with. */
static void
who_done (HsWindow *self)
{
  hs_window_show_state (self);
  if (hs_who_am_i_is_new (self->who) && !hs_key_dialog_has_key (self->context))
    gtk_window_present (GTK_WINDOW (hs_key_dialog_new (GTK_WINDOW (self), self->context)));
}

static void
open_recent (HsWindow *self, const char *path)
{
  hs_window_open_file (self, path, FALSE);
}

HsWindow *
hs_window_new (GtkApplication *application, HsContext *context)
{
  HsWindow *self = g_object_new (HS_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_swapped (context, "actor-changed", G_CALLBACK (show_me), self);
  g_signal_connect_swapped (self->welcome, "open", G_CALLBACK (open_recent), self);
  g_signal_connect_swapped (self->who, "done", G_CALLBACK (who_done), self);
  restore_size (self);
  hs_window_fill_recent (self);
  hs_window_show_state (self);
  return self;
}
