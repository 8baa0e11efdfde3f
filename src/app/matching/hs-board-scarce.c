/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is scarce. It asks the plan only while it is looked at. What one more of each would bring is
 * asked one by one after that, so that other questions need not wait long. */

#include "hs-board-scarce.h"

#include "hs-a11y.h"
#include "hs-board-ask.h"
#include "hs-board-chart.h"
#include "hs-board-widgets.h"

#include <glib/gi18n.h>

#define MOST_BARS 10
#define MOST_SWAPS 50

struct _HsBoardScarceView
{
  AdwBin parent_instance;

  HsBoard *board;
  GCancellable *cancellable;
  gboolean stale;
  GQueue asking; /* Asked: rows whose gain is to be asked */

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (HsBoardScarceView, hs_board_scarce_view, ADW_TYPE_BIN)

/* ---- what one more brings ---- */

typedef struct
{
  HsBoardScarceView *view;
  AdwActionRow *row;
  guint32 resource;
} Asked;

static void ask_next_gain (HsBoardScarceView *self);

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->row);
  g_free (asked);
}

static char *
say_gain (const HsBoardGain *gain)
{
  g_autofree char *points = hs_board_number (gain->points);

  if (gain->places > 0)
    return g_strdup_printf (ngettext ("One more: %d student more has a place.",
                                      "One more: %d students more have a "
                                      "place.",
                                      (gulong) gain->places),
                            gain->places);
  if (gain->points > 0)
    return g_strdup_printf (_ ("One more: better places for others (%s points)."), points);
  return g_strdup (_ ("One more brings nothing by itself."));
}

static void
gain_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (HsBoardScarceView) self = asked->view;
  g_autoptr (GError) error = NULL;
  g_autofree HsBoardGain *gain = hs_board_ask_finish (HS_BOARD (source), result, &error);
  g_autofree char *text = gain != NULL ? say_gain (gain) : NULL;

  if (text != NULL)
    {
      g_autofree char *said = g_strdup_printf (
          "%s. %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (asked->row)), text);

      adw_action_row_set_subtitle (asked->row, text);
      hs_a11y_label (GTK_WIDGET (asked->row), said);
    }
  asked_free (asked);
  if (self->board != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ask_next_gain (self);
}

static void
ask_next_gain (HsBoardScarceView *self)
{
  Asked *asked = g_queue_pop_head (&self->asking);

  if (asked == NULL)
    return;
  g_object_ref (self);
  hs_board_ask (self->board, hs_board_ask_gain, g_memdup2 (&asked->resource, sizeof (guint32)),
                g_free, g_free, self->cancellable, gain_came, asked);
}

/* ---- the shopping list ---- */

static const char *
kind_label (HsMatchResourceKind kind)
{
  switch (kind)
    {
    case HS_MATCH_VACANCY:
      return _ ("Vacancies with too little room");
    case HS_MATCH_SUPERVISOR:
      return _ ("Supervisors who are full");
    case HS_MATCH_ITEM:
      return _ ("Care technology that is asked for more often than it is there");
    case HS_MATCH_COACH:
      return _ ("Digicoaches without hours left");
    case HS_MATCH_APART:
    case HS_N_MATCH_RESOURCES:
    default:
      return _ ("Students who must not be together");
    }
}

static void
add_bottleneck (HsBoardScarceView *self, GtkListBox *list, const HsMatchBottleneck *bottleneck)
{
  Asked *asked = g_new0 (Asked, 1);
  GtkWidget *row =
      hs_board_row_of (list, bottleneck->sentence, _ ("Working out what one more brings…"));

  *asked = (Asked){ self, g_object_ref (ADW_ACTION_ROW (row)), bottleneck->resource };
  g_queue_push_tail (&self->asking, asked);
}

static void
show_list (HsBoardScarceView *self, const HsBoardScarce *scarce)
{
  static const HsMatchResourceKind kinds[] = { HS_MATCH_ITEM, HS_MATCH_VACANCY, HS_MATCH_SUPERVISOR,
                                               HS_MATCH_COACH, HS_MATCH_APART };

  hs_board_label (self->box, _ ("Shopping list: what would help?"), "hs-section-heading");
  if (scarce->bottlenecks->len == 0)
    hs_board_label (self->box, _ ("Nothing is scarce in this proposal."), NULL);
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GtkListBox *list = NULL;

      for (guint i = 0; i < scarce->bottlenecks->len; i++)
        {
          const HsMatchBottleneck *bottleneck = g_ptr_array_index (scarce->bottlenecks, i);

          if (bottleneck->kind != kinds[k])
            continue;
          if (list == NULL)
            {
              hs_board_label (self->box, kind_label (kinds[k]), "hs-section-title");
              list = hs_board_rows (self->box, kind_label (kinds[k]));
            }
          add_bottleneck (self, list, bottleneck);
        }
    }
}

/* ---- the drawings ---- */

typedef struct
{
  HsBoardChart *chart;
  GtkGrid *table;
  int rows;
} Drawing;

/* The drawing, and its numbers as a table to unfold. */
static Drawing
add_drawing (HsBoardScarceView *self, const char *title, const char *hint)
{
  GtkBox *card = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  GtkWidget *expander = gtk_expander_new (_ ("As a table"));
  Drawing drawing = { HS_BOARD_CHART (hs_board_chart_new (title)), GTK_GRID (gtk_grid_new ()), 0 };
  g_autofree char *said = g_strdup_printf ("%s: %s", _ ("As a table"), title);

  hs_board_label (self->box, title, "hs-section-title");
  gtk_widget_add_css_class (GTK_WIDGET (card), "hs-card");
  gtk_widget_add_css_class (GTK_WIDGET (card), "hs-form");
  gtk_box_append (self->box, GTK_WIDGET (card));
  if (hint != NULL)
    hs_board_label (card, hint, "hs-hint");
  gtk_box_append (card, GTK_WIDGET (drawing.chart));
  gtk_grid_set_column_spacing (drawing.table, 18);
  gtk_grid_set_row_spacing (drawing.table, 4);
  gtk_expander_set_child (GTK_EXPANDER (expander), GTK_WIDGET (drawing.table));
  hs_a11y_label (expander, said);
  gtk_box_append (card, expander);
  return drawing;
}

static void
add_number (Drawing *drawing, const char *name, double length, double part, const char *value)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *cell = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (cell), 1);
  gtk_grid_attach (drawing->table, label, 0, drawing->rows, 1, 1);
  gtk_grid_attach (drawing->table, cell, 1, drawing->rows++, 1, 1);
  hs_board_chart_add (drawing->chart, name, length, part, value);
}

static void
add_students (Drawing *drawing, const char *name, guint students)
{
  g_autofree char *value = hs_board_number (students);

  add_number (drawing, name, students, -1, value);
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

/* Steps at the far end that nobody has are left out. */
static void
draw_distances (HsBoardScarceView *self, const HsBoardScarce *scarce)
{
  Drawing drawing = add_drawing (self, _ ("Distance from home to place"), NULL);
  int last = HS_BOARD_STEPS - 1;

  while (last > 0 && scarce->distances[last] == 0)
    last--;
  for (int i = 0; i <= HS_BOARD_STEPS; i++)
    {
      g_autofree char *name = name_step (i);

      if (i <= last || (i == HS_BOARD_STEPS && scarce->distances[i] > 0))
        add_students (&drawing, name, scarce->distances[i]);
    }
}

static void
draw_wishes (HsBoardScarceView *self, const HsBoardScarce *scarce)
{
  static const char *const names[HS_BOARD_WISHES] = {
    N_ ("First wish"), N_ ("Second wish"), N_ ("Third wish"), N_ ("Later wish"), N_ ("No wish"),
  };
  Drawing drawing = add_drawing (self, _ ("Wishes that came true"), NULL);

  for (int i = 0; i < HS_BOARD_WISHES; i++)
    add_students (&drawing, _ (names[i]), scarce->wishes[i]);
}

static void
draw_bottlenecks (HsBoardScarceView *self, const HsBoardScarce *scarce)
{
  Drawing drawing;

  if (scarce->bottlenecks->len == 0)
    return;
  drawing = add_drawing (self, _ ("Most scarce"),
                         _ ("Light: for how many students it is an option. Dark: how many it has "
                            "room for."));
  for (guint i = 0; i < scarce->bottlenecks->len && i < MOST_BARS; i++)
    {
      const HsMatchBottleneck *bottleneck = g_ptr_array_index (scarce->bottlenecks, i);
      g_autofree char *value =
          g_strdup_printf (_ ("%u asked, %d there"), bottleneck->asked, bottleneck->available);

      if (bottleneck->kind != HS_MATCH_APART)
        add_number (&drawing, bottleneck->name, bottleneck->asked, bottleneck->available, value);
    }
}

/* ---- who would rather swap ---- */

static void
swap_clicked (GtkButton *button, HsBoardScarceView *self)
{
  const HsBoardSwap *swap = g_object_get_data (G_OBJECT (button), "swap");
  const HsBoardRow *one = hs_board_row_of_student (self->board, swap->students[0]);
  const HsBoardRow *other = hs_board_row_of_student (self->board, swap->students[1]);
  gint64 rows[] = { one != NULL ? one->id : 0, other != NULL ? other->id : 0 };

  if (one != NULL && other != NULL)
    hs_board_swap_places (self->board, rows, swap->places);
}

static void
show_swaps (HsBoardScarceView *self, const HsBoardScarce *scarce)
{
  GtkListBox *list;

  hs_board_label (self->box, _ ("Would rather swap"), "hs-section-title");
  if (scarce->swaps->len == 0)
    {
      hs_board_label (self->box, _ ("Nobody would rather swap."), NULL);
      return;
    }
  list = hs_board_rows (self->box, _ ("Would rather swap"));
  for (guint i = 0; i < scarce->swaps->len && i < MOST_SWAPS; i++)
    {
      HsBoardSwap *swap = g_ptr_array_index (scarce->swaps, i);
      GtkWidget *row = hs_board_row_of (list, swap->sentence, NULL);
      GtkWidget *button = gtk_button_new_with_label (_ ("Swap"));
      g_autofree char *said = g_strdup_printf ("%s: %s", _ ("Swap"), swap->sentence);
      HsBoardSwap *copy = g_memdup2 (swap, sizeof *swap);

      copy->sentence = NULL;
      hs_a11y_label (button, said);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_visible (button, hs_board_may_edit (self->board));
      g_object_set_data_full (G_OBJECT (button), "swap", copy, g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (swap_clicked), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  if (scarce->n_swaps > MOST_SWAPS)
    {
      g_autofree char *more = g_strdup_printf (_ ("And %u more."), scarce->n_swaps - MOST_SWAPS);
      hs_board_label (self->box, more, "hs-hint");
    }
}

/* ---- asking ---- */

static void
clear (HsBoardScarceView *self)
{
  g_queue_clear_full (&self->asking, asked_free);
  hs_board_clear (self->box);
}

static void
show (HsBoardScarceView *self, const HsBoardScarce *scarce)
{
  clear (self);
  draw_bottlenecks (self, scarce);
  show_list (self, scarce);
  hs_board_label (self->box, _ ("How the proposal comes out"), "hs-section-heading");
  draw_wishes (self, scarce);
  draw_distances (self, scarce);
  show_swaps (self, scarce);
  hs_a11y_name_parts (GTK_WIDGET (self));
  ask_next_gain (self);
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
      hs_board_label (self->box, _ ("Nothing to see yet"), "hs-section-title");
      hs_board_label (self->box,
                      _ ("Make a proposal. Then you see here what is scarce and what would help."),
                      NULL);
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
  hs_board_label (self->box, _ ("Looking for what is scarce…"), NULL);
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
  g_queue_clear_full (&self->asking, asked_free);
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
  self->cancellable = g_cancellable_new ();
  self->stale = TRUE;
  g_queue_init (&self->asking);
  self->box = hs_board_page_box (ADW_BIN (self));
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
