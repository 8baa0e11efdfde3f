/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by hs-canonical*.c. */
#pragma once

#include "hs-canonical.h"

G_BEGIN_DECLS

/* Ends a list of fields. */
#define HS_CANONICAL_END G_MAXUINT

/* Whether @field of a row or sheet of @kind is part of what is signed. */
gboolean hs_canonical_has_field (const HsKind *kind, guint field);
/* Whether @text may be in what is signed: UTF-8, no control character but line feed and tab. */
gboolean hs_canonical_check_text (const char *text, gsize length, GError **error);
/* Adds @record as object @name with its name and @fields; nothing when @record is NULL. */
gboolean hs_canonical_add_named (const HsDossier *dossier, json_t *to, const char *name,
                                 const HsRecord *record, const guint *fields, GError **error);
gboolean hs_canonical_add_parties (const HsDossier *dossier, json_t *root, GError **error);
gboolean hs_canonical_add_themes (const HsDossier *dossier, json_t *root, GError **error);

G_END_DECLS
