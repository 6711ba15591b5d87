// SPDX-License-Identifier: GPL-3.0-or-later
#include "networkwords.h"

#include "tlsdial.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace saji {
using namespace Qt::StringLiterals;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Error errorOf(const QNetworkReply &reply)
{
    if (const auto refusal = refusalOf(reply))
        return *refusal;
    const auto detail = u"%1: %2"_s.arg(reply.url().toString(QUrl::RemoveQuery), reply.errorString());
    switch (reply.error()) {
    case QNetworkReply::TimeoutError:
        return {ErrorCode::TimedOut, detail};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorCode::Unauthorized, detail};
    // Somebody is there, but what came back is not HTTP.
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return {ErrorCode::Refused, detail};
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorCode::NotFound, detail};
    default:
        return {ErrorCode::Unreachable, detail};
    }
}

QNetworkRequest plainRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

void makePlain(QNetworkAccessManager &network)
{
    network.setProxy(QNetworkProxy::NoProxy);
}

void forget(QNetworkReply *reply)
{
    reply->disconnect();
    reply->abort();
    reply->deleteLater();
}

} // namespace saji
