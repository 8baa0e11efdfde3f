/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over everything. A hit in something small (a clause, a note) leads to what it is part of,
 * so only kinds that have a place of their own are listed. */

#include "hs-search-dialog.h"

#include "hs-a11y.h"
#include "hs-present.h"
#include "hs-query.h"

#include <glib/gi18n.h>

#define MOST 40

struct _HsSearchDialog
{
  AdwWindow parent_instance;

  HsWindow *window;
  HsContext *context;
  GCancellable *cancellable;

  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (HsSearchDialog, hs_search_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  char *text;
  GArray *hits;
  GPtrArray *rows;
} Search;

static void
row_free (gpointer text)
{
  hs_row_text_clear (text);
  g_free (text);
}

static void
search_free (Search *search)
{
  g_free (search->text);
  g_array_unref (search->hits);
  g_ptr_array_unref (search->rows);
  g_free (search);
}

static gpointer
search_job (HsStore *store, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (GArray) hits = hs_store_search (store, search->text, MOST, error);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      HsHit hit = g_array_index (hits, HsHit, i);
      g_autoptr (HsRecord) record = NULL;
      HsRowText *text;
      if (hs_kind (hit.kind)->flags & HS_KIND_FLAG_CHILD)
        continue;
      record = hs_store_get (store, hit.kind, hit.id, NULL);
      if (record == NULL)
        continue;
      text = g_new0 (HsRowText, 1);
      hs_present_row (store, record, text);
      g_array_append_val (search->hits, hit);
      g_ptr_array_add (search->rows, text);
    }
  return search;
}

static GtkWidget *
new_row (const HsHit *hit, const HsRowText *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle =
      text->subtitle == NULL
          ? g_strdup (hs_kind_label (hs_kind (hit->kind)))
          : g_strdup_printf ("%s · %s", hs_kind_label (hs_kind (hit->kind)), text->subtitle);
  g_autofree char *said = g_strdup_printf ("%s, %s", text->title, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  hs_a11y_label (row, said);
  g_object_set_data_full (G_OBJECT (row), "hit", g_memdup2 (hit, sizeof *hit), g_free);
  return row;
}

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsSearchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Search *search = hs_context_run_finish (HS_CONTEXT (source), result, &error);
  GtkWidget *row;

  if (search == NULL)
    return;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < search->rows->len; i++)
    gtk_list_box_append (
        GTK_LIST_BOX (self->list),
        new_row (&g_array_index (search->hits, HsHit, i), g_ptr_array_index (search->rows, i)));
  gtk_widget_set_visible (self->list, search->rows->len > 0);
  gtk_widget_set_visible (self->hint, search->rows->len == 0);
  gtk_label_set_label (GTK_LABEL (self->hint), *search->text == '\0'
                                                   ? _ ("Type a part of a name, a place, a number.")
                                                   : _ ("Nothing found."));
  search_free (search);
}

static void
search_changed (GtkSearchEntry *entry, HsSearchDialog *self)
{
  Search *search = g_new0 (Search, 1);

  search->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  search->hits = g_array_new (FALSE, FALSE, sizeof (HsHit));
  search->rows = g_ptr_array_new_with_free_func (row_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hs_context_run (self->context, search_job, search, NULL, (GDestroyNotify) search_free,
                  self->cancellable, found, g_object_ref (self));
}

static void
row_activated (GtkListBox *list, GtkListBoxRow *row, HsSearchDialog *self)
{
  HsHit hit = *(HsHit *) g_object_get_data (G_OBJECT (row), "hit");
  HsWindow *window = self->window;

  gtk_window_destroy (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
  hs_window_show_record (window, hit.kind, hit.id);
}

static void
entry_activated (GtkSearchEntry *entry, HsSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (row != NULL)
    row_activated (GTK_LIST_BOX (self->list), row, self);
}

static void
next_match (GtkSearchEntry *entry, HsSearchDialog *self)
{
  gtk_widget_child_focus (self->list, GTK_DIR_DOWN);
}

static void
stop (GtkSearchEntry *entry, HsSearchDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
hs_search_dialog_dispose (GObject *object)
{
  HsSearchDialog *self = HS_SEARCH_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_search_dialog_parent_class)->dispose (object);
}

static void
hs_search_dialog_class_init (HsSearchDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_search_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
hs_search_dialog_init (HsSearchDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "hs-page");
  self->search = gtk_search_entry_new ();
  hs_a11y_label (self->search, _ ("Search everything"));
  g_object_set (self->search, "placeholder-text", _ ("Search everything"), NULL);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (entry_activated), self);
  g_signal_connect (self->search, "next-match", G_CALLBACK (next_match), self);
  g_signal_connect (self->search, "stop-search", G_CALLBACK (stop), self);
  self->hint = gtk_label_new (_ ("Type a part of a name, a place, a number."));
  gtk_widget_add_css_class (self->hint, "dim-label");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_visible (self->list, FALSE);
  hs_a11y_label (self->list, _ ("Found"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWidget *
hs_search_dialog_new (HsWindow *window, HsContext *context)
{
  HsSearchDialog *self =
      g_object_new (HS_TYPE_SEARCH_DIALOG, "transient-for", window, "modal", TRUE, "title",
                    _ ("Search everything"), "default-width", 480, "default-height", 480, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  gtk_widget_grab_focus (self->search);
  return GTK_WIDGET (self);
}
