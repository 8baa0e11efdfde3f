/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All subcommands, in the order of the help. */

#include "hs-cli-commands.h"

static const HsCliCommand *const tables[] = {
  /* clang-format off */
  hs_cli_file_commands,
  hs_cli_demo_commands,
  hs_cli_safety_commands,
  hs_cli_exchange_commands,
  hs_cli_columns_commands,
  hs_cli_list_commands,
  hs_cli_show_commands,
  hs_cli_edit_commands,
  hs_cli_agreement_commands,
  hs_cli_class_commands,
  hs_cli_step_commands,
  hs_cli_theme_commands,
  hs_cli_template_commands,
  hs_cli_sign_commands,
  hs_cli_sheet_commands,
  hs_cli_history_commands,
  hs_cli_compare_commands,
  hs_cli_check_commands,
  hs_cli_hours_commands,
  hs_cli_document_commands,
  hs_cli_reply_commands,
  hs_cli_talk_commands,
  hs_cli_key_commands,
  hs_cli_person_commands,
  hs_cli_match_commands,
  hs_cli_explain_commands,
  hs_cli_proposal_commands,
  hs_cli_solve_commands,
  /* clang-format on */
};

const HsCliCommand *
hs_cli_commands (guint *n)
{
  static GArray *all;

  if (all == NULL)
    {
      all = g_array_new (TRUE, TRUE, sizeof (HsCliCommand));
      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        for (const HsCliCommand *command = tables[i]; command->path != NULL; command++)
          g_array_append_val (all, *command);
    }
  *n = all->len;
  return (const HsCliCommand *) all->data;
}
