/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help: the same Mallard pages that yelp shows, out of the program itself, since many machines
 * have no yelp. The topic of a finding is made from the table of rules and help/findings.txt. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HS_HELP_HEADING,
  HS_HELP_TEXT,
  HS_HELP_ITEM,
  HS_HELP_STEP,
  HS_HELP_NOTE,
} HsHelpBlockKind;

/* @markup: Pango markup; a link has the id of a topic as its address. @number: of a step. */
typedef struct
{
  HsHelpBlockKind kind;
  int number;
  char *markup;
} HsHelpBlock;

/**
 * HsHelpPage:
 * @guide: the topic it is listed under, NULL for the first one
 * @blocks: (element-type HsHelpBlock)
 */
typedef struct
{
  char *id;
  char *title;
  char *description;
  char *guide;
  GPtrArray *blocks;
} HsHelpPage;

void hs_help_page_free (HsHelpPage *self);

/* The topic with this id; NULL with G_IO_ERROR_NOT_FOUND. (transfer full) */
HsHelpPage *hs_help_book_page (const char *id, GError **error);
/* The ids of the topics that are listed under @guide, in order of title. (transfer full)
 * (element-type utf8) */
GPtrArray *hs_help_book_under (const char *guide);
/* The ids of all topics, those of findings included. (transfer full) (element-type utf8) */
GPtrArray *hs_help_book_all (void);
/* The id of the topic of a finding: "bevinding-web-7-2-8-a". (transfer full) */
char *hs_help_book_finding (const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsHelpPage, hs_help_page_free)

G_END_DECLS
