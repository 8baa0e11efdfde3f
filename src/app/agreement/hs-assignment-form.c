/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of one assignment: first the need and the situation, then what is good enough, and only
 * then the assignment itself. */

#include "hs-assignment-form.h"

#include "hs-free-items.h"
#include "hs-v-model.h"

#include <glib/gi18n.h>

/* ---- the V-model ---- */

typedef struct
{
  HsDossierEditor *editor;
  HsRecord *row;
  HsVModel *model;
} Binding;

static void
binding_free (gpointer data)
{
  Binding *binding = data;

  g_object_unref (binding->editor);
  hs_record_unref (binding->row);
  g_free (binding);
}

static void
chosen (HsVModel *model, guint bits, Binding *binding)
{
  if (bits == 0)
    hs_dossier_editor_unset (binding->editor, binding->row, HS_ASSIGNMENT_COMPETENCES);
  else
    hs_dossier_editor_set_int (binding->editor, binding->row, HS_ASSIGNMENT_COMPETENCES, bits);
}

static void
show_competences (HsVModel *model)
{
  Binding *binding = g_object_get_data (G_OBJECT (model), "binding");

  hs_v_model_set (model, (guint) hs_record_int (binding->row, HS_ASSIGNMENT_COMPETENCES));
  hs_v_model_set_editable (model, hs_dossier_editor_may_edit (binding->editor));
}

static void
field_changed (HsVModel *model, HsRecord *record, guint field)
{
  Binding *binding = g_object_get_data (G_OBJECT (model), "binding");

  if (record == binding->row && field == HS_ASSIGNMENT_COMPETENCES)
    show_competences (model);
}

static GtkWidget *
new_model (HsDossierEditor *editor, HsRecord *row)
{
  GtkWidget *model = hs_v_model_new ();
  Binding *binding = g_new0 (Binding, 1);

  *binding = (Binding){ g_object_ref (editor), hs_record_ref (row), HS_V_MODEL (model) };
  g_object_set_data_full (G_OBJECT (model), "binding", binding, binding_free);
  g_signal_connect (model, "changed", G_CALLBACK (chosen), binding);
  g_signal_connect_object (hs_dossier_editor_editor (editor), "field-changed",
                           G_CALLBACK (field_changed), model, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "loaded", G_CALLBACK (show_competences), model,
                           G_CONNECT_SWAPPED);
  show_competences (HS_V_MODEL (model));
  return model;
}

/* ---- the form ---- */

/* A place in the form for rows that come when the assignment is saved. */
static void
add_slot (HsForm *form, const char *name)
{
  GtkWidget *slot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_object_set_data (G_OBJECT (form), name, slot);
  hs_form_append (form, slot);
}

void
hs_assignment_form_build (HsDossierEditor *editor, HsRecord *row, HsForm *form)
{
  static const int need[] = { HS_ASSIGNMENT_TITLE,
                              HS_ASSIGNMENT_NEED,
                              HS_ASSIGNMENT_NEED_CONFIRMED_BY,
                              HS_ASSIGNMENT_NEED_CONFIRMED_ON,
                              HS_ASSIGNMENT_TECHNOLOGY,
                              -1 };
  static const int situation[] = { HS_ASSIGNMENT_SITUATION, HS_ASSIGNMENT_TARGET_GROUP,
                                   HS_ASSIGNMENT_LEVEL, -1 };
  static const int outcome[] = { HS_ASSIGNMENT_OUTCOME, -1 };
  static const int task[] = { HS_ASSIGNMENT_WHO,
                              HS_ASSIGNMENT_WHAT,
                              HS_ASSIGNMENT_WHERE,
                              HS_ASSIGNMENT_WHEN,
                              HS_ASSIGNMENT_WHY,
                              HS_ASSIGNMENT_HOW,
                              -1 };
  static const int learns[] = { HS_ASSIGNMENT_SETTING,        HS_ASSIGNMENT_CANMEDS,
                                HS_ASSIGNMENT_WORK_PROCESSES, HS_ASSIGNMENT_ELECTIVES,
                                HS_ASSIGNMENT_OBJECTIVES,     -1 };
  static const int technology[] = { HS_ASSIGNMENT_FIRST_USE, -1 };
  static const int fallback[] = { HS_ASSIGNMENT_FALLBACK, -1 };
  static const int after[] = { HS_ASSIGNMENT_WAS_USED, HS_ASSIGNMENT_DID_FIT, HS_ASSIGNMENT_STAYS,
                               HS_ASSIGNMENT_ADAPTED, -1 };

  hs_form_add_section (form, _ ("1. What does the team need?"), need);
  hs_form_add_section (form, _ ("2. The situation in practice"), situation);
  hs_form_add_section (form, _ ("3. What can the student do afterwards?"), outcome);
  add_slot (form, "criteria");
  hs_form_add_section (form, _ ("4. The assignment"), task);
  hs_form_add_section (form, _ ("5. What the student learns"), learns);
  hs_form_append (form, new_model (editor, row));
  hs_form_add_section (form, _ ("6. The technology"), technology);
  add_slot (form, "reservations");
  hs_form_append (form, hs_free_items_new (editor, row));
  hs_form_add_section (form, _ ("7. If it does not fit"), fallback);
  hs_form_add_section (form, _ ("8. Afterwards"), after);
}

void
hs_assignment_form_nested (HsDossierEditor *editor, HsRecord *row, GtkWidget *form,
                           GPtrArray *lists)
{
  static const int criterion[] = { HS_CRITERION_TEXT, HS_CRITERION_KIND, -1 };
  static const int criterion_summary[] = { HS_CRITERION_KIND, -1 };
  static const int reservation[] = { HS_RESERVATION_ITEM, HS_RESERVATION_FROM, HS_RESERVATION_TO,
                                     HS_RESERVATION_QUANTITY, -1 };
  const HsRowListInfo criteria = { .kind = HS_KIND_CRITERION,
                                   .title = _ ("When is it good enough?"),
                                   .add = _ ("Add a criterion"),
                                   .empty = _ ("Write the criteria first, then the assignment."),
                                   .fields = criterion,
                                   .summary = criterion_summary,
                                   .match_field = HS_CRITERION_ASSIGNMENT,
                                   .match_value = hs_record_id (row),
                                   .done_field = -1 };
  const HsRowListInfo reservations = { .kind = HS_KIND_RESERVATION,
                                       .title = _ ("Reserved technology"),
                                       .add = _ ("Reserve an item"),
                                       .fields = reservation,
                                       .summary = reservation,
                                       .match_field = HS_RESERVATION_ASSIGNMENT,
                                       .match_value = hs_record_id (row),
                                       .done_field = -1 };

  g_ptr_array_add (lists, hs_row_list_new (editor, &criteria));
  g_ptr_array_add (lists, hs_row_list_new (editor, &reservations));
  gtk_box_append (GTK_BOX (g_object_get_data (G_OBJECT (form), "criteria")),
                  g_ptr_array_index (lists, 0));
  gtk_box_append (GTK_BOX (g_object_get_data (G_OBJECT (form), "reservations")),
                  g_ptr_array_index (lists, 1));
}
