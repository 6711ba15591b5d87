// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

#include <widgets/sheet.h>

namespace saji {

class IconButton;
class IconView;
class Label;
class SyncLamp;
class TouchButton;

//! How ordering works in four lines, where a person helps, and how this kiosk is connected.
class HelpForm : public Screen
{
    Q_OBJECT

public:
    HelpForm(Journey &journey, QWidget *parent);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void speak() override;
    void arrange() override;

private:
    struct Line
    {
        IconView *icon;
        Label *words;
    };
    void showConnections();
    int deviceHeight() const;
    int lineHeight(const Line &line, int width) const;

    Label *m_title;
    IconButton *m_close;
    QList<Line> m_lines;
    Label *m_deviceHead;
    SyncLamp *m_lamp;
    Label *m_connections;
    TouchButton *m_staff;
    TouchButton *m_done;
};

class HelpSheet : public Sheet
{
    Q_OBJECT

public:
    HelpSheet(Journey &journey, QWidget *host);
};

} // namespace saji
