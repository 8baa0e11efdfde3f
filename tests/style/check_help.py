# SPDX-License-Identifier: GPL-3.0-or-later
"""check_help.py FILE…: the Mallard pages are called by their id, are listed under a topic that is
there, link to topics that are there, and have a title and a description."""

import os
import sys
import xml.etree.ElementTree as ElementTree

MALLARD = "{http://projectmallard.org/1.0/}"
# What the viewer in the program shows; anything else it would leave out.
KNOWN = {"page", "info", "link", "desc", "title", "p", "list", "steps", "item", "section", "note",
         "gui", "key", "keyseq", "em"}


def main():
    pages = {}
    wrong = []
    for path in sys.argv[1:]:
        root = ElementTree.parse(path).getroot()
        name = os.path.basename(path).removesuffix(".page")
        if root.tag != MALLARD + "page" or root.get("id") != name:
            wrong.append(f"{path}: is not the page '{name}'")
        pages[name] = root
    for name, root in pages.items():
        guides = [link for link in root.iter(MALLARD + "link") if link.get("type") == "guide"]
        if not guides and name != "index":
            wrong.append(f"{name}: is listed nowhere")
        for link in root.iter(MALLARD + "link"):
            if link.get("xref") not in pages:
                wrong.append(f"{name}: leads to '{link.get('xref')}', which is not there")
        for tag in ("info/" + MALLARD + "desc", "title"):
            if not (root.findtext(MALLARD + tag) or "").strip():
                wrong.append(f"{name}: has no {tag}")
        for node in root.iter():
            if node.tag.removeprefix(MALLARD) not in KNOWN:
                wrong.append(f"{name}: uses '{node.tag}', which the program does not show")
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
