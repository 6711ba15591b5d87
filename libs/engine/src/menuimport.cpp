// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/menuimport.h>

#include "menufields.h"

#include <engine/menudocs.h>

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

using Element = DocReader::Element;

constexpr auto formatWord = "saji-menu/1"_L1;

// Far above any food court; a mistake, not a menu, is larger.
constexpr qsizetype maxOutlets = 500;
constexpr qsizetype maxStations = 2'000;
constexpr qsizetype maxCategories = 1'000;
constexpr qsizetype maxGroups = 10'000;
constexpr qsizetype maxProducts = 20'000;
constexpr qsizetype maxPromotions = 500;

//! Where a text stops being JSON, as an editor counts.
QString placeOf(const QByteArray &json, qsizetype offset)
{
    const auto before = json.first(std::clamp<qsizetype>(offset, 0, json.size()));
    const auto lineStart = before.lastIndexOf('\n') + 1;
    return u"line %1, column %2"_s.arg(before.count('\n') + 1).arg(QString::fromUtf8(before.mid(lineStart)).size() + 1);
}

Error notJson(const QByteArray &json, simdjson::error_code code)
{
    QJsonParseError error;
    QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return {ErrorCode::Malformed, placeOf(json, error.offset) + u": "_s + error.errorString()};
    return {ErrorCode::Malformed, u"not JSON: %1"_s.arg(QString::fromUtf8(simdjson::error_message(code)))};
}

//! The whole file, and where each part of it is to be read into.
struct Draft
{
    Menu::Parts parts;
    std::optional<Element> outlets, stations, categories, groups, products, promotions;
    bool hasSettings = false;
};

constexpr DocField<Draft> fileFields[] = {
    {"format", true,
     [](Draft &, Element v, DocReader &r) {
         const auto is = QString::fromUtf8(r.word(v));
         if (is != formatWord)
             r.fail(u"this program reads \"%1\", not \"%2\""_s.arg(formatWord, is.left(40)));
     }},
    {"store", true,
     [](Draft &d, Element v, DocReader &r) {
         d.parts.store = menufields::readStore(v, r);
         r.setCurrency(d.parts.store.currency);
     }},
    {"outlets", true, [](Draft &d, Element v, DocReader &) { d.outlets = v; }},
    {"stations", true, [](Draft &d, Element v, DocReader &) { d.stations = v; }},
    {"categories", true, [](Draft &d, Element v, DocReader &) { d.categories = v; }},
    {"modifier_groups", true, [](Draft &d, Element v, DocReader &) { d.groups = v; }},
    {"products", true, [](Draft &d, Element v, DocReader &) { d.products = v; }},
    {"promotions", false, [](Draft &d, Element v, DocReader &) { d.promotions = v; }},
    {"settings", false,
     [](Draft &d, Element v, DocReader &r) {
         d.parts.settings = menufields::readSettings(v, r);
         d.hasSettings = true;
     }},
};

//! Reads one of the lists. Ids are unique within it.
template<class Thing, class Id>
void readList(std::string_view key, const std::optional<Element> &value, QList<Thing> &list, qsizetype max,
              Thing (*parse)(Element, DocReader &), Id Thing::*id, std::string_view idKey, DocReader &reader)
{
    if (reader.failed() || !value)
        return;
    const DocReader::Step step(reader, key);
    QSet<Id> seen;
    reader.list(*value, max, [&](Element element) {
        list.append(parse(element, reader));
        if (reader.failed())
            return;
        if (seen.contains(list.last().*id)) {
            const DocReader::Step idStep(reader, idKey);
            reader.fail(u"is used twice"_s);
        }
        seen.insert(list.last().*id);
    });
}

//! What can only be checked when everything has been read: references.
class References
{
public:
    References(const Menu::Parts &parts, DocReader &reader) : m_parts(parts), m_reader(reader)
    {
        for (const auto &outlet : parts.outlets)
            m_outlets.insert(outlet.id);
        for (const auto &category : parts.categories)
            m_categories.insert(category.id);
        for (const auto &group : parts.groups)
            m_groups.insert(group.id);
        for (const auto &station : parts.stations)
            m_stations.insert(station.code, station.outlet);
    }

    void check()
    {
        checkEach("stations", m_parts.stations, &References::checkStation);
        checkModifiers();
        for (const auto &product : m_parts.products)
            m_products.insert(product.id);
        checkEach("products", m_parts.products, &References::checkProduct);
        checkEach("promotions", m_parts.promotions, &References::checkPromotion);
    }

private:
    template<class Thing>
    void checkEach(std::string_view key, const QList<Thing> &things, void (References::*one)(const Thing &))
    {
        const DocReader::Step step(m_reader, key);
        for (qsizetype i = 0; i < things.size() && !m_reader.failed(); ++i) {
            const DocReader::Step at(m_reader, i);
            (this->*one)(things.at(i));
        }
    }

    void failAt(std::string_view key, const QString &what)
    {
        const DocReader::Step step(m_reader, key);
        m_reader.fail(what);
    }

    void checkStation(const Station &station)
    {
        if (!m_outlets.contains(station.outlet))
            failAt("outlet", u"there is no outlet %1"_s.arg(station.outlet.value()));
    }

    void checkModifiers()
    {
        QSet<ModifierId> seen;
        const DocReader::Step step(m_reader, "modifier_groups");
        for (qsizetype g = 0; g < m_parts.groups.size(); ++g) {
            const DocReader::Step group(m_reader, g);
            const DocReader::Step modifiers(m_reader, "modifiers");
            for (qsizetype i = 0; i < m_parts.groups[g].modifiers.size(); ++i) {
                const DocReader::Step at(m_reader, i);
                const auto id = m_parts.groups[g].modifiers[i].id;
                if (seen.contains(id))
                    failAt("id", u"%1 is used twice; a modifier's id is unique in the file"_s.arg(id.value()));
                seen.insert(id);
            }
        }
    }

    void checkProduct(const Product &product)
    {
        if (!m_outlets.contains(product.outlet))
            failAt("outlet", u"there is no outlet %1"_s.arg(product.outlet.value()));
        if (!m_categories.contains(product.category))
            failAt("category", u"there is no category %1"_s.arg(product.category.value()));
        if (product.station.isEmpty())
            failAt("station", u"is missing"_s);
        else if (!m_stations.contains(product.station))
            failAt("station", u"there is no station \"%1\""_s.arg(product.station));
        else if (m_stations.value(product.station) != product.outlet)
            failAt("station", u"\"%1\" belongs to outlet %2"_s.arg(product.station).arg(m_stations.value(product.station).value()));
        for (qsizetype i = 0; i < product.groups.size(); ++i) {
            if (!m_groups.contains(product.groups[i]))
                failAt("modifier_groups", u"there is no modifier group %1"_s.arg(product.groups[i].value()));
        }
    }

    template<class Id>
    void checkAll(std::string_view key, const QList<Id> &ids, const QSet<Id> &known, QLatin1StringView what)
    {
        for (const auto id : ids) {
            if (!known.contains(id))
                failAt(key, u"there is no %1 %2"_s.arg(what).arg(id.value()));
        }
    }

    void checkPromotion(const Promotion &promotion)
    {
        checkAll("outlets", promotion.scope.outlets, m_outlets, "outlet"_L1);
        checkAll("categories", promotion.scope.categories, m_categories, "category"_L1);
        checkAll("products", promotion.scope.products, m_products, "product"_L1);
        checkAll("get_products", promotion.getProducts, m_products, "product"_L1);
        for (const auto &piece : promotion.pieces)
            checkAll("pieces", piece.products, m_products, "product"_L1);
    }

    const Menu::Parts &m_parts;
    DocReader &m_reader;
    QSet<OutletId> m_outlets;
    QSet<ProductId> m_products;
    QSet<CategoryId> m_categories;
    QSet<ModifierGroupId> m_groups;
    QHash<QString, OutletId> m_stations;
};

void readLists(Draft &draft, DocReader &reader)
{
    using namespace menufields;
    auto &parts = draft.parts;
    readList("outlets", draft.outlets, parts.outlets, maxOutlets, readOutlet, &Outlet::id, "id", reader);
    readList("stations", draft.stations, parts.stations, maxStations, readStation, &Station::code, "code", reader);
    readList("categories", draft.categories, parts.categories, maxCategories, readCategory, &Category::id, "id", reader);
    readList("modifier_groups", draft.groups, parts.groups, maxGroups, readGroup, &ModifierGroup::id, "id", reader);
    readList("products", draft.products, parts.products, maxProducts, readProduct, &Product::id, "id", reader);
    readList("promotions", draft.promotions, parts.promotions, maxPromotions, readPromotion, &Promotion::id, "id", reader);
}

template<class Thing, class Id>
void appendRows(QList<CatalogRow> &rows, QLatin1StringView kind, const QList<Thing> &things, Id id)
{
    for (const auto &thing : things)
        rows.append({QString(kind), id(thing), 0, false, docOf(thing)});
}

QList<CatalogRow> rowsOf(const Menu::Parts &parts)
{
    const auto number = [](const auto &thing) { return QString::number(thing.id.value()); };
    const auto code = [](const auto &thing) { return thing.code; };
    QList<CatalogRow> rows;
    appendRows(rows, catalogkind::store, QList{parts.store}, code);
    appendRows(rows, catalogkind::outlet, parts.outlets, number);
    appendRows(rows, catalogkind::station, parts.stations, code);
    appendRows(rows, catalogkind::category, parts.categories, number);
    appendRows(rows, catalogkind::modifierGroup, parts.groups, number);
    appendRows(rows, catalogkind::product, parts.products, number);
    appendRows(rows, catalogkind::promotion, parts.promotions, number);
    return rows;
}

} // namespace

Result<MenuFile> rowsFromMenuFile(const QByteArray &json)
{
    if (json.size() > MenuFile::maxBytes)
        return Error{ErrorCode::TooLarge, u"a menu file has at most 16 MiB"_s};
    const bool hasMark = json.startsWith("\xef\xbb\xbf"); // some editors put one before UTF-8
    const auto text = hasMark ? json.mid(3) : json;
    simdjson::dom::parser parser;
    Element root;
    if (const auto code = parser.parse(text.constData(), size_t(text.size())).get(root); code != simdjson::SUCCESS)
        return notJson(text, code);

    DocReader reader(DocReader::Mode::Strict);
    Draft draft;
    readObject<Draft>(draft, root, fileFields, reader);
    readLists(draft, reader);
    if (!reader.failed())
        References(draft.parts, reader).check();
    if (reader.failed())
        return *reader.error();
    MenuFile file{draft.parts.store.code, rowsOf(draft.parts)};
    if (draft.hasSettings)
        file.rows.append({QString(catalogkind::settings), draft.parts.store.code, 0, false, docOf(draft.parts.settings)});
    return file;
}

Result<QByteArray> menuFileFromCatalog(const CatalogStore &catalog)
{
    if (catalog.version().epoch.isEmpty())
        return Error{ErrorCode::NotFound, u"there is no menu yet"_s};
    QByteArray file = "{\n  \"format\": \"saji-menu/1\"";
    const auto addRows = [&](const char *key, QLatin1StringView kind, bool isList) -> Result<void> {
        file += QByteArray(",\n  \"") + key + (isList ? "\": [" : "\": ");
        bool first = true;
        const auto done = catalog.forEach(QString(kind), [&](const QString &, const QByteArray &doc) {
            file += (isList ? (first ? "\n    " : ",\n    ") : "") + doc;
            first = false;
        });
        file += isList ? "\n  ]" : "";
        return done;
    };
    const auto addSettings = [&]() -> Result<void> {
        QByteArray settings;
        const auto done = catalog.forEach(QString(catalogkind::settings), [&](const QString &, const QByteArray &doc) { settings = doc; });
        file += settings.isEmpty() ? QByteArray() : ",\n  \"settings\": " + settings;
        return done;
    };
    for (const auto &done :
         {addRows("store", catalogkind::store, false), addRows("outlets", catalogkind::outlet, true),
          addRows("stations", catalogkind::station, true), addRows("categories", catalogkind::category, true),
          addRows("modifier_groups", catalogkind::modifierGroup, true), addRows("products", catalogkind::product, true),
          addRows("promotions", catalogkind::promotion, true), addSettings()}) {
        if (!done)
            return done.error();
    }
    return file + "\n}\n";
}

} // namespace saji
