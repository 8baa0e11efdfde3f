/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help in the program: a topic for every page, section and rule; links that lead somewhere; and
 * language that can be read. */

#include "hs-application.h"
#include "hs-help-book.h"
#include "hs-rule.h"

#include <string.h>

static HsHelpPage *
must_have (const char *id)
{
  g_autoptr (GError) error = NULL;
  HsHelpPage *page = hs_help_book_page (id, &error);

  if (page == NULL)
    g_error ("%s: %s", id, error->message);
  return page;
}

static void
test_every_place (void)
{
  static const char *const ids[] = {
    "index",
    "begin",
    "page-overview",
    "page-talks",
    "page-agreements",
    "page-matching",
    "page-students",
    "page-supervisors",
    "page-technology",
    "page-materials",
    "page-organisations",
    "stageafspraak",
    "agreement-parties",
    "agreement-legal",
    "agreement-responsibilities",
    "agreement-guidance",
    "agreement-onboarding",
    "agreement-material",
    "agreement-assignment",
    "agreement-signing",
    "agreement-sheets",
    "agreement-notes",
    "agreement-history",
    "klas",
    "antwoordformulier",
    "importeren",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (HsHelpPage) page = must_have (ids[i]);

      g_assert_nonnull (page->title);
      g_assert_nonnull (page->description);
      g_assert_cmpuint (page->blocks->len, >, 0);
    }
}

/* What it is for, and at least one thing to do. */
static void
test_every_rule (void)
{
  guint n_rules;
  const HsRule *const *rules = hs_rules_all (&n_rules);

  g_assert_cmpuint (n_rules, >, 70);
  for (guint i = 0; i < n_rules; i++)
    {
      g_autofree char *id = hs_help_book_finding (rules[i]->code);
      g_autoptr (HsHelpPage) page = must_have (id);
      guint n_steps = 0;

      for (guint j = 0; j < page->blocks->len; j++)
        n_steps += ((HsHelpBlock *) page->blocks->pdata[j])->kind == HS_HELP_STEP;
      if (n_steps == 0 || page->blocks->len < 4)
        g_error ("the help says too little about %s", rules[i]->code);
    }
}

static void
assert_links (const HsHelpPage *page, const char *markup)
{
  for (const char *at = strstr (markup, "href=\""); at != NULL; at = strstr (at + 1, "href=\""))
    {
      const char *start = at + strlen ("href=\"");
      g_autofree char *id = g_strndup (start, strcspn (start, "\""));
      g_autoptr (HsHelpPage) target = hs_help_book_page (id, NULL);

      if (target == NULL)
        g_error ("%s leads to '%s', which is not there", page->id, id);
    }
}

/* Every topic can be reached from the first one, and every link leads to a topic. */
static void
test_links (void)
{
  g_autoptr (GPtrArray) all = hs_help_book_all ();

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (HsHelpPage) page = must_have (all->pdata[i]);
      g_autofree char *guide = g_strdup (page->guide);

      for (guint j = 0; j < page->blocks->len; j++)
        {
          const HsHelpBlock *block = page->blocks->pdata[j];

          g_assert_true (pango_parse_markup (block->markup, -1, 0, NULL, NULL, NULL, NULL)
                         || strstr (block->markup, "<a ") != NULL);
          assert_links (page, block->markup);
        }
      for (guint depth = 0; guide != NULL; depth++)
        {
          g_autoptr (HsHelpPage) above = must_have (guide);

          g_assert_cmpuint (depth, <, 5);
          g_free (guide);
          guide = g_strdup (above->guide);
          g_assert_true (guide != NULL || strcmp (above->id, "index") == 0);
        }
    }
}

/* Words and sentences of a text without markup. */
static void
count (const char *markup, guint *n_words, guint *n_sentences)
{
  gboolean in_tag = FALSE, in_word = FALSE;
  gunichar last = 0;

  for (const char *at = markup; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      in_tag = c == '<' || (in_tag && last != '>');
      if (!in_tag && g_unichar_isalnum (c) && !in_word)
        (*n_words)++;
      in_word = !in_tag
                && (g_unichar_isalnum (c)
                    || (in_word && strchr ("-’.+", (int) MIN (c, 127)) != NULL && c < 127));
      if (!in_tag && strchr (".?!:;", (int) MIN (c, 127)) != NULL && c < 127
          && (at[1] == '\0' || at[1] == ' ' || at[1] == '<'))
        (*n_sentences)++;
      last = c;
    }
}

/* Language level B1: twelve words a sentence at most, on average. */
static void
test_sentences (void)
{
  g_autoptr (GPtrArray) all = hs_help_book_all ();
  guint n_words = 0, n_sentences = 0;

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (HsHelpPage) page = must_have (all->pdata[i]);

      for (guint j = 0; j < page->blocks->len; j++)
        count (((HsHelpBlock *) page->blocks->pdata[j])->markup, &n_words, &n_sentences);
    }
  g_test_message ("%u words in %u sentences: %.1f words a sentence", n_words, n_sentences,
                  (double) n_words / n_sentences);
  g_assert_cmpuint (n_sentences, >, 300);
  g_assert_cmpfloat ((double) n_words / n_sentences, <=, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hs_application_register_resources ();
  g_test_add_func ("/help/places", test_every_place);
  g_test_add_func ("/help/rules", test_every_rule);
  g_test_add_func ("/help/links", test_links);
  g_test_add_func ("/help/sentences", test_sentences);
  return g_test_run ();
}
