/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a page of the help. */
#pragma once

#include "hs-help-book.h"

G_BEGIN_DECLS

HsHelpPage *hs_help_page_new (const char *id);
void hs_help_page_add (HsHelpPage *self, HsHelpBlockKind kind, int number, const char *markup);
/* Reads the part of Mallard 1.0 that the pages use. */
HsHelpPage *hs_help_page_read (const char *id, GBytes *bytes, GError **error);

G_END_DECLS
