// SPDX-License-Identifier: GPL-3.0-or-later
#include "avahipoll.h"

#include <avahi-common/timeval.h>

#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>

// The names are Avahi's: its header declares both types, and leaves them to the loop.
struct AvahiWatch
{
    AvahiWatch(int socket, AvahiWatchEvent wanted, AvahiWatchCallback call, void *data)
        : fd(socket), callback(call), userdata(data), readable(socket, QSocketNotifier::Read), writable(socket, QSocketNotifier::Write)
    {
        QObject::connect(&readable, &QSocketNotifier::activated, &readable, [this] { tell(AVAHI_WATCH_IN); });
        QObject::connect(&writable, &QSocketNotifier::activated, &writable, [this] { tell(AVAHI_WATCH_OUT); });
        want(wanted);
    }

    void want(AvahiWatchEvent events)
    {
        readable.setEnabled(events & AVAHI_WATCH_IN);
        writable.setEnabled(events & AVAHI_WATCH_OUT);
    }

    void tell(AvahiWatchEvent event)
    {
        last = event;
        callback(this, fd, event, userdata);
    }

    int fd;
    AvahiWatchCallback callback;
    void *userdata;
    QSocketNotifier readable;
    QSocketNotifier writable;
    AvahiWatchEvent last{};
};

struct AvahiTimeout
{
    AvahiTimeout(const timeval *due, AvahiTimeoutCallback call, void *data) : callback(call), userdata(data)
    {
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, &timer, [this] { callback(this, userdata); });
        set(due);
    }

    //! nullptr = not now. Avahi's times are of the wall clock.
    void set(const timeval *due)
    {
        if (!due) {
            timer.stop();
            return;
        }
        timer.start(int(std::clamp<AvahiUsec>(-avahi_age(due) / 1000, 0, 3'600'000)));
    }

    AvahiTimeoutCallback callback;
    void *userdata;
    QTimer timer;
};

namespace saji {

const AvahiPoll *avahiPoll()
{
    static const AvahiPoll poll{
        nullptr,
        [](const AvahiPoll *, int fd, AvahiWatchEvent event, AvahiWatchCallback callback, void *userdata) {
            return new AvahiWatch(fd, event, callback, userdata);
        },
        [](AvahiWatch *watch, AvahiWatchEvent event) { watch->want(event); },
        [](AvahiWatch *watch) { return watch->last; },
        // It may be its own callback that says so.
        [](AvahiWatch *watch) {
            watch->want({});
            QMetaObject::invokeMethod(&watch->readable, [watch] { delete watch; }, Qt::QueuedConnection);
        },
        [](const AvahiPoll *, const timeval *due, AvahiTimeoutCallback callback, void *userdata) {
            return new AvahiTimeout(due, callback, userdata);
        },
        [](AvahiTimeout *timeout, const timeval *due) { timeout->set(due); },
        [](AvahiTimeout *timeout) {
            timeout->timer.stop();
            QMetaObject::invokeMethod(&timeout->timer, [timeout] { delete timeout; }, Qt::QueuedConnection);
        }};
    return &poll;
}

} // namespace saji
