# SPDX-License-Identifier: GPL-3.0-or-later
"""What drinks and ices stand in. A glass is drawn in two halves: `back` and `liquid`, then what floats, then `front`."""
from canvas import darker, lighter, mix, path
from vessels import shadow


class Glass:
    """A tapered tumbler: `wide` is half its mouth, `top` the height of its rim, `level` how far below the rim the drink stands."""

    def __init__(self, c, wide=82, top=74, level=26, foot=60):
        self.c, self.wide, self.top, self.level, self.foot = c, wide, top, level, foot
        self.tilt = (wide - foot) / (336 - top)

    def half(self, y):
        """Half the inside width at height y."""
        return self.wide - 6 - (y - self.top) * self.tilt

    def back(self):
        shadow(self.c, 212, 352, self.wide * 1.25, self.wide * 0.32)
        self.c.shape(self._wall(self.wide, self.top, self.foot, 336, 16.4),
                     self.c.linear((0, '#EAF3F2', 0.85), (0.5, '#FFFFFF', 0.5), (1, '#C9D8D8', 0.85), x2=1, y2=0))

    def liquid(self, *stops, surface=None):
        """`stops` from the surface down; `surface` is light, middle and dark of the top."""
        y = self.top + self.level
        self.surface = y
        half = self.half(y)
        outline = self._wall(half, y, self.foot - 6, 330, 15)
        self.c.shape(outline, self.c.linear(*stops))
        self.c.shape(outline, self.c.linear((0, '#000000', 0.2), (0.18, '#FFFFFF', 0.1), (0.5, '#FFFFFF', 0), (0.85, '#000000', 0.06),
                                            (1, '#000000', 0.28), x2=1, y2=0))
        if surface:
            light, mid, dark = surface
            self.c.ellipse(200, y, half, half * 0.2, self.c.radial((0, light), (0.7, mid), (1, dark)))

    def straw(self, x, colour, lean=-24, low=96):
        c, high = self.c, 18
        c.line(path('M', x, high, 'L', x + lean * 0.9, low), '#FFFFFF', 13, butt=True)
        for i in range(4):
            a, b = 0.06 + i * 0.25, 0.18 + i * 0.25
            c.line(path('M', x + lean * 0.9 * a, high + (low - high) * a, 'L', x + lean * 0.9 * b, high + (low - high) * b), colour, 13,
                   butt=True)
        c.line(path('M', x + 3.6, high, 'L', x + 3.6 + lean * 0.9, low), '#000000', 4.5, 0.12, butt=True)
        c.line(path('M', x - 3.6, high, 'L', x - 3.6 + lean * 0.9, low), '#FFFFFF', 2, 0.6, butt=True)

    def front(self, drops=24):
        c, wide, top = self.c, self.wide, self.top
        c.ellipse(200, top, wide, wide * 0.2, 'none', 0.95, edge='#FFFFFF', width=4.5)
        c.ellipse(200, top, wide - 3, wide * 0.2 - 2, 'none', 0.6, edge='#B9CDCF', width=1.2)
        lean = 21 * (wide - self.foot) / 22
        c.line(path('M', 200 - wide + 15, top + 30, 'L', 200 - wide + 15 + lean, 318), '#FFFFFF', 9, 0.5)
        c.line(path('M', 200 - wide + 30, top + 36, 'L', 200 - wide + 30 + lean * 0.6, 254), '#FFFFFF', 3.5, 0.45)
        c.line(path('M', 200 + wide - 9, top + 30, 'L', 200 + wide - 9 - lean, 314), '#FFFFFF', 4, 0.35)
        c.line(path('M', 200 - self.foot + 6, 347, 'Q', 200, 361, 200 + self.foot - 6, 347), '#FFFFFF', 4, 0.6)
        for x, y in c.spots(drops, 200, 214, self.half(214) * 0.92, 106, 10):
            reach = c.between(1.6, 3.8)
            c.ellipse(x, y, reach, reach * 1.2, '#FFFFFF', 0.4)
            c.ellipse(x - reach * 0.25, y - reach * 0.3, reach * 0.34, reach * 0.34, '#FFFFFF', 0.9)

    @staticmethod
    def _wall(wide, top, foot, low, sag):
        return path('M', 200 - wide, top, 'L', 200 - foot, low, 'Q', 200 - foot, low + 19.5, 200, low + 20.3, 'Q', 200 + foot, low + 19.5,
                    200 + foot, low, 'L', 200 + wide, top, 'A', wide, sag, 0, 0, 1, 200 - wide, top, 'Z')


def ice(c, x, y, size=25, turn=0, opacity=0.6):
    with c.at(x, y, turn):
        bulge = size * 1.1
        c.shape(path('M', -size, -size, 'Q', 0, -bulge, size, -size, 'Q', bulge, 0, size, size, 'Q', 0, bulge, -size, size, 'Q', -bulge, 0,
                     -size, -size, 'Z'), c.linear((0, '#FFFFFF', 0.92), (0.5, '#EAF6FA', 0.5), (1, '#FFFFFF', 0.72), x2=1), opacity,
                edge='#FFFFFF', width=2)
        c.line(path('M', -size * 0.6, size * 0.3, 'L', -size * 0.6, -size * 0.6, 'L', size * 0.2, -size * 0.6), '#FFFFFF', 3, 0.9)


def ices(c, *places, size=25, opacity=0.6):
    for x, y, turn in places:
        ice(c, x, y, size, turn, opacity)


def cup(c, ware='#FFFFFF', band='#B3141E', drink=('#7A4A2A', '#3E2010', '#1E0C04')):
    """A cup of 200 across on its saucer, filled; the drink's surface is the ellipse (190, 158) of 88 x 53."""
    low, soft = mix(ware, '#A99F8B', 0.75), mix(ware, '#EFE9DC', 0.8)
    shadow(c, 206, 296, 180, 84, 0.4)
    c.ellipse(196, 284, 158, 92, c.linear(mix(low, '#6B6250', 0.2), darker(low, 0.4)))
    c.ellipse(196, 275, 158, 92, c.linear((0, ware), (0.6, soft), (1, low), x1=0.1, x2=0.8))
    c.ellipse(196, 275, 150, 86, 'none', edge=band, width=4)
    c.ellipse(196, 277, 112, 62, c.linear((0, low), (0.5, soft), (1, ware), x1=0.3, x2=0.7))
    c.ellipse(204, 284, 82, 38, '#2A1604', 0.25)
    c.line('M276 182C338 160 352 214 318 236C300 248 280 250 262 248', darker(low, 0.15), 21)
    c.line('M276 180C336 160 348 212 316 233C298 245 280 247 262 245', c.linear((0, ware), (1, low)), 16)
    c.line('M282 176C318 166 332 190 322 210', '#FFFFFF', 4, 0.8)
    c.ellipse(190, 284, 54, 22, darker(low, 0.1))
    body = 'M86 158C88 222 118 276 148 290Q190 302 232 290C262 276 292 222 294 158Z'
    c.shape(body, c.linear((0, mix(ware, low, 0.35)), (0.22, ware), (0.55, soft), (1, low), x2=1, y2=0.15))
    c.line('M92 196Q190 268 288 196', band, 4, 0.9)
    c.line('M97 210Q190 282 283 210', band, 1.8, 0.7)
    c.shape(body, c.linear((0, '#000000', 0), (0.6, '#3A2A10', 0), (1, '#3A2A10', 0.26)))
    c.line('M102 186C108 222 122 250 140 268', '#FFFFFF', 7, 0.7)
    c.ellipse(190, 156, 104, 65, c.linear((0, soft), (0.5, ware), (1, ware), x2=1))
    c.ellipse(190, 156, 100.5, 61.5, 'none', edge=band, width=3)
    c.ellipse(190, 157, 94, 57, c.linear((0, darker(low, 0.16)), (0.4, low), (1, soft)))
    light, mid, dark = drink
    c.ellipse(190, 162, 88, 51, c.radial((0, light), (0.62, mid), (0.94, dark), (1, darker(dark, 0.4)), cx=0.48, cy=0.46, r=0.54))


def cup_shine(c, strength=0.45):
    c.line('M112 158A80 46 0 0 1 178 117', '#FFFFFF', 4.5, strength)


def glass_bowl(c, tint='#DDEBEE'):
    """A footed ice bowl, its back half: the mouth is the ellipse (200, 196) of 152 x 78. Close it with `glass_bowl_front`."""
    shadow(c, 208, 344, 140, 40, 0.4)
    c.ellipse(200, 346, 78, 24, c.linear((0, '#FFFFFF', 0.95), (0.5, tint, 0.8), (1, '#A9BFC4', 0.95)))
    c.shape('M176 300L168 342Q200 354 232 342L224 300Z',
            c.linear((0, '#C9DCE0', 0.95), (0.35, '#FFFFFF', 0.95), (1, '#A9BFC4', 0.95), x2=1, y2=0))
    c.ellipse(200, 196, 152, 78, c.linear((0, '#B9CFD4', 0.9), (1, '#F4FAFB', 0.7)))


BOWL_BODY = 'M48 196C52 268 122 318 172 320L228 320C278 318 348 268 352 196A152 78 0 0 1 48 196Z'


def glass_bowl_front(c, *stops):
    """The front wall, with the drink's colours shining through from the rim down."""
    c.shape(BOWL_BODY, c.linear(*[(offset, colour, 0.9) for offset, colour in stops]))
    c.shape(BOWL_BODY, c.linear((0, '#24363A', 0.2), (0.2, '#FFFFFF', 0.35), (0.5, '#FFFFFF', 0), (0.85, '#24363A', 0.04),
                                (1, '#24363A', 0.26), x2=1, y2=0))
    c.line('M48 196A152 78 0 0 0 352 196', '#FFFFFF', 5, 0.95)
    c.line('M49 200A152 78 0 0 0 351 200', '#9DB7BC', 1.6, 0.6)
    c.line('M70 226C84 262 112 288 144 302', '#FFFFFF', 9, 0.6)
    c.line('M92 236C104 262 122 278 140 288', '#FFFFFF', 3.5, 0.5)
    c.line('M328 232C318 262 296 284 270 298', '#FFFFFF', 4, 0.4)


def snow(c, cx, cy, rx, high, tint='#FFFFFF', grains=90):
    """A heap of shaved ice standing on (cx, cy)."""
    c.shape(path('M', cx - rx, cy, 'C', cx - rx * 0.9, cy - high * 0.6, cx - rx * 0.5, cy - high, cx, cy - high,
                 'C', cx + rx * 0.5, cy - high, cx + rx * 0.9, cy - high * 0.6, cx + rx, cy,
                 'C', cx + rx * 0.7, cy + rx * 0.36, cx - rx * 0.7, cy + rx * 0.36, cx - rx, cy, 'Z'),
            c.radial((0, tint), (0.6, mix(tint, '#E4F0F3', 0.6)), (1, mix(darker(tint, 0.1), '#B9D2D9', 0.6)), cx=0.4, cy=0.34, r=0.72))
    for x, y in c.spots(grains, cx, cy - high * 0.34, rx * 0.84, high * 0.56, 7):
        reach = c.between(3, 6.5)
        c.shape(c.blob(x, y, reach, reach * 0.7, 0.16, 6), c.any('#FFFFFF', lighter(tint, 0.6), mix(tint, '#D6E6EA', 0.5)), 0.85)
        c.line(path('M', x - reach * 0.6, y + reach * 0.6, 'l', reach, 0.4), mix(darker(tint, 0.2), '#A9C6CE', 0.6), 1, 0.5)


def syrup(c, cx, cy, rx, high, colours=('#FF7A9A', '#E02A5A')):
    """Syrup poured over a heap of ice."""
    light, dark = colours
    top = cy - high
    edge = [(-0.52, 0.34), (-0.3, -0.06), (0.3, -0.06), (0.52, 0.34), (0.58, 0.72), (0.4, 0.66), (0.34, 0.5), (0.26, 0.5), (0.18, 0.96),
            (0.06, 0.9), (-0.06, 0.84), (-0.04, 0.54), (-0.18, 0.54), (-0.26, 0.54), (-0.28, 0.8), (-0.4, 0.74), (-0.54, 0.68),
            (-0.56, 0.5), (-0.52, 0.34)]
    start, *bends = [(cx + rx * x, top + high * y) for x, y in edge]
    outline = path('M', *start)
    for i in range(0, len(bends), 3):
        outline += path('C', *bends[i], *bends[i + 1], *bends[i + 2])
    c.shape(outline + 'Z',
            c.linear((0, light), (1, dark)), 0.88)
    c.line(path('M', cx - rx * 0.36, top + high * 0.2, 'Q', cx - rx * 0.12, top + high * 0.04, cx + rx * 0.14, top + high * 0.06),
           '#FFFFFF', 4, 0.65)
