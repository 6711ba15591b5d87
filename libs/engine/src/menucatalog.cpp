// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/menudocs.h>

#include "logging.h"
#include "menufields.h"
#include "tuning.h"

#include <algorithm>
#include <future>
#include <vector>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! The documents of one kind, end to end in one piece of memory.
class DocPile
{
public:
    struct Row
    {
        QByteArrayView id, doc;
    };

    void add(QByteArrayView id, QByteArrayView doc)
    {
        m_places.push_back({m_bytes.size(), id.size(), doc.size()});
        m_bytes.append(id).append(doc);
    }
    //! A parser reads beyond the end of a document: there must be something behind the last one, too.
    void close() { m_bytes.append(qsizetype(simdjson::SIMDJSON_PADDING), ' '); }
    qsizetype size() const { return qsizetype(m_places.size()); }
    Row row(qsizetype i) const
    {
        const auto &place = m_places[size_t(i)];
        const QByteArrayView bytes(m_bytes);
        return {bytes.sliced(place.at, place.idSize), bytes.sliced(place.at + place.idSize, place.docSize)};
    }

private:
    struct Place
    {
        qsizetype at, idSize, docSize;
    };
    QByteArray m_bytes;
    std::vector<Place> m_places;
};

template<class Thing>
struct Parsed
{
    QList<Thing> things;
    int skipped = 0;
};

template<class Thing>
using Parse = Thing (*)(DocReader::Element, DocReader &);

//! Reads the rows of one kind. Of a large kind it hands one pile after the other to a thread while the next is still read from the
//! disk: a guest waits for it at a start, and every screen at a new menu.
template<class Thing>
class KindReader
{
public:
    using Parse = Thing (*)(DocReader::Element, DocReader &);

    KindReader(QLatin1StringView kind, Parse parse, QString currency) : m_kind(kind), m_parse(parse), m_currency(std::move(currency)) {}

    QLatin1StringView kind() const { return m_kind; }
    void add(QByteArrayView id, QByteArrayView doc)
    {
        m_pile.add(id, doc);
        if (m_pile.size() == tuning::rowsPerParser)
            handOver();
    }
    //! All of them, in the order in which they were added.
    Parsed<Thing> finish()
    {
        auto last = parsed(std::move(m_pile));
        Parsed<Thing> all;
        all.things.reserve(qsizetype(m_parsers.size()) * tuning::rowsPerParser + last.things.size());
        const auto take = [&all](Parsed<Thing> &&some) {
            all.things.append(std::move(some.things));
            all.skipped += some.skipped;
        };
        for (auto &parser : m_parsers)
            take(parser.get());
        take(std::move(last));
        return all;
    }

private:
    void handOver()
    {
        if (m_parsers.size() >= tuning::maxParsers)
            m_parsers[m_parsers.size() - tuning::maxParsers].wait();
        m_parsers.push_back(std::async([this, pile = std::exchange(m_pile, {})]() mutable { return parsed(std::move(pile)); }));
    }

    //! Any thread.
    Parsed<Thing> parsed(DocPile pile) const
    {
        pile.close();
        simdjson::dom::parser parser;
        DocReader reader(DocReader::Mode::Tolerant);
        reader.setCurrency(m_currency);
        Parsed<Thing> parsed;
        parsed.things.reserve(pile.size());
        for (qsizetype i = 0; i < pile.size(); ++i) {
            const auto row = pile.row(i);
            DocReader::Element element;
            if (parser.parse(row.doc.data(), size_t(row.doc.size()), false).get(element) != simdjson::SUCCESS)
                reader.fail(u"not JSON"_s);
            auto thing = reader.failed() ? Thing() : m_parse(element, reader);
            if (!reader.failed()) {
                parsed.things.append(std::move(thing));
                continue;
            }
            ++parsed.skipped;
            qCWarning(lcEngine).noquote() << "catalog:" << m_kind << row.id << "is left out:" << reader.error()->detail;
            reader.forgetError();
        }
        return parsed;
    }

    QLatin1StringView m_kind;
    Parse m_parse;
    QString m_currency;
    DocPile m_pile;
    std::vector<std::future<Parsed<Thing>>> m_parsers;
};

//! Before everything else: every price is in the currency of its store.
Result<Parsed<StoreInfo>> storesOf(const CatalogStore &catalog)
{
    KindReader<StoreInfo> stores(catalogkind::store, menufields::readStore, StoreInfo().currency);
    const auto done = catalog.forEach(catalogkind::store, [&stores](const QString &id, const QByteArray &doc) { stores.add(id.toUtf8(), doc); });
    return done ? Result<Parsed<StoreInfo>>(stores.finish()) : done.error();
}

} // namespace

Result<Menu> menuFromCatalog(const CatalogStore &catalog)
{
    Menu::Parts parts;
    const auto version = catalog.version();
    parts.version = version.version;
    parts.epoch = version.epoch;
    auto stores = storesOf(catalog);
    if (!stores)
        return stores.error();
    int skippedRows = stores->skipped;
    if (!stores->things.isEmpty())
        parts.store = stores->things.takeLast();
    const auto &currency = parts.store.currency;

    using namespace menufields;
    KindReader<Product> products(catalogkind::product, readProduct, currency);
    KindReader<Outlet> outlets(catalogkind::outlet, readOutlet, currency);
    KindReader<Station> stations(catalogkind::station, readStation, currency);
    KindReader<Category> categories(catalogkind::category, readCategory, currency);
    KindReader<ModifierGroup> groups(catalogkind::modifierGroup, readGroup, currency);
    KindReader<Promotion> promotions(catalogkind::promotion, readPromotion, currency);
    KindReader<StoreSettings> settings(catalogkind::settings, readSettings, currency);
    const auto done = catalog.forEach([&](QByteArrayView kind, QByteArrayView id, QByteArrayView doc) {
        const auto isTakenBy = [&](auto &reader) { return QByteArrayView(reader.kind()) == kind && (reader.add(id, doc), true); };
        (void)(isTakenBy(products) || isTakenBy(outlets) || isTakenBy(stations) || isTakenBy(categories) || isTakenBy(groups) ||
               isTakenBy(promotions) || isTakenBy(settings));
    });
    if (!done)
        return done.error();
    const auto finish = [&skippedRows](auto &reader) {
        auto parsed = reader.finish();
        skippedRows += parsed.skipped;
        return std::move(parsed.things);
    };
    parts.products = finish(products);
    parts.outlets = finish(outlets);
    parts.stations = finish(stations);
    parts.categories = finish(categories);
    parts.groups = finish(groups);
    parts.promotions = finish(promotions);
    if (const auto found = finish(settings); !found.isEmpty())
        parts.settings = found.last();
    Menu menu(std::move(parts), skippedRows);
    if (menu.skipped() > skippedRows)
        qCWarning(lcEngine) << "catalog:" << menu.skipped() - skippedRows << "references lead to nothing and are left out";
    return menu;
}

} // namespace saji
