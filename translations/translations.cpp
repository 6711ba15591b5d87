// SPDX-License-Identifier: GPL-3.0-or-later
#include <translations/translations.h>

#include <qglobal.h>

// Q_INIT_RESOURCE declares a function, which must not end up in a namespace.
static void registerResource()
{
    Q_INIT_RESOURCE(translations);
}

namespace saji {

void initTranslations()
{
    registerResource();
}

} // namespace saji
