// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/identity.h>

#include "databasehandle.h"
#include "devicecard.h"
#include "identityrow.h"
#include "transaction.h"

#include <array>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr std::array<std::pair<NodeKind, QLatin1StringView>, 5> kindWords{{
    {NodeKind::Kiosk, "kiosk"_L1},
    {NodeKind::Kitchen, "kitchen"_L1},
    {NodeKind::Admin, "admin"_L1},
    {NodeKind::Hub, "hub"_L1},
    {NodeKind::Server, "server"_L1},
}};

Result<void> writeIdentity(Database::Private &database, const Identity &identity)
{
    Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    if (const auto written = storeIdentity(database, identity); !written)
        return written;
    return transaction.commit();
}

} // namespace

Result<std::optional<Identity>> readIdentity(Database::Private &database)
{
    auto &select = database.statement("SELECT device, epoch, kind, name, store FROM identity WHERE id = 1"_L1);
    if (const auto done = select.run(); !done)
        return done.error();
    std::optional<Identity> found;
    if (select.next()) {
        const auto device = DeviceId::fromBytes(select.bytes(0));
        const auto kind = nodeKindFromWord(select.text(2));
        if (!device || !kind)
            return damagedDatabase(database.file, u"it does not say which device it is of"_s);
        found = Identity{{*device, quint64(select.integer(1))}, *kind, select.text(3), select.text(4)};
    }
    if (const auto done = select.finish(); !done)
        return done.error();
    return found;
}

Result<void> storeIdentity(Database::Private &database, const Identity &identity)
{
    return database
        .statement("INSERT INTO identity (id, device, epoch, kind, name, store) VALUES (1, ?, ?, ?, ?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET name = excluded.name, store = excluded.store"_L1)
        .run(identity.origin.device.toBytes(), identity.origin.epoch, QString(nodeKindWord(identity.kind)), identity.name, identity.store);
}

quint64 drawEpoch(Random &random)
{
    return (random.next() >> 1) | 1;
}

Result<void> storeEpoch(Database::Private &database, quint64 epoch)
{
    return database.statement("UPDATE identity SET epoch = ? WHERE id = 1"_L1).run(epoch);
}

Result<Identity> loadIdentity(Database &database, NodeKind kind, const QString &name, const QString &store, const Clock &clock,
                              Random &random)
{
    auto &handle = database.d();
    const auto found = readIdentity(handle);
    if (!found)
        return found.error();
    if (!*found) {
        const Identity drawn{{DeviceId::create(clock, random), drawEpoch(random)}, kind, name, store};
        if (const auto written = writeIdentity(handle, drawn); !written)
            return written.error();
        keepDeviceCard(handle.folder, drawn);
        return drawn;
    }
    auto identity = **found;
    if (identity.kind != kind)
        return Error{ErrorCode::Conflict, u"%1 belongs to a %2, not to a %3: choose another data folder"_s.arg(
                                              database.folder(), nodeKindWord(identity.kind), nodeKindWord(kind))};
    if (!identity.store.isEmpty() && !store.isEmpty() && identity.store != store)
        return Error{ErrorCode::WrongStore,
                     u"%1 belongs to the store \"%2\", not to \"%3\": choose another data folder, or the store \"%2\""_s.arg(
                         database.folder(), identity.store, store)};
    const auto before = identity;
    if (!name.isEmpty())
        identity.name = name;
    if (!store.isEmpty())
        identity.store = store;
    if (identity.name != before.name || identity.store != before.store) {
        if (const auto written = writeIdentity(handle, identity); !written)
            return written.error();
    }
    keepDeviceCard(handle.folder, identity);
    return identity;
}

QLatin1StringView nodeKindWord(NodeKind kind)
{
    for (const auto &[candidate, word] : kindWords) {
        if (candidate == kind)
            return word;
    }
    Q_UNREACHABLE();
}

Result<NodeKind> nodeKindFromWord(QStringView word)
{
    for (const auto &[kind, candidate] : kindWords) {
        if (candidate == word)
            return kind;
    }
    return Error{ErrorCode::Malformed, u"\"%1\" is no kind of node"_s.arg(word.left(32))};
}

} // namespace saji
