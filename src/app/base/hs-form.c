/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form over one record. */

#include "hs-form.h"

#include <glib/gi18n.h>

struct _HsForm
{
  GtkWidget parent_instance;

  HsContext *context;
  const HsKind *kind;
  GHashTable *titles;
  HsEditor *editor;
  HsRecord *record;
  HsFieldRow **rows; /* by field */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (HsForm, hs_form, GTK_TYPE_WIDGET)

static void
row_edited (HsFieldRow *row, HsRecord *value, HsForm *self)
{
  if (self->record == NULL || self->editor == NULL)
    return;
  if (hs_record_id (self->record) == 0 && !hs_editor_knows (self->editor, self->record))
    {
      hs_record_copy_field (self->record, value, hs_field_row_field (row));
      hs_editor_add (self->editor, self->record);
      return;
    }
  hs_editor_set_field (self->editor, self->record, hs_field_row_field (row), value);
}

static void
field_changed (HsEditor *editor, HsRecord *record, guint field, HsForm *self)
{
  if (record == self->record && self->rows[field] != NULL)
    hs_field_row_load (self->rows[field], record);
}

static GtkWidget *
new_row (HsForm *self, guint field)
{
  GtkWidget *row = hs_field_row_new (self->context, self->kind->id, field, self->titles);

  g_signal_connect (row, "edited", G_CALLBACK (row_edited), self);
  self->rows[field] = HS_FIELD_ROW (row);
  gtk_widget_set_hexpand (row, TRUE);
  return row;
}

/* Two short fields that follow each other stand beside each other. */
static void
add_rows (HsForm *self, GtkWidget *card, const int *fields)
{
  GtkWidget *pair = NULL;

  for (guint i = 0; fields[i] >= 0; i++)
    {
      GtkWidget *row = new_row (self, (guint) fields[i]);
      gboolean is_short = hs_field_row_is_short (HS_FIELD_ROW (row));
      if (is_short && pair != NULL)
        {
          gtk_box_append (GTK_BOX (pair), row);
          pair = NULL;
          continue;
        }
      pair = NULL;
      if (is_short)
        {
          pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
          gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
          gtk_box_append (GTK_BOX (pair), row);
          gtk_box_append (GTK_BOX (card), pair);
        }
      else
        gtk_box_append (GTK_BOX (card), row);
    }
}

void
hs_form_append (HsForm *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->box), widget);
}

void
hs_form_add_section (HsForm *self, const char *title, const int *fields)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  if (title != NULL)
    {
      GtkWidget *heading = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
      gtk_widget_add_css_class (heading, "hs-section-title");
      hs_form_append (self, heading);
    }
  gtk_widget_add_css_class (card, "hs-card");
  gtk_widget_add_css_class (card, "hs-form");
  add_rows (self, card, fields);
  hs_form_append (self, card);
}

/* ---- all fields of a kind ---- */

static gboolean
is_contact (const char *name)
{
  static const char *const names[] = { "address", "postcode", "place",     "email",   "phone",
                                       "website", "contact",  "emergency", "mobility" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return TRUE;
  return FALSE;
}

static gboolean
is_shown (HsForm *self, guint index)
{
  const HsField *field = &self->kind->fields[index];
  const HsActor *actor = hs_context_actor (self->context);

  /* A host learns whether a student is a minor, not when the student was born. */
  if (self->kind->id == HS_KIND_STUDENT && index == HS_STUDENT_BIRTH_DATE && actor != NULL
      && actor->side == HS_ORGANISATION_KIND_HOST)
    return FALSE;
  return (field->flags & (HS_FIELD_HIDDEN | HS_FIELD_COMPUTED)) == 0 && field->type != HS_TYPE_TIME;
}

static guint
collect (HsForm *self, int leave_out, gboolean contact, gboolean remark, int *fields)
{
  guint n = 0;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const HsField *field = &self->kind->fields[i];
      gboolean last = g_str_equal (field->name, "remark");
      if ((int) i == leave_out || !is_shown (self, i) || last != remark
          || (!last && is_contact (field->name) != contact))
        continue;
      fields[n++] = (int) i;
    }
  fields[n] = -1;
  return n;
}

void
hs_form_add_all (HsForm *self, int leave_out)
{
  int fields[65];
  int contacts[65];
  guint n = collect (self, leave_out, FALSE, FALSE, fields);
  guint n_contacts = collect (self, leave_out, TRUE, FALSE, contacts);
  gboolean apart = n > 0 && n_contacts > 2;

  /* A contact or two is no section of its own. */
  for (guint i = 0; !apart && i <= n_contacts; i++)
    fields[n + i] = contacts[i];
  hs_form_add_section (self, NULL, fields);
  if (apart)
    hs_form_add_section (self, _ ("Address and contact"), contacts);
  if (collect (self, leave_out, FALSE, TRUE, fields) > 0)
    hs_form_add_section (self, NULL, fields);
}

/* ---- the record ---- */

void
hs_form_bind (HsForm *self, HsEditor *editor, HsRecord *record)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_set_object (&self->editor, editor);
  if (record != NULL)
    hs_record_ref (record);
  g_clear_pointer (&self->record, hs_record_unref);
  self->record = record;
  if (editor != NULL)
    g_signal_connect_object (editor, "field-changed", G_CALLBACK (field_changed), self, 0);
  for (guint i = 0; record != NULL && i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      hs_field_row_load (self->rows[i], record);
}

HsRecord *
hs_form_record (HsForm *self)
{
  return self->record;
}

HsFieldRow *
hs_form_row (HsForm *self, int field)
{
  return field < 0 || (guint) field >= self->kind->n_fields ? NULL : self->rows[field];
}

void
hs_form_set_editable (HsForm *self, gboolean editable)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      hs_field_row_set_editable (self->rows[i], editable);
}

void
hs_form_set_progress_editable (HsForm *self, gboolean editable)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && self->kind->fields[i].flags & HS_FIELD_PROGRESS)
      hs_field_row_set_editable (self->rows[i], editable);
}

void
hs_form_clear_findings (HsForm *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      hs_field_row_set_finding (self->rows[i], 0, NULL);
}

static void
hs_form_dispose (GObject *object)
{
  HsForm *self = HS_FORM (object);

  hs_form_bind (self, NULL, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_form_parent_class)->dispose (object);
}

static void
hs_form_class_init (HsFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hs_form_init (HsForm *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
hs_form_new (HsContext *context, HsKindId kind, GHashTable *titles)
{
  HsForm *self = g_object_new (HS_TYPE_FORM, NULL);

  self->context = g_object_ref (context);
  self->kind = hs_kind (kind);
  self->titles = titles == NULL ? NULL : g_hash_table_ref (titles);
  self->rows = g_new0 (HsFieldRow *, self->kind->n_fields);
  return GTK_WIDGET (self);
}
