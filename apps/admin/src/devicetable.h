// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/devicemodel.h>
#include <widgets/themed.h>

namespace saji {

class DataTable;

//! The devices as a table on a card. Brief leaves out what only the page of devices has room for.
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

    DataTable *m_table;
};

} // namespace saji
