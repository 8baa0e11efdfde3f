/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a proposal. What it was made from may have changed: every row is held against the
 * world as it is now, and what is taken over counts for the rows after it. */

#include "hs-match-accept.h"

#include "hs-error.h"
#include "hs-life.h"
#include "hs-match-rule.h"
#include "hs-match-world-private.h"

#include <glib/gi18n.h>

void
hs_match_conflict_free (HsMatchConflict *self)
{
  g_free (self->sentence);
  g_free (self);
}

typedef struct
{
  HsStore *store;
  const HsActor *actor;
  HsMatchWorld *world;
  HsAgreementState until;
  GPtrArray *conflicts;
} Accepting;

static void
add_conflict (Accepting *accepting, const HsRecord *row, char *sentence)
{
  HsMatchConflict *conflict = g_new0 (HsMatchConflict, 1);

  conflict->row = hs_record_id (row);
  conflict->student = hs_record_int (row, HS_PROPOSAL_ROW_STUDENT);
  conflict->sentence = sentence;
  g_ptr_array_add (accepting->conflicts, conflict);
}

/* The option of a row in the world of now; FALSE when one of its parts is gone. */
static gboolean
read_option (const Accepting *accepting, const HsRecord *row, HsMatchOption *option)
{
  const struct
  {
    guint field;
    HsKindId kind;
    guint32 *number;
  } parts[] = {
    { HS_PROPOSAL_ROW_VACANCY, HS_KIND_VACANCY, &option->vacancy },
    { HS_PROPOSAL_ROW_SUPERVISOR, HS_KIND_PERSON, &option->supervisor },
    { HS_PROPOSAL_ROW_DIGICOACH, HS_KIND_PERSON, &option->digicoach },
    { HS_PROPOSAL_ROW_ITEM, HS_KIND_ITEM, &option->item },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      *parts[i].number = hs_match_world_number (accepting->world, parts[i].kind,
                                                hs_record_int (row, parts[i].field));
      if (*parts[i].number == HS_NOBODY && hs_record_has (row, parts[i].field))
        return FALSE;
    }
  return option->vacancy != HS_NOBODY && option->supervisor != HS_NOBODY;
}

/* Why there is no room for the option any more, or NULL. */
static char *
find_shortage (const HsMatchWorld *world, const HsMatchOption *option)
{
  const HsMatchStudent *student = hs_match_student (world, option->student);
  const HsMatchVacancy *vacancy = hs_match_vacancy (world, option->vacancy);
  const HsMatchPerson *person = hs_match_person (world, option->supervisor);
  g_autofree char *name = hs_record_title (person->record);

  if (vacancy->largest >= 0
      && hs_match_peak (vacancy->taken, student->from, student->to) >= vacancy->largest)
    return g_strdup (_ ("The vacancy is full by now."));
  if (hs_match_peak (person->students, student->from, student->to) >= person->limit)
    return g_strdup_printf (_ ("%s has no room for another student by now."), name);
  if (option->digicoach != HS_NOBODY
      && hs_match_peak (hs_match_person (world, option->digicoach)->coaching, student->from,
                        student->to)
                 + world->coach_minutes_week
             > hs_match_person (world, option->digicoach)->coach_minutes)
    return g_strdup (_ ("The digicoach has no hours left by now."));
  if (option->item != HS_NOBODY && hs_match_item (world, option->item)->users >= 0
      && hs_match_peak (hs_match_item (world, option->item)->in_use, student->from, student->to)
             >= hs_match_item (world, option->item)->users)
    return g_strdup (_ ("The technology is reserved by somebody else by now."));
  return NULL;
}

static char *
find_conflict (const HsMatchWorld *world, const HsMatchOption *option)
{
  HsMatchRule rule = hs_match_first_failing (world, option->student, option->vacancy);

  if (rule != HS_N_MATCH_RULES)
    return hs_match_rule_sentence (world, rule, option->student, option->vacancy);
  if (!hs_match_supervisor_fits (world, option->student, option->supervisor))
    return hs_match_rule_sentence (world, HS_MATCH_RULE_SUPERVISOR, option->student,
                                   option->vacancy);
  if (option->digicoach != HS_NOBODY
      && !hs_match_digicoach_fits (world, option->student, option->digicoach))
    return hs_match_rule_sentence (world, HS_MATCH_RULE_DIGICOACH, option->student,
                                   option->vacancy);
  if (option->item != HS_NOBODY && !hs_match_item_fits (world, option->student, option->item))
    return g_strdup (_ ("The technology cannot be used now."));
  return find_shortage (world, option);
}

/* What was taken over now counts for the rows after it, also for who must not be together. */
static void
count_option (HsMatchWorld *world, const HsMatchOption *option)
{
  const HsMatchStudent *student = hs_match_student (world, option->student);
  HsMatchVacancy *vacancy = hs_match_vacancy (world, option->vacancy);
  HsLoad here = { student->from, student->to, (gint32) vacancy->location };

  hs_match_add_load (&vacancy->taken, student->from, student->to, 1);
  hs_match_add_load (&hs_match_person (world, option->supervisor)->students, student->from,
                     student->to, 1);
  if (option->digicoach != HS_NOBODY)
    hs_match_add_load (&hs_match_person (world, option->digicoach)->coaching, student->from,
                       student->to, world->coach_minutes_week);
  if (option->item != HS_NOBODY)
    hs_match_add_load (&hs_match_item (world, option->item)->in_use, student->from, student->to, 1);
  for (guint i = 0; student->apart != NULL && i < student->apart->len; i++)
    {
      HsMatchStudent *other = hs_match_student (world, g_array_index (student->apart, guint32, i));

      if (other->barred == NULL)
        other->barred = g_array_new (FALSE, FALSE, sizeof (HsLoad));
      g_array_append_val (other->barred, here);
    }
}

/* Makes the agreement and marks the row. */
static gboolean
make_agreement (Accepting *accepting, HsRecord *row, const HsMatchOption *option, GError **error)
{
  const HsMatchStudent *student = hs_match_student (accepting->world, option->student);
  gint64 item = hs_record_int (row, HS_PROPOSAL_ROW_ITEM);
  HsLifeNew values = {
    .student = hs_record_id (student->record),
    .enrolment = hs_record_id (student->enrolment),
    .vacancy = hs_record_int (row, HS_PROPOSAL_ROW_VACANCY),
    .supervisor = hs_record_int (row, HS_PROPOSAL_ROW_SUPERVISOR),
    .digicoach = hs_record_int (row, HS_PROPOSAL_ROW_DIGICOACH),
    .items = item != 0 ? &item : NULL,
    .n_items = item != 0 ? 1 : 0,
    .origin = HS_ORIGIN_MATCHING,
    .start = student->from,
    .end = student->to - 1,
  };
  gint64 agreement =
      hs_life_create (accepting->store, accepting->actor, &values, accepting->until, NULL, error);

  if (agreement == 0)
    return FALSE;
  hs_record_set_int (row, HS_PROPOSAL_ROW_STATUS, HS_ROW_STATUS_ACCEPTED);
  hs_record_set_int (row, HS_PROPOSAL_ROW_AGREEMENT, agreement);
  return hs_store_save (accepting->store, row, error);
}

static gboolean
accept_row (Accepting *accepting, HsRecord *row, guint *made, GError **error)
{
  HsMatchOption option = { 0 };
  char *conflict;

  option.student = hs_match_world_number (accepting->world, HS_KIND_STUDENT,
                                          hs_record_int (row, HS_PROPOSAL_ROW_STUDENT));
  if (option.student == HS_NOBODY)
    conflict = g_strdup (_ ("The student does not look for a place any more."));
  else if (!read_option (accepting, row, &option))
    conflict = g_strdup (_ ("The vacancy, the people or the technology are gone by now."));
  else
    conflict = find_conflict (accepting->world, &option);
  if (conflict != NULL)
    {
      add_conflict (accepting, row, conflict);
      return TRUE;
    }
  count_option (accepting->world, &option);
  if (!make_agreement (accepting, row, &option, error))
    return FALSE;
  (*made)++;
  return TRUE;
}

static gboolean
is_chosen (const HsRecord *row, const gint64 *rows, gsize n_rows)
{
  if (rows == NULL)
    return TRUE;
  for (gsize i = 0; i < n_rows; i++)
    if (rows[i] == hs_record_id (row))
      return TRUE;
  return FALSE;
}

/* Marks the proposal as taken over when no row with a place is left. */
static gboolean
close_proposal (HsStore *store, gint64 id, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PROPOSAL_ROW);
  g_autoptr (HsRecord) proposal = hs_store_get (store, HS_KIND_PROPOSAL, id, error);
  gint64 left;

  if (proposal == NULL)
    return FALSE;
  hs_query_where_int (query, HS_PROPOSAL_ROW_PROPOSAL, HS_OP_EQUAL, id);
  hs_query_where_int (query, HS_PROPOSAL_ROW_STATUS, HS_OP_EQUAL, HS_ROW_STATUS_PROPOSED);
  hs_query_where_int (query, HS_PROPOSAL_ROW_VACANCY, HS_OP_NOT_EMPTY, 0);
  left = hs_store_count (store, query, error);
  if (left < 0)
    return FALSE;
  if (left == 0)
    hs_record_set_int (proposal, HS_PROPOSAL_STATUS, HS_PROPOSAL_STATUS_ACCEPTED);
  return hs_store_save (store, proposal, error);
}

static GPtrArray *
rows_of (HsStore *store, gint64 proposal, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PROPOSAL_ROW);

  hs_query_where_int (query, HS_PROPOSAL_ROW_PROPOSAL, HS_OP_EQUAL, proposal);
  hs_query_where_int (query, HS_PROPOSAL_ROW_STATUS, HS_OP_EQUAL, HS_ROW_STATUS_PROPOSED);
  hs_query_where_int (query, HS_PROPOSAL_ROW_VACANCY, HS_OP_NOT_EMPTY, 0);
  return hs_store_find (store, query, error);
}

gboolean
hs_match_accept (HsStore *store, const HsActor *actor, gint64 proposal, const gint64 *rows,
                 gsize n_rows, gboolean skip, HsAgreementState until, GPtrArray **conflicts,
                 guint *made, GCancellable *cancellable, GError **error)
{
  g_autoptr (HsMatchWorld) world = NULL;
  g_autoptr (GPtrArray) all = NULL;
  Accepting accepting = { store, actor, NULL, until, NULL };

  *made = 0;
  *conflicts = accepting.conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hs_match_conflict_free);
  accepting.world = world =
      hs_match_world_read (store, hs_clock_today (hs_store_clock (store)), cancellable, error);
  all = world != NULL ? rows_of (store, proposal, error) : NULL;
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      HsRecord *row = g_ptr_array_index (all, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || (is_chosen (row, rows, n_rows) && !accept_row (&accepting, row, made, error)))
        return FALSE;
    }
  if (accepting.conflicts->len > 0 && !skip)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
                   ngettext ("%u placement does not fit any more",
                             "%u placements do not fit any more", accepting.conflicts->len),
                   accepting.conflicts->len);
      return FALSE;
    }
  return close_proposal (store, proposal, error);
}

gboolean
hs_match_refuse (HsStore *store, gint64 id, const char *reason, GError **error)
{
  g_autoptr (HsRecord) row = hs_store_get (store, HS_KIND_PROPOSAL_ROW, id, error);
  g_autoptr (HsRecord) exclusion = hs_record_new (HS_KIND_EXCLUSION);

  if (row == NULL)
    return FALSE;
  if (hs_record_int (row, HS_PROPOSAL_ROW_STATUS) != HS_ROW_STATUS_PROPOSED
      || !hs_record_has (row, HS_PROPOSAL_ROW_VACANCY))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                           _ ("only a placement that is still proposed can be refused"));
      return FALSE;
    }
  if (reason == NULL || *reason == '\0')
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED, _ ("refusing needs a reason"));
      return FALSE;
    }
  hs_record_set_int (row, HS_PROPOSAL_ROW_STATUS, HS_ROW_STATUS_REFUSED);
  hs_record_set_int (exclusion, HS_EXCLUSION_STUDENT, hs_record_int (row, HS_PROPOSAL_ROW_STUDENT));
  hs_record_set_int (exclusion, HS_EXCLUSION_VACANCY, hs_record_int (row, HS_PROPOSAL_ROW_VACANCY));
  return hs_record_parse (row, HS_PROPOSAL_ROW_REASON, reason, error)
         && hs_record_parse (exclusion, HS_EXCLUSION_REASON, reason, error)
         && hs_store_save (store, row, error) && hs_store_save (store, exclusion, error);
}
