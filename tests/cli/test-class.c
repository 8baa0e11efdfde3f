/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class at once on the command line: look first, then make all or none. */

#include "cli-runner.h"

#include <string.h>

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
              "100023;Sonja;Visser;s.visser@zorg.nl;werkbegeleider;2\n" },
  { "vacancy", "code;location;title;supervisor;start;end;largest;crebos;weekdays;minutes_week\n"
               "VAC-1;De Lindehof;Woongroep Iep;s.visser@zorg.nl;1-2-2027;2-7-2027;5;25655;ma;8\n"
               "VAC-2;De Lindehof;Woongroep Es;s.visser@zorg.nl;1-2-2027;2-7-2027;5;25655;ma;8\n" },
  { "student", "studentnummer;voornaam;achternaam;crebo;leerweg;klas\n"
               "1;Sanne;Boer;25655;BOL;3A\n2;Tim;Vos;25655;BOL;3A\n3;Bo;Kok;25655;BOL;3A\n" },
};

static void
bring_in (CliRunner *self)
{
  cli_expect (self, 0, "init", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (spreadsheets); i++)
    {
      g_autofree char *name = g_strconcat (spreadsheets[i].kind, ".csv", NULL);

      cli_write (self, name, spreadsheets[i].text);
      cli_expect (self, 0, "import", spreadsheets[i].kind, name, NULL);
    }
  self->actor = g_strdup ("coord@school.nl");
}

static void
test_class (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  g_autoptr (JsonDocument) seen = NULL;
  g_autoptr (JsonDocument) made = NULL;

  bring_in (self);
  cli_write (self, "uitzonderingen.csv", "student;vacancy;end\n2;VAC-2;28-5-2027\n");
  seen = cli_json (self, "agreement", "class", "--class", "3A", "--vacancy", "VAC-1", "--table",
                   cli_path (self, "uitzonderingen.csv"), "--dry-run", NULL);
  g_assert_cmpint (json_array_size (json_object_get (seen, "rows")), ==, 3);
  cli_expect (self, 0, "list", "agreement", NULL);
  g_assert_null (strstr (self->out, "2027-"));
  made = cli_json (self, "agreement", "class", "--class", "3A", "--vacancy", "VAC-1", "--table",
                   cli_path (self, "uitzonderingen.csv"), NULL);
  g_assert_cmpint (json_integer_value (json_object_get (made, "made")), ==, 3);
  g_assert_true (json_equal (json_object_get (seen, "rows"), json_object_get (made, "rows")));
  cli_expect (self, 0, "list", "agreement", NULL);
  assert_says (self, self->out, "Tim Vos");
  /* A second time they are all left out. */
  cli_expect (self, 0, "agreement", "class", "--class", "3A", "--vacancy", "VAC-1", NULL);
  assert_says (self, self->out, "0 stageafspraken");
}

static void
test_mistakes (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();

  bring_in (self);
  cli_expect (self, 2, "agreement", "class", "--vacancy", "VAC-1", NULL);
  cli_expect (self, 2, "agreement", "class", "--class", "9Z", NULL);
  cli_write (self, "fout.csv", "student;kleur\n1;rood\n");
  cli_expect (self, 3, "agreement", "class", "--class", "3A", "--table",
              cli_path (self, "fout.csv"), NULL);
  assert_says (self, self->err, "kleur");
  cli_write (self, "fout.csv", "student;vacancy\n1;VAC-9\n");
  cli_expect (self, 1, "agreement", "class", "--class", "3A", "--table",
              cli_path (self, "fout.csv"), "--dry-run", NULL);
  assert_says (self, self->out, "VAC-9");
  cli_expect (self, 2, "agreement", "class", "--class", "3A", "--table",
              cli_path (self, "fout.csv"), NULL);
  assert_says (self, self->err, "Sanne Boer");
  cli_expect (self, 0, "list", "agreement", NULL);
  g_assert_null (strstr (self->out, "Sanne"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/class", test_class);
  g_test_add_func ("/cli/class/mistakes", test_mistakes);
  return g_test_run ();
}
