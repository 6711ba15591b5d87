// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <presentation/languageswitch.h>
#include <presentation/storagewords.h>
#include <services/menuservice.h>
#include <services/syncservice.h>

#include <QObject>

namespace saji {

//! What a guest must know about the connections: nothing while all is well, else one calm sentence and what still works.
struct SyncBanner
{
    enum class Kind { None, Slow, NoInternet, Alone, OldMenu };
    Kind kind = Kind::None;
    QString icon;
    QString sentence;
    QString detail;
    friend bool operator==(const SyncBanner &, const SyncBanner &) = default;
};

//! The connections of this kiosk in words: a banner for guests, a lamp with its reasons for staff, and whether orders can be kept.
//!
//! A connection that is lost for a moment raises no banner; `changed` also follows the clock, because ages are part of the words.
//! GUI thread.
class SyncPresenter : public QObject
{
    Q_OBJECT

public:
    enum class Lamp { Connected, Polling, Offline };
    //! Why no guest can order here.
    enum class Outage { None, NoMenuYet, Storage, Removed };

    SyncPresenter(LanguageSwitch &language, const Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);

    void setStatus(const SyncStatus &status);
    void setMenuState(const MenuState &state);

    const SyncStatus &status() const { return m_status; }
    bool centralConnected() const { return m_status.centralConnected; }
    bool localConnected() const { return m_status.localConnected; }

    SyncBanner banner() const;
    Lamp lamp() const;
    QString lampWord() const; //!< "Tersambung"
    QString lampAge() const; //!< since when it is so: "3 menit"
    //! One line per way out of this kiosk, with its cause: for the help sheet and for staff.
    QStringList reasons() const;
    //! For staff: what of the menu cannot be used, and how the pictures that are kept here serve; empty = nothing to say.
    QString menuFaults() const;
    QString pictures() const;
    //! Lets go of the pictures that are kept; they are fetched again.
    void clearPictures() { emit clearCacheAsked(); }
    //! For staff: one line per kitchen, whether its screen is there, and when it was heard.
    QStringList kitchens() const;
    QString oldPrices() const; //!< for every screen with prices: "Prices may have changed."; empty = they are fresh
    QString menuAge() const; //!< "Menu diperiksa 12 menit lalu"
    QString pending() const; //!< "2 pesanan menunggu dikirim ke server"; empty = none

    Outage outage() const;
    QString outageCode() const; //!< for staff: "DISK-FULL"
    //! Why no order is taken, for guests; empty while orders are taken.
    QString outageReason() const;
    //! For staff: about the disk, and that a damaged store was healed. Nothing to say = HealthMood::Good.
    StorageNotice storage() const;
    StorageNotice healed() const;

signals:
    void changed();
    void clearCacheAsked();

private:
    void tick();
    bool lasts(std::optional<Milliseconds> since) const;
    bool menuIsOld() const;
    QString ago(Milliseconds then) const;
    QString cause(const PeerView &peer) const;

    LanguageSwitch &m_language;
    const Clock &m_clock;
    Timer m_timer;
    SyncStatus m_status;
    MenuState m_state;
    Milliseconds m_started;
    std::optional<Milliseconds> m_offlineSince; //!< no central server
    std::optional<Milliseconds> m_aloneSince; //!< nobody at all
    std::optional<Milliseconds> m_pollingSince;
    bool m_known = false; //!< a first status has come
    bool m_menuKnown = false;
};

} // namespace saji
