/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the files of the doctor. */
#pragma once

#include "hs-doctor.h"
#include "hs-store-private.h"

G_BEGIN_DECLS

typedef struct
{
  HsStore *store;
  HsDoctorFunc func;
  gpointer user_data;
  int n_found;
} HsDoctor;

/* Notes that something is wrong. @message (transfer full). */
void hs_doctor_found (HsDoctor *self, const char *code, const char *uid, char *message);
/* Calls @each for every row of @sql; FALSE on error. */
gboolean hs_doctor_rows (HsDoctor *self, const char *sql,
                         void (*each) (HsDoctor *, sqlite3_stmt *, gpointer), gpointer data,
                         GError **error);

gboolean hs_doctor_check_schema (HsDoctor *self, GError **error);
gboolean hs_doctor_check_content (HsDoctor *self, GError **error);
gboolean hs_doctor_check_indexes (HsDoctor *self, GError **error);
gboolean hs_doctor_check_search (HsDoctor *self, GError **error);

G_END_DECLS
