// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "space.h"

#include <kiosk/journey.h>
#include <widgets/banner.h>
#include <widgets/ground.h>
#include <widgets/utilityrow.h>

namespace saji {

//! A page of the kiosk, or a panel on one: lays itself out for the window it is in, speaks the guest's language, follows the theme.
//!
//! What it shows it reads from the journey; `arrange` gives places, `speak` gives words. Both are called when they may be needed again.
class Screen : public Ground
{
    Q_OBJECT

public:
    Screen(Journey &journey, Ground::Kind kind, QWidget *parent);

    //! Makes sure that words and places are right; before the screen is shown for the first time and whenever they may have changed.
    void refresh();

protected:
    virtual void speak() = 0;
    virtual void arrange() = 0;

    Journey &journey() const { return m_journey; }
    bool isLandscape() const { return width() > height(); }
    //! Every target within reach of a seat: only a portrait screen is tall enough to need it.
    bool isSeated() const { return m_journey.access().seated() && !isLandscape(); }
    bool isHighContrast() const { return m_journey.access().highContrast(); }
    bool isLargeText() const { return m_journey.access().textScale() >= 150; }
    int px(qreal reference215) const { return metrics().at215(reference215); }
    //! What the drawing gives it, or more when the guest's text needs more.
    int highOf(const QWidget *widget, int width, qreal least215) const { return std::max(px(least215), Space::heightOf(widget, width)); }

    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void themeChanged() override;

private:
    Journey &m_journey;
    bool m_stale = true;
};

//! Cancel, language, accessibility, help: the same four at the foot of every ordering screen.
class Utilities : public UtilityRow
{
    Q_OBJECT

public:
    Utilities(Journey &journey, QWidget *parent);
    void speak();

private:
    Journey &m_journey;
};

//! Shows what the guest must know about the connections; hidden when that is nothing. True when its height changed: what is below
//! must be laid anew.
bool tellConnections(Banner &banner, const SyncBanner &words);

} // namespace saji
