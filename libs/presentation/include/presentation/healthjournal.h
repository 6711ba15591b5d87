// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/devicerow.h>
#include <presentation/languageswitch.h>

#include <QAbstractListModel>
#include <QHash>

namespace saji {

//! What the panel has witnessed since it was opened, newest first: a device silent or heard again, a menu that has reached all, a queue
//! that has drained. Derived from what changes between two looks; nobody sends it.
class HealthJournal : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Opened, Joined, Silent, HeardAgain, Offline, Online, Polling, MenuPublished, MenuEverywhere, Drained };
    enum Role { TitleRole = Qt::DisplayRole, DetailRole = Qt::UserRole, AtRole /*!< qint64, steady ms */, LampRole /*!< int, PeerLampKind */ };

    explicit HealthJournal(LanguageSwitch &language, QObject *parent = nullptr);

    //! One look at all devices.
    void witness(const QList<DeviceRow> &rows, qint64 newestCatalog, quint64 pending, Milliseconds now);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Entry
    {
        Kind kind = Kind::Opened;
        Milliseconds at{0};
        QString name = {};
        Milliseconds span{0};
        qint64 number = 0;
        SyncCause cause = SyncCause::None;
    };
    struct Known
    {
        DeviceTrouble trouble = DeviceTrouble::None;
        Milliseconds since{0};
    };

    void add(const Entry &entry);
    void witnessDevice(const DeviceRow &row, Milliseconds now);
    void witnessMenu(const QList<DeviceRow> &rows, qint64 newestCatalog, Milliseconds now);
    void witnessQueue(quint64 pending, Milliseconds now);
    QString title(const Entry &entry) const;
    QString detail(const Entry &entry) const;
    static PeerLampKind lamp(Kind kind);

    LanguageSwitch &m_language;
    QList<Entry> m_entries; // newest first
    QHash<QString, Known> m_known;
    qint64 m_catalog = 0;
    Milliseconds m_catalogAt{0};
    bool m_catalogEverywhere = true;
    quint64 m_mostPending = 0;
    bool m_opened = false;
};

} // namespace saji
