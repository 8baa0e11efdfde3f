/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a mail to a party without Handslag, and what comes back, on the worker thread. */
#pragma once

#include "hs-context.h"
#include "hs-reply.h"

G_BEGIN_DECLS

/**
 * HsSendFiles:
 * @address: (nullable): of who answers for the party
 * @paths: the contract and the form, in a folder for this user only that goes with the session
 */
typedef struct
{
  char *number;
  char *student;
  char *address;
  GStrv paths;
} HsSendFiles;

void hs_send_files_free (HsSendFiles *self);
/* Writes the files; or, without @format (-1), only finds out to whom. */
void hs_send_files_async (HsContext *context, gint64 agreement, HsSigner role, int format,
                          GAsyncReadyCallback callback, gpointer user_data);
HsSendFiles *hs_send_files_finish (HsContext *context, GAsyncResult *result, GError **error);

/**
 * HsReplyWork:
 * @plan: what taking it over does, or did
 */
typedef struct
{
  char *path;
  HsReplyPlan *plan;
} HsReplyWork;

void hs_reply_work_free (HsReplyWork *self);
/* Reads the form at @path; @take_over: and takes it over. */
void hs_reply_work_async (HsContext *context, const char *path, gboolean take_over,
                          GAsyncReadyCallback callback, gpointer user_data);
HsReplyWork *hs_reply_work_finish (HsContext *context, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsSendFiles, hs_send_files_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsReplyWork, hs_reply_work_free)

G_END_DECLS
