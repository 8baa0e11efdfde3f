/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of the agreement window: forms and lists of rows under a heading. It loads from the
 * dossier, changes it through the editor, and shows what rules find in it. */
#pragma once

#include "hs-dossier-editor.h"
#include "hs-form.h"
#include "hs-row-list.h"

G_BEGIN_DECLS

#define HS_TYPE_SECTION (hs_section_get_type ())
G_DECLARE_FINAL_TYPE (HsSection, hs_section, HS, SECTION, GtkWidget)

/* An empty section; @intro (nullable) is a sentence below the heading. */
GtkWidget *hs_section_new (HsDossierEditor *editor, const char *title, const char *intro);

HsDossierEditor *hs_section_editor (HsSection *self);
/* A form over a record of the dossier. The section keeps it up to date. */
HsForm *hs_section_add_form (HsSection *self, HsKindId kind, HsRecord *record);
HsRowList *hs_section_add_rows (HsSection *self, const HsRowListInfo *info);
/* How wide it may become; what has columns needs more than a form. */
void hs_section_set_width (HsSection *self, int width);
void hs_section_append (HsSection *self, GtkWidget *widget);

/* Which findings are shown here: those of @theme, and with theme -1 those for which @takes says so.
 */
void hs_section_set_findings (HsSection *self, int theme,
                              gboolean (*takes) (const HsFinding *finding));
gboolean hs_section_takes (HsSection *self, const HsFinding *finding);
/* Number of blocking findings and warnings here. */
guint hs_section_n_problems (HsSection *self);
/* Puts the focus on what @finding is about. */
void hs_section_jump (HsSection *self, const HsFinding *finding);

/* Opens the row of a list here, with the focus in it. */
void hs_section_open_row (HsSection *self, HsRecord *row);

/* ---- the sections of an agreement ---- */

GtkWidget *hs_section_new_parties (HsDossierEditor *editor);
GtkWidget *hs_section_new_legal (HsDossierEditor *editor);
GtkWidget *hs_section_new_theme (HsDossierEditor *editor, HsTheme theme);
GtkWidget *hs_section_new_signing (HsDossierEditor *editor);
GtkWidget *hs_section_new_sheets (HsDossierEditor *editor);
GtkWidget *hs_section_new_notes (HsDossierEditor *editor);
GtkWidget *hs_section_new_history (HsDossierEditor *editor);

/* The status of a theme per party. */
GtkWidget *hs_theme_status_new (HsDossierEditor *editor, HsTheme theme);
/* Raises all five themes, for every party that the actor may speak for, as far as the state asks.
 * What is refused is told in the window of @near. */
void hs_theme_status_raise_all (HsDossierEditor *editor, GtkWidget *near);
/* The contact moments on a calendar, for the section of that theme. */
GtkWidget *hs_contact_calendar_new (HsSection *section);
/* The hours, computed as one types. */
GtkWidget *hs_hours_box_new (HsDossierEditor *editor);

G_END_DECLS
