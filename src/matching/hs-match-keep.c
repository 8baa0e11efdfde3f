/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying a solution from one problem to another. */

#include "hs-match-keep.h"

#include "hs-query.h"

gboolean
hs_match_take_option (const HsInstance *instance, guint32 option, gint32 *left)
{
  guint32 first = instance->first_use[option], end = instance->first_use[option + 1];

  for (guint32 i = first; i < end; i++)
    if (instance->uses[i].amount > left[instance->uses[i].resource])
      return FALSE;
  for (guint32 i = first; i < end; i++)
    left[instance->uses[i].resource] -= instance->uses[i].amount;
  return TRUE;
}

static gint32
find_option (const HsMatchProblem *problem, const HsMatchOption *wanted)
{
  const HsInstance *instance = problem->instance;

  for (guint32 o = instance->first_option[wanted->student];
       o < instance->first_option[wanted->student + 1]; o++)
    {
      const HsMatchOption *option = &g_array_index (problem->options, HsMatchOption, o);

      if (option->vacancy == wanted->vacancy && option->supervisor == wanted->supervisor
          && option->digicoach == wanted->digicoach && option->item == wanted->item)
        return (gint32) o;
    }
  return HS_NO_OPTION;
}

gint32 *
hs_match_translate (const HsMatchProblem *from, const gint32 *pick, const HsMatchProblem *to)
{
  gint32 *start = g_new (gint32, MAX (1, to->instance->n_students));

  for (guint32 i = 0; i < to->instance->n_students; i++)
    start[i] = pick[i] == HS_NO_OPTION
                   ? HS_NO_OPTION
                   : find_option (to, &g_array_index (from->options, HsMatchOption, pick[i]));
  return start;
}

typedef struct
{
  HsMatchPlan *plan;
  gint32 *start;
  gint32 *left;
} Keeping;

/* The number of the record that @row refers to; HS_NOBODY when it names none or it is gone, which
 * @lost says. */
static guint32
number_in (const Keeping *keeping, const HsRecord *row, guint field, HsKindId kind, gboolean *lost)
{
  guint32 number;

  if (!hs_record_has (row, field))
    return HS_NOBODY;
  number = hs_match_world_number (keeping->plan->world, kind, hs_record_int (row, field));
  *lost = *lost || number == HS_NOBODY;
  return number;
}

static gboolean
each_row (HsRecord *row, gpointer data)
{
  Keeping *keeping = data;
  gboolean lost = FALSE;
  HsMatchOption option;
  gint32 number;

  if (hs_record_int (row, HS_PROPOSAL_ROW_STATUS) == HS_ROW_STATUS_REFUSED)
    return TRUE;
  option.student = number_in (keeping, row, HS_PROPOSAL_ROW_STUDENT, HS_KIND_STUDENT, &lost);
  option.vacancy = number_in (keeping, row, HS_PROPOSAL_ROW_VACANCY, HS_KIND_VACANCY, &lost);
  option.supervisor = number_in (keeping, row, HS_PROPOSAL_ROW_SUPERVISOR, HS_KIND_PERSON, &lost);
  option.digicoach = number_in (keeping, row, HS_PROPOSAL_ROW_DIGICOACH, HS_KIND_PERSON, &lost);
  option.item = number_in (keeping, row, HS_PROPOSAL_ROW_ITEM, HS_KIND_ITEM, &lost);
  if (lost || option.student == HS_NOBODY || option.vacancy == HS_NOBODY)
    return TRUE;
  number = find_option (keeping->plan->problem, &option);
  if (number != HS_NO_OPTION
      && hs_match_take_option (keeping->plan->problem->instance, (guint32) number, keeping->left))
    keeping->start[option.student] = number;
  return TRUE;
}

typedef struct
{
  const HsMatchPlan *plan;
  gboolean *wide;
  gboolean any;
} Missing;

/* Marks the students whose row is on a vacancy that is not among their options. */
static gboolean
each_missing (HsRecord *row, gpointer data)
{
  Missing *missing = data;
  const HsMatchPlan *plan = missing->plan;
  guint32 student = hs_match_world_number (plan->world, HS_KIND_STUDENT,
                                           hs_record_int (row, HS_PROPOSAL_ROW_STUDENT));
  guint32 vacancy = hs_match_world_number (plan->world, HS_KIND_VACANCY,
                                           hs_record_int (row, HS_PROPOSAL_ROW_VACANCY));
  const HsInstance *instance = plan->problem->instance;

  if (student == HS_NOBODY || vacancy == HS_NOBODY)
    return TRUE;
  for (guint32 o = instance->first_option[student]; o < instance->first_option[student + 1]; o++)
    if (g_array_index (plan->problem->options, HsMatchOption, o).vacancy == vacancy)
      return TRUE;
  missing->wide[student] = missing->any = TRUE;
  return TRUE;
}

static gboolean
read_rows (HsStore *store, gint64 proposal, gboolean (*each) (HsRecord *, gpointer), gpointer data,
           GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PROPOSAL_ROW);

  hs_query_where_int (query, HS_PROPOSAL_ROW_PROPOSAL, HS_OP_EQUAL, proposal);
  return hs_store_for_each (store, query, each, data, error);
}

gint32 *
hs_match_keep (HsMatchPlan *plan, HsStore *store, gint64 proposal, GError **error)
{
  guint32 n = plan->problem->instance->n_students;
  g_autofree gint32 *start = g_new (gint32, MAX (1, n));
  g_autofree gint32 *left = NULL;
  g_autofree gboolean *wide = g_new0 (gboolean, n + 1);
  Missing missing = { plan, wide, FALSE };
  Keeping keeping = { plan, start, NULL };
  const HsInstance *instance;

  for (guint32 i = 0; i < n; i++)
    start[i] = HS_NO_OPTION;
  if (proposal == 0)
    return g_steal_pointer (&start);
  if (!read_rows (store, proposal, each_missing, &missing, error))
    return NULL;
  if (missing.any)
    {
      HsMatchProblem *wider =
          hs_match_build (plan->world, plan->index, &plan->weights, wide, NULL, NULL, error);

      if (wider == NULL)
        return NULL;
      hs_match_problem_free (plan->problem);
      plan->problem = wider;
    }
  instance = plan->problem->instance;
  keeping.left = left =
      g_memdup2 (instance->capacity, MAX (1, instance->n_resources) * sizeof (gint32));
  if (!read_rows (store, proposal, each_row, &keeping, error))
    return NULL;
  return g_steal_pointer (&start);
}

gboolean
hs_match_read_weights (HsStore *store, gint64 proposal, HsMatchWeights *weights, GError **error)
{
  g_autoptr (HsRecord) record = NULL;
  const char *text;

  *weights = hs_match_weights_default ();
  if (proposal == 0)
    return TRUE;
  record = hs_store_get (store, HS_KIND_PROPOSAL, proposal, error);
  if (record == NULL)
    return FALSE;
  text = hs_record_text (record, HS_PROPOSAL_WEIGHTS);
  return text == NULL || hs_match_weights_read (weights, text, error);
}
