/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a file are taken for. */

#include "hs-import-mapping.h"

#include "hs-a11y.h"

#include <glib/gi18n.h>

struct _HsImportMapping
{
  AdwBin parent_instance;

  HsContext *context;
  HsKindId kind;
  GPtrArray *names; /* what a column may be */
  GHashTable *said; /* header → name */
  GtkWidget *grid;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsImportMapping, hs_import_mapping, ADW_TYPE_BIN)

/* The settings hold for each kind by its stable name what was said before. */
static void
remember (HsImportMapping *self)
{
  GSettings *settings = hs_context_settings (self->context);
  g_autoptr (GVariant) before = NULL;
  GVariantDict all;
  GVariantBuilder own;
  GHashTableIter iter;
  gpointer header;
  gpointer name;

  if (settings == NULL)
    return;
  before = g_settings_get_value (settings, "import-columns");
  g_variant_dict_init (&all, before);
  g_variant_builder_init (&own, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &header, &name))
    g_variant_builder_add (&own, "{ss}", header, name);
  g_variant_dict_insert_value (&all, hs_kind (self->kind)->name, g_variant_builder_end (&own));
  g_settings_set_value (settings, "import-columns", g_variant_dict_end (&all));
}

static void
recall (HsImportMapping *self)
{
  GSettings *settings = hs_context_settings (self->context);
  g_autoptr (GVariant) all = NULL;
  g_autoptr (GVariant) own = NULL;
  GVariantIter iter;
  const char *header;
  const char *name;

  if (settings == NULL)
    return;
  all = g_settings_get_value (settings, "import-columns");
  own = g_variant_lookup_value (all, hs_kind (self->kind)->name, G_VARIANT_TYPE ("a{ss}"));
  if (own == NULL)
    return;
  g_variant_iter_init (&iter, own);
  while (g_variant_iter_next (&iter, "{&s&s}", &header, &name))
    g_hash_table_insert (self->said, g_strdup (header), g_strdup (name));
}

void
hs_import_mapping_say (HsImportMapping *self, const char *header, const char *name)
{
  g_hash_table_insert (self->said, g_strdup (header), g_strdup (name));
  remember (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
selected (GtkDropDown *drop, GParamSpec *pspec, HsImportMapping *self)
{
  guint index = gtk_drop_down_get_selected (drop);
  const char *header = g_object_get_data (G_OBJECT (drop), "header");

  hs_import_mapping_say (self, header,
                         index == 0 ? "" : g_ptr_array_index (self->names, index - 1));
}

static GtkStringList *
name_labels (HsImportMapping *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("Pass over"));
  for (guint i = 0; i < self->names->len; i++)
    gtk_string_list_append (
        labels, hs_import_column_label (self->kind, g_ptr_array_index (self->names, i)));
  return labels;
}

static guint
index_of (HsImportMapping *self, const char *name)
{
  guint index = 0;

  return g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &index) ? index + 1 : 0;
}

static void
add_column (HsImportMapping *self, const HsImportColumn *column, GtkStringList *labels, int row)
{
  GtkWidget *label = gtk_label_new (column->header);
  g_autofree char *said = g_strdup_printf (_ ("Column %s"), column->header);
  GtkWidget *drop = hs_a11y_drop_down (G_LIST_MODEL (labels), said);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (drop, TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), index_of (self, column->name));
  g_object_set_data_full (G_OBJECT (drop), "header", g_strdup (column->header), g_free);
  g_signal_connect (drop, "notify::selected", G_CALLBACK (selected), self);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), drop, 1, row, 1, 1);
}

void
hs_import_mapping_show (HsImportMapping *self, const HsImportResult *result)
{
  g_autoptr (GtkStringList) labels = name_labels (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; i < result->columns->len; i++)
    add_column (self, g_ptr_array_index (result->columns, i), labels, (int) i);
}

GHashTable *
hs_import_mapping_said (HsImportMapping *self)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer header;
  gpointer name;

  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &header, &name))
    g_hash_table_insert (copy, g_strdup (header), g_strdup (name));
  return copy;
}

void
hs_import_mapping_begin (HsImportMapping *self, HsContext *context, HsKindId kind)
{
  g_set_object (&self->context, context);
  self->kind = kind;
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = hs_import_column_names (kind);
  g_hash_table_remove_all (self->said);
  recall (self);
}

static void
hs_import_mapping_dispose (GObject *object)
{
  HsImportMapping *self = HS_IMPORT_MAPPING (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->said, g_hash_table_unref);
  G_OBJECT_CLASS (hs_import_mapping_parent_class)->dispose (object);
}

static void
hs_import_mapping_class_init (HsImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_import_mapping_dispose;
  signals[CHANGED] = g_signal_new ("changed", HS_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hs_import_mapping_init (HsImportMapping *self)
{
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  adw_bin_set_child (ADW_BIN (self), self->grid);
}
