/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the main window asks of a page. A page is a widget with its own header bar. */
#pragma once

#include "hs-list-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_PAGE (hs_page_get_type ())
G_DECLARE_INTERFACE (HsPage, hs_page, HS, PAGE, GtkWidget)

/**
 * HsPageInterface:
 * @search: puts the focus in the search field; NULL when there is none
 * @add: makes a new thing; NULL when there is nothing to make
 * @show: shows one record, @kind as HsKindId; NULL when it shows none
 * @set_folded: whether the sidebar is hidden, so that the page needs a way back
 * @shown: the page came to the front
 * @list: what the page lists as it is now; NULL when it lists nothing (transfer none)
 * @undo: takes back what was done last; NULL when nothing can be
 */
struct _HsPageInterface
{
  GTypeInterface parent_iface;

  void (*search) (HsPage *self);
  void (*add) (HsPage *self);
  void (*show) (HsPage *self, int kind, gint64 id);
  void (*set_folded) (HsPage *self, gboolean folded);
  void (*shown) (HsPage *self);
  const HsListSpec *(*list) (HsPage *self);
  void (*undo) (HsPage *self);
};

void hs_page_search (HsPage *self);
void hs_page_add (HsPage *self);
void hs_page_show (HsPage *self, int kind, gint64 id);
void hs_page_set_folded (HsPage *self, gboolean folded);
void hs_page_shown (HsPage *self);
const HsListSpec *hs_page_list (HsPage *self);
void hs_page_undo (HsPage *self);

G_END_DECLS
