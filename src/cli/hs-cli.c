/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame around every subcommand: options, file, person, result, exit status. */

#include "hs-cli-errors.h"
#include "hs-cli-private.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- what a subcommand was given ---- */

HsStore *
hs_cli_store (HsCli *self)
{
  return self->store;
}

const char *
hs_cli_command_path (HsCli *self)
{
  return self->command->path;
}

const HsActor *
hs_cli_actor (HsCli *self)
{
  return self->actor;
}

const HsActor *
hs_cli_need_actor (HsCli *self, GError **error)
{
  if (self->actor == NULL)
    hs_cli_wrong_use (error, _ ("say who you are with --as, for example --as j.jansen@school.nl"));
  return self->actor;
}

gboolean
hs_cli_is_json (HsCli *self)
{
  return self->json;
}

const char *
hs_cli_path (HsCli *self)
{
  return self->path;
}

guint
hs_cli_n_arguments (HsCli *self)
{
  return self->words->len - self->n_path;
}

const char *
hs_cli_argument (HsCli *self, guint index)
{
  return index < hs_cli_n_arguments (self) ? self->words->pdata[self->n_path + index] : NULL;
}

gboolean
hs_cli_has (HsCli *self, const char *option)
{
  return g_hash_table_contains (self->options, option);
}

const GPtrArray *
hs_cli_option_values (HsCli *self, const char *option)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option);

  if (values == NULL)
    {
      values = g_ptr_array_new ();
      g_hash_table_insert (self->options, (gpointer) option, values);
    }
  return values;
}

const char *
hs_cli_option (HsCli *self, const char *option)
{
  const GPtrArray *values = g_hash_table_lookup (self->options, option);

  return values == NULL || values->len == 0 ? NULL : values->pdata[values->len - 1];
}

gboolean
hs_cli_option_int (HsCli *self, const char *option, gint64 least, gint64 most, gint64 fallback,
                   gint64 *value, GError **error)
{
  const char *text = hs_cli_option (self, option);

  *value = fallback;
  if (text == NULL || g_ascii_string_to_signed (text, 10, least, most, value, NULL))
    return TRUE;
  {
    g_autofree char *low = g_strdup_printf ("%" G_GINT64_FORMAT, least);
    g_autofree char *high = g_strdup_printf ("%" G_GINT64_FORMAT, most);

    hs_cli_wrong_use (error, _ ("'%s' does not fit --%s: give a whole number from %s to %s"), text,
                      option, low, high);
  }
  return FALSE;
}

gboolean
hs_cli_option_day (HsCli *self, const char *option, HsDay fallback, HsDay *value, GError **error)
{
  const char *text = hs_cli_option (self, option);

  *value = text == NULL ? fallback : hs_day_parse (text);
  if (text == NULL || *value != HS_DAY_NONE)
    return TRUE;
  hs_cli_wrong_use (error, _ ("'%s' is no date for --%s; write it like 2027-02-01 or 1-2-2027"),
                    text, option);
  return FALSE;
}

HsDay
hs_cli_today (HsCli *self)
{
  HsClock clock = hs_clock_default ();

  return hs_clock_today (self->store != NULL ? hs_store_clock (self->store) : &clock);
}

/* ---- the file and the person ---- */

char *
hs_cli_default_path (void)
{
  const char *chosen = g_getenv ("HANDSLAG_DB");

  if (chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);
  return g_build_filename (g_get_user_data_dir (), "handslag", "handslag.handslag", NULL);
}

/* Says how to make the file when it is not there. */
static gboolean
open_store (HsCli *self, GError **error)
{
  HsStoreFlags flags = self->command->use == HS_CLI_CREATES ? HS_STORE_CREATE
                       : self->command->use == HS_CLI_READS ? HS_STORE_READ_ONLY
                                                            : 0;
  g_autoptr (GError) inner = NULL;

  if (self->command->use == HS_CLI_CREATES && hs_cli_option (self, "db") == NULL)
    {
      g_autofree char *folder = g_path_get_dirname (self->path);

      g_mkdir_with_parents (folder, 0700);
    }
  self->store = hs_store_open (self->path, flags, &inner);
  if (self->store != NULL)
    return TRUE;
  if (g_error_matches (inner, HS_ERROR, HS_ERROR_NOT_FOUND))
    g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                 _ ("there is no file '%s' yet; make it with 'handslag-cli init', or name another "
                    "one with --db"),
                 self->path);
  else
    g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}

static gboolean
choose_actor (HsCli *self, GError **error)
{
  const char *as = hs_cli_option (self, "as");
  g_autofree char *me = NULL;

  if (self->store == NULL)
    return TRUE;
  if (as != NULL)
    self->actor = hs_cli_find_actor (self->store, as, error);
  else if ((me = hs_store_fact (self->store, "me")) != NULL)
    self->actor = hs_store_actor (self->store, me, NULL); /* who left is nobody any more */
  return as == NULL || self->actor != NULL;
}

/* ---- running ---- */

static void
free_values (gpointer values)
{
  g_ptr_array_unref (values);
}

static HsCli *
cli_new (void)
{
  HsCli *self = g_new0 (HsCli, 1);
  const char *no_color = g_getenv ("NO_COLOR");

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_values);
  self->text = g_string_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->colour = isatty (STDOUT_FILENO) && (no_color == NULL || *no_color == '\0');
  return self;
}

static void
cli_free (HsCli *self)
{
  hs_store_close (self->store);
  g_clear_pointer (&self->actor, hs_actor_free);
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->options);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->values);
  g_free (self->path);
  json_decref (self->root);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsCli, cli_free)

/* An error takes the place of everything that was said, but for what a refusal rests on. */
static HsCliStatus
report (HsCli *self, const GError *error)
{
  g_autofree char *sentence = hs_cli_error_sentence (error);
  HsCliStatus status = hs_cli_error_status (error);
  json_t *object = json_object ();
  json_t *root = json_object ();
  json_t *findings = json_object_get (hs_cli_json (self), "findings");

  fprintf (stderr, "handslag-cli: %s\n", sentence);
  json_object_set_new (object, "code", json_string (hs_cli_error_code (error)));
  json_object_set_new (object, "message", json_string (sentence));
  json_object_set_new (root, "error", object);
  if (status == HS_CLI_FINDING && findings != NULL)
    json_object_set (root, "findings", findings);
  else
    g_string_truncate (self->text, 0);
  hs_cli_set_json (self, root);
  g_ptr_array_set_size (self->values, 0);
  return status;
}

static HsCliStatus
run_command (HsCli *self, GError **error)
{
  const char *db = hs_cli_option (self, "db");

  if (!hs_cli_check_use (self, error))
    return HS_CLI_WRONG_USE;
  if (db != NULL && *db == '\0')
    return hs_cli_wrong_use (error, _ ("--db wants the name of a file"));
  self->path = db != NULL ? g_strdup (db) : hs_cli_default_path ();
  if (self->command->use != HS_CLI_NO_STORE && !open_store (self, error))
    return HS_CLI_COULD_NOT;
  if (!choose_actor (self, error))
    return HS_CLI_COULD_NOT;
  return self->command->run (self, error);
}

static HsCliStatus
run (HsCli *self, int argc, char **argv, GError **error)
{
  if (!hs_cli_parse (self, argc, argv, error))
    return HS_CLI_WRONG_USE;
  if (hs_cli_has (self, "version"))
    {
      hs_cli_say (self, "handslag-cli %s", HS_VERSION);
      hs_cli_json_text (hs_cli_json (self), "version", HS_VERSION);
      return HS_CLI_DONE;
    }
  if (!hs_cli_has (self, "help"))
    return run_command (self, error);
  self->json = FALSE;
  hs_cli_help (self);
  return HS_CLI_DONE;
}

int
hs_cli_main (int argc, char **argv)
{
  g_autoptr (HsCli) self = cli_new ();
  g_autoptr (GError) error = NULL;
  HsCliStatus status;

  status = run (self, argc, argv, &error);
  if (error != NULL)
    status = report (self, error);
  if (!hs_cli_flush (self))
    {
      fprintf (stderr, "handslag-cli: %s\n",
               _ ("The result could not be written; the disk is full or the output was closed."));
      return HS_CLI_COULD_NOT;
    }
  return (int) status;
}
