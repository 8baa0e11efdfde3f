/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement class: agreements for many students from one draft. */

#include "hs-class.h"
#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-csv.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- who ---- */

static gboolean
add_students (HsCli *self, HsClass *class, GError **error)
{
  const GPtrArray *names = hs_cli_option_values (self, "class");
  const GPtrArray *students = hs_cli_option_values (self, "student");

  for (guint i = 0; i < names->len; i++)
    {
      int added = hs_class_add_class (class, hs_cli_store (self), names->pdata[i], error);

      if (added < 0)
        return FALSE;
      if (added == 0)
        {
          hs_cli_wrong_use (error, _ ("there is no student in class '%s'"),
                            (const char *) names->pdata[i]);
          return FALSE;
        }
    }
  for (guint i = 0; i < students->len; i++)
    {
      gint64 id = hs_cli_id_of_kind (self, HS_KIND_STUDENT, students->pdata[i], error);

      if (id == 0 || !hs_class_add_student (class, hs_cli_store (self), id, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- the table of exceptions ---- */

/* The column that @header names, HS_CLASS_N_COLUMNS for the student; -1 for none. */
static int
column_of (const char *header)
{
  if (g_ascii_strcasecmp (header, "student") == 0)
    return HS_CLASS_N_COLUMNS;
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    if (g_ascii_strcasecmp (header, hs_class_column_name ((HsClassColumn) i)) == 0
        || g_ascii_strcasecmp (header, hs_class_column_label ((HsClassColumn) i)) == 0)
      return (int) i;
  return -1;
}

static GArray *
read_headers (HsCsvReader *reader, const char *path, GError **error)
{
  const HsCsvCell *cells;
  int n = hs_csv_reader_next (reader, &cells, error);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < n; i++)
    {
      int column = column_of (cells[i].text);

      if (column < 0)
        {
          g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("%s, line %u: there is no column '%s'"),
                       path, cells[i].line, cells[i].text);
          return NULL;
        }
      g_array_append_val (columns, column);
    }
  return n < 0 ? NULL : g_steal_pointer (&columns);
}

/* A student in the table who is not in the class joins it. */
static HsClassRow *
row_of_line (HsCli *self, HsClass *class, const GArray *columns, const HsCsvCell *cells, int n,
             GError **error)
{
  for (int i = 0; i < n && i < (int) columns->len; i++)
    if (g_array_index (columns, int, i) == HS_CLASS_N_COLUMNS)
      {
        gint64 id = hs_cli_id_of_kind (self, HS_KIND_STUDENT, cells[i].text, error);
        HsClassRow *row;

        if (id == 0 || !hs_class_add_student (class, hs_cli_store (self), id, error))
          return NULL;
        row = hs_class_find_student (class, id);
        row->left_out = FALSE;
        return row;
      }
  g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                       _ ("the table needs a column 'student' in every row"));
  return NULL;
}

static gboolean
read_table (HsCli *self, HsClass *class, const char *path, GError **error)
{
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (HsCsvReader) reader = NULL;
  g_autoptr (GArray) columns = NULL;
  const HsCsvCell *cells;
  HsCsvPlace failed;
  int n;

  if (!g_file_get_contents (path, &data, &length, error))
    return FALSE;
  reader = hs_csv_reader_new (g_steal_pointer (&data), length, &failed, error);
  if (reader == NULL)
    g_prefix_error (error, _ ("%s, line %u: "), path, MAX (failed.line, 1));
  columns = reader == NULL ? NULL : read_headers (reader, path, error);
  if (columns == NULL)
    return FALSE;
  while ((n = hs_csv_reader_next (reader, &cells, error)) > 0)
    {
      HsClassRow *row = row_of_line (self, class, columns, cells, n, error);

      if (row == NULL)
        return FALSE;
      for (int i = 0; i < n && i < (int) columns->len; i++)
        if (g_array_index (columns, int, i) < HS_CLASS_N_COLUMNS)
          hs_class_type (row, (HsClassColumn) g_array_index (columns, int, i), cells[i].text);
    }
  return n == 0;
}

/* ---- what comes out ---- */

static json_t *
row_json (HsCli *self, const HsClassRow *row)
{
  json_t *object = json_object ();
  g_autofree char *student = hs_store_uid (hs_cli_store (self), HS_KIND_STUDENT, row->student);
  json_t *problems = json_object ();

  hs_cli_json_text (object, "student", student);
  json_object_set_new (object, "left_out", json_boolean (row->left_out));
  hs_cli_json_text (object, "number", row->number);
  if (row->number != NULL)
    hs_cli_json_text (object, "state",
                      hs_choice_code (HS_CHOICES_AGREEMENT_STATE, (guint) row->state));
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    {
      hs_cli_json_text (object, hs_class_column_name ((HsClassColumn) i), row->shown[i]);
      hs_cli_json_text (problems, hs_class_column_name ((HsClassColumn) i), row->problem[i]);
    }
  hs_cli_json_text (object, "remark", row->remark);
  json_object_set_new (object, "problems", problems);
  return object;
}

static void
say_row (HsCliTable *table, const HsClassRow *row)
{
  hs_cli_table_cell (table, row->name);
  hs_cli_table_cell (table, row->left_out ? _ ("left out") : row->number);
  hs_cli_table_cell (table, row->number == NULL
                                ? NULL
                                : hs_choice_label (HS_CHOICES_AGREEMENT_STATE, (guint) row->state));
  hs_cli_table_cell (table, row->shown[HS_CLASS_VACANCY]);
  hs_cli_table_cell (table, row->shown[HS_CLASS_SUPERVISOR]);
  hs_cli_table_cell (table, row->shown[HS_CLASS_START]);
  hs_cli_table_cell (table, row->shown[HS_CLASS_END]);
}

static void
say_problems (HsCli *self, const HsClassRow *row, const char *name)
{
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    if (row->problem[i] != NULL)
      hs_cli_say (self, "  %s, %s: %s", name, hs_class_column_label ((HsClassColumn) i),
                  row->problem[i]);
  if (row->remark != NULL)
    hs_cli_say (self, "  %s: %s", name, row->remark);
}

static void
say_class (HsCli *self, const HsClass *class)
{
  HsCliTable *table = hs_cli_table_new ();
  json_t *rows = json_array ();
  const char *const headings[] = { hs_kind_label (hs_kind (HS_KIND_STUDENT)),
                                   hs_field_label (hs_kind (HS_KIND_AGREEMENT),
                                                   HS_AGREEMENT_NUMBER),
                                   hs_field_label (hs_kind (HS_KIND_AGREEMENT), HS_AGREEMENT_STATE),
                                   hs_class_column_label (HS_CLASS_VACANCY),
                                   hs_class_column_label (HS_CLASS_SUPERVISOR),
                                   hs_class_column_label (HS_CLASS_START),
                                   hs_class_column_label (HS_CLASS_END) };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    hs_cli_table_column (table, headings[i], HS_CLI_LEFT, i == 3 ? 32 : 0);
  for (guint i = 0; i < class->rows->len; i++)
    {
      say_row (table, class->rows->pdata[i]);
      json_array_append_new (rows, row_json (self, class->rows->pdata[i]));
    }
  hs_cli_say_table (self, table);
  say_problems (self, &class->draft, _ ("For all"));
  for (guint i = 0; i < class->rows->len; i++)
    say_problems (self, class->rows->pdata[i], ((HsClassRow *) class->rows->pdata[i])->name);
  json_object_set_new (hs_cli_json (self), "rows", rows);
}

static HsCliStatus
preview (HsCli *self, HsClass *class, GError **error)
{
  if (!hs_class_preview (class, hs_cli_store (self), hs_cli_actor (self), error))
    return HS_CLI_COULD_NOT;
  say_class (self, class);
  hs_cli_say (self, "%s", _ ("This is what would be made. Nothing was saved."));
  json_object_set_new (hs_cli_json (self), "made", json_integer (0));
  return hs_class_n_problems (class) > 0 ? HS_CLI_FINDING : HS_CLI_DONE;
}

static HsCliStatus
make (HsCli *self, HsClass *class, GError **error)
{
  int made;

  if (!hs_cli_begin (self, "class", error))
    return HS_CLI_COULD_NOT;
  made = hs_class_make (class, hs_cli_store (self), hs_cli_actor (self), error);
  if (made < 0 || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  say_class (self, class);
  hs_cli_say (self, g_dngettext (NULL, "%d agreement is made.", "%d agreements are made.", made),
              made);
  json_object_set_new (hs_cli_json (self), "made", json_integer (made));
  return HS_CLI_DONE;
}

static HsCliStatus
agreement_class (HsCli *self, GError **error)
{
  g_autoptr (HsClass) class = hs_class_new ();
  const char *table = hs_cli_option (self, "table");
  const char *like = hs_cli_option (self, "like");

  if (hs_cli_need_actor (self, error) == NULL || !add_students (self, class, error)
      || (table != NULL && !read_table (self, class, table, error)))
    return HS_CLI_COULD_NOT;
  if (class->rows->len == 0)
    return hs_cli_wrong_use (error, _ ("say for whom, with --class, --student or --table"));
  class->like = hs_cli_id_of_kind (self, HS_KIND_AGREEMENT, like, error);
  if (like != NULL && class->like == 0)
    return HS_CLI_COULD_NOT;
  for (guint i = 0; i < HS_CLASS_N_COLUMNS; i++)
    hs_class_type (&class->draft, (HsClassColumn) i,
                   hs_cli_option (self, hs_class_column_name ((HsClassColumn) i)));
  return hs_cli_has (self, "dry-run") ? preview (self, class, error) : make (self, class, error);
}

static const HsCliOption class_options[] = {
  { "class", N_ ("CLASS"), TRUE, N_ ("All students of this class") },
  { "student", N_ ("STUDENT"), TRUE, N_ ("This student too") },
  { "table", N_ ("FILE"), FALSE,
    N_ ("CSV with exceptions: student and vacancy, supervisor, digicoach, teacher, item, start, "
        "end") },
  { "like", N_ ("AGREEMENT"), FALSE, N_ ("Take over the texts and rows of this agreement") },
  { "vacancy", N_ ("VACANCY"), FALSE, N_ ("The place for all") },
  { "supervisor", N_ ("PERSON"), FALSE, N_ ("Supervisor for all; else who has room") },
  { "digicoach", N_ ("PERSON"), FALSE, N_ ("Digicoach for all; else who has hours") },
  { "teacher", N_ ("PERSON"), FALSE, N_ ("Teacher for all; else the mentor of each student") },
  { "item", N_ ("ITEM"), TRUE, N_ ("Technology for all; else what the programme asks for") },
  { "start", N_ ("DATE"), FALSE, N_ ("First day for all; else that of the enrolment or vacancy") },
  { "end", N_ ("DATE"), FALSE, N_ ("Last day for all") },
  { "dry-run", NULL, FALSE, N_ ("Only show what would be made") },
  { NULL },
};

const HsCliCommand hs_cli_class_commands[] = {
  { .path = "agreement class",
    .use = HS_CLI_WRITES,
    .options = class_options,
    .summary = N_ ("Makes agreements for a whole class from one draft"),
    .help = N_ ("What is said with an option holds for all; the table has the exceptions, and a "
                "'-' in it leaves a cell empty. Who has an agreement already is left out, unless "
                "the table names that student. All agreements are made, or none."),
    .json = "{made, rows: [{student, left_out, number?, state?, vacancy?, supervisor?, digicoach?, "
            "teacher?, item?, start?, end?, remark?, problems}]}",
    .example = "handslag-cli agreement class --as coord@school.nl --class 3A \\\n"
               "  --vacancy VAC-12 --table uitzonderingen.csv --dry-run",
    .run = agreement_class },
  { NULL },
};
