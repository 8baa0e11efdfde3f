/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: its actions, files that are opened from outside, and the windows. */

#include "hs-application.h"

#include "hs-context.h"
#include "hs-help-resources.h"
#include "hs-icons-resources.h"
#include "hs-query.h"
#include "hs-search-provider.h"
#include "hs-ui-resources.h"
#include "hs-window.h"

#include <glib/gi18n.h>

struct _HsApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  HsSearchProvider *provider;
};

G_DEFINE_FINAL_TYPE (HsApplication, hs_application, ADW_TYPE_APPLICATION)

/* The schemas of the build tree that the program runs in, or NULL when it was installed. */
static GSettingsSchemaSource *
find_build_schemas (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program == NULL ? NULL : g_path_get_dirname (program);
  g_autofree char *data =
      folder == NULL ? NULL : g_build_filename (folder, "..", "..", "data", NULL);
  GSettingsSchemaSource *parent = g_settings_schema_source_get_default ();

  return data == NULL ? NULL
                      : g_settings_schema_source_new_from_directory (data, parent, TRUE, NULL);
}

/* Out of the build tree there may be no schema: then nothing is remembered, and that is all. */
static GSettings *
find_settings (void)
{
  g_autoptr (GSettingsSchemaSource) built = find_build_schemas ();
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (built != NULL)
    {
      schema = g_settings_schema_source_lookup (built, HS_APP_ID, FALSE);
      return schema == NULL ? NULL : g_settings_new_full (schema, NULL, NULL);
    }
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, HS_APP_ID, TRUE);
  return schema == NULL ? NULL : g_settings_new (HS_APP_ID);
}

static HsWindow *
new_window (HsApplication *self)
{
  g_autoptr (HsContext) context = hs_context_new (self->settings, hs_clock_default ());

  return hs_window_new (GTK_APPLICATION (self), context);
}

static HsWindow *
empty_window (HsApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (HS_IS_WINDOW (l->data) && !hs_window_has_file (l->data))
      return l->data;
  return new_window (self);
}

/* The window that shows @path already, else one without a file. */
static HsWindow *
window_for (HsApplication *self, const char *path)
{
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (HS_IS_WINDOW (l->data) && hs_window_has_file (l->data))
      {
        HsContext *context = hs_window_context (l->data);
        g_autofree char *shown = g_canonicalize_filename (hs_context_path (context), NULL);
        if (g_str_equal (shown, wanted))
          return l->data;
      }
  return empty_window (self);
}

static void
hs_application_activate (GApplication *application)
{
  HsApplication *self = HS_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (new_window (self));
      hs_window_open_last (HS_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
hs_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      HsWindow *window = path == NULL ? NULL : window_for (HS_APPLICATION (application), path);
      if (window == NULL)
        continue;
      if (!hs_window_has_file (window))
        hs_window_open_file (window, path, FALSE);
      gtk_window_present (GTK_WINDOW (window));
    }
}

/* ---- from the search of the desktop ---- */

/* The id of the agreement with a number, 0 when it is not in the file or no file is open. */
static gpointer
find_number (HsStore *store, gpointer number, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GPtrArray) found = NULL;

  if (store == NULL)
    return NULL;
  hs_query_where_text (query, HS_AGREEMENT_NUMBER, HS_OP_EQUAL, number);
  found = hs_store_find (store, query, error);
  return found != NULL && found->len > 0 ? GINT_TO_POINTER (hs_record_id (found->pdata[0])) : NULL;
}

static void
number_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsWindow) window = user_data;
  gint64 id = GPOINTER_TO_INT (hs_context_run_finish (HS_CONTEXT (source), result, NULL));

  if (id != 0)
    hs_window_open_agreement (window, id);
}

/* A file that is being opened comes first: the worker does one thing after the other. */
static void
open_result (HsSearchProvider *provider, const char *number, guint timestamp, HsApplication *self)
{
  GtkWindow *window;

  g_application_activate (G_APPLICATION (self));
  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (number != NULL && HS_IS_WINDOW (window))
    hs_context_run (hs_window_context (HS_WINDOW (window)), find_number, g_strdup (number), g_free,
                    NULL, NULL, number_found, g_object_ref (window));
}

static gboolean
hs_application_dbus_register (GApplication *application, GDBusConnection *bus, const char *path,
                              GError **error)
{
  HsApplication *self = HS_APPLICATION (application);
  g_autofree char *place = g_strconcat (path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (hs_application_parent_class)
           ->dbus_register (application, bus, path, error))
    return FALSE;
  self->provider = hs_search_provider_new (self->settings);
  g_signal_connect (self->provider, "open", G_CALLBACK (open_result), self);
  return hs_search_provider_export (self->provider, bus, place, error);
}

static void
hs_application_dbus_unregister (GApplication *application, GDBusConnection *bus, const char *path)
{
  HsApplication *self = HS_APPLICATION (application);

  if (self->provider != NULL)
    hs_search_provider_unexport (self->provider);
  g_clear_object (&self->provider);
  G_APPLICATION_CLASS (hs_application_parent_class)->dbus_unregister (application, bus, path);
}

static void
activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_activate (user_data);
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Closing gives each window the time to save. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const developers[] = { "De makers van Handslag", NULL };
  GtkWidget *window = adw_about_window_new ();

  g_object_set (window, "application-name", "Handslag", "application-icon", HS_APP_ID, "version",
                HS_VERSION, "developers", developers, "license-type", GTK_LICENSE_GPL_3_0,
                "comments",
                _ ("From a student without a place to a signed agreement, with care technology in "
                   "the assignment."),
                "transient-for", gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                "modal", TRUE, NULL);
  adw_about_window_add_legal_section (
      ADW_ABOUT_WINDOW (window), _ ("Places in the Netherlands"), "GeoNames (geonames.org)",
      GTK_LICENSE_CUSTOM,
      _ ("Names and positions of places come from GeoNames, under the licence Creative Commons "
         "Attribution 4.0 (CC BY 4.0)."));
  gtk_window_present (GTK_WINDOW (window));
}

static void
shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/nl/handslag/Handslag/ui/window/hs-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window,
                                gtk_application_get_active_window (GTK_APPLICATION (user_data)));
  gtk_window_present (window);
}

static void
another_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (new_window (user_data)));
}

static const GActionEntry actions[] = {
  { .name = "activate", .activate = activate },
  { .name = "quit", .activate = quit },
  { .name = "about", .activate = about },
  { .name = "shortcuts", .activate = shortcuts },
  { .name = "new-window", .activate = another_window },
};

static void
set_accels (GtkApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "app.shortcuts", { "<Control>question", "<Control><Shift>slash" } },
    { "app.new-window", { "<Control><Shift>n" } },
    { "win.new", { "<Control>n" } },
    { "win.class", { "<Control><Alt>n" } },
    { "win.help", { "F1" } },
    { "win.open-file", { "<Control>o" } },
    { "win.search", { "<Control>f" } },
    { "win.search-all", { "<Control>k" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.next-step", { "<Control>Return" } },
    { "win.second-step", { "<Control><Shift>Return" } },
    { "win.previous-review", { "<Control>Page_Up" } },
    { "win.next-review", { "<Control>Page_Down" } },
    { "win.agree-all", { "<Control><Shift>a" } },
    { "win.pdf", { "<Control>p" } },
    { "win.import", { "<Control>i" } },
    { "win.needed", { "<Control>j" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.back", { "<Alt>Left" } },
    { "window.close", { "<Control>w" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (self, accels[i].action,
                                           (const char *const *) accels[i].accels);
  for (int i = 1; i <= 10; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.section(%d)", i - 1);
      g_autofree char *accel = g_strdup_printf ("<Alt>%d", i % 10);
      gtk_application_set_accels_for_action (self, action, (const char *const[]){ accel, NULL });
    }
}

static void
follow_style (GSettings *settings, const char *key, gpointer user_data)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int style = g_settings_get_enum (settings, "style");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[CLAMP (style, 0, 2)]);
}

void
hs_application_register_resources (void)
{
  hs_help_register_resource ();
  hs_icons_register_resource ();
  hs_ui_register_resource ();
}

static void
hs_application_startup (GApplication *application)
{
  HsApplication *self = HS_APPLICATION (application);

  hs_application_register_resources ();
  G_APPLICATION_CLASS (hs_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accels (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (HS_APP_ID);
  if (self->settings != NULL)
    {
      g_signal_connect (self->settings, "changed::style", G_CALLBACK (follow_style), NULL);
      follow_style (self->settings, NULL, NULL);
    }
}

static void
hs_application_dispose (GObject *object)
{
  g_clear_object (&HS_APPLICATION (object)->settings);
  G_OBJECT_CLASS (hs_application_parent_class)->dispose (object);
}

static void
hs_application_class_init (HsApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_application_dispose;
  G_APPLICATION_CLASS (klass)->startup = hs_application_startup;
  G_APPLICATION_CLASS (klass)->activate = hs_application_activate;
  G_APPLICATION_CLASS (klass)->open = hs_application_open;
  G_APPLICATION_CLASS (klass)->dbus_register = hs_application_dbus_register;
  G_APPLICATION_CLASS (klass)->dbus_unregister = hs_application_dbus_unregister;
}

static void
hs_application_init (HsApplication *self)
{
  self->settings = find_settings ();
}

HsApplication *
hs_application_new (void)
{
  return g_object_new (HS_TYPE_APPLICATION, "application-id", HS_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/nl/handslag/Handslag",
                       NULL);
}
