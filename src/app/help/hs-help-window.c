/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of the help: a topic, links, and the way back. */

#include "hs-help-window.h"

#include "hs-a11y.h"
#include "hs-help-book.h"

#include <glib/gi18n.h>

#define FIRST "index"

struct _HsHelpWindow
{
  AdwWindow parent_instance;

  GPtrArray *before; /* ids of the topics that were looked at before this one */
  char *id;

  GtkWidget *back;
  GtkWidget *content;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (HsHelpWindow, hs_help_window, ADW_TYPE_WINDOW)

static void show (HsHelpWindow *self, const char *id);

static gboolean
link_activated (GtkLabel *label, const char *id, HsHelpWindow *self)
{
  g_autofree char *target = g_strdup (id);

  g_ptr_array_add (self->before, g_strdup (self->id));
  show (self, target);
  return TRUE;
}

static GtkWidget *
add_label (HsHelpWindow *self, const char *markup, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated), self);
  gtk_box_append (GTK_BOX (self->content), label);
  return label;
}

static void
add_item (HsHelpWindow *self, const HsHelpBlock *block)
{
  g_autofree char *mark =
      block->kind == HS_HELP_STEP ? g_strdup_printf ("%d.", block->number) : g_strdup ("•");
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *sign = gtk_label_new (mark);
  GtkWidget *label = add_label (self, block->markup, NULL);

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_margin_start (row, 6);
  gtk_label_set_width_chars (GTK_LABEL (sign), 2);
  gtk_label_set_xalign (GTK_LABEL (sign), 1);
  gtk_widget_set_hexpand (label, TRUE);
  g_object_ref (label);
  gtk_box_remove (GTK_BOX (self->content), label);
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), label);
  g_object_unref (label);
  gtk_box_append (GTK_BOX (self->content), row);
}

static void
add_block (HsHelpWindow *self, const HsHelpBlock *block)
{
  switch (block->kind)
    {
    case HS_HELP_HEADING:
      add_label (self, block->markup, "hs-section-title");
      break;
    case HS_HELP_ITEM:
    case HS_HELP_STEP:
      add_item (self, block);
      break;
    case HS_HELP_NOTE:
      gtk_widget_add_css_class (add_label (self, block->markup, "hs-finding"), "tip");
      break;
    case HS_HELP_TEXT:
    default:
      add_label (self, block->markup, NULL);
      break;
    }
}

/* The topics under this one, each with what it is about. */
static void
add_topics (HsHelpWindow *self, const char *guide)
{
  g_autoptr (GPtrArray) ids = hs_help_book_under (guide);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (HsHelpPage) page = hs_help_book_page (ids->pdata[i], NULL);
      g_autofree char *markup =
          g_strdup_printf ("<a href=\"%s\">%s</a>\n%s", page->id, page->title,
                           page->description != NULL ? page->description : "");

      add_label (self, markup, "hs-help-topic");
    }
}

static void
show (HsHelpWindow *self, const char *id)
{
  g_autoptr (HsHelpPage) page = hs_help_book_page (id, NULL);
  g_autofree char *title = NULL;
  GtkWidget *child;

  if (page == NULL)
    page = hs_help_book_page (FIRST, NULL);
  g_return_if_fail (page != NULL);
  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  title = g_markup_escape_text (page->title, -1);
  add_label (self, title, "hs-section-heading");
  for (guint i = 0; i < page->blocks->len; i++)
    add_block (self, page->blocks->pdata[i]);
  add_topics (self, page->id);
  g_free (self->id);
  self->id = g_strdup (page->id);
  gtk_window_set_title (GTK_WINDOW (self), page->title);
  gtk_widget_set_sensitive (self->back, self->before->len > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HsHelpWindow *self = HS_HELP_WINDOW (widget);
  g_autofree char *id = NULL;

  if (self->before->len == 0)
    return;
  id = g_ptr_array_steal_index (self->before, self->before->len - 1);
  show (self, id);
}

static void
go_first (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HsHelpWindow *self = HS_HELP_WINDOW (widget);

  g_ptr_array_add (self->before, g_strdup (self->id));
  show (self, FIRST);
}

static void
hs_help_window_finalize (GObject *object)
{
  HsHelpWindow *self = HS_HELP_WINDOW (object);

  g_ptr_array_unref (self->before);
  g_free (self->id);
  G_OBJECT_CLASS (hs_help_window_parent_class)->finalize (object);
}

static void
hs_help_window_class_init (HsHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hs_help_window_finalize;
  gtk_widget_class_install_action (widget_class, "help.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "help.first", NULL, go_first);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static GtkWidget *
make_bar (HsHelpWindow *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *first = gtk_button_new_with_mnemonic (_ ("_Contents"));

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _ ("Back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "help.back");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (first), "help.first");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->back);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), first);
  return bar;
}

static void
hs_help_window_init (HsHelpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->before = g_ptr_array_new_with_free_func (g_free);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (self->content, "hs-page");
  adw_clamp_set_child (ADW_CLAMP (clamp), self->content);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, clamp);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scroller));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 640);
  hs_a11y_name_parts (GTK_WIDGET (self));
}

/* ---- from outside ---- */

static HsHelpWindow *
find_open (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (HS_IS_HELP_WINDOW (window))
        return HS_HELP_WINDOW (window);
    }
  return NULL;
}

void
hs_help_show (GtkWidget *near, const char *id)
{
  GtkRoot *root = gtk_widget_get_root (near);
  HsHelpWindow *self = find_open ();

  if (self == NULL)
    self = g_object_new (HS_TYPE_HELP_WINDOW, NULL);
  else
    g_ptr_array_add (self->before, g_strdup (self->id));
  /* In front of a modal dialog it has to belong to it, else it takes no keys. */
  if (GTK_IS_WINDOW (root) && gtk_window_get_modal (GTK_WINDOW (root)))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  show (self, id);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
help_pressed (GtkWidget *widget, GVariant *arguments, gpointer id)
{
  hs_help_show (widget, id);
  return TRUE;
}

void
hs_help_bind (GtkWidgetClass *klass, const char *id)
{
  g_autoptr (GtkShortcut) shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                        gtk_callback_action_new (help_pressed, (gpointer) id, NULL));

  gtk_widget_class_add_shortcut (klass, shortcut);
}
