/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key …: making, showing, checking and keeping the keys that people sign with. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-cli-errors.h"
#include "hs-cli-private.h"
#include "hs-cli-secret.h"
#include "hs-error.h"
#include "hs-minutes.h"
#include "hs-sign.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* ---- making ---- */

/* Makes the folder of the keys, for the owner alone. */
static void
make_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
}

/* Saves @key under a passphrase and its public half in the database; without the record there is
 * no file either. */
static gboolean
keep_key (HsCli *self, HsKey *key, const char *path, GError **error)
{
  const HsActor *actor = hs_cli_actor (self);
  g_autoptr (HsSecretText) passphrase =
      hs_cli_passphrase (self, "passphrase-file", _ ("New passphrase"), error);
  g_autoptr (HsRecord) record = NULL;

  if (passphrase == NULL || !hs_cli_begin (self, "key", error))
    return FALSE;
  record = hs_sign_key_record (hs_cli_store (self), actor, hs_key_get_public (key), TRUE, error);
  if (record == NULL)
    return FALSE;
  if (hs_cli_option (self, "key") == NULL)
    make_folder (path);
  if (!hs_key_create_file (key, path, actor->uid, passphrase, NULL, error))
    return FALSE;
  if (hs_store_commit (hs_cli_store (self), error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

static HsCliStatus
say_new_key (HsCli *self, HsKey *key, const char *path)
{
  g_autofree char *number = hs_public_key_get_fingerprint (hs_key_get_public (key));
  g_autofree char *text = hs_public_key_to_text (hs_key_get_public (key));

  hs_cli_say (self, _ ("The key of %s is in '%s'."), hs_cli_actor (self)->name, path);
  hs_cli_say_value (self, _ ("Number to compare"), number);
  hs_cli_say (self, "%s",
              _ ("Print the recovery sheet with 'handslag-cli key recovery FILE' and "
                 "keep it in a safe place."));
  hs_cli_json_text (hs_cli_json (self), "person", hs_cli_actor (self)->uid);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  hs_cli_json_text (hs_cli_json (self), "fingerprint", number);
  hs_cli_json_text (hs_cli_json (self), "public_key", text);
  return HS_CLI_DONE;
}

static HsCliStatus
key_new (HsCli *self, GError **error)
{
  const HsActor *actor = hs_cli_need_actor (self, error);
  g_autofree char *path = actor == NULL ? NULL : hs_cli_key_path (self, error);
  g_autoptr (HsKey) key = path == NULL ? NULL : hs_key_new (error);

  if (key == NULL || !keep_key (self, key, path, error))
    return HS_CLI_COULD_NOT;
  return say_new_key (self, key, path);
}

static HsCliStatus
key_restore (HsCli *self, GError **error)
{
  const HsActor *actor = hs_cli_need_actor (self, error);
  g_autofree char *path = actor == NULL ? NULL : hs_cli_key_path (self, error);
  g_autoptr (HsSecretText) text = NULL;
  g_autoptr (HsKey) key = NULL;
  char *data = NULL;
  gsize length;

  if (path == NULL || !hs_cli_read_file (hs_cli_argument (self, 0), 65536, &data, &length, error))
    return HS_CLI_COULD_NOT;
  text = data;
  key = hs_key_new_from_recovery_text (text, error);
  if (key == NULL || !keep_key (self, key, path, error))
    return HS_CLI_COULD_NOT;
  return say_new_key (self, key, path);
}

/* ---- showing ---- */

/* Whose key a record is. (transfer full) */
static char *
owner_name (HsCli *self, const HsRecord *key)
{
  if (hs_record_has (key, HS_KEY_STUDENT))
    return hs_cli_name (self, HS_KIND_STUDENT, hs_record_int (key, HS_KEY_STUDENT));
  if (hs_record_has (key, HS_KEY_GUARDIAN))
    return hs_cli_name (self, HS_KIND_GUARDIAN, hs_record_int (key, HS_KEY_GUARDIAN));
  return hs_cli_name (self, HS_KIND_PERSON, hs_record_int (key, HS_KEY_PERSON));
}

static GPtrArray *
find_keys (HsCli *self, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_KEY);

  return hs_store_find (hs_cli_store (self), query, error);
}

static HsCliStatus
key_list (HsCli *self, GError **error)
{
  g_autoptr (GPtrArray) keys = find_keys (self, error);
  HsCliTable *table;
  json_t *array = json_array ();

  json_object_set_new (hs_cli_json (self), "keys", array);
  if (keys == NULL)
    return HS_CLI_COULD_NOT;
  table = hs_cli_table_new ();
  hs_cli_table_column (table, _ ("Uid"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Of"), HS_CLI_LEFT, 40);
  hs_cli_table_column (table, _ ("Number to compare"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Checked by"), HS_CLI_LEFT, 30);
  hs_cli_table_column (table, _ ("Revoked on"), HS_CLI_LEFT, 0);
  for (guint i = 0; i < keys->len; i++)
    {
      hs_cli_table_cell (table, hs_record_uid (keys->pdata[i]));
      hs_cli_table_cell_take (table, owner_name (self, keys->pdata[i]));
      hs_cli_table_cell (table, hs_record_text (keys->pdata[i], HS_KEY_FINGERPRINT));
      hs_cli_table_cell (table, hs_record_text (keys->pdata[i], HS_KEY_CHECKED_BY));
      hs_cli_table_cell_take (table, hs_record_format (keys->pdata[i], HS_KEY_REVOKED_ON));
      json_array_append_new (array, hs_cli_record_json (self, keys->pdata[i]));
    }
  hs_cli_say_table (self, table);
  if (keys->len == 0)
    hs_cli_say (self, "%s", _ ("There are no keys yet; make one with 'handslag-cli key new'."));
  return HS_CLI_DONE;
}

static HsCliStatus
key_show (HsCli *self, GError **error)
{
  g_autofree char *path = hs_cli_key_path (self, error);
  g_autofree char *owner = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  HsPublicKey public_key;

  if (path == NULL || !hs_key_peek_file (path, &public_key, &owner, error))
    return HS_CLI_COULD_NOT;
  number = hs_public_key_get_fingerprint (&public_key);
  text = hs_public_key_to_text (&public_key);
  hs_cli_say_value (self, _ ("File"), path);
  hs_cli_say_value (self, _ ("Of"), owner);
  hs_cli_say_value (self, _ ("Number to compare"), number);
  hs_cli_say_value (self, _ ("Public key"), text);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  hs_cli_json_text (hs_cli_json (self), "person", owner);
  hs_cli_json_text (hs_cli_json (self), "fingerprint", number);
  hs_cli_json_text (hs_cli_json (self), "public_key", text);
  return HS_CLI_DONE;
}

/* The key record that argument @index means: its uid, or the person whose only key it is that was
 * not revoked. (transfer full) */
static HsRecord *
find_key (HsCli *self, guint index, GError **error)
{
  const char *text = hs_cli_argument (self, index);
  const HsKind *kind = hs_kind_of_uid (text);
  g_autoptr (HsActor) actor = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  HsRecord *found = NULL;

  if (kind != NULL && kind->id == HS_KIND_KEY)
    return hs_cli_record (self, text, error);
  actor = hs_cli_find_actor (hs_cli_store (self), text, error);
  keys = actor == NULL ? NULL : find_keys (self, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      guint field = actor->kind == HS_KIND_STUDENT    ? HS_KEY_STUDENT
                    : actor->kind == HS_KIND_GUARDIAN ? HS_KEY_GUARDIAN
                                                      : HS_KEY_PERSON;

      if (hs_record_int (keys->pdata[i], field) != actor->id
          || hs_record_has (keys->pdata[i], HS_KEY_REVOKED_ON))
        continue;
      if (found != NULL)
        {
          hs_cli_wrong_use (error, _ ("%s has more than one key; give the uid of one"),
                            actor->name);
          return NULL;
        }
      found = keys->pdata[i];
    }
  if (keys != NULL && found == NULL)
    g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                 _ ("%s has no key yet; see 'handslag-cli key list'"), actor->name);
  return found == NULL ? NULL : hs_record_ref (found);
}

static HsCliStatus
key_export (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) key = find_key (self, 0, error);
  const char *path = hs_cli_argument (self, 1);
  g_autofree char *text = NULL;

  if (key == NULL)
    return HS_CLI_COULD_NOT;
  text = g_strconcat (hs_record_text (key, HS_KEY_PUBLIC_KEY), "\n", NULL);
  if (!hs_cli_write_file (path, text, strlen (text), error))
    return HS_CLI_COULD_NOT;
  if (strcmp (path, "-") == 0)
    return hs_cli_say_nothing (self);
  hs_cli_say (self, _ ("The public key is in '%s'; it is no secret."), path);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  return HS_CLI_DONE;
}

static HsCliStatus
key_add (HsCli *self, GError **error)
{
  g_autoptr (HsActor) owner = NULL;
  g_autoptr (HsRecord) record = NULL;
  g_autofree char *data = NULL;
  HsPublicKey public_key;
  gsize length;

  owner = hs_cli_find_actor (hs_cli_store (self), hs_cli_argument (self, 0), error);
  if (owner == NULL || !hs_cli_read_file (hs_cli_argument (self, 1), 65536, &data, &length, error)
      || !hs_public_key_from_text (data, &public_key, error) || !hs_cli_begin (self, "key", error))
    return HS_CLI_COULD_NOT;
  record = hs_sign_key_record (hs_cli_store (self), owner, &public_key, TRUE, error);
  if (record == NULL || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self,
              _ ("The key of %s is known now. Compare this number by telephone, then say "
                 "'handslag-cli key checked %s': %s"),
              owner->name, hs_record_uid (record), hs_record_text (record, HS_KEY_FINGERPRINT));
  hs_cli_set_json (self, hs_cli_record_json (self, record));
  return HS_CLI_DONE;
}

/* ---- changing ---- */

static gboolean
save_key (HsCli *self, HsRecord *key, GError **error)
{
  return hs_cli_begin (self, "key", error) && hs_store_save (hs_cli_store (self), key, error)
         && hs_store_commit (hs_cli_store (self), error);
}

static HsCliStatus
key_checked (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) key = NULL;
  g_autofree char *name = NULL;

  if (hs_cli_need_actor (self, error) == NULL)
    return HS_CLI_WRONG_USE;
  key = find_key (self, 0, error);
  if (key == NULL)
    return HS_CLI_COULD_NOT;
  hs_record_set_text (key, HS_KEY_CHECKED_BY, hs_cli_actor (self)->name);
  hs_record_set_int (key, HS_KEY_CHECKED_ON, hs_cli_today (self));
  if (!save_key (self, key, error))
    return HS_CLI_COULD_NOT;
  name = owner_name (self, key);
  hs_cli_say (self, _ ("Written down: you checked that this is the key of %s."), name);
  hs_cli_set_json (self, hs_cli_record_json (self, key));
  return HS_CLI_DONE;
}

static HsCliStatus
key_revoke (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) key = find_key (self, 0, error);
  g_autofree char *name = NULL;

  if (key == NULL)
    return HS_CLI_COULD_NOT;
  hs_record_set_int (key, HS_KEY_REVOKED_ON, hs_cli_today (self));
  if (!save_key (self, key, error))
    return HS_CLI_COULD_NOT;
  name = owner_name (self, key);
  hs_cli_say (self, _ ("The key of %s is revoked; what was signed with it before stays valid."),
              name);
  hs_cli_set_json (self, hs_cli_record_json (self, key));
  return HS_CLI_DONE;
}

static HsCliStatus
key_passphrase (HsCli *self, GError **error)
{
  g_autofree char *path = hs_cli_key_path (self, error);
  g_autoptr (HsSecretText) old = NULL;
  g_autoptr (HsSecretText) new = NULL;

  if (path == NULL)
    return HS_CLI_WRONG_USE;
  old = hs_cli_passphrase (self, "passphrase-file", _ ("Passphrase"), error);
  if (old == NULL)
    return HS_CLI_COULD_NOT;
  new = hs_cli_passphrase (self, "new-passphrase-file", _ ("New passphrase"), error);
  if (new == NULL || !hs_key_change_passphrase (path, old, new, NULL, error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, _ ("The key in '%s' has a new passphrase."), path);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  return HS_CLI_DONE;
}

/* The page to print, or the bare text for any other name than one that ends in .pdf. */
static HsCliStatus
key_recovery (HsCli *self, GError **error)
{
  const char *path = hs_cli_argument (self, 0);
  g_autoptr (HsKey) key = hs_cli_open_key (self, NULL, error);
  g_autoptr (HsSecretText) text = NULL;
  g_autoptr (HsSecretText) line = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char now[32];

  if (key == NULL)
    return HS_CLI_COULD_NOT;
  if (g_str_has_suffix (path, ".pdf"))
    bytes = hs_recovery_sheet_render (
        key, hs_cli_actor (self)->name,
        hs_moment_to_iso (hs_clock_now (hs_store_clock (hs_cli_store (self))), now), error);
  else
    {
      text = hs_key_to_recovery_text (key);
      line = g_strconcat (text, "\n", NULL);
      bytes = g_bytes_new_static (line, strlen (line));
    }
  if (bytes == NULL
      || !hs_cli_write_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return HS_CLI_COULD_NOT;
  if (strcmp (path, "-") == 0)
    return hs_cli_say_nothing (self);
  hs_cli_say (self,
              _ ("The recovery sheet is in '%s'. Who has it has your key: print it, keep it "
                 "safe, and throw the file away."),
              path);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  return HS_CLI_DONE;
}

/* ---- the table ---- */

static const HsCliOption file_options[] = {
  { "key", N_ ("FILE"), FALSE, N_ ("The key file; else yours on this machine") },
  { "passphrase-file", N_ ("FILE"), FALSE,
    N_ ("Read the passphrase from this file; '-' is the input") },
  { NULL },
};

static const HsCliOption show_options[] = {
  { "key", N_ ("FILE"), FALSE, N_ ("The key file; else yours on this machine") },
  { NULL },
};

static const HsCliOption passphrase_options[] = {
  { "key", N_ ("FILE"), FALSE, N_ ("The key file; else yours on this machine") },
  { "passphrase-file", N_ ("FILE"), FALSE,
    N_ ("Read the passphrase from this file; '-' is the input") },
  { "new-passphrase-file", N_ ("FILE"), FALSE, N_ ("Read the new passphrase from this file") },
  { NULL },
};

#define JSON_OF_KEY "{person, file, fingerprint, public_key}"
#define JSON_OF_RECORD "{kind, uid, title, fields}"

const HsCliCommand hs_cli_key_commands[] = {
  { .path = "key new",
    .use = HS_CLI_WRITES,
    .options = file_options,
    .summary = N_ ("Makes the key with which you sign on this machine"),
    .help = N_ ("The key is kept under a passphrase of at least 8 characters."),
    .json = JSON_OF_KEY,
    .example = "handslag-cli key new --as b.bakker@school.nl",
    .run = key_new },
  { .path = "key list",
    .use = HS_CLI_READS,
    .summary = N_ ("Shows the keys that are known, and who checked them"),
    .json = "{keys: [{kind, uid, title, fields}]}",
    .example = "handslag-cli key list",
    .run = key_list },
  { .path = "key show",
    .use = HS_CLI_READS,
    .options = show_options,
    .summary = N_ ("Shows a key file: whose it is and the number to compare"),
    .json = JSON_OF_KEY,
    .example = "handslag-cli key show --as b.bakker@school.nl",
    .run = key_show },
  { .path = "key export",
    .arguments = N_ ("KEY|PERSON FILE"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_READS,
    .summary = N_ ("Writes a public key, for others"),
    .json = "{file}",
    .example = "handslag-cli key export b.bakker@school.nl bakker.txt",
    .run = key_export },
  { .path = "key add",
    .arguments = N_ ("PERSON FILE"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Makes the public key of somebody else known"),
    .json = JSON_OF_RECORD,
    .example = "handslag-cli key add p.mulder@zorg.nl mulder.txt",
    .run = key_add },
  { .path = "key checked",
    .arguments = N_ ("KEY|PERSON"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Writes down that you compared the number with the owner of the key"),
    .json = JSON_OF_RECORD,
    .example = "handslag-cli key checked p.mulder@zorg.nl --as b.bakker@school.nl",
    .run = key_checked },
  { .path = "key revoke",
    .arguments = N_ ("KEY|PERSON"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Revokes a key: nobody can sign with it any more"),
    .json = JSON_OF_RECORD,
    .example = "handslag-cli key revoke p.mulder@zorg.nl --as b.bakker@school.nl",
    .run = key_revoke },
  { .path = "key passphrase",
    .use = HS_CLI_READS,
    .options = passphrase_options,
    .summary = N_ ("Gives a key file a new passphrase"),
    .json = "{file}",
    .example = "handslag-cli key passphrase --as b.bakker@school.nl",
    .run = key_passphrase },
  { .path = "key recovery",
    .arguments = N_ ("FILE"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .options = file_options,
    .summary = N_ ("Writes the recovery sheet, with which a lost key is made again"),
    .help = N_ ("With a name that ends in .pdf a page to print, else the text alone."),
    .json = "{file}",
    .example = "handslag-cli key recovery herstelblad.pdf --as b.bakker@school.nl",
    .run = key_recovery },
  { .path = "key restore",
    .arguments = N_ ("FILE"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = file_options,
    .summary = N_ ("Makes a lost key again from the text of the recovery sheet"),
    .help = N_ ("FILE holds the text as you typed it over; '-' is the input."),
    .json = JSON_OF_KEY,
    .example = "handslag-cli key restore tekst.txt --as b.bakker@school.nl",
    .run = key_restore },
  { NULL },
};
