/* SPDX-License-Identifier: GPL-3.0-or-later */
/* init, me: the file with the data and who uses it. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-cli-private.h"
#include "hs-catalogue.h"
#include "hs-error.h"

#include <glib/gi18n.h>

static HsCliStatus
init (HsCli *self, GError **error)
{
  guint added = 0;
  g_autofree char *number = NULL;

  if (!hs_cli_begin (self, "catalogue", error)
      || !hs_store_load_catalogue (hs_cli_store (self), &added, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  number = hs_cli_number (added);
  hs_cli_say (self, _ ("The file '%s' is ready; %s records of the catalogue were added."),
              hs_cli_path (self), number);
  hs_cli_json_text (hs_cli_json (self), "file", hs_cli_path (self));
  json_object_set_new (hs_cli_json (self), "added", json_integer (added));
  return HS_CLI_DONE;
}

/* ---- me ---- */

static void
say_actor (HsCli *self, const HsActor *actor)
{
  g_autofree char *organisation = NULL;
  g_autoptr (GString) roles = g_string_new (NULL);
  json_t *list = json_array ();

  hs_cli_json_text (hs_cli_json (self), "uid", actor->uid);
  hs_cli_json_text (hs_cli_json (self), "name", actor->name);
  hs_cli_json_text (hs_cli_json (self), "kind", hs_kind (actor->kind)->name);
  for (guint i = 0; i < hs_choices_table[HS_CHOICES_ROLE].n_items; i++)
    if (hs_actor_has_role (actor, i))
      {
        g_string_append_printf (roles, "%s%s", roles->len > 0 ? ", " : "",
                                hs_choice_label (HS_CHOICES_ROLE, i));
        json_array_append_new (list, json_string (hs_choice_code (HS_CHOICES_ROLE, i)));
      }
  json_object_set_new (hs_cli_json (self), "roles", list);
  organisation = hs_cli_name (self, HS_KIND_ORGANISATION, actor->organisation);
  hs_cli_say (self, "%s (%s)", actor->name, actor->uid);
  hs_cli_say_value (self, _ ("Organisation"), organisation);
  hs_cli_say_value (self, _ ("Roles"), roles->str);
}

static HsCliStatus
me (HsCli *self, GError **error)
{
  const char *who = hs_cli_argument (self, 0);
  g_autoptr (HsActor) actor = NULL;

  if (who == NULL && hs_cli_actor (self) == NULL)
    {
      hs_cli_say (self, "%s", _ ("Nobody is chosen yet; choose with 'handslag-cli me PERSON'."));
      return HS_CLI_DONE;
    }
  if (who == NULL)
    {
      say_actor (self, hs_cli_actor (self));
      return HS_CLI_DONE;
    }
  actor = hs_cli_find_actor (hs_cli_store (self), who, error);
  if (actor == NULL || !hs_cli_begin (self, "edit", error)
      || !hs_store_set_fact (hs_cli_store (self), "me", actor->uid, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  say_actor (self, actor);
  hs_cli_say (self, "%s", _ ("From now on you are the one who uses this file."));
  return HS_CLI_DONE;
}

const HsCliCommand hs_cli_file_commands[] = {
  { .path = "init",
    .use = HS_CLI_CREATES,
    .summary = N_ ("Makes a new file, with the catalogue that comes with the program"),
    .help = N_ ("The catalogue holds frameworks, kinds of technology, learning material and the "
                "default content of the five themes. In a file that is there already only what is "
                "missing is added."),
    .json = "{file, added}",
    .example = "handslag-cli init --db school.handslag",
    .run = init },
  { .path = "me",
    .arguments = N_ ("[PERSON]"),
    .most = 1,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Shows or chooses who uses this file"),
    .help = N_ ("Who is chosen here acts in every command without --as."),
    .json = "{uid, name, kind, roles: [role]}",
    .example = "handslag-cli me coord@school.nl",
    .run = me },
  { NULL },
};
