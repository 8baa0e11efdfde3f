/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sending an agreement to a party without Handslag, and taking over what comes back. */
#pragma once

#include "hs-context.h"
#include "hs-transition.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_SEND_DIALOG (hs_send_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsSendDialog, hs_send_dialog, HS, SEND_DIALOG, AdwWindow)

/* Asks for the address and the form, then opens a mail draft. */
GtkWidget *hs_send_dialog_new (GtkWindow *parent, HsContext *context, gint64 agreement,
                               HsSigner role);

#define HS_TYPE_REPLY_DIALOG (hs_reply_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsReplyDialog, hs_reply_dialog, HS, REPLY_DIALOG, AdwWindow)

/* Asks for the form that came back and shows what it does before it is taken over. */
void hs_reply_dialog_ask (GtkWindow *parent, HsContext *context);
/* The same for a file that is known. */
void hs_reply_dialog_read (GtkWindow *parent, HsContext *context, const char *path);

G_END_DECLS
