/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the agreement window. */

#include "hs-agreement-window-private.h"

#include "hs-contract-job.h"
#include "hs-dialogs.h"
#include "hs-help-window.h"

#include <glib/gi18n.h>

static void
undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsAgreementWindow *self = user_data;

  hs_editor_undo (hs_dossier_editor_editor (self->editor));
}

static void
redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsAgreementWindow *self = user_data;

  hs_editor_redo (hs_dossier_editor_editor (self->editor));
}

static void
next_step (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_agreement_steps_next (user_data);
}

static void
needed (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsAgreementWindow *self = user_data;

  if (gtk_widget_get_visible (GTK_WIDGET (self->needed)))
    gtk_menu_button_popup (self->needed);
}

static void
show_section (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsAgreementWindow *self = user_data;
  int index = g_variant_get_int32 (parameter);

  hs_agreement_window_show_section (self, index);
  if (self->filled && index < HS_AGREEMENT_SECTIONS)
    gtk_widget_child_focus (GTK_WIDGET (hs_agreement_nav_section (self, index)),
                            GTK_DIR_TAB_FORWARD);
}

static void
second_step (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_agreement_steps_second (user_data);
}

static void
previous_review (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_agreement_pile_move (user_data, -1);
}

static void
next_review (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hs_agreement_pile_move (user_data, 1);
}

static void
agree_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsAgreementWindow *self = user_data;

  hs_theme_status_raise_all (self->editor, GTK_WIDGET (self));
}

static void
back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsAgreementWindow *self = user_data;

  adw_leaflet_set_visible_child (self->leaflet, self->nav_box);
}

static void
pdf_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsAgreementWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (hs_contract_write_finish (HS_CONTEXT (source), result, &error))
    {
      hs_agreement_window_toast (self, _ ("The PDF is saved."));
      return;
    }
  body = hs_sentence (error->message);
  hs_dialog_tell (GTK_WINDOW (self), _ ("The PDF could not be made"), body);
}

static void
pdf_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HsAgreementWindow *self = HS_AGREEMENT_WINDOW (source);
  g_autoptr (GFile) file = hs_dialog_file_finish (result);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  if (path != NULL)
    hs_contract_write_async (self->context, hs_dossier_editor_agreement (self->editor), path,
                             pdf_written, g_object_ref (self));
}

static void
pdf (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsAgreementWindow *self = user_data;
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  const char *number;
  g_autofree char *name = NULL;

  if (dossier == NULL)
    return;
  number = hs_record_text (dossier->agreement, HS_AGREEMENT_NUMBER);
  name = g_strdup_printf ("stageafspraak-%s.pdf", number != NULL ? number : "concept");
  hs_dialog_file_async (GTK_WINDOW (self), _ ("Save the contract as PDF"), TRUE, name, _ ("PDF"),
                        "*.pdf", pdf_chosen, NULL);
}

static void
search_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsAgreementWindow *self = user_data;

  if (self->main != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self->main), "search-all", NULL);
}

static void
help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HsAgreementWindow *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->nav);

  hs_help_show (GTK_WIDGET (self),
                hs_agreement_nav_topic (row == NULL ? -1 : gtk_list_box_row_get_index (row)));
}

static const GActionEntry actions[] = {
  { .name = "undo", .activate = undo },
  { .name = "redo", .activate = redo },
  { .name = "next-step", .activate = next_step },
  { .name = "second-step", .activate = second_step },
  { .name = "previous-review", .activate = previous_review },
  { .name = "next-review", .activate = next_review },
  { .name = "agree-all", .activate = agree_all },
  { .name = "needed", .activate = needed },
  { .name = "section", .activate = show_section, .parameter_type = "i" },
  { .name = "back", .activate = back },
  { .name = "pdf", .activate = pdf },
  { .name = "help", .activate = help },
  { .name = "search-all", .activate = search_all },
};

void
hs_agreement_actions_add (HsAgreementWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
