/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of records: a list that is searched, filtered and sorted, and the details beside it. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

#define HS_TYPE_RECORD_PAGE (hs_record_page_get_type ())
G_DECLARE_FINAL_TYPE (HsRecordPage, hs_record_page, HS, RECORD_PAGE, AdwBin)

/* A page of the @n @kinds, of which one is shown at a time. */
GtkWidget *hs_record_page_new (HsContext *context, const char *name, const HsKindId *kinds,
                               guint n);
/* Shows only records with this value in the field that the page filters by. */
void hs_record_page_filter (HsRecordPage *self, guint value);

G_END_DECLS
