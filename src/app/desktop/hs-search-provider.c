/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search provider: each question is answered from the file that was open last, on a thread of
 * its own, without a window. */

#include "hs-search-provider.h"

#include "hs-query.h"
#include "hs-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define RESULTS_MOST 20

static const char interface_xml[] =
    "<node><interface name='org.gnome.Shell.SearchProvider2'>"
    "<method name='GetInitialResultSet'><arg type='as' direction='in'/>"
    "<arg type='as' direction='out'/></method>"
    "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/>"
    "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
    "<method name='GetResultMetas'><arg type='as' direction='in'/>"
    "<arg type='aa{sv}' direction='out'/></method>"
    "<method name='ActivateResult'><arg type='s' direction='in'/><arg type='as' direction='in'/>"
    "<arg type='u' direction='in'/></method>"
    "<method name='LaunchSearch'><arg type='as' direction='in'/><arg type='u' direction='in'/>"
    "</method></interface></node>";

struct _HsSearchProvider
{
  GObject parent_instance;

  GSettings *settings;
  GDBusConnection *bus;
  guint registered;
};

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsSearchProvider, hs_search_provider, G_TYPE_OBJECT)

/* The file that may be looked into, NULL when that is off. (transfer full) */
static char *
allowed_file (HsSearchProvider *self)
{
  g_autofree char *uri = NULL;
  g_autoptr (GFile) file = NULL;

  if (self->settings == NULL || !g_settings_get_boolean (self->settings, "search-provider"))
    return NULL;
  uri = g_settings_get_string (self->settings, "last-file");
  if (*uri == '\0')
    return NULL;
  file = g_file_new_for_uri (uri);
  return g_file_get_path (file);
}

/* ---- questions ---- */

typedef struct
{
  GDBusMethodInvocation *call;
  char *path;
  GStrv words; /* terms, or numbers of agreements */
  gboolean metas;
  GVariant *answer;
} Question;

static void
question_free (Question *question)
{
  g_free (question->path);
  g_strfreev (question->words);
  g_free (question);
}

static char *
host_of (HsStore *store, const HsRecord *agreement)
{
  g_autoptr (HsRecord) host =
      hs_record_has (agreement, HS_AGREEMENT_HOST) ? hs_store_get (
          store, HS_KIND_ORGANISATION, hs_record_int (agreement, HS_AGREEMENT_HOST), NULL)
                                                   : NULL;

  return host == NULL ? NULL : hs_record_title (host);
}

/* "Concept · Zorggroep Merelhof" (transfer full) */
static char *
describe (HsStore *store, const HsRecord *agreement)
{
  g_autofree char *host = host_of (store, agreement);
  const char *state = hs_choice_label (HS_CHOICES_AGREEMENT_STATE,
                                       (guint) hs_record_int (agreement, HS_AGREEMENT_STATE));

  return host == NULL ? g_strdup (state) : g_strdup_printf ("%s · %s", state, host);
}

/* Whether every word is in what is shown: the index knows the student's name, and that may not be
 * what an agreement is found by. */
static gboolean
shows_all (HsStore *store, const HsRecord *agreement, GStrv words)
{
  g_autofree char *description = describe (store, agreement);
  g_autoptr (GString) shown = g_string_new (NULL);

  hs_text_fold (shown, hs_record_text (agreement, HS_AGREEMENT_NUMBER));
  g_string_append_c (shown, ' ');
  hs_text_fold (shown, description);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      hs_text_fold (word, words[i]);
      if (strstr (shown->str, word->str) == NULL)
        return FALSE;
    }
  return TRUE;
}

static GVariant *
find (HsStore *store, GStrv words)
{
  g_autofree char *text = g_strjoinv (" ", words);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GPtrArray) found = NULL;
  GVariantBuilder numbers;

  g_variant_builder_init (&numbers, G_VARIANT_TYPE_STRING_ARRAY);
  hs_query_search (query, text);
  hs_query_window (query, 0, RESULTS_MOST);
  found = hs_store_find (store, query, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (shows_all (store, found->pdata[i], words))
      g_variant_builder_add (&numbers, "s", hs_record_text (found->pdata[i], HS_AGREEMENT_NUMBER));
  return g_variant_new ("(as)", &numbers);
}

static void
add_meta (HsStore *store, const char *number, GVariantBuilder *metas)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *name = g_strdup_printf (_ ("Agreement %s"), number);
  g_autofree char *description = NULL;

  hs_query_where_text (query, HS_AGREEMENT_NUMBER, HS_OP_EQUAL, number);
  found = hs_store_find (store, query, NULL);
  if (found == NULL || found->len == 0)
    return;
  description = describe (store, found->pdata[0]);
  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (number));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "gicon", g_variant_new_string (HS_APP_ID));
  g_variant_builder_close (metas);
}

static GVariant *
describe_all (HsStore *store, GStrv numbers)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; numbers[i] != NULL; i++)
    add_meta (store, numbers[i], &metas);
  return g_variant_new ("(aa{sv})", &metas);
}

static GVariant *
nothing (gboolean metas)
{
  return metas ? g_variant_new ("(aa{sv})", NULL) : g_variant_new ("(as)", NULL);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  g_autoptr (HsStore) store =
      question->path == NULL ? NULL : hs_store_open (question->path, HS_STORE_READ_ONLY, NULL);

  question->answer = store == NULL     ? nothing (question->metas)
                     : question->metas ? describe_all (store, question->words)
                                       : find (store, question->words);
  g_task_return_boolean (task, TRUE);
}

static void
worked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = g_task_get_task_data (G_TASK (result));

  g_dbus_method_invocation_return_value (question->call, question->answer);
}

static void
ask (HsSearchProvider *self, GDBusMethodInvocation *call, GStrv words, gboolean metas)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, worked, NULL);
  Question *question = g_new0 (Question, 1);

  question->call = call;
  question->path = allowed_file (self);
  question->words = words;
  question->metas = metas;
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, work);
}

static void
called (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
        const char *method, GVariant *parameters, GDBusMethodInvocation *call, gpointer user_data)
{
  HsSearchProvider *self = user_data;
  GStrv words = NULL;
  const char *number = NULL;
  guint timestamp = 0;

  if (strcmp (method, "GetInitialResultSet") == 0)
    g_variant_get (parameters, "(^as)", &words);
  else if (strcmp (method, "GetSubsearchResultSet") == 0)
    g_variant_get (parameters, "(as^as)", NULL, &words);
  else if (strcmp (method, "GetResultMetas") == 0)
    g_variant_get (parameters, "(^as)", &words);
  if (words != NULL)
    {
      ask (self, call, words, strcmp (method, "GetResultMetas") == 0);
      return;
    }
  if (strcmp (method, "ActivateResult") == 0)
    g_variant_get (parameters, "(&sasu)", &number, NULL, &timestamp);
  else
    g_variant_get (parameters, "(asu)", NULL, &timestamp);
  g_signal_emit (self, signals[OPEN], 0, number, timestamp);
  g_dbus_method_invocation_return_value (call, NULL);
}

/* ---- the object ---- */

gboolean
hs_search_provider_export (HsSearchProvider *self, GDBusConnection *bus, const char *path,
                           GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = called };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, error);

  if (node == NULL)
    return FALSE;
  self->bus = g_object_ref (bus);
  self->registered =
      g_dbus_connection_register_object (bus, path, node->interfaces[0], &table, self, NULL, error);
  return self->registered != 0;
}

void
hs_search_provider_unexport (HsSearchProvider *self)
{
  if (self->registered != 0)
    g_dbus_connection_unregister_object (self->bus, self->registered);
  self->registered = 0;
  g_clear_object (&self->bus);
}

static void
hs_search_provider_dispose (GObject *object)
{
  HsSearchProvider *self = HS_SEARCH_PROVIDER (object);

  hs_search_provider_unexport (self);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hs_search_provider_parent_class)->dispose (object);
}

static void
hs_search_provider_class_init (HsSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_search_provider_dispose;
  signals[OPEN] = g_signal_new ("open", HS_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
hs_search_provider_init (HsSearchProvider *self)
{
}

HsSearchProvider *
hs_search_provider_new (GSettings *settings)
{
  HsSearchProvider *self = g_object_new (HS_TYPE_SEARCH_PROVIDER, NULL);

  self->settings = settings == NULL ? NULL : g_object_ref (settings);
  return self;
}
