#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the dishes that were not drawn by hand: all of them, or those that are named, into the folder above or another."""
import argparse
import pathlib
import sys

sys.dont_write_bytecode = True

import gallery  # noqa: E402
import drinks  # noqa: E402,F401 (each module puts its dishes on the list)
import grills  # noqa: E402,F401
import ices  # noqa: E402,F401
import noodles  # noqa: E402,F401
import plates  # noqa: E402,F401
import recolour  # noqa: E402
import rice  # noqa: E402,F401
import snacks  # noqa: E402,F401
import soups  # noqa: E402,F401
import sweets  # noqa: E402,F401

CEILING = 100_000  # bytes a drawing: more and the kiosk's first look at a category stutters


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument('--to', type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    arguments.add_argument('names', nargs='*')
    chosen = arguments.parse_args()
    recipes = {name: lambda name=name: gallery.draw(name) for name in gallery.DRAWINGS} | recolour.RECOLOURED
    unknown = set(chosen.names) - set(recipes)
    if unknown:
        sys.exit(f'draw.py: there is no drawing {", ".join(sorted(unknown))}; there are {", ".join(sorted(recipes))}')
    heavy = []
    for name in chosen.names or sorted(recipes):
        text = recipes[name]()
        (chosen.to / f'{name}.svg').write_text(text, encoding='utf-8')
        if len(text) > CEILING:
            heavy.append(f'{name} ({len(text)} bytes)')
    if heavy:
        sys.exit(f'draw.py: over {CEILING} bytes: {", ".join(heavy)}')


if __name__ == '__main__':
    main()
