/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of rules that others need too. */
#pragma once

#include "hs-dossier.h"

G_BEGIN_DECLS

/* Whether one of the recognitions of the host is verified for the programme of the student and
 * holds on @day (WEB 7.2.10). */
gboolean hs_rule_recognised_on (const HsDossier *dossier, HsDay day);

G_END_DECLS
