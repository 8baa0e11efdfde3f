/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still needed for the next step, as a list that jumps to the field. */

#include "hs-agreement-window-private.h"

#include "hs-a11y.h"
#include "hs-help-book.h"
#include "hs-help-window.h"

#include <glib/gi18n.h>

static void
explain (GtkButton *button, gpointer topic)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  hs_help_show (GTK_WIDGET (button), topic);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* What the rule is for, and what to do about it. */
static GtkWidget *
new_explanation (const HsFinding *finding)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("help-about-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Explanation: %s"), finding->message);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Explanation"));
  hs_a11y_label (button, name);
  g_signal_connect_data (button, "clicked", G_CALLBACK (explain),
                         hs_help_book_finding (finding->code),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  return button;
}

static void
add_row (HsAgreementWindow *self, const HsFinding *finding, guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *message = gtk_label_new (finding->message);
  g_autofree char *where = hs_finding_place (finding);
  GtkWidget *place = gtk_label_new (where);
  g_autofree char *said = g_strdup_printf ("%s %s", finding->message, where);

  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (message), 44);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (place, "hs-row-subtitle");
  gtk_widget_add_css_class (box, "hs-need");
  gtk_widget_add_css_class (box, finding->severity == HS_SEVERITY_BLOCKING  ? "blocking"
                                 : finding->severity == HS_SEVERITY_WARNING ? "warning"
                                                                            : "tip");
  gtk_box_append (GTK_BOX (box), message);
  gtk_box_append (GTK_BOX (box), place);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (both), box);
  gtk_box_append (GTK_BOX (both), new_explanation (finding));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), both);
  hs_a11y_label (row, said);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  gtk_list_box_append (self->needed_list, row);
}

/* What refuses the step comes first; warnings and what a later step asks stand below it; tips are
 * only in the sections. */
static guint
fill (HsAgreementWindow *self, HsEventAction action, guint *n_warnings)
{
  GPtrArray *findings = hs_dossier_editor_findings (self->editor);
  guint n_blocking = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < findings->len; i++)
      {
        const HsFinding *finding = g_ptr_array_index (findings, i);
        gboolean blocks = action != HS_BLOCKS_NOTHING && hs_finding_blocks (finding, action);
        if (pass == 0 && blocks)
          n_blocking++;
        else if (pass == 1 && !blocks && finding->severity != HS_SEVERITY_TIP)
          (*n_warnings)++;
        else
          continue;
        add_row (self, finding, i);
      }
  return n_blocking;
}

void
hs_agreement_needed_refresh (HsAgreementWindow *self)
{
  HsNextStep *step = hs_agreement_steps_primary (self);
  guint n_warnings = 0;
  guint n_blocking;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->needed_list))) != NULL)
    gtk_list_box_remove (self->needed_list, row);
  n_blocking = fill (self, step != NULL ? step->action : HS_BLOCKS_NOTHING, &n_warnings);
  if (n_blocking > 0)
    text =
        g_strdup_printf (ngettext ("%u thing needed", "%u things needed", n_blocking), n_blocking);
  else
    text = g_strdup_printf (ngettext ("%u point to look at", "%u points to look at", n_warnings),
                            n_warnings);
  title = n_blocking > 0 ? g_strdup_printf (_ ("What is still needed for: %s"), step->label)
                         : g_strdup (_ ("Nothing is missing. Look at these points."));
  gtk_label_set_label (self->needed_label, text);
  gtk_label_set_label (self->needed_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->needed), n_blocking + n_warnings > 0);
  hs_a11y_label (GTK_WIDGET (self->needed), text);
  hs_a11y_label (gtk_widget_get_first_child (GTK_WIDGET (self->needed)), text);
}

void
hs_agreement_needed_activated (HsAgreementWindow *self, GtkListBoxRow *row)
{
  GPtrArray *findings = hs_dossier_editor_findings (self->editor);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));

  gtk_popover_popdown (GTK_POPOVER (self->needed_popover));
  if (index < findings->len)
    hs_agreement_window_jump (self, g_ptr_array_index (findings, index));
}
