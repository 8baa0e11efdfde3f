/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs about one student: a reason for refusing, what is ruled out, wishes. */

#include "hs-board-dialogs.h"

#include "hs-a11y.h"
#include "hs-board-widgets.h"
#include "hs-related-list.h"

#include <glib/gi18n.h>

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? GTK_WINDOW (root) : NULL;
}

/* A dialog with "Cancel" and @go, which can be chosen when @reason holds something. */
static GtkWidget *
new_dialog (GtkWidget *widget, const char *heading, const char *body, const char *go)
{
  GtkWidget *dialog = adw_message_dialog_new (window_of (widget), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "go", go,
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go", FALSE);
  return dialog;
}

static void
reason_changed (GtkEditable *reason, AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (reason));

  adw_message_dialog_set_response_enabled (dialog, "go", *g_strstrip (text) != '\0');
}

static GtkWidget *
new_reason (GtkWidget *dialog)
{
  GtkWidget *entry = gtk_entry_new ();

  hs_a11y_label (entry, _ ("Reason"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect (entry, "changed", G_CALLBACK (reason_changed), dialog);
  return entry;
}

/* ---- refusing ---- */

typedef struct
{
  HsBoard *board;
  gint64 row;
  GtkEditable *reason;
  GPtrArray *choices; /* GtkCheckButton, not owned: what is ruled out */
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->board);
  g_clear_pointer (&asking->choices, g_ptr_array_unref);
  g_free (asking);
}

static void
refuse_answered (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  if (g_strcmp0 (response, "go") == 0)
    hs_board_refuse_row (asking->board, asking->row, gtk_editable_get_text (asking->reason));
  asking_free (asking);
}

void
hs_board_dialog_refuse (GtkWidget *widget, HsBoard *board, gint64 row)
{
  GtkWidget *dialog = new_dialog (
      widget, _ ("Why does this place not fit?"),
      _ ("The next proposal does not give this student this place again. The reason is kept with "
         "it."),
      _ ("_Refuse"));
  GtkWidget *entry = new_reason (dialog);
  Asking *asking = g_new0 (Asking, 1);

  *asking = (Asking){ g_object_ref (board), row, GTK_EDITABLE (entry), NULL };
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_signal_connect (dialog, "response", G_CALLBACK (refuse_answered), asking);
  hs_a11y_name_parts (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/* ---- ruling out ---- */

static void
rule_out_answered (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  for (guint i = 0; g_strcmp0 (response, "go") == 0 && i < asking->choices->len; i++)
    {
      GObject *choice = asking->choices->pdata[i];
      guint field = GPOINTER_TO_UINT (g_object_get_data (choice, "field"));
      const gint64 *id = g_object_get_data (choice, "id");

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (choice)))
        hs_board_rule_out_for (asking->board, asking->row, field, *id,
                               gtk_editable_get_text (asking->reason));
    }
  asking_free (asking);
}

/* One thing that can be ruled out; @name NULL or @id 0: there is none. */
static void
add_choice (Asking *asking, GtkBox *box, guint field, gint64 id, const char *format,
            const char *name)
{
  g_autofree char *text = name != NULL ? g_strdup_printf (format, name) : NULL;
  GtkWidget *choice, *label;

  if (text == NULL || id == 0)
    return;
  choice = gtk_check_button_new ();
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), label);
  hs_a11y_label (choice, text);
  g_object_set_data (G_OBJECT (choice), "field", GUINT_TO_POINTER (field));
  g_object_set_data_full (G_OBJECT (choice), "id", g_memdup2 (&id, sizeof id), g_free);
  if (asking->choices->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), asking->choices->pdata[0]);
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
  g_ptr_array_add (asking->choices, choice);
  gtk_box_append (box, choice);
}

void
hs_board_dialog_rule_out (GtkWidget *widget, HsBoard *board, gint64 row, HsBoardOffer *offer)
{
  GtkWidget *dialog =
      new_dialog (widget, _ ("What does not fit this student?"),
                  _ ("The next proposal does not choose it for this student. You can take it back "
                     "at “Wishes and rule-outs”."),
                  _ ("Rule _out"));
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *entry = new_reason (dialog);
  Asking *asking = g_new0 (Asking, 1);

  *asking = (Asking){ g_object_ref (board), row, GTK_EDITABLE (entry), g_ptr_array_new () };
  add_choice (asking, box, HS_EXCLUSION_VACANCY, offer->vacancy, _ ("This vacancy at %s"),
              offer->title);
  add_choice (asking, box, HS_EXCLUSION_LOCATION, offer->location, _ ("All of %s"), offer->title);
  add_choice (asking, box, HS_EXCLUSION_HOST, offer->host, _ ("All locations of %s"),
              offer->host_name);
  add_choice (asking, box, HS_EXCLUSION_PERSON, offer->supervisor, _ ("Supervisor %s"),
              offer->supervisor_name);
  add_choice (asking, box, HS_EXCLUSION_ITEM, offer->item, _ ("Technology: %s"), offer->item_name);
  gtk_box_append (box, entry);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (box));
  g_signal_connect (dialog, "response", G_CALLBACK (rule_out_answered), asking);
  hs_a11y_name_parts (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- wishes and rule-outs ---- */

void
hs_board_dialog_student (GtkWidget *widget, HsBoard *board, gint64 student, const char *title)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bin = adw_bin_new ();
  GtkBox *box = hs_board_page_box (ADW_BIN (bin));
  HsContext *context = hs_board_context (board);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_transient_for (GTK_WINDOW (window), window_of (widget));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 620);
  hs_board_label (box,
                  _ ("A proposal tries to make wishes come true. What you rule out is never "
                     "chosen."),
                  "hs-hint");
  gtk_box_append (box, hs_related_list_new (context, HS_KIND_WISH, HS_WISH_STUDENT, student));
  gtk_box_append (box,
                  hs_related_list_new (context, HS_KIND_EXCLUSION, HS_EXCLUSION_STUDENT, student));
  gtk_box_append (GTK_BOX (frame), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (frame), bin);
  gtk_widget_set_vexpand (bin, TRUE);
  adw_window_set_content (ADW_WINDOW (window), frame);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  hs_a11y_name_parts (window);
  gtk_window_present (GTK_WINDOW (window));
}
