// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replies.h"

#include <transport/listener.h>

#include <QObject>

#include <memory>

namespace saji {

//! "GET /sync" as a WebSocket client says it.
extern const QByteArray upgradeToSync;
//! A binary frame with a mask of zeros, of which only `present` bytes follow.
[[nodiscard]] QByteArray maskedFrame(quint64 length, qsizetype present);

//! What every test of what clients may not do begins with: a listener with narrow limits, and a look at whether the others are still served.
class LimitsCase : public QObject
{
    Q_OBJECT

protected slots:
    void cleanup();

protected:
    //! Answers how many bytes came; /held is kept without an answer, /huge answers 50 MB.
    void listen(const ListenOptions &options);
    bool stillServes() const;

    std::unique_ptr<Listener> m_listener;
    QList<std::shared_ptr<Link>> m_links;
    QList<HttpAnswer> m_held;
    QByteArray m_huge;
    QList<CloseReason> m_closes;
    int m_frames = 0;
    int m_requests = 0;
    quint16 m_port = 0;
};

} // namespace saji
