/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of an agreement as iCalendar, with libical. */

#include "hs-ics.h"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "hs-date.h"
#include "hs-error.h"

#define ZONE_ID "Europe/Amsterdam"
#define UID_DOMAIN "handslag.nl"
#define DEFAULT_MINUTES 60

/* The rules of the European Union since 1996 (directive 2000/84/EC). */
static const char zone_text[] = "BEGIN:VTIMEZONE\r\n"
                                "TZID:" ZONE_ID "\r\n"
                                "BEGIN:DAYLIGHT\r\n"
                                "TZOFFSETFROM:+0100\r\n"
                                "TZOFFSETTO:+0200\r\n"
                                "TZNAME:CEST\r\n"
                                "DTSTART:19960331T020000\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                "END:DAYLIGHT\r\n"
                                "BEGIN:STANDARD\r\n"
                                "TZOFFSETFROM:+0200\r\n"
                                "TZOFFSETTO:+0100\r\n"
                                "TZNAME:CET\r\n"
                                "DTSTART:19961027T030000\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                "END:STANDARD\r\n"
                                "END:VTIMEZONE\r\n";

typedef struct
{
  const HsIcsOptions *options;
  json_t *root;
  struct icaltimetype stamp;
  char *place; /* where the placement is, or NULL */
  const char *student;
  GPtrArray *entries; /* of icalcomponent, not owned while in a calendar */
  gboolean timed; /* whether the zone is needed */
} Calendar;

/* ---- reading ---- */

static const char *
text_at (json_t *object, const char *key)
{
  const char *text = json_string_value (json_object_get (object, key));
  return text != NULL && *text != '\0' ? text : NULL;
}

/* The day of a date or moment, or HS_DAY_NONE. */
static HsDay
day_at (json_t *object, const char *key)
{
  const char *text = text_at (object, key);
  return text != NULL && strlen (text) >= 10 ? hs_day_parse_iso (text, 10) : HS_DAY_NONE;
}

/* A text, or a list of texts with commas (transfer full); NULL when there is none. */
static char *
list_at (json_t *object, const char *key)
{
  json_t *value = json_object_get (object, key);
  g_autoptr (GString) out = g_string_new (NULL);
  json_t *item;
  size_t i;

  if (json_is_string (value))
    return g_strdup (json_string_value (value));
  json_array_foreach (value, i, item)
  {
    if (json_is_string (item))
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", json_string_value (item));
  }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static char *
place_of (json_t *root)
{
  json_t *parties = json_object_get (root, "parties");
  json_t *location = json_object_get (parties, "location");
  const char *const parts[] = { text_at (json_object_get (parties, "host"), "name"),
                                text_at (location, "name"), text_at (location, "address"),
                                text_at (location, "place") };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", parts[i]);
  return g_string_free (out, FALSE);
}

/* ---- entries ---- */

/* What an iCalendar text may not hold is left out: controls but line feeds (RFC 5545, 3.3.11). */
static char *
clean (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if ((guchar) *c >= 0x20 || *c == '\n')
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}

static struct icaltimetype
ical_day (HsDay day)
{
  struct icaltimetype time = icaltime_null_date ();

  hs_day_split (day, &time.year, &time.month, &time.day);
  return time;
}

/* The UID of entry @index (from 1) of its kind. */
static char *
make_uid (Calendar *self, const char *kind, json_t *item, guint index)
{
  const char *own = text_at (item, "uid");

  if (own != NULL)
    return g_strdup_printf ("%s-%s@" UID_DOMAIN, self->options->uid, own);
  return g_strdup_printf ("%s-%s-%u@" UID_DOMAIN, self->options->uid, kind, index);
}

/* An entry with what all have in common. @uid, @summary (transfer full). */
static icalcomponent *
add_entry (Calendar *self, icalcomponent_kind kind, char *uid, char *summary)
{
  g_autofree char *cleaned = clean (summary);
  icalcomponent *entry = icalcomponent_vanew (
      kind, icalproperty_new_uid (uid), icalproperty_new_dtstamp (self->stamp),
      icalproperty_new_sequence (self->options->sequence), icalproperty_new_summary (cleaned),
      icalproperty_new_categories (_ ("Placement")), (void *) 0);

  if (self->place != NULL && *self->place != '\0')
    {
      g_autofree char *place = clean (self->place);
      icalcomponent_add_property (entry, icalproperty_new_location (place));
    }
  g_ptr_array_add (self->entries, entry);
  g_free (uid);
  g_free (summary);
  return entry;
}

static void
describe (icalcomponent *entry, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_autofree char *cleaned = clean (text);
  icalcomponent_add_property (entry, icalproperty_new_description (cleaned));
}

/* "Startgesprek – Sanne Jansen" (transfer full). */
static char *
titled (Calendar *self, const char *title)
{
  return self->student != NULL ? g_strdup_printf ("%s – %s", title, self->student)
                               : g_strdup (title);
}

/* An event that takes a whole day; its end is the next day (RFC 5545, 3.6.1). */
static void
set_whole_day (icalcomponent *entry, HsDay day)
{
  icalcomponent_add_property (entry, icalproperty_new_dtstart (ical_day (day)));
  icalcomponent_add_property (entry, icalproperty_new_dtend (ical_day (day + 1)));
  icalcomponent_add_property (entry, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
}

/* Adds a time with the zone as parameter. */
static void
add_zoned (icalcomponent *entry, icalproperty *property)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (ZONE_ID));
  icalcomponent_add_property (entry, property);
}

static void
set_time (Calendar *self, icalcomponent *entry, HsDay day, int hour, int minute, int minutes)
{
  struct icaltimetype start = ical_day (day);

  start.is_date = 0;
  start.hour = hour;
  start.minute = minute;
  start.second = 0;
  struct icaltimetype end = start;
  icaltime_adjust (&end, 0, 0, minutes, 0);
  add_zoned (entry, icalproperty_new_dtstart (start));
  add_zoned (entry, icalproperty_new_dtend (end));
  self->timed = TRUE;
}

/* When the item says at what time: "time", or behind the date. */
static gboolean
time_of (json_t *item, int *hour, int *minute)
{
  const char *time = text_at (item, "time");
  const char *date = text_at (item, "date");

  if (time == NULL && date != NULL && strlen (date) > 11)
    time = date + 11;
  return time != NULL && sscanf (time, "%2d:%2d", hour, minute) == 2 && *hour >= 0 && *hour < 24
         && *minute >= 0 && *minute < 60;
}

static void
add_contact (Calendar *self, const char *kind, json_t *item, guint index)
{
  HsDay day = day_at (item, "date");
  int hour, minute;
  g_autofree char *people = list_at (item, "people");
  const char *title = text_at (item, "title");

  if (day == HS_DAY_NONE)
    return;
  if (title == NULL)
    title = text_at (item, "text");
  if (title == NULL)
    title = g_str_has_suffix (kind, "-peer") ? _ ("Peer session") : _ ("Contact moment");
  icalcomponent *entry = add_entry (self, ICAL_VEVENT_COMPONENT, make_uid (self, kind, item, index),
                                    titled (self, title));
  if (time_of (item, &hour, &minute))
    {
      json_int_t minutes = json_integer_value (json_object_get (item, "minutes"));
      set_time (self, entry, day, hour, minute,
                minutes > 0 && minutes < 1440 ? (int) minutes : DEFAULT_MINUTES);
    }
  else
    set_whole_day (entry, day);
  const char *how = text_at (item, "kind");
  g_autofree char *with = people != NULL ? g_strdup_printf (_ ("With: %s"), people) : g_strdup ("");
  g_autofree char *text =
      g_strdup_printf ("%s%s%s", how != NULL ? how : "", how != NULL && *with ? "\n" : "", with);
  describe (entry, text);
}

/* Something to do before the end of @day. */
static void
add_todo (Calendar *self, const char *kind, json_t *item, guint index, HsDay day,
          const char *summary, const char *description)
{
  if (day == HS_DAY_NONE || summary == NULL)
    return;
  icalcomponent *entry = add_entry (self, ICAL_VTODO_COMPONENT, make_uid (self, kind, item, index),
                                    titled (self, summary));
  icalcomponent_add_property (entry, icalproperty_new_due (ical_day (day)));
  icalcomponent_add_property (entry, icalproperty_new_status (ICAL_STATUS_NEEDSACTION));
  describe (entry, description);
}

static void
add_task (Calendar *self, const char *kind, json_t *item, guint index)
{
  const char *party = text_at (item, "party");
  g_autofree char *does = party != NULL ? g_strdup (party) : list_at (item, "does");
  g_autofree char *who = does != NULL ? g_strdup_printf (_ ("Who does it: %s"), does) : NULL;

  add_todo (self, kind, item, index, day_at (item, "by"), text_at (item, "text"), who);
}

static void
add_step (Calendar *self, const char *kind, json_t *item, guint index)
{
  HsDay start = day_at (json_object_get (self->root, "sheet"), "start");
  json_t *offset = json_object_get (item, "day");
  const char *party = text_at (item, "party");
  g_autofree char *who = party != NULL ? g_strdup_printf (_ ("Who sees to it: %s"), party) : NULL;
  HsDay day = day_at (item, "day");

  if (json_is_integer (offset) && start != HS_DAY_NONE)
    day = start + (HsDay) CLAMP (json_integer_value (offset), -3650, 3650);
  add_todo (self, kind, item, index, day, text_at (item, "text"), who);
}

static void
add_material (Calendar *self, const char *kind, json_t *item, guint index)
{
  add_todo (self, kind, item, index, day_at (item, "finish_by"), text_at (item, "title"),
            text_at (item, "link"));
}

/* ---- calendar ---- */

typedef void (*AddItem) (Calendar *self, const char *kind, json_t *item, guint index);

/* Each list of a theme with dates in it. */
static const struct
{
  const char *list;
  const char *kind; /* part of the UID: never to be changed */
  AddItem add;
} lists[] = {
  { "contacts", "contact", add_contact }, { "peers", "peer", add_contact },
  { "tasks", "task", add_task },          { "clauses", "clause", add_task },
  { "steps", "step", add_step },          { "materials", "material", add_material },
};

static void
add_theme (Calendar *self, json_t *theme)
{
  const char *code = text_at (theme, "code");
  json_t *item;
  size_t i;

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      g_autofree char *kind =
          g_strdup_printf ("%s-%s", code != NULL ? code : "theme", lists[list].kind);
      json_array_foreach (json_object_get (theme, lists[list].list), i, item)
      {
        if (json_is_object (item))
          lists[list].add (self, kind, item, (guint) i + 1);
      }
    }
}

static void
add_edge (Calendar *self, const char *member, const char *kind, const char *title)
{
  HsDay day = day_at (json_object_get (self->root, "sheet"), member);

  if (day == HS_DAY_NONE)
    return;
  set_whole_day (
      add_entry (self, ICAL_VEVENT_COMPONENT, make_uid (self, kind, NULL, 1), titled (self, title)),
      day);
}

/* Fills @self->entries with all that @root has. */
static void
collect (Calendar *self, json_t *root)
{
  json_t *theme;
  size_t i;

  self->root = root;
  self->place = place_of (root);
  self->student = text_at (json_object_get (json_object_get (root, "parties"), "student"), "name");
  add_edge (self, "start", "start", _ ("First day of the placement"));
  add_edge (self, "end", "end", _ ("Last day of the placement"));
  json_array_foreach (json_object_get (root, "themes"), i, theme) { add_theme (self, theme); }
}

static gboolean
has_uid (GPtrArray *entries, const char *uid)
{
  for (guint i = 0; i < entries->len; i++)
    if (strcmp (icalcomponent_get_uid (g_ptr_array_index (entries, i)), uid) == 0)
      return TRUE;
  return FALSE;
}

/* Adds what the previous version had and this one has not, as cancelled. */
static void
add_cancelled (Calendar *self)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func ((GDestroyNotify) icalcomponent_free);
  Calendar previous = { .options = self->options, .stamp = self->stamp, .entries = gone };

  collect (&previous, self->options->previous);
  for (guint i = 0; i < gone->len; i++)
    {
      icalcomponent *entry = g_ptr_array_index (gone, i);
      if (has_uid (self->entries, icalcomponent_get_uid (entry)))
        continue;
      icalcomponent *copy = icalcomponent_new_clone (entry);
      icalcomponent_set_status (copy, ICAL_STATUS_CANCELLED);
      g_ptr_array_add (self->entries, copy);
    }
  self->timed = self->timed || previous.timed;
  g_free (previous.place);
}

/* The text of all entries, which the calendar takes over. */
static char *
write_calendar (Calendar *self)
{
  icalcomponent *calendar =
      icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT, icalproperty_new_version ("2.0"),
                           icalproperty_new_prodid ("-//Handslag//Handslag " HS_VERSION "//NL"),
                           icalproperty_new_calscale ("GREGORIAN"),
                           icalproperty_new_method (ICAL_METHOD_PUBLISH), (void *) 0);

  if (self->timed)
    icalcomponent_add_component (calendar, icalparser_parse_string (zone_text));
  for (guint i = 0; i < self->entries->len; i++)
    icalcomponent_add_component (calendar, g_ptr_array_index (self->entries, i));
  char *text = icalcomponent_as_ical_string_r (calendar);
  char *copy = g_strdup (text);
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  return copy;
}

static gboolean
read_stamp (Calendar *self, GError **error)
{
  gint64 seconds;

  if (!hs_moment_parse_iso (self->options->now, &seconds))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("“%s” is not a moment"),
                   self->options->now);
      return FALSE;
    }
  self->stamp =
      icaltime_from_timet_with_zone ((time_t) seconds, 0, icaltimezone_get_utc_timezone ());
  return TRUE;
}

char *
hs_ics_render (json_t *canonical, const HsIcsOptions *options, GError **error)
{
  g_return_val_if_fail (options != NULL && options->uid != NULL && options->now != NULL, NULL);

  if (!json_is_object (canonical))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                           _ ("there is no content to make a calendar of"));
      return NULL;
    }
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  Calendar self = { .options = options, .entries = entries };
  if (!read_stamp (&self, error))
    return NULL;
  collect (&self, canonical);
  if (json_is_object (options->previous))
    add_cancelled (&self);
  g_free (self.place);
  return write_calendar (&self);
}
