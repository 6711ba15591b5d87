# SPDX-License-Identifier: GPL-3.0-or-later
"""Relatives of the dishes drawn by hand: the same drawing with some of its colours moved."""
import colorsys
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent.parent
RED = (340, 25)
CREAM = (20, 48)


def _shifted(colour, hues, change):
    red, green, blue = (int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, vivid = colorsys.rgb_to_hls(red, green, blue)
    degrees, (first, last) = hue * 360, hues
    inside = first <= degrees <= last if first <= last else degrees >= first or degrees <= last
    if not inside or vivid < 0.25 or light > 0.985:
        return colour
    return '#' + ''.join(f'{round(255 * part):02X}' for part in colorsys.hls_to_rgb(*change(hue, light, vivid)))


def recoloured(original, title, hues, change, only=None):
    """The drawing `original` under a new title; `only` limits the change to the colours named."""
    text = (FOLDER / f'{original}.svg').read_text(encoding='utf-8')
    text = re.sub('<title>.*?</title>', f'<title>{title}</title>', text)
    return re.sub('#[0-9A-Fa-f]{6}', lambda m: m[0] if only and m[0] not in only else _shifted(m[0], hues, change), text)


def sambal_hijau():
    return recoloured('sambal', 'Sambal lado mudo', RED, lambda h, l, s: (88 / 360, min(0.9, l * 0.98), s * 0.72))


BETAWI_BROTH = {'#FFF0CF', '#F8D9A0', '#E2AE66', '#B47A34', '#FFB84A'}


def soto_padang():
    return recoloured('soto_betawi', 'Soto Padang', CREAM, lambda h, l, s: (h * 0.72, l * 0.83, min(1, s * 1.05)), BETAWI_BROTH)


RECOLOURED = {'sambal_hijau': sambal_hijau, 'soto_padang': soto_padang}
