# SPDX-License-Identifier: GPL-3.0-or-later
"""Meatballs and noodles in a bowl, and the dumplings that go with them."""
from canvas import path
from gallery import drawing
import garnish as g
import mains as m
from vessels import banana_leaf, bowl, broth, broth_shine, plate, saucer

STOCK = ('#F4DFA8', '#E2BE72', '#BE8E40')
YELLOW_NOODLES = ('#FFDC80', '#F6C452', '#EBAF3A', '#FFE7A4')


def wonton(c, x, y, size=1.0, turn=0, fried=True):
    light, mid, dark = ('#FFE0A0', '#EBAA48', '#9A5A14') if fried else ('#FFFBEC', '#F3E4BE', '#C9AE74')
    skirt = 'M-44 20C-40 4 -26 -2 -18 -14C-14 -34 14 -36 20 -14C28 -2 42 2 46 18C34 14 30 30 18 24C8 34 -10 34 -18 25C-30 32 -34 16 -44 20Z'
    with c.at(x + 3, y + 9, turn, size):
        c.shape(skirt, '#2A1200', 0.35)
    with c.at(x, y, turn, size):
        c.shape(skirt, c.radial((0, light), (0.55, mid), (1, dark), cx=0.44, cy=0.36, r=0.66))
        c.ellipse(0, -4, 20, 19, c.lit(light, mid, dark))
        for course in ('M-16 8C-26 12 -32 14 -40 19', 'M16 8C26 10 34 12 42 17', 'M-6 14C-8 20 -12 22 -16 24', 'M6 14C8 20 12 22 16 23'):
            c.line(course, dark, 2.2, 0.5)
        c.ellipse(-7, -12, 6, 3.4, '#FFFFFF', 0.65, -25)
        if fried:
            for a, b in c.spots(9, 0, 4, 28, 16, 6):
                c.ellipse(a, b, 2.4, 1.8, c.any('#B8701A', '#FFF0C4'), 0.7)


def bakso_bowl(c, band, balls, extras):
    bowl(c, band)
    broth(c, *STOCK, edge='#8A5E20', fat='#FFF4CF')
    with c.about(200, 186, 1.06):
        m.noodles(c, 26, 122, 206, 54, 38, YELLOW_NOODLES, 4.6)
        m.noodles(c, 14, 268, 216, 40, 28, ('#FFFBEF', '#FFFFFF', '#F4ECD6'), 2.4, '#B98A3A')
        for x, y, size in balls:
            m.meatball(c, x, y, size)
        g.scallions(c, 12, 204, 194, 94, 50)
        extras(c)
        g.celery_bits(c, 3, 204, 236, 84, 16)
        g.scallions(c, 10, 200, 238, 90, 14)
        g.fried_shallots(c, 14, 186, 238, 44, 12)
        g.chilli_rings(c, 2, 180, 240, 60, 8, 7)
    broth_shine(c, 0.4)


def cut_ball(c, x, y, size, filling):
    """A big meatball cut open towards the guest."""
    m.meatball(c, x, y, size)
    with c.at(x + size * 0.1, y + size * 0.26, -8):
        c.ellipse(0, 0, size * 0.82, size * 0.6, c.radial((0, '#D8AE8C'), (0.7, '#BE9070'), (1, '#8A5C3E')), edge='#6B4228', width=2)
        for a, b in c.spots(20, 0, 0, size * 0.7, size * 0.48, 5):
            c.ellipse(a, b, 1.8, 1.3, c.any('#8A5C3E', '#E8C8AC'), 0.7)
        filling(c, size)


def _egg_inside(c, size):
    c.ellipse(0, 0, size * 0.58, size * 0.41, c.radial((0, '#FFFFFF'), (0.8, '#FBF7EE'), (1, '#DCD2BE')))
    c.ellipse(size * 0.03, size * 0.02, size * 0.32, size * 0.23, c.radial((0, '#FFD45C'), (0.55, '#FBAE17'), (1, '#E07F00')))
    c.ellipse(-size * 0.1, -size * 0.08, size * 0.09, size * 0.05, '#FFFFFF', 0.7, -25)


def _balls_inside(c, size):
    c.ellipse(0, 0, size * 0.64, size * 0.45, c.radial((0, '#5A2A14'), (1, '#8A5638')))
    for a, b in ((-0.3, 0.02), (0.06, -0.16), (0.32, 0.06), (0, 0.16)):
        m.meatball(c, size * a, size * b, size * 0.21)
    for a, b in ((-0.12, 0.04), (0.2, -0.06)):
        g.chilli_ring(c, size * a, size * b, 5)


@drawing('bakso_telur', 'Bakso telur')
def bakso_telur(c):
    def extras(c):
        cut_ball(c, 220, 174, 56, _egg_inside)
        m.cube(c, 288, 168, 32, 12, m.TOFU, 12)
    bakso_bowl(c, '#0D4F8B', ((142, 154, 30), (160, 208, 28)), extras)


@drawing('bakso_jumbo', 'Bakso beranak')
def bakso_jumbo(c):
    def extras(c):
        cut_ball(c, 206, 172, 76, _balls_inside)
    bakso_bowl(c, '#C6302A', ((112, 168, 22), (292, 176, 23)), extras)


@drawing('bakso_malang', 'Bakso Malang')
def bakso_malang(c):
    def extras(c):
        m.cube(c, 264, 150, 38, 15, m.TOFU, 12)
        m.cube(c, 150, 218, 36, 14, m.FRIED_TOFU, -8)
        wonton(c, 244, 208, 0.95, 8)
        wonton(c, 290, 182, 0.8, -14, fried=False)
        wonton(c, 190, 132, 0.85, -6)
    bakso_bowl(c, '#0B5D3B', ((146, 160, 31), (204, 178, 34)), extras)


def chicken_noodles(c, band, extras):
    bowl(c, band)
    c.ellipse(200, 181, 150, 98, c.radial((0, '#C98A34'), (0.7, '#9A5F1A'), (1, '#5E3608')))
    m.noodles(c, 76, 200, 184, 138, 86, YELLOW_NOODLES, 6.2, '#7A4A0E')
    for x, y in c.spots(20, 176, 172, 62, 36, 14):
        m.chunk(c, x, y, c.between(12, 16), c.between(9, 12), ('#C98246', '#93501F', '#5A2A0C'), c.between(-30, 30), 0.5)
    extras(c)
    g.scallions(c, 22, 192, 184, 92, 52)
    g.fried_shallots(c, 14, 178, 182, 44, 26)
    broth_shine(c, 0.3)


def _bok_choy(c, x, y, turn):
    with c.at(x, y, turn):
        c.line('M0 30q2 -16 0 -30', '#5E8A34', 15, 0.5)
        c.line('M0 28q2 -16 0 -30', '#E4F3C0', 12)
        c.line('M-3 26q2 -14 0 -26', '#FFFFFF', 3, 0.6)
    for lean in (-34, 0, 34):
        g.leaf(c, x, y, 46, turn - 90 + lean, 'basil', 0.5)


@drawing('mie_ayam_bakso', 'Mie ayam bakso')
def mie_ayam_bakso(c):
    def extras(c):
        _bok_choy(c, 278, 150, 30)
        m.meatball(c, 250, 198, 31)
        m.meatball(c, 200, 224, 29)
        m.meatball(c, 132, 212, 27)
        g.chilli_rings(c, 2, 160, 190, 50, 24, 8)
    chicken_noodles(c, '#C6302A', extras)


@drawing('mie_ayam_pangsit', 'Mie ayam pangsit')
def mie_ayam_pangsit(c):
    def extras(c):
        _bok_choy(c, 284, 158, 34)
        wonton(c, 242, 214, 0.95, 8)
        wonton(c, 184, 232, 0.9, -8)
        wonton(c, 232, 128, 0.9, 12, fried=False)
        g.chilli_ring(c, 140, 210, 8, 20)
    chicken_noodles(c, '#1E6FA8', extras)


@drawing('pangsit_goreng', 'Pangsit goreng')
def pangsit_goreng(c):
    plate(c, '#0D4F8B')
    with c.about(200, 208, 1.12):
        for x, y, size, turn in ((136, 150, 1.1, -16), (200, 136, 1.05, 6), (262, 156, 1.1, 18), (118, 206, 1.1, 10), (182, 194, 1.15, -8),
                                 (246, 212, 1.15, 8), (152, 256, 1.1, -12), (216, 264, 1.1, 14)):
            wonton(c, x, y, size, turn)
        saucer(c, 286, 272, 46, 33, '#0D4F8B')
        c.ellipse(286, 272, 34, 22, c.radial((0, '#FF8A4A'), (0.6, '#E0481A'), (1, '#9A1E06')))
        c.line('M266 264C272 256 284 254 294 255', '#FFFFFF', 3, 0.6)
        for x, y in c.spots(8, 286, 273, 24, 14, 6):
            c.ellipse(x, y, 2, 1.4, '#FFE2A0')
        g.scallions(c, 10, 186, 206, 90, 60)
        g.leaf(c, 96, 268, 38, 30, 'basil')


@drawing('siomay', 'Siomay Bandung')
def siomay(c):
    plate(c, '#0B6E4F')
    with c.about(200, 208, 1.12):
        for x, y in ((140, 158), (204, 142), (264, 164)):
            c.ellipse(x + 3, y + 24, 35, 24, '#2A1500', 0.33)
            c.shape(path('M', x - 33, y - 6, 'C', x - 36, y + 26, x - 20, y + 34, x, y + 34, 'C', x + 20, y + 34, x + 36, y + 26, x + 33,
                         y - 6, 'Z'),
                    c.linear((0, '#E8C88A'), (0.4, '#FFF0CC'), (1, '#C09050'), x2=1, y2=0.2))
            for i in range(6):
                a = x - 27 + i * 11
                c.line(path('M', a, y - 4, 'q', (x - a) * 0.14, 18, (x - a) * 0.2, 34), '#B98A4A', 2, 0.5)
            c.ellipse(x, y - 8, 34, 20, c.radial((0, '#FFF8E2'), (0.7, '#F0D6A4'), (1, '#C99E62')), edge='#C9A060', width=1.6)
            c.ellipse(x, y - 8, 24, 12.5, c.lit('#F3E2C4', '#D6B48A', '#A87E50'))
            for a, b in c.spots(6, x, y - 8, 16, 7, 5):
                c.ellipse(a, b, 2.4, 1.7, c.any('#F58420', '#7CC95A', '#FFF3D6'))
        g.egg_half(c, 288, 226, 33, 20)
        for x, y, turn in ((106, 214, -10), (122, 246, 8)):
            m.cube(c, x, y, 42, 17, m.POTATO, turn)
        m.cube(c, 266, 264, 44, 17, m.TOFU, 12)
        with c.at(152, 280, -8):
            c.shape('M-40 6Q-36 -22 0 -24Q36 -22 40 4Q0 22 -40 6Z', '#10300F', 0.3)
            c.shape('M-40 0Q-36 -26 0 -28Q36 -26 40 -2Q0 18 -40 0Z', c.linear('#E9F5C8', '#A9D27A'), edge='#86B858', width=1.2)
            c.line('M-28 -6Q0 -18 28 -8M-24 -1Q0 -8 24 -3', '#FFFFFF', 2.4, 0.8)
        g.peanut_sauce(c, 198, 214, 70, 44)
        g.drizzle(c, 'M142 208C164 192 186 226 208 208S246 206 258 216')
        g.chilli_rings(c, 3, 200, 216, 50, 24, 8)
        g.lime(c, 216, 284, 25, -10)
        g.scallions(c, 8, 198, 214, 56, 28)


@drawing('batagor', 'Batagor')
def batagor(c):
    plate(c, '#F2A20C')
    with c.about(200, 208, 1.12):
        for x, y, rx, ry, turn in ((126, 158, 42, 30, -14), (194, 140, 44, 31, 4), (264, 160, 42, 30, 16), (108, 214, 38, 28, 10),
                                   (290, 220, 38, 28, -12), (152, 266, 44, 31, -6), (236, 270, 44, 31, 10)):
            m.fritter(c, x, y, rx, ry, m.GOLDEN, turn, 24)
        for x, y, turn in ((168, 178, -10), (236, 182, 12)):
            with c.at(x, y, turn):
                m.fritter(c, 0, 0, 34, 22, m.GOLDEN, 0, 8)
                c.ellipse(4, 1, 25, 14.5, c.radial((0, '#FFFBF0'), (0.7, '#F6E8CC'), (1, '#DDC08A')), edge='#C98A3A', width=1.6)
                for a, b in c.spots(6, 4, 1, 18, 9, 5):
                    c.ellipse(a, b, 2.2, 1.6, c.any('#7CC95A', '#F58420', '#E4D2A8'))
        g.peanut_sauce(c, 200, 222, 62, 38)
        g.drizzle(c, 'M150 216C170 202 190 232 210 214S242 212 254 222')
        g.lime(c, 306, 272, 25, -24)
        g.cucumbers(c, (98, 268, 8), (116, 288, -10), size=20)
        g.chilli_rings(c, 3, 200, 224, 44, 20, 8)


@drawing('pempek', 'Pempek kapal selam')
def pempek(c):
    plate(c, '#1E6FA8')
    with c.about(200, 208, 1.12):
        c.shape(c.blob(206, 236, 116, 66, 0.05), c.radial((0, '#6B3414'), (0.7, '#4A200A'), (1, '#2E1204')), 0.92)
        c.line('M104 224C124 194 160 184 190 182', '#FFFFFF', 4, 0.35)
        m.noodles(c, 20, 286, 192, 30, 24, ('#FFDC80', '#F6C452', '#FFE7A4'), 5)
        for x, y, turn in ((140, 164, -18), (208, 158, -4)):
            with c.at(x, y, turn):
                c.ellipse(4, 14, 56, 34, '#2A1200', 0.33)
                c.ellipse(0, 6, 55, 34, '#A8763A')
                c.ellipse(0, 0, 55, 34, c.radial((0, '#FFF0CC'), (0.7, '#F0CE92'), (1, '#C08A44')))
                for a, b in c.spots(16, 0, 0, 46, 26, 8):
                    c.ellipse(a, b, c.between(2, 4.6), c.between(1.6, 3), c.any('#D9A356', '#FFF8E4'), 0.6)
                c.line('M-36 -14Q-14 -28 14 -27', '#FFFFFF', 4, 0.6)
        for x, y, turn in ((160, 226, -10), (232, 224, 8), (196, 262, 0)):
            with c.at(x, y, turn):
                c.ellipse(4, 11, 43, 29, '#1E0C02', 0.4)
                c.ellipse(0, 4, 42, 28, '#A8763A')
                c.ellipse(0, 0, 42, 28, c.radial((0, '#FFFBF0'), (0.8, '#F3E2C0'), (1, '#CFA668')), edge='#B98542', width=2)
                c.ellipse(0, 1, 25, 16, c.radial((0, '#FFFFFF'), (0.85, '#FFF6E2'), (1, '#EBD8B0')))
                c.ellipse(2, 1, 15, 9.6, c.radial((0, '#FFD45C'), (0.6, '#FBAE17'), (1, '#E07F00'), cx=0.4, cy=0.35))
                c.ellipse(-3, -3, 4, 1.8, '#FFFFFF', 0.7, -20)
        for x, y in c.spots(16, 274, 252, 36, 28, 10):
            m.cube(c, x, y, 14, 5, ('#F0F8CE', '#A9D27A', '#4FA043'), c.between(-20, 20))
        g.chilli(c, 108, 268, 40, 14, 'rawit')
        g.sesame(c, 20, 200, 232, 70, 30, '#E8B88A')


@drawing('tahu_bakso', 'Tahu bakso')
def tahu_bakso(c):
    banana_leaf(c)
    for x, y, turn in ((132, 144, -6), (214, 126, 4), (294, 150, 8), (104, 214, 4), (190, 206, -4), (276, 226, 6), (160, 282, 0)):
        m.cube(c, x, y, 74, 34, m.FRIED_TOFU, turn)
        with c.at(x, y - 10, turn):
            c.ellipse(0, 0, 20, 9, c.lit('#D9B697', '#A87A5A', '#6B442C'), edge='#8A5412', width=1.4)
            c.ellipse(-6, -3, 5, 2, '#FFFFFF', 0.5)
    saucer(c, 262, 298, 42, 29, '#B3141E')
    g.sambal(c, 262, 298, 29, 18, 'kecap')
    g.chilli_rings(c, 4, 262, 298, 18, 9, 6)
    for x, y, turn in ((332, 268, -50), (90, 268, 30), (344, 214, -20)):
        g.chilli(c, x, y, 40, turn, 'green')
