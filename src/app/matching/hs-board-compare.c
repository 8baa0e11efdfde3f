/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two proposals side by side. It reads only while it is looked at. */

#include "hs-board-compare.h"

#include "hs-a11y.h"
#include "hs-board-compare-data.h"
#include "hs-board-widgets.h"

#include <glib/gi18n.h>

struct _HsBoardCompare
{
  AdwBin parent_instance;

  HsBoard *board;
  GPtrArray *titles; /* (nullable) HsBoardTitle */
  GCancellable *cancellable;
  gboolean stale;
  gboolean filling;

  GtkBox *box;
  GtkWidget *choices[2];
  GtkWidget *buttons[2];
  GtkBox *result;
};

G_DEFINE_FINAL_TYPE (HsBoardCompare, hs_board_compare, ADW_TYPE_BIN)

static gint64
chosen (HsBoardCompare *self, guint side)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choices[side]));

  return position < self->titles->len ? ((HsBoardTitle *) self->titles->pdata[position])->id : 0;
}

/* ---- what differs ---- */

static char *
say_number (HsBoardMeasure measure, gint64 number)
{
  if (number < 0)
    return g_strdup ("–");
  return measure == HS_BOARD_DISTANCE ? hs_board_tenths (number) : hs_board_number (number);
}

static void
add_cell (GtkGrid *grid, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, column == 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

/* The better of two numbers is bold and says so. */
static void
add_measure (GtkGrid *grid, HsBoardMeasure measure, const HsBoardComparison *comparison)
{
  int row = (int) measure + 1;
  int sense = hs_board_measure_sense (measure);
  gint64 more = comparison->numbers[1][measure] - comparison->numbers[0][measure];

  add_cell (grid, 0, row, hs_board_measure_label (measure), NULL);
  for (int side = 0; side < 2; side++)
    {
      gint64 gain = (side == 0 ? -more : more) * sense;
      g_autofree char *number = say_number (measure, comparison->numbers[side][measure]);
      g_autofree char *better = g_strdup_printf ("%s ✓", number);

      add_cell (grid, side + 1, row, gain > 0 ? better : number,
                gain > 0 ? "hs-better" : "hs-number-cell");
    }
}

static void
show_differences (HsBoardCompare *self, const HsBoardComparison *comparison)
{
  g_autofree char *title =
      g_strdup_printf (ngettext ("%u student has another place", "%u students have another place",
                                 comparison->n_different),
                       comparison->n_different);
  GtkListBox *list;

  hs_board_label (self->result,
                  comparison->n_different > 0 ? title : _ ("Everybody has the same place"),
                  "hs-section-title");
  if (comparison->n_different == 0)
    return;
  list = hs_board_rows (self->result, title);
  for (guint i = 0; i < comparison->differences->len; i++)
    {
      const HsBoardDifference *difference = comparison->differences->pdata[i];
      g_autofree char *text =
          g_strdup_printf (_ ("from %s to %s"), difference->from, difference->to);

      hs_board_row_of (list, difference->student, text);
    }
  if (comparison->n_different > comparison->differences->len)
    {
      g_autofree char *more = g_strdup_printf (
          _ ("And %u more."), comparison->n_different - comparison->differences->len);
      hs_board_label (self->result, more, "hs-hint");
    }
}

static void
show (HsBoardCompare *self, const HsBoardComparison *comparison)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  hs_board_clear (self->result);
  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "hs-card");
  gtk_widget_add_css_class (GTK_WIDGET (grid), "hs-form");
  add_cell (grid, 1, 0, _ ("First"), "hs-field-label");
  add_cell (grid, 2, 0, _ ("Second"), "hs-field-label");
  for (guint i = 0; i < HS_N_BOARD_MEASURES; i++)
    add_measure (grid, (HsBoardMeasure) i, comparison);
  gtk_box_append (self->result, GTK_WIDGET (grid));
  hs_board_label (self->result, _ ("✓ is the better of the two."), "hs-hint");
  show_differences (self, comparison);
}

typedef struct
{
  HsBoardCompare *self;
  HsBoardComparison *comparison;
} Comparing;

static void
compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Comparing *comparing = user_data;
  HsBoardCompare *self = comparing->self;
  g_autoptr (GError) error = NULL;

  if (hs_context_run_finish (HS_CONTEXT (source), result, &error) != NULL && self->board != NULL)
    show (self, comparing->comparison);
  hs_board_comparison_free (comparing->comparison);
  g_object_unref (self);
  g_free (comparing);
}

static void
compare (HsBoardCompare *self)
{
  Comparing *comparing;

  if (self->filling || self->titles == NULL || self->titles->len < 2)
    return;
  for (guint side = 0; side < 2; side++)
    {
      const HsBoardProposal *proposal = hs_board_proposal (self->board);
      gboolean here = proposal != NULL && proposal->id == chosen (self, side);
      const char *text = here ? _ ("Is on the board") : _ ("Put on the board");
      g_autofree char *said =
          g_strdup_printf ("%s: %s", text, side == 0 ? _ ("First") : _ ("Second"));

      gtk_button_set_label (GTK_BUTTON (self->buttons[side]), text);
      gtk_widget_set_sensitive (self->buttons[side], !here);
      hs_a11y_label (self->buttons[side], said);
    }
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  comparing = g_new0 (Comparing, 1);
  comparing->self = g_object_ref (self);
  comparing->comparison = g_new0 (HsBoardComparison, 1);
  comparing->comparison->ids[0] = chosen (self, 0);
  comparing->comparison->ids[1] = chosen (self, 1);
  comparing->comparison->anonymous = hs_board_is_anonymous (self->board);
  hs_context_run (hs_board_context (self->board), hs_board_compare_read, comparing->comparison,
                  NULL, NULL, self->cancellable, compared, comparing);
}

static void
put_clicked (GtkButton *button, HsBoardCompare *self)
{
  guint side = GTK_WIDGET (button) == self->buttons[1];

  hs_board_show (self->board, chosen (self, side));
}

/* ---- which there are ---- */

static void
add_choice (HsBoardCompare *self, GtkGrid *grid, guint side, guint selected)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  const char *name = side == 0 ? _ ("First") : _ ("Second");
  GtkWidget *label = gtk_label_new (name);

  for (guint i = 0; i < self->titles->len; i++)
    gtk_string_list_append (strings, ((HsBoardTitle *) self->titles->pdata[i])->title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "hs-field-label");
  self->choices[side] = hs_a11y_drop_down (
      G_LIST_MODEL (strings), side == 0 ? _ ("First proposal") : _ ("Second proposal"));
  gtk_widget_set_hexpand (self->choices[side], TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices[side]), selected);
  g_signal_connect_swapped (self->choices[side], "notify::selected", G_CALLBACK (compare), self);
  self->buttons[side] = gtk_button_new_with_label (_ ("Put on the board"));
  g_signal_connect (self->buttons[side], "clicked", G_CALLBACK (put_clicked), self);
  gtk_grid_attach (grid, label, 0, (int) side * 2, 2, 1);
  gtk_grid_attach (grid, self->choices[side], 0, (int) side * 2 + 1, 1, 1);
  gtk_grid_attach (grid, self->buttons[side], 1, (int) side * 2 + 1, 1, 1);
}

static guint
find_title (HsBoardCompare *self, gint64 id, guint otherwise)
{
  for (guint i = 0; i < self->titles->len; i++)
    if (((HsBoardTitle *) self->titles->pdata[i])->id == id)
      return i;
  return otherwise;
}

/* Takes over @titles. What was chosen stays, else it is the proposal on the board and the newest
 * other one. */
static void
fill (HsBoardCompare *self, GPtrArray *titles)
{
  const HsBoardProposal *proposal = hs_board_proposal (self->board);
  gint64 before[2] = { 0, 0 };
  guint first, second;
  GtkGrid *grid;

  for (guint side = 0; side < 2 && self->titles != NULL && self->choices[side] != NULL; side++)
    before[side] = chosen (self, side);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  self->titles = titles;
  hs_board_clear (self->box);
  self->choices[0] = self->choices[1] = NULL;
  self->result = NULL;
  if (titles->len < 2)
    {
      hs_board_label (self->box, _ ("Two proposals are needed to compare"), "hs-section-title");
      hs_board_label (self->box,
                      _ ("Make a proposal, change something (fix a place, refuse one, choose what "
                         "counts), and make another one. Both stay."),
                      NULL);
      return;
    }
  self->filling = TRUE;
  first = find_title (self, proposal != NULL ? proposal->id : 0, 0);
  second = find_title (self, before[1], first == 0 ? 1 : 0);
  if (second == first)
    second = first == 0 ? 1 : 0;
  grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (grid, 8);
  gtk_grid_set_row_spacing (grid, 4);
  gtk_box_append (self->box, GTK_WIDGET (grid));
  add_choice (self, grid, 0, first);
  add_choice (self, grid, 1, second);
  self->result = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_box_append (self->box, GTK_WIDGET (self->result));
  self->filling = FALSE;
  compare (self);
}

static gpointer
titles_job (HsStore *store, gpointer data, GError **error)
{
  return hs_board_titles_read (store, error);
}

static void
titles_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsBoardCompare) self = user_data;
  GPtrArray *titles = hs_context_run_finish (HS_CONTEXT (source), result, NULL);

  if (titles != NULL && self->board != NULL)
    fill (self, titles);
  else
    g_clear_pointer (&titles, g_ptr_array_unref);
}

static void
look (HsBoardCompare *self)
{
  if (!self->stale || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  hs_context_run (hs_board_context (self->board), titles_job, NULL, NULL,
                  (GDestroyNotify) g_ptr_array_unref, NULL, titles_came, g_object_ref (self));
}

static void
rows_changed (HsBoardCompare *self)
{
  self->stale = TRUE;
  look (self);
}

static void
hs_board_compare_dispose (GObject *object)
{
  HsBoardCompare *self = HS_BOARD_COMPARE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->board);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  G_OBJECT_CLASS (hs_board_compare_parent_class)->dispose (object);
}

static void
hs_board_compare_finalize (GObject *object)
{
  g_object_unref (HS_BOARD_COMPARE (object)->cancellable);
  G_OBJECT_CLASS (hs_board_compare_parent_class)->finalize (object);
}

static void
hs_board_compare_class_init (HsBoardCompareClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_board_compare_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_board_compare_finalize;
}

static void
hs_board_compare_init (HsBoardCompare *self)
{
  self->cancellable = g_cancellable_new ();
  self->stale = TRUE;
  self->box = hs_board_page_box (ADW_BIN (self));
  g_signal_connect (self, "map", G_CALLBACK (look), NULL);
}

GtkWidget *
hs_board_compare_new (HsBoard *board)
{
  HsBoardCompare *self = g_object_new (HS_TYPE_BOARD_COMPARE, NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "rows-changed", G_CALLBACK (rows_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
