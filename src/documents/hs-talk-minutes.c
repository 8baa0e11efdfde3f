/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minutes of a regional talk. All texts of one document live in one list until it is made. */

#include "hs-talk-minutes.h"

#include "hs-minutes.h"
#include "hs-query.h"
#include "hs-talk.h"

#include <glib/gi18n.h>

#define N_THEMES (HS_THEME_ASSIGNMENT + 1)

typedef struct
{
  HsStore *store;
  gint64 talk;
  GPtrArray *texts; /* (element-type utf8): what the document borrows */
  HsMinutesTheme themes[N_THEMES];
  GPtrArray *clauses[N_THEMES]; /* (element-type utf8), borrowed, ends with NULL */
  GArray *actions; /* of HsMinutesAction */
  GPtrArray *outcomes; /* borrowed, ends with NULL */
  GArray *rows; /* of HsMinutesRow */
} Maker;

/* Keeps @text (transfer full, nullable) until the end; "" is nothing. */
static const char *
keep (Maker *self, char *text)
{
  if (text != NULL)
    g_ptr_array_add (self->texts, text);
  return text == NULL || *text == '\0' ? NULL : text;
}

static const char *
text_of (Maker *self, const HsRecord *record, guint field)
{
  return keep (self, g_strdup (hs_record_text (record, field)));
}

static const char *
title_of (Maker *self, HsKindId kind, gint64 id)
{
  g_autoptr (HsRecord) record = id == 0 ? NULL : hs_store_get (self->store, kind, id, NULL);

  return record == NULL ? NULL : keep (self, hs_record_title (record));
}

/* The records of @kind that belong to the talk. (transfer full) */
static GPtrArray *
rows_of (Maker *self, HsKindId kind, guint field, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (kind);

  hs_query_where_int (query, field, HS_OP_EQUAL, self->talk);
  return hs_store_find (self->store, query, error);
}

static gboolean
read_themes (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) found = rows_of (self, HS_KIND_TALK_THEME, HS_TALK_THEME_TALK, error);

  for (guint i = 0; i < N_THEMES; i++)
    self->themes[i].title = hs_choice_label (HS_CHOICES_THEME, i);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (found, i);
      gint64 theme = hs_record_int (row, HS_TALK_THEME_THEME);
      if (theme < 0 || theme >= N_THEMES)
        continue;
      self->themes[theme].now_school = text_of (self, row, HS_TALK_THEME_NOW_SCHOOL);
      self->themes[theme].now_care = text_of (self, row, HS_TALK_THEME_NOW_CARE);
      self->themes[theme].wanted = text_of (self, row, HS_TALK_THEME_WANTED);
    }
  return found != NULL;
}

static gboolean
read_clauses (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) found = rows_of (self, HS_KIND_REGION_CLAUSE, HS_REGION_CLAUSE_TALK, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (found, i);
      gint64 theme = hs_record_int (row, HS_REGION_CLAUSE_THEME);
      const char *text = text_of (self, row, HS_REGION_CLAUSE_TEXT);
      if (theme >= 0 && theme < N_THEMES && text != NULL)
        g_ptr_array_add (self->clauses[theme], (gpointer) text);
    }
  for (guint i = 0; i < N_THEMES; i++)
    {
      g_ptr_array_add (self->clauses[i], NULL);
      self->themes[i].clauses = (const char *const *) self->clauses[i]->pdata;
    }
  return found != NULL;
}

static void
add_action (Maker *self, const HsRecord *row, gboolean before)
{
  HsMinutesAction action = { .text = text_of (self, row, HS_ACTION_TEXT) };
  char iso[11];

  action.owner = title_of (self, HS_KIND_PERSON, hs_record_int (row, HS_ACTION_OWNER));
  if (action.owner == NULL)
    action.owner = text_of (self, row, HS_ACTION_OWNER_NAME);
  if (hs_record_has (row, HS_ACTION_DUE))
    action.date =
        keep (self, g_strdup (hs_day_to_iso ((HsDay) hs_record_int (row, HS_ACTION_DUE), iso)));
  action.status = hs_record_has (row, HS_ACTION_DONE_ON) ? _ ("done")
                  : before                               ? _ ("still open")
                                                         : NULL;
  if (action.text != NULL)
    g_array_append_val (self->actions, action);
}

static gboolean
read_actions (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) open = hs_store_talk_open_actions (self->store, self->talk, error);
  g_autoptr (GPtrArray) own =
      open == NULL ? NULL : rows_of (self, HS_KIND_ACTION, HS_ACTION_TALK, error);

  for (guint i = 0; own != NULL && i < open->len; i++)
    add_action (self, g_ptr_array_index (open, i), TRUE);
  for (guint i = 0; own != NULL && i < own->len; i++)
    add_action (self, g_ptr_array_index (own, i), FALSE);
  return own != NULL;
}

static gboolean
read_outcomes (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) found = rows_of (self, HS_KIND_OUTCOME, HS_OUTCOME_TALK, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (found, i);
      const char *title = hs_record_text (row, HS_OUTCOME_TITLE);
      const char *link = hs_record_text (row, HS_OUTCOME_LINK);
      const char *text = keep (self, g_strconcat (title != NULL ? title : "",
                                                  title != NULL && link != NULL ? ": " : "",
                                                  link != NULL ? link : "", NULL));
      if (text != NULL)
        g_ptr_array_add (self->outcomes, (gpointer) text);
    }
  g_ptr_array_add (self->outcomes, NULL);
  return found != NULL;
}

static void
add_row (Maker *self, const char *label, const char *value)
{
  HsMinutesRow row = { label, value };

  if (value != NULL)
    g_array_append_val (self->rows, row);
}

/* "Aisha Doğan (Mbo Langenoord)", one a line. */
static gboolean
read_parties (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) found = rows_of (self, HS_KIND_TALK_PARTY, HS_TALK_PARTY_TALK, error);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (found, i);
      const char *who = title_of (self, HS_KIND_PERSON, hs_record_int (row, HS_TALK_PARTY_PERSON));
      const char *of =
          title_of (self, HS_KIND_ORGANISATION, hs_record_int (row, HS_TALK_PARTY_ORGANISATION));
      if (who == NULL)
        who = text_of (self, row, HS_TALK_PARTY_NAME);
      if (who == NULL && of == NULL)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", who != NULL ? who : of);
      if (who != NULL && of != NULL)
        g_string_append_printf (text, " (%s)", of);
    }
  add_row (self, _ ("Present"), keep (self, g_strdup (text->str)));
  return found != NULL;
}

static void
maker_init (Maker *self, HsStore *store, gint64 talk)
{
  *self = (Maker){ .store = store, .talk = talk };
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->actions = g_array_new (FALSE, FALSE, sizeof (HsMinutesAction));
  self->rows = g_array_new (FALSE, FALSE, sizeof (HsMinutesRow));
  self->outcomes = g_ptr_array_new ();
  for (guint i = 0; i < N_THEMES; i++)
    self->clauses[i] = g_ptr_array_new ();
}

static void
maker_clear (Maker *self)
{
  g_ptr_array_unref (self->texts);
  g_array_unref (self->actions);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->outcomes);
  for (guint i = 0; i < N_THEMES; i++)
    g_ptr_array_unref (self->clauses[i]);
}

static GBytes *
render (Maker *self, const HsRecord *talk, const HsActor *actor, guint *n_pages, GError **error)
{
  const char *region = hs_record_text (talk, HS_TALK_REGION);
  g_autofree char *day = hs_record_has (talk, HS_TALK_DATE)
                             ? hs_day_format_long ((HsDay) hs_record_int (talk, HS_TALK_DATE))
                             : NULL;
  g_autofree char *title = hs_record_title (talk);
  char now[32];
  HsMinutes minutes = { .title = title,
                        .rows = (const HsMinutesRow *) self->rows->data,
                        .n_rows = self->rows->len,
                        .themes = self->themes,
                        .n_themes = N_THEMES,
                        .actions = (const HsMinutesAction *) self->actions->data,
                        .n_actions = self->actions->len,
                        .outcomes = (const char *const *) self->outcomes->pdata,
                        .author = actor == NULL ? NULL : actor->name,
                        .now = now };

  hs_moment_to_iso (hs_clock_now (hs_store_clock (self->store)), now);
  minutes.lead = keep (self, g_strconcat (region != NULL ? region : "",
                                          region != NULL && day != NULL ? ", " : "",
                                          day != NULL ? day : "", NULL));
  return hs_minutes_render (&minutes, n_pages, error);
}

GBytes *
hs_talk_minutes (HsStore *store, gint64 talk, const HsActor *actor, guint *n_pages, GError **error)
{
  g_autoptr (HsRecord) record = hs_store_get (store, HS_KIND_TALK, talk, error);
  GBytes *bytes = NULL;
  Maker self;

  if (record == NULL)
    return NULL;
  maker_init (&self, store, talk);
  add_row (&self, _ ("Place"), text_of (&self, record, HS_TALK_PLACE));
  if (read_parties (&self, error) && read_themes (&self, error) && read_clauses (&self, error)
      && read_actions (&self, error) && read_outcomes (&self, error))
    {
      add_row (&self, _ ("Guests"), text_of (&self, record, HS_TALK_GUESTS));
      bytes = render (&self, record, actor, n_pages, error);
    }
  maker_clear (&self);
  return bytes;
}
