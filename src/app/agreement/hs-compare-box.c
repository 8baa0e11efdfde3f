/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sheets or two moments of an agreement, field by field. */

#include "hs-compare-box.h"

#include "hs-a11y.h"
#include "hs-compare-job.h"
#include "hs-dialogs.h"

#include <glib/gi18n.h>

typedef struct
{
  HsDossierEditor *editor;
  GtkWidget *box;
  GtkWidget *choices; /* NULL: nothing is chosen here */
  GtkWidget *drops[2];
  GtkWidget *list;
  GtkWidget *nothing;
  GArray *sides; /* (element-type HsCompareSide): by row of the drop downs */
  gint64 since;
  guint asked; /* number of the newest question: a late answer is dropped */
  gboolean filling;
} CompareBox;

/* ---- the differences ---- */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_value (GtkWidget *columns, const char *name, const char *value, const char *css_class)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", name, value);

  gtk_box_append (GTK_BOX (columns), new_label (text, css_class));
}

static GtkWidget *
new_difference (const HsDifference *difference)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = difference->label == NULL ? g_strdup (difference->place)
                           : *difference->place != '\0'
                               ? g_strdup_printf ("%s · %s", difference->place, difference->label)
                               : g_strdup (difference->label);

  gtk_widget_add_css_class (row, "hs-moment");
  gtk_box_append (GTK_BOX (row), new_label (title, "hs-row-title"));
  if (difference->kind == HS_DIFFERENCE_ADDED && difference->label == NULL)
    add_value (columns, _ ("Added"), difference->after ? difference->after : "", "hs-after");
  else if (difference->kind == HS_DIFFERENCE_REMOVED && difference->label == NULL)
    add_value (columns, _ ("Removed"), difference->before ? difference->before : "", "hs-before");
  else
    {
      add_value (columns, _ ("Was"), difference->before ? difference->before : _ ("(empty)"),
                 "hs-before");
      add_value (columns, _ ("Became"), difference->after ? difference->after : _ ("(empty)"),
                 "hs-after");
    }
  gtk_box_append (GTK_BOX (row), columns);
  return row;
}

static void
show_differences (CompareBox *self, GPtrArray *differences)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < differences->len; i++)
    gtk_box_append (GTK_BOX (self->list), new_difference (g_ptr_array_index (differences, i)));
  gtk_widget_set_visible (self->list, differences->len > 0);
  gtk_widget_set_visible (self->nothing, differences->len == 0);
}

/* ---- asking ---- */

typedef struct
{
  GtkWidget *box;
  CompareBox *self; /* lives as long as @box */
  guint number;
} Question;

static void
compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GtkWidget) box = question->box;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = hs_compare_finish (HS_CONTEXT (source), result, &error);

  if (question->number != question->self->asked)
    return;
  if (differences != NULL)
    show_differences (question->self, differences);
  else
    {
      g_autofree char *text = hs_sentence (error->message);
      gtk_label_set_label (GTK_LABEL (question->self->nothing), text);
      gtk_widget_set_visible (question->self->nothing, TRUE);
      gtk_widget_set_visible (question->self->list, FALSE);
    }
}

static void
ask (CompareBox *self, HsCompareSide before, HsCompareSide after)
{
  Question *question = g_new0 (Question, 1);

  *question = (Question){ g_object_ref (self->box), self, ++self->asked };
  gtk_label_set_label (GTK_LABEL (self->nothing), _ ("There is no difference."));
  hs_compare_async (hs_dossier_editor_context (self->editor),
                    hs_dossier_editor_agreement (self->editor), before, after, compared, question);
}

static void
ask_chosen (CompareBox *self)
{
  HsCompareSide sides[2];

  if (self->filling || !gtk_widget_get_mapped (self->box))
    return;
  if (self->choices == NULL)
    {
      ask (self, (HsCompareSide){ 0, self->since }, (HsCompareSide){ 0, 0 });
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      guint row = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drops[i]));
      if (row >= self->sides->len)
        return;
      sides[i] = g_array_index (self->sides, HsCompareSide, row);
    }
  ask (self, sides[0], sides[1]);
}

/* ---- what can be chosen ---- */

static void
add_side (CompareBox *self, GtkStringList *strings, const char *text, gint64 sheet, gint64 revision)
{
  HsCompareSide side = { sheet, revision };

  g_array_append_val (self->sides, side);
  gtk_string_list_append (strings, text);
}

/* Steps that close a stretch of work; a theme that was discussed changes nothing in the text. */
static gboolean
is_worth_comparing (HsEventAction action)
{
  return action != HS_EVENT_ACTION_DISCUSSED && action != HS_EVENT_ACTION_SIGN
         && action != HS_EVENT_ACTION_CONSENT && action != HS_EVENT_ACTION_SENT
         && action != HS_EVENT_ACTION_SHEET_IN_FORCE;
}

static void
add_sides (CompareBox *self, GtkStringList *strings)
{
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  GPtrArray *history = hs_dossier_editor_history (self->editor);

  for (guint i = 0; i < dossier->sheets->len && dossier->sheets->len > 1; i++)
    {
      const HsRecord *sheet = g_ptr_array_index (dossier->sheets, i);
      g_autofree char *text =
          g_strdup_printf (_ ("Sheet %d"), (int) hs_record_int (sheet, HS_SHEET_NUMBER));
      add_side (self, strings, text, hs_record_id (sheet), 0);
    }
  for (guint i = 0; i < history->len; i++)
    {
      const HsLifeMoment *moment = g_ptr_array_index (history, i);
      g_autofree char *at = hs_moment_format (moment->at);
      g_autofree char *text = g_strdup_printf ("%s · %s", at, moment->sentence);
      if (is_worth_comparing (moment->action))
        add_side (self, strings, text, 0, moment->revision);
    }
  add_side (self, strings, _ ("Now"), 0, 0);
}

/* A later sheet is held against the one before it; else the last stretch of work against now. */
static void
choose_first (CompareBox *self)
{
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  guint last = self->sides->len - 1;
  guint n_sheets = dossier->sheets->len > 1 ? dossier->sheets->len : 0;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[0]), n_sheets > 1 ? n_sheets - 2
                                                              : last > 0   ? last - 1
                                                                           : 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[1]), n_sheets > 1 ? n_sheets - 1 : last);
}

static void
fill (CompareBox *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  guint before = self->sides->len;

  if (self->choices == NULL)
    {
      ask_chosen (self);
      return;
    }
  g_array_set_size (self->sides, 0);
  add_sides (self, strings);
  if (self->sides->len != before)
    {
      self->filling = TRUE;
      for (guint i = 0; i < 2; i++)
        gtk_drop_down_set_model (GTK_DROP_DOWN (self->drops[i]), G_LIST_MODEL (strings));
      choose_first (self);
      self->filling = FALSE;
    }
  ask_chosen (self);
}

/* ---- the box ---- */

static void
box_gone (gpointer data, GObject *box)
{
  CompareBox *self = data;

  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_object_unref (self->editor);
  g_array_unref (self->sides);
  g_free (self);
}

static void
add_choice (CompareBox *self, guint index, const char *name)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->drops[index] = hs_a11y_drop_down (G_LIST_MODEL (strings), name);
  g_signal_connect_swapped (self->drops[index], "notify::selected", G_CALLBACK (ask_chosen), self);
  gtk_box_append (GTK_BOX (column), new_label (name, "hs-field-label"));
  gtk_box_append (GTK_BOX (column), self->drops[index]);
  gtk_box_append (GTK_BOX (self->choices), column);
}

static CompareBox *
new_box (HsDossierEditor *editor, gint64 since)
{
  CompareBox *self = g_new0 (CompareBox, 1);

  self->editor = g_object_ref (editor);
  self->since = since;
  self->sides = g_array_new (FALSE, FALSE, sizeof (HsCompareSide));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  g_object_weak_ref (G_OBJECT (self->box), box_gone, self);
  return self;
}

static void
add_list (CompareBox *self)
{
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->list, "hs-rows");
  gtk_widget_set_visible (self->list, FALSE);
  self->nothing = new_label (_ ("There is no difference."), "hs-hint");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->nothing);
  g_signal_connect_swapped (self->editor, "loaded", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->box, "map", G_CALLBACK (fill), self);
}

GtkWidget *
hs_compare_box_new_since (HsDossierEditor *editor, gint64 revision)
{
  CompareBox *self = new_box (editor, revision);

  add_list (self);
  return self->box;
}

GtkWidget *
hs_compare_box_new (HsDossierEditor *editor)
{
  CompareBox *self = new_box (editor, 0);

  self->choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  add_choice (self, 0, _ ("Compare this"));
  add_choice (self, 1, _ ("with this"));
  gtk_box_append (GTK_BOX (self->box), self->choices);
  add_list (self);
  return self->box;
}
