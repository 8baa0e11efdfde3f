/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words which members of two contents differ. */

#include "hs-verify-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "hs-contract-private.h"

#define MOST_DIFFERENCES 50
#define LONGEST_VALUE 60

typedef struct
{
  HsVerifier *verifier;
  guint count;
} Comparer;

/* A value as short text (transfer full). */
static char *
value_text (json_t *value)
{
  if (value == NULL)
    return g_strdup (_ ("nothing"));
  if (json_is_string (value))
    {
      g_autofree char *start =
          g_utf8_substring (json_string_value (value), 0,
                            MIN (LONGEST_VALUE, g_utf8_strlen (json_string_value (value), -1)));
      return g_strdup_printf ("“%s%s”", start,
                              strlen (start) < json_string_length (value) ? "…" : "");
    }
  char *dumped = json_dumps (value, JSON_COMPACT | JSON_ENCODE_ANY);
  char *text = strlen (dumped) > LONGEST_VALUE ? g_strdup ("…") : g_strdup (dumped);
  free (dumped);
  return text;
}

static void
add_difference (Comparer *self, const char *path, json_t *expected, json_t *found)
{
  g_autofree char *was = value_text (expected);
  g_autofree char *is = value_text (found);

  if (self->count++ < MOST_DIFFERENCES)
    hs_verifier_add (self->verifier, HS_VERIFY_BAD, "difference",
                     _ ("%s: the database has %s, this file has %s."), path, was, is);
}

static void compare (Comparer *self, const char *path, json_t *expected, json_t *found);

static char *
join (const char *path, const char *step)
{
  return *path != '\0' ? g_strconcat (path, " › ", step, NULL) : g_strdup (step);
}

static void
compare_objects (Comparer *self, const char *path, json_t *expected, json_t *found)
{
  const char *key;
  json_t *value;

  json_object_foreach (expected, key, value)
  {
    g_autofree char *label = hs_member_label (key);
    g_autofree char *below = join (path, label);
    compare (self, below, value, json_object_get (found, key));
  }
  json_object_foreach (found, key, value)
  {
    g_autofree char *label = hs_member_label (key);
    g_autofree char *below = join (path, label);
    if (json_object_get (expected, key) == NULL)
      compare (self, below, NULL, value);
  }
}

static void
compare_arrays (Comparer *self, const char *path, json_t *expected, json_t *found)
{
  size_t count = MAX (json_array_size (expected), json_array_size (found));

  for (size_t i = 0; i < count; i++)
    {
      g_autofree char *step = g_strdup_printf ("%zu", i + 1);
      g_autofree char *below = join (path, step);
      compare (self, below, json_array_get (expected, i), json_array_get (found, i));
    }
}

static void
compare (Comparer *self, const char *path, json_t *expected, json_t *found)
{
  if (self->count >= MOST_DIFFERENCES || json_equal (expected, found))
    return;
  if (json_is_object (expected) && json_is_object (found))
    compare_objects (self, path, expected, found);
  else if (json_is_array (expected) && json_is_array (found))
    compare_arrays (self, path, expected, found);
  else
    add_difference (self, path, expected, found);
}

void
hs_verifier_compare (HsVerifier *self, json_t *expected, json_t *found)
{
  Comparer comparer = { self, 0 };

  compare (&comparer, "", expected, found);
}
