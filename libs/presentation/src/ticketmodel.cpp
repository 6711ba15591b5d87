// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketmodel.h>

#include <algorithm>
#include <numeric>

namespace saji {

namespace {

bool isOlder(const TicketView &a, const TicketView &b)
{
    return a.stamp < b.stamp;
}

bool hangs(OrderState state)
{
    return state == OrderState::Pending || state == OrderState::Preparing || state == OrderState::Ready;
}

} // namespace

TicketModel::TicketModel(OutletId outlet, QObject *parent) : QAbstractListModel(parent), m_outlet(outlet) {}

int TicketModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tickets.size());
}

QVariant TicketModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TicketView &ticket = m_tickets.at(index.row());
    switch (role) {
    case NumberRole: return ticket.number.toString();
    case OrderRole: return ticket.order.toString();
    case StateRole: return QString(orderStateWord(ticket.state));
    case TableRole: return ticket.table;
    case CustomerRole: return ticket.customerName;
    case PortionsRole:
        return std::accumulate(ticket.lines.begin(), ticket.lines.end(), 0, [](int sum, const OrderLine &line) { return sum + line.quantity; });
    case PlacedAtRole: return qint64(ticket.placedAt.count());
    case RecalledRole: return ticket.recalled;
    default: return {};
    }
}

QHash<int, QByteArray> TicketModel::roleNames() const
{
    return {{NumberRole, "number"}, {OrderRole, "order"}, {StateRole, "state"}, {TableRole, "table"},
            {CustomerRole, "customer"}, {PortionsRole, "portions"}, {PlacedAtRole, "placedAt"}, {RecalledRole, "recalled"}};
}

int TicketModel::rowOf(OrderId order) const
{
    const auto found = std::find_if(m_tickets.begin(), m_tickets.end(), [&](const TicketView &ticket) { return ticket.order == order; });
    return found == m_tickets.end() ? -1 : int(found - m_tickets.begin());
}

bool TicketModel::belongs(const TicketView &ticket) const
{
    return m_outlet.isNull() || ticket.outlet == m_outlet;
}

void TicketModel::reset(const QList<TicketView> &tickets)
{
    QList<TicketView> next;
    QSet<OrderId> known;
    for (const TicketView &ticket : tickets) {
        if (belongs(ticket) && hangs(ticket.state)) {
            next << ticket;
            known << ticket.order;
        }
    }
    for (const TicketView &ticket : std::as_const(m_tickets)) {
        if (ticket.state == OrderState::Cancelled && !known.contains(ticket.order))
            next << ticket;
    }
    std::sort(next.begin(), next.end(), isOlder);
    beginResetModel();
    m_tickets = next;
    endResetModel();
}

void TicketModel::apply(const TicketView &ticket)
{
    if (!belongs(ticket))
        return;
    const int row = rowOf(ticket.order);
    if (row < 0) {
        // A ticket that was cancelled before anybody saw it needs no cook.
        if (hangs(ticket.state))
            insert(ticket);
        return;
    }
    const bool stays = hangs(ticket.state) || (ticket.state == OrderState::Cancelled && !m_putAway.contains(ticket.order));
    if (!stays)
        return remove(row);
    if (m_tickets.at(row).stamp == ticket.stamp) {
        m_tickets[row] = ticket;
        emit dataChanged(index(row), index(row));
        return;
    }
    remove(row);
    insert(ticket);
}

bool TicketModel::putAway(OrderId order)
{
    const int row = rowOf(order);
    if (row < 0 || m_tickets.at(row).state != OrderState::Cancelled)
        return false;
    m_putAway << order;
    remove(row);
    return true;
}

void TicketModel::insert(const TicketView &ticket)
{
    const auto place = std::lower_bound(m_tickets.begin(), m_tickets.end(), ticket, isOlder);
    const int row = int(place - m_tickets.begin());
    beginInsertRows({}, row, row);
    m_tickets.insert(row, ticket);
    endInsertRows();
}

void TicketModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_tickets.removeAt(row);
    endRemoveRows();
}

} // namespace saji
