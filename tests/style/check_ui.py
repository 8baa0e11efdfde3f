#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the templates in ui/: what GtkBuilder and a screen reader would stumble over.

usage: check_ui.py ROOT
"""
import os
import re
import sys
import xml.etree.ElementTree as tree

# Properties that hold text for people.
WORDS = {"label", "title", "subtitle", "tooltip-text", "description", "placeholder-text", "heading",
         "body"}
BUTTONS = {"GtkButton", "GtkToggleButton", "GtkMenuButton"}
LETTERS = re.compile(r"[A-Za-z]{2}")
SYSTEM_ICONS = ("/usr/share/icons/Adwaita", "/usr/share/icons/hicolor")


def known_icons(root):
    names = set()
    for folder in (os.path.join(root, "data/icons"), *SYSTEM_ICONS):
        for _, _, files in os.walk(folder):
            names.update(os.path.splitext(file)[0] for file in files)
    return names


def properties(element):
    found = {}
    for child in element.findall("property"):
        found[child.get("name", "").replace("_", "-")] = child
    return found


def accessible_name(element):
    box = element.find("accessibility")
    if box is None:
        return False
    return any(part.get("name") in ("label", "labelled-by") for part in box)


def check_object(element, icons):
    held = properties(element)
    kind = element.get("class") or element.get("parent") or ""
    for name, node in held.items():
        text = (node.text or "").strip()
        if name in WORDS and LETTERS.search(text) and node.get("translatable") not in ("yes", "true"):
            yield f"{kind}: '{text}' in {name} cannot be translated"
        if name == "icon-name" and text and icons and text not in icons:
            yield f"{kind}: no icon is called '{text}'"
    label = held.get("label")
    if label is not None and "_" in (label.text or "") and "use-underline" not in held:
        yield f"{kind}: '{label.text}' has an underscore and no use-underline"
    if kind in BUTTONS and "icon-name" in held and "label" not in held:
        if "tooltip-text" not in held:
            yield f"{kind} with icon {held['icon-name'].text}: no tooltip-text"
        if not accessible_name(element):
            yield f"{kind} with icon {held['icon-name'].text}: no accessible label"


def check(path, icons):
    try:
        top = tree.parse(path).getroot()
    except tree.ParseError as error:
        yield f"not well-formed: {error}"
        return
    if top.tag != "interface":
        yield "the outermost element is not <interface>"
    seen = set()
    for element in top.iter():
        if element.tag not in ("object", "template", "menu"):
            continue
        name = element.get("id")
        if name and name in seen:
            yield f"two objects are called '{name}'"
        seen.add(name)
        if element.tag != "menu":
            yield from check_object(element, icons)


def main():
    root = sys.argv[1]
    icons = known_icons(root)
    bad = 0
    for folder, _, files in os.walk(os.path.join(root, "ui")):
        for file in sorted(files):
            if file.endswith(".ui"):
                path = os.path.join(folder, file)
                for finding in check(path, icons):
                    print(f"{os.path.relpath(path, root)}: {finding}")
                    bad += 1
    return 1 if bad else 0


sys.exit(main())
