/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about the plan, for hs_board_ask(), with answers in words and ids: nothing of the plan
 * itself leaves its thread. */
#pragma once

#include "hs-board-rows.h"
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
  gint64 location;
  gint64 host;
  gint64 supervisor;
  gint64 digicoach;
  gint64 item;
  gint32 value;
  gint32 rank;
  gint32 distance;
  gboolean fits;
  gboolean full;
  gboolean forceable; /* does not fit, and may be given all the same */
  gboolean here; /* the student has it now */
  char *title;
  char *subtitle;
  char *reasons;
  char *host_name;
  char *supervisor_name;
  char *item_name;
};

/**
 * HsBoardStudent: one student and the places.
 * @about: programme, period, how far
 * @wishes: "Wishes: 1. VR glasses 2. Zonnehof", or NULL
 * @state: the place there is now and why it is good, or why there is none
 * @offers: (element-type HsBoardOffer)
 */
typedef struct
{
  gint64 student;
  char *name;
  char *about;
  char *wishes;
  char *state;
  GPtrArray *offers;
} HsBoardStudent;

/* What is written into the row when the offer is taken. */
HsBoardPlace hs_board_offer_place (HsBoardOffer *self);

void hs_board_student_free (gpointer self);
/* @data: (gint64 *) id of the student. Answer: HsBoardStudent, NULL when nobody looks for a place
 * by that id. */
gpointer hs_board_ask_student (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                               GError **error);

/* A student and a vacancy: ids. */
typedef struct
{
  gint64 student;
  gint64 vacancy;
} HsBoardPair;

/* @data: HsBoardPair. Answer: HsBoardOffer, NULL when one of them is not there any more. */
gpointer hs_board_ask_offer (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
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
/* @data: (GArray of gint64) ids. Answer: (char **) why each has no place, in a few words, "" when
 * not known. */
gpointer hs_board_ask_why_unplaced (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                                    GError **error);

#define HS_BOARD_WISHES 5 /* first, second, third, later, none */
#define HS_BOARD_STEP_KM 5
#define HS_BOARD_STEPS 9 /* the last one is everything farther, and then not known */

/* Two students who would rather swap: in a sentence, and what each of them gets then. */
typedef struct
{
  char *sentence;
  gint64 students[2];
  HsBoardPlace places[2];
} HsBoardSwap;

/**
 * HsBoardScarce: what stands in the way, and how the plan comes out.
 * @bottlenecks: (element-type HsMatchBottleneck)
 * @swaps: (element-type HsBoardSwap); @n_swaps: how many there are in all
 * @distances, @wishes: how many students
 */
typedef struct
{
  GPtrArray *bottlenecks;
  GPtrArray *swaps;
  guint n_swaps;
  guint distances[HS_BOARD_STEPS + 1];
  guint wishes[HS_BOARD_WISHES];
} HsBoardScarce;

gpointer hs_board_ask_scarce (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                              GError **error);
void hs_board_scarce_free (gpointer self);
/**
 * HsBoardGain: what one more of something brings.
 * @points: how much better the whole gets
 * @places: how many more students have a place then
 */
typedef struct
{
  gint64 points;
  gint32 places;
} HsBoardGain;

/* @data: (guint32 *) a resource. Answer: HsBoardGain. */
gpointer hs_board_ask_gain (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                            GError **error);

/**
 * HsBoardOutcome: how a plan comes out, for people.
 * @wishes: first, second, third, later, none
 * @kilometres: of all who have a place and whose distance is known: @known of them
 * @technology: who get an item that was asked for; @cupboard: items that come back into use
 * @hosts: who know the host already
 */
typedef struct
{
  guint students;
  guint placed;
  guint wishes[HS_BOARD_WISHES];
  gint64 kilometres;
  guint known;
  guint technology;
  guint cupboard;
  guint hosts;
} HsBoardOutcome;

/* @now: of the plan; @then: with other weights; @changed: students who have another place then */
typedef struct
{
  HsBoardOutcome now;
  HsBoardOutcome then;
  guint changed;
} HsBoardPreview;

/* @data: HsMatchWeights. Answer: HsBoardPreview, by solving again for a moment. */
gpointer hs_board_ask_preview (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                               GError **error);

/* ---- all places ---- */

#define HS_TYPE_BOARD_VACANCY (hs_board_vacancy_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardVacancy, hs_board_vacancy, HS, BOARD_VACANCY, GObject)

/**
 * HsBoardVacancy: one vacancy with who is on it.
 * @room: students at a time, -1 for no limit; @taken: most at a time by agreements that are there
 * already; @planned: how many the plan puts there
 * @title, @subtitle, @students: place; vacancy and host; names
 * @key: what a search looks in, folded
 */
struct _HsBoardVacancy
{
  GObject parent_instance;

  gint64 vacancy;
  gint64 host;
  gint32 room;
  gint32 taken;
  guint planned;
  char *title;
  char *subtitle;
  char *students;
  char *key;
};

/* Whether there is room for one more. */
gboolean hs_board_vacancy_is_free (HsBoardVacancy *self);
/* Answer: (GPtrArray of HsBoardVacancy) all, by host and place. */
gpointer hs_board_ask_vacancies (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
