// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace saji {

//! This node's status for one peer: told when it has changed, and never too much of it.
class StatusReport
{
public:
    explicit StatusReport(std::function<QByteArray()> source) : m_source(std::move(source)) {}

    //! What the next ping carries; empty when the peer knows it. `who` speaks to whom, for the log.
    [[nodiscard]] QByteArray next(const QString &who);

private:
    std::function<QByteArray()> m_source;
    QByteArray m_told;
    bool m_hasWarned = false;
};

} // namespace saji
