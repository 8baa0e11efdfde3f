/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instance and solution files: what is read is what was written, and whatever is wrong with a file
 * is said with its line and column. */

#include <glib/gstdio.h>
#include <string.h>

#include "hs-error.h"
#include "hs-instance-file.h"

/* A file of its own for each test, gone afterwards. */
static char *
temporary_file (const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("hs-instance-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_assert_true (g_close (fd, &error));
  g_assert_true (g_file_set_contents (path, text, -1, &error));
  return path;
}

static HsInstance *
read_text (const char *text, GError **error)
{
  g_autofree char *path = temporary_file (text);
  HsInstance *instance = hs_instance_read (path, error);
  g_unlink (path);
  return instance;
}

typedef struct
{
  const char *text;
  const char *message;
} Malformed;

#define HEAD "p 2 2 2\nc 1 3\n"

static const Malformed malformed_instances[] = {
  { "", "line 1, column 1: the file ends where a line with \"p\" should be" },
  { "\n\n", "line 3, column 1: the file ends where a line with \"p\" should be" },
  { "c 1\n", "line 1, column 1: a line with \"p\" should be here" },
  { "hello", "line 1, column 1: a line with \"p\" should be here" },
  { "P 1 1 1\nc 1\n", "line 1, column 1: a line with \"p\" should be here" },
  { "p1 1 1\n", "line 1, column 1: a line with \"p\" should be here" },
  { "p\n", "line 1, column 2: the line ends before the number of students" },
  { "p 1 1\n", "line 1, column 6: the line ends before the number of options" },
  { "p 1 1 1 1\n", "line 1, column 9: there is more on the line than there should be" },
  { "p -1 1 1\n", "line 1, column 3: the number of students is negative" },
  { "p 1 -1 1\n", "line 1, column 5: the number of resources is negative" },
  { "p 1 1 -5\n", "line 1, column 7: the number of options is negative" },
  { "p x 1 1\n", "line 1, column 3: the number of students is not a whole number" },
  { "p 1.5 1 1\n", "line 1, column 3: the number of students is not a whole number" },
  { "p 0x10 1 1\n", "line 1, column 3: the number of students is not a whole number" },
  { "p + 1 1\n", "line 1, column 3: the number of students is not a whole number" },
  { "p - 1 1\n", "line 1, column 3: the number of students is not a whole number" },
  { "p 99999999999999999999999999 1 1\n",
    "line 1, column 3: the number of students is out of range: it must be 0 to 10000000" },
  { "p 1 1 0\n", "line 2, column 1: the file ends where a line with \"c\" should be" },
  { "p 1 1 0\no 0 1 0\n", "line 2, column 1: a line with \"c\" should be here" },
  { "p 1 2 0\nc 1\n", "line 2, column 4: the line ends before the capacity" },
  { "p 1 2 0\nc 1 2 3\n", "line 2, column 7: there is more on the line than there should be" },
  { "p 1 2 0\nc 1 -2\n", "line 2, column 5: the capacity is negative" },
  { "p 1 2 0\nc 1 4294967296\n",
    "line 2, column 5: the capacity is out of range: it must be 0 to 1000000000" },
  { "p 1 2000000000 0\nc 1\n", "line 2, column 4: the line ends before the capacity" },
  { "p 10000000 1 2000000000\nc 1\n",
    "line 3, column 1: the file ends where a line with \"o\" should be" },
  { HEAD "o 0 5 1 0 1\n", "line 4, column 1: the file ends where a line with \"o\" should be" },
  { HEAD "o 0 5 1 0 1\no 1 5 1 0 1\no 1 5 1 0 1\n",
    "line 5, column 1: there is more in the file than the first line says" },
  { HEAD "o 0 5 1 0 1\no 1 5 1 0 1\njunk\n",
    "line 5, column 1: there is more in the file than the first line says" },
  { HEAD "x 0 5 1 0 1\no 1 5 1 0 1\n", "line 3, column 1: a line with \"o\" should be here" },
  { HEAD "o 1 5 1 0 1\no 0 5 1 0 1\n", "line 4, column 3: student 0 comes after student 1" },
  { HEAD "o 2 5 1 0 1\n", "line 3, column 3: the student is out of range: it must be 0 to 1" },
  { HEAD "o -1 5 1 0 1\n", "line 3, column 3: the student is negative" },
  { HEAD "o 0 5 1 2 1\n", "line 3, column 9: the resource is out of range: it must be 0 to 1" },
  { HEAD "o 0 5 1 -1 1\n", "line 3, column 9: the resource is negative" },
  { HEAD "o 0 5 1 0 -1\n", "line 3, column 11: the amount is negative" },
  { HEAD "o 0 5 1 0 99999999999\n",
    "line 3, column 11: the amount is out of range: it must be 0 to 1000000000" },
  { HEAD "o 0 99999999999 1 0 1\n",
    "line 3, column 5: the value is out of range: it must be -1000000000 to 1000000000" },
  { HEAD "o 0 -1000000001 1 0 1\n",
    "line 3, column 5: the value is out of range: it must be -1000000000 to 1000000000" },
  { HEAD "o 0 5 2 0 1\n", "line 3, column 12: the line ends before the resource" },
  { HEAD "o 0 5 2 0 1 1\n", "line 3, column 14: the line ends before the amount" },
  { HEAD "o 0 5 1 0 1 1 1\n", "line 3, column 13: there is more on the line than there should be" },
  { HEAD "o 0 5 -1 0 1\n", "line 3, column 7: the number of pairs is negative" },
  { HEAD "o 0 5 2000000000 0 1\n", "line 3, column 21: the line ends before the resource" },
  { HEAD "o 0\n", "line 3, column 4: the line ends before the value" },
  { HEAD "o 0 5\n", "line 3, column 6: the line ends before the number of pairs" },
  { HEAD "o 0 5 1 0 1a\n", "line 3, column 11: the amount is not a whole number" },
  { HEAD "o 0 5 1 0 1 # note\n",
    "line 3, column 13: there is more on the line than there should be" },
  { "p 0 0 1\nc\no 0 1 0\n", "line 3, column 3: the student is out of range: it must be 0 to -1" },
};

static void
test_malformed_instances (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (malformed_instances); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HsInstance) instance = read_text (malformed_instances[i].text, &error);
      g_assert_null (instance);
      g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, malformed_instances[i].message);
    }
}

static void
test_nul_and_binary (void)
{
  g_autofree char *path = temporary_file ("");
  g_autoptr (GError) error = NULL;
  g_assert_true (g_file_set_contents (path, "p 1\0 1 1\nc 1\n", 13, &error));
  g_assert_null (hs_instance_read (path, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
  g_unlink (path);
}

static void
test_missing_file_and_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (hs_instance_read ("/nonexistent/instance", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (hs_instance_read (g_get_tmp_dir (), &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_IO);
}

static void
test_lenient_blanks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsInstance) instance =
      read_text ("\n p\t3 1  1 \r\n\nc   1\r\n  o 1 -5 2 0 1 0 2\n\n \n", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (instance->n_students, ==, 3);
  g_assert_cmpuint (instance->first_option[1], ==, 0);
  g_assert_cmpuint (instance->first_option[2], ==, 1);
  g_assert_cmpuint (instance->first_option[3], ==, 1);
  g_assert_cmpint (instance->value[0], ==, -5);
  g_assert_cmpuint (instance->first_use[1], ==, 1);
  g_assert_cmpint (instance->uses[0].amount, ==, 3);
}

static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsInstance) none = read_text ("p 0 0 0\nc\n", &error);
  g_assert_no_error (error);
  gint64 objective = -1;
  guint32 matched = 1;
  gint32 pick = 0;
  g_assert_true (hs_instance_check (none, &pick, &objective, &matched, &error));
  g_assert_cmpint (objective, ==, 0);
  g_assert_cmpuint (matched, ==, 0);
  g_autoptr (HsInstance) many = read_text ("p 10000000 0 0\nc", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (many->n_students, ==, 10000000);
}

/* Sums of one resource that do not fit in 32 bits never become small or negative. */
static void
test_amounts_do_not_overflow (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsInstance) instance =
      read_text ("p 1 1 1\nc 1000000000\n"
                 "o 0 1 5 0 1000000000 0 1000000000 0 1000000000 0 1000000000 0 1000000000\n",
                 &error);
  g_assert_no_error (error);
  gint32 pick = 0;
  g_assert_false (hs_instance_check (instance, &pick, NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
}

static HsInstance *
random_instance (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  gint32 n_resources = g_rand_int_range (rand, 1, 60);
  for (gint32 r = 0; r < n_resources; r++)
    hs_instance_builder_add_resource (builder, g_rand_int_range (rand, 0, 100));
  gint32 n_students = g_rand_int_range (rand, 0, 40);
  for (gint32 s = 0; s < n_students; s++)
    {
      hs_instance_builder_add_student (builder);
      for (gint32 o = g_rand_int_range (rand, 0, 6); o > 0; o--)
        {
          hs_instance_builder_add_option (builder, g_rand_int_range (rand, -50, 1000));
          for (gint32 k = g_rand_int_range (rand, 0, 80); k > 0; k--)
            hs_instance_builder_add_use (builder, (guint32) g_rand_int_range (rand, 0, n_resources),
                                         g_rand_int_range (rand, 0, 4));
        }
    }
  return hs_instance_builder_finish (builder, NULL);
}

static void
assert_same (const HsInstance *a, const HsInstance *b)
{
  g_assert_cmpuint (a->n_students, ==, b->n_students);
  g_assert_cmpuint (a->n_resources, ==, b->n_resources);
  g_assert_cmpuint (a->n_options, ==, b->n_options);
  g_assert_cmpmem (a->capacity, a->n_resources * 4, b->capacity, b->n_resources * 4);
  g_assert_cmpmem (a->first_option, a->n_students * 4 + 4, b->first_option, b->n_students * 4 + 4);
  g_assert_cmpmem (a->value, a->n_options * 4, b->value, b->n_options * 4);
  g_assert_cmpmem (a->first_use, a->n_options * 4 + 4, b->first_use, b->n_options * 4 + 4);
  gsize n = a->first_use[a->n_options];
  g_assert_cmpint (memcmp (a->uses, b->uses, n * sizeof (HsUse)), ==, 0);
}

/* No option names a resource twice, however often the builder was told. */
static void
assert_merged (const HsInstance *instance)
{
  for (guint32 o = 0; o < instance->n_options; o++)
    for (guint32 k = instance->first_use[o]; k < instance->first_use[o + 1]; k++)
      for (guint32 m = instance->first_use[o]; m < k; m++)
        g_assert_cmpuint (instance->uses[k].resource, !=, instance->uses[m].resource);
}

static void
test_write_and_read_back (void)
{
  for (guint32 seed = 0; seed < 100; seed++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = temporary_file ("");
      g_autoptr (HsInstance) instance = random_instance (seed);
      assert_merged (instance);
      g_assert_true (hs_instance_write (instance, path, &error));
      g_autoptr (HsInstance) again = hs_instance_read (path, &error);
      g_assert_no_error (error);
      assert_same (instance, again);
      g_unlink (path);
      for (guint32 s = 0; s < instance->n_students; s++)
        for (guint32 o = instance->first_option[s]; o < instance->first_option[s + 1]; o++)
          g_assert_cmpuint (hs_instance_student_of (instance, o), ==, s);
    }
}

static const Malformed malformed_solutions[] = {
  { "x 0\n", "line 1, column 4: the line ends before the option" },
  { "y 0 0\n", "line 1, column 1: a line with \"x\" should be here" },
  { "x 0 0 0\n", "line 1, column 7: there is more on the line than there should be" },
  { "x 2 0\n", "line 1, column 3: the student is out of range: it must be 0 to 1" },
  { "x 0 3\n", "line 1, column 5: the option is out of range: it must be -1 to 2" },
  { "x 0 2\n", "line 1, column 5: option 2 is not one of student 0" },
  { "x 1 2\nx 1 2\n", "line 2, column 3: student 1 has a second line" },
};

#define THREE "p 2 1 3\nc 2\no 0 5 1 0 1\no 0 6 1 0 2\no 1 7 1 0 1\n"

static void
test_solutions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsInstance) instance = read_text (THREE, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (malformed_solutions); i++)
    {
      g_autofree char *path = temporary_file (malformed_solutions[i].text);
      g_assert_null (hs_solution_read (instance, path, &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, malformed_solutions[i].message);
      g_clear_error (&error);
      g_unlink (path);
    }
  g_autofree char *path = temporary_file ("x 1 2\n");
  g_autofree gint32 *pick = hs_solution_read (instance, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pick[0], ==, HS_NO_OPTION);
  g_assert_cmpint (pick[1], ==, 2);
  pick[0] = 0;
  gint64 objective;
  g_assert_true (hs_instance_check (instance, pick, &objective, NULL, &error));
  g_assert_cmpint (objective, ==, 12);
  g_assert_true (hs_solution_write (instance, pick, path, &error));
  g_autofree gint32 *again = hs_solution_read (instance, path, &error);
  g_assert_cmpmem (pick, 8, again, 8);
  pick[0] = 1;
  g_assert_false (hs_instance_check (instance, pick, NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
  g_clear_error (&error);
  pick[0] = 2;
  g_assert_false (hs_instance_check (instance, pick, NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
  g_unlink (path);
}

static void
test_write_errors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsInstance) instance = read_text (THREE, &error);
  g_assert_false (hs_instance_write (instance, "/nonexistent/folder/file", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (hs_instance_write (instance, "/dev/full", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_FULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matching/instance/malformed", test_malformed_instances);
  g_test_add_func ("/matching/instance/binary", test_nul_and_binary);
  g_test_add_func ("/matching/instance/missing", test_missing_file_and_folder);
  g_test_add_func ("/matching/instance/blanks", test_lenient_blanks);
  g_test_add_func ("/matching/instance/empty", test_empty);
  g_test_add_func ("/matching/instance/overflow", test_amounts_do_not_overflow);
  g_test_add_func ("/matching/instance/round-trip", test_write_and_read_back);
  g_test_add_func ("/matching/instance/solutions", test_solutions);
  g_test_add_func ("/matching/instance/write-errors", test_write_errors);
  return g_test_run ();
}
