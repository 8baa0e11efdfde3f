#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-man.sh ROOT
# The man page is set without a word by groff, which only warns.
set -eu
for page in "$1"/data/*.1; do
  said=$(groff -K utf8 -man -ww -z "$page" 2>&1)
  [ -z "$said" ] || { echo "$said"; exit 1; }
done
