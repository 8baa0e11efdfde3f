/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main job, from spreadsheets to a signed agreement and what comes after, as people do it. */

#include "cli-runner.h"

#include <string.h>

#define COORDINATOR "coord@school.nl"
#define TEACHER "b.bakker@school.nl"
#define TRAINER "p.mulder@zorg.nl"
#define STUDENT "sanne@student.nl"
#define NUMBER "2027-00001"

/* What a school has in spreadsheets. */
static const struct
{
  const char *kind;
  const char *text;
} spreadsheets[] = {
  { "organisation", "naam;soort;brin;kvk;leerbedrijf-id;plaats;regio\n"
                    "ROC De Brug;school;01AB;;;Zwolle;IJsselland\n"
                    "Zorggroep De Linde;zorgorganisatie;;12345678;100023;Zwolle;IJsselland\n" },
  { "location", "organisatie;naam;plaats\nZorggroep De Linde;De Lindehof;Zwolle\n" },
  { "programme", "crebo;naam;niveau;jaren\n25655;Verzorgende IG;3;3\n" },
  { "recognition", "host;crebo;status;from;checked_on;checked_by\n"
                   "100023;25655;verified;1-1-2020;1-12-2026;C. Smit\n" },
  { "person", "organisatie;voornaam;achternaam;e-mail;rollen;student_limit\n"
              "01AB;Carla;Smit;coord@school.nl;stagecoördinator;\n"
              "01AB;Bert;Bakker;b.bakker@school.nl;bpv-docent;\n"
              "100023;Petra;Mulder;p.mulder@zorg.nl;praktijkopleider;\n"
              "100023;Sonja;Visser;s.visser@zorg.nl;werkbegeleider;2\n" },
  { "vacancy", "code;location;title;supervisor;start;end;largest;crebos;weekdays;minutes_week\n"
               "VAC-12;De Lindehof;Woongroep Iep;s.visser@zorg.nl;1-2-2027;2-7-2027;2;25655;"
               "ma,di,wo;24\n" },
  { "student",
    "studentnummer;voornaam;tussenvoegsel;achternaam;geboortedatum;e-mail;crebo;leerweg\n"
    "1234567;Sanne;de;Boer;3-4-2010;sanne@student.nl;25655;BOL\n" },
  { "item", "location;technology;name;asset_number;quantity;state\n"
            "De Lindehof;Tovertafel;Tovertafel Iep;TT-1;1;in gebruik\n" },
};

static void
act_as (CliRunner *self, const char *who)
{
  g_free (self->actor);
  self->actor = g_strdup (who);
}

static void
bring_in (CliRunner *self)
{
  cli_expect (self, 0, "init", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (spreadsheets); i++)
    {
      g_autofree char *name = g_strconcat (spreadsheets[i].kind, ".csv", NULL);

      cli_write (self, name, spreadsheets[i].text);
      cli_expect (self, 0, "import", spreadsheets[i].kind, name, "--dry-run", NULL);
      assert_says (self, self->out, "niets opgeslagen");
      cli_expect (self, 0, "import", spreadsheets[i].kind, name, NULL);
      cli_expect (self, 0, "import", spreadsheets[i].kind, name, NULL);
      assert_says (self, self->out, "0 nieuw, 0 gewijzigd");
    }
  cli_expect (self, 0, "add", "guardian", "student=1234567", "first_name=Anna", "last_name=Boer",
              "email=anna@mail.nl", NULL);
  cli_expect (self, 0, "add", "mandate", "person=" TEACHER, "organisation=01AB", "from=1-8-2026",
              NULL);
  cli_expect (self, 0, "add", "mandate", "person=" TRAINER, "organisation=100023", "from=1-8-2026",
              NULL);
  cli_write (self, "wachtzin", "een lange wachtzin\n");
}

static void
draft (CliRunner *self)
{
  act_as (self, COORDINATOR);
  cli_expect (self, 0, "agreement", "new", "--student", "1234567", "--vacancy", "VAC-12",
              "--supervisor", "s.visser@zorg.nl", "--teacher", TEACHER, "--trainer", TRAINER,
              "--item", "TT-1", NULL);
  assert_says (self, self->out, NUMBER);
  assert_says (self, self->out, "Concept");
}

/* The uid of the first row of a kind. (transfer full) */
static char *
first_row (CliRunner *self, const char *kind)
{
  g_autoptr (JsonDocument) root = cli_json (self, "agreement", "rows", NUMBER, kind, NULL);
  g_autofree char *path = g_strdup_printf ("rows.%s.0.uid", kind);

  return g_strdup (json_at (root, path));
}

static void
fix (CliRunner *self)
{
  g_autofree char *assignment = first_row (self, "assignment");

  cli_expect (self, 0, "agreement", "set", NUMBER, "qualification_parts=B1-K1", NULL);
  cli_expect (self, 0, "agreement", "hours", NUMBER, "--save", NULL);
  cli_expect (self, 0, "set", assignment, "need=Bewoners zitten veel stil.",
              "need_confirmed_by=S. Visser", "need_confirmed_on=8-1-2027",
              "fallback=Een ander middel.", NULL);
  cli_expect (self, 0, "agreement", "add", NUMBER, "clause", "theme=guidance",
              "text=Elke maandag een gesprek.", NULL);
}

static void
themes (CliRunner *self, const char *status)
{
  static const char *const people[] = { TEACHER, TRAINER, STUDENT };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      act_as (self, people[i]);
      cli_expect (self, 0, "agreement", "theme", NUMBER, "--all", "--status", status, NULL);
    }
}

static void
assert_state (CliRunner *self, const char *state)
{
  g_autoptr (JsonDocument) root = cli_json (self, "show", NUMBER, NULL);

  g_assert_cmpstr (json_at (root, "fields.state"), ==, state);
}

static void
review (CliRunner *self)
{
  act_as (self, COORDINATOR);
  cli_expect (self, 1, "check", NUMBER, NULL);
  assert_says (self, self->out, "TECH-NEED");
  cli_expect (self, 1, "agreement", "submit", NUMBER, NULL);
  assert_says (self, self->out, "THEME-DISCUSSED");
  fix (self);
  themes (self, "besproken");
  act_as (self, COORDINATOR);
  cli_expect (self, 0, "check", NUMBER, NULL);
  cli_expect (self, 0, "agreement", "submit", NUMBER, NULL);
  act_as (self, TEACHER);
  cli_expect (self, 2, "agreement", "return", NUMBER, NULL);
  cli_expect (self, 0, "agreement", "return", NUMBER, "--reason", "De vervanger ontbreekt.", NULL);
  assert_state (self, "draft");
  act_as (self, STUDENT);
  cli_expect (self, 1, "agreement", "submit", NUMBER, NULL);
  act_as (self, COORDINATOR);
  cli_expect (self, 0, "agreement", "submit", NUMBER, NULL);
  act_as (self, TEACHER);
  cli_expect (self, 1, "agreement", "approve", NUMBER, NULL);
  themes (self, "akkoord");
  act_as (self, TEACHER);
  cli_expect (self, 0, "agreement", "approve", NUMBER, NULL);
  act_as (self, COORDINATOR);
  cli_expect (self, 0, "agreement", "send", NUMBER, NULL);
  assert_state (self, "out");
  cli_expect (self, 1, "agreement", "set", NUMBER, "end=9-7-2027", NULL);
}

/* The student by key, the guardian on paper, the host elsewhere, the school by key. */
static void
sign (CliRunner *self)
{
  cli_expect (self, 0, "pdf", NUMBER, "te-tekenen.pdf", NULL);
  act_as (self, STUDENT);
  cli_expect (self, 3, "agreement", "sign", NUMBER, "--role", "student", "--passphrase-file",
              "wachtzin", NULL);
  cli_expect (self, 0, "key", "new", "--passphrase-file", "wachtzin", NULL);
  cli_expect (self, 0, "agreement", "sign", NUMBER, "--role", "student", "--passphrase-file",
              "wachtzin", NULL);
  cli_expect (self, 1, "agreement", "sign", NUMBER, "--role", "school", "--passphrase-file",
              "wachtzin", NULL);
  act_as (self, COORDINATOR);
  cli_expect (self, 2, "agreement", "sign", NUMBER, "--role", "guardian", "--method", "paper",
              NULL);
  cli_expect (self, 0, "agreement", "sign", NUMBER, "--role", "guardian", "--signer",
              "anna@mail.nl", "--date", "11-1-2027", "--scan", "te-tekenen.pdf", "--witness",
              "B. Bakker", NULL);
  cli_expect (self, 3, "agreement", "sign", NUMBER, "--role", "host", "--signer", TRAINER, "--date",
              "11-1-2027", "--pdf", "wachtzin", NULL);
  cli_expect (self, 0, "agreement", "sign", NUMBER, "--role", "host", "--signer", TRAINER, "--date",
              "11-1-2027", "--pdf", "te-tekenen.pdf", NULL);
  assert_state (self, "out");
  act_as (self, TEACHER);
  cli_expect (self, 0, "key", "new", "--passphrase-file", "wachtzin", NULL);
  cli_expect (self, 0, "agreement", "sign", NUMBER, "--role", "school", "--passphrase-file",
              "wachtzin", NULL);
  assert_says (self, self->out, "Iedereen heeft ondertekend");
  assert_state (self, "agreed");
  cli_expect (self, 0, "agreement", "signatures", NUMBER, NULL);
  assert_says (self, self->out, "Moet nog ondertekenen: niemand.");
}

static void
hand_out (CliRunner *self)
{
  g_autofree char *data = NULL;
  gsize length;

  cli_expect (self, 0, "pdf", NUMBER, "stage.pdf", NULL);
  cli_expect (self, 0, "verify", "stage.pdf", NULL);
  assert_says (self, self->out, "Sanne de Boer");
  assert_says (self, self->out, "klopt");
  g_assert_true (g_file_get_contents (cli_path (self, "stage.pdf"), &data, &length, NULL));
  data[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (cli_path (self, "stuk.pdf"), data, (gssize) length, NULL));
  cli_expect (self, 1, "verify", "stuk.pdf", NULL);
  /* who has no database can look at the file as well */
  cli_expect (self, 1, "verify", "wachtzin", NULL);
  cli_expect (self, 0, "ics", NUMBER, "-", NULL);
  assert_says (self, self->out, "BEGIN:VCALENDAR");
}

static void
new_sheet (CliRunner *self)
{
  static const char *const roles[] = { "host", "student", "guardian", "school" };

  act_as (self, COORDINATOR);
  cli_expect (self, 2, "agreement", "sheet", "new", NUMBER, "--from", "1-4-2027", NULL);
  cli_expect (self, 0, "agreement", "sheet", "new", NUMBER, "--from", "1-4-2027", "--reason",
              "Een dag minder.", NULL);
  cli_expect (self, 0, "agreement", "set", NUMBER, "weekdays=ma,di", NULL);
  cli_expect (self, 0, "agreement", "hours", NUMBER, "--save", NULL);
  cli_expect (self, 0, "agreement", "compare", NUMBER, NULL);
  assert_says (self, self->out, "Een dag minder.");
  cli_expect (self, 0, "agreement", "sheet", "fix", NUMBER, NULL);
  assert_says (self, self->out, "moet nog worden gestuurd naar");
  /* a correction that is asked is no consent, also not in the PDF */
  cli_expect (self, 0, "agreement", "sheet", "consent", NUMBER, "--role", "host", "--how",
              "mondeling", "--name", "P. Mulder", "--correction", "Niet op dinsdag.", NULL);
  cli_expect (self, 0, "pdf", NUMBER, "blad-2.pdf", NULL);
  cli_expect (self, 0, "verify", "blad-2.pdf", NULL);
  g_assert_null (strstr (self->out, "P. Mulder"));
  cli_expect (self, 0, "agreement", "sheet", "answer", NUMBER, "Het wordt maandag.", "--role",
              "host", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (strcmp (roles[i], "school") != 0)
        cli_expect (self, 0, "agreement", "sheet", "deliver", NUMBER, "--role", roles[i], "--how",
                    "e-mail", NULL);
      /* the host consented when its correction was answered */
      if (strcmp (roles[i], "host") != 0)
        cli_expect (self, 0, "agreement", "sheet", "consent", NUMBER, "--role", roles[i], "--how",
                    "mondeling", "--name", "Iemand", NULL);
    }
  assert_says (self, self->out, "het bpv-blad geldt");
  assert_says (self, self->out, "Niemand hoeft nu iets te doen");
  assert_state (self, "agreed");
  cli_expect (self, 0, "pdf", NUMBER, "blad-2.pdf", NULL);
  cli_expect (self, 0, "verify", "blad-2.pdf", NULL);
  cli_expect (self, 0, "verify", "stage.pdf", NULL);
}

static void
end (CliRunner *self)
{
  g_free (self->now);
  self->now = g_strdup ("2027-03-01T12:00:00Z");
  cli_expect (self, 0, "show", NUMBER, NULL);
  cli_expect (self, 2, "agreement", "end", NUMBER, "--reason", "Stopt.", NULL);
  cli_expect (self, 0, "agreement", "end", NUMBER, "--date", "1-3-2027", "--hours", "96",
              "--reason", "De student stopt met de opleiding.", NULL);
  assert_state (self, "ended");
  cli_expect (self, 0, "agreement", "history", NUMBER, NULL);
  assert_says (self, self->out, "De vervanger ontbreekt.");
  assert_says (self, self->out, "De student stopt met de opleiding.");
  cli_expect (self, 0, "doctor", NULL);
  assert_says (self, self->out, "is in orde");
}

static void
test_main_job (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();

  bring_in (self);
  draft (self);
  review (self);
  sign (self);
  hand_out (self);
  new_sheet (self);
  end (self);
}

/* A recall says which signatures it makes worthless, and they stop counting. */
static void
test_recall (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();

  bring_in (self);
  draft (self);
  review (self);
  cli_expect (self, 0, "pdf", NUMBER, "scan.pdf", NULL);
  cli_expect (self, 0, "agreement", "sign", NUMBER, "--role", "guardian", "--method", "paper",
              "--signer", "anna@mail.nl", "--date", "11-1-2027", "--scan", "scan.pdf", "--witness",
              "B. Bakker", NULL);
  cli_expect (self, 0, "agreement", "recall", NUMBER, "--reason", "De datum klopt niet.", NULL);
  assert_says (self, self->out, "Anna Boer");
  assert_state (self, "draft");
  cli_expect (self, 0, "agreement", "withdraw", NUMBER, "--reason", "Andere plaats.", NULL);
  assert_state (self, "withdrawn");
}

/* The revision of the last thing in the history. */
static char *
last_revision (CliRunner *self)
{
  g_autoptr (JsonDocument) root = cli_json (self, "agreement", "history", NUMBER, NULL);
  json_t *list = json_object_get (root, "history");
  json_t *last = json_array_get (list, json_array_size (list) - 1);

  return g_strdup_printf ("%" JSON_INTEGER_FORMAT,
                          json_integer_value (json_object_get (last, "revision")));
}

/* How a concept read at one moment against another: changed, added, removed and brought back. */
static void
test_moments (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  g_autofree char *revision = NULL;
  g_autofree char *prompt = NULL;

  bring_in (self);
  draft (self);
  revision = last_revision (self);
  prompt = first_row (self, "prompt");
  self->now = g_strdup ("2027-01-20T12:00:00Z");
  cli_expect (self, 0, "agreement", "compare", NUMBER, "--revision", revision, NULL);
  assert_says (self, self->out, "geen verschil");
  cli_expect (self, 0, "agreement", "set", NUMBER, "end=9-7-2027", NULL);
  cli_expect (self, 0, "agreement", "add", NUMBER, "clause", "theme=guidance",
              "text=Elke maandag een gesprek.", NULL);
  cli_expect (self, 0, "remove", prompt, NULL);
  cli_expect (self, 0, "agreement", "compare", NUMBER, "--revision", revision, NULL);
  assert_says (self, self->out, "“02-07-2027” wordt “09-07-2027”");
  assert_says (self, self->out, "Nieuw: Intervisie, reflectie en begeleiding · Regeling");
  assert_says (self, self->out, "Weg: Intervisie, reflectie en begeleiding · Reflectievraag");
  cli_expect (self, 0, "bring-back", prompt, NULL);
  cli_expect (self, 0, "agreement", "compare", NUMBER, "--since", "20-1-2027", NULL);
  assert_says (self, self->out, "“02-07-2027” wordt “09-07-2027”");
  g_assert_null (strstr (self->out, "Weg:"));
  cli_expect (self, 0, "agreement", "compare", NUMBER, "--since", "20-1-2027", "--until",
              "20-1-2027 12:59", NULL);
  assert_says (self, self->out, "geen verschil");
  cli_expect (self, 3, "agreement", "compare", NUMBER, "--since", "1-1-2020", NULL);
  cli_expect (self, 2, "agreement", "compare", NUMBER, "--since", "morgen", NULL);
  cli_expect (self, 2, "agreement", "compare", NUMBER, "--since", "1-1-2027 25:00", NULL);
  cli_expect (self, 2, "agreement", "compare", NUMBER, "--revision", "x", NULL);
  cli_expect (self, 2, "agreement", "compare", NUMBER, "--until", "1-1-2027", NULL);
}

/* A good assignment is kept as a template and used again, in another assignment or a new one. */
static void
test_template (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  g_autoptr (JsonDocument) rows = NULL;

  bring_in (self);
  draft (self);
  fix (self);
  cli_expect (self, 0, "list", "template", NULL);
  assert_says (self, self->out, "Samen genieten met de Tovertafel");
  cli_expect (self, 0, "agreement", "add", NUMBER, "assignment", "title=Beeldbellen",
              "technology=Beeldbellen", NULL);
  cli_expect (self, 2, "agreement", "template", "save", NUMBER, NULL);
  {
    g_autofree char *assignment = first_row (self, "assignment");

    act_as (self, STUDENT);
    cli_expect (self, 1, "agreement", "template", "save", NUMBER, assignment, "--title", "Iep",
                NULL);
    act_as (self, TEACHER);
    cli_expect (self, 3, "agreement", "template", "save", NUMBER, "as-aaaaaaaaaaaaaaaa", NULL);
    cli_expect (self, 0, "agreement", "template", "save", NUMBER, assignment, "--title", "Iep",
                NULL);
  }
  cli_expect (self, 0, "list", "template", "--search", "iep", "--json", NULL);
  assert_says (self, self->out, "Een ander middel.");
  g_assert_null (strstr (self->out, "Bewoners zitten veel stil."));
  act_as (self, COORDINATOR);
  cli_expect (self, 3, "agreement", "template", "use", NUMBER, "bestaat niet", NULL);
  cli_expect (self, 0, "agreement", "template", "use", NUMBER, "Een gesprek via beeldbellen", NULL);
  cli_expect (self, 0, "agreement", "rows", NUMBER, "criterion", NULL);
  assert_says (self, self->out, "niemand mee kan kijken");
  rows = cli_json (self, "agreement", "rows", NUMBER, "assignment", NULL);
  g_assert_cmpuint (
      json_array_size (json_object_get (json_object_get (rows, "rows"), "assignment")), ==, 3);
}

/* Without a recognition the agreement stays one step back, and the exit status says so. */
static void
test_no_recognition (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  g_autofree char *uid = NULL;
  g_autoptr (JsonDocument) root = NULL;

  bring_in (self);
  root = cli_json (self, "list", "recognition", NULL);
  uid = g_strdup (json_at (root, "records.0.uid"));
  cli_expect (self, 0, "set", uid, "status=ended", NULL);
  act_as (self, COORDINATOR);
  cli_expect (self, 1, "agreement", "new", "--student", "1234567", "--vacancy", "VAC-12", NULL);
  assert_state (self, "proposed");
}

/* All that reads gives JSON that parses, and its uids and dates are stable. */
static void
test_json (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  static const char *const commands[] = {
    "columns",
    "columns sheet",
    "list student",
    "list agreement",
    "search sanne",
    "check",
    "check --rules",
    "replacements",
    "key list",
    "doctor",
    "me",
    "hours --from 2027-02-01 --to 2027-02-28 --per-day 8",
    "agreement next " NUMBER,
    "agreement themes " NUMBER,
    "agreement rows " NUMBER,
    "agreement notes " NUMBER,
    "agreement history " NUMBER,
    "agreement compare " NUMBER,
    "agreement sheet list " NUMBER,
    "agreement signatures " NUMBER,
    "agreement hours " NUMBER,
    "show " NUMBER,
    "check " NUMBER,
    "export student uit.csv",
    "backup kopie.handslag",
    "pdf " NUMBER " a.pdf",
    "ics " NUMBER " a.ics",
    "verify a.pdf",
    "person-export 1234567 sanne.json",
  };

  bring_in (self);
  draft (self);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) words = g_strsplit (commands[i], " ", -1);
      g_autoptr (GPtrArray) all = g_ptr_array_new ();
      g_autoptr (JsonDocument) root = NULL;

      g_ptr_array_add (all, (gpointer) "--json");
      for (guint k = 0; words[k] != NULL; k++)
        g_ptr_array_add (all, words[k]);
      g_ptr_array_add (all, NULL);
      cli_run_words (self, (const char *const *) all->pdata);
      root = json_loads (self->out, JSON_REJECT_DUPLICATES, NULL);
      if (!json_is_object (root) || json_object_get (root, "error") != NULL || self->status > 1)
        g_error ("%s: %d %s %s", commands[i], self->status, self->out, self->err);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/job/main-job", test_main_job);
  g_test_add_func ("/cli/job/recall", test_recall);
  g_test_add_func ("/cli/job/moments", test_moments);
  g_test_add_func ("/cli/job/template", test_template);
  g_test_add_func ("/cli/job/no-recognition", test_no_recognition);
  g_test_add_func ("/cli/job/json", test_json);
  return g_test_run ();
}
