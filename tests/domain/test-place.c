/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places: found whatever the spelling, and distances as on a map. */

#include "hs-place.h"

#include <math.h>

static void
test_find (void)
{
  g_assert_nonnull (hs_place_find ("Utrecht"));
  g_assert_true (hs_place_find ("utrecht") == hs_place_find (" UTRECHT "));
  g_assert_true (hs_place_find ("'s-Gravenzande") == hs_place_find ("s gravenzande"));
  g_assert_nonnull (hs_place_find ("Hengelo (O)"));
  g_assert_null (hs_place_find ("Nergenshuizen"));
  g_assert_null (hs_place_find (""));
  g_assert_null (hs_place_find ("("));
}

static void
test_all (void)
{
  guint n;
  const HsPlace *places = hs_place_all (&n);

  g_assert_cmpuint (n, >, 1500);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (places[i].latitude, >, 50500000);
      g_assert_cmpint (places[i].latitude, <, 53700000);
      g_assert_cmpint (places[i].longitude, >, 3200000);
      g_assert_cmpint (places[i].longitude, <, 7300000);
    }
}

static void
test_distance (void)
{
  const HsPlace *utrecht = hs_place_find ("Utrecht");
  const HsPlace *groningen = hs_place_find ("Groningen");
  double there = hs_place_distance (utrecht->latitude, utrecht->longitude, groningen->latitude,
                                    groningen->longitude);

  g_assert_cmpfloat (fabs (there - 157), <, 6);
  g_assert_cmpfloat (hs_place_distance (utrecht->latitude, utrecht->longitude, utrecht->latitude,
                                        utrecht->longitude),
                     ==, 0);
  /* One degree along a meridian is 111.195 km on that sphere. */
  g_assert_cmpfloat (fabs (hs_place_distance (52000000, 5000000, 53000000, 5000000) - 111.195), <,
                     0.001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/find", test_find);
  g_test_add_func ("/place/all", test_all);
  g_test_add_func ("/place/distance", test_distance);
  return g_test_run ();
}
