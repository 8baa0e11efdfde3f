/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by reading one dossier and reading all of them. */
#pragma once

#include "hs-dossier-store.h"
#include "hs-store-private.h"
#include "hs-usage.h"

G_BEGIN_DECLS

/* A statement that asks for the records of a kind by @field; no kind is asked for by more than two
 * fields. */
#define HS_LOADER_QUESTIONS 2
typedef struct
{
  guint field;
  sqlite3_stmt *statement;
} HsLoaderQuestion;

/**
 * HsLoader:
 * @records: kind → (id → HsRecord) of the kinds that many dossiers share
 * @shared: for each kind, the fields that refer to one of those as a bit mask
 * @questions: what was asked for so far; see hs_loader_list
 * @lists: recognitions by host, mandates by organisation, absences by person, (kind and id →
 * GPtrArray)
 * @settings: name → value of the records of kind setting
 * @no_exclusions: nobody is ruled out: need not be asked for each student
 * @error: the first failure; what is read after it does not count
 */
typedef struct
{
  HsStore *store;
  HsDay today;
  GHashTable *records[HS_N_KINDS];
  guint64 shared[HS_N_KINDS];
  HsLoaderQuestion questions[HS_N_KINDS][HS_LOADER_QUESTIONS];
  GHashTable *lists;
  GHashTable *settings;
  gboolean no_exclusions;
  GError *error;
} HsLoader;

void hs_loader_init (HsLoader *self, HsStore *store, HsDay today);
void hs_loader_clear (HsLoader *self);

/* The record with this id, NULL when @id is 0. (transfer full) */
HsRecord *hs_loader_get (HsLoader *self, HsKindId kind, gint64 id);
/* The records of @kind whose @field is @id and that are there, in order of id. (transfer full) */
GPtrArray *hs_loader_list (HsLoader *self, HsKindId kind, guint field, gint64 id);
/* The same as they were at the end of @revision. (transfer full) */
GPtrArray *hs_loader_list_at (HsLoader *self, HsKindId kind, guint field, gint64 id,
                              gint64 revision);
/* Gives @record the values that it had at the end of @revision; FALSE on error. */
gboolean hs_loader_go_back (HsLoader *self, HsRecord *record, gint64 revision);
/* The field that rows of @kind are in order of: position, or else a date; -1 when there is none. */
int hs_loader_order (const HsKind *kind);
/* Puts rows in order of the field @order, and then of id. */
void hs_loader_sort (GPtrArray *rows, int order);

/* Fills parties, guardians and others; agreement, sheet and rows are there already. */
void hs_loader_fill (HsLoader *self, HsDossier *dossier);
/* Fills the facts. */
void hs_loader_fill_facts (HsLoader *self, HsDossier *dossier, const HsUsage *usage);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HsLoader, hs_loader_clear)

G_END_DECLS
