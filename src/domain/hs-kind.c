/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up record kinds, fields and choices. */

#include "hs-kinds-table.h"

#include <glib/gi18n.h>
#include <string.h>

const HsKind *
hs_kind (HsKindId kind)
{
  g_return_val_if_fail ((guint) kind < HS_N_KINDS, NULL);
  return hs_kind_table[kind];
}

const HsKind *
hs_kind_by_name (const char *name)
{
  for (guint i = 0; i < HS_N_KINDS; i++)
    if (g_strcmp0 (hs_kind_table[i]->name, name) == 0)
      return hs_kind_table[i];
  return NULL;
}

const HsKind *
hs_kind_of_uid (const char *uid)
{
  const char *dash = uid != NULL ? strchr (uid, '-') : NULL;

  if (dash == NULL)
    return NULL;
  for (guint i = 0; i < HS_N_KINDS; i++)
    if (strlen (hs_kind_table[i]->prefix) == (gsize) (dash - uid)
        && strncmp (hs_kind_table[i]->prefix, uid, (gsize) (dash - uid)) == 0)
      return hs_kind_table[i];
  return NULL;
}

const char *
hs_kind_label (const HsKind *kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", kind->label);
}

const char *
hs_kind_plural (const HsKind *kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kinds", kind->plural);
}

int
hs_kind_find_field (const HsKind *kind, const char *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (kind->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

/* Case-insensitive equality of UTF-8 texts. */
static gboolean
same_text (const char *a, const char *b)
{
  g_autofree char *fold_a = g_utf8_casefold (a, -1);
  g_autofree char *fold_b = g_utf8_casefold (b, -1);

  return strcmp (fold_a, fold_b) == 0;
}

int
hs_kind_find_column (const HsKind *kind, const char *header)
{
  g_autofree char *wanted = g_strstrip (g_strdup (header));

  for (guint i = 0; i < kind->n_fields; i++)
    if (same_text (kind->fields[i].name, wanted) || same_text (hs_field_label (kind, i), wanted)
        || same_text (kind->fields[i].label, wanted))
      return (int) i;
  return -1;
}

int
hs_kind_parent_field (const HsKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & HS_FIELD_PARENT)
      return (int) i;
  return -1;
}

const char *
hs_field_label (const HsKind *kind, guint field)
{
  g_return_val_if_fail (field < kind->n_fields, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, kind->name, kind->fields[field].label);
}

guint
hs_field_n_choices (const HsField *field)
{
  g_return_val_if_fail (field->type == HS_TYPE_CHOICE || field->type == HS_TYPE_SET, 0);
  return hs_choices_table[field->choices].n_items;
}

static const HsChoice *
choice_at (HsChoicesId choices, guint index)
{
  g_return_val_if_fail ((guint) choices < HS_N_CHOICES, NULL);
  g_return_val_if_fail (index < hs_choices_table[choices].n_items, NULL);
  return &hs_choices_table[choices].items[index];
}

const char *
hs_choice_code (HsChoicesId choices, guint index)
{
  const HsChoice *choice = choice_at (choices, index);

  return choice != NULL ? choice->code : NULL;
}

const char *
hs_choice_label (HsChoicesId choices, guint index)
{
  const HsChoice *choice = choice_at (choices, index);

  return choice != NULL
             ? g_dpgettext2 (GETTEXT_PACKAGE, hs_choices_table[choices].name, choice->label)
             : NULL;
}

const char *
hs_choice_dutch (HsChoicesId choices, guint index)
{
  const HsChoice *choice = choice_at (choices, index);

  return choice != NULL ? choice->dutch : NULL;
}

int
hs_choice_find (HsChoicesId choices, const char *text)
{
  const HsChoices *list = &hs_choices_table[choices];

  for (guint i = 0; i < list->n_items; i++)
    if (g_ascii_strcasecmp (list->items[i].code, text) == 0)
      return (int) i;
  for (guint i = 0; i < list->n_items; i++)
    if (same_text (list->items[i].dutch, text) || same_text (list->items[i].label, text))
      return (int) i;
  return -1;
}
