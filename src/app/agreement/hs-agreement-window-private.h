/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the agreement window share: the frame (hs-agreement-window.c), its
 * actions (hs-agreement-actions.c), the sections (hs-agreement-nav.c), the steps
 * (hs-agreement-steps.c), and what is still needed (hs-agreement-needed.c). */
#pragma once

#include "hs-agreement-window.h"
#include "hs-dossier-editor.h"
#include "hs-section.h"
#include "hs-state-road.h"
#include "hs-transition.h"

G_BEGIN_DECLS

struct _HsAgreementWindow
{
  AdwApplicationWindow parent_instance;

  HsWindow *main; /* not owned; cleared when it goes */
  HsContext *context;
  HsDossierEditor *editor;
  GPtrArray *steps; /* (element-type HsNextStep) */
  GArray *pile; /* (element-type gint64): the reviews, or NULL */
  int section; /* the one that is shown */
  gboolean closing;
  gboolean filled;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkWidget *saved;
  GtkStack *loading;
  AdwBin *road_bin;
  HsStateRoad *road;
  GtkWidget *pile_bar;
  GtkLabel *pile_label;
  GtkWidget *banner;
  GtkLabel *banner_text;
  AdwLeaflet *leaflet;
  GtkWidget *nav_box;
  GtkListBox *nav;
  GtkStack *sections;
  GtkMenuButton *needed;
  GtkLabel *needed_label;
  GtkWidget *needed_popover;
  GtkLabel *needed_title;
  GtkListBox *needed_list;
  GtkLabel *why_not;
  GtkMenuButton *more;
  GtkWidget *more_box;
  GtkWidget *second;
  GtkWidget *next;
};

/* ---- steps ---- */

/* Shows which steps there are now. */
void hs_agreement_steps_refresh (HsAgreementWindow *self);
/* Takes the step that brings the agreement further. */
void hs_agreement_steps_next (HsAgreementWindow *self);
/* The step that the next button takes, or NULL. */
HsNextStep *hs_agreement_steps_primary (HsAgreementWindow *self);
void hs_agreement_steps_clicked (GtkButton *button, HsAgreementWindow *self);

/* Takes the step beside it: sends back, refuses, recalls. */
void hs_agreement_steps_second (HsAgreementWindow *self);

/* ---- the pile of reviews ---- */

/* Reads which reviews wait, when this is one of them. */
void hs_agreement_pile_read (HsAgreementWindow *self);
void hs_agreement_pile_show (HsAgreementWindow *self);
/* Shows the review that is @step places further. */
void hs_agreement_pile_move (HsAgreementWindow *self, int step);
/* A review was done: goes on to the next one. */
void hs_agreement_pile_done (HsAgreementWindow *self, HsEventAction action);

/* ---- what is needed ---- */

void hs_agreement_needed_refresh (HsAgreementWindow *self);
void hs_agreement_needed_activated (HsAgreementWindow *self, GtkListBoxRow *row);

/* ---- sections ---- */

#define HS_AGREEMENT_SECTIONS 11

/* Adds the row of a section to the list. */
void hs_agreement_nav_add (HsAgreementWindow *self, int index);
void hs_agreement_nav_activated (HsAgreementWindow *self, GtkListBoxRow *row);
/* The topic of the help about a section; -1 is the window as a whole. */
const char *hs_agreement_nav_topic (int index);
/* The section, made when it is asked for the first time. */
HsSection *hs_agreement_nav_section (HsAgreementWindow *self, int index);
/* A fresh draft shows no wall of findings, only how many things each section still needs. */
void hs_agreement_nav_count (HsAgreementWindow *self);
/* Shows the section that @finding is in, with the focus on what it is about. */
void hs_agreement_window_jump (HsAgreementWindow *self, const HsFinding *finding);
void hs_agreement_window_show_section (HsAgreementWindow *self, int index);

/* ---- frame ---- */

/* Shows another agreement in this window; what was typed is saved already. */
void hs_agreement_window_look_at (HsAgreementWindow *self, gint64 agreement);

void hs_agreement_actions_add (HsAgreementWindow *self);
void hs_agreement_window_toast (HsAgreementWindow *self, const char *message);

G_END_DECLS
