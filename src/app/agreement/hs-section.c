/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of the agreement window. */

#include "hs-section.h"

#include "hs-a11y.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _HsSection
{
  GtkWidget parent_instance;

  HsDossierEditor *editor;
  GPtrArray *forms; /* not owned */
  GPtrArray *lists; /* not owned */
  int theme;
  gboolean (*takes) (const HsFinding *finding);
  guint n_problems;

  GtkWidget *scrolled;
  GtkWidget *clamp;
  GtkWidget *box;
  GtkWidget *others; /* findings that belong to no field that is shown */
};

G_DEFINE_FINAL_TYPE (HsSection, hs_section, GTK_TYPE_WIDGET)

HsDossierEditor *
hs_section_editor (HsSection *self)
{
  return self->editor;
}

void
hs_section_append (HsSection *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->box), widget);
}

void
hs_section_set_width (HsSection *self, int width)
{
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), width);
}

HsForm *
hs_section_add_form (HsSection *self, HsKindId kind, HsRecord *record)
{
  GtkWidget *form = hs_form_new (hs_dossier_editor_context (self->editor), kind,
                                 hs_dossier_editor_titles (self->editor));

  hs_form_bind (HS_FORM (form), hs_dossier_editor_editor (self->editor), record);
  g_ptr_array_add (self->forms, form);
  hs_section_append (self, form);
  return HS_FORM (form);
}

HsRowList *
hs_section_add_rows (HsSection *self, const HsRowListInfo *info)
{
  GtkWidget *list = hs_row_list_new (self->editor, info);

  g_ptr_array_add (self->lists, list);
  hs_section_append (self, list);
  return HS_ROW_LIST (list);
}

void
hs_section_set_findings (HsSection *self, int theme, gboolean (*takes) (const HsFinding *finding))
{
  self->theme = theme;
  self->takes = takes;
}

gboolean
hs_section_takes (HsSection *self, const HsFinding *finding)
{
  if (self->theme >= 0)
    return finding->theme == self->theme;
  return self->takes != NULL && finding->theme < 0 && self->takes (finding);
}

guint
hs_section_n_problems (HsSection *self)
{
  return self->n_problems;
}

/* ---- findings ---- */

static void
add_other (HsSection *self, const HsFinding *finding)
{
  GtkWidget *label = gtk_label_new (finding->message);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "hs-finding");
  gtk_widget_add_css_class (label, finding->severity == HS_SEVERITY_BLOCKING  ? "blocking"
                                   : finding->severity == HS_SEVERITY_WARNING ? "warning"
                                                                              : "tip");
  gtk_box_append (GTK_BOX (self->others), label);
}

static HsFieldRow *
row_of (HsSection *self, const HsFinding *finding)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      HsForm *form = g_ptr_array_index (self->forms, i);
      HsRecord *record = hs_form_record (form);
      if (record != NULL && hs_record_kind_id (record) == finding->kind
          && (finding->id == 0 || finding->id == hs_record_id (record))
          && hs_form_row (form, finding->field) != NULL)
        return hs_form_row (form, finding->field);
    }
  return NULL;
}

/* What a party did not discuss yet is said by the status itself. */
static gboolean
is_theme_status (const HsFinding *finding)
{
  return finding->kind == HS_KIND_THEME
         && (finding->field == HS_THEME_SCHOOL_STATUS || finding->field == HS_THEME_HOST_STATUS
             || finding->field == HS_THEME_STUDENT_STATUS);
}

static void
show_finding (HsSection *self, const HsFinding *finding)
{
  HsFieldRow *row = row_of (self, finding);

  if (finding->severity != HS_SEVERITY_TIP)
    self->n_problems++;
  if (is_theme_status (finding))
    return;
  if (row != NULL)
    {
      hs_field_row_set_finding (row, (int) finding->severity, finding->message);
      return;
    }
  for (guint i = 0; i < self->lists->len; i++)
    if (hs_row_list_show_finding (g_ptr_array_index (self->lists, i), finding))
      return;
  add_other (self, finding);
}

static void
findings_changed (HsSection *self)
{
  GPtrArray *findings = hs_dossier_editor_findings (self->editor);
  GtkWidget *child;

  self->n_problems = 0;
  while ((child = gtk_widget_get_first_child (self->others)) != NULL)
    gtk_box_remove (GTK_BOX (self->others), child);
  for (guint i = 0; i < self->forms->len; i++)
    hs_form_clear_findings (g_ptr_array_index (self->forms, i));
  for (guint i = 0; i < self->lists->len; i++)
    hs_row_list_clear_findings (g_ptr_array_index (self->lists, i));
  /* The gravest come first: walking back leaves them on a field that has several. */
  for (guint i = findings->len; i > 0; i--)
    if (hs_section_takes (self, g_ptr_array_index (findings, i - 1)))
      show_finding (self, g_ptr_array_index (findings, i - 1));
  gtk_widget_set_visible (self->others, gtk_widget_get_first_child (self->others) != NULL);
}

void
hs_section_jump (HsSection *self, const HsFinding *finding)
{
  HsFieldRow *row = row_of (self, finding);

  if (row != NULL)
    {
      hs_field_row_focus (row);
      return;
    }
  for (guint i = 0; i < self->lists->len; i++)
    if (hs_row_list_jump (g_ptr_array_index (self->lists, i), finding))
      return;
  gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

void
hs_section_open_row (HsSection *self, HsRecord *row)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (hs_row_list_open (g_ptr_array_index (self->lists, i), row))
      return;
}

/* ---- loading ---- */

/* A later sheet has rows of its own. */
static HsRecord *
theme_of (HsSection *self, gint64 theme)
{
  g_autoptr (GPtrArray) rows =
      hs_dossier_editor_rows (self->editor, HS_KIND_THEME, HS_THEME_THEME, theme);

  return rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
}

static HsRecord *
current_record (HsSection *self, HsForm *form)
{
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  HsRecord *shown = hs_form_record (form);

  if (shown == NULL)
    return NULL;
  if (hs_record_kind_id (shown) == HS_KIND_SHEET)
    return dossier->sheet;
  if (hs_record_kind_id (shown) == HS_KIND_THEME)
    return theme_of (self, hs_record_int (shown, HS_THEME_THEME));
  return hs_record_kind_id (shown) == HS_KIND_AGREEMENT ? dossier->agreement : shown;
}

static void
loaded (HsSection *self)
{
  gboolean editable = hs_dossier_editor_may_edit (self->editor);

  for (guint i = 0; i < self->forms->len; i++)
    {
      HsForm *form = g_ptr_array_index (self->forms, i);
      HsRecord *record = current_record (self, form);
      hs_form_bind (form, hs_dossier_editor_editor (self->editor), record);
      hs_form_set_editable (form, editable);
    }
}

/* ---- the widget ---- */

static void
hs_section_dispose (GObject *object)
{
  HsSection *self = HS_SECTION (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (hs_section_parent_class)->dispose (object);
}

static void
mapped (HsSection *self)
{
  loaded (self);
  findings_changed (self);
}

static void
hs_section_class_init (HsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hs_section_init (HsSection *self)
{
  self->forms = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
  self->theme = -1;
  g_signal_connect (self, "map", G_CALLBACK (mapped), NULL);
}

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
hs_section_new (HsDossierEditor *editor, const char *title, const char *intro)
{
  HsSection *self = g_object_new (HS_TYPE_SECTION, NULL);

  self->editor = g_object_ref (editor);
  self->clamp = adw_clamp_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gtk_widget_add_css_class (self->box, "hs-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->box);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->clamp);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), new_text (title, "hs-section-heading"));
  if (intro != NULL)
    gtk_box_append (GTK_BOX (self->box), new_text (intro, "hs-hint"));
  self->others = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->others, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->others);
  g_signal_connect_object (editor, "loaded", G_CALLBACK (loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "findings-changed", G_CALLBACK (findings_changed), self,
                           G_CONNECT_SWAPPED);
  hs_a11y_label (GTK_WIDGET (self), title);
  return GTK_WIDGET (self);
}
