# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies on top and beside: eggs, citrus, cucumber, tomato, chilli, herbs, fried shallots, crackers, sauces."""
import math

from canvas import darker, lighter, mix, path


def egg_half(c, x, y, size=40, turn=-14, white='#FFFFFF'):
    yolk = c.radial((0, '#FFD45C'), (0.55, '#FBAE17'), (1, '#E07F00'), cx=0.42, cy=0.38, r=0.62)
    with c.at(x, y, turn):
        c.ellipse(3, size * 0.22, size * 1.04, size * 0.86, '#3A2300', 0.28)
        c.ellipse(0, size * 0.09, size, size * 0.8, darker(mix(white, '#CFC5B2', 0.85), 0.05))
        c.ellipse(0, 0, size, size * 0.8, c.radial((0, white), (0.75, mix(white, '#FBF7EE', 0.8)), (1, mix(white, '#E6DDCB', 0.9)),
                                                   cx=0.42, cy=0.4, r=0.65))
        c.ellipse(size * 0.02, size * 0.02, size * 0.56, size * 0.46, yolk)
        c.ellipse(-size * 0.16, -size * 0.14, size * 0.16, size * 0.09, '#FFFFFF', 0.6, turn=-25)


def fried_egg(c, x, y, size=66):
    with c.at(x, y):
        c.shape(c.blob(3, 9, size * 1.04, size * 0.86, 0.07), '#2A1200', 0.33)
        c.shape(c.blob(0, 0, size, size * 0.82, 0.07),
                c.radial((0, '#FFFFFF'), (0.7, '#FFFBF0'), (0.88, '#F3D9A0'), (1, '#B8721E'), r=0.56), edge='#A4641A', width=2)
        for _ in range(16):
            angle = c.between(0, math.tau)
            c.ellipse(math.cos(angle) * size * 0.88, math.sin(angle) * size * 0.7, c.between(2, 4), 1.8, '#8E5212', 0.5,
                      turn=math.degrees(angle))
        c.ellipse(size * 0.06, size * 0.1, size * 0.42, size * 0.34, '#C98A20', 0.35)
        c.ellipse(size * 0.04, size * 0.02, size * 0.4, size * 0.33,
                  c.radial((0, '#FFE07A'), (0.5, '#FDB51E'), (1, '#E58300'), cx=0.4, cy=0.34, r=0.66))
        c.ellipse(-size * 0.1, -size * 0.1, size * 0.1, size * 0.055, '#FFFFFF', 0.75, turn=-25)
        c.line(path('M', -size * 0.66, -size * 0.3, 'Q', -size * 0.42, -size * 0.62, -size * 0.04, -size * 0.64), '#FFFFFF', 4, 0.8)


def omelette_strips(c, spots, length=34):
    for x, y in spots:
        turn = c.between(-50, 50)
        with c.at(x, y, turn):
            course = path('M', -length / 2, 0, 'Q', 0, c.between(-9, 9), length / 2, c.between(-4, 4))
            c.line(course, '#8A5A10', 9, 0.45)
            c.line(course, c.any('#FFD868', '#F9C73E', '#FFE08A'), 7)
            c.line(course, '#FFF6CF', 1.6, 0.6)


def lime(c, x, y, size=28, turn=-20):
    with c.at(x, y, turn):
        c.shape(path('M', -size, 4, 'A', size, size * 0.9, 0, 0, 0, size, 4, 'Z'), '#1B2A05', 0.3)
        c.shape(path('M', -size, 0, 'A', size, size * 0.86, 0, 0, 0, size, 0, 'Z'), c.linear('#7CC242', '#2E7D1E'))
        c.shape(path('M', -size * 0.9, 0, 'A', size * 0.9, size * 0.72, 0, 0, 0, size * 0.9, 0, 'Z'), '#F2F7D2')
        for i in range(5):
            a, b = math.pi * (i + 0.09) / 5, math.pi * (i + 0.91) / 5
            m = (a + b) / 2
            c.shape(path('M', 0, 2, 'L', math.cos(a) * size * 0.8, math.sin(a) * size * 0.62, 'Q', math.cos(m) * size * 0.86,
                         math.sin(m) * size * 0.68, math.cos(b) * size * 0.8, math.sin(b) * size * 0.62, 'Z'),
                    c.linear('#D9EE7A', '#A9D23C'))
        c.line(path('M', -size * 0.85, -1, 'L', size * 0.85, -1), '#FFFFFF', 1.6, 0.8)


CITRUS = {'lemon': ('#F6B21B', '#FFF0B8', '#FFD34D', '#F59B0A'), 'orange': ('#F58A0A', '#FFE3B0', '#FFB83A', '#F07A06'),
          'lime': ('#3E8E22', '#F2F7D2', '#D9EE7A', '#9CC82E')}


def citrus(c, x, y, size=42, kind='orange'):
    rind, pith, light, dark = CITRUS[kind]
    c.ellipse(x + 2, y + 3, size, size * 0.96, '#2A1200', 0.2)
    c.ellipse(x, y, size, size * 0.96, rind)
    c.ellipse(x, y, size * 0.9, size * 0.865, pith)
    flesh = c.linear(light, dark)
    for i in range(8):
        a, b, m = (math.tau * (i + s) / 8 for s in (0.07, 0.93, 0.5))
        point = [(x + math.cos(t) * size * r, y + math.sin(t) * size * r * 0.96) for t, r in ((m, 0.1), (a, 0.8), (m, 0.9), (b, 0.8))]
        c.shape(path('M', *point[0], 'L', *point[1], 'Q', *point[2], *point[3], 'Z'), flesh)
    c.line(path('M', x - size * 0.94, y - size * 0.2, 'A', size * 0.95, size * 0.92, 0, 0, 1, x - size * 0.2, y - size * 0.9),
           '#FFFFFF', 2.4, 0.5)


def cucumber(c, x, y, size=24, turn=0):
    with c.at(x, y, turn):
        c.ellipse(2, 4, size, size * 0.82, '#10260A', 0.3)
        c.ellipse(0, 0, size, size * 0.82, c.linear('#4FA043', '#256B2A'))
        c.ellipse(0, -0.5, size * 0.88, size * 0.7, c.radial((0, '#F4F9D6'), (0.6, '#DDF0AE'), (1, '#B4DA78')))
        for i in range(8):
            angle = math.tau * i / 8 + 0.2
            c.ellipse(math.cos(angle) * size * 0.42, math.sin(angle) * size * 0.34, size * 0.11, size * 0.05, '#F9FBE6', edge='#A9C76A',
                      width=0.8, turn=math.degrees(angle))
        c.ellipse(-size * 0.4, -size * 0.34, size * 0.22, size * 0.09, '#FFFFFF', 0.5, turn=-30)


def cucumbers(c, *places, size=24):
    for x, y, turn in places:
        cucumber(c, x, y, size, turn)


def tomato(c, x, y, size=24, turn=0):
    seeds = c.radial('#FFB36B', '#E8402A')
    with c.at(x, y, turn):
        c.ellipse(2, 4, size, size * 0.8, '#2A0500', 0.3)
        c.ellipse(0, 0, size, size * 0.82, c.linear('#F4553C', '#B9140F'))
        c.ellipse(0, -0.5, size * 0.88, size * 0.7, '#FF8266')
        for i in range(5):
            angle = math.tau * i / 5
            a, b = math.cos(angle) * size * 0.48, math.sin(angle) * size * 0.38
            c.ellipse(a, b, size * 0.27, size * 0.19, seeds, turn=72 * i)
            c.ellipse(a * 1.05, b * 1.05, size * 0.07, size * 0.04, '#FFE7B0', turn=72 * i)
        c.ellipse(-size * 0.44, -size * 0.4, size * 0.22, size * 0.08, '#FFFFFF', 0.5, turn=-32)


def tomato_wedge(c, x, y, size=26, turn=0):
    with c.at(x, y, turn):
        c.shape(path('M', -size, 5, 'Q', 0, size * 1.1, size, 5, 'Z'), '#2A0500', 0.3)
        c.shape(path('M', -size, 0, 'Q', 0, size * 1.05, size, 0, 'Q', 0, size * 0.2, -size, 0, 'Z'), c.linear('#F4553C', '#A80F0C'))
        c.shape(path('M', -size, 0, 'Q', 0, -size * 0.34, size, 0, 'Q', 0, size * 0.62, -size, 0, 'Z'), c.linear('#FF9A78', '#F0553C'))
        c.ellipse(0, size * 0.08, size * 0.46, size * 0.14, '#FFB98A')
        for i in (-1, 0, 1):
            c.ellipse(i * size * 0.28, size * 0.09, 2.4, 1.5, '#FFE7B0')
        c.line(path('M', -size * 0.62, size * 0.44, 'Q', -size * 0.2, size * 0.74, size * 0.3, size * 0.66), '#FFD2C0', 2, 0.6)


CHILLI = {'red': ('#FF5A3C', '#C4161C', '#8E0B12', '#FFD2C0'), 'green': ('#9AD454', '#4FA02E', '#256B1A', '#EAF7C0'),
          'rawit': ('#FFA04A', '#E8561A', '#A83008', '#FFE0B8')}


def chilli(c, x, y, length=74, turn=-30, kind='red'):
    light, mid, dark, shine = CHILLI[kind]
    w = length * 0.14
    body = ('M', 0, -w, 'C', length * 0.4, -w * 1.2, length * 0.8, -w * 0.4, length, w * 0.5, 'C', length * 0.7, w * 1.2, length * 0.3,
            w * 1.3, 0, w, 'Z')
    with c.at(x + 1.5, y + 4, turn):
        c.shape(path(*body), '#200500', 0.3)
    with c.at(x, y, turn):
        c.shape(path(*body), c.linear((0, light), (0.5, mid), (1, dark)))
        c.line(path('M', length * 0.08, -w * 0.45, 'C', length * 0.35, -w * 0.75, length * 0.6, -w * 0.4, length * 0.75, -w * 0.1), shine,
               w * 0.2, 0.75)
        c.line(path('M', 1, 0, 'C', -w * 0.4, -1, -w * 0.7, -w * 0.6, -w * 1.2, -w * 0.9), '#3F8E2E', w * 0.5)
        c.ellipse(1, 0, w * 0.5, w * 0.95, '#4CA33A')


def chilli_ring(c, x, y, size=8, turn=0, kind='red'):
    light, mid, dark, _ = CHILLI[kind]
    c.ellipse(x, y + 1.6, size, size * 0.74, '#2A0500', 0.35, turn)
    c.ellipse(x, y, size, size * 0.74, c.linear(mix(light, mid, 0.5), mix(mid, dark, 0.6)), turn=turn)
    c.ellipse(x, y, size * 0.56, size * 0.38, lighter(light, 0.5), turn=turn)
    c.ellipse(x - size * 0.15, y, size * 0.13, size * 0.09, '#FFF3CF')
    c.ellipse(x + size * 0.2, y + 0.4, size * 0.12, size * 0.08, '#FFF3CF')


def chilli_rings(c, count, cx, cy, rx, ry, size=8, kind='red'):
    for x, y in c.spots(count, cx, cy, rx, ry, 14):
        chilli_ring(c, x, y, size * c.between(0.85, 1.1), c.between(0, 90), kind)


def scallions(c, count, cx, cy, rx, ry, size=5.2):
    for x, y in c.spots(count, cx, cy, rx, ry, size * 1.7):
        reach, turn = size * c.between(0.75, 1.15), c.between(0, 180)
        c.ellipse(x, y + 1.3, reach, reach * 0.72, 'none', 0.35, turn, edge='#1A4012', width=2.6)
        c.ellipse(x, y, reach, reach * 0.72, '#DDF2B8', 1, turn, edge=c.any('#7CC95A', '#5DB348', '#3E9B3C'), width=2.3)


def fried_shallots(c, count, cx, cy, rx, ry):
    for x, y in c.spots(count, cx, cy, rx, ry, 4):
        angle, span = c.between(0, math.tau), c.between(6, 10)
        dx, dy = math.cos(angle) * span, math.sin(angle) * span * 0.8
        course = path('M', x - dx, y - dy, 'Q', x - dy * 0.9, y + dx * 0.9, x + dx * 0.6, y + dy * 0.6)
        c.line(course, '#6B3408', 4.6, 0.9)
        c.line(course, c.any('#A65414', '#B5621A', '#C9771F', '#E09A3A'), 2.9)


LEAVES = {'celery': ('#7CCB4F', '#2E8B34'), 'basil': ('#5FAE4A', '#1E7034'), 'lettuce': ('#B6E07A', '#5FAE3E'),
          'salam': ('#5F9A3E', '#275C22'), 'cassava': ('#5C8F3A', '#1F4A1E'), 'mint': ('#8CD24A', '#2E8B34'),
          'pandan': ('#5FB04A', '#1F6B2C')}


def leaf(c, x, y, length=40, turn=-30, kind='basil', plump=0.55):
    light, dark = LEAVES[kind]
    w = length * plump
    with c.at(x, y, turn):
        c.shape(path('M', 0, 2, 'C', length * 0.25, -w + 3, length * 0.75, -w * 0.8 + 3, length, 3, 'C', length * 0.75, w * 0.8 + 3,
                     length * 0.25, w + 3, 0, 2, 'Z'), '#10300F', 0.3)
        c.shape(path('M', 0, 0, 'C', length * 0.25, -w, length * 0.75, -w * 0.76, length, 0, 'C', length * 0.75, w * 0.76, length * 0.25, w,
                     0, 0, 'Z'), c.linear(light, dark))
        c.line(path('M', 1, 0, 'L', length * 0.9, 0), '#D7F0A8', max(1, length * 0.045), 0.6)
        if length > 30:
            for s in (0.3, 0.55):
                tip = length * (s + 0.16)
                c.line(path('M', length * s, 0, 'L', tip, -w * 0.42, 'M', length * s, 0, 'L', tip, w * 0.42), '#D7F0A8', 1, 0.4)


def celery(c, x, y, size=15, turn=None):
    turn = c.between(0, 120) if turn is None else turn
    for i in range(3):
        leaf(c, x, y, size, turn + 120 * i, 'celery')


def celery_bits(c, count, cx, cy, rx, ry, size=14):
    for x, y in c.spots(count, cx, cy, rx, ry, size * 2):
        celery(c, x, y, size)


def lettuce(c, x, y, size=56, turn=0, kind='lettuce'):
    """A frilled leaf that peeps out from under the food."""
    light, dark = LEAVES[kind]
    with c.at(x, y, turn):
        frill = [size * (0.9 + 0.12 * (i % 2)) for i in range(15)]
        edge = [(reach * math.cos(math.pi * i / 14), -0.8 * reach * math.sin(math.pi * i / 14)) for i, reach in enumerate(frill)]
        outline = path('M', *edge[0])
        for (ax, ay), (bx, by) in zip(edge, edge[1:]):
            outline += path('Q', (ax + bx) / 2 * 1.09, (ay + by) / 2 * 1.09, bx, by)
        outline += path('Q', 0, size * 0.5, *edge[0]) + 'Z'
        c.shape(outline, dark, edge=darker(dark, 0.2), width=1)
        c.shape(outline, c.radial((0, lighter(light, 0.5)), (0.6, light), (1, dark), cx=0.5, cy=0.9, r=0.9))
        for i in range(-2, 3):
            c.line(path('M', 0, size * 0.1, 'Q', i * size * 0.2, -size * 0.3, i * size * 0.32, -size * 0.62), '#F2FBD8', 2, 0.6)


def cracker(c, x, y, size=44, turn=0, tint='#F6D9A6'):
    with c.at(x, y, turn):
        c.shape(c.blob(3, 7, size, size * 0.76, 0.06), '#3A2200', 0.28)
        c.shape(c.blob(0, 0, size, size * 0.76, 0.06), c.radial((0, lighter(tint, 0.6)), (0.6, tint), (1, darker(tint, 0.26)), cx=0.4,
                                                               cy=0.35, r=0.7), edge=darker(tint, 0.34), width=1.5)
        for a, b in c.spots(20, 0, 0, size * 0.76, size * 0.54, 7):
            reach = c.between(2.4, 5.6)
            c.ellipse(a, b + 1.4, reach * 1.2, reach, darker(tint, 0.2), 0.5)
            c.ellipse(a - 1, b, reach, reach * 0.74, lighter(tint, 0.75), 0.75)


def shallot_slices(c, x, y, count=5):
    for i in range(count):
        a, b = x + c.between(-15, 15), y + i * 7 - count * 3.5
        c.line(path('M', a - 10, b, 'q', 9, -7, 20, 0), '#8E2A5A', 4.6, 0.9)
        c.line(path('M', a - 10, b, 'q', 9, -7, 20, 0), '#F3B6CC', 2.8)


def sambal(c, x, y, rx=34, ry=20, kind='red'):
    light, mid, dark = {'red': ('#F2502C', '#C41E12', '#840B0B'), 'green': ('#9CC84A', '#5E9A26', '#2F5C12'),
                        'peanut': ('#E0A468', '#BE7A38', '#8E4F1A'), 'kecap': ('#7A4A2A', '#3E2010', '#1E0C04')}[kind]
    c.shape(c.blob(x + 1, y + 4, rx, ry, 0.08), darker(dark, 0.3), 0.4)
    c.shape(c.blob(x, y, rx, ry, 0.08), c.radial((0, light), (0.6, mid), (1, dark), cx=0.42, cy=0.38, r=0.62))
    for a, b in c.spots(int(rx * ry / 34), x, y, rx * 0.8, ry * 0.76, 3.4):
        reach = c.between(1.4, 3)
        c.ellipse(a, b, reach, reach * 0.7, c.any(light, lighter(light, 0.3), dark), 0.9, c.between(0, 180))
        if c.random.random() < 0.22:
            c.ellipse(a + 1, b, 1.6, 1.1, '#FFE2A0')
    c.line(path('M', x - rx * 0.62, y - ry * 0.3, 'Q', x - rx * 0.3, y - ry * 0.76, x + rx * 0.1, y - ry * 0.72), '#FFFFFF', 2.6, 0.42)


def drizzle(c, course, colours=('#24100A', '#A87A4A'), width=6):
    """A thread of sauce along the path `course`."""
    body, shine = colours
    c.line(course, darker(body, 0.4), width + 2.4, 0.35)
    c.line(course, body, width, 0.9)
    c.line(course, shine, width * 0.26, 0.75)


def sesame(c, count, cx, cy, rx, ry, colour='#FFF7DF'):
    for x, y in c.spots(count, cx, cy, rx, ry, 5):
        c.ellipse(x, y, 2.6, 1.7, colour, 1, c.between(0, 180), edge=darker(colour, 0.3), width=0.5)


def peanut_sauce(c, cx, cy, rx, ry):
    c.shape(c.blob(cx + 3, cy + 8, rx, ry, 0.1, 14), '#2A1000', 0.35)
    c.shape(c.blob(cx, cy, rx, ry, 0.1, 14), c.linear((0, '#E0A468'), (0.5, '#BE7A38'), (1, '#8E4F1A'), x1=0.2, x2=0.7))
    for x, y in c.spots(int(rx * ry / 60), cx, cy, rx * 0.84, ry * 0.84, 5):
        reach = c.between(1.6, 4)
        c.ellipse(x, y + 1, reach, reach * 0.78, '#5A2C08', 0.4)
        c.ellipse(x, y, reach, reach * 0.78, c.any('#9A5A22', '#E8BC84', '#D29A5A', '#C98A48'))
    c.line(path('M', cx - rx * 0.66, cy - ry * 0.36, 'Q', cx - rx * 0.3, cy - ry * 0.84, cx + rx * 0.2, cy - ry * 0.76),
           '#FFF6E0', 4.5, 0.55)
