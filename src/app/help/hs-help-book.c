/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Topics by id: files in the resource, and findings. */

#include "hs-help-private.h"

#include "hs-rule.h"

#include <glib/gi18n.h>
#include <string.h>

#define FOLDER "/nl/handslag/Handslag/help/"
#define FINDINGS "bevindingen"
#define FINDING_PREFIX "bevinding-"

static void
block_free (HsHelpBlock *block)
{
  g_free (block->markup);
  g_free (block);
}

HsHelpPage *
hs_help_page_new (const char *id)
{
  HsHelpPage *self = g_new0 (HsHelpPage, 1);

  self->id = g_strdup (id);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  return self;
}

void
hs_help_page_free (HsHelpPage *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->guide);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

void
hs_help_page_add (HsHelpPage *self, HsHelpBlockKind kind, int number, const char *markup)
{
  HsHelpBlock *block = g_new0 (HsHelpBlock, 1);

  *block = (HsHelpBlock){ kind, number, g_strdup (markup) };
  g_ptr_array_add (self->blocks, block);
}

/* ---- findings ---- */

char *
hs_help_book_finding (const char *code)
{
  g_autofree char *lower = g_ascii_strdown (code, -1);

  g_strdelimit (lower, ".", '-');
  return g_strconcat (FINDING_PREFIX, lower, NULL);
}

static const HsRule *
rule_of (const char *id)
{
  guint n_rules;
  const HsRule *const *rules = hs_rules_all (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      g_autofree char *own = hs_help_book_finding (rules[i]->code);

      if (strcmp (own, id) == 0)
        return rules[i];
    }
  return NULL;
}

static const char *
severity_text (HsSeverity severity)
{
  switch (severity)
    {
    case HS_SEVERITY_BLOCKING:
      return _ ("This has to be solved before the next step.");
    case HS_SEVERITY_WARNING:
      return _ ("Look at this. You may leave it as it is.");
    case HS_SEVERITY_TIP:
    default:
      return _ ("This is a tip.");
    }
}

static void
add_lines (HsHelpPage *page, const char *code)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (FOLDER "findings.txt", 0, NULL);
  g_auto (GStrv) lines =
      bytes == NULL ? NULL : g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  gboolean mine = FALSE;
  int number = 0;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autofree char *markup = g_markup_escape_text (lines[i], -1);

      if (g_str_has_prefix (lines[i], "== "))
        mine = strcmp (lines[i] + 3, code) == 0;
      else if (mine && g_str_has_prefix (lines[i], "- "))
        hs_help_page_add (page, HS_HELP_STEP, ++number, markup + 2);
      else if (mine && *lines[i] != '\0')
        hs_help_page_add (page, HS_HELP_TEXT, 0, markup);
    }
}

static HsHelpPage *
finding_page (const char *id, const HsRule *rule)
{
  HsHelpPage *page = hs_help_page_new (id);
  g_autofree char *source =
      g_markup_printf_escaped (_ ("Where this rule comes from: %s."), hs_rule_source (rule));

  page->title = g_strdup (hs_rule_title (rule));
  page->description = g_strdup (severity_text (rule->severity));
  page->guide = g_strdup (FINDINGS);
  add_lines (page, rule->code);
  hs_help_page_add (page, HS_HELP_NOTE, 0, page->description);
  hs_help_page_add (page, HS_HELP_TEXT, 0, source);
  return page;
}

/* ---- topics ---- */

HsHelpPage *
hs_help_book_page (const char *id, GError **error)
{
  const HsRule *rule = g_str_has_prefix (id, FINDING_PREFIX) ? rule_of (id) : NULL;
  g_autofree char *path = g_strconcat (FOLDER, id, ".page", NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (rule != NULL)
    return finding_page (id, rule);
  bytes = g_resources_lookup_data (path, 0, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("there is no help about “%s”"), id);
      return NULL;
    }
  return hs_help_page_read (id, bytes, error);
}

static void
add_file_ids (GPtrArray *ids)
{
  g_auto (GStrv) names = g_resources_enumerate_children (FOLDER, 0, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".page"))
      g_ptr_array_add (ids, g_strndup (names[i], strlen (names[i]) - strlen (".page")));
}

GPtrArray *
hs_help_book_all (void)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  guint n_rules;
  const HsRule *const *rules = hs_rules_all (&n_rules);

  add_file_ids (ids);
  for (guint i = 0; i < n_rules; i++)
    g_ptr_array_add (ids, hs_help_book_finding (rules[i]->code));
  return ids;
}

typedef struct
{
  char *id;
  char *title;
} Entry;

static void
entry_free (Entry *entry)
{
  g_free (entry->title);
  g_free (entry);
}

static int
by_title (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(Entry *const *) a)->title, (*(Entry *const *) b)->title);
}

GPtrArray *
hs_help_book_under (const char *guide)
{
  g_autoptr (GPtrArray) all = hs_help_book_all ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (HsHelpPage) page = hs_help_book_page (all->pdata[i], NULL);

      if (page != NULL && g_strcmp0 (page->guide, guide) == 0)
        {
          Entry *entry = g_new0 (Entry, 1);
          *entry = (Entry){ g_strdup (page->id), g_strdup (page->title) };
          g_ptr_array_add (entries, entry);
        }
    }
  g_ptr_array_sort (entries, by_title);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (ids, ((Entry *) entries->pdata[i])->id);
  return ids;
}
