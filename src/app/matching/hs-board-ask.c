/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about one student: places, reasons, and why. */

#include "hs-board-ask.h"

#include <glib/gi18n.h>

#define MOST_OFFERS 150
#define BLOCKED 30

G_DEFINE_FINAL_TYPE (HsBoardOffer, hs_board_offer, G_TYPE_OBJECT)

static void
hs_board_offer_finalize (GObject *object)
{
  HsBoardOffer *self = HS_BOARD_OFFER (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->reasons);
  G_OBJECT_CLASS (hs_board_offer_parent_class)->finalize (object);
}

static void
hs_board_offer_class_init (HsBoardOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_board_offer_finalize;
}

static void
hs_board_offer_init (HsBoardOffer *self)
{
}

void
hs_board_student_free (gpointer data)
{
  HsBoardStudent *self = data;

  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->about);
  g_free (self->state);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_free (self);
}

/* ---- in words ---- */

static gint64
person_id (const HsMatchWorld *world, guint32 number)
{
  return number == HS_NOBODY ? 0 : hs_record_id (hs_match_person (world, number)->record);
}

static gint64
item_id (const HsMatchWorld *world, guint32 number)
{
  return number == HS_NOBODY ? 0 : hs_record_id (hs_match_item (world, number)->record);
}

static char *
place_title (const HsMatchWorld *world, guint32 vacancy)
{
  const HsMatchLocation *location =
      hs_match_location (world, hs_match_vacancy (world, vacancy)->location);

  return hs_record_title (location->record);
}

static void
append (GString *text, const char *between, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, between);
  g_string_append (text, part);
}

static char *
place_subtitle (const HsMatchWorld *world, const HsMatchOption *option, gint32 km)
{
  const HsMatchVacancy *vacancy = hs_match_vacancy (world, option->vacancy);
  const HsMatchHost *host =
      hs_match_host (world, hs_match_location (world, vacancy->location)->host);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = hs_record_title (vacancy->record);
  g_autofree char *host_name = hs_record_title (host->record);

  append (text, " · ", title);
  append (text, " · ", host_name);
  if (km >= 0)
    g_string_append_printf (text, _ (" · %d km"), km);
  if (option->supervisor != HS_NOBODY)
    {
      g_autofree char *name = hs_record_title (hs_match_person (world, option->supervisor)->record);
      append (text, " · ", name);
    }
  if (option->item != HS_NOBODY)
    {
      g_autofree char *name = hs_record_title (hs_match_item (world, option->item)->record);
      append (text, " · ", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
reasons_of (const HsMatchPlan *plan, const HsMatchOption *option)
{
  g_auto (GStrv) reasons = hs_match_reasons (plan->world, &plan->weights, option);

  return g_strjoinv (" ", reasons);
}

static char *
offer_reasons (const HsMatchPlan *plan, const HsMatchOffer *offer)
{
  g_autofree char *good = NULL;

  if (offer->rule != HS_N_MATCH_RULES)
    return hs_match_rule_sentence (plan->world, offer->rule, offer->option.student,
                                   offer->option.vacancy);
  good = reasons_of (plan, &offer->option);
  if (!offer->full)
    return g_steal_pointer (&good);
  return g_strconcat (_ ("Full: the place, the supervisor or the technology is taken in this "
                         "period. "),
                      good, NULL);
}

static HsBoardOffer *
new_offer (const HsMatchPlan *plan, const HsMatchOffer *offer, const HsMatchOption *now)
{
  HsBoardOffer *self = g_object_new (HS_TYPE_BOARD_OFFER, NULL);
  const HsMatchWorld *world = plan->world;
  const HsMatchOption *option = &offer->option;
  const HsMatchVacancy *vacancy = hs_match_vacancy (world, option->vacancy);

  self->vacancy = hs_record_id (vacancy->record);
  self->supervisor = person_id (world, option->supervisor);
  self->digicoach = person_id (world, option->digicoach);
  self->item = item_id (world, option->item);
  self->value = option->value;
  self->rank = offer->rule == HS_N_MATCH_RULES ? hs_match_wish_rank (world, option) : 0;
  self->distance = hs_match_distance (hs_match_student (world, option->student),
                                      hs_match_location (world, vacancy->location));
  self->fits = offer->rule == HS_N_MATCH_RULES;
  self->full = offer->full;
  self->here = now != NULL && now->vacancy == option->vacancy;
  self->title = place_title (world, option->vacancy);
  self->subtitle = place_subtitle (world, option, self->distance);
  self->reasons = offer_reasons (plan, offer);
  return self;
}

/* "Verzorgende IG · 1 februari 2027 – 30 april 2027" */
static char *
about_student (const HsMatchWorld *world, const HsMatchStudent *student)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *from = hs_day_format (student->from);
  g_autofree char *to = hs_day_format (student->to - 1);

  if (student->programme != HS_NOBODY)
    {
      g_autofree char *name =
          hs_record_title (hs_match_programme (world, student->programme)->record);
      append (text, "", name);
    }
  g_string_append_printf (text, "%s%s – %s", text->len > 0 ? " · " : "", from, to);
  if (student->limit_km >= 0)
    g_string_append_printf (text, _ (" · travels at most %d km"), student->limit_km);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
say_state (const HsMatchPlan *plan, guint32 student)
{
  const HsMatchOption *option = hs_match_plan_option (plan, student);
  g_autofree char *place = NULL;
  g_autofree char *reasons = NULL;

  if (option == NULL)
    {
      g_autofree char *why = hs_match_why_unplaced (plan, student);
      return g_strdup_printf (_ ("No place yet. %s"), why);
    }
  place = place_title (plan->world, option->vacancy);
  reasons = reasons_of (plan, option);
  return g_strdup_printf (_ ("Place at %s. %s"), place, reasons);
}

gpointer
hs_board_ask_student (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = *(gint64 *) data;
  guint32 number = hs_match_world_number (plan->world, HS_KIND_STUDENT, id);
  g_autoptr (GArray) offers = NULL;
  const HsMatchStudent *student;
  HsBoardStudent *self;
  guint shown = 0;

  if (number == HS_NOBODY)
    return NULL;
  student = hs_match_student (plan->world, number);
  self = g_new0 (HsBoardStudent, 1);
  self->student = id;
  self->name = hs_record_title (student->record);
  self->about = about_student (plan->world, student);
  self->state = say_state (plan, number);
  self->offers = g_ptr_array_new_with_free_func (g_object_unref);
  offers = hs_match_offers (plan, number, BLOCKED);
  for (guint i = 0; i < offers->len; i++)
    {
      const HsMatchOffer *offer = &g_array_index (offers, HsMatchOffer, i);

      if (offer->rule == HS_N_MATCH_RULES && ++shown > MOST_OFFERS)
        continue;
      g_ptr_array_add (self->offers, new_offer (plan, offer, hs_match_plan_option (plan, number)));
    }
  return self;
}

gpointer
hs_board_ask_why (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  HsBoardWhy *asked = data;
  guint32 student = hs_match_world_number (plan->world, HS_KIND_STUDENT, asked->student);
  guint32 vacancy = hs_match_world_number (plan->world, HS_KIND_VACANCY, asked->vacancy);
  g_autoptr (HsMatchWhy) why = NULL;

  if (student == HS_NOBODY || vacancy == HS_NOBODY)
    return g_strdupv ((char **) (const char *[]){ _ ("This place is not there any more."), NULL });
  why = hs_match_why (plan, student, vacancy, asked->seconds, cancellable, error);
  return why != NULL ? g_steal_pointer (&why->sentences) : NULL;
}

/* ---- hard to place ---- */

void
hs_board_fits_free (gpointer data)
{
  HsBoardFits *self = data;

  g_array_unref (self->students);
  g_array_unref (self->fits);
  g_free (self);
}

/* Different vacancies among the options; they lie together by vacancy or not, so all are looked at:
 * a student has some thirty. */
static gint32
count_vacancies (const HsMatchPlan *plan, guint32 student)
{
  const HsInstance *instance = plan->problem->instance;
  guint32 first = instance->first_option[student];
  gint32 n = 0;

  for (guint32 o = first; o < instance->first_option[student + 1]; o++)
    {
      guint32 vacancy = g_array_index (plan->problem->options, HsMatchOption, o).vacancy;
      gboolean known = FALSE;

      for (guint32 i = first; !known && i < o; i++)
        known = g_array_index (plan->problem->options, HsMatchOption, i).vacancy == vacancy;
      n += !known;
    }
  return n;
}

gpointer
hs_board_ask_fits (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  HsBoardFits *self = g_new0 (HsBoardFits, 1);

  self->students = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->fits = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint32 i = 0; i < plan->world->students->len; i++)
    {
      gint64 id = hs_record_id (hs_match_student (plan->world, i)->record);
      gint32 fits = count_vacancies (plan, i);

      g_array_append_val (self->students, id);
      g_array_append_val (self->fits, fits);
    }
  return self;
}

gpointer
hs_board_ask_why_unplaced (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                           GError **error)
{
  GArray *ids = data;
  char **why = g_new0 (char *, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    {
      guint32 number =
          hs_match_world_number (plan->world, HS_KIND_STUDENT, g_array_index (ids, gint64, i));

      why[i] = number != HS_NOBODY && !g_cancellable_is_cancelled (cancellable)
                   ? hs_match_why_unplaced (plan, number)
                   : g_strdup ("");
    }
  return why;
}
