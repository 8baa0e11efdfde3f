/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list: a line to read, which opens to a form. The form is made when it is opened for
 * the first time: an agreement has some sixty rows. */

#include "hs-row-card.h"

#include "hs-a11y.h"
#include "hs-form.h"
#include "hs-permission.h"
#include "hs-present.h"
#include "hs-strip-box.h"

#include <glib/gi18n.h>

struct _HsRowCard
{
  GtkWidget parent_instance;

  HsDossierEditor *editor;
  const HsRowListInfo *info;
  HsRecord *record;
  GPtrArray *lists; /* (element-type HsRowList), not owned */
  gboolean showing;

  GtkWidget *box;
  GtkWidget *tick;
  GtkWidget *head;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *arrow;
  GtkWidget *line; /* HsStripBox: head and columns */
  GtkWidget *mark;
  GtkWidget *revealer;
  GtkWidget *inside;
  GtkWidget *form;
  GtkWidget *finding;
  GtkWidget *nested;
};

G_DEFINE_FINAL_TYPE (HsRowCard, hs_row_card, GTK_TYPE_WIDGET)

/* ---- the line ---- */

static char *
value_text (HsRowCard *self, guint field)
{
  const HsField *description = &hs_kind (self->info->kind)->fields[field];
  const char *title;

  if (description->type != HS_TYPE_REF)
    return hs_record_format (self->record, field);
  title = hs_titles_get (hs_dossier_editor_titles (self->editor), description->target,
                         hs_record_int (self->record, field));
  return g_strdup (title != NULL ? title : "");
}

static char *
summary (HsRowCard *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->info->summary[i] >= 0; i++)
    {
      guint field = (guint) self->info->summary[i];
      g_autofree char *value = NULL;
      HsType type = hs_kind (self->info->kind)->fields[field].type;
      if (!hs_record_has (self->record, field))
        continue;
      value = value_text (self, field);
      if (text->len > 0)
        g_string_append (text, " · ");
      if (type == HS_TYPE_REF || (type == HS_TYPE_CHOICE && i == 0))
        g_string_append (text, value);
      else
        g_string_append_printf (text, "%s: %s", hs_field_label (hs_kind (self->info->kind), field),
                                value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
line_title (HsRowCard *self)
{
  const HsKind *kind = hs_kind (self->info->kind);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & HS_FIELD_TITLE && hs_record_has (self->record, i))
      return hs_record_title (self->record);
  for (guint i = 0; self->info->summary[i] >= 0; i++)
    {
      HsType type = kind->fields[self->info->summary[i]].type;
      g_autofree char *value = NULL;
      if ((type != HS_TYPE_CHOICE && type != HS_TYPE_REF)
          || !hs_record_has (self->record, (guint) self->info->summary[i]))
        continue;
      value = value_text (self, (guint) self->info->summary[i]);
      if (*value != '\0')
        return g_steal_pointer (&value);
    }
  return g_strdup (hs_kind_label (kind));
}

/* Ticks and what is seen afterwards may be written down when the content is fixed. */
static gboolean
may_progress (HsRowCard *self)
{
  HsContext *context = hs_dossier_editor_context (self->editor);

  return !hs_context_is_read_only (context)
         && hs_permission_check (hs_dossier_editor_dossier (self->editor),
                                 hs_context_actor (context), HS_MAY_PROGRESS, NULL);
}

static void
show_tick (HsRowCard *self)
{
  g_autofree char *said = NULL;
  g_autofree char *title = line_title (self);

  if (self->tick == NULL)
    return;
  said = g_strdup_printf (_ ("Done: %s"), title);
  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick),
                               hs_record_has (self->record, (guint) self->info->done_field));
  gtk_widget_set_sensitive (self->tick, may_progress (self));
  self->showing = FALSE;
  hs_a11y_label (self->tick, said);
}

/* Columns say what the second line says. */
static gboolean
is_alone (HsRowCard *self)
{
  return self->info->strip == NULL || hs_strip_box_is_narrow (HS_STRIP_BOX (self->line));
}

static void
narrow_changed (HsRowCard *self)
{
  gtk_widget_set_visible (self->subtitle, *gtk_label_get_label (GTK_LABEL (self->subtitle)) != '\0'
                                              && is_alone (self));
}

void
hs_row_card_refresh (HsRowCard *self)
{
  g_autofree char *title = line_title (self);
  g_autofree char *subtitle = summary (self);
  g_autofree char *said = g_strdup_printf ("%s. %s", title, subtitle);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_visible (self->subtitle, *subtitle != '\0' && is_alone (self));
  hs_a11y_label (self->head, said);
  show_tick (self);
  if (self->info->strip != NULL)
    self->info->refresh_strip (hs_strip_box_strip (HS_STRIP_BOX (self->line)));
  if (self->form != NULL)
    {
      hs_form_set_editable (HS_FORM (self->form), hs_dossier_editor_may_edit (self->editor));
      hs_form_set_progress_editable (HS_FORM (self->form), may_progress (self));
    }
  if (self->nested != NULL && self->lists->len == 0 && hs_record_id (self->record) != 0)
    {
      self->info->nested (self->editor, self->record, self->nested, self->lists);
      hs_a11y_name_parts (self->nested);
    }
  for (guint i = 0; i < self->lists->len; i++)
    hs_row_list_refresh (g_ptr_array_index (self->lists, i));
}

static void
ticked (GtkCheckButton *tick, HsRowCard *self)
{
  g_autoptr (HsRecord) value = hs_record_new (self->info->kind);
  HsContext *context = hs_dossier_editor_context (self->editor);

  if (self->showing)
    return;
  if (gtk_check_button_get_active (tick))
    hs_record_set_int (value, (guint) self->info->done_field, hs_context_today (context));
  hs_editor_set_field (hs_dossier_editor_editor (self->editor), self->record,
                       (guint) self->info->done_field, value);
  if (self->info->kind == HS_KIND_STEP)
    hs_dossier_editor_set_text (self->editor, self->record, HS_STEP_DONE_BY,
                                gtk_check_button_get_active (tick)
                                        && hs_context_actor (context) != NULL
                                    ? hs_context_actor (context)->name
                                    : NULL);
}

/* ---- the form ---- */

static void
remove_clicked (GtkButton *button, HsRowCard *self)
{
  hs_dossier_editor_remove_row (self->editor, self->record);
}

static void
make_form (HsRowCard *self)
{
  GtkWidget *remove = gtk_button_new_with_mnemonic (_ ("_Remove"));

  self->form = hs_form_new (hs_dossier_editor_context (self->editor), self->info->kind,
                            hs_dossier_editor_titles (self->editor));
  if (self->info->build != NULL)
    self->info->build (self->editor, self->record, HS_FORM (self->form));
  else
    hs_form_add_section (HS_FORM (self->form), NULL, self->info->fields);
  hs_form_bind (HS_FORM (self->form), hs_dossier_editor_editor (self->editor), self->record);
  gtk_box_append (GTK_BOX (self->inside), self->form);
  if (self->info->nested != NULL && self->info->build != NULL)
    self->nested = self->form;
  else if (self->info->nested != NULL)
    {
      self->nested = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
      gtk_box_append (GTK_BOX (self->inside), self->nested);
    }
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "hs-remove");
  gtk_widget_set_visible (remove, hs_dossier_editor_may_edit (self->editor));
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked), self);
  gtk_box_append (GTK_BOX (self->inside), remove);
  hs_a11y_name_parts (self->inside);
  hs_row_card_refresh (self);
  /* What was found about the row moves to its fields. */
  g_signal_emit_by_name (self->editor, "findings-changed");
}

void
hs_row_card_set_open (HsRowCard *self, gboolean open)
{
  if (open && self->form == NULL)
    make_form (self);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  gtk_widget_set_visible (self->revealer, open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
  if (open)
    gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}

static void
head_clicked (GtkButton *head, HsRowCard *self)
{
  hs_row_card_set_open (self, !gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)));
}

HsRecord *
hs_row_card_record (HsRowCard *self)
{
  return self->record;
}

/* ---- findings ---- */

void
hs_row_card_clear_findings (HsRowCard *self)
{
  gtk_widget_set_visible (self->mark, FALSE);
  gtk_widget_set_visible (self->finding, FALSE);
  if (self->form != NULL)
    hs_form_clear_findings (HS_FORM (self->form));
  for (guint i = 0; i < self->lists->len; i++)
    hs_row_list_clear_findings (g_ptr_array_index (self->lists, i));
}

static gboolean
is_mine (HsRowCard *self, const HsFinding *finding)
{
  return finding->kind == self->info->kind && finding->id != 0
         && finding->id == hs_record_id (self->record);
}

gboolean
hs_row_card_show_finding (HsRowCard *self, const HsFinding *finding)
{
  HsFieldRow *row;

  for (guint i = 0; i < self->lists->len; i++)
    if (hs_row_list_show_finding (g_ptr_array_index (self->lists, i), finding))
      return TRUE;
  if (!is_mine (self, finding))
    return FALSE;
  row = self->form == NULL ? NULL : hs_form_row (HS_FORM (self->form), finding->field);
  if (finding->severity != HS_SEVERITY_TIP)
    gtk_widget_set_visible (self->mark, TRUE);
  if (row != NULL)
    hs_field_row_set_finding (row, (int) finding->severity, finding->message);
  else if (!gtk_widget_get_visible (self->finding))
    {
      gtk_label_set_label (GTK_LABEL (self->finding), finding->message);
      gtk_widget_set_visible (self->finding, finding->severity != HS_SEVERITY_TIP);
    }
  return TRUE;
}

gboolean
hs_row_card_jump (HsRowCard *self, const HsFinding *finding)
{
  HsFieldRow *row;

  if (!is_mine (self, finding))
    {
      for (guint i = 0; i < self->lists->len; i++)
        if (hs_row_list_jump (g_ptr_array_index (self->lists, i), finding))
          return TRUE;
      return FALSE;
    }
  hs_row_card_set_open (self, TRUE);
  row = hs_form_row (HS_FORM (self->form), finding->field);
  if (row != NULL)
    hs_field_row_focus (row);
  return TRUE;
}

/* ---- the widget ---- */

static void
hs_row_card_dispose (GObject *object)
{
  HsRowCard *self = HS_ROW_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->record, hs_record_unref);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (hs_row_card_parent_class)->dispose (object);
}

static void
hs_row_card_class_init (HsRowCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_row_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rowcard");
}

static GtkWidget *
new_label (const char *css_class, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_head (HsRowCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  self->mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->mark, "hs-mark");
  gtk_widget_set_visible (self->mark, FALSE);
  self->title = new_label ("hs-row-title", TRUE);
  self->subtitle = new_label ("hs-row-subtitle", TRUE);
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (texts), self->subtitle);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), self->mark);
  gtk_box_append (GTK_BOX (line), self->arrow);
  self->head = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->head), line);
  gtk_widget_set_hexpand (self->head, TRUE);
  gtk_widget_add_css_class (self->head, "flat");
  gtk_widget_add_css_class (self->head, "hs-row-head");
  g_signal_connect (self->head, "clicked", G_CALLBACK (head_clicked), self);
  return self->head;
}

static void
hs_row_card_init (HsRowCard *self)
{
  self->lists = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
hs_row_card_new (HsDossierEditor *editor, const HsRowListInfo *info, HsRecord *row)
{
  HsRowCard *self = g_object_new (HS_TYPE_ROW_CARD, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->editor = g_object_ref (editor);
  self->info = info;
  self->record = hs_record_ref (row);
  if (info->done_field >= 0)
    {
      self->tick = gtk_check_button_new ();
      gtk_widget_add_css_class (self->tick, "hs-tick");
      g_signal_connect (self->tick, "toggled", G_CALLBACK (ticked), self);
      gtk_box_append (GTK_BOX (line), self->tick);
    }
  self->line = hs_strip_box_new (new_head (self),
                                 info->strip == NULL ? NULL : info->strip (editor, self->record));
  gtk_widget_set_hexpand (self->line, TRUE);
  g_signal_connect_swapped (self->line, "notify::narrow", G_CALLBACK (narrow_changed), self);
  g_object_set_data (G_OBJECT (self), "strip", hs_strip_box_strip (HS_STRIP_BOX (self->line)));
  gtk_box_append (GTK_BOX (line), self->line);
  gtk_box_append (GTK_BOX (self->box), line);
  self->finding = new_label ("hs-finding", TRUE);
  gtk_widget_add_css_class (self->finding, "warning");
  gtk_widget_add_css_class (self->finding, "inside");
  gtk_widget_set_visible (self->finding, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->finding);
  self->inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->inside, "hs-inside");
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_NONE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->inside);
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->revealer);
  hs_row_card_refresh (self);
  return GTK_WIDGET (self);
}
