/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of commands, one for each file; each ends with a row without a path. */
#pragma once

#include "hs-cli-output.h"

G_BEGIN_DECLS

extern const HsCliCommand hs_cli_file_commands[];
extern const HsCliCommand hs_cli_demo_commands[];
extern const HsCliCommand hs_cli_columns_commands[];
extern const HsCliCommand hs_cli_list_commands[];
extern const HsCliCommand hs_cli_show_commands[];
extern const HsCliCommand hs_cli_edit_commands[];
extern const HsCliCommand hs_cli_exchange_commands[];
extern const HsCliCommand hs_cli_agreement_commands[];
extern const HsCliCommand hs_cli_step_commands[];
extern const HsCliCommand hs_cli_talk_commands[];
extern const HsCliCommand hs_cli_theme_commands[];
extern const HsCliCommand hs_cli_template_commands[];
extern const HsCliCommand hs_cli_sign_commands[];
extern const HsCliCommand hs_cli_sheet_commands[];
extern const HsCliCommand hs_cli_history_commands[];
extern const HsCliCommand hs_cli_compare_commands[];
extern const HsCliCommand hs_cli_reply_commands[];
extern const HsCliCommand hs_cli_check_commands[];
extern const HsCliCommand hs_cli_class_commands[];
extern const HsCliCommand hs_cli_hours_commands[];
extern const HsCliCommand hs_cli_document_commands[];
extern const HsCliCommand hs_cli_key_commands[];
extern const HsCliCommand hs_cli_person_commands[];
extern const HsCliCommand hs_cli_safety_commands[];
extern const HsCliCommand hs_cli_match_commands[];
extern const HsCliCommand hs_cli_explain_commands[];
extern const HsCliCommand hs_cli_proposal_commands[];
extern const HsCliCommand hs_cli_solve_commands[];

G_END_DECLS
