/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences. What is about this machine is in the settings of the desktop; figures are in the
 * file, because the others who use it count with them as well. */

#include "hs-preferences.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-figures.h"

#include <glib/gi18n.h>

/* A figure is written when it was left alone for this long. */
#define SOON 600

struct _HsPreferences
{
  AdwPreferencesWindow parent_instance;

  HsContext *context;
  GPtrArray *spins; /* of each figure, not owned */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (HsPreferences, hs_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* ---- rows ---- */

static GtkWidget *
add_row (GtkWidget *group, const char *title, const char *subtitle, GtkWidget *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  hs_a11y_label (row, title);
  hs_a11y_label (control, title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
add_group (GtkWidget *page, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

static GtkWidget *
add_page (HsPreferences *self, const char *title, const char *icon)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  return page;
}

/* ---- this machine ---- */

static void
style_selected (GtkDropDown *drop, GParamSpec *pspec, GSettings *settings)
{
  g_settings_set_enum (settings, "style", (int) gtk_drop_down_get_selected (drop));
}

static void
add_style (GtkWidget *group, GSettings *settings)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop;

  gtk_string_list_append (names, _ ("As the desktop"));
  gtk_string_list_append (names, _ ("Light"));
  gtk_string_list_append (names, _ ("Dark"));
  drop = hs_a11y_drop_down (G_LIST_MODEL (names), _ ("Colours"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop),
                              (guint) g_settings_get_enum (settings, "style"));
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (style_selected), settings, 0);
  add_row (group, _ ("Colours"), NULL, drop);
}

static void
add_switch (GtkWidget *group, GSettings *settings, const char *key, const char *title,
            const char *subtitle)
{
  GtkWidget *control = gtk_switch_new ();

  g_settings_bind (settings, key, control, "active", G_SETTINGS_BIND_DEFAULT);
  add_row (group, title, subtitle, control);
}

static void
add_machine (HsPreferences *self, GSettings *settings)
{
  GtkWidget *page = add_page (self, _ ("This computer"), "preferences-system-symbolic");
  GtkWidget *group = add_group (page, _ ("Look"), NULL);

  add_style (group, settings);
  group = add_group (page, _ ("Telling"), NULL);
  add_switch (group, settings, "notifications", _ ("Tell when something waits for me"),
              _ ("The message holds no names."));
}

/* ---- the file ---- */

typedef struct
{
  HsActor *actor;
  const HsFigure *figure;
  gint64 value;
} Write;

static void
write_free (Write *write)
{
  hs_actor_free (write->actor);
  g_free (write);
}

static gpointer
write_job (HsStore *store, gpointer data, GError **error)
{
  const Write *write = data;

  hs_figure_write (store, write->actor, write->figure->name, write->value, error);
  return NULL;
}

static void read_figures (HsPreferences *self);

static void
written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  if (error == NULL || self->spins == NULL)
    return;
  body = hs_sentence (error->message);
  hs_dialog_tell (GTK_WINDOW (self), _ ("This could not be saved"), body);
  read_figures (self);
}

static gboolean
write_soon (gpointer user_data)
{
  GtkWidget *spin = user_data;
  HsPreferences *self = HS_PREFERENCES (gtk_widget_get_root (spin));
  const HsActor *actor = hs_context_actor (self->context);
  Write *write = g_new0 (Write, 1);

  g_object_set_data (G_OBJECT (spin), "timer", NULL);
  write->actor = actor == NULL ? NULL : hs_actor_copy (actor);
  write->figure = g_object_get_data (G_OBJECT (spin), "figure");
  write->value = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin));
  hs_context_run (self->context, write_job, write, (GDestroyNotify) write_free, NULL, NULL, written,
                  g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
stop_timer (GtkWidget *spin)
{
  guint timer = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (spin), "timer"));

  if (timer != 0)
    g_source_remove (timer);
}

static void
value_changed (GtkWidget *spin, HsPreferences *self)
{
  if (self->filling)
    return;
  stop_timer (spin);
  g_object_set_data (G_OBJECT (spin), "timer",
                     GUINT_TO_POINTER (g_timeout_add (SOON, write_soon, spin)));
}

static GtkWidget *
new_spin (HsPreferences *self, const HsFigure *figure)
{
  GtkWidget *spin =
      gtk_spin_button_new_with_range ((double) figure->least, (double) figure->most, 1);

  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) figure->usual);
  gtk_widget_set_sensitive (spin, !hs_context_is_read_only (self->context));
  g_object_set_data (G_OBJECT (spin), "figure", (gpointer) figure);
  g_signal_connect (spin, "value-changed", G_CALLBACK (value_changed), self);
  g_ptr_array_add (self->spins, spin);
  return spin;
}

static void
add_figures (HsPreferences *self)
{
  GtkWidget *page = add_page (self, _ ("Figures"), "accessories-calculator-symbolic");
  GtkWidget *group = NULL;
  guint n;
  const HsFigure *figures = hs_figures (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *usual =
          g_strdup_printf (_ ("%s · usual: %d"), _ (figures[i].unit), (int) figures[i].usual);
      if (i == 0 || !g_str_equal (figures[i].group, figures[i - 1].group))
        group = add_group (page, _ (figures[i].group),
                           i == 0 ? _ ("These figures are in the file. Everybody who works in it "
                                       "counts with them.")
                                  : NULL);
      add_row (group, _ (figures[i].label), usual, new_spin (self, &figures[i]));
    }
  read_figures (self);
}

static gpointer
read_job (HsStore *store, gpointer data, GError **error)
{
  guint n;
  const HsFigure *figures = hs_figures (&n);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      gint64 value = hs_figure_read (store, figures[i].name);
      g_array_append_val (values, value);
    }
  return values;
}

static void
figures_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsPreferences) self = user_data;
  g_autoptr (GArray) values = hs_context_run_finish (HS_CONTEXT (source), result, NULL);

  if (values == NULL || self->spins == NULL)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->spins->len; i++)
    gtk_spin_button_set_value (g_ptr_array_index (self->spins, i),
                               (double) g_array_index (values, gint64, i));
  self->filling = FALSE;
}

static void
read_figures (HsPreferences *self)
{
  hs_context_run (self->context, read_job, NULL, NULL, (GDestroyNotify) g_array_unref, NULL,
                  figures_read, g_object_ref (self));
}

/* ---- the window ---- */

/* What was typed last is written when the window closes. */
static gboolean
close_request (GtkWindow *window)
{
  HsPreferences *self = HS_PREFERENCES (window);

  for (guint i = 0; i < self->spins->len; i++)
    {
      GtkWidget *spin = g_ptr_array_index (self->spins, i);
      if (g_object_get_data (G_OBJECT (spin), "timer") == NULL)
        continue;
      stop_timer (spin);
      write_soon (spin);
    }
  return GTK_WINDOW_CLASS (hs_preferences_parent_class)->close_request (window);
}

static void
hs_preferences_dispose (GObject *object)
{
  HsPreferences *self = HS_PREFERENCES (object);

  for (guint i = 0; self->spins != NULL && i < self->spins->len; i++)
    stop_timer (g_ptr_array_index (self->spins, i));
  g_clear_pointer (&self->spins, g_ptr_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_preferences_parent_class)->dispose (object);
}

static void
hs_preferences_class_init (HsPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_preferences_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
}

static void
hs_preferences_init (HsPreferences *self)
{
  self->spins = g_ptr_array_new ();
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
}

GtkWidget *
hs_preferences_new (GtkWindow *parent, HsContext *context)
{
  HsPreferences *self = g_object_new (HS_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE,
                                      "title", _ ("Preferences"), NULL);

  self->context = g_object_ref (context);
  if (hs_context_settings (context) != NULL)
    add_machine (self, hs_context_settings (context));
  if (hs_context_path (context) != NULL)
    add_figures (self);
  hs_a11y_name_parts (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
