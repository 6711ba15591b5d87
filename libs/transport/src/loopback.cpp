// SPDX-License-Identifier: GPL-3.0-or-later
#include <transport/loopback.h>

#include <QQueue>

#include <optional>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

class LoopbackLink final : public Link, public std::enable_shared_from_this<LoopbackLink>
{
public:
    LoopbackLink(Scheduler &scheduler, QString peerName, LinkKind kind, Milliseconds delay)
        : m_scheduler(scheduler), m_peerName(std::move(peerName)), m_kind(kind), m_delay(delay)
    {}

    ~LoopbackLink() override
    {
        if (m_open)
            tellOther({CloseCode::Abnormal, u"the other end is gone"_s});
    }

    void setOther(const std::shared_ptr<LoopbackLink> &other) { m_other = other; }

    LinkKind kind() const override { return m_kind; }
    QString peerName() const override { return m_peerName; }
    bool isOpen() const override { return m_open; }

    void send(const QByteArray &frame) override
    {
        if (!m_open)
            return;
        if (const auto other = m_other.lock())
            other->accept({frame, {}});
    }

    void close(const CloseReason &reason) override
    {
        if (!m_open)
            return;
        tellOther(reason);
        finish(reason);
    }

    qint64 backlog() const override
    {
        const auto other = m_other.lock();
        return m_open && other && other->m_open ? other->m_inboxBytes : 0;
    }

private:
    //! What travels: a frame, or the word that ends the link.
    struct Item
    {
        QByteArray frame;
        std::optional<CloseReason> end;
    };

    void tellOther(const CloseReason &reason)
    {
        if (const auto other = m_other.lock())
            other->accept({{}, reason});
    }

    void accept(Item item)
    {
        if (!m_open)
            return;
        m_inboxBytes += item.frame.size();
        m_inbox.enqueue(std::move(item));
        // One task per item, each taking the head: in order, even where a scheduler is not fair to equal delays.
        // Nothing to cancel: a task outlives its link harmlessly.
        (void)m_scheduler.after(m_delay, [weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->deliverNext();
        });
    }

    void deliverNext()
    {
        if (!m_open || m_inbox.isEmpty())
            return;
        const Item item = m_inbox.dequeue();
        m_inboxBytes -= item.frame.size();
        if (item.end) {
            finish(*item.end);
        } else if (item.frame.size() > maxFrameBytes) {
            close({CloseCode::TooLarge, u"a frame of %1 bytes"_s.arg(item.frame.size())});
        } else {
            emit received(item.frame);
            if (const auto other = m_other.lock(); other && other->m_open)
                emit other->drained();
        }
    }

    void finish(const CloseReason &reason)
    {
        const auto self = shared_from_this(); // a slot may drop the last reference to us
        m_open = false;
        m_inbox.clear();
        m_inboxBytes = 0;
        emit closed(reason);
    }

    Scheduler &m_scheduler;
    std::weak_ptr<LoopbackLink> m_other;
    QString m_peerName;
    LinkKind m_kind;
    Milliseconds m_delay;
    QQueue<Item> m_inbox;
    qint64 m_inboxBytes = 0;
    bool m_open = true;
};

} // namespace

std::pair<std::shared_ptr<Link>, std::shared_ptr<Link>> makeLoopback(Scheduler &scheduler, const QString &nameA, const QString &nameB,
                                                                     LinkKind kind, Milliseconds delay)
{
    const auto a = std::make_shared<LoopbackLink>(scheduler, nameB, kind, delay);
    const auto b = std::make_shared<LoopbackLink>(scheduler, nameA, kind, delay);
    a->setOther(b);
    b->setOther(a);
    return {a, b};
}

} // namespace saji
