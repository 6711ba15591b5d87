// SPDX-License-Identifier: GPL-3.0-or-later
#include "deletelater.h"
#include "networkwords.h"
#include "tuning.h"

#include <transport/dialers.h>

#include <QNetworkAccessManager>
#include <QTimer>

#include <algorithm>
#include <list>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

class QtHttpClient final : public HttpClient
{
public:
    QtHttpClient(const QUrl &base, Milliseconds timeout) : m_base(base), m_timeout(timeout), m_network(new QNetworkAccessManager)
    {
        makePlain(*m_network);
    }

    ~QtHttpClient() override { abortAll(); }

    void get(const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &headers, Answer answer) override
    {
        auto request = plainRequest(m_base.resolved(QUrl(pathAndQuery)));
        for (auto header = headers.begin(); header != headers.end(); ++header)
            request.setRawHeader(header.key(), header.value());
        auto *reply = m_network->get(request);
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
    LaterPtr<QNetworkAccessManager> m_network; // owns its replies, and an answer may come from inside one
    std::list<Get> m_gets;
};

} // namespace

std::unique_ptr<HttpClient> makeHttpClient(const QUrl &base, Milliseconds timeout)
{
    return std::make_unique<QtHttpClient>(base, timeout);
}

} // namespace saji
