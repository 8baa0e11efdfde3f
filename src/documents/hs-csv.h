/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing tables as text with delimiters (RFC 4180, with what schools' spreadsheets
 * make of it). The reader is strict: what can be read in two ways is refused, with the line.
 *
 * A cell of ours that a spreadsheet could take for a formula is written with an apostrophe before
 * it, and the reader takes that apostrophe away again, so that what goes out comes back unchanged.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest file, cell and number of cells in a row that are read. */
#define HS_CSV_FILE_MOST ((gsize) 1 << 30)
#define HS_CSV_CELL_MOST ((gsize) 1 << 20)
#define HS_CSV_CELLS_MOST 1024

typedef enum
{
  HS_CSV_UTF8,
  HS_CSV_WINDOWS_1252,
  HS_CSV_UTF16,
} HsCsvEncoding;

/**
 * HsCsvCell:
 * @text: UTF-8, ends with NUL; belongs to the reader, until it is freed
 * @length: bytes of @text
 * @line: the line of the file that the cell starts on, from 1
 */
typedef struct
{
  const char *text;
  gsize length;
  guint line;
} HsCsvCell;

/**
 * HsCsvPlace: where text cannot be read
 * @line: in the file, from 1; 0 when it is about the whole file
 * @column: the cell of that line, from 1 (of JSON the character); 0 when it is about the whole line
 */
typedef struct
{
  guint line;
  guint column;
} HsCsvPlace;

typedef struct _HsCsvReader HsCsvReader;

/**
 * hs_csv_reader_new:
 * @data: (transfer full): the whole file, @length bytes with a NUL behind them (as
 *   g_file_get_contents gives it)
 * @failed: (out) (optional): where it cannot be read, after an error
 *
 * Finds out what the file is. Encoding: a byte order mark tells UTF-8 and UTF-16; without one what
 * is valid UTF-8 is UTF-8, and other text is Windows-1252 unless most of its accented letters are
 * UTF-8: then it is damaged UTF-8. Delimiter: a first line "sep=;" tells it, else it is the one of
 * semicolon, comma and tab that the header line has most of outside quotes.
 *
 * Returns: (transfer full): the reader, or NULL with HS_ERROR_FORMAT
 */
HsCsvReader *hs_csv_reader_new (char *data, gsize length, HsCsvPlace *failed, GError **error);
void hs_csv_reader_free (HsCsvReader *self);

HsCsvEncoding hs_csv_reader_encoding (const HsCsvReader *self);
char hs_csv_reader_delimiter (const HsCsvReader *self);
/* How far it is, from 0 to 1. */
double hs_csv_reader_fraction (const HsCsvReader *self);

/**
 * hs_csv_reader_next:
 * @cells: (out) (transfer none): the cells of the row, valid until the next call
 *
 * Reads the next row; lines with nothing on them are passed over.
 *
 * Returns: the number of cells; 0 at the end; -1 with HS_ERROR_FORMAT when the text cannot be
 *   divided into cells with certainty (a quote that is never closed: the place is where it opened;
 *   text behind a closing quote; a cell or row beyond the limits). After an error there are no more
 *   rows.
 */
int hs_csv_reader_next (HsCsvReader *self, const HsCsvCell **cells, GError **error);
/* Where it could not be read, after an error of hs_csv_reader_next. */
HsCsvPlace hs_csv_reader_failed_at (const HsCsvReader *self);

/* Appends @text as a cell that no spreadsheet runs as a formula (OWASP, "CSV Injection"), in quotes
 * where it needs them. */
void hs_csv_append_cell (GString *to, const char *text, char delimiter);
/* Appends a row of @n cells that ends with CR LF. */
void hs_csv_append_row (GString *to, const char *const *cells, gsize n, char delimiter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsCsvReader, hs_csv_reader_free)

G_END_DECLS
