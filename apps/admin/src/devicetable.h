// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/devicemodel.h>
#include <widgets/themed.h>

namespace saji {

class BriefDevices;
class DataTable;

//! The devices as a table on a card. Brief leaves out what only the page of devices has room for, shows the worst as far as they fit, and
//! counts the rest. Full keeps one device chosen, whatever the order of the rows becomes.
class DeviceTable : public Themed
{
    Q_OBJECT

public:
    enum class Kind { Brief, Full };

    DeviceTable(DeviceModel &model, Kind kind, QWidget *parent = nullptr);

    //! The chosen device of a full table; the worst one until somebody chooses.
    QString currentKey() const;
    void choose(const QString &key);

    Shadow shadow() const override { return Shadow::Card; }
    qreal shadowRadius() const override { return metrics().radiusAdmin(); }

signals:
    //! By a finger, the mouse or the arrow keys.
    void chosen(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;

private:
    void place();
    void followModel();
    QString rest() const;

    DeviceModel &m_model;
    BriefDevices *m_brief = nullptr;
    DataTable *m_table;
    QString m_key; // empty = nobody has chosen
    bool m_following = false;
};

} // namespace saji
