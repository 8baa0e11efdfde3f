#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-count.sh ROOT
# The closing line of the tests is right, also when a run broke off, nothing ran, or one was skipped.
set -eu
count="$1/scripts/count-tests.py"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

expect ()
{
  wanted=$1
  shift
  got=$(python3 "$count" "$@" 2> "$dir/said" | tail -n 1)
  [ "$got" = "$wanted" ] || { echo "wanted '$wanted', got '$got' for: $*"; exit 1; }
}

printf 'ninja: no work to do.\np:core / one\np:core / two\np:core / three\n' > "$dir/all.list"
{
  echo '{"name": "p:core / one", "result": "OK"}'
  echo '{"name": "p:core / two", "result": "OK"}'
  echo '{"name": "p:core / three", "result": "OK"}'
} > "$dir/all.json"
expect "3 passed, 0 failed" "$dir/all"
expect "3 passed, 1 failed" --also-failed=1 "$dir/all"

# Broken off while it wrote: what is not in the log did not pass.
cp "$dir/all.list" "$dir/cut.list"
{
  echo '{"name": "p:core / one", "result": "OK"}'
  printf '{"name": "p:core / tw'
} > "$dir/cut.json"
expect "1 passed, 2 failed" "$dir/cut"
grep -q 'NOT RUN: p:core / three' "$dir/said"

for result in FAIL TIMEOUT ERROR INTERRUPT UNEXPECTEDPASS SKIP; do
  echo '{"name": "p:core / one", "result": "'$result'"}' > "$dir/one.json"
  echo 'p:core / one' > "$dir/one.list"
  expect "0 passed, 1 failed" "$dir/one"
done

# No log at all, and a suite without tests.
expect "0 passed, 1 failed" "$dir/nothing"
expect "3 passed, 3 failed" "$dir/all" "$dir/one" "$dir/nothing" --also-failed=1
