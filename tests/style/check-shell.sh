#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-shell.sh ROOT
# The shell scripts parse in a plain POSIX shell, and shellcheck has nothing to say about them.
set -eu
cd "$1"
for script in scripts/*.sh tests/*/*.sh; do
  [ -f "$script" ] || continue
  sh -n "$script"
  shellcheck --external-sources --source-path=SCRIPTDIR "$script"
done
bash -n .ci/run
shellcheck --external-sources .ci/run
# They are called as 'sh scripts/…', and by their name in .ci/run.
[ -x .ci/run ]
