/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A regional talk at the table. */

#include "hs-talk-panel.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-form.h"
#include "hs-related-list.h"
#include "hs-talk-job.h"

#include <glib/gi18n.h>

struct _HsTalkPanel
{
  GtkWidget parent_instance;

  HsContext *context;
  HsEditor *editor;
  gint64 talk;
  gboolean editable;
  GCancellable *cancellable;

  GtkWidget *box;
  GtkWidget *open_box;
  GtkListBox *open;
  GtkWidget *themes;
};

G_DEFINE_FINAL_TYPE (HsTalkPanel, hs_talk_panel, GTK_TYPE_WIDGET)

static void refresh (HsTalkPanel *self);

static void
tell (HsTalkPanel *self, const char *heading, const GError *error)
{
  g_autofree char *body = hs_sentence (error->message);

  if (self->box != NULL)
    hs_dialog_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);
}

/* ---- minutes and the next talk ---- */

static void
minutes_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsTalkPanel) self = user_data;
  g_autofree char *path = g_object_steal_data (G_OBJECT (self), "minutes");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hs_talk_minutes_finish (HS_CONTEXT (source), result, &error);

  if (bytes == NULL
      || !g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                    (gssize) g_bytes_get_size (bytes),
                                    G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    tell (self, _ ("The minutes could not be saved"), error);
  else if (self->box != NULL)
    hs_window_toast (hs_window_of (GTK_WIDGET (self)), _ ("The minutes are saved."));
}

static void
minutes_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsTalkPanel) self = user_data;
  g_autoptr (GFile) file = hs_dialog_file_finish (result);

  if (file == NULL || self->box == NULL)
    return;
  g_object_set_data_full (G_OBJECT (self), "minutes", g_file_get_path (file), g_free);
  hs_talk_minutes_async (self->context, self->talk, minutes_made, g_object_ref (self));
}

static void
minutes_clicked (HsTalkPanel *self)
{
  hs_dialog_file_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        _ ("Save the minutes"), TRUE, "verslag.pdf", NULL, NULL, minutes_chosen,
                        g_object_ref (self));
}

static void
next_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsTalkPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 next = hs_talk_next_finish (HS_CONTEXT (source), result, &error);

  if (next == 0)
    tell (self, _ ("The next talk could not be made"), error);
  else if (self->box != NULL)
    hs_window_show_record (hs_window_of (GTK_WIDGET (self)), HS_KIND_TALK, next);
}

static void
next_clicked (HsTalkPanel *self)
{
  hs_talk_next_async (self->context, self->talk, next_made, g_object_ref (self));
}

static GtkWidget *
new_button (HsTalkPanel *self, const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static void
add_buttons (HsTalkPanel *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (row),
                  new_button (self, _ ("_Minutes as PDF…"), G_CALLBACK (minutes_clicked)));
  if (self->editable)
    gtk_box_append (GTK_BOX (row),
                    new_button (self, _ ("Plan the _next talk"), G_CALLBACK (next_clicked)));
  gtk_box_append (GTK_BOX (self->box), row);
}

/* ---- what is open from before ---- */

static void
action_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsTalkPanel) self = user_data;
  g_autoptr (GError) error = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  if (error != NULL)
    tell (self, _ ("This could not be saved"), error);
  else
    refresh (self);
}

static void
ticked (GtkCheckButton *check, HsTalkPanel *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (check), "id");

  if (gtk_check_button_get_active (check))
    hs_talk_done_async (self->context, *id, action_done, g_object_ref (self));
}

static GtkWidget *
new_open_row (HsTalkPanel *self, const HsOpenAction *action)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *title = action->title != NULL ? action->title : "";
  g_autofree char *name = g_strdup_printf (_ ("Done: %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), action->subtitle);
  hs_a11y_label (check, name);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (check, self->editable);
  g_object_set_data_full (G_OBJECT (check), "id", g_memdup2 (&action->id, sizeof action->id),
                          g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (ticked), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (action->late)
    gtk_widget_add_css_class (row, "hs-urgent");
  hs_a11y_label (row, title);
  return row;
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "hs-section-title");
  return heading;
}

static void
add_open (HsTalkPanel *self)
{
  self->open_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->open = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->open, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->open), "boxed-list");
  hs_a11y_label (GTK_WIDGET (self->open), _ ("Still open from earlier talks"));
  gtk_box_append (GTK_BOX (self->open_box), new_heading (_ ("Still open from earlier talks")));
  gtk_box_append (GTK_BOX (self->open_box), GTK_WIDGET (self->open));
  gtk_widget_set_visible (self->open_box, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->open_box);
}

static void
show_open (HsTalkPanel *self, GPtrArray *open)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->open))) != NULL)
    gtk_list_box_remove (self->open, row);
  for (guint i = 0; i < open->len; i++)
    gtk_list_box_append (self->open, new_open_row (self, g_ptr_array_index (open, i)));
  gtk_widget_set_visible (self->open_box, open->len > 0);
}

/* ---- themes ---- */

/* One theme: how it is at the school and in care, and what is wanted. */
static void
add_theme (HsTalkPanel *self, guint theme, HsRecord *row)
{
  static const int fields[] = { HS_TALK_THEME_NOW_SCHOOL, HS_TALK_THEME_NOW_CARE,
                                HS_TALK_THEME_WANTED, -1 };
  g_autofree char *title =
      g_strdup_printf ("%u. %s", theme + 1, hs_choice_label (HS_CHOICES_THEME, theme));
  GtkWidget *form = hs_form_new (self->context, HS_KIND_TALK_THEME, NULL);
  g_autoptr (HsRecord) record =
      row != NULL ? hs_record_ref (row) : hs_record_new (HS_KIND_TALK_THEME);

  if (row == NULL)
    {
      hs_record_set_int (record, HS_TALK_THEME_TALK, self->talk);
      hs_record_set_int (record, HS_TALK_THEME_THEME, theme);
    }
  else
    hs_editor_track (self->editor, record);
  hs_form_add_section (HS_FORM (form), title, fields);
  hs_form_bind (HS_FORM (form), self->editor, record);
  hs_form_set_editable (HS_FORM (form), self->editable);
  gtk_box_append (GTK_BOX (self->themes), form);
}

static void
read_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsTalkPanel) self = user_data;
  g_autoptr (HsTalkRead) read = hs_talk_read_finish (HS_CONTEXT (source), result, NULL);

  if (read == NULL || self->box == NULL)
    return;
  show_open (self, read->open);
  /* What is on the screen of the themes may be newer than what was read: it stays. */
  if (gtk_widget_get_first_child (self->themes) != NULL)
    return;
  for (guint theme = 0; theme < HS_N_THEMES; theme++)
    add_theme (self, theme, read->themes[theme]);
}

static void
refresh (HsTalkPanel *self)
{
  hs_talk_read_async (self->context, self->talk, self->cancellable, read_done, g_object_ref (self));
}

/* ---- the widget ---- */

static void
hs_talk_panel_dispose (GObject *object)
{
  HsTalkPanel *self = HS_TALK_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->editor);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_talk_panel_parent_class)->dispose (object);
}

static void
hs_talk_panel_finalize (GObject *object)
{
  g_clear_object (&HS_TALK_PANEL (object)->cancellable);
  G_OBJECT_CLASS (hs_talk_panel_parent_class)->finalize (object);
}

static void
hs_talk_panel_class_init (HsTalkPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_talk_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_talk_panel_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hs_talk_panel_init (HsTalkPanel *self)
{
  self->cancellable = g_cancellable_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_list (HsTalkPanel *self, HsKindId kind, int field)
{
  gtk_box_append (GTK_BOX (self->box),
                  hs_related_list_new (self->context, kind, field, self->talk));
}

GtkWidget *
hs_talk_panel_new (HsContext *context, HsEditor *editor, gint64 talk, gboolean editable)
{
  HsTalkPanel *self = g_object_new (HS_TYPE_TALK_PANEL, NULL);

  self->context = g_object_ref (context);
  self->editor = g_object_ref (editor);
  self->talk = talk;
  self->editable = editable;
  add_buttons (self);
  add_open (self);
  add_list (self, HS_KIND_TALK_PARTY, HS_TALK_PARTY_TALK);
  self->themes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->box), self->themes);
  add_list (self, HS_KIND_ACTION, HS_ACTION_TALK);
  add_list (self, HS_KIND_REGION_CLAUSE, HS_REGION_CLAUSE_TALK);
  add_list (self, HS_KIND_OUTCOME, HS_OUTCOME_TALK);
  hs_a11y_name_parts (self->box);
  refresh (self);
  return GTK_WIDGET (self);
}
