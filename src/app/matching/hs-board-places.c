/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places for one student. */

#include "hs-board-places.h"

#include "hs-a11y.h"
#include "hs-board-ask.h"
#include "hs-board-dialogs.h"
#include "hs-board-widgets.h"
#include "hs-dialogs.h"

#include <glib/gi18n.h>

struct _HsBoardPlaces
{
  AdwBin parent_instance;

  HsBoard *board;
  gint64 row;
  gint64 student;
  HsBoardOffer *why_offer; /* (nullable) */
  GListStore *offers;
  GCancellable *asking;
  GCancellable *why;

  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *wishes;
  GtkLabel *state;
  GtkFlowBox *buttons;
  GtkListView *list;
  GtkRevealer *why_revealer;
  GtkLabel *why_title;
  GtkLabel *why_text;
  GtkWidget *why_exact;
  GtkWidget *why_force;
  GtkWidget *why_rule_out;
  GtkSpinner *why_spinner;
};

static guint given_signal;

G_DEFINE_FINAL_TYPE (HsBoardPlaces, hs_board_places, ADW_TYPE_BIN)

static void
renew (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
}

/* ---- why ---- */

static void
why_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsBoardPlaces) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sentences = hs_board_ask_finish (HS_BOARD (source), result, &error);
  g_autofree char *text = NULL;

  if (self->board == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = sentences != NULL ? g_strjoinv ("\n", sentences)
                           : hs_sentence (error != NULL ? error->message : "");
  gtk_spinner_stop (self->why_spinner);
  gtk_widget_set_sensitive (self->why_exact, TRUE);
  gtk_label_set_label (self->why_text, text);
  hs_a11y_announce (GTK_WIDGET (self->why_text), text);
}

static void
why_exact_clicked (HsBoardPlaces *self)
{
  HsBoardWhy *why = g_new0 (HsBoardWhy, 1);

  renew (&self->why);
  *why = (HsBoardWhy){ self->student, self->why_offer->vacancy, 1.5 };
  gtk_spinner_start (self->why_spinner);
  gtk_label_set_label (self->why_text, _ ("Working out what changes then…"));
  gtk_widget_set_sensitive (self->why_exact, FALSE);
  hs_board_ask (self->board, hs_board_ask_why, why, g_free, (GDestroyNotify) g_strfreev, self->why,
                why_answered, g_object_ref (self));
}

static void
close_why (HsBoardPlaces *self)
{
  gtk_revealer_set_reveal_child (self->why_revealer, FALSE);
  gtk_spinner_stop (self->why_spinner);
  renew (&self->why);
  g_clear_object (&self->why_offer);
}

static void
why_close_clicked (HsBoardPlaces *self)
{
  close_why (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
hs_board_places_explain_offer (HsBoardPlaces *self, HsBoardOffer *offer)
{
  gboolean may = hs_board_may_edit (self->board);
  g_autofree char *title = g_strdup_printf (offer->here   ? _ ("Why %s?")
                                            : offer->fits ? _ ("What would it take to go to %s?")
                                                          : _ ("Why not %s?"),
                                            offer->title);

  g_set_object (&self->why_offer, offer);
  gtk_label_set_label (self->why_title, title);
  gtk_label_set_label (self->why_text, offer->reasons);
  gtk_widget_set_visible (self->why_exact, offer->fits && !offer->here);
  gtk_widget_set_visible (self->why_force,
                          may && !offer->here && (offer->forceable || offer->full));
  gtk_widget_set_visible (self->why_rule_out, may && offer->fits);
  gtk_widget_set_sensitive (self->why_exact, TRUE);
  renew (&self->why);
  gtk_spinner_stop (self->why_spinner);
  gtk_revealer_set_reveal_child (self->why_revealer, TRUE);
  hs_a11y_announce (GTK_WIDGET (self->why_text), offer->reasons);
}

static void
why_force_clicked (HsBoardPlaces *self)
{
  HsBoardPlace place = hs_board_offer_place (self->why_offer);
  gboolean full = self->why_offer->full;

  close_why (self);
  hs_board_force_place (self->board, self->row, &place, full);
  g_signal_emit (self, given_signal, 0);
}

static void
why_rule_out_clicked (HsBoardPlaces *self)
{
  hs_board_dialog_rule_out (GTK_WIDGET (self), self->board, self->row, self->why_offer);
}

/* ---- giving ---- */

void
hs_board_places_give (HsBoardPlaces *self, guint position)
{
  g_autoptr (HsBoardOffer) offer = g_list_model_get_item (G_LIST_MODEL (self->offers), position);
  HsBoardPlace place;

  if (offer == NULL || self->row == 0)
    return;
  if (!offer->fits || offer->full || offer->here || !hs_board_may_edit (self->board))
    {
      hs_board_places_explain_offer (self, offer);
      return;
    }
  place = hs_board_offer_place (offer);
  hs_board_give_place (self->board, self->row, &place);
  g_signal_emit (self, given_signal, 0);
}

static void
offer_activated (HsBoardPlaces *self, guint position)
{
  hs_board_places_give (self, position);
}

/* ---- what can be done with the student ---- */

static void
fix_clicked (HsBoardPlaces *self)
{
  const HsBoardRow *row = hs_board_row (self->board, self->row);

  if (row != NULL)
    hs_board_fix_row (self->board, self->row, !row->fixed);
}

static void
take_away_clicked (HsBoardPlaces *self)
{
  hs_board_take_away (self->board, self->row);
}

static void
refuse_clicked (HsBoardPlaces *self)
{
  hs_board_dialog_refuse (GTK_WIDGET (self), self->board, self->row);
}

static void
accept_clicked (HsBoardPlaces *self)
{
  hs_board_dialog_accept (GTK_WIDGET (self), self->board, &self->row, 1, FALSE);
}

static void
accept_host_clicked (HsBoardPlaces *self)
{
  const HsBoardRow *row = hs_board_row (self->board, self->row);

  if (row != NULL)
    hs_board_dialog_accept_host (GTK_WIDGET (self), self->board, row->host);
}

static void
show_record_clicked (HsBoardPlaces *self)
{
  g_autofree char *title =
      g_strdup_printf (_ ("Wishes and rule-outs: %s"), gtk_label_get_label (self->name));

  hs_board_dialog_student (GTK_WIDGET (self), self->board, self->student, title);
}

static void
add_button (HsBoardPlaces *self, const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  hs_a11y_label (button, text);
  gtk_flow_box_append (self->buttons, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
show_buttons (HsBoardPlaces *self)
{
  const HsBoardRow *row = hs_board_row (self->board, self->row);
  gboolean may =
      row != NULL && row->status != HS_ROW_STATUS_ACCEPTED && hs_board_may_edit (self->board);
  gboolean placed = may && hs_board_row_is_placed (row);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_flow_box_remove (self->buttons, child);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), may);
  if (placed)
    {
      add_button (self, _ ("Take o_ver…"), G_CALLBACK (accept_clicked));
      add_button (self, _ ("Take over this ho_st…"), G_CALLBACK (accept_host_clicked));
      add_button (self, row->fixed ? _ ("_Unfix") : _ ("_Fix"), G_CALLBACK (fix_clicked));
      add_button (self, _ ("_Refuse…"), G_CALLBACK (refuse_clicked));
      add_button (self, _ ("Take a_way"), G_CALLBACK (take_away_clicked));
    }
  else if (may && row->fixed)
    add_button (self, _ ("_Unfix"), G_CALLBACK (fix_clicked));
  if (may && !hs_board_is_anonymous (self->board))
    add_button (self, _ ("_Wishes and rule-outs…"), G_CALLBACK (show_record_clicked));
}

/* ---- asking ---- */

static void
take_answer (HsBoardPlaces *self, HsBoardStudent *student)
{
  gtk_label_set_label (self->name, student->name);
  gtk_label_set_label (self->about, student->about);
  gtk_label_set_label (self->wishes, student->wishes != NULL ? student->wishes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wishes), student->wishes != NULL);
  gtk_label_set_label (self->state, student->state);
  g_list_store_splice (self->offers, 0, g_list_model_get_n_items (G_LIST_MODEL (self->offers)),
                       student->offers->pdata, student->offers->len);
}

static void
student_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsBoardPlaces) self = user_data;
  g_autoptr (GError) error = NULL;
  HsBoardStudent *student = hs_board_ask_finish (HS_BOARD (source), result, &error);

  if (self->board == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      hs_board_student_free (student);
      return;
    }
  if (student == NULL)
    {
      g_list_store_remove_all (self->offers);
      gtk_label_set_label (self->state, _ ("This student does not look for a place any more."));
      return;
    }
  take_answer (self, student);
  hs_board_student_free (student);
}

static void
ask (HsBoardPlaces *self)
{
  renew (&self->asking);
  show_buttons (self);
  hs_board_ask (self->board, hs_board_ask_student, g_memdup2 (&self->student, sizeof (gint64)),
                g_free, hs_board_student_free, self->asking, student_came, g_object_ref (self));
}

static void
plan_changed (HsBoardPlaces *self)
{
  if (self->student != 0)
    ask (self);
}

static void
rows_changed (HsBoardPlaces *self)
{
  const HsBoardRow *row = hs_board_row_of_student (self->board, self->student);

  if (self->student == 0)
    return;
  if (row == NULL)
    hs_board_places_show (self, 0);
  else
    {
      self->row = row->id;
      close_why (self);
      show_buttons (self);
    }
}

void
hs_board_places_show (HsBoardPlaces *self, gint64 id)
{
  const HsBoardRow *row = id != 0 ? hs_board_row (self->board, id) : NULL;

  if (row != NULL && row->id == self->row && row->student == self->student)
    return;
  self->row = row != NULL ? row->id : 0;
  self->student = row != NULL ? row->student : 0;
  close_why (self);
  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "student" : "nobody");
  if (row == NULL)
    return;
  gtk_label_set_label (self->name, "");
  gtk_label_set_label (self->about, "");
  gtk_widget_set_visible (GTK_WIDGET (self->wishes), FALSE);
  gtk_label_set_label (self->state, _ ("Looking for places…"));
  g_list_store_remove_all (self->offers);
  ask (self);
}

HsBoard *
hs_board_places_board (HsBoardPlaces *self)
{
  return self->board;
}

gint64
hs_board_places_row (HsBoardPlaces *self)
{
  return self->row;
}

GListModel *
hs_board_places_offers (HsBoardPlaces *self)
{
  return G_LIST_MODEL (self->offers);
}

void
hs_board_places_explain (HsBoardPlaces *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);
  HsBoardOffer *offer = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model));

  if (offer != NULL)
    hs_board_places_explain_offer (self, offer);
}

void
hs_board_places_focus (HsBoardPlaces *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
hs_board_places_dispose (GObject *object)
{
  HsBoardPlaces *self = HS_BOARD_PLACES (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  if (self->why != NULL)
    g_cancellable_cancel (self->why);
  g_clear_object (&self->asking);
  g_clear_object (&self->why);
  g_clear_object (&self->board);
  g_clear_object (&self->offers);
  g_clear_object (&self->why_offer);
  G_OBJECT_CLASS (hs_board_places_parent_class)->dispose (object);
}

static void
hs_board_places_class_init (HsBoardPlacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_board_places_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/matching/hs-board-places.ui");
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, stack);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, name);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, about);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, wishes);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, state);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, buttons);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, list);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_revealer);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_title);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_text);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_exact);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_force);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_rule_out);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_spinner);
  gtk_widget_class_bind_template_callback (widget_class, offer_activated);
  gtk_widget_class_bind_template_callback (widget_class, why_exact_clicked);
  gtk_widget_class_bind_template_callback (widget_class, why_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, why_force_clicked);
  gtk_widget_class_bind_template_callback (widget_class, why_rule_out_clicked);
  given_signal = g_signal_new ("given", HS_TYPE_BOARD_PLACES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
hs_board_places_init (HsBoardPlaces *self)
{
  g_autoptr (GtkListItemFactory) factory = hs_board_offer_factory_new (self);
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
  self->offers = g_list_store_new (HS_TYPE_BOARD_OFFER);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->offers)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  hs_a11y_name_parts (GTK_WIDGET (self));
}

GtkWidget *
hs_board_places_new (HsBoard *board)
{
  HsBoardPlaces *self = g_object_new (HS_TYPE_BOARD_PLACES, NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "plan-changed", G_CALLBACK (plan_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "rows-changed", G_CALLBACK (rows_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
