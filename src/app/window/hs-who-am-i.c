/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who uses the program. */

#include "hs-who-am-i.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-field-row.h"
#include "hs-paged-list.h"
#include "hs-present.h"
#include "hs-row-factory.h"

#include <glib/gi18n.h>

struct _HsWhoAmI
{
  AdwBin parent_instance;

  HsContext *context;
  HsPagedList *model;
  HsRecord *person;
  HsRecord *organisation;
  gboolean searched;
  gboolean is_new;

  GtkStack *stack;
  GtkWidget *search;
  GtkListView *list;
  GtkBox *form;
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (HsWhoAmI, hs_who_am_i, ADW_TYPE_BIN)

static void
fail (HsWhoAmI *self, const GError *error)
{
  g_autofree char *body = hs_sentence (error->message);

  hs_dialog_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("That did not work"),
                  body);
}

/* ---- chosen ---- */

static gpointer
actor_job (HsStore *store, gpointer data, GError **error)
{
  return hs_store_actor (store, data, error);
}

static void
actor_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsWhoAmI) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsActor) actor = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  if (actor == NULL)
    {
      fail (self, error);
      return;
    }
  hs_context_set_actor (self->context, actor);
  g_signal_emit (self, done_signal, 0);
}

static void
row_activated (HsWhoAmI *self, guint position)
{
  g_autoptr (HsListItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item == NULL || hs_list_item_uid (item) == NULL)
    return;
  hs_context_run (self->context, actor_job, g_strdup (hs_list_item_uid (item)), g_free,
                  (GDestroyNotify) hs_actor_free, NULL, actor_read, g_object_ref (self));
}

static void
search_activated (HsWhoAmI *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    row_activated (self, 0);
}

static void
show_people (HsWhoAmI *self)
{
  g_autoptr (HsListSpec) spec = hs_list_spec_new (HS_KIND_PERSON);

  spec->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  hs_paged_list_set_spec (self->model, spec);
}

static void
search_changed (HsWhoAmI *self)
{
  if (self->context == NULL)
    return;
  self->searched = TRUE;
  show_people (self);
}

/* ---- made ---- */

typedef struct
{
  HsRecord *person;
  HsRecord *organisation;
} NewPerson;

static void
new_person_free (NewPerson *made)
{
  hs_record_unref (made->person);
  hs_record_unref (made->organisation);
  g_free (made);
}

static gboolean
save_new_person (HsStore *store, NewPerson *made, GError **error)
{
  if (hs_record_has (made->organisation, HS_ORGANISATION_NAME))
    {
      if (!hs_store_save (store, made->organisation, error))
        return FALSE;
      hs_record_set_int (made->person, HS_PERSON_ORGANISATION, hs_record_id (made->organisation));
    }
  return hs_store_save (store, made->person, error);
}

static gpointer
new_person_job (HsStore *store, gpointer data, GError **error)
{
  NewPerson *made = data;

  if (!hs_store_begin (store, NULL, "edit", error))
    return NULL;
  if (!save_new_person (store, made, error) || !hs_store_commit (store, error))
    {
      hs_store_rollback (store);
      return NULL;
    }
  return hs_store_actor (store, hs_record_uid (made->person), error);
}

static void
create_clicked (GtkButton *button, HsWhoAmI *self)
{
  NewPerson *made;

  if (!hs_record_has (self->person, HS_PERSON_LAST_NAME))
    {
      hs_dialog_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                      _ ("Your last name is missing"), _ ("Fill in your last name. Then go on."));
      return;
    }
  self->is_new = TRUE;
  made = g_new0 (NewPerson, 1);
  made->person = hs_record_copy (self->person);
  made->organisation = hs_record_copy (self->organisation);
  hs_context_run (self->context, new_person_job, made, (GDestroyNotify) new_person_free,
                  (GDestroyNotify) hs_actor_free, NULL, actor_read, g_object_ref (self));
}

static void
row_edited (HsFieldRow *row, HsRecord *value, HsWhoAmI *self)
{
  HsRecord *to = hs_record_kind_id (value) == HS_KIND_PERSON ? self->person : self->organisation;

  hs_record_copy_field (to, value, hs_field_row_field (row));
}

static GtkWidget *
add_row (HsWhoAmI *self, HsKindId kind, guint field, GHashTable *titles)
{
  GtkWidget *row = hs_field_row_new (self->context, kind, field, titles);

  g_signal_connect (row, "edited", G_CALLBACK (row_edited), self);
  gtk_box_append (self->form, row);
  return row;
}

static void
fill_form (HsWhoAmI *self, gboolean has_people)
{
  g_autoptr (GHashTable) titles = hs_titles_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Start"));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->form))) != NULL)
    gtk_box_remove (self->form, child);
  g_clear_pointer (&self->person, hs_record_unref);
  g_clear_pointer (&self->organisation, hs_record_unref);
  self->person = hs_record_new (HS_KIND_PERSON);
  self->organisation = hs_record_new (HS_KIND_ORGANISATION);
  add_row (self, HS_KIND_PERSON, HS_PERSON_FIRST_NAME, titles);
  add_row (self, HS_KIND_PERSON, HS_PERSON_INFIX, titles);
  add_row (self, HS_KIND_PERSON, HS_PERSON_LAST_NAME, titles);
  add_row (self, HS_KIND_PERSON, HS_PERSON_ROLES, titles);
  if (has_people)
    add_row (self, HS_KIND_PERSON, HS_PERSON_ORGANISATION, titles);
  else
    {
      GtkWidget *name = add_row (self, HS_KIND_ORGANISATION, HS_ORGANISATION_NAME, titles);
      GtkWidget *kind = add_row (self, HS_KIND_ORGANISATION, HS_ORGANISATION_KIND, titles);
      hs_field_row_set_label (HS_FIELD_ROW (name), _ ("Name of your organisation"));
      hs_field_row_set_label (HS_FIELD_ROW (kind), _ ("Kind of organisation"));
    }
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (create_clicked), self);
  hs_a11y_name_parts (button);
  gtk_box_append (self->form, button);
}

static void
show_form (HsWhoAmI *self, gboolean has_people)
{
  fill_form (self, has_people);
  gtk_stack_set_visible_child_name (self->stack, "new");
  hs_field_row_focus (HS_FIELD_ROW (gtk_widget_get_first_child (GTK_WIDGET (self->form))));
}

static void
not_in_list (HsWhoAmI *self)
{
  show_form (self, TRUE);
}

/* ---- asking ---- */

static void
people_counted (HsPagedList *model, HsWhoAmI *self)
{
  gboolean nobody = g_list_model_get_n_items (G_LIST_MODEL (model)) == 0;

  if (nobody && !self->searched
      && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "choose") == 0)
    show_form (self, FALSE);
}

void
hs_who_am_i_ask (HsWhoAmI *self, HsContext *context)
{
  GtkSelectionModel *selection;

  g_set_object (&self->context, context);
  g_clear_object (&self->model);
  self->model = hs_paged_list_new (context);
  self->searched = FALSE;
  self->is_new = FALSE;
  g_signal_connect_object (self->model, "ready", G_CALLBACK (people_counted), self, 0);
  selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (selection);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_stack_set_visible_child_name (self->stack, "choose");
  show_people (self);
  gtk_widget_grab_focus (self->search);
}

gboolean
hs_who_am_i_is_new (HsWhoAmI *self)
{
  return self->is_new;
}

static void
hs_who_am_i_dispose (GObject *object)
{
  HsWhoAmI *self = HS_WHO_AM_I (object);

  g_clear_object (&self->model);
  g_clear_object (&self->context);
  g_clear_pointer (&self->person, hs_record_unref);
  g_clear_pointer (&self->organisation, hs_record_unref);
  G_OBJECT_CLASS (hs_who_am_i_parent_class)->dispose (object);
}

static void
hs_who_am_i_class_init (HsWhoAmIClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_who_am_i_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/handslag/Handslag/ui/window/hs-who-am-i.ui");
  gtk_widget_class_bind_template_child (widget_class, HsWhoAmI, stack);
  gtk_widget_class_bind_template_child (widget_class, HsWhoAmI, search);
  gtk_widget_class_bind_template_child (widget_class, HsWhoAmI, list);
  gtk_widget_class_bind_template_child (widget_class, HsWhoAmI, form);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_activated);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, not_in_list);
  done_signal = g_signal_new ("done", HS_TYPE_WHO_AM_I, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

static void
hs_who_am_i_init (HsWhoAmI *self)
{
  g_autoptr (GtkListItemFactory) factory = hs_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
  hs_a11y_name_parts (GTK_WIDGET (self));
}
