# SPDX-License-Identifier: GPL-3.0-or-later
"""Dishes on a plate: fried noodles, salads in peanut sauce, fried vegetables, fruit."""
from canvas import path
from gallery import drawing
import garnish as g
import mains as m
from vessels import leaf_mat, plate, saucer


def fried_noodles(c, band, colours, base, width=6, count=84, shade='#4A2206'):
    plate(c, band)
    light, mid, dark = base
    c.shape(c.blob(202, 230, 142, 106, 0.04), dark, 0.45)
    c.shape(c.blob(200, 212, 142, 106, 0.04), c.radial((0, light), (0.6, mid), (1, dark)))
    m.noodles(c, count, 200, 208, 146, 108, colours, width, shade)


@drawing('kwetiau', 'Kwetiau goreng sapi')
def kwetiau(c):
    fried_noodles(c, '#0D4F8B', ('#EBC08A', '#D9A465', '#F3D3A4', '#C98E4A'), ('#D9A465', '#B97A3A', '#7E4818'), 11, 84)
    with c.about(200, 208, 1.1):
        m.chunks(c, ((160, 168, 27, 18), (226, 158, 26, 17), (252, 208, 27, 18), (182, 228, 28, 18), (214, 258, 26, 17)), m.BEEF)
        m.greens(c, 18, 196, 206, 90, 62, ('#4FA043', '#3E8E34', '#86C455'), 40, 7)
        m.sprouts(c, 14, 210, 204, 86, 60)
        for x, y in ((140, 212), (270, 172)):
            m.carrot_coin(c, x, y, 13)
        g.omelette_strips(c, c.spots(8, 200, 196, 70, 44, 20), 28)
        g.scallions(c, 20, 200, 206, 100, 64)
        g.fried_shallots(c, 20, 200, 200, 46, 30)
        g.chilli_rings(c, 6, 204, 208, 90, 60, 8)
        g.lime(c, 302, 262, 26, -20)


@drawing('bihun_goreng', 'Bihun goreng')
def bihun_goreng(c):
    fried_noodles(c, '#0B6E4F', ('#F3D6A4', '#E8C082', '#FBE8C4', '#D9AC66'), ('#E2B476', '#C48A46', '#8A5420'), 3.2, 130, '#7A4A1A')
    with c.about(200, 208, 1.1):
        m.shreds(c, 12, 190, 190, 70, 44, width=6, length=38)
        m.greens(c, 14, 204, 212, 84, 56, ('#4FA043', '#86C455', '#CFE8A0'), 34, 6)
        for x, y, turn in ((150, 170, 20), (244, 184, -10), (206, 244, 10), (264, 236, 0)):
            m.carrot_coin(c, x, y, 13, turn)
        g.omelette_strips(c, c.spots(10, 200, 200, 76, 50, 18), 32)
        m.prawn(c, 172, 228, 19, 20)
        m.prawn(c, 232, 148, 19, 150)
        g.scallions(c, 20, 200, 206, 100, 64)
        g.fried_shallots(c, 20, 200, 196, 46, 30)
        g.cucumbers(c, (98, 272, 10), (118, 290, -10), size=21)
        g.tomato(c, 300, 262, 21, 10)


@drawing('ketoprak', 'Ketoprak')
def ketoprak(c):
    plate(c, '#1F6B2A')
    with c.about(200, 208, 1.14):
        m.noodles(c, 40, 196, 204, 112, 80, ('#FFFBEF', '#FFFFFF', '#F4ECD6'), 2.6, '#B9A67E')
        for x, y, turn in ((128, 178, -10), (166, 150, 8), (252, 150, -6), (282, 186, 12)):
            m.cube(c, x, y, 42, 17, m.LONTONG, turn)
        for x, y, turn in ((118, 226, 6), (144, 256, -8), (270, 238, 10), (244, 264, -6), (210, 138, 4)):
            m.cube(c, x, y, 40, 16, m.FRIED_TOFU, turn)
        m.sprouts(c, 26, 196, 270, 60, 22)
        g.peanut_sauce(c, 202, 200, 76, 52)
        g.drizzle(c, 'M140 190C164 172 186 214 212 194S252 190 266 206')
        g.fried_shallots(c, 26, 204, 196, 46, 28)
        g.celery_bits(c, 4, 204, 204, 60, 34)
        g.cucumbers(c, (284, 262, 8), (268, 284, -12), size=22)
        g.chilli_rings(c, 4, 200, 210, 56, 30, 8)
        g.cracker(c, 108, 142, 38, 10, '#FFF0C4')
        g.cracker(c, 300, 136, 36, -20, '#FFF0C4')


@drawing('karedok', 'Karedok')
def karedok(c):
    plate(c, '#57A846')
    with c.about(200, 208, 1.14):
        for x, y, turn in ((96, 212, -80), (126, 154, -40), (274, 154, 40), (306, 214, 80), (256, 282, 150), (144, 284, 210)):
            g.lettuce(c, x, y, 48, turn)
        m.beans(c, 22, 200, 206, 104, 72, 36)
        m.sprouts(c, 30, 200, 206, 100, 70)
        for x, y in c.spots(9, 200, 208, 96, 66, 30):
            with c.at(x, y, c.between(-40, 40)):
                c.ellipse(1, 4, 17, 13, '#10260A', 0.3)
                c.ellipse(0, 0, 17, 13, c.lit('#F0F6D8', '#B6DA82', '#5E9A36'))
                c.line('M-14 -4Q0 -9 14 -3M-15 3Q0 -1 15 4', '#F6FBE4', 1.8, 0.8)
        g.cucumbers(c, (118, 252, 10), (144, 272, -8), (276, 246, 4), size=23)
        g.peanut_sauce(c, 200, 198, 84, 54)
        m.greens(c, 5, 200, 190, 50, 26, ('#CFE8A0', '#8CCB5A'), 30)
        for x, y in c.spots(4, 200, 202, 60, 32, 24):
            g.leaf(c, x, y, 30, c.between(-120, 20), 'basil')
        g.chilli(c, 214, 222, 48, -24)
        g.fried_shallots(c, 12, 196, 190, 30, 18)
        g.cracker(c, 300, 276, 38, -10, '#F3A2B0')
        g.cracker(c, 110, 140, 36, 16, '#FFF0C4')


@drawing('pecel', 'Pecel Madiun')
def pecel(c):
    plate(c, '#0B6E4F')
    with c.about(200, 208, 1.12):
        leaf_mat(c, 200, 214, 290, -8)
        m.rice_mound(c, 134, 170, 72, 50)
        m.greens(c, 44, 234, 196, 72, 56, ('#4FA043', '#3E8E34', '#2F7A2E'), 44, 8)
        m.beans(c, 10, 236, 204, 66, 48, 34)
        m.sprouts(c, 26, 262, 186, 44, 34)
        g.peanut_sauce(c, 220, 216, 62, 40)
        g.chilli_rings(c, 4, 220, 216, 44, 26, 8)
        m.tempeh(c, 140, 254, 44, 14, -10)
        m.tempeh(c, 172, 278, 44, 14, 8)
        g.egg_half(c, 262, 268, 30, 14)
        for x, y, turn in ((282, 132, 14), (250, 118, -12)):
            with c.at(x, y, turn):
                m.fritter(c, 0, 0, 40, 26, ('#FFE2A0', '#EBB050', '#A8661A'), 0, 12)
                for a, b in c.spots(9, 0, 0, 30, 17, 8):
                    c.ellipse(a, b, 4.6, 3.4, c.lit('#E8B07A', '#B8703A', '#7A3E14'), turn=c.between(0, 90))
        g.fried_shallots(c, 8, 134, 136, 20, 10)


@drawing('urap', 'Urap sayur')
def urap(c):
    plate(c, '#F2A20C')
    with c.about(200, 208, 1.12):
        leaf_mat(c, 200, 214, 290, 6)
        m.greens(c, 56, 200, 208, 104, 70, ('#4FA043', '#3E8E34', '#86C455'), 46, 8)
        m.beans(c, 18, 200, 208, 96, 64, 34)
        m.sprouts(c, 30, 200, 206, 96, 64)
        for x, y, turn in ((130, 180, 20), (268, 226, -10), (176, 258, 10)):
            m.carrot_coin(c, x, y, 14, turn)
        for x, y in c.spots(150, 200, 198, 84, 54, 3):
            c.line(path('M', x - 4, y + c.between(-3, 3), 'l', 8, c.between(-3, 3)), c.any('#FFF6DC', '#FFE9BC', '#F6C890', '#F2A860'), 2.4)
        g.chilli_rings(c, 7, 200, 204, 90, 56, 8)
        g.chilli(c, 232, 176, 44, -30)
        for x, y, turn in ((100, 240, 0), (306, 190, 60)):
            g.leaf(c, x, y, 40, turn, 'basil')


@drawing('pecel_lele', 'Pecel lele')
def pecel_lele(c):
    plate(c, '#1E6FA8')
    with c.about(200, 208, 1.12):
        leaf_mat(c, 200, 214, 290, -10)
        for x, y, turn in ((104, 262, -50), (142, 288, 190)):
            g.lettuce(c, x, y, 46, turn)
        for y, turn, size in ((160, -10, 0.86), (212, 4, 0.92)):
            _catfish(c, 200, y, turn, size)
        g.cucumbers(c, (108, 266, 8), (134, 282, -10), (162, 294, 6))
        g.tomato(c, 192, 290, 20, 12)
        saucer(c, 264, 276, 48, 34, '#1E6FA8')
        g.sambal(c, 264, 276, 34, 21)
        for x, y, turn in ((316, 222, -70), (320, 230, -20), (316, 226, -120)):
            g.leaf(c, x, y, 36, turn, 'basil')
        g.lime(c, 222, 302, 20, -10)


def _catfish(c, x, y, turn, size):
    light, mid, dark = '#D9A45C', '#96602A', '#4E2C0E'
    body = ('M-136 0C-132 -26 -96 -36 -66 -34C0 -28 70 -18 128 -8L152 -26C156 -8 156 10 152 26L128 10'
            'C70 22 0 32 -66 36C-96 38 -132 26 -136 0Z')
    with c.at(x + 4, y + 11, turn, size):
        c.shape(body, '#1E0C02', 0.4)
    with c.at(x, y, turn, size):
        for course in ('M-124 -14C-146 -28 -158 -22 -168 -34', 'M-128 12C-150 20 -160 14 -172 22', 'M-120 20C-136 36 -150 36 -158 46'):
            c.line(course, '#6B3E16', 3.4)
        c.shape('M-40 -32C0 -56 90 -36 116 -8Z', c.linear(mid, dark))
        c.shape('M-30 32C10 54 90 36 116 10Z', c.linear(mid, dark))
        c.shape(body, c.linear((0, dark), (0.3, mid), (0.5, light), (0.8, mid), (1, dark)))
        c.shape('M-136 0C-132 -26 -96 -36 -72 -34C-60 -12 -60 14 -72 36C-98 38 -132 26 -136 0Z', dark, 0.4)
        c.ellipse(-112, -12, 6.5, 6, '#FBF3DC', edge='#3E200A', width=1.8)
        c.ellipse(-112, -12, 3, 3, '#2A1200')
        for i in range(5):
            c.line(path('M', -40 + i * 30, -24 + i * 2, 'q', -10, 24, 0, 46 - i * 4), '#3E200A', 5, 0.7)
            c.line(path('M', -36 + i * 30, -23 + i * 2, 'q', -9, 22, 0, 43 - i * 4), '#F3D49A', 2.2, 0.8)
        for a, b in c.spots(40, 10, 0, 120, 20, 6):
            c.ellipse(a, b, c.between(1.8, 3.6), c.between(1.4, 2.4), c.any('#F0C27A', '#FFE3AC', '#C4843A'), 0.85)
        c.line('M-60 -24C0 -20 50 -12 100 -6', '#FFFFFF', 4, 0.4)


@drawing('tumis_kangkung', 'Tumis kangkung')
def tumis_kangkung(c):
    plate(c, '#57A846')
    c.shape(c.blob(202, 232, 128, 92, 0.05), '#3E1C08', 0.35)
    c.shape(c.blob(200, 220, 128, 92, 0.05), c.radial((0, '#3E7A2E'), (0.7, '#28581E'), (1, '#173C12')))
    for x, y in c.spots(40, 200, 208, 104, 72, 10):
        with c.at(x, y, c.between(-80, 80)):
            c.line('M-26 0Q0 -8 26 0', '#1B4A14', 9, 0.5)
            c.line('M-26 0Q0 -8 26 0', c.any('#9CCB5A', '#7FB944', '#B6DA7A'), 6.4)
            c.line('M-22 -3Q0 -9 20 -3', '#F0FBD0', 1.6, 0.6)
    for x, y in c.spots(26, 200, 202, 108, 74, 20):
        g.leaf(c, x, y, c.between(42, 62), c.between(-180, 180), c.any('basil', 'pandan', 'cassava'), 0.36)
    for x, y, turn in ((150, 178, -30), (238, 190, 20), (190, 244, -10), (262, 240, -40)):
        g.chilli(c, x, y, 44, turn)
    g.chilli_rings(c, 9, 200, 206, 96, 64, 9)
    for x, y in c.spots(16, 200, 206, 92, 62, 16):
        c.ellipse(x, y + 1.4, 6.4, 4.4, '#3A1C06', 0.4)
        c.ellipse(x, y, 6, 4, c.lit('#FFF0C8', '#EBC98A', '#B98A3E'), turn=c.between(0, 180))
    g.fried_shallots(c, 14, 200, 200, 46, 30)
    c.line('M108 168C130 140 170 130 206 130', '#FFFFFF', 4, 0.35)


@drawing('capcay', 'Capcay')
def capcay(c):
    plate(c, '#B3141E')
    c.shape(c.blob(202, 230, 126, 90, 0.05), '#5A2A08', 0.35)
    c.shape(c.blob(200, 220, 126, 90, 0.05), c.radial((0, '#F0C880'), (0.7, '#D29A48'), (1, '#96601E')))
    with c.about(200, 208, 1.1):
        for x, y, turn in ((116, 196, -60), (160, 148, -20), (244, 146, 24), (288, 198, 70), (252, 268, 140), (148, 272, 220)):
            g.lettuce(c, x, y, 50, turn, c.any('lettuce', 'basil'))
        for x, y in ((158, 186), (226, 168), (258, 222), (184, 246)):
            _floret(c, x, y)
        for x, y, turn in ((132, 220, 10), (200, 154, -12), (276, 190, 20), (214, 262, 0), (236, 246, 14), (172, 216, -8)):
            m.carrot_coin(c, x, y, 17, turn)
        for x, y in ((204, 204), (146, 246), (250, 190)):
            m.meatball(c, x, y, 19, ('#FBEBD0', '#EBCFA4', '#C99E66', '#A8783E'))
        m.prawn(c, 186, 186, 21, 20)
        m.prawn(c, 228, 232, 21, 150)
        for x, y, turn in ((120, 178, 30), (270, 254, -30), (206, 232, 80)):
            with c.at(x, y, turn):
                m.cube(c, 0, 0, 15, 5, ('#FFF3B0', '#F6CE4A', '#C9941E'))
        g.scallions(c, 12, 200, 210, 90, 56)
        c.line('M116 180C132 150 166 136 200 134', '#FFFFFF', 4, 0.4)


def _floret(c, x, y):
    c.ellipse(x + 2, y + 13, 25, 17, '#2A1500', 0.3)
    c.shape(path('M', x - 8, y, 'L', x - 6, y + 20, 'L', x + 7, y + 20, 'L', x + 9, y, 'Z'), c.linear('#F3EFC8', '#C9C48A'))
    for a, b, reach in ((-13, 2, 11), (12, 3, 11), (0, 6, 11), (-7, -7, 12), (8, -7, 11), (0, -1, 12)):
        c.ellipse(x + a, y + b, reach, reach * 0.86, c.lit('#FFFFFF', '#F6F0D2', '#CFC692'))
    for a, b in c.spots(14, x, y - 1, 19, 12, 4):
        c.ellipse(a, b, 2.4, 1.8, c.any('#FFFFFF', '#E4DCB0'), 0.9)


@drawing('terong_balado', 'Terong balado')
def terong_balado(c):
    plate(c, '#8C1D3F')
    with c.about(200, 208, 1.14):
        leaf_mat(c, 200, 214, 270, -6)
        for x, y, turn in ((180, 158, -12), (214, 190, 6), (178, 222, -8), (216, 256, 4)):
            with c.at(x, y, turn):
                c.shape('M-92 12Q-88 -20 0 -24Q82 -24 92 4Q84 34 0 38Q-84 38 -92 12Z', '#1E0618', 0.35)
                c.shape('M-92 4Q-88 -26 0 -30Q82 -30 92 -4Q84 24 0 28Q-84 28 -92 4Z', c.linear('#7A4A8E', '#2E1040'))
                c.shape('M-86 0Q-80 -20 0 -23Q76 -23 86 -5Q70 12 0 15Q-74 14 -86 0Z', c.linear('#FBE8B8', '#D9A85A'))
                c.line('M-60 -4Q0 -12 60 -6', '#B8863A', 2, 0.5)
                c.line('M-84 14Q-40 26 20 24', '#C9A0DA', 3, 0.6)
        for cx, cy, rx in ((170, 156, 56), (224, 188, 52), (172, 220, 54), (222, 252, 50)):
            g.sambal(c, cx, cy, rx, 13)
        g.chilli(c, 256, 216, 50, -40)
        g.chilli(c, 126, 262, 46, 14, 'green')
        g.fried_shallots(c, 12, 196, 206, 60, 40)
        g.leaf(c, 300, 268, 40, -40, 'basil')


@drawing('rujak_buah', 'Rujak buah')
def rujak_buah(c):
    plate(c, '#0B6E4F')
    fruit = {'mango': ('#FFE27A', '#F9B62A', '#D9860A'), 'melon': ('#FF9A8A', '#EE4A48', '#B8242C'),
             'bengkuang': ('#FFFFFF', '#F6F2E2', '#CFC8AC'), 'pine': ('#FFF3A0', '#F6D23E', '#C99A14'),
             'guava': ('#FBE8D0', '#F3B0A4', '#C96A6A')}
    with c.about(200, 208, 1.14):
        g.lettuce(c, 110, 250, 50, -70)
        g.lettuce(c, 290, 250, 50, 70)
        order = ('melon', 'pine', 'mango', 'bengkuang', 'guava', 'melon', 'mango', 'pine', 'bengkuang', 'guava', 'mango', 'melon', 'pine')
        spots = ((130, 160), (174, 140), (220, 142), (266, 164), (108, 198), (150, 192), (246, 196), (290, 204), (120, 236), (276, 240),
                 (150, 270), (200, 284), (250, 272))
        for kind, (x, y) in zip(order, spots):
            m.cube(c, x, y, 46, 19, fruit[kind], c.between(-16, 16))
        for x, y, turn in ((172, 168, -10), (232, 172, 14)):
            g.cucumber(c, x, y, 22, turn)
        saucer(c, 202, 222, 56, 40, '#8A5A00')
        c.ellipse(202, 222, 42, 28, c.radial((0, '#A8642A'), (0.6, '#74401A'), (1, '#3E1C08')))
        for x, y in c.spots(22, 202, 222, 32, 18, 6):
            c.ellipse(x, y, 3.4, 2.4, c.any('#E8BC84', '#C98A48', '#D8281A'), 0.95)
        c.line('M176 212C184 202 198 200 210 201', '#FFFFFF', 3.5, 0.55)
        g.chilli(c, 224, 262, 44, -20, 'rawit')
