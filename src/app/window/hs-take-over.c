/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a file. The copy goes to the folder of the program: that is never a share, and who
 * takes over a file wants to begin, not to choose a folder. */

#include "hs-take-over.h"

#include "hs-dialogs.h"
#include "hs-file-place.h"

#include <glib/gi18n.h>

typedef struct
{
  HsWindow *window;
  char *from;
  char *to;
  gboolean is_new;
} TakeOver;

static void
take_over_free (TakeOver *self)
{
  g_object_unref (self->window);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/* "stages.handslag", or "stages 2.handslag" when there is one. (transfer full) */
static char *
free_path (const char *path)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "handslag", NULL);
  g_autofree char *name = g_path_get_basename (path);
  char *at;

  if (g_str_has_suffix (name, ".handslag"))
    name[strlen (name) - strlen (".handslag")] = '\0';
  g_mkdir_with_parents (folder, 0700);
  at = g_strdup_printf ("%s/%s.handslag", folder, name);
  for (guint i = 2; g_file_test (at, G_FILE_TEST_EXISTS); i++)
    {
      g_free (at);
      at = g_strdup_printf ("%s/%s %u.handslag", folder, name, i);
    }
  return at;
}

static gpointer
copy_job (HsStore *store, gpointer data, GError **error)
{
  TakeOver *self = data;

  hs_store_take_over (self->to, self->from, error);
  return NULL;
}

static void
copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TakeOver *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  if (error != NULL)
    {
      body = hs_sentence (error->message);
      hs_dialog_tell (GTK_WINDOW (self->window), _ ("The file could not be taken over"), body);
    }
  else
    {
      hs_window_open_file (self->window, self->to, FALSE);
      hs_window_toast (self->window, _ ("You now work in a copy on this computer."));
    }
  take_over_free (self);
}

void
hs_take_over (HsWindow *window, const char *path)
{
  TakeOver *self = g_new0 (TakeOver, 1);

  self->window = g_object_ref (window);
  self->from = g_strdup (path);
  self->to = free_path (path);
  hs_context_run (hs_window_context (window), copy_job, self, NULL, NULL, NULL, copied, self);
}

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TakeOver *self = user_data;

  if (hs_dialog_ask_finish (result))
    {
      if (self->is_new)
        hs_window_open_file (self->window, self->to, TRUE);
      else
        hs_take_over (self->window, self->from);
    }
  take_over_free (self);
}

void
hs_take_over_offer (HsWindow *window, const char *path, gboolean is_new, const GError *why)
{
  TakeOver *self = g_new0 (TakeOver, 1);
  g_autofree char *reason = hs_sentence (why->message);
  g_autofree char *body = g_strconcat (
      reason, "\n\n",
      is_new ? _ ("Handslag can make the file on this computer instead. Working together goes "
                  "through messages, not through one file.")
             : _ ("Handslag can make a copy on this computer. The file itself stays as it is. "
                  "Working together goes through messages, not through one file."),
      NULL);

  self->window = g_object_ref (window);
  self->from = g_strdup (path);
  self->to = free_path (path);
  self->is_new = is_new;
  hs_dialog_ask_async (GTK_WINDOW (window), _ ("This is no safe place for the file"), body,
                       is_new ? _ ("_Make it on this computer") : _ ("_Copy to this computer"),
                       FALSE, answered, self);
}
