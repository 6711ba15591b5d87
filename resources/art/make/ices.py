# SPDX-License-Identifier: GPL-3.0-or-later
"""Ices: shaved over fruit in a footed bowl, in a tumbler, in a coconut."""
import math

from canvas import darker, lighter, path
from gallery import drawing
import garnish as g
import mains as m
from glasses import Glass, glass_bowl, glass_bowl_front, ices, snow, syrup
from vessels import shadow


@drawing('es_doger', 'Es doger')
def es_doger(c):
    glass = Glass(c, 96, 112, 20, 66)
    glass.back()
    glass.liquid((0, '#FFD0DC'), (0.5, '#FF9AB4'), (1, '#E85E86'))
    for x, y in c.spots(26, 200, 288, 46, 44, 12):
        c.ellipse(x, y, 8, 6, c.any('#3A1420', '#FFFFFF', '#A8E07A', '#FFFFFF'), 0.8, c.between(0, 180))
    snow(c, 200, 132, 92, 92, '#FFC4D4', 70)
    for x, y in c.spots(10, 200, 110, 60, 14, 14):
        m.cube(c, x, y, 15, 6, c.any(('#FFFFFF', '#F6F2E2', '#CFC8AC'), ('#FFF3B0', '#F6CE4A', '#C9941E'),
                                     ('#8A5430', '#5A2E14', '#2A1206')))
    g.drizzle(c, 'M146 86C164 70 180 104 198 80S236 90 254 74', ('#FFF6DC', '#FFFFFF'), 6)
    for x, y in c.spots(10, 200, 78, 44, 14, 10):
        c.ellipse(x, y, 5, 3.6, '#3A1420', turn=c.between(0, 180))
        c.ellipse(x - 1, y - 1, 1.6, 1, '#FFFFFF', 0.6)
    glass.front()
    with c.at(248, 70, -58):
        g.leaf(c, 0, 0, 66, 0, 'pandan', 0.2)


FRUIT = {'melon': ('#FF8A80', '#EC4A4C', '#B0202A'), 'mango': ('#FFE27A', '#F9B62A', '#D9860A'), 'green': ('#C6F08A', '#86CC4A', '#4E8E26'),
         'coco': ('#FFFFFF', '#F6F2E2', '#CFC8AC'), 'grass': ('#6B4A3A', '#3E2418', '#1E0E08'), 'jack': ('#FFE9A0', '#F3C43E', '#C08A14')}


def fruit_ice(c, milk, pieces, top, sauce=None):
    """An ice bowl: fruit around a heap of shaved ice with syrup."""
    glass_bowl(c)
    c.ellipse(200, 200, 142, 68, c.radial((0, lighter(milk, 0.4)), (0.7, milk), (1, darker(milk, 0.15))))
    for i in range(11):
        angle = math.pi * (1.06 + i * 0.088)
        m.cube(c, 200 + math.cos(angle) * 122, 196 + math.sin(angle) * 50, 34, 14, FRUIT[pieces[i % len(pieces)]], c.between(-20, 20))
    snow(c, 200, 200, 104, 118)
    if sauce:
        syrup(c, 200, 200, 104, 118, sauce)
    for i in range(10):
        angle = math.pi * (0.04 + i * 0.102)
        m.cube(c, 200 + math.cos(angle) * 120, 206 + math.sin(angle) * 40, 34, 14, FRUIT[pieces[(i + 1) % len(pieces)]], c.between(-20, 20))
    top(c)
    glass_bowl_front(c, (0, milk), (0.6, lighter(milk, 0.2)), (1, darker(milk, 0.12)))


def _es_campur_top(c):
    g.drizzle(c, 'M138 120C158 100 178 140 200 112S244 124 264 104', ('#FFFDF2', '#FFFFFF'), 6)
    c.ellipse(200, 82, 17, 16, c.lit('#FF7A6A', '#D8201E', '#8A0A10'))
    c.ellipse(194, 76, 4.5, 3, '#FFFFFF', 0.8, -30)
    g.leaf(c, 214, 84, 40, -30, 'mint')
    for x, y in c.spots(9, 200, 156, 64, 20, 18):
        c.ellipse(x, y + 1.5, 7, 5.4, '#2A1200', 0.25)
        c.ellipse(x, y, 7, 5.4, c.lit('#FFFFFF', c.any('#F48AA4', '#8CD24A', '#FFF3F3'), '#C9A2AE'))


drawing('es_campur', 'Es campur')(lambda c: fruit_ice(
    c, '#FBD9E0', ('melon', 'grass', 'mango', 'green', 'coco'), _es_campur_top, ('#FF7A9A', '#E02A5A')))


def _es_teler_top(c):
    for x, y, turn in ((150, 150, -24), (232, 136, 16), (262, 168, 30)):
        with c.at(x, y, turn):
            c.shape('M-34 4Q-28 -20 0 -20Q30 -20 34 2Q20 16 0 15Q-22 18 -34 4Z', '#2A3A10', 0.25)
            c.shape('M-34 0Q-28 -24 0 -24Q30 -24 34 -2Q20 12 0 11Q-22 14 -34 0Z',
                    c.linear((0, '#F6F3A8'), (0.6, '#C6DA5A'), (1, '#86A82E')))
            c.line('M-22 -10Q-6 -18 14 -16', '#FFFFFF', 3, 0.6)
    for x, y, turn in ((196, 168, -10), (178, 116, 24)):
        with c.at(x, y, turn):
            c.shape('M-24 -3Q0 -16 24 -3Q22 12 0 13Q-22 12 -24 -3Z', c.linear('#FFE58A', '#E0A51E'), edge='#C98A10', width=1)
            c.line('M-15 0Q0 -7 15 0', '#FFFBE0', 2, 0.7)
    g.drizzle(c, 'M136 126C156 108 176 146 198 118S244 130 262 112', ('#FFFDF2', '#FFFFFF'), 6)


drawing('es_teler', 'Es teler')(lambda c: fruit_ice(c, '#FDF6E2', ('coco', 'jack', 'green', 'jack', 'coco'), _es_teler_top))


@drawing('es_kelapa', 'Es kelapa muda')
def es_kelapa(c):
    shadow(c, 210, 330, 150, 50)
    husk = 'M66 166C60 240 98 336 200 338C302 336 340 240 334 166Z'
    c.shape(husk, c.linear((0, '#A9D25A'), (0.3, '#86BC3E'), (0.7, '#4E8A24'), (1, '#2A5A16'), x2=1, y2=0.2))
    for i in range(9):
        x = 84 + i * 29
        c.line(path('M', x, 190, 'Q', x + (200 - x) * 0.16, 270, x + (200 - x) * 0.44, 326), '#D9F0A0', 2, 0.3)
    c.line('M92 200C96 250 116 292 146 314', '#FFFFFF', 9, 0.35)
    c.ellipse(200, 166, 134, 76, c.linear('#EBDCB0', '#B8965A'))
    c.ellipse(200, 166, 134, 76, 'none', edge='#6BA032', width=5)
    for i in range(46):
        angle = math.tau * i / 46
        c.line(path('M', 200 + math.cos(angle) * 112, 166 + math.sin(angle) * 62, 'L', 200 + math.cos(angle) * 128,
                    166 + math.sin(angle) * 72), '#A88248',
               2, 0.4)
    c.ellipse(200, 168, 104, 57, '#6B4420')
    c.ellipse(200, 169, 98, 53, c.linear('#E6E2D4', '#FFFFFF'))
    c.ellipse(200, 174, 86, 44, c.radial((0, '#F8FCF8'), (0.7, '#DDEBE4'), (1, '#B4CCC4')))
    for x, y, turn in ((158, 170, 20), (226, 186, -14), (196, 160, -30), (184, 194, 10)):
        with c.at(x, y, turn):
            c.shape('M-32 2Q-20 -14 4 -12Q28 -12 34 2Q16 12 -4 10Q-22 14 -32 2Z', '#8FB0A4', 0.4)
            c.shape('M-32 -2Q-20 -18 4 -16Q28 -16 34 -2Q16 8 -4 6Q-22 10 -32 -2Z', c.linear('#FFFFFF', '#EAF2EC'))
    ices(c, (238, 160, 20), (136, 186, -16), size=18, opacity=0.8)
    c.line('M128 158A86 44 0 0 1 176 134', '#FFFFFF', 4, 0.8)
    c.line('M262 28L226 172', '#FFFFFF', 13, butt=True)
    for i in range(5):
        a, b = 0.04 + i * 0.2, 0.14 + i * 0.2
        c.line(path('M', 262 - 36 * a, 28 + 144 * a, 'L', 262 - 36 * b, 28 + 144 * b), '#B3141E', 13, butt=True)
    c.line('M265 29L230 172', '#000000', 4, 0.12, butt=True)
    g.citrus(c, 122, 122, 34, 'lime')
    g.leaf(c, 304, 116, 50, -50, 'mint')
    g.leaf(c, 304, 118, 46, 0, 'mint')
