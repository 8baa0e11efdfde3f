/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the board in words. */

#include "hs-board-text.h"

#include "hs-board-private.h"
#include "hs-query.h"

#include <glib/gi18n.h>

HsBoardTexts *
hs_board_texts_new (HsBoard *board)
{
  HsBoardTexts *self = g_new0 (HsBoardTexts, 1);

  self->anonymous = hs_board_is_anonymous (board);
  self->home = hs_board_home (board);
  return self;
}

void
hs_board_texts_add (HsBoardTexts *self, const HsBoardRow *row)
{
  if (row != NULL && self->n < HS_BOARD_TEXTS)
    self->rows[self->n++] = *row;
}

void
hs_board_texts_free (HsBoardTexts *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    hs_row_text_clear (&self->texts[i]);
  g_free (self);
}

/* Until a match is final a host only sees codes; then it knows its own students. */
static char *
name_of (HsStore *store, const HsBoardTexts *self, const HsBoardRow *row)
{
  gboolean final = row->status == HS_ROW_STATUS_ACCEPTED && row->host == self->home;

  if (self->anonymous && !(final && self->home != 0))
    {
      g_autofree char *uid = hs_store_uid (store, HS_KIND_STUDENT, row->student);
      return hs_board_code (uid);
    }
  return hs_present_title_of (store, HS_KIND_STUDENT, row->student);
}

static char *
place_of (HsStore *store, const HsBoardRow *row)
{
  g_autoptr (HsRecord) vacancy = hs_store_get (store, HS_KIND_VACANCY, row->vacancy, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *place =
      vacancy != NULL ? hs_present_value (store, vacancy, HS_VACANCY_LOCATION) : NULL;

  g_string_append (text, place != NULL ? place : "");
  if (row->distance >= 0)
    g_string_append_printf (text, _ (" · %d km"), row->distance);
  if (row->rank > 0)
    g_string_append_printf (text, _ (" · wish %d"), row->rank);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of somebody without a place: the programme, until the plan tells why. */
static char *
programme_of (HsStore *store, const HsBoardRow *row)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ENROLMENT);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, HS_ENROLMENT_STUDENT, HS_OP_EQUAL, row->student);
  hs_query_window (query, 0, 1);
  found = hs_store_find (store, query, NULL);
  return found != NULL && found->len > 0
             ? hs_present_value (store, g_ptr_array_index (found, 0), HS_ENROLMENT_PROGRAMME)
             : g_strdup ("");
}

static char *
reason_of (HsStore *store, const HsBoardRow *row)
{
  g_autoptr (HsRecord) record = hs_store_get (store, HS_KIND_PROPOSAL_ROW, row->id, NULL);
  const char *reason = record != NULL ? hs_record_text (record, HS_PROPOSAL_ROW_REASON) : NULL;

  return g_strdup_printf (_ ("Refused: %s"), reason != NULL ? reason : "");
}

static char *
fits_text (const HsBoardRow *row)
{
  if (row->fits < 0)
    return NULL;
  if (row->fits == 0)
    return g_strdup (_ ("Nothing fits"));
  return g_strdup_printf (ngettext ("%d fits", "%d fit", (gulong) row->fits), row->fits);
}

static void
present (HsStore *store, const HsBoardTexts *self, const HsBoardRow *row, HsRowText *text)
{
  text->title = name_of (store, self, row);
  if (row->status == HS_ROW_STATUS_REFUSED)
    text->subtitle = reason_of (store, row);
  else if (row->vacancy == 0 && row->fixed)
    text->subtitle = g_strdup (_ ("The place that you fixed is not possible"));
  else
    text->subtitle = row->vacancy != 0 ? place_of (store, row) : programme_of (store, row);
  if (hs_board_row_is_open (row))
    {
      text->badge = fits_text (row);
      text->tone = row->fits >= 0 && row->fits < 3 ? "warn" : "dim";
    }
  else if (row->status == HS_ROW_STATUS_ACCEPTED)
    {
      text->badge = g_strdup (_ ("Taken over"));
      text->tone = "good";
    }
  else if (row->fixed)
    {
      text->badge = g_strdup (_ ("Fixed"));
      text->tone = "busy";
    }
}

gpointer
hs_board_texts_read (HsStore *store, gpointer data, GError **error)
{
  HsBoardTexts *self = data;

  for (guint i = 0; i < self->n; i++)
    present (store, self, &self->rows[i], &self->texts[i]);
  return self;
}
