/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole program inside a test. */

#include "window-world.h"

#include "hs-demo.h"
#include "hs-locale.h"
#include "hs-query.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define NOW "2026-11-23T09:00:00Z"
#define SECTIONS 11
#define PAGES 9

/* What GTK 4.8 says by itself while pages and sizes change, of widgets that are not on the screen
 * at that moment. */
static gboolean
is_passed_over (const char *message)
{
  return strstr (message, "gtk_widget_size_allocate(): attempt to allocate") != NULL
         || strstr (message, "without a current allocation") != NULL
         || strstr (message, "gdk_monitor_get_geometry") != NULL;
}

/* Any other warning fails the test. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_strcmp0 (fields[i].key, "MESSAGE") == 0 && is_passed_over (fields[i].value))
      return G_LOG_WRITER_HANDLED;
  if ((level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO)) != 0)
    return G_LOG_WRITER_HANDLED;
  g_log_writer_standard_streams (level, fields, n_fields, NULL);
  if ((level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR)) != 0)
    abort ();
  return G_LOG_WRITER_HANDLED;
}

void
window_world_listen (void)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_writer_func (write_log, NULL, NULL);
}

static void
make_region (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = hs_store_open (path, HS_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (hs_demo_make (store, 60, 2026, hs_day (2026, 11, 23), NULL, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return hs_window_has_file (data) && hs_context_actor (hs_window_context (data)) != NULL;
}

void
window_world_init (WindowWorld *self)
{
  g_autofree char *files = NULL;
  g_autoptr (GFile) file = NULL;

  *self = (WindowWorld){ 0 };
  self->folder = g_dir_make_tmp ("handslag-window-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "regio.handslag", NULL);
  files = g_build_filename (self->folder, "files", NULL);
  g_mkdir (files, 0700);
  g_setenv ("HANDSLAG_NOW", NOW, TRUE);
  g_setenv ("HANDSLAG_TEST_FILES", files, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", self->folder, TRUE);
  make_region (self->path);
  self->application = hs_application_new ();
  g_application_set_flags (G_APPLICATION (self->application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (self->application), NULL, NULL));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  file = g_file_new_for_path (self->path);
  g_application_open (G_APPLICATION (self->application), &file, 1, "");
  self->window =
      HS_WINDOW (gtk_application_get_windows (GTK_APPLICATION (self->application))->data);
  window_world_wait (self, is_open, self->window);
}

static gboolean
nudge (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* 60 ms without anything loading. */
void
window_world_settle (WindowWorld *self)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  gboolean quiet = FALSE;

  while (!quiet && g_get_monotonic_time () < end)
    {
      gboolean passed = FALSE;

      quiet = TRUE;
      g_timeout_add (60, nudge, &passed);
      while (!passed)
        {
          g_main_context_iteration (NULL, TRUE);
          if (hs_context_is_busy (hs_window_context (self->window)))
            quiet = FALSE;
        }
    }
}

void
window_world_wait (WindowWorld *self, gboolean (*done) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  while (!done (data) && g_get_monotonic_time () < end)
    window_world_settle (self);
  g_assert_true (done (data));
  window_world_settle (self);
}

void
window_world_close (WindowWorld *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  window_world_settle (self);
  while (g_list_model_get_n_items (windows) > 0)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);

      gtk_window_destroy (window);
    }
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_clear_object (&self->application);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
window_world_remove (WindowWorld *self)
{
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* ---- scenes ---- */

static void
act (GtkWindow *window, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, parameter);
}

/* The newest window that is no main window, NULL when there is none. */
static GtkWindow *
find_other (WindowWorld *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window != GTK_WINDOW (self->window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
close_others (WindowWorld *self)
{
  GtkWindow *window;

  while ((window = find_other (self)) != NULL)
    {
      gtk_window_destroy (window);
      window_world_settle (self);
    }
}

static void
look_at_pages (WindowWorld *self, WindowWorldLook look, gpointer data)
{
  for (int i = 0; i < PAGES; i++)
    {
      g_autofree char *scene = g_strdup_printf ("page %d", i + 1);

      act (GTK_WINDOW (self->window), "section", g_variant_new_int32 (i));
      window_world_settle (self);
      look (self, GTK_WINDOW (self->window), scene, data);
    }
}

static void
look_at_dialogs (WindowWorld *self, WindowWorldLook look, gpointer data)
{
  static const struct
  {
    const char *name;
    int page;
    gboolean application;
  } dialogs[] = {
    { "class", 2, FALSE },      { "new", 2, FALSE },  { "new", 4, FALSE },
    { "import", 4, FALSE },     { "help", 2, FALSE }, { "contents", 0, FALSE },
    { "search-all", 0, FALSE }, { "about", 0, TRUE }, { "shortcuts", 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *scene =
          g_strdup_printf ("%s on page %d", dialogs[i].name, dialogs[i].page + 1);
      GtkWindow *window;

      act (GTK_WINDOW (self->window), "section", g_variant_new_int32 (dialogs[i].page));
      window_world_settle (self);
      if (dialogs[i].application)
        g_action_group_activate_action (G_ACTION_GROUP (self->application), dialogs[i].name, NULL);
      else
        act (GTK_WINDOW (self->window), dialogs[i].name, NULL);
      window_world_settle (self);
      window = find_other (self);
      look (self, window != NULL ? window : GTK_WINDOW (self->window), scene, data);
      close_others (self);
    }
}

/* One agreement in each of these states. */
static gint64
find_agreement (WindowWorld *self, HsAgreementState state)
{
  g_autoptr (HsStore) store = hs_store_open (self->path, HS_STORE_READ_ONLY, NULL);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, HS_AGREEMENT_STATE, HS_OP_EQUAL, state);
  hs_query_window (query, 0, 1);
  found = hs_store_find (store, query, NULL);
  return found != NULL && found->len > 0 ? hs_record_id (found->pdata[0]) : 0;
}

static void
look_at_agreements (WindowWorld *self, WindowWorldLook look, gpointer data)
{
  static const HsAgreementState states[] = { HS_AGREEMENT_STATE_DRAFT, HS_AGREEMENT_STATE_OUT,
                                             HS_AGREEMENT_STATE_AGREED };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      gint64 id = find_agreement (self, states[i]);
      GtkWindow *window;

      if (id == 0)
        continue;
      hs_window_open_agreement (self->window, id);
      window_world_settle (self);
      window = find_other (self);
      g_assert_nonnull (window);
      for (int j = 0; j < SECTIONS; j++)
        {
          g_autofree char *scene = g_strdup_printf ("agreement %u, section %d", i + 1, j + 1);

          act (window, "section", g_variant_new_int32 (j));
          window_world_settle (self);
          look (self, window, scene, data);
        }
      close_others (self);
    }
}

void
window_world_walk (WindowWorld *self, WindowWorldLook look, gpointer data)
{
  look_at_pages (self, look, data);
  look_at_dialogs (self, look, data);
  look_at_agreements (self, look, data);
}

void
window_world_each (GtkWidget *root, void (*each) (GtkWidget *widget, gpointer data), gpointer data)
{
  if (!gtk_widget_get_mapped (root))
    return;
  each (root, data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    window_world_each (child, each, data);
}
