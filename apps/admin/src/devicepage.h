// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/healthpresenter.h>
#include <widgets/ground.h>

namespace saji {

class DeviceTable;
class EmptyState;
class Label;

//! Every device with its lamp, when it was heard, by which path, what waits on it and which menu it has; worst first.
class DevicePage : public Ground
{
    Q_OBJECT

public:
    explicit DevicePage(HealthPresenter &health, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    void refresh();
    void place();

    HealthPresenter &m_health;
    Label *m_title;
    Label *m_count;
    Label *m_menu;
    DeviceTable *m_table;
    EmptyState *m_empty;
};

} // namespace saji
