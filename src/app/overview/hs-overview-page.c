/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview. It reads again when the file changed, but only while it is looked at. What is to do
 * is read and shown first, the rest after it. */

#include "hs-overview-page.h"

#include "hs-a11y.h"
#include "hs-bar.h"
#include "hs-clear-up.h"
#include "hs-columns.h"
#include "hs-new-agreement.h"
#include "hs-notify.h"
#include "hs-overview-rows.h"
#include "hs-page.h"
#include "hs-present.h"
#include "hs-remind.h"

#include <glib/gi18n.h>

#define MOST_ROWS 12
#define MOST_OTHERS 8

struct _HsOverviewPage
{
  AdwBin parent_instance;

  HsContext *context;
  GCancellable *cancellable;
  gboolean stale;
  gboolean looked; /* since is known */
  gint64 since;
  gint64 n_expired;
  HsOverview *overview; /* what is shown */
  HsNotify told;
  guint hourly;
  GPtrArray *checks; /* check button of each row of others, not owned */

  AdwHeaderBar *bar;
  GtkWidget *back;
  GtkWidget *add;
  GtkLabel *greeting;
  GtkWidget *mine_title;
  GtkListBox *mine;
  GtkLabel *mine_more;
  AdwStatusPage *nothing;
  GtkWidget *first;
  GtkWidget *remind;
  GtkBox *others_box;
  GtkWidget *cards;

  HsCard others;
  HsCard soon;
  HsCard news;
  HsCard unplaced;
  HsCard idle;
  HsCard states;
  HsCard supervisors;
  HsCard coaches;
  HsCard expired;
};

static void page_init (HsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsOverviewPage, hs_overview_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HS_TYPE_PAGE, page_init))

/* ---- what is to do ---- */

static void
fill (HsCard *card, GPtrArray *tasks, guint most)
{
  hs_card_clear (card);
  for (guint i = 0; i < tasks->len && i < most; i++)
    gtk_list_box_append (card->list, hs_task_row_new (g_ptr_array_index (tasks, i), FALSE));
  gtk_widget_set_visible (card->box, tasks->len > 0);
}

static void
fill_mine (HsOverviewPage *self)
{
  GPtrArray *mine = self->overview->mine;
  guint more = mine->len > MOST_ROWS ? mine->len - MOST_ROWS : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->mine))) != NULL)
    gtk_list_box_remove (self->mine, row);
  for (guint i = 0; i < mine->len && i < MOST_ROWS; i++)
    gtk_list_box_append (self->mine, hs_task_row_new (g_ptr_array_index (mine, i), TRUE));
  gtk_widget_set_visible (GTK_WIDGET (self->mine_more), more > 0);
  if (more > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("After that %u more is waiting.", "After that %u more are waiting.", more),
          more);
      gtk_label_set_label (self->mine_more, text);
    }
}

static void
show_nothing (HsOverviewPage *self)
{
  const HsOverview *overview = self->overview;
  gboolean none = overview->mine->len == 0;
  gboolean empty = overview->n_agreements == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->nothing), none);
  gtk_widget_set_visible (self->mine_title, !none);
  gtk_widget_set_visible (GTK_WIDGET (self->mine), !none);
  gtk_widget_set_visible (self->first, empty && !hs_context_is_read_only (self->context));
  adw_status_page_set_icon_name (self->nothing,
                                 empty ? "hs-agreements-symbolic" : "emblem-ok-symbolic");
  adw_status_page_set_title (self->nothing, empty ? _ ("No agreements yet") : _ ("All done"));
  adw_status_page_set_description (
      self->nothing,
      empty ? _ ("Make an agreement for a student. It then stands here with the next step.")
            : _ ("Nothing waits for you now."));
}

/* ---- what waits for others ---- */

static void
checks_changed (HsOverviewPage *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    any = any || gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
  gtk_widget_set_sensitive (self->remind, any);
}

static void
fill_others (HsOverviewPage *self)
{
  GPtrArray *others = self->overview->others;

  hs_card_clear (&self->others);
  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < others->len && i < MOST_OTHERS; i++)
    {
      const HsTask *task = g_ptr_array_index (others, i);
      GtkWidget *check;
      gtk_list_box_append (self->others.list, hs_waiting_row_new (task, &check));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   gtk_widget_get_sensitive (check)
                                       && task->days >= self->overview->remind_days);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (checks_changed), self);
      g_ptr_array_add (self->checks, check);
    }
  if (others->len > MOST_OTHERS)
    hs_card_add_more (&self->others, _ ("All agreements"), "win.section(2)");
  gtk_widget_set_visible (self->others.box, others->len > 0);
  checks_changed (self);
}

static void
remind_clicked (HsOverviewPage *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  const HsActor *actor = hs_context_actor (self->context);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (self->overview->others, i));
  hs_remind_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), chosen,
                  actor != NULL ? actor->name : NULL);
}

/* ---- agreements by state ---- */

static void
fill_states (HsOverviewPage *self)
{
  const HsOverview *overview = self->overview;

  hs_card_clear (&self->states);
  for (guint i = 0; i < HS_N_AGREEMENT_STATES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, overview->counts[i]);
      GtkWidget *row;
      if (overview->counts[i] == 0)
        continue;
      row = hs_bar_row_new (hs_choice_label (HS_CHOICES_AGREEMENT_STATE, i), number,
                            (double) overview->counts[i] / (double) overview->n_agreements,
                            hs_present_tone (HS_KIND_AGREEMENT, i));
      g_object_set_data (G_OBJECT (row), "state", GUINT_TO_POINTER (i));
      gtk_list_box_append (self->states.list, row);
    }
  gtk_widget_set_visible (self->states.box, overview->n_agreements > 0);
}

static void
state_activated (GtkListBox *list, GtkListBoxRow *row, HsOverviewPage *self)
{
  guint state = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "state"));

  hs_window_show_agreements (hs_window_of (GTK_WIDGET (self)), state);
}

static void
busy_activated (GtkListBox *list, GtkListBoxRow *row, HsOverviewPage *self)
{
  hs_busy_row_open (row);
}

/* ---- the rest ---- */

static void
fill_busy (HsCard *card, GPtrArray *busy, gboolean minutes)
{
  hs_card_clear (card);
  for (guint i = 0; i < busy->len; i++)
    gtk_list_box_append (card->list, hs_busy_row_new (g_ptr_array_index (busy, i), minutes));
  gtk_widget_set_visible (card->box, busy->len > 0);
}

static void
add_rest (HsCard *card, gint64 n, guint shown, const char *action)
{
  g_autofree char *text = NULL;

  if (n <= shown)
    return;
  text = g_strdup_printf (ngettext ("And %d more.", "And %d more.", (gulong) (n - shown)),
                          (int) (n - shown));
  hs_card_add_more (card, text, action);
}

static void
show_more (HsOverviewPage *self, const HsOverviewMore *more)
{
  fill (&self->news, more->news, more->news->len);
  fill (&self->unplaced, more->unplaced, more->unplaced->len);
  add_rest (&self->unplaced, more->n_unplaced, more->unplaced->len, "win.section(3)");
  fill (&self->idle, more->idle, more->idle->len);
  add_rest (&self->idle, more->n_idle, more->idle->len, "win.section(6)");
  fill_busy (&self->supervisors, more->supervisors, FALSE);
  fill_busy (&self->coaches, more->coaches, TRUE);
  fill (&self->expired, more->expired, more->expired->len);
  self->n_expired = more->n_expired;
}

static void
erase_clicked (HsOverviewPage *self)
{
  hs_clear_up_ask (hs_window_of (GTK_WIDGET (self)), self->context, self->n_expired);
}

static void
more_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsOverviewPage) self = user_data;
  g_autoptr (HsOverviewMore) more = hs_overview_more_finish (HS_CONTEXT (source), result, NULL);

  if (more != NULL && self->context != NULL)
    show_more (self, more);
}

static void
load_more (HsOverviewPage *self)
{
  hs_overview_more_async (self->context, self->since, self->cancellable, more_loaded,
                          g_object_ref (self));
}

static void
look_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsOverviewPage) self = user_data;

  self->since = hs_overview_look_finish (HS_CONTEXT (source), result);
  self->looked = TRUE;
  if (self->context != NULL)
    load_more (self);
}

static void
show (HsOverviewPage *self)
{
  const HsActor *actor = hs_context_actor (self->context);
  g_autofree char *day = hs_day_format_long (hs_context_today (self->context));
  g_autofree char *greeting =
      g_strdup_printf (_ ("Hello %s. It is %s."), actor ? actor->name : "", day);

  gtk_label_set_label (self->greeting, greeting);
  fill_mine (self);
  fill_others (self);
  fill (&self->soon, self->overview->soon, self->overview->soon->len);
  fill_states (self);
  show_nothing (self);
  hs_notify_waiting (&self->told, self->context,
                     GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     self->overview->mine->len);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsOverviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsOverview) overview = hs_overview_load_finish (HS_CONTEXT (source), result, &error);

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (overview == NULL)
    {
      gtk_label_set_label (self->greeting, error->message);
      return;
    }
  g_clear_pointer (&self->overview, hs_overview_free);
  self->overview = g_steal_pointer (&overview);
  show (self);
  if (self->looked)
    load_more (self);
  else
    hs_overview_look_async (self->context, look_known, g_object_ref (self));
}

static void
load (HsOverviewPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stale = FALSE;
  hs_overview_load_async (self->context, self->cancellable, loaded, g_object_ref (self));
}

static void
store_changed (HsOverviewPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/* A day goes by in a program that stays open: what is late changes without anybody's doing. */
static gboolean
hour_passed (gpointer user_data)
{
  load (user_data);
  return G_SOURCE_CONTINUE;
}

static void
mapped (HsOverviewPage *self)
{
  if (self->stale)
    load (self);
}

/* ---- the page ---- */

static void
page_add (HsPage *page)
{
  HsOverviewPage *self = HS_OVERVIEW_PAGE (page);

  if (!hs_context_is_read_only (self->context))
    gtk_window_present (
        GTK_WINDOW (hs_new_agreement_new (hs_window_of (GTK_WIDGET (self)), self->context)));
}

static void
page_search (HsPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.search-all", NULL);
}

static void
page_set_folded (HsPage *page, gboolean folded)
{
  HsOverviewPage *self = HS_OVERVIEW_PAGE (page);

  gtk_widget_set_visible (self->back, folded);
  adw_header_bar_set_show_start_title_buttons (self->bar, folded);
}

static void
page_init (HsPageInterface *iface)
{
  iface->add = page_add;
  iface->search = page_search;
  iface->set_folded = page_set_folded;
}

static void
hs_overview_page_dispose (GObject *object)
{
  HsOverviewPage *self = HS_OVERVIEW_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->hourly, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->overview, hs_overview_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (hs_overview_page_parent_class)->dispose (object);
}

static void
hs_overview_page_class_init (HsOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_COLUMNS);
  G_OBJECT_CLASS (klass)->dispose = hs_overview_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/overview/hs-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, bar);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, back);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, add);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, greeting);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, mine_title);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, mine);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, mine_more);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, first);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, others_box);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, cards);
}

static void
add_cards (HsOverviewPage *self)
{
  GtkWidget *cards = self->cards;
  GtkWidget *erase;

  hs_card_add (&self->others, GTK_WIDGET (self->others_box), _ ("Waiting for others"));
  self->remind = gtk_button_new_with_mnemonic (_ ("_Remind…"));
  gtk_widget_set_tooltip_text (self->remind, _ ("Make a mail for the rows that are ticked"));
  g_signal_connect_swapped (self->remind, "clicked", G_CALLBACK (remind_clicked), self);
  gtk_box_append (GTK_BOX (self->others.head), self->remind);
  hs_card_add (&self->soon, cards, _ ("Soon"));
  hs_card_add (&self->news, cards, _ ("Changed since you looked last"));
  hs_card_add (&self->unplaced, cards, _ ("Students without a place"));
  hs_card_add (&self->idle, cards, _ ("Technology that nobody uses"));
  hs_card_add (&self->states, cards, _ ("Agreements by state"));
  hs_card_add (&self->supervisors, cards, _ ("Supervisors: students in the next 8 weeks"));
  hs_card_add (&self->coaches, cards, _ ("Digicoaches: hours in the next 8 weeks"));
  hs_card_add (&self->expired, cards, _ ("Kept long enough"));
  erase = gtk_button_new_with_mnemonic (_ ("_Erase…"));
  g_signal_connect_swapped (erase, "clicked", G_CALLBACK (erase_clicked), self);
  gtk_box_append (GTK_BOX (self->expired.head), erase);
  g_signal_connect (self->states.list, "row-activated", G_CALLBACK (state_activated), self);
  g_signal_connect (self->supervisors.list, "row-activated", G_CALLBACK (busy_activated), self);
  g_signal_connect (self->coaches.list, "row-activated", G_CALLBACK (busy_activated), self);
}

static void
hs_overview_page_init (HsOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
  add_cards (self);
  hs_a11y_name_parts (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (mapped), NULL);
}

GtkWidget *
hs_overview_page_new (HsContext *context)
{
  HsOverviewPage *self = g_object_new (HS_TYPE_OVERVIEW_PAGE, NULL);

  self->context = g_object_ref (context);
  gtk_widget_set_visible (self->add, !hs_context_is_read_only (context));
  g_signal_connect_object (context, "changed", G_CALLBACK (store_changed), self, G_CONNECT_SWAPPED);
  self->hourly = g_timeout_add_seconds (3600, hour_passed, self);
  load (self);
  return GTK_WIDGET (self);
}
