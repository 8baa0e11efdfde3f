/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target without libFuzzer: over every file that is named, as it is and damaged in a
 * thousand ways that are the same each time. */

#include <glib.h>
#include <string.h>

#define DAMAGES 1000

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
damage (GByteArray *bytes, GRand *random)
{
  static const guint8 nasty[] = "\";,\n\r\t\0\xff\xfe\xc3\x81{}[]:'=\\0";
  guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
  guint8 c = nasty[g_rand_int_range (random, 0, sizeof nasty - 1)];

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256);
      break;
    case 1:
      bytes->data[at] = c;
      break;
    case 2:
      g_byte_array_remove_index (bytes, at);
      break;
    default:
      g_byte_array_append (bytes, &c, 1);
      memmove (bytes->data + at + 1, bytes->data + at, bytes->len - at - 1);
      bytes->data[at] = c;
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  g_assert_cmpint (argc, >, 1);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gsize length;

      g_file_get_contents (argv[i], &text, &length, &error);
      g_assert_no_error (error);
      LLVMFuzzerTestOneInput ((const guint8 *) text, length);
      for (int n = 0; n < DAMAGES; n++)
        {
          g_autoptr (GByteArray) bytes = g_byte_array_new ();

          g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
          for (int k = 0; k <= n % 7 && bytes->len > 0; k++)
            damage (bytes, random);
          LLVMFuzzerTestOneInput (bytes->data, bytes->len);
        }
    }
  return 0;
}
