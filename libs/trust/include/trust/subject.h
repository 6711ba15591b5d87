// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>

#include <QString>

namespace saji {

//! Whom a certificate names: one device of one store, and what kind of node it is.
struct Subject
{
    DeviceId device;
    QString kind;  //!< "kitchen", as in the hello of a link
    QString store; //!< "pasar-saji"

    friend bool operator==(const Subject &, const Subject &) = default;
};

} // namespace saji
