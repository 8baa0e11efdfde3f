/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading an answer form that was filled in with some viewer: fields may have moved into object
 * streams or updates behind the end, values may be strings or streams, parents may hold what their
 * children lack. */

#include "hs-reply-private.h"

#include "hs-error.h"
#include "hs-qpdf.h"
#include "hs-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Far beyond any form of ours. */
#define FIELDS_MOST 1000
#define DEEPEST 8

/* ---- fields ---- */

typedef struct
{
  HsQpdf *pdf;
  GHashTable *values; /* name → text; ticked boxes have HS_REPLY_ON */
  guint n_fields;
} Fields;

static char *
value_of (Fields *self, qpdf_oh value)
{
  HsQpdf *pdf = self->pdf;

  if (qpdf_oh_is_string (pdf, value))
    return g_strdup (qpdf_oh_get_utf8_value (pdf, value));
  if (qpdf_oh_is_name (pdf, value))
    return g_strdup (qpdf_oh_is_name_and_equals (pdf, value, "/Off") ? "" : HS_REPLY_ON);
  if (qpdf_oh_is_stream (pdf, value))
    {
      gsize limit = HS_TEXT_MOST;
      g_autoptr (GBytes) bytes = hs_qpdf_stream (pdf, value, &limit, NULL);

      if (bytes != NULL)
        return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  return NULL;
}

static void
note_field (Fields *self, qpdf_oh field, const char *name)
{
  qpdf_oh value = qpdf_oh_get_key (self->pdf, field, "/V");
  char *text = value_of (self, value);

  /* Some viewers only change how the box looks. */
  if (text == NULL && qpdf_oh_is_name (self->pdf, qpdf_oh_get_key (self->pdf, field, "/AS")))
    text = value_of (self, qpdf_oh_get_key (self->pdf, field, "/AS"));
  if (text != NULL)
    g_hash_table_replace (self->values, g_strdup (name), text);
}

static void
walk (Fields *self, qpdf_oh field, const char *above, guint depth)
{
  HsQpdf *pdf = self->pdf;
  qpdf_oh title, kids;
  g_autofree char *name = NULL;

  if (depth > DEEPEST || ++self->n_fields > FIELDS_MOST || !qpdf_oh_is_dictionary (pdf, field))
    return;
  title = qpdf_oh_get_key (pdf, field, "/T");
  if (!qpdf_oh_is_string (pdf, title))
    name = g_strdup (above);
  else
    name = *above == '\0' ? g_strdup (qpdf_oh_get_utf8_value (pdf, title))
                          : g_strconcat (above, ".", qpdf_oh_get_utf8_value (pdf, title), NULL);
  if (*name != '\0')
    note_field (self, field, name);
  kids = qpdf_oh_get_key (pdf, field, "/Kids");
  if (!qpdf_oh_is_array (pdf, kids))
    return;
  for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, kids) && i < FIELDS_MOST; i++)
    walk (self, qpdf_oh_get_array_item (pdf, kids, i), name, depth + 1);
}

static gboolean
read_fields (Fields *self, GError **error)
{
  HsQpdf *pdf = self->pdf;
  qpdf_oh form = qpdf_oh_get_key_if_dict (pdf, qpdf_get_root (pdf), "/AcroForm");
  qpdf_oh fields = qpdf_oh_get_key_if_dict (pdf, form, "/Fields");

  if (qpdf_oh_is_array (pdf, fields))
    for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, fields) && i < FIELDS_MOST; i++)
      walk (self, qpdf_oh_get_array_item (pdf, fields, i), "", 0);
  if (!hs_qpdf_check (pdf, error))
    return FALSE;
  if (g_hash_table_size (self->values) > 0)
    return TRUE;
  g_set_error_literal (
      error, HS_ERROR, HS_ERROR_FORMAT,
      _ ("this PDF has no fields to read: it may have been printed or scanned; ask for the form "
         "itself, or write the remarks down as notes"));
  return FALSE;
}

/* ---- the answer ---- */

static gboolean
bad_field (const char *field, const char *why, GError **error)
{
  g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("field '%s' of the form: %s"), field, why);
  return FALSE;
}

/* The text of a field, clean; NULL in @to when it is empty. */
static gboolean
take_text (const Fields *self, const char *name, gboolean lines, char **to, GError **error)
{
  const char *text = g_hash_table_lookup (self->values, name);
  g_autoptr (GError) problem = NULL;
  g_autofree char *clean = NULL;

  if (text == NULL)
    return TRUE;
  clean = hs_text_clean (text, strlen (text), lines, &problem);
  if (clean == NULL)
    return bad_field (name, problem->message, error);
  if (*clean != '\0')
    {
      g_free (*to);
      *to = g_steal_pointer (&clean);
    }
  return TRUE;
}

static gboolean
is_ticked (const Fields *self, const char *name)
{
  const char *text = g_hash_table_lookup (self->values, name);

  return text != NULL && *text != '\0' && g_ascii_strcasecmp (text, "off") != 0
         && g_ascii_strcasecmp (text, "nee") != 0;
}

static gboolean
take_theme (const Fields *self, HsReply *answer, guint theme, GError **error)
{
  g_autofree char *discussed = g_strdup_printf (HS_REPLY_FIELD_DISCUSSED, theme + 1);
  g_autofree char *agreed = g_strdup_printf (HS_REPLY_FIELD_AGREED, theme + 1);
  g_autofree char *remark = g_strdup_printf (HS_REPLY_FIELD_THEME_REMARK, theme + 1);

  answer->discussed[theme] = is_ticked (self, discussed);
  answer->agreed[theme] = is_ticked (self, agreed);
  return take_text (self, remark, TRUE, &answer->remarks[theme], error);
}

static gboolean
take_date (const Fields *self, HsReply *answer, GError **error)
{
  g_autoptr (HsRecord) sheet = hs_record_new (HS_KIND_SHEET);
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = NULL;

  if (!take_text (self, HS_REPLY_FIELD_DATE, FALSE, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  if (!hs_record_parse (sheet, HS_SHEET_START, text, &problem))
    return bad_field (HS_REPLY_FIELD_DATE, problem->message, error);
  answer->date = (HsDay) hs_record_int (sheet, HS_SHEET_START);
  return TRUE;
}

/* What the form is about. */
static gboolean
take_identity (const Fields *self, HsReply *answer, GError **error)
{
  const char *role = g_hash_table_lookup (self->values, HS_REPLY_FIELD_ROLE);
  int index = role == NULL ? -1 : hs_choice_find (HS_CHOICES_SIGNER, role);

  if (!take_text (self, HS_REPLY_FIELD_AGREEMENT, FALSE, &answer->agreement, error)
      || !take_text (self, HS_REPLY_FIELD_NUMBER, FALSE, &answer->number, error)
      || !take_text (self, HS_REPLY_FIELD_SHEET, FALSE, &answer->sheet, error)
      || !take_text (self, HS_REPLY_FIELD_HASH, FALSE, &answer->hash, error))
    return FALSE;
  if (g_hash_table_contains (self->values, HS_REPLY_FIELD_VERSION) && index >= 0
      && answer->agreement != NULL && answer->sheet != NULL && answer->hash != NULL)
    {
      answer->role = (HsSigner) index;
      return TRUE;
    }
  g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                       _ ("this PDF is a form, but no answer form of Handslag"));
  return FALSE;
}

HsReply *
hs_reply_from_pdf (GBytes *file, GError **error)
{
  g_autoptr (HsQpdf) pdf = hs_qpdf_open_any (file, error);
  g_autoptr (HsReply) answer = hs_reply_new ();
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Fields fields = { pdf, values, 0 };

  if (pdf == NULL || !read_fields (&fields, error) || !take_identity (&fields, answer, error)
      || !take_text (&fields, HS_REPLY_FIELD_NAME, FALSE, &answer->name, error)
      || !take_text (&fields, HS_REPLY_FIELD_FUNCTION, FALSE, &answer->function, error)
      || !take_text (&fields, HS_REPLY_FIELD_REMARK, TRUE, &answer->remark, error)
      || !take_date (&fields, answer, error))
    return NULL;
  for (guint i = 0; i < HS_REPLY_THEMES; i++)
    if (!take_theme (&fields, answer, i, error))
      return NULL;
  answer->signs = is_ticked (&fields, HS_REPLY_FIELD_SIGNS);
  return g_steal_pointer (&answer);
}
