/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a Mallard page into blocks of text. */

#include "hs-help-private.h"

#include <string.h>

typedef struct
{
  HsHelpPage *page;
  GString *text; /* what is being read, or NULL */
  gboolean in_section;
  gboolean in_steps;
  gboolean in_list;
  gboolean in_note;
  int number;
  guint n_keys; /* of the key sequence */
} Reader;

static const char *
attribute (const char *name, const char **names, const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

/* A link without words gets the title of what it leads to. */
static void
open_link (Reader *self, const char **names, const char **values)
{
  const char *xref = attribute ("xref", names, values);
  g_autoptr (HsHelpPage) target = NULL;
  g_autofree char *markup = NULL;

  if (self->text == NULL)
    {
      if (g_strcmp0 (attribute ("type", names, values), "guide") == 0)
        self->page->guide = g_strdup (xref);
      return;
    }
  target = xref == NULL ? NULL : hs_help_book_page (xref, NULL);
  markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", xref != NULL ? xref : "",
                                    target != NULL ? target->title : xref);
  g_string_append (self->text, markup);
}

static void
open_inline (Reader *self, const char *element)
{
  if (self->text == NULL)
    return;
  if (strcmp (element, "gui") == 0)
    g_string_append (self->text, "<b>");
  else if (strcmp (element, "em") == 0)
    g_string_append (self->text, "<i>");
  else if (strcmp (element, "keyseq") == 0)
    self->n_keys = 0;
  else if (strcmp (element, "key") == 0)
    g_string_append (self->text, self->n_keys++ > 0 ? "+<b>" : "<b>");
}

static void
start (GMarkupParseContext *context, const char *element, const char **names, const char **values,
       gpointer user_data, GError **error)
{
  Reader *self = user_data;

  if (strcmp (element, "section") == 0)
    self->in_section = TRUE;
  else if (strcmp (element, "steps") == 0)
    {
      self->in_steps = TRUE;
      self->number = 0;
    }
  else if (strcmp (element, "list") == 0)
    self->in_list = TRUE;
  else if (strcmp (element, "note") == 0)
    self->in_note = TRUE;
  else if (strcmp (element, "title") == 0 || strcmp (element, "desc") == 0
           || strcmp (element, "p") == 0)
    self->text = g_string_new (NULL);
  else if (strcmp (element, "link") == 0)
    open_link (self, names, values);
  else
    open_inline (self, element);
}

static void
close_inline (Reader *self, const char *element)
{
  if (self->text == NULL)
    return;
  if (strcmp (element, "gui") == 0 || strcmp (element, "key") == 0)
    g_string_append (self->text, "</b>");
  else if (strcmp (element, "em") == 0)
    g_string_append (self->text, "</i>");
}

static void
close_text (Reader *self, const char *element)
{
  g_autofree char *text = g_string_free (g_steal_pointer (&self->text), FALSE);

  if (strcmp (element, "desc") == 0)
    self->page->description = g_steal_pointer (&text);
  else if (strcmp (element, "title") == 0 && !self->in_section)
    self->page->title = g_steal_pointer (&text);
  else if (strcmp (element, "title") == 0)
    hs_help_page_add (self->page, HS_HELP_HEADING, 0, text);
  else
    hs_help_page_add (self->page,
                      self->in_note    ? HS_HELP_NOTE
                      : self->in_steps ? HS_HELP_STEP
                      : self->in_list  ? HS_HELP_ITEM
                                       : HS_HELP_TEXT,
                      self->in_steps ? ++self->number : 0, text);
}

static void
end (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reader *self = user_data;

  if (strcmp (element, "section") == 0)
    self->in_section = FALSE;
  else if (strcmp (element, "steps") == 0)
    self->in_steps = FALSE;
  else if (strcmp (element, "list") == 0)
    self->in_list = FALSE;
  else if (strcmp (element, "note") == 0)
    self->in_note = FALSE;
  else if (self->text != NULL
           && (strcmp (element, "title") == 0 || strcmp (element, "desc") == 0
               || strcmp (element, "p") == 0))
    close_text (self, element);
  else
    close_inline (self, element);
}

static void
text (GMarkupParseContext *context, const char *data, gsize length, gpointer user_data,
      GError **error)
{
  Reader *self = user_data;
  g_autofree char *escaped = g_markup_escape_text (data, (gssize) length);

  if (self->text != NULL)
    g_string_append (self->text, escaped);
}

HsHelpPage *
hs_help_page_read (const char *id, GBytes *bytes, GError **error)
{
  static const GMarkupParser parser = { start, end, text, NULL, NULL };
  g_autoptr (HsHelpPage) page = hs_help_page_new (id);
  Reader reader = { .page = page };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean done = g_markup_parse_context_parse (context, data, (gssize) size, error)
                  && g_markup_parse_context_end_parse (context, error);

  if (reader.text != NULL)
    g_string_free (reader.text, TRUE);
  return done ? g_steal_pointer (&page) : NULL;
}
