// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/checks.h>

#include <transport/listener.h>

#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <unistd.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype maxNameLength = 64;

Result<void> wrong(const QString &value, const QString &instead)
{
    return Error{ErrorCode::InvalidArgument, u"\"%1\" is not %2"_s.arg(value, instead)};
}

OptionCheck checkPattern(const QString &pattern, const QString &instead)
{
    return [expression = QRegularExpression(QRegularExpression::anchoredPattern(pattern)), instead](const QString &value) -> Result<void> {
        if (expression.match(value).hasMatch())
            return {};
        return wrong(value, instead);
    };
}

} // namespace

OptionCheck checkOneOf(const QStringList &words)
{
    return [words](const QString &value) -> Result<void> {
        if (words.contains(value))
            return {};
        return wrong(value, u"one of "_s + words.join(u", "_s));
    };
}

OptionCheck checkNumber(int from, int to)
{
    return [from, to](const QString &value) -> Result<void> {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (isNumber && number >= from && number <= to)
            return {};
        return wrong(value, u"a number from %1 to %2"_s.arg(from).arg(to));
    };
}

OptionCheck checkListenAddress()
{
    return [](const QString &value) -> Result<void> {
        if (ListenAddress::fromString(value))
            return {};
        return wrong(value, u"an address to listen on, like 127.0.0.1:8000, [::1]:8000 or :8000"_s);
    };
}

OptionCheck checkHttpUrl()
{
    return [](const QString &value) -> Result<void> {
        const QUrl url(value, QUrl::StrictMode);
        const bool known = url.scheme() == u"http"_s || url.scheme() == u"https"_s;
        if (url.isValid() && known && !url.host().isEmpty() && (url.path().isEmpty() || url.path() == u"/"_s))
            return {};
        return wrong(value, u"the address of a node, like http://127.0.0.1:8000"_s);
    };
}

OptionCheck checkStoreCode()
{
    return checkPattern(u"[a-z0-9][a-z0-9-]{0,63}"_s, u"the code of a store: lower-case letters, digits and hyphens, like pasar-saji"_s);
}

OptionCheck checkDeviceCode()
{
    return checkPattern(u"[A-Z]{1,2}"_s, u"a device code: one or two letters from A to Z"_s);
}

OptionCheck checkName()
{
    return [](const QString &value) -> Result<void> {
        const bool plain = std::ranges::all_of(value, [](QChar c) { return c.isPrint(); });
        if (!value.trimmed().isEmpty() && value.size() <= maxNameLength && plain)
            return {};
        return wrong(value, u"a name of 1 to %1 characters"_s.arg(maxNameLength));
    };
}

QString defaultDataFolder(const QString &shortName)
{
    if (::geteuid() == 0)
        return u"/var/lib/saji/"_s + shortName;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/saji/"_s + shortName;
}

} // namespace saji
