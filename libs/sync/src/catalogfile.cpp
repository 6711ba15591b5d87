// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/catalogfile.h>

#include "catalogpage.h"

#include <limits>
#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr auto formatWord = "saji-catalog/1"_L1;
const auto storeKind = u"store"_s;
//! Longer ago than any clock goes back.
constexpr Milliseconds never{std::numeric_limits<qint64>::max() / 2};

//! Whose catalog it is, by its one row of this kind.
Result<QString> storeOf(const CatalogStore &catalog)
{
    QString code;
    const auto done = catalog.forEach(storeKind, [&](const QString &id, const QByteArray &) { code = id; });
    if (!done)
        return done.error();
    return code;
}

struct CatalogFile
{
    QString format;
    CatalogStore::Page page;
};

Result<CatalogFile> read(const QByteArray &bytes)
{
    const Error broken{ErrorCode::Malformed, u"not a catalog file of Saji"_s};
    const simdjson::padded_string padded(bytes.constData(), size_t(bytes.size()));
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object catalog;
    std::string_view format, raw;
    if (parser.iterate(padded).get(document) || document["format"].get_string().get(format))
        return broken;
    CatalogFile file{QString::fromUtf8(format.data(), qsizetype(format.size())), {}};
    if (file.format != formatWord)
        return Error{ErrorCode::UnsupportedVersion, u"this program reads \"%1\", not \"%2\""_s.arg(formatWord, file.format.left(40))};
    if (document["catalog"].get_object().get(catalog) || catalog.raw_json().get(raw))
        return broken;
    auto page = decodeCatalogPage(QByteArray(raw.data(), qsizetype(raw.size())));
    if (!page)
        return page.error();
    if (page->hasMore || page->current.epoch.isEmpty())
        return broken;
    file.page = std::move(*page);
    return file;
}

Result<void> checkStore(const CatalogStore::Page &page, const CatalogStore &catalog, const QString &store)
{
    const auto own = store.isEmpty() ? storeOf(catalog) : Result<QString>(store);
    if (!own)
        return own.error();
    for (const auto &row : page.changes) {
        if (!own->isEmpty() && row.kind == storeKind && !row.deleted && row.id != *own)
            return Error{ErrorCode::WrongStore, u"the file is the catalog of \"%1\", this device belongs to \"%2\""_s.arg(row.id, *own)};
    }
    return {};
}

} // namespace

Result<QByteArray> catalogFile(const CatalogStore &catalog)
{
    if (catalog.version().epoch.isEmpty())
        return Error{ErrorCode::NotFound, u"there is no menu yet"_s};
    const auto page = catalog.changesSince(0, std::numeric_limits<int>::max() - 1);
    if (!page)
        return page.error();
    return "{\"format\":\"" + QByteArray(formatWord.data(), formatWord.size()) + "\",\"catalog\":" + encodeCatalogPage(*page) + "}\n";
}

Result<void> restoreCatalogFile(const QByteArray &bytes, CatalogStore &catalog, Random &random, const QString &store)
{
    auto file = read(bytes);
    if (!file)
        return file.error();
    auto &page = file->page;
    if (const auto own = checkStore(page, catalog, store); !own)
        return own;
    if (!catalog.isWriter()) {
        // Not as of now: when the file was written nobody asked the server.
        page.checkedAgo = catalog.checkedAgo().value_or(never);
        if (const auto done = catalog.startOver(page.current.epoch); !done)
            return done;
        return catalog.applyPage(page);
    }
    page.changes.removeIf([](const CatalogRow &row) { return row.deleted; });
    const auto done = catalog.replaceAll(page.changes, random);
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace saji
