/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list. */

#include "hs-list-item.h"

struct _HsListItem
{
  GObject parent_instance;

  HsKindId kind;
  guint position;
  gint64 id;
  char *uid;
  HsRowText text;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (HsListItem, hs_list_item, G_TYPE_OBJECT)

void
hs_list_item_fill (HsListItem *self, gint64 id, const char *uid, const HsRowText *text)
{
  if (self->id == id && hs_row_text_equal (&self->text, text))
    return;
  hs_row_text_clear (&self->text);
  self->id = id;
  g_free (self->uid);
  self->uid = g_strdup (uid);
  hs_row_text_copy (&self->text, text);
  g_signal_emit (self, changed_signal, 0);
}

HsKindId
hs_list_item_kind (HsListItem *self)
{
  return self->kind;
}

gint64
hs_list_item_id (HsListItem *self)
{
  return self->id;
}

guint
hs_list_item_position (HsListItem *self)
{
  return self->position;
}

void
hs_list_item_set_position (HsListItem *self, guint position)
{
  self->position = position;
}

const char *
hs_list_item_uid (HsListItem *self)
{
  return self->uid;
}

const HsRowText *
hs_list_item_text (HsListItem *self)
{
  return &self->text;
}

static void
hs_list_item_finalize (GObject *object)
{
  HsListItem *self = HS_LIST_ITEM (object);

  g_free (self->uid);
  hs_row_text_clear (&self->text);
  G_OBJECT_CLASS (hs_list_item_parent_class)->finalize (object);
}

static void
hs_list_item_class_init (HsListItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_list_item_finalize;
  changed_signal = g_signal_new ("changed", HS_TYPE_LIST_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
hs_list_item_init (HsListItem *self)
{
}

HsListItem *
hs_list_item_new (HsKindId kind, guint position)
{
  HsListItem *self = g_object_new (HS_TYPE_LIST_ITEM, NULL);

  self->kind = kind;
  self->position = position;
  return self;
}
