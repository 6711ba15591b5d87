// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/devicerow.h>
#include <presentation/languageswitch.h>

#include <QAbstractTableModel>

namespace saji {

//! Every device of the restaurant as a table, worst first.
//!
//! Ages change twice a second, the order of the rows only when a device's state does: rows keep their place while one reads.
class DeviceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { IconColumn, NameColumn, StateColumn, PathColumn, HeardColumn, WaitingColumn, OldestColumn, CatalogColumn, ColumnCount };
    enum Role {
        LampRole = Qt::UserRole, //!< int, PeerLampKind; of a device that is heard but needs a look: Offline
        KeyRole, //!< QString
        SeverityRole, //!< int, DeviceSeverity
    };

    explicit DeviceModel(LanguageSwitch &language, QObject *parent = nullptr);

    void setRows(const QList<DeviceRow> &rows);
    const QList<DeviceRow> &rows() const { return m_rows; }
    int count(DeviceSeverity severity) const;
    //! -1 when there is no such device (any more).
    int rowOf(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    //! The lamp that stands for a device in a list of devices.
    static PeerLampKind lampOf(const DeviceRow &row);

private:
    QVariant text(const DeviceRow &row, int column) const;

    LanguageSwitch &m_language;
    QList<DeviceRow> m_rows;
};

} // namespace saji
