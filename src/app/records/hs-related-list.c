/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to a record. */

#include "hs-related-list.h"

#include "hs-a11y.h"
#include "hs-list-spec.h"
#include "hs-present.h"
#include "hs-record-dialog.h"

#include <glib/gi18n.h>

/* More than this is a reason to go to the page itself. */
#define MOST 30

struct _HsRelatedList
{
  GtkWidget parent_instance;

  HsContext *context;
  HsKindId kind;
  int field;
  gint64 id;
  GCancellable *cancellable;

  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (HsRelatedList, hs_related_list, GTK_TYPE_WIDGET)

/* clang-format off */
static const struct
{
  HsKindId of;
  HsKindId kind;
  int field;
} relations[] = {
  { HS_KIND_STUDENT, HS_KIND_ENROLMENT, HS_ENROLMENT_STUDENT },
  { HS_KIND_STUDENT, HS_KIND_AGREEMENT, HS_AGREEMENT_STUDENT },
  { HS_KIND_STUDENT, HS_KIND_WISH, HS_WISH_STUDENT },
  { HS_KIND_STUDENT, HS_KIND_GUARDIAN, HS_GUARDIAN_STUDENT },
  { HS_KIND_STUDENT, HS_KIND_SHARE, HS_SHARE_STUDENT },
  { HS_KIND_STUDENT, HS_KIND_EXCLUSION, HS_EXCLUSION_STUDENT },
  { HS_KIND_PERSON, HS_KIND_MANDATE, HS_MANDATE_PERSON },
  { HS_KIND_PERSON, HS_KIND_COMPETENCE, HS_COMPETENCE_PERSON },
  { HS_KIND_PERSON, HS_KIND_ABSENCE, HS_ABSENCE_PERSON },
  { HS_KIND_TECHNOLOGY, HS_KIND_ITEM, HS_ITEM_TECHNOLOGY },
  { HS_KIND_TECHNOLOGY, HS_KIND_MATERIAL, HS_MATERIAL_TECHNOLOGY },
  { HS_KIND_ORGANISATION, HS_KIND_LOCATION, HS_LOCATION_ORGANISATION },
  { HS_KIND_ORGANISATION, HS_KIND_RECOGNITION, HS_RECOGNITION_HOST },
  { HS_KIND_ORGANISATION, HS_KIND_PERSON, HS_PERSON_ORGANISATION },
  { HS_KIND_ORGANISATION, HS_KIND_MANDATE, HS_MANDATE_ORGANISATION },
  { HS_KIND_LOCATION, HS_KIND_TEAM, HS_TEAM_LOCATION },
  { HS_KIND_LOCATION, HS_KIND_VACANCY, HS_VACANCY_LOCATION },
  { HS_KIND_LOCATION, HS_KIND_ITEM, HS_ITEM_LOCATION },
};
/* clang-format on */

guint
hs_related_kinds (HsKindId kind, HsKindId *kinds, int *fields)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    if (relations[i].of == kind)
      {
        kinds[n] = relations[i].kind;
        fields[n++] = relations[i].field;
      }
  return n;
}

/* ---- reading ---- */

typedef struct
{
  HsListSpec *spec;
  GArray *ids;
  GPtrArray *rows; /* (element-type HsRowText) */
  gint64 count;
} Reading;

static void
row_text_free (gpointer text)
{
  hs_row_text_clear (text);
  g_free (text);
}

static void
reading_free (Reading *reading)
{
  hs_list_spec_free (reading->spec);
  g_array_unref (reading->ids);
  g_ptr_array_unref (reading->rows);
  g_free (reading);
}

static gpointer
read_job (HsStore *store, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (HsQuery) query = hs_list_spec_query (reading->spec);
  g_autoptr (GPtrArray) records = NULL;

  reading->count = hs_store_count (store, query, error);
  if (reading->count < 0)
    return reading;
  hs_query_window (query, 0, MOST);
  records = hs_store_find (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      HsRowText *text = g_new0 (HsRowText, 1);
      gint64 id = hs_record_id (g_ptr_array_index (records, i));
      hs_present_row (store, g_ptr_array_index (records, i), text);
      g_ptr_array_add (reading->rows, text);
      g_array_append_val (reading->ids, id);
    }
  return reading;
}

static void
open_row (GtkListBox *list, GtkListBoxRow *row, HsRelatedList *self)
{
  HsWindow *window = hs_window_of (GTK_WIDGET (self));
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");

  if (self->kind == HS_KIND_AGREEMENT)
    hs_window_open_agreement (window, id);
  else
    gtk_window_present (GTK_WINDOW (
        hs_record_dialog_new (window, self->context, self->kind, id, self->field, self->id)));
}

static GtkWidget *
new_row (const HsRowText *text, gint64 id)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->subtitle ? text->subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (text->badge != NULL)
    {
      GtkWidget *badge = gtk_label_new (text->badge);
      gtk_widget_add_css_class (badge, "hs-badge");
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      if (text->tone != NULL)
        gtk_widget_add_css_class (badge, text->tone);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  hs_a11y_label (row, text->title);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

static void
show_rows (HsRelatedList *self, Reading *reading)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < reading->rows->len; i++)
    gtk_list_box_append (
        GTK_LIST_BOX (self->list),
        new_row (g_ptr_array_index (reading->rows, i), g_array_index (reading->ids, gint64, i)));
  gtk_widget_set_visible (self->list, reading->rows->len > 0);
  gtk_widget_set_visible (self->more, reading->count > MOST);
  if (reading->count > MOST)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("And %d more.", "And %d more.", (gulong) reading->count - MOST),
          (int) (reading->count - MOST));
      gtk_label_set_label (GTK_LABEL (self->more), text);
    }
}

static void
read_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsRelatedList) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  if (reading == NULL)
    return;
  if (self->list != NULL)
    show_rows (self, reading);
  reading_free (reading);
}

static void
refresh (HsRelatedList *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->spec = hs_list_spec_new (self->kind);
  reading->spec->parent_field = self->field;
  reading->spec->parent_id = self->id;
  reading->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  reading->rows = g_ptr_array_new_with_free_func (row_text_free);
  hs_context_run (self->context, read_job, reading, NULL, (GDestroyNotify) reading_free,
                  self->cancellable, read_done, g_object_ref (self));
}

static void
add_clicked (GtkButton *button, HsRelatedList *self)
{
  gtk_window_present (GTK_WINDOW (hs_record_dialog_new (
      hs_window_of (GTK_WIDGET (self)), self->context, self->kind, 0, self->field, self->id)));
}

static void
hs_related_list_dispose (GObject *object)
{
  HsRelatedList *self = HS_RELATED_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_related_list_parent_class)->dispose (object);
}

static void
hs_related_list_finalize (GObject *object)
{
  g_clear_object (&HS_RELATED_LIST (object)->cancellable);
  G_OBJECT_CLASS (hs_related_list_parent_class)->finalize (object);
}

static void
hs_related_list_class_init (HsRelatedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_related_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_related_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hs_related_list_init (HsRelatedList *self)
{
  self->cancellable = g_cancellable_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
new_heading (HsRelatedList *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (hs_kind_plural (hs_kind (self->kind)));
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *tooltip = g_strdup_printf (_ ("Add: %s"), hs_kind_label (hs_kind (self->kind)));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "hs-section-title");
  gtk_widget_set_tooltip_text (add, tooltip);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_visible (add, self->kind != HS_KIND_AGREEMENT
                                   && !hs_context_is_read_only (self->context));
  g_signal_connect (add, "clicked", G_CALLBACK (add_clicked), self);
  gtk_box_append (GTK_BOX (heading), title);
  gtk_box_append (GTK_BOX (heading), add);
  return heading;
}

GtkWidget *
hs_related_list_new (HsContext *context, HsKindId kind, int field, gint64 id)
{
  HsRelatedList *self = g_object_new (HS_TYPE_RELATED_LIST, NULL);

  self->context = g_object_ref (context);
  self->kind = kind;
  self->field = field;
  self->id = id;
  gtk_box_append (GTK_BOX (self->box), new_heading (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_visible (self->list, FALSE);
  hs_a11y_label (self->list, hs_kind_plural (hs_kind (kind)));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (open_row), self);
  gtk_box_append (GTK_BOX (self->box), self->list);
  self->more = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->more, "hs-hint");
  gtk_widget_set_visible (self->more, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->more);
  hs_a11y_name_parts (self->box);
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
