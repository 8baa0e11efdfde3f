/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sending to a party without Handslag. */

#include "hs-send-dialog.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-help-window.h"
#include "hs-mail.h"
#include "hs-send-job.h"

#include <glib/gi18n.h>

struct _HsSendDialog
{
  AdwWindow parent_instance;

  HsContext *context;
  gint64 agreement;
  HsSigner role;

  GtkLabel *who;
  GtkWidget *address;
  GtkWidget *as_text;
  GtkWidget *open;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (HsSendDialog, hs_send_dialog, ADW_TYPE_WINDOW)

static void
show_problem (HsSendDialog *self, const GError *error)
{
  g_autofree char *text = hs_sentence (error->message);

  gtk_label_set_label (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_widget_set_sensitive (self->open, TRUE);
}

/* ---- the draft ---- */

static void
composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsSendDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  HsMailResult how = hs_mail_compose_finish (result, &error);
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "handslag", NULL);

  if (how == HS_MAIL_FAILED)
    {
      g_autofree char *text = g_strdup_printf (
          _ ("No mail program opened. The files are in the folder %s. Attach them yourself."),
          folder);
      gtk_label_set_label (GTK_LABEL (self->problem), text);
      gtk_widget_set_visible (self->problem, TRUE);
      gtk_widget_set_sensitive (self->open, TRUE);
      return;
    }
  if (how == HS_MAIL_WITHOUT_FILES)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("Your mail program takes no files from here. Attach them yourself. "
                              "They are in the folder %s."),
                           folder);
      hs_dialog_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), _ ("Attach the files"),
                      text);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static char *
body_of (const HsSendFiles *files)
{
  return g_strdup_printf (
      _ ("Hello,\n\nHere is agreement %s about the placement of %s.\nPlease read it. Then fill in "
         "the answer form and send it back.\nYou need no account for that.\n\nKind regards,\n"),
      files->number, files->student);
}

static void
files_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsSendDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsSendFiles) files = hs_send_files_finish (HS_CONTEXT (source), result, &error);
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;

  if (files == NULL)
    {
      show_problem (self, error);
      return;
    }
  /* No name in the subject: it is read over shoulders and on locked screens. */
  subject = g_strdup_printf (_ ("Agreement %s: please answer"), files->number);
  body = body_of (files);
  hs_mail_compose_async (GTK_WINDOW (self), gtk_editable_get_text (GTK_EDITABLE (self->address)),
                         subject, body, (const char *const *) files->paths, composed,
                         g_object_ref (self));
}

static void
open_clicked (HsSendDialog *self)
{
  gboolean text = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->as_text));

  gtk_widget_set_sensitive (self->open, FALSE);
  gtk_widget_set_visible (self->problem, FALSE);
  hs_send_files_async (self->context, self->agreement, self->role,
                       text ? HS_REPLY_TEXT : HS_REPLY_PDF, files_ready, g_object_ref (self));
}

static void
address_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsSendDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsSendFiles) files = hs_send_files_finish (HS_CONTEXT (source), result, &error);

  if (files == NULL)
    show_problem (self, error);
  else if (files->address != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->address)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->address), files->address);
}

/* ---- the widget ---- */

static void
hs_send_dialog_dispose (GObject *object)
{
  g_clear_object (&HS_SEND_DIALOG (object)->context);
  G_OBJECT_CLASS (hs_send_dialog_parent_class)->dispose (object);
}

static void
hs_send_dialog_class_init (HsSendDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_send_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/agreement/hs-send-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsSendDialog, who);
  gtk_widget_class_bind_template_child (widget_class, HsSendDialog, address);
  gtk_widget_class_bind_template_child (widget_class, HsSendDialog, as_text);
  gtk_widget_class_bind_template_child (widget_class, HsSendDialog, open);
  gtk_widget_class_bind_template_child (widget_class, HsSendDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked);
  hs_help_bind (widget_class, "antwoordformulier");
}

static void
hs_send_dialog_init (HsSendDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hs_send_dialog_new (GtkWindow *parent, HsContext *context, gint64 agreement, HsSigner role)
{
  HsSendDialog *self = g_object_new (HS_TYPE_SEND_DIALOG, "transient-for", parent, NULL);
  g_autofree char *title =
      g_strdup_printf (_ ("Send to: %s"), hs_choice_label (HS_CHOICES_SIGNER, role));

  gtk_label_set_label (self->who, title);
  self->context = g_object_ref (context);
  self->agreement = agreement;
  self->role = role;
  hs_a11y_label (self->address, _ ("E-mail address"));
  hs_a11y_name_parts (GTK_WIDGET (self));
  gtk_widget_grab_focus (self->address);
  hs_send_files_async (context, agreement, role, -1, address_found, g_object_ref (self));
  return GTK_WIDGET (self);
}
