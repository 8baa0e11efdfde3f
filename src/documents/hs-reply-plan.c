/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an answer to what it does in the database: remarks become notes, ticks become the status of
 * a theme, a signature is one on paper with the form kept as its proof. */

#include "hs-reply.h"

#include "hs-attachment.h"
#include "hs-canonical.h"
#include "hs-dossier-store.h"
#include "hs-error.h"
#include "hs-permission.h"
#include "hs-signing.h"
#include "hs-text.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  HsStore *store;
  const HsActor *actor;
  const HsReply *answer;
  HsDossier *dossier;
  HsReplyPlan *plan;
  const char *who; /* "Petra Mulder", or the role */
} Planner;

static void
step_free (HsReplyStep *step)
{
  g_free (step->note);
  g_free (step->sentence);
  g_free (step->why_not);
  g_free (step);
}

static HsReplyStep *
add_step (Planner *self, HsReplyStepKind kind, int theme, char *sentence)
{
  HsReplyStep *step = g_new0 (HsReplyStep, 1);

  step->kind = kind;
  step->theme = theme;
  step->sentence = sentence;
  g_ptr_array_add (self->plan->steps, step);
  return step;
}

/* Whether @actor may do @what, else why not in @step. */
static gboolean
may (Planner *self, HsMay what, HsReplyStep *step)
{
  g_autoptr (GError) error = NULL;

  if (hs_permission_check (self->dossier, self->actor, what, &error))
    return TRUE;
  step->why_not = g_strdup (error->message);
  return FALSE;
}

/* ---- remarks ---- */

/* Taking over one form twice adds nothing the second time. */
static gboolean
is_there (Planner *self, const char *text)
{
  const GPtrArray *notes = self->dossier->rows[HS_KIND_NOTE];

  for (guint i = 0; i < notes->len; i++)
    if (g_strcmp0 (hs_record_text (notes->pdata[i], HS_NOTE_TEXT), text) == 0)
      return TRUE;
  return FALSE;
}

static void
plan_note (Planner *self, int theme, const char *remark)
{
  g_autofree char *date =
      self->answer->date == HS_DAY_NONE ? NULL : hs_day_format (self->answer->date);
  HsReplyStep *step;

  if (remark == NULL)
    return;
  step = add_step (self, HS_REPLY_NOTE, theme,
                   theme < 0 ? g_strdup_printf (_ ("Remark: %s"), remark)
                             : g_strdup_printf (_ ("Remark with %s: %s"),
                                                hs_choice_label (HS_CHOICES_THEME, (guint) theme),
                                                remark));
  step->note = g_strdup_printf (
      "%s%s%s%s: %s", self->who, date != NULL ? ", " : "", date != NULL ? date : "",
      self->plan->outdated ? _ (" (about an earlier version)") : "", remark);
  if (is_there (self, step->note))
    step->why_not = g_strdup (_ ("it is there already"));
  else
    may (self, HS_MAY_NOTE, step);
}

/* ---- ticks ---- */

static const HsRecord *
theme_row (Planner *self, guint theme)
{
  const GPtrArray *rows = self->dossier->rows[HS_KIND_THEME];

  for (guint i = 0; i < rows->len; i++)
    if (hs_record_int (rows->pdata[i], HS_THEME_THEME) == (gint64) theme)
      return rows->pdata[i];
  return NULL;
}

static void
plan_status (Planner *self, guint theme)
{
  static const guint fields[] = { HS_THEME_STUDENT_STATUS, 0, HS_THEME_SCHOOL_STATUS,
                                  HS_THEME_HOST_STATUS };
  static const HsMay needed[] = { HS_MAY_DISCUSS_STUDENT, 0, HS_MAY_DISCUSS_SCHOOL,
                                  HS_MAY_DISCUSS_HOST };
  HsThemeStatus status =
      self->answer->agreed[theme] ? HS_THEME_STATUS_AGREED : HS_THEME_STATUS_DISCUSSED;
  const HsRecord *row = theme_row (self, theme);
  guint field = fields[self->answer->role];
  HsReplyStep *step;

  if (!self->answer->agreed[theme] && !self->answer->discussed[theme])
    return;
  step = add_step (self, HS_REPLY_STATUS, (int) theme,
                   g_strdup_printf ("%s: %s", hs_choice_label (HS_CHOICES_THEME, theme),
                                    hs_choice_label (HS_CHOICES_THEME_STATUS, status)));
  step->status = status;
  if (field == 0)
    step->why_not = g_strdup (_ ("a guardian has no status of a theme"));
  else if (self->plan->outdated)
    step->why_not = g_strdup (_ ("the form was made for an earlier version"));
  else if (row != NULL && hs_record_has (row, field)
           && hs_record_int (row, field) == (gint64) status)
    step->why_not = g_strdup (_ ("it is there already"));
  else
    may (self, needed[self->answer->role], step);
}

/* ---- the signature ---- */

static gboolean
same_name (const char *a, const char *b)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);

  hs_text_fold (one, a);
  hs_text_fold (other, b);
  return g_string_equal (one, other);
}

/* The only one of the records of @kind with @field = @id that is called as the form says; without a
 * name the only one there is. */
static HsActor *
find_person (Planner *self, const GPtrArray *candidates)
{
  const HsRecord *found = NULL;
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      g_autofree char *name = hs_record_title (candidates->pdata[i]);

      if (self->answer->name != NULL && !same_name (name, self->answer->name))
        continue;
      found = candidates->pdata[i];
      n++;
    }
  return n == 1 ? hs_store_actor (self->store, hs_record_uid (found), NULL) : NULL;
}

/* People with a mandate of school or host. */
static GPtrArray *
mandated (Planner *self)
{
  const GPtrArray *mandates = self->dossier->facts.mandates;
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);

  for (guint i = 0; i < mandates->len; i++)
    {
      HsRecord *person = hs_store_get (self->store, HS_KIND_PERSON,
                                       hs_record_int (mandates->pdata[i], HS_MANDATE_PERSON), NULL);
      gboolean known = person == NULL;

      for (guint j = 0; person != NULL && j < people->len; j++)
        known = known || hs_record_id (people->pdata[j]) == hs_record_id (person);
      if (known)
        g_clear_pointer (&person, hs_record_unref);
      else
        g_ptr_array_add (people, person);
    }
  return people;
}

static HsActor *
find_signer (Planner *self)
{
  g_autoptr (GPtrArray) people = NULL;

  switch (self->answer->role)
    {
    case HS_SIGNER_STUDENT:
      return self->dossier->student == NULL
                 ? NULL
                 : hs_store_actor (self->store, hs_record_uid (self->dossier->student), NULL);
    case HS_SIGNER_GUARDIAN:
      return find_person (self, self->dossier->guardians);
    case HS_SIGNER_SCHOOL:
    case HS_SIGNER_HOST:
    default:
      people = mandated (self);
      return self->answer->name == NULL ? NULL : find_person (self, people);
    }
}

static gboolean
has_signed (Planner *self)
{
  HsSigning signing;
  const HsRecord *by;

  hs_signing_read (self->dossier, &signing);
  by = signing.by[self->answer->role];
  return by != NULL
         && g_strcmp0 (hs_record_text (by, HS_SIGNOFF_PERSON_UID), self->plan->signer->uid) == 0;
}

static char *
why_not_signed (Planner *self)
{
  g_autoptr (GError) error = NULL;

  if (self->plan->outdated)
    return g_strdup (_ ("the form was made for an earlier version"));
  if (self->answer->date == HS_DAY_NONE)
    return g_strdup (_ ("there is no date on the form"));
  if (self->plan->signer == NULL)
    return g_strdup (_ ("nobody with this name may sign in this role"));
  if (has_signed (self))
    return g_strdup (_ ("it is there already"));
  if (!hs_permission_sign (self->dossier, self->plan->signer, self->answer->role,
                           self->answer->date, &error)
      || !hs_permission_check (self->dossier, self->actor, HS_MAY_RECORD_SIGNOFF, &error))
    return g_strdup (error->message);
  return NULL;
}

static void
plan_signature (Planner *self)
{
  const HsReply *answer = self->answer;
  g_autofree char *date = answer->date == HS_DAY_NONE ? NULL : hs_day_format (answer->date);
  HsReplyStep *step;

  if (!answer->signs)
    return;
  self->plan->signer = find_signer (self);
  step = add_step (self, HS_REPLY_SIGNATURE, -1,
                   g_strdup_printf (_ ("Signature on paper of %s: %s%s%s"),
                                    hs_choice_label (HS_CHOICES_SIGNER, answer->role), self->who,
                                    date != NULL ? ", " : "", date != NULL ? date : ""));
  step->why_not = why_not_signed (self);
}

/* ---- the plan ---- */

/* The dossier of the agreement that the form is about, looking at the sheet it was made for when
 * that is there, else at the newest. */
static HsDossier *
find_dossier (Planner *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_store_get_by_uid (self->store, self->answer->agreement, NULL);

  if (agreement == NULL || hs_record_kind_id (agreement) != HS_KIND_AGREEMENT
      || hs_record_removed (agreement) != 0)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                   _ ("the form is about agreement %s, which is not in this file"),
                   self->answer->number != NULL ? self->answer->number : self->answer->agreement);
      return NULL;
    }
  return hs_store_dossier (self->store, hs_record_id (agreement), 0,
                           hs_clock_today (hs_store_clock (self->store)), error);
}

static gboolean
compare_content (Planner *self, GError **error)
{
  g_autofree char *hash = NULL;
  g_autofree char *text = hs_canonical_of_sheet (self->dossier, &hash, error);

  if (text == NULL)
    return FALSE;
  self->plan->outdated = g_strcmp0 (hash, self->answer->hash) != 0;
  return TRUE;
}

static char *
title_of (const HsDossier *dossier, const HsActor *actor)
{
  g_autofree char *student = hs_permission_student_name (dossier, actor);

  return g_strdup_printf ("%s · %s", hs_record_text (dossier->agreement, HS_AGREEMENT_NUMBER),
                          student);
}

static HsReplyPlan *
make_plan (Planner *self, GError **error)
{
  self->dossier = find_dossier (self, error);
  if (self->dossier == NULL
      || !hs_permission_check (self->dossier, self->actor, HS_MAY_READ, error))
    return NULL;
  self->plan = g_new0 (HsReplyPlan, 1);
  self->plan->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->plan->agreement = hs_record_id (self->dossier->agreement);
  self->plan->title = title_of (self->dossier, self->actor);
  self->who = self->answer->name != NULL ? self->answer->name
                                         : hs_choice_label (HS_CHOICES_SIGNER, self->answer->role);
  if (!compare_content (self, error))
    {
      g_clear_pointer (&self->plan, hs_reply_plan_free);
      return NULL;
    }
  for (guint i = 0; i < HS_REPLY_THEMES; i++)
    {
      plan_status (self, i);
      plan_note (self, (int) i, self->answer->remarks[i]);
    }
  plan_note (self, -1, self->answer->remark);
  plan_signature (self);
  return self->plan;
}

HsReplyPlan *
hs_reply_plan (HsStore *store, const HsActor *actor, const HsReply *answer, GError **error)
{
  Planner planner = { .store = store, .actor = actor, .answer = answer };
  HsReplyPlan *plan = make_plan (&planner, error);

  hs_dossier_free (planner.dossier);
  return plan;
}

/* ---- taking over ---- */

static gboolean
take_signature (Planner *self, GBytes *file, const char *name, GError **error)
{
  const guint8 *data = g_bytes_get_data (file, NULL);
  gboolean pdf = g_bytes_get_size (file) > 4 && memcmp (data, "%PDF", 4) == 0;
  g_autofree char *sha256 = hs_store_attach (self->store, self->plan->agreement, name,
                                             pdf ? "application/pdf" : "text/plain", file, error);
  HsLifeSignature signature = { .signer = self->plan->signer,
                                .role = self->answer->role,
                                .method = HS_SIGN_METHOD_PAPER,
                                .date = self->answer->date,
                                .hash = self->answer->hash,
                                .witness = self->actor->name,
                                .attachment = sha256 };

  return sha256 != NULL
         && hs_life_sign (self->store, self->actor, self->plan->agreement, &signature, NULL, error);
}

static gboolean
take_step (Planner *self, const HsReplyStep *step, GBytes *file, const char *name, GError **error)
{
  g_autofree char *field = NULL;

  if (step->why_not != NULL)
    return TRUE;
  switch (step->kind)
    {
    case HS_REPLY_NOTE:
      if (step->theme >= 0)
        field =
            g_strconcat ("theme.", hs_choice_code (HS_CHOICES_THEME, (guint) step->theme), NULL);
      return hs_life_note (self->store, self->actor, self->plan->agreement, field, step->note, 0,
                           error)
             != 0;
    case HS_REPLY_STATUS:
      return hs_life_set_theme (self->store, self->actor, self->plan->agreement,
                                (HsTheme) step->theme, self->answer->role, step->status, error);
    case HS_REPLY_SIGNATURE:
    default:
      return take_signature (self, file, name, error);
    }
}

HsReplyPlan *
hs_reply_take_over (HsStore *store, const HsActor *actor, const HsReply *answer, GBytes *file,
                    const char *name, GError **error)
{
  Planner planner = { .store = store, .actor = actor, .answer = answer };
  g_autoptr (HsReplyPlan) plan = make_plan (&planner, error);
  gboolean done = plan != NULL;

  for (guint i = 0; done && i < plan->steps->len; i++)
    done = take_step (&planner, plan->steps->pdata[i], file, name, error);
  hs_dossier_free (planner.dossier);
  return done ? g_steal_pointer (&plan) : NULL;
}
