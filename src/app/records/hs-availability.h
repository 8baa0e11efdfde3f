/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When an item is in use in the coming half year: a line for each reservation on a scale of weeks,
 * with the same in words. */
#pragma once

#include "hs-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_AVAILABILITY (hs_availability_get_type ())
G_DECLARE_FINAL_TYPE (HsAvailability, hs_availability, HS, AVAILABILITY, GtkWidget)

GtkWidget *hs_availability_new (HsContext *context, gint64 item);

/* HsTaken: @agreement uses @quantity from @from up to and without @to; @title names it. */
typedef struct
{
  gint64 agreement;
  char *title;
  HsDay from;
  HsDay to;
  gint64 quantity;
} HsTaken;

/* The reservations of @item that end after @today, of agreements that are alive, in order of time.
 * (transfer full) (element-type HsTaken): NULL on error */
GPtrArray *hs_availability_read (HsStore *store, gint64 item, HsDay today, GError **error);

G_END_DECLS
