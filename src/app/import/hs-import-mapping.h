/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a file are taken for, and what a person says that they are. That is
 * remembered for each kind in the settings. */
#pragma once

#include "hs-context.h"
#include "hs-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_IMPORT_MAPPING (hs_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (HsImportMapping, hs_import_mapping, HS, IMPORT_MAPPING, AdwBin)

/* Works for files of @kind. Emits "changed" when a column was given another meaning. */
void hs_import_mapping_begin (HsImportMapping *self, HsContext *context, HsKindId kind);
/* Shows the columns of a file that was read. */
void hs_import_mapping_show (HsImportMapping *self, const HsImportResult *result);
/* What was said by a person, now or before. (transfer full) (element-type utf8 utf8) */
GHashTable *hs_import_mapping_said (HsImportMapping *self);
/* Says that the column @header is @name, as a choice in its list does. */
void hs_import_mapping_say (HsImportMapping *self, const char *header, const char *name);

G_END_DECLS
