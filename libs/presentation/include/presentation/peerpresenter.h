// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <presentation/languageswitch.h>
#include <presentation/peerlamp.h>
#include <services/menuservice.h>

#include <QObject>
#include <QSet>

namespace saji {

//! What stands under the header when a source is not as it should be.
struct PeerBanner
{
    enum class Level { None, Notice, Alarm };
    Level level = Level::None;
    QString sentence = {}; //!< what, since when
    QString detail = {}; //!< what still works, what to do
    bool rings = false; //!< a notice that is worth one sound
    bool quiet = false; //!< somebody has taken note: no sound, and no more room than needed

    friend bool operator==(const PeerBanner &, const PeerBanner &) = default;
};

//! Tells a kitchen where its tickets come from and whether that still holds: a lamp per source, one banner by gravity, and the sentence
//! that proves an empty board.
//!
//! Silence is noticed by this device's own clock, at the limit in peerPatience(): within three seconds of the last word. Screen thread.
class PeerPresenter : public QObject
{
    Q_OBJECT

public:
    PeerPresenter(const Clock &clock, Scheduler &scheduler, LanguageSwitch &language, QObject *parent = nullptr);

    void attach(SyncService &service);
    void setMenu(const MenuState &menu);
    const SyncStatus &status() const { return m_status; }
    const Menu &menu() const { return *m_menu.menu; }

    //! Kiosks, then hub, then server.
    QList<PeerLamp> lamps() const;
    //! The same with all healthy kiosks as one lamp ("8 kios"), for a header that is too narrow.
    QList<PeerLamp> fewLamps() const;
    const PeerBanner &banner() const { return m_banner; }
    //! Every source was heard: the board is what the restaurant knows.
    bool isComplete() const;
    //! "Memang kosong: semua kios terdengar dalam satu detik terakhir." or what may be missing, and why.
    QString proof() const;
    QString menuAge() const;
    //! A wall time as this restaurant writes it: "12.41".
    QString hourOf(Milliseconds steady) const;
    QString hourNow() const;

public slots:
    //! The button of the banner: the sound stops; a notice goes, an alarm stays small until its cause goes or changes.
    void acknowledge();

signals:
    //! Ages tick twice a second.
    void ticked();
    void bannerChanged(const saji::PeerBanner &banner);
    //! A source has fallen silent, or still is and nobody has taken note: once, then every ten seconds.
    void alarmed();

private:
    struct Worries;

    void setStatus(const SyncStatus &status);
    void tick();
    void askAnew();
    Milliseconds untilNextLook() const;
    void judge();
    Worries worries() const;
    void show(const PeerBanner &banner);
    QList<PeerView> sources() const;
    PeerLamp lampOf(const PeerView &peer) const;
    PeerBanner bannerFor(const Worries &worries) const;
    PeerBanner cutOffBanner(const Worries &worries) const;
    PeerBanner removedBanner(const Removal &removal) const;
    PeerBanner hubGoneBanner(const PeerView &hub) const;
    PeerBanner silentKioskBanner(const Worries &worries) const;
    QString since(const PeerView &peer) const;
    bool isStarting() const;

    const Clock &m_clock;
    LanguageSwitch &m_language;
    SyncStatus m_status;
    MenuState m_menu;
    SyncService *m_service = nullptr;
    Milliseconds m_startedAt;
    PeerBanner m_banner;
    QString m_cause; //!< what the banner is about, without ages
    QString m_acknowledged;
    Milliseconds m_soundedAt{0};
    Milliseconds m_askedAt{0};
    QString m_rangFor; //!< the cause of the notice that has had its sound
    std::optional<Milliseconds> m_noticeSince;
    Timer m_tick;
};

} // namespace saji
