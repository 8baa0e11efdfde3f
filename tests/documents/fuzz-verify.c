/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks any bytes as a PDF or JSON file of ours. With -Dfuzz=true and clang libFuzzer drives it;
 * else fuzz-run.c does. */

#include "hs-verify.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (HsVerifyResult) result = hs_verify_bytes (bytes, NULL);
  g_autofree char *sentence = hs_verify_result_get_sentence (result);
  json_t *content = hs_verify_read_content (bytes);

  g_assert_nonnull (sentence);
  if (result->verdict != HS_VERDICT_OK)
    g_assert_cmpuint (result->findings->len, >, 0);
  json_decref (content);
  return 0;
}
