/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One item of a HsRecordList. */

#include "hs-row-private.h"

struct _HsRow
{
  GObject parent_instance;

  gint64 id;
  HsRecord *record;
  char **titles; /* by field, NULL for what is not read */
};

enum
{
  PROP_RECORD = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (HsRow, hs_row, G_TYPE_OBJECT)

static void
free_titles (HsRow *self)
{
  if (self->titles == NULL)
    return;
  for (guint i = 0; i < hs_record_kind (self->record)->n_fields; i++)
    g_free (self->titles[i]);
  g_clear_pointer (&self->titles, g_free);
}

static void
hs_row_finalize (GObject *object)
{
  HsRow *self = HS_ROW (object);

  free_titles (self);
  g_clear_pointer (&self->record, hs_record_unref);
  G_OBJECT_CLASS (hs_row_parent_class)->finalize (object);
}

static void
hs_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_RECORD)
    g_value_set_boxed (value, HS_ROW (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
hs_row_class_init (HsRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = hs_row_finalize;
  G_OBJECT_CLASS (class)->get_property = hs_row_get_property;
  properties[PROP_RECORD] = g_param_spec_boxed ("record", NULL, NULL, HS_TYPE_RECORD,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPERTIES, properties);
}

static void
hs_row_init (HsRow *self)
{
}

HsRow *
hs_row_new (gint64 id)
{
  HsRow *self = g_object_new (HS_TYPE_ROW, NULL);

  self->id = id;
  return self;
}

void
hs_row_fill (HsRow *self, HsRecord *record, char **titles)
{
  free_titles (self);
  g_clear_pointer (&self->record, hs_record_unref);
  self->record = hs_record_ref (record);
  self->titles = titles;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

HsRecord *
hs_row_record (HsRow *self)
{
  g_return_val_if_fail (HS_IS_ROW (self), NULL);
  return self->record;
}

gboolean
hs_row_is_loaded (HsRow *self)
{
  return hs_row_record (self) != NULL;
}

gint64
hs_row_id (HsRow *self)
{
  g_return_val_if_fail (HS_IS_ROW (self), 0);
  return self->id;
}

const char *
hs_row_title (HsRow *self, guint field)
{
  g_return_val_if_fail (HS_IS_ROW (self), "");
  if (self->titles == NULL || field >= hs_record_kind (self->record)->n_fields
      || self->titles[field] == NULL)
    return "";
  return self->titles[field];
}
