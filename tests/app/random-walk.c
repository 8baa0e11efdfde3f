/* SPDX-License-Identifier: GPL-3.0-or-later */
/* random-walk ACTIONS [SEED]: does things by chance in the whole window: presses, types, chooses,
 * moves the focus, closes. A warning ends it (G_DEBUG=fatal-warnings), and afterwards the file has
 * to be as healthy as before. The same seed does the same things. */

#include "window-world.h"

#include "hs-doctor.h"
#include "hs-locale.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  WindowWorld world;
  GRand *rand;
  GPtrArray *found;
  const char *doing;
} Walk;

/* ---- what there is to do ---- */

/* What leaves the program: addresses on the internet. */
static gboolean
leads_outside (GtkWidget *widget)
{
  return GTK_IS_LINK_BUTTON (widget)
         || gtk_widget_get_ancestor (widget, ADW_TYPE_ABOUT_WINDOW) != NULL;
}

static void
find_pressable (GtkWidget *widget, gpointer data)
{
  Walk *self = data;

  if (!gtk_widget_is_sensitive (widget) || leads_outside (widget))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget)
      || GTK_IS_LIST_BOX_ROW (widget))
    g_ptr_array_add (self->found, widget);
}

static void
find_editable (GtkWidget *widget, gpointer data)
{
  Walk *self = data;

  if ((GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget))
       && gtk_widget_is_sensitive (widget))
      || (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget))
          && gtk_widget_is_sensitive (widget)))
    g_ptr_array_add (self->found, widget);
}

/* Most of the time the window in front, as a person would. */
static GtkWindow *
choose_window (Walk *self)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);
  g_autoptr (GtkWindow) last = NULL;
  GtkWindow *window = GTK_WINDOW (self->world.window);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (one)) && gtk_window_get_modal (one))
        return one;
    }
  if (n > 0 && g_rand_int_range (self->rand, 0, 10) < 6)
    {
      last = g_list_model_get_item (windows, (guint) g_rand_int_range (self->rand, 0, (int) n));
      if (gtk_widget_get_mapped (GTK_WIDGET (last)))
        window = last;
    }
  return window;
}

static GtkWidget *
choose_widget (Walk *self, void (*find) (GtkWidget *, gpointer))
{
  g_ptr_array_set_size (self->found, 0);
  window_world_each (GTK_WIDGET (choose_window (self)), find, self);
  if (self->found->len == 0)
    return NULL;
  return self->found->pdata[g_rand_int_range (self->rand, 0, (int) self->found->len)];
}

/* ---- doing it ---- */

static void
press (Walk *self)
{
  GtkWidget *widget = choose_widget (self, find_pressable);

  self->doing = "press";
  if (widget == NULL)
    return;
  if (g_getenv ("HS_WALK_VERBOSE") != NULL)
    g_printerr ("  press %s “%s”\n", G_OBJECT_TYPE_NAME (widget),
                GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
                    ? gtk_button_get_label (GTK_BUTTON (widget))
                    : "");
  if (GTK_IS_LIST_BOX_ROW (widget))
    g_signal_emit_by_name (widget, "activate");
  else
    gtk_widget_activate (widget);
}

static void
type (Walk *self)
{
  static const char *const texts[] = {
    "a",       "2026-00004",      "12-3-2027",      "-", "Zoë & <b>x", "999999999", "7,5", "",
    "van der", "Eén regel\ntwee", "“aan” \"halen\""
  };
  GtkWidget *widget = choose_widget (self, find_editable);
  const char *text = texts[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (texts))];

  self->doing = "type";
  if (widget == NULL)
    return;
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (widget), text);
      gtk_widget_grab_focus (widget);
    }
}

/* Other files and other processes are no part of the walk. */
static gboolean
is_left_out (const char *action)
{
  static const char *const names[] = { "open-file", "new-file", "demo",       "open-recent",
                                       "quit",      "about",    "new-window", "close" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (action, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
choose_action (Walk *self)
{
  GtkWindow *window = choose_window (self);
  g_auto (GStrv) names = NULL;
  const GVariantType *parameter;
  const char *name;
  guint n;

  self->doing = "action";
  if (!G_IS_ACTION_GROUP (window))
    return;
  names = g_action_group_list_actions (G_ACTION_GROUP (window));
  n = g_strv_length (names);
  if (n == 0)
    return;
  name = names[g_rand_int_range (self->rand, 0, (int) n)];
  parameter = g_action_group_get_action_parameter_type (G_ACTION_GROUP (window), name);
  if (is_left_out (name) || !g_action_group_get_action_enabled (G_ACTION_GROUP (window), name))
    return;
  if (g_getenv ("HS_WALK_VERBOSE") != NULL)
    g_printerr ("  action %s\n", name);
  if (parameter == NULL)
    g_action_group_activate_action (G_ACTION_GROUP (window), name, NULL);
  else if (g_variant_type_equal (parameter, G_VARIANT_TYPE_INT32))
    g_action_group_activate_action (G_ACTION_GROUP (window), name,
                                    g_variant_new_int32 (g_rand_int_range (self->rand, 0, 12)));
}

static void
move_focus (Walk *self)
{
  self->doing = "focus";
  gtk_widget_child_focus (GTK_WIDGET (choose_window (self)),
                          (GtkDirectionType) g_rand_int_range (self->rand, 0, 6));
}

static void
close_window (Walk *self)
{
  GtkWindow *window = choose_window (self);

  self->doing = "close";
  if (window != GTK_WINDOW (self->world.window))
    gtk_window_close (window);
}

static void
step (Walk *self)
{
  int chance = g_rand_int_range (self->rand, 0, 100);

  if (chance < 45)
    press (self);
  else if (chance < 60)
    type (self);
  else if (chance < 80)
    choose_action (self);
  else if (chance < 90)
    move_focus (self);
  else
    close_window (self);
}

/* Lets the program do what follows; now and then until it is quiet. */
static void
let_run (Walk *self, int i)
{
  if (i % 25 == 24)
    window_world_settle (&self->world);
  for (int j = 0; j < 50 && g_main_context_pending (NULL); j++)
    g_main_context_iteration (NULL, FALSE);
}

static gint64
memory_kb (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*s %ld", &pages);
  return (gint64) pages * (sysconf (_SC_PAGESIZE) / 1024);
}

static void
ailment (const char *code, const char *uid, const char *message, gpointer user_data)
{
  g_printerr ("the file is not healthy: %s %s: %s\n", code, uid != NULL ? uid : "", message);
}

static int
examine (Walk *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = hs_store_open (self->world.path, 0, &error);
  int n = store == NULL ? -1 : hs_store_doctor (store, ailment, NULL, &error);

  if (n < 0)
    g_printerr ("the file cannot be examined: %s\n", error->message);
  return n == 0 ? 0 : 1;
}

int
main (int argc, char **argv)
{
  Walk walk = { .found = g_ptr_array_new () };
  int n = argc > 1 ? atoi (argv[1]) : 300;
  guint32 seed = argc > 2 ? (guint32) strtoul (argv[2], NULL, 10) : 1;
  gint64 start, before;
  int status;

  hs_locale_init ();
  gtk_test_init (&argc, &argv, NULL);
  window_world_listen ();
  walk.rand = g_rand_new_with_seed (seed);
  window_world_init (&walk.world);
  start = g_get_monotonic_time ();
  before = memory_kb ();
  for (int i = 0; i < n; i++)
    {
      if (g_getenv ("HS_WALK_VERBOSE") != NULL)
        g_printerr ("%d\n", i);
      step (&walk);
      let_run (&walk, i);
    }
  g_print ("%d actions in %.1f s, seed %u; memory %" G_GINT64_FORMAT " → %" G_GINT64_FORMAT " kB\n",
           n, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, seed, before,
           memory_kb ());
  window_world_close (&walk.world);
  status = examine (&walk);
  window_world_remove (&walk.world);
  g_rand_free (walk.rand);
  g_ptr_array_unref (walk.found);
  return status;
}
