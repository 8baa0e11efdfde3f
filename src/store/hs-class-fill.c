/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One student of a class: what was typed, what follows from programme and host, and what comes out.
 */

#include "hs-class-private.h"

#include "hs-dossier-store.h"
#include "hs-error.h"
#include "hs-query.h"
#include "hs-rule.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  HsClass *all;
  HsClassRow *row;
  HsStore *store;
  const HsActor *actor;
  gint64 found[HS_CLASS_N_COLUMNS]; /* 0 nothing was typed; -1 to be left empty */
} Filler;

/* ---- what was typed ---- */

static gboolean
find_cell (Filler *self, HsClassColumn column)
{
  const char *own = self->row->typed[column];
  const char *text = own != NULL ? own : self->all->draft.typed[column];
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return TRUE;
  if (strcmp (text, HS_CLASS_NONE) == 0)
    {
      self->found[column] = -1;
      return TRUE;
    }
  self->found[column] = hs_class_find (self->store, column, text, &error);
  if (self->found[column] != 0)
    return TRUE;
  /* A mistake in the draft is told once, there. */
  g_free (own != NULL ? self->row->problem[column] : self->all->draft.problem[column]);
  *(own != NULL ? &self->row->problem[column] : &self->all->draft.problem[column]) =
      g_strdup (error->message);
  return FALSE;
}

static gboolean
find_cells (Filler *self)
{
  gboolean all = TRUE;

  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    all = find_cell (self, (HsClassColumn) i) && all;
  return all;
}

/* What was typed as an id, 0 when it is left to the defaults or to be empty. */
static gint64
typed_id (const Filler *self, HsClassColumn column)
{
  return MAX (self->found[column], 0);
}

/* ---- technology ---- */

/* The technology that the programme of the student asks for, 0 when it asks for none. */
static gint64
asked_technology (Filler *self, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ENROLMENT);
  g_autoptr (GPtrArray) enrolments = NULL;
  g_autoptr (HsRecord) programme = NULL;

  hs_query_where_int (query, HS_ENROLMENT_STUDENT, HS_OP_EQUAL, self->row->student);
  hs_query_order (query, HS_ENROLMENT_SEQUENCE, TRUE);
  hs_query_window (query, 0, 1);
  enrolments = hs_store_find (self->store, query, error);
  if (enrolments == NULL || enrolments->len == 0
      || !hs_record_has (enrolments->pdata[0], HS_ENROLMENT_PROGRAMME))
    return 0;
  programme = hs_store_get (self->store, HS_KIND_PROGRAMME,
                            hs_record_int (enrolments->pdata[0], HS_ENROLMENT_PROGRAMME), error);
  return programme == NULL ? 0 : hs_record_int (programme, HS_PROGRAMME_TECHNOLOGY);
}

/* How many students can work with @item at a time; technology that is shared without limit gives
 * G_MAXINT. */
static int
room_of (const HsRecord *item)
{
  if (hs_record_int (item, HS_ITEM_SHARING) == HS_SHARING_UNLIMITED)
    return G_MAXINT;
  if (hs_record_int (item, HS_ITEM_SHARING) == HS_SHARING_MANY)
    return (int) MAX (hs_record_int (item, HS_ITEM_USERS_AT_A_TIME), 1);
  return (int) MAX (hs_record_int (item, HS_ITEM_QUANTITY), 1);
}

/* The item at the location of the vacancy that this class has taken least of and that has room; 0
 * without one. */
static gint64
item_at_place (Filler *self, gint64 technology, GHashTable *used, GError **error)
{
  g_autoptr (HsRecord) vacancy =
      hs_store_get (self->store, HS_KIND_VACANCY, typed_id (self, HS_CLASS_VACANCY), error);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ITEM);
  g_autoptr (GPtrArray) items = NULL;
  gint64 best = 0;
  int least = G_MAXINT;

  if (vacancy == NULL)
    return 0;
  hs_query_where_int (query, HS_ITEM_LOCATION, HS_OP_EQUAL,
                      hs_record_int (vacancy, HS_VACANCY_LOCATION));
  hs_query_where_int (query, HS_ITEM_TECHNOLOGY, HS_OP_EQUAL, technology);
  hs_query_where_in (query, HS_ITEM_STATE,
                     (const gint64[]){ HS_ITEM_STATE_IN_USE, HS_ITEM_STATE_CUPBOARD }, 2);
  items = hs_store_find (self->store, query, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      gint64 id = hs_record_id (items->pdata[i]);
      int taken = GPOINTER_TO_INT (g_hash_table_lookup (used, GINT_TO_POINTER (id)));

      if (taken < least && taken < room_of (items->pdata[i]))
        {
          best = id;
          least = taken;
        }
    }
  return best;
}

static gint64
choose_item (Filler *self, GHashTable *used, GError **error)
{
  gint64 item = typed_id (self, HS_CLASS_ITEM), technology;

  if (self->found[HS_CLASS_ITEM] == 0 && self->all->like == 0
      && typed_id (self, HS_CLASS_VACANCY) != 0)
    {
      technology = asked_technology (self, error);
      if (technology != 0)
        item = item_at_place (self, technology, used, error);
    }
  if (item != 0)
    g_hash_table_insert (
        used, GINT_TO_POINTER (item),
        GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (used, GINT_TO_POINTER (item))) + 1));
  return item;
}

/* ---- people of the host ---- */

static gboolean
has_room (const HsDossier *dossier, HsRole role)
{
  const HsFacts *facts = &dossier->facts;

  if (role == HS_ROLE_SUPERVISOR)
    return facts->supervisor_limit < 0 || facts->supervisor_peak <= facts->supervisor_limit;
  return facts->coach_limit_week < 0 || facts->coach_minutes_week <= facts->coach_limit_week;
}

/* People of the host with @role, those of the location first. */
static GPtrArray *
people_of_host (Filler *self, const HsDossier *dossier, HsRole role, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PERSON);
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  gint64 place = dossier->location != NULL ? hs_record_id (dossier->location) : 0;

  hs_query_where_int (query, HS_PERSON_ORGANISATION, HS_OP_EQUAL, hs_record_id (dossier->host));
  hs_query_where_int (query, HS_PERSON_ROLES, HS_OP_HAS_BITS, 1 << role);
  hs_query_order (query, HS_PERSON_LAST_NAME, FALSE);
  all = hs_store_find (self->store, query, error);
  for (guint pass = 0; all != NULL && pass < 2; pass++)
    for (guint i = 0; i < all->len; i++)
      {
        HsRecord *person = all->pdata[i];
        gint64 of = hs_record_int (person, HS_PERSON_LOCATION);

        if (pass == 0 ? of == place && place != 0
                      : of != place && (of == 0 || role == HS_ROLE_DIGICOACH))
          g_ptr_array_add (sorted, hs_record_ref (person));
      }
  return sorted;
}

static HsDossier *
load (Filler *self, GError **error)
{
  return hs_store_dossier (self->store, self->row->agreement, 0,
                           hs_clock_today (hs_store_clock (self->store)), error);
}

static gboolean
save_and_load (Filler *self, HsDossier **dossier, GError **error)
{
  if (!hs_store_save (self->store, (*dossier)->sheet, error))
    return FALSE;
  hs_dossier_free (*dossier);
  *dossier = load (self, error);
  return *dossier != NULL;
}

/* The one who was to do it stays when there is room, or when nobody else has any; then a finding
 * says so. */
static gboolean
choose_person (Filler *self, HsDossier **dossier, HsRole role, guint field, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;
  gint64 first = hs_record_int ((*dossier)->sheet, field);

  if ((*dossier)->host == NULL || (first != 0 && has_room (*dossier, role)))
    return TRUE;
  people = people_of_host (self, *dossier, role, error);
  for (guint i = 0; i <= people->len; i++)
    {
      gint64 id = i < people->len ? hs_record_id (people->pdata[i]) : first;

      if (id == 0)
        hs_record_unset ((*dossier)->sheet, field);
      else
        hs_record_set_int ((*dossier)->sheet, field, id);
      if (!save_and_load (self, dossier, error))
        return FALSE;
      if (i < people->len && has_room (*dossier, role))
        return TRUE;
    }
  return TRUE;
}

/* Takes away what the vacancy or the student filled in where a "-" was typed. */
static gboolean
leave_empty (Filler *self, HsDossier **dossier, GError **error)
{
  static const guint fields[HS_CLASS_N_COLUMNS] = { [HS_CLASS_SUPERVISOR] = HS_SHEET_SUPERVISOR,
                                                    [HS_CLASS_DIGICOACH] = HS_SHEET_DIGICOACH,
                                                    [HS_CLASS_TEACHER] = HS_SHEET_TEACHER };
  gboolean changed = FALSE;

  for (guint i = HS_CLASS_SUPERVISOR; i <= HS_CLASS_TEACHER; i++)
    if (self->found[i] == -1 && hs_record_has ((*dossier)->sheet, fields[i]))
      {
        hs_record_unset ((*dossier)->sheet, fields[i]);
        changed = TRUE;
      }
  return !changed || save_and_load (self, dossier, error);
}

static gboolean
choose_people (Filler *self, HsDossier **dossier, GError **error)
{
  if (!leave_empty (self, dossier, error))
    return FALSE;
  if (self->found[HS_CLASS_SUPERVISOR] == 0
      && !choose_person (self, dossier, HS_ROLE_SUPERVISOR, HS_SHEET_SUPERVISOR, error))
    return FALSE;
  return self->found[HS_CLASS_DIGICOACH] != 0 || (*dossier)->rows[HS_KIND_ASSIGNMENT]->len == 0
         || choose_person (self, dossier, HS_ROLE_DIGICOACH, HS_SHEET_DIGICOACH, error);
}

/* ---- what comes out ---- */

static void
show (Filler *self, HsClassColumn column, const HsRecord *record)
{
  if (record != NULL)
    self->row->shown[column] = hs_class_label (record, column);
}

static void
show_item (Filler *self, const HsDossier *dossier)
{
  const GPtrArray *rows = dossier->rows[HS_KIND_RESERVATION];

  if (rows->len > 0)
    show (self, HS_CLASS_ITEM,
          hs_dossier_find (dossier, HS_KIND_ITEM,
                           hs_record_int (rows->pdata[0], HS_RESERVATION_ITEM)));
}

/* What a new draft still needs is in its own list; here only what choosing otherwise would mend. */
static gboolean
is_about_choice (const HsFinding *finding)
{
  static const char *const codes[] = { "PLACE-",        "SUPERVISOR-", "ITEM-",       "COACH-LIMIT",
                                       "HOURS-OVERLAP", "WEB-7.2.10",  "BBL-EMPLOYER" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (finding->severity != HS_SEVERITY_TIP && g_str_has_prefix (finding->code, codes[i]))
      return TRUE;
  return FALSE;
}

static void
show_remark (Filler *self, const HsDossier *dossier, const GError *held)
{
  g_autoptr (GPtrArray) findings = hs_rules_run (dossier);

  for (guint i = 0; i < findings->len && self->row->remark == NULL; i++)
    if (is_about_choice (findings->pdata[i]))
      self->row->remark = g_strdup (((HsFinding *) findings->pdata[i])->message);
  if (self->row->remark == NULL && held != NULL)
    self->row->remark = g_strdup (held->message);
}

static void
show_all (Filler *self, const HsDossier *dossier, const GError *held)
{
  HsClassRow *row = self->row;

  row->number = g_strdup (hs_record_text (dossier->agreement, HS_AGREEMENT_NUMBER));
  row->state = hs_dossier_state (dossier);
  row->minutes = hs_record_int (dossier->sheet, HS_SHEET_TOTAL_MINUTES);
  show (self, HS_CLASS_VACANCY, dossier->vacancy);
  show (self, HS_CLASS_SUPERVISOR, dossier->supervisor);
  show (self, HS_CLASS_DIGICOACH, dossier->digicoach);
  show (self, HS_CLASS_TEACHER, dossier->teacher);
  show_item (self, dossier);
  if (hs_record_has (dossier->sheet, HS_SHEET_START))
    row->shown[HS_CLASS_START] = hs_record_format (dossier->sheet, HS_SHEET_START);
  if (hs_record_has (dossier->sheet, HS_SHEET_END))
    row->shown[HS_CLASS_END] = hs_record_format (dossier->sheet, HS_SHEET_END);
  show_remark (self, dossier, held);
}

gboolean
hs_class_fill (HsClass *self, HsClassRow *row, HsStore *store, const HsActor *actor,
               GHashTable *used, GError **error)
{
  Filler filler = { .all = self, .row = row, .store = store, .actor = actor };
  HsLifeNew values = { .student = row->student, .like = self->like };
  g_autoptr (GError) held = NULL;
  g_autoptr (HsDossier) dossier = NULL;
  gint64 item;

  if (!find_cells (&filler))
    return TRUE;
  item = choose_item (&filler, used, error);
  values.vacancy = typed_id (&filler, HS_CLASS_VACANCY);
  values.supervisor = typed_id (&filler, HS_CLASS_SUPERVISOR);
  values.digicoach = typed_id (&filler, HS_CLASS_DIGICOACH);
  values.teacher = typed_id (&filler, HS_CLASS_TEACHER);
  values.start = (HsDay) typed_id (&filler, HS_CLASS_START);
  values.end = (HsDay) typed_id (&filler, HS_CLASS_END);
  values.items = &item;
  values.n_items = item != 0;
  row->agreement = hs_life_create (store, actor, &values, self->until, &held, error);
  if (row->agreement == 0)
    return FALSE;
  dossier = load (&filler, error);
  if (dossier == NULL || !choose_people (&filler, &dossier, error))
    return FALSE;
  show_all (&filler, dossier, held);
  return TRUE;
}
