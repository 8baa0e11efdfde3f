/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of the agreement window and the list of them: made when they are shown, counted by
 * what they still need, and which of them shows a finding. */

#include "hs-agreement-window-private.h"

#include "hs-a11y.h"

#include <glib/gi18n.h>

#define FIRST_THEME 2
#define SIGNING (FIRST_THEME + 5)
#define SHEETS (SIGNING + 1)

static const char *
section_title (int index)
{
  if (index >= FIRST_THEME && index < SIGNING)
    return hs_choice_label (HS_CHOICES_THEME, (guint) (index - FIRST_THEME));
  switch (index)
    {
    case 0:
      return _ ("Parties");
    case 1:
      return _ ("Legal part");
    case SIGNING:
      return _ ("Signatures");
    case SHEETS:
      return _ ("Sheets");
    case SHEETS + 1:
      return _ ("Notes");
    default:
      return _ ("History");
    }
}

const char *
hs_agreement_nav_topic (int index)
{
  static const char *const topics[HS_AGREEMENT_SECTIONS] = {
    "agreement-parties",    "agreement-legal",      "agreement-responsibilities",
    "agreement-guidance",   "agreement-onboarding", "agreement-material",
    "agreement-assignment", "agreement-signing",    "agreement-sheets",
    "agreement-notes",      "agreement-history",
  };

  return index >= 0 && index < HS_AGREEMENT_SECTIONS ? topics[index] : "stageafspraak";
}

static GtkWidget *
new_section (HsAgreementWindow *self, int index)
{
  if (index >= FIRST_THEME && index < SIGNING)
    return hs_section_new_theme (self->editor, (HsTheme) (index - FIRST_THEME));
  switch (index)
    {
    case 0:
      return hs_section_new_parties (self->editor);
    case 1:
      return hs_section_new_legal (self->editor);
    case SIGNING:
      return hs_section_new_signing (self->editor);
    case SHEETS:
      return hs_section_new_sheets (self->editor);
    case SHEETS + 1:
      return hs_section_new_notes (self->editor);
    default:
      return hs_section_new_history (self->editor);
    }
}

HsSection *
hs_agreement_nav_section (HsAgreementWindow *self, int index)
{
  g_autofree char *name = g_strdup_printf ("%d", index);
  GtkWidget *found = gtk_stack_get_child_by_name (self->sections, name);

  if (found == NULL)
    {
      found = new_section (self, index);
      hs_a11y_name_parts (found);
      gtk_stack_add_named (self->sections, found, name);
    }
  return HS_SECTION (found);
}

void
hs_agreement_window_show_section (HsAgreementWindow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->nav, index);

  if (row == NULL || !self->filled)
    return;
  self->section = index;
  gtk_stack_set_visible_child (self->sections, GTK_WIDGET (hs_agreement_nav_section (self, index)));
  gtk_list_box_select_row (self->nav, row);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sections));
}

void
hs_agreement_nav_activated (HsAgreementWindow *self, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  hs_agreement_window_show_section (self, index);
  gtk_widget_child_focus (GTK_WIDGET (hs_agreement_nav_section (self, index)), GTK_DIR_TAB_FORWARD);
}

/* Which section shows a finding; the parties when nobody claims it. */
static int
section_of (HsAgreementWindow *self, const HsFinding *finding)
{
  if (finding->theme >= 0)
    return FIRST_THEME + finding->theme;
  if (finding->kind == HS_KIND_SHEET
      && (finding->field == HS_SHEET_EFFECTIVE_FROM || finding->field == HS_SHEET_CHANGE_REASON))
    return SHEETS;
  for (int i = 1; i >= 0; i--)
    if (hs_section_takes (hs_agreement_nav_section (self, i), finding))
      return i;
  if (finding->kind == HS_KIND_CONSENT || finding->kind == HS_KIND_DELIVERY)
    return SHEETS;
  return finding->kind == HS_KIND_SIGNOFF ? SIGNING : 0;
}

void
hs_agreement_window_jump (HsAgreementWindow *self, const HsFinding *finding)
{
  int index = section_of (self, finding);

  hs_agreement_window_show_section (self, index);
  hs_section_jump (hs_agreement_nav_section (self, index), finding);
}

void
hs_agreement_nav_add (HsAgreementWindow *self, int index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (section_title (index));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (count, "hs-nav-count");
  gtk_widget_set_visible (count, FALSE);
  if (index >= FIRST_THEME && index < SIGNING)
    {
      g_autofree char *number = g_strdup_printf ("%d", index - FIRST_THEME + 1);
      GtkWidget *badge = gtk_label_new (number);
      gtk_widget_add_css_class (badge, "hs-theme-number");
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), badge);
    }
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  hs_a11y_label (row, section_title (index));
  g_object_set_data (G_OBJECT (row), "count", count);
  gtk_list_box_append (self->nav, row);
}

void
hs_agreement_nav_count (HsAgreementWindow *self)
{
  GPtrArray *findings = hs_dossier_editor_findings (self->editor);
  guint counts[HS_AGREEMENT_SECTIONS] = { 0 };
  HsNextStep *step = hs_agreement_steps_primary (self);

  for (guint i = 0; i < findings->len; i++)
    {
      const HsFinding *finding = g_ptr_array_index (findings, i);
      if (step != NULL && hs_finding_blocks (finding, step->action))
        counts[section_of (self, finding)]++;
    }
  for (int i = 0; i < HS_AGREEMENT_SECTIONS; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->nav, i);
      GtkWidget *count = g_object_get_data (G_OBJECT (row), "count");
      g_autofree char *text = g_strdup_printf ("%u", counts[i]);
      g_autofree char *said = counts[i] == 0
                                  ? g_strdup (section_title (i))
                                  : g_strdup_printf (ngettext ("%s, %u thing needed",
                                                               "%s, %u things needed", counts[i]),
                                                     section_title (i), counts[i]);
      gtk_label_set_label (GTK_LABEL (count), text);
      gtk_widget_set_visible (count, counts[i] > 0);
      hs_a11y_label (GTK_WIDGET (row), said);
    }
}
