/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What match, explain and proposal share. */
#pragma once

#include "hs-cli-commands.h"
#include "hs-cli-record.h"
#include "hs-match-explain.h"

G_BEGIN_DECLS

/* The name of the location of a vacancy. (transfer full) */
char *hs_cli_match_place (const HsMatchWorld *world, guint32 vacancy);
json_t *hs_cli_match_option_json (const HsMatchWorld *world, const HsMatchOption *option);
/* All of a plan, as tables and sentences and in the JSON document. */
void hs_cli_match_say (HsCli *self, const HsMatchPlan *plan);
/* Makes agreements of these rows of a proposal, NULL for all. */
HsCliStatus hs_cli_match_accept (HsCli *self, gint64 proposal, const gint64 *rows, gsize n_rows,
                                 GError **error);

G_END_DECLS
