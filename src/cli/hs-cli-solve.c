/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handslag-cli solve FILE [--time S | --moves N] [--seed N] [--threads N] [--solution OUT]
 *
 * Reads an instance, solves it, writes the solution and prints one JSON object. Needs no database.
 */

#include "hs-cli-commands.h"
#include "hs-cli-pages.h"
#include "hs-error.h"
#include "hs-instance-file.h"
#include "hs-solver.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <sys/resource.h>

#define DEFAULT_SECONDS 10.0
#define MAX_SECONDS 1e7
#define MAX_THREADS 256

/* "0.5" or "0,5" seconds. */
static gboolean
read_seconds (HsCli *self, double *seconds, GError **error)
{
  const char *text = hs_cli_option (self, "time");
  g_autofree char *number = g_strdelimit (g_strdup (text != NULL ? text : "10"), ",", '.');
  char *end;

  *seconds = g_ascii_strtod (number, &end);
  if (text == NULL)
    *seconds = DEFAULT_SECONDS;
  if (*end == '\0' && end != number && *seconds > 0 && *seconds <= MAX_SECONDS)
    return TRUE;
  hs_cli_wrong_use (error, _ ("'%s' does not fit --time: give a number of seconds above 0"), text);
  return FALSE;
}

static gboolean
read_options (HsCli *self, HsSolverOptions *options, GError **error)
{
  gint64 moves, seed, threads;

  if (hs_cli_has (self, "moves") && hs_cli_has (self, "time"))
    {
      hs_cli_wrong_use (error, _ ("give --time or --moves, not both"));
      return FALSE;
    }
  if (!read_seconds (self, &options->seconds, error)
      || !hs_cli_option_int (self, "moves", 1, G_MAXINT64, 0, &moves, error)
      || !hs_cli_option_int (self, "seed", 0, G_MAXINT64, 1, &seed, error)
      || !hs_cli_option_int (self, "threads", 1, MAX_THREADS, 1, &threads, error))
    return FALSE;
  options->moves = (guint64) moves;
  options->seed = (guint64) seed;
  options->threads = (guint) threads;
  return TRUE;
}

static gint64
peak_kb (void)
{
  struct rusage usage;
  return getrusage (RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0;
}

/* The share of the bound that the objective falls short of it, at least 0. */
static double
gap_of (const HsSolution *solution)
{
  double distance = (double) (solution->bound - solution->objective);
  return distance <= 0 ? 0 : distance / MAX (ABS ((double) solution->bound), 1);
}

static gboolean
print_result (const HsSolution *solution, double seconds, double seconds_to_bound, GError **error)
{
  json_t *object =
      json_pack ("{s:I, s:I, s:f, s:I, s:f, s:f, s:I}", "objective",
                 (json_int_t) solution->objective, "bound", (json_int_t) solution->bound, "gap",
                 gap_of (solution), "matched", (json_int_t) solution->matched, "seconds", seconds,
                 "seconds_to_bound", seconds_to_bound, "peak_kb", (json_int_t) peak_kb ());
  gboolean good = object != NULL
                  && json_dumpf (object, stdout, JSON_COMPACT | JSON_REAL_PRECISION (9)) == 0
                  && putchar ('\n') != EOF && fflush (stdout) == 0;
  json_decref (object);
  if (!good)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_IO, _ ("cannot write the result"));
  return good;
}

static HsCliStatus
solve (HsCli *self, GError **error)
{
  gint64 begin = g_get_monotonic_time ();
  const char *out = hs_cli_option (self, "solution");
  HsSolverOptions options = { 0 };

  if (!read_options (self, &options, error))
    return HS_CLI_WRONG_USE;
  hs_cli_pages_give_back ();
  g_autoptr (HsInstance) instance = hs_instance_read (hs_cli_argument (self, 0), error);
  if (instance == NULL)
    return HS_CLI_COULD_NOT;
  double reading = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  options.seconds = MAX (options.seconds - reading, 0.001);
  g_autoptr (HsSolution) solution = hs_solver_run (instance, &options, NULL, error);
  if (solution == NULL
      || (out != NULL && !hs_solution_write (instance, solution->pick, out, error)))
    return HS_CLI_COULD_NOT;
  double seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  if (!print_result (solution, seconds, reading + solution->seconds_to_bound, error))
    return HS_CLI_COULD_NOT;
  return hs_cli_say_nothing (self);
}

static const HsCliOption solve_options[] = {
  { "time", N_ ("SECONDS"), FALSE, N_ ("How long to improve (10)") },
  { "moves", N_ ("N"), FALSE, N_ ("So many steps instead of so long: the same answer every time") },
  { "seed", N_ ("N"), FALSE, N_ ("Where chance starts (1)") },
  { "threads", N_ ("N"), FALSE, N_ ("How many searches side by side (1)") },
  { "solution", N_ ("FILE"), FALSE, N_ ("Write the solution to this file") },
  { NULL },
};

const HsCliCommand hs_cli_solve_commands[] = {
  { .path = "solve",
    .arguments = N_ ("FILE"),
    .least = 1,
    .most = 1,
    .options = solve_options,
    .summary = N_ ("Solves a matching problem in a file"),
    .help = N_ ("For measuring: it needs no data of your own. The result is always JSON, with the "
                "value that was found and a bound that nothing can be above."),
    .json = "{objective, bound, gap, matched, seconds, seconds_to_bound, peak_kb}",
    .example = "handslag-cli solve regio.txt --time 20 --solution antwoord.txt",
    .run = solve },
  { NULL },
};
