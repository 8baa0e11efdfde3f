/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes, and the history in words. */

#include "hs-section.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* ---- history ---- */

static GtkWidget *
new_moment (const HsLifeMoment *moment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *at = hs_moment_format (moment->at);

  gtk_widget_add_css_class (box, "hs-moment");
  gtk_box_append (GTK_BOX (box), new_label (moment->sentence, "hs-row-title"));
  gtk_box_append (GTK_BOX (box), new_label (at, "hs-row-subtitle"));
  if (moment->reason != NULL)
    gtk_box_append (GTK_BOX (box), new_label (moment->reason, "hs-quote"));
  return box;
}

static void
show_history (GtkWidget *box)
{
  HsDossierEditor *editor = g_object_get_data (G_OBJECT (box), "editor");
  GPtrArray *history = hs_dossier_editor_history (editor);

  clear (box);
  for (guint i = history->len; i > 0; i--)
    gtk_box_append (GTK_BOX (box), new_moment (g_ptr_array_index (history, i - 1)));
  if (history->len == 0)
    gtk_box_append (GTK_BOX (box), new_label (_ ("Nothing happened yet."), "hs-hint"));
}

GtkWidget *
hs_section_new_history (HsDossierEditor *editor)
{
  GtkWidget *self = hs_section_new (editor, _ ("History"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "hs-rows");
  g_object_set_data (G_OBJECT (box), "editor", editor);
  g_signal_connect_object (editor, "loaded", G_CALLBACK (show_history), box, G_CONNECT_SWAPPED);
  show_history (box);
  hs_section_append (HS_SECTION (self), box);
  return self;
}

/* ---- notes ---- */

typedef struct
{
  HsDossierEditor *editor;
  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *view;
  GtkWidget *add;
  GtkWidget *answering; /* what is answered, in words */
  gint64 answers;
} Notes;

static void show_notes (Notes *self);

typedef struct
{
  char *text;
  gint64 answers;
  gint64 settles;
} NoteWrite;

static void
note_write_free (gpointer data)
{
  g_free (((NoteWrite *) data)->text);
  g_free (data);
}

static gboolean
write_note (HsStore *store, const HsActor *actor, gint64 agreement, gpointer data, GError **error)
{
  const NoteWrite *note = data;

  if (note->settles != 0)
    return hs_life_settle_note (store, actor, note->settles, error);
  return hs_life_note (store, actor, agreement, NULL, note->text, note->answers, error) != 0;
}

static void
note_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) box = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (hs_dossier_editor_run_finish (HS_DOSSIER_EDITOR (source), result, &error))
    return;
  body = hs_sentence (error->message);
  hs_dialog_tell (GTK_WINDOW (gtk_widget_get_root (box)), _ ("The note was not saved"), body);
}

static void
send (Notes *self, char *text, gint64 answers, gint64 settles)
{
  NoteWrite *note = g_new0 (NoteWrite, 1);

  *note = (NoteWrite){ text, answers, settles };
  hs_dossier_editor_run (self->editor, "note", write_note, note, note_write_free, note_written,
                         g_object_ref (self->box));
}

static void
add_clicked (GtkButton *button, Notes *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  g_strstrip (text);
  if (*text == '\0')
    {
      g_free (text);
      gtk_widget_grab_focus (self->view);
      return;
    }
  send (self, text, self->answers, 0);
  gtk_text_buffer_set_text (buffer, "", 0);
  self->answers = 0;
  gtk_widget_set_visible (self->answering, FALSE);
}

static void
answer_clicked (GtkButton *button, Notes *self)
{
  const char *author = g_object_get_data (G_OBJECT (button), "author");
  g_autofree char *text = g_strdup_printf (_ ("Answer to %s"), author);

  self->answers = *(gint64 *) g_object_get_data (G_OBJECT (button), "id");
  gtk_label_set_label (GTK_LABEL (self->answering), text);
  gtk_widget_set_visible (self->answering, TRUE);
  gtk_widget_grab_focus (self->view);
}

static void
settle_clicked (GtkButton *button, Notes *self)
{
  send (self, NULL, 0, *(gint64 *) g_object_get_data (G_OBJECT (button), "id"));
}

static GtkWidget *
note_button (Notes *self, const char *text, const HsRecord *note, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  const char *author = hs_record_text (note, HS_NOTE_AUTHOR);
  g_autofree char *said = g_strdup_printf ("%s: %s", text, hs_record_text (note, HS_NOTE_TEXT));
  gint64 id = hs_record_id (note);

  gtk_widget_add_css_class (button, "flat");
  hs_a11y_label (button, said);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data_full (G_OBJECT (button), "author", g_strdup (author ? author : ""), g_free);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
new_note (Notes *self, const HsRecord *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *author = hs_record_text (note, HS_NOTE_AUTHOR);
  g_autofree char *at = hs_moment_format (hs_record_int (note, HS_NOTE_WRITTEN_AT));
  g_autofree char *line = g_strdup_printf ("%s · %s", author ? author : "", at);
  gboolean settled = hs_record_has (note, HS_NOTE_SETTLED_AT);

  gtk_widget_add_css_class (box, "hs-moment");
  if (hs_record_has (note, HS_NOTE_ANSWERS))
    gtk_widget_add_css_class (box, "answer");
  gtk_box_append (GTK_BOX (box), new_label (hs_record_text (note, HS_NOTE_TEXT), "hs-note"));
  gtk_box_append (GTK_BOX (box), new_label (line, "hs-row-subtitle"));
  if (settled)
    gtk_box_append (GTK_BOX (box), new_label (_ ("Settled"), "hs-row-subtitle"));
  else if (!hs_context_is_read_only (hs_dossier_editor_context (self->editor)))
    {
      gtk_box_append (GTK_BOX (buttons),
                      note_button (self, _ ("Answer"), note, G_CALLBACK (answer_clicked)));
      gtk_box_append (GTK_BOX (buttons),
                      note_button (self, _ ("Settled"), note, G_CALLBACK (settle_clicked)));
      gtk_box_append (GTK_BOX (box), buttons);
    }
  return box;
}

static void
show_notes (Notes *self)
{
  g_autoptr (GPtrArray) notes = hs_dossier_editor_rows (self->editor, HS_KIND_NOTE, -1, 0);

  clear (self->list);
  for (guint i = 0; i < notes->len; i++)
    gtk_box_append (GTK_BOX (self->list), new_note (self, g_ptr_array_index (notes, i)));
  gtk_widget_set_visible (self->list, notes->len > 0);
}

static void
notes_gone (gpointer data, GObject *box)
{
  Notes *self = data;

  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_object_unref (self->editor);
  g_free (self);
}

GtkWidget *
hs_section_new_notes (HsDossierEditor *editor)
{
  GtkWidget *section =
      hs_section_new (editor, _ ("Notes"),
                      _ ("Everybody who works on this agreement reads these. They are not part of "
                         "the contract."));
  Notes *self = g_new0 (Notes, 1);

  self->editor = g_object_ref (editor);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->list, "hs-rows");
  self->answering = new_label (NULL, "hs-hint");
  gtk_widget_set_visible (self->answering, FALSE);
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "hs-text");
  gtk_widget_set_size_request (self->view, -1, 72);
  hs_a11y_label (self->view, _ ("New note"));
  self->add = gtk_button_new_with_mnemonic (_ ("_Place note"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_clicked), self);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->answering);
  gtk_box_append (GTK_BOX (self->box), self->view);
  gtk_box_append (GTK_BOX (self->box), self->add);
  gtk_widget_set_visible (self->add, !hs_context_is_read_only (hs_dossier_editor_context (editor)));
  gtk_widget_set_visible (self->view,
                          !hs_context_is_read_only (hs_dossier_editor_context (editor)));
  hs_a11y_name_parts (self->box);
  g_signal_connect_swapped (editor, "loaded", G_CALLBACK (show_notes), self);
  g_object_weak_ref (G_OBJECT (self->box), notes_gone, self);
  show_notes (self);
  hs_section_append (HS_SECTION (section), self->box);
  return section;
}
