/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreements on the command line: finding one, reading its dossier, asking what may be done. */
#pragma once

#include "hs-cli-record.h"
#include "hs-dossier.h"
#include "hs-rule.h"

G_BEGIN_DECLS

/* The agreement that argument @index means; NULL with an error, also when it is a record of another
 * kind. (transfer full) */
HsRecord *hs_cli_agreement (HsCli *self, guint index, GError **error);
/* The sheet that is worked on: the newest concept, else the one in force; 0 when there is none. */
gint64 hs_cli_working_sheet (HsCli *self, const HsRecord *agreement);
/* The dossier of an agreement looking at @sheet; 0 for the one that is worked on. (transfer full)
 */
HsDossier *hs_cli_dossier (HsCli *self, gint64 agreement, gint64 sheet, GError **error);

/* Starts a transaction in the name of who acts. @what: stable word for the revision. */
gboolean hs_cli_begin (HsCli *self, const char *what, GError **error);

/* Whether who acts may change @record, a row of @agreement, its sheet or itself; NULL @before for a
 * new one. Without a person everything is allowed that the state allows. */
gboolean hs_cli_may_change_row (HsCli *self, gint64 agreement, const HsRecord *record,
                                const HsRecord *before, GError **error);

/* Lists findings under headings for their severity, and puts them into @array (nullable). */
void hs_cli_say_findings (HsCli *self, const GPtrArray *findings, json_t *array);
json_t *hs_cli_finding_json (const HsFinding *finding);
/* "Loopt", and who is waited for; also as keys "state", "active" and "waits_for" of @object. */
void hs_cli_say_state (HsCli *self, const HsDossier *dossier, json_t *object);
/* Ends a step: reads the agreement again and says in which state it is. */
HsCliStatus hs_cli_say_result (HsCli *self, gint64 agreement, GError **error);

/* The signer that @text means ("student", "guardian", "school", "host", or its Dutch name); -1 with
 * a wrong-use error. */
int hs_cli_signer (const char *text, GError **error);
/* The choice of a list that @text means; -1 with a wrong-use error that names them all. */
int hs_cli_choice (HsChoicesId choices, const char *option, const char *text, GError **error);

G_END_DECLS
