/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that this run does not need. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Gives back the pages of programs and libraries that only loading them touched: the command line
 * is linked with what makes PDFs and keys, which is some 14 MB that solving a problem never looks
 * at again. What is needed after all comes back by itself. */
void hs_cli_pages_give_back (void);

G_END_DECLS
