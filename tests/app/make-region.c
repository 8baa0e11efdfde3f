/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: make-region FILE [reviews]
 * Makes the example region of one fixed day as a new file, for the tests that drive the window.
 * With "reviews" a teacher uses the file, and ten agreements wait for that teacher. */

#include "hs-demo.h"
#include "hs-error.h"
#include "hs-life.h"
#include "hs-locale.h"
#include "hs-query.h"

#define TODAY hs_day (2026, 11, 23)
#define N_REVIEWS 10

typedef struct
{
  HsStore *store;
  HsActor *coordinator;
  HsActor *teacher;
} Region;

/* The first person of @school with @role. (transfer full) */
static HsActor *
person_with (HsStore *store, gint64 school, HsRole role, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PERSON);
  g_autoptr (GPtrArray) people = NULL;

  hs_query_where_int (query, HS_PERSON_ORGANISATION, HS_OP_EQUAL, school);
  hs_query_where_int (query, HS_PERSON_ROLES, HS_OP_HAS_BITS, 1 << role);
  people = hs_store_find (store, query, error);
  return people == NULL || people->len == 0
             ? NULL
             : hs_store_actor (store, hs_record_uid (g_ptr_array_index (people, 0)), error);
}

static gboolean
discuss (Region *region, gint64 agreement, HsSigner party, HsThemeStatus status, GError **error)
{
  for (guint theme = 0; theme <= HS_THEME_ASSIGNMENT; theme++)
    if (!hs_life_set_theme (region->store, region->coordinator, agreement, (HsTheme) theme, party,
                            status, error))
      return FALSE;
  return TRUE;
}

/* Brings a draft, or what is placed, to the teacher, with the host agreed. */
static gboolean
submit (Region *region, HsRecord *agreement, GError **error)
{
  gint64 id = hs_record_id (agreement);
  const HsTransitionInput none = HS_TRANSITION_INPUT_NONE;
  g_autoptr (HsRecord) sheet = hs_store_get (region->store, HS_KIND_SHEET,
                                             hs_record_int (agreement, HS_AGREEMENT_SHEET), error);

  if (sheet == NULL)
    return FALSE;
  if (hs_record_int (agreement, HS_AGREEMENT_STATE) == HS_AGREEMENT_STATE_PLACED
      && !hs_life_transition (region->store, region->coordinator, id, HS_EVENT_ACTION_START_DRAFT,
                              &none, error))
    return FALSE;
  hs_record_set_int (sheet, HS_SHEET_TEACHER, region->teacher->id);
  return hs_store_save (region->store, sheet, error)
         && discuss (region, id, HS_SIGNER_SCHOOL, HS_THEME_STATUS_DISCUSSED, error)
         && discuss (region, id, HS_SIGNER_STUDENT, HS_THEME_STATUS_DISCUSSED, error)
         && discuss (region, id, HS_SIGNER_HOST, HS_THEME_STATUS_AGREED, error)
         && hs_life_transition (region->store, region->coordinator, id, HS_EVENT_ACTION_SUBMIT,
                                &none, error);
}

static gboolean
make_reviews (Region *region, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
  const gint64 states[] = { HS_AGREEMENT_STATE_PLACED, HS_AGREEMENT_STATE_DRAFT };
  g_autoptr (GPtrArray) drafts = NULL;
  guint n = 0;

  hs_query_where_in (query, HS_AGREEMENT_STATE, states, G_N_ELEMENTS (states));
  hs_query_where_int (query, HS_AGREEMENT_SCHOOL, HS_OP_EQUAL, region->teacher->organisation);
  drafts = hs_store_find (region->store, query, error);
  for (guint i = 0; drafts != NULL && i < drafts->len && n < N_REVIEWS; i++)
    {
      if (!hs_store_begin (region->store, region->coordinator, "region", error))
        return FALSE;
      if (!submit (region, g_ptr_array_index (drafts, i), error)
          || !hs_store_commit (region->store, error))
        return FALSE;
      n++;
    }
  if (n == N_REVIEWS)
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, "only %u drafts", n);
  return FALSE;
}

/* Gives the file to the first teacher of the first school, with a pile of reviews. */
static gboolean
give_to_teacher (HsStore *store, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);
  g_autoptr (GPtrArray) schools = NULL;
  Region region = { .store = store };
  gint64 school;
  gboolean done;

  hs_query_where_int (query, HS_ORGANISATION_KIND, HS_OP_EQUAL, HS_ORGANISATION_KIND_SCHOOL);
  schools = hs_store_find (store, query, error);
  if (schools == NULL || schools->len == 0)
    return FALSE;
  school = hs_record_id (g_ptr_array_index (schools, 0));
  region.coordinator = person_with (store, school, HS_ROLE_COORDINATOR, error);
  region.teacher = person_with (store, school, HS_ROLE_TEACHER, error);
  done = region.coordinator != NULL && region.teacher != NULL && make_reviews (&region, error)
         && hs_store_begin (store, region.teacher, "me", error)
         && hs_store_set_fact (store, "me", region.teacher->uid, error)
         && hs_store_commit (store, error);
  hs_actor_free (region.coordinator);
  hs_actor_free (region.teacher);
  return done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = NULL;
  gboolean reviews = argc == 3 && g_str_equal (argv[2], "reviews");

  hs_locale_init ();
  if (argc != 2 && !reviews)
    return 2;
  store = hs_store_open (argv[1], HS_STORE_CREATE, &error);
  if (store != NULL && reviews)
    hs_store_set_clock (store, hs_clock_fixed ((gint64) TODAY * 86400 + 8 * 3600));
  if (store == NULL || !hs_demo_make (store, reviews ? 180 : 60, 2026, TODAY, NULL, NULL, &error)
      || (reviews && !give_to_teacher (store, &error)))
    {
      g_printerr ("make-region: %s\n", error->message);
      return 3;
    }
  return 0;
}
