#!/usr/bin/env python3
"""Writes characters.tsv and phrases.tsv from OpenCC's dictionaries (Debian: opencc, libopencc-data).

make-tables.py [/usr/share/opencc]

Both sides of a search are folded with the tables, so a table has to be consistent rather than good prose: every
spelling of a character ends at one character, and no phrase's result holds another phrase.
"""
import os
import subprocess
import sys
import tempfile

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/opencc"
HERE = os.path.dirname(os.path.abspath(__file__))


def read(name):
    with tempfile.NamedTemporaryFile() as text:
        subprocess.run(["opencc_dict", "-i", f"{FOLDER}/{name}.ocd2", "-o", text.name, "-f", "ocd2", "-t", "text"], check=True)
        lines = [line.rstrip("\n").split("\t") for line in open(text.name, encoding="utf-8") if "\t" in line]
    return {key: values.split(" ")[0] for key, values in lines}


def characters():
    table = {key: value for key, value in read("TSCharacters").items() if key != value and len(key) == len(value) == 1}
    simplified = set(table.values())
    for name in ("TWVariantsRev", "HKVariantsRev"):
        for variant, standard in read(name).items():
            # A variant that is itself the simplified form of something (么 of 麼) must stay as it is.
            if len(variant) == 1 and variant not in table and variant not in simplified:
                target = table.get(standard, standard)
                if target != variant:
                    table[variant] = target
    for key in list(table):
        seen = {key}
        while table[key] in table and table[key] not in seen:
            seen.add(table[key])
            table[key] = table[table[key]]
    return {key: value for key, value in table.items() if value not in table and key != value}


def phrases(table):
    def fold(text):
        return "".join(table.get(character, character) for character in text)

    found = {}
    for name in ("TSPhrases", "TWVariantsRevPhrases", "HKVariantsRevPhrases", "TWPhrasesRev"):
        for key, value in read(name).items():
            key, value = fold(key), fold(value)
            if key != value and len(key) > 1:
                found.setdefault(key, value)
    # A result that holds a phrase itself (or again its own) would be rewritten for ever: the longer one goes.
    while True:
        bad = [key for key, value in found.items() if any(other in value for other in found)]
        if not bad:
            return found
        del found[max(bad, key=lambda key: (len(key), key))]


def write(name, table):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as out:
        for key in sorted(table):
            out.write(f"{key}\t{table[key]}\n")


TABLE = characters()
write("characters.tsv", TABLE)
write("phrases.tsv", phrases(TABLE))
