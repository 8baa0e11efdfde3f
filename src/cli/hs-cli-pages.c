/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only what can never have been changed is given back: parts that were loaded without the right to
 * write, of files that have no relocations in their text. */

#define _GNU_SOURCE /* for dl_iterate_phdr() */

#include "hs-cli-pages.h"

#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

static gboolean
has_text_relocations (const struct dl_phdr_info *info)
{
  for (guint i = 0; i < info->dlpi_phnum; i++)
    {
      const ElfW (Phdr) *header = &info->dlpi_phdr[i];
      const ElfW (Dyn) *entry = (const ElfW (Dyn) *) (info->dlpi_addr + header->p_vaddr);

      for (; header->p_type == PT_DYNAMIC && entry->d_tag != DT_NULL; entry++)
        if (entry->d_tag == DT_TEXTREL
            || (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL) != 0))
          return TRUE;
    }
  return FALSE;
}

static int
give_back (struct dl_phdr_info *info, size_t size, void *data)
{
  const gsize *page = data;

  if (has_text_relocations (info))
    return 0;
  for (guint i = 0; i < info->dlpi_phnum; i++)
    {
      const ElfW (Phdr) *header = &info->dlpi_phdr[i];
      gsize begin = (info->dlpi_addr + header->p_vaddr) & ~(*page - 1);
      gsize end = (info->dlpi_addr + header->p_vaddr + header->p_filesz) & ~(*page - 1);

      if (header->p_type == PT_LOAD && (header->p_flags & PF_W) == 0 && end > begin)
        madvise (GSIZE_TO_POINTER (begin), end - begin, MADV_DONTNEED);
    }
  return 0;
}

void
hs_cli_pages_give_back (void)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE);

  dl_iterate_phdr (give_back, &page);
}
