// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/origin.h>
#include <store/database.h>

namespace saji {

enum class NodeKind { Kiosk, Kitchen, Admin, Hub, Server };

//! Who this device is: drawn when its store file is created and kept with it.
struct Identity
{
    Origin origin; //!< device id + epoch
    NodeKind kind = NodeKind::Kiosk;
    QString name;  //!< for people: "Kios A"
    QString store; //!< the store's code, "pasar-saji"; empty on a server that has imported no menu yet
};

//! Reads the identity, or draws it on a new file. A file that belongs to another store or another kind of node is refused:
//! WrongStore / Conflict, with a detail that says what to do. A changed name is stored.
[[nodiscard]] Result<Identity> loadIdentity(Database &database, NodeKind kind, const QString &name, const QString &store,
                                            const Clock &clock, Random &random);

[[nodiscard]] QLatin1StringView nodeKindWord(NodeKind kind); //!< "kiosk"
[[nodiscard]] Result<NodeKind> nodeKindFromWord(QStringView word);

} // namespace saji
