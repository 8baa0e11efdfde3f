/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start: an example region, a new file, or a file that is there. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_WELCOME (hs_welcome_get_type ())
G_DECLARE_FINAL_TYPE (HsWelcome, hs_welcome, HS, WELCOME, AdwBin)

/* Shows the files that were open before, as URIs; NULL: none. Emits "open" (const char *path). */
void hs_welcome_set_recent (HsWelcome *self, const char *const *uris);
/* While something is made or opened nothing can be chosen. */
void hs_welcome_set_busy (HsWelcome *self, gboolean busy);

G_END_DECLS
