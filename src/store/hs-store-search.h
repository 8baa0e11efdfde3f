/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person searches for, as match expressions of FTS5. Shared by the files of the store. */
#pragma once

#include "hs-query.h"
#include "hs-store-private.h"

G_BEGIN_DECLS

/* HsSearch: @part is for search_part, @start for search_start; NULL when no word needs it. */
typedef struct
{
  GString *part;
  GString *start;
} HsSearch;

/* Every word of @text has to be found. Free with hs_search_clear. */
HsSearch hs_search_parse (const char *text);
void hs_search_clear (HsSearch *search);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HsSearch, hs_search_clear)

G_END_DECLS
