/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list can be narrowed to and sorted by, by kind, and the menu that offers it. */

#include "hs-list-menu.h"

#include "hs-present.h"
#include "hs-views.h"

#include <glib/gi18n.h>

/* The choice to filter by: the state, the roles of people, the kind of organisation. */
int
hs_list_filter_field (HsKindId kind)
{
  switch (kind)
    {
    case HS_KIND_PERSON:
      return HS_PERSON_ROLES;
    case HS_KIND_ORGANISATION:
      return HS_ORGANISATION_KIND;
    case HS_KIND_TECHNOLOGY:
      return HS_TECHNOLOGY_CATEGORY;
    default:
      return hs_present_state_field (kind);
    }
}

/* The record to filter by: where it is, whose it is. */
int
hs_list_reference_field (HsKindId kind)
{
  switch (kind)
    {
    case HS_KIND_AGREEMENT:
      return HS_AGREEMENT_HOST;
    case HS_KIND_STUDENT:
      return HS_STUDENT_SCHOOL;
    case HS_KIND_PERSON:
      return HS_PERSON_ORGANISATION;
    case HS_KIND_ITEM:
      return HS_ITEM_LOCATION;
    case HS_KIND_MATERIAL:
      return HS_MATERIAL_TECHNOLOGY;
    case HS_KIND_TEMPLATE:
      return HS_TEMPLATE_TECHNOLOGY;
    case HS_KIND_LOCATION:
      return HS_LOCATION_ORGANISATION;
    case HS_KIND_TEAM:
      return HS_TEAM_LOCATION;
    case HS_KIND_VACANCY:
      return HS_VACANCY_LOCATION;
    case HS_KIND_RECOGNITION:
      return HS_RECOGNITION_HOST;
    case HS_KIND_DIRECTORY:
      return HS_DIRECTORY_ORGANISATION;
    default:
      return -1;
    }
}

/* Fields that make sense to sort by: what the title and the state are made of, and dates. */
static guint
order_fields (HsKindId kind, int *fields)
{
  const HsKind *description = hs_kind (kind);
  guint n = 0;

  for (guint i = 0; i < description->n_fields && n < 8; i++)
    {
      const HsField *field = &description->fields[i];
      gboolean name = (field->flags & HS_FIELD_TITLE) != 0 && field->type == HS_TYPE_TEXT;
      gboolean other =
          (int) i == hs_present_state_field (kind) || field->type == HS_TYPE_DATE
          || (field->type == HS_TYPE_REF && (field->flags & HS_FIELD_NEED) != 0)
          || (kind == HS_KIND_AGREEMENT && (i == HS_AGREEMENT_HOST || i == HS_AGREEMENT_STUDENT));
      if ((name || other) && (field->flags & (HS_FIELD_HIDDEN | HS_FIELD_PRIVATE)) == 0)
        fields[n++] = (int) i;
    }
  return n;
}

static void
append_item (GMenu *menu, const char *text, const char *action, int target)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", target);
  g_menu_append_item (menu, item);
}

static GMenu *
order_menu (const HsKind *kind)
{
  GMenu *menu = g_menu_new ();
  int fields[8];
  guint n = order_fields (kind->id, fields);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("By %s"), hs_field_label (kind, (guint) fields[i]));
      append_item (menu, text, "list.order", fields[i]);
    }
  g_menu_append (menu, _ ("The other way _round"), "list.descending");
  return menu;
}

static void
append_views (GMenu *menu, HsKindId kind, GPtrArray *views, gboolean writable)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) forget = g_menu_new ();

  for (guint i = 0; i < views->len; i++)
    {
      const HsView *view = g_ptr_array_index (views, i);
      if (view->spec->kind != kind)
        continue;
      append_item (section, view->name, "list.view", (int) i);
      append_item (forget, view->name, "list.forget-view", (int) i);
    }
  if (writable)
    g_menu_append (section, _ ("_Save this view…"), "list.save-view");
  if (g_menu_model_get_n_items (G_MENU_MODEL (forget)) > 0)
    g_menu_append_submenu (section, _ ("_Forget a view"), G_MENU_MODEL (forget));
  g_menu_append_section (menu, _ ("Views"), G_MENU_MODEL (section));
}

GMenuModel *
hs_list_menu_new (HsKindId kind, GPtrArray *views, gboolean writable)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) order = order_menu (hs_kind (kind));

  g_menu_append_section (menu, _ ("Order"), G_MENU_MODEL (order));
  append_views (menu, kind, views, writable);
  return G_MENU_MODEL (menu);
}
