/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for assistive technology. GTK 4.8 leaves the inner parts of some widgets without one; what
 * is done about that is all in here. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @widget a name of its own; an underscore before a letter is a mnemonic and not said. */
void hs_a11y_label (GtkWidget *widget, const char *name);
void hs_a11y_describe (GtkWidget *widget, const char *description);
/* Names every control below @root that has no name yet after its text, its icon's tooltip or its
 * label, and hides what is not in front in a stack from who listens. Call after a template was made
 * or a part of the screen was filled. */
void hs_a11y_name_parts (GtkWidget *root);
/* Says @message to whoever listens to the screen; @near is on the screen. */
void hs_a11y_announce (GtkWidget *near, const char *message);

/* A drop down over @model (of GtkStringObject) whose rows and button have names. */
GtkWidget *hs_a11y_drop_down (GListModel *model, const char *name);
/* For `bind` of a list: names the row that GTK puts around @child. */
void hs_a11y_label_row (GtkWidget *child, const char *name);

/* Lets the child of a menu button take its whole width: GTK 4.8 centres it. */
void hs_widget_fill_menu_button (GtkWidget *child);

G_END_DECLS
