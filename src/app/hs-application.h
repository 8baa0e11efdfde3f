/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: its actions, files that are opened from outside, and the windows. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_APPLICATION (hs_application_get_type ())
G_DECLARE_FINAL_TYPE (HsApplication, hs_application, HS, APPLICATION, AdwApplication)

/* (transfer full) */
HsApplication *hs_application_new (void);

/* Registers icons and templates; a test that makes widgets without an application calls it too. */
void hs_application_register_resources (void);

G_END_DECLS
