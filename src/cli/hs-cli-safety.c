/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doctor, backup, restore, erase: keeping the file sound, and what is in it private. */

#include "hs-backup.h"
#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-doctor.h"
#include "hs-erase.h"
#include "hs-file-place.h"
#include "hs-error.h"

#include <glib/gi18n.h>

/* ---- doctor ---- */

typedef struct
{
  HsCli *cli;
  json_t *array;
  guint n;
} Doctor;

/* The most lines that people get to read; JSON has them all. */
#define MOST_LINES 100

static void
say_wrong (const char *code, const char *uid, const char *message, gpointer user_data)
{
  Doctor *self = user_data;
  json_t *object = json_object ();

  if (self->n++ < MOST_LINES)
    hs_cli_say (self->cli, "%s%s%s%s", message, uid != NULL ? " (" : "", uid != NULL ? uid : "",
                uid != NULL ? ")" : "");
  hs_cli_json_text (object, "code", code);
  hs_cli_json_text (object, "uid", uid);
  hs_cli_json_text (object, "message", message);
  json_array_append_new (self->array, object);
}

static HsCliStatus
doctor (HsCli *self, GError **error)
{
  Doctor found = { self, json_array (), 0 };
  int n;

  json_object_set_new (hs_cli_json (self), "problems", found.array);
  n = hs_store_doctor (hs_cli_store (self), say_wrong, &found, error);
  if (n < 0)
    return HS_CLI_COULD_NOT;
  json_object_set_new (hs_cli_json (self), "sound", json_boolean (n == 0));
  if (n == 0)
    hs_cli_say (self, _ ("The file '%s' is sound."), hs_cli_path (self));
  else
    hs_cli_say (self,
                ngettext ("%d thing is wrong. Make a copy of the file before you go on, and put "
                          "back a backup with 'handslag-cli restore FILE'.",
                          "%d things are wrong. Make a copy of the file before you go on, and put "
                          "back a backup with 'handslag-cli restore FILE'.",
                          (gulong) n),
                n);
  return n == 0 ? HS_CLI_DONE : HS_CLI_FINDING;
}

/* ---- backup and restore ---- */

static HsCliStatus
backup (HsCli *self, GError **error)
{
  const char *path = hs_cli_argument (self, 0);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !hs_cli_has (self, "replace"))
    return hs_cli_wrong_use (error,
                             _ ("'%s' is there already; choose another name or give "
                                "--replace"),
                             path);
  if (!hs_store_backup (hs_cli_store (self), path, error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self,
              _ ("The backup is in '%s'. It is not encrypted: keep it where others cannot "
                 "read it."),
              path);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  return HS_CLI_DONE;
}

static HsCliStatus
restore (HsCli *self, GError **error)
{
  if (g_file_test (hs_cli_path (self), G_FILE_TEST_EXISTS) && !hs_cli_has (self, "replace"))
    return hs_cli_wrong_use (error,
                             _ ("this replaces all of '%s'; give --replace when that is "
                                "what you want"),
                             hs_cli_path (self));
  if (!hs_store_restore (hs_cli_path (self), hs_cli_argument (self, 0), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self,
              _ ("'%s' is again as in the backup '%s'. What was erased since then is erased "
                 "again."),
              hs_cli_path (self), hs_cli_argument (self, 0));
  hs_cli_json_text (hs_cli_json (self), "file", hs_cli_path (self));
  return HS_CLI_DONE;
}

static HsCliStatus
take_over (HsCli *self, GError **error)
{
  if (!hs_store_take_over (hs_cli_path (self), hs_cli_argument (self, 0), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, _ ("'%s' is a copy of '%s'. Choose who you are with 'handslag-cli me PERSON'."),
              hs_cli_path (self), hs_cli_argument (self, 0));
  hs_cli_json_text (hs_cli_json (self), "file", hs_cli_path (self));
  return HS_CLI_DONE;
}

/* ---- erase ---- */

static HsCliStatus
erase (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) record = hs_cli_any_record (self, hs_cli_argument (self, 0), error);
  g_autofree char *what = NULL;

  if (record == NULL)
    return HS_CLI_COULD_NOT;
  what = hs_cli_describe (self, record);
  if (!hs_cli_has (self, "sure"))
    return hs_cli_wrong_use (error,
                             _ ("erasing %s cannot be undone; give --sure when that is what "
                                "you want"),
                             what);
  if (!hs_cli_may_remove (self, record, error))
    return HS_CLI_FINDING;
  if (!hs_cli_begin (self, "erase", error)
      || !hs_store_erase (hs_cli_store (self), hs_record_kind_id (record), hs_record_id (record),
                          error)
      || !hs_store_commit (hs_cli_store (self), error)
      || !hs_store_erase_traces (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, _ ("Erased for good: %s. Backups that you made yourself still hold it."), what);
  hs_cli_json_text (hs_cli_json (self), "erased", hs_record_uid (record));
  return HS_CLI_DONE;
}

/* ---- the table ---- */

static const HsCliOption replace_options[] = {
  { "replace", NULL, FALSE, N_ ("Replace the file that is there") },
  { NULL },
};

static const HsCliOption erase_options[] = {
  { "sure", NULL, FALSE, N_ ("Yes, erase it for good") },
  { NULL },
};

const HsCliCommand hs_cli_safety_commands[] = {
  { .path = "doctor",
    .use = HS_CLI_READS,
    .summary = N_ ("Looks whether the file is sound"),
    .help = N_ ("Checks every page, reference, signed sheet, signature, event and attachment, and "
                "changes nothing. The exit status is 1 when something is wrong."),
    .json = "{sound, problems: [{code, uid?, message}]}",
    .example = "handslag-cli doctor",
    .run = doctor },
  { .path = "backup",
    .arguments = N_ ("FILE"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .options = replace_options,
    .summary = N_ ("Makes a backup of all data"),
    .help = N_ ("Also while the program is open."),
    .json = "{file}",
    .example = "handslag-cli backup /media/usb/handslag-2027-02-01.handslag",
    .run = backup },
  { .path = "restore",
    .arguments = N_ ("FILE"),
    .least = 1,
    .most = 1,
    .options = replace_options,
    .summary = N_ ("Puts a backup back"),
    .help = N_ ("The backup is checked first. Until all of it is right the file stays as it is."),
    .json = "{file}",
    .example = "handslag-cli restore /media/usb/handslag-2027-02-01.handslag --replace",
    .run = restore },
  { .path = "take-over",
    .arguments = N_ ("FILE"),
    .least = 1,
    .most = 1,
    .summary = N_ ("Takes over the file of a colleague, or one on a share"),
    .help = N_ ("The file is copied to where --db says and is checked. A file on a network share "
                "or in a synchronised folder cannot be used there: two machines would damage it."),
    .json = "{file}",
    .example = "handslag-cli take-over /mnt/school/stages.handslag --db stages.handslag",
    .run = take_over },
  { .path = "erase",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = erase_options,
    .summary = N_ ("Erases a record for good, with all that belongs to it"),
    .help = N_ ("It leaves the tables, the history, the search index and the attachments. 'remove' "
                "can be undone, this cannot. It is refused while something else needs the record."),
    .json = "{erased}",
    .example = "handslag-cli erase st-k7m2qd --sure",
    .run = erase },
  { NULL },
};
