/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes until something is there to work with, next to what GTK itself takes:
 *
 *   from starting the program to the drawn and filled first page on 20,000 agreements, next to an
 *   empty window of libadwaita;
 *   from starting to the first rows of 1,000,000, next to a bare list of GTK that makes its rows
 * when they are asked for, and the memory that it takes.
 *
 * Each is a process of its own, started in turn several times; the least counts. Both the clock and
 * the processor time of all threads are shown: the clock depends on what else the machine does.
 *
 * usage: bench-start [agreements [rows [folder]]] */

#include "bench-window.h"
#include "store-region.h"

#include "hs-application.h"
#include "hs-locale.h"
#include "hs-paged-list.h"
#include "hs-row-factory.h"
#include "hs-window-private.h"

#include <sys/resource.h>

#define ROUNDS 5

/* ---- in the process that is measured ---- */

/* Prints what the parent reads, and ends without tidying up: that is not measured. */
static void
report (void)
{
  struct rusage used;

  getrusage (RUSAGE_SELF, &used);
  printf ("%f %f %ld\n",
          bench_ms (CLOCK_MONOTONIC) - g_ascii_strtod (g_getenv ("BENCH_BEGAN"), NULL),
          bench_ms (CLOCK_PROCESS_CPUTIME_ID), used.ru_maxrss);
  fflush (stdout);
  _exit (0);
}

typedef gboolean (*Filled) (gpointer data);

typedef struct
{
  Filled filled;
  gpointer data;
} Watch;

static void
on_painted (GdkFrameClock *clock, Watch *watch)
{
  if (watch->filled (watch->data))
    report ();
}

/* A frame is asked for until all is there, so that what comes last is painted too. */
static gboolean
paint_again (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
on_realize (GtkWidget *window, Watch *watch)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted),
                    watch);
}

static void
watch (GtkWidget *window, Filled filled, gpointer data)
{
  Watch *watch = g_new0 (Watch, 1);

  *watch = (Watch){ filled, data };
  g_signal_connect_after (window, "realize", G_CALLBACK (on_realize), watch);
  gtk_widget_add_tick_callback (window, paint_again, NULL, NULL);
}

static gboolean
always (gpointer data)
{
  return TRUE;
}

static void
show_empty (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  watch (window, always, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

/* The page asks as soon as it is made: when nothing is asked any more it is filled. */
static gboolean
program_is_filled (gpointer window)
{
  HsContext *context = hs_window_context (window);

  return hs_context_path (context) != NULL && hs_window_page (window) != NULL
         && !hs_context_is_busy (context);
}

static void
program_window (GtkApplication *application, GtkWindow *window)
{
  if (HS_IS_WINDOW (window))
    watch (GTK_WIDGET (window), program_is_filled, window);
}

/* A list that knows nothing but how many rows it has. */
#define BENCH_TYPE_BARE (bench_bare_get_type ())
G_DECLARE_FINAL_TYPE (BenchBare, bench_bare, BENCH, BARE, GObject)
struct _BenchBare
{
  GObject parent_instance;
  guint n;
};

static GType
bare_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
bare_n (GListModel *model)
{
  return BENCH_BARE (model)->n;
}

static gpointer
bare_item (GListModel *model, guint position)
{
  g_autofree char *text = g_strdup_printf ("Rij %u", position);

  return position < BENCH_BARE (model)->n ? gtk_string_object_new (text) : NULL;
}

static void
bare_init (GListModelInterface *iface)
{
  iface->get_item_type = bare_type;
  iface->get_n_items = bare_n;
  iface->get_item = bare_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchBare, bench_bare, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bare_init))

static void
bench_bare_class_init (BenchBareClass *klass)
{
}

static void
bench_bare_init (BenchBare *self)
{
}

static void
bare_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bare_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
show_list (GApplication *application, GListModel *model, GtkListItemFactory *factory, Filled filled)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (model))), factory);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  watch (window, filled, model);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_bare (GApplication *application, gpointer rows)
{
  BenchBare *model = g_object_new (BENCH_TYPE_BARE, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  model->n = (guint) atoi (rows);
  g_signal_connect (factory, "setup", G_CALLBACK (bare_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bare_bind), NULL);
  show_list (application, G_LIST_MODEL (model), factory, always);
}

static gboolean
rows_are_filled (gpointer model)
{
  g_autoptr (HsListItem) first = g_list_model_get_item (model, 0);

  return first != NULL && hs_list_item_id (first) != 0;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (hs_context_open_finish (HS_CONTEXT (source), result, NULL));
}

static void
show_rows (GApplication *application, gpointer path)
{
  HsContext *context = hs_context_new (NULL, hs_clock_default ());
  HsPagedList *model;
  HsListSpec *spec = hs_list_spec_new (HS_KIND_STUDENT);

  hs_context_open_async (context, path, 0, on_opened, NULL);
  model = hs_paged_list_new (context);
  hs_paged_list_set_spec (model, spec);
  show_list (application, G_LIST_MODEL (model), hs_row_factory_new (), rows_are_filled);
}

static int
run_child (const char *what, char *argument)
{
  GApplication *application;
  char *own[] = { g_strdup ("handslag"), argument, NULL };

  hs_locale_init ();
  gtk_disable_setlocale ();
  if (g_str_equal (what, "program"))
    {
      application = G_APPLICATION (hs_application_new ());
      g_application_set_flags (application, G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
      g_signal_connect (application, "window-added", G_CALLBACK (program_window), NULL);
      return g_application_run (application, 2, own);
    }
  application = G_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (g_str_equal (what, "empty"))
    g_signal_connect (application, "activate", G_CALLBACK (show_empty), NULL);
  else if (g_str_equal (what, "bare"))
    g_signal_connect (application, "activate", G_CALLBACK (show_bare), argument);
  else
    g_signal_connect (application, "activate", G_CALLBACK (show_rows), argument);
  return g_application_run (application, 1, own);
}

/* ---- in the process that measures ---- */

typedef struct
{
  double clock;
  double processor;
  double memory; /* MB */
} Cost;

static Cost
measure (const char *what, const char *argument)
{
  g_autofree char *began = g_strdup_printf ("%f", bench_ms (CLOCK_MONOTONIC));
  const char *const command[] = { "/proc/self/exe", "--child", what, argument, NULL };
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *said = NULL;
  Cost cost = { 0 };

  g_subprocess_launcher_setenv (launcher, "BENCH_BEGAN", began, TRUE);
  child = g_subprocess_launcher_spawnv (launcher, command, NULL);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &said, NULL, NULL));
  g_assert_cmpint (sscanf (said, "%lf %lf %lf", &cost.clock, &cost.processor, &cost.memory), ==, 3);
  cost.memory /= 1024;
  return cost;
}

static void
keep_least (Cost *least, Cost one)
{
  least->clock = least->clock > 0 ? MIN (least->clock, one.clock) : one.clock;
  least->processor = least->processor > 0 ? MIN (least->processor, one.processor) : one.processor;
  least->memory = MAX (least->memory, one.memory);
}

static void
compare (const char *what, const char *other, const char *other_argument, const char *own,
         const char *own_argument, double goal, double most_memory)
{
  Cost theirs = { 0 }, ours = { 0 };

  for (guint i = 0; i < ROUNDS; i++)
    {
      keep_least (&theirs, measure (other, other_argument));
      keep_least (&ours, measure (own, own_argument));
    }
  printf ("%s: %.0f ms (%.0f ms of processor), bare %.0f ms (%.0f ms), memory %.0f MB (%.0f MB)\n",
          what, ours.clock, ours.processor, theirs.clock, theirs.processor, ours.memory,
          theirs.memory);
  bench_say ("  times the bare one, by the clock", ours.clock / theirs.clock, goal, "x");
  bench_say ("  times the bare one, by processor", ours.processor / theirs.processor, goal, "x");
  if (most_memory > 0)
    bench_say ("  memory", ours.memory, most_memory, "MB");
}

/* The coordinator of the school, who this file belongs to. */
static void
add_me (HsStore *store)
{
  g_autoptr (HsRecord) me = hs_record_new (HS_KIND_PERSON);

  hs_record_set_text (me, HS_PERSON_LAST_NAME, "Coördinator");
  hs_record_set_int (me, HS_PERSON_ORGANISATION, 1);
  hs_record_set_int (me, HS_PERSON_ROLES, 1 << HS_ROLE_COORDINATOR);
  hs_test_save (store, me);
  hs_test_begin (store);
  g_assert_true (hs_store_set_fact (store, "me", hs_record_uid (me), NULL));
  hs_test_commit (store);
}

static char *
make_region_file (const char *folder, guint n)
{
  char *path = g_build_filename (folder, "agreements.handslag", NULL);
  HsStore *store;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  store = hs_store_open (path, HS_STORE_CREATE, NULL);
  region_fill (store, n, NULL);
  add_me (store);
  hs_store_close (store);
  return path;
}

int
main (int argc, char **argv)
{
  g_autofree char *own = NULL;
  g_autofree char *agreements = NULL;
  g_autofree char *rows = NULL;
  const char *n_rows = argc > 2 ? argv[2] : "1000000";
  const char *folder;

  if (argc > 2 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], argc > 3 ? argv[3] : NULL);
  own = argc > 3 ? NULL : hs_test_folder ();
  folder = argc > 3 ? argv[3] : own;
  agreements = make_region_file (folder, argc > 1 ? (guint) atoi (argv[1]) : 20000);
  bench_fill_students (folder, "rows.handslag", (guint) atoi (n_rows), FALSE);
  rows = g_build_filename (folder, "rows.handslag", NULL);
  compare ("first page of the program", "empty", NULL, "program", agreements, 1.7, 0);
  compare ("first rows of a long list", "bare", n_rows, "rows", rows, 1.2, 130);
  if (own != NULL)
    hs_test_folder_free (g_steal_pointer (&own));
  return 0;
}
