/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around an agreement: its parties and all that its rows refer to. Records that many
 * dossiers share are read once. */

#include "hs-dossier-private.h"

#include "hs-query.h"

#include <glib/gi18n.h>

static const HsKindId shared[] = {
  HS_KIND_ORGANISATION, HS_KIND_LOCATION,   HS_KIND_TEAM, HS_KIND_PROGRAMME, HS_KIND_PERSON,
  HS_KIND_VACANCY,      HS_KIND_TECHNOLOGY, HS_KIND_ITEM, HS_KIND_MATERIAL,
};

static GHashTable *
read_settings (HsLoader *self)
{
  GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_SETTING);
  g_autoptr (GPtrArray) rows = hs_store_find (self->store, query, &self->error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_has (row, HS_SETTING_NAME) && hs_record_has (row, HS_SETTING_VALUE))
        g_hash_table_replace (settings, g_strdup (hs_record_text (row, HS_SETTING_NAME)),
                              g_strdup (hs_record_text (row, HS_SETTING_VALUE)));
    }
  return settings;
}

/* The fields of @kind that refer to a shared kind, as a bit mask. */
static guint64
shared_fields (HsLoader *self, const HsKind *kind)
{
  guint64 fields = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == HS_TYPE_REF && self->records[kind->fields[i].target] != NULL)
      fields |= G_GUINT64_CONSTANT (1) << i;
  return fields;
}

void
hs_loader_init (HsLoader *self, HsStore *store, HsDay today)
{
  *self = (HsLoader){ .store = store, .today = today };
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    self->records[shared[i]] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                      (GDestroyNotify) hs_record_unref);
  for (guint i = 0; i < HS_N_KINDS; i++)
    self->shared[i] = shared_fields (self, hs_kind ((HsKindId) i));
  self->lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->settings = read_settings (self);
  self->no_exclusions =
      hs_store_scalar (store, "SELECT NOT EXISTS (SELECT 1 FROM exclusion)", 0) != 0;
}

void
hs_loader_clear (HsLoader *self)
{
  for (guint i = 0; i < HS_N_KINDS; i++)
    g_clear_pointer (&self->records[i], g_hash_table_unref);
  for (guint i = 0; i < HS_N_KINDS; i++)
    for (guint j = 0; j < HS_LOADER_QUESTIONS; j++)
      hs_store_give (self->store, self->questions[i][j].statement);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_error (&self->error);
}

HsRecord *
hs_loader_get (HsLoader *self, HsKindId kind, gint64 id)
{
  GHashTable *known = self->records[kind];
  HsRecord *record;

  if (id == 0 || self->error != NULL)
    return NULL;
  record = known != NULL ? g_hash_table_lookup (known, &id) : NULL;
  if (record != NULL)
    return hs_record_ref (record);
  record = hs_store_get (self->store, kind, id, &self->error);
  if (record != NULL && known != NULL)
    g_hash_table_insert (known, g_memdup2 (&id, sizeof id), hs_record_ref (record));
  return record;
}

/* SQL for the records of a kind by one of its references. */
static char *
list_sql (const HsKind *kind, guint field)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  hs_store_append_columns (sql, kind, "t");
  g_string_append_printf (sql,
                          " FROM \"%s\" AS t WHERE t.\"%s\" = ?1 AND t.removed IS NULL "
                          "ORDER BY t.id",
                          kind->name, kind->fields[field].name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* The statement for the records of @kind by @field, prepared the first time. */
static sqlite3_stmt *
question (HsLoader *self, HsKindId kind, guint field)
{
  HsLoaderQuestion *first = self->questions[kind];
  HsLoaderQuestion *it = first->statement == NULL || first->field == field ? first : first + 1;

  if (it->statement == NULL)
    {
      g_autofree char *sql = list_sql (hs_kind (kind), field);

      *it = (HsLoaderQuestion){ field, hs_store_take (self->store, sql, &self->error) };
    }
  g_assert (it->field == field);
  return it->statement;
}

static GPtrArray *
read_list (HsLoader *self, HsKindId kind, guint field, gint64 id)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  sqlite3_stmt *statement = NULL;
  int result;

  if (id != 0 && self->error == NULL && !(kind == HS_KIND_EXCLUSION && self->no_exclusions))
    statement = question (self, kind, field);
  if (statement == NULL)
    return rows;
  sqlite3_bind_int64 (statement, 1, id);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (rows, hs_store_read (statement, kind, 0));
  if (result != SQLITE_DONE)
    hs_store_set_error (self->store->db, self->store->path, _ ("cannot read %s"), &self->error);
  sqlite3_reset (statement);
  return rows;
}

GPtrArray *
hs_loader_list (HsLoader *self, HsKindId kind, guint field, gint64 id)
{
  gboolean keep = kind == HS_KIND_RECOGNITION || kind == HS_KIND_MANDATE || kind == HS_KIND_ABSENCE;
  gint64 key = hs_store_search_id (kind, id);
  GPtrArray *rows = keep ? g_hash_table_lookup (self->lists, &key) : NULL;

  if (rows != NULL)
    return g_ptr_array_ref (rows);
  rows = read_list (self, kind, field, id);
  if (keep)
    g_hash_table_insert (self->lists, g_memdup2 (&key, sizeof key), g_ptr_array_ref (rows));
  return rows;
}

int
hs_loader_order (const HsKind *kind)
{
  static const char *const names[] = { "position", "number", "from", "date", "day" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int field = hs_kind_find_field (kind, names[i]);

      if (field >= 0 && kind->fields[field].type > HS_TYPE_LONG_TEXT)
        return field;
    }
  return -1;
}

static gint
by_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const HsRecord *first = *(HsRecord *const *) a, *second = *(HsRecord *const *) b;
  int field = GPOINTER_TO_INT (data);
  gint64 x = 0, y = 0;

  if (field >= 0)
    {
      /* What has no place comes last. */
      x = hs_record_has (first, (guint) field) ? hs_record_int (first, (guint) field) : G_MAXINT64;
      y = hs_record_has (second, (guint) field) ? hs_record_int (second, (guint) field)
                                                : G_MAXINT64;
    }
  if (x == y)
    {
      x = hs_record_id (first);
      y = hs_record_id (second);
    }
  return x < y ? -1 : x > y;
}

void
hs_loader_sort (GPtrArray *rows, int order)
{
  gboolean sorted = TRUE;

  /* They were nearly always written in this order. */
  for (guint i = 1; i < rows->len && sorted; i++)
    sorted = by_order (&rows->pdata[i - 1], &rows->pdata[i], GINT_TO_POINTER (order)) < 0;
  if (!sorted)
    g_ptr_array_sort_with_data (rows, by_order, GINT_TO_POINTER (order));
}

static HsRecord *
party (HsLoader *self, const HsRecord *record, guint field)
{
  if (record == NULL || !hs_record_has (record, field))
    return NULL;
  return hs_loader_get (self, hs_record_kind (record)->fields[field].target,
                        hs_record_int (record, field));
}

static void
fill_parties (HsLoader *self, HsDossier *dossier)
{
  const HsRecord *agreement = dossier->agreement, *sheet = dossier->sheet;

  dossier->student = party (self, agreement, HS_AGREEMENT_STUDENT);
  dossier->enrolment = party (self, agreement, HS_AGREEMENT_ENROLMENT);
  dossier->programme = party (self, dossier->enrolment, HS_ENROLMENT_PROGRAMME);
  dossier->school = party (self, agreement, HS_AGREEMENT_SCHOOL);
  dossier->host = party (self, agreement, HS_AGREEMENT_HOST);
  dossier->vacancy = party (self, agreement, HS_AGREEMENT_VACANCY);
  dossier->location = party (self, sheet, HS_SHEET_LOCATION);
  dossier->team = party (self, sheet, HS_SHEET_TEAM);
  dossier->supervisor = party (self, sheet, HS_SHEET_SUPERVISOR);
  dossier->stand_in = party (self, sheet, HS_SHEET_STAND_IN);
  dossier->trainer = party (self, sheet, HS_SHEET_TRAINER);
  dossier->teacher = party (self, sheet, HS_SHEET_TEACHER);
  dossier->digicoach = party (self, sheet, HS_SHEET_DIGICOACH);
}

/* Adds every record that @record refers to and that is not a row of a dossier itself. */
static void
add_others (HsLoader *self, HsDossier *dossier, const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);

  for (guint64 fields = self->shared[kind->id]; fields != 0; fields &= fields - 1)
    {
      guint i = (guint) __builtin_ctzll (fields);
      HsKindId target = kind->fields[i].target;
      g_autoptr (HsRecord) other = NULL;

      if (!hs_record_has (record, i))
        continue;
      other = hs_loader_get (self, target, hs_record_int (record, i));
      /* An item is of a technology, in a place, with somebody who can instruct. */
      if (other != NULL && hs_dossier_add_other (dossier, other) && target == HS_KIND_ITEM)
        add_others (self, dossier, other);
    }
}

void
hs_loader_fill (HsLoader *self, HsDossier *dossier)
{
  fill_parties (self, dossier);
  g_ptr_array_unref (dossier->guardians);
  dossier->guardians = hs_loader_list (self, HS_KIND_GUARDIAN, HS_GUARDIAN_STUDENT,
                                       hs_record_int (dossier->agreement, HS_AGREEMENT_STUDENT));
  for (guint i = 0; i < HS_N_KINDS; i++)
    for (guint j = 0; dossier->rows[i] != NULL && j < dossier->rows[i]->len; j++)
      add_others (self, dossier, g_ptr_array_index (dossier->rows[i], j));
  if (dossier->vacancy != NULL)
    add_others (self, dossier, dossier->vacancy);
  if (dossier->programme != NULL)
    add_others (self, dossier, dossier->programme);
}
