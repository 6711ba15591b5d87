// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/trustkeeper.h>

#include "logging.h"
#include "tuning.h"

#include <store/eventlog.h>
#include <trust/trust.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

const QString revokedKind = u"trust.revoked"_s;

} // namespace

TrustKeeper::TrustKeeper(const Rooms &rooms, QObject *parent) : QObject(parent), m_rooms(rooms), m_renewal(rooms.scheduler)
{
    m_heard = std::max<qint64>(0, m_rooms.log.lastArrival() - tuning::revocationsLookBack);
}

TrustKeeper::~TrustKeeper() = default;

void TrustKeeper::start()
{
    connect(&m_rooms.log, &EventLog::grown, this, &TrustKeeper::listen);
    listen();
    renewIfDue();
}

void TrustKeeper::listen()
{
    while (m_heard < m_rooms.log.lastArrival()) {
        const auto events = m_rooms.log.since(m_heard, tuning::feedBatch);
        // The feed of facts complains of an unreadable log already, and the next growth looks again.
        if (!events || events->isEmpty())
            return;
        for (const auto &event : *events) {
            m_heard = event.arrival;
            if (event.event.kind == revokedKind)
                take(event.event.payload);
        }
    }
}

void TrustKeeper::take(const QByteArray &signedList)
{
    const auto taken = m_rooms.trust->takeRevocations(signedList);
    if (!taken) {
        qCWarning(lcEngine).noquote() << "a list of revocations is passed over: it" << taken.error().detail;
        return;
    }
    if (!*taken)
        return;
    if (const auto kept = saveRevocations(m_rooms.dataFolder, signedList); !kept)
        qCWarning(lcEngine).noquote() << "revocations are known but not kept:" << kept.error().detail;
    qCInfo(lcEngine) << "heard of revocation" << m_rooms.trust->revocationNumber();
    emit revoked();
}

Result<void> TrustKeeper::announce(const QByteArray &signedList)
{
    const auto list = readRevocations(signedList, m_rooms.trust->credentials().authority);
    if (!list)
        return list.error();
    if (list->number <= m_rooms.trust->revocationNumber())
        return {};
    return m_rooms.log.write([&signedList](LogWriter &writer) -> Result<void> {
        const auto written = writer.append(revokedKind, signedList);
        if (!written)
            return written.error();
        return {};
    });
}

void TrustKeeper::renewIfDue()
{
    if (!m_rooms.authority)
        return;
    const auto own = m_rooms.trust->credentials();
    const auto facts = readCertificate(own.certificate);
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(m_rooms.clock.wallNow()).count();
    const bool isDue = facts && isRenewalDue(*facts, now);
    m_renewal.start(isDue ? tuning::renewalAgain : tuning::renewalEvery, [this] { renewIfDue(); });
    if (!isDue)
        return;
    m_poster = m_rooms.authority();
    if (!m_poster)
        return; // nobody knows yet where it is
    const auto request = makeCertificateRequest(own.key, facts->subject);
    if (!request)
        return;
    const QJsonObject body{{u"csr"_s, QString::fromLatin1(*request)}};
    m_poster->post(u"/api/devices/renew/"_s, QJsonDocument(body).toJson(QJsonDocument::Compact), [this](const Result<HttpReply> &reply) {
        if (reply) {
            // Whatever it says, it will not say otherwise in ten minutes.
            m_renewal.start(tuning::renewalEvery, [this] { renewIfDue(); });
            takeRenewed(*reply);
        } else {
            qCInfo(lcEngine).noquote() << "the certificate of this device is not renewed yet:" << reply.error().detail;
        }
    });
}

void TrustKeeper::takeRenewed(const HttpReply &reply)
{
    auto next = m_rooms.trust->credentials();
    next.certificate = QJsonDocument::fromJson(reply.body).object().value("certificate"_L1).toString().toLatin1();
    const auto facts = readCertificate(next.certificate);
    if (reply.status != 200 || !facts || facts->subject != m_rooms.trust->self()) {
        qCWarning(lcEngine).noquote() << "the certificate of this device was not renewed: status" << reply.status << reply.body.left(300);
        return;
    }
    if (const auto kept = saveCredentials(m_rooms.dataFolder, next); !kept) {
        qCWarning(lcEngine).noquote() << "the certificate of this device was not renewed:" << kept.error().detail;
        return;
    }
    m_rooms.trust->renew(next.certificate);
    qCInfo(lcEngine) << "the certificate of this device was renewed";
    emit renewed();
}

} // namespace saji
