// SPDX-License-Identifier: GPL-3.0-or-later
#include <transport/http.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace saji {
using namespace Qt::StringLiterals;

HttpResponse HttpResponse::error(int status, QLatin1StringView code, const QString &message)
{
    const QJsonObject words{{u"code"_s, QString(code)}, {u"message"_s, message}, {u"details"_s, QJsonObject()}};
    return json(QJsonDocument(QJsonObject{{u"error"_s, words}}).toJson(QJsonDocument::Compact), status);
}

} // namespace saji
