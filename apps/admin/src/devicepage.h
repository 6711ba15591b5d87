// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/healthpresenter.h>
#include <widgets/ground.h>

namespace saji {

class DevicePanel;
class DeviceTable;
class EmptyState;
class Label;

//! Every device with its lamp, when it was heard, by which path, what waits on it and which menu it has; worst first. Beside the table all
//! that is known of the one that is chosen: what is wrong, what to do, how far behind it is, its last error.
class DevicePage : public Ground
{
    Q_OBJECT

public:
    explicit DevicePage(HealthPresenter &health, QWidget *parent = nullptr);

    //! Shows all of this device.
    void choose(const QString &key);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    void refresh();
    void refreshPanel();
    void place();

    HealthPresenter &m_health;
    Label *m_title;
    Label *m_count;
    Label *m_menu;
    DeviceTable *m_table;
    DevicePanel *m_panel;
    EmptyState *m_empty;
};

} // namespace saji
