/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody else changed the same field. */

#include "hs-conflict.h"

#include "hs-a11y.h"
#include "hs-present.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  HsEditor *editor;
  HsRecord *record;
  HsRecord *theirs;
} Conflict;

static void
conflict_free (gpointer data, GClosure *closure)
{
  Conflict *conflict = data;

  g_object_unref (conflict->editor);
  hs_record_unref (conflict->record);
  hs_record_unref (conflict->theirs);
  g_free (conflict);
}

static void
answered (AdwMessageDialog *dialog, const char *response, Conflict *conflict)
{
  hs_editor_resolve (conflict->editor, conflict->record, conflict->theirs,
                     !g_str_equal (response, "mine"));
}

/* References are told by their field only: their names are on the form. */
static char *
both_values (const HsRecord *ours, const HsRecord *theirs)
{
  const HsKind *kind = hs_record_kind (ours);
  GString *text = g_string_new (_ ("Somebody else changed this while you were typing."));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *our_value = NULL;
      g_autofree char *their_value = NULL;
      if (hs_record_same (ours, theirs, i))
        continue;
      g_string_append_printf (text, "\n\n%s", hs_field_label (kind, i));
      if (kind->fields[i].type == HS_TYPE_REF)
        continue;
      our_value = hs_record_format (ours, i);
      their_value = hs_record_format (theirs, i);
      g_string_append_printf (text, _ ("\nYours: %s\nThe other: %s"),
                              *our_value != '\0' ? our_value : _ ("(empty)"),
                              *their_value != '\0' ? their_value : _ ("(empty)"));
    }
  return g_string_free (text, FALSE);
}

void
hs_conflict_ask (GtkWindow *parent, HsEditor *editor, HsRecord *record, HsRecord *theirs)
{
  g_autofree char *body = both_values (record, theirs);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Which value stays?"), body);
  Conflict *conflict = g_new0 (Conflict, 1);

  conflict->editor = g_object_ref (editor);
  conflict->record = hs_record_ref (record);
  conflict->theirs = hs_record_ref (theirs);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "theirs", _ ("_That of the other"),
                                    "mine", _ ("_Mine"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "theirs");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered), conflict, conflict_free, 0);
  hs_a11y_name_parts (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
