# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet of 400 x 400 on which dishes are drawn with what QtSvg paints faithfully: filled shapes, strokes, gradients and transforms.

Nothing here clips, masks or blurs (QtSvg ignores those without a word), and opacity is written on the leaf, never on a group.
A canvas is seeded by its title, so the same recipe gives the same bytes on every machine.
"""
import contextlib
import math
import random


def mix(a, b, share):
    """The colour `share` of the way from a to b."""
    mine, other = (tuple(int(colour[i:i + 2], 16) for i in (1, 3, 5)) for colour in (a, b))
    return '#' + ''.join(f'{round(m + (o - m) * share):02X}' for m, o in zip(mine, other))


def lighter(colour, share=0.3):
    return mix(colour, '#FFFFFF', share)


def darker(colour, share=0.3):
    """Shades food with a brown instead of a black, which would look like dirt."""
    return mix(colour, '#2A1200', share)


def number(value):
    text = f'{value:.1f}'.rstrip('0').rstrip('.')
    return '0' if text == '-0' else text


def path(*pieces):
    """A path from letters and numbers: path('M', 0, 0, 'L', 10, 0, 'Z')."""
    text = ''
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        else:
            text += ('' if not text or text[-1].isalpha() else ' ') + number(piece)
    return text


class Canvas:
    def __init__(self, title):
        self.title = title
        self.random = random.Random(title)
        self._gradients = {}
        self._body = []

    # What to paint with. Stops are colours at even steps, or (offset, colour) or (offset, colour, opacity).
    def linear(self, *stops, x1=0, y1=0, x2=0, y2=1):
        return self._gradient('linear', f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"', stops)

    def radial(self, *stops, cx=0.5, cy=0.5, r=0.5, focus=None):
        focal = f' fx="{focus[0]}" fy="{focus[1]}"' if focus else ''
        return self._gradient('radial', f'cx="{cx}" cy="{cy}" r="{r}"{focal}', stops)

    def lit(self, light, mid, dark):
        """A round thing under the one lamp at the upper left."""
        return self.radial((0, light), (0.55, mid), (1, dark), cx=0.45, cy=0.45, r=0.62, focus=(0.34, 0.28))

    # What to paint.
    def ellipse(self, cx, cy, rx, ry, fill, opacity=1, turn=0, edge=None, width=1):
        place = f'cx="{number(cx)}" cy="{number(cy)}" rx="{number(rx)}" ry="{number(ry)}"'
        spin = f' transform="rotate({number(turn)} {number(cx)} {number(cy)})"' if turn else ''
        self._body.append(f'<ellipse {place} fill="{fill}"{self._opacity(opacity)}{self._edge(edge, width)}{spin}/>')

    def shape(self, outline, fill, opacity=1, edge=None, width=1):
        self._body.append(f'<path d="{outline}" fill="{fill}"{self._opacity(opacity)}{self._edge(edge, width)}/>')

    def line(self, course, colour, width, opacity=1, butt=False):
        cap = ' stroke-linecap="butt"' if butt else ''
        self._body.append(f'<path d="{course}" fill="none"{self._opacity(opacity)} stroke="{colour}" stroke-width="{number(width)}"{cap}/>')

    def at(self, x, y, turn=0, scale=1, flat=1):
        """Whatever is drawn inside has its own origin at (x, y), is turned, scaled, and lies flattened by `flat` on the table."""
        steps = f'translate({number(x)} {number(y)})'
        if flat != 1:
            steps += f' scale(1 {flat:g})'
        if turn:
            steps += f' rotate({number(turn)})'
        if scale != 1:
            steps += f' scale({scale:g})'
        return self._group(steps)

    def about(self, x, y, scale):
        """Whatever is drawn inside grows or shrinks around (x, y)."""
        return self._group(f'translate({number(x)} {number(y)}) scale({scale:g}) translate({number(-x)} {number(-y)})')

    # Where to put it.
    def between(self, low, high):
        return self.random.uniform(low, high)

    def any(self, *choices):
        return self.random.choice(choices)

    def spots(self, count, cx, cy, rx, ry, apart=0):
        """`count` places spread evenly over an ellipse, at least `apart` from each other as far as that goes."""
        found = []
        for _ in range(count):
            for _ in range(24):
                angle, reach = self.between(0, math.tau), math.sqrt(self.random.random())
                spot = (cx + rx * reach * math.cos(angle), cy + ry * reach * math.sin(angle))
                if all(math.dist(spot, other) >= apart for other in found):
                    break
            found.append(spot)
        return found

    def blob(self, cx, cy, rx, ry, rough=0.06, points=12):
        """The outline of a lump: an ellipse whose radius wavers by `rough`."""
        ring = []
        for i in range(points):
            angle, reach = math.tau * i / points, 1 + self.between(-rough, rough)
            ring.append((cx + rx * reach * math.cos(angle), cy + ry * reach * math.sin(angle)))
        middle = [((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1])]
        outline = path('M', *middle[-1])
        for corner, end in zip(ring, middle):
            outline += path('Q', *corner, *end)
        return outline + 'Z'

    def svg(self):
        head = ('<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" viewBox="0 0 400 400" width="400" height="400">'
                '<!-- SPDX-License-Identifier: GPL-3.0-or-later -->'
                f'<title>{self.title}</title>')
        defs = ''.join(text.format(name=name) for text, name in self._gradients.items())
        return f'{head}<defs>{defs}</defs><g stroke-linecap="round" stroke-linejoin="round">' + ''.join(self._body) + '</g></svg>\n'

    @contextlib.contextmanager
    def _group(self, transform):
        self._body.append(f'<g transform="{transform}">')
        yield
        self._body.append('</g>')

    def _gradient(self, kind, geometry, stops):
        text = f'<{kind}Gradient id="{{name}}" {geometry}>'
        for i, stop in enumerate(stops):
            offset, colour, *opacity = (i / (len(stops) - 1), stop) if isinstance(stop, str) else stop
            text += f'<stop offset="{round(offset, 3):g}" stop-color="{colour}"'
            text += f' stop-opacity="{opacity[0]:g}"/>' if opacity else '/>'
        text += f'</{kind}Gradient>'
        return f'url(#{self._gradients.setdefault(text, f"g{len(self._gradients) + 1}")})'

    @staticmethod
    def _opacity(opacity):
        return '' if opacity == 1 else f' opacity="{opacity:g}"'

    @staticmethod
    def _edge(edge, width):
        return f' stroke="{edge}" stroke-width="{number(width)}"' if edge else ''
