// SPDX-License-Identifier: GPL-3.0-or-later
#include "deletelater.h"
#include "networkwords.h"
#include "tlsdial.h"
#include "tuning.h"

#include <transport/dialers.h>

#include <QNetworkAccessManager>
#include <QTimer>

#include <algorithm>
#include <list>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

class QtHttpClient final : public HttpClient, public HttpPoster
{
public:
    enum class Without { ATrustTheSystemDecides, ATrustAnybodyWillDo };

    QtHttpClient(const QUrl &base, Milliseconds timeout, std::shared_ptr<const Trust> trust, Without without)
        : m_base(base), m_timeout(timeout), m_trust(std::move(trust)), m_without(without), m_network(new QNetworkAccessManager)
    {
        makePlain(*m_network);
        if (!m_trust)
            return;
        m_base.setScheme(u"https"_s);
        makeTrusting(*m_network, m_trust, [](const Subject &) { return true; });
    }

    ~QtHttpClient() override { abortAll(); }

    void get(const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &headers, Answer answer) override
    {
        auto request = requestTo(pathAndQuery);
        for (auto header = headers.begin(); header != headers.end(); ++header)
            request.setRawHeader(header.key(), header.value());
        await(m_network->get(request), std::move(answer));
    }

    void post(const QString &path, const QByteArray &body, Answer answer) override
    {
        auto request = requestTo(path);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        await(m_network->post(request, body), std::move(answer));
    }

    void abortAll() override
    {
        for (const auto &get : std::exchange(m_gets, {}))
            forget(get.reply);
    }

private:
    struct Get
    {
        QNetworkReply *reply;
        Answer answer;
    };

    QNetworkRequest requestTo(const QString &pathAndQuery) const
    {
        auto request = plainRequest(m_base.resolved(QUrl(pathAndQuery)));
        if (m_trust)
            request.setSslConfiguration(tlsConfiguration(*m_trust));
        else if (m_without == Without::ATrustAnybodyWillDo)
            request.setSslConfiguration(tlsWithAnybody());
        return request;
    }

    void await(QNetworkReply *reply, Answer answer)
    {
        m_gets.push_back({reply, std::move(answer)});
        auto *silence = new QTimer(reply);
        silence->setSingleShot(true);
        silence->start(m_timeout);
        QObject::connect(silence, &QTimer::timeout, reply, [this, reply] {
            finish(reply, Error{ErrorCode::TimedOut, u"%1: nothing heard for %2 ms"_s.arg(reply->url().path()).arg(m_timeout.count())});
        });
        QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [this, reply, silence](qint64 received) {
            if (received > tuning::maxHttpAnswerBytes)
                finish(reply, Error{ErrorCode::TooLarge, u"%1: an answer of more than %2 MiB"_s.arg(reply->url().path()).arg(tuning::maxHttpAnswerBytes >> 20)});
            else
                silence->start(m_timeout);
        });
        QObject::connect(reply, &QNetworkReply::finished, reply, [this, reply] { finish(reply, resultOf(*reply)); });
    }

    static Result<HttpReply> resultOf(QNetworkReply &reply)
    {
        const int status = statusOf(reply);
        if (status == 0)
            return errorOf(reply);
        // A status of 400 and above is an answer too; but a body that broke off is none.
        if (reply.error() == QNetworkReply::RemoteHostClosedError || reply.error() == QNetworkReply::UnknownNetworkError
            || reply.error() == QNetworkReply::ProtocolFailure)
            return Error{ErrorCode::LinkClosed, u"%1: %2"_s.arg(reply.url().path(), reply.errorString())};
        HttpReply result{status, reply.readAll(), {}};
        for (const auto &[name, value] : reply.rawHeaderPairs())
            result.headers.insert(name.toLower(), value);
        return result;
    }

    void finish(QNetworkReply *reply, Result<HttpReply> result)
    {
        const auto found = std::ranges::find(m_gets, reply, &Get::reply);
        if (found == m_gets.end())
            return;
        const auto answer = std::move(found->answer);
        m_gets.erase(found);
        forget(reply);
        answer(std::move(result)); // may destroy this client
    }

    QUrl m_base;
    Milliseconds m_timeout;
    std::shared_ptr<const Trust> m_trust;
    Without m_without;
    LaterPtr<QNetworkAccessManager> m_network; // owns its replies, and an answer may come from inside one
    std::list<Get> m_gets;
};

} // namespace

std::unique_ptr<HttpClient> makeHttpClient(const QUrl &base, Milliseconds timeout, const std::shared_ptr<const Trust> &trust)
{
    return std::make_unique<QtHttpClient>(base, timeout, trust, QtHttpClient::Without::ATrustTheSystemDecides);
}

std::unique_ptr<HttpPoster> makeHttpPoster(const QUrl &base, const std::shared_ptr<const Trust> &trust, Milliseconds timeout)
{
    return std::make_unique<QtHttpClient>(base, timeout, trust, QtHttpClient::Without::ATrustAnybodyWillDo);
}

} // namespace saji
