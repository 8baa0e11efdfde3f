/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement new, set, note, hours: the content of an agreement. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-error.h"
#include "hs-hours.h"
#include "hs-life.h"
#include "hs-permission.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- new ---- */

/* The records that the options name: option, kind, where it goes. */
static gboolean
read_parties (HsCli *self, HsLifeNew *values, GError **error)
{
  const struct
  {
    const char *option;
    HsKindId kind;
    gint64 *to;
  } parties[] = {
    { "student", HS_KIND_STUDENT, &values->student },
    { "enrolment", HS_KIND_ENROLMENT, &values->enrolment },
    { "vacancy", HS_KIND_VACANCY, &values->vacancy },
    { "host", HS_KIND_ORGANISATION, &values->host },
    { "location", HS_KIND_LOCATION, &values->location },
    { "supervisor", HS_KIND_PERSON, &values->supervisor },
    { "trainer", HS_KIND_PERSON, &values->trainer },
    { "teacher", HS_KIND_PERSON, &values->teacher },
    { "digicoach", HS_KIND_PERSON, &values->digicoach },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      const char *text = hs_cli_option (self, parties[i].option);

      *parties[i].to = hs_cli_id_of_kind (self, parties[i].kind, text, error);
      if (text != NULL && *parties[i].to == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_items (HsCli *self, GArray *items, GError **error)
{
  const GPtrArray *texts = hs_cli_option_values (self, "item");

  for (guint i = 0; i < texts->len; i++)
    {
      gint64 id = hs_cli_id_of_kind (self, HS_KIND_ITEM, texts->pdata[i], error);

      if (id == 0)
        return FALSE;
      g_array_append_val (items, id);
    }
  return TRUE;
}

/* FALSE with an error. @until: how far to go. */
static gboolean
read_new (HsCli *self, HsLifeNew *values, GArray *items, HsAgreementState *until, GError **error)
{
  const char *origin = hs_cli_option (self, "origin");
  const char *state = hs_cli_option (self, "until");
  int index = HS_ORIGIN_MATCHING;

  if (!read_parties (self, values, error) || !read_items (self, items, error)
      || !hs_cli_option_day (self, "start", HS_DAY_NONE, &values->start, error)
      || !hs_cli_option_day (self, "end", HS_DAY_NONE, &values->end, error))
    return FALSE;
  values->items = (const gint64 *) items->data;
  values->n_items = items->len;
  if (origin != NULL)
    index = hs_cli_choice (HS_CHOICES_ORIGIN, "--origin", origin, error);
  if (index < 0)
    return FALSE;
  values->origin = (HsOrigin) index;
  *until = HS_AGREEMENT_STATE_DRAFT;
  index = state == NULL ? HS_AGREEMENT_STATE_DRAFT
                        : hs_cli_choice (HS_CHOICES_AGREEMENT_STATE, "--until", state, error);
  if (index > HS_AGREEMENT_STATE_DRAFT)
    hs_cli_wrong_use (error, _ ("--until goes as far as proposed, placed or draft"));
  *until = (HsAgreementState) index;
  return index >= 0 && index <= HS_AGREEMENT_STATE_DRAFT;
}

static HsCliStatus
agreement_new (HsCli *self, GError **error)
{
  HsLifeNew values = { 0 };
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) held = NULL;
  HsAgreementState until;
  HsCliStatus status;
  gint64 id;

  if (hs_cli_option (self, "student") == NULL)
    return hs_cli_wrong_use (error, _ ("say for which student with --student"));
  if (hs_cli_need_actor (self, error) == NULL || !read_new (self, &values, items, &until, error)
      || !hs_permission_create (hs_cli_actor (self), error)
      || !hs_cli_begin (self, "transition", error))
    return HS_CLI_COULD_NOT;
  id = hs_life_create (hs_cli_store (self), hs_cli_actor (self), &values, until, &held, error);
  if (id == 0 || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  status = hs_cli_say_result (self, id, error);
  if (held == NULL || status != HS_CLI_DONE)
    return status;
  hs_cli_say (self, _ ("It got no further: %s."), held->message);
  hs_cli_json_text (hs_cli_json (self), "held", held->message);
  return HS_CLI_FINDING;
}

/* ---- set ---- */

/* Whether "field=value" is about the agreement itself, and not about its sheet. */
static gboolean
is_of_agreement (const char *text)
{
  const HsKind *agreement = hs_kind (HS_KIND_AGREEMENT);
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals == NULL ? g_strdup (text) : g_strndup (text, equals - text);
  int field = hs_kind_find_column (agreement, g_strstrip (name));

  return field >= 0
         && ((agreement->fields[field].flags & HS_FIELD_COMPUTED) == 0
             || hs_kind_find_column (hs_kind (HS_KIND_SHEET), name) < 0);
}

static gboolean
save_when_changed (HsCli *self, gint64 agreement, HsRecord *record, const HsRecord *before,
                   GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  gboolean changed = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    if (!hs_record_same (record, before, i))
      {
        g_autofree char *old = hs_cli_value (self, before, i);
        g_autofree char *new = hs_cli_value (self, record, i);

        hs_cli_say (self, "  %s: %s → %s", hs_field_label (kind, i), *old == '\0' ? "–" : old,
                    *new == '\0' ? "–" : new);
        changed = TRUE;
      }
  return !changed
         || (hs_cli_may_change_row (self, agreement, record, before, error)
             && hs_cli_begin (self, "edit", error)
             && hs_store_save (hs_cli_store (self), record, error)
             && hs_store_commit (hs_cli_store (self), error));
}

static HsCliStatus
agreement_set (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) before = hs_cli_agreement (self, 0, error);
  g_autoptr (HsRecord) agreement = NULL;
  g_autoptr (HsRecord) sheet_before = NULL;
  g_autoptr (HsRecord) sheet = NULL;

  if (before == NULL)
    return HS_CLI_COULD_NOT;
  sheet_before =
      hs_store_get (hs_cli_store (self), HS_KIND_SHEET, hs_cli_working_sheet (self, before), error);
  if (sheet_before == NULL)
    return HS_CLI_COULD_NOT;
  agreement = hs_record_copy (before);
  sheet = hs_record_copy (sheet_before);
  for (guint i = 1; i < hs_cli_n_arguments (self); i++)
    {
      const char *text = hs_cli_argument (self, i);

      if (!hs_cli_assign (self, is_of_agreement (text) ? agreement : sheet, text, error))
        return HS_CLI_WRONG_USE;
    }
  if (!save_when_changed (self, hs_record_id (before), agreement, before, error)
      || !save_when_changed (self, hs_record_id (before), sheet, sheet_before, error))
    return HS_CLI_COULD_NOT;
  if (hs_cli_says_nothing (self))
    hs_cli_say (self, "%s", _ ("  It already said so; nothing changed."));
  hs_cli_set_json (self, hs_cli_record_json (self, agreement));
  json_object_set_new (hs_cli_json (self), "sheet", hs_cli_record_json (self, sheet));
  return HS_CLI_DONE;
}

/* ---- notes ---- */

static HsCliStatus
note (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  const char *answers = hs_cli_option (self, "answers");
  g_autofree char *uid = NULL;
  gint64 answered, id;

  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  answered = hs_cli_id_of_kind (self, HS_KIND_NOTE, answers, error);
  if ((answers != NULL && answered == 0) || hs_cli_need_actor (self, error) == NULL
      || !hs_cli_begin (self, "edit", error))
    return HS_CLI_COULD_NOT;
  id = hs_life_note (hs_cli_store (self), hs_cli_actor (self), hs_record_id (agreement),
                     hs_cli_option (self, "field"), hs_cli_argument (self, 1), answered, error);
  if (id == 0 || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  uid = hs_store_uid (hs_cli_store (self), HS_KIND_NOTE, id);
  hs_cli_say (self, _ ("The note is there (%s)."), uid);
  hs_cli_json_text (hs_cli_json (self), "uid", uid);
  return HS_CLI_DONE;
}

static HsCliStatus
settle (HsCli *self, GError **error)
{
  gint64 id = hs_cli_id_of_kind (self, HS_KIND_NOTE, hs_cli_argument (self, 0), error);

  if (id == 0 || hs_cli_need_actor (self, error) == NULL || !hs_cli_begin (self, "edit", error)
      || !hs_life_settle_note (hs_cli_store (self), hs_cli_actor (self), id, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, "%s", _ ("The note is settled."));
  hs_cli_json_text (hs_cli_json (self), "settled", hs_cli_argument (self, 0));
  return HS_CLI_DONE;
}

static void
say_note (HsCli *self, const HsRecord *record, json_t *list)
{
  g_autofree char *at = hs_moment_format (hs_record_int (record, HS_NOTE_WRITTEN_AT));
  const char *author = hs_record_text (record, HS_NOTE_AUTHOR);
  const char *field = hs_record_text (record, HS_NOTE_FIELD);

  hs_cli_say (self, "%s  %s  %s%s%s%s", hs_record_uid (record), at, author != NULL ? author : "–",
              field != NULL ? " · " : "", field != NULL ? field : "",
              hs_record_has (record, HS_NOTE_SETTLED_AT) ? _ (" · settled") : "");
  hs_cli_say (self, "    %s", hs_record_text (record, HS_NOTE_TEXT));
  json_array_append_new (list, hs_cli_record_json (self, record));
}

static HsCliStatus
notes (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_NOTE);
  g_autoptr (GPtrArray) found = NULL;
  json_t *list = json_array ();

  json_object_set_new (hs_cli_json (self), "notes", list);
  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  hs_query_where_int (query, HS_NOTE_AGREEMENT, HS_OP_EQUAL, hs_record_id (agreement));
  if (hs_cli_has (self, "open"))
    hs_query_where_int (query, HS_NOTE_SETTLED_AT, HS_OP_EMPTY, 0);
  found = hs_store_find (hs_cli_store (self), query, error);
  if (found == NULL)
    return HS_CLI_COULD_NOT;
  for (guint i = 0; i < found->len; i++)
    say_note (self, found->pdata[i], list);
  if (found->len == 0)
    hs_cli_say (self, "%s", _ ("There are no notes."));
  return HS_CLI_DONE;
}

/* ---- hours ---- */

static void
say_hours (HsCli *self, const HsDossier *dossier, const HsHours *hours,
           const gint64 spread[HS_HOURS_YEARS])
{
  HsCliTable *table = hs_cli_table_new ();
  json_t *years = json_array ();
  gint64 total = hs_record_int (dossier->sheet, HS_SHEET_TOTAL_MINUTES);
  g_autofree char *counted = hs_hours_format (hours->minutes);
  g_autofree char *written = hs_hours_format (total);

  hs_cli_table_column (table, _ ("Study year"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Days"), HS_CLI_RIGHT, 0);
  hs_cli_table_column (table, _ ("Hours"), HS_CLI_RIGHT, 0);
  for (guint i = 0; i < hours->n_years; i++)
    {
      char name[16];
      json_t *year = json_object ();

      hs_cli_table_cell (table, hs_hours_year_name (hours->years[i].year, name));
      hs_cli_table_cell_take (table, g_strdup_printf ("%d", hours->years[i].days));
      hs_cli_table_cell_take (table, hs_hours_format (spread[i]));
      json_object_set_new (year, "year", json_integer (hours->years[i].year));
      json_object_set_new (year, "days", json_integer (hours->years[i].days));
      json_object_set_new (year, "minutes", json_integer (spread[i]));
      json_array_append_new (years, year);
    }
  hs_cli_say_table (self, table);
  if (hs_cli_has (self, "save"))
    hs_cli_say (self, _ ("Counted: %s hours in %d days. This now stands in the agreement."),
                counted, hours->days);
  else
    hs_cli_say (self, _ ("Counted: %s hours in %d days. In the agreement: %s hours."), counted,
                hours->days, written);
  json_object_set_new (hs_cli_json (self), "counted_minutes", json_integer (hours->minutes));
  json_object_set_new (hs_cli_json (self), "total_minutes", json_integer (total));
  json_object_set_new (hs_cli_json (self), "days", json_integer (hours->days));
  json_object_set_new (hs_cli_json (self), "years", years);
}

/* Writes the total into the sheet and one row of spread for each study year. */
static gboolean
save_hours (HsCli *self, const HsDossier *dossier, const HsHours *hours,
            const gint64 spread[HS_HOURS_YEARS], GError **error)
{
  GPtrArray *old = dossier->rows[HS_KIND_SPREAD];
  g_autoptr (HsRecord) sheet = hs_record_copy (dossier->sheet);

  hs_record_set_int (sheet, HS_SHEET_TOTAL_MINUTES, hours->minutes);
  if (!hs_cli_may_change_row (self, hs_record_id (dossier->agreement), sheet, dossier->sheet, error)
      || !hs_cli_begin (self, "edit", error) || !hs_store_save (hs_cli_store (self), sheet, error))
    return FALSE;
  for (guint i = 0; i < MAX (old->len, hours->n_years); i++)
    {
      g_autoptr (HsRecord) row =
          i < old->len ? hs_record_ref (old->pdata[i]) : hs_record_new (HS_KIND_SPREAD);

      if (i >= hours->n_years)
        {
          if (!hs_store_remove (hs_cli_store (self), row, error))
            return FALSE;
          continue;
        }
      hs_record_set_int (row, HS_SPREAD_SHEET, hs_record_id (sheet));
      hs_record_set_int (row, HS_SPREAD_YEAR, hours->years[i].year);
      hs_record_set_int (row, HS_SPREAD_MINUTES, spread[i]);
      if (!hs_store_save (hs_cli_store (self), row, error))
        return FALSE;
    }
  return hs_store_commit (hs_cli_store (self), error);
}

static HsCliStatus
agreement_hours (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  g_autoptr (HsDossier) dossier = NULL;
  HsHours hours;
  gint64 spread[HS_HOURS_YEARS] = { 0 };
  gboolean save = hs_cli_has (self, "save");

  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  dossier = hs_cli_dossier (self, hs_record_id (agreement), 0, error);
  if (dossier == NULL || !hs_hours_of_dossier (dossier, &hours, error))
    return HS_CLI_COULD_NOT;
  hs_hours_spread (&hours, hours.minutes, spread);
  if (save && !save_hours (self, dossier, &hours, spread, error))
    return HS_CLI_COULD_NOT;
  say_hours (self, dossier, &hours, spread);
  json_object_set_new (hs_cli_json (self), "saved", json_boolean (save));
  return HS_CLI_DONE;
}

/* ---- the table ---- */

static const HsCliOption new_options[] = {
  { "student", N_ ("STUDENT"), FALSE, N_ ("For whom: uid, student number or e-mail address") },
  { "vacancy", N_ ("VACANCY"), FALSE, N_ ("The place: uid or code") },
  { "supervisor", N_ ("PERSON"), FALSE, N_ ("Supervisor; else that of the vacancy") },
  { "digicoach", N_ ("PERSON"), FALSE, N_ ("Digicoach") },
  { "item", N_ ("ITEM"), TRUE, N_ ("Technology to reserve for the whole period") },
  { "teacher", N_ ("PERSON"), FALSE, N_ ("Teacher; else the mentor of the student") },
  { "trainer", N_ ("PERSON"), FALSE, N_ ("Practice trainer") },
  { "host", N_ ("ORGANISATION"), FALSE, N_ ("Care organisation, without a vacancy") },
  { "location", N_ ("LOCATION"), FALSE, N_ ("Location; else that of the vacancy") },
  { "enrolment", N_ ("ENROLMENT"), FALSE, N_ ("Enrolment; else the newest") },
  { "start", N_ ("DATE"), FALSE, N_ ("First day; else that of the enrolment or vacancy") },
  { "end", N_ ("DATE"), FALSE, N_ ("Last day") },
  { "origin", N_ ("ORIGIN"), FALSE, N_ ("matching, own or employer") },
  { "until", N_ ("STATE"), FALSE, N_ ("How far: proposed, placed or draft (draft)") },
  { NULL },
};

static const HsCliOption note_options[] = {
  { "field", N_ ("FIELD"), FALSE, N_ ("What the note is about, for example sheet.end") },
  { "answers", N_ ("NOTE"), FALSE, N_ ("The note that this one answers") },
  { NULL },
};

static const HsCliOption notes_options[] = {
  { "open", NULL, FALSE, N_ ("Only what is not settled yet") },
  { NULL },
};

static const HsCliOption hours_options[] = {
  { "save", NULL, FALSE, N_ ("Put the total and its spread in the agreement") },
  { NULL },
};

const HsCliCommand hs_cli_agreement_commands[] = {
  { .path = "agreement new",
    .use = HS_CLI_WRITES,
    .options = new_options,
    .summary = N_ ("Makes an agreement for a student"),
    .help = N_ ("Period, days, hours, the legal texts and the rows of the five themes are filled "
                "in from the vacancy, the enrolment and the defaults. When the recognition of the "
                "host is not verified the agreement stays Voorgesteld, and the exit status is 1."),
    .json = "{uid, number, state, active, waits_for?, held?}",
    .example = "handslag-cli agreement new --as coord@school.nl --student 1234567 \\\n"
               "  --vacancy VAC-12 --supervisor s.visser@zorg.nl",
    .run = agreement_new },
  { .path = "agreement set",
    .arguments = N_ ("UID FIELD=VALUE…"),
    .least = 2,
    .most = HS_CLI_MANY,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Changes fields of an agreement or of the sheet that is worked on"),
    .help = N_ ("'handslag-cli columns agreement' and 'handslag-cli columns sheet' show the "
                "fields."),
    .json = "{kind, uid, title, fields, sheet: {kind, uid, title, fields}}",
    .example = "handslag-cli agreement set 2027-00012 end=2-7-2027 minutes_day=8 \\\n"
               "  weekdays=ma,di,wo",
    .run = agreement_set },
  { .path = "agreement hours",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = hours_options,
    .summary = N_ ("Counts the hours of an agreement, for each study year"),
    .json = "{days, counted_minutes, total_minutes, saved, years: [{year, days, minutes}]}",
    .example = "handslag-cli agreement hours 2027-00012 --save",
    .run = agreement_hours },
  { .path = "agreement note",
    .arguments = N_ ("UID TEXT"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_WRITES,
    .options = note_options,
    .summary = N_ ("Writes a note with an agreement"),
    .json = "{uid}",
    .example = "handslag-cli agreement note 2027-00012 'Is de einddatum goed?' \\\n"
               "  --field sheet.end --as b.bakker@school.nl",
    .run = note },
  { .path = "agreement notes",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .options = notes_options,
    .summary = N_ ("Shows the notes with an agreement"),
    .json = "{notes: [{kind, uid, title, fields}]}",
    .example = "handslag-cli agreement notes 2027-00012 --open",
    .run = notes },
  { .path = "agreement settle",
    .arguments = N_ ("NOTE"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Marks a note as settled"),
    .json = "{settled}",
    .example = "handslag-cli agreement settle no-5kx2ap --as coord@school.nl",
    .run = settle },
  { NULL },
};
