/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contact moments and peer sessions on a small calendar: the days of the placement, what is planned
 * on them, and what does not fit. Below it the day that is looked at, in words. */

#include "hs-section.h"

#include "hs-a11y.h"
#include "hs-calendar.h"
#include "hs-holiday.h"

#include <glib/gi18n.h>

typedef struct
{
  HsDossierEditor *editor;
  HsSection *section; /* not owned: the box is in it */
  GtkWidget *box;
  GtkWidget *calendar;
  GtkWidget *empty;
  GtkWidget *legend;
  GtkWidget *foot;
  GtkWidget *words;
  GtkWidget *open;
  GtkWidget *add;
} ContactCalendar;

/* ---- what is on the days ---- */

static gboolean
is_placement_day (HsDossierEditor *editor, const HsRecord *sheet, HsDay day)
{
  gint64 weekdays = hs_record_int (sheet, HS_SHEET_WEEKDAYS);
  g_autoptr (GPtrArray) breaks = hs_dossier_editor_rows (editor, HS_KIND_INTERRUPTION, -1, 0);

  if (day < hs_record_int (sheet, HS_SHEET_START) || day > hs_record_int (sheet, HS_SHEET_END)
      || !(weekdays >> hs_day_weekday (day) & 1))
    return FALSE;
  for (guint i = 0; i < breaks->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (breaks, i);
      if (hs_record_int (row, HS_INTERRUPTION_FROM) <= day
          && day <= hs_record_int (row, HS_INTERRUPTION_TO))
        return FALSE;
    }
  return TRUE;
}

static void
add_days (ContactCalendar *self, const HsRecord *sheet, HsDay first, HsDay last)
{
  HsCalendar *calendar = HS_CALENDAR (self->calendar);

  for (HsDay day = first; day <= last; day++)
    {
      int holiday = hs_holiday_on (day, HS_HOLIDAYS_USUAL);
      int year, month, number;
      hs_day_split (day, &year, &month, &number);
      if (is_placement_day (self->editor, sheet, day))
        hs_calendar_add (calendar, day, HS_CALENDAR_INSIDE, NULL);
      if (holiday >= 0)
        hs_calendar_add (calendar, day, HS_CALENDAR_FREE,
                         hs_holiday_name ((HsHoliday) holiday, year));
    }
}

/* What a rule finds about the day of @row, or NULL. */
static const HsFinding *
conflict_of (ContactCalendar *self, const HsRecord *row, guint date)
{
  GPtrArray *findings = hs_dossier_editor_findings (self->editor);

  for (guint i = 0; i < findings->len; i++)
    {
      const HsFinding *finding = g_ptr_array_index (findings, i);
      if (finding->kind == hs_record_kind_id (row) && finding->id == hs_record_id (row)
          && finding->id != 0 && finding->field == (int) date
          && finding->severity != HS_SEVERITY_TIP)
        return finding;
    }
  return NULL;
}

static void
add_moments (ContactCalendar *self, HsKindId kind, guint date, guint flag)
{
  g_autoptr (GPtrArray) rows = hs_dossier_editor_rows (self->editor, kind, -1, 0);

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      const HsFinding *conflict = conflict_of (self, row, date);
      g_autofree char *title = hs_record_title (row);
      HsDay day = (HsDay) hs_record_int (row, date);
      if (!hs_record_has (row, date))
        continue;
      hs_calendar_add (HS_CALENDAR (self->calendar), day, flag, title);
      if (conflict != NULL)
        hs_calendar_add (HS_CALENDAR (self->calendar), day, HS_CALENDAR_CONFLICT,
                         conflict->message);
    }
}

/* The first and last day that matter: the placement, and what is planned around it. */
static gboolean
find_span (ContactCalendar *self, const HsRecord *sheet, HsDay *first, HsDay *last)
{
  static const struct
  {
    HsKindId kind;
    guint date;
  } moments[] = { { HS_KIND_CONTACT, HS_CONTACT_DATE }, { HS_KIND_PEER, HS_PEER_DATE } };

  if (sheet == NULL || !hs_record_has (sheet, HS_SHEET_START)
      || !hs_record_has (sheet, HS_SHEET_END))
    return FALSE;
  *first = (HsDay) hs_record_int (sheet, HS_SHEET_START);
  *last = (HsDay) hs_record_int (sheet, HS_SHEET_END);
  for (guint k = 0; k < G_N_ELEMENTS (moments); k++)
    {
      g_autoptr (GPtrArray) rows = hs_dossier_editor_rows (self->editor, moments[k].kind, -1, 0);
      for (guint i = 0; i < rows->len; i++)
        {
          const HsRecord *row = g_ptr_array_index (rows, i);
          HsDay day = (HsDay) hs_record_int (row, moments[k].date);
          /* A slip of the pen in the year is no reason to draw a decade. */
          if (!hs_record_has (row, moments[k].date) || day < *first - 60 || day > *last + 60)
            continue;
          *first = MIN (*first, day);
          *last = MAX (*last, day);
        }
    }
  return *first <= *last;
}

/* ---- the day that is looked at ---- */

static void
show_day (ContactCalendar *self)
{
  HsDay day = hs_calendar_day (HS_CALENDAR (self->calendar));
  guint flags = hs_calendar_flags (HS_CALENDAR (self->calendar), day);
  g_autofree char *words =
      day == HS_DAY_NONE ? NULL : hs_calendar_words (HS_CALENDAR (self->calendar), day);

  gtk_widget_set_visible (self->foot, words != NULL);
  gtk_label_set_label (GTK_LABEL (self->words), words != NULL ? words : "");
  gtk_widget_set_visible (self->open, (flags & (HS_CALENDAR_MARK | HS_CALENDAR_SECOND)) != 0);
  gtk_widget_set_visible (self->add, hs_dossier_editor_may_edit (self->editor));
}

static void
refresh (ContactCalendar *self)
{
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  HsDay first, last;
  gboolean known = dossier != NULL && find_span (self, dossier->sheet, &first, &last);

  gtk_widget_set_visible (self->empty, !known);
  gtk_widget_set_visible (self->calendar, known);
  gtk_widget_set_visible (self->legend, known);
  if (known)
    {
      hs_calendar_set_span (HS_CALENDAR (self->calendar), first, last);
      add_days (self, dossier->sheet, first, last);
      add_moments (self, HS_KIND_CONTACT, HS_CONTACT_DATE, HS_CALENDAR_MARK);
      add_moments (self, HS_KIND_PEER, HS_PEER_DATE, HS_CALENDAR_SECOND);
      hs_calendar_done (HS_CALENDAR (self->calendar));
    }
  show_day (self);
}

/* The first row that is planned on @day. */
static HsRecord *
row_on (ContactCalendar *self, HsDay day)
{
  g_autoptr (GPtrArray) contacts =
      hs_dossier_editor_rows (self->editor, HS_KIND_CONTACT, HS_CONTACT_DATE, day);
  g_autoptr (GPtrArray) peers =
      hs_dossier_editor_rows (self->editor, HS_KIND_PEER, HS_PEER_DATE, day);

  if (contacts->len > 0)
    return g_ptr_array_index (contacts, 0);
  return peers->len > 0 ? g_ptr_array_index (peers, 0) : NULL;
}

static void
add_on_day (ContactCalendar *self)
{
  HsEditor *editor = hs_dossier_editor_editor (self->editor);
  HsRecord *row;

  hs_editor_begin_step (editor);
  row = hs_dossier_editor_add_row (self->editor, HS_KIND_CONTACT, HS_CONTACT_DATE,
                                   hs_calendar_day (HS_CALENDAR (self->calendar)));
  hs_dossier_editor_set_int (self->editor, row, HS_CONTACT_PEOPLE,
                             1 << HS_PARTY_STUDENT | 1 << HS_PARTY_SUPERVISOR
                                 | 1 << HS_PARTY_TEACHER);
  hs_editor_end_step (editor);
  refresh (self);
  hs_section_open_row (self->section, row);
}

static void
open_day (ContactCalendar *self)
{
  HsRecord *row = row_on (self, hs_calendar_day (HS_CALENDAR (self->calendar)));

  if (row != NULL)
    hs_section_open_row (self->section, row);
}

static void
activated (HsCalendar *calendar, int day, ContactCalendar *self)
{
  if (row_on (self, day) != NULL)
    open_day (self);
  else if (hs_dossier_editor_may_edit (self->editor))
    add_on_day (self);
}

/* ---- the box ---- */

static void
box_gone (gpointer data, GObject *box)
{
  ContactCalendar *self = data;

  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_object_unref (self->editor);
  g_free (self);
}

static GtkWidget *
add_text (ContactCalendar *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
add_foot (ContactCalendar *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  self->open = gtk_button_new_with_label (_ ("Open"));
  self->add = gtk_button_new_with_label (_ ("Contact moment on this day"));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->add))),
                           PANGO_ELLIPSIZE_END);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_day), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_on_day), self);
  gtk_box_append (GTK_BOX (buttons), self->open);
  gtk_box_append (GTK_BOX (buttons), self->add);
  gtk_box_append (GTK_BOX (self->foot), self->words);
  gtk_box_append (GTK_BOX (self->foot), buttons);
  gtk_widget_add_css_class (self->foot, "hs-computed");
  gtk_box_append (GTK_BOX (self->box), self->foot);
  hs_a11y_name_parts (self->foot);
}

GtkWidget *
hs_contact_calendar_new (HsSection *section)
{
  ContactCalendar *self = g_new0 (ContactCalendar, 1);

  self->editor = g_object_ref (hs_section_editor (section));
  self->section = section;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->empty = add_text (
      self, _ ("Fill in start and end of the placement. Then a calendar stands here."), "hs-hint");
  self->calendar = hs_calendar_new (_ ("Calendar of the contact moments"));
  gtk_widget_set_halign (self->calendar, GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (self->box), self->calendar);
  self->legend = add_text (self,
                           _ ("Filled: contact moment. Open ring: peer session. Red ring: does not "
                              "fit. Struck through: holiday. Tinted: day of the placement."),
                           "hs-hint");
  add_foot (self);
  g_signal_connect (self->calendar, "activated", G_CALLBACK (activated), self);
  g_signal_connect_swapped (self->calendar, "day-changed", G_CALLBACK (show_day), self);
  g_signal_connect_swapped (self->editor, "findings-changed", G_CALLBACK (refresh), self);
  g_object_weak_ref (G_OBJECT (self->box), box_gone, self);
  refresh (self);
  return self->box;
}
