/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The road of states. Drawn as small widgets so that style.css says how it looks; to assistive
 * technology it is one sentence. */

#include "hs-state-road.h"

#include "hs-a11y.h"
#include "hs-transition.h"

#include <glib/gi18n.h>

struct _HsStateRoad
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *stops[5];
};

G_DEFINE_FINAL_TYPE (HsStateRoad, hs_state_road, GTK_TYPE_WIDGET)

/* The road that is usual. What leads off it (withdrawn, refused, ended) is said in words. */
static const HsAgreementState road[5] = { HS_AGREEMENT_STATE_DRAFT, HS_AGREEMENT_STATE_REVIEW,
                                          HS_AGREEMENT_STATE_APPROVED, HS_AGREEMENT_STATE_OUT,
                                          HS_AGREEMENT_STATE_AGREED };

/* How far on the road: -1 before it, 5 at its end. */
static int
place_on_road (HsAgreementState state)
{
  for (int i = 0; i < 5; i++)
    if (road[i] == state)
      return i;
  return state == HS_AGREEMENT_STATE_COMPLETED || state == HS_AGREEMENT_STATE_ENDED ? 5 : -1;
}

void
hs_state_road_show (HsStateRoad *self, const HsDossier *dossier)
{
  HsAgreementState state = hs_dossier_state (dossier);
  int place = place_on_road (state);
  g_autofree char *waits = hs_state_waits_for (dossier);
  gboolean on_road = place >= 0 && place < 5;
  g_autofree char *text = NULL;

  for (int i = 0; i < 5; i++)
    {
      gtk_widget_remove_css_class (self->stops[i], "done");
      gtk_widget_remove_css_class (self->stops[i], "now");
      if (i < place || (i == place && state == HS_AGREEMENT_STATE_AGREED))
        gtk_widget_add_css_class (self->stops[i], "done");
      if (i == place)
        gtk_widget_add_css_class (self->stops[i], "now");
    }
  if (waits != NULL && *waits != '\0')
    text = g_strdup_printf ("%s · %s", hs_state_label (dossier), waits);
  else
    text = g_strdup (hs_state_label (dossier));
  gtk_label_set_label (GTK_LABEL (self->label), text);
  if (on_road)
    gtk_widget_remove_css_class (self->label, "off-road");
  else
    gtk_widget_add_css_class (self->label, "off-road");
  hs_a11y_label (GTK_WIDGET (self), text);
}

static void
hs_state_road_dispose (GObject *object)
{
  g_clear_pointer (&HS_STATE_ROAD (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hs_state_road_parent_class)->dispose (object);
}

static void
hs_state_road_class_init (HsStateRoadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_state_road_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "stateroad");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_stop (HsAgreementState state)
{
  GtkWidget *stop = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (hs_choice_label (HS_CHOICES_AGREEMENT_STATE, state));

  gtk_widget_add_css_class (stop, "stop");
  gtk_widget_add_css_class (bar, "bar");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (stop, hs_choice_label (HS_CHOICES_AGREEMENT_STATE, state));
  gtk_box_append (GTK_BOX (stop), bar);
  gtk_box_append (GTK_BOX (stop), name);
  return stop;
}

static void
hs_state_road_init (HsStateRoad *self)
{
  GtkWidget *stops = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_set_homogeneous (GTK_BOX (stops), TRUE);
  for (int i = 0; i < 5; i++)
    {
      self->stops[i] = new_stop (road[i]);
      gtk_box_append (GTK_BOX (stops), self->stops[i]);
    }
  gtk_box_append (GTK_BOX (self->box), stops);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "where");
  gtk_box_append (GTK_BOX (self->box), self->label);
}

GtkWidget *
hs_state_road_new (void)
{
  return g_object_new (HS_TYPE_STATE_ROAD, NULL);
}
