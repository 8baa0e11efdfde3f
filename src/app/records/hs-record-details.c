/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details beside a list. */

#include "hs-record-details.h"

#include "hs-a11y.h"
#include "hs-availability.h"
#include "hs-conflict.h"
#include "hs-dialogs.h"
#include "hs-form.h"
#include "hs-record-load.h"
#include "hs-related-list.h"
#include "hs-remove.h"
#include "hs-talk-panel.h"

#include <glib/gi18n.h>

struct _HsRecordDetails
{
  GtkWidget parent_instance;

  HsContext *context;
  HsEditor *editor;
  HsRecord *record;
  GHashTable *titles;
  HsKindId kind;
  gboolean editable;
  gint64 asked; /* the record that is being read */

  GtkWidget *box;
  GtkWidget *bar;
  GtkWidget *title;
  GtkWidget *back;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkWidget *duplicate;
  GtkWidget *remove;
  GtkWidget *stack;
  AdwStatusPage *empty;
  GtkWidget *scrolled;
  GtkWidget *content;
  GtkWidget *form;
};

enum
{
  CLOSED,
  BACK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsRecordDetails, hs_record_details, GTK_TYPE_WIDGET)

static void
show_title (HsRecordDetails *self)
{
  g_autofree char *title = NULL;
  gboolean locked = self->record != NULL && !self->editable;

  if (self->record != NULL)
    title = hs_record_title (self->record);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title != NULL ? title : "");
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title),
                                 locked ? _ ("You can only look at this") : "");
}

static void
steps_changed (HsRecordDetails *self)
{
  gtk_widget_set_sensitive (self->undo, self->editor && hs_editor_can_undo (self->editor));
  gtk_widget_set_sensitive (self->redo, self->editor && hs_editor_can_redo (self->editor));
}

static void
field_changed (HsRecordDetails *self)
{
  show_title (self);
  steps_changed (self);
}

static void
failed (HsRecordDetails *self, GError *error)
{
  g_autofree char *body = hs_sentence (error->message);

  hs_dialog_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                  _ ("This could not be saved"), body);
}

static void
conflict (HsRecordDetails *self, HsRecord *record, HsRecord *theirs)
{
  hs_conflict_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->editor, record,
                   theirs);
}

/* A new record gets what belongs to it as soon as it is saved. */
static void
add_related (HsRecordDetails *self)
{
  gint64 id = hs_record_id (self->record);
  HsKindId kinds[8];
  int fields[8];
  guint n = hs_related_kinds (self->kind, kinds, fields);

  if (self->kind == HS_KIND_TALK)
    {
      gtk_box_append (GTK_BOX (self->content),
                      hs_talk_panel_new (self->context, self->editor, id, self->editable));
      return;
    }
  if (self->kind == HS_KIND_ITEM)
    gtk_box_prepend (GTK_BOX (self->content), hs_availability_new (self->context, id));
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->content),
                    hs_related_list_new (self->context, kinds[i], fields[i], id));
}

static void
show_buttons (HsRecordDetails *self)
{
  gboolean there = self->record != NULL && self->editable && hs_record_id (self->record) != 0;

  gtk_widget_set_visible (self->remove, there);
  gtk_widget_set_visible (self->duplicate, there);
}

static void
saved (HsRecordDetails *self)
{
  if (self->record == NULL || hs_record_id (self->record) == 0
      || gtk_widget_get_visible (self->remove))
    return;
  show_buttons (self);
  add_related (self);
}

static void
set_editor (HsRecordDetails *self, HsEditor *editor)
{
  /* The editor that goes saves what it has by itself: its save holds it alive. */
  if (self->editor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->editor, self);
      hs_editor_flush_async (self->editor, NULL, NULL);
    }
  g_set_object (&self->editor, editor);
  if (editor != NULL)
    {
      g_signal_connect_swapped (editor, "steps-changed", G_CALLBACK (steps_changed), self);
      g_signal_connect_swapped (editor, "field-changed", G_CALLBACK (field_changed), self);
      g_signal_connect_swapped (editor, "rows-changed", G_CALLBACK (field_changed), self);
      g_signal_connect_swapped (editor, "saved", G_CALLBACK (saved), self);
      g_signal_connect_swapped (editor, "failed", G_CALLBACK (failed), self);
      g_signal_connect_swapped (editor, "conflict", G_CALLBACK (conflict), self);
    }
  steps_changed (self);
}

static void
fill (HsRecordDetails *self, HsRecord *record, GHashTable *titles)
{
  GtkWidget *child;

  hs_record_ref (record);
  g_clear_pointer (&self->record, hs_record_unref);
  self->record = record;
  g_hash_table_ref (titles);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  self->titles = titles;
  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  self->form = hs_form_new (self->context, self->kind, titles);
  hs_form_add_all (HS_FORM (self->form), -1);
  hs_form_bind (HS_FORM (self->form), self->editor, record);
  hs_form_set_editable (HS_FORM (self->form), self->editable);
  gtk_box_append (GTK_BOX (self->content), self->form);
  show_buttons (self);
  if (hs_record_id (record) != 0)
    add_related (self);
  show_title (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "form");
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}

/* Why what was chosen is not shown, in its place. */
static void
show_refused (HsRecordDetails *self, const GError *error)
{
  g_autofree char *reason = hs_sentence (error->message);

  hs_record_details_clear (self);
  adw_status_page_set_title (self->empty, _ ("This stays hidden"));
  adw_status_page_set_description (self->empty, reason);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsRecordDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLoaded) loaded = hs_record_load_finish (HS_CONTEXT (source), result, &error);
  g_autoptr (HsEditor) editor = NULL;

  if (self->box != NULL && g_error_matches (error, HS_ERROR, HS_ERROR_REFUSED))
    show_refused (self, error);
  if (self->box == NULL || loaded == NULL || hs_record_id (loaded->record) != self->asked)
    return;
  editor = hs_editor_new (self->context);
  hs_editor_track (editor, loaded->record);
  set_editor (self, editor);
  self->editable = loaded->editable;
  fill (self, loaded->record, loaded->titles);
}

void
hs_record_details_show (HsRecordDetails *self, HsKindId kind, gint64 id)
{
  self->asked = id;
  self->kind = kind;
  if (id != 0)
    hs_record_load_async (self->context, kind, id, loaded, g_object_ref (self));
  else
    {
      g_autoptr (HsRecord) record = hs_record_new (kind);
      g_autoptr (GHashTable) titles = hs_titles_new ();
      g_autoptr (HsEditor) editor = hs_editor_new (self->context);
      set_editor (self, editor);
      self->editable = !hs_context_is_read_only (self->context);
      fill (self, record, titles);
      gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
    }
}

void
hs_record_details_clear (HsRecordDetails *self)
{
  self->asked = -1;
  set_editor (self, NULL);
  g_clear_pointer (&self->record, hs_record_unref);
  show_buttons (self);
  show_title (self);
  adw_status_page_set_title (self->empty, _ ("Nothing chosen"));
  adw_status_page_set_description (self->empty, _ ("Choose something in the list."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

gint64
hs_record_details_id (HsRecordDetails *self)
{
  return self->record == NULL ? 0 : hs_record_id (self->record);
}

void
hs_record_details_set_folded (HsRecordDetails *self, gboolean folded)
{
  gtk_widget_set_visible (self->back, folded);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->bar), folded);
}

/* What somebody else saved comes into the form, in the fields that were not touched here. */
static void
merge_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsRecordDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLoaded) loaded = hs_record_load_finish (HS_CONTEXT (source), result, &error);

  if (self->box == NULL || self->record == NULL)
    return;
  if (loaded == NULL && g_error_matches (error, HS_ERROR, HS_ERROR_NOT_FOUND))
    {
      hs_record_details_clear (self);
      g_signal_emit (self, signals[CLOSED], 0);
    }
  else if (loaded != NULL && hs_record_id (loaded->record) == hs_record_id (self->record)
           && hs_record_kind_id (loaded->record) == self->kind)
    {
      if (hs_record_removed (loaded->record) != 0)
        {
          hs_record_details_clear (self);
          g_signal_emit (self, signals[CLOSED], 0);
        }
      else
        hs_editor_merge (self->editor, loaded->record);
    }
}

static void
store_changed (HsRecordDetails *self)
{
  if (self->record != NULL && hs_record_id (self->record) != 0)
    hs_record_load_async (self->context, self->kind, hs_record_id (self->record), merge_loaded,
                          g_object_ref (self));
}

static void
undo_clicked (GtkButton *button, HsRecordDetails *self)
{
  hs_editor_undo (self->editor);
}

static void
redo_clicked (GtkButton *button, HsRecordDetails *self)
{
  hs_editor_redo (self->editor);
}

static void
remove_clicked (GtkButton *button, HsRecordDetails *self)
{
  hs_remove_record (hs_window_of (GTK_WIDGET (self)), self->context, self->record);
}

/* What one of them is recognised by is not copied: a number, a key. */
static gboolean
is_copied (const HsField *field)
{
  const guint never = HS_FIELD_HIDDEN | HS_FIELD_COMPUTED;

  return (field->flags & never) == 0
         && ((field->flags & HS_FIELD_KEY) == 0 || field->type == HS_TYPE_REF
             || (field->flags & HS_FIELD_TITLE) != 0);
}

static void
mark_as_copy (HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HS_FIELD_TITLE) != 0 && kind->fields[i].type == HS_TYPE_TEXT
        && hs_record_has (record, i))
      {
        g_autofree char *name = g_strdup_printf (_ ("%s (copy)"), hs_record_text (record, i));
        hs_record_set_text (record, i, name);
        return;
      }
}

/* The copy is saved at once, and undo takes it away again. */
static void
duplicate_clicked (GtkButton *button, HsRecordDetails *self)
{
  g_autoptr (HsRecord) copy = hs_record_new (self->kind);
  g_autoptr (HsEditor) editor = hs_editor_new (self->context);
  g_autoptr (GHashTable) titles = g_hash_table_ref (self->titles);

  for (guint i = 0; i < hs_kind (self->kind)->n_fields; i++)
    if (is_copied (&hs_kind (self->kind)->fields[i]))
      hs_record_copy_field (copy, self->record, i);
  mark_as_copy (copy);
  self->asked = 0;
  set_editor (self, editor);
  fill (self, copy, titles);
  hs_editor_add (self->editor, copy);
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}

static void
back_clicked (GtkButton *button, HsRecordDetails *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HsRecordDetails *self = HS_RECORD_DETAILS (widget);

  if (self->editor == NULL)
    return;
  if (g_str_equal (name, "details.undo"))
    hs_editor_undo (self->editor);
  else
    hs_editor_redo (self->editor);
}

static void
hs_record_details_dispose (GObject *object)
{
  HsRecordDetails *self = HS_RECORD_DETAILS (object);

  if (self->box != NULL)
    set_editor (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->record, hs_record_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_record_details_parent_class)->dispose (object);
}

static void
hs_record_details_class_init (HsRecordDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_record_details_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "details.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "details.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "details.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "details.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "details.redo",
                                       NULL);
  signals[CLOSED] = g_signal_new ("closed", HS_TYPE_RECORD_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[BACK] = g_signal_new ("back", HS_TYPE_RECORD_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (HsRecordDetails *self, const char *icon, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static void
fill_bar (HsRecordDetails *self)
{
  AdwHeaderBar *bar;

  self->bar = adw_header_bar_new ();
  bar = ADW_HEADER_BAR (self->bar);
  self->title = adw_window_title_new ("", "");
  self->back =
      add_button (self, "go-previous-symbolic", _ ("Back to the list"), G_CALLBACK (back_clicked));
  self->undo = add_button (self, "edit-undo-symbolic", _ ("Undo"), G_CALLBACK (undo_clicked));
  self->redo = add_button (self, "edit-redo-symbolic", _ ("Redo"), G_CALLBACK (redo_clicked));
  self->remove =
      add_button (self, "user-trash-symbolic", _ ("Remove"), G_CALLBACK (remove_clicked));
  self->duplicate =
      add_button (self, "edit-copy-symbolic", _ ("Duplicate"), G_CALLBACK (duplicate_clicked));
  gtk_widget_set_visible (self->back, FALSE);
  gtk_widget_set_visible (self->remove, FALSE);
  gtk_widget_set_visible (self->duplicate, FALSE);
  adw_header_bar_set_title_widget (bar, self->title);
  adw_header_bar_set_show_start_title_buttons (bar, FALSE);
  adw_header_bar_pack_start (bar, self->back);
  adw_header_bar_pack_start (bar, self->undo);
  adw_header_bar_pack_start (bar, self->redo);
  adw_header_bar_pack_end (bar, self->remove);
  adw_header_bar_pack_end (bar, self->duplicate);
}

static void
hs_record_details_init (HsRecordDetails *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *empty = adw_status_page_new ();

  self->asked = -1;
  self->empty = ADW_STATUS_PAGE (empty);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  fill_bar (self);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (empty, "compact");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->content, "hs-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->content);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_stack_add_named (GTK_STACK (self->stack), self->scrolled, "form");
  gtk_box_append (GTK_BOX (self->box), self->stack);
  hs_a11y_name_parts (self->box);
}

GtkWidget *
hs_record_details_new (HsContext *context)
{
  HsRecordDetails *self = g_object_new (HS_TYPE_RECORD_DETAILS, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (store_changed), self, G_CONNECT_SWAPPED);
  hs_record_details_clear (self);
  return GTK_WIDGET (self);
}
