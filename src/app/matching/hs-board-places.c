/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places for one student. */

#include "hs-board-places.h"

#include "hs-a11y.h"
#include "hs-board-ask.h"
#include "hs-board-dialogs.h"

#include <glib/gi18n.h>

struct _HsBoardPlaces
{
  AdwBin parent_instance;

  HsBoard *board;
  gint64 row;
  gint64 student;
  gint64 why_vacancy;
  GListStore *offers;
  GCancellable *asking;
  GCancellable *why;

  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *state;
  GtkFlowBox *buttons;
  GtkListView *list;
  GtkRevealer *why_revealer;
  GtkLabel *why_title;
  GtkLabel *why_text;
  GtkWidget *why_exact;
  GtkSpinner *why_spinner;
};

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
  text = sentences != NULL ? g_strjoinv ("\n", sentences) : g_strdup (error ? error->message : "");
  gtk_spinner_stop (self->why_spinner);
  gtk_widget_set_sensitive (self->why_exact, TRUE);
  gtk_label_set_label (self->why_text, text);
  hs_a11y_announce (GTK_WIDGET (self->why_text), text);
}

static void
ask_why (HsBoardPlaces *self, double seconds)
{
  HsBoardWhy *why = g_new0 (HsBoardWhy, 1);

  renew (&self->why);
  *why = (HsBoardWhy){ self->student, self->why_vacancy, seconds };
  gtk_revealer_set_reveal_child (self->why_revealer, TRUE);
  if (seconds > 0)
    {
      gtk_spinner_start (self->why_spinner);
      gtk_widget_set_sensitive (self->why_exact, FALSE);
    }
  hs_board_ask (self->board, hs_board_ask_why, why, g_free, (GDestroyNotify) g_strfreev, self->why,
                why_answered, g_object_ref (self));
}

static void
why_exact_clicked (HsBoardPlaces *self)
{
  ask_why (self, 1.5);
}

static void
why_close_clicked (HsBoardPlaces *self)
{
  gtk_revealer_set_reveal_child (self->why_revealer, FALSE);
  renew (&self->why);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
why_clicked (GtkButton *button, GtkListItem *item)
{
  HsBoardPlaces *self =
      HS_BOARD_PLACES (gtk_widget_get_ancestor (GTK_WIDGET (button), HS_TYPE_BOARD_PLACES));
  HsBoardOffer *offer = gtk_list_item_get_item (item);
  g_autofree char *title = g_strdup_printf (
      offer->here ? _ ("Why %s?") : _ ("What would it take to go to %s?"), offer->title);

  self->why_vacancy = offer->vacancy;
  gtk_label_set_label (self->why_title, title);
  gtk_label_set_label (self->why_text, offer->reasons);
  gtk_widget_set_visible (self->why_exact, offer->fits);
  ask_why (self, 0);
}

/* ---- giving ---- */

void
hs_board_places_give (HsBoardPlaces *self, guint position)
{
  g_autoptr (HsBoardOffer) offer = g_list_model_get_item (G_LIST_MODEL (self->offers), position);
  HsBoardPlace place;

  if (offer == NULL || self->row == 0)
    return;
  if (!offer->fits || offer->full)
    {
      hs_board_dialog_tell (GTK_WIDGET (self), _ ("This place cannot be given"), offer->reasons);
      return;
    }
  place = (HsBoardPlace){ offer->vacancy, offer->supervisor, offer->digicoach, offer->item,
                          offer->value,   offer->rank,       offer->distance };
  hs_board_give_place (self->board, self->row, &place);
}

static void
offer_activated (HsBoardPlaces *self, guint position)
{
  hs_board_places_give (self, position);
}

static void
give_clicked (GtkButton *button, GtkListItem *item)
{
  HsBoardPlaces *self =
      HS_BOARD_PLACES (gtk_widget_get_ancestor (GTK_WIDGET (button), HS_TYPE_BOARD_PLACES));

  hs_board_places_give (self, gtk_list_item_get_position (item));
}

/* A student that was dragged here from the list on the left. */
static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, GtkListItem *item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  HsBoardPlaces *self = HS_BOARD_PLACES (gtk_widget_get_ancestor (row, HS_TYPE_BOARD_PLACES));

  if (g_value_get_int64 (value) != self->row)
    return FALSE;
  hs_board_places_give (self, gtk_list_item_get_position (item));
  return TRUE;
}

/* ---- rows ---- */

static GtkWidget *
new_label (GtkWidget *box, const char *name, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  g_object_set_data (G_OBJECT (box), name, label);
  return label;
}

static GtkWidget *
new_button (const char *text, GCallback clicked, GtkListItem *item)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", clicked, item);
  return button;
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *give = new_button (_ ("Choose"), G_CALLBACK (give_clicked), item);
  GtkWidget *why = new_button (_ ("Why?"), G_CALLBACK (why_clicked), item);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_widget_add_css_class (row, "hs-offer");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (why, "flat");
  new_label (texts, "title", "hs-row-title");
  new_label (texts, "subtitle", "hs-row-subtitle");
  new_label (texts, "reasons", "hs-offer-reasons");
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (buttons), give);
  gtk_box_append (GTK_BOX (buttons), why);
  gtk_box_append (GTK_BOX (row), buttons);
  g_object_set_data (G_OBJECT (row), "texts", texts);
  g_object_set_data (G_OBJECT (row), "give", give);
  g_object_set_data (G_OBJECT (row), "why", why);
  g_signal_connect (target, "drop", G_CALLBACK (dropped), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  gtk_list_item_set_child (item, row);
}

static void
set_text (GtkWidget *texts, const char *name, const char *text)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (texts), name);

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  HsBoardOffer *offer = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *texts = g_object_get_data (G_OBJECT (row), "texts");
  GtkWidget *give = g_object_get_data (G_OBJECT (row), "give");
  GtkWidget *why = g_object_get_data (G_OBJECT (row), "why");
  g_autofree char *said =
      g_strdup_printf ("%s, %s, %s", offer->title, offer->subtitle, offer->reasons);
  g_autofree char *said_give = g_strdup_printf (_ ("Choose: %s"), offer->title);
  g_autofree char *said_why = g_strdup_printf (_ ("Why? %s"), offer->title);

  set_text (texts, "title", offer->title);
  set_text (texts, "subtitle", offer->subtitle);
  set_text (texts, "reasons", offer->reasons);
  gtk_button_set_label (GTK_BUTTON (give), offer->here ? _ ("Has this") : _ ("Choose"));
  gtk_widget_set_visible (give, offer->fits);
  gtk_widget_set_sensitive (give, !offer->here && !offer->full);
  if (offer->fits && !offer->full)
    gtk_widget_remove_css_class (row, "blocked");
  else
    gtk_widget_add_css_class (row, "blocked");
  hs_a11y_label (give, said_give);
  hs_a11y_label (why, said_why);
  hs_a11y_label_row (row, said);
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
  hs_board_dialog_accept_host (GTK_WIDGET (self), self->board, self->row);
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
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_flow_box_remove (self->buttons, child);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), row != NULL && hs_board_row_is_placed (row));
  if (row == NULL || !hs_board_row_is_placed (row))
    return;
  add_button (self, _ ("Take o_ver"), G_CALLBACK (accept_clicked));
  add_button (self, _ ("Take over this ho_st"), G_CALLBACK (accept_host_clicked));
  add_button (self, row->fixed ? _ ("_Unfix") : _ ("_Fix"), G_CALLBACK (fix_clicked));
  add_button (self, _ ("_Refuse…"), G_CALLBACK (refuse_clicked));
  add_button (self, _ ("Take a_way"), G_CALLBACK (take_away_clicked));
}

/* ---- asking ---- */

static void
take_answer (HsBoardPlaces *self, HsBoardStudent *student)
{
  gtk_label_set_label (self->name, student->name);
  gtk_label_set_label (self->about, student->about);
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
  gtk_revealer_set_reveal_child (self->why_revealer, FALSE);
  renew (&self->why);
  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "student" : "nobody");
  if (row == NULL)
    return;
  gtk_label_set_label (self->name, "");
  gtk_label_set_label (self->about, "");
  gtk_label_set_label (self->state, _ ("Looking for places…"));
  g_list_store_remove_all (self->offers);
  ask (self);
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
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, state);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, buttons);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, list);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_revealer);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_title);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_text);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_exact);
  gtk_widget_class_bind_template_child (widget_class, HsBoardPlaces, why_spinner);
  gtk_widget_class_bind_template_callback (widget_class, offer_activated);
  gtk_widget_class_bind_template_callback (widget_class, why_exact_clicked);
  gtk_widget_class_bind_template_callback (widget_class, why_close_clicked);
}

static void
hs_board_places_init (HsBoardPlaces *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
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
