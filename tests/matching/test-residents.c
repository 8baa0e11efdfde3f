/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two classical problems read as wishes and capacities: residents who rank hospitals, and students
 * who rank projects of lecturers, where a lecturer has a limit over all their projects. No pair
 * that would both rather have each other's place goes unreported, nor is one reported that would
 * not: against brute force over all pairs, from the rankings and the capacities alone. */

#include "match-region.h"

#include "hs-locale.h"
#include "hs-match-explain.h"

#define START 20850
#define WISHES 4

typedef struct
{
  guint n_students;
  guint n_places; /* hospitals or projects */
  guint places_a_location; /* 1: a hospital each; more: projects of one lecturer */
  guint32 wish[40][WISHES]; /* of each student: places, best first */
  guint32 n_wishes;
  guint32 capacity[40];
  guint32 limit[40]; /* of the supervisor at each location */
} Problem;

static void
make_problem (Problem *problem, guint32 seed, guint places_a_location)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  *problem = (Problem){ .n_students = 14, .n_places = 8, .places_a_location = places_a_location };
  problem->n_wishes = places_a_location == 1 ? WISHES : 2;
  for (guint p = 0; p < problem->n_places; p++)
    problem->capacity[p] = (guint32) g_rand_int_range (rand, 1, 4);
  for (guint l = 0; l < problem->n_places / places_a_location; l++)
    problem->limit[l] = (guint32) g_rand_int_range (rand, 1, 5);
  for (guint s = 0; s < problem->n_students; s++)
    for (guint w = 0; w < problem->n_wishes; w++)
      {
        gboolean again = TRUE;

        while (again)
          {
            again = FALSE;
            problem->wish[s][w] = (guint32) g_rand_int_range (
                rand, 0, (gint32) (problem->n_places / places_a_location));
            for (guint k = 0; k < w; k++)
              again = again || problem->wish[s][k] == problem->wish[s][w];
          }
      }
}

static char *
uid (const char *prefix, guint number)
{
  return g_strdup_printf ("%s-%016u", prefix, number);
}

static gint64
add (HsStore *store, HsKindId kind, guint number, int field, gint64 value, int field2,
     gint64 value2, int field3, gint64 value3)
{
  g_autofree char *name = uid (hs_kind (kind)->prefix, number + 100);

  return region_add (store, kind, name, field, value, field2, value2, field3, value3, -1);
}

/* Hosts with a location each, on it a supervisor and the places; wishes name the location. */
static void
fill_places (HsStore *store, const Problem *problem, gint64 *location)
{
  guint n = problem->n_places / problem->places_a_location;

  for (guint l = 0; l < n; l++)
    {
      g_autofree char *person = uid ("pe", l + 100);
      g_autofree char *host_uid = uid ("og", l + 100);
      g_autofree char *recognition = uid ("rc", l + 100);
      gint64 host = region_add (store, HS_KIND_ORGANISATION, host_uid, HS_ORGANISATION_NAME, "Zorg",
                                HS_ORGANISATION_KIND, (gint64) HS_ORGANISATION_KIND_HOST, -1);

      region_add (store, HS_KIND_RECOGNITION, recognition, HS_RECOGNITION_HOST, host,
                  HS_RECOGNITION_CREBO, "25609", HS_RECOGNITION_STATUS,
                  (gint64) HS_RECOGNITION_STATUS_VERIFIED, -1);
      location[l] = add (store, HS_KIND_LOCATION, l, HS_LOCATION_ORGANISATION, host,
                         HS_LOCATION_SETTING, HS_CARE_SETTING_VVT, HS_LOCATION_LATITUDE, 52000000);
      region_add (store, HS_KIND_PERSON, person, HS_PERSON_LAST_NAME, "Begeleider",
                  HS_PERSON_ORGANISATION, host, HS_PERSON_LOCATION, location[l], HS_PERSON_ROLES,
                  (gint64) 1 << HS_ROLE_SUPERVISOR, HS_PERSON_STUDENT_LIMIT,
                  (gint64) problem->limit[l], -1);
    }
  for (guint p = 0; p < problem->n_places; p++)
    add (store, HS_KIND_VACANCY, p, HS_VACANCY_LOCATION, location[p / problem->places_a_location],
         HS_VACANCY_LARGEST, problem->capacity[p], HS_VACANCY_STATUS, HS_VACANCY_STATUS_OPEN);
}

static void
fill_students (HsStore *store, const Problem *problem, const gint64 *location)
{
  g_autofree char *programme_uid = uid ("pr", 109);
  gint64 programme = region_add (store, HS_KIND_PROGRAMME, programme_uid, HS_PROGRAMME_CREBO,
                                 "25609", HS_PROGRAMME_LEVEL, (gint64) HS_LEVEL_3, -1);

  for (guint s = 0; s < problem->n_students; s++)
    {
      g_autofree char *enrolment = uid ("en", s + 100);
      g_autofree char *student_uid = uid ("st", s + 100);
      gint64 student =
          region_add (store, HS_KIND_STUDENT, student_uid, HS_STUDENT_LAST_NAME, "Student", -1);

      region_add (store, HS_KIND_ENROLMENT, enrolment, HS_ENROLMENT_STUDENT, student,
                  HS_ENROLMENT_PROGRAMME, programme, HS_ENROLMENT_ROUTE, (gint64) HS_ROUTE_BOL,
                  HS_ENROLMENT_PLACEMENT_START, (gint64) START, HS_ENROLMENT_PLACEMENT_END,
                  (gint64) START + 69, -1);
      for (guint w = 0; w < problem->n_wishes; w++)
        {
          g_autofree char *wish = uid ("wi", 100 + s * WISHES + w);

          region_add (store, HS_KIND_WISH, wish, HS_WISH_STUDENT, student, HS_WISH_RANK,
                      (gint64) w + 1, HS_WISH_KIND, (gint64) HS_WISH_KIND_LOCATION,
                      HS_WISH_LOCATION, location[problem->wish[s][w]], -1);
        }
    }
}

/* How far down the list of @student the place of @vacancy stands; a number above all for none. */
static guint
rank_of (const Problem *problem, const HsMatchPlan *plan, guint32 student, guint32 vacancy)
{
  guint s = (guint) g_ascii_strtoull (
      hs_record_uid (hs_match_student (plan->world, student)->record) + 3, NULL, 10);
  guint v = (guint) g_ascii_strtoull (
      hs_record_uid (hs_match_vacancy (plan->world, vacancy)->record) + 3, NULL, 10);
  guint place = (v - 100) / problem->places_a_location;

  for (guint w = 0; w < problem->n_wishes; w++)
    if (problem->wish[s - 100][w] == place)
      return w;
  return WISHES;
}

static gboolean
is_reported (const GArray *swaps, guint32 one, guint32 other)
{
  for (guint i = 0; i < swaps->len; i++)
    if (g_array_index (swaps, HsMatchSwap, i).one == one
        && g_array_index (swaps, HsMatchSwap, i).other == other)
      return TRUE;
  return FALSE;
}

/* All pairs. A swap changes nothing in how full places and supervisors are, so that only the
 * rankings decide. */
static guint
check_pairs (const Problem *problem, const HsMatchPlan *plan)
{
  g_autoptr (GArray) swaps = hs_match_swaps (plan);
  guint found = 0;

  for (guint32 one = 0; one < plan->world->students->len; one++)
    for (guint32 other = one + 1; other < plan->world->students->len; other++)
      {
        const HsMatchOption *a = hs_match_plan_option (plan, one);
        const HsMatchOption *b = hs_match_plan_option (plan, other);
        gboolean would =
            a != NULL && b != NULL && a->vacancy != b->vacancy
            && rank_of (problem, plan, one, b->vacancy) < rank_of (problem, plan, one, a->vacancy)
            && rank_of (problem, plan, other, a->vacancy)
                   < rank_of (problem, plan, other, b->vacancy);

        g_assert_cmpint (is_reported (swaps, one, other), ==, would);
        found += would;
      }
  g_assert_cmpuint (found, ==, swaps->len);
  return found;
}

/* A solution in which nobody was asked: everybody in turn, by lot, has something that fits. */
static void
pick_at_random (HsMatchPlan *plan, GRand *rand)
{
  const HsInstance *instance = plan->problem->instance;
  gint32 *pick = plan->solution->pick;

  for (guint32 s = 0; s < instance->n_students; s++)
    pick[s] = HS_NO_OPTION;
  for (guint32 s = 0; s < instance->n_students; s++)
    {
      guint32 n = instance->first_option[s + 1] - instance->first_option[s];
      guint32 first = n > 0 ? (guint32) g_rand_int_range (rand, 0, (gint32) n) : 0;
      gboolean fits = FALSE;

      for (guint32 k = 0; k < n && !fits; k++)
        {
          pick[s] = (gint32) (instance->first_option[s] + (first + k) % n);
          fits = hs_instance_check (instance, pick, NULL, NULL, NULL);
        }
      if (!fits)
        pick[s] = HS_NO_OPTION;
    }
}

static void
test_pairs (gconstpointer data)
{
  guint places_a_location = GPOINTER_TO_UINT (data), found = 0;

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      HsStore *store = region_make (0, 1, 0);
      gint64 location[40];
      Problem problem;
      HsMatchRequest request = hs_match_request_default ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (HsMatchPlan) plan = NULL;
      g_autoptr (GError) error = NULL;

      make_problem (&problem, seed, places_a_location);
      fill_places (store, &problem, location);
      fill_students (store, &problem, location);
      request.moves = 2000;
      request.threads = 1;
      plan = hs_match_plan_new (store, &request, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (plan->world->students->len, ==, problem.n_students);
      check_pairs (&problem, plan);
      for (guint i = 0; i < 25; i++)
        {
          pick_at_random (plan, rand);
          found += check_pairs (&problem, plan);
        }
      region_free (store);
    }
  g_test_message ("%u pairs", found);
  g_assert_cmpuint (found, >, 100);
}

int
main (int argc, char **argv)
{
  hs_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/match/residents", GUINT_TO_POINTER (1), test_pairs);
  g_test_add_data_func ("/match/projects", GUINT_TO_POINTER (2), test_pairs);
  return g_test_run ();
}
