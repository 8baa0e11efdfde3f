/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of one assignment, in the order in which it is designed: from practice backwards. */
#pragma once

#include "hs-form.h"
#include "hs-row-list.h"

G_BEGIN_DECLS

/* For HsRowListInfo.build and .nested of the assignments. */
void hs_assignment_form_build (HsDossierEditor *editor, HsRecord *row, HsForm *form);
void hs_assignment_form_nested (HsDossierEditor *editor, HsRecord *row, GtkWidget *form,
                                GPtrArray *lists);

G_END_DECLS
