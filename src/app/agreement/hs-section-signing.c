/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who signed, who has to sign, and a button to sign or to record a signature. */

#include "hs-section.h"

#include "hs-a11y.h"
#include "hs-send-dialog.h"
#include "hs-sign-dialog.h"
#include "hs-signing.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
sign_clicked (GtkButton *button, HsDossierEditor *editor)
{
  HsSigner role = (HsSigner) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "role"));

  gtk_window_present (GTK_WINDOW (hs_sign_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), editor, (int) role)));
}

static void
send_clicked (GtkButton *button, HsDossierEditor *editor)
{
  HsSigner role = (HsSigner) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "role"));

  gtk_window_present (GTK_WINDOW (hs_send_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), hs_dossier_editor_context (editor),
      hs_dossier_editor_agreement (editor), role)));
}

static void
reply_clicked (GtkButton *button, HsDossierEditor *editor)
{
  hs_reply_dialog_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))),
                       hs_dossier_editor_context (editor));
}

/* A button of a role, with a name that tells them apart. */
static void
add_button (GtkWidget *row, const char *label, const char *said, guint role, GCallback clicked,
            HsDossierEditor *editor)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  hs_a11y_label (button, said);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "role", GUINT_TO_POINTER (role));
  g_signal_connect (button, "clicked", clicked, editor);
  gtk_box_append (GTK_BOX (row), button);
}

/* Whether a party may be asked by mail for an answer to what the agreement says. */
static gboolean
can_be_asked (HsDossierEditor *editor)
{
  HsAgreementState state = hs_dossier_state (hs_dossier_editor_dossier (editor));

  return state >= HS_AGREEMENT_STATE_DRAFT && state <= HS_AGREEMENT_STATE_OUT;
}

static char *
status_text (const HsSigning *signing, guint role)
{
  const HsRecord *by = signing->by[role];
  g_autofree char *day = NULL;

  if (by == NULL)
    return g_strdup (_ ("Has not signed yet"));
  day = hs_day_format ((HsDay) hs_record_int (by, HS_SIGNOFF_DATE));
  return g_strdup_printf (
      _ ("Signed by %s on %s. %s."), hs_record_text (by, HS_SIGNOFF_NAME), day,
      hs_choice_label (HS_CHOICES_SIGN_METHOD, (guint) hs_record_int (by, HS_SIGNOFF_METHOD)));
}

static GtkWidget *
new_role (HsDossierEditor *editor, const HsSigning *signing, guint role)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gboolean done = (signing->done >> role & 1) != 0;
  g_autofree char *status = status_text (signing, role);
  const char *name = hs_choice_label (HS_CHOICES_SIGNER, role);
  GtkWidget *icon = gtk_image_new_from_icon_name (done ? "emblem-ok-symbolic" : "hs-sign-symbolic");
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *subtitle = gtk_label_new (status);

  gtk_widget_add_css_class (row, "hs-moment");
  gtk_widget_add_css_class (icon, done ? "hs-done" : "dim-label");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
  gtk_widget_add_css_class (title, "hs-row-title");
  gtk_widget_add_css_class (subtitle, "hs-row-subtitle");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), subtitle);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  if (!done && can_be_asked (editor))
    {
      g_autofree char *said = g_strdup_printf (_ ("Send by mail: %s"), name);
      add_button (row, _ ("Send…"), said, role, G_CALLBACK (send_clicked), editor);
    }
  if (!done && hs_dossier_state (hs_dossier_editor_dossier (editor)) == HS_AGREEMENT_STATE_OUT
      && !hs_context_is_read_only (hs_dossier_editor_context (editor)))
    {
      g_autofree char *said = g_strdup_printf (_ ("Sign: %s"), name);
      add_button (row, _ ("Sign…"), said, role, G_CALLBACK (sign_clicked), editor);
    }
  return row;
}

static void
show_roles (GtkWidget *box)
{
  HsDossierEditor *editor = g_object_get_data (G_OBJECT (box), "editor");
  HsSigning signing;
  GtkWidget *child;

  hs_signing_read (hs_dossier_editor_dossier (editor), &signing);
  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint role = 0; role <= HS_SIGNER_HOST; role++)
    if ((signing.needed | signing.done) >> role & 1)
      gtk_box_append (GTK_BOX (box), new_role (editor, &signing, role));
}

static gboolean
is_about_signing (const HsFinding *finding)
{
  return finding->kind == HS_KIND_SIGNOFF;
}

/* Signatures that no longer count stay visible. */
static void
show_old (GtkWidget *box)
{
  HsDossierEditor *editor = g_object_get_data (G_OBJECT (box), "editor");
  HsDossier *dossier = hs_dossier_editor_dossier (editor);
  GPtrArray *signoffs = dossier->rows[HS_KIND_SIGNOFF];
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; i < signoffs->len; i++)
    {
      const HsRecord *signoff = g_ptr_array_index (signoffs, i);
      g_autofree char *why = NULL;
      g_autofree char *text = NULL;
      g_autofree char *day = NULL;
      if (hs_signing_counts (dossier, signoff, &why))
        continue;
      day = hs_day_format ((HsDay) hs_record_int (signoff, HS_SIGNOFF_DATE));
      text = g_strdup_printf (_ ("The signature of %s of %s does not count: %s"),
                              hs_record_text (signoff, HS_SIGNOFF_NAME), day, why ? why : "");
      child = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (child), 0);
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_widget_add_css_class (child, "hs-hint");
      gtk_box_append (GTK_BOX (box), child);
    }
}

static void
add_live (HsSection *self, HsDossierEditor *editor, const char *css_class,
          void (*show) (GtkWidget *))
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, css_class);
  g_object_set_data (G_OBJECT (box), "editor", editor);
  g_signal_connect_object (editor, "loaded", G_CALLBACK (show), box, G_CONNECT_SWAPPED);
  show (box);
  hs_section_append (self, box);
}

GtkWidget *
hs_section_new_signing (HsDossierEditor *editor)
{
  GtkWidget *self = hs_section_new (
      editor, _ ("Signatures"),
      _ ("Each party signs once. It may be with a key on this computer, on paper, or elsewhere."));
  GtkWidget *reply = gtk_button_new_with_label (_ ("Take over an answer form…"));

  add_live (HS_SECTION (self), editor, "hs-rows", show_roles);
  gtk_widget_set_halign (reply, GTK_ALIGN_START);
  g_signal_connect (reply, "clicked", G_CALLBACK (reply_clicked), editor);
  hs_a11y_label (reply, _ ("Take over an answer form…"));
  hs_section_append (HS_SECTION (self), reply);
  add_live (HS_SECTION (self), editor, "hs-old", show_old);
  hs_section_set_findings (HS_SECTION (self), -1, is_about_signing);
  return self;
}
