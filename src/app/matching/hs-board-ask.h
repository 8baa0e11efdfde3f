/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about the plan, for hs_board_ask(), with answers in words and ids: nothing of the plan
 * itself leaves its thread. */
#pragma once

#include "hs-match-explain.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define HS_TYPE_BOARD_OFFER (hs_board_offer_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardOffer, hs_board_offer, HS, BOARD_OFFER, GObject)

/**
 * HsBoardOffer: one place for the student that was asked about.
 * @place: ids of what it consists of
 * @title, @subtitle: name of the place; vacancy, distance and technology
 * @reasons: why it is good, or what is in the way, in sentences
 */
struct _HsBoardOffer
{
  GObject parent_instance;

  gint64 vacancy;
  gint64 supervisor;
  gint64 digicoach;
  gint64 item;
  gint32 value;
  gint32 rank;
  gint32 distance;
  gboolean fits;
  gboolean full;
  gboolean here; /* the student has it now */
  char *title;
  char *subtitle;
  char *reasons;
};

/**
 * HsBoardStudent: one student and the places.
 * @state: the place there is now and why it is good, or why there is none
 * @offers: (element-type HsBoardOffer)
 */
typedef struct
{
  gint64 student;
  char *name;
  char *about;
  char *state;
  GPtrArray *offers;
} HsBoardStudent;

void hs_board_student_free (gpointer self);
/* @data: (gint64 *) id of the student. Answer: HsBoardStudent, NULL when nobody looks for a place
 * by that id. */
gpointer hs_board_ask_student (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                               GError **error);

/* Whom and what to explain; @seconds 0 looks at the rules only. */
typedef struct
{
  gint64 student;
  gint64 vacancy;
  double seconds;
} HsBoardWhy;

/* @data: HsBoardWhy. Answer: (char **) sentences. */
gpointer hs_board_ask_why (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                           GError **error);

/* How hard students are to place: @students ids, @fits how many vacancies fit. */
typedef struct
{
  GArray *students; /* gint64 */
  GArray *fits; /* gint32 */
} HsBoardFits;

/* Answer: HsBoardFits of everybody in the plan. */
gpointer hs_board_ask_fits (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                            GError **error);
void hs_board_fits_free (gpointer self);
/* @data: (GArray of gint64) ids. Answer: (char **) why each has no place, "" when not known. */
gpointer hs_board_ask_why_unplaced (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                                    GError **error);

#define HS_BOARD_WISHES 5 /* first, second, third, later, none */
#define HS_BOARD_STEP_KM 5
#define HS_BOARD_STEPS 9 /* the last one is everything farther, and then not known */

/**
 * HsBoardScarce: what stands in the way, and how the plan comes out.
 * @bottlenecks: (element-type HsMatchBottleneck)
 * @swaps: (element-type char *): sentences
 * @distances, @wishes: how many students
 */
typedef struct
{
  GPtrArray *bottlenecks;
  GPtrArray *swaps;
  guint distances[HS_BOARD_STEPS + 1];
  guint wishes[HS_BOARD_WISHES];
  gint64 parts[HS_N_WEIGHTS];
} HsBoardScarce;

gpointer hs_board_ask_scarce (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                              GError **error);
void hs_board_scarce_free (gpointer self);
/* @data: (guint32 *) a resource. Answer: (gint64 *) the gain of one more, in points. */
gpointer hs_board_ask_gain (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                            GError **error);

/* @data: HsMatchWeights. Answer: (gint64 *) HS_N_WEIGHTS points of the plan with these weights. */
gpointer hs_board_ask_parts (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                             GError **error);

G_END_DECLS
