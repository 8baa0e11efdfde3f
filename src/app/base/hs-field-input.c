/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a field is edited with, by the type of the field. */

#include "hs-field-row-private.h"

#include "hs-a11y.h"
#include "hs-present.h"

#include <glib/gi18n.h>

/* ---- text and what is written as text ---- */

static void
entry_changed (GtkEditable *entry, HsFieldRow *self)
{
  if (!self->loading)
    hs_field_row_typed (self, gtk_editable_get_text (entry));
}

/* Up and down move a date by a day. */
static gboolean
date_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
          HsFieldRow *self)
{
  int step = key == GDK_KEY_Up ? 1 : key == GDK_KEY_Down ? -1 : 0;

  if (step == 0 || !gtk_editable_get_editable (GTK_EDITABLE (self->input))
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || !hs_record_has (self->scratch, self->field) || self->problem != NULL)
    return FALSE;
  hs_record_set_int (self->scratch, self->field, hs_record_int (self->scratch, self->field) + step);
  self->loading = TRUE;
  hs_field_input_show (self);
  self->loading = FALSE;
  hs_field_row_tell (self);
  return TRUE;
}

static GtkWidget *
new_entry (HsFieldRow *self, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  HsType type = hs_field_row_description (self)->type;

  hs_a11y_label (entry, name);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE); /* the editor does that */
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed), self);
  if (type == HS_TYPE_DATE)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("dd-mm-yyyy"));
      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect (keys, "key-pressed", G_CALLBACK (date_key), self);
      gtk_widget_add_controller (entry, keys);
    }
  if (type == HS_TYPE_INTEGER || type == HS_TYPE_MINUTES || type == HS_TYPE_CENTS)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  return entry;
}

static char *
shown_text (HsFieldRow *self)
{
  gint64 value;

  if (!hs_record_has (self->scratch, self->field))
    return g_strdup ("");
  if ((self->kind->id == HS_KIND_CONTACT && self->field == HS_CONTACT_TIME)
      || (self->kind->id == HS_KIND_PEER && self->field == HS_PEER_TIME))
    {
      value = hs_record_int (self->scratch, self->field);
      return g_strdup_printf ("%d:%02d", (int) (value / 60), (int) (value % 60));
    }
  return hs_record_format (self->scratch, self->field);
}

/* ---- text of several lines ---- */

static void
buffer_changed (GtkTextBuffer *buffer, HsFieldRow *self)
{
  g_autofree char *text = NULL;

  if (self->loading)
    return;
  g_object_get (buffer, "text", &text, NULL);
  hs_field_row_typed (self, text);
}

static GtkWidget *
new_text_view (HsFieldRow *self, const char *name)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), FALSE);
  gtk_widget_add_css_class (view, "hs-text");
  gtk_widget_set_size_request (view, -1, 72);
  hs_a11y_label (view, name);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                    G_CALLBACK (buffer_changed), self);
  return view;
}

/* ---- yes or no ---- */

static void
check_toggled (GtkCheckButton *check, HsFieldRow *self)
{
  if (self->loading)
    return;
  hs_record_set_int (self->scratch, self->field, gtk_check_button_get_active (check));
  hs_field_row_tell (self);
}

/* ---- one choice ---- */

static void
choice_selected (GtkDropDown *drop_down, GParamSpec *pspec, HsFieldRow *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->loading)
    return;
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    hs_record_unset (self->scratch, self->field);
  else
    hs_record_set_int (self->scratch, self->field, selected - 1);
  hs_field_row_tell (self);
}

static GtkWidget *
new_drop_down (HsFieldRow *self, const char *name)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  const HsField *field = hs_field_row_description (self);
  GtkWidget *drop_down;

  gtk_string_list_append (strings, _ ("No choice"));
  for (guint i = 0; i < hs_field_n_choices (field); i++)
    gtk_string_list_append (strings, hs_choice_label (field->choices, i));
  drop_down = hs_a11y_drop_down (G_LIST_MODEL (strings), name);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (choice_selected), self);
  return drop_down;
}

/* ---- several choices ---- */

static void
show_set_text (HsFieldRow *self)
{
  g_autofree char *text = hs_record_format (self->scratch, self->field);
  GtkWidget *label = g_object_get_data (G_OBJECT (self->input), "hs-label");
  g_autofree char *said = g_strdup_printf (
      "%s: %s", (char *) g_object_get_data (G_OBJECT (self->input), "hs-name"), text);

  if (label == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (label), *text != '\0' ? text : _ ("Choose…"));
  hs_a11y_label (self->input, said);
  hs_a11y_label (gtk_widget_get_first_child (self->input), said);
}

static void
set_toggled (GtkWidget *button, GParamSpec *pspec, HsFieldRow *self)
{
  gint64 bits = 0;

  if (self->loading)
    return;
  for (guint i = 0; i < self->checks->len; i++)
    {
      gboolean active;
      g_object_get (g_ptr_array_index (self->checks, i), "active", &active, NULL);
      if (active)
        bits |= G_GINT64_CONSTANT (1) << i;
    }
  if (bits == 0)
    hs_record_unset (self->scratch, self->field);
  else
    hs_record_set_int (self->scratch, self->field, bits);
  show_set_text (self);
  hs_field_row_tell (self);
}

static void
show_set (HsFieldRow *self)
{
  gint64 bits = hs_record_int (self->scratch, self->field);

  for (guint i = 0; self->checks != NULL && i < self->checks->len; i++)
    g_object_set (g_ptr_array_index (self->checks, i), "active", (gboolean) ((bits >> i) & 1),
                  NULL);
  show_set_text (self);
}

static GtkWidget *
new_weekdays (HsFieldRow *self, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "hs-weekdays");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  self->checks = g_ptr_array_new ();
  for (int i = 0; i < 7; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (hs_weekday_short (i));
      g_autofree char *said = g_strdup_printf ("%s: %s", name, hs_weekday_name (i));
      hs_a11y_label (button, said);
      g_signal_connect (button, "notify::active", G_CALLBACK (set_toggled), self);
      g_ptr_array_add (self->checks, button);
      gtk_box_append (GTK_BOX (box), button);
    }
  hs_a11y_label (box, name);
  return box;
}

static void
fill_set_popover (GtkWidget *popover, HsFieldRow *self)
{
  const HsField *field = hs_field_row_description (self);
  GtkWidget *box;

  if (self->checks != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->checks = g_ptr_array_new ();
  for (guint i = 0; i < hs_field_n_choices (field); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (hs_choice_label (field->choices, i));
      hs_a11y_label (check, hs_choice_label (field->choices, i));
      g_ptr_array_add (self->checks, check);
      gtk_box_append (GTK_BOX (box), check);
    }
  self->loading = TRUE;
  show_set (self);
  self->loading = FALSE;
  for (guint i = 0; i < self->checks->len; i++)
    g_signal_connect (g_ptr_array_index (self->checks, i), "notify::active",
                      G_CALLBACK (set_toggled), self);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
}

static GtkWidget *
new_set (HsFieldRow *self, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (button, "hs-choice");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  hs_widget_fill_menu_button (box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  g_signal_connect (popover, "show", G_CALLBACK (fill_set_popover), self);
  g_object_set_data (G_OBJECT (button), "hs-label", label);
  g_object_set_data_full (G_OBJECT (button), "hs-name", g_strdup (name), g_free);
  return button;
}

/* ---- a reference ---- */

static void
ref_chosen (HsRefButton *button, gint64 id, const char *title, HsFieldRow *self)
{
  const HsField *field = hs_field_row_description (self);

  if (id == 0)
    hs_record_unset (self->scratch, self->field);
  else
    {
      hs_record_set_int (self->scratch, self->field, id);
      if (self->titles != NULL)
        hs_titles_put (self->titles, field->target, id, title);
    }
  hs_field_row_tell (self);
}

static void
show_ref (HsFieldRow *self)
{
  gint64 id = hs_record_int (self->scratch, self->field);

  hs_ref_button_set (HS_REF_BUTTON (self->input), id,
                     hs_titles_get (self->titles, hs_field_row_description (self)->target, id));
}

/* ---- by type ---- */

GtkWidget *
hs_field_input_new (HsFieldRow *self, const char *name)
{
  const HsField *field = hs_field_row_description (self);
  GtkWidget *input;

  switch (field->type)
    {
    case HS_TYPE_LONG_TEXT:
      return new_text_view (self, name);
    case HS_TYPE_BOOLEAN:
      input = gtk_check_button_new_with_label (name);
      hs_a11y_label (input, name);
      g_signal_connect (input, "toggled", G_CALLBACK (check_toggled), self);
      return input;
    case HS_TYPE_CHOICE:
      return new_drop_down (self, name);
    case HS_TYPE_SET:
      return field->choices == HS_CHOICES_WEEKDAY ? new_weekdays (self, name)
                                                  : new_set (self, name);
    case HS_TYPE_REF:
      input = hs_ref_button_new (self->context, field->target, name);
      g_signal_connect (input, "chosen", G_CALLBACK (ref_chosen), self);
      return input;
    default:
      return new_entry (self, name);
    }
}

static void
show_entry (HsFieldRow *self)
{
  g_autofree char *text = shown_text (self);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->input)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->input), text);
}

static void
show_buffer (HsFieldRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  const char *text = hs_record_text (self->scratch, self->field);
  g_autofree char *shown = NULL;

  g_object_get (buffer, "text", &shown, NULL);
  if (g_strcmp0 (shown, text != NULL ? text : "") != 0)
    gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
}

void
hs_field_input_show (HsFieldRow *self)
{
  switch (hs_field_row_description (self)->type)
    {
    case HS_TYPE_LONG_TEXT:
      show_buffer (self);
      break;
    case HS_TYPE_BOOLEAN:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->input),
                                   hs_record_int (self->scratch, self->field) != 0);
      break;
    case HS_TYPE_CHOICE:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->input),
                                  (guint) (hs_record_int (self->scratch, self->field) + 1));
      break;
    case HS_TYPE_SET:
      show_set (self);
      break;
    case HS_TYPE_REF:
      show_ref (self);
      break;
    default:
      show_entry (self);
      break;
    }
}

GtkWidget *
hs_field_input_focus_widget (HsFieldRow *self)
{
  if (HS_IS_REF_BUTTON (self->input))
    return gtk_widget_get_first_child (self->input);
  if (hs_field_row_description (self)->type == HS_TYPE_SET && self->checks != NULL
      && GTK_IS_BOX (self->input))
    return g_ptr_array_index (self->checks, 0);
  return self->input;
}
