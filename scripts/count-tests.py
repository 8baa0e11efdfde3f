#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts tests from what Meson wrote, and prints 'N passed, N failed'.

usage: count-tests.py [--also-failed=N] RUN...

RUN is a path without suffix: RUN.json is Meson's log, one JSON object a line, and RUN.list are the
names that should be in it (meson test --list). A test that is not in the log did not pass: a run
that breaks off must not look complete. Neither did one that was skipped.
"""
import json
import sys

GOOD = {"OK", "EXPECTEDFAIL"}


def read_list(path):
    try:
        with open(path, encoding="utf-8") as lines:
            return [line.strip() for line in lines if " / " in line]
    except OSError:
        return []


def read_log(path):
    results = {}
    try:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                try:
                    entry = json.loads(line)
                except ValueError:
                    continue  # the last line of a run that was killed
                results[entry["name"]] = entry["result"]
    except OSError:
        pass
    return results


def main():
    also = 0
    runs = []
    for argument in sys.argv[1:]:
        if argument.startswith("--also-failed="):
            also = int(argument.split("=", 1)[1])
        else:
            runs.append(argument)
    passed, failed = 0, also
    for run in runs:
        results = read_log(run + ".json")
        for name in read_list(run + ".list"):
            results.setdefault(name, "NOT RUN")
        if not results:
            print(f"{run}: no test ran", file=sys.stderr)
            failed += 1
        for name, result in sorted(results.items()):
            if result in GOOD:
                passed += 1
            else:
                failed += 1
                print(f"{result}: {name} (see {run}.txt)", file=sys.stderr)
    print(f"{passed} passed, {failed} failed")


main()
