/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the problem as an integer program in CPLEX LP form, runs the program for the time, and
 * reads the objective of its best solution. */

#include "bench-others.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static void
write_students (const HsInstance *instance, FILE *file)
{
  fputs ("Maximize\n total:", file);
  for (guint32 o = 0; o < instance->n_options; o++)
    fprintf (file, "\n %+d x%u", instance->value[o], o);
  fputs ("\nSubject To\n", file);
  for (guint32 s = 0; s < instance->n_students; s++)
    {
      if (instance->first_option[s] == instance->first_option[s + 1])
        continue;
      fprintf (file, " s%u:", s);
      for (guint32 o = instance->first_option[s]; o < instance->first_option[s + 1]; o++)
        fprintf (file, "\n + x%u", o);
      fputs (" <= 1\n", file);
    }
}

static void
write_problem (const HsInstance *instance, const char *path)
{
  FILE *file = g_fopen (path, "w");
  g_autofree GString **rows = g_new0 (GString *, instance->n_resources);
  write_students (instance, file);
  for (guint32 o = 0; o < instance->n_options; o++)
    for (guint32 k = instance->first_use[o]; k < instance->first_use[o + 1]; k++)
      {
        GString **row = &rows[instance->uses[k].resource];
        *row = *row != NULL ? *row : g_string_new (NULL);
        g_string_append_printf (*row, "\n + %d x%u", instance->uses[k].amount, o);
      }
  for (guint32 r = 0; r < instance->n_resources; r++)
    if (rows[r] != NULL)
      {
        fprintf (file, " r%u:%s <= %d\n", r, rows[r]->str, instance->capacity[r]);
        g_string_free (rows[r], TRUE);
      }
  fputs ("Binary\n", file);
  for (guint32 o = 0; o < instance->n_options; o++)
    fprintf (file, " x%u\n", o);
  fputs ("End\n", file);
  fclose (file);
}

/* The number after @label in @text. */
static gboolean
number_after (const char *text, const char *label, gint64 *number)
{
  const char *at = text != NULL ? strstr (text, label) : NULL;
  if (at == NULL)
    return FALSE;
  at += strlen (label);
  while (*at != '\0' && !g_ascii_isdigit (*at))
    at++;
  *number = (gint64) (g_ascii_strtod (at, NULL) + 0.5);
  return *at != '\0';
}

/* Runs "cbc" or "glpsol" for @seconds. FALSE when it is not there or found no solution. */
gboolean
bench_other (const char *program, const HsInstance *instance, double seconds, gint64 *objective)
{
  g_autofree char *found = g_find_program_in_path (program);
  if (found == NULL)
    return FALSE;
  g_autofree char *folder = g_dir_make_tmp ("hs-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "problem.lp", NULL);
  g_autofree char *answer = g_build_filename (folder, "answer", NULL);
  g_autofree char *time = g_strdup_printf ("%d", (int) (seconds + 0.5));
  g_autofree char *output = NULL, *text = NULL;
  gboolean is_cbc = strcmp (program, "cbc") == 0;
  write_problem (instance, path);
  const char *cbc[] = { found, path, "-max", "-sec", time, "-solve", "-quit", NULL };
  const char *glpk[] = { found, "--lp", path, "--tmlim", time, "-w", answer, NULL };
  g_spawn_sync (NULL, (char **) (is_cbc ? cbc : glpk), NULL, G_SPAWN_DEFAULT, NULL, NULL, &output,
                NULL, NULL, NULL);
  gboolean good;
  if (is_cbc)
    good = strstr (output, "No feasible solution") == NULL
           && number_after (output, "Objective value:", objective);
  else
    good = g_file_get_contents (answer, &text, NULL, NULL)
           && (strstr (text, "INTEGER OPTIMAL") != NULL || strstr (text, "INTEGER NON-OPTIMAL"))
           && number_after (text, "Objective:  total =", objective);
  g_unlink (path);
  g_unlink (answer);
  g_rmdir (folder);
  return good;
}
