// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

namespace saji {

class ArtView;
class BrandMark;
class Label;
class Tag;

//! The upper part of a screen in seated mode: only to look at, so that every button can lie within reach below.
class SeatedTop : public Screen
{
    Q_OBJECT

public:
    SeatedTop(Journey &journey, QWidget *parent);

    //! The share of a portrait screen that nobody in a seat can reach.
    static constexpr int percent = 41;

protected:
    void speak() override;
    void arrange() override;

private:
    BrandMark *m_brand;
    Tag *m_mode;
    Label *m_head;
    Label *m_title;
    Label *m_detail;
    Label *m_note;
    ArtView *m_art;
};

} // namespace saji
