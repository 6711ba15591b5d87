// SPDX-License-Identifier: GPL-3.0-or-later
#include <resources/resources.h>

#include <QtCore/QtGlobal>

// Q_INIT_RESOURCE declares a function of the global namespace, so it cannot stand inside ours.
static void initGlobally()
{
    Q_INIT_RESOURCE(saji_resources);
}

void saji::initResources()
{
    initGlobally();
}
