/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The V-model as a picture that can be chosen in. */

#include "hs-v-model.h"

#include "hs-a11y.h"
#include "hs-kind.h"

#include <glib/gi18n.h>

#define N_LEG 5
#define N_COMPETENCES (2 * N_LEG)
#define ROW_GAP 6

struct _HsVModel
{
  GtkWidget parent_instance;

  GtkWidget *heads[2];
  GtkWidget *buttons[N_COMPETENCES];
  gboolean showing;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (HsVModel, hs_v_model, GTK_TYPE_WIDGET)

/* ---- layout ---- */

/* Width of the widest button and height of the highest. */
static void
button_size (HsVModel *self, int *width, int *height)
{
  *width = *height = 0;
  for (guint i = 0; i < N_COMPETENCES; i++)
    {
      GtkRequisition size;
      gtk_widget_get_preferred_size (self->buttons[i], NULL, &size);
      *width = MAX (*width, size.width);
      *height = MAX (*height, size.height);
    }
}

static int
head_height (HsVModel *self)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->heads[0], NULL, &size);
  return size.height;
}

static gboolean
is_v (HsVModel *self, int width)
{
  int button, height;

  button_size (self, &button, &height);
  return width >= 2 * button + 16;
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
  HsVModel *self = HS_V_MODEL (widget);
  int width, height;

  button_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width;
      *natural = 4 * width;
      return;
    }
  if (for_size < 0 || is_v (self, for_size))
    *minimum = head_height (self) + N_LEG * (height + ROW_GAP);
  else
    *minimum = 2 * head_height (self) + N_COMPETENCES * (height + ROW_GAP);
  *natural = *minimum;
}

/* The left leg goes down and inwards, the right leg up again: the first of it is the lowest. */
static void
place_v (HsVModel *self, int total, int width, int height)
{
  int top = head_height (self);
  int step = MIN ((total / 2 - width) / (N_LEG - 1), width);
  int left = MAX (total / 2 - width - (N_LEG - 1) * step - 8, 0);

  for (guint i = 0; i < N_COMPETENCES; i++)
    {
      gboolean right = i >= N_LEG;
      int row = right ? N_COMPETENCES - 1 - (int) i : (int) i;
      int x = left + row * step;
      gtk_widget_size_allocate (self->buttons[i],
                                &(GtkAllocation){ right ? total - x - width : x,
                                                  top + row * (height + ROW_GAP), width, height },
                                -1);
    }
  gtk_widget_size_allocate (self->heads[0], &(GtkAllocation){ 0, 0, total / 2, top }, -1);
  gtk_widget_size_allocate (self->heads[1],
                            &(GtkAllocation){ total / 2, 0, total - total / 2, top }, -1);
}

static void
place_list (HsVModel *self, int total, int height)
{
  int head = head_height (self);
  int y = 0;

  for (guint i = 0; i < N_COMPETENCES; i++)
    {
      if (i % N_LEG == 0)
        {
          gtk_widget_size_allocate (self->heads[i / N_LEG], &(GtkAllocation){ 0, y, total, head },
                                    -1);
          y += head;
        }
      gtk_widget_size_allocate (self->buttons[i], &(GtkAllocation){ 0, y, total, height }, -1);
      y += height + ROW_GAP;
    }
}

static void
size_allocate (GtkWidget *widget, int total, int total_height, int baseline)
{
  HsVModel *self = HS_V_MODEL (widget);
  gboolean v = is_v (self, total);
  int width, height;

  button_size (self, &width, &height);
  gtk_label_set_xalign (GTK_LABEL (self->heads[1]), v ? 1 : 0);
  if (v)
    place_v (self, total, width, height);
  else
    place_list (self, total, height);
}

/* ---- the V behind the buttons ---- */

static graphene_point_t
middle_of (GtkWidget *widget, GtkWidget *in)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, in, &bounds))
    return GRAPHENE_POINT_INIT (0, 0);
  return GRAPHENE_POINT_INIT (bounds.origin.x + bounds.size.width / 2,
                              bounds.origin.y + bounds.size.height / 2);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HsVModel *self = HS_V_MODEL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (is_v (self, width))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
      graphene_point_t from = middle_of (self->buttons[0], widget);
      graphene_point_t down = middle_of (self->buttons[N_LEG - 1], widget);
      graphene_point_t up = middle_of (self->buttons[N_LEG], widget);
      graphene_point_t to = middle_of (self->buttons[N_COMPETENCES - 1], widget);
      GdkRGBA color;
      if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_bg_color",
                                           &color))
        gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
      color.alpha = 0.25f;
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_set_line_width (cr, 10);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, down.x, down.y);
      cairo_line_to (cr, up.x, up.y);
      cairo_line_to (cr, to.x, to.y);
      cairo_stroke (cr);
      cairo_destroy (cr);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

/* ---- choosing ---- */

static void
toggled (HsVModel *self)
{
  guint bits = 0;

  if (self->showing)
    return;
  for (guint i = 0; i < N_COMPETENCES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
      bits |= 1u << i;
  g_signal_emit (self, changed_signal, 0, bits);
}

void
hs_v_model_set (HsVModel *self, guint bits)
{
  self->showing = TRUE;
  for (guint i = 0; i < N_COMPETENCES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), bits >> i & 1);
  self->showing = FALSE;
}

void
hs_v_model_set_editable (HsVModel *self, gboolean editable)
{
  for (guint i = 0; i < N_COMPETENCES; i++)
    gtk_widget_set_sensitive (self->buttons[i], editable);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hs-read-only");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "hs-read-only");
}

static void
dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hs_v_model_parent_class)->dispose (object);
}

static void
hs_v_model_class_init (HsVModelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_css_name (widget_class, "vmodel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  changed_signal = g_signal_new ("changed", HS_TYPE_V_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
add_head (HsVModel *self, guint leg, const char *text)
{
  self->heads[leg] = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (self->heads[leg]), (float) leg);
  gtk_label_set_yalign (GTK_LABEL (self->heads[leg]), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->heads[leg]), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->heads[leg], "hs-field-label");
  gtk_widget_set_parent (self->heads[leg], GTK_WIDGET (self));
}

static void
hs_v_model_init (HsVModel *self)
{
  add_head (self, 0, _ ("V-competences: for everybody"));
  add_head (self, 1, _ ("For who goes ahead"));
  for (guint i = 0; i < N_COMPETENCES; i++)
    {
      const char *name = hs_choice_label (HS_CHOICES_V_COMPETENCE, i);
      self->buttons[i] = gtk_toggle_button_new_with_label (name);
      hs_a11y_label (self->buttons[i], name);
      gtk_widget_add_css_class (self->buttons[i], "hs-competence");
      g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (toggled), self);
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
    }
  hs_a11y_label (GTK_WIDGET (self), _ ("V-competences"));
}

GtkWidget *
hs_v_model_new (void)
{
  return g_object_new (HS_TYPE_V_MODEL, NULL);
}
