// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/promotionbook.h>

#include <QCborArray>
#include <QCborValue>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int formatVersion = 1;

QByteArray keyOf(PromotionId promotion, const OrderId &order)
{
    return QByteArray::number(promotion.value()) + '/' + order.toBytes();
}

struct Use
{
    PromotionId promotion;
    OrderId order;
    Hlc stamp;
};

std::optional<Use> useFrom(const QByteArray &bytes)
{
    const auto fields = QCborValue::fromCbor(bytes).toArray();
    const auto order = OrderId::fromBytes(fields.at(1).toByteArray());
    if (fields.size() != 3 || !order)
        return std::nullopt;
    return Use{PromotionId(fields.at(0).toInteger()), *order, Hlc{quint64(fields.at(2).toInteger())}};
}

} // namespace

class PromotionBook::Private
{
public:
    explicit Private(std::unique_ptr<ProjectionStore> rows) : store(std::move(rows)), cursor(store->cursor()) {}

    Result<void> load()
    {
        const auto rows = store->openRows();
        if (!rows)
            return rows.error();
        for (const auto &row : *rows) {
            if (const auto use = useFrom(row.body))
                uses[use->promotion].insert(use->order, use->stamp);
            else
                cursor = 0; // not what was written: ask the log again
        }
        return {};
    }

    //! The same fact under two epochs of a restored device, or come twice, is one use: the earliest.
    void note(const Use &use)
    {
        auto &orders = uses[use.promotion];
        const auto known = orders.constFind(use.order);
        if (known != orders.cend() && known->value <= use.stamp.value)
            return;
        hasChanged = hasChanged || known == orders.cend();
        orders.insert(use.order, use.stamp);
        dirty.insert(keyOf(use.promotion, use.order), use);
    }

    std::unique_ptr<ProjectionStore> store;
    qint64 cursor = 0;
    QHash<PromotionId, QHash<OrderId, Hlc>> uses;
    QHash<QByteArray, Use> dirty;
    bool hasChanged = false; //!< since the last signal
};

PromotionBook::PromotionBook() = default;
PromotionBook::~PromotionBook() = default;

Result<std::unique_ptr<PromotionBook>> PromotionBook::open(Database &database)
{
    auto store = ProjectionStore::open(database, u"promotions"_s, formatVersion);
    if (!store)
        return store.error();
    std::unique_ptr<PromotionBook> book(new PromotionBook);
    book->d = std::make_unique<Private>(std::move(*store));
    if (const auto loaded = book->d->load(); !loaded)
        return loaded.error();
    return book;
}

QHash<PromotionId, int> PromotionBook::uses() const
{
    QHash<PromotionId, int> counts;
    for (auto it = d->uses.cbegin(); it != d->uses.cend(); ++it)
        counts.insert(it.key(), int(it->size()));
    return counts;
}

int PromotionBook::placeOf(const OrderId &order, PromotionId promotion) const
{
    const auto orders = d->uses.constFind(promotion);
    const auto own = orders == d->uses.cend() ? QHash<OrderId, Hlc>::const_iterator() : orders->constFind(order);
    if (orders == d->uses.cend() || own == orders->cend())
        return 0;
    int before = 0;
    for (auto it = orders->cbegin(); it != orders->cend(); ++it)
        before += std::tuple(it->value, it.key()) < std::tuple(own->value, order) ? 1 : 0;
    return before + 1;
}

qint64 PromotionBook::cursor() const
{
    return d->cursor;
}

void PromotionBook::read(const LoggedEvent &event, const Fact &fact)
{
    const auto *placed = std::get_if<OrderPlaced>(&fact);
    if (!placed)
        return;
    for (const auto &part : placed->order.parts) {
        for (const auto &discount : part.discounts) {
            if (discount.limited)
                d->note({discount.promotion, placed->order.id, event.event.stamp.hlc});
        }
    }
}

void PromotionBook::passed(qint64 arrival)
{
    d->cursor = arrival;
    if (std::exchange(d->hasChanged, false))
        emit changed();
}

Result<void> PromotionBook::flush()
{
    if (d->dirty.isEmpty() && d->cursor == d->store->cursor())
        return {};
    QList<ProjectionRow> rows;
    for (auto it = d->dirty.cbegin(); it != d->dirty.cend(); ++it) {
        const QCborArray fields{it->promotion.value(), it->order.toBytes(), qint64(it->stamp.value)};
        rows.append({it.key(), fields.toCborValue().toCbor(), true});
    }
    if (const auto done = d->store->commit(d->cursor, rows); !done)
        return done;
    d->dirty.clear();
    return {};
}

} // namespace saji
