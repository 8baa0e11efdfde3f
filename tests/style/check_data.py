#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks shipped data: places that lie in the Netherlands, icons that GTK can recolour.

usage: check_data.py ROOT
"""
import csv
import glob
import os
import re
import sys
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"
# GTK gives a symbolic icon the colour of the text by a style for these elements alone.
RECOLOURED = {"rect", "circle", "path"}


def check_places(root):
    path = os.path.join(root, "data/places-nl.csv")
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if len(rows) < 1500:
        yield f"places-nl.csv: only {len(rows)} places"
    provinces = {row["province"] for row in rows}
    if len(provinces) != 12:
        yield f"places-nl.csv: {len(provinces)} provinces: {sorted(provinces)}"
    for number, row in enumerate(rows, 2):
        if not (50.7 < float(row["latitude"]) < 53.7 and 3.3 < float(row["longitude"]) < 7.3):
            yield f"places-nl.csv:{number}: {row['place']} is not in the Netherlands"
        if not row["place"] or not row["municipality"]:
            yield f"places-nl.csv:{number}: an empty name"


def check_icons(root):
    listed = open(os.path.join(root, "data/hs-icons.gresource.xml"), encoding="utf-8").read()
    for path in sorted(glob.glob(os.path.join(root, "data/icons/**/*-symbolic.svg"),
                                 recursive=True)):
        name = os.path.basename(path)
        top = tree.parse(path).getroot()
        if (top.get("width"), top.get("height")) != ("16", "16"):
            yield f"{name}: a symbolic icon is 16 by 16"
        for element in top.iter():
            kind = element.tag.replace(SVG, "")
            if kind not in RECOLOURED | {"svg", "g"}:
                yield f"{name}: <{kind}> keeps its own colour in GTK"
            if element.get("stroke"):
                yield f"{name}: a stroke is not recoloured: draw its outline"
        if "/actions/" in path and name not in listed:
            yield f"{name}: not in hs-icons.gresource.xml"
    for name in re.findall(r"<file[^>]*>([^<]+)</file>", listed):
        if not os.path.isfile(os.path.join(root, "data", name)):
            yield f"hs-icons.gresource.xml: there is no {name}"


def main():
    findings = [*check_places(sys.argv[1]), *check_icons(sys.argv[1])]
    print("\n".join(findings))
    return 1 if findings else 0


sys.exit(main())
