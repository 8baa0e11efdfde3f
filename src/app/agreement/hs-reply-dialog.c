/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over an answer form: first what it would do, then doing it. */

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-help-window.h"
#include "hs-send-dialog.h"
#include "hs-send-job.h"

#include <glib/gi18n.h>

struct _HsReplyDialog
{
  AdwWindow parent_instance;

  HsContext *context;
  char *path;

  GtkLabel *about;
  GtkWidget *outdated;
  GtkListBox *list;
  GtkWidget *take;
};

G_DEFINE_FINAL_TYPE (HsReplyDialog, hs_reply_dialog, ADW_TYPE_WINDOW)

/* ---- what it does ---- */

static GtkWidget *
new_row (const HsReplyStep *step)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (
      step->why_not == NULL ? "emblem-ok-symbolic" : "action-unavailable-symbolic");
  GtkWidget *title = gtk_label_new (step->sentence);
  g_autofree char *why = step->why_not == NULL ? NULL : hs_sentence (step->why_not);
  g_autofree char *said = why == NULL
                              ? g_strdup (step->sentence)
                              : g_strdup_printf (_ ("Not taken over: %s %s"), step->sentence, why);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (texts), title);
  if (why != NULL)
    {
      GtkWidget *label = gtk_label_new (why);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "hs-row-subtitle");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_add_css_class (icon, why == NULL ? "hs-done" : "dim-label");
  gtk_widget_add_css_class (box, "hs-row");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  hs_a11y_label (row, said);
  return row;
}

static void
show_plan (HsReplyDialog *self, const HsReplyPlan *plan)
{
  g_autofree char *empty =
      g_strdup_printf (_ ("%s. Nothing was filled in on the form."), plan->title);

  gtk_label_set_label (self->about, plan->steps->len == 0 ? empty : plan->title);
  gtk_widget_set_visible (self->outdated, plan->outdated);
  for (guint i = 0; i < plan->steps->len; i++)
    gtk_list_box_append (self->list, new_row (plan->steps->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), plan->steps->len > 0);
  gtk_widget_set_sensitive (self->take, hs_reply_plan_n_done (plan) > 0
                                            && !hs_context_is_read_only (self->context));
}

/* ---- doing it ---- */

static void
taken_over (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsReplyDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsReplyWork) work = hs_reply_work_finish (HS_CONTEXT (source), result, &error);

  if (work == NULL)
    {
      g_autofree char *body = hs_sentence (error->message);
      hs_dialog_tell (GTK_WINDOW (self), _ ("The answer could not be taken over"), body);
      gtk_widget_set_sensitive (self->take, TRUE);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
take_clicked (HsReplyDialog *self)
{
  gtk_widget_set_sensitive (self->take, FALSE);
  hs_reply_work_async (self->context, self->path, TRUE, taken_over, g_object_ref (self));
}

/* ---- the widget ---- */

static void
hs_reply_dialog_dispose (GObject *object)
{
  HsReplyDialog *self = HS_REPLY_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (hs_reply_dialog_parent_class)->dispose (object);
}

static void
hs_reply_dialog_class_init (HsReplyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_reply_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/agreement/hs-reply-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsReplyDialog, about);
  gtk_widget_class_bind_template_child (widget_class, HsReplyDialog, outdated);
  gtk_widget_class_bind_template_child (widget_class, HsReplyDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HsReplyDialog, take);
  gtk_widget_class_bind_template_callback (widget_class, take_clicked);
  hs_help_bind (widget_class, "antwoordformulier");
}

static void
hs_reply_dialog_init (HsReplyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- asking ---- */

typedef struct
{
  GtkWindow *parent;
  HsContext *context;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->parent);
  g_object_unref (asking->context);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
was_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsReplyWork) work = hs_reply_work_finish (asking->context, result, &error);
  HsReplyDialog *self;

  if (work == NULL)
    {
      g_autofree char *body = hs_sentence (error->message);
      hs_dialog_tell (asking->parent, _ ("This form cannot be read"), body);
      return;
    }
  self = g_object_new (HS_TYPE_REPLY_DIALOG, "transient-for", asking->parent, NULL);
  self->context = g_object_ref (asking->context);
  self->path = g_strdup (work->path);
  show_plan (self, work->plan);
  hs_a11y_name_parts (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}

void
hs_reply_dialog_read (GtkWindow *parent, HsContext *context, const char *path)
{
  Asking *asking = g_new0 (Asking, 1);

  *asking = (Asking){ g_object_ref (parent), g_object_ref (context) };
  hs_reply_work_async (context, path, FALSE, was_read, asking);
}

static void
form_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GFile) file = hs_dialog_file_finish (result);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  if (path != NULL)
    hs_reply_dialog_read (asking->parent, asking->context, path);
}

void
hs_reply_dialog_ask (GtkWindow *parent, HsContext *context)
{
  Asking *asking = g_new0 (Asking, 1);

  *asking = (Asking){ g_object_ref (parent), g_object_ref (context) };
  hs_dialog_file_async (parent, _ ("Choose the answer form that came back"), FALSE, NULL, NULL,
                        NULL, form_chosen, asking);
}
