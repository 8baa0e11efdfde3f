/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One agreement in its own window: the road of states, the sections, and the next step. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

#define HS_TYPE_AGREEMENT_WINDOW (hs_agreement_window_get_type ())
G_DECLARE_FINAL_TYPE (HsAgreementWindow, hs_agreement_window, HS, AGREEMENT_WINDOW,
                      AdwApplicationWindow)

GtkWidget *hs_agreement_window_new (HsWindow *main, HsContext *context, gint64 agreement);

G_END_DECLS
