/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The months of a period on one sheet. Drawn as one widget: a placement has two hundred days, and
 * as many widgets would take longer than a frame to make. */

#include "hs-calendar.h"

#include "hs-a11y.h"

#define CELL 28
#define GAP 22
#define HEAD 44
#define MONTH_WIDTH (7 * CELL)
#define MONTH_HEIGHT (HEAD + 6 * CELL)
#define MOST_DAYS 800

typedef struct
{
  guint flags;
  GString *text; /* NULL: nothing */
} Day;

struct _HsCalendar
{
  GtkWidget parent_instance;

  char *name;
  HsDay first; /* the first of a month */
  int n_months;
  GArray *days; /* (element-type Day): from @first on */
  HsDay cursor;
  PangoLayout *layout;
};

static guint day_changed_signal;
static guint activated_signal;

G_DEFINE_FINAL_TYPE (HsCalendar, hs_calendar, GTK_TYPE_WIDGET)

static void
day_clear (gpointer data)
{
  Day *day = data;

  if (day->text != NULL)
    g_string_free (day->text, TRUE);
}

static Day *
day_at (HsCalendar *self, HsDay day)
{
  if (day < self->first || day - self->first >= (HsDay) self->days->len)
    return NULL;
  return &g_array_index (self->days, Day, day - self->first);
}

static HsDay
month_start (HsCalendar *self, int month)
{
  int year, first;

  hs_day_split (self->first, &year, &first, NULL);
  return hs_day (year + (first - 1 + month) / 12, (first - 1 + month) % 12 + 1, 1);
}

/* ---- where a day is ---- */

static int
columns (int width)
{
  return CLAMP ((width + GAP) / (MONTH_WIDTH + GAP), 1, 12);
}

static void
place_of (HsCalendar *self, HsDay day, int *x, int *y)
{
  int n = columns (gtk_widget_get_width (GTK_WIDGET (self)));
  int month = 0, slot;

  while (month + 1 < self->n_months && month_start (self, month + 1) <= day)
    month++;
  slot = day - month_start (self, month) + hs_day_weekday (month_start (self, month));
  *x = month % n * (MONTH_WIDTH + GAP) + slot % 7 * CELL;
  *y = month / n * (MONTH_HEIGHT + GAP) + HEAD + slot / 7 * CELL;
}

static HsDay
day_under (HsCalendar *self, double x, double y)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      int left, top;
      place_of (self, self->first + (HsDay) i, &left, &top);
      if (x >= left && x < left + CELL && y >= top && y < top + CELL)
        return self->first + (HsDay) i;
    }
  return HS_DAY_NONE;
}

/* ---- drawing ---- */

static void
draw_text (HsCalendar *self, GtkSnapshot *snapshot, const char *text, int x, int y, int width,
           const GdkRGBA *color)
{
  PangoRectangle size;

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_extents (self->layout, NULL, &size);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (x + (width - size.width) / 2), (float) y));
  gtk_snapshot_append_layout (snapshot, self->layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_round (GtkSnapshot *snapshot, int x, int y, int inset, float radius, const GdkRGBA *fill,
            const GdkRGBA *line, float line_width)
{
  GskRoundedRect outline;
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT ((float) (x + inset), (float) (y + inset), (float) (CELL - 2 * inset),
                          (float) (CELL - 2 * inset));

  gsk_rounded_rect_init_from_rect (&outline, &bounds, radius);
  if (fill != NULL)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, fill, &bounds);
      gtk_snapshot_pop (snapshot);
    }
  if (line != NULL)
    gtk_snapshot_append_border (snapshot, &outline,
                                (float[4]){ line_width, line_width, line_width, line_width },
                                (GdkRGBA[4]){ *line, *line, *line, *line });
}

typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA accent;
  GdkRGBA on_accent;
  GdkRGBA inside;
  GdkRGBA conflict;
} Colors;

static void
look_up (GtkStyleContext *style, const char *name, const char *otherwise, GdkRGBA *color)
{
  if (!gtk_style_context_lookup_color (style, name, color))
    gdk_rgba_parse (color, otherwise);
}

static void
find_colors (HsCalendar *self, Colors *colors)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_style_context_get_color (style, &colors->text);
  look_up (style, "accent_bg_color", "#0f766b", &colors->accent);
  look_up (style, "accent_fg_color", "#ffffff", &colors->on_accent);
  look_up (style, "hs_bad", "#a51d2d", &colors->conflict);
  colors->dim = colors->text;
  colors->dim.alpha *= 0.62f;
  colors->inside = colors->accent;
  colors->inside.alpha = 0.13f;
}

static void
draw_day (HsCalendar *self, GtkSnapshot *snapshot, const Colors *colors, HsDay day)
{
  guint flags = day_at (self, day)->flags;
  gboolean marked = (flags & (HS_CALENDAR_MARK | HS_CALENDAR_SECOND)) != 0;
  const GdkRGBA *text = flags & HS_CALENDAR_INSIDE ? &colors->text : &colors->dim;
  g_autofree char *number = NULL;
  int x, y, n, height;

  place_of (self, day, &x, &y);
  hs_day_split (day, NULL, NULL, &n);
  number = g_strdup_printf ("%d", n);
  if (flags & HS_CALENDAR_INSIDE && !marked)
    draw_round (snapshot, x, y, 1, 3, &colors->inside, NULL, 0);
  if (flags & HS_CALENDAR_MARK)
    {
      draw_round (snapshot, x, y, 2, 12, &colors->accent, NULL, 0);
      text = &colors->on_accent;
    }
  else if (flags & HS_CALENDAR_SECOND)
    draw_round (snapshot, x, y, 2, 12, NULL, &colors->accent, 2);
  if (flags & HS_CALENDAR_CONFLICT)
    draw_round (snapshot, x, y, 0, 14, NULL, &colors->conflict, 3);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  draw_text (self, snapshot, number, x, y + (CELL - height) / 2, CELL, text);
  /* A holiday is struck through, so that it does not hang on a colour. */
  if (flags & HS_CALENDAR_FREE)
    gtk_snapshot_append_color (
        snapshot, text, &GRAPHENE_RECT_INIT ((float) x + 7, (float) y + CELL / 2.0f, CELL - 14, 1));
  if (day == self->cursor && gtk_widget_has_focus (GTK_WIDGET (self)))
    draw_round (snapshot, x, y, -1, 5, NULL, &colors->text, 2);
}

static void
draw_month (HsCalendar *self, GtkSnapshot *snapshot, const Colors *colors, int month)
{
  HsDay start = month_start (self, month);
  g_autofree char *title = NULL;
  int year, number, x, y;

  hs_day_split (start, &year, &number, NULL);
  title = g_strdup_printf ("%s %d", hs_month_name (number), year);
  place_of (self, start, &x, &y);
  x -= hs_day_weekday (start) * CELL;
  y -= HEAD;
  draw_text (self, snapshot, title, x, y, MONTH_WIDTH, &colors->text);
  for (int i = 0; i < 7; i++)
    draw_text (self, snapshot, hs_weekday_short (i), x + i * CELL, y + 22, CELL, &colors->dim);
  for (HsDay day = start; day_at (self, day) != NULL && day < month_start (self, month + 1); day++)
    draw_day (self, snapshot, colors, day);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HsCalendar *self = HS_CALENDAR (widget);
  Colors colors;

  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (widget, "0");
  find_colors (self, &colors);
  for (int i = 0; i < self->n_months; i++)
    draw_month (self, snapshot, &colors, i);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  HsCalendar *self = HS_CALENDAR (widget);
  int n = columns (for_size < 0 ? MONTH_WIDTH : for_size);
  int rows = (self->n_months + n - 1) / n;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MONTH_WIDTH;
      *natural = MAX (1, MIN (self->n_months, 3)) * (MONTH_WIDTH + GAP) - GAP;
    }
  else
    *minimum = *natural = MAX (rows * (MONTH_HEIGHT + GAP) - GAP, 0);
}

/* ---- the day that is looked at ---- */

char *
hs_calendar_words (HsCalendar *self, HsDay day)
{
  const Day *at = day_at (self, day);
  g_autofree char *name = hs_day_format_long (day);

  return at == NULL || at->text == NULL ? g_steal_pointer (&name)
                                        : g_strdup_printf ("%s: %s", name, at->text->str);
}

static void
say_day (HsCalendar *self)
{
  g_autofree char *words = self->days->len == 0 ? NULL : hs_calendar_words (self, self->cursor);
  g_autofree char *label =
      words == NULL ? g_strdup (self->name) : g_strdup_printf ("%s. %s", self->name, words);

  hs_a11y_label (GTK_WIDGET (self), label);
  if (words != NULL && gtk_widget_has_focus (GTK_WIDGET (self)))
    hs_a11y_announce (GTK_WIDGET (self), words);
}

HsDay
hs_calendar_day (HsCalendar *self)
{
  return self->days->len == 0 ? HS_DAY_NONE : self->cursor;
}

void
hs_calendar_set_day (HsCalendar *self, HsDay day)
{
  if (day_at (self, day) == NULL || day == self->cursor)
    return;
  self->cursor = day;
  say_day (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, day_changed_signal, 0, (int) day);
}

static HsDay
month_away (HsDay day, int months)
{
  int year, month, number;
  HsDay to = HS_DAY_NONE;

  hs_day_split (day, &year, &month, &number);
  month += months - 1;
  year += month < 0 ? -1 : month / 12;
  for (month = (month + 12) % 12 + 1; to == HS_DAY_NONE; number--)
    to = hs_day (year, month, number);
  return to;
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             HsCalendar *self)
{
  HsDay to = self->cursor;

  if (self->days->len == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      to--;
      break;
    case GDK_KEY_Right:
      to++;
      break;
    case GDK_KEY_Up:
      to -= 7;
      break;
    case GDK_KEY_Down:
      to += 7;
      break;
    case GDK_KEY_Page_Up:
      to = month_away (to, -1);
      break;
    case GDK_KEY_Page_Down:
      to = month_away (to, 1);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      g_signal_emit (self, activated_signal, 0, (int) to);
      return TRUE;
    default:
      return FALSE;
    }
  hs_calendar_set_day (self, CLAMP (to, self->first, self->first + (HsDay) self->days->len - 1));
  return TRUE;
}

static void
pressed (GtkGestureClick *click, int n, double x, double y, HsCalendar *self)
{
  HsDay day = day_under (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (day == HS_DAY_NONE)
    return;
  hs_calendar_set_day (self, day);
  if (n == 2)
    g_signal_emit (self, activated_signal, 0, (int) day);
}

static void
focus_changed (HsCalendar *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- the widget ---- */

static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  g_clear_object (&HS_CALENDAR (widget)->layout);
  GTK_WIDGET_CLASS (hs_calendar_parent_class)->css_changed (widget, change);
}

static void
finalize (GObject *object)
{
  HsCalendar *self = HS_CALENDAR (object);

  g_clear_object (&self->layout);
  g_array_unref (self->days);
  g_free (self->name);
  G_OBJECT_CLASS (hs_calendar_parent_class)->finalize (object);
}

static void
hs_calendar_class_init (HsCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  widget_class->get_request_mode = get_request_mode;
  widget_class->css_changed = css_changed;
  gtk_widget_class_set_css_name (widget_class, "daysheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  day_changed_signal = g_signal_new ("day-changed", HS_TYPE_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  activated_signal = g_signal_new ("activated", HS_TYPE_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
hs_calendar_init (HsCalendar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->days = g_array_new (FALSE, TRUE, sizeof (Day));
  g_array_set_clear_func (self->days, day_clear);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
hs_calendar_new (const char *name)
{
  HsCalendar *self = g_object_new (HS_TYPE_CALENDAR, NULL);

  self->name = g_strdup (name);
  say_day (self);
  return GTK_WIDGET (self);
}

void
hs_calendar_set_span (HsCalendar *self, HsDay first, HsDay last)
{
  int year, month;
  HsDay end;

  hs_day_split (first, &year, &month, NULL);
  self->first = hs_day (year, month, 1);
  self->n_months = 1;
  while (month_start (self, self->n_months) <= last
         && month_start (self, self->n_months) - self->first < MOST_DAYS - 31)
    self->n_months++;
  end = month_start (self, self->n_months);
  g_array_set_size (self->days, 0);
  g_array_set_size (self->days, (guint) (end - self->first));
  if (day_at (self, self->cursor) == NULL || self->cursor == 0)
    self->cursor = first;
}

void
hs_calendar_add (HsCalendar *self, HsDay day, guint flags, const char *text)
{
  Day *at = day_at (self, day);

  if (at == NULL)
    return;
  at->flags |= flags;
  if (text == NULL)
    return;
  if (at->text == NULL)
    at->text = g_string_new (text);
  else
    g_string_append_printf (at->text, ". %s", text);
}

void
hs_calendar_done (HsCalendar *self)
{
  say_day (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
hs_calendar_flags (HsCalendar *self, HsDay day)
{
  const Day *at = day_at (self, day);

  return at == NULL ? 0 : at->flags;
}
