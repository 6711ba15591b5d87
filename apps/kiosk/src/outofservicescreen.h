// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

namespace saji {

class ArtView;
class BrandMark;
class IconButton;
class IconView;
class Label;
class TouchButton;

//! No orders here: why, where to order instead, and what staff need to know.
class OutOfServiceScreen : public Screen
{
    Q_OBJECT

public:
    OutOfServiceScreen(Journey &journey, QWidget *parent);

protected:
    void speak() override;
    void arrange() override;

private:
    class Place;
    void showPlaces();

    BrandMark *m_brand;
    TouchButton *m_language;
    IconButton *m_staff;
    ArtView *m_art;
    Label *m_title;
    Label *m_sentence;
    Label *m_head;
    QList<Place *> m_places;
    IconView *m_clock;
    Label *m_since;
    Label *m_code;
    SyncPresenter::Outage m_outage = SyncPresenter::Outage::None;
    Milliseconds m_sinceWall{0}; //!< of this outage
};

} // namespace saji
