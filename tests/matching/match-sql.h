/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hard rules of the matching in SQL, for its tests. */
#pragma once

#include <glib.h>

/* Asserts that no agreement in the file at @path breaks a hard rule. */
void match_sql_check (const char *path);
