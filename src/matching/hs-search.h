/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A feasible solution that is being changed: who has which option, what is left of each resource,
 * who uses it, and the best that was seen. Private to the solver; each thread has its own. */
#pragma once

#include "hs-model.h"
#include "hs-random.h"

G_BEGIN_DECLS

/* No chain of moves touches more students than this. */
#define HS_SEARCH_MAX_CHAIN 64

/**
 * HsSearchStudent:
 * @worth: of the option that was picked, 0 without one
 * @best_worth: of the best option, at least 0
 * @stamp: the last change that touched the student
 */
typedef struct
{
  guint32 first_option;
  guint32 n_options;
  guint32 first_slot;
  gint32 pick;
  float worth;
  float best_worth;
  guint32 stamp;
  guint32 changed; /* since the best solution was noted */
} HsSearchStudent;

typedef struct
{
  gint32 left;
  guint32 first_user;
  guint32 n_users;
} HsSearchResource;

/* One use of one student: whose it is, how much, and where it stands in the list of users. */
typedef struct
{
  guint32 owner;
  gint32 amount;
  guint32 place;
} HsSearchSlot;

typedef struct
{
  guint32 student;
  gint32 pick;
} HsSearchChange;

/**
 * HsSearch:
 *
 * @score is the sum of scores now, @best_score that of @best. @log holds the students of the change
 * that is being tried, with the pick that each had before it.
 */
typedef struct
{
  const HsModel *model;
  HsRandom random;
  HsSearchStudent *students;
  HsSearchResource *resources;
  HsSearchSlot *slots;
  guint32 *users; /* slots, per resource */
  gint32 *best;
  guint32 *changed;
  guint32 n_changed;
  guint32 stamp;
  gint64 score;
  gint64 best_score;
  HsSearchChange log[HS_SEARCH_MAX_CHAIN];
  guint32 n_log;
} HsSearch;

HsSearch *hs_search_new (const HsModel *model, guint64 seed);
void hs_search_free (HsSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsSearch, hs_search_free)

void hs_search_greedy (HsSearch *self);
void hs_search_fill (HsSearch *self);
void hs_search_return_to_best (HsSearch *self);
void hs_search_note_best (HsSearch *self);

void hs_search_begin (HsSearch *self);
gboolean hs_search_touch (HsSearch *self, guint32 student);
void hs_search_undo (HsSearch *self);
void hs_search_commit (HsSearch *self);
void hs_search_mark (HsSearch *self, guint32 student);
void hs_search_put (HsSearch *self, guint32 student, guint32 option);
void hs_search_take (HsSearch *self, guint32 student);

/* Whether there is room for an option as things are. */
static inline gboolean
hs_search_fits (const HsSearch *self, guint32 option)
{
  const HsModel *model = self->model;
  for (guint32 k = model->options[option].first_use; k < hs_model_end_use (model, option); k++)
    if (model->uses[k].amount > self->resources[model->uses[k].resource].left)
      return FALSE;
  return TRUE;
}

G_END_DECLS
