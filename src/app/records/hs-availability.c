/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When an item is in use. */

#include "hs-availability.h"

#include "hs-a11y.h"
#include "hs-bar.h"
#include "hs-present.h"
#include "hs-query.h"
#include "hs-window.h"

#include <glib/gi18n.h>

#define SHOWN_DAYS 182

struct _HsAvailability
{
  GtkWidget parent_instance;

  HsContext *context;
  gint64 item;
  GCancellable *cancellable;

  GtkWidget *box;
  GtkLabel *summary;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HsAvailability, hs_availability, GTK_TYPE_WIDGET)

/* ---- reading ---- */

static void
taken_free (gpointer data)
{
  HsTaken *taken = data;

  g_free (taken->title);
  g_free (taken);
}

static gboolean
is_alive (const HsRecord *agreement, gint64 sheet)
{
  HsAgreementState state = (HsAgreementState) hs_record_int (agreement, HS_AGREEMENT_STATE);

  return state <= HS_AGREEMENT_STATE_AGREED
         && hs_record_int (agreement, HS_AGREEMENT_SHEET) == sheet;
}

static HsTaken *
read_taken (HsStore *store, const HsRecord *reservation)
{
  gint64 sheet_id = hs_record_int (reservation, HS_RESERVATION_SHEET);
  g_autoptr (HsRecord) sheet = hs_store_get (store, HS_KIND_SHEET, sheet_id, NULL);
  g_autoptr (HsRecord) agreement = NULL;
  HsTaken *taken;

  if (sheet != NULL)
    agreement =
        hs_store_get (store, HS_KIND_AGREEMENT, hs_record_int (sheet, HS_SHEET_AGREEMENT), NULL);
  if (agreement == NULL || !is_alive (agreement, sheet_id))
    return NULL;
  taken = g_new0 (HsTaken, 1);
  taken->agreement = hs_record_id (agreement);
  taken->title = hs_present_title (store, agreement);
  taken->from = (HsDay) hs_record_int (reservation, HS_RESERVATION_FROM);
  taken->to = (HsDay) hs_record_int (reservation, HS_RESERVATION_TO);
  taken->quantity = hs_record_has (reservation, HS_RESERVATION_QUANTITY)
                        ? hs_record_int (reservation, HS_RESERVATION_QUANTITY)
                        : 1;
  return taken;
}

GPtrArray *
hs_availability_read (HsStore *store, gint64 item, HsDay today, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_RESERVATION);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (taken_free);

  hs_query_where_int (query, HS_RESERVATION_ITEM, HS_OP_EQUAL, item);
  hs_query_where_int (query, HS_RESERVATION_TO, HS_OP_GREATER, today);
  hs_query_order (query, HS_RESERVATION_FROM, FALSE);
  found = hs_store_find (store, query, error);
  if (found == NULL)
    return NULL;
  for (guint i = 0; i < found->len; i++)
    {
      HsTaken *one = read_taken (store, g_ptr_array_index (found, i));
      if (one != NULL)
        g_ptr_array_add (taken, one);
    }
  return g_steal_pointer (&taken);
}

static gpointer
read_job (HsStore *store, gpointer data, GError **error)
{
  return hs_availability_read (store, *(gint64 *) data, hs_clock_today (hs_store_clock (store)),
                               error);
}

/* ---- showing ---- */

static void
row_activated (GtkListBox *list, GtkListBoxRow *row, HsAvailability *self)
{
  gint64 *agreement = g_object_get_data (G_OBJECT (row), "agreement");

  hs_window_open_agreement (hs_window_of (GTK_WIDGET (self)), *agreement);
}

static GtkWidget *
new_row (const HsTaken *taken, HsDay today)
{
  g_autofree char *from = hs_day_format (taken->from);
  g_autofree char *to = hs_day_format (taken->to - 1);
  g_autofree char *value = taken->quantity > 1
                               ? g_strdup_printf ("%s – %s (%d×)", from, to, (int) taken->quantity)
                               : g_strdup_printf ("%s – %s", from, to);
  GtkWidget *row = hs_bar_row_new_span (
      taken->title, value, (double) (taken->from - today) / SHOWN_DAYS,
      (double) (taken->to - today) / SHOWN_DAYS, taken->from <= today ? "busy" : NULL);

  g_object_set_data_full (G_OBJECT (row), "agreement",
                          g_memdup2 (&taken->agreement, sizeof taken->agreement), g_free);
  return row;
}

static void
show (HsAvailability *self, GPtrArray *taken)
{
  HsDay today = hs_context_today (self->context);
  g_autofree char *first = hs_day_format_short (today);
  g_autofree char *last = hs_day_format_short (today + SHOWN_DAYS);
  g_autofree char *text = taken->len == 0
                              ? g_strdup (_ ("Nobody reserved this from today on."))
                              : g_strdup_printf (_ ("The lines run from %s to %s."), first, last);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < taken->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (taken, i), today));
  gtk_widget_set_visible (GTK_WIDGET (self->list), taken->len > 0);
  gtk_label_set_label (self->summary, text);
}

static void
read_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsAvailability) self = user_data;
  g_autoptr (GPtrArray) taken = hs_context_run_finish (HS_CONTEXT (source), result, NULL);

  if (taken != NULL && self->box != NULL)
    show (self, taken);
}

static void
refresh (HsAvailability *self)
{
  hs_context_run (self->context, read_job, g_memdup2 (&self->item, sizeof self->item), g_free,
                  (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_done,
                  g_object_ref (self));
}

/* ---- the widget ---- */

static void
hs_availability_dispose (GObject *object)
{
  HsAvailability *self = HS_AVAILABILITY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_availability_parent_class)->dispose (object);
}

static void
hs_availability_finalize (GObject *object)
{
  g_clear_object (&HS_AVAILABILITY (object)->cancellable);
  G_OBJECT_CLASS (hs_availability_parent_class)->finalize (object);
}

static void
hs_availability_class_init (HsAvailabilityClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_availability_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_availability_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hs_availability_init (HsAvailability *self)
{
  GtkWidget *heading = gtk_label_new (_ ("When it is in use"));

  self->cancellable = g_cancellable_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "hs-section-title");
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "hs-hint");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  hs_a11y_label (GTK_WIDGET (self->list), _ ("When it is in use"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated), self);
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
}

GtkWidget *
hs_availability_new (HsContext *context, gint64 item)
{
  HsAvailability *self = g_object_new (HS_TYPE_AVAILABILITY, NULL);

  self->context = g_object_ref (context);
  self->item = item;
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
