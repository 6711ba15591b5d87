// SPDX-License-Identifier: GPL-3.0-or-later
#include "trustoffice.h"

#include <trust/authority.h>

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QString dayOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date().toString(Qt::ISODate);
}

//! "by Rina on 2026-11-23 at 12:40", as far as it is known; by the clock of this machine.
QString removalOf(const CertifiedDevice &device)
{
    QStringList words;
    if (!device.revocation.by.isEmpty())
        words << u"by"_s << device.revocation.by;
    if (device.revocation.at > 0)
        words << QDateTime::fromSecsSinceEpoch(device.revocation.at).toString(u"'on' yyyy-MM-dd 'at' HH:mm"_s);
    return words.join(u' ');
}

QByteArray row(const QStringList &cells)
{
    return cells.join(u"  "_s).trimmed().toUtf8() + '\n';
}

} // namespace

bool TrustOffice::answers(const QString &verb)
{
    static const QStringList verbs{u"pair.create"_s, u"devices.list"_s, u"devices.revoke"_s, u"token.create"_s, u"token.list"_s, u"token.revoke"_s};
    return verbs.contains(verb);
}

Result<ControlReply> TrustOffice::answer(const ControlRequest &request)
{
    if (request.verb == u"pair.create"_s)
        return createCode(request.body);
    if (request.verb == u"devices.list"_s)
        return listDevices();
    if (request.verb == u"devices.revoke"_s)
        return revokeDevice(request.body);
    if (request.verb == u"token.create"_s)
        return createToken(request.body);
    if (request.verb == u"token.list"_s)
        return listTokens();
    return revokeToken(request.body);
}

Result<ControlReply> TrustOffice::createCode(const QByteArray &body)
{
    const auto wish = QJsonDocument::fromJson(body).object();
    const auto kind = wish.value("kind"_L1).toString();
    const auto code = m_authority.createCode(kind, wish.value("label"_L1).toString(), now());
    if (!code)
        return code.error();
    const auto whom = kind.isEmpty() ? u"one device"_s : u"one "_s + kind;
    const auto until = QDateTime::fromSecsSinceEpoch(now() + Authority::codeSeconds()).time().toString(u"HH:mm"_s);
    const QJsonObject more{{u"words"_s, u"This code pairs %1 with the store \"%2\". It works once, for ten minutes: until %3."_s.arg(whom, m_authority.store(), until)},
                           {u"qr"_s, code->toQrText()}};
    return ControlReply{code->toString(), QJsonDocument(more).toJson(QJsonDocument::Compact)};
}

Result<ControlReply> TrustOffice::listDevices() const
{
    QByteArray text;
    for (const auto &device : m_authority.devices())
        text += row({device.subject.device.toString(), device.subject.kind.leftJustified(8), device.isRevoked ? u"revoked"_s : u"until "_s + dayOf(device.expiresAt),
                     device.name, removalOf(device)});
    return ControlReply{u"%1 devices were paired."_s.arg(m_authority.devices().size()), text};
}

Result<ControlReply> TrustOffice::revokeDevice(const QByteArray &body)
{
    const auto wish = QJsonDocument::fromJson(body).object();
    const auto device = m_authority.revokeDevice(wish.value("which"_L1).toString(), wish.value("by"_L1).toString(), now());
    if (!device)
        return device.error();
    return ControlReply{u"The %1 %2 (%3) is revoked; every node refuses it as soon as it hears of this."_s.arg(device->subject.kind, device->name,
                                                                                                     device->subject.device.toString()),
                        {}};
}

Result<ControlReply> TrustOffice::createToken(const QByteArray &body)
{
    const auto wish = QJsonDocument::fromJson(body).object();
    const auto token = m_authority.createToken(wish.value("label"_L1).toString(), wish.value("scopes"_L1).toString().split(u',', Qt::SkipEmptyParts),
                                               wish.value("days"_L1).toInt(), now());
    if (!token)
        return token.error();
    const auto facts = m_authority.tokens().constLast().facts;
    return ControlReply{QString::fromLatin1(*token), u"Token %1 for %2, until %3. It is shown this once.\n"_s
                                                         .arg(facts.id, facts.scopes.join(u", "_s), dayOf(facts.expiresAt))
                                                         .toUtf8()};
}

Result<ControlReply> TrustOffice::listTokens() const
{
    QByteArray text;
    for (const auto &token : m_authority.tokens())
        text += row({token.facts.id, token.isRevoked ? u"revoked"_s : u"until "_s + dayOf(token.facts.expiresAt), token.facts.scopes.join(u',').leftJustified(24),
                     token.facts.name});
    return ControlReply{u"%1 tokens were made."_s.arg(m_authority.tokens().size()), text};
}

Result<ControlReply> TrustOffice::revokeToken(const QByteArray &id)
{
    const auto token = m_authority.revokeToken(QString::fromUtf8(id));
    if (!token)
        return token.error();
    return ControlReply{u"The token %1 is revoked."_s.arg(token->facts.id), {}};
}

qint64 TrustOffice::now() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(m_clock.wallNow()).count();
}

} // namespace saji
