/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new agreement: for whom, where, with whom. The rest is filled in by what the file knows. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

#define HS_TYPE_NEW_AGREEMENT (hs_new_agreement_get_type ())
G_DECLARE_FINAL_TYPE (HsNewAgreement, hs_new_agreement, HS, NEW_AGREEMENT, AdwWindow)

GtkWidget *hs_new_agreement_new (HsWindow *window, HsContext *context);

G_END_DECLS
