// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <domain/menu.h>
#include <domain/order.h>

#include <QString>
#include <QStringView>

namespace saji {

//! How old a ticket is, as a cook reads it: "0:06", "9:12", "125:40" becomes "2:05:40". Never negative.
[[nodiscard]] QString ticketAge(Milliseconds age);

//! What a state is called in a sentence: "cooking". Lower case.
[[nodiscard]] QString ticketStateWords(OrderState state);

//! What a modifier says after its tag: "Tanpa seledri" beside the tag TANPA is "seledri".
[[nodiscard]] QString withoutTagWord(const QString &name, ModifierKind kind);

} // namespace saji
