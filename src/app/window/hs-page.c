/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the main window asks of a page. */

#include "hs-page.h"

G_DEFINE_INTERFACE (HsPage, hs_page, GTK_TYPE_WIDGET)

static void
hs_page_default_init (HsPageInterface *iface)
{
}

void
hs_page_search (HsPage *self)
{
  if (HS_PAGE_GET_IFACE (self)->search != NULL)
    HS_PAGE_GET_IFACE (self)->search (self);
}

void
hs_page_add (HsPage *self)
{
  if (HS_PAGE_GET_IFACE (self)->add != NULL)
    HS_PAGE_GET_IFACE (self)->add (self);
}

void
hs_page_show (HsPage *self, int kind, gint64 id)
{
  if (HS_PAGE_GET_IFACE (self)->show != NULL)
    HS_PAGE_GET_IFACE (self)->show (self, kind, id);
}

void
hs_page_set_folded (HsPage *self, gboolean folded)
{
  if (HS_PAGE_GET_IFACE (self)->set_folded != NULL)
    HS_PAGE_GET_IFACE (self)->set_folded (self, folded);
}

void
hs_page_shown (HsPage *self)
{
  if (HS_PAGE_GET_IFACE (self)->shown != NULL)
    HS_PAGE_GET_IFACE (self)->shown (self);
}

const HsListSpec *
hs_page_list (HsPage *self)
{
  HsPageInterface *iface = HS_PAGE_GET_IFACE (self);

  return iface->list == NULL ? NULL : iface->list (self);
}

void
hs_page_undo (HsPage *self)
{
  if (HS_PAGE_GET_IFACE (self)->undo != NULL)
    HS_PAGE_GET_IFACE (self)->undo (self);
}
