/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of the agreement window: what is shown around the sections, saving and closing. */

#include "hs-agreement-window-private.h"

#include "hs-a11y.h"
#include "hs-conflict.h"
#include "hs-dialogs.h"
#include "hs-permission.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HsAgreementWindow, hs_agreement_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- what is shown around the sections ---- */

static void
show_title (HsAgreementWindow *self)
{
  HsDossier *dossier = hs_dossier_editor_dossier (self->editor);
  g_autofree char *student = hs_permission_student_name (dossier, hs_context_actor (self->context));
  const char *host =
      dossier->host == NULL ? NULL : hs_record_text (dossier->host, HS_ORGANISATION_NAME);
  const char *number = hs_record_text (dossier->agreement, HS_AGREEMENT_NUMBER);
  g_autofree char *subtitle = host != NULL && number != NULL
                                  ? g_strdup_printf ("%s · %s", host, number)
                                  : g_strdup (host != NULL ? host : number);
  g_autofree char *window = g_strdup_printf (_ ("%s – Agreement"), student);

  adw_window_title_set_title (self->title, student);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), window);
}

/* The reason of the last return stays in sight while the draft is mended. (transfer full) */
static char *
return_text (HsAgreementWindow *self)
{
  GPtrArray *history = hs_dossier_editor_history (self->editor);
  const HsLifeMoment *last = NULL;

  if (hs_dossier_state (hs_dossier_editor_dossier (self->editor)) != HS_AGREEMENT_STATE_DRAFT)
    return NULL;
  for (guint i = 0; i < history->len; i++)
    {
      const HsLifeMoment *moment = g_ptr_array_index (history, i);
      if (moment->action == HS_EVENT_ACTION_RETURN || moment->action == HS_EVENT_ACTION_REFUSE
          || moment->action == HS_EVENT_ACTION_RECALL)
        last = moment;
      else if (moment->action == HS_EVENT_ACTION_SUBMIT)
        last = NULL;
    }
  return last == NULL || last->reason == NULL
             ? NULL
             : g_strdup_printf ("%s: “%s”", last->sentence, last->reason);
}

/* Whoever looks at a later sheet that is not in force has to know it. (transfer full) */
static char *
sheet_text (HsAgreementWindow *self)
{
  const HsRecord *sheet = hs_dossier_editor_dossier (self->editor)->sheet;
  gint64 number = sheet == NULL ? 0 : hs_record_int (sheet, HS_SHEET_NUMBER);
  gint64 status = sheet == NULL ? -1 : hs_record_int (sheet, HS_SHEET_STATUS);

  if (number <= 1 || (status != HS_SHEET_STATUS_DRAFT && status != HS_SHEET_STATUS_FIXED))
    return NULL;
  return g_strdup_printf (status == HS_SHEET_STATUS_DRAFT
                              ? _ ("You look at sheet %d. It is a draft. Until it is in force the "
                                   "sheet before it holds.")
                              : _ ("You look at sheet %d. It waits for consent. Until it is in "
                                   "force the sheet before it holds."),
                          (int) number);
}

static void
show_banner (HsAgreementWindow *self)
{
  g_autofree char *returned = return_text (self);
  g_autofree char *sheet = returned == NULL ? sheet_text (self) : NULL;
  const char *text = returned != NULL ? returned : sheet;

  gtk_widget_set_visible (self->banner, text != NULL);
  gtk_label_set_label (self->banner_text, text != NULL ? text : "");
}

static void
findings_changed (HsAgreementWindow *self)
{
  if (!self->filled)
    return;
  hs_agreement_steps_refresh (self);
  hs_agreement_needed_refresh (self);
  hs_agreement_nav_count (self);
}

static void
steps_changed (HsAgreementWindow *self)
{
  HsEditor *editor = hs_dossier_editor_editor (self->editor);
  GAction *undo = g_action_map_lookup_action (G_ACTION_MAP (self), "undo");
  GAction *redo = g_action_map_lookup_action (G_ACTION_MAP (self), "redo");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (undo), hs_editor_can_undo (editor));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (redo), hs_editor_can_redo (editor));
}

static void
show_saved (HsAgreementWindow *self)
{
  gboolean dirty = hs_editor_is_dirty (hs_dossier_editor_editor (self->editor));

  gtk_label_set_label (GTK_LABEL (self->saved), dirty ? _ ("Saving…") : _ ("Saved"));
}

static void
loaded (HsAgreementWindow *self)
{
  show_title (self);
  hs_state_road_show (self->road, hs_dossier_editor_dossier (self->editor));
  show_banner (self);
  show_saved (self);
  if (self->filled)
    return;
  self->filled = TRUE;
  /* Only who opened a review works through the pile: one's own agreement stays in front. */
  hs_agreement_pile_read (self);
  for (int i = 0; i < HS_AGREEMENT_SECTIONS; i++)
    hs_agreement_nav_add (self, i);
  gtk_stack_set_visible_child_name (self->loading, "agreement");
  hs_agreement_window_show_section (self, self->section);
  /* Narrow, the list of sections is the beginning. */
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->nav_box);
}

static void
field_changed (HsAgreementWindow *self)
{
  show_saved (self);
  steps_changed (self);
}

static void
saved (HsAgreementWindow *self)
{
  show_saved (self);
}

static void
failed (HsAgreementWindow *self, GError *error)
{
  g_autofree char *body = hs_sentence (error->message);

  self->closing = FALSE;
  gtk_label_set_label (GTK_LABEL (self->saved), _ ("Not saved"));
  hs_dialog_tell (GTK_WINDOW (self), _ ("This could not be saved"), body);
}

static void
conflict (HsAgreementWindow *self, HsRecord *record, HsRecord *theirs)
{
  self->closing = FALSE;
  hs_conflict_ask (GTK_WINDOW (self), hs_dossier_editor_editor (self->editor), record, theirs);
}

void
hs_agreement_window_toast (HsAgreementWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* ---- the window ---- */

static void
folded_changed (HsAgreementWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean inside = adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->sections);

  gtk_widget_set_visible (self->back, folded && inside);
  gtk_widget_set_visible (self->saved, !folded);
  gtk_list_box_set_selection_mode (self->nav, folded ? GTK_SELECTION_NONE : GTK_SELECTION_BROWSE);
}

static void
flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsAgreementWindow) self = user_data;

  if (hs_editor_flush_finish (HS_EDITOR (source), result, NULL))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    self->closing = FALSE;
}

static gboolean
close_request (GtkWindow *window)
{
  HsAgreementWindow *self = HS_AGREEMENT_WINDOW (window);
  GSettings *settings = hs_context_settings (self->context);
  int width;
  int height;

  if (settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (settings, "agreement-window-width", MAX (width, 360));
      g_settings_set_int (settings, "agreement-window-height", MAX (height, 294));
    }
  /* Closes when all is on disk. */
  if (!self->closing)
    {
      self->closing = TRUE;
      hs_editor_flush_async (hs_dossier_editor_editor (self->editor), flushed, g_object_ref (self));
    }
  return TRUE;
}

static void
hs_agreement_window_dispose (GObject *object)
{
  HsAgreementWindow *self = HS_AGREEMENT_WINDOW (object);

  if (self->main != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->main), (gpointer *) &self->main);
  self->main = NULL;
  g_clear_object (&self->editor);
  g_clear_pointer (&self->pile, g_array_unref);
  g_clear_object (&self->context);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (hs_agreement_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, title);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, back);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, saved);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, road_bin);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, pile_bar);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, pile_label);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, nav_box);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, nav);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, needed);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, needed_label);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, needed_popover);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, needed_title);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, needed_list);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, why_not);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, more);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, more_box);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, second);
  gtk_widget_class_bind_template_child (widget_class, HsAgreementWindow, next);
}

static void
hs_agreement_window_class_init (HsAgreementWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_agreement_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/handslag/Handslag/ui/agreement/hs-agreement-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed);
  gtk_widget_class_bind_template_callback (widget_class, hs_agreement_nav_activated);
  gtk_widget_class_bind_template_callback (widget_class, hs_agreement_needed_activated);
  gtk_widget_class_bind_template_callback (widget_class, hs_agreement_steps_clicked);
}

static void
hs_agreement_window_init (HsAgreementWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->road = HS_STATE_ROAD (hs_state_road_new ());
  adw_bin_set_child (self->road_bin, GTK_WIDGET (self->road));
  hs_agreement_actions_add (self);
  hs_a11y_name_parts (GTK_WIDGET (self));
}

static void
connect_editor (HsAgreementWindow *self)
{
  HsEditor *editor = hs_dossier_editor_editor (self->editor);

  g_signal_connect_object (self->editor, "loaded", G_CALLBACK (loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "findings-changed", G_CALLBACK (findings_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "gone", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "steps-changed", G_CALLBACK (steps_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "field-changed", G_CALLBACK (field_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "rows-changed", G_CALLBACK (field_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "failed", G_CALLBACK (failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "conflict", G_CALLBACK (conflict), self, G_CONNECT_SWAPPED);
}

/* Takes away all that shows the agreement of before. */
static void
clear_sections (HsAgreementWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_stack_remove (self->sections, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->nav))) != NULL)
    gtk_list_box_remove (self->nav, child);
  self->filled = FALSE;
}

void
hs_agreement_window_look_at (HsAgreementWindow *self, gint64 agreement)
{
  HsEditor *before = hs_dossier_editor_editor (self->editor);

  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (before, self);
  clear_sections (self);
  g_object_unref (self->editor);
  self->editor = hs_dossier_editor_new (self->context, agreement);
  connect_editor (self);
  steps_changed (self);
  hs_agreement_pile_show (self);
  if (self->main != NULL)
    hs_window_turn_agreement (self->main, GTK_WINDOW (self), agreement);
}

GtkWidget *
hs_agreement_window_new (HsWindow *main, HsContext *context, gint64 agreement)
{
  HsAgreementWindow *self = g_object_new (HS_TYPE_AGREEMENT_WINDOW, "application",
                                          gtk_window_get_application (GTK_WINDOW (main)), NULL);
  GSettings *settings = hs_context_settings (context);

  self->main = main;
  g_object_add_weak_pointer (G_OBJECT (main), (gpointer *) &self->main);
  self->context = g_object_ref (context);
  gtk_window_set_default_size (
      GTK_WINDOW (self), settings ? g_settings_get_int (settings, "agreement-window-width") : 1000,
      settings ? g_settings_get_int (settings, "agreement-window-height") : 820);
  self->editor = hs_dossier_editor_new (context, agreement);
  connect_editor (self);
  steps_changed (self);
  return GTK_WIDGET (self);
}
