/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a file. What reads them gives the usual value itself when there is no row. */

#include "hs-figures.h"

#include "hs-query.h"
#include "hs-store-permission.h"

#include <glib/gi18n.h>

#define HOURS N_ ("Least hours of placement")
#define DAYS N_ ("Days")
#define KEEP N_ ("Keeping")
#define COACH N_ ("Digicoaches")

/* clang-format off */
static const HsFigure figures[] = {
  { "hours.bol.1", HOURS, N_ ("BOL, one year"), N_ ("hours"), 250, 0, 5000 },
  { "hours.bol.2", HOURS, N_ ("BOL, two years"), N_ ("hours"), 450, 0, 5000 },
  { "hours.bol.3", HOURS, N_ ("BOL, three years"), N_ ("hours"), 900, 0, 5000 },
  { "hours.bol.4", HOURS, N_ ("BOL, four years"), N_ ("hours"), 1350, 0, 5000 },
  { "hours.bbl.year", HOURS, N_ ("BBL, for each study year"), N_ ("hours"), 610, 0, 2000 },
  { "sheet.correction_days", DAYS, N_ ("To ask for a correction of a new sheet"), N_ ("working days"), 10, 1, 60 },
  { "remind.days", DAYS, N_ ("After which somebody is proposed for a reminder"), N_ ("days"), 5, 1, 60 },
  { "retention.agreement", KEEP, N_ ("An agreement, after the placement"), N_ ("years"), 2, 0, 30 },
  { "coach.hours_year.other", COACH, N_ ("For a student who is no digital starter"), N_ ("hours a year"), 2, 0, 100 },
  { "match.coach_minutes_week", COACH, N_ ("For a student, when matching"), N_ ("minutes a week"), 15, 0, 600 },
};
/* clang-format on */

const HsFigure *
hs_figures (guint *n)
{
  *n = G_N_ELEMENTS (figures);
  return figures;
}

const HsFigure *
hs_figure (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, name))
      return &figures[i];
  return NULL;
}

/* The row of the setting, NULL when there is none. (transfer full) */
static HsRecord *
find (HsStore *store, const char *name)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_SETTING);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_text (query, HS_SETTING_NAME, HS_OP_EQUAL, name);
  found = hs_store_find (store, query, NULL);
  return found == NULL || found->len == 0 ? NULL : hs_record_ref (g_ptr_array_index (found, 0));
}

gint64
hs_figure_read (HsStore *store, const char *name)
{
  const HsFigure *figure = hs_figure (name);
  g_autoptr (HsRecord) record = find (store, name);
  const char *text = record == NULL ? NULL : hs_record_text (record, HS_SETTING_VALUE);
  gint64 value;

  if (text == NULL
      || !g_ascii_string_to_signed (text, 10, figure->least, figure->most, &value, NULL))
    return figure->usual;
  return value;
}

static gboolean
write_row (HsStore *store, HsRecord *record, const HsFigure *figure, gint64 value, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  if (value == figure->usual)
    return hs_record_id (record) == 0 || hs_store_remove (store, record, error);
  hs_record_set_text (record, HS_SETTING_NAME, figure->name);
  hs_record_set_text (record, HS_SETTING_VALUE, text);
  return hs_store_save (store, record, error);
}

gboolean
hs_figure_write (HsStore *store, const HsActor *actor, const char *name, gint64 value,
                 GError **error)
{
  const HsFigure *figure = hs_figure (name);
  g_autoptr (HsRecord) found = find (store, name);
  g_autoptr (HsRecord) record =
      found != NULL ? g_steal_pointer (&found) : hs_record_new (HS_KIND_SETTING);

  if (!hs_store_may_edit (store, actor, record, error)
      || !hs_store_begin (store, actor, "setting", error))
    return FALSE;
  if (write_row (store, record, figure, value, error) && hs_store_commit (store, error))
    return TRUE;
  hs_store_rollback (store);
  return FALSE;
}
