/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agreement that the tests of documents print, sign and change. */
#pragma once

#include <glib.h>
#include <jansson.h>

#include "hs-contract.h"
#include "hs-verify.h"

/* Uid of the sheet and moment of making of every document here. */
#define FIXTURE_SHEET "5f0c1f6e-0001-4000-8000-000000000001"
#define FIXTURE_NOW "2026-11-22T14:05:00Z"

/* tests/documents/data/agreement.json (new reference). */
json_t *fixture_agreement (void);

/* The key number @number, always the same. */
HsKey *fixture_key (guint8 number);

typedef enum
{
  FIXTURE_PLAIN, /* nobody signed, no key under the file */
  FIXTURE_SIGNED, /* four sign-offs, the student's and the host's by key; key 9 under the file */
} FixtureKind;

/* The document of @agreement, which must be right. */
GBytes *fixture_render (json_t *agreement, FixtureKind kind);

/* Keys 1 (Sanne Jansen), 2 (Joke Visser) and 9 (ROC De Brug), known. */
const HsVerifyOptions *fixture_known_keys (void);

/* Runs a program on a file that holds @pdf; every "FILE" in @arguments (words) becomes its name.
 * Returns: (transfer full): what it printed. */
char *fixture_run (GBytes *pdf, const char *arguments);
