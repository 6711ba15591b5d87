// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/pairingrelay.h>

#include "log.h"
#include "tuning.h"

#include <transport/listener.h>
#include <trust/pairing.h>

#include <QJsonDocument>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

HttpResponse away()
{
    return HttpResponse::error(503, errorWord(ErrorCode::Unreachable), u"this hub does not reach the server now: try again when it does"_s);
}

} // namespace

void PairingRelay::addRoutes(Router &router, Listener &listener)
{
    router.add("POST", u"/api/devices/pair/"_s,
               [this](const HttpRequest &request, const QStringList &, const HttpAnswer &answer) { pair(request, answer); });
    listener.limit(u"/api/devices/pair"_s, tuning::pairingTriesPerSecond);
}

void PairingRelay::pair(const HttpRequest &request, const HttpAnswer &answer)
{
    if (request.body.size() > tuning::maxPairingBytes) {
        answer(HttpResponse::error(413, errorWord(ErrorCode::TooLarge), u"no device asks for pairing in so many words"_s));
        return;
    }
    const auto asked = PairRequest::fromJson(request.body);
    if (!asked) {
        answer(HttpResponse::error(400, errorWord(asked.error().code), asked.error().detail));
        return;
    }
    if (m_underWay.size() >= tuning::maxRelayedPairings) {
        answer(HttpResponse::error(429, errorWord(ErrorCode::Busy), u"other devices are being paired: try again in a second"_s));
        return;
    }
    const std::shared_ptr<HttpPoster> poster = m_server();
    if (!poster) {
        answer(away());
        return;
    }
    qCInfo(lcGateway).noquote() << "passing the pairing of the" << asked->kind.left(16) << asked->name << "at" << request.peerAddress << "on to the server";
    const auto exchange = ++m_last;
    m_underWay.insert(exchange, poster);
    // Written anew, so that nothing but these words gets through.
    poster->post(u"/api/devices/pair/"_s, asked->toJson(), [this, exchange, answer](const Result<HttpReply> &reply) { take(exchange, reply, answer); });
}

void PairingRelay::take(quint64 exchange, const Result<HttpReply> &reply, const HttpAnswer &answer)
{
    const auto poster = m_underWay.take(exchange); // it lives until its own call has returned
    if (!reply) {
        qCWarning(lcGateway).noquote() << "pairing was not passed on:" << reply.error().detail;
        answer(away());
    } else if (reply->body.size() > tuning::maxPairingAnswerBytes || !QJsonDocument::fromJson(reply->body).isObject()) {
        answer(HttpResponse::error(503, errorWord(ErrorCode::Malformed), u"what the server said to this hub is no answer to pairing"_s));
    } else {
        answer(HttpResponse::json(reply->body, reply->status));
    }
}

} // namespace saji
