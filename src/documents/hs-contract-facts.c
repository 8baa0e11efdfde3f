/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts that take few words stand two to a line, so that a usual agreement stays within four pages.
 */

#include "hs-contract-private.h"

#include <string.h>

/* Characters that surely fit into a narrow column on one line. */
#define SHORT_MOST 24

static gboolean
is_short (const char *text)
{
  return g_utf8_strlen (text, -1) <= SHORT_MOST && strchr (text, '\n') == NULL;
}

GPtrArray *
hs_short_facts_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

void
hs_short_facts_add (GPtrArray *facts, const char *label, char *value)
{
  if (value == NULL)
    return;
  g_ptr_array_add (facts, g_strdup (label));
  g_ptr_array_add (facts, value);
}

void
hs_short_facts_take (GPtrArray *facts, json_t *object)
{
  json_t *look = json_copy (object);
  void *next;
  const char *key;
  json_t *value;

  json_object_foreach_safe (object, next, key, value)
  {
    g_autofree char *label = hs_member_label (key);
    g_autofree char *text = hs_take (look, key);

    if (text == NULL || !is_short (text))
      continue;
    hs_short_facts_add (facts, label, g_steal_pointer (&text));
    json_object_del (object, key);
  }
  json_decref (look);
}

void
hs_short_facts_print (HsPdf *pdf, GPtrArray *facts)
{
  static const double weights[] = { 3.35, 3.0, 3.35, 3.05 };

  hs_pdf_table_begin (pdf, weights, 4, NULL);
  for (guint i = 0; i < facts->len; i += 4)
    {
      HsPdfText *cells[4] = { NULL };

      for (guint k = 0; k < 4 && i + k < facts->len; k++)
        {
          g_autofree char *spaced = g_strconcat (facts->pdata[i + k], " ", NULL);

          cells[k] = hs_pdf_text_new_of (k % 2 == 0 ? HS_PDF_LABEL : HS_PDF_BODY, spaced);
        }
      hs_pdf_table_row (pdf, cells);
    }
  hs_pdf_table_end (pdf);
}
