/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the life of an agreement share. */
#pragma once

#include "hs-dossier-store.h"
#include "hs-error.h"
#include "hs-life.h"
#include "hs-query.h"

G_BEGIN_DECLS

/* The dossier of @agreement with @sheet (0: the newest) on the day of the clock. (transfer full) */
HsDossier *hs_life_load (HsStore *store, gint64 agreement, gint64 sheet, GError **error);
/* Sets HS_ERROR_REFUSED with @why; returns FALSE. */
gboolean hs_life_refuse (GError **error, const char *why);

/**
 * hs_life_event:
 * @actor: NULL for what happens by itself
 * @from, @to: states, or -1 when the state does not change
 * @reason: (nullable): kept in a row of its own
 *
 * Adds an event about @sheet (nullable), with its content hash when it is fixed.
 */
gboolean hs_life_event (HsStore *store, const HsActor *actor, gint64 agreement,
                        const HsRecord *sheet, HsEventAction action, int from, int to,
                        const char *reason, GError **error);

/* Writes the text and the hash of the sheet that @dossier looks at down, and makes it Vastgelegd.
 */
gboolean hs_life_fix (HsStore *store, HsDossier *dossier, GError **error);
/* Adds the hours and their spread by the calendar to a sheet that was saved. */
gboolean hs_life_spread (HsStore *store, HsDossier *dossier, GError **error);
/* Takes over the texts of the sheet of @like; and its rows, under @sheet, which was saved. */
void hs_life_like_sheet (const HsDossier *like, HsRecord *sheet);
gboolean hs_life_like_rows (HsStore *store, const HsDossier *like, const HsRecord *sheet,
                            GError **error);
/* (transfer full) (element-type HsRecord): records of @kind with @value in @field. */
GPtrArray *hs_life_find (HsStore *store, HsKindId kind, guint field, gint64 value, GError **error);

G_END_DECLS
