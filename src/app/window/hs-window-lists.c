/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the main window does with the list of the page in front: bringing records in, and out as
 * a file or on paper. */

#include "hs-window-private.h"

#include "hs-class-dialog.h"
#include "hs-dialogs.h"
#include "hs-export-job.h"
#include "hs-import-dialog.h"
#include "hs-print-list.h"

#include <glib/gi18n.h>

/* The kind that the page in front lists, when it can be brought in here; else HS_N_KINDS. */
static HsKindId
import_kind (HsWindow *self)
{
  HsPage *page = hs_window_page (self);
  const HsListSpec *spec = page == NULL ? NULL : hs_page_list (page);

  if (spec == NULL || hs_context_is_read_only (self->context)
      || (hs_kind (spec->kind)->flags & HS_KIND_FLAG_IMPORT) == 0)
    return HS_N_KINDS;
  return spec->kind;
}

static HsImportDialog *
open_import (HsWindow *self)
{
  HsKindId kind = import_kind (self);
  GtkWidget *dialog;

  if (kind == HS_N_KINDS)
    {
      hs_window_toast (self, _ ("First open the list that you want to import into."));
      return NULL;
    }
  dialog = hs_import_dialog_new (GTK_WINDOW (self), self->context, kind);
  g_signal_connect_object (dialog, "done", G_CALLBACK (hs_window_toast), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return HS_IMPORT_DIALOG (dialog);
}

static void
import (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_import (user_data);
}

static void
paste (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsImportDialog *dialog = open_import (user_data);

  if (dialog != NULL)
    hs_import_dialog_paste (dialog);
}

static void
make_class (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsWindow *self = user_data;

  if (!hs_window_has_file (self) || hs_context_actor (self->context) == NULL)
    return;
  if (hs_context_is_read_only (self->context))
    hs_window_toast (self, _ ("This file can be read only."));
  else
    gtk_window_present (GTK_WINDOW (hs_class_dialog_new (self, self->context)));
}

/* ---- out ---- */

typedef struct
{
  HsWindow *window;
  HsListSpec *spec;
  HsExportFormat format;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  hs_list_spec_free (export->spec);
  g_free (export);
}

static void
exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  if (!hs_export_job_finish (HS_CONTEXT (source), result, &n, &error))
    {
      g_autofree char *reason = hs_sentence (error->message);
      hs_dialog_tell (GTK_WINDOW (self), _ ("Exporting does not work"), reason);
      return;
    }
  text = g_strdup_printf (_ ("Exported: %u."), n);
  hs_window_toast (self, text);
}

static void
export_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GFile) file = hs_dialog_file_finish (result);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  if (path != NULL)
    hs_export_job_async (export->window->context, export->spec, export->format, path, exported,
                         g_object_ref (export->window));
  export_free (export);
}

static const HsListSpec *
list_in_front (HsWindow *self)
{
  HsPage *page = hs_window_page (self);

  return page == NULL ? NULL : hs_page_list (page);
}

/* The target is the ending of the name; what is shown now is what goes out. */
static void export(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsWindow *self = user_data;
  const HsListSpec *spec = list_in_front (self);
  g_autofree char *plural = NULL;
  g_autofree char *name = NULL;
  Export *export;

  if (spec == NULL)
    return;
  plural = g_utf8_strdown (hs_kind_plural (hs_kind (spec->kind)), -1);
  name = g_strdup_printf ("%s.%s", plural, g_variant_get_string (parameter, NULL));
  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->spec = hs_list_spec_copy (spec);
  export->format = hs_export_format_of (name);
  hs_dialog_file_async (GTK_WINDOW (self), _ ("Export as shown"), TRUE, name, NULL, NULL,
                        export_chosen, export);
}

static void
print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsWindow *self = user_data;
  const HsListSpec *spec = list_in_front (self);

  if (spec == NULL)
    hs_window_toast (self, _ ("First open the list that you want to print."));
  else
    hs_print_list (GTK_WINDOW (self), self->context, spec);
}

static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *path = files == NULL ? NULL : g_file_get_path (files->data);
  HsImportDialog *dialog = NULL;

  g_slist_free (files);
  if (path != NULL)
    dialog = open_import (user_data);
  if (dialog != NULL)
    hs_import_dialog_read (dialog, path);
  return dialog != NULL;
}

GMenuModel *
hs_window_list_menu (HsKindId kind, gboolean read_only)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) out = g_menu_new ();

  if (!read_only && (hs_kind (kind)->flags & HS_KIND_FLAG_IMPORT) != 0)
    {
      g_autoptr (GMenu) section = g_menu_new ();
      g_menu_append (section, _ ("_Import…"), "win.import");
      g_menu_append (section, _ ("_Paste cells"), "win.paste");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  if (!read_only && (kind == HS_KIND_AGREEMENT || kind == HS_KIND_STUDENT))
    {
      g_autoptr (GMenu) section = g_menu_new ();
      g_menu_append (section, _ ("A _class at once…"), "win.class");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  g_menu_append (out, _ ("Export as _CSV…"), "win.export::csv");
  g_menu_append (out, _ ("Export for _Excel (XLSX)…"), "win.export::xlsx");
  g_menu_append (out, _ ("Export as _JSON…"), "win.export::json");
  g_menu_append (out, _ ("P_rint…"), "win.pdf");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));
  return G_MENU_MODEL (menu);
}

static const GActionEntry entries[] = {
  { .name = "import", .activate = import },
  { .name = "paste", .activate = paste },
  { .name = "class", .activate = make_class },
  { .name = "export", .activate = export, .parameter_type = "s" },
  { .name = "pdf", .activate = print }, /* the name whose key is Ctrl+P in every window */
};

void
hs_window_add_list_actions (HsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
