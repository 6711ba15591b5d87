// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <trust/trust.h>

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace saji {

//! TLS 1.2 or newer, our certificate shown, the authority pinned, nothing resumed.
[[nodiscard]] QSslConfiguration tlsConfiguration(const Trust &trust);
//! Encrypted with whoever answers.
[[nodiscard]] QSslConfiguration tlsWithAnybody();

//! Who has answered at `url`, if Trust::check accepts it; else why not, in words for our panel.
[[nodiscard]] Result<Subject> judgePeer(const Trust &trust, const QSslCertificate &certificate, const QUrl &url);

//! Lets every connection of `network` go on only with a peer that is trusted and that `accept` takes.
void makeTrusting(QNetworkAccessManager &network, const std::shared_ptr<const Trust> &trust, std::function<bool(const Subject &)> accept);
//! Forgets `accept`, whose owner goes: a connection from now on is refused unless it needs no question.
void trustNobodyNew(QNetworkAccessManager &network);
//! Why makeTrusting has ended this request.
[[nodiscard]] std::optional<Error> refusalOf(const QNetworkReply &reply);

} // namespace saji
