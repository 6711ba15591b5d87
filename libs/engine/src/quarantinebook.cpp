// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/quarantinebook.h>

#include "factrows.h"
#include "logging.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int formatVersion = 1;

bool isReview(const Fact &fact)
{
    return std::holds_alternative<OrderFlagged>(fact) || std::holds_alternative<OrderRetried>(fact) ||
           std::holds_alternative<OrderCleared>(fact) || std::holds_alternative<OrderSettled>(fact);
}

} // namespace

class QuarantineBook::Private
{
public:
    struct Entry
    {
        OrderFacts facts;
        OrderReview review;
    };

    explicit Private(std::unique_ptr<ProjectionStore> rows) : store(std::move(rows)), cursor(store->cursor()) {}

    Result<void> load()
    {
        const auto rows = store->openRows();
        if (!rows)
            return rows.error();
        for (const auto &row : *rows) {
            const auto id = OrderId::fromBytes(row.key);
            const auto entry = id ? entryFrom(row.body) : std::nullopt;
            if (entry)
                entries.insert(*id, *entry);
            else
                cursor = 0; // not what was written: ask the log again
        }
        return {};
    }

    static std::optional<Entry> entryFrom(const QByteArray &body)
    {
        const auto facts = OrderFacts::fromBytes(body);
        return facts ? std::optional(Entry{*facts, foldReview(facts->facts())}) : std::nullopt;
    }

    std::optional<Entry> fromDisk(const OrderId &id) const
    {
        const auto body = store->body(id.toBytes());
        if (!body)
            qCWarning(lcEngine).noquote() << "the review of" << id.toString() << ':' << body.error().detail;
        return body && *body ? entryFrom(**body) : std::nullopt;
    }

    std::unique_ptr<ProjectionStore> store;
    qint64 cursor = 0;
    QHash<OrderId, Entry> entries; //!< those that need somebody, and those not written yet
    QList<OrderId> dirty;          //!< in the order in which they were touched
    QSet<OrderId> touched;         //!< in this batch
};

QuarantineBook::QuarantineBook() = default;
QuarantineBook::~QuarantineBook() = default;

Result<std::unique_ptr<QuarantineBook>> QuarantineBook::open(Database &database)
{
    auto store = ProjectionStore::open(database, u"quarantine"_s, formatVersion);
    if (!store)
        return store.error();
    std::unique_ptr<QuarantineBook> book(new QuarantineBook);
    book->d = std::make_unique<Private>(std::move(*store));
    if (const auto loaded = book->d->load(); !loaded)
        return loaded.error();
    return book;
}

QList<OrderId> QuarantineBook::flagged(qsizetype limit) const
{
    QList<std::pair<Milliseconds, OrderId>> found;
    for (auto it = d->entries.cbegin(); it != d->entries.cend(); ++it) {
        if (it->review.needsSomebody())
            found.append({it->review.flaggedAt, it.key()});
    }
    std::ranges::sort(found, [](const auto &a, const auto &b) { return b < a; });
    QList<OrderId> ids;
    for (const auto &[at, id] : found.first(std::min(found.size(), limit)))
        ids.append(id);
    return ids;
}

qsizetype QuarantineBook::count() const
{
    return std::ranges::count_if(d->entries, [](const Private::Entry &entry) { return entry.review.needsSomebody(); });
}

OrderReview QuarantineBook::review(const OrderId &order) const
{
    if (const auto known = d->entries.constFind(order); known != d->entries.cend())
        return known->review;
    const auto entry = d->fromDisk(order);
    return entry ? entry->review : OrderReview();
}

qint64 QuarantineBook::cursor() const
{
    return d->cursor;
}

void QuarantineBook::read(const LoggedEvent &event, const Fact &fact)
{
    if (!isReview(fact))
        return;
    const auto id = orderOf(fact);
    if (!d->entries.contains(id))
        d->entries.insert(id, d->fromDisk(id).value_or(Private::Entry()));
    if (!d->entries[id].facts.add(event, fact))
        return;
    d->touched.insert(id);
    if (!d->dirty.contains(id))
        d->dirty.append(id);
}

void QuarantineBook::passed(qint64 arrival)
{
    d->cursor = arrival;
    bool news = false;
    for (const auto &id : std::exchange(d->touched, {})) {
        auto &entry = d->entries[id];
        const auto before = std::exchange(entry.review, foldReview(entry.facts.facts()));
        news = news || before != entry.review;
    }
    if (news)
        emit changed();
}

Result<void> QuarantineBook::flush()
{
    if (d->dirty.isEmpty() && d->cursor == d->store->cursor())
        return {};
    QList<ProjectionRow> rows;
    for (const auto &id : std::as_const(d->dirty)) {
        const auto &entry = d->entries[id];
        rows.append({id.toBytes(), entry.facts.toBytes(), entry.review.needsSomebody()});
    }
    if (const auto done = d->store->commit(d->cursor, rows); !done)
        return done;
    d->dirty.clear();
    d->entries.removeIf([](const auto &entry) { return !entry.value().review.needsSomebody(); });
    return {};
}

} // namespace saji
