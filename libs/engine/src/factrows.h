// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/orderfold.h>
#include <store/event.h>

namespace saji {

//! All facts of one order as the order book keeps them: decoded to be folded, and as they came, to be written. So a refold needs no
//! log, and what a newer version said stays in the bytes.
class OrderFacts
{
public:
    //! False when it was there already.
    bool add(const LoggedEvent &event, const Fact &fact);
    const QList<StampedFact> &facts() const { return m_facts; }
    bool isEmpty() const { return m_facts.isEmpty(); }

    QByteArray toBytes() const;
    [[nodiscard]] static Result<OrderFacts> fromBytes(const QByteArray &bytes);

    //! Where one fact of a row has its place, without a look at what it says.
    struct Mark
    {
        Origin origin;
        quint64 seq = 0;
        Milliseconds bornAt{0};
        bool isPlaced = false; //!< it is `order.placed`
    };
    [[nodiscard]] QList<Mark> marks() const;
    //! Some microseconds a row; empty for one that is not what was written.
    [[nodiscard]] static QList<Mark> marksIn(const QByteArray &bytes);

private:
    struct Written
    {
        QString kind;
        QByteArray payload;
    };
    QList<StampedFact> m_facts;
    QList<Written> m_written;
};

} // namespace saji
