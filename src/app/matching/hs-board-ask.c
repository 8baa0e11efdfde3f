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
  g_free (self->host_name);
  g_free (self->supervisor_name);
  g_free (self->item_name);
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
  g_free (self->wishes);
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
place_subtitle (const HsMatchWorld *world, const HsMatchOption *option, const HsBoardOffer *offer)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = hs_record_title (hs_match_vacancy (world, option->vacancy)->record);

  append (text, " · ", title);
  append (text, " · ", offer->host_name);
  if (offer->distance >= 0)
    g_string_append_printf (text, _ (" · %d km"), offer->distance);
  append (text, " · ", offer->supervisor_name);
  append (text, " · ", offer->item_name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
reasons_of (const HsMatchPlan *plan, const HsMatchOption *option)
{
  g_auto (GStrv) reasons = hs_match_reasons (plan->world, &plan->weights, option);

  return g_strjoinv (" ", reasons);
}

/* Of a place that is taken, who has it comes first; that the supervisor has time is not said. */
static char *
offer_reasons (const HsMatchPlan *plan, const HsMatchOffer *offer)
{
  const HsMatchOption *option = &offer->option;
  HsMatchWeights weights = plan->weights;
  g_auto (GStrv) reasons = NULL;
  g_autofree char *good = NULL;
  g_autofree char *taken = NULL;

  if (offer->rule != HS_N_MATCH_RULES)
    return hs_match_rule_sentence (plan->world, offer->rule, option->student, option->vacancy);
  if (!offer->full)
    return reasons_of (plan, option);
  weights.points[HS_WEIGHT_LOAD] = 0;
  reasons = hs_match_reasons (plan->world, &weights, option);
  good = g_strjoinv (" ", reasons);
  taken = hs_match_shortage_sentence (plan, offer);
  return g_strconcat (taken, " ", good, NULL);
}

HsBoardPlace
hs_board_offer_place (HsBoardOffer *self)
{
  return (HsBoardPlace){ self->vacancy, self->supervisor, self->digicoach, self->item,
                         self->value,   self->rank,       self->distance };
}

static HsBoardOffer *
new_offer (const HsMatchPlan *plan, const HsMatchOffer *offer, const HsMatchOption *now)
{
  HsBoardOffer *self = g_object_new (HS_TYPE_BOARD_OFFER, NULL);
  const HsMatchWorld *world = plan->world;
  const HsMatchOption *option = &offer->option;
  const HsMatchVacancy *vacancy = hs_match_vacancy (world, option->vacancy);

  self->vacancy = hs_record_id (vacancy->record);
  self->location = hs_record_int (vacancy->record, HS_VACANCY_LOCATION);
  self->host = hs_record_int (hs_match_location (world, vacancy->location)->record,
                              HS_LOCATION_ORGANISATION);
  self->supervisor = person_id (world, option->supervisor);
  self->digicoach = person_id (world, option->digicoach);
  self->item = item_id (world, option->item);
  self->value = option->value;
  self->rank = option->supervisor != HS_NOBODY ? hs_match_wish_rank (world, option) : 0;
  self->distance = hs_match_distance (hs_match_student (world, option->student),
                                      hs_match_location (world, vacancy->location));
  self->fits = offer->rule == HS_N_MATCH_RULES;
  self->full = offer->full;
  self->forceable = offer->forceable;
  self->here = now != NULL && now->vacancy == option->vacancy;
  self->title = place_title (world, option->vacancy);
  self->host_name = hs_record_title (
      hs_match_host (world, hs_match_location (world, vacancy->location)->host)->record);
  if (option->supervisor != HS_NOBODY)
    self->supervisor_name = hs_record_title (hs_match_person (world, option->supervisor)->record);
  if (option->item != HS_NOBODY)
    self->item_name = hs_match_item_name (world, option->item);
  self->subtitle = place_subtitle (world, option, self);
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
wish_name (const HsMatchWorld *world, const HsMatchWish *wish)
{
  const HsRecord *record = NULL;
  guint32 number;

  switch (wish->kind)
    {
    case HS_WISH_KIND_SETTING:
      return g_strdup (hs_choice_label (HS_CHOICES_CARE_SETTING, (guint) wish->target));
    case HS_WISH_KIND_HOST:
      number = hs_match_world_number (world, HS_KIND_ORGANISATION, wish->target);
      record = number != HS_NOBODY ? hs_match_host (world, number)->record : NULL;
      break;
    case HS_WISH_KIND_LOCATION:
      number = hs_match_world_number (world, HS_KIND_LOCATION, wish->target);
      record = number != HS_NOBODY ? hs_match_location (world, number)->record : NULL;
      break;
    case HS_WISH_KIND_TECHNOLOGY:
    default:
      record = g_hash_table_lookup (world->technologies, &wish->target);
    }
  return record != NULL ? hs_record_title (record) : NULL;
}

static char *
say_wishes (const HsMatchWorld *world, const HsMatchStudent *student)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; student->wishes != NULL && i < student->wishes->len; i++)
    {
      const HsMatchWish *wish = &g_array_index (student->wishes, HsMatchWish, i);
      g_autofree char *name = wish_name (world, wish);

      if (name != NULL)
        g_string_append_printf (text, "%s%d. %s", text->len > 0 ? "   " : "", wish->rank, name);
    }
  return text->len > 0 ? g_strdup_printf (_ ("Wishes: %s"), text->str) : NULL;
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

/* The vacancies of one location that the same rule keeps away are one row: they only differ in ways
 * that do not help. */
static gboolean
join_blocked (const HsMatchPlan *plan, const HsMatchOffer *before, const HsMatchOffer *offer,
              HsBoardOffer *row, guint *n)
{
  g_autofree char *more = NULL;

  if (before == NULL || before->rule == HS_N_MATCH_RULES || before->rule != offer->rule
      || before->forceable != offer->forceable
      || hs_match_vacancy (plan->world, before->option.vacancy)->location
             != hs_match_vacancy (plan->world, offer->option.vacancy)->location)
    {
      *n = 1;
      return FALSE;
    }
  ++*n;
  more = g_strdup_printf (ngettext ("%u vacancy", "%u vacancies", *n), *n);
  g_free (row->subtitle);
  row->subtitle = g_strdup (more);
  if (row->distance >= 0)
    {
      g_autofree char *far = g_strdup_printf (_ (" · %d km"), row->distance);
      g_free (row->subtitle);
      row->subtitle = g_strconcat (more, far, NULL);
    }
  return TRUE;
}

static int
compare_blocked (gconstpointer a, gconstpointer b, gpointer data)
{
  const HsMatchPlan *plan = data;
  const HsMatchOffer *one = a;
  const HsMatchOffer *other = b;
  guint32 here = hs_match_vacancy (plan->world, one->option.vacancy)->location;
  guint32 there = hs_match_vacancy (plan->world, other->option.vacancy)->location;

  if (one->forceable != other->forceable)
    return one->forceable ? -1 : 1;
  if (here != there)
    return here < there ? -1 : 1;
  if (one->rule != other->rule)
    return one->rule < other->rule ? -1 : 1;
  return one->option.vacancy < other->option.vacancy ? -1 : 1;
}

static void
add_offers (HsBoardStudent *self, const HsMatchPlan *plan, GArray *offers, guint32 student)
{
  const HsMatchOffer *before = NULL;
  guint fitting = 0, n = 1;

  while (fitting < offers->len
         && g_array_index (offers, HsMatchOffer, fitting).rule == HS_N_MATCH_RULES)
    fitting++;
  if (fitting < offers->len)
    g_qsort_with_data (&g_array_index (offers, HsMatchOffer, fitting),
                       (gint) (offers->len - fitting), sizeof (HsMatchOffer), compare_blocked,
                       (gpointer) plan);
  for (guint i = 0; i < offers->len; i++)
    {
      const HsMatchOffer *offer = &g_array_index (offers, HsMatchOffer, i);
      gpointer row = self->offers->len > 0 ? self->offers->pdata[self->offers->len - 1] : NULL;

      if (i < fitting && i >= MOST_OFFERS)
        continue;
      if (!join_blocked (plan, before, offer, row, &n))
        g_ptr_array_add (self->offers,
                         new_offer (plan, offer, hs_match_plan_option (plan, student)));
      before = offer;
    }
}

gpointer
hs_board_ask_student (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = *(gint64 *) data;
  guint32 number = hs_match_world_number (plan->world, HS_KIND_STUDENT, id);
  g_autoptr (GArray) offers = NULL;
  const HsMatchStudent *student;
  HsBoardStudent *self;

  if (number == HS_NOBODY)
    return NULL;
  student = hs_match_student (plan->world, number);
  self = g_new0 (HsBoardStudent, 1);
  self->student = id;
  self->name = hs_record_title (student->record);
  self->about = about_student (plan->world, student);
  self->wishes = say_wishes (plan->world, student);
  self->state = say_state (plan, number);
  self->offers = g_ptr_array_new_with_free_func (g_object_unref);
  offers = hs_match_offers (plan, number, BLOCKED);
  add_offers (self, plan, offers, number);
  return self;
}

gpointer
hs_board_ask_offer (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  const HsBoardPair *pair = data;
  guint32 student = hs_match_world_number (plan->world, HS_KIND_STUDENT, pair->student);
  guint32 vacancy = hs_match_world_number (plan->world, HS_KIND_VACANCY, pair->vacancy);
  HsMatchOffer offer;

  if (student == HS_NOBODY || vacancy == HS_NOBODY
      || hs_match_vacancy (plan->world, vacancy)->location == HS_NOBODY)
    return NULL;
  offer = hs_match_offer_on (plan, student, vacancy);
  return new_offer (plan, &offer, hs_match_plan_option (plan, student));
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
