// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/http.h>

namespace saji {

class Node;

//! The answer of GET /api/catalog/ on every node that listens: its catalog, or 409 for a device that asks for another store's.
[[nodiscard]] HttpResponse serveNodeCatalog(Node &node, const HttpRequest &request);

} // namespace saji
