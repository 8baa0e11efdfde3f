/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of one kind in a section. */

#include "hs-row-list.h"

#include "hs-a11y.h"
#include "hs-row-card.h"
#include "hs-strip-box.h"

#include <glib/gi18n.h>

struct _HsRowList
{
  GtkWidget parent_instance;

  HsDossierEditor *editor;
  HsRowListInfo info;
  HsRecord *fresh; /* the row that was just added: opens */

  GtkWidget *box;
  GtkWidget *strip; /* heads of the columns, or NULL */
  GtkWidget *finding;
  GtkWidget *empty;
  GtkWidget *rows;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (HsRowList, hs_row_list, GTK_TYPE_WIDGET)

static HsRowCard *
card_of (HsRowList *self, HsRecord *record)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->rows); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (hs_row_card_record (HS_ROW_CARD (card)) == record)
      return HS_ROW_CARD (card);
  return NULL;
}

/* Cards of rows that stay are kept: they may be open. */
static void
drop_cards (HsRowList *self, GPtrArray *rows)
{
  GtkWidget *card = gtk_widget_get_first_child (self->rows);

  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);
      if (!g_ptr_array_find (rows, hs_row_card_record (HS_ROW_CARD (card)), NULL))
        {
          gboolean focused = gtk_widget_get_focus_child (self->rows) == card;
          gtk_box_remove (GTK_BOX (self->rows), card);
          if (focused)
            gtk_widget_grab_focus (self->add);
        }
      card = next;
    }
}

void
hs_row_list_refresh (HsRowList *self)
{
  g_autoptr (GPtrArray) rows = hs_dossier_editor_rows (
      self->editor, self->info.kind, self->info.match_field, self->info.match_value);
  GtkWidget *before = NULL;

  drop_cards (self, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      HsRecord *row = g_ptr_array_index (rows, i);
      GtkWidget *card = (GtkWidget *) card_of (self, row);
      if (card == NULL)
        {
          card = hs_row_card_new (self->editor, &self->info, row);
          gtk_box_insert_child_after (GTK_BOX (self->rows), card, before);
        }
      else
        hs_row_card_refresh (HS_ROW_CARD (card));
      if (row == self->fresh)
        hs_row_card_set_open (HS_ROW_CARD (card), TRUE);
      before = card;
    }
  self->fresh = NULL;
  if (self->strip != NULL)
    self->info.refresh_strip (self->strip);
  gtk_widget_set_visible (self->rows, rows->len > 0);
  gtk_widget_set_visible (self->empty, rows->len == 0 && self->info.empty != NULL);
  gtk_widget_set_visible (self->add, hs_dossier_editor_may_edit (self->editor));
}

static void
rows_changed (HsDossierEditor *editor, guint kind, HsRowList *self)
{
  if (kind == self->info.kind)
    hs_row_list_refresh (self);
}

static void
field_changed (HsEditor *editor, HsRecord *record, guint field, HsRowList *self)
{
  HsRowCard *card;

  if (hs_record_kind_id (record) != self->info.kind)
    return;
  /* A new column is one in all lines. */
  if (self->strip != NULL)
    {
      hs_row_list_refresh (self);
      return;
    }
  card = card_of (self, record);
  if (card != NULL)
    hs_row_card_refresh (card);
}

static void
add_clicked (GtkButton *button, HsRowList *self)
{
  HsRecord *row = hs_dossier_editor_add_row (self->editor, self->info.kind, self->info.match_field,
                                             self->info.match_value);

  self->fresh = row;
  hs_row_list_refresh (self);
}

void
hs_row_list_clear_findings (HsRowList *self)
{
  gtk_widget_set_visible (self->finding, FALSE);
  for (GtkWidget *card = gtk_widget_get_first_child (self->rows); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    hs_row_card_clear_findings (HS_ROW_CARD (card));
}

gboolean
hs_row_list_show_finding (HsRowList *self, const HsFinding *finding)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->rows); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (hs_row_card_show_finding (HS_ROW_CARD (card), finding))
      return TRUE;
  if (finding->kind != self->info.kind || finding->id != 0
      || (self->info.match_field >= 0 && self->info.kind == HS_KIND_CLAUSE
          && finding->theme != self->info.match_value))
    return FALSE;
  gtk_label_set_label (GTK_LABEL (self->finding), finding->message);
  gtk_widget_remove_css_class (self->finding, "blocking");
  gtk_widget_remove_css_class (self->finding, "warning");
  gtk_widget_remove_css_class (self->finding, "tip");
  gtk_widget_add_css_class (self->finding, finding->severity == HS_SEVERITY_BLOCKING  ? "blocking"
                                           : finding->severity == HS_SEVERITY_WARNING ? "warning"
                                                                                      : "tip");
  gtk_widget_set_visible (self->finding, TRUE);
  return TRUE;
}

gboolean
hs_row_list_jump (HsRowList *self, const HsFinding *finding)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->rows); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (hs_row_card_jump (HS_ROW_CARD (card), finding))
      return TRUE;
  if (finding->kind != self->info.kind || finding->id != 0)
    return FALSE;
  gtk_widget_grab_focus (self->add);
  return TRUE;
}

gboolean
hs_row_list_open (HsRowList *self, HsRecord *row)
{
  HsRowCard *card;

  if (hs_record_kind_id (row) != self->info.kind)
    return FALSE;
  hs_row_list_refresh (self);
  card = card_of (self, row);
  if (card != NULL)
    hs_row_card_set_open (card, TRUE);
  return card != NULL;
}

static void
hs_row_list_dispose (GObject *object)
{
  HsRowList *self = HS_ROW_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (hs_row_list_parent_class)->dispose (object);
}

static void
hs_row_list_class_init (HsRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_row_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_label (HsRowList *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
add_heading (HsRowList *self)
{
  GtkWidget *title = gtk_label_new (self->info.title);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "hs-section-title");
  gtk_widget_set_valign (title, GTK_ALIGN_END);
  if (self->info.strip != NULL)
    self->strip = self->info.strip (self->editor, NULL);
  gtk_box_append (GTK_BOX (self->box), hs_strip_box_new (title, self->strip));
}

static void
hs_row_list_init (HsRowList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
hs_row_list_new (HsDossierEditor *editor, const HsRowListInfo *info)
{
  HsRowList *self = g_object_new (HS_TYPE_ROW_LIST, NULL);

  self->editor = g_object_ref (editor);
  self->info = *info;
  add_heading (self);
  self->finding = add_label (self, NULL, "hs-finding");
  gtk_widget_set_visible (self->finding, FALSE);
  self->empty = add_label (self, info->empty, "hs-hint");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "hs-rows");
  gtk_box_append (GTK_BOX (self->box), self->rows);
  self->add = gtk_button_new_with_label (info->add);
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->add, "hs-add");
  hs_a11y_label (self->add, info->add);
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_clicked), self);
  gtk_box_append (GTK_BOX (self->box), self->add);
  g_signal_connect_object (editor, "rows-changed", G_CALLBACK (rows_changed), self, 0);
  g_signal_connect_object (editor, "loaded", G_CALLBACK (hs_row_list_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hs_dossier_editor_editor (editor), "field-changed",
                           G_CALLBACK (field_changed), self, 0);
  hs_row_list_refresh (self);
  return GTK_WIDGET (self);
}
