# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes off the charcoal: skewers, chicken, fish; and what is eaten with it."""
from canvas import mix, path
from gallery import drawing, variant
import garnish as g
import mains as m
from vessels import banana_leaf, bowl, broth, leaf_mat, plate, saucer

SKEWERS = ((104, 104, 6), (88, 152, 3), (92, 200, 5), (108, 248, 2))


def lontong_cubes(c, x, y, count=3):
    for i in range(count):
        m.cube(c, x + i * 46, y + (6, -2, 4, -4)[i % 4], 44, 18, m.LONTONG)


def skewers(c, places, colours, pieces=4, size=26, length=268):
    for x, y, turn in places:
        m.skewer(c, x, y, turn, pieces, length, colours, size)


@drawing('sate_kambing', 'Sate kambing')
def sate_kambing(c):
    banana_leaf(c)
    skewers(c, SKEWERS, ('#B4763E', '#74401A', '#38180A'), 5, 30)
    for x, y, turn in SKEWERS:
        with c.at(x, y, turn):
            for piece in (62, 146):
                c.ellipse(piece, -4, 14, 14, c.lit('#FFF0CC', '#E8BE7A', '#A86A2A'))
    g.drizzle(c, 'M124 122C160 108 196 140 236 122S290 116 312 132')
    g.drizzle(c, 'M112 206C150 192 190 224 232 206S286 200 306 214')
    g.chilli_rings(c, 6, 218, 176, 100, 62, 8)
    g.tomato_wedge(c, 292, 286, 26, -18)
    g.tomato_wedge(c, 252, 302, 24, 10)
    g.shallot_slices(c, 336, 250)
    g.cucumbers(c, (150, 306, 8), (184, 314, -10), size=20)
    g.lime(c, 108, 288, 26, -20)
    g.chilli(c, 206, 284, 40, 14, 'rawit')


@drawing('sate_maranggi', 'Sate maranggi')
def sate_maranggi(c):
    banana_leaf(c)
    skewers(c, SKEWERS, ('#D98E4E', '#9A4E1C', '#54240A'), 5, 30)
    c.line('M116 132C150 120 300 116 318 138', '#F3A04A', 5, 0.25)
    g.sesame(c, 30, 214, 180, 100, 60, '#E8C88A')
    saucer(c, 286, 310, 46, 32, '#B3141E')
    g.sambal(c, 286, 310, 33, 20)
    for x, y in ((274, 302), (298, 316), (294, 298)):
        m.cube(c, x, y, 15, 5, ('#FF8A6A', '#E8402A', '#A8140C'))
    lontong_cubes(c, 124, 312, 2)
    g.cucumbers(c, (206, 312, 12), (226, 322, -8), size=18)
    g.lime(c, 92, 278, 24, -24)
    g.shallot_slices(c, 344, 232, 4)


@drawing('sate_taichan', 'Sate taichan')
def sate_taichan(c):
    banana_leaf(c)
    skewers(c, SKEWERS, ('#FFF3D6', '#F0CF94', '#B9834A'), 4, 30)
    g.drizzle(c, 'M120 128C160 112 200 142 244 124S292 120 314 134', ('#C41E12', '#FF9A7A'), 8)
    g.drizzle(c, 'M112 210C152 196 196 226 240 208S288 204 306 216', ('#C41E12', '#FF9A7A'), 8)
    for x, y in c.spots(34, 214, 176, 96, 62, 8):
        c.ellipse(x, y, 2.8, 1.9, c.any('#D8281A', '#F2502C', '#FFE2A0'), 0.9, c.between(0, 180))
    saucer(c, 290, 310, 45, 31, '#B3141E')
    g.sambal(c, 290, 310, 32, 19)
    lontong_cubes(c, 126, 312, 3)
    g.lime(c, 80, 286, 26, -24)
    g.lime(c, 340, 262, 24, 24)


@drawing('sate_padang', 'Sate Padang')
def sate_padang(c):
    banana_leaf(c)
    for i, (x, y) in enumerate(((128, 296), (176, 306), (224, 308), (272, 300), (316, 284))):
        m.cube(c, x, y, 44, 18, m.LONTONG, (-4, 3, -2, 5, -6)[i])
    skewers(c, SKEWERS, ('#B4763E', '#7A451C', '#40200C'), 5, 28)
    pool = ('M96 150C120 110 170 118 206 108C250 98 300 112 306 152C310 182 298 196 304 222C306 256 266 272 236 268'
            'C196 280 150 276 118 262C88 250 98 222 90 196C84 176 84 168 96 150Z')
    with c.at(3, 11):
        c.shape(pool, '#2A1200', 0.35)
    with c.at(0, 6):
        c.shape(pool, '#9A5E0C')
    c.shape(pool, c.linear((0, '#F6C858'), (0.5, '#DB9E28'), (1, '#B87A16'), x1=0.1, x2=0.8))
    for x, y, _ in SKEWERS[:3]:
        for i in range(4):
            c.ellipse(x + 44 + i * 40, y + 6 + i * 2, 23, 18, c.radial((0, '#FFE28A'), (0.5, '#EBB23A', 0.9), (1, '#C4861A', 0), cx=0.4,
                                                                       cy=0.36,
                                                                      r=0.6))
            c.line(path('M', x + 32 + i * 40, y - 2 + i * 2, 'q', 10, -10, 22, -6), '#FFFBE0', 3, 0.5)
    for x, y in c.spots(46, 200, 190, 88, 58, 7):
        c.ellipse(x, y, c.between(1.6, 3.4), c.between(1.2, 2.4), c.any('#8A4E0A', '#FFEFB0', '#C4701A'), 0.7)
    g.fried_shallots(c, 40, 204, 192, 70, 46)
    g.chilli_rings(c, 5, 204, 194, 70, 44, 8)
    g.cracker(c, 330, 210, 36, 20, '#E8A868')
    g.cracker(c, 318, 156, 32, -14, '#E8A868')


@drawing('sate_lilit', 'Sate lilit')
def sate_lilit(c):
    banana_leaf(c)
    for x, y, turn in ((96, 128, 4), (86, 174, 2), (94, 220, 4), (112, 264, 1)):
        with c.at(x, y, turn):
            c.line('M40 6L262 8', '#2A1200', 10, 0.22)
            c.line('M40 0L262 0', '#7E9A4A', 10)
            c.line('M40 -2L262 -2', '#DCE8A4', 4, 0.9)
            m.chunk(c, 50, 0, 78, 20, ('#FFD48A', '#D9963E', '#8A4A10'), 0, 0.5, 0.07)
            for i in range(6):
                c.line(path('M', -10 + i * 22, -13, 'q', 8, 12, 2, 25), '#6B3206', 3.4, 0.4)
            for a, b in c.spots(12, 50, 0, 66, 13, 6):
                c.ellipse(a, b, 2.4, 1.6, c.any('#5A8A2E', '#C4321A', '#FFF0C0'), 0.85)
    saucer(c, 316, 296, 44, 31, '#0B5D3B')
    g.sambal(c, 316, 296, 31, 19)
    g.lime(c, 338, 240, 24, 30)
    g.shallot_slices(c, 250, 312, 4)


@drawing('sate_telur_puyuh', 'Sate telur puyuh')
def sate_telur_puyuh(c):
    plate(c, '#F2A20C')
    with c.about(200, 208, 1.1):
        leaf_mat(c, 200, 214, 250, -8)
        for x, y, turn in ((112, 150, 8), (98, 196, 3), (104, 240, 5), (126, 278, -2)):
            with c.at(x, y, turn):
                c.line('M-26 8L216 10', '#2A1200', 7, 0.25)
                c.line('M-30 0L212 0', '#B98A4A', 6)
                c.line('M-30 -1.400L212 -1.400', '#F0D09A', 1.8, 0.9)
                for i in range(4):
                    px = 18 + i * 42
                    c.ellipse(px + 2, 8, 22, 17, '#2A1200', 0.35)
                    c.ellipse(px, 0, 22, 17.5, c.lit('#E8B87A', '#A86A34', '#5E3010'))
                    c.ellipse(px - 7, -7, 7, 3.6, '#FFFFFF', 0.65, -20)
                    c.line(path('M', px - 12, 8, 'q', 12, 6, 24, 0), '#4A2206', 2.4, 0.35)
        g.drizzle(c, 'M120 154C156 142 190 170 226 156S278 154 296 168')
        g.scallions(c, 12, 200, 214, 90, 50)
        g.fried_shallots(c, 14, 200, 214, 60, 40)
        g.chilli(c, 276, 268, 40, -20, 'rawit')


GLAZED = ('#EE9A3E', '#A8500F', '#4E1E06')


@drawing('ayam_bakar', 'Ayam bakar')
def ayam_bakar(c, meat=GLAZED, band='#B3141E'):
    plate(c, band)
    with c.about(200, 208, 1.1):
        leaf_mat(c, 206, 220, 272, -14)
        g.lettuce(c, 116, 268, 52, -50)
        g.lettuce(c, 152, 292, 48, 170)
        m.drumstick(c, 178, 162, 1.0, -14, meat)
        m.drumstick(c, 206, 222, 1.06, 10, meat)
        g.cucumbers(c, (112, 274, 10), (138, 290, -10), (166, 300, 6))
        g.tomato(c, 92, 250, 20, 10)
        g.drizzle(c, 'M120 172C150 150 176 190 210 170', ('#3A1408', '#E8A05A'), 5)
        saucer(c, 268, 288, 46, 33, band)
        g.sambal(c, 268, 288, 33, 20)
        g.leaf(c, 312, 224, 42, -70, 'basil')
        g.leaf(c, 316, 230, 38, -20, 'basil')
        g.lime(c, 206, 292, 24, -12)
        g.sesame(c, 16, 180, 190, 70, 46)


variant('ayam_taliwang', 'Ayam bakar Taliwang', ayam_bakar, meat=('#F58A4A', '#C23A12', '#6B1406'), band='#F2A20C')


@drawing('ayam_goreng', 'Ayam goreng lengkuas')
def ayam_goreng(c):
    plate(c, '#F2A20C')
    with c.about(200, 208, 1.1):
        leaf_mat(c, 206, 220, 272, -10)
        g.lettuce(c, 110, 262, 50, -60)
        m.drumstick(c, 186, 156, 1.0, -12, m.GOLDEN, 0.45, 46)
        m.drumstick(c, 202, 222, 1.06, 8, m.GOLDEN, 0.45, 50)
        for x, y in c.spots(120, 190, 196, 104, 62, 5):
            a = c.between(-6, 6)
            c.line(path('M', x - 5, y + a * 0.4, 'q', 5, c.between(-5, 2), 10, c.between(-3, 4)),
                   c.any('#A8600E', '#C98420', '#F3C468', '#FFE0A0'), 2.6, 0.9)
        g.cucumbers(c, (110, 270, 10), (136, 288, -10), (164, 300, 6))
        saucer(c, 268, 288, 46, 33, '#F2A20C')
        g.sambal(c, 268, 288, 33, 20)
        g.leaf(c, 310, 222, 42, -70, 'basil')
        g.leaf(c, 316, 230, 38, -16, 'basil')
        g.leaf(c, 314, 226, 34, -120, 'basil')


@drawing('ikan_bakar', 'Ikan bakar')
def ikan_bakar(c):
    banana_leaf(c)
    m.fish(c, 196, 184, 1.1, -8, ('#F0A24A', '#A8561C', '#4E200A'), '#FFE0A0')
    g.drizzle(c, 'M92 170C130 150 160 190 200 166S270 160 296 178', ('#3A1408', '#E8A05A'), 5)
    g.sesame(c, 18, 180, 178, 90, 34, '#F3D08A')
    saucer(c, 282, 286, 54, 38, '#0D4F8B')
    g.sambal(c, 282, 286, 39, 24, 'kecap')
    g.chilli_rings(c, 7, 282, 286, 28, 14, 6.5)
    for x, y in c.spots(6, 282, 286, 28, 14, 8):
        c.line(path('M', x - 5, y, 'q', 5, -4, 10, 0), '#F3B6CC', 2.4)
    g.lime(c, 120, 282, 28, -16)
    g.lime(c, 168, 296, 26, 14)
    g.tomato(c, 76, 246, 21, 10)
    g.leaf(c, 206, 262, 44, 20, 'basil')
    g.leaf(c, 206, 262, 38, 70, 'basil')
    g.leaf(c, 330, 200, 40, -60, 'basil')


@drawing('lontong', 'Lontong')
def lontong(c):
    plate(c, '#0B5D3B')
    with c.about(200, 208, 1.12):
        with c.at(204, 158, -10):
            c.shape('M-108 8Q-112 -34 -92 -38L96 -38Q112 -30 108 10Q108 40 92 42L-92 42Q-108 36 -108 8Z', '#10300F', 0.3)
            c.shape('M-104 0Q-106 -38 -88 -40L92 -40Q106 -34 104 0Q104 34 90 36L-88 36Q-104 34 -104 0Z',
                    c.linear((0, '#7FBF5A'), (0.4, '#3E8E44'), (1, '#16552C')))
            for i in range(7):
                c.line(path('M', -96, -30 + i * 10, 'L', 98, -31 + i * 10), '#C9E8A0', 1.3, 0.35)
            c.line('M-84 -28L80 -29', '#FFFFFF', 5, 0.35)
            c.ellipse(-98, -2, 15, 37, c.linear('#2F7A3A', '#10401E'))
            c.ellipse(-97, -2, 11.5, 32, c.radial((0, '#FFFFFF'), (0.75, '#F3F1E2'), (1, '#CFCDB4')))
        for i, (x, y) in enumerate(((126, 236), (172, 252), (220, 256), (266, 246), (150, 282), (200, 296), (248, 286))):
            c.ellipse(x + 3, y + 13, 31, 22, '#2A1500', 0.26)
            c.shape(path('M', x - 29, y, 'L', x - 29, y + 10, 'A', 29, 21, 0, 0, 0, x + 29, y + 10, 'L', x + 29, y, 'Z'),
                    c.linear('#E9E6D2', '#BDBA9E', x2=1))
            c.ellipse(x, y, 29, 21, c.radial((0, '#FFFFFF'), (0.75, '#F8F6EA'), (1, '#DAD7C0')), edge='#A9C28A', width=1.6)
            for a, b in c.spots(7, x, y, 20, 13, 6):
                c.ellipse(a, b, 4, 1.7, '#E4E0CA', 0.8, c.between(0, 180))
        g.fried_shallots(c, 22, 198, 254, 50, 24)


@drawing('ketupat', 'Ketupat')
def ketupat(c):
    plate(c, '#1F6B2A')
    with c.about(200, 208, 1.1):
        for x, y, size, turn in ((148, 170, 1.05, -8), (252, 186, 1.0, 10)):
            with c.at(x, y, turn, size):
                _pouch(c)
        for x, y in ((132, 272), (180, 286), (230, 288), (276, 270)):
            m.cube(c, x, y, 46, 18, m.LONTONG, c.between(-8, 8))
        g.fried_shallots(c, 14, 204, 282, 60, 12)


def _pouch(c):
    """A diamond woven of young palm leaf, its tails on top."""
    c.shape('M0 -62L66 4L0 74L-66 4Z', '#10300F', 0.3)
    for course in ('M0 -58C-8 -84 -34 -92 -48 -110', 'M2 -58C10 -86 32 -92 42 -108', 'M0 -58C0 -84 -6 -98 -2 -116'):
        c.line(course, '#5A7A1E', 10)
        c.line(course, '#CFE07A', 6)
    rows = 6
    for i in range(rows):
        for j in range(rows):
            u, v = (i + 0.5) / rows * 2 - 1, (j + 0.5) / rows * 2 - 1
            x, y = (u - v) * 32, (u + v) * 31
            pale = (i + j) % 2
            shade = (i + j) / (2 * rows)
            light, dark = mix('#E4EE94', '#A9C24A', shade) if pale else mix('#B9D25A', '#6F9426', shade), mix('#8FB03A', '#4E6E14', shade)
            c.shape(path('M', x, y - 11.2, 'L', x + 11.4, y, 'L', x, y + 11.2, 'L', x - 11.4, y, 'Z'), c.linear(light, dark),
                    edge='#55761A', width=1.1)
            c.line(path('M', x - 5, y - 1, 'L', x + (5 if pale else 0), y - (1 if pale else 6)), '#FBFDD8', 1.3, 0.55)
    c.line('M-52 -2L-6 -48', '#FFFFFF', 4, 0.35)


@drawing('sambal_kecap', 'Sambal kecap')
def sambal_kecap(c):
    bowl(c, '#B3141E', 'plain', False)
    broth(c, '#6B3E20', '#3E1E0C', '#1E0C04', fat='#A86A3A', drops=10)
    with c.about(200, 186, 1.2):
        for x, y in c.spots(18, 200, 188, 96, 54, 14):
            with c.at(x, y, c.between(0, 180)):
                c.ellipse(0, 2, 14, 9, '#1E0C04', 0.4)
                c.ellipse(0, 0, 14, 9, '#F6D6E2', edge='#A83A6E', width=2)
                c.ellipse(0, 0, 8, 4.6, 'none', edge='#C97A9E', width=1.4)
        for x, y in c.spots(10, 200, 188, 96, 52, 16):
            m.cube(c, x, y, 18, 6, ('#FF9A78', '#F0402A', '#A8140C'), c.between(-30, 30))
        g.chilli_rings(c, 16, 200, 188, 100, 54, 9)
        g.chilli_rings(c, 8, 200, 188, 100, 54, 8, 'green')
        g.lime(c, 276, 214, 26, -16)
    c.line('M64 182A136 86 0 0 1 186.400 96', '#FFFFFF', 5, 0.3)
