/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board without its widgets: a proposal is made, changed, taken over and undone, and what the
 * file says afterwards is what a coordinator would expect. */

#include "hs-board-ask.h"
#include "hs-board-list.h"
#include "hs-board.h"
#include "hs-locale.h"
#include "hs-query.h"
#include "match-region.h"

#include <glib/gstdio.h>

typedef struct
{
  char *path;
  HsContext *context;
  HsBoard *board;
  guint failures;
} Fixture;

static void
failed (HsBoard *board, const char *message, Fixture *f)
{
  g_test_message ("%s", message);
  f->failures++;
}

static gboolean
too_long (gpointer data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

static void
wait_until_idle (Fixture *f)
{
  guint limit = g_timeout_add_seconds (120, too_long, NULL);

  while (!hs_board_is_idle (f->board) || hs_context_is_busy (f->context)
         || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static void
opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  hs_context_open_finish (HS_CONTEXT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  HsStore *store = region_make (60, 7, 0);
  g_autoptr (HsActor) actor = NULL;
  HsClock clock = *hs_store_clock (store);
  gint64 school;
  gboolean done = FALSE;

  school = region_add (store, HS_KIND_ORGANISATION, "og-school00000000000", HS_ORGANISATION_NAME,
                       "School", HS_ORGANISATION_KIND, (gint64) HS_ORGANISATION_KIND_SCHOOL, -1);
  region_add (store, HS_KIND_PERSON, "pe-coordinator000000", HS_PERSON_LAST_NAME, "Vos",
              HS_PERSON_ORGANISATION, school, HS_PERSON_ROLES, (gint64) 1 << HS_ROLE_COORDINATOR,
              -1);
  actor = hs_store_actor (store, "pe-coordinator000000", NULL);
  f->path = g_strdup (hs_store_path (store));
  hs_store_close (store);
  f->context = hs_context_new (NULL, clock);
  hs_context_open_async (f->context, f->path, 0, opened, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  hs_context_set_actor (f->context, actor);
  while (hs_context_is_busy (f->context) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  f->board = hs_board_new (f->context);
  g_signal_connect (f->board, "failed", G_CALLBACK (failed), f);
  hs_board_set_moves (f->board, 20000);
  hs_board_show (f->board, 0);
  wait_until_idle (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  wait_until_idle (f);
  g_assert_finalize_object (f->board);
  g_assert_finalize_object (f->context);
  region_free (hs_store_open (f->path, 0, NULL));
  g_free (f->path);
}

static gint64
count (Fixture *f, HsKindId kind, guint field, gint64 value)
{
  g_autoptr (HsStore) store = hs_store_open (f->path, HS_STORE_READ_ONLY, NULL);
  g_autoptr (HsQuery) query = hs_query_new (kind);

  if (field != G_MAXUINT)
    hs_query_where_int (query, field, HS_OP_EQUAL, value);
  return hs_store_count (store, query, NULL);
}

static const HsBoardRow *
first_row (Fixture *f, gboolean placed)
{
  const HsBoardProposal *proposal = hs_board_proposal (f->board);

  for (guint i = 0; i < proposal->rows->len; i++)
    {
      const HsBoardRow *row = &g_array_index (proposal->rows, HsBoardRow, i);
      if (placed ? hs_board_row_is_placed (row) && !row->fixed : hs_board_row_is_open (row))
        return row;
    }
  g_assert_not_reached ();
}

static void
make_proposal (Fixture *f)
{
  g_assert_null (hs_board_proposal (f->board));
  hs_board_solve (f->board, FALSE);
  wait_until_idle (f);
  g_assert_cmpuint (f->failures, ==, 0);
  g_assert_nonnull (hs_board_proposal (f->board));
  g_assert_true (hs_board_has_plan (f->board));
}

static void
test_make (Fixture *f, gconstpointer data)
{
  g_autoptr (HsBoardList) list = hs_board_list_new (f->board);

  make_proposal (f);
  g_assert_cmpint (count (f, HS_KIND_PROPOSAL, G_MAXUINT, 0), ==, 1);
  g_assert_cmpint (count (f, HS_KIND_PROPOSAL_ROW, G_MAXUINT, 0), ==,
                   hs_board_proposal (f->board)->rows->len);
  g_assert_cmpuint (hs_board_list_count (list, HS_BOARD_VIEW_PLACED), >, 10);
  g_assert_cmpuint (hs_board_list_count (list, HS_BOARD_VIEW_PLACED)
                        + hs_board_list_count (list, HS_BOARD_VIEW_OPEN),
                    ==, hs_board_proposal (f->board)->rows->len);
}

static void
test_fix (Fixture *f, gconstpointer data)
{
  gint64 row;

  make_proposal (f);
  row = first_row (f, TRUE)->id;
  hs_board_fix_row (f->board, row, TRUE);
  wait_until_idle (f);
  g_assert_true (hs_board_row (f->board, row)->fixed);
  g_assert_cmpint (
      count (f, HS_KIND_FIXED_PAIR, HS_FIXED_PAIR_STUDENT, hs_board_row (f->board, row)->student),
      ==, 1);
  hs_board_undo (f->board);
  wait_until_idle (f);
  g_assert_false (hs_board_row (f->board, row)->fixed);
  g_assert_cmpint (count (f, HS_KIND_FIXED_PAIR, G_MAXUINT, 0), ==, 0);
  g_assert_cmpuint (f->failures, ==, 0);
}

static void
test_take_away (Fixture *f, gconstpointer data)
{
  gint64 row, vacancy;

  make_proposal (f);
  row = first_row (f, TRUE)->id;
  vacancy = hs_board_row (f->board, row)->vacancy;
  hs_board_take_away (f->board, row);
  wait_until_idle (f);
  g_assert_true (hs_board_row_is_open (hs_board_row (f->board, row)));
  hs_board_undo (f->board);
  wait_until_idle (f);
  g_assert_cmpint (hs_board_row (f->board, row)->vacancy, ==, vacancy);
  g_assert_false (hs_board_can_undo (f->board));
  g_assert_cmpuint (f->failures, ==, 0);
}

/* The next proposal does not give the same place again. */
static void
test_refuse (Fixture *f, gconstpointer data)
{
  gint64 row, student, vacancy;

  make_proposal (f);
  row = first_row (f, TRUE)->id;
  student = hs_board_row (f->board, row)->student;
  vacancy = hs_board_row (f->board, row)->vacancy;
  hs_board_refuse_row (f->board, row, "");
  wait_until_idle (f);
  g_assert_cmpuint (f->failures, ==, 1);
  hs_board_refuse_row (f->board, row, "te ver met de bus");
  wait_until_idle (f);
  g_assert_cmpuint (f->failures, ==, 1);
  g_assert_cmpint (hs_board_row (f->board, row)->status, ==, HS_ROW_STATUS_REFUSED);
  hs_board_solve (f->board, FALSE);
  wait_until_idle (f);
  g_assert_cmpint (hs_board_row_of_student (f->board, student)->vacancy, !=, vacancy);
}

static void
accepted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsBoardAccepted) accepted = hs_board_accept_finish (HS_BOARD (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (accepted->conflicts->len, ==, 0);
  *(guint *) data = accepted->made;
}

static void
test_accept (Fixture *f, gconstpointer data)
{
  gint64 row;
  guint made = 0;

  make_proposal (f);
  row = first_row (f, TRUE)->id;
  hs_board_accept_async (f->board, &row, 1, FALSE, accepted, &made);
  wait_until_idle (f);
  g_assert_cmpuint (made, ==, 1);
  g_assert_cmpint (hs_board_row (f->board, row)->status, ==, HS_ROW_STATUS_ACCEPTED);
  g_assert_cmpint (
      count (f, HS_KIND_AGREEMENT, HS_AGREEMENT_STUDENT, hs_board_row (f->board, row)->student), ==,
      1);
  g_assert_cmpint (count (f, HS_KIND_AGREEMENT, G_MAXUINT, 0), ==, 1);
}

static void
answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(gpointer *) data = hs_board_ask_finish (HS_BOARD (source), result, &error);
  g_assert_no_error (error);
}

/* A place that is given by hand is in the file, is fixed, and stays in the next proposal. */
static void
test_give (Fixture *f, gconstpointer data)
{
  HsBoardStudent *student = NULL;
  HsBoardOffer *offer = NULL;
  HsBoardPlace place;
  gint64 row, id;

  make_proposal (f);
  row = first_row (f, TRUE)->id;
  id = hs_board_row (f->board, row)->student;
  hs_board_ask (f->board, hs_board_ask_student, &id, NULL, hs_board_student_free, NULL, answered,
                &student);
  wait_until_idle (f);
  for (guint i = 0; offer == NULL && i < student->offers->len; i++)
    {
      HsBoardOffer *other = g_ptr_array_index (student->offers, i);
      if (other->fits && !other->full && !other->here)
        offer = other;
    }
  g_assert_nonnull (offer);
  g_assert_cmpstr (offer->reasons, !=, "");
  place = (HsBoardPlace){ offer->vacancy, offer->supervisor, offer->digicoach, offer->item,
                          offer->value,   offer->rank,       offer->distance };
  hs_board_give_place (f->board, row, &place);
  wait_until_idle (f);
  g_assert_cmpint (hs_board_row (f->board, row)->vacancy, ==, place.vacancy);
  g_assert_true (hs_board_row (f->board, row)->fixed);
  hs_board_solve (f->board, FALSE);
  wait_until_idle (f);
  g_assert_cmpint (hs_board_row_of_student (f->board, id)->vacancy, ==, place.vacancy);
  g_assert_cmpuint (f->failures, ==, 0);
  hs_board_student_free (student);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/board/make", test_make },           { "/board/fix", test_fix },
    { "/board/take-away", test_take_away }, { "/board/refuse", test_refuse },
    { "/board/accept", test_accept },       { "/board/give", test_give },
  };

  hs_locale_init ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
