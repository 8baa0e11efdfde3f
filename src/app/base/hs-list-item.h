/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list on the main loop: what it shows, and which record it stands for. A row is there
 * before its page was read; "changed" tells when its texts came or changed. */
#pragma once

#include "hs-present.h"

G_BEGIN_DECLS

#define HS_TYPE_LIST_ITEM (hs_list_item_get_type ())
G_DECLARE_FINAL_TYPE (HsListItem, hs_list_item, HS, LIST_ITEM, GObject)

/* A row at @position whose texts are not known yet. (transfer full) */
HsListItem *hs_list_item_new (HsKindId kind, guint position);
/* Takes over what the worker read and emits "changed" when that differs. */
void hs_list_item_fill (HsListItem *self, gint64 id, const char *uid, const HsRowText *text);

HsKindId hs_list_item_kind (HsListItem *self);
/* 0 while the page was not read. */
gint64 hs_list_item_id (HsListItem *self);
guint hs_list_item_position (HsListItem *self);
/* A row before it came or went. */
void hs_list_item_set_position (HsListItem *self, guint position);
const char *hs_list_item_uid (HsListItem *self);
const HsRowText *hs_list_item_text (HsListItem *self);

G_END_DECLS
