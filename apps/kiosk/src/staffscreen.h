// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

namespace saji {

class Card;
class EmptyState;
class IconButton;
class Label;
class Pager;
class RecordList;
class SegmentRow;
class SyncLamp;
class TouchButton;

//! For the people who work here, behind the PIN: how this kiosk is connected, what the server does not have yet, what it has a remark on,
//! how the disk is, and one button that tries now.
class StaffScreen : public Screen
{
    Q_OBJECT

public:
    StaffScreen(Journey &journey, QWidget *parent);
    ~StaffScreen() override;

    //! As when somebody comes in.
    void begin();

protected:
    void speak() override;
    void arrange() override;

private:
    class Figure;
    void furnish();
    void refreshFacts();
    void showBanners();
    void showList();
    void tell(const QString &words, bool worked);
    void arrangeHead(Space &space);
    void arrangeState(Space &space);
    void arrangeList(Space &space);

    IconButton *m_back;
    Label *m_title;
    Label *m_device;
    SyncLamp *m_lamp;
    TouchButton *m_language;
    Banner *m_storage;
    Banner *m_healed;
    Notice *m_told;
    QList<Figure *> m_figures;
    Label *m_reasons;
    TouchButton *m_sync;
    TouchButton *m_clear;
    SegmentRow *m_lists;
    Pager *m_pager;
    RecordList *m_orders;
    EmptyState *m_empty;
    Label *m_more;
};

} // namespace saji
