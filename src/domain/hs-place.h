/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a Dutch town is. From the GeoNames gazetteer (CC BY 4.0), at the level of towns: a distance
 * between two of them is an estimate. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One town. @latitude and @longitude in millionths of a degree (WGS 84). */
typedef struct
{
  const char *name;
  const char *municipality;
  const char *province;
  gint32 latitude;
  gint32 longitude;
} HsPlace;

/* All places that come with the program, by name. @n (out): how many. (transfer none) */
const HsPlace *hs_place_all (guint *n);
/* The place with this name, whatever its case and accents; "Bergen (NH)" also as "Bergen". Of
 * places with the same name the first; NULL when there is none. (transfer none) */
const HsPlace *hs_place_find (const char *name);

/* Kilometres between two points along the earth, by the haversine formula on a sphere of 6,371.0088
 * km (the mean radius of IUGG). Coordinates in millionths of a degree. */
double hs_place_distance (gint64 latitude_a, gint64 longitude_a, gint64 latitude_b,
                          gint64 longitude_b);

G_END_DECLS
