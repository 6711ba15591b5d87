// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

#include <utility>

namespace saji {

Mailbox::~Mailbox()
{
    drop(m_letters.exchange(nullptr, std::memory_order_acquire));
}

void Mailbox::post(std::function<void()> task)
{
    auto *letter = new Letter{std::move(task), nullptr};
    // The letter is not ours any more once it is in the box: the receiver may have deleted it. So what lay below is kept apart.
    auto *below = m_letters.load(std::memory_order_relaxed);
    do {
        letter->next = below;
    } while (!m_letters.compare_exchange_weak(below, letter, std::memory_order_release, std::memory_order_relaxed));
    // Who finds the box empty rings; the others lie in it already when the receiver comes.
    if (!below)
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void Mailbox::customEvent(QEvent *event)
{
    Q_UNUSED(event)
    auto *newest = m_letters.exchange(nullptr, std::memory_order_acquire);
    Letter *oldest = nullptr;
    while (newest) {
        auto *next = std::exchange(newest->next, oldest);
        oldest = std::exchange(newest, next);
    }
    const QPointer<Mailbox> alive(this);
    while (oldest && alive && !m_isClosed) {
        auto *letter = std::exchange(oldest, oldest->next);
        letter->task();
        delete letter;
    }
    drop(oldest);
}

void Mailbox::drop(Letter *letters)
{
    while (letters)
        delete std::exchange(letters, letters->next);
}

} // namespace saji
