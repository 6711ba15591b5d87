// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/outboxservice.h>

#include <QCoreApplication>
#include <QLocale>

namespace saji {

//! The way of an order, in the order in which people think of it; each is one bit of a chain.
enum class OutboxStep { Here, Second, Hub, Server, Kitchen };
constexpr int outboxSteps = 5;

//! How far an order has come and what the server says against it, as staff read it.
class OutboxWords
{
    Q_DECLARE_TR_FUNCTIONS(saji::OutboxWords)

public:
    //! "A-042"; of an order that nobody can read, a word.
    static QString number(const OutboxOrder &order);
    //! The steps that have happened, one bit each (bit 0 = OutboxStep::Here).
    static int steps(const OutboxOrder &order);
    static bool has(const OutboxOrder &order, OutboxStep step);
    //! The sign of a step in a chain: an icon, or one character.
    static QString sign(OutboxStep step);
    static QStringList signsOfAll();
    //! "Di hub, belum di server".
    static QString state(const OutboxOrder &order);
    //! "Tersimpan di Kios A", "Salinan kedua di Dapur Minang", "Di server pusat", whether it has happened or not.
    static QString step(const OutboxOrder &order, OutboxStep step);
    //! Why it is in quarantine, as a headline: "Harga berbeda".
    static QString reason(FlagReason reason);
    //! What that means, and what one does about it.
    static QString advice(FlagReason reason);
    //! What became impossible when an action was refused.
    static QString refusal(const Error &error);
};

} // namespace saji
