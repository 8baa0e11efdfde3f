/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A demo region: invented schools, care organisations and people at real Dutch places, with
 * students, technology, vacancies and agreements in every state. No real person or organisation is
 * meant; mail goes to domains that do not exist. */
#pragma once

#include "hs-date.h"
#include "hs-store.h"

G_BEGIN_DECLS

/* The fewest students: enough for an agreement in every state. */
#define HS_DEMO_STUDENTS_LEAST 20
#define HS_DEMO_STUDENTS_MOST 1000000

/* HsDemoProgress: @fraction from 0 to 1. */
typedef void (*HsDemoProgress) (double fraction, gpointer user_data);

/**
 * hs_demo_make:
 * @store: empty of people and organisations, not inside a transaction; its uids follow from @seed
 *   from now on and its clock is set to the morning of @today
 * @n_students: how many; brought between the least and the most
 * @seed: chooses the place in the country, the names and everything else
 * @today: the day on which the region is as it is
 * @progress: (nullable)
 *
 * Fills @store with the catalogue and a region. The same arguments give the same content. The fact
 * "demo" of the store tells that it is one, "demo.model" holds the uid of an agreement with all
 * five themes filled in, and "me" the uid of a coordinator of the first school.
 *
 * Returns: FALSE with HS_ERROR_REFUSED when there are organisations already, or an error of the
 *   store; then nothing was added
 */
gboolean hs_demo_make (HsStore *store, guint n_students, guint64 seed, HsDay today,
                       HsDemoProgress progress, gpointer user_data, GError **error);

G_END_DECLS
