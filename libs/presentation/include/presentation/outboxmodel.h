// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/languageswitch.h>
#include <services/outboxservice.h>

#include <QAbstractTableModel>

#include <functional>

namespace saji {

//! Orders that are not done with, one a row: for a table of a panel and for the list of a kiosk.
//!
//! Rows are laid anew only when other orders are listed; what is known of them and their ages change in place.
class OutboxModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, DeviceColumn, PlacedColumn, StepsColumn, StateColumn, TotalColumn, AgeColumn, ColumnCount };
    enum Role {
        LampRole = Qt::UserRole, //!< int, PeerLampKind: Ok on its way, Offline waits for somebody, Silent overdue
        StepsRole, //!< int, see OutboxWords::steps
        IdRole, //!< QString
        TitleRole, //!< "A-042"
        DetailRole, //!< "Kios A · 12.41 · Rp 141.900"
        StateRole, //!< as the column, and "terlambat" for an overdue one
        AgeRole, //!< "49 m"
    };
    using Hour = std::function<QString(Milliseconds steady, bool brief)>;

    //! `hourOf` writes the wall time of a steady one; brief = without how many days ago that was.
    OutboxModel(const Clock &clock, LanguageSwitch &language, Hour hourOf, QObject *parent = nullptr);

    void setOrders(const QList<OutboxOrder> &orders);
    const QList<OutboxOrder> &orders() const { return m_orders; }
    //! -1 when it is not listed.
    int rowOf(const OrderId &order) const;
    //! The ages are older now.
    void tick();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant text(const OutboxOrder &order, int column) const;
    QString age(const OutboxOrder &order) const;
    QString state(const OutboxOrder &order) const;
    QString detail(const OutboxOrder &order) const;
    void allChanged();

    const Clock &m_clock;
    LanguageSwitch &m_language;
    Hour m_hourOf;
    QList<OutboxOrder> m_orders;
};

} // namespace saji
