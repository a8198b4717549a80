#!/usr/bin/env python3
"""Writes pinyin.tsv beside itself from the Unihan database (Debian: unicode-data): a syllable without its tone, a tab, and the
characters that are read so. Only the characters of the Table of General Standard Chinese Characters, and only the simplified
forms that the analysis folds to; of a character every reading that is common (kHanyuPinlu) or the usual one (kMandarin)."""

import bz2
import collections
import pathlib
import re
import unicodedata

here = pathlib.Path(__file__).parent
source = "/usr/share/unicode/Unihan_Readings.txt.bz2"
tones = {0x0300, 0x0301, 0x0304, 0x030C}


def toneless(reading):
    letters = "".join(c for c in unicodedata.normalize("NFD", reading) if ord(c) not in tones)
    return unicodedata.normalize("NFC", letters).replace("ü", "v")


folded = {line.split("\t")[0] for line in (here / "../../Analysis/Data/characters.tsv").read_text("utf-8").splitlines()}
standard, readings = set(), collections.defaultdict(set)
with bz2.open(source, "rt", encoding="utf-8") as lines:
    for line in lines:
        if not line.startswith("U+"):
            continue
        code, field, value = line.rstrip("\n").split("\t")
        character = chr(int(code[2:], 16))
        if field == "kTGHZ2013":
            standard.add(character)
        elif field in ("kHanyuPinlu", "kMandarin"):
            for reading in re.sub(r"\(\d+\)", "", value).split():
                if re.fullmatch("[a-z]+", syllable := toneless(reading)):
                    readings[syllable].add(character)

with open(here / "pinyin.tsv", "w", encoding="utf-8", newline="\n") as table:
    for syllable in sorted(readings):
        characters = "".join(sorted(c for c in readings[syllable] & standard if c not in folded and ord(c) < 0x10000))
        if characters:
            table.write(f"{syllable}\t{characters}\n")
