// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/facts.h>
#include <store/eventlog.h>

namespace saji {

//! Writes facts of this device in one durable transaction.
[[nodiscard]] inline Result<void> writeFacts(EventLog &log, const QList<Fact> &facts)
{
    return log.write([&facts](LogWriter &writer) -> Result<void> {
        for (const auto &fact : facts) {
            const auto encoded = encodeFact(fact);
            if (const auto appended = writer.append(encoded.kind, encoded.payload); !appended)
                return appended.error();
        }
        return {};
    });
}

} // namespace saji
