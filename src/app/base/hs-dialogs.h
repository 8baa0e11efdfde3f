/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs that newer GTK has as one call, wrapped once. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * hs_dialog_ask_async:
 * @heading, @body: plain text, not markup
 * @accept: text of the button that goes on, with a mnemonic
 * @destructive: it cannot be undone
 *
 * Asks whether to go on. Escape and "Annuleren" are no.
 */
void hs_dialog_ask_async (GtkWindow *parent, const char *heading, const char *body,
                          const char *accept, gboolean destructive, GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean hs_dialog_ask_finish (GAsyncResult *result);

/* Asks for a line of text. hs_dialog_text_finish() gives NULL when the user stopped or typed
 * nothing. (transfer full) */
void hs_dialog_text_async (GtkWindow *parent, const char *heading, const char *label,
                           const char *accept, GAsyncReadyCallback callback, gpointer user_data);
char *hs_dialog_text_finish (GAsyncResult *result);

/* Tells something that went wrong. */
void hs_dialog_tell (GtkWindow *parent, const char *heading, const char *body);

/**
 * hs_dialog_file_async:
 * @save: a file to write, else to read
 * @name: name that is proposed when saving, or NULL
 * @filter_name, @pattern: what is offered ("Handslag-bestanden", "*.handslag"), or NULL
 *
 * Asks for a file. hs_dialog_file_finish() gives NULL when the user stopped. (transfer full)
 */
void hs_dialog_file_async (GtkWindow *parent, const char *title, gboolean save, const char *name,
                           const char *filter_name, const char *pattern,
                           GAsyncReadyCallback callback, gpointer user_data);
GFile *hs_dialog_file_finish (GAsyncResult *result);

/* Lets Ctrl+Enter take @action of @dialog, also while a text of several lines is typed. */
void hs_dialog_accept_key (GtkWidget *dialog, const char *action);

/* @message with a capital and a full stop: the errors of the program are lower case. (transfer
 * full) */
char *hs_sentence (const char *message);

G_END_DECLS
