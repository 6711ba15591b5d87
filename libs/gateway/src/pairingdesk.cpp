// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/pairingdesk.h>

#include "log.h"
#include "tuning.h"

#include <transport/listener.h>
#include <trust/authority.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

HttpResponse refused(const Error &error)
{
    int status = 503;
    if (error.code == ErrorCode::Malformed)
        status = 400;
    else if (error.code == ErrorCode::Unauthorized)
        status = 403;
    else if (error.code == ErrorCode::Conflict || error.code == ErrorCode::WrongStore)
        status = 409;
    return HttpResponse::error(status, errorWord(error.code), error.detail);
}

} // namespace

void PairingDesk::addRoutes(Router &router, Listener &listener)
{
    router.add("POST", u"/api/devices/pair/"_s, [this](const HttpRequest &request) { return pair(request); });
    router.add("POST", u"/api/devices/renew/"_s, [this](const HttpRequest &request) { return renew(request); });
    router.add("GET", u"/api/devices/authority.pem"_s, [this](const HttpRequest &) {
        return HttpResponse{200, "application/x-pem-file", m_authority.certificate(), {}};
    });
    listener.limit(u"/api/devices/pair"_s, tuning::pairingTriesPerSecond);
}

HttpResponse PairingDesk::pair(const HttpRequest &request)
{
    const auto asked = PairRequest::fromJson(request.body);
    if (!asked)
        return refused(asked.error());
    const auto answer = m_authority.pair(*asked, now());
    if (!answer) {
        qCWarning(lcGateway).noquote() << "pairing refused to" << request.peerAddress << "-" << answer.error().detail;
        return refused(answer.error());
    }
    qCInfo(lcGateway).noquote() << "paired the" << asked->kind << asked->name << "at" << request.peerAddress;
    return HttpResponse::json(answer->toJson());
}

HttpResponse PairingDesk::renew(const HttpRequest &request)
{
    if (!request.device)
        return HttpResponse::error(403, errorWord(ErrorCode::Unauthorized), u"a certificate is renewed over a link that shows the present one"_s);
    const auto asked = QJsonDocument::fromJson(request.body).object().value("csr"_L1).toString().toLatin1();
    const auto certificate = m_authority.renew(*request.device, asked, now());
    if (!certificate)
        return refused(certificate.error());
    const QJsonObject body{{u"certificate"_s, QString::fromLatin1(*certificate)}};
    return HttpResponse::json(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

qint64 PairingDesk::now() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(m_clock.wallNow()).count();
}

} // namespace saji
