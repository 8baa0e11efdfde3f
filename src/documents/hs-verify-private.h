/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the check share. */
#pragma once

#include "hs-qpdf.h"
#include "hs-verify.h"

typedef struct
{
  const HsVerifyOptions *options;
  HsVerifyResult *result;
  const guint8 *data;
  gsize size;
  gsize limit; /* bytes that may still be unpacked */
  HsQpdf *pdf; /* NULL when it cannot be read */
  json_t *record; /* NULL when there is none */
} HsVerifier;

/* hs-verify.c */
void hs_verifier_add (HsVerifier *self, HsVerifyLevel level, const char *code, const char *format,
                      ...) G_GNUC_PRINTF (4, 5);
/* Reads JSON text carefully; NULL when it is no object (transfer full). */
json_t *hs_verifier_load_json (const char *data, gsize size);
/* Sets hash and number from the content, and compares with what is expected. */
void hs_verifier_check_content (HsVerifier *self, json_t *content);
/* Member of the record as text, or NULL. */
const char *hs_verifier_record_text (HsVerifier *self, const char *key);

/* hs-verify-pdf.c */
void hs_verifier_check_pdf (HsVerifier *self, GBytes *bytes);

/* hs-verify-people.c: who made the file and who signed. */
void hs_verifier_check_people (HsVerifier *self);

/* hs-verify-compare.c: adds a finding for each member that differs. */
void hs_verifier_compare (HsVerifier *self, json_t *expected, json_t *found);
