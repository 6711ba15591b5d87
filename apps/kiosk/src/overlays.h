// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <kiosk/journey.h>

#include <QSet>

class QWidget;

namespace saji {

class ProductSheet;
class QuestionDialog;
class Sheet;

//! Opens and closes the sheets and dialogs that the journey asks for; each is made when it is first needed.
class Overlays : public QObject
{
    Q_OBJECT

public:
    Overlays(Journey &journey, QWidget *host);

    //! Shapes and sizes are others now.
    void rearrange();
    //! A sheet is on its way in or out.
    bool moving() const { return !m_movers.isEmpty(); }

signals:
    void movingChanged();

private:
    using Overlay = ScreenFlow::Overlay;

    void show();
    void showIdle();
    Sheet *sheetFor(Overlay overlay);
    Sheet *make(Overlay overlay);
    void prepare(Overlay overlay);
    void setMoving(Sheet *sheet, bool moving);
    void askCancel();
    void askRefusal();

    Journey &m_journey;
    QWidget *m_host;
    QHash<Overlay, Sheet *> m_sheets;
    Overlay m_open = Overlay::None;
    QuestionDialog *m_idle = nullptr;
    QSet<const Sheet *> m_movers;
};

} // namespace saji
