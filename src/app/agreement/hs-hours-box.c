/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hours, computed as one types: how many days and hours the period counts, over which study
 * years, and a button that takes them over. */

#include "hs-section.h"

#include "hs-a11y.h"
#include "hs-hours.h"

#include <glib/gi18n.h>

typedef struct
{
  HsDossierEditor *editor;
  GtkWidget *box;
  GtkWidget *text;
  GtkWidget *take;
  HsHours hours;
  gboolean known;
} HoursBox;

static char *
hours_text (const HsHours *hours)
{
  g_autofree char *total = hs_hours_format (hours->minutes);
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text,
      ngettext ("Counted: %d day, %s hours.", "Counted: %d days, %s hours.", (gulong) hours->days),
      hours->days, total);
  if (hours->holidays > 0)
    g_string_append_printf (text,
                            ngettext (" %d public holiday falls away.",
                                      " %d public holidays fall away.", (gulong) hours->holidays),
                            hours->holidays);
  for (guint i = 0; hours->n_years > 1 && i < hours->n_years; i++)
    {
      char name[16];
      g_autofree char *minutes = hs_hours_format (hours->years[i].minutes);
      g_string_append_printf (text, _ (" Study year %s: %s hours."),
                              hs_hours_year_name (hours->years[i].year, name), minutes);
    }
  return g_string_free (text, FALSE);
}

static gboolean
spread_fits (HoursBox *self)
{
  g_autoptr (GPtrArray) rows = hs_dossier_editor_rows (self->editor, HS_KIND_SPREAD, -1, 0);
  gint64 total = 0;

  for (guint i = 0; i < rows->len; i++)
    total += hs_record_int (g_ptr_array_index (rows, i), HS_SPREAD_MINUTES);
  return total == self->hours.minutes && rows->len == self->hours.n_years;
}

static void
refresh (HoursBox *self)
{
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  g_autofree char *text = NULL;
  g_autofree char *button = NULL;
  g_autofree char *total = NULL;

  self->known = dossier != NULL && hs_record_has (dossier->sheet, HS_SHEET_START)
                && hs_record_has (dossier->sheet, HS_SHEET_END)
                && hs_record_has (dossier->sheet, HS_SHEET_MINUTES_DAY)
                && hs_hours_of_dossier (dossier, &self->hours, NULL);
  if (!self->known)
    {
      gtk_label_set_label (GTK_LABEL (self->text),
                           _ ("Fill in start, end and hours a day. The hours are then counted."));
      gtk_widget_set_visible (self->take, FALSE);
      return;
    }
  text = hours_text (&self->hours);
  total = hs_hours_format (self->hours.minutes);
  button = g_strdup_printf (_ ("Take over %s hours"), total);
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_button_set_label (GTK_BUTTON (self->take), button);
  hs_a11y_label (self->take, button);
  gtk_widget_set_visible (self->take, hs_dossier_editor_may_edit (self->editor)
                                          && (hs_record_int (dossier->sheet, HS_SHEET_TOTAL_MINUTES)
                                                  != self->hours.minutes
                                              || !spread_fits (self)));
}

static void
take_clicked (GtkButton *button, HoursBox *self)
{
  g_autoptr (GPtrArray) rows = hs_dossier_editor_rows (self->editor, HS_KIND_SPREAD, -1, 0);

  hs_dossier_editor_set_int (self->editor, hs_dossier_editor_dossier (self->editor)->sheet,
                             HS_SHEET_TOTAL_MINUTES, self->hours.minutes);
  for (guint i = self->hours.n_years; i < rows->len; i++)
    hs_dossier_editor_remove_row (self->editor, g_ptr_array_index (rows, i));
  for (guint i = 0; i < self->hours.n_years; i++)
    {
      HsRecord *row = i < rows->len
                          ? g_ptr_array_index (rows, i)
                          : hs_dossier_editor_add_row (self->editor, HS_KIND_SPREAD, -1, 0);
      hs_dossier_editor_set_int (self->editor, row, HS_SPREAD_YEAR, self->hours.years[i].year);
      hs_dossier_editor_set_int (self->editor, row, HS_SPREAD_MINUTES,
                                 self->hours.years[i].minutes);
    }
  refresh (self);
}

static void
box_gone (gpointer data, GObject *box)
{
  HoursBox *self = data;

  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_object_unref (self->editor);
  g_free (self);
}

GtkWidget *
hs_hours_box_new (HsDossierEditor *editor)
{
  HoursBox *self = g_new0 (HoursBox, 1);

  self->editor = g_object_ref (editor);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "hs-computed");
  self->text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_box_append (GTK_BOX (self->box), self->text);
  self->take = gtk_button_new_with_label ("");
  gtk_widget_set_halign (self->take, GTK_ALIGN_START);
  g_signal_connect (self->take, "clicked", G_CALLBACK (take_clicked), self);
  gtk_box_append (GTK_BOX (self->box), self->take);
  g_signal_connect_swapped (editor, "findings-changed", G_CALLBACK (refresh), self);
  g_object_weak_ref (G_OBJECT (self->box), box_gone, self);
  refresh (self);
  return self->box;
}
