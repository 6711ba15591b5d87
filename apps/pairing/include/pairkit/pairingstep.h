// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/identity.h>
#include <transport/dialers.h>
#include <transport/discovery.h>
#include <trust/pairing.h>

#include <base/random.h>
#include <base/scheduler.h>

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace saji {

//! Who wants to be paired, and with whom.
struct PairingOrder
{
    QString dataFolder;
    NodeKind kind = NodeKind::Kiosk;
    QString name;
    QString store;
    QUrl server; //!< empty = it is looked for
    DiscoveryOptions discovery{};
    QUrl hub{}; //!< passes it on when the server cannot be reached from here; empty = it is looked for
};

//! Pairs a device that does not run yet: draws its identity in its data folder, asks the server (through a paired hub
//! when there is no other way to it), keeps what it is given. One try per call.
class PairingStep : public QObject
{
    Q_OBJECT

public:
    explicit PairingStep(PairingOrder order, QObject *parent = nullptr);
    ~PairingStep() override;

    //! `done` or `failed` follows, once.
    void begin(const PairCode &code);
    bool isUnderWay() const { return m_poster != nullptr || m_discovery != nullptr; }

signals:
    void done();
    //! Unreachable, NotFound, TimedOut: the server is not there. Unauthorized: the code is wrong, used or old. WrongStore. Everything else says itself.
    void failed(const saji::Error &error);

private:
    [[nodiscard]] Result<Subject> subject() const;
    //! The server, or a hub when no server is heard; only a hub when the server was asked already and `why` it did not answer.
    void find(const std::optional<Error> &why = {});
    void see(const Sighting &device, bool hubOnly);
    void askAt(const QUrl &place, bool isHub);
    void ask();
    [[nodiscard]] bool mayAskAHub(const Error &error) const;
    void askAHub(const Error &why);
    void take(const Result<HttpReply> &reply);
    void fail(const Error &error);

    PairingOrder m_order;
    std::optional<Pairing> m_pairing;
    SystemClock m_clock;
    QtScheduler m_scheduler;
    SystemRandom m_random;
    std::unique_ptr<Discovery> m_discovery; //!< while somebody to ask is looked for
    Timer m_patience{m_scheduler};
    Timer m_settling{m_scheduler};
    DeviceId m_self;
    QUrl m_place; //!< who is asked
    bool m_isHub = false; //!< and that it is a hub
    std::unique_ptr<HttpPoster> m_poster;
    int m_busyAnswers = 0;
};

} // namespace saji
