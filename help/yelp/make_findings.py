# SPDX-License-Identifier: GPL-3.0-or-later
"""make_findings.py PROGRAM TEXTS FOLDER: a Mallard page for each rule, from the table of rules (what
`handslag-cli check --rules` prints) and what findings.txt says to do. Fails on a rule without text
and on a text without rule."""

import json
import os
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

SEVERITY = {
    "blocking": "Dit moet worden opgelost voor de volgende stap.",
    "warning": "Kijk hiernaar. U mag het zo laten.",
    "tip": "Dit is een tip.",
}


def page_id(code):
    return "bevinding-" + code.lower().replace(".", "-")


def read_rules(program):
    environment = dict(os.environ, LANGUAGE="nl", LC_ALL="C.UTF-8")
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "regels.handslag")
        subprocess.run([program, "init", "--db", database], check=True, capture_output=True,
                       env=environment)
        out = subprocess.run([program, "check", "--rules", "--json", "--db", database], check=True,
                             capture_output=True, text=True, env=environment).stdout
    return json.loads(out)["rules"]


def read_texts(path):
    texts, lines = {}, None
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("== "):
                lines = texts.setdefault(line[3:], [])
            elif line and lines is not None:
                lines.append(line)
    return texts


def page(rule, lines):
    steps = [line[2:] for line in lines if line.startswith("- ")]
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<page xmlns="http://projectmallard.org/1.0/" type="topic" id="{page_id(rule["code"])}"'
        ' xml:lang="nl">',
        f'  <info><link type="guide" xref="bevindingen"/><desc>{SEVERITY[rule["severity"]]}</desc>'
        "</info>",
        f"  <title>{escape(rule['title'])}</title>",
    ]
    parts += [f"  <p>{escape(line)}</p>" for line in lines if not line.startswith("- ")]
    parts += ["  <steps>"] + [f"    <item><p>{escape(step)}</p></item>" for step in steps]
    parts += ["  </steps>", f"  <note><p>{SEVERITY[rule['severity']]}</p></note>"]
    parts += [f"  <p>Waar deze regel vandaan komt: {escape(rule['source'])}.</p>", "</page>", ""]
    return "\n".join(parts)


def main():
    program, path, folder = sys.argv[1:]
    rules, texts = read_rules(program), read_texts(path)
    codes = [rule["code"] for rule in rules]
    wrong = [code for code in codes if code not in texts]
    wrong += [code for code in texts if code not in codes]
    if wrong:
        sys.exit(f"{path}: text and table of rules differ at {', '.join(wrong)}")
    for rule in rules:
        name = os.path.join(folder, page_id(rule["code"]) + ".page")
        with open(name, "w", encoding="utf-8") as file:
            file.write(page(rule, texts[rule["code"]]))


if __name__ == "__main__":
    main()
