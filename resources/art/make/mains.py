# SPDX-License-Identifier: GPL-3.0-or-later
"""What fills the plate: rice, noodles, meat, fish, tofu, vegetables."""
import math

from canvas import darker, lighter, mix, path

# Light, middle and dark of what is cooked, under the one lamp.
BEEF = ('#9A6A48', '#6B3E22', '#3E2010')
STEWED = ('#B97B4E', '#8A4E28', '#5A2D12')
GOAT = ('#A86A40', '#74401E', '#42200C')
GRILLED = ('#E09A4C', '#A8561C', '#5C2608')
GOLDEN = ('#FFD98A', '#F3AE3C', '#A8600E')
RENDANG = ('#A05A26', '#66300F', '#341404')


def meatball(c, x, y, size=33, colours=('#D9B697', '#B98C6A', '#8A5C3E', '#5E3B26')):
    light, mid, low, dark = colours
    c.ellipse(x + 2, y + size * 0.32, size * 1.05, size * 0.86, '#2A1604', 0.35)
    c.ellipse(x, y, size, size * 0.94, c.radial((0, light), (0.4, mid), (0.8, low), (1, dark), r=0.58, focus=(0.36, 0.3)))
    for a, b in c.spots(int(size / 3), x, y, size * 0.74, size * 0.68, 4):
        c.ellipse(a, b, 1.3, 1, dark, 0.35)
    c.ellipse(x - size * 0.32, y - size * 0.4, size * 0.26, size * 0.15, '#FFFFFF', 0.6, turn=-30)
    c.ellipse(x - size * 0.05, y - size * 0.55, size * 0.07, size * 0.05, '#FFFFFF', 0.6)


def chunk(c, x, y, rx, ry, colours=STEWED, turn=0, shine=0.4, rough=0.1):
    """A piece of meat, glazed."""
    light, mid, dark = colours
    with c.at(x, y, turn):
        c.shape(c.blob(2, ry * 0.34, rx * 1.04, ry * 0.98, rough), darker(dark, 0.5), 0.4)
        c.shape(c.blob(0, 0, rx, ry, rough), c.lit(light, mid, dark))
        c.ellipse(-rx * 0.3, -ry * 0.4, rx * 0.36, ry * 0.16, '#FFFFFF', shine, turn=-18)
        for i in range(2):
            c.line(path('M', -rx * 0.2 + i * rx * 0.36, ry * 0.2, 'q', rx * 0.16, -ry * 0.16, rx * 0.4, 0), dark, 1.8, 0.4)


def chunks(c, places, colours=STEWED, shine=0.4):
    for x, y, rx, ry in places:
        chunk(c, x, y, rx, ry, colours, c.between(-25, 25), shine)


def cube(c, x, y, width=36, height=16, colours=('#FBE6B4', '#E9B45C', '#B5702A'), turn=0):
    light, mid, dark = colours
    a, depth = width / 2, width * 0.28
    with c.at(x, y, turn):
        c.shape(path('M', -a, 4, 'L', a, 4, 'L', a + 4, height + 9, 'L', -a + 4, height + 9, 'Z'), '#2A1500', 0.3)
        c.shape(path('M', -a, 0, 'L', a, 0, 'L', a, height, 'Q', 0, height + 3, -a, height, 'Z'), c.linear(mid, dark))
        c.shape(path('M', -a + 4, -depth, 'Q', 0, -depth * 1.12, a - 4, -depth, 'L', a, 0, 'Q', 0, 4, -a, 0, 'Z'), c.linear(light, mid),
                edge=dark, width=1)
        c.line(path('M', -a + 7, -depth + 3, 'L', a * 0.3, -depth + 2.4), '#FFFFFF', 2, 0.55)


TOFU = ('#FFF3CF', '#F0C978', '#B57A2E')
FRIED_TOFU = ('#F7D48A', '#DB9A3A', '#8E5412')
TEMPEH = ('#F3D49A', '#CE9A4C', '#8A5A22')
LONTONG = ('#FFFFFF', '#F1EFE0', '#CFCDB4')
POTATO = ('#FBE7A8', '#EBC76B', '#C99A3C')


def tempeh(c, x, y, width=40, height=13, turn=0):
    cube(c, x, y, width, height, TEMPEH, turn)
    with c.at(x, y, turn):
        for a, b in c.spots(9, 0, -width * 0.13, width * 0.36, width * 0.09, 4):
            c.ellipse(a, b, 3.2, 1.9, '#FFF0CC', 0.85, edge='#B5803A', width=0.6)


def strand(c, course, colour, width, shade=None, shine=0.35):
    c.line(course, shade or darker(colour, 0.5), width + 1.7, 0.55)
    c.line(course, colour, width)
    c.line(course, '#FFFFFF', width * 0.26, shine)


def noodles(c, count, cx, cy, rx, ry, colours, width=6, shade=None):
    """A heap of strands that curl inside an ellipse."""
    for _ in range(count):
        start, turn = c.between(0, math.tau), c.between(1.2, 4)
        ends = [(cx + rx * reach * math.cos(angle), cy + ry * reach * math.sin(angle))
                for angle, reach in ((start, c.between(0.5, 0.98)), (start + turn, c.between(0.5, 0.98)))]
        (ax, ay), (bx, by) = (c.spots(1, cx, cy, rx, ry)[0] for _ in range(2))
        strand(c, path('M', *ends[0], 'C', ax, ay, bx, by, *ends[1]), c.any(*colours), width, shade)


def shreds(c, count, cx, cy, rx, ry, colours=('#EBCB98', '#F6E3C0', '#DDB27A', '#FBF0DA'), width=7, length=46):
    """Pulled chicken."""
    for x, y in c.spots(count, cx, cy, rx, ry, 6):
        angle, half = c.between(-0.9, 0.9), length * c.between(0.32, 0.56)
        dx, dy = math.cos(angle) * half, math.sin(angle) * half * 0.8
        course = path('M', x - dx, y - dy, 'Q', x + c.between(-5, 5), y + c.between(-7, 7), x + dx, y + dy)
        thick = width * c.between(0.75, 1.2)
        c.line(course, '#8A5A22', thick + 2, 0.5)
        c.line(course, c.any(*colours), thick)
        c.line(path('M', x - dx * 0.8, y - dy * 0.8 - 1.4, 'Q', x, y - 2, x + dx * 0.7, y + dy * 0.7 - 1.4), '#FFFDF5', 1.4, 0.55)


def sprouts(c, count, cx, cy, rx, ry):
    for x, y in c.spots(count, cx, cy, rx, ry, 8):
        dx, dy = c.between(-17, 17), c.between(-12, 12)
        course = path('M', x - dx, y - dy, 'Q', x + c.between(-8, 8), y + c.between(-8, 8), x + dx, y + dy)
        c.line(course, '#8B8358', 5.4, 0.5)
        c.line(course, '#FBF8E6', 3.9)
        c.ellipse(x + dx, y + dy, 4.2, 3.2, '#EFE08A', edge='#A99A4A', width=0.8)


def greens(c, count, cx, cy, rx, ry, colours=('#4FA043', '#3E8E34', '#7CC24A'), length=36, width=5.5):
    """Boiled leaves and stems, limp and shining."""
    for x, y in c.spots(count, cx, cy, rx, ry, 7):
        half = length * c.between(0.3, 0.6)
        course = path('M', x - half, y + c.between(-8, 8), 'q', half * 0.7, c.between(-14, 2), half * 2, c.between(-6, 10))
        c.line(course, '#184E20', width + 2.5, 0.65)
        c.line(course, c.any(*colours), width)
        c.line(course, '#E4F7B8', width * 0.2, 0.45)


def beans(c, count, cx, cy, rx, ry, length=34):
    """Cut long beans."""
    for x, y in c.spots(count, cx, cy, rx, ry, 11):
        with c.at(x, y, c.between(-80, 80)):
            half = length / 2 * c.between(0.8, 1.1)
            course = path('M', -half, 0, 'Q', 0, c.between(-5, 5), half, 0)
            c.line(course, '#1B4A14', 9.4, 0.5)
            c.line(course, c.any('#6DB33F', '#57A02F', '#86C455'), 7.4)
            c.line(path('M', -half * 0.8, -1.8, 'Q', 0, -2.4, half * 0.7, -1.8), '#E2F5B4', 1.5, 0.6)
            c.ellipse(half, 0, 2, 3.4, '#D5EBA0')


def carrot_coin(c, x, y, size=15, turn=0):
    c.ellipse(x + 1, y + 3.6, size, size * 0.74, '#3A1800', 0.35, turn)
    c.ellipse(x, y, size, size * 0.74, c.linear('#FF9E38', '#D8650A'), turn=turn)
    c.ellipse(x, y - 1, size * 0.82, size * 0.56, '#FFA94C', turn=turn)
    c.ellipse(x, y - 1, size * 0.34, size * 0.22, '#F58420', 0.8, turn)
    c.ellipse(x - size * 0.36, y - size * 0.34, size * 0.22, size * 0.09, '#FFFFFF', 0.55, turn=-25)


def prawn(c, x, y, size=22, turn=0):
    with c.at(x, y, turn):
        arc = path('M', -size, size * 0.36, 'A', size, size * 0.9, 0, 1, 1, size * 0.3, size * 0.86)
        c.line(path('M', -size, size * 0.36 + 5, 'A', size, size * 0.9, 0, 1, 1, size * 0.3, size * 0.86 + 5), '#2A0A00', size * 0.72, 0.3)
        c.line(arc, '#B8401A', size * 0.74)
        c.line(arc, '#FF9A6A', size * 0.52)
        for i in range(5):
            angle = math.radians(168 + i * 46)
            a, b = math.cos(angle), math.sin(angle) * 0.9
            c.line(path('M', a * size * 0.78, b * size * 0.78, 'L', a * size * 1.2, b * size * 1.2), '#E8602A', 3, 0.75)
        c.line(path('M', -size, size * 0.24, 'A', size, size * 0.9, 0, 0, 1, size * 0.1, -size * 0.9), '#FFE2CF', 2.8, 0.85)
        c.shape(path('M', size * 0.24, size * 0.84, 'l', size * 0.1, size * 0.5, 'l', size * 0.34, -size * 0.2,
                     'l', size * 0.2, -size * 0.36, 'Z'), '#F0562A')


def rice_mound(c, cx, cy, rx=86, ry=60, tint='#FFFFFF', grains=150, peak=1.1):
    """A dome of steamed rice; `tint` makes it yellow or coconut cream."""
    soft, low = mix(tint, '#F3E9D2', 0.35), mix(darker(tint, 0.12), '#D8CCB2', 0.6)
    c.ellipse(cx + 4, cy + ry * 0.5, rx * 1.05, ry * 0.8, '#3A2600', 0.28)
    top, base = cy - ry * peak, cy + ry * 0.5
    c.shape(path('M', cx - rx, base - ry * 0.3, 'C', cx - rx, top + ry * 0.5, cx - rx * 0.5, top, cx, top, 'C', cx + rx * 0.5, top, cx + rx,
                 top + ry * 0.5, cx + rx, base - ry * 0.3, 'C', cx + rx * 0.7, base + ry * 0.42, cx - rx * 0.7, base + ry * 0.42, cx - rx,
                 base - ry * 0.3, 'Z'),
            c.radial((0, tint), (0.55, soft), (1, low), cx=0.45, cy=0.4, r=0.65, focus=(0.38, 0.28)))
    for x, y in c.spots(grains, cx, (top + base) / 2 + ry * 0.05, rx * 0.9, (base - top) * 0.52, 5):
        turn = c.between(0, 180)
        c.ellipse(x + 0.5, y + 1.2, 5.2, 2.1, low, 0.55, turn)
        c.ellipse(x, y, 5.2, 2.1, c.any(tint, tint, lighter(tint, 0.5)), 1, turn)


def fried_rice(c, cx, cy, rx=118, ry=84, colours=('#E0963C', '#C4741F', '#8A4610'), grains=150):
    light, mid, dark = colours
    c.shape(c.blob(cx + 2, cy + 12, rx * 1.02, ry, 0.05), darker(dark, 0.4), 0.5)
    c.shape(c.blob(cx, cy, rx, ry, 0.05), c.radial((0, light), (0.6, mid), (1, dark), cx=0.45, cy=0.4, r=0.62))
    for x, y in c.spots(grains, cx, cy, rx * 0.96, ry * 0.94, 7):
        turn = c.between(0, 180)
        c.ellipse(x + 0.6, y + 1.6, 6.6, 2.8, darker(dark, 0.3), 0.35, turn)
        c.ellipse(x, y, 6.6, 2.8, c.any(mid, light, lighter(light, 0.35), mix(light, mid, 0.5)), 1, turn)


def skewer(c, x, y, turn, pieces=4, length=246, colours=GRILLED, size=24, char=True):
    """A bamboo stick with meat; (x, y) is where the meat begins."""
    light, mid, dark = colours
    with c.at(x, y, turn):
        c.line(path('M', -30, 8, 'L', length - 36, 10), '#2A1200', 7, 0.25)
        c.line(path('M', -34, 0, 'L', length - 34, 0), '#B98A4A', 6)
        c.line(path('M', -34, -1.4, 'L', length - 34, -1.4), '#F0D09A', 1.8, 0.9)
        step = (length - 60) / pieces
        for i in range(pieces):
            px = step * (i + 0.5)
            c.shape(c.blob(px + 1, 6, step * 0.54, size * 0.78, 0.08, 10), darker(dark, 0.6), 0.4)
            c.shape(c.blob(px, 0, step * 0.53, size * 0.76, 0.08, 10), c.lit(light, mid, dark))
            c.ellipse(px - step * 0.14, -size * 0.36, step * 0.2, size * 0.12, '#FFFFFF', 0.5, turn=-18)
            if char:
                for dx in (-0.16, 0.14):
                    c.line(path('M', px + step * dx, size * 0.26, 'q', 5, -3, 11, 0), '#2A0F02', 4, 0.5)


def drumstick(c, x, y, size=1.0, turn=0, colours=GRILLED, shine=0.55, crisp=0, marks=True):
    """A leg with its thigh, about 190 x 96 at size 1, the bone to the right; `crisp` crumbs make it fried, `marks` are of the grill."""
    light, mid, dark = colours
    leg = ('M-86 8C-92 -34 -52 -56 -10 -50C30 -44 44 -22 74 -14C84 -12 86 10 74 12C48 18 36 44 -6 50C-48 56 -82 44 -86 8Z')
    with c.at(x + 4 * size, y + 11 * size, turn, size):
        c.shape(leg, '#2A1000', 0.35)
    with c.at(x, y, turn, size):
        c.line('M68 -2L98 -4', '#8A6A42', 17)
        c.line('M68 -3L98 -5', '#F6E7CC', 13)
        c.ellipse(101, -11, 9, 8.500, '#F6E7CC', edge='#B8976A', width=1.5)
        c.ellipse(102, 2, 8.500, 8, '#EBD5B0', edge='#B8976A', width=1.5)
        c.shape(leg, c.radial((0, light), (0.5, mid), (0.88, dark), (1, darker(dark, 0.35)), cx=0.42, cy=0.4, r=0.66, focus=(0.32, 0.24)))
        c.shape('M-86 8C-82 44 -48 56 -6 50C36 44 48 18 74 12C40 20 18 30 -14 32C-50 34 -76 26 -86 8Z', darker(dark, 0.4), 0.35)
        c.line('M34 -26C46 -16 58 -12 70 -10', dark, 5, 0.5)
        c.line('M-66 -14C-56 -36 -30 -42 -6 -38', '#FFFFFF', 6, shine)
        c.line('M6 -34Q18 -30 26 -24', '#FFFFFF', 4, shine)
        if crisp:
            for a, b in c.spots(crisp, -14, 0, 60, 40, 6):
                reach = c.between(1.8, 4.4)
                c.ellipse(a, b + 1.5, reach * 1.2, reach * 0.9, dark, 0.5)
                c.ellipse(a, b, reach, reach * 0.72, c.any(light, lighter(light, 0.4), mid))
        elif marks:
            for a, b, span in ((-52, 14, 30), (-28, 22, 34), (0, 20, 30), (-40, -14, 24), (-8, -10, 26)):
                c.line(path('M', a, b, 'q', span * 0.5, -9, span, -2), darker(dark, 0.5), 5, 0.5)


def fish(c, x, y, size=1.0, turn=0, colours=GRILLED, belly=None):
    """A whole fish of about 290 x 110 at size 1, head to the left, slashed and grilled or fried."""
    light, mid, dark = colours
    outline = ('M-140 6C-128 -30 -84 -56 -30 -54C24 -52 70 -30 100 -10C114 -26 134 -40 150 -42C146 -20 146 24 152 44'
               'C132 40 114 26 100 12C70 34 24 54 -30 54C-86 52 -128 34 -140 6Z')
    with c.at(x + 5 * size, y + 12 * size, turn, size):
        c.shape(outline, '#1E0C02', 0.4)
    with c.at(x, y, turn, size):
        c.shape('M-50 -50C-20 -74 34 -72 58 -36L20 -40Z', c.linear(mid, dark))
        c.shape('M-34 52C-14 70 18 70 30 48Z', c.linear(mid, dark))
        c.shape(outline, c.linear((0, dark), (0.28, mid), (0.5, light), (0.78, mid), (1, darker(dark, 0.3))))
        if belly:
            c.shape('M-120 20C-90 44 -40 50 0 48C40 44 60 32 84 18C40 26 -60 34 -120 20Z', belly, 0.5)
        c.shape('M-140 6C-130 -22 -108 -40 -82 -48C-66 -20 -66 20 -84 48C-112 40 -132 26 -140 6Z', dark, 0.42)
        c.line('M-84 -46C-66 -18 -66 20 -85 47', darker(dark, 0.45), 4, 0.7)
        c.ellipse(-110, -10, 7, 6.5, '#F0E2C0', edge=darker(dark, 0.45), width=2.2)
        c.ellipse(-110, -10, 3.2, 3, '#5A3A1E')
        c.ellipse(-111, -11, 1.2, 1.2, '#FFFFFF', 0.8)
        c.line('M-138 12Q-128 18 -118 16', darker(dark, 0.6), 3, 0.8)
        for i in range(4):
            px = -44 + i * 32
            c.line(path('M', px + 10, -34 + i * 3, 'Q', px - 6, 0, px + 6, 34 - i * 3), darker(dark, 0.55), 7, 0.75)
            c.line(path('M', px + 14, -33 + i * 3, 'Q', px - 2, 0, px + 10, 33 - i * 3), lighter(light, 0.45), 2.6, 0.75)
        for i in range(4):
            c.line(path('M', 112 + i * 8, -22 - i * 4, 'L', 106, 0, 'L', 114 + i * 8, 24 + i * 4), darker(dark, 0.3), 1.8, 0.5)
        c.line('M-74 -38C-40 -50 10 -46 50 -28', '#FFFFFF', 5, 0.5)
        c.line('M-124 -16C-116 -30 -106 -36 -96 -40', '#FFFFFF', 4, 0.45)


def fritter(c, x, y, rx, ry, colours=GOLDEN, turn=0, crumbs=26, rough=0.08, bits=()):
    """Anything in batter: lump, flap or ring, with crumbs and `bits` (colours of what shows through)."""
    light, mid, dark = colours
    with c.at(x, y, turn):
        c.shape(c.blob(4, 10, rx * 1.03, ry, rough, 14), '#2A1200', 0.33)
        c.shape(c.blob(0, 5, rx, ry, rough, 14), darker(dark, 0.15))
        c.shape(c.blob(0, 0, rx, ry, rough, 14), c.radial((0, light), (0.58, mid), (1, dark), cx=0.4, cy=0.34, r=0.7))
        for colour in bits:
            a, b = c.spots(1, 0, 0, rx * 0.72, ry * 0.68)[0]
            with c.at(a, b, c.between(-70, 70)):
                c.line('M-8 0Q0 -4 8 0', darker(colour, 0.45), 6, 0.4)
                c.line('M-8 0Q0 -4 8 0', colour, 4.2, 0.9)
        for a, b in c.spots(crumbs, 0, 0, rx * 0.88, ry * 0.86, 6):
            reach = c.between(1.6, 4)
            c.ellipse(a + 0.6, b + 1.4, reach * 1.15, reach, dark, 0.45)
            c.ellipse(a, b, reach, reach * 0.74, c.any(light, lighter(light, 0.45), mid))
        c.line(path('M', -rx * 0.62, -ry * 0.42, 'Q', -rx * 0.3, -ry * 0.8, rx * 0.12, -ry * 0.78), '#FFFFFF', 3.6, 0.5)
