// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace saji {

struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

//! Owns a QObject that may be dropped from inside one of its own signals.
template<class T>
using LaterPtr = std::unique_ptr<T, DeleteLater>;

} // namespace saji
