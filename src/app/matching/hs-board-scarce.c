/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is scarce. It asks the plan only while it is looked at. */

#include "hs-board-scarce.h"

#include "hs-a11y.h"
#include "hs-board-ask.h"
#include "hs-board-chart.h"

#include <glib/gi18n.h>

#define MOST_BARS 8

struct _HsBoardScarceView
{
  AdwBin parent_instance;

  HsBoard *board;
  GCancellable *cancellable;
  gboolean stale;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (HsBoardScarceView, hs_board_scarce_view, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
clear (HsBoardScarceView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

/* ---- one more ---- */

static void
gain_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkButton) button = user_data;
  g_autofree gint64 *gain = hs_board_ask_finish (HS_BOARD (source), result, NULL);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (gain == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (button), TRUE);
      return;
    }
  number = g_strdup_printf ("%" G_GINT64_FORMAT, *gain);
  text = g_strdup_printf (_ ("One more brings %s points."), number);
  gtk_button_set_label (button, text);
  hs_a11y_label (GTK_WIDGET (button), text);
}

static void
gain_clicked (GtkButton *button, HsBoardScarceView *self)
{
  guint32 *resource = g_object_get_data (G_OBJECT (button), "resource");

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  hs_board_ask (self->board, hs_board_ask_gain, g_memdup2 (resource, sizeof *resource), g_free,
                g_free, self->cancellable, gain_came, g_object_ref (button));
}

static GtkWidget *
new_row (HsBoardScarceView *self, const HsMatchBottleneck *bottleneck)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("What does one more bring?"));
  g_autofree char *price = g_strdup_printf ("%.0f", bottleneck->price);
  g_autofree char *subtitle = g_strdup_printf (_ ("about %s points"), price);
  g_autofree char *said =
      g_strdup_printf ("%s %s", _ ("What does one more bring?"), bottleneck->sentence);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bottleneck->sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "resource",
                          g_memdup2 (&bottleneck->resource, sizeof (guint32)), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (gain_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  hs_a11y_label (button, said);
  hs_a11y_label (row, bottleneck->sentence);
  return row;
}

/* ---- the drawings ---- */

/* The drawing, and its numbers as a table to unfold. */
static HsBoardChart *
add_chart (HsBoardScarceView *self, const char *title, GtkGrid **table)
{
  GtkWidget *chart = hs_board_chart_new (title);
  GtkWidget *expander = gtk_expander_new (_ ("As a table"));

  add_label (self->box, title, "hs-section-title");
  gtk_box_append (self->box, chart);
  *table = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (*table, 18);
  gtk_expander_set_child (GTK_EXPANDER (expander), GTK_WIDGET (*table));
  hs_a11y_label (expander, _ ("As a table"));
  gtk_box_append (self->box, expander);
  return HS_BOARD_CHART (chart);
}

static void
add_number (HsBoardChart *chart, GtkGrid *table, int row, const char *name, double number)
{
  g_autofree char *value = g_strdup_printf ("%.0f", number);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *cell = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (cell), 1);
  gtk_grid_attach (table, label, 0, row, 1, 1);
  gtk_grid_attach (table, cell, 1, row, 1, 1);
  hs_board_chart_add (chart, name, number, value);
}

static char *
name_step (int step)
{
  if (step == HS_BOARD_STEPS)
    return g_strdup (_ ("Not known"));
  if (step == HS_BOARD_STEPS - 1)
    return g_strdup_printf (_ ("%d km and more"), step * HS_BOARD_STEP_KM);
  return g_strdup_printf (_ ("%d to %d km"), step * HS_BOARD_STEP_KM,
                          (step + 1) * HS_BOARD_STEP_KM);
}

static void
show_charts (HsBoardScarceView *self, const HsBoardScarce *scarce)
{
  static const char *const wishes[HS_BOARD_WISHES] = {
    N_ ("First wish"), N_ ("Second wish"), N_ ("Third wish"), N_ ("Later wish"), N_ ("No wish"),
  };
  GtkGrid *table;
  HsBoardChart *chart = add_chart (self, _ ("Distance from home to place"), &table);

  for (int i = 0; i <= HS_BOARD_STEPS; i++)
    {
      g_autofree char *name = name_step (i);
      if (i < HS_BOARD_STEPS || scarce->distances[i] > 0)
        add_number (chart, table, i, name, scarce->distances[i]);
    }
  chart = add_chart (self, _ ("Wishes that came true"), &table);
  for (int i = 0; i < HS_BOARD_WISHES; i++)
    add_number (chart, table, i, _ (wishes[i]), scarce->wishes[i]);
  if (scarce->bottlenecks->len == 0)
    return;
  chart = add_chart (self, _ ("Most scarce"), &table);
  for (guint i = 0; i < scarce->bottlenecks->len && i < MOST_BARS; i++)
    {
      const HsMatchBottleneck *bottleneck = g_ptr_array_index (scarce->bottlenecks, i);
      add_number (chart, table, (int) i, bottleneck->sentence, bottleneck->price);
    }
}

static void
show (HsBoardScarceView *self, const HsBoardScarce *scarce)
{
  GtkWidget *list = gtk_list_box_new ();

  clear (self);
  add_label (self->box, _ ("Shopping list: what one more would bring"), "hs-section-title");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; i < scarce->bottlenecks->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         new_row (self, g_ptr_array_index (scarce->bottlenecks, i)));
  if (scarce->bottlenecks->len > 0)
    gtk_box_append (self->box, list);
  else
    {
      g_object_ref_sink (list);
      g_object_unref (list);
      add_label (self->box, _ ("Nothing is scarce in this proposal."), NULL);
    }
  show_charts (self, scarce);
  add_label (self->box, _ ("Would rather swap"), "hs-section-title");
  for (guint i = 0; i < scarce->swaps->len && i < 50; i++)
    add_label (self->box, g_ptr_array_index (scarce->swaps, i), NULL);
  if (scarce->swaps->len == 0)
    add_label (self->box, _ ("Nobody would rather swap."), NULL);
}

static void
scarce_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsBoardScarceView) self = user_data;
  g_autoptr (GError) error = NULL;
  HsBoardScarce *scarce = hs_board_ask_finish (HS_BOARD (source), result, &error);

  if (self->board != NULL && scarce != NULL)
    show (self, scarce);
  else if (self->board != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      clear (self);
      add_label (self->box, error != NULL ? error->message : "", NULL);
    }
  hs_board_scarce_free (scarce);
}

static void
ask (HsBoardScarceView *self)
{
  if (!self->stale || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  clear (self);
  add_label (self->box, _ ("Looking for what is scarce…"), NULL);
  hs_board_ask (self->board, hs_board_ask_scarce, NULL, NULL, hs_board_scarce_free,
                self->cancellable, scarce_came, g_object_ref (self));
}

static void
plan_changed (HsBoardScarceView *self)
{
  self->stale = TRUE;
  ask (self);
}

static void
hs_board_scarce_view_dispose (GObject *object)
{
  HsBoardScarceView *self = HS_BOARD_SCARCE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (hs_board_scarce_view_parent_class)->dispose (object);
}

static void
hs_board_scarce_view_finalize (GObject *object)
{
  g_object_unref (HS_BOARD_SCARCE_VIEW (object)->cancellable);
  G_OBJECT_CLASS (hs_board_scarce_view_parent_class)->finalize (object);
}

static void
hs_board_scarce_view_class_init (HsBoardScarceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_board_scarce_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_board_scarce_view_finalize;
}

static void
hs_board_scarce_view_init (HsBoardScarceView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->cancellable = g_cancellable_new ();
  self->stale = TRUE;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "hs-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect (self, "map", G_CALLBACK (ask), NULL);
}

GtkWidget *
hs_board_scarce_view_new (HsBoard *board)
{
  HsBoardScarceView *self = g_object_new (HS_TYPE_BOARD_SCARCE_VIEW, NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "plan-changed", G_CALLBACK (plan_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
