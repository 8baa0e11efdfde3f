/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a mail draft with files in the mail program of the user: through the portal
 * (org.freedesktop.portal.Email) where there is one, else with xdg-email, else as a mailto link,
 * which cannot carry files. Nothing is sent; that is for the user to do. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HsMailResult:
 * @HS_MAIL_WITH_FILES: the draft is open, with the files
 * @HS_MAIL_WITHOUT_FILES: the draft is open, and the user has to attach the files
 */
typedef enum
{
  HS_MAIL_FAILED = -1,
  HS_MAIL_WITH_FILES,
  HS_MAIL_WITHOUT_FILES,
} HsMailResult;

/* @address (nullable); @files: paths, ends with NULL. */
void hs_mail_compose_async (GtkWindow *parent, const char *address, const char *subject,
                            const char *body, const char *const *files,
                            GAsyncReadyCallback callback, gpointer user_data);
HsMailResult hs_mail_compose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
