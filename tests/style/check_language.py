# SPDX-License-Identifier: GPL-3.0-or-later
"""check_language.py PO: how long the sentences of the Dutch texts are. Plain Dutch (B1) means twelve
words on average at most, and no sentence that has to be read twice."""

import re
import sys

MEAN_MOST = 12
LONGEST = 40


def entries(path):
    text, key = {}, None
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines() + [""]:
            if not line or line.startswith("#"):
                if line == "" and text.get("msgid"):
                    yield text
                if line == "":
                    text, key = {}, None
                continue
            match = re.match(r'(msg\w+(?:\[\d\])?) "(.*)"$', line)
            if match:
                key = match.group(1)
                text[key] = match.group(2)
            elif key and line.startswith('"'):
                text[key] += line[1:-1]


def sentences(text):
    text = text.replace("\\n", "\n").replace('\\"', '"')
    for part in re.split(r"(?<=[.!?:;…])\s+|\n+|\s·\s", text):
        words = re.findall(r"[^\W_][\w’'-]*", part)
        if words:
            yield part, len(words)


def main():
    total, n, wrong = 0, 0, []
    for entry in entries(sys.argv[1]):
        for key, text in entry.items():
            if not key.startswith("msgstr"):
                continue
            for sentence, length in sentences(text):
                # A label of a word or two is no sentence.
                if length >= 3:
                    total, n = total + length, n + 1
                if length > LONGEST:
                    wrong.append(f"{length} words: {sentence}")
    mean = total / max(n, 1)
    print(f"{n} sentences, {mean:.1f} words on average")
    print("\n".join(wrong))
    sys.exit(1 if wrong or mean > MEAN_MOST or n < 1000 else 0)


if __name__ == "__main__":
    main()
