/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview. It reads again when the file changed, but only while it is looked at. */

#include "hs-overview-page.h"

#include "hs-a11y.h"
#include "hs-new-agreement.h"
#include "hs-overview-data.h"
#include "hs-page.h"
#include "hs-present.h"

#include <glib/gi18n.h>

#define MOST_ROWS 12

struct _HsOverviewPage
{
  AdwBin parent_instance;

  HsContext *context;
  GCancellable *cancellable;
  gboolean stale;

  AdwHeaderBar *bar;
  GtkWidget *back;
  GtkWidget *add;
  GtkLabel *greeting;
  GtkFlowBox *states;
  GtkWidget *mine_title;
  GtkListBox *mine;
  GtkLabel *mine_more;
  AdwStatusPage *nothing;
  GtkWidget *first;
  GtkWidget *soon_box;
  GtkListBox *soon;
  GtkWidget *others_box;
  GtkListBox *others;
};

static void page_init (HsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsOverviewPage, hs_overview_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HS_TYPE_PAGE, page_init))

static void
open_agreement (HsOverviewPage *self, GtkWidget *from)
{
  gint64 *id = g_object_get_data (G_OBJECT (from), "agreement");

  if (id != NULL)
    hs_window_open_agreement (hs_window_of (GTK_WIDGET (self)), *id);
}

static void
row_activated (HsOverviewPage *self, GtkWidget *row)
{
  open_agreement (self, row);
}

static void
button_clicked (GtkButton *button, HsOverviewPage *self)
{
  open_agreement (self, GTK_WIDGET (button));
}

static void
set_agreement (GtkWidget *widget, gint64 id)
{
  g_object_set_data_full (G_OBJECT (widget), "agreement", g_memdup2 (&id, sizeof id), g_free);
}

static GtkWidget *
new_row (HsOverviewPage *self, const HsTask *task, gboolean with_button)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *suffix;
  g_autofree char *said = g_strdup_printf ("%s, %s, %s", task->title, task->subtitle, task->button);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), task->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), task->subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  hs_a11y_label (row, said);
  if (task->urgent)
    gtk_widget_add_css_class (row, "hs-urgent");
  if (with_button)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", task->button, task->title);
      suffix = gtk_button_new_with_label (task->button);
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (suffix))), TRUE);
      gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (suffix))),
                             GTK_JUSTIFY_CENTER);
      hs_a11y_label (suffix, name);
      g_signal_connect (suffix, "clicked", G_CALLBACK (button_clicked), self);
      set_agreement (suffix, task->agreement);
    }
  else
    {
      suffix = gtk_label_new (task->button);
      gtk_label_set_wrap (GTK_LABEL (suffix), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (suffix),
                                 MIN (20, (int) g_utf8_strlen (task->button, -1)));
      gtk_label_set_max_width_chars (GTK_LABEL (suffix), 24);
      gtk_label_set_xalign (GTK_LABEL (suffix), 1);
      gtk_widget_add_css_class (suffix, "hs-row-subtitle");
    }
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  set_agreement (row, task->agreement);
  return row;
}

static void
fill_list (HsOverviewPage *self, GtkListBox *list, GPtrArray *tasks, gboolean with_button)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < tasks->len && i < MOST_ROWS; i++)
    gtk_list_box_append (list, new_row (self, g_ptr_array_index (tasks, i), with_button));
}

static void
add_state (HsOverviewPage *self, guint state, gint64 count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_autofree char *said =
      g_strdup_printf ("%s: %s", hs_choice_label (HS_CHOICES_AGREEMENT_STATE, state), text);
  GtkWidget *number = gtk_label_new (text);
  GtkWidget *name = gtk_label_new (hs_choice_label (HS_CHOICES_AGREEMENT_STATE, state));
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_add_css_class (number, "hs-number");
  gtk_widget_add_css_class (name, "hs-number-name");
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_justify (GTK_LABEL (name), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 14);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), name);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_add_css_class (child, "hs-state");
  gtk_widget_add_css_class (child, hs_present_tone (HS_KIND_AGREEMENT, state));
  hs_a11y_label (child, said);
  g_object_set_data (G_OBJECT (child), "state", GUINT_TO_POINTER (state));
  gtk_flow_box_append (self->states, child);
}

static void
fill_states (HsOverviewPage *self, const HsOverview *overview)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->states))) != NULL)
    gtk_flow_box_remove (self->states, child);
  for (guint i = 0; i < HS_N_AGREEMENT_STATES; i++)
    if (overview->counts[i] > 0)
      add_state (self, i, overview->counts[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->states), overview->n_agreements > 0);
}

static void
state_activated (HsOverviewPage *self, GtkFlowBoxChild *child)
{
  guint state = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "state"));
  HsWindow *window = hs_window_of (GTK_WIDGET (self));

  hs_window_show_agreements (window, state);
}

static void
show_nothing (HsOverviewPage *self, const HsOverview *overview)
{
  gboolean none = overview->mine->len == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->nothing), none);
  gtk_widget_set_visible (self->mine_title, !none);
  gtk_widget_set_visible (GTK_WIDGET (self->mine), !none);
  gtk_widget_set_visible (self->first,
                          overview->n_agreements == 0 && !hs_context_is_read_only (self->context));
  adw_status_page_set_icon_name (
      self->nothing, overview->n_agreements == 0 ? "hs-agreements-symbolic" : "emblem-ok-symbolic");
  adw_status_page_set_title (self->nothing, overview->n_agreements == 0 ? _ ("No agreements yet")
                                                                        : _ ("All done"));
  adw_status_page_set_description (
      self->nothing, overview->n_agreements == 0
                         ? _ ("Make an agreement for a student. It then stands here with the next "
                              "step.")
                         : _ ("Nothing waits for you now."));
}

static void
show (HsOverviewPage *self, const HsOverview *overview)
{
  const HsActor *actor = hs_context_actor (self->context);
  g_autofree char *day = hs_day_format_long (hs_context_today (self->context));
  g_autofree char *greeting =
      g_strdup_printf (_ ("Hello %s. It is %s."), actor ? actor->name : "", day);

  gtk_label_set_label (self->greeting, greeting);
  fill_states (self, overview);
  fill_list (self, self->mine, overview->mine, TRUE);
  fill_list (self, self->soon, overview->soon, FALSE);
  fill_list (self, self->others, overview->others, FALSE);
  gtk_widget_set_visible (self->soon_box, overview->soon->len > 0);
  gtk_widget_set_visible (self->others_box, overview->others->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->mine_more), overview->mine->len > MOST_ROWS);
  if (overview->mine->len > MOST_ROWS)
    {
      guint n = overview->mine->len - MOST_ROWS;
      g_autofree char *more = g_strdup_printf (
          ngettext ("After that %u more is waiting.", "After that %u more are waiting.", n), n);
      gtk_label_set_label (self->mine_more, more);
    }
  show_nothing (self, overview);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsOverviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsOverview) overview = hs_overview_load_finish (HS_CONTEXT (source), result, &error);

  if (overview != NULL && self->context != NULL)
    show (self, overview);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && error != NULL)
    gtk_label_set_label (self->greeting, error->message);
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

static void
mapped (HsOverviewPage *self)
{
  if (self->stale)
    load (self);
}

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
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_overview_page_parent_class)->dispose (object);
}

static void
hs_overview_page_class_init (HsOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_overview_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/overview/hs-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, bar);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, back);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, add);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, greeting);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, states);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, mine_title);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, mine);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, mine_more);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, first);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, soon_box);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, soon);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, others_box);
  gtk_widget_class_bind_template_child (widget_class, HsOverviewPage, others);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, state_activated);
}

static void
hs_overview_page_init (HsOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  load (self);
  return GTK_WIDGET (self);
}
