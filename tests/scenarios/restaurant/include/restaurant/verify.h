// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <restaurant/worlds.h>

#include <QTest>

//! Waits until all devices know the same, then holds every promise against every world.
#define VERIFY_EQUAL_WORLDS(restaurant) \
    do { \
        const bool settled = (restaurant).settle(); \
        QCOMPARE(saji::differences(restaurant).join(u'\n'), QString()); \
        QCOMPARE(saji::brokenPromises(restaurant).join(u'\n'), QString()); \
        QVERIFY(settled); \
    } while (false)
