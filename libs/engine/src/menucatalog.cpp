// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/menudocs.h>

#include "logging.h"
#include "menufields.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! Reads the rows of a catalog into the parts of a menu, one document at a time into the same memory.
class CatalogReader
{
public:
    explicit CatalogReader(const CatalogStore &catalog) : m_catalog(catalog) {}

    //! The rows of one kind.
    template<class Thing>
    Result<void> read(QLatin1StringView kind, Thing (*parse)(DocReader::Element, DocReader &), const std::function<void(Thing &&)> &take)
    {
        return m_catalog.forEach(kind, [&](const QString &id, const QByteArray &doc) { readRow(kind, id.toUtf8(), doc, parse, take); });
    }
    template<class Thing>
    void readRow(QByteArrayView kind, QByteArrayView id, QByteArrayView doc, Thing (*parse)(DocReader::Element, DocReader &),
                 const std::function<void(Thing &&)> &take)
    {
        const auto element = parsed(doc);
        if (!element)
            m_reader.fail(u"not JSON"_s);
        Thing thing = element ? parse(*element, m_reader) : Thing();
        if (!m_reader.failed()) {
            take(std::move(thing));
            return;
        }
        ++m_skipped;
        qCWarning(lcEngine).noquote() << "catalog:" << kind << id << "is left out:" << m_reader.error()->detail;
        m_reader.forgetError();
    }

    DocReader &reader() { return m_reader; }
    int skipped() const { return m_skipped; }

private:
    std::optional<DocReader::Element> parsed(QByteArrayView doc)
    {
        // The parser reads beyond the end; a buffer of our own spares an allocation per row.
        const auto needed = doc.size() + qsizetype(simdjson::SIMDJSON_PADDING);
        if (m_buffer.size() < needed)
            m_buffer.resize(needed * 2);
        std::copy(doc.cbegin(), doc.cend(), m_buffer.begin());
        DocReader::Element element;
        if (m_parser.parse(m_buffer.constData(), size_t(doc.size()), false).get(element) != simdjson::SUCCESS)
            return std::nullopt;
        return element;
    }

    const CatalogStore &m_catalog;
    simdjson::dom::parser m_parser;
    QByteArray m_buffer;
    DocReader m_reader{DocReader::Mode::Tolerant};
    int m_skipped = 0;
};

//! What becomes of a row, by its kind.
using Take = std::function<void(QByteArrayView kind, QByteArrayView id, QByteArrayView doc)>;

template<class Thing>
Take into(CatalogReader &reader, QList<Thing> &list, Thing (*parse)(DocReader::Element, DocReader &))
{
    const std::function<void(Thing &&)> append = [&list](Thing &&thing) { list.append(std::move(thing)); };
    return [&reader, parse, append](QByteArrayView kind, QByteArrayView id, QByteArrayView doc) { reader.readRow(kind, id, doc, parse, append); };
}

} // namespace

Result<Menu> menuFromCatalog(const CatalogStore &catalog)
{
    Menu::Parts parts;
    const auto version = catalog.version();
    parts.version = version.version;
    parts.epoch = version.epoch;
    CatalogReader reader(catalog);
    using namespace menufields;
    // The store first: every price is in its currency.
    const std::function<void(StoreInfo &&)> takeStore = [&](StoreInfo &&store) {
        parts.store = std::move(store);
        reader.reader().setCurrency(parts.store.currency);
    };
    if (const auto done = reader.read(catalogkind::store, readStore, takeStore); !done)
        return done.error();
    const auto rows = catalog.size();
    if (!rows)
        return rows.error();
    parts.products.reserve(*rows); // a catalog is nearly all products
    const std::function<void(StoreSettings &&)> takeSettings = [&parts](StoreSettings &&settings) { parts.settings = settings; };
    const std::pair<QLatin1StringView, Take> takers[] = {
        {catalogkind::product, into(reader, parts.products, readProduct)},
        {catalogkind::outlet, into(reader, parts.outlets, readOutlet)},
        {catalogkind::station, into(reader, parts.stations, readStation)},
        {catalogkind::category, into(reader, parts.categories, readCategory)},
        {catalogkind::modifierGroup, into(reader, parts.groups, readGroup)},
        {catalogkind::promotion, into(reader, parts.promotions, readPromotion)},
        {catalogkind::settings, [&](QByteArrayView kind, QByteArrayView id, QByteArrayView doc) { reader.readRow(kind, id, doc, readSettings, takeSettings); }},
    };
    const auto done = catalog.forEach([&takers](QByteArrayView kind, QByteArrayView id, QByteArrayView doc) {
        const auto *taker = std::ranges::find_if(takers, [kind](const auto &known) { return QByteArrayView(known.first) == kind; });
        if (taker != std::ranges::end(takers))
            taker->second(kind, id, doc);
    });
    if (!done)
        return done.error();
    const auto skippedRows = reader.skipped();
    Menu menu(std::move(parts), skippedRows);
    if (menu.skipped() > skippedRows)
        qCWarning(lcEngine) << "catalog:" << menu.skipped() - skippedRows << "references lead to nothing and are left out";
    return menu;
}

} // namespace saji
