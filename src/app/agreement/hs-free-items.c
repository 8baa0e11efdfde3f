/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items there are and when they are free. */

#include "hs-free-items.h"

#include "hs-a11y.h"
#include "hs-busy-bar.h"
#include "hs-free-items-job.h"
#include "hs-present.h"

#include <glib/gi18n.h>

typedef struct
{
  HsDossierEditor *editor;
  HsRecord *assignment;
  GtkWidget *box;
  GtkWidget *list;
  HsFreeItemsAsk asked;
  guint number; /* of the newest question: a late answer is dropped */
} FreeItems;

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "Vrij in de hele periode", or when it is not. (transfer full) */
static char *
free_text (const HsFreeItem *item, const HsFreeItemsAsk *ask)
{
  g_autoptr (GString) text = NULL;

  if (item->limit < 0)
    return g_strdup (_ ("Free: everybody can use it at the same time."));
  if (item->busy->len == 0)
    return g_strdup (_ ("Free in the whole period."));
  if (g_array_index (item->busy, HsBusySpan, 0).from <= ask->from
      && g_array_index (item->busy, HsBusySpan, 0).to >= ask->to)
    return g_strdup (_ ("Taken in the whole period."));
  text = g_string_new (_ ("Taken:"));
  for (guint i = 0; i < item->busy->len; i++)
    {
      const HsBusySpan *span = &g_array_index (item->busy, HsBusySpan, i);
      g_autofree char *from = hs_day_format (span->from);
      g_autofree char *to = hs_day_format (span->to - 1);
      g_string_append_printf (text, _ (" from %s up to %s."), from, to);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_reserved (FreeItems *self, gint64 item)
{
  g_autoptr (GPtrArray) rows =
      hs_dossier_editor_rows (self->editor, HS_KIND_RESERVATION, HS_RESERVATION_ITEM, item);

  return rows->len > 0;
}

static void
reserve_clicked (GtkButton *button, FreeItems *self)
{
  const gint64 *item = g_object_get_data (G_OBJECT (button), "item");
  const char *title = g_object_get_data (G_OBJECT (button), "title");
  HsEditor *editor = hs_dossier_editor_editor (self->editor);
  HsRecord *row;

  hs_titles_put (hs_dossier_editor_titles (self->editor), HS_KIND_ITEM, *item, title);
  hs_editor_begin_step (editor);
  row = hs_dossier_editor_add_row (self->editor, HS_KIND_RESERVATION, HS_RESERVATION_ITEM, *item);
  hs_dossier_editor_set_int (self->editor, row, HS_RESERVATION_ASSIGNMENT,
                             hs_record_id (self->assignment));
  hs_dossier_editor_set_int (self->editor, row, HS_RESERVATION_QUANTITY, 1);
  hs_editor_end_step (editor);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

static GtkWidget *
new_item (FreeItems *self, const HsFreeItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *free = free_text (item, &self->asked);
  g_autofree char *line = g_strdup_printf ("%s %s", free, item->state);

  gtk_widget_add_css_class (row, "hs-moment");
  gtk_box_append (GTK_BOX (row), new_label (item->title, "hs-row-title"));
  gtk_box_append (GTK_BOX (row), hs_busy_bar_new (self->asked.from, self->asked.to, item->busy));
  gtk_box_append (GTK_BOX (row), new_label (line, "hs-row-subtitle"));
  if (hs_dossier_editor_may_edit (self->editor) && !is_reserved (self, item->item)
      && hs_record_id (self->assignment) != 0)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Reserve"));
      g_autofree char *said = g_strdup_printf (_ ("Reserve %s"), item->title);
      hs_a11y_label (button, said);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_object_set_data_full (G_OBJECT (button), "item", g_memdup2 (&item->item, sizeof item->item),
                              g_free);
      g_object_set_data_full (G_OBJECT (button), "title", g_strdup (item->title), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (reserve_clicked), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  return row;
}

static void
show_items (FreeItems *self, GPtrArray *items)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < items->len; i++)
    gtk_box_append (GTK_BOX (self->list), new_item (self, g_ptr_array_index (items, i)));
  if (items->len == 0)
    {
      child = new_label (_ ("The location has no item of this technology."), "hs-row-subtitle");
      gtk_widget_add_css_class (child, "hs-moment");
      gtk_box_append (GTK_BOX (self->list), child);
    }
  gtk_widget_set_visible (self->box, TRUE);
}

/* ---- asking ---- */

typedef struct
{
  GtkWidget *box;
  FreeItems *self; /* lives as long as @box */
  guint number;
} Question;

static void
read_items (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GtkWidget) box = question->box;
  g_autoptr (GPtrArray) items = hs_free_items_finish (HS_CONTEXT (source), result, NULL);

  if (items != NULL && question->number == question->self->number)
    show_items (question->self, items);
}

static void
refresh (FreeItems *self)
{
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  const HsRecord *sheet = dossier == NULL ? NULL : dossier->sheet;
  HsFreeItemsAsk ask = { 0 };
  Question *question;

  if (sheet == NULL)
    return;
  ask.agreement = hs_dossier_editor_agreement (self->editor);
  ask.technology = hs_record_int (self->assignment, HS_ASSIGNMENT_TECHNOLOGY);
  ask.location = hs_record_int (sheet, HS_SHEET_LOCATION);
  ask.from = (HsDay) hs_record_int (sheet, HS_SHEET_START);
  ask.to = (HsDay) hs_record_int (sheet, HS_SHEET_END) + 1;
  if (ask.technology == 0 || ask.location == 0 || ask.from == 0 || ask.to <= ask.from
      || ask.to - ask.from > 1500)
    {
      self->number++;
      gtk_widget_set_visible (self->box, FALSE);
      return;
    }
  self->asked = ask;
  question = g_new0 (Question, 1);
  *question = (Question){ g_object_ref (self->box), self, ++self->number };
  hs_free_items_async (hs_dossier_editor_context (self->editor), &ask, read_items, question);
}

static void
field_changed (FreeItems *self, HsRecord *record, guint field)
{
  if (record == self->assignment && field == HS_ASSIGNMENT_TECHNOLOGY)
    refresh (self);
}

static void
box_gone (gpointer data, GObject *box)
{
  FreeItems *self = data;

  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (hs_dossier_editor_editor (self->editor), self);
  g_object_unref (self->editor);
  hs_record_unref (self->assignment);
  g_free (self);
}

GtkWidget *
hs_free_items_new (HsDossierEditor *editor, HsRecord *assignment)
{
  FreeItems *self = g_new0 (FreeItems, 1);

  self->editor = g_object_ref (editor);
  self->assignment = hs_record_ref (assignment);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->list, "hs-rows");
  gtk_box_append (GTK_BOX (self->box),
                  new_label (_ ("What is free at the location"), "hs-section-title"));
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_visible (self->box, FALSE);
  g_signal_connect_swapped (editor, "loaded", G_CALLBACK (refresh), self);
  g_signal_connect_swapped (hs_dossier_editor_editor (editor), "field-changed",
                            G_CALLBACK (field_changed), self);
  g_object_weak_ref (G_OBJECT (self->box), box_gone, self);
  refresh (self);
  return self->box;
}
