/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk minutes, talk next: regional talks. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-cli-errors.h"
#include "hs-error.h"
#include "hs-talk-minutes.h"
#include "hs-talk.h"

#include <glib/gi18n.h>

/* The talk of the first argument. (transfer full) */
static HsRecord *
find_talk (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) record = hs_cli_any_record (self, hs_cli_argument (self, 0), error);

  if (record == NULL || hs_record_kind_id (record) == HS_KIND_TALK)
    return g_steal_pointer (&record);
  g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("'%s' is no regional talk"),
               hs_cli_argument (self, 0));
  return NULL;
}

static HsCliStatus
minutes (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) talk = find_talk (self, error);
  const char *path = hs_cli_argument (self, 1);
  g_autoptr (GBytes) bytes = NULL;
  guint n_pages = 0;

  if (talk == NULL)
    return HS_CLI_COULD_NOT;
  bytes = hs_talk_minutes (hs_cli_store (self), hs_record_id (talk), hs_cli_actor (self), &n_pages,
                           error);
  if (bytes == NULL
      || !hs_cli_write_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, ngettext ("'%s' is written: %u page.", "'%s' is written: %u pages.", n_pages),
              path, n_pages);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  json_object_set_new (hs_cli_json (self), "pages", json_integer (n_pages));
  return HS_CLI_DONE;
}

static HsCliStatus
next (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) talk = find_talk (self, error);
  g_autoptr (GPtrArray) open = NULL;
  g_autofree char *uid = NULL;
  gint64 id;

  if (talk == NULL)
    return HS_CLI_COULD_NOT;
  if (!hs_cli_may_edit (self, talk, error))
    return HS_CLI_FINDING;
  if (!hs_cli_begin (self, "edit", error)
      || (id = hs_store_talk_next (hs_cli_store (self), hs_record_id (talk), error)) == 0
      || !hs_store_commit (hs_cli_store (self), error)
      || (open = hs_store_talk_open_actions (hs_cli_store (self), id, error)) == NULL)
    return HS_CLI_COULD_NOT;
  uid = hs_store_uid (hs_cli_store (self), HS_KIND_TALK, id);
  hs_cli_say (self,
              ngettext ("The next talk is %s. It begins with %u open action.",
                        "The next talk is %s. It begins with %u open actions.", open->len),
              uid, open->len);
  hs_cli_json_text (hs_cli_json (self), "uid", uid);
  json_object_set_new (hs_cli_json (self), "open", json_integer (open->len));
  return HS_CLI_DONE;
}

const HsCliCommand hs_cli_talk_commands[] = {
  { .path = "talk minutes",
    .arguments = N_ ("UID FILE"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_READS,
    .summary = N_ ("Writes the minutes of a regional talk as PDF"),
    .json = "{file, pages}",
    .example = "handslag-cli talk minutes tl-k7m2qd verslag.pdf",
    .run = minutes },
  { .path = "talk next",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Makes the talk after a regional talk, with the same participants"),
    .help = N_ ("Actions that are not done yet stay with their talk; the next one begins with "
                "them."),
    .json = "{uid, open}",
    .example = "handslag-cli talk next tl-k7m2qd",
    .run = next },
  { NULL },
};
