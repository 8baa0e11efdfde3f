#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the Flatpak manifests: valid JSON, and every module can be fetched and is pinned.

usage: check_flatpak.py ROOT
"""
import glob
import json
import os
import re
import sys

SHA256 = re.compile(r"^[0-9a-f]{64}$")
NEEDED = ("app-id", "runtime", "runtime-version", "sdk", "command", "finish-args", "modules")
BUILD_SYSTEMS = {"meson", "cmake", "cmake-ninja", "autotools", "simple"}


def check_source(name, source):
    kind = source.get("type")
    if kind == "archive":
        if not source.get("url", "").startswith("https://"):
            yield f"{name}: the address of an archive must start with https://"
        if not SHA256.match(source.get("sha256", "")):
            yield f"{name}: an archive needs its sha256"
    elif kind == "dir":
        if not source.get("path"):
            yield f"{name}: a folder needs its path"
    else:
        yield f"{name}: source of unknown type '{kind}'"


def check(manifest, folder):
    for key in NEEDED:
        if key not in manifest:
            yield f"'{key}' is missing"
    names = set()
    for module in manifest.get("modules", []):
        name = module.get("name", "?")
        if name in names:
            yield f"two modules are called '{name}'"
        names.add(name)
        if module.get("buildsystem") not in BUILD_SYSTEMS:
            yield f"{name}: unknown build system '{module.get('buildsystem')}'"
        if not module.get("sources"):
            yield f"{name}: no sources"
        for source in module.get("sources", []):
            yield from check_source(name, source)
            if source.get("type") == "dir" and not os.path.isdir(
                    os.path.join(folder, source.get("path", ""))):
                yield f"{name}: there is no folder {source.get('path')}"
    for argument in manifest.get("finish-args", []):
        if argument in ("--filesystem=host", "--filesystem=home", "--socket=session-bus"):
            yield f"{argument}: more than the program needs"


def main():
    paths = sorted(glob.glob(os.path.join(sys.argv[1], "flatpak", "*.json")))
    bad = 0
    if not paths:
        print("there is no manifest")
        return 1
    for path in paths:
        try:
            with open(path, encoding="utf-8") as file:
                findings = list(check(json.load(file), os.path.dirname(path)))
        except ValueError as error:
            findings = [f"no valid JSON: {error}"]
        for finding in findings:
            print(f"{os.path.basename(path)}: {finding}")
            bad += 1
    return 1 if bad else 0


sys.exit(main())
