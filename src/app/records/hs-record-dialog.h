/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small window with the form of one record that belongs to another: an enrolment of a student, a
 * mandate of a person. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

#define HS_TYPE_RECORD_DIALOG (hs_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsRecordDialog, hs_record_dialog, HS, RECORD_DIALOG, AdwWindow)

/**
 * hs_record_dialog_new:
 * @id: the record, 0 for a new one
 * @parent_field, @parent_id: what a new record belongs to; -1: nothing. That field is not shown
 */
GtkWidget *hs_record_dialog_new (HsWindow *window, HsContext *context, HsKindId kind, gint64 id,
                                 int parent_field, gint64 parent_id);

G_END_DECLS
