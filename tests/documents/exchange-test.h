/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store with a small region in a folder of its own, and files beside it. */
#pragma once

#include "hs-import.h"

typedef struct
{
  char *folder;
  HsStore *store;
  gint64 school;
  gint64 host;
} ExchangeFixture;

/* @region: put two schools, a host with a location and a programme in it. */
void exchange_set_up (ExchangeFixture *self, gboolean region);
void exchange_tear_down (ExchangeFixture *self);

/* A second store in the same folder. (transfer full) */
HsStore *exchange_other_store (ExchangeFixture *self, const char *name);
/* Path of a file in the folder; with @text it is written first (@length -1: a string). (transfer
 * full) */
char *exchange_file (ExchangeFixture *self, const char *name, const char *text, gssize length);
/* Saves a record in a transaction of its own; returns its id. */
gint64 exchange_save (HsStore *store, HsRecord *record);
/* The number of records of a kind. */
gint64 exchange_count (HsStore *store, HsKindId kind);
/* Every problem of @result, one a line, without the name of the file. (transfer full) */
char *exchange_problems (const HsImportResult *result);
