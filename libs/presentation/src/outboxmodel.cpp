// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/outboxmodel.h>

#include <presentation/outboxwords.h>
#include <presentation/peerlamp.h>
#include <presentation/peerwords.h>

#include "tuning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

Milliseconds sinceWhen(const OutboxOrder &order)
{
    return order.flaggedAt.value_or(order.placedAt);
}

} // namespace

OutboxModel::OutboxModel(const Clock &clock, LanguageSwitch &language, Hour hourOf, QObject *parent)
    : QAbstractTableModel(parent), m_clock(clock), m_language(language), m_hourOf(std::move(hourOf))
{
    connect(&m_language, &LanguageSwitch::changed, this, [this] {
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        allChanged();
    });
}

void OutboxModel::allChanged()
{
    if (!m_orders.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_orders.size()) - 1, ColumnCount - 1));
}

void OutboxModel::setOrders(const QList<OutboxOrder> &orders)
{
    const auto same = [](const OutboxOrder &a, const OutboxOrder &b) { return a.id == b.id; };
    const bool sameRows = std::equal(orders.begin(), orders.end(), m_orders.begin(), m_orders.end(), same);
    if (!sameRows)
        beginResetModel();
    const bool news = m_orders != orders;
    m_orders = orders;
    if (!sameRows)
        endResetModel();
    else if (news)
        allChanged();
}

int OutboxModel::rowOf(const OrderId &order) const
{
    const auto found = std::find_if(m_orders.begin(), m_orders.end(), [&order](const OutboxOrder &known) { return known.id == order; });
    return found == m_orders.end() ? -1 : int(found - m_orders.begin());
}

void OutboxModel::tick()
{
    if (!m_orders.isEmpty())
        emit dataChanged(index(0, AgeColumn), index(int(m_orders.size()) - 1, AgeColumn), {Qt::DisplayRole, AgeRole, LampRole});
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_orders.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString OutboxModel::age(const OutboxOrder &order) const
{
    return PeerWords::span(std::max(Milliseconds(0), m_clock.steadyNow() - sinceWhen(order)), m_language.locale());
}

QString OutboxModel::state(const OutboxOrder &order) const
{
    const QString words = OutboxWords::state(order);
    return order.overdue ? tr("Overdue: %1").arg(words) : words;
}

QString OutboxModel::detail(const OutboxOrder &order) const
{
    QStringList words;
    if (!order.deviceName.isEmpty())
        words << order.deviceName;
    words << m_hourOf(order.placedAt, false);
    if (order.number.counter > 0)
        words << displayMoney(order.total, m_language.language());
    return words.join(u" · "_s);
}

QVariant OutboxModel::text(const OutboxOrder &order, int column) const
{
    switch (column) {
    case NumberColumn: return OutboxWords::number(order);
    case DeviceColumn: return order.deviceName.isEmpty() ? u"–"_s : order.deviceName;
    case PlacedColumn: return m_hourOf(order.placedAt, true);
    case AgeColumn: return age(order);
    case StateColumn: return state(order);
    case TotalColumn: return order.number.counter > 0 ? displayMoney(order.total, m_language.language()) : u"–"_s;
    default: return {};
    }
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OutboxOrder &order = m_orders.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(order, index.column());
    case LampRole: {
        const bool late = !order.flags.isEmpty() || m_clock.steadyNow() - order.placedAt > tuning::pendingIsLateAfter;
        return int(order.overdue ? PeerLampKind::Silent : late ? PeerLampKind::Offline : PeerLampKind::Ok);
    }
    case StepsRole: return OutboxWords::steps(order);
    case IdRole: return order.id.toString();
    case TitleRole: return OutboxWords::number(order);
    case DetailRole: return detail(order);
    case StateRole: return state(order);
    case AgeRole: return age(order);
    default: return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn: return tr("Order");
    case DeviceColumn: return tr("Ordered at");
    case PlacedColumn: return tr("Time");
    case AgeColumn: return tr("Waits");
    case StepsColumn: return tr("Way");
    case StateColumn: return tr("State");
    case TotalColumn: return tr("Sum");
    default: return {};
    }
}

} // namespace saji
