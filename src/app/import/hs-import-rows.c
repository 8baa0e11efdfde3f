/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a file as a list. */

#include "hs-import-rows.h"

#include "hs-dialogs.h"
#include "hs-list-item.h"
#include "hs-row-factory.h"

#include <glib/gi18n.h>

static const char *
tone (HsImportState state)
{
  static const char *const tones[] = { "good", "busy", "dim", "warn" };

  return tones[MIN (state, G_N_ELEMENTS (tones) - 1)];
}

static void
add_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
add_problem (GString *text, const HsImportProblem *problem)
{
  g_autofree char *reason = hs_sentence (problem->reason);
  g_autofree char *line = NULL;

  if (problem->header != NULL && problem->value != NULL && *problem->value != '\0')
    line = g_strdup_printf ("%s “%s”: %s", problem->header, problem->value, reason);
  else if (problem->header != NULL)
    line = g_strdup_printf ("%s: %s", problem->header, reason);
  add_line (text, line != NULL ? line : reason);
}

static void
add_changes (GString *text, const HsImportRow *row)
{
  for (guint i = 0; i < row->changes->len; i++)
    {
      const HsImportChange *change = g_ptr_array_index (row->changes, i);
      const char *before = *change->before == '\0' ? _ ("(empty)") : change->before;
      const char *after = *change->after == '\0' ? _ ("(empty)") : change->after;
      g_autofree char *line = g_strdup_printf ("%s: %s → %s", change->label, before, after);
      add_line (text, line);
    }
}

/* The problems by line, so that a file with many of both is read once. */
static GHashTable *
problems_by_line (const HsImportResult *result)
{
  GHashTable *lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < result->problems->len; i++)
    {
      HsImportProblem *problem = g_ptr_array_index (result->problems, i);
      GPtrArray *own = g_hash_table_lookup (lines, GUINT_TO_POINTER (problem->line));
      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (lines, GUINT_TO_POINTER (problem->line), own);
        }
      g_ptr_array_add (own, problem);
    }
  return lines;
}

static void
append (GListStore *store, const char *title, const GString *subtitle, HsImportState state)
{
  guint position = g_list_model_get_n_items (G_LIST_MODEL (store));
  g_autoptr (HsListItem) item = hs_list_item_new (HS_KIND_AGREEMENT, position);
  HsRowText text = { .title = (char *) title,
                     .subtitle = subtitle->len > 0 ? subtitle->str : NULL,
                     .badge = (char *) hs_import_state_label (state),
                     .tone = tone (state) };

  hs_list_item_fill (item, (gint64) position + 1, NULL, &text);
  g_list_store_append (store, item);
}

static void
append_row (GListStore *store, const HsImportRow *row, GHashTable *problems)
{
  GPtrArray *own = g_hash_table_lookup (problems, GUINT_TO_POINTER (row->line));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = NULL;

  if (row->title != NULL && *row->title != '\0')
    title = g_strdup_printf (_ ("Line %u · %s"), row->line, row->title);
  else
    title = g_strdup_printf (_ ("Line %u"), row->line);
  for (guint i = 0; own != NULL && i < own->len; i++)
    add_problem (text, g_ptr_array_index (own, i));
  add_changes (text, row);
  append (store, title, text, row->state);
}

/* What is about the header or the file: errors of lines that are no row. */
static void
append_general (GListStore *store, const HsImportResult *result)
{
  guint first = result->rows->len > 0 ? ((HsImportRow *) g_ptr_array_index (result->rows, 0))->line
                                      : G_MAXUINT;

  for (guint i = 0; i < result->problems->len; i++)
    {
      const HsImportProblem *problem = g_ptr_array_index (result->problems, i);
      g_autoptr (GString) text = g_string_new (NULL);
      if (problem->line >= first || problem->warning)
        continue;
      add_problem (text, problem);
      append (store, problem->column > 0 ? _ ("Names of the columns") : _ ("The whole file"), text,
              HS_IMPORT_ERROR);
    }
}

GListModel *
hs_import_rows_new (const HsImportResult *result, int state)
{
  GListStore *store = g_list_store_new (HS_TYPE_LIST_ITEM);
  g_autoptr (GHashTable) problems = problems_by_line (result);

  if (state < 0 || state == HS_IMPORT_ERROR)
    append_general (store, result);
  for (guint i = 0; i < result->rows->len; i++)
    {
      const HsImportRow *row = g_ptr_array_index (result->rows, i);
      if (state < 0 || (int) row->state == state)
        append_row (store, row, problems);
    }
  return G_LIST_MODEL (store);
}

static void
give_room (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkLabel *subtitle = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "subtitle");

  gtk_label_set_ellipsize (subtitle, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (subtitle, TRUE);
  gtk_label_set_wrap_mode (subtitle, PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_activatable (item, FALSE);
}

GtkListItemFactory *
hs_import_rows_factory (void)
{
  GtkListItemFactory *factory = hs_row_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (give_room), NULL);
  return factory;
}
