// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/masterdata.h>

#include "masterdatajson.h"

#include <engine/jsonwriter.h>
#include <engine/menudocs.h>
#include <engine/node.h>
#include <store/eventlog.h>

#include <QLoggingCategory>

#include <algorithm>
#include <limits>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

Q_LOGGING_CATEGORY(lcMasterData, "saji.gateway", QtInfoMsg)

constexpr int defaultPageRows = 500;
// Ten thousand products with their modifiers are some 10 MB of JSON: in pages, so that no client's answer waits for another's.
constexpr int maxPageRows = 2000;

std::optional<qint64> number(const HttpRequest &request, const QString &key, qint64 ifAbsent)
{
    if (!request.query.hasQueryItem(key))
        return ifAbsent;
    bool isNumber = false;
    const auto value = request.query.queryItemValue(key).toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

masterdata::Stamp later(const masterdata::Stamp &a, const masterdata::Stamp &b)
{
    return b.version > a.version ? b : a;
}

} // namespace

MasterData::MasterData(Node &node, QObject *parent) : QObject(parent), m_node(node)
{
    m_state.menu = std::make_shared<const Menu>();
    connect(&node.menu(), &MenuService::changed, this, &MasterData::takeMenu);
    node.menu().announce();
}

void MasterData::takeMenu(const MenuState &state)
{
    const bool isOther = state.menu != m_state.menu;
    m_state = state;
    if (!isOther)
        return;
    if (const auto done = readRows(); !done) {
        qCWarning(lcMasterData).noquote() << "the catalog cannot be read:" << done.error().detail;
        return;
    }
    refreshEntries();
}

Result<void> MasterData::readRows()
{
    const auto &catalog = m_node.catalog();
    const auto now = catalog.version();
    const bool isOtherHistory = now.epoch != m_version.epoch || now.version < m_version.version;
    const auto changes = catalog.changesSince(isOtherHistory ? 0 : m_version.version, std::numeric_limits<int>::max() - 1);
    if (!changes)
        return changes.error();
    if (isOtherHistory) {
        m_rows.clear();
        for (auto *list : {&m_products, &m_categories, &m_promotions, &m_outlets})
            list->entries.clear();
    }
    for (const auto &row : changes->changes)
        m_rows.insert({row.kind, row.id}, {row.version, row.changedMs, row.deleted});
    m_version = now;
    m_digest = catalog.digest();
    return {};
}

template<class Thing, class Make>
void MasterData::refresh(List &list, const QList<Thing> &things, Make make)
{
    std::map<qint64, Entry> entries;
    for (const auto &thing : things) {
        const auto id = thing.id.value();
        const auto row = rowOf(list.kind, QString::number(id));
        auto fresh = make(thing, masterdata::Stamp{row.version, row.changedMs}, list.entries[id]);
        entries.insert_or_assign(id, std::move(fresh));
    }
    list.entries = std::move(entries);
    list.byVersion.clear();
    for (const auto &[id, entry] : list.entries)
        list.byVersion.emplace(entry.version, id);
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        if (row.key().first == list.kind && !list.entries.contains(row.key().second.toLongLong()))
            list.byVersion.emplace(row->version, row.key().second.toLongLong());
    }
}

void MasterData::refreshEntries()
{
    using namespace masterdata;
    const auto &menu = *m_state.menu;
    std::map<qint64, std::set<OutletId>> sellers; // of a category
    for (const auto &product : menu.products())
        sellers[product.category.value()].insert(product.outlet);
    const auto kept = [](Entry &old, const Stamp &stamp, std::set<OutletId> outlets, const auto &json) {
        if (old.version != stamp.version || old.json.isEmpty())
            return Entry{stamp.version, std::move(outlets), json(stamp)};
        return Entry{old.version, std::move(outlets), std::move(old.json)};
    };
    refresh(m_products, menu.products(), [&](const Product &product, Stamp stamp, Entry &old) {
        for (const auto group : product.groups) {
            const auto row = rowOf(QString(catalogkind::modifierGroup), QString::number(group.value()));
            stamp = later(stamp, {row.version, row.changedMs});
        }
        return kept(old, stamp, {product.outlet}, [&](const Stamp &s) { return productJson(product, menu, s); });
    });
    refresh(m_categories, menu.categories(), [&](const Category &category, const Stamp &stamp, Entry &old) {
        return kept(old, stamp, sellers[category.id.value()], [&](const Stamp &s) { return categoryJson(category, s); });
    });
    refresh(m_promotions, menu.promotions(), [&](const Promotion &promotion, const Stamp &stamp, Entry &old) {
        const auto &scope = promotion.scope.outlets;
        return kept(old, stamp, {scope.begin(), scope.end()}, [&](const Stamp &s) { return promotionJson(promotion, s); });
    });
    refresh(m_outlets, menu.outlets(), [&](const Outlet &outlet, const Stamp &stamp, Entry &old) {
        return kept(old, stamp, {outlet.id}, [&](const Stamp &s) { return outletJson(outlet, s); });
    });
    const auto store = rowOf(QString(catalogkind::store), menu.store().code);
    const auto settings = rowOf(QString(catalogkind::settings), menu.store().code);
    m_store = storeJson(menu.store(), menu.settings(), later({store.version, store.changedMs}, {settings.version, settings.changedMs}));
}

void MasterData::addRoutes(Router &router)
{
    for (const auto *list : {&m_products, &m_categories, &m_promotions, &m_outlets}) {
        router.add("GET", u"/api/%1/"_s.arg(list->key), [this, list](const HttpRequest &request) {
            const auto wrong = refusal(request.query.queryItemValue(u"store"_s, QUrl::FullyDecoded));
            return wrong ? *wrong : this->list(*list, request);
        });
    }
    router.add("GET", u"/api/stores/{code}/"_s, [this](const HttpRequest &request, const QStringList &captured, const HttpAnswer &answer) {
        const auto wrong = refusal(captured.first());
        answer(wrong ? *wrong : store(request));
    });
    router.add("GET", u"/api/stores/{code}/outlets/"_s,
               [this](const HttpRequest &request, const QStringList &captured, const HttpAnswer &answer) {
                   const auto wrong = refusal(captured.first());
                   answer(wrong ? *wrong : list(m_outlets, request));
               });
    router.add("GET", u"/api/stores/"_s, [this](const HttpRequest &) {
        return HttpResponse::json("{\"stores\":[" + m_store + "]}");
    });
}

std::optional<HttpResponse> MasterData::refusal(const QString &store) const
{
    const auto &own = m_node.log().identity().store;
    if (m_version.epoch.isEmpty())
        return HttpResponse::error(404, "no_catalog"_L1, u"There is no menu here yet."_s);
    if (!store.isEmpty() && store != own)
        return HttpResponse::error(404, "not_found"_L1, u"There is no store \"%1\" here."_s.arg(store.left(64)));
    return std::nullopt;
}

QByteArray MasterData::soldOutList() const
{
    QList<qint64> ids;
    for (const auto id : m_state.soldOut)
        ids.append(id.value());
    std::ranges::sort(ids);
    QByteArray json = "[";
    for (const auto id : std::as_const(ids))
        json += (json.size() > 1 ? "," : "") + QByteArray::number(id);
    return json + ']';
}

QByteArray MasterData::tag() const
{
    // What kitchens have run out of is no change of the catalog, but it is one of the answer.
    return '"' + m_version.epoch.toLatin1() + '-' + QByteArray::number(m_version.version) + '-' + QByteArray::number(m_digest, 16) + '-' +
           QByteArray::number(qulonglong(qHash(soldOutList(), 0)), 16) + '"';
}

HttpResponse MasterData::list(const List &list, const HttpRequest &request) const
{
    const auto since = number(request, u"since_version"_s, 0);
    const auto limit = number(request, u"limit"_s, defaultPageRows);
    const auto outlet = number(request, u"outlet"_s, 0);
    if (!since || !limit || *limit == 0 || !outlet)
        return HttpResponse::error(400, "invalid_argument"_L1, u"since_version, limit and outlet are numbers, limit at least 1."_s);
    const auto entityTag = tag();
    const QList<std::pair<QByteArray, QByteArray>> headers{{"ETag", entityTag}, {"Cache-Control", "no-cache"}};
    const auto known = request.headers.value("if-none-match").split(',');
    if (std::ranges::any_of(known, [&](const QByteArray &tag) { return tag.trimmed() == entityTag || tag.trimmed() == "W/" + entityTag; }))
        return {304, {}, {}, headers};
    // Who has more than there is has read another history: everything, from the start.
    const auto from = *since > m_version.version ? 0 : *since;
    auto response = HttpResponse::json(page(list, from, int(std::min<qint64>(*limit, maxPageRows)), OutletId(*outlet)));
    response.headers = headers;
    return response;
}

QByteArray MasterData::page(const List &list, qint64 since, int limit, OutletId outlet) const
{
    QByteArray live, gone;
    auto upTo = m_version.version;
    auto next = list.byVersion.upper_bound(since);
    // Never between two that share a version: the reader goes on after it.
    for (; next != list.byVersion.end() && (limit > 0 || next->first == upTo); ++next, --limit) {
        const auto entry = list.entries.find(next->second);
        const bool isShown = entry != list.entries.end() &&
                             (outlet.isNull() || entry->second.outlets.empty() || entry->second.outlets.contains(outlet));
        if (isShown)
            live += (live.isEmpty() ? "" : ",") + entry->second.json;
        else if (since > 0) // who starts from nothing has nothing to take away
            gone += (gone.isEmpty() ? "" : ",") + QByteArray::number(next->second);
        upTo = next->first;
    }
    const bool hasMore = next != list.byVersion.end();
    auto body = "{\"" + list.key.toLatin1() + "\":[" + live + "],\"deleted\":[" + gone + "]";
    if (&list == &m_products)
        body += ",\"sold_out\":" + soldOutList();
    return body + ",\"current_version\":" + QByteArray::number(hasMore ? upTo : m_version.version) +
           ",\"latest_version\":" + QByteArray::number(m_version.version) + ",\"epoch\":" + JsonWriter::quoted(m_version.epoch) +
           ",\"has_more\":" + (hasMore ? "true" : "false") + '}';
}

HttpResponse MasterData::store(const HttpRequest &request) const
{
    const QList<std::pair<QByteArray, QByteArray>> headers{{"ETag", tag()}, {"Cache-Control", "no-cache"}};
    if (request.headers.value("if-none-match").trimmed() == headers.first().second)
        return {304, {}, {}, headers};
    auto response = HttpResponse::json(m_store);
    response.headers = headers;
    return response;
}

} // namespace saji
