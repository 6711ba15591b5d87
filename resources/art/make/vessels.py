# SPDX-License-Identifier: GPL-3.0-or-later
"""What a dish stands in: plate, bowl, leaf, basket, board; glasses and cups are in glasses.py."""
import math

from canvas import darker, lighter, mix, path


def shadow(c, cx, cy, rx, ry, strength=0.42):
    c.ellipse(cx, cy, rx, ry, c.radial((0, '#1B1406', strength), (0.55, '#1B1406', strength * 0.75), (0.8, '#1B1406', strength * 0.25),
                                       (1, '#1B1406', 0)))


def plate(c, band='#B3141E', ware='#FFFFFF', size=1.0):
    rx, ry = 176 * size, 150 * size
    shadow(c, 208, 242, rx * 1.1, ry, 0.34)
    low, soft = mix(ware, '#D9D2C3', 0.9), mix(ware, '#F3EFE6', 0.8)
    c.ellipse(200, 219, rx, ry, c.linear(low, darker(low, 0.3)))
    c.ellipse(200, 208, rx, ry, c.linear((0, ware), (0.6, soft), (1, low), x1=0.15, x2=0.75))
    c.ellipse(200, 208, rx - 7, ry - 7, 'none', edge=band, width=5)
    well_x, well_y = rx * 0.8, ry * 0.8
    c.ellipse(200, 210, well_x, well_y, c.linear((0, darker(low, 0.1)), (0.35, mix(soft, low, 0.3)), (1, ware), x1=0.3, x2=0.7))
    c.ellipse(200, 213, well_x - 2.6, well_y - 3, c.radial((0, mix(ware, soft, 0.3)), (0.8, mix(soft, low, 0.2)), (1, mix(soft, low, 0.8))))
    c.line(path('M', 200 - rx * 0.93, 184, 'A', rx * 0.945, ry * 0.945, 0, 0, 1, 200 - rx * 0.1, 208 - ry * 0.94), '#FFFFFF', 4, 0.85)


WARE = {'plain': ('#ECE7DB', '#FFFFFF', '#B8AE9C'), 'green': ('#A9CBB0', '#D6EBD8', '#5F8C6C'), 'clay': ('#C98A5A', '#E2AE80', '#7A4322'),
        'blue': ('#BFD3E6', '#EAF2FA', '#7E96B0'), 'cream': ('#F1DFB8', '#FFF6E0', '#BFA06A')}


def bowl(c, band='#1E6FA8', ware='plain', flowers=True):
    """The outside of a deep bowl with its inner wall; the food's surface is the ellipse (200, 181) of 150 x 98."""
    mid, light, dark = WARE[ware]
    shadow(c, 210, 308, 173.4, 64.9)
    c.ellipse(200, 304.2, 73.1, 23.6, darker(dark, 0.25))
    body = 'M30 170C33.4 244.4 94.6 301.8 128.6 308.9L271.4 308.9C305.4 301.8 366.6 244.4 370 170Z'
    c.shape(body, c.linear((0, mid), (0.22, light), (0.55, mid), (1, dark), x2=1, y2=0.15))
    if flowers:
        _flower_band(c, band)
    else:
        c.line('M52 220Q200 336 348 220', band, 5, 0.85)
        c.line('M60 236Q200 346 340 236', band, 2, 0.7)
    c.shape(body, c.linear((0, '#000000', 0), (0.6, '#3A2A10', 0), (1, '#3A2A10', 0.3)))
    c.line('M47 213.2C57.2 244.4 81 270.8 106.5 287.6', '#FFFFFF', 7, 0.55)
    c.ellipse(200, 170, 170, 118, c.linear((0, mid), (0.5, light), (1, light), x2=1))
    c.ellipse(200, 170, 166, 114, 'none', edge=band, width=4.5)
    c.ellipse(200, 173, 155.6, 105.6, c.linear((0, darker(dark, 0.14)), (0.35, mix(mid, dark, 0.5)), (1, mix(light, mid, 0.5))))


def _flower_band(c, band):
    c.line('M55 228Q200 343 345 228', band, 4, 0.9)
    for x, y in ((100.6, 268.2), (133.7, 288.6), (166.9, 302.3), (200, 307.1), (233.2, 302.3), (266.3, 288.6), (299.5, 268.2)):
        for side, turn in ((9, 20), (-9, 160)):
            with c.at(x + side, y, turn):
                c.shape('M0 0C3.8 -8.2 11.2 -6.3 15 0C11.2 6.3 3.8 8.2 0 0Z', c.linear('#4E9E62', '#1F6B45'))
        c.ellipse(x, y, 9, 7, '#C6302A', 0.95)
        c.ellipse(x, y, 3.4, 2.8, '#FFD45C')


def broth(c, light, mid, dark, edge=None, fat=None, drops=26):
    """Fills a bowl: the surface and its drops of fat."""
    edge = edge or darker(dark, 0.3)
    c.ellipse(200, 181, 150, 98, c.radial((0, light), (0.62, mid), (0.93, dark), (1, edge), cy=0.48, r=0.52))
    for x, y in c.spots(drops, 200, 184, 134, 80, 9):
        reach = c.any(2, 3, 4, 5.5, 7)
        c.ellipse(x, y, reach, reach * 0.72, fat or lighter(light, 0.4), 0.5, edge=mix(dark, fat or light, 0.4), width=0.6)


def broth_shine(c, strength=0.38):
    c.line('M64 182A136 86 0 0 1 186.4 96', '#FFFFFF', 5, strength)
    c.ellipse(203, 94.5, 6, 2.4, '#FFFFFF', strength, turn=2)


def banana_leaf(c, turn=-6):
    """A whole leaf as a plate, about 376 x 280."""
    shadow(c, 204, 238, 190, 140, 0.4)
    with c.at(200, 214, turn):
        c.shape('M-190 2C-171 -111 -57 -150 19 -142C104 -135 175 -75 190 0C171 88 95 140 10 146C-76 149 -175 107 -190 2Z', '#0F3F20')
        outline = 'M-190 0C-171 -113 -57 -150 19 -142C104 -135 175 -75 190 -3C171 82 95 138 10 144C-76 147 -175 105 -190 0Z'
        c.shape(outline, c.linear((0, '#5FAE4A'), (0.45, '#2F8A3C'), (1, '#155C2C'), x1=0.1, x2=0.8))
        c.line('M-186 0Q0 -8 186 -2', '#BFE39A', 6, 0.75)
        for i in range(17):
            x = -158 + i * 19.5
            rise = 116 * math.sqrt(max(0, 1 - ((x + 24) / 184) ** 2))
            for side in (-1, 1):
                c.line(path('M', x, -3, 'Q', x + 20, side * rise * 0.46 - 4, x + 33, side * rise - 3), '#B8E08A', 1.5, 0.38)
        c.line('M-150 -76C-100 -118 -30 -130 20 -128', '#FFFFFF', 5, 0.2)


def leaf_mat(c, cx, cy, length, turn):
    """A cut piece of banana leaf under the food of a plate."""
    with c.at(cx, cy, turn):
        a, b = length / 2, length * 0.3
        c.shape(path('M', -a, 6, 'C', -a * 0.8, -b, a * 0.8, -b, a, 6, 'C', a * 0.7, b + 6, -a * 0.7, b + 6, -a, 6, 'Z'), '#10300F', 0.3)
        c.shape(path('M', -a, 0, 'C', -a * 0.8, -b * 1.1, a * 0.8, -b * 1.1, a, 0, 'C', a * 0.7, b, -a * 0.7, b, -a, 0, 'Z'),
                c.linear((0, '#5FAE4A'), (0.5, '#2F8A3C'), (1, '#1E7034'), x2=1))
        c.line(path('M', -a + 4, 0, 'L', a - 6, 0), '#D7F0A8', 4, 0.55)
        for i in range(9):
            x = -a * 0.8 + i * a * 0.19
            for side in (-1, 1):
                c.line(path('M', x, 0, 'L', x + a * 0.1, side * b * 0.55), '#B8E08A', 1.3, 0.35)


def woven_tray(c, cx=200, cy=212, rx=178, ry=142):
    """A shallow basket of split bamboo, its food straight on the weave."""
    shadow(c, cx + 8, cy + 34, rx * 1.1, ry, 0.36)
    c.ellipse(cx, cy + 12, rx, ry, c.linear('#B07A3A', '#6B4216'))
    c.ellipse(cx, cy, rx, ry, c.linear((0, '#F0CB8A'), (0.5, '#D7A55A'), (1, '#A8722E'), x1=0.2, x2=0.7))
    c.ellipse(cx, cy + 3, rx * 0.9, ry * 0.88, c.linear((0, '#B58240'), (0.4, '#D8A75E'), (1, '#EBC684'), x1=0.3, x2=0.7))
    for i in range(-8, 9):
        for slope in (-1, 1):
            offset = i * 21
            reach = math.sqrt(max(0, 1 - (offset / (rx * 0.89)) ** 2)) * ry * 0.86
            if reach > 12:
                sway = slope * reach * 0.32
                for shift, colour, width, opacity in ((0, '#8E5C20', 2.2, 0.3), (2, '#FFEBC0', 1.2, 0.4)):
                    x, high, low = cx + offset + shift, cy + 3 - reach * 0.94, cy + 3 + reach * 0.94
                    c.line(path('M', x - sway, high, 'L', x + sway, low), colour, width, opacity)
    c.ellipse(cx, cy, rx * 0.955, ry * 0.94, 'none', edge='#A8722E', width=3)
    for i in range(60):
        angle = math.tau * i / 60
        x, y = math.cos(angle), math.sin(angle)
        c.line(path('M', cx + x * rx * 0.925, cy + y * ry * 0.9, 'L', cx + x * rx * 0.985, cy + y * ry * 0.98), '#8E5C20', 2.4, 0.45)
    c.line(path('M', cx - rx * 0.9, cy - ry * 0.3, 'A', rx * 0.95, ry * 0.95, 0, 0, 1, cx - rx * 0.1, cy - ry * 0.94), '#FFF6DC', 4, 0.6)


def saucer(c, cx, cy, rx, ry, band=None, ware='#FFFFFF'):
    """A little dish for sauce or salt, standing on a bigger one; the food's surface is 0.74 of it."""
    low = mix(ware, '#B8AE9C', 0.7)
    c.ellipse(cx + 3, cy + ry * 0.32, rx * 1.04, ry, '#2A1604', 0.28)
    c.ellipse(cx, cy + ry * 0.2, rx * 0.94, ry * 0.94, darker(low, 0.2))
    c.ellipse(cx, cy, rx, ry, c.linear((0, ware), (0.6, mix(ware, low, 0.2)), (1, low), x2=1))
    if band:
        c.ellipse(cx, cy, rx - 2.4, ry - 2, 'none', edge=band, width=2.2)
    c.ellipse(cx, cy + 1, rx * 0.82, ry * 0.8, c.linear(darker(low, 0.1), ware))


def board(c):
    """A round wooden board with a handle, for breads."""
    shadow(c, 208, 246, 190, 128, 0.36)
    c.shape('M320 262L372 292Q388 302 378 316Q366 328 350 318L296 292Z', c.linear('#B5763A', '#6B3E14'))
    c.ellipse(200, 224, 176, 126, c.linear('#8E5A24', '#5A3410'))
    c.ellipse(200, 212, 176, 126, c.linear((0, '#E2B077'), (0.5, '#C98F4E'), (1, '#A06A30'), x1=0.1, x2=0.8))
    for i in range(9):
        y = 118 + i * 22
        half = 168 * math.sqrt(max(0, 1 - ((y - 212) / 120) ** 2))
        c.line(path('M', 200 - half, y, 'Q', 200, y + c.between(-12, 12), 200 + half, y + c.between(-4, 4)), '#7A4A1C', 1.8, 0.25)
    c.line('M34 190C50 130 110 96 180 90', '#FFF3DC', 4, 0.5)
