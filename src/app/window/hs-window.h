/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: a first start, who am I, and then a sidebar with the pages of one file. */
#pragma once

#include "hs-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_WINDOW (hs_window_get_type ())
G_DECLARE_FINAL_TYPE (HsWindow, hs_window, HS, WINDOW, AdwApplicationWindow)

HsWindow *hs_window_new (GtkApplication *application, HsContext *context);
gboolean hs_window_has_file (HsWindow *self);
HsContext *hs_window_context (HsWindow *self);

/* Opens the file of last time, when there was one and it is still there. */
void hs_window_open_last (HsWindow *self);
/* Opens @path; @create: makes it, with the content that comes with the program. */
void hs_window_open_file (HsWindow *self, const char *path, gboolean create);

/* Shows the page with this stable name ("agreements"). */
void hs_window_show_page (HsWindow *self, const char *name);
/* Shows the list of agreements, only those in @state (HsAgreementState). */
void hs_window_show_agreements (HsWindow *self, guint state);
/* Opens the window of an agreement, or brings the one that is open to the front. */
void hs_window_open_agreement (HsWindow *self, gint64 agreement);
/* @window shows @agreement from now on. */
void hs_window_turn_agreement (HsWindow *self, GtkWindow *window, gint64 agreement);
/* Shows the record on the page of its kind. */
void hs_window_show_record (HsWindow *self, HsKindId kind, gint64 id);
/* What can be done with a list of @kind: import, export, print. (transfer full) */
GMenuModel *hs_window_list_menu (HsKindId kind, gboolean read_only);
/* Says something that passed. @undo (nullable) takes it back. */
void hs_window_toast (HsWindow *self, const char *message);
void hs_window_toast_undo (HsWindow *self, const char *message, GCallback undo, gpointer data,
                           GDestroyNotify free_data);

/* The main window that @widget is in, or the one that its window belongs to. */
HsWindow *hs_window_of (GtkWidget *widget);

G_END_DECLS
