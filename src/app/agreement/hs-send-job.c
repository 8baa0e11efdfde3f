/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dialogs of sending and taking over ask of the database. */

#include "hs-send-job.h"

#include "hs-agreement-files.h"
#include "hs-dossier-store.h"
#include "hs-permission.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

void
hs_send_files_free (HsSendFiles *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->student);
  g_free (self->address);
  g_strfreev (self->paths);
  g_free (self);
}

typedef struct
{
  gint64 agreement;
  HsSigner role;
  int format;
  HsActor *actor;
} Asked;

static void
asked_free (Asked *asked)
{
  hs_actor_free (asked->actor);
  g_free (asked);
}

static const char *
email_of (const HsRecord *record, guint field)
{
  return record != NULL && hs_record_has (record, field) ? hs_record_text (record, field) : NULL;
}

/* Who answers for the party: of the host the practice trainer, else the supervisor, else the
 * organisation. */
static const char *
address_of (const HsDossier *dossier, HsSigner role)
{
  const char *address = NULL;

  switch (role)
    {
    case HS_SIGNER_STUDENT:
      return email_of (dossier->student, HS_STUDENT_EMAIL);
    case HS_SIGNER_GUARDIAN:
      for (guint i = 0; i < dossier->guardians->len && address == NULL; i++)
        address = email_of (dossier->guardians->pdata[i], HS_GUARDIAN_EMAIL);
      return address;
    case HS_SIGNER_SCHOOL:
      address = email_of (dossier->teacher, HS_PERSON_EMAIL);
      return address != NULL ? address : email_of (dossier->school, HS_ORGANISATION_EMAIL);
    case HS_SIGNER_HOST:
    default:
      address = email_of (dossier->trainer, HS_PERSON_EMAIL);
      if (address == NULL)
        address = email_of (dossier->supervisor, HS_PERSON_EMAIL);
      return address != NULL ? address : email_of (dossier->host, HS_ORGANISATION_EMAIL);
    }
}

/* In memory and for this user only: the files hold names. */
static char *
make_folder (const char *number, GError **error)
{
  char *folder = g_build_filename (g_get_user_runtime_dir (), "handslag", number, NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return folder;
  g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("the folder %s cannot be made"), folder);
  g_free (folder);
  return NULL;
}

static char *
write_file (const char *folder, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, error))
    return NULL;
  return g_steal_pointer (&path);
}

static gboolean
write_files (HsStore *store, const Asked *asked, HsSendFiles *files, GError **error)
{
  g_autofree char *folder = make_folder (files->number, error);
  g_autoptr (GBytes) contract = NULL;
  g_autoptr (GBytes) form = NULL;
  g_autofree char *contract_name = g_strdup_printf ("stageafspraak-%s.pdf", files->number);
  g_autofree char *form_name =
      hs_reply_file_name (files->number, asked->role, (HsReplyFormat) asked->format);

  if (folder == NULL)
    return FALSE;
  form = hs_reply_form (store, asked->agreement, asked->role, (HsReplyFormat) asked->format, error);
  if (form == NULL)
    return FALSE;
  contract = hs_agreement_pdf (store, asked->agreement, 0, NULL, asked->actor, NULL, error);
  if (contract == NULL)
    return FALSE;
  files->paths = g_new0 (char *, 3);
  files->paths[0] = write_file (folder, contract_name, contract, error);
  if (files->paths[0] != NULL)
    files->paths[1] = write_file (folder, form_name, form, error);
  return files->paths[1] != NULL;
}

static gpointer
files_job (HsStore *store, gpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (HsSendFiles) files = g_new0 (HsSendFiles, 1);
  g_autoptr (HsDossier) dossier =
      hs_store_dossier (store, asked->agreement, 0, hs_clock_today (hs_store_clock (store)), error);

  if (dossier == NULL)
    return NULL;
  files->number = g_strdup (hs_record_text (dossier->agreement, HS_AGREEMENT_NUMBER));
  files->student = hs_permission_student_name (dossier, asked->actor);
  files->address = g_strdup (address_of (dossier, asked->role));
  if (asked->format >= 0 && !write_files (store, asked, files, error))
    return NULL;
  return g_steal_pointer (&files);
}

void
hs_send_files_async (HsContext *context, gint64 agreement, HsSigner role, int format,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  const HsActor *actor = hs_context_actor (context);
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked){ agreement, role, format, actor == NULL ? NULL : hs_actor_copy (actor) };
  hs_context_run (context, files_job, asked, (GDestroyNotify) asked_free,
                  (GDestroyNotify) hs_send_files_free, NULL, callback, user_data);
}

HsSendFiles *
hs_send_files_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}

/* ---- what comes back ---- */

void
hs_reply_work_free (HsReplyWork *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  hs_reply_plan_free (self->plan);
  g_free (self);
}

typedef struct
{
  char *path;
  gboolean take_over;
  HsActor *actor;
} Coming;

static void
coming_free (Coming *coming)
{
  g_free (coming->path);
  hs_actor_free (coming->actor);
  g_free (coming);
}

static HsReplyPlan *
take_over (HsStore *store, const Coming *coming, const HsReply *reply, GBytes *file, GError **error)
{
  g_autofree char *name = g_path_get_basename (coming->path);
  g_autoptr (HsReplyPlan) plan = NULL;

  if (!hs_store_begin (store, coming->actor, "answer", error))
    return NULL;
  plan = hs_reply_take_over (store, coming->actor, reply, file, name, error);
  if (plan != NULL && hs_store_commit (store, error))
    return g_steal_pointer (&plan);
  if (hs_store_in_transaction (store))
    hs_store_rollback (store);
  return NULL;
}

static gpointer
reply_job (HsStore *store, gpointer data, GError **error)
{
  const Coming *coming = data;
  g_autoptr (HsReplyWork) work = g_new0 (HsReplyWork, 1);
  g_autoptr (HsReply) reply = NULL;
  g_autoptr (GBytes) file = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (coming->path, &contents, &length, error))
    return NULL;
  file = g_bytes_new_take (contents, length);
  reply = hs_reply_read (file, error);
  if (reply == NULL)
    return NULL;
  work->path = g_strdup (coming->path);
  work->plan = coming->take_over ? take_over (store, coming, reply, file, error)
                                 : hs_reply_plan (store, coming->actor, reply, error);
  return work->plan == NULL ? NULL : g_steal_pointer (&work);
}

void
hs_reply_work_async (HsContext *context, const char *path, gboolean takes_over,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  const HsActor *actor = hs_context_actor (context);
  Coming *coming = g_new0 (Coming, 1);

  *coming = (Coming){ g_strdup (path), takes_over, actor == NULL ? NULL : hs_actor_copy (actor) };
  hs_context_run (context, reply_job, coming, (GDestroyNotify) coming_free,
                  (GDestroyNotify) hs_reply_work_free, NULL, callback, user_data);
}

HsReplyWork *
hs_reply_work_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}
