// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/dialers.h>
#include <transport/listener.h>

#include <QObject>
#include <QSignalSpy>
#include <QUrl>

#include <memory>
#include <optional>

namespace saji {

[[nodiscard]] QUrl urlOf(quint16 port);
//! The first one of Link::closed.
[[nodiscard]] CloseReason closeReason(const QSignalSpy &spy);

//! What every test of one kind of link begins with: a listener there, a dialer here, and the link between them as each end has it.
class LinkCase : public QObject
{
    Q_OBJECT

protected:
    //! A listener on a port of its own; the link that comes is kept.
    void listen(const ListenOptions &options);
    //! In the order in which an end of the test lets go of it.
    void letGo();

    //! Our end; null when there was none within 5 s.
    std::shared_ptr<Link> dial();
    //! The same, when both ends are there.
    std::shared_ptr<Link> dialBoth();
    //! Why a dial failed; Internal when it did not.
    ErrorCode dialError();

    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<QtScheduler> m_scheduler;
    std::unique_ptr<Dialer> m_dialer;
    std::shared_ptr<Link> m_there;
    std::optional<Result<std::shared_ptr<Link>>> m_answer;
    quint16 m_port = 0;
    int m_linked = 0; //!< how many links have come
};

} // namespace saji
