/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instances and solutions as text files.
 *
 *     p STUDENTS RESOURCES OPTIONS
 *     c CAPACITY_0 ... CAPACITY_{RESOURCES-1}
 *     o STUDENT VALUE K RESOURCE AMOUNT ...      (K pairs; in order of student)
 *
 * and a solution as lines "x STUDENT OPTION"; a student without a line has no place. Numbers are
 * integers. Empty lines are passed over; anything else that is not in this form is refused. */
#pragma once

#include "hs-instance.h"

G_BEGIN_DECLS

HsInstance *hs_instance_read (const char *path, GError **error);
gboolean hs_instance_write (const HsInstance *self, const char *path, GError **error);

gint32 *hs_solution_read (const HsInstance *instance, const char *path, GError **error);
gboolean hs_solution_write (const HsInstance *instance, const gint32 *pick, const char *path,
                            GError **error);

G_END_DECLS
