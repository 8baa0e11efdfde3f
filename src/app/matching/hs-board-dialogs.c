/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs of the board. */

#include "hs-board-dialogs.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-window.h"

#include <glib/gi18n.h>

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? GTK_WINDOW (root) : NULL;
}

void
hs_board_dialog_tell (GtkWidget *widget, const char *heading, const char *body)
{
  hs_dialog_tell (window_of (widget), heading, body);
}

/* ---- taking over ---- */

typedef struct
{
  GtkWidget *widget;
  HsBoard *board;
  GArray *rows; /* gint64 */
  gboolean skip;
} Accepting;

static void
accepting_free (Accepting *accepting)
{
  g_object_unref (accepting->widget);
  g_object_unref (accepting->board);
  g_array_unref (accepting->rows);
  g_free (accepting);
}

static void begin_accept (Accepting *accepting);

static void
skip_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Accepting *accepting = user_data;

  if (hs_dialog_ask_finish (result))
    {
      accepting->skip = TRUE;
      begin_accept (accepting);
    }
  else
    accepting_free (accepting);
}

static char *
list_conflicts (HsBoardAccepted *accepted)
{
  g_autoptr (GString) text = g_string_new (_ ("Nothing was done. Since the proposal, this has "
                                              "changed:\n"));

  for (guint i = 0; i < accepted->conflicts->len && i < 12; i++)
    {
      const HsMatchConflict *conflict = g_ptr_array_index (accepted->conflicts, i);
      g_string_append_printf (text, "\n• %s", conflict->sentence);
    }
  if (accepted->conflicts->len > 12)
    g_string_append_printf (text, _ ("\nAnd %u more."), accepted->conflicts->len - 12);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
say_made (Accepting *accepting, guint made)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u draft agreement made", "%u draft agreements made", made), made);
  HsWindow *window = hs_window_of (accepting->widget);

  if (window != NULL)
    hs_window_toast (window, text);
}

static void
accepted_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Accepting *accepting = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsBoardAccepted) accepted = hs_board_accept_finish (HS_BOARD (source), result, &error);
  g_autofree char *text = NULL;

  if (accepted == NULL)
    {
      text = hs_sentence (error->message);
      hs_board_dialog_tell (accepting->widget, _ ("Nothing was taken over"), text);
    }
  else if (accepted->conflicts->len > 0 && !accepting->skip)
    {
      text = list_conflicts (accepted);
      hs_dialog_ask_async (window_of (accepting->widget), _ ("Not everything fits any more"), text,
                           _ ("Take over the _rest"), FALSE, skip_answered, accepting);
      return;
    }
  else
    say_made (accepting, accepted->made);
  accepting_free (accepting);
}

static void
begin_accept (Accepting *accepting)
{
  hs_board_accept_async (accepting->board, (const gint64 *) (gpointer) accepting->rows->data,
                         accepting->rows->len, accepting->skip, accepted_came, accepting);
}

static void
accept_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Accepting *accepting = user_data;

  if (hs_dialog_ask_finish (result))
    begin_accept (accepting);
  else
    accepting_free (accepting);
}

static guint
count_placed (HsBoard *board)
{
  const HsBoardProposal *proposal = hs_board_proposal (board);
  guint n = 0;

  for (guint i = 0; proposal != NULL && i < proposal->rows->len; i++)
    n += hs_board_row_is_placed (&g_array_index (proposal->rows, HsBoardRow, i));
  return n;
}

void
hs_board_dialog_accept (GtkWidget *widget, HsBoard *board, const gint64 *rows, gsize n_rows,
                        gboolean skip)
{
  guint n = n_rows > 0 ? (guint) n_rows : count_placed (board);
  g_autofree char *body = g_strdup_printf (
      ngettext ("Handslag makes %u draft agreement and reserves the technology.",
                "Handslag makes %u draft agreements and reserves the technology.", n),
      n);
  Accepting *accepting;

  if (n == 0)
    {
      hs_board_dialog_tell (widget, _ ("There is nothing to take over"),
                            _ ("Nobody in this proposal has a place that was not taken over yet."));
      return;
    }
  accepting = g_new0 (Accepting, 1);
  accepting->widget = g_object_ref (widget);
  accepting->board = g_object_ref (board);
  accepting->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_rows > 0)
    g_array_append_vals (accepting->rows, rows, (guint) n_rows);
  accepting->skip = skip;
  hs_dialog_ask_async (window_of (widget), _ ("Take over?"), body, _ ("_Take over"), FALSE,
                       accept_answered, accepting);
}

void
hs_board_dialog_accept_host (GtkWidget *widget, HsBoard *board, gint64 host)
{
  const HsBoardProposal *proposal = hs_board_proposal (board);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; proposal != NULL && i < proposal->rows->len; i++)
    {
      const HsBoardRow *row = &g_array_index (proposal->rows, HsBoardRow, i);

      if (hs_board_row_is_placed (row) && row->host == host)
        g_array_append_val (rows, row->id);
    }
  if (rows->len > 0)
    hs_board_dialog_accept (widget, board, (const gint64 *) (gpointer) rows->data, rows->len,
                            FALSE);
}
