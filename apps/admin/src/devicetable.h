// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/devicemodel.h>
#include <widgets/themed.h>

namespace saji {

class BriefDevices;
class DataTable;

//! The devices as a table on a card. Brief leaves out what only the page of devices has room for, shows the worst as far as they fit, and
//! counts the rest.
class DeviceTable : public Themed
{
    Q_OBJECT

public:
    enum class Kind { Brief, Full };

    DeviceTable(DeviceModel &model, Kind kind, QWidget *parent = nullptr);

    Shadow shadow() const override { return Shadow::Card; }
    qreal shadowRadius() const override { return metrics().radiusAdmin(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;

private:
    void place();
    QString rest() const;

    DeviceModel &m_model;
    BriefDevices *m_brief = nullptr;
    DataTable *m_table;
};

} // namespace saji
