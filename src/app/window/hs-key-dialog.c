/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signing key. The sheet is printed by ourselves, from the memory of the key: a print dialog
 * that were given a PDF would leave it on the disk. */

#include "hs-key-dialog.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-key-job.h"
#include "hs-minutes.h"

#include <glib/gi18n.h>

struct _HsKeyDialog
{
  AdwWindow parent_instance;

  HsContext *context;
  HsKey *key;
  gboolean made;

  GtkStack *stack;
  GtkWidget *intro;
  GtkWidget *passphrase;
  GtkWidget *again_box;
  GtkWidget *again;
  GtkLabel *problem;
  GtkWidget *go;
  GtkWidget *spinner;
  GtkLabel *number;
};

G_DEFINE_FINAL_TYPE (HsKeyDialog, hs_key_dialog, ADW_TYPE_WINDOW)

gboolean
hs_key_dialog_has_key (HsContext *context)
{
  g_autofree char *path = hs_context_key_path (context, hs_context_actor (context)->uid);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
show_problem (HsKeyDialog *self, const char *message)
{
  gtk_label_set_label (self->problem, message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  hs_a11y_announce (GTK_WIDGET (self->problem), message);
}

static void
set_busy (HsKeyDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->go, !busy);
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsKeyDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsKey) key = hs_key_job_finish (HS_CONTEXT (source), result, &error);
  g_autofree char *text = NULL;

  if (self->stack == NULL)
    return;
  set_busy (self, FALSE);
  if (key == NULL)
    {
      text = hs_sentence (error->message);
      show_problem (self, text);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again), "");
  text = hs_public_key_get_fingerprint (hs_key_get_public (key));
  gtk_label_set_label (self->number, text);
  self->key = g_steal_pointer (&key);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
}

static void
go_clicked (HsKeyDialog *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  if (self->made && g_utf8_strlen (passphrase, -1) < HS_KEY_PASSPHRASE_MIN)
    show_problem (self,
                  _ ("Take a passphrase of at least 8 characters. A short sentence is good."));
  else if (self->made
           && strcmp (passphrase, gtk_editable_get_text (GTK_EDITABLE (self->again))) != 0)
    show_problem (self, _ ("The two passphrases are not the same."));
  else
    {
      set_busy (self, TRUE);
      hs_key_job_async (self->context, passphrase, opened, g_object_ref (self));
    }
}

/* ---- the sheet ---- */

static char *
moment (HsKeyDialog *self)
{
  char iso[32];

  hs_moment_to_iso (hs_clock_now (hs_context_clock (self->context)), iso);
  return g_strdup (iso);
}

static void
save_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HsKeyDialog *self = HS_KEY_DIALOG (source);
  g_autoptr (GFile) file = hs_dialog_file_finish (result);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);
  g_autofree char *now = moment (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sheet = NULL;

  if (path == NULL || self->key == NULL)
    return;
  sheet = hs_recovery_sheet_render (self->key, hs_context_actor (self->context)->name, now, &error);
  if (sheet == NULL
      || !g_file_set_contents_full (path, g_bytes_get_data (sheet, NULL),
                                    (gssize) g_bytes_get_size (sheet),
                                    G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    hs_dialog_tell (GTK_WINDOW (self), _ ("Saving does not work"), error->message);
}

static void
save_clicked (HsKeyDialog *self)
{
  hs_dialog_file_async (GTK_WINDOW (self), _ ("Save the recovery sheet"), TRUE, "herstelblad.pdf",
                        NULL, NULL, save_chosen, NULL);
}

static void
draw_line (GtkPrintContext *context, const char *font, const char *text, double *y)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cairo, 0, *y);
  pango_cairo_show_layout (cairo, layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  *y += height + 10;
}

static void
draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, HsKeyDialog *self)
{
  g_autoptr (HsSecretText) recovery = hs_key_to_recovery_text (self->key);
  g_auto (GStrv) groups = g_strsplit (recovery, " ", -1);
  g_autofree char *number =
      g_strdup_printf (_ ("The number of this key: %s"), gtk_label_get_label (self->number));
  double y = 0;

  draw_line (context, "Sans Bold 20", _ ("Recovery sheet"), &y);
  draw_line (context, "Sans 12", hs_context_actor (self->context)->name, &y);
  draw_line (context, "Sans 11",
             _ ("With these 14 groups you make your key again. Keep this sheet where nobody else "
                "can get it. Who has it can sign in your name."),
             &y);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("%2u   %s", i + 1, groups[i]);
      draw_line (context, "Monospace 16", line, &y);
      memset (line, 0, strlen (line));
      memset (groups[i], 0, strlen (groups[i]));
    }
  draw_line (context, "Sans 11", number, &y);
}

static void
print_clicked (HsKeyDialog *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, _ ("Recovery sheet"));
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), self);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           &error);
  if (error != NULL)
    hs_dialog_tell (GTK_WINDOW (self), _ ("Printing does not work"), error->message);
}

/* ---- the dialog ---- */

static void
hs_key_dialog_dispose (GObject *object)
{
  HsKeyDialog *self = HS_KEY_DIALOG (object);

  self->stack = NULL;
  g_clear_pointer (&self->key, hs_key_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_key_dialog_parent_class)->dispose (object);
}

static void
hs_key_dialog_class_init (HsKeyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_key_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/handslag/Handslag/ui/window/hs-key-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsKeyDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HsKeyDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, HsKeyDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, HsKeyDialog, again_box);
  gtk_widget_class_bind_template_child (widget_class, HsKeyDialog, again);
  gtk_widget_class_bind_template_child (widget_class, HsKeyDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, HsKeyDialog, go);
  gtk_widget_class_bind_template_child (widget_class, HsKeyDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, HsKeyDialog, number);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hs_key_dialog_init (HsKeyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hs_a11y_name_parts (GTK_WIDGET (self));
}

GtkWidget *
hs_key_dialog_new (GtkWindow *parent, HsContext *context)
{
  HsKeyDialog *self =
      g_object_new (HS_TYPE_KEY_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->context = g_object_ref (context);
  self->made = !hs_key_dialog_has_key (context);
  gtk_widget_set_visible (self->again_box, self->made);
  gtk_button_set_label (GTK_BUTTON (self->go), self->made ? _ ("_Make the key") : _ ("_Open"));
  gtk_label_set_label (
      GTK_LABEL (self->intro),
      self->made ? _ ("With a key you sign on this computer. Choose a passphrase that only you "
                      "know. You can also sign on paper: then you need no key.")
                 : _ ("Type your passphrase. You can then print the recovery sheet again."));
  gtk_widget_grab_focus (self->passphrase);
  return GTK_WIDGET (self);
}
