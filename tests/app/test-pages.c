/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measured on every page, dialog and section: contrast in light, dark and high contrast, targets
 * that can be hit, and not one English word. */

#include "window-world.h"

#include "hs-locale.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define LEAST_CONTRAST 4.5
#define LEAST_TARGET 24

static GPtrArray *complaints;

static void complain (const char *scene, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
complain (const char *scene, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s: %s", scene, text);
  g_ptr_array_add (complaints, g_strdup_printf ("%s: %s", scene, text));
}

static void
assert_no_complaints (void)
{
  if (complaints->len > 0)
    g_error ("%u things to mend; the first: %s", complaints->len,
             (const char *) complaints->pdata[0]);
}

/* ---- contrast ---- */

typedef struct
{
  GtkWindow *window;
  const char *scene;
  const char *style;
  guint32 *pixels;
  int width;
  int height;
  guint n_measured;
} Picture;

/* FALSE when there is nothing to see (yet). */
static gboolean
take_picture (Picture *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  self->width = gtk_widget_get_width (GTK_WIDGET (self->window));
  self->height = gtk_widget_get_height (GTK_WIDGET (self->window));
  gdk_paintable_snapshot (paintable, snapshot, self->width, self->height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (self->window)), node,
      &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
  self->pixels = g_new (guint32, (gsize) self->width * (gsize) self->height);
  gdk_texture_download (texture, (guchar *) self->pixels, (gsize) self->width * 4);
  return TRUE;
}

static double
channel (guint32 value)
{
  double c = (value & 0xff) / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* Relative luminance (WCAG 2.2). */
static double
luminance (guint32 pixel)
{
  return 0.2126 * channel (pixel >> 16) + 0.7152 * channel (pixel >> 8) + 0.0722 * channel (pixel);
}

static double
contrast (guint32 a, guint32 b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

/* The colour that is there most: what the text stands on. */
static guint32
ground_of (const Picture *self, int x, int y, int width, int height)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint32 best = 0;
  guint most = 0;

  for (int row = y; row < y + height; row++)
    for (int column = x; column < x + width; column++)
      {
        gpointer key = GUINT_TO_POINTER (self->pixels[row * self->width + column]);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            best = GPOINTER_TO_UINT (key);
          }
      }
  return best;
}

/* Whether the widget is not covered or scrolled away: what is found at its middle is the widget. */
static gboolean
is_in_sight (GtkWidget *widget, GtkWidget *root, double x, double y)
{
  GtkWidget *found = gtk_widget_pick (root, x, y, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

  return found != NULL && (found == widget || gtk_widget_is_ancestor (found, widget));
}

static const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_TEXT (widget))
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (widget));
      return *text != '\0' ? text : gtk_text_get_placeholder_text (GTK_TEXT (widget));
    }
  return NULL;
}

static void
measure_contrast (GtkWidget *widget, gpointer data)
{
  Picture *self = data;
  const char *text = text_of (widget);
  graphene_rect_t bounds;
  int x, y, width, height;
  double best = 1;
  guint32 ground;

  /* What cannot be used may be faint (WCAG 1.4.3). */
  if (text == NULL || *text == '\0' || !gtk_widget_is_sensitive (widget)
      || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self->window), &bounds))
    return;
  x = MAX ((int) bounds.origin.x, 0);
  y = MAX ((int) bounds.origin.y, 0);
  width = MIN ((int) bounds.size.width, self->width - x);
  height = MIN ((int) bounds.size.height, self->height - y);
  if (width < 4 || height < 6
      || !is_in_sight (widget, GTK_WIDGET (self->window), x + width / 2.0, y + height / 2.0))
    return;
  ground = ground_of (self, x, y, width, height);
  for (int row = y; row < y + height; row++)
    for (int column = x; column < x + width; column++)
      best = MAX (best, contrast (self->pixels[row * self->width + column], ground));
  self->n_measured++;
  if (best < LEAST_CONTRAST)
    complain (self->scene, "%s: “%.40s” has a contrast of %.2f", self->style, text, best);
}

typedef struct
{
  const char *style;
  guint n_measured;
} Measured;

static void
look_at_contrast (WindowWorld *world, GtkWindow *window, const char *scene, gpointer data)
{
  Measured *measured = data;
  Picture picture = { .window = window, .scene = scene, .style = measured->style };

  if (!take_picture (&picture))
    return;
  window_world_each (GTK_WIDGET (window), measure_contrast, &picture);
  measured->n_measured += picture.n_measured;
  g_free (picture.pixels);
}

static void
set_style (gboolean dark, const char *theme)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-theme-name", theme, NULL);
}

static void
test_contrast (void)
{
  static const struct
  {
    const char *name;
    gboolean dark;
    const char *theme;
  } styles[] = { { "light", FALSE, "Adwaita-empty" },
                 { "dark", TRUE, "Adwaita-empty" },
                 { "high contrast", FALSE, "HighContrast" } };
  WindowWorld world;

  window_world_init (&world);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      Measured measured = { styles[i].name, 0 };

      set_style (styles[i].dark, styles[i].theme);
      window_world_settle (&world);
      window_world_walk (&world, look_at_contrast, &measured);
      g_test_message ("%s: %u texts measured", measured.style, measured.n_measured);
      g_assert_cmpuint (measured.n_measured, >, 500);
    }
  set_style (FALSE, "Adwaita-empty");
  window_world_close (&world);
  window_world_remove (&world);
  assert_no_complaints ();
}

/* ---- targets and words ---- */

static gboolean
is_target (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget));
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_ENTRY (widget)
         || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_SEARCH_ENTRY (widget);
}

static void
measure_target (GtkWidget *widget, gpointer scene)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  /* Folded away: there is nothing to hit. */
  if (width <= 0 || height <= 0)
    return;
  if (is_target (widget) && gtk_widget_is_sensitive (widget)
      && (width < LEAST_TARGET || height < LEAST_TARGET))
    complain (scene, "a %s “%.30s” of %d × %d", G_OBJECT_TYPE_NAME (widget),
              gtk_widget_get_tooltip_text (widget) != NULL ? gtk_widget_get_tooltip_text (widget)
                                                           : "",
              width, height);
}

/* English texts of the program whose Dutch is another; texts that are Dutch words as well are no
 * proof. */
static GHashTable *
english_texts (void)
{
  GHashTable *english = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) dutch = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "nl.po", NULL);
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTableIter iter;
  gpointer key;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_id = g_str_has_prefix (lines[i], "msgid \"");
      gboolean is_text = g_str_has_prefix (lines[i], "msgstr \"");
      g_autofree char *value = NULL;

      if (!is_id && !is_text)
        continue;
      value = g_strdup (strchr (lines[i], '"') + 1);
      value[strlen (value) - 1] = '\0';
      if (is_id)
        {
          g_free (id);
          id = g_steal_pointer (&value);
          continue;
        }
      g_hash_table_add (dutch, g_strdup (value));
      if (id != NULL && *id != '\0' && g_strcmp0 (id, value) != 0)
        g_hash_table_add (english, g_strdup (id));
    }
  g_hash_table_iter_init (&iter, dutch);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (english, key);
  return english;
}

typedef struct
{
  GHashTable *english;
  const char *scene;
  guint n_texts;
} Words;

static void
check_words (Words *self, const char *text)
{
  /* One letter is a key, in the list of keys. */
  if (text == NULL || g_utf8_strlen (text, -1) < 2)
    return;
  self->n_texts++;
  if (g_hash_table_contains (self->english, text))
    complain (self->scene, "“%s” is English", text);
}

static void
read_words (GtkWidget *widget, gpointer data)
{
  Words *self = data;

  check_words (self, text_of (widget));
  check_words (self, gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_WINDOW (widget))
    check_words (self, gtk_window_get_title (GTK_WINDOW (widget)));
  if (GTK_IS_BUTTON (widget))
    check_words (self, gtk_button_get_label (GTK_BUTTON (widget)));
}

static void
look_at_targets (WindowWorld *world, GtkWindow *window, const char *scene, gpointer data)
{
  Words *words = data;

  words->scene = scene;
  window_world_each (GTK_WIDGET (window), measure_target, (gpointer) scene);
  window_world_each (GTK_WIDGET (window), read_words, words);
}

static void
test_targets_and_words (void)
{
  WindowWorld world;
  Words words = { english_texts (), NULL, 0 };

  g_assert_cmpuint (g_hash_table_size (words.english), >, 1000);
  window_world_init (&world);
  window_world_walk (&world, look_at_targets, &words);
  window_world_close (&world);
  window_world_remove (&world);
  g_test_message ("%u texts read", words.n_texts);
  g_assert_cmpuint (words.n_texts, >, 1000);
  g_hash_table_unref (words.english);
  assert_no_complaints ();
}

static void
begin (int *fixture, gconstpointer data)
{
  complaints = g_ptr_array_new_with_free_func (g_free);
}

static void
run (int *fixture, gconstpointer data)
{
  ((void (*) (void)) data) ();
}

static void
finish (int *fixture, gconstpointer data)
{
  g_clear_pointer (&complaints, g_ptr_array_unref);
}

int
main (int argc, char **argv)
{
  hs_locale_init ();
  gtk_test_init (&argc, &argv, NULL);
  window_world_listen ();
  g_test_add ("/pages/targets-and-words", int, test_targets_and_words, begin, run, finish);
  g_test_add ("/pages/contrast", int, test_contrast, begin, run, finish);
  return g_test_run ();
}
