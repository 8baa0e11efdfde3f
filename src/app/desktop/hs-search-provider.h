/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the search of the desktop finds in Handslag (org.gnome.Shell.SearchProvider2).
 *
 * It is off until the user switches it on. What is shown is the number of an agreement, its state
 * and the organisation: never the name of a person, and a name finds nothing either, because what
 * is typed in the search of a desktop is seen on beamers and kept by other programs. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HS_TYPE_SEARCH_PROVIDER (hs_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (HsSearchProvider, hs_search_provider, HS, SEARCH_PROVIDER, GObject)

/* @settings may be NULL: then it stays off. Emits "open" (const char *number, NULL for the program
 * as a whole; guint timestamp). */
HsSearchProvider *hs_search_provider_new (GSettings *settings);
/* Offers it on @bus at @path. */
gboolean hs_search_provider_export (HsSearchProvider *self, GDBusConnection *bus, const char *path,
                                    GError **error);
void hs_search_provider_unexport (HsSearchProvider *self);

G_END_DECLS
