// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/servenode.h>

#include <engine/node.h>
#include <store/eventlog.h>
#include <sync/catalogpuller.h>

namespace saji {
using namespace Qt::StringLiterals;

HttpResponse serveNodeCatalog(Node &node, const HttpRequest &request)
{
    // A device that was pointed at another restaurant's server must not sell from its menu.
    const auto &identity = node.log().identity();
    const auto wanted = request.query.queryItemValue(u"store"_s, QUrl::FullyDecoded);
    if (wanted.isEmpty() || wanted == identity.store)
        return serveCatalog(node.catalog(), request);
    return HttpResponse::error(409, errorWord(ErrorCode::WrongStore),
                               identity.store.isEmpty() ? u"%1 has no store yet: import a menu there first."_s.arg(identity.name)
                                                        : u"%1 belongs to the store \"%2\"."_s.arg(identity.name, identity.store));
}

} // namespace saji
