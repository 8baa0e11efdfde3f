/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the fields of the PDF form, for who makes it and who reads it. They stay as they
 * are: forms that were sent come back years later. */
#pragma once

#include "hs-reply.h"

G_BEGIN_DECLS

#define HS_REPLY_VERSION "1"
#define HS_REPLY_FIELD_VERSION "handslag-antwoord"
#define HS_REPLY_FIELD_AGREEMENT "afspraak"
#define HS_REPLY_FIELD_NUMBER "nummer"
#define HS_REPLY_FIELD_SHEET "blad"
#define HS_REPLY_FIELD_HASH "inhoudscode"
#define HS_REPLY_FIELD_ROLE "voor"
#define HS_REPLY_FIELD_NAME "naam"
#define HS_REPLY_FIELD_FUNCTION "functie"
#define HS_REPLY_FIELD_DATE "datum"
#define HS_REPLY_FIELD_REMARK "opmerking"
#define HS_REPLY_FIELD_SIGNS "ik-teken"
/* Of theme 1 to 5. */
#define HS_REPLY_FIELD_DISCUSSED "thema%u-besproken"
#define HS_REPLY_FIELD_AGREED "thema%u-akkoord"
#define HS_REPLY_FIELD_THEME_REMARK "thema%u-opmerking"
/* What a box that is ticked holds. */
#define HS_REPLY_ON "Ja"

G_END_DECLS
