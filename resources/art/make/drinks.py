# SPDX-License-Identifier: GPL-3.0-or-later
"""Drinks in tumblers, cups, a bowl and a bottle; ices are in ices.py."""
import math

from canvas import lighter, path
from gallery import drawing
import garnish as g
import mains as m
from glasses import Glass, cup, cup_shine, ices
from vessels import bowl, broth, broth_shine, shadow

ICE = ((166, 150, 12), (228, 146, -18), (192, 200, 34), (170, 246, -10), (230, 232, 20))


def juice(c, stops, surface, straw, fruit, flecks=None, foam=True):
    """A thick juice: no ice to be seen, a head of foam, its fruit beside the glass."""
    glass = Glass(c, 88, 84, 16, 62)
    glass.back()
    glass.liquid(*stops, surface=surface)
    if flecks:
        for x, y in c.spots(46, 200, 226, 64, 104, 9):
            c.ellipse(x, y, c.between(1.4, 3), c.between(1.2, 2.4), c.any(*flecks), 0.75)
    if foam:
        for x, y in c.spots(40, 200, 99, 70, 10, 5):
            reach = c.between(2, 5)
            c.ellipse(x, y, reach, reach * 0.6, lighter(surface[0], 0.5), 0.75)
            c.ellipse(x - 1, y - 0.8, reach * 0.4, reach * 0.22, '#FFFFFF', 0.9)
    glass.straw(228, straw, -16)
    glass.front()
    fruit(c)


def _mango(c):
    with c.at(302, 298, -34):
        body = 'M-62 6C-60 -26 -28 -42 4 -38C38 -34 62 -18 66 4C62 24 44 30 26 36C-4 46 -58 44 -62 6Z'
        with c.at(0, 12):
            c.shape(body, '#2A1200', 0.3)
        c.shape(body, c.linear((0, '#8CC24A'), (0.25, '#FFD24A'), (0.6, '#FBA62A'), (1, '#E0402A'), x2=1, y2=0.5))
        c.shape('M-62 6C-58 44 -4 46 26 36C44 30 62 24 66 4C40 22 -20 34 -62 6Z', '#8A2A0A', 0.25)
        c.line('M-44 -16C-30 -28 -8 -30 12 -28', '#FFFFFF', 6, 0.5)
        c.line('M-62 6q-8 0 -13 -6', '#6B4216', 5)
    with c.at(252, 334, -4):
        c.shape('M-34 6Q-32 -20 0 -22Q32 -20 34 6Q30 22 0 23Q-30 22 -34 6Z', '#2A1200', 0.28)
        c.shape('M-34 0Q-32 -25 0 -27Q32 -25 34 0Q30 17 0 18Q-30 17 -34 0Z', c.linear('#F0A01E', '#C9601A'))
        c.ellipse(0, -6, 28, 15, c.radial((0, '#FFE58A'), (0.7, '#FDC23A'), (1, '#F09A1A')))
        for i in range(-2, 3):
            c.line(path('M', i * 9, -18, 'L', i * 9 + 3, 6), '#D9820E', 1.8, 0.6)
            c.line(path('M', -24, -6 + i * 5, 'L', 24, -7 + i * 5), '#D9820E', 1.8, 0.6)


drawing('jus_mangga', 'Jus mangga')(lambda c: juice(
    c, ((0, '#FFD84E'), (0.5, '#FDB62A'), (1, '#F08A0E')), ('#FFE48A', '#FFC53E', '#E8920E'), '#0B6E4F', _mango, ('#FFF0A8', '#F59A12')))


def _guava(c):
    with c.at(302, 304, -8):
        c.ellipse(4, 10, 52, 46, '#2A1200', 0.3)
        c.ellipse(0, 0, 52, 48, c.linear('#B6DA5A', '#5E8E22'))
        c.ellipse(0, -1, 45, 41, c.radial((0, '#FFB0B8'), (0.55, '#F5788E'), (0.9, '#FFD2D0'), (1, '#F6F3CE')))
        c.ellipse(0, 0, 22, 19, '#F0607A', 0.6)
        for i in range(14):
            angle = math.tau * i / 14
            c.ellipse(math.cos(angle) * 17, math.sin(angle) * 15, 3, 2.2, '#FFF3D0', edge='#C98A6A', width=0.7, turn=math.degrees(angle))
        c.ellipse(-22, -24, 12, 5, '#FFFFFF', 0.6, -34)


drawing('jus_jambu', 'Jus jambu')(lambda c: juice(
    c, ((0, '#FF9AA8'), (0.5, '#F46A84'), (1, '#D83E62')), ('#FFC0C6', '#FA8A9C', '#E0566E'), '#57A846', _guava, ('#FFC8CE', '#D8446A')))


def _melon(c):
    with c.at(302, 306, -14):
        slice_ = 'M-60 -14A60 58 0 0 0 60 -14Z'
        with c.at(4, 10):
            c.shape(slice_, '#2A1200', 0.3)
        c.shape(slice_, c.linear('#3E8E3A', '#1B5A26'))
        c.shape('M-54 -14A54 51 0 0 0 54 -14Z', '#F0FBD8')
        c.shape('M-49 -14A49 45 0 0 0 49 -14Z', c.linear('#FF6A66', '#DB2E3A'))
        for a, b in ((-28, -4), (-10, 2), (10, 0), (28, -4), (-18, 12), (2, 16), (20, 12)):
            c.ellipse(a, b, 2.4, 4, '#2A1200', turn=a * 0.6)
        c.line('M-44 -11L40 -11', '#FFFFFF', 3, 0.55)


drawing('jus_semangka', 'Jus semangka')(lambda c: juice(
    c, ((0, '#FF7A72'), (0.5, '#F0464C'), (1, '#C41E30')), ('#FFA8A0', '#F86A66', '#D83A40'), '#0B6E4F', _melon, ('#FF9A90', '#B81428')))


def _dragon_fruit(c):
    with c.at(302, 300, 12):
        c.ellipse(4, 12, 48, 54, '#2A1200', 0.3)
        for i in range(9):
            angle = math.tau * i / 9 + 0.2
            x, y = math.cos(angle), math.sin(angle)
            c.shape(path('M', x * 40 - y * 11, y * 46 + x * 11, 'L', x * 66, y * 70, 'L', x * 40 + y * 11, y * 46 - x * 11, 'Z'), '#D82A7E')
            c.shape(path('M', x * 56 - y * 4, y * 60 + x * 4, 'L', x * 68, y * 72, 'L', x * 56 + y * 4, y * 60 - x * 4, 'Z'), '#A9D25A')
        c.ellipse(0, 0, 47, 53, c.linear('#F0489A', '#B0125E'))
        c.ellipse(0, 0, 38, 44, c.radial((0, '#FFFFFF'), (0.8, '#F6EEF6'), (1, '#E0C4DC')))
        for a, b in c.spots(34, 0, 0, 32, 37, 6):
            c.ellipse(a, b, 2, 2.6, '#241018', turn=c.between(0, 90))
        c.ellipse(-18, -24, 10, 5, '#FFFFFF', 0.7, -36)


drawing('jus_naga', 'Jus buah naga')(lambda c: juice(
    c, ((0, '#F25AB4'), (0.5, '#D02A8E'), (1, '#8E0E62')), ('#FF9AD4', '#E454A8', '#A82478'), '#F2A20C', _dragon_fruit,
    ('#3A0626', '#FF9AD4')))


def _soursop(c):
    with c.at(302, 302, 16):
        body = 'M0 -58C26 -54 46 -22 44 8C42 40 22 56 0 56C-24 56 -44 38 -44 8C-44 -24 -24 -54 0 -58Z'
        with c.at(4, 10):
            c.shape(body, '#10300F', 0.3)
        c.shape(body, c.radial((0, '#A9D25A'), (0.6, '#5E9A32'), (1, '#2F5E1C'), cx=0.4, cy=0.36, r=0.7))
        for a, b in c.spots(26, 0, 2, 34, 44, 9):
            c.line(path('M', a, b, 'q', 2, -6, 5, -8), '#2A5418', 3.4)
            c.line(path('M', a - 1, b - 1, 'q', 2, -5, 4, -6), '#D9F0A0', 1.3, 0.8)
        c.ellipse(-16, -22, 11, 6, '#FFFFFF', 0.45, -40)


drawing('jus_sirsak', 'Jus sirsak')(lambda c: juice(
    c, ((0, '#FFFFFF'), (0.5, '#F8F6E6'), (1, '#DEDCBE')), ('#FFFFFF', '#FBFAEE', '#E0DEC4'), '#57A846', _soursop, ('#FFFFFF', '#E6E2C2')))


def iced(c, stops, surface, straw='#0B6E4F', extra=lambda c: None, clouds=None, ice=ICE, opacity=0.6):
    """A clear drink on ice; `clouds` are the colours of milk that sinks."""
    glass = Glass(c)
    glass.back()
    glass.liquid(*stops, surface=None)
    if clouds:
        for i in range(10):
            x, y = 140 + i * 13, c.between(130, 200)
            c.line(path('M', x, y, 'c', 14, 22, -16, 40, c.between(-6, 6), c.between(70, 110)), c.any(*clouds), c.between(5, 12), 0.4)
    ices(c, *ice, opacity=opacity)
    light, mid, dark = surface
    half = glass.half(glass.surface)
    c.ellipse(200, glass.surface, half, half * 0.2, c.radial((0, light), (0.7, mid), (1, dark)))
    ices(c, (172, 98, 10), (222, 102, -22), size=21, opacity=0.85)
    glass.straw(236, straw, -18)
    glass.front(30)
    extra(c)


def _coffee_beans(c):
    for x, y, turn in ((86, 338, 20), (110, 352, -30), (314, 344, -16), (292, 356, 40)):
        c.ellipse(x + 2, y + 5, 17, 11, '#000000', 0.22, turn)
        with c.at(x, y, turn):
            c.ellipse(0, 0, 17, 11.5, c.radial('#8A5430', '#3A1C0A', cx=0.4, cy=0.35, r=0.65))
            c.line('M-15 0Q-5 -5 0 0Q5 5 15 0', '#1E0C04', 2.6)


drawing('es_kopi_hitam', 'Es kopi hitam')(lambda c: iced(
    c, ((0, '#7A4420'), (0.35, '#4A240E'), (1, '#1E0C04')), ('#A8642E', '#6B3A18', '#3A1C0A'), '#B3141E', _coffee_beans))


def _lemon_leaf(kind):
    def extra(c):
        g.citrus(c, 276, 80, 40, kind)
        g.leaf(c, 136, 84, 46, -140, 'mint')
        g.leaf(c, 132, 82, 42, -96, 'mint')
    return extra


drawing('es_lemon_teh', 'Es teh lemon')(lambda c: iced(
    c, ((0, '#FFC65A'), (0.4, '#EE9A2A'), (1, '#A8540E')), ('#FFE09A', '#F6B850', '#C97E1E'), '#F2A20C', _lemon_leaf('lemon')))
drawing('es_jeruk_nipis', 'Es jeruk nipis')(lambda c: iced(
    c, ((0, '#F4FBC8'), (0.5, '#DDF08A'), (1, '#A9CF4A')), ('#FBFFE2', '#E8F6AE', '#BBDA6A'), '#0B6E4F', _lemon_leaf('lime'), opacity=0.7))


def _tea_extra(c):
    for x, y in c.spots(60, 200, 96, 64, 9, 4):
        reach = c.between(2, 5)
        c.ellipse(x, y, reach, reach * 0.6, '#FFEBD0', 0.8)
        c.ellipse(x - 1, y - 0.8, reach * 0.4, reach * 0.2, '#FFFFFF', 0.9)


drawing('teh_tarik', 'Teh tarik')(lambda c: iced(
    c, ((0, '#F3C896'), (0.3, '#DDA066'), (1, '#A8622A')), ('#FFE9CC', '#F3CFA0', '#CF9A62'), '#8A5A00', _tea_extra, ('#FFEBD0', '#C98A50'),
    ((168, 160, 12), (230, 168, -18)), 0.35))


def _red_drops(c):
    g.leaf(c, 138, 84, 46, -140, 'mint')
    g.leaf(c, 134, 82, 42, -96, 'mint')
    c.ellipse(276, 70, 20, 20, c.lit('#FF7A6A', '#D8201E', '#8A0A10'))
    c.ellipse(269, 62, 5, 3.4, '#FFFFFF', 0.8, -30)
    c.line('M278 52q2 -18 16 -26', '#5E8A2E', 3)


drawing('soda_gembira', 'Soda gembira')(lambda c: iced(
    c, ((0, '#FFE4EC'), (0.35, '#FF9AB8'), (0.75, '#F0487A'), (1, '#B8124A')), ('#FFFFFF', '#FFE4EC', '#FFB4CA'), '#B3141E', _red_drops,
    ('#FFFFFF', '#FFD2E0'), opacity=0.5))


def _talua(c):
    g.citrus(c, 270, 84, 34, 'lime')


def teh_talua(c):
    glass = Glass(c, 82, 90, 30, 62)
    glass.back()
    glass.liquid((0, '#FFF3D6'), (0.22, '#F9DFA8'), (0.28, '#D9923E'), (0.7, '#9A4E16'), (0.86, '#5A2408'), (0.9, '#FFF0CC'),
                 (1, '#E8CFA0'),
                 surface=('#FFFFFF', '#FFF3D6', '#E8CFA0'))
    for x, y in c.spots(80, 200, 118, 62, 13, 4):
        reach = c.between(2, 5.5)
        c.ellipse(x, y, reach, reach * 0.62, c.any('#FFFFFF', '#FFF6E0', '#F6E0B4'), 0.85)
    for x, y in c.spots(26, 200, 118, 40, 8, 4):
        c.ellipse(x, y, 1.6, 1.2, '#8A4A14', 0.7)
    glass.front(10)
    _talua(c)


drawing('teh_talua', 'Teh talua')(teh_talua)


def hot(c, band, drink, extra=lambda c: None, ware='#FFFFFF', shine=0.45):
    cup(c, ware, band, drink)
    extra(c)
    cup_shine(c, shine)


def _grounds(c):
    for x, y in c.spots(40, 190, 162, 78, 43, 5):
        c.ellipse(x, y, c.between(1.4, 3.4), c.between(1, 2.2), c.any('#A8703E', '#D9A56A', '#5A2E12'), 0.7)
    c.ellipse(190, 162, 84, 48, 'none', 0.5, edge='#C98A50', width=3)
    _coffee_beans_on_saucer(c)


def _coffee_beans_on_saucer(c):
    for x, y, turn in ((88, 300, 20), (110, 320, -30)):
        c.ellipse(x + 2, y + 4, 14, 9, '#000000', 0.22, turn)
        with c.at(x, y, turn):
            c.ellipse(0, 0, 14, 9.5, c.radial('#8A5430', '#3A1C0A', cx=0.4, cy=0.35, r=0.65))
            c.line('M-12 0Q-4 -4 0 0Q4 4 12 0', '#1E0C04', 2.2)


def _latte(c):
    with c.at(190, 162, flat=0.6):
        c.shape('M0 52C-52 18 -56 -34 -26 -44C-10 -48 0 -36 0 -26C0 -36 10 -48 26 -44C56 -34 52 18 0 52Z', '#FFF3DC', 0.95)
        c.shape('M0 38C-36 12 -40 -24 -20 -31C-8 -34 0 -24 0 -16C0 -24 8 -34 20 -31C40 -24 36 12 0 38Z', '#C98A50', 0.9)
        c.shape('M0 26C-24 8 -28 -16 -14 -21C-6 -23 0 -16 0 -10C0 -16 6 -23 14 -21C28 -16 24 8 0 26Z', '#FFF3DC', 0.95)
    _coffee_beans_on_saucer(c)


def _ginger(c):
    for x, y, turn in ((160, 150, -20), (212, 170, 24), (178, 184, 6)):
        with c.at(x, y, turn):
            c.shape(c.blob(1, 3, 21, 13, 0.1), '#3A1800', 0.35)
            c.shape(c.blob(0, 0, 21, 13, 0.1), c.radial((0, '#FFF3B8'), (0.7, '#F0CE74'), (1, '#C9983E')), edge='#A8742A', width=1.4)
            c.ellipse(0, 0, 12, 6.6, 'none', 0.5, edge='#C9983E', width=1.4)
    with c.at(230, 142, -38):
        c.line('M-30 0L30 0', '#7A8A3A', 8)
        c.line('M-30 -2L30 -2', '#D9E29A', 3)
    with c.at(96, 308, -14):
        for x, y, rx, ry in ((0, 0, 24, 15), (24, -8, 14, 11), (-18, -10, 13, 10), (10, 12, 12, 9)):
            c.ellipse(x + 2, y + 5, rx, ry, '#000000', 0.18)
            c.ellipse(x, y, rx, ry, c.lit('#F6DDA8', '#D9AE6A', '#9A6E34'))


def _cocoa(c):
    for x, y, turn in ((162, 152, 10), (208, 146, -14), (188, 172, 24), (230, 170, 6)):
        m.cube(c, x, y, 26, 10, ('#FFFFFF', '#FBF3EE', '#E0CFC4'), turn)
    for x, y in c.spots(40, 190, 162, 66, 34, 4):
        c.ellipse(x, y, 1.8, 1.3, '#4A2410', 0.8)


def _tea(c):
    c.ellipse(190, 164, 70, 38, '#FFD27A', 0.25)
    g.leaf(c, 178, 170, 36, -24, 'mint')
    g.citrus(c, 94, 306, 24, 'lemon')


drawing('kopi_tubruk', 'Kopi tubruk')(lambda c: hot(c, '#8A5A00', ('#7A4420', '#42200C', '#1E0C04'), _grounds))
drawing('kopi_susu_panas', 'Kopi susu panas')(lambda c: hot(c, '#5B3A8C', ('#D9A06A', '#B8743A', '#7E451A'), _latte))
drawing('teh_hangat', 'Teh hangat')(lambda c: hot(c, '#0B6E4F', ('#F3A84A', '#CF6F1E', '#8E3A0A'), _tea))
drawing('wedang_jahe', 'Wedang jahe')(lambda c: hot(c, '#F2A20C', ('#F6C864', '#DD9A30', '#A0600E'), _ginger, '#FFF6E0'))
drawing('cokelat_panas', 'Cokelat panas')(lambda c: hot(c, '#B3141E', ('#A8663A', '#743C1A', '#42200C'), _cocoa))


@drawing('wedang_ronde', 'Wedang ronde')
def wedang_ronde(c):
    bowl(c, '#5B3A8C')
    broth(c, '#FBD988', '#E8AE48', '#B4741A', fat='#FFF0C0', drops=12)
    with c.about(200, 186, 1.16):
        colours = (('#FFFFFF', '#FBF6EA', '#D2C8B0'), ('#FFD6DE', '#F6A2B4', '#C4647E'), ('#E4F6C0', '#B4DC80', '#74A044'))
        for i, (x, y) in enumerate(((148, 158), (206, 146), (258, 168), (174, 200), (230, 206), (132, 204), (204, 240))):
            c.ellipse(x + 3, y + 12, 27, 21, '#5A2A08', 0.35)
            c.ellipse(x, y, 26, 24, c.lit(*colours[i % 3]))
            c.ellipse(x - 8, y - 9, 7, 4, '#FFFFFF', 0.8, -28)
        for x, y in c.spots(24, 206, 190, 96, 50, 10):
            c.ellipse(x, y + 1.5, 5.6, 4.2, '#5A2A08', 0.35)
            c.ellipse(x, y, 5.4, 4, c.lit('#FFEBC0', '#E0B070', '#9A6A2E'), turn=c.between(0, 90))
        for x, y, turn in ((286, 206, 20), (104, 176, -30)):
            with c.at(x, y, turn):
                c.shape(c.blob(0, 0, 18, 11, 0.1), c.radial((0, '#FFF3B8'), (0.7, '#F0CE74'), (1, '#C9983E')), edge='#A8742A', width=1.4)
    broth_shine(c, 0.55)


@drawing('air_mineral', 'Air mineral')
def air_mineral(c):
    shadow(c, 210, 356, 84, 26)
    body = 'M152 130C152 108 172 100 174 76L226 76C228 100 248 108 248 130L250 336Q250 358 226 360L174 360Q150 358 150 336Z'
    c.shape(body, c.linear((0, '#A9D4EA', 0.95), (0.2, '#EAF7FD', 0.9), (0.55, '#CFE9F6', 0.85), (1, '#7FB4D2', 0.95), x2=1, y2=0))
    c.shape('M153 150Q200 160 247 150L248 336Q248 356 226 358L174 358Q152 356 152 336Z',
            c.linear((0, '#8CC8E8', 0.75), (0.25, '#DDF2FC', 0.5), (0.7, '#8CC8E8', 0.45), (1, '#4E94BE', 0.75), x2=1, y2=0))
    for y in (148, 284, 306, 328):
        c.line(path('M', 151, y, 'Q', 200, y + 11, 249, y), '#5E9EC4', 3, 0.4)
        c.line(path('M', 151, y + 4, 'Q', 200, y + 15, 249, y + 4), '#FFFFFF', 2, 0.6)
    c.shape('M150 186Q200 198 250 186L250 262Q200 274 150 262Z', c.linear((0, '#085234'), (0.3, '#0E7A50'), (1, '#063D28'), x2=1, y2=0))
    c.shape('M150 186Q200 198 250 186L250 194Q200 206 150 194Z', '#FFB714')
    c.shape('M168 244C170 222 184 212 200 212C216 212 230 222 232 246Q200 252 168 244Z', '#FFFFFF')
    c.line('M180 244C182 230 190 221 200 218C210 221 218 230 220 245M192 246C193 234 198 226 206 221M208 246C207 234 202 226 194 221',
           '#0A5C3C', 2)
    c.ellipse(200, 208, 4.5, 4, '#FFFFFF')
    c.shape('M176 74L224 74L224 50Q200 44 176 50Z', c.linear((0, '#0D4F8B'), (0.3, '#3E8FD6'), (1, '#093660'), x2=1, y2=0))
    c.ellipse(200, 50, 24, 6.5, '#5AA6E6')
    for x in range(180, 224, 6):
        c.line(path('M', x, 55, 'L', x, 73), '#083A66', 1.6, 0.5)
    c.line('M164 136L162 332', '#FFFFFF', 7, 0.65)
    c.line('M178 118L178 96', '#FFFFFF', 4, 0.6)
    c.line('M240 140L241 330', '#FFFFFF', 3, 0.4)
    for x, y in c.spots(26, 200, 230, 40, 110, 12):
        if not 180 < y < 272:
            reach = c.between(1.6, 3.6)
            c.ellipse(x, y, reach, reach * 1.2, '#FFFFFF', 0.5)
            c.ellipse(x - 0.6, y - 0.8, reach * 0.34, reach * 0.34, '#FFFFFF', 0.95)
