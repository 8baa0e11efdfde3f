/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of a field: label above, input, and below it a hint, what cannot be read, and what a
 * rule finds. */

#include "hs-field-row-private.h"

#include "hs-a11y.h"
#include "hs-present.h"

#include <glib/gi18n.h>

static guint edited_signal;

G_DEFINE_FINAL_TYPE (HsFieldRow, hs_field_row, GTK_TYPE_WIDGET)

const HsField *
hs_field_row_description (HsFieldRow *self)
{
  return &self->kind->fields[self->field];
}

guint
hs_field_row_field (HsFieldRow *self)
{
  return self->field;
}

void
hs_field_row_tell (HsFieldRow *self)
{
  if (!self->loading)
    g_signal_emit (self, edited_signal, 0, self->scratch);
}

/* Times of appointments are minutes after midnight in the store and "10:30" on screen. */
static gboolean
is_clock_time (HsFieldRow *self)
{
  return (self->kind->id == HS_KIND_CONTACT && self->field == HS_CONTACT_TIME)
         || (self->kind->id == HS_KIND_PEER && self->field == HS_PEER_TIME);
}

static gboolean
parse_clock_time (HsFieldRow *self, const char *text, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  int hours = 0;
  int minutes = 0;
  char rest = '\0';

  if (*clean == '\0')
    {
      hs_record_unset (self->scratch, self->field);
      return TRUE;
    }
  if (sscanf (clean, "%2d%*1[:.]%2d%c", &hours, &minutes, &rest) != 2 || hours < 0 || hours > 23
      || minutes < 0 || minutes > 59)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, _ ("a time looks like 10:30"));
      return FALSE;
    }
  hs_record_set_int (self->scratch, self->field, hours * 60 + minutes);
  return TRUE;
}

void
hs_field_row_typed (HsFieldRow *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsRecord) before = hs_record_copy (self->scratch);
  gboolean fine = is_clock_time (self) ? parse_clock_time (self, text, &error)
                                       : hs_record_parse (self->scratch, self->field, text, &error);

  g_clear_pointer (&self->problem, g_free);
  if (!fine)
    self->problem = g_strdup (error->message);
  else
    hs_field_row_show_problem (self);
  if (fine && !hs_record_same (self->scratch, before, self->field))
    hs_field_row_tell (self);
}

static char *
as_sentence (const char *message)
{
  g_autofree char *first = g_utf8_substring (message, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strdup_printf ("%s%s.", upper, message + strlen (first));
}

void
hs_field_row_show_problem (HsFieldRow *self)
{
  g_autofree char *text = self->problem == NULL ? NULL : as_sentence (self->problem);
  GtkWidget *focus = hs_field_input_focus_widget (self);

  gtk_widget_set_visible (self->error, text != NULL);
  gtk_label_set_label (GTK_LABEL (self->error), text != NULL ? text : "");
  if (text != NULL)
    gtk_widget_add_css_class (self->input, "error");
  else
    gtk_widget_remove_css_class (self->input, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_STATE_INVALID,
      text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
hs_field_row_load (HsFieldRow *self, const HsRecord *record)
{
  gboolean typing = self->problem != NULL;

  if (!typing && hs_record_same (self->scratch, record, self->field)
      && hs_field_row_description (self)->type != HS_TYPE_REF)
    return;
  self->loading = TRUE;
  hs_record_copy_field (self->scratch, record, self->field);
  g_clear_pointer (&self->problem, g_free);
  hs_field_input_show (self);
  hs_field_row_show_problem (self);
  self->loading = FALSE;
}

void
hs_field_row_set_label (HsFieldRow *self, const char *label)
{
  if (self->label != NULL)
    gtk_label_set_label (GTK_LABEL (self->label), label);
  hs_a11y_label (hs_field_input_focus_widget (self), label);
}

static GtkWidget *
new_note (HsFieldRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

void
hs_field_row_set_hint (HsFieldRow *self, const char *hint)
{
  gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL);
}

void
hs_field_row_set_finding (HsFieldRow *self, int severity, const char *message)
{
  static const char *const classes[] = { "blocking", "warning", "tip" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->finding, classes[i]);
  gtk_widget_set_visible (self->finding, message != NULL);
  gtk_label_set_label (GTK_LABEL (self->finding), message != NULL ? message : "");
  if (message != NULL)
    gtk_widget_add_css_class (self->finding, classes[CLAMP (severity, 0, 2)]);
  hs_a11y_describe (hs_field_input_focus_widget (self), message != NULL ? message : "");
}

void
hs_field_row_limit (HsFieldRow *self, guint slot, int field, gint64 id)
{
  if (HS_IS_REF_BUTTON (self->input))
    hs_ref_button_limit (HS_REF_BUTTON (self->input), slot, field, id);
}

void
hs_field_row_set_editable (HsFieldRow *self, gboolean editable)
{
  /* What may only be read is read as well as anything else, and copied. */
  if (GTK_IS_EDITABLE (self->input))
    gtk_editable_set_editable (GTK_EDITABLE (self->input), editable);
  else if (GTK_IS_TEXT_VIEW (self->input))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->input), editable);
  else
    gtk_widget_set_sensitive (self->input, editable);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hs-read-only");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "hs-read-only");
}

gboolean
hs_field_row_is_short (HsFieldRow *self)
{
  switch (hs_field_row_description (self)->type)
    {
    case HS_TYPE_DATE:
    case HS_TYPE_INTEGER:
    case HS_TYPE_MINUTES:
    case HS_TYPE_CENTS:
      return TRUE;
    case HS_TYPE_TEXT:
      return hs_field_row_description (self)->check != HS_CHECK_NONE
             && hs_field_row_description (self)->check != HS_CHECK_EMAIL
             && hs_field_row_description (self)->check != HS_CHECK_URL;
    default:
      return FALSE;
    }
}

void
hs_field_row_focus (HsFieldRow *self)
{
  if (HS_IS_REF_BUTTON (self->input))
    hs_ref_button_focus (HS_REF_BUTTON (self->input));
  else
    gtk_widget_grab_focus (hs_field_input_focus_widget (self));
}

static gboolean
grab_focus (GtkWidget *widget)
{
  hs_field_row_focus (HS_FIELD_ROW (widget));
  return TRUE;
}

/* What is wrong is said when the field is left, not at the first letter of a date. */
static void
focus_left (GtkEventControllerFocus *controller, HsFieldRow *self)
{
  hs_field_row_show_problem (self);
  if (self->problem == NULL)
    {
      self->loading = TRUE;
      hs_field_input_show (self);
      self->loading = FALSE;
    }
}

static void
hs_field_row_dispose (GObject *object)
{
  HsFieldRow *self = HS_FIELD_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->scratch, hs_record_unref);
  g_clear_pointer (&self->problem, g_free);
  G_OBJECT_CLASS (hs_field_row_parent_class)->dispose (object);
}

static void
hs_field_row_class_init (HsFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_field_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "fieldrow");
  edited_signal = g_signal_new ("edited", HS_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, HS_TYPE_RECORD);
}

static void
hs_field_row_init (HsFieldRow *self)
{
}

static void
add_label (HsFieldRow *self, const char *name)
{
  self->label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "hs-field-label");
  gtk_box_append (GTK_BOX (self->box), self->label);
}

GtkWidget *
hs_field_row_new (HsContext *context, HsKindId kind, guint field, GHashTable *titles)
{
  HsFieldRow *self = g_object_new (HS_TYPE_FIELD_ROW, NULL);
  const char *name = hs_field_label (hs_kind (kind), field);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->context = g_object_ref (context);
  self->kind = hs_kind (kind);
  self->field = field;
  self->titles = titles == NULL ? NULL : g_hash_table_ref (titles);
  self->scratch = hs_record_new (kind);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  if (hs_field_row_description (self)->type != HS_TYPE_BOOLEAN)
    add_label (self, name);
  self->loading = TRUE;
  self->input = hs_field_input_new (self, name);
  gtk_box_append (GTK_BOX (self->box), self->input);
  self->hint = new_note (self, "hs-hint");
  self->error = new_note (self, "hs-error");
  self->finding = new_note (self, "hs-finding");
  hs_field_input_show (self);
  self->loading = FALSE;
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (self->input, focus);
  return GTK_WIDGET (self);
}
