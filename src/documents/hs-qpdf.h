/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading PDF files of others with libqpdf's C interface without giving them the machine: no
 * recovery, no compressed object tables (our files have none), and every stream is unpacked here
 * with a limit. */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* The biggest file that is read, and the most that all its streams together may unpack to. */
#define HS_QPDF_FILE_MAX (16 * 1024 * 1024)
#define HS_QPDF_UNPACKED_MAX (64 * 1024 * 1024)

typedef struct _qpdf_data HsQpdf;

/* Opens a PDF in memory; @bytes must live as long as what is returned. Errors: HS_ERROR_FORMAT with
 * qpdf's own words. Returns: (transfer full). */
HsQpdf *hs_qpdf_open (GBytes *bytes, GError **error);

/* The same for a file that another program wrote: packed objects, updates behind the end and small
 * damage are taken as they come. */
HsQpdf *hs_qpdf_open_any (GBytes *bytes, GError **error);

/* Takes the error that @self holds, if any, into @error. Returns whether there was none. */
gboolean hs_qpdf_check (HsQpdf *self, GError **error);

void hs_qpdf_free (HsQpdf *self);

/* The unpacked data of a stream, of @limit bytes at most, which is lowered by what was read. Only
 * plain and Flate streams without predictor: cairo and we make no others. NULL with
 * HS_ERROR_FORMAT. Returns: (transfer full). */
GBytes *hs_qpdf_stream (HsQpdf *self, qpdf_oh stream, gsize *limit, GError **error);

/* The same without unpacking. */
GBytes *hs_qpdf_stream_as_stored (HsQpdf *self, qpdf_oh stream, gsize *limit, GError **error);

/* The stream of the embedded file @name, or 0 when there is none. */
qpdf_oh hs_qpdf_find_attachment (HsQpdf *self, const char *name);

/* Returns: (transfer full) (element-type utf8): names of all embedded files, NULL when their list
 * is damaged. */
GPtrArray *hs_qpdf_list_attachments (HsQpdf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsQpdf, hs_qpdf_free)

G_END_DECLS
