/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a class: cells, moving between them, pasting, and what a preview found. Undo is in
 * hs-class-undo.c. */

#include "hs-class-grid.h"

#include "hs-a11y.h"
#include "hs-class-undo.h"
#include "hs-dialogs.h"

#include <glib/gi18n.h>
#include <string.h>

/* Columns of the grid before the cells, and rows above the students: headings and the draft. */
#define FIRST_CELL 2
#define RESULT (FIRST_CELL + HS_CLASS_N_COLUMNS)
#define DRAFT 1
#define FIRST_STUDENT 2

/* Rows that are made in one go: what stays well below a frame. */
#define ROWS_AT_ONCE 2

struct _HsClassGrid
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  HsClass *class; /* not owned */
  HsClassUndo *undo;
  GtkListStore *choices[HS_CLASS_N_COLUMNS];
  guint filler;
  guint n_made; /* rows of students that are there */
  gboolean loading;
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsClassGrid, hs_class_grid, GTK_TYPE_WIDGET)

/* ---- cells ---- */

static int
row_of (GtkWidget *cell)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "hs-row"));
}

static HsClassColumn
column_of (GtkWidget *cell)
{
  return (HsClassColumn) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "hs-column"));
}

/* The row of the class that row @at of the grid shows; NULL for none. */
static HsClassRow *
row_at (HsClassGrid *self, int at)
{
  guint index = (guint) (at - FIRST_STUDENT);

  if (at == DRAFT)
    return &self->class->draft;
  return at >= FIRST_STUDENT && index < self->class->rows->len ? self->class->rows->pdata[index]
                                                               : NULL;
}

static GtkWidget *
cell_at (HsClassGrid *self, int row, int column)
{
  if (column < 0 || column >= HS_CLASS_N_COLUMNS)
    return NULL;
  return gtk_grid_get_child_at (GTK_GRID (self->grid), FIRST_CELL + column, row);
}

static void
go_to (HsClassGrid *self, int row, int column)
{
  GtkWidget *cell = cell_at (self, row, column);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

static void
set_css (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
cell_changed (GtkEditable *cell, HsClassGrid *self)
{
  HsClassRow *row = row_at (self, row_of (GTK_WIDGET (cell)));
  HsClassColumn column = column_of (GTK_WIDGET (cell));

  if (self->loading || row == NULL)
    return;
  hs_class_undo_note (self->undo, row_of (GTK_WIDGET (cell)), (int) column, row->typed[column]);
  hs_class_type (row, column, gtk_editable_get_text (cell));
  set_css (GTK_WIDGET (cell), "typed", row->typed[column] != NULL);
  g_signal_emit (self, signals[EDITED], 0);
}

/* Writes into a cell without ending the step that may be taken back. */
static void
write_cell (HsClassGrid *self, int row, int column, const char *text)
{
  GtkWidget *cell = cell_at (self, row, column);

  if (cell != NULL && strcmp (gtk_editable_get_text (GTK_EDITABLE (cell)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (cell), text);
}

/* ---- pasting ---- */

/* Cells from a spreadsheet: tabs between columns, line ends between rows. */
static void
paste_table (HsClassGrid *self, int row, int column, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  hs_class_undo_begin (self->undo);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = NULL;

      if (*lines[i] == '\0' && lines[i + 1] == NULL)
        break;
      cells = g_strsplit (lines[i], "\t", -1);
      for (guint j = 0; cells[j] != NULL; j++)
        write_cell (self, row + (int) i, column + (int) j, g_strstrip (cells[j]));
    }
  hs_class_undo_end (self->undo);
}

static void
clipboard_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) cell = user_data;
  HsClassGrid *self = HS_CLASS_GRID (gtk_widget_get_ancestor (cell, HS_TYPE_CLASS_GRID));
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  int position;

  if (text == NULL || self == NULL)
    return;
  if (strpbrk (text, "\t\n") != NULL)
    {
      paste_table (self, row_of (cell), (int) column_of (cell), text);
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (cell));
  position = gtk_editable_get_position (GTK_EDITABLE (cell));
  gtk_editable_insert_text (GTK_EDITABLE (cell), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (cell), position);
}

static void
paste (GtkText *text, GtkWidget *cell)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (cell), NULL, clipboard_read,
                                 g_object_ref (cell));
}

/* ---- keys ---- */

static void
cell_activated (GtkEntry *entry, HsClassGrid *self)
{
  go_to (self, row_of (GTK_WIDGET (entry)) + 1, (int) column_of (GTK_WIDGET (entry)));
}

/* Ctrl+D takes over the cell above, as spreadsheets do. */
static void
take_over_above (HsClassGrid *self, int row, int column)
{
  GtkWidget *above = cell_at (self, row - 1, column);

  if (above == NULL || row <= FIRST_STUDENT)
    return;
  hs_class_undo_begin (self->undo);
  write_cell (self, row, column, gtk_editable_get_text (GTK_EDITABLE (above)));
  hs_class_undo_end (self->undo);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             HsClassGrid *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  int row = row_of (cell), column = (int) column_of (cell);

  if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    {
      go_to (self, row + (key == GDK_KEY_Up ? -1 : 1), column);
      return GDK_EVENT_STOP;
    }
  if ((key == GDK_KEY_d || key == GDK_KEY_D) && (state & GDK_CONTROL_MASK) != 0)
    {
      take_over_above (self, row, column);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
cell_left (GtkEventControllerFocus *controller, HsClassGrid *self)
{
  hs_class_undo_end (self->undo);
}

/* ---- rows ---- */

static void
offer_choices (HsClassGrid *self, GtkWidget *cell, HsClassColumn column)
{
  g_autoptr (GtkEntryCompletion) completion = NULL;

  if (self->choices[column] == NULL)
    return;
  completion = gtk_entry_completion_new ();
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (self->choices[column]));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_popup_single_match (completion, FALSE);
  gtk_entry_completion_set_minimum_key_length (completion, 2);
  gtk_entry_set_completion (GTK_ENTRY (cell), completion);
}

static GtkWidget *
make_cell (HsClassGrid *self, int row, HsClassColumn column, const char *whose)
{
  GtkWidget *cell = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *name = g_strdup_printf (_ ("%s of %s"), hs_class_column_label (column), whose);
  GtkEditable *text;

  g_object_set_data (G_OBJECT (cell), "hs-row", GINT_TO_POINTER (row));
  g_object_set_data (G_OBJECT (cell), "hs-column", GINT_TO_POINTER ((int) column));
  gtk_editable_set_width_chars (GTK_EDITABLE (cell), column >= HS_CLASS_START ? 10 : 14);
  gtk_editable_set_enable_undo (GTK_EDITABLE (cell), FALSE);
  gtk_widget_set_hexpand (cell, column < HS_CLASS_START);
  gtk_widget_add_css_class (cell, "hs-cell");
  hs_a11y_label (cell, row == DRAFT ? hs_class_column_label (column) : name);
  offer_choices (self, cell, column);
  text = gtk_editable_get_delegate (GTK_EDITABLE (cell));
  g_signal_connect (text, "paste-clipboard", G_CALLBACK (paste), cell);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect (focus, "leave", G_CALLBACK (cell_left), self);
  gtk_widget_add_controller (cell, keys);
  gtk_widget_add_controller (cell, focus);
  g_signal_connect (cell, "changed", G_CALLBACK (cell_changed), self);
  g_signal_connect (cell, "activate", G_CALLBACK (cell_activated), self);
  return cell;
}

static void
tick_changed (GtkCheckButton *tick, HsClassGrid *self)
{
  HsClassRow *row = row_at (self, row_of (GTK_WIDGET (tick)));
  gboolean joins = gtk_check_button_get_active (tick);

  if (row == NULL)
    return;
  row->left_out = !joins;
  for (int i = 0; i < HS_CLASS_N_COLUMNS; i++)
    gtk_widget_set_sensitive (cell_at (self, row_of (GTK_WIDGET (tick)), i), joins);
  g_signal_emit (self, signals[EDITED], 0);
}

static GtkWidget *
make_tick (HsClassGrid *self, int at, const HsClassRow *row)
{
  GtkWidget *tick = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf (_ ("Make an agreement for %s"), row->name);

  g_object_set_data (G_OBJECT (tick), "hs-row", GINT_TO_POINTER (at));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), !row->left_out);
  gtk_widget_add_css_class (tick, "hs-cell-side");
  hs_a11y_label (tick, name);
  g_signal_connect (tick, "toggled", G_CALLBACK (tick_changed), self);
  return tick;
}

static GtkWidget *
make_label (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css);
  gtk_widget_add_css_class (label, "hs-cell-side");
  return label;
}

static GtkWidget *
make_result (void)
{
  GtkWidget *label = make_label (NULL, "hs-cell-result");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_row (HsClassGrid *self, int at, const HsClassRow *row)
{
  GtkGrid *grid = GTK_GRID (self->grid);
  const char *name = at == DRAFT ? _ ("For everybody") : row->name;
  GtkWidget *label = make_label (name, "hs-row-title");

  if (at == DRAFT)
    gtk_grid_attach (grid, make_label (NULL, "hs-hint"), 0, at, 1, 1);
  else
    gtk_grid_attach (grid, make_tick (self, at, row), 0, at, 1, 1);
  gtk_widget_set_tooltip_text (label,
                               row->about != NULL && *row->about != '\0' ? row->about : NULL);
  gtk_grid_attach (grid, label, 1, at, 1, 1);
  for (int i = 0; i < HS_CLASS_N_COLUMNS; i++)
    {
      GtkWidget *cell = make_cell (self, at, (HsClassColumn) i, name);

      set_css (cell, "draft", at == DRAFT);
      if (row->typed[i] != NULL)
        gtk_editable_set_text (GTK_EDITABLE (cell), row->typed[i]);
      set_css (cell, "typed", row->typed[i] != NULL);
      gtk_widget_set_sensitive (cell, !row->left_out);
      gtk_grid_attach (grid, cell, FIRST_CELL + i, at, 1, 1);
    }
  gtk_grid_attach (grid, make_result (), RESULT, at, 1, 1);
}

static void
add_headings (HsClassGrid *self)
{
  GtkGrid *grid = GTK_GRID (self->grid);

  gtk_grid_attach (grid, make_label (NULL, "hs-heading"), 0, 0, 1, 1);
  gtk_grid_attach (grid, make_label (hs_kind_label (hs_kind (HS_KIND_STUDENT)), "hs-heading"), 1, 0,
                   1, 1);
  for (int i = 0; i < HS_CLASS_N_COLUMNS; i++)
    gtk_grid_attach (grid, make_label (hs_class_column_label ((HsClassColumn) i), "hs-heading"),
                     FIRST_CELL + i, 0, 1, 1);
  gtk_grid_attach (grid, make_label (_ ("What will be made"), "hs-heading"), RESULT, 0, 1, 1);
}

static gboolean
add_some_rows (gpointer user_data)
{
  HsClassGrid *self = user_data;

  self->loading = TRUE;
  for (guint i = 0; i < ROWS_AT_ONCE && self->n_made < self->class->rows->len; i++)
    {
      add_row (self, FIRST_STUDENT + (int) self->n_made, self->class->rows->pdata[self->n_made]);
      self->n_made++;
    }
  self->loading = FALSE;
  if (self->n_made < self->class->rows->len)
    return G_SOURCE_CONTINUE;
  self->filler = 0;
  return G_SOURCE_REMOVE;
}

/* ---- what was found ---- */

static void
show_result (GtkWidget *label, const HsClassRow *row)
{
  g_autofree char *remark = row->remark != NULL ? hs_sentence (row->remark) : NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < HS_CLASS_N_COLUMNS && text == NULL; i++)
    if (row->problem[i] != NULL)
      text = hs_sentence (row->problem[i]);
  set_css (label, "bad", text != NULL);
  if (row->left_out && text == NULL)
    text = g_strdup (_ ("No agreement"));
  else if (row->number != NULL && text == NULL)
    text = g_strdup_printf ("%s · %s%s%s", row->number,
                            hs_choice_label (HS_CHOICES_AGREEMENT_STATE, (guint) row->state),
                            remark != NULL ? "\n" : "", remark != NULL ? remark : "");
  set_css (label, "warn", row->remark != NULL);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
}

static void
show_cell (GtkWidget *cell, const HsClassRow *row, int column)
{
  const char *problem = row->problem[column];

  set_css (cell, "error", problem != NULL);
  gtk_widget_set_tooltip_text (cell, problem);
  hs_a11y_describe (cell, problem != NULL              ? problem
                          : row->shown[column] != NULL ? row->shown[column]
                                                       : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (cell), row->shown[column]);
}

static void
show_row (HsClassGrid *self, int at, const HsClassRow *row)
{
  GtkWidget *result = gtk_grid_get_child_at (GTK_GRID (self->grid), RESULT, at);

  if (result == NULL)
    return;
  for (int i = 0; i < HS_CLASS_N_COLUMNS; i++)
    show_cell (cell_at (self, at, i), row, i);
  show_result (result, row);
}

void
hs_class_grid_show_found (HsClassGrid *self, const HsClass *found)
{
  /* What is not on the screen yet is not waited for: rows come faster than previews. */
  while (self->filler != 0)
    if (!add_some_rows (self))
      break;
  show_row (self, DRAFT, &found->draft);
  for (guint i = 0; i < found->rows->len && i < self->n_made; i++)
    show_row (self, FIRST_STUDENT + (int) i, found->rows->pdata[i]);
}

void
hs_class_grid_start (HsClassGrid *self)
{
  go_to (self, DRAFT, HS_CLASS_VACANCY);
}

/* ---- undo ---- */

static void
put_back (int row, int column, const char *text, gpointer user_data)
{
  HsClassGrid *self = user_data;

  write_cell (self, row, column, text != NULL ? text : "");
  go_to (self, row, column);
}

static const char *
typed_at (int row, int column, gpointer user_data)
{
  HsClassRow *found = row_at (user_data, row);

  return found != NULL ? found->typed[column] : NULL;
}

/* The text in a cell would take these keys, though it has no undo of its own here. */
static gboolean
undo_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
              HsClassGrid *self)
{
  if ((state & GDK_CONTROL_MASK) == 0 || (key != GDK_KEY_z && key != GDK_KEY_Z))
    return GDK_EVENT_PROPAGATE;
  hs_class_undo_step (self->undo, (state & GDK_SHIFT_MASK) != 0, typed_at, put_back, self);
  return GDK_EVENT_STOP;
}

/* ---- the widget ---- */

static void
clear (HsClassGrid *self)
{
  GtkWidget *child;

  if (self->filler != 0)
    g_source_remove (self->filler);
  self->filler = 0;
  self->n_made = 0;
  hs_class_undo_clear (self->undo);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

void
hs_class_grid_set_choices (HsClassGrid *self, HsClassColumn column, const GPtrArray *choices)
{
  g_clear_object (&self->choices[column]);
  if (choices == NULL)
    return;
  self->choices[column] = gtk_list_store_new (1, G_TYPE_STRING);
  for (guint i = 0; i < choices->len; i++)
    gtk_list_store_insert_with_values (self->choices[column], NULL, -1, 0, choices->pdata[i], -1);
}

void
hs_class_grid_set_class (HsClassGrid *self, HsClass *class)
{
  clear (self);
  self->class = class;
  self->loading = TRUE;
  add_headings (self);
  add_row (self, DRAFT, &class->draft);
  self->loading = FALSE;
  self->filler = g_idle_add (add_some_rows, self);
}

static void
hs_class_grid_dispose (GObject *object)
{
  HsClassGrid *self = HS_CLASS_GRID (object);

  if (self->grid != NULL)
    clear (self);
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    g_clear_object (&self->choices[i]);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->undo, hs_class_undo_free);
  G_OBJECT_CLASS (hs_class_grid_parent_class)->dispose (object);
}

static void
hs_class_grid_class_init (HsClassGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_class_grid_dispose;
  signals[EDITED] = g_signal_new ("edited", HS_TYPE_CLASS_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "classgrid");
}

static void
hs_class_grid_init (HsClassGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (undo_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->undo = hs_class_undo_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 1);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 1);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
hs_class_grid_new (void)
{
  return g_object_new (HS_TYPE_CLASS_GRID, NULL);
}
