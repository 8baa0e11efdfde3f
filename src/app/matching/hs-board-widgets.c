/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small parts of the board. */

#include "hs-board-widgets.h"

#include "hs-a11y.h"
#include "hs-permission.h"

GtkWidget *
hs_board_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

GtkWidget *
hs_board_button (GtkBox *box, const char *text, const char *said)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  hs_a11y_label (button, said != NULL ? said : text);
  gtk_box_append (box, button);
  return button;
}

void
hs_board_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

GtkBox *
hs_board_page_box (AdwBin *bin)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "hs-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (bin, scrolled);
  return GTK_BOX (box);
}

GtkListBox *
hs_board_rows (GtkBox *box, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  hs_a11y_label (list, name);
  gtk_box_append (box, list);
  return GTK_LIST_BOX (list);
}

GtkWidget *
hs_board_row_of (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  hs_a11y_label (row, title);
  gtk_list_box_append (list, row);
  return row;
}

char *
hs_board_tenths (gint64 tenths)
{
  g_autofree char *whole = hs_board_number (tenths / 10);

  return g_strdup_printf ("%s,%d", whole, (int) (ABS (tenths) % 10));
}

char *
hs_board_number (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (number));
  g_autoptr (GString) text = g_string_new (number < 0 ? "−" : "");
  gsize n = strlen (digits);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
hs_board_may_edit (HsBoard *board)
{
  HsContext *context = hs_board_context (board);

  return !hs_context_is_read_only (context)
         && hs_permission_edit_record (hs_context_actor (context), HS_KIND_FIXED_PAIR, 0, 0, NULL);
}
