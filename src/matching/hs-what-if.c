/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts from the solution that is there, makes the change, and solves groups of students around it
 * exactly. The bound comes from the prices of the solution: they prove one for the changed problem
 * as well. */

#include "hs-what-if.h"

#include <string.h>

#include "hs-bound.h"
#include "hs-model.h"
#include "hs-repair.h"
#include "hs-search.h"

/* Groups around those who lost their place, then around all who could use what changed. */
#define GROUPS_LOST 400
#define GROUPS_NEAR 400
#define PRICE_SHARE 0.95

typedef struct
{
  const HsInstance *instance;
  const HsSolution *solution;
  guint8 *touched; /* resources whose use or capacity changes */
  gint32 *fixed;
  gint64 asked; /* the student who is asked about, or -1 */
} Question;

/**
 * hs_what_if_free:
 *
 * Frees an answer.
 */
void
hs_what_if_free (HsWhatIf *self)
{
  g_free (self->pick);
  g_free (self);
}

static void
touch_option (Question *question, gint32 option)
{
  const HsInstance *instance = question->instance;
  if (option == HS_NO_OPTION)
    return;
  for (guint32 k = instance->first_use[option]; k < instance->first_use[option + 1]; k++)
    question->touched[instance->uses[k].resource] = TRUE;
}

/* Students of the model who had a place in the solution and have none, or another one. */
static GArray *
lost_students (const Question *question, const HsSearch *search)
{
  GArray *lost = g_array_new (FALSE, FALSE, sizeof (guint32));
  const HsModel *model = search->model;
  for (guint32 s = 0; s < model->n_students; s++)
    {
      gint32 pick = search->students[s].pick;
      gint32 now = pick == HS_NO_OPTION ? pick : (gint32) model->options[pick].origin;
      if (now != question->solution->pick[model->student_origin[s]])
        g_array_append_val (lost, s);
    }
  return lost;
}

/* Students of the model who could use something that changes. */
static GArray *
near_students (const Question *question, const HsModel *model)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 s = 0; s < model->n_students; s++)
    {
      gboolean could = FALSE;
      for (guint32 k = model->options[model->first_option[s]].first_use;
           !could && k < model->options[model->first_option[s + 1]].first_use; k++)
        could = question->touched[model->resource_origin[model->uses[k].resource]];
      if (could)
        g_array_append_val (near, s);
    }
  return near;
}

static HsWhatIf *
answer_new (const Question *question, const HsSearch *search, gint64 bound)
{
  const HsModel *model = search->model;
  const HsSolution *solution = question->solution;
  HsWhatIf *self = g_new0 (HsWhatIf, 1);
  guint32 n = solution->n_students;
  gint64 objective = model->fixed_value;
  self->pick = g_memdup2 (question->fixed, MAX (n, 1) * sizeof (gint32));
  for (guint32 s = 0; s < model->n_students; s++)
    if (search->best[s] != HS_NO_OPTION)
      {
        self->pick[model->student_origin[s]] = (gint32) model->options[search->best[s]].origin;
        objective += hs_model_value (model, (guint32) search->best[s]);
      }
  for (guint32 s = 0; s < n; s++)
    {
      self->matched += self->pick[s] != HS_NO_OPTION;
      self->n_moved += s != question->asked && self->pick[s] != solution->pick[s];
    }
  self->change = objective - solution->objective;
  self->most = bound - solution->objective;
  self->exact = self->change == self->most;
  return self;
}

/* Solves the changed problem from the solution that was there. */
static HsWhatIf *
answer (const Question *question, GCancellable *cancellable, GError **error)
{
  const HsSolution *solution = question->solution;
  g_autoptr (HsModel) model =
      hs_model_new (question->instance, question->fixed, solution->pick, 0, error);
  if (model == NULL)
    return NULL;
  g_autofree double *price = g_new0 (double, MAX (model->n_resources, 1));
  for (guint32 r = 0; r < model->n_resources; r++)
    price[r] = solution->price[model->resource_origin[r]];
  gint64 bound = hs_bound_certify (model, price);
  hs_model_set_worth (model, price, PRICE_SHARE);
  g_autoptr (HsSearch) search = hs_search_new (model, 1);
  hs_search_greedy (search);
  if (hs_repair_all (search, price, 200000))
    {
      bound = search->best_score + model->fixed_value;
      return answer_new (question, search, bound);
    }
  g_autoptr (GArray) lost = lost_students (question, search);
  g_autoptr (GArray) near = near_students (question, model);
  hs_repair_near (search, price, (const guint32 *) (gpointer) lost->data, lost->len, GROUPS_LOST,
                  cancellable);
  hs_repair_near (search, price, (const guint32 *) (gpointer) near->data, near->len, GROUPS_NEAR,
                  cancellable);
  return answer_new (question, search, bound);
}

static void
question_init (Question *question, const HsInstance *instance, const HsSolution *solution,
               const gint32 *fixed)
{
  gsize n = MAX (instance->n_students, 1);
  *question = (Question){ instance, solution, NULL, NULL, -1 };
  question->touched = g_new0 (guint8, MAX (instance->n_resources, 1));
  question->fixed = g_new (gint32, n);
  for (gsize s = 0; s < n; s++)
    question->fixed[s] = fixed != NULL ? fixed[s] : HS_NO_OPTION;
}

static void
question_clear (Question *question)
{
  g_free (question->touched);
  g_free (question->fixed);
}

/**
 * hs_what_if_option:
 * @solution: of @instance
 * @fixed: (nullable): the option that each student keeps, as for the solution
 * @option: the option that its student has to have
 * @cancellable: (nullable): stops the search; what was found until then is the answer
 *
 * What it takes to give a student this option. The same question has the same answer every time.
 *
 * Returns: (transfer full): the answer, or NULL with HS_ERROR_REFUSED when the option does not fit
 * with the fixed pairs
 */
HsWhatIf *
hs_what_if_option (const HsInstance *instance, const HsSolution *solution, const gint32 *fixed,
                   guint32 option, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (option < instance->n_options, NULL);
  Question question;
  guint32 student = hs_instance_student_of (instance, option);
  question_init (&question, instance, solution, fixed);
  question.asked = student;
  question.fixed[student] = (gint32) option;
  touch_option (&question, (gint32) option);
  touch_option (&question, solution->pick[student]);
  HsWhatIf *result = answer (&question, cancellable, error);
  question_clear (&question);
  return result;
}

/**
 * hs_what_if_more:
 * @solution: of @instance
 * @fixed: (nullable): the option that each student keeps, as for the solution
 * @resource: what there would be more of
 * @more: how much more, in the resource's own unit; less than 0 for less
 * @cancellable: (nullable): stops the search; what was found until then is the answer
 *
 * What it brings to have more of a resource: change is the gain.
 *
 * Returns: (transfer full): the answer, or NULL with HS_ERROR_REFUSED when less is too little for
 * the fixed pairs
 */
HsWhatIf *
hs_what_if_more (const HsInstance *instance, const HsSolution *solution, const gint32 *fixed,
                 guint32 resource, gint32 more, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (resource < instance->n_resources, NULL);
  Question question;
  HsInstance changed = *instance; /* shares everything but the capacities */
  g_autofree gint32 *capacity =
      g_memdup2 (instance->capacity, instance->n_resources * sizeof (gint32));
  gint64 sum = (gint64) capacity[resource] + more;
  capacity[resource] = (gint32) CLAMP (sum, 0, HS_INSTANCE_MAX_NUMBER);
  changed.capacity = capacity;
  question_init (&question, &changed, solution, fixed);
  question.touched[resource] = TRUE;
  HsWhatIf *result = answer (&question, cancellable, error);
  question_clear (&question);
  return result;
}
