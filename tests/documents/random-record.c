/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-record.h"

#include "hs-query.h"
#include "hs-reference.h"

#include <string.h>

/* The last TWISTED of them are changed by a program that does not know our apostrophes. */
#define TWISTED 3

static const char *const words[] = {
  "=1+1",
  "-5",
  "+31 6 12345678",
  "@home",
  "'s-Gravenhage",
  "(leeg)",
  "a;b,c",
  "zeg \"ja\"",
  "Zoë",
  "Öztürk",
  "-",
  "Van der \"Berg\"",
  "een\ttab",
  "sep=;",
  "0012",
  "1e5",
  "ja",
  "nee",
  "TRUE",
  "\\\\",
  "{}",
  "null",
  "het’t",
  "€ 5",
  "日本",
  "#N/A",
  "a / b",
  "Å",
  "ß",
  "''",
  "'(leeg)",
  "'=x",
};

static char *
random_text (GRand *random, gboolean lines, gboolean wild)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int n = g_rand_int_range (random, 1, 4);

  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, lines && g_rand_boolean (random) ? '\n' : ' ');
      g_string_append (
          text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words) - (wild ? 0 : TWISTED))]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A text that passes @check; @n makes it different from others. */
static char *
checked_text (GRand *random, HsCheck check, guint n, gboolean wild)
{
  switch (check)
    {
    case HS_CHECK_CREBO:
      return g_strdup_printf ("%05u", 20000 + n);
    case HS_CHECK_BRIN:
      return g_strdup_printf ("%02u%c%c", n % 100, (char) ('A' + n / 100 % 26), 'Q');
    case HS_CHECK_KVK:
      return g_strdup_printf ("%08u", 10000000 + n);
    case HS_CHECK_SBB:
      return g_strdup_printf ("%u", 5000 + n);
    case HS_CHECK_POSTCODE:
      return g_strdup ("4001 AB");
    case HS_CHECK_EMAIL:
      return g_strdup_printf ("=naam%u@voorbeeld.example", n);
    case HS_CHECK_PHONE:
      return g_strdup ("+31 6 12345678");
    case HS_CHECK_URL:
      return g_strdup_printf ("https://voorbeeld.example/%u?a=b;c", n);
    case HS_CHECK_NONE:
    default:
      return random_text (random, FALSE, wild);
    }
}

/* Whether the record with @id may be named by @field. */
static gboolean
may_name (const HsRecord *record, HsKindId kind, guint field)
{
  int side = hs_reference_side (kind, field);

  return side < 0 || hs_record_int (record, HS_ORGANISATION_KIND) == side;
}

static void
set_reference (HsStore *store, GRand *random, HsRecord *record, guint field)
{
  const HsKind *kind = hs_record_kind (record);
  g_autoptr (HsQuery) query = hs_query_new (kind->fields[field].target);
  g_autoptr (GPtrArray) all = hs_store_find (store, query, NULL);

  for (guint tries = 0; all->len > 0 && tries < 50; tries++)
    {
      HsRecord *other =
          g_ptr_array_index (all, (guint) g_rand_int_range (random, 0, (gint32) all->len));

      if (!may_name (other, kind->id, field))
        continue;
      hs_record_set_int (record, field, hs_record_id (other));
      return;
    }
}

static void
set_text (GRand *random, HsRecord *record, guint field, guint n, gboolean wild)
{
  const HsField *description = &hs_record_kind (record)->fields[field];
  g_autofree char *text = description->type == HS_TYPE_LONG_TEXT
                              ? random_text (random, TRUE, wild)
                              : checked_text (random, description->check, n, wild);
  g_autoptr (GError) error = NULL;

  if ((description->flags & HS_FIELD_KEY) && description->check == HS_CHECK_NONE)
    {
      g_autofree char *plain = g_steal_pointer (&text);

      text = g_strdup_printf ("%s %u", plain, n);
    }
  g_assert_true (hs_record_parse (record, field, text, &error));
}

static void
set_value (HsStore *store, GRand *random, HsRecord *record, guint field, guint n, gboolean wild)
{
  const HsField *description = &hs_record_kind (record)->fields[field];
  guint choices;

  switch (description->type)
    {
    case HS_TYPE_TEXT:
    case HS_TYPE_LONG_TEXT:
      set_text (random, record, field, n, wild);
      break;
    case HS_TYPE_REF:
      set_reference (store, random, record, field);
      break;
    case HS_TYPE_CHOICE:
      hs_record_set_int (record, field, n % hs_field_n_choices (description));
      break;
    case HS_TYPE_SET:
      choices = hs_field_n_choices (description);
      hs_record_set_int (record, field, g_rand_int_range (random, 1, 1 << choices));
      break;
    case HS_TYPE_BOOLEAN:
      hs_record_set_int (record, field, g_rand_boolean (random));
      break;
    case HS_TYPE_MINUTES:
      hs_record_set_int (record, field, g_rand_int_range (random, 0, 100000));
      break;
    case HS_TYPE_DATE:
      hs_record_set_int (record, field, g_rand_int_range (random, HS_DAY_FIRST, HS_DAY_LAST));
      break;
    case HS_TYPE_INTEGER:
      hs_record_set_int (record, field,
                         description->flags & HS_FIELD_KEY ? (gint64) n : (gint64) (n % 50) - 20);
      break;
    default:
      hs_record_set_int (record, field, g_rand_int_range (random, -90000000, 90000000));
    }
}

void
random_records (HsStore *store, GRand *random, HsKindId kind, guint n, gboolean wild)
{
  const HsKind *description = hs_kind (kind);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HsRecord) record = hs_record_new (kind);

      for (guint field = 0; field < description->n_fields; field++)
        if ((description->fields[field].flags & (HS_FIELD_NEED | HS_FIELD_KEY))
            || g_rand_int_range (random, 0, 3) > 0)
          set_value (store, random, record, field, i, wild);
      if (kind == HS_KIND_ORGANISATION)
        hs_record_set_int (record, HS_ORGANISATION_KIND, i % 3);
      exchange_save (store, record);
    }
}
