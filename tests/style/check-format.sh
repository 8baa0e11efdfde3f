#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-format.sh ROOT
# Every C file looks as clang-format 14 would lay it out by the .clang-format of this project.
set -eu
cd "$1"
format=$(command -v clang-format-14 || command -v clang-format)
find src tests -name '*.[ch]' -print0 | sort -z |
  xargs -0 -n 40 "$format" --dry-run -Werror --ferror-limit=3
