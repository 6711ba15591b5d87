// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/art.h>
#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/palette.h>
#include <widgets/shadow.h>

#include <QEvent>
#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace saji {

//! What a window wears: colours, sizes, motion, and the pictures made for them.
//!
//! One theme per program, made by main() and attached to each top-level window; controls find it through their parents.
//! Making one costs no picture: icons, shadows and art come on demand. GUI thread only.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(Look look, const Metrics &metrics = {}, QObject *parent = nullptr);
    ~Theme() override;

    //! Dresses `window` and everything below it, now and later, and gives it the focus ring. Call before children are shown; the theme must
    //! outlive the window.
    void attach(QWidget *window);
    //! The theme of the nearest dressed ancestor; a widget that has none gets the plain light one, which the application owns.
    static Theme &of(const QWidget *widget);

    const Palette &palette() const { return m_palette; }
    const Metrics &metrics() const { return m_metrics; }
    bool reducedMotion() const { return m_reducedMotion; }
    //! The duration of a motion: 0 when the guest asked for less motion.
    int duration(int milliseconds) const { return m_reducedMotion ? 0 : milliseconds; }

    void setLook(Look look);
    void setMetrics(const Metrics &metrics);
    void setTextScale(int percent);
    void setReducedMotion(bool reduced);

    Icons &icons() { return *m_icons; }
    ArtCache &art() { return *m_art; }
    Shadows &shadows() { return *m_shadows; }
    //! An outlet's colours as this look shows them (high contrast knows no hues).
    OutletColors outlet(QRgb hue) const;
    //! For the few widgets of Qt that programs use as they are: scroll bars, tool tips, line edits.
    QString styleSheet() const;

    //! Sent to every widget of a dressed window after a change; Themed handles it.
    static QEvent::Type changedEvent();

signals:
    //! Colours, sizes or motion changed. Themed widgets measure and paint again by themselves; whoever sets margins by hand does so again.
    void changed();

private:
    void dressAgain();

    Palette m_palette;
    Metrics m_metrics;
    bool m_reducedMotion = false;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<ArtCache> m_art;
    std::unique_ptr<Shadows> m_shadows;
    QList<QPointer<QWidget>> m_windows;
};

} // namespace saji
