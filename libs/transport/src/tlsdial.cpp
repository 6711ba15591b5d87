// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlsdial.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslKey>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr char refusalProperty[] = "saji_refusal";
constexpr char refusalCodeProperty[] = "saji_refusal_code";

QSslConfiguration withoutMemory()
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return configuration;
}

} // namespace

QSslConfiguration tlsConfiguration(const Trust &trust)
{
    const auto own = trust.credentials();
    auto configuration = withoutMemory();
    configuration.setCaCertificates(QSslCertificate::fromData(own.authority, QSsl::Pem));
    configuration.setLocalCertificate(QSslCertificate(own.certificate, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(own.key, QSsl::Ec, QSsl::Pem));
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return configuration;
}

QSslConfiguration tlsWithAnybody()
{
    auto configuration = withoutMemory();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

Result<Subject> judgePeer(const Trust &trust, const QSslCertificate &certificate, const QUrl &url)
{
    auto judged = trust.check(certificate.toDer(), QDateTime::currentSecsSinceEpoch());
    if (!judged)
        return Error{judged.error().code, u"%1:%2 %3"_s.arg(url.host()).arg(url.port(443)).arg(judged.error().detail)};
    return judged;
}

void makeTrusting(QNetworkAccessManager &network, const std::shared_ptr<const Trust> &trust, std::function<bool(const Subject &)> accept)
{
    const auto judge = [trust, accept = std::move(accept)](QNetworkReply *reply) {
        auto judged = judgePeer(*trust, reply->sslConfiguration().peerCertificate(), reply->url());
        if (judged && !accept(*judged))
            judged = Error{ErrorCode::Unauthorized, u"%1 is another device than before"_s.arg(reply->url().host())};
        if (judged)
            return true;
        reply->setProperty(refusalProperty, judged.error().detail);
        reply->setProperty(refusalCodeProperty, int(judged.error().code));
        return false;
    };
    QObject::connect(&network, &QNetworkAccessManager::sslErrors, &network, [judge](QNetworkReply *reply) {
        if (judge(reply))
            reply->ignoreSslErrors();
    });
    QObject::connect(&network, &QNetworkAccessManager::encrypted, &network, [judge](QNetworkReply *reply) {
        if (!judge(reply))
            reply->abort();
    });
}

void trustNobodyNew(QNetworkAccessManager &network)
{
    QObject::disconnect(&network, &QNetworkAccessManager::sslErrors, nullptr, nullptr);
    QObject::disconnect(&network, &QNetworkAccessManager::encrypted, nullptr, nullptr);
}

std::optional<Error> refusalOf(const QNetworkReply &reply)
{
    const auto detail = reply.property(refusalProperty);
    if (!detail.isValid())
        return std::nullopt;
    return Error{ErrorCode(reply.property(refusalCodeProperty).toInt()), detail.toString()};
}

} // namespace saji
