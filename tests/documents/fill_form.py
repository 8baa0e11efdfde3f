# SPDX-License-Identifier: GPL-3.0-or-later
"""fill_form.py IN OUT NAME=VALUE…: fills in fields with qpdf, as a viewer does: another program that
writes the file anew, with its objects packed."""

import json
import subprocess
import sys
import tempfile


def main():
    source, target, *values = sys.argv[1:]
    wanted = dict(value.split("=", 1) for value in values)
    text = subprocess.run(
        ["qpdf", "--json-output", source, "-"], check=True, capture_output=True, text=True
    ).stdout
    document = json.loads(text)
    for item in document["qpdf"][1].values():
        fields = item.get("value") if isinstance(item, dict) else None
        if not isinstance(fields, dict) or "/T" not in fields:
            continue
        name = fields["/T"][2:]
        if name in wanted:
            value = wanted.pop(name)
            fields["/V"] = value if value.startswith("/") else "u:" + value
    if wanted:
        sys.exit(f"no such field: {', '.join(wanted)}")
    with tempfile.NamedTemporaryFile("w", suffix=".json") as changed:
        json.dump(document, changed)
        changed.flush()
        subprocess.run(
            ["qpdf", "--json-input", changed.name, "--object-streams=generate", target], check=True
        )


if __name__ == "__main__":
    main()
