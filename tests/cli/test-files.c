/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records, awkward input and files that are not what they should be. */

#include "cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* A file with a school and three students. */
static void
prepare (CliRunner *self)
{
  cli_expect (self, 0, "init", NULL);
  cli_expect (self, 0, "add", "organisation", "name=ROC De Brug", "kind=school", "brin=01AB", NULL);
  cli_expect (self, 0, "add", "student", "school=01AB", "number=1", "first_name=Zoë",
              "last_name=Çelik", "place=Zwolle", "birth_date=3-4-2008", NULL);
  cli_expect (self, 0, "add", "student", "school=01AB", "number=2", "first_name=Bram",
              "last_name=Smit", "place=Kampen", NULL);
  cli_expect (self, 0, "add", "student", "school=01AB", "number=3", "first_name=Anna",
              "last_name=Smit", "place=Zwolle", NULL);
}

static gint64
count (CliRunner *self, const char *option, const char *value)
{
  g_autoptr (JsonDocument) root = cli_json (self, "list", "student", option, value, NULL);

  return json_integer_value (json_object_get (root, "count"));
}

static void
test_list (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();

  prepare (self);
  g_assert_cmpint (count (self, "--where", "place=Zwolle"), ==, 2);
  g_assert_cmpint (count (self, "--where", "Woonplaats!=Zwolle"), ==, 1);
  g_assert_cmpint (count (self, "--where", "birth_date<1-1-2009"), ==, 1);
  g_assert_cmpint (count (self, "--where", "birth_date>2008-04-03"), ==, 0);
  g_assert_cmpint (count (self, "--where", "birth_date="), ==, 2);
  g_assert_cmpint (count (self, "--where", "birth_date!="), ==, 1);
  g_assert_cmpint (count (self, "--where", "school=01AB"), ==, 3);
  g_assert_cmpint (count (self, "--search", "celik"), ==, 1);
  g_assert_cmpint (count (self, "--search", "MIT"), ==, 2);
  cli_expect (self, 0, "list", "studenten", "--sort", "first_name", "--columns", "first_name",
              NULL);
  g_assert_true (strstr (self->out, "Anna") < strstr (self->out, "Bram"));
  cli_expect (self, 0, "list", "student", "--sort", "-first_name", "--columns", "first_name", NULL);
  g_assert_true (strstr (self->out, "Anna") > strstr (self->out, "Bram"));
  cli_expect (self, 0, "--limit", "1", "--offset", "1", "list", "student", NULL);
  assert_says (self, self->out, "1 van 3");
  cli_expect (self, 2, "list", "student", "--where", "place~Zwolle", NULL);
  cli_expect (self, 2, "list", "student", "--where", "plaatss=Zwolle", NULL);
  cli_expect (self, 2, "list", "student", "--where", "birth_date=morgen", NULL);
  cli_expect (self, 2, "list", "student", "--where", "weekdays>mo", NULL);
  cli_expect (self, 3, "list", "student", "--where", "school=99ZZ", NULL);
}

static void
test_change (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  g_autofree char *uid = NULL;

  prepare (self);
  uid = cli_uid (self, "show", "1", NULL);
  cli_expect (self, 0, "set", uid, "place=Deventer", "Telefoon=06 12345678", NULL);
  assert_says (self, self->out, "Zwolle → Deventer");
  cli_expect (self, 0, "set", uid, "place=Deventer", NULL);
  assert_says (self, self->out, "niets veranderd");
  uid[9] = '\0'; /* the start of a uid will do */
  cli_expect (self, 0, "set", uid, "place=", NULL);
  cli_expect (self, 2, "set", uid, "place", NULL);
  cli_expect (self, 2, "set", uid, "birth_date=31-02-2008", NULL);
  cli_expect (self, 2, "set", uid, "nummer=\x01", NULL);
  cli_expect (self, 3, "set", uid, "school=nergens", NULL);
  cli_expect (self, 0, "remove", uid, NULL);
  g_assert_cmpint (count (self, "--limit", "9"), ==, 2);
  cli_expect (self, 0, "show", uid, NULL);
  assert_says (self, self->out, "verwijderd");
  cli_expect (self, 3, "set", uid, "place=Assen", NULL);
  cli_expect (self, 0, "bring-back", uid, NULL);
  g_assert_cmpint (count (self, "--limit", "9"), ==, 3);
  cli_expect (self, 2, "erase", uid, NULL);
  cli_expect (self, 0, "erase", uid, "--sure", NULL);
  cli_expect (self, 3, "bring-back", uid, NULL);
  cli_expect (self, 1, "remove", "01AB", NULL);
}

/* A file in a folder that is synchronised is refused; a copy elsewhere is good. */
static void
test_place (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();

  prepare (self);
  g_mkdir_with_parents (cli_path (self, "Wolk"), 0700);
  cli_write (self, "Wolk/.sync_0a1b2c.db", "");
  cli_expect (self, 0, "backup", "Wolk/stages.handslag", NULL);
  cli_expect (self, 3, "list", "student", "--db", "Wolk/stages.handslag", NULL);
  assert_says (self, self->err, "Nextcloud");
  cli_expect (self, 3, "init", "--db", "Wolk/nieuw.handslag", NULL);
  cli_expect (self, 0, "take-over", "Wolk/stages.handslag", "--db", "mijn.handslag", NULL);
  cli_expect (self, 0, "list", "organisation", "--db", "mijn.handslag", NULL);
  assert_says (self, self->out, "ROC De Brug");
  cli_expect (self, 1, "take-over", "Wolk/stages.handslag", "--db", "mijn.handslag", NULL);
}

/* Letters of all kinds, and text that would fool a terminal, come out as text. */
static void
test_odd_text (void)
{
  static const char *const names[] = { "Łukasz Ødegård",
                                       "محمد",
                                       "李小龍",
                                       "Jo\xcc\x88rg",
                                       "O'Neil \"x\"",
                                       "-- x",
                                       "=1+1",
                                       "'; DROP TABLE student; --",
                                       "😀",
                                       "%s%n" };
  g_autoptr (CliRunner) self = cli_runner_new ();
  g_autofree char *long_value = g_strnfill (70000, 'x');
  g_autofree char *assignment = g_strconcat ("remark=", long_value, NULL);

  prepare (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strconcat ("last_name=", names[i], NULL);
      g_autofree char *number = g_strdup_printf ("number=%u", 100 + i);
      g_autofree char *normal = g_utf8_normalize (names[i], -1, G_NORMALIZE_NFC);
      g_autoptr (JsonDocument) root =
          cli_json (self, "add", "student", "school=01AB", number, name, NULL);

      g_assert_cmpstr (json_at (root, "fields.last_name"), ==, normal);
    }
  cli_expect (self, 0, "list", "student", NULL);
  cli_expect (self, 2, "add", "student", "school=01AB", "number=200", "last_name=\033[31m", NULL);
  cli_expect (self, 2, "set", "1", assignment, NULL);
  cli_expect (self, 0, "search", "ødegard", NULL);
  assert_says (self, self->out, "Łukasz");
}

static void
test_files (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();

  prepare (self);
  g_mkdir (cli_path (self, "map"), 0700);
  cli_write (self, "tekst", "geen database\n");
  cli_expect (self, 3, "import", "student", "nergens.csv", NULL);
  cli_expect (self, 3, "import", "student", "map", NULL);
  cli_expect (self, 3, "export", "student", "map", NULL);
  cli_expect (self, 3, "export", "student", "nergens/a.csv", NULL);
  cli_expect (self, 3, "person-export", "1", "nergens/a.json", NULL);
  cli_expect (self, 3, "verify", "nergens.pdf", NULL);
  cli_expect (self, 3, "verify", "map", NULL);
  cli_expect (self, 1, "verify", "tekst", NULL);
  cli_expect (self, 3, "list", "student", "--db", "tekst", NULL);
  cli_expect (self, 3, "list", "student", "--db", "map", NULL);
  cli_expect (self, 3, "init", "--db", "nergens/a.handslag", NULL);
  cli_expect (self, 3, "restore", "tekst", "--replace", NULL);
  cli_expect (self, 3, "backup", "map/", "--replace", NULL);
  cli_expect (self, 3, "list", "student", "--db", "/dev/null", NULL);
  cli_expect (self, 2, "import", "event", "tekst", NULL);
  cli_expect (self, 0, "doctor", NULL);
}

static void
test_backup (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  struct stat info;

  prepare (self);
  cli_expect (self, 0, "backup", "kopie.handslag", NULL);
  g_assert_cmpint (g_stat (cli_path (self, "kopie.handslag"), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  cli_expect (self, 2, "backup", "kopie.handslag", NULL);
  cli_expect (self, 0, "remove", "1", NULL);
  cli_expect (self, 2, "restore", "kopie.handslag", NULL);
  cli_expect (self, 0, "restore", "kopie.handslag", "--replace", NULL);
  g_assert_cmpint (count (self, "--limit", "9"), ==, 3);
}

/* Who may do what is refused here too, with a reason. */
static void
test_permission (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();

  prepare (self);
  cli_expect (self, 0, "add", "organisation", "name=De Linde", "kind=host", "kvk=12345678", NULL);
  cli_expect (self, 0, "add", "person", "organisation=12345678", "first_name=Sonja",
              "last_name=Visser", "email=s.visser@zorg.nl", "roles=supervisor", NULL);
  cli_expect (self, 3, "set", "1", "place=Assen", "--as", "niemand@zorg.nl", NULL);
  cli_expect (self, 1, "set", "1", "place=Assen", "--as", "s.visser@zorg.nl", NULL);
  cli_expect (self, 1, "export", "student", "a.csv", "--as", "s.visser@zorg.nl", NULL);
  /* before the match is final a host does not learn who the student is */
  cli_expect (self, 0, "list", "student", "--as", "s.visser@zorg.nl", NULL);
  g_assert_null (strstr (self->out, "Çelik"));
  cli_expect (self, 0, "show", "1", "--json", "--as", "s.visser@zorg.nl", NULL);
  g_assert_null (strstr (self->out, "2008-04-03"));
}

static gint64
found (CliRunner *self, const char *kind, const char *search)
{
  g_autoptr (JsonDocument) root = cli_json (self, "list", kind, "--search", search, NULL);

  return json_integer_value (json_object_get (root, "count"));
}

/* Somebody of the host before the match is final, and another student: no way round to the name. */
static void
test_no_way_round (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  g_autofree char *zoe = NULL;
  g_autofree char *bram = NULL;

  prepare (self);
  zoe = cli_uid (self, "show", "1", NULL);
  bram = cli_uid (self, "show", "2", NULL);
  cli_expect (self, 0, "add", "organisation", "name=De Linde", "kind=host", "kvk=12345678", NULL);
  cli_expect (self, 0, "add", "person", "organisation=12345678", "first_name=Petra",
              "last_name=Mulder", "email=p.mulder@zorg.nl", "roles=practice_trainer", NULL);
  cli_expect (self, 0, "add", "person", "organisation=01AB", "first_name=Carla", "last_name=Smit",
              "email=coord@school.nl", "roles=coordinator", NULL);
  self->actor = g_strdup ("coord@school.nl");
  cli_expect (self, 0, "agreement", "new", "--student", "1", "--host", "12345678", "--until",
              "proposed", NULL);
  cli_expect (self, 0, "pdf", "2027-00001", "a.pdf", NULL);
  g_free (self->actor);
  self->actor = g_strdup ("p.mulder@zorg.nl");
  cli_expect (self, 1, "pdf", "2027-00001", "a.pdf", NULL);
  cli_expect (self, 1, "ics", "2027-00001", "a.ics", NULL);
  cli_expect (self, 1, "person-export", zoe, "a.json", NULL);
  cli_expect (self, 1, "match", NULL);
  g_assert_cmpint (found (self, "student", "celik"), ==, 0);
  g_assert_cmpint (found (self, "agreement", "celik"), ==, 0);
  cli_expect (self, 0, "search", "celik", NULL);
  g_assert_null (strstr (self->out, "2027-00001"));
  g_free (self->actor);
  self->actor = g_strdup (bram);
  cli_expect (self, 1, "pdf", "2027-00001", "a.pdf", NULL);
  cli_expect (self, 1, "agreement", "history", "2027-00001", NULL);
  cli_expect (self, 1, "person-export", zoe, "a.json", NULL);
  cli_expect (self, 0, "person-export", bram, "a.json", NULL);
  cli_expect (self, 0, "show", zoe, NULL);
  g_assert_null (strstr (self->out, "Çelik"));
  cli_expect (self, 1, "remove", bram, NULL);
  cli_expect (self, 1, "erase", bram, "--sure", NULL);
}

static void
test_hours (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();

  cli_expect (self, 0, "hours", "--from", "1-2-2027", "--to", "1-2-2027", "--per-day", "7,5", NULL);
  assert_says (self, self->out, "7,5 uur in 1 dagen");
  cli_expect (self, 0, "hours", "--from", "26-7-2027", "--to", "6-8-2027", "--per-day", "8",
              "--days", "ma-vr", NULL);
  assert_says (self, self->out, "2026/2027");
  assert_says (self, self->out, "2027/2028");
  cli_expect (self, 2, "hours", "--from", "2-2-2027", "--to", "1-2-2027", "--per-day", "8", NULL);
  cli_expect (self, 2, "hours", "--from", "1-2-2027", "--to", "2-2-2027", "--per-day", "25", NULL);
  cli_expect (self, 2, "hours", "--from", "1-2-27", "--to", "2-2-2027", "--per-day", "8", NULL);
  cli_expect (self, 2, "hours", "--from", "1-2-2027", "--to", "2-2-2027", "--per-day", "8",
              "--days", "vr-ma", NULL);
  cli_expect (self, 2, "hours", "--from", "1-2-2027", "--to", "2-2-2027", "--per-day", "8",
              "--interruption", "5-2-2027..1-2-2027", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/files/list", test_list);
  g_test_add_func ("/cli/files/change", test_change);
  g_test_add_func ("/cli/files/odd-text", test_odd_text);
  g_test_add_func ("/cli/files/files", test_files);
  g_test_add_func ("/cli/files/backup", test_backup);
  g_test_add_func ("/cli/files/place", test_place);
  g_test_add_func ("/cli/files/permission", test_permission);
  g_test_add_func ("/cli/files/no-way-round", test_no_way_round);
  g_test_add_func ("/cli/files/hours", test_hours);
  return g_test_run ();
}
