# SPDX-License-Identifier: GPL-3.0-or-later
"""Savoury bites: fried, filled, crisp."""
from canvas import darker, path
from gallery import drawing
import garnish as g
import mains as m
from vessels import banana_leaf, plate, saucer, woven_tray

VEGETABLES = ('#F58420', '#7CC95A', '#4FA043', '#FFF3C4', '#F58420', '#7CC95A')


def dipped(c, x, y, band='#B3141E', kind='red'):
    saucer(c, x, y, 46, 33, band)
    g.sambal(c, x, y, 33, 20, kind)


@drawing('tahu_tempe', 'Tahu tempe goreng')
def tahu_tempe(c):
    banana_leaf(c)
    for x, y, turn in ((120, 136, -8), (198, 118, 4), (276, 136, 10)):
        m.cube(c, x, y, 70, 28, m.FRIED_TOFU, turn)
    for x, y, turn in ((104, 200, 6), (180, 188, -6), (262, 200, 4), (128, 256, -8), (206, 252, 6)):
        m.tempeh(c, x, y, 72, 22, turn)
    dipped(c, 290, 276)
    g.cucumbers(c, (110, 304, 6), (142, 314, -8), (176, 312, 4), size=23)
    for x, y, turn in ((330, 216, -60), (334, 224, -10)):
        g.leaf(c, x, y, 40, turn, 'basil')


@drawing('tempe_mendoan', 'Tempe mendoan')
def tempe_mendoan(c):
    woven_tray(c)
    for x, y, turn, size in ((136, 150, -14, 1.0), (250, 150, 12, 1.0), (126, 226, 8, 1.0), (232, 220, -8, 1.05), (180, 280, 4, 1.0)):
        with c.at(x, y, turn, size):
            sheet = 'M-68 -40Q-40 -52 0 -46Q42 -52 68 -38Q76 0 66 38Q30 50 -4 44Q-44 50 -66 38Q-76 -2 -68 -40Z'
            with c.at(4, 10):
                c.shape(sheet, '#2A1200', 0.33)
            c.shape(sheet, c.radial((0, '#FFE9B4'), (0.6, '#F0C05C'), (1, '#C07E1E'), cx=0.42, cy=0.36, r=0.72))
            c.shape('M-50 -28Q0 -36 50 -27Q56 0 48 27Q0 36 -48 27Q-56 0 -50 -28Z', c.radial('#FFF3D2', '#E8C27A'), 0.75)
            for a, b in c.spots(16, 0, 0, 42, 22, 9):
                c.ellipse(a, b, 7, 4.6, '#FFF8E4', 0.85, c.between(-30, 30), edge='#D2A050', width=1)
            for a, b in c.spots(12, 0, 0, 58, 34, 10):
                c.ellipse(a, b, 3.6, 2.6, '#7CC95A', 0.95, edge='#3E8E2E', width=1)
            c.line('M-56 -30C-34 -42 0 -38 24 -38', '#FFFFFF', 4, 0.5)
    dipped(c, 300, 262, '#8A5A00', 'kecap')
    g.chilli_rings(c, 5, 300, 262, 22, 12, 6)
    g.chilli(c, 84, 190, 38, -60, 'green')
    g.chilli(c, 240, 298, 38, -14, 'green')


@drawing('bakwan', 'Bakwan sayur')
def bakwan(c):
    woven_tray(c)
    for x, y, turn in ((134, 146, -10), (216, 134, 6), (284, 170, 14), (112, 216, 8), (192, 208, -8), (262, 240, 10), (168, 276, -4)):
        m.fritter(c, x, y, 50, 37, ('#FFE09A', '#F0AE44', '#A8600E'), turn, 22, 0.15, VEGETABLES * 2)
    dipped(c, 256, 296)
    for x, y, turn in ((86, 262, 20), (320, 216, -70), (110, 290, -10)):
        g.chilli(c, x, y, 38, turn, 'green')


@drawing('tahu_isi', 'Tahu isi')
def tahu_isi(c):
    woven_tray(c)
    for x, y, turn in ((140, 152, -10), (240, 148, 8), (120, 224, 6), (214, 222, -8), (292, 216, 14), (170, 284, 2)):
        with c.at(x, y, turn):
            body = 'M-46 -22Q-40 -36 0 -36Q40 -36 46 -22Q52 6 40 30Q0 42 -40 30Q-52 6 -46 -22Z'
            with c.at(4, 11):
                c.shape(body, '#2A1200', 0.35)
            c.shape(body, c.linear((0, '#FFE09A'), (0.45, '#EBA63E'), (1, '#9A5610')))
            c.ellipse(0, -19, 34, 12, '#8A4E10', 0.6)
            for colour in ('#F58420', '#FFF6DC', '#7CC95A', '#F58420', '#FFF6DC', '#4FA043', '#FFF6DC', '#F58420', '#7CC95A'):
                a, b = c.spots(1, 0, -21, 26, 8)[0]
                c.line(path('M', a - 8, b, 'q', 8, c.between(-8, 5), 16, c.between(-4, 4)), colour, 4.2)
            for a, b in c.spots(20, 0, 8, 40, 20, 6):
                reach = c.between(1.6, 3.4)
                c.ellipse(a, b, reach, reach * 0.8, c.any('#FFF0C0', '#C9801E', '#FFD98A'), 0.85)
            c.line('M-38 -6C-40 8 -36 18 -30 24', '#FFFFFF', 4, 0.4)
    dipped(c, 272, 284, '#B3141E')
    g.chilli(c, 92, 286, 40, -24, 'green')
    g.chilli(c, 190, 174, 34, 30, 'rawit')


@drawing('lumpia', 'Lumpia Semarang')
def lumpia(c):
    plate(c, '#B3141E')
    with c.about(200, 208, 1.14):
        g.lettuce(c, 104, 256, 52, -50)
        g.lettuce(c, 130, 284, 46, 190)
        for x, y, turn, cut in ((172, 148, -12, False), (226, 178, -4, True), (172, 212, -10, True), (228, 242, -2, False)):
            with c.at(x, y, turn):
                c.shape('M-78 8Q-82 -14 -70 -22L66 -22Q82 -12 80 10Q78 34 64 36L-66 36Q-80 28 -78 8Z', '#2A1200', 0.35)
                c.shape('M-80 0Q-82 -24 -68 -26L66 -26Q82 -20 80 2Q78 24 64 26L-66 26Q-80 20 -80 0Z',
                        c.linear((0, '#FFE09A'), (0.4, '#EEA83E'), (1, '#94500C')))
                c.line('M-70 -4Q0 6 74 -6', '#A8640E', 2.4, 0.6)
                for a, b in c.spots(30, 0, 0, 68, 20, 8):
                    c.ellipse(a, b, c.between(2, 4.6), c.between(1.4, 2.8), c.any('#FFF0C4', '#C9801E', '#FFD27A'), 0.7)
                c.line('M-60 -18L54 -18', '#FFFFFF', 4, 0.5)
                if cut:
                    c.ellipse(-78, 0, 13, 25, c.radial('#FFF3D0', '#D9B070'), edge='#A8640E', width=3)
                    for colour in ('#FFF6DC', '#F58420', '#7CC95A', '#C98A5A', '#FFF6DC', '#F3D6A4'):
                        a, b = c.spots(1, -78, 0, 7, 17)[0]
                        c.line(path('M', a - 4, b, 'q', 4, -4, 8, 1), colour, 4)
        saucer(c, 284, 286, 48, 34, '#B3141E')
        c.ellipse(284, 286, 35, 22, c.radial((0, '#C97A34'), (0.6, '#9A4E16'), (1, '#5E2A06')))
        c.line('M264 278C270 270 282 268 292 269', '#FFFFFF', 3, 0.6)
        for x, y, turn in ((176, 292, -10), (206, 300, 8)):
            with c.at(x, y, turn):
                c.line('M-22 0L8 0', '#F6FBE8', 8)
                c.line('M8 0Q22 -4 34 2', '#4FA043', 7)
        g.chilli(c, 122, 262, 38, -20, 'rawit')


@drawing('risoles', 'Risoles')
def risoles(c):
    plate(c, '#F2A20C')
    with c.about(200, 208, 1.14):
        g.lettuce(c, 288, 170, 50, 60)
        for x, y, turn, cut in ((156, 140, -12, False), (226, 164, 6, False), (146, 206, -6, False), (222, 228, 8, True),
                                (154, 268, -8, True)):
            with c.at(x, y, turn):
                m.fritter(c, 0, 0, 58, 29, ('#FFDD96', '#E8A03A', '#8E4C0C'), 0, 60, 0.05)
                if cut:
                    c.ellipse(46, 3, 16, 23, c.radial((0, '#FFFBEC'), (0.7, '#F9E9C2'), (1, '#DDB878')), edge='#A8640E', width=3)
                    for colour in ('#F58420', '#7CC95A', '#F6E3C0', '#F58420', '#7CC95A', '#E8C8A0'):
                        a, b = c.spots(1, 46, 3, 9, 15)[0]
                        c.ellipse(a, b, 3.6, 3, colour, edge=darker(colour), width=0.8)
        dipped(c, 286, 270, '#F2A20C')
        g.chilli(c, 230, 292, 36, -14, 'green')
        g.chilli(c, 96, 246, 34, 40, 'green')


@drawing('martabak_telur', 'Martabak telur')
def martabak_telur(c):
    plate(c, '#F08A24')
    with c.about(200, 208, 1.12):
        for x, y, turn in ((146, 156, -8), (250, 152, 6), (140, 228, 4), (246, 230, -6)):
            with c.at(x, y, turn):
                c.shape('M-52 10L52 10L58 44L-46 46Z', '#2A1200', 0.3)
                c.shape('M-52 0L52 0L52 27Q0 33 -52 27Z', c.linear((0, '#FFE08A'), (0.5, '#E8B23E'), (1, '#94580E')))
                for a in range(13):
                    px = -46 + a * 7.6
                    c.ellipse(px, 13 + c.between(-5, 6), c.between(3, 5), c.between(2.4, 3.6),
                              c.any('#5DB348', '#7CC95A', '#8A4E28', '#6B3E22', '#FFF3C4'), 0.95)
                c.line('M-52 24Q0 31 52 24', '#8A4A0C', 4)
                c.shape('M-52 0L-43 -37Q0 -43 43 -37L52 0Q0 7 -52 0Z', c.linear((0, '#F6C45C'), (0.6, '#DD9228'), (1, '#B06A14')))
                for a, b in c.spots(22, 0, -18, 42, 15, 7):
                    c.ellipse(a, b, c.between(3, 6.5), c.between(2, 3.4), c.any('#A85E10', '#FFE3A0', '#C97E1E'), 0.6)
                c.line('M-42 -33Q0 -39 38 -34', '#FFF6DC', 3, 0.6)
        saucer(c, 286, 282, 50, 36, '#F08A24')
        c.ellipse(286, 282, 37, 24, c.radial((0, '#A85A20'), (0.6, '#74360E'), (1, '#461C04')))
        g.chilli_rings(c, 4, 286, 282, 24, 12, 6.5, 'green')
        for x, y in c.spots(4, 286, 282, 24, 12, 8):
            c.line(path('M', x - 5, y, 'q', 5, -4, 10, 0), '#F3B6CC', 2.6)
        c.line('M262 272C270 262 282 260 292 261', '#FFFFFF', 3, 0.5)
        for x, y, turn in ((108, 282, 10), (130, 296, -12), (156, 298, 6)):
            with c.at(x, y, turn, 0.62):
                g.cucumber(c, 0, 0, 28)
        for x, y, turn in ((196, 290, -20), (214, 300, 10)):
            g.chilli(c, x, y, 34, turn, 'green')


def cracker_heap(c, tint, size=46):
    places = ((122, 168, -10), (196, 142, 8), (270, 166, 20), (104, 232, 14), (292, 232, -16), (154, 218, -4), (238, 214, 10),
              (196, 262, 0),
              (134, 282, -14), (258, 282, 12))
    for x, y, turn in places:
        g.cracker(c, x, y, size * c.between(0.94, 1.1), turn, tint)


@drawing('kerupuk', 'Kerupuk udang')
def kerupuk(c):
    woven_tray(c)
    cracker_heap(c, '#F9D2B0', 52)


@drawing('kerupuk_kulit', 'Kerupuk kulit')
def kerupuk_kulit(c):
    woven_tray(c)
    for x, y, turn in ((122, 160, -20), (198, 138, 10), (272, 164, 30), (104, 228, 40), (290, 232, -30), (158, 214, -10), (236, 206, 20),
                       (194, 262, 0), (132, 284, -14), (262, 284, 16)):
        with c.at(x, y, turn):
            c.shape(c.blob(4, 9, 50, 32, 0.13), '#2A1200', 0.33)
            c.shape(c.blob(0, 0, 50, 32, 0.13), c.radial((0, '#FFF0CC'), (0.5, '#EDC27A'), (1, '#A86E2A'), cx=0.4, cy=0.34, r=0.72))
            for a, b in c.spots(13, 0, 0, 38, 22, 10):
                reach = c.between(4, 9)
                c.ellipse(a + 1, b + 2, reach, reach * 0.7, '#A8722E', 0.5)
                c.ellipse(a, b, reach, reach * 0.66, c.lit('#FFFAEA', '#F6DCA4', '#D2A050'))
            c.line('M-34 -14Q-14 -27 12 -25', '#FFFFFF', 3.6, 0.6)


@drawing('singkong_goreng', 'Singkong goreng keju')
def singkong_goreng(c):
    plate(c, '#F08A24')
    with c.about(200, 208, 1.12):
        for x, y, turn in ((150, 150, -20), (236, 146, 16), (126, 206, 12), (206, 196, -8), (280, 206, 24), (160, 256, -14), (244, 258, 8)):
            with c.at(x, y, turn):
                body = 'M-56 -2Q-54 -20 -34 -22Q0 -27 36 -22Q56 -18 57 0Q56 20 36 23Q0 28 -36 23Q-56 18 -56 -2Z'
                with c.at(3, 10):
                    c.shape(body, '#2A1200', 0.35)
                c.shape(body, c.linear((0, '#FFEDB4'), (0.4, '#F6C862'), (1, '#B0701A')))
                c.shape('M-30 -14Q0 -2 34 -12Q10 6 -20 4Z', '#FFF8E0', 0.9)
                for course in ('M-46 4Q-10 10 30 6', 'M-40 12Q0 18 40 12', 'M-20 -6Q0 2 22 -4'):
                    c.line(course, '#C98A2A', 2.2, 0.6)
                c.line('M-42 -14Q-14 -21 16 -20', '#FFFFFF', 3.6, 0.55)
        for _ in range(110):
            x, y = c.spots(1, 202, 198, 104, 66)[0]
            course = path('M', x - 8, y, 'q', 8, c.between(-7, 4), 16, c.between(-4, 4))
            c.line(course, '#C9901A', 3.6, 0.5)
            c.line(course, c.any('#FFE27A', '#FFD24A', '#FFF0A8'), 2.6)


@drawing('telur_asin', 'Telur asin')
def telur_asin(c):
    plate(c, '#1E6FA8')
    with c.about(200, 208, 1.1):
        leaf_places = ((104, 226, 10), (286, 170, -60))
        for x, y, turn in leaf_places:
            g.leaf(c, x, y, 60, turn, 'basil', 0.45)
        for x, y, turn in ((142, 156, -18), (232, 146, 12)):
            with c.at(x, y, turn):
                c.ellipse(4, 14, 56, 42, '#2A1604', 0.3)
                c.ellipse(0, 0, 56, 43, c.radial((0, '#E4FBF6'), (0.5, '#A9DCD6'), (1, '#5E9E9C'), cx=0.42, cy=0.38, r=0.66,
                                                 focus=(0.34, 0.28)))
                c.ellipse(-18, -17, 15, 7, '#FFFFFF', 0.75, -28)
                for a, b in c.spots(14, 0, 2, 44, 30, 8):
                    c.ellipse(a, b, 1.6, 1.2, '#4E8A8A', 0.4)
        for x, y, turn in ((142, 244, -10), (212, 230, 8), (276, 246, 20), (200, 288, -4)):
            with c.at(x, y, turn):
                c.ellipse(3, 9, 39, 30, '#2A1604', 0.3)
                c.ellipse(0, 4, 38, 30, '#7FB9B6')
                c.ellipse(0, 0, 38, 29, c.radial((0, '#FFFFFF'), (0.8, '#F3FAF6'), (1, '#CFE4DE')))
                c.ellipse(1, 1, 23, 17.5, c.radial((0, '#FFB23A'), (0.6, '#F57A0A'), (1, '#C44A00'), cx=0.4, cy=0.36, r=0.66))
                c.ellipse(-6, -5, 6, 3, '#FFFFFF', 0.6, -25)
                for a, b in c.spots(8, 1, 2, 16, 11, 5):
                    c.ellipse(a, b, 1.8, 1.3, '#FFD07A', 0.8)
