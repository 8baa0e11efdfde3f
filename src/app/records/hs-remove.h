/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removing a record: it is done at once and said, with "Ongedaan maken" beside it. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

void hs_remove_record (HsWindow *window, HsContext *context, HsRecord *record);

G_END_DECLS
