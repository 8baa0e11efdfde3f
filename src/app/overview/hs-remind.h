/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reminding people of what waits for them: one mail for each person, however much it is. */
#pragma once

#include "hs-overview-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* HsReminder: @text is the whole mail to @name; @email may be NULL. */
typedef struct
{
  char *name;
  char *email;
  char *text;
  guint n;
} HsReminder;

/* One for each person that @tasks (element-type HsTask) wait for. The mail names agreements by
 * number, no students: who reads along in a mailbox is not known. @from signs it.
 * (transfer full) (element-type HsReminder) */
GPtrArray *hs_remind_make (GPtrArray *tasks, const char *from);
/* "mailto:…" for the mail program. (transfer full) */
char *hs_reminder_uri (const HsReminder *self);

/* Shows the mails, each with a button that opens it in the mail program and one that copies it. */
void hs_remind_show (GtkWindow *parent, GPtrArray *tasks, const char *from);

G_END_DECLS
