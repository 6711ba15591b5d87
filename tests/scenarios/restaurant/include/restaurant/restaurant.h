// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <restaurant/device.h>

#include <QTemporaryDir>

#include <map>

namespace saji {

//! A restaurant in one thread: server, hub, kiosks and kitchens as real nodes on real files, on one virtual clock and one network
//! with switches. The same calls give the same run.
//!
//! Addresses are "server", "hub" and whatever kiosks and kitchens are called. A test breaks things through network() and
//! switchOff(), lets time pass, and in the end asks settle() and worlds.h whether all worlds are equal.
class Restaurant
{
public:
    explicit Restaurant(quint64 seed = 1);
    ~Restaurant();

    //! From now on nobody is told an address: devices find each other.
    void typeNoAddresses() { m_isFinding = true; }

    //! The usual house: server with the small menu, hub, one kiosk "kiosk" (A), kitchens "soto" and "sate" (outlets 1 and 2).
    void furnish();
    Device &addServer();
    Device &addHub(const QString &address = QStringLiteral("hub"));
    Device &addKiosk(const QString &name, const QString &code);
    Device &addKitchen(const QString &name, int outlet);
    Device &addPanel(const QString &name);
    //! Not switched on yet.
    Device &add(const QString &address, const NodeOptions &options);

    Device &device(const QString &address);
    QList<Device *> devices() const; //!< in the order they were added

    Switchboard &network() { return m_network; }
    ManualScheduler &scheduler() { return m_scheduler; }
    QString folder(const QString &address) const { return m_folder.filePath(address); }

    //! At the server: makes the menu equal to this file.
    void importMenu(const QByteArray &file);
    //! The same on a disk that may fail.
    [[nodiscard]] Result<void> tryImportMenu(const QByteArray &file);
    //! A guest at a kiosk takes one of each of these products and confirms. Null when refused.
    std::optional<PlacedOrder> order(const QString &kiosk, const QList<int> &products);
    //! A basket that is confirmed as it is, for guests who tap twice.
    void confirm(const QString &kiosk, const Cart &cart);
    Cart basket(const QString &kiosk, const QList<int> &products);
    void advance(const QString &kitchen, const PlacedOrder &order, int outlet, OrderState to);
    void recall(const QString &kitchen, const PlacedOrder &order, int outlet);
    void markSeen(const QString &kitchen, const PlacedOrder &order, int outlet);

    void pass(Milliseconds time);
    //! Lets time pass until the condition holds.
    [[nodiscard]] bool passUntil(const std::function<bool()> &condition, Milliseconds limit = std::chrono::minutes(2));
    //! So much happened in one moment that time does not go on: somebody answers somebody at once, for ever. From then on none passes.
    bool standsStill() const { return m_standsStill; }
    //! Lets time pass until every device that is on has the same log, then a moment more for what follows from it.
    [[nodiscard]] bool settle(Milliseconds limit = std::chrono::minutes(2));

    //! Every order that a guest was given a number for, on any kiosk.
    QList<PlacedOrder> confirmed() const;

private:
    void tellWays(NodeOptions &options) const;

    QTemporaryDir m_folder;
    ManualClock m_clock;
    ManualScheduler m_scheduler{m_clock};
    Switchboard m_network{m_scheduler};
    SeededRandom m_random;
    std::vector<std::unique_ptr<Device>> m_devices;
    bool m_isFinding = false;
    bool m_standsStill = false;
};

} // namespace saji
