/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details beside a list: the form of the record that is chosen, and what belongs to it. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

#define HS_TYPE_RECORD_DETAILS (hs_record_details_get_type ())
G_DECLARE_FINAL_TYPE (HsRecordDetails, hs_record_details, HS, RECORD_DETAILS, GtkWidget)

/* Emits "closed" when the record went away, "back" when the list is asked for. */
GtkWidget *hs_record_details_new (HsContext *context);
/* Shows the record; @id 0: a new one. */
void hs_record_details_show (HsRecordDetails *self, HsKindId kind, gint64 id);
void hs_record_details_clear (HsRecordDetails *self);
gint64 hs_record_details_id (HsRecordDetails *self);
/* Whether the list is hidden, so that there has to be a way back. */
void hs_record_details_set_folded (HsRecordDetails *self, gboolean folded);

G_END_DECLS
