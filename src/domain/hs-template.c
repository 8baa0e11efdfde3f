/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two kinds call a field that they share by one name. */

#include "hs-template.h"

#include "hs-kinds.h"

#include <string.h>

static void
copy_value (HsRecord *to, guint to_field, const HsRecord *from, guint from_field)
{
  HsType type = hs_record_kind (from)->fields[from_field].type;

  if (type == HS_TYPE_TEXT || type == HS_TYPE_LONG_TEXT)
    hs_record_set_text (to, to_field, hs_record_text (from, from_field));
  else
    hs_record_set_int (to, to_field, hs_record_int (from, from_field));
}

/* Copies the fields that both have and that are empty in @to. */
static void
copy_shared (HsRecord *to, const HsRecord *from)
{
  const HsKind *kind = hs_record_kind (from);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      int field = hs_kind_find_field (hs_record_kind (to), kind->fields[i].name);

      if (field >= 0 && hs_record_has (from, i) && !hs_record_has (to, (guint) field))
        copy_value (to, (guint) field, from, i);
    }
}

HsRecord *
hs_template_of_assignment (const HsRecord *assignment, const GPtrArray *criteria)
{
  HsRecord *self = hs_record_new (HS_KIND_TEMPLATE);
  g_autoptr (GString) lines = g_string_new (NULL);

  copy_shared (self, assignment);
  for (guint i = 0; i < criteria->len; i++)
    {
      const HsRecord *criterion = g_ptr_array_index (criteria, i);
      gint64 kind = hs_record_int (criterion, HS_CRITERION_KIND);
      const char *text = hs_record_text (criterion, HS_CRITERION_TEXT);
      g_autofree char *line = g_strdup (text != NULL ? text : "");

      g_strdelimit (line, "\n", ' ');
      if (*line != '\0')
        g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n" : "",
                                hs_choice_dutch (HS_CHOICES_CRITERION_KIND, (guint) MAX (kind, 0)),
                                line);
    }
  if (lines->len > 0)
    hs_record_set_text (self, HS_TEMPLATE_CRITERIA, lines->str);
  return self;
}

void
hs_template_fill (const HsRecord *self, HsRecord *assignment)
{
  copy_shared (assignment, self);
}

/* A criterion out of a line. (transfer full) */
static HsRecord *
read_criterion (const char *line)
{
  HsRecord *criterion = hs_record_new (HS_KIND_CRITERION);
  guint kind = HS_CRITERION_KIND_FORMATIVE;

  for (guint i = HS_CRITERION_KIND_FORMATIVE; i <= HS_CRITERION_KIND_SUMMATIVE; i++)
    {
      const char *word = hs_choice_dutch (HS_CHOICES_CRITERION_KIND, i);
      gsize length = strlen (word);

      if (g_ascii_strncasecmp (line, word, length) != 0 || line[length] != ':')
        continue;
      kind = i;
      line += length + 1;
      break;
    }
  while (*line == ' ')
    line++;
  hs_record_set_int (criterion, HS_CRITERION_KIND, kind);
  hs_record_set_text (criterion, HS_CRITERION_TEXT, line);
  return criterion;
}

GPtrArray *
hs_template_criteria (const HsRecord *self)
{
  GPtrArray *criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  const char *text = hs_record_text (self, HS_TEMPLATE_CRITERIA);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      HsRecord *criterion;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      criterion = read_criterion (lines[i]);
      hs_record_set_int (criterion, HS_CRITERION_POSITION, criteria->len + 1);
      g_ptr_array_add (criteria, criterion);
    }
  return criteria;
}
