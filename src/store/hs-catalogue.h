/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the content that comes with the program into a file. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/* Inside a transaction: adds every record of the catalogue that is not there yet (by its natural
 * key), and leaves what a school has edited as it is. @added (out) (optional): how many. */
gboolean hs_store_load_catalogue (HsStore *store, guint *added, GError **error);

/* The settings of the file by name. (transfer full) (element-type utf8 utf8) */
GHashTable *hs_store_settings (HsStore *store, GError **error);

G_END_DECLS
