// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/ticketservice.h>

#include <QAbstractListModel>
#include <QSet>

namespace saji {

//! The tickets that hang at one outlet's kitchen, oldest first: what is pending, cooking or ready, and what was cancelled until a cook
//! has put it away.
//!
//! The order is that of the stamps, so every screen of the outlet shows the same row. Ages are not in here: they tick, the model does not.
class TicketModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::DisplayRole,
        OrderRole = Qt::UserRole, //!< QString, the id
        StateRole, //!< QString, the word of the contracts
        TableRole,
        CustomerRole,
        PortionsRole, //!< int
        PlacedAtRole, //!< qint64, steady milliseconds
        RecalledRole,
    };

    explicit TicketModel(OutletId outlet, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

    const TicketView &at(int row) const { return m_tickets.at(row); }
    int rowOf(OrderId order) const; //!< -1 when it does not hang here
    const QList<TicketView> &tickets() const { return m_tickets; }

    //! Everything open. A cancelled ticket that nobody has put away stays.
    void reset(const QList<TicketView> &tickets);
    //! New, changed or gone; other outlets' tickets are ignored.
    void apply(const TicketView &ticket);
    //! A cook has put a cancelled ticket away; false for any other.
    bool putAway(OrderId order);

private:
    bool belongs(const TicketView &ticket) const;
    void insert(const TicketView &ticket);
    void remove(int row);

    OutletId m_outlet;
    QList<TicketView> m_tickets;
    QSet<OrderId> m_putAway;
};

} // namespace saji
