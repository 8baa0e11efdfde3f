/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of an agreement: a change after signing is a new sheet, which is fixed, sent and
 * consented to. And a comparison of sheets and moments. */

#include "hs-section.h"

#include "hs-a11y.h"
#include "hs-compare-box.h"
#include "hs-dialogs.h"
#include "hs-permission.h"
#include "hs-sheet-ask.h"
#include "hs-signing.h"

#include <glib/gi18n.h>

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

static gboolean
may (HsDossierEditor *editor, HsMay what)
{
  HsContext *context = hs_dossier_editor_context (editor);

  return !hs_context_is_read_only (context)
         && hs_permission_check (hs_dossier_editor_dossier (editor), hs_context_actor (context),
                                 what, NULL);
}

/* The later sheet that is looked at and not in force yet, or NULL. */
static HsRecord *
under_way (HsDossierEditor *editor)
{
  HsRecord *sheet = hs_dossier_editor_dossier (editor)->sheet;
  gint64 status = sheet == NULL ? -1 : hs_record_int (sheet, HS_SHEET_STATUS);

  if (sheet == NULL || hs_record_int (sheet, HS_SHEET_NUMBER) <= 1)
    return NULL;
  return status == HS_SHEET_STATUS_DRAFT || status == HS_SHEET_STATUS_FIXED ? sheet : NULL;
}

/* ---- buttons ---- */

static void
fixed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) box = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (hs_dossier_editor_run_finish (HS_DOSSIER_EDITOR (source), result, &error))
    return;
  body = hs_sentence (error->message);
  hs_dialog_tell (window_of (box), _ ("The sheet cannot be fixed yet"), body);
}

static gboolean
write_fix (HsStore *store, const HsActor *actor, gint64 agreement, gpointer data, GError **error)
{
  return hs_life_fix_sheet (store, actor, agreement, error);
}

static void
fix_clicked (GtkButton *button, HsDossierEditor *editor)
{
  GtkWidget *section = gtk_widget_get_ancestor (GTK_WIDGET (button), HS_TYPE_SECTION);

  hs_dossier_editor_run (editor, "sheet", write_fix, NULL, NULL, fixed, g_object_ref (section));
}

static void
withdraw_clicked (GtkButton *button, HsDossierEditor *editor)
{
  hs_sheet_ask_withdraw (window_of (GTK_WIDGET (button)), editor);
}

static void
new_clicked (GtkButton *button, HsDossierEditor *editor)
{
  hs_sheet_ask_new (window_of (GTK_WIDGET (button)), editor);
}

static HsSigner
role_of (GtkButton *button)
{
  return (HsSigner) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "role"));
}

static void
deliver_clicked (GtkButton *button, HsDossierEditor *editor)
{
  hs_sheet_ask_delivery (window_of (GTK_WIDGET (button)), editor, role_of (button));
}

static void
consent_clicked (GtkButton *button, HsDossierEditor *editor)
{
  hs_sheet_ask_consent (window_of (GTK_WIDGET (button)), editor, role_of (button));
}

static void
correct_clicked (GtkButton *button, HsDossierEditor *editor)
{
  hs_sheet_ask_correction (window_of (GTK_WIDGET (button)), editor, role_of (button));
}

static void
answer_clicked (GtkButton *button, HsDossierEditor *editor)
{
  hs_sheet_ask_answer (window_of (GTK_WIDGET (button)), editor, role_of (button),
                       g_object_get_data (G_OBJECT (button), "correction"));
}

static GtkWidget *
add_button (GtkWidget *box, HsDossierEditor *editor, const char *text, const char *about,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  g_autofree char *said = g_strdup_printf ("%s %s", text, about);
  GtkFlowBoxChild *child;

  hs_a11y_label (button, about != NULL ? said : text);
  g_signal_connect_object (button, "clicked", clicked, editor, 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_flow_box_insert (GTK_FLOW_BOX (box), button, -1);
  child = GTK_FLOW_BOX_CHILD (gtk_widget_get_parent (button));
  gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
  hs_a11y_label (GTK_WIDGET (child), about != NULL ? said : text);
  return button;
}

/* Buttons that stand beside each other while there is room. */
static GtkWidget *
new_buttons (void)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (box), FALSE);
  hs_a11y_label (box, _ ("What can be done"));
  return box;
}

/* ---- the sheets ---- */

static const char *
tone_of (gint64 status)
{
  return status == HS_SHEET_STATUS_IN_FORCE    ? "good"
         : status == HS_SHEET_STATUS_WITHDRAWN ? "dim"
         : status == HS_SHEET_STATUS_FIXED     ? "busy"
                                               : "warn";
}

static GtkWidget *
new_sheet_row (HsDossierEditor *editor, HsRecord *sheet)
{
  HsDossier *dossier = hs_dossier_editor_dossier (editor);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gint64 status = MAX (hs_record_int (sheet, HS_SHEET_STATUS), 0);
  GtkWidget *badge = gtk_label_new (hs_choice_label (HS_CHOICES_SHEET_STATUS, (guint) status));
  g_autofree char *title =
      g_strdup_printf (_ ("Sheet %d"), (int) hs_record_int (sheet, HS_SHEET_NUMBER));
  g_autofree char *from = hs_record_has (sheet, HS_SHEET_EFFECTIVE_FROM)
                              ? hs_record_format (sheet, HS_SHEET_EFFECTIVE_FROM)
                              : NULL;
  GtkWidget *name = new_label (title, "hs-row-title");

  gtk_widget_add_css_class (row, "hs-moment");
  gtk_widget_add_css_class (badge, "hs-badge");
  gtk_widget_add_css_class (badge, tone_of (status));
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), badge);
  gtk_box_append (GTK_BOX (row), head);
  if (from != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Holds from %s"), from);
      gtk_box_append (GTK_BOX (row), new_label (text, "hs-row-subtitle"));
    }
  if (hs_record_int (sheet, HS_SHEET_NUMBER) > 1 && hs_record_has (sheet, HS_SHEET_CHANGE_REASON))
    gtk_box_append (GTK_BOX (row),
                    new_label (hs_record_text (sheet, HS_SHEET_CHANGE_REASON), "hs-quote"));
  if (sheet == dossier->sheet && sheet == under_way (editor) && may (editor, HS_MAY_NEW_SHEET))
    {
      GtkWidget *buttons = new_buttons ();
      if (status == HS_SHEET_STATUS_DRAFT)
        gtk_box_append (
            GTK_BOX (row),
            new_label (_ ("Change in the other sections what has to be different. Fix the sheet "
                          "when it is right. After that it can be sent."),
                       "hs-hint"));
      if (status == HS_SHEET_STATUS_DRAFT)
        gtk_widget_add_css_class (
            add_button (buttons, editor, _ ("Fix the sheet"), NULL, G_CALLBACK (fix_clicked)),
            "suggested-action");
      add_button (buttons, editor, _ ("Withdraw…"), NULL, G_CALLBACK (withdraw_clicked));
      gtk_box_append (GTK_BOX (row), buttons);
    }
  return row;
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
show_sheets (GtkWidget *box)
{
  HsDossierEditor *editor = g_object_get_data (G_OBJECT (box), "editor");
  GPtrArray *sheets = hs_dossier_editor_dossier (editor)->sheets;

  clear (box);
  for (guint i = 0; i < sheets->len; i++)
    {
      HsRecord *sheet = g_ptr_array_index (sheets, i);
      HsRecord *looked_at = hs_dossier_editor_dossier (editor)->sheet;
      gboolean same = looked_at != NULL && hs_record_id (sheet) == hs_record_id (looked_at);
      gtk_box_append (GTK_BOX (box), new_sheet_row (editor, same ? looked_at : sheet));
    }
}

static void
show_new_button (GtkWidget *box)
{
  HsDossierEditor *editor = g_object_get_data (G_OBJECT (box), "editor");

  clear (box);
  gtk_widget_set_visible (box, under_way (editor) == NULL);
  if (may (editor, HS_MAY_NEW_SHEET) && under_way (editor) == NULL)
    {
      GtkWidget *buttons = new_buttons ();
      add_button (buttons, editor, _ ("New sheet…"), NULL, G_CALLBACK (new_clicked));
      gtk_box_append (GTK_BOX (box), buttons);
    }
  else if (hs_dossier_state (hs_dossier_editor_dossier (editor)) < HS_AGREEMENT_STATE_AGREED)
    gtk_box_append (
        GTK_BOX (box),
        new_label (_ ("Until everybody has signed, change the draft itself."), "hs-hint"));
}

/* ---- sending and consent ---- */

/* The row of @kind of this sheet and @role that was written last, or NULL. */
static HsRecord *
newest_of (HsDossierEditor *editor, HsKindId kind, guint sheet_field, guint role_field, guint role)
{
  HsDossier *dossier = hs_dossier_editor_dossier (editor);
  HsRecord *found = NULL;

  for (guint i = 0; i < dossier->rows[kind]->len; i++)
    {
      HsRecord *row = g_ptr_array_index (dossier->rows[kind], i);
      if (hs_record_int (row, sheet_field) == hs_record_id (dossier->sheet)
          && hs_record_int (row, role_field) == (gint64) role
          && (found == NULL || hs_record_id (row) > hs_record_id (found)))
        found = row;
    }
  return found;
}

static char *
delivery_text (const HsRecord *delivery)
{
  g_autofree char *day = NULL;
  const char *how;

  if (delivery == NULL)
    return g_strdup (_ ("Not sent yet."));
  day = hs_record_format (delivery, HS_DELIVERY_SENT_ON);
  how = hs_record_text (delivery, HS_DELIVERY_HOW);
  if (how != NULL)
    return g_strdup_printf (_ ("Sent to %s on %s (%s)."),
                            hs_record_text (delivery, HS_DELIVERY_NAME), day, how);
  return g_strdup_printf (_ ("Sent to %s on %s."), hs_record_text (delivery, HS_DELIVERY_NAME),
                          day);
}

static char *
consent_text (const HsRecord *consent, gboolean done)
{
  g_autofree char *day = NULL;
  g_autofree char *how = NULL;
  const char *name;

  if (consent == NULL)
    return g_strdup (_ ("Has not consented yet."));
  day = hs_record_format (consent, HS_CONSENT_DATE);
  how = hs_record_format (consent, HS_CONSENT_HOW);
  name = hs_record_text (consent, HS_CONSENT_NAME);
  if (hs_record_has (consent, HS_CONSENT_CORRECTION) && !done)
    return g_strdup_printf (_ ("%s asked for a correction on %s: “%s”"), name, day,
                            hs_record_text (consent, HS_CONSENT_CORRECTION));
  return g_strdup_printf (_ ("%s consented on %s (%s)."), name, day, how);
}

static void
add_party_buttons (HsDossierEditor *editor, GtkWidget *row, guint role, gboolean sent,
                   const HsRecord *consent, gboolean consented)
{
  GtkWidget *buttons = new_buttons ();
  g_autofree char *about = g_strdup_printf ("(%s)", hs_choice_label (HS_CHOICES_SIGNER, role));
  gboolean open = consent != NULL && hs_record_has (consent, HS_CONSENT_CORRECTION)
                  && !hs_record_has (consent, HS_CONSENT_CORRECTION_ANSWER);
  GtkWidget *button;

  if (!sent)
    add_button (buttons, editor, _ ("Was sent…"), about, G_CALLBACK (deliver_clicked));
  if (open)
    {
      button = add_button (buttons, editor, _ ("Answer…"), about, G_CALLBACK (answer_clicked));
      g_object_set_data_full (G_OBJECT (button), "correction",
                              g_strdup (hs_record_text (consent, HS_CONSENT_CORRECTION)), g_free);
    }
  else if (!consented)
    {
      add_button (buttons, editor, _ ("Consents…"), about, G_CALLBACK (consent_clicked));
      add_button (buttons, editor, _ ("Asks for a correction…"), about,
                  G_CALLBACK (correct_clicked));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (buttons); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_object_set_data (G_OBJECT (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))), "role",
                       GUINT_TO_POINTER (role));
  gtk_box_append (GTK_BOX (row), buttons);
}

static GtkWidget *
new_party (HsDossierEditor *editor, guint role, gboolean needs_delivery, gboolean sent,
           gboolean consented)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const HsRecord *delivery =
      newest_of (editor, HS_KIND_DELIVERY, HS_DELIVERY_SHEET, HS_DELIVERY_SIGNER, role);
  const HsRecord *consent =
      newest_of (editor, HS_KIND_CONSENT, HS_CONSENT_SHEET, HS_CONSENT_SIGNER, role);
  g_autofree char *delivery_line = delivery_text (delivery);
  g_autofree char *consent_line = consent_text (consent, consented);

  gtk_widget_add_css_class (row, "hs-moment");
  gtk_box_append (GTK_BOX (row),
                  new_label (hs_choice_label (HS_CHOICES_SIGNER, role), "hs-row-title"));
  if (needs_delivery)
    gtk_box_append (GTK_BOX (row), new_label (delivery_line, "hs-row-subtitle"));
  gtk_box_append (GTK_BOX (row), new_label (consent_line, "hs-row-subtitle"));
  if (may (editor, HS_MAY_RECORD_CONSENT))
    add_party_buttons (editor, row, role, sent || !needs_delivery, consent, consented);
  return row;
}

static void
show_parties (GtkWidget *box)
{
  HsDossierEditor *editor = g_object_get_data (G_OBJECT (box), "editor");
  HsDossier *dossier = hs_dossier_editor_dossier (editor);
  HsRecord *sheet = under_way (editor);
  guint to_send, sent, to_consent, consented;

  clear (box);
  gtk_widget_set_visible (
      box, sheet != NULL && hs_record_int (sheet, HS_SHEET_STATUS) == HS_SHEET_STATUS_FIXED);
  if (!gtk_widget_get_visible (box))
    return;
  hs_signing_deliveries (dossier, sheet, &to_send, &sent);
  hs_signing_consents (dossier, sheet, &to_consent, &consented);
  for (guint role = 0; role <= HS_SIGNER_HOST; role++)
    if ((to_send | to_consent) >> role & 1)
      gtk_box_append (GTK_BOX (box),
                      new_party (editor, role, to_send >> role & 1, sent >> role & 1,
                                 consented >> role & 1 || !(to_consent >> role & 1)));
}

/* Until when a correction can be asked. */
static void
show_term (GtkWidget *box)
{
  HsDossierEditor *editor = g_object_get_data (G_OBJECT (box), "editor");
  HsDossier *dossier = hs_dossier_editor_dossier (editor);
  HsDay until = dossier->sheet != NULL && hs_record_int (dossier->sheet, HS_SHEET_NUMBER) > 1
                    ? hs_signing_correction_until (dossier, dossier->sheet)
                    : HS_DAY_NONE;
  g_autofree char *day = until == HS_DAY_NONE ? NULL : hs_day_format_long (until);
  g_autofree char *text =
      day == NULL ? NULL
                  : g_strdup_printf (dossier->facts.today <= until
                                         ? _ ("A correction can be asked up to %s.")
                                         : _ ("The days to ask for a correction ended on %s."),
                                     day);

  clear (box);
  gtk_widget_set_visible (box, text != NULL);
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), new_label (text, "hs-hint"));
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

static void
show_change_form (GtkWidget *form)
{
  HsDossierEditor *editor = g_object_get_data (G_OBJECT (form), "editor");

  gtk_widget_set_visible (form, under_way (editor) != NULL && may (editor, HS_MAY_EDIT));
}

/* The day and the reason of a later sheet may be mended as long as it is a draft. */
static void
add_change_form (HsSection *self, HsDossierEditor *editor)
{
  static const int fields[] = { HS_SHEET_EFFECTIVE_FROM, HS_SHEET_CHANGE_REASON, -1 };
  HsForm *form =
      hs_section_add_form (self, HS_KIND_SHEET, hs_dossier_editor_dossier (editor)->sheet);

  hs_form_add_section (form, NULL, fields);
  g_object_set_data (G_OBJECT (form), "editor", editor);
  g_signal_connect_object (editor, "loaded", G_CALLBACK (show_change_form), form,
                           G_CONNECT_SWAPPED);
  show_change_form (GTK_WIDGET (form));
}

static gboolean
is_about_sheets (const HsFinding *finding)
{
  return finding->kind == HS_KIND_CONSENT || finding->kind == HS_KIND_DELIVERY
         || (finding->kind == HS_KIND_SHEET
             && (finding->field == HS_SHEET_EFFECTIVE_FROM
                 || finding->field == HS_SHEET_CHANGE_REASON));
}

GtkWidget *
hs_section_new_sheets (HsDossierEditor *editor)
{
  GtkWidget *widget = hs_section_new (
      editor, _ ("Sheets"),
      _ ("After signing nothing is written over. A change goes onto a new sheet, with the day "
         "from which it holds."));
  HsSection *self = HS_SECTION (widget);

  add_live (self, editor, "hs-rows", show_sheets);
  add_live (self, editor, "hs-plain", show_new_button);
  add_change_form (self, editor);
  add_live (self, editor, "hs-rows", show_parties);
  add_live (self, editor, "hs-plain", show_term);
  hs_section_append (self, new_label (_ ("What is different?"), "hs-section-title"));
  hs_section_append (self, hs_compare_box_new (editor));
  hs_section_set_findings (self, -1, is_about_sheets);
  return widget;
}
