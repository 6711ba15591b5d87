# SPDX-License-Identifier: GPL-3.0-or-later
"""Cakes, pancakes and breads."""
from canvas import darker, lighter, path
from gallery import drawing, variant
import garnish as g
from glasses import glass_bowl, glass_bowl_front
from vessels import banana_leaf, board, leaf_mat, plate

CHEESE = ('#FFE27A', '#FFD24A', '#FFF0A8')
CHOCOLATE = ('#3A1B0A', '#8A5430')


def gratings(c, count, cx, cy, rx, ry, colours=CHEESE, shade='#C9901A'):
    """Grated cheese, or threads of coconut."""
    for x, y in c.spots(count, cx, cy, rx, ry, 3):
        course = path('M', x - 7, y, 'q', 7, c.between(-7, 4), 14, c.between(-4, 4))
        c.line(course, shade, 3.8, 0.5)
        c.line(course, c.any(*colours), 2.7)


def sprinkles(c, count, cx, cy, rx, ry):
    for x, y in c.spots(count, cx, cy, rx, ry, 4):
        with c.at(x, y, c.between(0, 180)):
            c.line('M-3.500 0L3.500 0', '#2A1006', 3.6)
            c.line('M-2.500 -0.800L2 -0.800', '#A87048', 0.9, 0.8)


def thick_pancake(c, x, y, turn, crumb, topping):
    """A quarter of a martabak manis, folded: `crumb` is its side from top to bottom."""
    light, mid, low, crust = crumb
    with c.at(x, y, turn):
        c.shape('M-58 14L58 14L66 66L-50 70Z', '#2A1200', 0.3)
        c.shape('M-58 0L58 0L58 44Q0 52 -58 44Z', c.linear((0, light), (0.55, mid), (0.8, low), (1, crust)))
        for a, b in c.spots(34, 0, 31, 52, 10, 4):
            c.ellipse(a, b, c.between(1.6, 3), c.between(2.4, 4.4), darker(mid, 0.35), 0.5)
        c.line('M-58 18L58 18', '#5A2A0C', 8, 0.95, butt=True)
        c.line('M-58 15.500L58 15.500', '#FFF3CF', 3.4, butt=True)
        c.shape('M-58 0L-46 -40Q0 -46 46 -40L58 0Q0 8 -58 0Z', c.linear(lighter(low, 0.1), darker(low, 0.18)))
        for a, b in c.spots(16, 0, -19, 44, 15, 8):
            c.ellipse(a, b, c.between(2, 5), c.between(1.4, 3), lighter(low, 0.35), 0.5)
        c.line('M-44 -36Q0 -42 42 -37', '#FFF6DC', 3, 0.55)
        topping(c)


CORNERS = ((146, 160, -8), (254, 152, 6), (140, 240, 4), (246, 244, -6))
PLAIN_CRUMB = ('#FFE08A', '#F3B443', '#C9771F', '#8A4610')
PANDAN_CRUMB = ('#C8EE8A', '#7CC24A', '#4E8E2A', '#7A4A10')


def martabak(c, band='#F2A20C', crumb=PLAIN_CRUMB, topping=lambda c: gratings(c, 26, 0, -20, 46, 15)):
    plate(c, band)
    with c.about(200, 208, 1.09):
        for x, y, turn in CORNERS:
            thick_pancake(c, x, y, turn, crumb, topping)


drawing('martabak_keju', 'Martabak keju susu')(martabak)


def _nuts(c):
    sprinkles(c, 16, 0, -20, 44, 14)
    for a, b in c.spots(12, 0, -20, 44, 14, 6):
        c.ellipse(a, b, 4.4, 3.2, c.lit('#FFEBC0', '#E0B070', '#9A6A2E'), turn=c.between(0, 90))


variant('martabak_kacang', 'Martabak kacang cokelat', martabak, band='#F08A24', topping=_nuts)
variant('martabak_pandan', 'Martabak pandan keju', martabak, band='#57A846', crumb=PANDAN_CRUMB,
        topping=lambda c: gratings(c, 24, 0, -20, 46, 15, ('#FFF3B0', '#FFE27A', '#FFFBE0')))


def toast(c, x, y, turn, filling):
    """A grilled slice over another, `filling` between."""
    light, dark = filling
    crumb = 'M-78 -34Q-82 -52 -62 -54L62 -54Q82 -52 78 -34L82 34Q82 48 66 48L-66 48Q-82 48 -82 34Z'
    with c.at(x, y, turn):
        with c.at(5, 36):
            c.shape(crumb, '#2A1200', 0.35)
        with c.at(0, 26):
            c.shape(crumb, c.linear('#D9943E', '#8A4E14'))
        with c.at(0, 15):
            c.shape(crumb, c.linear(light, dark))
        c.shape('M-60 60Q-58 76 -50 64Q-44 60 -40 70Q-34 80 -28 64L20 64Q26 84 34 66Q42 60 50 62L40 54L-54 54Z', c.linear(light, dark))
        with c.at(0, 7):
            c.shape(crumb, c.linear('#C07E2E', '#8E5416'))
        c.shape(crumb, c.radial((0, '#FFE3A0'), (0.6, '#F0BA5C'), (1, '#B8742A'), cx=0.42, cy=0.36, r=0.72))
        c.shape('M-66 -30Q-68 -42 -54 -43L54 -43Q68 -42 66 -30L70 28Q70 37 58 37L-58 37Q-70 37 -70 28Z', '#FFE9B4', 0.55)
        for i in range(5):
            c.line(path('M', -62 + i * 26, -40, 'L', -50 + i * 26, 36), '#7A3E0C', 7, 0.6)
            c.line(path('M', -59 + i * 26, -40, 'L', -47 + i * 26, 36), '#FFF0C4', 1.6, 0.4)
        c.line('M-66 -46Q0 -52 60 -47', '#FFFFFF', 3.6, 0.6)


def roti_bakar(c, filling=('#8A5430', '#3A1B0A'), topping=lambda c: sprinkles(c, 60, 198, 186, 74, 60)):
    board(c)
    with c.about(200, 208, 1.06):
        toast(c, 182, 150, -10, filling)
        toast(c, 210, 222, 6, filling)
        topping(c)
        g.drizzle(c, 'M128 216C150 196 172 240 196 216S244 238 264 212S284 214 292 222', ('#FFF6DC', '#FFFFFF'), 5)


drawing('roti_bakar', 'Roti bakar cokelat')(roti_bakar)
variant('roti_bakar_srikaya', 'Roti bakar srikaya', roti_bakar, filling=('#D9C24A', '#8E8A1E'),
        topping=lambda c: gratings(c, 40, 200, 190, 90, 56))


@drawing('pisang_bakar', 'Pisang bakar cokelat keju')
def pisang_bakar(c):
    plate(c, '#F08A24')
    with c.about(200, 208, 1.12):
        leaf_mat(c, 200, 214, 280, -8)
        for x, y, turn in ((196, 144, -10), (204, 200, -4), (198, 256, -12)):
            with c.at(x, y, turn):
                body = 'M-104 6Q-100 -22 -50 -26Q10 -32 70 -22Q106 -14 104 4Q100 26 50 27Q-20 32 -70 26Q-104 22 -104 6Z'
                with c.at(4, 11):
                    c.shape(body, '#2A1200', 0.35)
                c.shape(body, c.linear((0, '#FFE08A'), (0.45, '#F0B23C'), (1, '#A8640E')))
                for i in range(7):
                    c.line(path('M', -80 + i * 26, -21, 'q', 8, 22, 2, 43), '#6B3408', 6, 0.6)
                c.line('M-84 -12C-50 -22 20 -26 70 -17', '#FFFFFF', 4, 0.5)
        for course in ('M106 150C128 130 146 166 170 144S214 158 236 134S276 136 292 122',
                       'M104 206C130 184 150 224 176 200S224 214 248 190S284 196 300 184',
                       'M106 270C130 248 152 286 178 262S226 274 250 246S284 246 296 236'):
            g.drizzle(c, course, CHOCOLATE, 8)
        gratings(c, 90, 200, 200, 84, 66)


@drawing('klepon', 'Klepon')
def klepon(c):
    banana_leaf(c)
    places = ((126, 148), (196, 130), (268, 150), (98, 208), (164, 200), (234, 204), (304, 212), (134, 264), (204, 272), (274, 268))
    for x, y in places:
        c.ellipse(x + 4, y + 16, 36, 28, '#0E2A12', 0.4)
        c.ellipse(x, y, 35, 32, c.radial((0, '#B6E87A'), (0.45, '#6DB83A'), (0.85, '#3A7E22'), (1, '#265A18'), r=0.56, focus=(0.36, 0.3)))
        for a, b in c.spots(34, x, y - 1, 31, 28, 3):
            course = path('M', a - 4, b + c.between(-3, 3), 'l', 8, c.between(-3, 3))
            c.line(course, '#4E7A30', 3, 0.35)
            c.line(course, c.any('#FFFFFF', '#FFFBEC', '#F3EFD8'), 2.1)
        c.ellipse(x - 11, y - 14, 8, 4.5, '#FFFFFF', 0.5, -30)
    with c.at(330, 282, -12):
        c.ellipse(4, 12, 32, 26, '#0E2A12', 0.4)
        c.shape('M-30 0A30 27 0 0 0 30 0Z', c.linear('#5FA836', '#2F6E1C'))
        c.ellipse(0, 0, 30, 13, '#B6E07A')
        c.ellipse(0, 0, 21, 9, c.radial((0, '#8A4A14'), (0.7, '#5A2A08'), (1, '#3A1804')))
        c.line('M-12 -3Q-4 -7 6 -6', '#F3C489', 2.4, 0.8)
        c.shape('M-10 8Q-4 20 -12 30Q-20 34 -18 24Q-20 16 -14 10Z', '#5A2A08')
    gratings(c, 30, 196, 312, 70, 10, ('#FFFFFF', '#FFFBEC'), '#C9C4A8')


@drawing('kue_lapis', 'Kue lapis')
def kue_lapis(c):
    plate(c, '#0B6E4F')
    bands = ('#F06A8A', '#FFF3E6', '#F06A8A', '#FFF3E6', '#7CC24A', '#FFF3E6', '#7CC24A')
    with c.about(200, 208, 1.12):
        leaf_mat(c, 200, 214, 280, -6)
        for x, y, turn in ((136, 150, -8), (252, 150, 8), (196, 204, 0), (128, 258, 6), (268, 258, -6)):
            with c.at(x, y, turn):
                c.shape('M-48 20L48 20L56 56L-40 58Z', '#2A1200', 0.3)
                step = 42 / len(bands)
                for i, colour in enumerate(bands):
                    top = i * step
                    c.shape(path('M', -48, top, 'Q', 0, top + 4, 48, top, 'L', 48, top + step + 0.6, 'Q', 0, top + step + 4.6, -48,
                                 top + step + 0.6, 'Z'),
                            c.linear((0, darker(colour, 0.1)), (0.25, lighter(colour, 0.25)), (1, darker(colour, 0.18)), x2=1, y2=0))
                c.shape('M-48 0L-39 -34Q0 -40 39 -34L48 0Q0 7 -48 0Z', c.linear('#FF9AB0', '#E8587A'))
                c.line('M-38 -31Q0 -36 34 -31', '#FFFFFF', 3.4, 0.7)
                c.shape('M-30 -24Q-6 -30 4 -27Q-6 -18 -30 -12Z', '#FFFFFF', 0.28)


@drawing('serabi', 'Serabi')
def serabi(c):
    plate(c, '#8A5A00')
    with c.about(200, 208, 1.12):
        c.shape(c.blob(204, 232, 122, 76, 0.06), c.radial((0, '#B8702A'), (0.6, '#8A4A14'), (1, '#5A2A08')), 0.9)
        for x, y, tint in ((148, 152, '#FFF6DC'), (248, 150, '#CDEBA0'), (122, 222, '#CDEBA0'), (204, 216, '#FFF6DC'),
                           (284, 222, '#FFF6DC'),
                           (190, 276, '#CDEBA0')):
            c.ellipse(x + 4, y + 14, 52, 38, '#2A1200', 0.33)
            c.ellipse(x, y + 6, 52, 38, '#A8662A')
            c.ellipse(x, y, 52, 38, c.radial((0, lighter(tint, 0.3)), (0.7, tint), (0.9, darker(tint, 0.18)), (1, '#B8742E'), cx=0.46,
                                             cy=0.42))
            for a, b in c.spots(22, x, y, 38, 26, 7):
                reach = c.between(1.6, 3.6)
                c.ellipse(a, b, reach, reach * 0.76, darker(tint, 0.3), 0.55)
                c.ellipse(a + 0.6, b + 0.8, reach * 0.6, reach * 0.4, lighter(tint, 0.5), 0.8)
            c.line(path('M', x - 40, y - 8, 'A', 42, 30, 0, 0, 1, x - 8, y - 30), '#FFFFFF', 3.4, 0.6)
        for course in ('M106 146C130 130 150 168 176 150S226 160 250 142S282 150 294 158',
                       'M92 226C118 208 142 246 168 222S220 236 246 214S290 222 310 232'):
            g.drizzle(c, course, ('#6B3408', '#E8A85A'), 8)
        with c.at(292, 164, -40):
            g.leaf(c, 0, 0, 46, 0, 'pandan', 0.22)
        gratings(c, 26, 204, 206, 50, 20, ('#FFFFFF', '#FFFBEC'), '#C9C4A8')


@drawing('dadar_gulung', 'Dadar gulung')
def dadar_gulung(c):
    banana_leaf(c)
    for x, y, turn, cut in ((180, 130, -8, False), (218, 182, -2, True), (172, 234, -6, True), (224, 284, 0, False)):
        with c.at(x, y, turn):
            body = 'M-92 4Q-94 -24 -78 -28L78 -28Q94 -22 92 4Q90 28 76 30L-78 30Q-92 26 -92 4Z'
            with c.at(4, 11):
                c.shape(body, '#0E2A12', 0.4)
            c.shape(body, c.linear((0, '#C4F08A'), (0.4, '#86C84A'), (1, '#3E7E22')))
            for a, b in c.spots(34, 6, 0, 78, 22, 8):
                c.ellipse(a, b, c.between(1.6, 3), c.between(1.2, 2.2), c.any('#5A9A2E', '#E2FBC0'), 0.6)
            c.line('M-80 2Q0 10 86 0', '#4A8A26', 2.4, 0.6)
            c.line('M-72 -19L66 -20', '#FFFFFF', 4, 0.5)
            if cut:
                c.ellipse(-88, 1, 15, 28, c.linear('#A9DE6A', '#5A9A2E'))
                c.ellipse(-88, 1, 11, 22, c.radial((0, '#A8642A'), (0.7, '#7A3E10'), (1, '#4A2006')))
                for a, b in c.spots(16, -88, 1, 8, 18, 3):
                    c.line(path('M', a - 3, b, 'l', 6, c.between(-3, 3)), c.any('#E8B070', '#C98A48', '#FFE0B0'), 2)


@drawing('es_krim', 'Es krim kelapa')
def es_krim(c, scoop=('#FFFFFF', '#FBF6E8', '#D9CFB4'), bits=('#FFFFFF', '#F3EAD2'), wafer=True):
    glass_bowl(c)
    light, mid, dark = scoop
    for x, y, size in ((138, 168, 62), (262, 168, 62), (200, 122, 68)):
        c.ellipse(x + 3, y + 14, size, size * 0.9, darker(dark, 0.3), 0.3)
        c.shape(c.blob(x, y, size, size * 0.94, 0.03, 16), c.radial((0, light), (0.55, mid), (1, dark), r=0.58, focus=(0.36, 0.28)))
        for a, b in c.spots(20, x, y, size * 0.78, size * 0.7, 9):
            c.line(path('M', a - 6, b, 'q', 6, c.between(-5, 3), 12, 0), darker(mid, 0.12), 2.2, 0.5)
        for a, b in c.spots(9, x, y, size * 0.74, size * 0.66, 14):
            c.ellipse(a, b + 1.4, 5.4, 3.8, darker(dark, 0.3), 0.3)
            c.ellipse(a, b, 5, 3.4, c.any(*bits), turn=c.between(0, 180))
        c.ellipse(x - size * 0.32, y - size * 0.42, size * 0.22, size * 0.1, '#FFFFFF', 0.7, -28)
    if wafer:
        with c.at(296, 84, 28):
            c.shape('M-12 -66L12 -66L12 60L-12 60Z', c.linear('#F3C878', '#C98A3A', x2=1, y2=0), edge='#A86A1E', width=1.6)
            for i in range(10):
                c.line(path('M', -12, -58 + i * 12, 'L', 12, -50 + i * 12), '#A86A1E', 1.5, 0.7)
                c.line(path('M', 12, -58 + i * 12, 'L', -12, -50 + i * 12), '#A86A1E', 1.5, 0.7)
    g.leaf(c, 176, 74, 38, -130, 'mint')
    g.leaf(c, 178, 74, 38, -50, 'mint')
    glass_bowl_front(c, (0, mid), (0.5, light), (1, dark))


variant('es_krim_rum', 'Es krim rum kismis', es_krim, scoop=('#FFF3D2', '#F3DCA4', '#C9A25E'), bits=('#4A1E2A', '#6B3440', '#3A1420'))
