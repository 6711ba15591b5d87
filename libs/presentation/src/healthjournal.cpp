// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/healthjournal.h>

#include <presentation/peerwords.h>

#include "tuning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// A few records on their way are the normal life of a restaurant; a queue that has drained is news from here on.
constexpr quint64 worthTelling = 10;

bool isDown(DeviceTrouble trouble)
{
    return trouble == DeviceTrouble::Offline || trouble == DeviceTrouble::Silent;
}

} // namespace

HealthJournal::HealthJournal(LanguageSwitch &language, QObject *parent) : QAbstractListModel(parent), m_language(language)
{
    connect(&m_language, &LanguageSwitch::changed, this, [this] {
        if (!m_entries.isEmpty())
            emit dataChanged(index(0), index(int(m_entries.size()) - 1));
    });
}

void HealthJournal::witness(const QList<DeviceRow> &rows, qint64 newestCatalog, quint64 pending, Milliseconds now)
{
    if (!m_opened) {
        m_opened = true;
        m_catalog = newestCatalog;
        for (const DeviceRow &row : rows)
            m_known.insert(row.key(), {row.trouble, now});
        add({.kind = Kind::Opened, .at = now, .number = rows.size()});
        m_mostPending = pending;
        return;
    }
    for (const DeviceRow &row : rows)
        witnessDevice(row, now);
    witnessMenu(rows, newestCatalog, now);
    witnessQueue(pending, now);
}

void HealthJournal::witnessDevice(const DeviceRow &row, Milliseconds now)
{
    const auto known = m_known.find(row.key());
    if (known == m_known.end()) {
        m_known.insert(row.key(), {row.trouble, now});
        if (!isDown(row.trouble))
            add({.kind = Kind::Joined, .at = now, .name = row.name()});
        return;
    }
    const Known before = *known;
    if (before.trouble == row.trouble)
        return;
    *known = {row.trouble, now};
    if (row.trouble == DeviceTrouble::Silent)
        add({.kind = Kind::Silent, .at = now, .name = row.name(), .span = row.heardAgo.value_or(Milliseconds(0))});
    else if (row.trouble == DeviceTrouble::Offline)
        add({.kind = Kind::Offline, .at = now, .name = row.name(), .cause = row.peer.cause});
    else if (isDown(before.trouble))
        add({.kind = before.trouble == DeviceTrouble::Silent ? Kind::HeardAgain : Kind::Online, .at = now, .name = row.name(),
             .span = now - before.since});
    else if (row.trouble == DeviceTrouble::Polling)
        add({.kind = Kind::Polling, .at = now, .name = row.name()});
}

void HealthJournal::witnessMenu(const QList<DeviceRow> &rows, qint64 newestCatalog, Milliseconds now)
{
    if (newestCatalog > m_catalog) {
        m_catalog = newestCatalog;
        m_catalogAt = now;
        m_catalogEverywhere = false;
        add({.kind = Kind::MenuPublished, .at = now, .number = newestCatalog});
    }
    if (m_catalogEverywhere)
        return;
    const auto has = [this](const DeviceRow &row) { return row.peer.catalogVersion >= m_catalog; };
    const auto tells = [](const DeviceRow &row) { return row.peer.catalogVersion > 0; };
    if (std::none_of(rows.begin(), rows.end(), tells) || !std::all_of(rows.begin(), rows.end(), [&](const DeviceRow &row) { return !tells(row) || has(row); }))
        return;
    m_catalogEverywhere = true;
    add({.kind = Kind::MenuEverywhere, .at = now, .name = QString::number(std::count_if(rows.begin(), rows.end(), has)), .span = now - m_catalogAt,
         .number = m_catalog});
}

void HealthJournal::witnessQueue(quint64 pending, Milliseconds now)
{
    m_mostPending = std::max(m_mostPending, pending);
    if (pending > 0)
        return;
    if (m_mostPending >= worthTelling)
        add({.kind = Kind::Drained, .at = now, .number = qint64(m_mostPending)});
    m_mostPending = 0;
}

void HealthJournal::add(const Entry &entry)
{
    beginInsertRows({}, 0, 0);
    m_entries.prepend(entry);
    endInsertRows();
    if (m_entries.size() <= tuning::journalEntries)
        return;
    beginRemoveRows({}, int(m_entries.size()) - 1, int(m_entries.size()) - 1);
    m_entries.removeLast();
    endRemoveRows();
}

int HealthJournal::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant HealthJournal::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case TitleRole: return title(entry);
    case DetailRole: return detail(entry);
    case AtRole: return qint64(entry.at.count());
    case LampRole: return int(lamp(entry.kind));
    default: return {};
    }
}

QString HealthJournal::title(const Entry &entry) const
{
    switch (entry.kind) {
    case Kind::Opened: return tr("Panel opened");
    case Kind::Joined: return tr("%1 joined").arg(entry.name);
    case Kind::Silent: return tr("%1 silent").arg(entry.name);
    case Kind::HeardAgain: return tr("%1 heard again").arg(entry.name);
    case Kind::Offline: return tr("%1 offline").arg(entry.name);
    case Kind::Online: return tr("%1 connected again").arg(entry.name);
    case Kind::Polling: return tr("%1 is being polled").arg(entry.name);
    case Kind::MenuPublished: return tr("Menu %1 published").arg(m_language.locale().toString(entry.number));
    case Kind::MenuEverywhere: return tr("Menu %1 received by all devices").arg(m_language.locale().toString(entry.number));
    case Kind::Drained: return tr("All records sent to the server");
    }
    return {};
}

QString HealthJournal::detail(const Entry &entry) const
{
    const QLocale locale = m_language.locale();
    switch (entry.kind) {
    case Kind::Opened: return tr("%n device(s) known", nullptr, int(entry.number));
    case Kind::Joined: return tr("heard for the first time");
    case Kind::Silent: return tr("not heard for %1").arg(PeerWords::span(entry.span, locale));
    case Kind::HeardAgain: return tr("was silent for %1").arg(PeerWords::longSpan(entry.span, locale));
    case Kind::Offline: return PeerWords::cause(entry.cause);
    case Kind::Online: return tr("was offline for %1").arg(PeerWords::longSpan(entry.span, locale));
    case Kind::Polling: return tr("no live connection");
    case Kind::MenuPublished: return tr("on its way to the devices");
    case Kind::MenuEverywhere: return tr("%n device(s) within %1", nullptr, entry.name.toInt()).arg(PeerWords::span(entry.span, locale));
    case Kind::Drained: return tr("%n record(s) had waited", nullptr, int(entry.number));
    }
    return {};
}

PeerLampKind HealthJournal::lamp(Kind kind)
{
    switch (kind) {
    case Kind::Silent: return PeerLampKind::Silent;
    case Kind::Offline:
    case Kind::Polling: return PeerLampKind::Offline;
    case Kind::Opened:
    case Kind::Joined:
    case Kind::HeardAgain:
    case Kind::Online:
    case Kind::MenuPublished:
    case Kind::MenuEverywhere:
    case Kind::Drained: break;
    }
    return PeerLampKind::Ok;
}

} // namespace saji
