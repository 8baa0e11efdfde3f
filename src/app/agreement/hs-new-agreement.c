/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new agreement. */

#include "hs-new-agreement.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-help-window.h"
#include "hs-field-row.h"
#include "hs-life.h"
#include "hs-present.h"

#include <glib/gi18n.h>

struct _HsNewAgreement
{
  AdwWindow parent_instance;

  HsWindow *window;
  HsContext *context;
  HsLifeNew values;
  HsFieldRow *location;
  HsFieldRow *supervisor;
  HsFieldRow *digicoach;

  GtkWidget *form;
  GtkWidget *create;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (HsNewAgreement, hs_new_agreement, ADW_TYPE_WINDOW)

typedef struct
{
  HsLifeNew values;
  HsActor *actor;
  gint64 id;
  char *held;
} Making;

static void
making_free (Making *making)
{
  hs_actor_free (making->actor);
  g_free (making->held);
  g_free (making);
}

static gpointer
make_job (HsStore *store, gpointer data, GError **error)
{
  Making *making = data;
  g_autoptr (GError) held = NULL;

  if (!hs_store_begin (store, making->actor, "agreement", error))
    return making;
  making->id = hs_life_create (store, making->actor, &making->values, HS_AGREEMENT_STATE_DRAFT,
                               &held, error);
  if (making->id == 0 || !hs_store_commit (store, error))
    hs_store_rollback (store);
  else if (held != NULL)
    making->held = g_strdup (held->message);
  return making;
}

static void
made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsNewAgreement) self = user_data;
  g_autoptr (GError) error = NULL;
  Making *making = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  if (error != NULL)
    {
      g_autofree char *text = hs_sentence (error->message);
      gtk_label_set_label (GTK_LABEL (self->problem), text);
      gtk_widget_set_visible (self->problem, TRUE);
      gtk_widget_set_sensitive (self->create, TRUE);
      return;
    }
  if (making->held != NULL)
    {
      g_autofree char *text = hs_sentence (making->held);
      hs_window_toast (self->window, text);
    }
  hs_window_open_agreement (self->window, making->id);
  making_free (making);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
create_clicked (GtkButton *button, HsNewAgreement *self)
{
  Making *making;

  if (self->values.student == 0)
    {
      gtk_label_set_label (GTK_LABEL (self->problem), _ ("Choose a student first."));
      gtk_widget_set_visible (self->problem, TRUE);
      return;
    }
  gtk_widget_set_sensitive (self->create, FALSE);
  making = g_new0 (Making, 1);
  making->values = self->values;
  making->actor = hs_context_actor (self->context) == NULL
                      ? NULL
                      : hs_actor_copy (hs_context_actor (self->context));
  hs_context_run (self->context, make_job, making, NULL, (GDestroyNotify) making_free, NULL, made,
                  g_object_ref (self));
}

/* ---- fields ---- */

static void
limit_to_host (HsNewAgreement *self)
{
  hs_field_row_limit (self->location, 0, HS_LOCATION_ORGANISATION, self->values.host);
  hs_field_row_limit (self->supervisor, 0, HS_PERSON_ORGANISATION, self->values.host);
  hs_field_row_limit (self->digicoach, 0, HS_PERSON_ORGANISATION, self->values.host);
}

static void
agreement_edited (HsFieldRow *row, HsRecord *value, HsNewAgreement *self)
{
  gint64 id = hs_record_int (value, hs_field_row_field (row));

  switch (hs_field_row_field (row))
    {
    case HS_AGREEMENT_STUDENT:
      self->values.student = id;
      break;
    case HS_AGREEMENT_VACANCY:
      self->values.vacancy = id;
      break;
    default:
      self->values.host = id;
      limit_to_host (self);
      break;
    }
}

static void
sheet_edited (HsFieldRow *row, HsRecord *value, HsNewAgreement *self)
{
  gint64 id = hs_record_int (value, hs_field_row_field (row));

  switch (hs_field_row_field (row))
    {
    case HS_SHEET_LOCATION:
      self->values.location = id;
      break;
    case HS_SHEET_SUPERVISOR:
      self->values.supervisor = id;
      break;
    case HS_SHEET_TEACHER:
      self->values.teacher = id;
      break;
    default:
      self->values.digicoach = id;
      break;
    }
}

static HsFieldRow *
add_field (HsNewAgreement *self, GtkWidget *card, HsKindId kind, guint field, GHashTable *titles)
{
  GtkWidget *row = hs_field_row_new (self->context, kind, field, titles);

  g_signal_connect (
      row, "edited",
      kind == HS_KIND_AGREEMENT ? G_CALLBACK (agreement_edited) : G_CALLBACK (sheet_edited), self);
  gtk_box_append (GTK_BOX (card), row);
  return HS_FIELD_ROW (row);
}

static GtkWidget *
add_card (HsNewAgreement *self, const char *title)
{
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "hs-section-title");
  gtk_widget_add_css_class (card, "hs-card");
  gtk_widget_add_css_class (card, "hs-form");
  gtk_box_append (GTK_BOX (self->form), heading);
  gtk_box_append (GTK_BOX (self->form), card);
  return card;
}

static void
fill_form (HsNewAgreement *self)
{
  g_autoptr (GHashTable) titles = hs_titles_new ();
  GtkWidget *card = add_card (self, _ ("For whom?"));
  HsFieldRow *row;

  add_field (self, card, HS_KIND_AGREEMENT, HS_AGREEMENT_STUDENT, titles);
  card = add_card (self, _ ("Where?"));
  row = add_field (self, card, HS_KIND_AGREEMENT, HS_AGREEMENT_VACANCY, titles);
  hs_field_row_set_hint (row, _ ("With a vacancy Handslag knows the host, the location and the "
                                 "period. Without one, choose the host."));
  row = add_field (self, card, HS_KIND_AGREEMENT, HS_AGREEMENT_HOST, titles);
  hs_field_row_limit (row, 1, HS_ORGANISATION_KIND, HS_ORGANISATION_KIND_HOST);
  self->location = add_field (self, card, HS_KIND_SHEET, HS_SHEET_LOCATION, titles);
  card = add_card (self, _ ("With whom?"));
  self->supervisor = add_field (self, card, HS_KIND_SHEET, HS_SHEET_SUPERVISOR, titles);
  hs_field_row_limit (self->supervisor, 1, HS_PERSON_ROLES, HS_ROLE_SUPERVISOR);
  row = add_field (self, card, HS_KIND_SHEET, HS_SHEET_TEACHER, titles);
  hs_field_row_limit (row, 1, HS_PERSON_ROLES, HS_ROLE_TEACHER);
  self->digicoach = add_field (self, card, HS_KIND_SHEET, HS_SHEET_DIGICOACH, titles);
  hs_field_row_limit (self->digicoach, 1, HS_PERSON_ROLES, HS_ROLE_DIGICOACH);
}

static void
hs_new_agreement_dispose (GObject *object)
{
  g_clear_object (&HS_NEW_AGREEMENT (object)->context);
  G_OBJECT_CLASS (hs_new_agreement_parent_class)->dispose (object);
}

static void
hs_new_agreement_class_init (HsNewAgreementClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_new_agreement_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
  hs_help_bind (GTK_WIDGET_CLASS (klass), "page-agreements");
}

static void
hs_new_agreement_init (HsNewAgreement *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->create = gtk_button_new_with_mnemonic (_ ("_Make"));
  gtk_widget_add_css_class (self->create, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect (self->create, "clicked", G_CALLBACK (create_clicked), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->create);
  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->form, "hs-page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->form);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "hs-finding");
  gtk_widget_add_css_class (self->problem, "blocking");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (self->form), self->problem);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->create);
}

GtkWidget *
hs_new_agreement_new (HsWindow *window, HsContext *context)
{
  HsNewAgreement *self =
      g_object_new (HS_TYPE_NEW_AGREEMENT, "transient-for", window, "modal", TRUE, "title",
                    _ ("New agreement"), "default-width", 480, "default-height", 640, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  fill_form (self);
  hs_a11y_name_parts (GTK_WIDGET (self));
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
  return GTK_WIDGET (self);
}
