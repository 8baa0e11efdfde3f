/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of one kind in a section: each a line that says what it is and opens to a form, with a
 * button to add one. */
#pragma once

#include "hs-dossier-editor.h"
#include "hs-form.h"
#include "hs-rule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_ROW_LIST (hs_row_list_get_type ())
G_DECLARE_FINAL_TYPE (HsRowList, hs_row_list, HS, ROW_LIST, GtkWidget)

/**
 * HsRowListInfo:
 * @kind: kind of the rows
 * @title: heading; @add: text of the button that adds one; both in the user's language
 * @empty: what to say when there is none, or NULL
 * @fields: fields of the form, -1 ends
 * @summary: fields of the second line, -1 ends
 * @match_field, @match_value: only rows in which this field has this value; -1: all
 * @done_field: date field that a tick in front of the row fills with today, or -1
 * @build: fills the form of a row in place of @fields, or NULL
 * @nested: adds what belongs to a saved row below its form, or NULL. With @build it gets the form
 *   itself as @box
 * @strip: columns behind the line, or behind the heading when @row is NULL; they replace the second
 *   line when there is room. @refresh_strip shows them again. Or NULL
 */
typedef struct
{
  HsKindId kind;
  const char *title;
  const char *add;
  const char *empty;
  const int *fields;
  const int *summary;
  int match_field;
  gint64 match_value;
  int done_field;
  void (*build) (HsDossierEditor *editor, HsRecord *row, HsForm *form);
  void (*nested) (HsDossierEditor *editor, HsRecord *row, GtkWidget *box, GPtrArray *lists);
  GtkWidget *(*strip) (HsDossierEditor *editor, HsRecord *row);
  void (*refresh_strip) (GtkWidget *strip);
} HsRowListInfo;

GtkWidget *hs_row_list_new (HsDossierEditor *editor, const HsRowListInfo *info);
/* Shows the rows as they are now. */
void hs_row_list_refresh (HsRowList *self);
/* Takes the findings about its rows; TRUE when @finding is shown here. */
void hs_row_list_clear_findings (HsRowList *self);
gboolean hs_row_list_show_finding (HsRowList *self, const HsFinding *finding);
/* Opens the row and puts the focus there. FALSE when the finding is not about this list. */
gboolean hs_row_list_jump (HsRowList *self, const HsFinding *finding);

/* Opens @row with the focus in it; FALSE when it is not here. */
gboolean hs_row_list_open (HsRowList *self, HsRecord *row);

G_END_DECLS
