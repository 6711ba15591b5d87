// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <QPixmap>
#include <QPointer>
#include <QWidget>

namespace saji {

class Card;
class Tween;

//! Lies over a window with a scrim and holds one panel: a sheet that comes up from the bottom, or a dialog in the lower half.
//!
//! Give panel() a layout. Opening takes the focus into the panel and closing gives it back. Nothing below can be pressed meanwhile. Only a
//! picture of the panel moves, so its layout is done once. A tap on the scrim and the Escape key ask (dismissRequested); the owner decides.
class Sheet : public QWidget
{
    Q_OBJECT
public:
    enum class Place { Bottom, Dialog };

    explicit Sheet(QWidget *host, Place place = Place::Bottom);
    ~Sheet() override;

    Card *panel() const { return m_panel; }
    //! Bottom: how much of the host stays visible above the panel, in pixels at the 21.5" reference (default 132). The panel may be lower than that.
    void setTopGap(qreal reference215);
    //! Bottom: the panel takes only the height that its contents need.
    void setFitted(bool fitted);
    //! Dialog: its width, in pixels at the 21.5" reference (default 920); its lower edge's distance from the host's as a share of the height.
    void setDialogWidth(qreal reference215);
    void setDeepScrim(bool deep);

    bool isOpen() const { return m_open; }

public slots:
    void open();
    void close();

signals:
    void opened();
    //! After the motion.
    void closed();
    void dismissRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QRect panelPlace() const;
    void placePanel();
    void slide(qreal shown);
    void arrived();

    Place m_place;
    Card *m_panel = nullptr;
    Tween *m_motion = nullptr;
    QPixmap m_picture;
    QPointer<QWidget> m_before;
    qreal m_topGap = 132;
    qreal m_dialogWidth = 920;
    qreal m_shown = 0;
    bool m_fitted = false;
    bool m_deep = false;
    bool m_open = false;
    bool m_pressedScrim = false;
};

} // namespace saji
