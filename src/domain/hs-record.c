/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record is one allocation: head, values, and room for the texts that it is read with; texts that
 * are set later are allocated one by one. Which fields have a value is a bit mask, so that a region
 * of records fits in memory. */

#include "hs-record.h"

#include <string.h>

typedef union
{
  gint64 integer;
  char *text;
} HsValue;

struct _HsRecord
{
  const HsKind *kind;
  gatomicrefcount refs;
  gint64 id;
  char *uid;
  gboolean uid_is_loose;
  gint64 made;
  gint64 changed;
  gint64 removed;
  guint64 present;
  guint64 loose; /* fields whose text is an allocation of its own */
  char *room; /* what is left of the room for texts, behind the values */
  char *room_end;
  HsValue values[];
};

G_DEFINE_BOXED_TYPE (HsRecord, hs_record, hs_record_ref, hs_record_unref)

static gboolean
is_text (const HsField *field)
{
  return field->type == HS_TYPE_TEXT || field->type == HS_TYPE_LONG_TEXT;
}

HsRecord *
hs_record_new_with_room (HsKindId kind, gsize room)
{
  const HsKind *description = hs_kind (kind);
  gsize head = sizeof (HsRecord) + description->n_fields * sizeof (HsValue);
  HsRecord *self;

  g_assert (description->n_fields <= 64);
  self = g_malloc (head + room);
  memset (self, 0, head);
  self->kind = description;
  self->room = (char *) self + head;
  self->room_end = self->room + room;
  g_atomic_ref_count_init (&self->refs);
  return self;
}

HsRecord *
hs_record_new (HsKindId kind)
{
  return hs_record_new_with_room (kind, 0);
}

/* A copy of @text in the room of the record; NULL when it does not fit. */
static char *
take_room (HsRecord *self, const char *text, gsize length)
{
  char *own = self->room;

  if ((gsize) (self->room_end - self->room) <= length)
    return NULL;
  memcpy (own, text, length);
  own[length] = '\0';
  self->room += length + 1;
  return own;
}

HsRecord *
hs_record_copy (const HsRecord *self)
{
  HsRecord *copy = hs_record_new (self->kind->id);

  hs_record_set_identity (copy, self->id, self->uid, self->made, self->changed, self->removed);
  for (guint i = 0; i < self->kind->n_fields; i++)
    hs_record_copy_field (copy, self, i);
  return copy;
}

HsRecord *
hs_record_ref (HsRecord *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
hs_record_unref (HsRecord *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; self->loose >> i != 0; i++)
    if (self->loose >> i & 1)
      g_free (self->values[i].text);
  if (self->uid_is_loose)
    g_free (self->uid);
  g_free (self);
}

const HsKind *
hs_record_kind (const HsRecord *self)
{
  return self->kind;
}

HsKindId
hs_record_kind_id (const HsRecord *self)
{
  return self->kind->id;
}

gint64
hs_record_id (const HsRecord *self)
{
  return self->id;
}

const char *
hs_record_uid (const HsRecord *self)
{
  return self->uid;
}

gint64
hs_record_made (const HsRecord *self)
{
  return self->made;
}

gint64
hs_record_changed (const HsRecord *self)
{
  return self->changed;
}

gint64
hs_record_removed (const HsRecord *self)
{
  return self->removed;
}

void
hs_record_set_identity (HsRecord *self, gint64 id, const char *uid, gint64 made, gint64 changed,
                        gint64 removed)
{
  char *own = uid != NULL ? take_room (self, uid, strlen (uid)) : NULL;
  gboolean loose = own == NULL && uid != NULL;

  if (loose)
    own = g_strdup (uid);
  if (self->uid_is_loose)
    g_free (self->uid);
  self->uid = own;
  self->uid_is_loose = loose;
  self->id = id;
  self->made = made;
  self->changed = changed;
  self->removed = removed;
}

gboolean
hs_record_has (const HsRecord *self, guint field)
{
  g_return_val_if_fail (field < self->kind->n_fields, FALSE);
  return (self->present >> field & 1) != 0;
}

gint64
hs_record_int (const HsRecord *self, guint field)
{
  g_return_val_if_fail (field < self->kind->n_fields, 0);
  g_return_val_if_fail (!is_text (&self->kind->fields[field]), 0);
  if (self->present >> field & 1)
    return self->values[field].integer;
  return self->kind->fields[field].type == HS_TYPE_CHOICE ? -1 : 0;
}

const char *
hs_record_text (const HsRecord *self, guint field)
{
  g_return_val_if_fail (field < self->kind->n_fields, NULL);
  g_return_val_if_fail (is_text (&self->kind->fields[field]), NULL);
  return hs_record_has (self, field) ? self->values[field].text : NULL;
}

const char *
hs_record_code (const HsRecord *self, guint field)
{
  gint64 index = hs_record_int (self, field);

  return index >= 0 ? hs_choice_code (self->kind->fields[field].choices, (guint) index) : NULL;
}

void
hs_record_set_int (HsRecord *self, guint field, gint64 value)
{
  g_return_if_fail (field < self->kind->n_fields);
  g_return_if_fail (!is_text (&self->kind->fields[field]));
  self->values[field].integer = value;
  self->present |= G_GUINT64_CONSTANT (1) << field;
}

void
hs_record_set_text (HsRecord *self, guint field, const char *text)
{
  hs_record_set_text_n (self, field, text, text != NULL ? strlen (text) : 0);
}

void
hs_record_set_text_n (HsRecord *self, guint field, const char *text, gsize length)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << field;
  gboolean loose = FALSE;
  char *own = NULL;

  g_return_if_fail (field < self->kind->n_fields);
  g_return_if_fail (is_text (&self->kind->fields[field]));
  if (length > 0)
    {
      own = take_room (self, text, length);
      loose = own == NULL;
      if (loose)
        own = g_strndup (text, length);
    }
  /* Only now: @text may be the value that was there. */
  hs_record_unset (self, field);
  if (own == NULL)
    return;
  self->values[field].text = own;
  self->present |= bit;
  if (loose)
    self->loose |= bit;
}

void
hs_record_set_code (HsRecord *self, guint field, const char *code)
{
  int index = hs_choice_find (self->kind->fields[field].choices, code);

  g_return_if_fail (index >= 0);
  hs_record_set_int (self, field, index);
}

void
hs_record_unset (HsRecord *self, guint field)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << field;

  if (!hs_record_has (self, field))
    return;
  if (self->loose & bit)
    g_free (self->values[field].text);
  self->values[field].text = NULL;
  self->present &= ~bit;
  self->loose &= ~bit;
}

gboolean
hs_record_same (const HsRecord *a, const HsRecord *b, guint field)
{
  g_return_val_if_fail (a->kind == b->kind, FALSE);
  if (hs_record_has (a, field) != hs_record_has (b, field))
    return FALSE;
  if (!hs_record_has (a, field))
    return TRUE;
  if (is_text (&a->kind->fields[field]))
    return strcmp (a->values[field].text, b->values[field].text) == 0;
  return a->values[field].integer == b->values[field].integer;
}

void
hs_record_copy_field (HsRecord *to, const HsRecord *from, guint field)
{
  g_return_if_fail (to->kind == from->kind);
  if (!hs_record_has (from, field))
    hs_record_unset (to, field);
  else if (is_text (&to->kind->fields[field]))
    hs_record_set_text (to, field, from->values[field].text);
  else
    hs_record_set_int (to, field, from->values[field].integer);
}

char *
hs_record_title (const HsRecord *self)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < self->kind->n_fields; i++)
    if ((self->kind->fields[i].flags & HS_FIELD_TITLE) && hs_record_has (self, i))
      {
        g_autofree char *part = hs_record_format (self, i);

        g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", part);
      }
  if (title->len == 0)
    g_string_assign (title, hs_kind_label (self->kind));
  return g_string_free (g_steal_pointer (&title), FALSE);
}
