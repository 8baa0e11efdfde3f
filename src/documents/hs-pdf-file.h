/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The objects of a PDF file as cairo wrote it, copied one by one with a few changed and a few added
 * (PDF 32000-1, 7.5). libqpdf could do the same at four times the cost of drawing the pages; it is
 * used where files of others are read, and to bring a cairo that packs its objects (1.18) back to
 * the plain form that is read here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HsPdfFile HsPdfFile;

/* Reads the table of objects of @bytes. Returns: (transfer full): NULL with HS_ERROR_FORMAT when
 * the file is not in the plain form, with one table. */
HsPdfFile *hs_pdf_file_new (GBytes *bytes, GError **error);
void hs_pdf_file_free (HsPdfFile *self);

/* Returns the number of a new object with @body (what stands between "obj" and "endobj"). */
guint hs_pdf_file_add (HsPdfFile *self, const char *body);

/* Adds a stream of @data as it is; @dictionary holds its entries but the length. */
guint hs_pdf_file_add_stream (HsPdfFile *self, const char *dictionary, const char *data,
                              gsize size);

/* Adds entries ("/Lang (nl) …") to the catalogue. */
void hs_pdf_file_extend_catalog (HsPdfFile *self, const char *entries);

/* Adds entries to structure elements: @head to heads of tables, @figure to figures. Either may be
 * NULL. */
void hs_pdf_file_extend_structure (HsPdfFile *self, const char *head, const char *figure);

/* The finished file, with an identifier made of @identity: what tells its content from others'.
 * Returns: (transfer full). */
GByteArray *hs_pdf_file_write (HsPdfFile *self, const char *identity);

/* @text as a PDF text string in hexadecimal UTF-16 (7.9.2.2). Returns: (transfer full). */
char *hs_pdf_file_string (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsPdfFile, hs_pdf_file_free)

G_END_DECLS
