/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a HsRowList. */
#pragma once

#include "hs-row-list.h"

G_BEGIN_DECLS

#define HS_TYPE_ROW_CARD (hs_row_card_get_type ())
G_DECLARE_FINAL_TYPE (HsRowCard, hs_row_card, HS, ROW_CARD, GtkWidget)

GtkWidget *hs_row_card_new (HsDossierEditor *editor, const HsRowListInfo *info, HsRecord *row);
HsRecord *hs_row_card_record (HsRowCard *self);
/* Shows the line again, and what came with the first save. */
void hs_row_card_refresh (HsRowCard *self);
void hs_row_card_set_open (HsRowCard *self, gboolean open);
void hs_row_card_clear_findings (HsRowCard *self);
gboolean hs_row_card_show_finding (HsRowCard *self, const HsFinding *finding);
gboolean hs_row_card_jump (HsRowCard *self, const HsFinding *finding);

G_END_DECLS
