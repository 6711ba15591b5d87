// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>

#include <QNetworkReply>
#include <QNetworkRequest>

class QNetworkAccessManager;

namespace saji {

//! The HTTP status of an answer; 0 = there was none.
[[nodiscard]] int statusOf(const QNetworkReply &reply);

//! Why a request had no answer, in our words. NotFound: the host is there, and nothing listens.
[[nodiscard]] Error errorOf(const QNetworkReply &reply);

//! A request that goes straight to its address: no proxy, no cache, no cookies, no redirect.
[[nodiscard]] QNetworkRequest plainRequest(const QUrl &url);
void makePlain(QNetworkAccessManager &network);

//! Drops a request without its `finished`.
void forget(QNetworkReply *reply);

} // namespace saji
