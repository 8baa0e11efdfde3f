/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which file the window shows: new, the example region, one that is there, one of last time. */

#include "hs-window-private.h"

#include "hs-catalogue.h"
#include "hs-demo.h"
#include "hs-dialogs.h"
#include "hs-take-over.h"

#include <glib/gi18n.h>

#define DEMO_STUDENTS 120
#define DEMO_SEED 2026
#define MOST_RECENT 10

/* ---- recent files ---- */

void
hs_window_fill_recent (HsWindow *self)
{
  GSettings *settings = hs_context_settings (self->context);
  g_auto (GStrv) uris = settings ? g_settings_get_strv (settings, "recent-files") : NULL;

  hs_welcome_set_recent (self->welcome, (const char *const *) uris);
  g_menu_remove_all (self->recent);
  for (guint i = 0; uris != NULL && uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
      g_autofree char *name = g_file_get_basename (file);
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", uris[i]);
      g_menu_append_item (self->recent, item);
    }
}

void
hs_window_remember_file (HsWindow *self, const char *path)
{
  GSettings *settings = hs_context_settings (self->context);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) now = NULL;

  if (settings == NULL)
    return;
  before = g_settings_get_strv (settings, "recent-files");
  g_strv_builder_add (builder, uri);
  for (guint i = 0; before[i] != NULL && i + 1 < MOST_RECENT; i++)
    if (!g_str_equal (before[i], uri))
      g_strv_builder_add (builder, before[i]);
  now = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-files", (const char *const *) now);
  g_settings_set_string (settings, "last-file", uri);
  hs_window_fill_recent (self);
}

/* ---- opening ---- */

static void
fail (HsWindow *self, const char *heading, const GError *error)
{
  g_autofree char *body = hs_sentence (error->message);

  hs_welcome_set_busy (self->welcome, FALSE);
  hs_dialog_tell (GTK_WINDOW (self), heading, body);
}

static gpointer
fill_job (HsStore *store, gpointer data, GError **error)
{
  if (!hs_store_begin (store, NULL, "catalogue", error))
    return NULL;
  if (!hs_store_load_catalogue (store, NULL, error) || !hs_store_commit (store, error))
    hs_store_rollback (store);
  return NULL;
}

static gpointer
demo_job (HsStore *store, gpointer data, GError **error)
{
  hs_demo_make (store, DEMO_STUDENTS, DEMO_SEED, GPOINTER_TO_INT (data), NULL, NULL, error);
  return NULL;
}

typedef struct
{
  HsWindow *window;
  char *path;
  HsJob fill;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_free (opening->path);
  g_free (opening);
}

static void opened (GObject *source, GAsyncResult *result, gpointer user_data);

static void
filled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  if (error != NULL)
    fail (opening->window, _ ("The file could not be filled"), error);
  /* Once more: what filled it may have said who uses it, and set its clock. */
  opening->fill = NULL;
  hs_context_open_async (HS_CONTEXT (source), opening->path, 0, opened, opening);
}

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  HsContext *context = HS_CONTEXT (source);
  g_autoptr (GError) error = NULL;

  if (!hs_context_open_finish (context, result, &error))
    {
      hs_welcome_set_busy (opening->window->welcome, FALSE);
      if (g_error_matches (error, HS_ERROR, HS_ERROR_PLACE))
        hs_take_over_offer (opening->window, opening->path, opening->fill != NULL, error);
      else
        fail (opening->window, _ ("The file could not be opened"), error);
      opening_free (opening);
      return;
    }
  if (opening->fill != NULL)
    {
      hs_context_run (context, opening->fill, GINT_TO_POINTER (hs_context_today (context)), NULL,
                      NULL, NULL, filled, opening);
      return;
    }
  hs_window_remember_file (opening->window, opening->path);
  hs_window_show_state (opening->window);
  opening_free (opening);
}

static void
open_and_fill (HsWindow *self, const char *path, gboolean create, HsJob fill)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->path = g_strdup (path);
  opening->fill = fill;
  hs_welcome_set_busy (self->welcome, TRUE);
  hs_context_open_async (self->context, path, create ? HS_STORE_CREATE : 0, opened, opening);
}

void
hs_window_open_file (HsWindow *self, const char *path, gboolean create)
{
  open_and_fill (self, path, create, create ? fill_job : NULL);
}

void
hs_window_open_last (HsWindow *self)
{
  GSettings *settings = hs_context_settings (self->context);
  g_autofree char *uri = settings ? g_settings_get_string (settings, "last-file") : NULL;
  g_autoptr (GFile) file = uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && g_file_query_exists (file, NULL))
    hs_window_open_file (self, path, FALSE);
}

/* ---- asking ---- */

static void
new_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = hs_dialog_file_finish (result);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  if (path == NULL)
    return;
  if (g_file_query_exists (file, NULL))
    hs_dialog_tell (GTK_WINDOW (source), _ ("There is a file with that name already"),
                    _ ("Choose another name, or open that file."));
  else
    hs_window_open_file (HS_WINDOW (source), path, TRUE);
}

void
hs_window_ask_new (HsWindow *self)
{
  hs_dialog_file_async (GTK_WINDOW (self), _ ("New file"), TRUE, "stages.handslag",
                        _ ("Handslag files"), "*.handslag", new_chosen, NULL);
}

static void
open_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = hs_dialog_file_finish (result);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  if (path != NULL)
    hs_window_open_file (HS_WINDOW (source), path, FALSE);
}

void
hs_window_ask_open (HsWindow *self)
{
  hs_dialog_file_async (GTK_WINDOW (self), _ ("Open a file"), FALSE, NULL, _ ("Handslag files"),
                        "*.handslag", open_chosen, NULL);
}

static void
colleague_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = hs_dialog_file_finish (result);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  if (path != NULL)
    hs_take_over (HS_WINDOW (source), path);
}

void
hs_window_ask_take_over (HsWindow *self)
{
  hs_dialog_file_async (GTK_WINDOW (self), _ ("Take over a file"), FALSE, "collega.handslag",
                        _ ("Handslag files"), "*.handslag", colleague_chosen, NULL);
}

/* The example is made once and then opened as it is, so that people can go on with what they tried.
 */
void
hs_window_open_demo (HsWindow *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "handslag", NULL);
  g_autofree char *path = g_build_filename (folder, "voorbeeldregio.handslag", NULL);

  g_mkdir_with_parents (folder, 0700);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    open_and_fill (self, path, FALSE, NULL);
  else
    open_and_fill (self, path, TRUE, demo_job);
}
