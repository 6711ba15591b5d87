# SPDX-License-Identifier: GPL-3.0-or-later
"""Plates of rice with what belongs to it."""
from gallery import drawing, variant
import garnish as g
import mains as m
from vessels import leaf_mat, plate, saucer


@drawing('ayam_pop', 'Nasi ayam pop')
def ayam_pop(c):
    plate(c, '#8C1D3F')
    with c.about(200, 208, 1.1):
        leaf_mat(c, 214, 226, 260, -20)
        m.rice_mound(c, 142, 170, 82, 58)
        m.greens(c, 26, 286, 170, 34, 26, ('#3E7A34', '#2F6428', '#4E8E3A'), 34, 8)
        m.drumstick(c, 206, 226, 0.95, 12, ('#FFF6DC', '#F0D79C', '#B98E4A'), 0.7, marks=False)
        saucer(c, 132, 280, 44, 31, '#8C1D3F')
        g.sambal(c, 132, 280, 31, 19)
        g.fried_shallots(c, 12, 142, 130, 20, 12)
        g.chilli(c, 262, 286, 54, -22)


@drawing('nasi_gulai_ayam', 'Nasi gulai ayam')
def nasi_gulai_ayam(c):
    plate(c, '#F2A20C')
    with c.about(200, 208, 1.1):
        leaf_mat(c, 214, 226, 260, -20)
        m.rice_mound(c, 142, 170, 82, 58)
        m.greens(c, 22, 286, 166, 32, 24, ('#3E7A34', '#2F6428', '#4E8E3A'), 34, 8)
        c.shape(c.blob(214, 244, 92, 52, 0.08), '#A85A06', 0.5)
        c.shape(c.blob(214, 240, 90, 50, 0.08), c.radial((0, '#FFC84E'), (0.6, '#EE9A20'), (1, '#B8620A')))
        m.drumstick(c, 208, 226, 0.95, 8, ('#FFC45A', '#D9851E', '#7E3E08'), 0.6, marks=False)
        g.leaf(c, 146, 280, 44, -16, 'salam', 0.34)
        g.chilli(c, 236, 282, 48, -12)
        g.fried_shallots(c, 22, 200, 234, 60, 26)


@drawing('dendeng_balado', 'Nasi dendeng balado')
def dendeng_balado(c):
    plate(c, '#B3141E')
    with c.about(200, 208, 1.1):
        leaf_mat(c, 214, 226, 260, -18)
        m.rice_mound(c, 140, 168, 82, 58)
        m.greens(c, 22, 286, 158, 32, 22, ('#3E7A34', '#2F6428', '#4E8E3A'), 34, 8)
        for x, y, turn in ((176, 238, -16), (244, 226, 12), (206, 272, -4), (270, 264, 20), (214, 214, 4)):
            m.chunk(c, x, y, 46, 25, ('#8A4A2A', '#5A2812', '#2E1206'), turn, 0.3, 0.1)
        g.sambal(c, 220, 242, 60, 26)
        for x, y in c.spots(40, 222, 244, 82, 40, 8):
            c.ellipse(x, y, c.between(3, 6), c.between(2, 3.6), c.any('#D8281A', '#B8180E', '#F2502C'), 0.9, c.between(0, 180))
        g.chilli(c, 164, 276, 50, -14)
        g.cucumbers(c, (100, 242, 8), (116, 264, -12), size=22)


@drawing('telur_dadar', 'Nasi telur dadar Padang')
def telur_dadar(c):
    plate(c, '#0D4F8B')
    with c.about(200, 208, 1.1):
        leaf_mat(c, 214, 226, 260, -18)
        m.rice_mound(c, 138, 168, 82, 58)
        m.greens(c, 22, 286, 158, 32, 22, ('#3E7A34', '#2F6428', '#4E8E3A'), 34, 8)
        for x, y, turn in ((184, 240, -14), (258, 236, 16)):
            with c.at(x, y, turn):
                wedge = 'M-62 22Q-68 -26 -18 -42Q30 -46 60 -6Q66 18 40 28Q-20 42 -62 22Z'
                with c.at(4, 20):
                    c.shape(wedge, '#2A1200', 0.35)
                with c.at(0, 13):
                    c.shape(wedge, c.linear('#D98A1E', '#8A4A08'))
                c.line('M-60 28Q-12 46 42 34', '#FFE49A', 3, 0.8)
                c.shape(wedge, c.radial((0, '#FFD870'), (0.6, '#EDA628'), (1, '#A8600E'), cx=0.42, cy=0.36, r=0.66))
                for a, b in c.spots(18, 0, -4, 46, 26, 7):
                    c.ellipse(a, b, c.between(3, 6), c.between(2, 3.6), c.any('#B8701A', '#FFE8A0', '#A85A10'), 0.7, c.between(0, 180))
                for a, b in c.spots(7, 0, -4, 44, 24, 10):
                    c.ellipse(a, b, 3.4, 2.4, '#7CC95A', 0.95)
                c.line('M-46 -14Q-28 -34 4 -34', '#FFFFFF', 4, 0.5)
        saucer(c, 204, 296, 42, 28, '#0D4F8B')
        g.sambal(c, 204, 296, 30, 17, 'green')
        g.chilli_rings(c, 3, 220, 238, 60, 26, 8)
        g.cucumbers(c, (100, 244, 8), (118, 268, -12), size=22)


@drawing('nasi_padang', 'Nasi Padang komplet')
def nasi_padang(c):
    plate(c, '#B3141E')
    with c.about(200, 208, 1.13):
        leaf_mat(c, 200, 214, 280, -10)
        m.rice_mound(c, 196, 168, 74, 52)
        m.chunks(c, ((118, 200, 34, 24), (144, 232, 32, 22)), m.RENDANG)
        g.fried_shallots(c, 6, 130, 214, 20, 14)
        m.greens(c, 30, 284, 178, 32, 26, ('#3E7A34', '#2F6428', '#4E8E3A'), 34, 8)
        m.drumstick(c, 222, 250, 0.72, 10, ('#FFC45A', '#D9851E', '#7E3E08'), 0.6, marks=False)
        g.egg_half(c, 166, 272, 32, 10)
        g.sambal(c, 284, 224, 30, 18, 'green')
        g.sambal(c, 116, 258, 24, 15)
        g.cracker(c, 286, 130, 40, 20, '#E8A868')
        g.chilli(c, 212, 296, 46, -16)
        g.fried_shallots(c, 10, 196, 132, 22, 12)


@drawing('nasi_uduk', 'Nasi uduk komplet')
def nasi_uduk(c):
    plate(c, '#1F6B2A')
    with c.about(200, 208, 1.1):
        leaf_mat(c, 204, 220, 270, -12)
        g.lettuce(c, 112, 262, 44, -60)
        m.rice_mound(c, 160, 174, 86, 60, '#FFFBEA')
        g.fried_shallots(c, 26, 160, 126, 34, 14)
        g.omelette_strips(c, c.spots(14, 270, 170, 36, 22, 8))
        m.drumstick(c, 216, 248, 0.85, 10, m.GOLDEN, 0.45, 36)
        for x, y, turn in ((122, 250, -12), (148, 268, 8), (122, 276, 14)):
            m.tempeh(c, x, y, 34, 11, turn)
        g.sambal(c, 292, 220, 28, 18)
        g.cucumbers(c, (176, 290, 6), (200, 300, -8), size=20)
        g.cracker(c, 250, 122, 36, 14, '#FFF0C4')
        g.cracker(c, 290, 134, 32, -18, '#FFF0C4')


@drawing('nasi_kuning', 'Nasi kuning tumpeng')
def nasi_kuning(c):
    plate(c, '#F2A20C')
    with c.about(200, 208, 1.1):
        leaf_mat(c, 200, 236, 290, -4)
        for x, y, turn in ((92, 240, -70), (310, 236, 60), (140, 292, 200), (266, 292, 160)):
            g.lettuce(c, x, y, 42, turn)
        c.ellipse(206, 250, 96, 44, '#3A2600', 0.3)
        cone = 'M200 62C212 64 222 84 232 110L286 232C292 252 250 268 200 268C150 268 108 252 114 232L170 110C180 84 190 64 200 62Z'
        c.shape(cone, c.linear((0, '#FFD84E'), (0.4, '#FFC928'), (0.75, '#EDA010'), (1, '#B8720A'), x2=1, y2=0.2))
        for _ in range(150):
            y = c.between(76, 256)
            half = (y - 60) * 0.44
            x, turn = 200 + c.between(-half, half) * 0.92, c.between(30, 150)
            c.ellipse(x + 0.5, y + 1.2, 5.2, 2.1, '#A86A06', 0.35, turn)
            c.ellipse(x, y, 5.2, 2.1, c.any('#FFE27A', '#FFD23E', '#FFF0A8'), 1, turn)
        c.shape('M200 62C212 64 222 84 232 110L286 232C292 252 250 268 226 267C216 220 216 130 200 62Z', '#6B3A00', 0.14)
        c.shape('M176 100Q188 58 200 56Q214 58 226 100Q200 112 176 100Z', c.linear('#7FC95A', '#2F8A3C'))
        g.chilli(c, 200, 62, 44, -64)
        g.omelette_strips(c, c.spots(14, 128, 268, 40, 20, 8))
        m.fritter(c, 286, 262, 30, 22, crumbs=18)
        m.fritter(c, 254, 286, 28, 20, crumbs=16)
        m.shreds(c, 14, 196, 290, 40, 14, ('#D9902A', '#B8701A', '#F0B85A'), 5, 30)
        g.cucumbers(c, (92, 236, 10), (84, 258, -10), size=19)
        g.tomato(c, 318, 228, 20, 8)
        g.egg_half(c, 160, 292, 26, -10)


def rice_plate(c, band='#A3281B', colours=('#C9803A', '#A05A1C', '#663208'), prawns=False):
    plate(c, band)
    with c.about(200, 208, 1.12):
        g.lettuce(c, 104, 264, 46, -50)
        m.fried_rice(c, 194, 212, 114, 82, colours, 130)
        if prawns:
            for x, y, turn in ((150, 196, 20), (206, 244, 140), (250, 214, 60), (176, 246, -40)):
                m.prawn(c, x, y, 20, turn)
        else:
            m.chunks(c, ((136, 192, 24, 16), (160, 232, 25, 17), (214, 254, 24, 16), (246, 226, 25, 17)), m.GOAT)
            g.fried_egg(c, 206, 168, 58)
        for x, y in c.spots(18, 186, 226, 80, 40, 12):
            c.ellipse(x, y + 1, 5, 5, '#1A3A08', 0.4)
            c.ellipse(x, y, 4.8, 4.8, c.lit('#C6EE8A', '#7CC242', '#3E8E22'))
        g.chilli_rings(c, 6, 190, 224, 84, 44, 8)
        g.scallions(c, 14, 190, 220, 90, 50)
        g.fried_shallots(c, 22, 176, 222, 50, 30)
        g.cucumbers(c, (104, 268, 10), (128, 286, -10), (158, 296, 6), size=23)
        g.tomato(c, 290, 262, 22, 10)
        g.cracker(c, 290, 144, 38, 20, '#FFF0C4')
        g.cracker(c, 304, 190, 34, -14, '#FFF0C4')


drawing('nasi_goreng_kambing', 'Nasi goreng kambing')(rice_plate)
variant('nasi_goreng_seafood', 'Nasi goreng seafood', rice_plate, band='#1E6FA8', colours=('#EBA05A', '#CF7A30', '#8E4812'), prawns=True)
