/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One dossier out of the store. */

#include "hs-dossier-private.h"

#include <glib/gi18n.h>

/* Chooses the sheet to look at: by id, or the newest. */
static gboolean
choose_sheet (HsDossier *dossier, gint64 sheet_id, GError **error)
{
  gint64 wanted = sheet_id != 0 ? sheet_id : hs_record_int (dossier->agreement, HS_AGREEMENT_SHEET);

  for (guint i = 0; i < dossier->sheets->len && dossier->sheet == NULL; i++)
    if (hs_record_id (g_ptr_array_index (dossier->sheets, i)) == wanted)
      dossier->sheet = hs_record_ref (g_ptr_array_index (dossier->sheets, i));
  if (dossier->sheet == NULL && sheet_id == 0 && dossier->sheets->len > 0)
    dossier->sheet = hs_record_ref (g_ptr_array_index (dossier->sheets, dossier->sheets->len - 1));
  if (dossier->sheet != NULL || sheet_id == 0)
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
               _ ("the agreement has no sheet with number %lld"), (long long) sheet_id);
  return FALSE;
}

/* @revision 0 is now. */
static GPtrArray *
list (HsLoader *loader, HsKindId kind, guint field, gint64 id, gint64 revision)
{
  GPtrArray *rows = revision == 0 ? hs_loader_list (loader, kind, field, id)
                                  : hs_loader_list_at (loader, kind, field, id, revision);

  hs_loader_sort (rows, hs_loader_order (hs_kind (kind)));
  return rows;
}

/* Reads the rows of every kind that belongs to the agreement or to the sheet. */
static void
read_rows (HsLoader *loader, HsDossier *dossier, gint64 revision)
{
  for (guint i = 0; i < HS_N_KINDS; i++)
    {
      const HsKind *kind = hs_kind ((HsKindId) i);
      int parent = hs_kind_parent_field (kind);
      HsRecord *of;

      if (dossier->rows[i] == NULL || parent < 0 || i == HS_KIND_SHEET)
        continue;
      of = kind->fields[parent].target == HS_KIND_AGREEMENT ? dossier->agreement
           : kind->fields[parent].target == HS_KIND_SHEET   ? dossier->sheet
                                                            : NULL;
      if (of == NULL)
        continue;
      g_ptr_array_unref (dossier->rows[i]);
      dossier->rows[i] = list (loader, kind->id, (guint) parent, hs_record_id (of), revision);
    }
}

/* The students whose whereabouts matter: the student, and those ruled out together. */
static GArray *
students_around (HsLoader *loader, gint64 student)
{
  static const guint fields[] = { HS_EXCLUSION_STUDENT, HS_EXCLUSION_OTHER_STUDENT };
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, student);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GPtrArray) rows = hs_loader_list (loader, HS_KIND_EXCLUSION, fields[i], student);

      for (guint j = 0; j < rows->len; j++)
        {
          gint64 other = hs_record_int (g_ptr_array_index (rows, j), fields[1 - i]);

          g_array_append_val (ids, other);
        }
    }
  return ids;
}

static GArray *
items_of (const HsDossier *dossier)
{
  GPtrArray *rows = dossier->rows[HS_KIND_RESERVATION];
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = hs_record_int (g_ptr_array_index (rows, i), HS_RESERVATION_ITEM);

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
fill (HsLoader *loader, HsDossier *dossier, gint64 sheet_id, gint64 revision, GError **error)
{
  g_autoptr (GArray) items = NULL;
  g_autoptr (GArray) students = NULL;
  g_autoptr (HsUsage) usage = NULL;

  if (revision != 0)
    hs_loader_go_back (loader, dossier->agreement, revision);
  g_ptr_array_unref (dossier->sheets);
  dossier->sheets =
      list (loader, HS_KIND_SHEET, HS_SHEET_AGREEMENT, hs_record_id (dossier->agreement), revision);
  if (!choose_sheet (dossier, sheet_id, error))
    return FALSE;
  read_rows (loader, dossier, revision);
  items = items_of (dossier);
  students = students_around (loader, hs_record_int (dossier->agreement, HS_AGREEMENT_STUDENT));
  usage = hs_usage_new_around (loader->store, dossier->agreement, dossier->sheet, items, students,
                               error);
  if (usage == NULL)
    return FALSE;
  hs_loader_fill (loader, dossier);
  hs_loader_fill_facts (loader, dossier, usage);
  if (loader->error != NULL)
    g_propagate_error (error, g_steal_pointer (&loader->error));
  else
    return TRUE;
  return FALSE;
}

static HsDossier *
read_dossier (HsStore *self, gint64 agreement_id, gint64 sheet_id, gint64 revision, HsDay today,
              GError **error)
{
  g_auto (HsLoader) loader = { 0 };
  g_autoptr (HsDossier) dossier = NULL;
  HsRecord *agreement;
  gboolean done;

  /* One moment for all that is read, inside a transaction and outside. */
  if (!hs_store_exec (self, "SAVEPOINT dossier", error))
    return NULL;
  hs_loader_init (&loader, self, today);
  agreement = hs_store_get (self, HS_KIND_AGREEMENT, agreement_id, error);
  if (agreement != NULL)
    {
      dossier = hs_dossier_new ();
      dossier->agreement = agreement;
    }
  done = agreement != NULL && fill (&loader, dossier, sheet_id, revision, error);
  hs_store_exec (self, "RELEASE dossier", NULL);
  return done ? g_steal_pointer (&dossier) : NULL;
}

HsDossier *
hs_store_dossier (HsStore *self, gint64 agreement_id, gint64 sheet_id, HsDay today, GError **error)
{
  return read_dossier (self, agreement_id, sheet_id, 0, today, error);
}

HsDossier *
hs_store_dossier_at (HsStore *self, gint64 agreement_id, gint64 sheet_id, gint64 revision,
                     HsDay today, GError **error)
{
  return read_dossier (self, agreement_id, sheet_id, revision, today, error);
}
