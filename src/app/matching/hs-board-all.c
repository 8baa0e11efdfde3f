/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All places. The plan is asked only while the view is looked at. */

#include "hs-board-all.h"

#include "hs-a11y.h"
#include "hs-board-ask.h"
#include "hs-board-dialogs.h"
#include "hs-board-widgets.h"
#include "hs-dialogs.h"

#include <glib/gi18n.h>

typedef enum
{
  SHOW_ALL,
  SHOW_FREE,
  SHOW_EMPTY
} Show;

struct _HsBoardAll
{
  AdwBin parent_instance;

  HsBoard *board;
  gint64 row;
  GPtrArray *vacancies; /* HsBoardVacancy */
  GListStore *shown;
  GCancellable *cancellable;
  gboolean stale;

  GtkWidget *search;
  GtkWidget *choice;
  GtkWidget *list;
  GtkWidget *count;
};

static guint given_signal;

G_DEFINE_FINAL_TYPE (HsBoardAll, hs_board_all, ADW_TYPE_BIN)

/* ---- giving ---- */

typedef struct
{
  HsBoardAll *self;
  gint64 row;
  HsBoardOffer *offer;
} Giving;

static void
giving_free (Giving *giving)
{
  g_object_unref (giving->self);
  g_clear_object (&giving->offer);
  g_free (giving);
}

static void
force_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Giving *giving = user_data;
  HsBoardPlace place = hs_board_offer_place (giving->offer);

  if (hs_dialog_ask_finish (result) && giving->self->board != NULL)
    {
      hs_board_force_place (giving->self->board, giving->row, &place, giving->offer->full);
      g_signal_emit (giving->self, given_signal, 0);
    }
  giving_free (giving);
}

/* What is in the way is said; what the coordinator may set aside can be given all the same. */
static void
refuse_or_force (Giving *giving)
{
  HsBoardOffer *offer = giving->offer;
  GtkWidget *widget = GTK_WIDGET (giving->self);

  if (offer->here || !(offer->forceable || (offer->fits && offer->full)))
    {
      hs_board_dialog_tell (
          widget, offer->here ? _ ("The student has this place") : _ ("This place cannot be given"),
          offer->reasons);
      giving_free (giving);
      return;
    }
  hs_dialog_ask_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                       _ ("This place does not just fit"), offer->reasons,
                       _ ("_Give it all the same"), FALSE, force_answered, giving);
}

static void
offer_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Giving *giving = user_data;
  HsBoardAll *self = giving->self;
  HsBoardPlace place;

  giving->offer = hs_board_ask_finish (HS_BOARD (source), result, NULL);
  if (giving->offer == NULL || self->board == NULL)
    {
      giving_free (giving);
      return;
    }
  if (!giving->offer->fits || giving->offer->full || giving->offer->here)
    {
      refuse_or_force (giving);
      return;
    }
  place = hs_board_offer_place (giving->offer);
  hs_board_give_place (self->board, giving->row, &place);
  g_signal_emit (self, given_signal, 0);
  giving_free (giving);
}

/* Gives the place to the student of @id, when that can be. */
static void
give (HsBoardAll *self, gint64 id, HsBoardVacancy *vacancy)
{
  const HsBoardRow *row = hs_board_row (self->board, id);
  HsBoardPair *pair;
  Giving *giving;

  if (row == NULL || vacancy == NULL || row->status == HS_ROW_STATUS_ACCEPTED
      || !hs_board_may_edit (self->board))
    return;
  pair = g_new0 (HsBoardPair, 1);
  *pair = (HsBoardPair){ row->student, vacancy->vacancy };
  giving = g_new0 (Giving, 1);
  giving->self = g_object_ref (self);
  giving->row = id;
  hs_board_ask (self->board, hs_board_ask_offer, pair, g_free, g_object_unref, NULL, offer_came,
                giving);
}

static HsBoardAll *
view_of (GtkWidget *widget)
{
  return HS_BOARD_ALL (gtk_widget_get_ancestor (widget, HS_TYPE_BOARD_ALL));
}

static void
place_activated (GtkListView *list, guint position, HsBoardAll *self)
{
  g_autoptr (HsBoardVacancy) vacancy = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  give (self, self->row, vacancy);
}

static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, GtkListItem *item)
{
  HsBoardAll *self = view_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));

  give (self, g_value_get_int64 (value), gtk_list_item_get_item (item));
  return TRUE;
}

static void
accept_clicked (GtkButton *button, GtkListItem *item)
{
  HsBoardAll *self = view_of (GTK_WIDGET (button));
  HsBoardVacancy *vacancy = gtk_list_item_get_item (item);

  hs_board_dialog_accept_host (GTK_WIDGET (self), self->board, vacancy->host);
}

/* ---- rows ---- */

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkBox *texts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  GtkBox *side = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);
  GtkWidget *accept, *badge;

  gtk_widget_add_css_class (row, "hs-offer");
  gtk_widget_set_hexpand (GTK_WIDGET (texts), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (side), GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (row), "title", hs_board_label (texts, "", "hs-row-title"));
  g_object_set_data (G_OBJECT (row), "subtitle", hs_board_label (texts, "", "hs-row-subtitle"));
  g_object_set_data (G_OBJECT (row), "students", hs_board_label (texts, "", NULL));
  badge = hs_board_label (side, "", "hs-badge");
  gtk_label_set_wrap (GTK_LABEL (badge), FALSE);
  gtk_widget_set_halign (badge, GTK_ALIGN_END);
  g_object_set_data (G_OBJECT (row), "badge", badge);
  accept = hs_board_button (side, _ ("Take over…"), NULL);
  gtk_widget_add_css_class (accept, "flat");
  g_signal_connect (accept, "clicked", G_CALLBACK (accept_clicked), item);
  g_object_set_data (G_OBJECT (row), "accept", accept);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (texts));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (side));
  g_signal_connect (target, "drop", G_CALLBACK (dropped), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  gtk_list_item_set_child (item, row);
}

static char *
say_room (HsBoardVacancy *vacancy)
{
  gint32 left = vacancy->room - vacancy->taken - (gint32) vacancy->planned;

  if (vacancy->room < 0)
    return g_strdup (_ ("Room"));
  if (left <= 0)
    return g_strdup (_ ("Full"));
  return g_strdup_printf (ngettext ("%d free", "%d free", (gulong) left), left);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  HsBoardAll *self = user_data;
  HsBoardVacancy *vacancy = gtk_list_item_get_item (item);
  GObject *row = G_OBJECT (gtk_list_item_get_child (item));
  GtkWidget *badge = g_object_get_data (row, "badge");
  GtkWidget *accept = g_object_get_data (row, "accept");
  GtkWidget *students = g_object_get_data (row, "students");
  g_autofree char *room = say_room (vacancy);
  g_autofree char *said = g_strdup_printf ("%s, %s, %s, %s", vacancy->title, vacancy->subtitle,
                                           room, vacancy->students);
  g_autofree char *said_accept =
      g_strdup_printf (_ ("Take over all of this care organisation: %s"), vacancy->title);

  gtk_label_set_label (g_object_get_data (row, "title"), vacancy->title);
  gtk_label_set_label (g_object_get_data (row, "subtitle"), vacancy->subtitle);
  gtk_label_set_label (GTK_LABEL (students), vacancy->students);
  gtk_widget_set_visible (students, *vacancy->students != '\0');
  gtk_label_set_label (GTK_LABEL (badge), room);
  gtk_widget_remove_css_class (badge, "good");
  if (hs_board_vacancy_is_free (vacancy))
    gtk_widget_add_css_class (badge, "good");
  gtk_widget_set_visible (accept, vacancy->planned > 0 && hs_board_may_edit (self->board));
  gtk_widget_set_tooltip_text (accept, _ ("Take over all places of this care organisation"));
  hs_a11y_label (accept, said_accept);
  hs_a11y_label_row (GTK_WIDGET (row), said);
}

/* ---- which ---- */

static gboolean
is_shown (HsBoardVacancy *vacancy, Show show, const char *key)
{
  if (show == SHOW_FREE && !hs_board_vacancy_is_free (vacancy))
    return FALSE;
  if (show == SHOW_EMPTY && (vacancy->planned > 0 || vacancy->taken > 0))
    return FALSE;
  return *key == '\0' || strstr (vacancy->key, key) != NULL;
}

static void
refill (HsBoardAll *self)
{
  g_autofree char *key = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  Show show = (Show) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  guint n_free = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; self->vacancies != NULL && i < self->vacancies->len; i++)
    {
      n_free += hs_board_vacancy_is_free (self->vacancies->pdata[i]);
      if (is_shown (self->vacancies->pdata[i], show, key))
        g_ptr_array_add (shown, self->vacancies->pdata[i]);
    }
  g_list_store_remove_all (self->shown);
  g_list_store_splice (self->shown, 0, 0, shown->pdata, shown->len);
  text = g_strdup_printf (_ ("%u of %u vacancies have room."), n_free,
                          self->vacancies != NULL ? self->vacancies->len : 0);
  gtk_label_set_label (GTK_LABEL (self->count), self->vacancies != NULL ? text : "");
}

static void
vacancies_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsBoardAll) self = user_data;
  GPtrArray *vacancies = hs_board_ask_finish (HS_BOARD (source), result, NULL);

  if (vacancies == NULL)
    return;
  g_clear_pointer (&self->vacancies, g_ptr_array_unref);
  self->vacancies = vacancies;
  if (self->board != NULL)
    refill (self);
}

static void
ask (HsBoardAll *self)
{
  if (!self->stale || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  hs_board_ask (self->board, hs_board_ask_vacancies, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                self->cancellable, vacancies_came, g_object_ref (self));
}

static void
plan_changed (HsBoardAll *self)
{
  self->stale = TRUE;
  ask (self);
}

void
hs_board_all_set_row (HsBoardAll *self, gint64 row)
{
  self->row = row;
}

static void
hs_board_all_dispose (GObject *object)
{
  HsBoardAll *self = HS_BOARD_ALL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->board);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->vacancies, g_ptr_array_unref);
  G_OBJECT_CLASS (hs_board_all_parent_class)->dispose (object);
}

static void
hs_board_all_finalize (GObject *object)
{
  g_object_unref (HS_BOARD_ALL (object)->cancellable);
  G_OBJECT_CLASS (hs_board_all_parent_class)->finalize (object);
}

static void
hs_board_all_class_init (HsBoardAllClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_board_all_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_board_all_finalize;
  given_signal = g_signal_new ("given", HS_TYPE_BOARD_ALL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static GtkBox *
new_tools (HsBoardAll *self)
{
  GtkBox *tools = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  const char *const names[] = { _ ("All vacancies"), _ ("With room"), _ ("Without a student"),
                                NULL };
  g_autoptr (GtkStringList) strings = gtk_string_list_new (names);

  gtk_widget_add_css_class (GTK_WIDGET (tools), "hs-tools");
  self->search = gtk_search_entry_new ();
  hs_a11y_label (self->search, _ ("Search a place"));
  g_object_set (self->search, "placeholder-text", _ ("Search a place"), NULL);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (refill), self);
  gtk_box_append (tools, self->search);
  self->choice = hs_a11y_drop_down (G_LIST_MODEL (strings), _ ("Which places"));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (refill), self);
  gtk_box_append (tools, self->choice);
  hs_board_label (tools,
                  _ ("Choose a student on the left. Then press Enter on a place, or drag the "
                     "student to it."),
                  "hs-hint");
  self->count = hs_board_label (tools, "", "hs-hint");
  return tools;
}

static void
hs_board_all_init (HsBoardAll *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection;

  self->cancellable = g_cancellable_new ();
  self->stale = TRUE;
  self->shown = g_list_store_new (HS_TYPE_BOARD_VACANCY);
  g_signal_connect (factory, "setup", G_CALLBACK (setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), self);
  selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  self->list = gtk_list_view_new (selection, factory);
  gtk_widget_add_css_class (self->list, "hs-list");
  hs_a11y_label (self->list, _ ("Places"));
  g_signal_connect (self->list, "activate", G_CALLBACK (place_activated), self);
  gtk_box_append (box, GTK_WIDGET (new_tools (self)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (box, scrolled);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  g_signal_connect (self, "map", G_CALLBACK (ask), NULL);
}

GtkWidget *
hs_board_all_new (HsBoard *board)
{
  HsBoardAll *self = g_object_new (HS_TYPE_BOARD_ALL, NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "plan-changed", G_CALLBACK (plan_changed), self,
                           G_CONNECT_SWAPPED);
  hs_a11y_name_parts (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
