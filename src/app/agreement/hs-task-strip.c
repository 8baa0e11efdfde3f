/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the grid of responsibilities. */

#include "hs-task-strip.h"

#include "hs-a11y.h"
#include "hs-task-cell.h"
#include "hs-turned-label.h"

#include <glib/gi18n.h>

struct _HsTaskStrip
{
  GtkWidget parent_instance;

  HsDossierEditor *editor;
  HsRecord *row; /* NULL: the heads */
  gint64 parties; /* the columns that were made: sum of 1 << HsParty */
  GtkWidget *box;
  GtkWidget *by;
};

G_DEFINE_FINAL_TYPE (HsTaskStrip, hs_task_strip, GTK_TYPE_WIDGET)

#define PARTY(name) (G_GINT64_CONSTANT (1) << HS_PARTY_##name)

/* Who usually takes part, and whoever has a task here. */
static gint64
parties_of (HsDossierEditor *editor)
{
  g_autoptr (GPtrArray) rows = hs_dossier_editor_rows (editor, HS_KIND_TASK, -1, 0);
  gint64 parties = PARTY (STUDENT) | PARTY (SUPERVISOR) | PARTY (TRAINER) | PARTY (TEACHER)
                   | PARTY (COORDINATOR) | PARTY (DIGICOACH);

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      parties |= hs_record_int (row, HS_TASK_ASKED) | hs_record_int (row, HS_TASK_TOLD);
      if (hs_record_has (row, HS_TASK_DOES))
        parties |= G_GINT64_CONSTANT (1) << hs_record_int (row, HS_TASK_DOES);
    }
  return parties;
}

static HsTaskShare
share_of (const HsRecord *row, guint party)
{
  if (hs_record_has (row, HS_TASK_DOES) && hs_record_int (row, HS_TASK_DOES) == (gint64) party)
    return HS_TASK_SHARE_DOES;
  if (hs_record_int (row, HS_TASK_ASKED) >> party & 1)
    return HS_TASK_SHARE_ASKED;
  return hs_record_int (row, HS_TASK_TOLD) >> party & 1 ? HS_TASK_SHARE_TOLD : HS_TASK_SHARE_NONE;
}

/* A party has one share in a task, and one party does it: choosing is one step of undo. */
static void
set_bit (HsTaskStrip *self, guint field, guint party, gboolean on)
{
  gint64 bits = hs_record_int (self->row, field);
  gint64 bit = G_GINT64_CONSTANT (1) << party;
  gint64 wanted = on ? bits | bit : bits & ~bit;

  if (wanted == bits)
    return;
  if (wanted == 0)
    hs_dossier_editor_unset (self->editor, self->row, field);
  else
    hs_dossier_editor_set_int (self->editor, self->row, field, wanted);
}

static void
set_share (HsTaskStrip *self, guint party, HsTaskShare share)
{
  HsEditor *editor = hs_dossier_editor_editor (self->editor);

  hs_editor_begin_step (editor);
  if (share == HS_TASK_SHARE_DOES)
    hs_dossier_editor_set_int (self->editor, self->row, HS_TASK_DOES, party);
  else if (share_of (self->row, party) == HS_TASK_SHARE_DOES)
    hs_dossier_editor_unset (self->editor, self->row, HS_TASK_DOES);
  set_bit (self, HS_TASK_ASKED, party, share == HS_TASK_SHARE_ASKED);
  set_bit (self, HS_TASK_TOLD, party, share == HS_TASK_SHARE_TOLD);
  hs_editor_end_step (editor);
}

/* ---- keys ---- */

static guint
party_of (GtkWidget *cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "party"));
}

static void
clicked (GtkButton *cell, HsTaskStrip *self)
{
  HsTaskShare share = hs_task_cell_get (HS_TASK_CELL (cell));

  if (hs_dossier_editor_may_edit (self->editor))
    set_share (self, party_of (GTK_WIDGET (cell)), (share + 1) % HS_TASK_N_SHARES);
}

static gboolean
focus_party (HsTaskStrip *self, guint party)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (self->box); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    if (HS_IS_TASK_CELL (cell) && party_of (cell) == party)
      return gtk_widget_grab_focus (cell);
  return FALSE;
}

/* The strip of the task above or below, found by where it stands. */
static HsTaskStrip *
neighbour (HsTaskStrip *self, gboolean down)
{
  GtkWidget *card = GTK_WIDGET (self);

  while (card != NULL && g_strcmp0 (gtk_widget_get_css_name (card), "rowcard") != 0)
    card = gtk_widget_get_parent (card);
  if (card == NULL)
    return NULL;
  card = down ? gtk_widget_get_next_sibling (card) : gtk_widget_get_prev_sibling (card);
  return card == NULL ? NULL : g_object_get_data (G_OBJECT (card), "strip");
}

static gboolean
move (HsTaskStrip *self, GtkWidget *cell, guint key)
{
  gboolean right_to_left = gtk_widget_get_direction (cell) == GTK_TEXT_DIR_RTL;
  GtkWidget *to = NULL;
  HsTaskStrip *strip;

  if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    {
      strip = neighbour (self, key == GDK_KEY_Down);
      return strip != NULL && focus_party (strip, party_of (cell));
    }
  if (key == GDK_KEY_Home)
    to = gtk_widget_get_first_child (self->box);
  else if ((key == GDK_KEY_Right) != right_to_left)
    to = gtk_widget_get_next_sibling (cell);
  else
    to = gtk_widget_get_prev_sibling (cell);
  return to == NULL || !HS_IS_TASK_CELL (to) || gtk_widget_grab_focus (to);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             HsTaskStrip *self)
{
  GtkWidget *cell = gtk_widget_get_focus_child (self->box);
  int share = hs_task_share_of_key (key);

  if (cell == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Left || key == GDK_KEY_Right || key == GDK_KEY_Up || key == GDK_KEY_Down
      || key == GDK_KEY_Home)
    return move (self, cell, key);
  if (share < 0 || !hs_dossier_editor_may_edit (self->editor))
    return FALSE;
  set_share (self, party_of (cell), (HsTaskShare) share);
  return TRUE;
}

/* Tab takes the boxes of a task as one stop. */
static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  HsTaskStrip *self = HS_TASK_STRIP (widget);

  if (self->row == NULL)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (gtk_widget_get_first_child (self->box));
}

/* ---- what is shown ---- */

static GtkWidget *
new_by (HsTaskStrip *self)
{
  GtkWidget *label = gtk_label_new (self->row == NULL ? C_ ("task", "By") : NULL);

  gtk_widget_add_css_class (label, self->row == NULL ? "hs-task-head" : "hs-row-subtitle");
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_set_valign (label, self->row == NULL ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  return label;
}

static void
make_columns (HsTaskStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i <= HS_PARTY_GUARDIAN; i++)
    {
      if ((self->parties >> i & 1) == 0)
        continue;
      if (self->row == NULL)
        child = hs_turned_label_new (hs_choice_label (HS_CHOICES_PARTY, i));
      else
        {
          child = hs_task_cell_new ();
          g_object_set_data (G_OBJECT (child), "party", GUINT_TO_POINTER (i));
          g_signal_connect (child, "clicked", G_CALLBACK (clicked), self);
        }
      gtk_widget_add_css_class (child, self->row == NULL ? "hs-task-head" : "hs-task-cell");
      gtk_box_append (GTK_BOX (self->box), child);
    }
  self->by = new_by (self);
  gtk_box_append (GTK_BOX (self->box), self->by);
}

static void
show_cell (HsTaskStrip *self, GtkWidget *cell)
{
  guint party = party_of (cell);
  HsTaskShare share = share_of (self->row, party);
  const char *name = hs_choice_label (HS_CHOICES_PARTY, party);
  const char *task = hs_record_text (self->row, HS_TASK_TEXT);
  g_autofree char *tip = g_strdup_printf ("%s: %s", name, hs_task_share_name (share));
  g_autofree char *said = g_strdup_printf ("%s. %s", tip, task != NULL ? task : "");

  hs_task_cell_set (HS_TASK_CELL (cell), share);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (cell, tip);
  hs_a11y_label (cell, said);
}

void
hs_task_strip_refresh (GtkWidget *widget)
{
  HsTaskStrip *self = HS_TASK_STRIP (widget);
  gint64 parties = parties_of (self->editor);
  GtkWidget *in_focus = gtk_widget_get_focus_child (self->box);
  int party = in_focus != NULL && HS_IS_TASK_CELL (in_focus) ? (int) party_of (in_focus) : -1;
  g_autofree char *by = NULL;

  if (self->parties != parties)
    {
      self->parties = parties;
      make_columns (self);
      if (party >= 0)
        focus_party (self, (guint) party);
    }
  if (self->row == NULL)
    return;
  for (GtkWidget *cell = gtk_widget_get_first_child (self->box); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    if (HS_IS_TASK_CELL (cell))
      show_cell (self, cell);
  by = hs_record_has (self->row, HS_TASK_BY) ? hs_record_format (self->row, HS_TASK_BY) : NULL;
  gtk_label_set_label (GTK_LABEL (self->by), by != NULL ? by : "–");
}

static void
dispose (GObject *object)
{
  HsTaskStrip *self = HS_TASK_STRIP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->row, hs_record_unref);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (hs_task_strip_parent_class)->dispose (object);
}

static void
hs_task_strip_class_init (HsTaskStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WIDGET_CLASS (klass)->focus = focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hs_task_strip_init (HsTaskStrip *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
hs_task_strip_new (HsDossierEditor *editor, HsRecord *row)
{
  HsTaskStrip *self = g_object_new (HS_TYPE_TASK_STRIP, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->editor = g_object_ref (editor);
  self->row = row == NULL ? NULL : hs_record_ref (row);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  hs_task_strip_refresh (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

GtkWidget *
hs_task_legend_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *keys = gtk_label_new (
      _ ("Arrow keys go from box to box. Press the letter, or the space bar for the next one. "
         "Delete empties the box."));

  for (guint i = HS_TASK_SHARE_DOES; i < HS_TASK_N_SHARES; i++)
    {
      static const char *const classes[] = { "none", "does", "asked", "told" };
      GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *letter = gtk_label_new (hs_task_share_letter ((HsTaskShare) i));
      gtk_widget_add_css_class (letter, "hs-task-letter");
      gtk_widget_add_css_class (letter, classes[i]);
      gtk_box_append (GTK_BOX (pair), letter);
      gtk_box_append (GTK_BOX (pair), gtk_label_new (hs_task_share_name ((HsTaskShare) i)));
      gtk_box_append (GTK_BOX (line), pair);
    }
  gtk_label_set_wrap (GTK_LABEL (keys), TRUE);
  gtk_label_set_xalign (GTK_LABEL (keys), 0);
  gtk_widget_add_css_class (keys, "hs-hint");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), keys);
  return box;
}
