/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that is killed while people sign: what was said to be signed is signed, a signature is
 * there whole (sign-off, event, scan, state) or not at all, and the rest can still be signed.
 *
 * A child signs one agreement four times: by key, on paper with a scan, as a PDF signed elsewhere,
 * and by key. It writes a byte to a pipe after each commit. The parent waits for some bytes, then a
 * random moment, and kills it. The number of kills is the argument. */

#include "life-world.h"

#include "hs-doctor.h"
#include "hs-sign.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define SCAN_SIZE (300 * 1024)
/* The kill falls within this time after the last byte that was waited for: some two signatures. */
#define MOMENT_MICROSECONDS 6000

typedef struct
{
  Life life;
  char *base; /* the file with everything ready to be signed */
  HsKey *learner_key;
  HsKey *teacher_key;
  char *scan;
} Desk;

static HsKey *
key_of (Life *life, const HsActor *owner)
{
  g_autoptr (GError) error = NULL;
  HsKey *key = hs_key_new (&error);
  g_autoptr (HsRecord) record = NULL;

  g_assert_no_error (error);
  life_begin (life, owner);
  record = hs_sign_key_record (life->store, owner, hs_key_get_public (key), TRUE, &error);
  g_assert_no_error (error);
  life_finish (life, TRUE);
  return key;
}

static void
desk_init (Desk *desk)
{
  Life *life = &desk->life;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  life_init (life, hs_day (2010, 4, 3), HS_RECOGNITION_STATUS_VERIFIED);
  life_to_out (life);
  desk->learner_key = key_of (life, life->learner);
  desk->teacher_key = key_of (life, life->teacher);
  desk->scan = g_malloc (SCAN_SIZE);
  for (guint i = 0; i < SCAN_SIZE; i++)
    desk->scan[i] = (char) g_rand_int (random);
  desk->base = g_build_filename (life->folder, "base.handslag", NULL);
  g_clear_pointer (&life->store, hs_store_close);
  path = g_build_filename (life->folder, "test.handslag", NULL);
  g_assert_cmpint (g_rename (path, desk->base), ==, 0);
}

static void
desk_clear (Desk *desk)
{
  hs_key_free (desk->learner_key);
  hs_key_free (desk->teacher_key);
  g_free (desk->scan);
  g_free (desk->base);
  desk->life.store = hs_test_store (desk->life.folder);
  life_clear (&desk->life);
}

static gboolean
sign_by_key (Life *life, const HsActor *signer, HsSigner role, HsKey *key)
{
  return hs_store_begin (life->store, signer, "sign", NULL)
         && hs_sign_with_key (life->store, signer, life->agreement, role, key, NULL, NULL)
         && hs_store_commit (life->store, NULL);
}

/* The coordinator records what @signer signed on paper or elsewhere; the first byte of the file
 * makes the two files different. */
static gboolean
record (Desk *desk, const HsActor *signer, HsSigner role, HsSignMethod method)
{
  Life *life = &desk->life;
  g_autofree char *sheet = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *scan = NULL;
  g_autoptr (GBytes) data = NULL;
  HsLifeSignature row = {
    .signer = signer, .role = role, .method = method, .date = LIFE_TODAY, .witness = "B. Bakker"
  };

  desk->scan[0] = (char) method;
  data = g_bytes_new_static (desk->scan, SCAN_SIZE);
  if (!hs_life_to_sign (life->store, life->agreement, &sheet, &hash, NULL)
      || !hs_store_begin (life->store, life->coordinator, "sign", NULL))
    return FALSE;
  scan = hs_store_attach (life->store, life->agreement, "scan.pdf", "application/pdf", data, NULL);
  row.hash = hash;
  row.attachment = scan;
  return scan != NULL
         && hs_life_sign (life->store, life->coordinator, life->agreement, &row, NULL, NULL)
         && hs_store_commit (life->store, NULL);
}

/* Signature @turn of the four. */
static gboolean
sign (Desk *desk, guint turn)
{
  Life *life = &desk->life;

  switch (turn)
    {
    case 0:
      return sign_by_key (life, life->learner, HS_SIGNER_STUDENT, desk->learner_key);
    case 1:
      return record (desk, life->parent, HS_SIGNER_GUARDIAN, HS_SIGN_METHOD_PAPER);
    case 2:
      return record (desk, life->trainer, HS_SIGNER_HOST, HS_SIGN_METHOD_ELSEWHERE);
    default:
      return sign_by_key (life, life->teacher, HS_SIGNER_SCHOOL, desk->teacher_key);
    }
}

/* In the child, until it is killed. */
static void
sign_all (Desk *desk, int acknowledge)
{
  desk->life.store = hs_test_store (desk->life.folder);
  life_set_today (&desk->life, LIFE_TODAY);
  for (guint turn = 0; turn < 4; turn++)
    if (!sign (desk, turn) || write (acknowledge, "", 1) != 1)
      _exit (3);
  pause ();
}

/* Kills one child; returns how many signatures it said were made. */
static guint
kill_one (Desk *desk)
{
  guint wait_for = (guint) g_test_rand_int_range (0, 4), told = 0;
  int ends[2], status;
  pid_t child;
  char byte;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      sign_all (desk, ends[1]);
    }
  close (ends[1]);
  while (told < wait_for && read (ends[0], &byte, 1) == 1)
    told++;
  g_assert_cmpuint (told, ==, wait_for);
  g_usleep ((gulong) g_test_rand_int_range (0, MOMENT_MICROSECONDS));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while (read (ends[0], &byte, 1) == 1)
    told++;
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  return told;
}

static void
print_finding (const char *code, const char *uid, const char *message, gpointer data)
{
  g_test_message ("%s %s: %s", code, uid != NULL ? uid : "", message);
}

/* How many events of @action the agreement has. */
static gint64
events (HsStore *store, HsEventAction action)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_EVENT);

  hs_query_where_int (query, HS_EVENT_ACTION, HS_OP_EQUAL, action);
  return hs_store_count (store, query, NULL);
}

/* Each scan is there when its signature is, and only then. */
static void
check_scans (Desk *desk, const HsSigning *signing)
{
  static const struct
  {
    HsSigner role;
    HsSignMethod method;
  } scans[] = { { HS_SIGNER_GUARDIAN, HS_SIGN_METHOD_PAPER },
                { HS_SIGNER_HOST, HS_SIGN_METHOD_ELSEWHERE } };

  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      const HsRecord *signoff = signing->by[scans[i].role];
      g_autofree char *sha256 = NULL;
      g_autoptr (GBytes) found = NULL;

      desk->scan[0] = (char) scans[i].method;
      sha256 =
          g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) desk->scan, SCAN_SIZE);
      found = hs_store_attachment (desk->life.store, sha256, NULL, NULL, NULL);
      g_assert_true ((found != NULL) == (signoff != NULL));
      if (signoff != NULL)
        g_assert_cmpstr (hs_record_text (signoff, HS_SIGNOFF_ATTACHMENT), ==, sha256);
    }
}

/* Everything or nothing of each signature; returns how many there are. */
static guint
check (Desk *desk, guint told)
{
  Life *life = &desk->life;
  g_autoptr (HsDossier) dossier = life_load (life);
  g_autoptr (GError) error = NULL;
  guint n_signed = dossier->rows[HS_KIND_SIGNOFF]->len;
  HsSigning signing;

  g_assert_cmpint (hs_store_doctor (life->store, print_finding, NULL, &error), ==, 0);
  g_assert_no_error (error);
  /* The one that was under way may have been safe before it could say so. */
  g_assert_true (n_signed == told || n_signed == told + 1);
  hs_signing_read (dossier, &signing);
  g_assert_cmpint (__builtin_popcount (signing.done), ==, n_signed);
  g_assert_cmpint (events (life->store, HS_EVENT_ACTION_SIGN), ==, n_signed);
  g_assert_cmpint (events (life->store, HS_EVENT_ACTION_AGREE), ==, n_signed == 4);
  g_assert_cmpint (hs_dossier_state (dossier), ==,
                   n_signed == 4 ? HS_AGREEMENT_STATE_AGREED : HS_AGREEMENT_STATE_OUT);
  check_scans (desk, &signing);
  return n_signed;
}

static void
test_kill (gconstpointer n_kills)
{
  Desk desk = { 0 };
  g_autofree char *path = NULL;

  desk_init (&desk);
  path = g_build_filename (desk.life.folder, "test.handslag", NULL);
  for (guint i = 0; i < GPOINTER_TO_UINT (n_kills); i++)
    {
      g_autofree char *content = NULL;
      gsize length;
      guint told, n_signed;

      g_assert_true (g_file_get_contents (desk.base, &content, &length, NULL));
      g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
      told = kill_one (&desk);
      desk.life.store = hs_test_store (desk.life.folder);
      life_set_today (&desk.life, LIFE_TODAY);
      n_signed = check (&desk, told);
      while (n_signed < 4)
        g_assert_true (sign (&desk, n_signed++));
      g_assert_cmpuint (check (&desk, 4), ==, 4);
      g_clear_pointer (&desk.life.store, hs_store_close);
    }
  desk_clear (&desk);
}

int
main (int argc, char **argv)
{
  guint n_kills;

  g_test_init (&argc, &argv, NULL);
  n_kills = argc > 1 ? (guint) atoi (argv[1]) : 60;
  g_test_add_data_func ("/sign-kill", GUINT_TO_POINTER (n_kills), test_kill);
  return g_test_run ();
}
