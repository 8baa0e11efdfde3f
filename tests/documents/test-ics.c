/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar as a calendar program reads it. */

#include "hs-contract-fixture.h"

#include <libical/ical.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "hs-error.h"
#include "hs-ics.h"

static char *
render (json_t *agreement, int sequence, json_t *previous)
{
  g_autoptr (GError) error = NULL;
  HsIcsOptions options = {
    .uid = "agreement-1", .sequence = sequence, .now = FIXTURE_NOW, .previous = previous
  };
  char *text = hs_ics_render (agreement, &options, &error);

  g_assert_no_error (error);
  return text;
}

/* The entry with this UID; it belongs to @calendar. */
static icalcomponent *
entry_of (icalcomponent *calendar, const char *uid)
{
  icalcomponent *entry = icalcomponent_get_first_component (calendar, ICAL_ANY_COMPONENT);

  while (entry != NULL)
    {
      if (icalcomponent_isa (entry) != ICAL_VTIMEZONE_COMPONENT
          && strcmp (icalcomponent_get_uid (entry), uid) == 0)
        return entry;
      entry = icalcomponent_get_next_component (calendar, ICAL_ANY_COMPONENT);
    }
  g_error ("no entry %s", uid);
}

static json_t *
contacts_of (json_t *agreement)
{
  json_t *guidance = json_array_get (json_object_get (agreement, "themes"), 1);
  return json_object_get (guidance, "contacts");
}

static void
test_entries (void)
{
  json_t *agreement = fixture_agreement ();
  g_autofree char *text = render (agreement, 1, NULL);
  icalcomponent *calendar = icalparser_parse_string (text);
  icalcomponent *contact = entry_of (calendar, "agreement-1-guidance-contact-1@handslag.nl");
  icalcomponent *step = entry_of (calendar, "agreement-1-onboarding-step-7@handslag.nl");
  icalcomponent *end = entry_of (calendar, "agreement-1-end-1@handslag.nl");

  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_cmpstr (icalcomponent_get_summary (contact), ==, "Startgesprek – Sanne Jansen");
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstart (contact)), ==, "20270203");
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtend (contact)), ==, "20270204");
  g_assert_nonnull (
      strstr (icalcomponent_get_description (contact), "Met: Student, Werkbegeleider, Bpv-docent"));
  g_assert_cmpstr (icalcomponent_get_location (contact), ==,
                   "Zorggroep Zonnehof, De Linde, Parkweg 3, Assen");
  g_assert_cmpint (icalcomponent_get_sequence (contact), ==, 1);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstamp (contact)), ==,
                   "20261122T140500Z");
  g_assert_cmpint (icalcomponent_isa (step), ==, ICAL_VTODO_COMPONENT);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_due (step)), ==, "20270215");
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstart (end)), ==, "20270625");
  icalcomponent_free (calendar);
  json_decref (agreement);
}

/* RFC 5545, 3.1: CR LF, 75 octets, no character cut in two. */
static void
test_lines (void)
{
  json_t *agreement = fixture_agreement ();
  GString *title = g_string_new ("een, twee; drie\\vier\nvijf\x07");

  for (guint i = 0; i < 60; i++)
    g_string_append (title, "é€😀");
  json_object_set_new (json_array_get (contacts_of (agreement), 0), "title",
                       json_string (title->str));
  g_autofree char *text = render (agreement, 1, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_null (strpbrk (lines[i], "\r\n\x07"));
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  icalcomponent *calendar = icalparser_parse_string (text);
  icalcomponent *contact = entry_of (calendar, "agreement-1-guidance-contact-1@handslag.nl");
  g_string_truncate (title, 0);
  g_assert_true (
      g_str_has_prefix (icalcomponent_get_summary (contact), "een, twee; drie\\vier\nvijfé€😀"));
  icalcomponent_free (calendar);
  g_string_free (title, TRUE);
  json_decref (agreement);
}

/* A moved contact keeps its UID and gets a higher SEQUENCE; one that is gone is cancelled. */
static void
test_update (void)
{
  json_t *before = fixture_agreement ();
  json_t *after = fixture_agreement ();

  json_object_set_new (json_array_get (contacts_of (after), 0), "date", json_string ("2027-02-05"));
  json_array_remove (contacts_of (after), 2);
  g_autofree char *text = render (after, 2, before);
  icalcomponent *calendar = icalparser_parse_string (text);
  icalcomponent *moved = entry_of (calendar, "agreement-1-guidance-contact-1@handslag.nl");
  icalcomponent *gone = entry_of (calendar, "agreement-1-guidance-contact-3@handslag.nl");
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstart (moved)), ==, "20270205");
  g_assert_cmpint (icalcomponent_get_sequence (moved), ==, 2);
  g_assert_cmpint (icalcomponent_get_status (gone), ==, ICAL_STATUS_CANCELLED);
  g_assert_cmpint (icalcomponent_get_sequence (gone), ==, 2);
  icalcomponent_free (calendar);
  json_decref (before);
  json_decref (after);
}

/* A contact with a time is in Dutch time, summer time included. */
static void
test_time (void)
{
  json_t *agreement = fixture_agreement ();
  json_t *contact = json_array_get (contacts_of (agreement), 1); /* 14 April: summer time */

  json_object_set_new (contact, "time", json_string ("10:30"));
  json_object_set_new (contact, "minutes", json_integer (45));
  g_autofree char *text = render (agreement, 1, NULL);
  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Amsterdam:20270414T103000\r\n"));
  icalcomponent *calendar = icalparser_parse_string (text);
  icalcomponent *entry = entry_of (calendar, "agreement-1-guidance-contact-2@handslag.nl");
  struct icaltimetype start = icaltime_convert_to_zone (icalcomponent_get_dtstart (entry),
                                                        icaltimezone_get_utc_timezone ());
  struct icaltimetype end =
      icaltime_convert_to_zone (icalcomponent_get_dtend (entry), icaltimezone_get_utc_timezone ());
  g_assert_cmpstr (icaltime_as_ical_string (start), ==, "20270414T083000Z");
  g_assert_cmpstr (icaltime_as_ical_string (end), ==, "20270414T091500Z");
  icalcomponent_free (calendar);
  json_decref (agreement);
}

static void
test_same_bytes (void)
{
  json_t *agreement = fixture_agreement ();
  g_autofree char *first = render (agreement, 1, NULL);
  g_autofree char *second = render (agreement, 1, NULL);

  g_assert_cmpstr (first, ==, second);
  json_decref (agreement);
}

/* Content without dates, or of the wrong type, gives an empty calendar and no crash. */
static void
test_odd_content (void)
{
  static const char *const contents[] = {
    "{}",
    "{\"themes\":[1,{\"contacts\":[1,{},{\"date\":\"morgen\"},{\"date\":5}],\"steps\":[{\"day\":3}]"
    "}]}",
    "{\"sheet\":{\"start\":\"2027-02-30\"},\"parties\":[]}",
  };
  g_autoptr (GError) error = NULL;
  HsIcsOptions options = { .uid = "x", .now = "gisteren" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      json_t *content = json_loads (contents[i], 0, NULL);
      g_autofree char *text = render (content, 0, NULL);
      g_assert_null (strstr (text, "BEGIN:VEVENT"));
      g_assert_null (strstr (text, "BEGIN:VTODO"));
      json_decref (content);
    }
  json_t *agreement = fixture_agreement ();
  g_assert_null (hs_ics_render (agreement, &options, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
  json_decref (agreement);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("HS_LOCALE_DIR"));
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/entries", test_entries);
  g_test_add_func ("/ics/lines", test_lines);
  g_test_add_func ("/ics/update", test_update);
  g_test_add_func ("/ics/time", test_time);
  g_test_add_func ("/ics/same-bytes", test_same_bytes);
  g_test_add_func ("/ics/odd-content", test_odd_content);
  return g_test_run ();
}
