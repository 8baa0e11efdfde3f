/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matching problem in memory: students, the options of each, and the shared resources that
 * options use up. Nothing here knows what a resource stands for (a supervisor in a block, an item
 * of technology in a block, hours of a digicoach, a vacancy, a pair at a location).
 *
 * Choose at most one option a student so that no resource is used beyond its capacity and the sum
 * of values is largest. Students, resources and options are numbered from 0 in the order in which
 * they were added; options are grouped by student. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Largest number of students, and largest capacity, value and amount. Within these no sum that the
 * solver makes overflows 64 bits. */
#define HS_INSTANCE_MAX_STUDENTS 10000000
#define HS_INSTANCE_MAX_NUMBER 1000000000

/* No option: the student has no place. */
#define HS_NO_OPTION (-1)

/**
 * HsUse:
 * @resource: which resource
 * @amount: how much of it, above 0
 */
typedef struct
{
  guint32 resource;
  gint32 amount;
} HsUse;

/**
 * HsInstance:
 *
 * A finished problem; it never changes, so threads may share it. The options of student s are
 * first_option[s] up to first_option[s + 1], the uses of option o are first_use[o] up to
 * first_use[o + 1]; an option names a resource at most once. About 0.9 kB a student at 21 options.
 */
typedef struct
{
  guint32 n_students;
  guint32 n_resources;
  guint32 n_options;
  gint32 *capacity;
  guint32 *first_option;
  gint32 *value;
  guint32 *first_use;
  HsUse *uses;
} HsInstance;

HsInstance *hs_instance_ref (HsInstance *self);
void hs_instance_unref (HsInstance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsInstance, hs_instance_unref)

guint32 hs_instance_student_of (const HsInstance *self, guint32 option);
gboolean hs_instance_check (const HsInstance *self, const gint32 *pick, gint64 *objective,
                            guint32 *matched, GError **error);

/**
 * HsInstanceBuilder:
 *
 * Grows an instance: add resources at any time, then student by student, option by option, use by
 * use. Memory grows with what was added, never with what was promised.
 */
typedef struct _HsInstanceBuilder HsInstanceBuilder;

HsInstanceBuilder *hs_instance_builder_new (void);
void hs_instance_builder_free (HsInstanceBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsInstanceBuilder, hs_instance_builder_free)

guint32 hs_instance_builder_add_resource (HsInstanceBuilder *self, gint32 capacity);
guint32 hs_instance_builder_add_student (HsInstanceBuilder *self);
guint32 hs_instance_builder_add_option (HsInstanceBuilder *self, gint32 value);
void hs_instance_builder_add_use (HsInstanceBuilder *self, guint32 resource, gint32 amount);
HsInstance *hs_instance_builder_finish (HsInstanceBuilder *self, GError **error);

G_END_DECLS
