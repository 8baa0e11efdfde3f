/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which signatures an agreement needs, which it has, and which of those count.
 *
 * The first sheet is signed by student, school and host, and by a guardian when the student was
 * under 18 on the day of signing. A signature counts when it is under the first sheet, its hash is
 * that of the sheet as it was fixed, and it was given after the sheet was last sent out (what was
 * recalled or refused stays visible and does not count). Signing twice in one role counts once. */
#pragma once

#include "hs-dossier.h"

G_BEGIN_DECLS

/**
 * HsSigning:
 * @needed: sum of 1 << HsSigner of the roles that have to sign
 * @done: sum of 1 << HsSigner of the roles that have a signature that counts
 * @by: per role the sign-off that counts (the last one), or NULL. (transfer none)
 * @birth_date_unknown: whether a guardian is needed cannot be known: nothing can be agreed
 */
typedef struct
{
  guint needed;
  guint done;
  HsRecord *by[HS_SIGNER_HOST + 1];
  gboolean birth_date_unknown;
} HsSigning;

/* The signatures of @dossier on facts.today: a student who has not signed yet is taken to sign
 * today, so somebody who turned 18 in the meantime needs no guardian. */
void hs_signing_read (const HsDossier *dossier, HsSigning *signing);
/* Whether every role that is needed has signed. */
gboolean hs_signing_complete (const HsSigning *signing);
/* Whether @signoff counts, and when it does not, why in words. @why may be NULL. (transfer full) */
gboolean hs_signing_counts (const HsDossier *dossier, const HsRecord *signoff, char **why);
/* The sheet that is signed: the first one. NULL when there is none. (transfer none) */
HsRecord *hs_signing_sheet (const HsDossier *dossier);

/* Roles whose consent a later sheet needs, and those whose consent it has: sums of 1 << HsSigner.
 * Deliveries go to student, guardian of a minor and host. */
void hs_signing_consents (const HsDossier *dossier, const HsRecord *sheet, guint *needed,
                          guint *done);
void hs_signing_deliveries (const HsDossier *dossier, const HsRecord *sheet, guint *needed,
                            guint *done);
/* The last day on which a correction of @sheet can be asked: the last delivery plus the setting
 * "sheet.correction_days" (10) working days. HS_DAY_NONE when it was not sent yet. */
HsDay hs_signing_correction_until (const HsDossier *dossier, const HsRecord *sheet);

G_END_DECLS
