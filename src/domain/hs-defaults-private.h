/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by hs-defaults*.c. */
#pragma once

#include "hs-defaults.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *value;
} HsDefaultSetting;

/* Ends with a NULL name. */
extern const HsDefaultSetting hs_default_settings[];

G_END_DECLS
