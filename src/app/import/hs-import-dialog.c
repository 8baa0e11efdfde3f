/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import assistant. Everything that is shown comes from really reading the file against the
 * store; bringing it in does the same once more and then saves. */

#include "hs-import-dialog.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-help-window.h"
#include "hs-import-job.h"
#include "hs-import-mapping.h"
#include "hs-import-rows.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _HsImportDialog
{
  AdwWindow parent_instance;

  HsContext *context;
  HsKindId kind;
  char *path;
  char *pasted; /* a file of our own for pasted cells; it goes with the dialog */
  HsImportAsk *ask; /* what runs now, or NULL */
  GCancellable *cancellable;
  HsImportResult *result;
  guint meter;
  gboolean filling;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkWidget *all;
  GtkWidget *good;
  GtkWidget *progress;
  GtkLabel *summary;
  GtkLabel *missing;
  AdwBin *show_bin;
  GtkWidget *show_drop;
  AdwBin *unsure_bin;
  GtkWidget *unsure_drop;
  GtkWidget *columns;
  GtkLabel *columns_label;
  HsImportMapping *mapping;
  GtkListView *rows;
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsImportDialog, hs_import_dialog, ADW_TYPE_WINDOW)

/* What the list may be narrowed to, in the order of the drop down after "everything". */
static const HsImportState shown_states[] = { HS_IMPORT_ERROR, HS_IMPORT_NEW, HS_IMPORT_CHANGED,
                                              HS_IMPORT_UNCHANGED };

/* ---- what is shown ---- */

static guint
count_of (const HsImportResult *result, HsImportState state)
{
  switch (state)
    {
    case HS_IMPORT_NEW:
      return result->n_new;
    case HS_IMPORT_CHANGED:
      return result->n_changed;
    case HS_IMPORT_UNCHANGED:
      return result->n_unchanged;
    case HS_IMPORT_ERROR:
    default:
      return result->n_bad;
    }
}

static void
show_rows (HsImportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->show_drop));
  int state = selected == 0 || selected > G_N_ELEMENTS (shown_states)
                  ? -1
                  : (int) shown_states[selected - 1];
  g_autoptr (GtkNoSelection) model = NULL;

  if (self->result == NULL)
    return;
  model = gtk_no_selection_new (hs_import_rows_new (self->result, state));
  gtk_list_view_set_model (self->rows, GTK_SELECTION_MODEL (model));
}

static void
show_selected (HsImportDialog *self)
{
  if (!self->filling)
    show_rows (self);
}

static void
fill_show_drop (HsImportDialog *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  g_autofree char *all = g_strdup_printf (_ ("All rows (%u)"), self->result->n_rows);

  gtk_string_list_append (strings, all);
  for (guint i = 0; i < G_N_ELEMENTS (shown_states); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s (%u)", hs_import_state_label (shown_states[i]),
                                               count_of (self->result, shown_states[i]));
      gtk_string_list_append (strings, text);
    }
  self->show_drop = hs_a11y_drop_down (G_LIST_MODEL (strings), _ ("Rows that are shown"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->show_drop), self->result->n_bad > 0 ? 1 : 0);
  g_signal_connect_swapped (self->show_drop, "notify::selected", G_CALLBACK (show_selected), self);
  adw_bin_set_child (self->show_bin, self->show_drop);
}

static void
show_summary (HsImportDialog *self)
{
  const HsImportResult *result = self->result;
  guint known = 0;
  g_autofree char *summary =
      g_strdup_printf (_ ("%u new, %u changed, %u unchanged, %u with errors"), result->n_new,
                       result->n_changed, result->n_unchanged, result->n_bad);
  g_autofree char *missing =
      g_strdup_printf (ngettext ("%u is in Handslag and not in this file. It stays as it is.",
                                 "%u are in Handslag and not in this file. They stay as they are.",
                                 result->n_missing),
                       result->n_missing);
  g_autofree char *columns = NULL;

  for (guint i = 0; i < result->columns->len; i++)
    known += *((HsImportColumn *) g_ptr_array_index (result->columns, i))->name != '\0';
  columns = g_strdup_printf (_ ("Columns: %u of %u are used"), known, result->columns->len);
  gtk_label_set_label (self->columns_label, columns);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->missing, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), result->n_missing > 0);
  hs_a11y_announce (GTK_WIDGET (self), summary);
}

static void
show_buttons (HsImportDialog *self)
{
  const HsImportResult *result = self->result;
  gboolean ready = result != NULL && self->ask == NULL;
  gboolean any = ready && result->n_new + result->n_changed > 0;

  gtk_widget_set_sensitive (self->all, any && result->n_errors == 0);
  gtk_widget_set_visible (self->good, any && result->n_bad > 0);
  gtk_widget_set_visible (self->all, !gtk_widget_get_visible (self->good));
  gtk_widget_set_visible (self->progress, self->ask != NULL);
}

static void
show_result (HsImportDialog *self)
{
  self->filling = TRUE;
  fill_show_drop (self);
  hs_import_mapping_show (self->mapping, self->result);
  self->filling = FALSE;
  show_summary (self);
  show_rows (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

/* ---- running ---- */

static gboolean
move_meter (gpointer user_data)
{
  HsImportDialog *self = user_data;

  if (self->ask != NULL)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                   g_atomic_int_get (&self->ask->percent) / 100.0);
  return G_SOURCE_CONTINUE;
}

static void
run_ended (HsImportDialog *self)
{
  g_clear_pointer (&self->ask, hs_import_ask_unref);
  g_clear_handle_id (&self->meter, g_source_remove);
  show_buttons (self);
}

/* Starts what @ask (transfer full) says; what ran before is of no use any more. */
static void
run (HsImportDialog *self, HsImportAsk *ask, GAsyncReadyCallback callback)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->ask, hs_import_ask_unref);
  self->cancellable = g_cancellable_new ();
  self->ask = ask;
  ask->columns = hs_import_mapping_said (self->mapping);
  ask->unsure = (HsUnsure) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->unsure_drop));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0);
  if (self->meter == 0)
    self->meter = g_timeout_add (100, move_meter, self);
  show_buttons (self);
  hs_import_job_async (self->context, ask, self->cancellable, callback, g_object_ref (self));
}

static void
looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsImportResult) found = hs_import_job_finish (HS_CONTEXT (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      g_autofree char *reason = hs_sentence (error->message);
      run_ended (self);
      hs_dialog_tell (GTK_WINDOW (self), _ ("This file cannot be read"), reason);
      return;
    }
  g_clear_pointer (&self->result, hs_import_result_free);
  self->result = g_steal_pointer (&found);
  run_ended (self);
  show_result (self);
}

static void
look (HsImportDialog *self)
{
  HsImportAsk *ask;

  if (self->path == NULL)
    return;
  ask = hs_import_ask_new (self->kind, self->path);
  ask->dry_run = TRUE;
  run (self, ask, looked);
}

static void
brought_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsImportResult) done = hs_import_job_finish (HS_CONTEXT (source), result, &error);
  g_autofree char *text = NULL;

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  run_ended (self);
  if (done == NULL || !done->saved)
    {
      /* Somebody else changed something since the preview: look again, nothing was saved. */
      g_autofree char *reason =
          hs_sentence (error != NULL ? error->message : _ ("look at the rows again"));
      hs_dialog_tell (GTK_WINDOW (self), _ ("Nothing was imported"), reason);
      look (self);
      return;
    }
  text =
      done->n_bad == 0
          ? g_strdup_printf (_ ("Imported: %u new, %u changed."), done->n_new, done->n_changed)
          : g_strdup_printf (_ ("Imported: %u new, %u changed. %u rows are in the file to mend."),
                             done->n_new, done->n_changed, done->n_bad);
  g_signal_emit (self, signals[DONE], 0, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
all_clicked (HsImportDialog *self)
{
  run (self, hs_import_ask_new (self->kind, self->path), brought_in);
}

static void
bad_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsImportDialog) self = user_data;
  g_autoptr (GFile) file = hs_dialog_file_finish (result);
  HsImportAsk *ask;

  if (file == NULL || self->stack == NULL)
    return;
  ask = hs_import_ask_new (self->kind, self->path);
  ask->bad_rows = g_file_get_path (file);
  run (self, ask, brought_in);
}

/* "studenten-fouten.csv". (transfer full) */
static char *
file_name (HsImportDialog *self, const char *ending)
{
  g_autofree char *plural = g_utf8_strdown (hs_kind_plural (hs_kind (self->kind)), -1);

  return g_strconcat (plural, ending, NULL);
}

static void
good_clicked (HsImportDialog *self)
{
  gboolean json = g_str_has_suffix (self->path, ".json");
  g_autofree char *name = file_name (self, json ? "-fouten.json" : "-fouten.csv");

  hs_dialog_file_async (GTK_WINDOW (self), _ ("Where do the rows with errors go?"), TRUE, name,
                        NULL, NULL, bad_chosen, g_object_ref (self));
}

/* ---- where it comes from ---- */

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsImportDialog) self = user_data;
  g_autoptr (GFile) file = hs_dialog_file_finish (result);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  if (path != NULL && self->stack != NULL)
    hs_import_dialog_read (self, path);
}

static void
choose_clicked (HsImportDialog *self)
{
  g_autofree char *name = file_name (self, ".csv");

  hs_dialog_file_async (GTK_WINDOW (self), _ ("Choose a file"), FALSE, name, NULL, NULL,
                        file_chosen, g_object_ref (self));
}

static void
forget_pasted (HsImportDialog *self)
{
  if (self->pasted != NULL)
    g_unlink (self->pasted);
  g_clear_pointer (&self->pasted, g_free);
}

/* Pasted cells are read like any file: from one that only this user can open. */
static void
text_pasted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *path = NULL;
  int file;

  if (self->stack == NULL)
    return;
  if (text == NULL || *text == '\0')
    {
      hs_dialog_tell (GTK_WINDOW (self), _ ("There is nothing to paste"),
                      _ ("First copy cells in your spreadsheet, with the names of the columns."));
      return;
    }
  file = g_file_open_tmp ("handslag-XXXXXX.csv", &path, &error);
  if (file >= 0)
    close (file);
  if (file < 0
      || !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    {
      hs_dialog_tell (GTK_WINDOW (self), _ ("Pasting does not work"), error->message);
      return;
    }
  hs_import_dialog_read (self, path);
  adw_window_title_set_subtitle (self->title, _ ("Pasted cells"));
  self->pasted = g_steal_pointer (&path);
}

void
hs_import_dialog_paste (HsImportDialog *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_pasted,
                                 g_object_ref (self));
}

static void
paste_clicked (HsImportDialog *self)
{
  hs_import_dialog_paste (self);
}

void
hs_import_dialog_read (HsImportDialog *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  forget_pasted (self);
  g_free (self->path);
  self->path = g_strdup (path);
  adw_window_title_set_subtitle (self->title, name);
  look (self);
}

static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *path = files == NULL ? NULL : g_file_get_path (files->data);

  g_slist_free (files);
  if (path != NULL)
    hs_import_dialog_read (user_data, path);
  return path != NULL;
}

/* ---- the dialog ---- */

static void
hs_import_dialog_dispose (GObject *object)
{
  HsImportDialog *self = HS_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->meter, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->ask, hs_import_ask_unref);
  g_clear_pointer (&self->result, hs_import_result_free);
  g_clear_pointer (&self->path, g_free);
  forget_pasted (self);
  self->stack = NULL;
  G_OBJECT_CLASS (hs_import_dialog_parent_class)->dispose (object);
}

static void
hs_import_dialog_class_init (HsImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HS_TYPE_IMPORT_MAPPING);
  G_OBJECT_CLASS (klass)->dispose = hs_import_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/import/hs-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, all);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, good);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, show_bin);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, unsure_bin);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, columns_label);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, mapping);
  gtk_widget_class_bind_template_child (widget_class, HsImportDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, good_clicked);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, paste_clicked);
  signals[DONE] = g_signal_new ("done", HS_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  hs_help_bind (widget_class, "importeren");
}

static void
add_unsure_drop (HsImportDialog *self)
{
  const char *const strings[] = { _ ("Show it as an error"), _ ("Look for the same name"),
                                  _ ("It is new"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (strings);

  self->unsure_drop =
      hs_a11y_drop_down (G_LIST_MODEL (model), _ ("When a row has no number or code"));
  g_signal_connect_swapped (self->unsure_drop, "notify::selected", G_CALLBACK (look), self);
  adw_bin_set_child (self->unsure_bin, self->unsure_drop);
}

static void
hs_import_dialog_init (HsImportDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = hs_import_rows_factory ();
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->rows, factory);
  hs_a11y_label (GTK_WIDGET (self->rows), _ ("Rows of the file"));
  add_unsure_drop (self);
  g_signal_connect_swapped (self->mapping, "changed", G_CALLBACK (look), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  show_buttons (self);
  hs_a11y_name_parts (GTK_WIDGET (self));
}

GtkWidget *
hs_import_dialog_new (GtkWindow *parent, HsContext *context, HsKindId kind)
{
  g_autofree char *title = g_strdup_printf (_ ("Import: %s"), hs_kind_plural (hs_kind (kind)));
  HsImportDialog *self =
      g_object_new (HS_TYPE_IMPORT_DIALOG, "transient-for", parent, "title", title, NULL);

  self->context = g_object_ref (context);
  self->kind = kind;
  adw_window_title_set_title (self->title, title);
  hs_import_mapping_begin (self->mapping, context, kind);
  return GTK_WIDGET (self);
}
