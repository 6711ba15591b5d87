# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of drawings: a recipe puts itself on it with @drawing, a relative of a dish with the same recipe by variant()."""
from canvas import Canvas

DRAWINGS = {}


def drawing(name, title):
    """`name` is the file and what the menu writes as "art"; `title` seeds the drawing, so changing it moves every crumb."""
    def keep(recipe):
        DRAWINGS[name] = (title, lambda c: recipe(c))
        return recipe
    return keep


def variant(name, title, recipe, **colours):
    DRAWINGS[name] = (title, lambda c: recipe(c, **colours))


def draw(name):
    title, recipe = DRAWINGS[name]
    canvas = Canvas(title)
    recipe(canvas)
    return canvas.svg()
