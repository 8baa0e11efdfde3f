/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The solver's own copy of an instance, laid out for speed: students who compete lie together, each
 * student's options are in order of what they are worth after the price of what they use, and what
 * cannot be part of any answer is left out. Private to the solver. */
#pragma once

#include "hs-instance.h"

G_BEGIN_DECLS

/**
 * HsModelOption:
 * @worth: its score less the price of what it uses; see hs_model_set_worth()
 * @score: its value, with the bonus for staying where there is one
 * @first_use: where its uses begin; they end where the next option's begin
 * @origin: its number in the instance
 */
typedef struct
{
  float worth;
  gint32 score;
  guint32 first_use;
  guint32 origin;
} HsModelOption;

/**
 * HsModel:
 *
 * Students who are fixed are not in it: what they use is taken off the capacities. n_options + 1
 * options are there, the last is a mark. Resource numbers are its own: resource_origin says which.
 */
typedef struct
{
  const HsInstance *instance;
  guint32 n_students;
  guint32 n_resources;
  guint32 n_options;
  gint32 bonus;
  gint64 fixed_value;
  guint32 *student_origin;
  guint32 *resource_origin;
  guint32 *first_option;
  gint32 *start; /* the model's option that each student begins with, or HS_NO_OPTION; or NULL */
  gint32 *capacity;
  HsModelOption *options;
  HsUse *uses;
} HsModel;

HsModel *hs_model_new (const HsInstance *instance, const gint32 *fixed, const gint32 *start,
                       gint32 bonus, GError **error);
void hs_model_free (HsModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsModel, hs_model_free)

void hs_model_set_worth (HsModel *self, const double *price, double share);

static inline guint32
hs_model_end_use (const HsModel *self, guint32 option)
{
  return self->options[option + 1].first_use;
}

/* The value of an option without the bonus. */
static inline gint32
hs_model_value (const HsModel *self, guint32 option)
{
  return self->instance->value[self->options[option].origin];
}

G_END_DECLS
