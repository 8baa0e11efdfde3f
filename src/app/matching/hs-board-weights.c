/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights as sliders. Shortly after one was moved the proposal is solved again in memory, and what
 * would change is shown; nothing is saved before a proposal is made. */

#include "hs-board-weights.h"

#include "hs-a11y.h"
#include "hs-board-ask.h"
#include "hs-board-widgets.h"

#include <glib/gi18n.h>

#define QUIET_MS 500
#define MOST_POINTS 300
#define MOST_PLACE 2000

struct _HsBoardWeights
{
  AdwBin parent_instance;

  HsBoard *board;
  GCancellable *cancellable;
  guint waiting; /* source */
  gboolean setting; /* the sliders follow the board */

  GtkRange *sliders[HS_N_WEIGHTS];
  GtkLabel *values[HS_N_WEIGHTS];
  GtkWidget *warning;
  GtkSpinner *spinner;
  GtkLabel *state;
  GtkBox *result;
};

G_DEFINE_FINAL_TYPE (HsBoardWeights, hs_board_weights, ADW_TYPE_BIN)

static HsMatchWeights
weights_now (HsBoardWeights *self)
{
  HsMatchWeights weights;

  for (guint i = 0; i < HS_N_WEIGHTS; i++)
    weights.points[i] = (gint32) gtk_range_get_value (self->sliders[i]);
  return weights;
}

static void
set_busy (HsBoardWeights *self, gboolean busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
}

/* ---- what it would become ---- */

/* Kilometres in tenths, the mean; -1 when none is known. */
static gint64
mean_distance (const HsBoardOutcome *outcome)
{
  return outcome->known > 0 ? (outcome->kilometres * 10 + outcome->known / 2) / outcome->known : -1;
}

static void
add_line (HsBoardWeights *self, const char *name, gint64 now, gint64 then, gboolean tenths)
{
  g_autofree char *before = tenths ? hs_board_tenths (now) : hs_board_number (now);
  g_autofree char *after = tenths ? hs_board_tenths (then) : hs_board_number (then);
  g_autofree char *text = now == then
                              ? g_strdup_printf (_ ("%s: stays %s"), name, before)
                              : g_strdup_printf (_ ("%s: from %s to %s"), name, before, after);

  hs_board_label (self->result, text, now == then ? "hs-hint" : NULL);
}

static void
show_preview (HsBoardWeights *self, const HsBoardPreview *preview)
{
  const HsBoardOutcome *now = &preview->now;
  const HsBoardOutcome *then = &preview->then;
  g_autofree char *many =
      g_strdup_printf (ngettext ("%u student would have another place.",
                                 "%u students would have another place.", preview->changed),
                       preview->changed);

  hs_board_clear (self->result);
  add_line (self, _ ("Students with a place"), now->placed, then->placed, FALSE);
  add_line (self, _ ("First wish came true"), now->wishes[0], then->wishes[0], FALSE);
  add_line (self, _ ("No wish came true"), now->wishes[HS_BOARD_WISHES - 1],
            then->wishes[HS_BOARD_WISHES - 1], FALSE);
  if (now->known > 0 && then->known > 0)
    add_line (self, _ ("Mean distance in km"), mean_distance (now), mean_distance (then), TRUE);
  add_line (self, _ ("Technology that is asked for"), now->technology, then->technology, FALSE);
  add_line (self, _ ("From the cupboard back into use"), now->cupboard, then->cupboard, FALSE);
  add_line (self, _ ("A host the student knows"), now->hosts, then->hosts, FALSE);
  hs_board_label (self->result,
                  preview->changed > 0 ? many : _ ("Nobody would have another place."), NULL);
  gtk_label_set_label (self->state, _ ("A quick look: a real proposal can come out a little "
                                       "better."));
}

static void
preview_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsBoardWeights) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree HsBoardPreview *preview = hs_board_ask_finish (HS_BOARD (source), result, &error);

  if (self->board == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (preview != NULL)
    show_preview (self, preview);
  else
    gtk_label_set_label (self->state, _ ("Make a proposal first. Then you see here what other "
                                         "weights do."));
}

static void
stop_looking (HsBoardWeights *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_busy (self, FALSE);
}

static gboolean
look (gpointer user_data)
{
  HsBoardWeights *self = user_data;
  HsMatchWeights weights = weights_now (self);

  self->waiting = 0;
  hs_board_ask (self->board, hs_board_ask_preview, g_memdup2 (&weights, sizeof weights), g_free,
                g_free, self->cancellable, preview_came, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
look_soon (HsBoardWeights *self)
{
  stop_looking (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || hs_board_is_solving (self->board)
      || hs_board_proposal (self->board) == NULL)
    {
      gtk_label_set_label (self->state, _ ("Make a proposal first. Then you see here what other "
                                           "weights do."));
      return;
    }
  set_busy (self, TRUE);
  gtk_label_set_label (self->state, _ ("Working out what changes…"));
  self->waiting = g_timeout_add (QUIET_MS, look, self);
}

/* ---- sliders ---- */

/* When everything else together can be worth more than a place, a wish of one student can cost
 * another the place. */
static void
warn (HsBoardWeights *self, const HsMatchWeights *weights)
{
  gint32 others = weights->points[HS_WEIGHT_WISH]; /* all wishes count up to twice the first */

  for (guint i = 0; i < HS_N_WEIGHTS; i++)
    if (i != HS_WEIGHT_PLACE)
      others += weights->points[i];
  gtk_widget_set_visible (self->warning, others > weights->points[HS_WEIGHT_PLACE]);
}

static void
show_values (HsBoardWeights *self)
{
  HsMatchWeights weights = weights_now (self);

  for (guint i = 0; i < HS_N_WEIGHTS; i++)
    {
      g_autofree char *text = hs_board_number (weights.points[i]);
      gtk_label_set_label (self->values[i], weights.points[i] > 0 ? text : _ ("off"));
    }
  warn (self, &weights);
}

static void
slider_moved (HsBoardWeights *self)
{
  HsMatchWeights weights;

  if (self->setting)
    return;
  weights = weights_now (self);
  show_values (self);
  hs_board_set_weights (self->board, &weights);
  look_soon (self);
}

static void
set_sliders (HsBoardWeights *self, const HsMatchWeights *weights)
{
  self->setting = TRUE;
  for (guint i = 0; i < HS_N_WEIGHTS; i++)
    {
      gint32 most = i == HS_WEIGHT_PLACE ? MOST_PLACE : MOST_POINTS;

      gtk_range_set_range (self->sliders[i], 0, MAX (most, weights->points[i]));
      gtk_range_set_value (self->sliders[i], weights->points[i]);
    }
  self->setting = FALSE;
  show_values (self);
}

static void
reset_clicked (GtkButton *button, HsBoardWeights *self)
{
  HsMatchWeights weights = hs_match_weights_default ();

  set_sliders (self, &weights);
  slider_moved (self);
}

static void
rows_changed (HsBoardWeights *self)
{
  set_sliders (self, hs_board_weights (self->board));
}

static void
plan_changed (HsBoardWeights *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look_soon (self);
}

static void
add_slider (HsBoardWeights *self, GtkBox *box, guint i)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, MOST_POINTS, 5);
  const char *name = hs_match_weight_label ((HsWeight) i);
  GtkWidget *value;

  gtk_box_append (box, line);
  gtk_widget_set_hexpand (hs_board_label (GTK_BOX (line), name, NULL), TRUE);
  value = hs_board_label (GTK_BOX (line), "", "hs-number-cell");
  gtk_widget_set_hexpand (slider, TRUE);
  hs_a11y_label (slider, name);
  gtk_box_append (box, slider);
  self->sliders[i] = GTK_RANGE (slider);
  self->values[i] = GTK_LABEL (value);
  g_signal_connect_swapped (slider, "value-changed", G_CALLBACK (slider_moved), self);
}

static void
hs_board_weights_dispose (GObject *object)
{
  HsBoardWeights *self = HS_BOARD_WEIGHTS (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (hs_board_weights_parent_class)->dispose (object);
}

static void
hs_board_weights_finalize (GObject *object)
{
  g_object_unref (HS_BOARD_WEIGHTS (object)->cancellable);
  G_OBJECT_CLASS (hs_board_weights_parent_class)->finalize (object);
}

static void
hs_board_weights_class_init (HsBoardWeightsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_board_weights_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_board_weights_finalize;
}

static void
add_preview (HsBoardWeights *self, GtkBox *box)
{
  GtkBox *card = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkBox *line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));

  hs_board_label (box, _ ("What it does"), "hs-section-title");
  gtk_widget_add_css_class (GTK_WIDGET (card), "hs-card");
  gtk_widget_add_css_class (GTK_WIDGET (card), "hs-form");
  self->result = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_box_append (card, GTK_WIDGET (self->result));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_box_append (line, GTK_WIDGET (self->spinner));
  self->state = GTK_LABEL (hs_board_label (line, "", "hs-hint"));
  gtk_box_append (card, GTK_WIDGET (line));
  gtk_box_append (box, GTK_WIDGET (card));
}

static void
hs_board_weights_init (HsBoardWeights *self)
{
  GtkBox *box = hs_board_page_box (ADW_BIN (self));
  GtkBox *card = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  GtkBox *line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  GtkWidget *button;

  self->cancellable = g_cancellable_new ();
  hs_board_label (box, _ ("What counts in the next proposal?"), "hs-section-title");
  hs_board_label (box,
                  _ ("More points count more. A place should be worth more than all the rest "
                     "together."),
                  "hs-hint");
  gtk_widget_add_css_class (GTK_WIDGET (card), "hs-card");
  gtk_widget_add_css_class (GTK_WIDGET (card), "hs-form");
  for (guint i = 0; i < HS_N_WEIGHTS; i++)
    add_slider (self, card, i);
  gtk_box_append (box, GTK_WIDGET (card));
  self->warning = hs_board_label (box,
                                  _ ("With these points a wish of one student can cost another "
                                     "student the place."),
                                  "hs-finding");
  gtk_widget_add_css_class (self->warning, "warning");
  gtk_box_append (box, GTK_WIDGET (line));
  button = hs_board_button (line, _ ("_Make a proposal"), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "board.make");
  gtk_widget_add_css_class (button, "suggested-action");
  button = hs_board_button (line, _ ("As it _was at first"), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (reset_clicked), self);
  add_preview (self, box);
  g_signal_connect (self, "map", G_CALLBACK (look_soon), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (stop_looking), NULL);
}

GtkWidget *
hs_board_weights_new (HsBoard *board)
{
  HsBoardWeights *self = g_object_new (HS_TYPE_BOARD_WEIGHTS, NULL);

  self->board = g_object_ref (board);
  set_sliders (self, hs_board_weights (board));
  g_signal_connect_object (board, "rows-changed", G_CALLBACK (rows_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "plan-changed", G_CALLBACK (plan_changed), self,
                           G_CONNECT_SWAPPED);
  hs_a11y_name_parts (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
