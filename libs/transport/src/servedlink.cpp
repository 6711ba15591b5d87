// SPDX-License-Identifier: GPL-3.0-or-later
#include "servedlink.h"

#include "log.h"

namespace saji {
using namespace Qt::StringLiterals;

ServedLink::ServedLink(const std::shared_ptr<IoThread> &io, ConnectionId id, QString peerName, qint64 backlogLimit)
    : m_io(io), m_id(id), m_peerName(std::move(peerName)), m_backlogLimit(backlogLimit)
{}

ServedLink::~ServedLink()
{
    const auto io = m_io.lock();
    if (m_open && io)
        io->close(m_id, {CloseCode::GoingAway, {}});
}

void ServedLink::send(const QByteArray &frame)
{
    const auto io = m_io.lock();
    if (!m_open || !io)
        return;
    if (m_backlog + frame.size() > m_backlogLimit) {
        qCInfo(lcTransport).noquote() << m_peerName << "takes too little:" << m_backlog << "bytes wait; cutting it";
        close({CloseCode::Abnormal, u"the peer reads too slowly: %1 bytes wait"_s.arg(m_backlog)});
        return;
    }
    m_backlog += frame.size();
    io->send(m_id, frame);
}

void ServedLink::close(const CloseReason &reason)
{
    if (!m_open)
        return;
    if (const auto io = m_io.lock())
        io->close(m_id, reason);
    finish(reason);
}

void ServedLink::deliver(const QByteArrayList &frames)
{
    const auto self = shared_from_this(); // a slot may drop the last reference to us
    for (const auto &frame : frames) {
        if (!m_open)
            return;
        emit received(frame);
    }
    if (const auto io = m_io.lock(); io && m_open)
        io->readOn(m_id);
}

void ServedLink::written(qint64 bytes)
{
    const auto self = shared_from_this();
    m_backlog -= bytes;
    if (m_open)
        emit drained();
}

void ServedLink::finish(const CloseReason &reason)
{
    const auto self = shared_from_this();
    if (std::exchange(m_open, false))
        emit closed(reason);
}

} // namespace saji
