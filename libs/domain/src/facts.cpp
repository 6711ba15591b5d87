// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/facts.h>

#include "placedcodec.h"

#include <QCborStreamReader>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype maxWord = 64;
constexpr qsizetype maxName = 120;
constexpr qsizetype maxReason = 500;

//! One overload a kind: its word, its map, and back.
struct Encoder
{
    EncodedFact operator()(const OrderPlaced &fact) const { return {u"order.placed"_s, encodePlaced(fact.order)}; }
    EncodedFact operator()(const TicketAdvanced &fact) const
    {
        return ticketStep(u"order.advanced"_s, fact.order, fact.outlet, fact.by, {{u"to"_s, qint64(fact.to)}});
    }
    EncodedFact operator()(const TicketRecalled &fact) const
    {
        return ticketStep(u"order.recalled"_s, fact.order, fact.outlet, fact.by, {{u"from"_s, qint64(fact.from)}});
    }
    EncodedFact operator()(const TicketCancelled &fact) const
    {
        return ticketStep(u"order.cancelled"_s, fact.order, fact.outlet, fact.by, {{u"why"_s, fact.reason.left(maxReason)}});
    }
    EncodedFact operator()(const TicketSeen &fact) const
    {
        return ticketStep(u"order.seen"_s, fact.order, fact.outlet, {}, {{u"dev"_s, fact.device.toBytes()}});
    }
    EncodedFact operator()(const OrderRegistered &fact) const
    {
        return {u"order.registered"_s, QCborMap{{u"o"_s, fact.order.toBytes()}, {u"n"_s, fact.number}}.toCborValue().toCbor()};
    }
    EncodedFact operator()(const OrderFlagged &fact) const
    {
        const QCborMap map{{u"o"_s, fact.order.toBytes()}, {u"code"_s, fact.code}, {u"why"_s, fact.detail.left(maxReason)}};
        return {u"order.flagged"_s, map.toCborValue().toCbor()};
    }
    EncodedFact operator()(const OrderRetried &fact) const { return reviewStep(u"order.retried"_s, fact.order, fact.by, {}); }
    EncodedFact operator()(const OrderCleared &fact) const { return reviewStep(u"order.cleared"_s, fact.order, {}, {}); }
    EncodedFact operator()(const OrderSettled &fact) const { return reviewStep(u"order.settled"_s, fact.order, fact.by, fact.note); }
    EncodedFact operator()(const SoldOutChanged &fact) const
    {
        const QCborMap map{{u"p"_s, fact.product.value()}, {u"by"_s, fact.by.left(maxName)}};
        return {fact.soldOut ? u"product.sold_out"_s : u"product.restocked"_s, map.toCborValue().toCbor()};
    }

private:
    static EncodedFact reviewStep(const QString &kind, OrderId order, const QString &by, const QString &note)
    {
        QCborMap map{{u"o"_s, order.toBytes()}};
        if (!by.isEmpty())
            map.insert("by"_L1, by.left(maxName));
        if (!note.isEmpty())
            map.insert("note"_L1, note.left(maxReason));
        return {kind, map.toCborValue().toCbor()};
    }
    static EncodedFact ticketStep(const QString &kind, OrderId order, OutletId outlet, const QString &by, QCborMap map)
    {
        map.insert("o"_L1, order.toBytes());
        map.insert("at"_L1, outlet.value());
        if (!by.isEmpty())
            map.insert("by"_L1, by.left(maxName));
        return {kind, map.toCborValue().toCbor()};
    }
};

OrderId orderId(CborFields &f)
{
    return f.id<OrderId>("o"_L1);
}

OutletId outletId(CborFields &f)
{
    return f.number<OutletId>("at"_L1);
}

Fact readAdvanced(CborFields &f)
{
    return TicketAdvanced{orderId(f), outletId(f), f.choice("to"_L1, OrderState::Cancelled), f.text("by"_L1, maxName)};
}

Fact readRecalled(CborFields &f)
{
    return TicketRecalled{orderId(f), outletId(f), f.choice("from"_L1, OrderState::Cancelled), f.text("by"_L1, maxName)};
}

Fact readCancelled(CborFields &f)
{
    return TicketCancelled{orderId(f), outletId(f), f.text("why"_L1, maxReason), f.text("by"_L1, maxName)};
}

Fact readSeen(CborFields &f)
{
    return TicketSeen{orderId(f), outletId(f), f.id<DeviceId>("dev"_L1)};
}

Fact readRegistered(CborFields &f)
{
    return OrderRegistered{orderId(f), f.integer("n"_L1, 1, CborFields::maxNumber)};
}

Fact readFlagged(CborFields &f)
{
    OrderFlagged flag{orderId(f), f.text("code"_L1, maxWord), f.text("why"_L1, maxReason)};
    if (flag.code.isEmpty())
        f.fail("code"_L1, u"empty"_s);
    return flag;
}

Fact readRetried(CborFields &f)
{
    return OrderRetried{orderId(f), f.text("by"_L1, maxName)};
}

Fact readCleared(CborFields &f)
{
    return OrderCleared{orderId(f)};
}

Fact readSettled(CborFields &f)
{
    return OrderSettled{orderId(f), f.text("note"_L1, maxReason), f.text("by"_L1, maxName)};
}

Fact readSoldOut(CborFields &f)
{
    return SoldOutChanged{f.number<ProductId>("p"_L1), true, f.text("by"_L1, maxName)};
}

Fact readRestocked(CborFields &f)
{
    return SoldOutChanged{f.number<ProductId>("p"_L1), false, f.text("by"_L1, maxName)};
}

using Reader = Fact (*)(CborFields &);

Reader readerOf(const QString &kind)
{
    static const QHash<QString, Reader> readers{
        {u"order.placed"_s, [](CborFields &f) { return Fact(OrderPlaced{decodePlaced(f)}); }},
        {u"order.advanced"_s, readAdvanced},
        {u"order.recalled"_s, readRecalled},
        {u"order.cancelled"_s, readCancelled},
        {u"order.seen"_s, readSeen},
        {u"order.registered"_s, readRegistered},
        {u"order.flagged"_s, readFlagged},
        {u"order.retried"_s, readRetried},
        {u"order.cleared"_s, readCleared},
        {u"order.settled"_s, readSettled},
        {u"product.sold_out"_s, readSoldOut},
        {u"product.restocked"_s, readRestocked},
    };
    return readers.value(kind);
}

struct OrderOf
{
    OrderId operator()(const OrderPlaced &fact) const { return fact.order.id; }
    OrderId operator()(const SoldOutChanged &) const { return {}; }
    template<class TicketFact>
    OrderId operator()(const TicketFact &fact) const
    {
        return fact.order;
    }
};

} // namespace

EncodedFact encodeFact(const Fact &fact)
{
    return std::visit(Encoder(), fact);
}

Result<Fact> decodeFact(const QString &kind, const QByteArray &payload)
{
    const auto reader = readerOf(kind);
    if (!reader)
        return Error{ErrorCode::NotFound, u"'%1' is no kind of fact that this version knows"_s.arg(kind.left(maxWord))};
    const auto malformed = [&kind](const QString &detail) { return Error{ErrorCode::Malformed, kind + u": "_s + detail}; };
    if (payload.size() > EncodedFact::maxPayloadBytes)
        return malformed(u"%1 bytes are more than an event may carry"_s.arg(payload.size()));
    QCborStreamReader stream(payload);
    const auto value = QCborValue::fromCbor(stream);
    if (stream.lastError() != QCborError::NoError || stream.currentOffset() != payload.size())
        return malformed(u"not one CBOR value"_s);
    CborFields fields(value);
    if (fields.failed())
        return malformed(fields.error()->detail);
    auto fact = reader(fields);
    if (fields.failed())
        return malformed(fields.error()->detail);
    return fact;
}

OrderId orderOf(const Fact &fact)
{
    return std::visit(OrderOf(), fact);
}

OrderId orderOfUnreadable(const QByteArray &payload)
{
    QCborStreamReader stream(payload);
    const auto id = OrderId::fromBytes(QCborValue::fromCbor(stream).toMap().value("o"_L1).toByteArray());
    return id ? *id : OrderId();
}

} // namespace saji
