/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing the language and finding its translation. */

#include "hs-locale.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

/* Gettext looks at LANGUAGE in no locale called "C" or "POSIX". */
static gboolean
has_no_language (const char *locale)
{
  return locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0;
}

static void
choose_locale (void)
{
  const char *types = setlocale (LC_CTYPE, "");

  if (types == NULL || g_ascii_strcasecmp (nl_langinfo (CODESET), "UTF-8") != 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  if (has_no_language (setlocale (LC_MESSAGES, "")))
    setlocale (LC_MESSAGES, "C.UTF-8");
}

/* The folder with translations of a build tree: up from build/src/cli/handslag-cli or
 * build/tests/cli/test-x until there is a folder po with ours in it. NULL when there is none. */
static char *
find_build_translations (void)
{
  g_autofree char *folder = g_file_read_link ("/proc/self/exe", NULL);

  for (int level = 0; folder != NULL && level < 3; level++)
    {
      g_autofree char *upper = g_path_get_dirname (folder);
      g_autofree char *file =
          g_build_filename (upper, "po", "nl", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (g_file_test (file, G_FILE_TEST_IS_REGULAR))
        return g_build_filename (upper, "po", NULL);
      g_free (folder);
      folder = g_steal_pointer (&upper);
    }
  return NULL;
}

void
hs_locale_init (void)
{
  const char *language = g_getenv ("LANGUAGE");
  const char *chosen = g_getenv ("HANDSLAG_LOCALE_DIR");
  g_autofree char *built = NULL;

  if (language == NULL || *language == '\0')
    g_setenv ("LANGUAGE", "nl", TRUE);
  choose_locale ();
  if (chosen == NULL || *chosen == '\0')
    built = find_build_translations ();
  else
    built = g_strdup (chosen);
  bindtextdomain (GETTEXT_PACKAGE, built != NULL ? built : HS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
