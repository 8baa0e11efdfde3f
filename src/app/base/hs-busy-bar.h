/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A period as a bar, with what is taken in it. What it shows is said in words beside it. */
#pragma once

#include "hs-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* HsBusySpan: days from @from to before @to. */
typedef struct
{
  HsDay from;
  HsDay to;
} HsBusySpan;

#define HS_TYPE_BUSY_BAR (hs_busy_bar_get_type ())
G_DECLARE_FINAL_TYPE (HsBusyBar, hs_busy_bar, HS, BUSY_BAR, GtkWidget)

/* @busy: (element-type HsBusySpan): what is taken of the days from @from to before @to. */
GtkWidget *hs_busy_bar_new (HsDay from, HsDay to, GArray *busy);

G_END_DECLS
