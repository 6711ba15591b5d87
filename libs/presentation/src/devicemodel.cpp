// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/devicemodel.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

DeviceModel::DeviceModel(LanguageSwitch &language, QObject *parent) : QAbstractTableModel(parent), m_language(language)
{
    connect(&m_language, &LanguageSwitch::changed, this, [this] {
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    });
}

void DeviceModel::setRows(const QList<DeviceRow> &rows)
{
    const auto samePlace = [](const DeviceRow &a, const DeviceRow &b) { return a.key() == b.key(); };
    const bool sameRows = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), samePlace);
    if (!sameRows)
        beginResetModel();
    m_rows = rows;
    if (!sameRows)
        endResetModel();
    else if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int DeviceModel::count(DeviceSeverity severity) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [severity](const DeviceRow &row) { return row.severity() == severity; }));
}

int DeviceModel::rowOf(const QString &key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&key](const DeviceRow &row) { return row.key() == key; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int DeviceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DeviceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

PeerLampKind DeviceModel::lampOf(const DeviceRow &row)
{
    switch (row.severity()) {
    case DeviceSeverity::Normal: return PeerLampKind::Ok;
    case DeviceSeverity::Look: break;
    case DeviceSeverity::Silent: return PeerLampKind::Silent;
    }
    switch (row.trouble) {
    case DeviceTrouble::Polling: return PeerLampKind::Polling;
    case DeviceTrouble::DiskStopped: return PeerLampKind::Silent;
    default: return PeerLampKind::Offline;
    }
}

QVariant DeviceModel::text(const DeviceRow &row, int column) const
{
    switch (column) {
    case IconColumn: return row.icon();
    case NameColumn: return row.name();
    case StateColumn: return row.word();
    case HeardColumn: return row.heard(m_language.locale());
    case PathColumn: return row.path();
    case WaitingColumn: return row.waiting();
    case OldestColumn: return row.oldest(m_language.locale());
    case CatalogColumn: return row.peer.catalogVersion > 0 ? m_language.locale().toString(row.peer.catalogVersion) : u"–"_s;
    default: return {};
    }
}

QVariant DeviceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeviceRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case LampRole: return int(lampOf(row));
    case KeyRole: return row.key();
    case SeverityRole: return int(row.severity());
    default: return {};
    }
}

QVariant DeviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case StateColumn: return tr("State");
    case HeardColumn: return tr("Heard");
    case PathColumn: return tr("Path");
    case WaitingColumn: return tr("Waiting");
    case OldestColumn: return tr("Oldest");
    case CatalogColumn: return tr("Menu");
    default: return {};
    }
}

} // namespace saji
