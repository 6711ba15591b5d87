# SPDX-License-Identifier: GPL-3.0-or-later
"""Dishes in a bowl: soups, curries, porridge, noodle soups, bowls of vegetables."""
from canvas import path
from gallery import drawing, variant
import garnish as g
import mains as m
from vessels import bowl, broth, broth_shine

CLEAR = ('#F6E6B4', '#E8CB82', '#C4984A')
CURRY = ('#FFD468', '#F0A832', '#C8740E')


@drawing('soto_daging', 'Soto daging')
def soto_daging(c):
    bowl(c, '#0B5D3B')
    broth(c, '#FBE7A4', '#EBC566', '#C4903A')
    with c.about(200, 186, 1.14):
        m.sprouts(c, 16, 130, 196, 50, 34)
        m.chunks(c, ((178, 152, 30, 20), (228, 146, 28, 19), (206, 186, 32, 22), (256, 178, 28, 20), (166, 194, 26, 18), (226, 218, 30, 20),
                     (182, 232, 26, 17)), m.STEWED)
        m.cube(c, 282, 214, 30, 10, m.POTATO, 8)
        m.cube(c, 258, 236, 30, 10, m.POTATO, -10)
        g.tomato(c, 140, 158, 22, -12)
        g.lime(c, 104, 184, 25, -30)
        g.celery_bits(c, 4, 210, 196, 70, 40)
        g.scallions(c, 18, 206, 192, 84, 46)
        g.fried_shallots(c, 16, 206, 200, 34, 20)
        g.chilli_rings(c, 3, 190, 214, 70, 26, 7)
    broth_shine(c)


@drawing('soto_mie', 'Soto mie Bogor')
def soto_mie(c):
    bowl(c, '#C6302A')
    broth(c, '#F7D68E', '#E2A84A', '#B4701E')
    with c.about(200, 186, 1.16):
        m.noodles(c, 34, 150, 196, 74, 56, ('#FFDC80', '#F6C452', '#FFE7A4'), 5.4)
        m.chunks(c, ((214, 148, 28, 18), (256, 160, 26, 18), (232, 182, 28, 19)), m.BEEF)
        for x, y, turn in ((236, 216, -20), (274, 204, -34)):
            with c.at(x, y, turn):
                m.fritter(c, 0, 0, 36, 17, crumbs=14)
                c.ellipse(-31, 2, 8, 13, c.radial('#FFF3CF', '#E2B060'), edge='#A8702A', width=1.2)
        g.tomato(c, 170, 138, 23, 12)
        g.tomato(c, 122, 152, 20, -16)
        m.greens(c, 9, 118, 186, 30, 22, ('#CFE8A0', '#B4DA78', '#E4F4C0'))
        g.lime(c, 190, 244, 24, -8)
        g.celery_bits(c, 4, 200, 190, 80, 46)
        g.scallions(c, 16, 206, 192, 90, 50)
        g.fried_shallots(c, 14, 196, 178, 30, 18)
    broth_shine(c)


@drawing('soto_banjar', 'Soto Banjar')
def soto_banjar(c):
    bowl(c, '#0B5D3B')
    broth(c, '#FFF6DC', '#F6E3B0', '#D8B66E')
    with c.about(200, 186, 1.16):
        m.noodles(c, 22, 136, 190, 60, 44, ('#FFFBEF', '#FFFFFF', '#F4ECD6'), 2.4)
        m.shreds(c, 22, 214, 182, 56, 36)
        for x, y in ((154, 222), (190, 236)):
            m.fritter(c, x, y, 26, 18, crumbs=14)
        g.egg_half(c, 262, 158, 36, -14)
        g.egg_half(c, 286, 200, 33, 26)
        m.carrot_coin(c, 168, 148, 15)
        m.carrot_coin(c, 194, 138, 13, 20)
        m.carrot_coin(c, 228, 226, 14, -10)
        g.lime(c, 104, 172, 25, -34)
        g.celery_bits(c, 5, 206, 190, 80, 44)
        g.scallions(c, 16, 206, 192, 84, 50)
        g.fried_shallots(c, 18, 214, 186, 36, 20)
    broth_shine(c, 0.6)


@drawing('sop_buntut', 'Sop buntut')
def sop_buntut(c, band='#0D4F8B', broth_colours=CLEAR, meat=('#B07C56', '#7E4A2A', '#4A260F'), bones=((160, 152), (238, 158), (196, 212))):
    bowl(c, band)
    broth(c, *broth_colours)
    with c.about(200, 186, 1.16):
        for x, y in bones:
            m.chunk(c, x, y, 46, 33, meat, c.between(-20, 20), 0.4, 0.12)
            c.ellipse(x + 2, y - 4, 18, 13.5, c.radial((0, '#FFF7E6'), (0.7, '#EBD9B8'), (1, '#C0A070')), edge='#8A5E34', width=1.6)
            c.ellipse(x + 2, y - 3, 8, 5.6, c.radial('#C98A6A', '#8A4A34'))
            c.ellipse(x - 6, y - 10, 5, 2.2, '#FFFFFF', 0.7, -20)
        for x, y, turn in ((110, 190, 10), (128, 214, -14), (286, 196, 20), (268, 226, -8)):
            m.carrot_coin(c, x, y, 17, turn)
        m.cube(c, 152, 240, 36, 11, m.POTATO, 8)
        m.cube(c, 258, 198, 34, 11, m.POTATO, -12)
        m.cube(c, 112, 162, 32, 10, m.POTATO, -4)
        g.tomato(c, 206, 132, 22, 6)
        g.tomato(c, 236, 240, 22, -18)
        g.celery_bits(c, 6, 206, 190, 90, 50)
        g.scallions(c, 22, 204, 190, 104, 58)
        g.fried_shallots(c, 20, 204, 184, 34, 22)
    broth_shine(c, 0.5)


variant('sop_kambing', 'Sop kambing', sop_buntut, band='#B3141E', broth_colours=('#FFF3D8', '#F2DCB0', '#CFA868'),
        meat=('#BE8A60', '#8E5834', '#583014'), bones=((152, 164), (222, 148), (250, 196), (184, 218)))


@drawing('sop_iga', 'Sop iga')
def sop_iga(c):
    bowl(c, '#0B5D3B')
    broth(c, '#F2D79A', '#D9AE5E', '#A87A30')
    with c.about(200, 186, 1.14):
        for x, y, turn in ((168, 148, -18), (226, 176, -8), (170, 206, 8)):
            with c.at(x, y, turn):
                c.line('M-86 4L70 4', '#5A3A1A', 19, 0.35)
                c.line('M-86 0L70 0', '#F3E4C6', 15)
                c.line('M-84 -4L60 -4', '#FFFFFF', 3.5, 0.7)
                c.ellipse(-88, -3, 7, 7.5, '#FBF2DE', edge='#C8A878', width=1.2)
                m.chunk(c, 14, 0, 56, 27, ('#A86E46', '#74421F', '#42200B'), 0, 0.4, 0.1)
        for x, y, turn in ((284, 190, 20), (108, 196, -14), (258, 232, 0)):
            m.carrot_coin(c, x, y, 16, turn)
        g.tomato(c, 274, 150, 22, 6)
        m.cube(c, 210, 244, 34, 11, m.POTATO, 4)
        g.celery_bits(c, 6, 206, 190, 90, 50)
        g.scallions(c, 20, 204, 190, 104, 58)
        g.fried_shallots(c, 18, 214, 182, 36, 22)
    broth_shine(c)


@drawing('coto', 'Coto Makassar')
def coto(c):
    bowl(c, '#8A5A00', 'clay', False)
    broth(c, '#C99A62', '#A06A34', '#6E4018', fat='#F0C890')
    with c.about(200, 186, 1.2):
        m.chunks(c, ((160, 150, 32, 21), (214, 142, 30, 20), (262, 160, 28, 20), (186, 184, 34, 23), (240, 196, 32, 22), (150, 206, 28, 19),
                     (206, 228, 30, 19)), m.BEEF)
        g.lime(c, 108, 178, 26, -28)
        g.scallions(c, 34, 204, 188, 96, 54)
        g.fried_shallots(c, 40, 206, 190, 54, 34)
        g.chilli_rings(c, 4, 220, 200, 70, 34, 7)
        g.celery_bits(c, 3, 214, 180, 70, 40)
    broth_shine(c, 0.32)


@drawing('bubur_ayam', 'Bubur ayam')
def bubur_ayam(c):
    bowl(c, '#1E6FA8')
    c.ellipse(200, 181, 150, 98, c.radial((0, '#FFFFFF'), (0.6, '#FBF4E2'), (0.92, '#E6D7B6'), (1, '#C4B088'), cy=0.46, r=0.54))
    with c.about(200, 186, 1.14):
        for x, y, span in ((120, 150, 40), (250, 238, 50), (150, 232, 34), (262, 132, 30)):
            c.line(path('M', x - span, y, 'q', span, -16, span * 2, 2), '#FFFFFF', 9, 0.7)
            c.line(path('M', x - span, y + 8, 'q', span, -14, span * 2, 2), '#D8C69C', 3, 0.5)
        g.drizzle(c, 'M100 208C124 226 150 218 172 234S222 250 248 232S288 214 296 222', ('#3E1C08', '#A87A4A'), 5)
        g.drizzle(c, 'M122 132C150 146 176 128 204 140S262 142 282 130', ('#3E1C08', '#A87A4A'), 4.5)
        m.shreds(c, 30, 194, 172, 62, 34)
        g.egg_half(c, 262, 176, 38, 18)
        with c.at(128, 164, -24):
            m.fritter(c, 0, 0, 20, 13, crumbs=8)
        m.fritter(c, 116, 188, 21, 13, crumbs=8, turn=14)
        m.fritter(c, 142, 202, 20, 12, crumbs=8, turn=-8)
        g.cracker(c, 208, 120, 32, -10)
        g.cracker(c, 156, 126, 28, 24)
        for x, y in c.spots(22, 200, 222, 54, 16, 6):
            c.ellipse(x, y + 1, 5, 4, '#6B4A1A', 0.45)
            c.ellipse(x, y, 4.6, 3.6, c.any('#E8C27A', '#F2D69A', '#D9A850'))
        g.celery_bits(c, 5, 200, 190, 76, 36)
        g.scallions(c, 24, 200, 190, 88, 44)
        g.fried_shallots(c, 24, 198, 176, 44, 24)
    broth_shine(c, 0.6)


@drawing('tongseng', 'Tongseng kambing')
def tongseng(c):
    bowl(c, '#A3281B')
    broth(c, '#E8A658', '#C2742A', '#86440E', fat='#FFD08A')
    with c.about(200, 186, 1.14):
        for x, y, turn in ((116, 180, -60), (290, 190, 50), (180, 246, 175), (246, 130, 10)):
            g.lettuce(c, x, y, 40, turn)
        m.chunks(c, ((158, 150, 30, 20), (212, 142, 28, 19), (184, 182, 34, 23), (240, 172, 32, 22), (146, 206, 28, 19), (208, 216, 32, 21),
                     (262, 208, 28, 19)), m.GOAT)
        g.tomato_wedge(c, 276, 158, 24, -24)
        g.tomato_wedge(c, 128, 228, 24, 14)
        for x, y, turn in ((170, 222, 20), (230, 240, -40), (252, 140, 60), (120, 156, -30)):
            g.chilli(c, x, y, 30, turn, 'rawit')
        g.scallions(c, 20, 204, 190, 98, 54)
        g.fried_shallots(c, 22, 200, 180, 40, 26)
    broth_shine(c)


@drawing('gulai', 'Gulai kambing')
def gulai(c):
    bowl(c, '#B3141E', 'clay', False)
    broth(c, *CURRY, fat='#FFE9A0', drops=34)
    with c.about(200, 186, 1.2):
        c.line('M92 212C130 244 188 258 240 248', '#E0581A', 9, 0.35)
        c.line('M120 142C160 120 230 116 276 140', '#E0581A', 7, 0.3)
        m.chunks(c, ((156, 156, 33, 23), (216, 146, 32, 22), (264, 176, 30, 21), (184, 196, 35, 24), (240, 214, 32, 22),
                     (142, 214, 27, 18)), m.GOAT)
        with c.at(282, 138, 28):
            c.line('M-34 0L30 0', '#7A8A3A', 9)
            c.line('M-34 -2L30 -2', '#D9E29A', 4)
        g.leaf(c, 106, 194, 52, -40, 'salam', 0.34)
        g.leaf(c, 232, 244, 46, -14, 'salam', 0.34)
        c.ellipse(206, 236, 9, 6, '#5A2A0C', turn=20)
        g.chilli(c, 196, 166, 44, 28)
        g.fried_shallots(c, 26, 204, 186, 52, 30)
        g.scallions(c, 10, 206, 190, 90, 50)
    broth_shine(c, 0.45)


@drawing('gulai_nangka', 'Gulai nangka')
def gulai_nangka(c):
    bowl(c, '#0B5D3B', 'clay', False)
    broth(c, *CURRY, fat='#FFE9A0', drops=30)
    with c.about(200, 186, 1.22):
        for x, y, turn in ((150, 158, -20), (210, 146, 10), (258, 174, 30), (186, 196, -10), (240, 216, 16), (140, 210, 24)):
            with c.at(x, y, turn):
                m.chunk(c, 0, 0, 32, 20, ('#FFF0C4', '#EFC878', '#A87428'), 0, 0.5, 0.1)
                for i in range(4):
                    c.line(path('M', -20 + i * 11, -8, 'q', 4, 8, -1, 16), '#9A6A24', 2.2, 0.55)
        m.beans(c, 12, 204, 190, 92, 50, 36)
        m.greens(c, 8, 200, 182, 84, 44, ('#CFE8A0', '#B4DA78'))
        g.chilli_rings(c, 5, 204, 190, 90, 46, 8)
        g.chilli(c, 214, 224, 46, -20)
        g.leaf(c, 116, 180, 48, -46, 'salam', 0.34)
    broth_shine(c, 0.45)


@drawing('sayur_asem', 'Sayur asem')
def sayur_asem(c):
    bowl(c, '#1F6B2A', 'plain')
    broth(c, '#F0C47A', '#D2923E', '#955A16', fat='#FFE3AC')
    with c.about(200, 186, 1.18):
        for x, y, turn in ((146, 152, -24), (252, 206, 12)):
            with c.at(x, y, turn):
                c.shape('M-36 4Q-36 -20 0 -21Q36 -20 36 4Q34 27 0 28Q-34 27 -36 4Z', '#5A3408', 0.3)
                c.shape('M-36 0Q-36 -22 0 -23Q36 -22 36 0Q34 23 0 24Q-34 23 -36 0Z', c.linear('#FFE27A', '#D9941A'))
                for row in range(4):
                    for i in range(8):
                        c.ellipse(-29 + i * 8.2, -14 + row * 9.6, 4.5, 4.6, c.lit('#FFF2B0', '#FFD24A', '#E0A01E'), edge='#C98A10',
                                  width=0.7)
                c.ellipse(37, 1, 8, 22, c.radial((0, '#FFF8E0'), (0.5, '#F3E0A8'), (1, '#D9B85A')), edge='#B98A2A', width=1.2)
                c.ellipse(37, 1, 3, 9, '#D9B870')
        for x, y, turn in ((214, 142, 10), (166, 222, -12)):
            with c.at(x, y, turn):
                c.shape('M-26 10Q-30 -16 0 -18Q30 -16 26 10Q0 22 -26 10Z', c.linear('#D9F0B0', '#7FB85A'), edge='#4E8E34', width=1.4)
                c.ellipse(0, 0, 17, 9, '#F4FBDF')
        m.beans(c, 13, 194, 190, 92, 52, 38)
        m.greens(c, 10, 226, 176, 54, 34, ('#3E8E34', '#5FAE4A'))
        for x, y in c.spots(16, 196, 196, 94, 50, 12):
            c.ellipse(x, y + 1.4, 6, 4.6, '#4A2206', 0.4)
            c.ellipse(x, y, 5.6, 4.2, c.lit('#F0C8A0', '#C98A5A', '#8A4E2A'), turn=c.between(0, 90))
        g.chilli(c, 106, 206, 48, -30, 'green')
        g.chilli(c, 232, 238, 46, -16)
        g.tomato_wedge(c, 284, 156, 22, -18)
    broth_shine(c)


@drawing('sayur_lodeh', 'Sayur lodeh')
def sayur_lodeh(c):
    bowl(c, '#0B6E4F')
    broth(c, '#FFF3D2', '#FBDFA2', '#DDA954', fat='#FFC45A')
    with c.about(200, 186, 1.2):
        for x, y, turn in ((150, 160, -20), (268, 168, 24), (196, 224, 4)):
            with c.at(x, y, turn):
                c.shape('M-32 4Q-28 24 0 25Q28 24 32 4Z', '#2A1200', 0.3)
                c.shape('M-32 0Q-30 20 0 21Q30 20 32 0Q0 12 -32 0Z', c.linear('#8A4E9A', '#3E1A52'))
                c.shape('M-32 0Q0 -16 32 0Q0 14 -32 0Z', c.linear('#FFF9E2', '#E6D49A'))
                c.line('M-20 -1Q0 -7 18 -1', '#C9B070', 1.8, 0.6)
                c.line('M-24 9Q-10 17 6 16', '#E6C9F0', 2.4, 0.6)
        m.beans(c, 12, 206, 186, 88, 50, 36)
        for x, y, turn in ((214, 148, -8), (240, 204, 10), (156, 204, -16)):
            m.cube(c, x, y, 34, 12, m.TOFU, turn)
        m.tempeh(c, 200, 184, 34, 11, 12)
        m.carrot_coin(c, 118, 194, 16, 10)
        m.carrot_coin(c, 284, 202, 15, -14)
        m.greens(c, 8, 200, 180, 80, 44, ('#CFE8A0', '#5FAE4A'))
        g.chilli_rings(c, 6, 204, 190, 92, 48, 8)
        g.chilli(c, 116, 224, 44, -14, 'green')
        g.fried_shallots(c, 12, 206, 174, 40, 20)
    broth_shine(c, 0.6)


@drawing('daun_singkong', 'Daun singkong')
def daun_singkong(c):
    bowl(c, '#8C1D3F', 'clay', False)
    c.ellipse(200, 181, 150, 98, c.radial((0, '#3E6E2C'), (0.7, '#2A5420'), (1, '#123010')))
    with c.about(200, 186, 1.1):
        m.greens(c, 90, 200, 184, 106, 62, ('#4A8A34', '#356E28', '#5FA044', '#28581E'), 54, 9)
        for x, y, turn in ((140, 170, -30), (240, 150, 20), (268, 196, -10), (180, 216, 10), (206, 164, -60)):
            g.leaf(c, x, y, 50, turn, 'cassava', 0.4)
        g.chilli(c, 216, 190, 62, -24)
        g.chilli(c, 150, 206, 50, -6, 'green')
    broth_shine(c, 0.3)


@drawing('mie_kuah', 'Mie kuah Jawa')
def mie_kuah(c):
    bowl(c, '#C6302A')
    broth(c, '#F4C886', '#DA9A46', '#A4621A')
    with c.about(200, 186, 1.12):
        m.noodles(c, 62, 196, 188, 112, 66, ('#FFDC80', '#F6C452', '#EBAF3A', '#FFE7A4'), 6)
        for x, y, turn in ((130, 166, -30), (276, 186, 40)):
            g.lettuce(c, x, y, 38, turn)
        m.shreds(c, 12, 176, 164, 40, 22)
        m.greens(c, 12, 222, 208, 50, 28)
        g.fried_egg(c, 232, 160, 44)
        m.prawn(c, 158, 214, 20, 30)
        m.prawn(c, 200, 226, 18, 160)
        g.tomato_wedge(c, 272, 216, 22, -20)
        g.scallions(c, 20, 196, 196, 92, 50)
        g.fried_shallots(c, 18, 180, 180, 40, 24)
        g.chilli_rings(c, 4, 180, 206, 70, 34, 8)
    broth_shine(c)
