// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/soldoutbook.h>

#include <QCborArray>
#include <QMap>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int formatVersion = 1;

//! The latest word on one product.
struct Word
{
    EventStamp stamp;
    bool soldOut = false;
};

QByteArray keyOf(ProductId product)
{
    return QByteArray::number(product.value());
}

QByteArray bytesOf(const Word &word)
{
    const QCborArray fields{qint64(word.stamp.hlc.value), word.stamp.origin.toBytes(), qint64(word.stamp.seq), word.soldOut};
    return fields.toCborValue().toCbor();
}

std::optional<Word> wordFrom(const QByteArray &bytes)
{
    const auto fields = QCborValue::fromCbor(bytes).toArray();
    const auto origin = Origin::fromBytes(fields.at(1).toByteArray());
    if (!origin)
        return std::nullopt;
    return Word{{Hlc{quint64(fields.at(0).toInteger())}, *origin, quint64(fields.at(2).toInteger())}, fields.at(3).toBool()};
}

} // namespace

class SoldOutBook::Private
{
public:
    explicit Private(std::unique_ptr<ProjectionStore> rows) : store(std::move(rows)), cursor(store->cursor()) {}

    Result<void> load()
    {
        const auto rows = store->openRows();
        if (!rows)
            return rows.error();
        for (const auto &row : *rows) {
            const auto word = wordFrom(row.body);
            if (word)
                note(ProductId(row.key.toLongLong()), *word);
            else
                cursor = 0; // not what was written: ask the log again
        }
        dirty.clear();
        return {};
    }

    void note(ProductId product, const Word &word)
    {
        const auto known = words.constFind(product);
        if (known != words.cend() && !(known->stamp < word.stamp))
            return;
        words.insert(product, word);
        dirty.insert(product);
        if (word.soldOut)
            soldOut.insert(product);
        else
            soldOut.remove(product);
    }

    std::unique_ptr<ProjectionStore> store;
    qint64 cursor = 0;
    QMap<ProductId, Word> words;
    QSet<ProductId> soldOut;
    QSet<ProductId> told; //!< soldOut as of the last signal
    QSet<ProductId> dirty;
};

SoldOutBook::SoldOutBook() = default;
SoldOutBook::~SoldOutBook() = default;

Result<std::unique_ptr<SoldOutBook>> SoldOutBook::open(Database &database)
{
    auto store = ProjectionStore::open(database, u"sold_out"_s, formatVersion);
    if (!store)
        return store.error();
    std::unique_ptr<SoldOutBook> book(new SoldOutBook);
    book->d = std::make_unique<Private>(std::move(*store));
    if (const auto loaded = book->d->load(); !loaded)
        return loaded.error();
    book->d->told = book->d->soldOut;
    return book;
}

const QSet<ProductId> &SoldOutBook::products() const
{
    return d->soldOut;
}

QHash<Origin, quint64> SoldOutBook::firstNeeded() const
{
    QHash<Origin, quint64> first;
    for (const auto &word : std::as_const(d->words)) {
        if (!word.soldOut)
            continue;
        auto &seq = first[word.stamp.origin];
        seq = seq == 0 ? word.stamp.seq : std::min(seq, word.stamp.seq);
    }
    return first;
}

qint64 SoldOutBook::cursor() const
{
    return d->cursor;
}

void SoldOutBook::read(const LoggedEvent &event, const Fact &fact)
{
    if (const auto *change = std::get_if<SoldOutChanged>(&fact))
        d->note(change->product, {event.event.stamp, change->soldOut});
}

void SoldOutBook::passed(qint64 arrival)
{
    d->cursor = arrival;
    if (d->told == d->soldOut)
        return;
    d->told = d->soldOut;
    emit changed();
}

Result<void> SoldOutBook::flush()
{
    if (d->dirty.isEmpty() && d->cursor == d->store->cursor())
        return {};
    QList<ProjectionRow> rows;
    for (auto it = d->words.cbegin(); it != d->words.cend(); ++it) {
        if (d->dirty.contains(it.key()))
            rows.append({keyOf(it.key()), bytesOf(*it), true}); // all are few, and all are needed at start
    }
    if (const auto done = d->store->commit(d->cursor, rows); !done)
        return done;
    d->dirty.clear();
    return {};
}

} // namespace saji
