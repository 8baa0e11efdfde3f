/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class: who is in it, and making the agreements all together. */

#include "hs-class-private.h"

#include "hs-dossier-store.h"
#include "hs-error.h"
#include "hs-permission.h"
#include "hs-query.h"

#include <glib/gi18n.h>
#include <string.h>

void
hs_class_row_clear_found (HsClassRow *row)
{
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    {
      g_clear_pointer (&row->shown[i], g_free);
      g_clear_pointer (&row->problem[i], g_free);
    }
  g_clear_pointer (&row->number, g_free);
  g_clear_pointer (&row->remark, g_free);
  row->agreement = 0;
  row->minutes = 0;
  row->state = HS_AGREEMENT_STATE_PROPOSED;
}

static void
row_clear (HsClassRow *row)
{
  hs_class_row_clear_found (row);
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    g_clear_pointer (&row->typed[i], g_free);
  g_free (row->name);
  g_free (row->about);
}

static void
row_free (HsClassRow *row)
{
  row_clear (row);
  g_free (row);
}

HsClass *
hs_class_new (void)
{
  HsClass *self = g_new0 (HsClass, 1);

  self->until = HS_AGREEMENT_STATE_DRAFT;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

void
hs_class_free (HsClass *self)
{
  if (self == NULL)
    return;
  row_clear (&self->draft);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
copy_typed (HsClassRow *to, const HsClassRow *from)
{
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    to->typed[i] = g_strdup (from->typed[i]);
}

HsClass *
hs_class_copy (const HsClass *self)
{
  HsClass *copy = hs_class_new ();

  copy->like = self->like;
  copy->until = self->until;
  copy_typed (&copy->draft, &self->draft);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const HsClassRow *from = self->rows->pdata[i];
      HsClassRow *row = g_new0 (HsClassRow, 1);

      row->student = from->student;
      row->left_out = from->left_out;
      row->name = g_strdup (from->name);
      row->about = g_strdup (from->about);
      copy_typed (row, from);
      g_ptr_array_add (copy->rows, row);
    }
  return copy;
}

void
hs_class_type (HsClassRow *row, HsClassColumn column, const char *text)
{
  g_autofree char *clean = text == NULL ? NULL : g_strstrip (g_strdup (text));

  g_free (row->typed[column]);
  row->typed[column] = clean == NULL || *clean == '\0' ? NULL : g_steal_pointer (&clean);
}

/* ---- who is in it ---- */

static gboolean
note_class (HsRecord *enrolment, gpointer names)
{
  const char *name = hs_record_text (enrolment, HS_ENROLMENT_CLASS);

  if (name != NULL && !g_hash_table_contains (names, name))
    g_hash_table_add (names, g_strdup (name));
  return TRUE;
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
hs_class_names (HsStore *store, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ENROLMENT);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *sorted;
  GHashTableIter iter;
  gpointer name;

  hs_query_where_int (query, HS_ENROLMENT_CLASS, HS_OP_NOT_EMPTY, 0);
  if (!hs_store_for_each (store, query, note_class, names, error))
    return NULL;
  sorted = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (sorted, g_strdup (name));
  g_ptr_array_sort (sorted, by_text);
  return sorted;
}

/* The enrolment with the highest number; NULL without @error when there is none. */
static HsRecord *
newest_enrolment (HsStore *store, gint64 student, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ENROLMENT);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, HS_ENROLMENT_STUDENT, HS_OP_EQUAL, student);
  hs_query_order (query, HS_ENROLMENT_SEQUENCE, TRUE);
  hs_query_window (query, 0, 1);
  found = hs_store_find (store, query, error);
  return found != NULL && found->len > 0 ? hs_record_ref (found->pdata[0]) : NULL;
}

/* "562A · Verzorgende IG" */
static char *
describe (HsStore *store, const HsRecord *enrolment)
{
  g_autoptr (HsRecord) programme =
      enrolment == NULL ? NULL
                        : hs_store_get (store, HS_KIND_PROGRAMME,
                                        hs_record_int (enrolment, HS_ENROLMENT_PROGRAMME), NULL);
  g_autofree char *name = programme == NULL ? NULL : hs_record_title (programme);
  const char *class = enrolment == NULL ? NULL : hs_record_text (enrolment, HS_ENROLMENT_CLASS);

  if (class != NULL && name != NULL)
    return g_strdup_printf ("%s · %s", class, name);
  return g_strdup (class != NULL ? class : name != NULL ? name : "");
}

/* Whether an agreement of @student still runs or is on its way: its newest sheet ends today or
 * later, or has no end yet. -1 on error. */
static int
has_agreement (HsStore *store, gint64 student, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GPtrArray) found = NULL;
  HsDay today = hs_clock_today (hs_store_clock (store));

  hs_query_where_int (query, HS_AGREEMENT_STUDENT, HS_OP_EQUAL, student);
  hs_query_where_int (query, HS_AGREEMENT_STATE, HS_OP_LESS, HS_AGREEMENT_STATE_COMPLETED);
  found = hs_store_find (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      g_autoptr (HsRecord) sheet = hs_store_get (
          store, HS_KIND_SHEET, hs_record_int (found->pdata[i], HS_AGREEMENT_SHEET), NULL);

      if (sheet == NULL || !hs_record_has (sheet, HS_SHEET_END)
          || hs_record_int (sheet, HS_SHEET_END) >= today)
        return 1;
    }
  return found == NULL ? -1 : 0;
}

static gboolean
add (HsClass *self, HsStore *store, gint64 student, const HsRecord *enrolment, GError **error)
{
  g_autoptr (HsRecord) record = hs_store_get (store, HS_KIND_STUDENT, student, error);
  int busy = record == NULL ? -1 : has_agreement (store, student, error);
  HsClassRow *row;

  if (busy < 0)
    return FALSE;
  if (hs_record_removed (record) != 0 || hs_class_find_student (self, student) != NULL)
    return TRUE;
  row = g_new0 (HsClassRow, 1);
  row->student = student;
  row->left_out = busy == 1;
  row->name = hs_record_title (record);
  row->about = describe (store, enrolment);
  g_ptr_array_add (self->rows, row);
  return TRUE;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  const HsClassRow *one = *(const HsClassRow *const *) a;
  const HsClassRow *other = *(const HsClassRow *const *) b;
  int order = g_utf8_collate (one->name, other->name);

  return order != 0 ? order : (one->student > other->student) - (one->student < other->student);
}

gboolean
hs_class_add_student (HsClass *self, HsStore *store, gint64 student, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HsRecord) enrolment = newest_enrolment (store, student, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!add (self, store, student, enrolment, error))
    return FALSE;
  g_ptr_array_sort (self->rows, by_name);
  return TRUE;
}

int
hs_class_add_class (HsClass *self, HsStore *store, const char *name, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ENROLMENT);
  g_autoptr (GPtrArray) found = NULL;
  guint before = self->rows->len;

  hs_query_where_text (query, HS_ENROLMENT_CLASS, HS_OP_EQUAL, name);
  found = hs_store_find (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      gint64 student = hs_record_int (found->pdata[i], HS_ENROLMENT_STUDENT);
      g_autoptr (HsRecord) newest = newest_enrolment (store, student, error);

      /* Who moved on to another class is there, not here. */
      if (newest == NULL)
        return -1;
      if (hs_record_id (newest) == hs_record_id (found->pdata[i])
          && !add (self, store, student, newest, error))
        return -1;
    }
  if (found == NULL)
    return -1;
  g_ptr_array_sort (self->rows, by_name);
  return (int) (self->rows->len - before);
}

HsClassRow *
hs_class_find_student (HsClass *self, gint64 student)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((HsClassRow *) self->rows->pdata[i])->student == student)
      return self->rows->pdata[i];
  return NULL;
}

/* ---- making ---- */

guint
hs_class_n_problems (const HsClass *self)
{
  guint n = 0;

  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    {
      n += self->draft.problem[i] != NULL;
      for (guint j = 0; j < self->rows->len; j++)
        n += ((HsClassRow *) self->rows->pdata[j])->problem[i] != NULL;
    }
  return n;
}

/* Says which student @error is about. */
static gboolean
name_student (const HsClassRow *row, GError **error)
{
  if (error != NULL && *error != NULL)
    g_prefix_error (error, "%s: ", row->name);
  return FALSE;
}

static gboolean
fill_all (HsClass *self, HsStore *store, const HsActor *actor, GError **error)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  hs_class_row_clear_found (&self->draft);
  for (guint i = 0; i < self->rows->len; i++)
    hs_class_row_clear_found (self->rows->pdata[i]);
  for (guint i = 0; i < self->rows->len; i++)
    {
      HsClassRow *row = self->rows->pdata[i];

      if (!row->left_out && !hs_class_fill (self, row, store, actor, used, error))
        return name_student (row, error);
    }
  return TRUE;
}

gboolean
hs_class_preview (HsClass *self, HsStore *store, const HsActor *actor, GError **error)
{
  gboolean done;

  if (!hs_store_begin (store, actor, "preview", error))
    return FALSE;
  done = fill_all (self, store, actor, error);
  hs_store_rollback (store);
  return done;
}

static void
tell_problem (const HsClassRow *row, const char *name, GError **error)
{
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    if (row->problem[i] != NULL)
      {
        g_set_error (error, HS_ERROR, HS_ERROR_INVALID, "%s, %s: %s", name,
                     hs_class_column_label ((HsClassColumn) i), row->problem[i]);
        return;
      }
}

int
hs_class_make (HsClass *self, HsStore *store, const HsActor *actor, GError **error)
{
  int made = 0;

  if (!hs_permission_create (actor, error) || !fill_all (self, store, actor, error))
    return -1;
  if (hs_class_n_problems (self) > 0)
    {
      tell_problem (&self->draft, _ ("for all"), error);
      for (guint i = 0; error != NULL && *error == NULL && i < self->rows->len; i++)
        tell_problem (self->rows->pdata[i], ((HsClassRow *) self->rows->pdata[i])->name, error);
      return -1;
    }
  for (guint i = 0; i < self->rows->len; i++)
    made += ((HsClassRow *) self->rows->pdata[i])->agreement != 0;
  return made;
}

gboolean
hs_class_undo (HsStore *store, const HsActor *actor, const gint64 *ids, gsize n_ids, GError **error)
{
  if (!hs_permission_create (actor, error))
    return FALSE;
  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (HsRecord) agreement = hs_store_get (store, HS_KIND_AGREEMENT, ids[i], error);

      if (agreement == NULL)
        return FALSE;
      if (hs_record_int (agreement, HS_AGREEMENT_STATE) > HS_AGREEMENT_STATE_DRAFT)
        {
          g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
                       _ ("agreement %s was submitted since: withdraw it instead"),
                       hs_record_text (agreement, HS_AGREEMENT_NUMBER));
          return FALSE;
        }
      if (!hs_store_remove (store, agreement, error))
        return FALSE;
    }
  return TRUE;
}
