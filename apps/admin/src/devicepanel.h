// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/devicefacts.h>
#include <widgets/card.h>

namespace saji {

class IconView;
class KeyValueRow;
class Label;
class SyncLamp;
class TouchButton;

//! All that is known of one device: its lamp, what is wrong and what to do, its figures, and the last error for engineers.
class DevicePanel : public Card
{
    Q_OBJECT

public:
    explicit DevicePanel(QWidget *parent = nullptr);

    void show(const DeviceFacts &facts);

signals:
    void retryWanted();

protected:
    void themeChanged() override;

private:
    IconView *m_icon;
    Label *m_name;
    Label *m_what;
    SyncLamp *m_lamp;
    Label *m_trouble;
    Label *m_advice;
    TouchButton *m_retry;
    QList<KeyValueRow *> m_facts;
    QWidget *m_factBox;
    Label *m_detail;
};

} // namespace saji
