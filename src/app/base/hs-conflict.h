/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody else changed the same field: shows both values and asks which one stays. */
#pragma once

#include "hs-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hs_conflict_ask (GtkWindow *parent, HsEditor *editor, HsRecord *record, HsRecord *theirs);

G_END_DECLS
