/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The status of a theme for school, host and student. Setting it is an event of the agreement. */

#include "hs-section.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-dossier-store.h"
#include "hs-permission.h"

#include <glib/gi18n.h>

#define N_PARTIES 3

typedef struct
{
  HsDossierEditor *editor;
  HsTheme theme;
  GtkWidget *box;
  GtkWidget *drops[N_PARTIES];
  GtkWidget *all; /* sets all parties that the actor may speak for */
  GtkWidget *all_themes; /* the same for the five themes */
  gboolean loading;
} ThemeStatus;

static const struct
{
  HsSigner party;
  guint field;
  HsMay may;
} parties[N_PARTIES] = {
  { HS_SIGNER_SCHOOL, HS_THEME_SCHOOL_STATUS, HS_MAY_DISCUSS_SCHOOL },
  { HS_SIGNER_HOST, HS_THEME_HOST_STATUS, HS_MAY_DISCUSS_HOST },
  { HS_SIGNER_STUDENT, HS_THEME_STUDENT_STATUS, HS_MAY_DISCUSS_STUDENT },
};

static HsRecord *
record_of (ThemeStatus *self)
{
  g_autoptr (GPtrArray) rows =
      hs_dossier_editor_rows (self->editor, HS_KIND_THEME, HS_THEME_THEME, (gint64) self->theme);

  return rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
}

/* While it is drafted the themes are discussed; in review school and host agree. */
static HsThemeStatus
wanted_in (HsDossierEditor *editor)
{
  return hs_dossier_state (hs_dossier_editor_dossier (editor)) == HS_AGREEMENT_STATE_REVIEW
             ? HS_THEME_STATUS_AGREED
             : HS_THEME_STATUS_DISCUSSED;
}

static HsThemeStatus
wanted_status (ThemeStatus *self)
{
  return wanted_in (self->editor);
}

static gboolean
can_raise (ThemeStatus *self, guint party)
{
  HsContext *context = hs_dossier_editor_context (self->editor);
  HsRecord *record = record_of (self);

  return record != NULL && !hs_context_is_read_only (context)
         && MAX (hs_record_int (record, parties[party].field), 0) < (gint64) wanted_status (self)
         && hs_permission_check (hs_dossier_editor_dossier (self->editor),
                                 hs_context_actor (context), parties[party].may, NULL);
}

static void
show_all_button (ThemeStatus *self)
{
  gboolean any = FALSE;
  const char *text = wanted_status (self) == HS_THEME_STATUS_AGREED ? _ ("Everybody agrees")
                                                                    : _ ("Discussed by everybody");
  const char *all_themes = wanted_status (self) == HS_THEME_STATUS_AGREED
                               ? _ ("Agreed: all five themes")
                               : _ ("Discussed: all five themes");

  for (guint i = 0; i < N_PARTIES; i++)
    any = any || can_raise (self, i);
  gtk_widget_set_visible (self->all, any);
  gtk_widget_set_visible (self->all_themes, any);
  gtk_button_set_label (GTK_BUTTON (self->all_themes), all_themes);
  hs_a11y_label (self->all_themes, all_themes);
  gtk_button_set_label (GTK_BUTTON (self->all), text);
  hs_a11y_label (self->all, text);
}

static void
refresh (ThemeStatus *self)
{
  HsRecord *record = record_of (self);
  HsContext *context = hs_dossier_editor_context (self->editor);

  self->loading = TRUE;
  for (guint i = 0; record != NULL && i < N_PARTIES; i++)
    {
      gint64 status = hs_record_has (record, parties[i].field)
                          ? hs_record_int (record, parties[i].field)
                          : HS_THEME_STATUS_OPEN;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[i]), (guint) status);
      gtk_widget_set_sensitive (
          self->drops[i],
          !hs_context_is_read_only (context)
              && hs_permission_check (hs_dossier_editor_dossier (self->editor),
                                      hs_context_actor (context), parties[i].may, NULL));
    }
  self->loading = FALSE;
  show_all_button (self);
}

typedef struct
{
  HsTheme theme;
  HsSigner party;
  HsThemeStatus status;
} NewStatus;

static gboolean
write_status (HsStore *store, const HsActor *actor, gint64 agreement, gpointer data, GError **error)
{
  const NewStatus *status = data;

  return hs_life_set_theme (store, actor, agreement, status->theme, status->party, status->status,
                            error);
}

static void
status_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) box = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (hs_dossier_editor_run_finish (HS_DOSSIER_EDITOR (source), result, &error))
    return;
  body = hs_sentence (error->message);
  hs_dialog_tell (GTK_WINDOW (gtk_widget_get_root (box)), _ ("The status stays as it was"), body);
}

static void
set_status (ThemeStatus *self, guint party, HsThemeStatus value)
{
  NewStatus *status = g_new0 (NewStatus, 1);

  status->theme = self->theme;
  status->status = value;
  status->party = parties[party].party;
  hs_dossier_editor_run (self->editor, "discussed", write_status, status, g_free, status_written,
                         g_object_ref (self->box));
}

static void
all_clicked (GtkButton *button, ThemeStatus *self)
{
  HsThemeStatus wanted = wanted_status (self);

  for (guint i = 0; i < N_PARTIES; i++)
    if (can_raise (self, i))
      set_status (self, i, wanted);
}

/* ---- all five at once ---- */

typedef struct
{
  HsThemeStatus wanted;
  guint parties; /* sum of 1 << HsSigner */
} Raise;

static gboolean
write_raise (HsStore *store, const HsActor *actor, gint64 agreement, gpointer data, GError **error)
{
  const Raise *raise = data;
  HsDay today = hs_clock_today (hs_store_clock (store));
  g_autoptr (HsDossier) dossier = hs_store_dossier (store, agreement, 0, today, error);

  for (guint i = 0; dossier != NULL && i < dossier->rows[HS_KIND_THEME]->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (dossier->rows[HS_KIND_THEME], i);
      HsTheme theme = (HsTheme) hs_record_int (row, HS_THEME_THEME);
      for (guint k = 0; k < N_PARTIES; k++)
        if (raise->parties >> parties[k].party & 1
            && hs_record_int (row, parties[k].field) < (gint64) raise->wanted
            && !hs_life_set_theme (store, actor, agreement, theme, parties[k].party, raise->wanted,
                                   error))
          return FALSE;
    }
  return dossier != NULL;
}

void
hs_theme_status_raise_all (HsDossierEditor *editor, GtkWidget *near)
{
  HsContext *context = hs_dossier_editor_context (editor);
  HsDossier *dossier = hs_dossier_editor_dossier (editor);
  guint allowed = 0;
  Raise *raise;

  for (guint i = 0; dossier != NULL && i < N_PARTIES; i++)
    if (hs_permission_check (dossier, hs_context_actor (context), parties[i].may, NULL))
      allowed |= 1u << parties[i].party;
  if (allowed == 0 || hs_context_is_read_only (context))
    return;
  raise = g_new0 (Raise, 1);
  *raise = (Raise){ wanted_in (editor), allowed };
  hs_dossier_editor_run (editor, "discussed", write_raise, raise, g_free, status_written,
                         g_object_ref (near));
}

static void
all_themes_clicked (GtkButton *button, ThemeStatus *self)
{
  hs_theme_status_raise_all (self->editor, self->box);
}

static void
selected (GtkDropDown *drop, GParamSpec *pspec, ThemeStatus *self)
{
  if (self->loading)
    return;
  for (guint i = 0; i < N_PARTIES; i++)
    if (self->drops[i] == GTK_WIDGET (drop))
      set_status (self, i, (HsThemeStatus) gtk_drop_down_get_selected (drop));
}

static void
box_gone (gpointer data, GObject *box)
{
  ThemeStatus *self = data;

  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_object_unref (self->editor);
  g_free (self);
}

GtkWidget *
hs_theme_status_new (HsDossierEditor *editor, HsTheme theme)
{
  ThemeStatus *self = g_new0 (ThemeStatus, 1);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->editor = g_object_ref (editor);
  self->theme = theme;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (self->box), columns);
  gtk_widget_add_css_class (self->box, "hs-theme-status");
  for (guint i = 0; i < N_PARTIES; i++)
    {
      g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      const char *name = hs_choice_label (HS_CHOICES_SIGNER, parties[i].party);
      GtkWidget *label = gtk_label_new (name);
      for (guint j = 0; j <= HS_THEME_STATUS_AGREED; j++)
        gtk_string_list_append (strings, hs_choice_label (HS_CHOICES_THEME_STATUS, j));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "hs-field-label");
      self->drops[i] = hs_a11y_drop_down (G_LIST_MODEL (strings), name);
      g_signal_connect (self->drops[i], "notify::selected", G_CALLBACK (selected), self);
      gtk_box_append (GTK_BOX (column), label);
      gtk_box_append (GTK_BOX (column), self->drops[i]);
      gtk_box_append (GTK_BOX (columns), column);
    }
  self->all = gtk_button_new_with_label ("");
  gtk_widget_set_halign (self->all, GTK_ALIGN_START);
  g_signal_connect (self->all, "clicked", G_CALLBACK (all_clicked), self);
  self->all_themes = gtk_button_new_with_label ("");
  gtk_widget_set_halign (self->all_themes, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->all_themes, "flat");
  g_signal_connect (self->all_themes, "clicked", G_CALLBACK (all_themes_clicked), self);
  gtk_box_append (GTK_BOX (self->box), self->all);
  gtk_box_append (GTK_BOX (self->box), self->all_themes);
  g_signal_connect_swapped (editor, "findings-changed", G_CALLBACK (refresh), self);
  g_object_weak_ref (G_OBJECT (self->box), box_gone, self);
  refresh (self);
  return self->box;
}
