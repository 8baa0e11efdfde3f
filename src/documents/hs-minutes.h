/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two smaller documents on the same pages: minutes of a regional talk, and the sheet with which a
 * lost key is made again. */
#pragma once

#include <glib.h>

#include "hs-key.h"

G_BEGIN_DECLS

/* A label and a value; both borrowed. */
typedef struct
{
  const char *label;
  const char *value;
} HsMinutesRow;

/**
 * HsMinutesTheme:
 * @title: of the theme
 * @now_school: how it is at the school, or NULL
 * @now_care: how it is in care, or NULL
 * @wanted: what is wanted, or NULL
 * @clauses: arrangements that were made, one a text, ended by NULL; or NULL
 */
typedef struct
{
  const char *title;
  const char *now_school;
  const char *now_care;
  const char *wanted;
  const char *const *clauses;
} HsMinutesTheme;

typedef struct
{
  const char *text;
  const char *owner; /* or NULL */
  const char *date; /* ISO date, or NULL */
  const char *status; /* as the reader sees it, or NULL */
} HsMinutesAction;

/**
 * HsMinutes:
 * @title: of the talk
 * @lead: line below it (region and date), or NULL
 * @rows: place, organisations, people present …
 * @themes: in order
 * @actions: in order; a table with nobody's name is a table to fill in
 * @outcomes: products and links, ended by NULL; or NULL
 * @author: or NULL
 * @now: ISO moment of making
 */
typedef struct
{
  const char *title;
  const char *lead;
  const HsMinutesRow *rows;
  guint n_rows;
  const HsMinutesTheme *themes;
  guint n_themes;
  const HsMinutesAction *actions;
  guint n_actions;
  const char *const *outcomes;
  const char *author;
  const char *now;
} HsMinutes;

/* Returns: (transfer full): the PDF; NULL with HS_ERROR_IO. */
GBytes *hs_minutes_render (const HsMinutes *minutes, guint *n_pages, GError **error);

/* The recovery sheet of @key as one page to print and put away: whose key it is, the number that
 * people compare, and the text to type. Who has this page has the key: write it nowhere but to the
 * printer.
 * Returns: (transfer full); NULL with HS_ERROR_IO. */
GBytes *hs_recovery_sheet_render (HsKey *key, const char *name, const char *now, GError **error);

G_END_DECLS
