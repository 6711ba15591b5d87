// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/backoff.h>
#include <gateway/webdesk.h>
#include <transport/textclient.h>

#include <QSet>
#include <QUrl>

namespace saji {

class HubMemory;
class HubNews;
struct HubTranslation;
struct HubWord;
struct SocketIoPacket;

enum class HubPasses {
    Everything, //!< for a hub: whatever this node knows
    Own,        //!< for a device: what is placed and cooked on it, because others may stand there as well
};

//! What this node is at another hub.
struct HubPart
{
    QString hub; //!< its address, by which the disk knows it; never empty
    HubPasses passes = HubPasses::Everything;
    OutletId outlet{}; //!< a kitchen's: it joins that room alone. Null: all rooms of the menu
};

//! Makes this node a client of a Socket.IO hub that was there before it: orders and steps of either side reach the other.
//!
//! What the log tells goes there in the words that published kitchens understand, once per outlet; what is heard there is said at our desk
//! like that of any web client, so it becomes facts of this store, once. Tries for ever. The echo from the room is that hub's answer: the
//! disk keeps how far that hub has echoed us, and what it has not echoed is said again, the same, after every connect: a word may come
//! twice, and not never. At the first start there, the orders that are still to be cooked are told.
class HubBridge : public QObject
{
    Q_OBJECT

public:
    struct Rooms
    {
        Node &node;
        WebDesk &desk;
        WebBook &book;
        const Clock &clock;
        Scheduler &scheduler;
        Random &random;
    };

    using Passes = HubPasses;
    using Part = HubPart;

    //! `client` opens endpoint(HUB).
    HubBridge(const Rooms &rooms, std::unique_ptr<TextClient> client, const Part &part, QObject *parent = nullptr);
    ~HubBridge() override;

    [[nodiscard]] static QUrl endpoint(const QUrl &hub);

    //! The book has been loaded.
    void start();
    bool isConnected() const { return m_isConnected; }

signals:
    void connectedChanged(bool connected);

private:
    //! A word of which the echo has not come back.
    struct Said
    {
        qint64 arrival = 0; //!< of what it tells; -1 = told at the first start
        QByteArray hash;    //!< of the echo
        QByteArray packet;
        int pings = 0; //!< of that hub before it was said over the present connection
    };

    void dial();
    void retry(const QString &why);
    void use(const std::shared_ptr<TextSocket> &socket);
    void take(const QByteArray &message);
    void takePacket(const SocketIoPacket &packet);
    void hear(const QByteArray &event, const QByteArray &body);
    [[nodiscard]] bool concernsUs(const HubTranslation &word, const QJsonObject &data) const;
    [[nodiscard]] bool isStepForUs(const QJsonObject &data) const;
    void greet();
    void joinOutlets();
    void recall();
    void look();
    void pump();
    void say(const HubWord &word);
    [[nodiscard]] bool acknowledge(const QByteArray &hash);
    void giveUpEchoes();
    void settle();
    void save();
    void watchSilence();

    Rooms m_rooms;
    Part m_part;
    std::unique_ptr<HubNews> m_news;
    std::unique_ptr<HubMemory> m_memory; //!< none = the disk does not take it
    std::unique_ptr<TextClient> m_client;
    std::shared_ptr<TextSocket> m_socket;
    bool m_isConnected = false;
    int m_pings = 0; //!< over the present connection
    Milliseconds m_patience{0}; //!< without a ping of the hub
    MenuState m_menu;
    QSet<QString> m_joined;
    QList<Said> m_said;    //!< in the order of arrival
    qint64 m_readTo = 0;   //!< of the log
    qint64 m_settled = -1; //!< up to which arrival that hub has heard us
    Backoff m_backoff;
    Timer m_again;
    Timer m_silence;
    Timer m_look;
    Timer m_saveSoon;
};

} // namespace saji
