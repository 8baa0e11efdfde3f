/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved views. Fields go by their stable names, so that a newer version still knows them. */

#include "hs-views.h"

/* kind, name, search, filter field and value, parent field and id, order field, descending */
#define FORMAT "a(ssssxsxsb)"

void
hs_view_free (HsView *self)
{
  g_free (self->name);
  hs_list_spec_free (self->spec);
  g_free (self);
}

static const char *
field_name (HsKindId kind, int field)
{
  return field < 0 ? "" : hs_kind (kind)->fields[field].name;
}

char *
hs_views_to_text (GPtrArray *views)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE (FORMAT));
  g_autoptr (GVariant) all = NULL;

  for (guint i = 0; i < views->len; i++)
    {
      const HsView *view = g_ptr_array_index (views, i);
      const HsListSpec *spec = view->spec;
      g_variant_builder_add (builder, "(ssssxsxsb)", hs_kind (spec->kind)->name, view->name,
                             spec->search != NULL ? spec->search : "",
                             field_name (spec->kind, spec->filter_field), spec->filter_value,
                             field_name (spec->kind, spec->parent_field), spec->parent_id,
                             field_name (spec->kind, spec->order_field), spec->descending);
    }
  all = g_variant_ref_sink (g_variant_builder_end (builder));
  return g_variant_print (all, FALSE);
}

/* A field that is gone by now narrows nothing. */
static int
find_field (const HsKind *kind, const char *name)
{
  return *name == '\0' ? -1 : hs_kind_find_field (kind, name);
}

GPtrArray *
hs_views_from_text (const char *text)
{
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_view_free);
  g_autoptr (GVariant) all =
      text == NULL ? NULL : g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL);
  GVariantIter iter;
  const char *kind_name, *name, *search, *filter, *parent, *order;
  gint64 value, id;
  gboolean descending;

  if (all == NULL)
    return views;
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s&s&sx&sx&sb)", &kind_name, &name, &search, &filter,
                              &value, &parent, &id, &order, &descending))
    {
      const HsKind *kind = hs_kind_by_name (kind_name);
      HsView *view;
      if (kind == NULL)
        continue;
      view = g_new0 (HsView, 1);
      view->name = g_strdup (name);
      view->spec = hs_list_spec_new (kind->id);
      view->spec->search = *search == '\0' ? NULL : g_strdup (search);
      view->spec->filter_field = find_field (kind, filter);
      view->spec->filter_value = value;
      view->spec->parent_field = find_field (kind, parent);
      view->spec->parent_id = id;
      view->spec->order_field = find_field (kind, order);
      view->spec->descending = descending;
      g_ptr_array_add (views, view);
    }
  return views;
}

/* ---- in the file ---- */

static char *
fact_name (HsContext *context)
{
  const HsActor *actor = hs_context_actor (context);

  return g_strconcat ("views-", actor == NULL ? "nobody" : actor->uid, NULL);
}

static gpointer
load_job (HsStore *store, gpointer data, GError **error)
{
  g_autofree char *text = hs_store_fact (store, data);

  return hs_views_from_text (text);
}

void
hs_views_load_async (HsContext *context, GAsyncReadyCallback callback, gpointer user_data)
{
  hs_context_run (context, load_job, fact_name (context), g_free,
                  (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}

GPtrArray *
hs_views_load_finish (HsContext *context, GAsyncResult *result)
{
  return hs_context_run_finish (context, result, NULL);
}

typedef struct
{
  char *name;
  char *text;
} Keep;

static void
keep_free (Keep *keep)
{
  g_free (keep->name);
  g_free (keep->text);
  g_free (keep);
}

static gpointer
save_job (HsStore *store, gpointer data, GError **error)
{
  const Keep *keep = data;

  if (hs_store_is_read_only (store) || !hs_store_begin (store, NULL, "views", error))
    return NULL;
  if (!hs_store_set_fact (store, keep->name, keep->text, error) || !hs_store_commit (store, error))
    hs_store_rollback (store);
  return NULL;
}

void
hs_views_save (HsContext *context, GPtrArray *views)
{
  Keep *keep = g_new0 (Keep, 1);

  keep->name = fact_name (context);
  keep->text = hs_views_to_text (views);
  hs_context_run (context, save_job, keep, (GDestroyNotify) keep_free, NULL, NULL, NULL, NULL);
}
