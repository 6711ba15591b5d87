// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/words.h>

#include <QTextStream>

#include <cstdio>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! What can be done about it. The details of disk and file errors say so themselves: their authors know the folder and the line.
QString advice(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case Unreachable: return u"Check that the program there runs and that the address is right."_s;
    case Refused: return u"Something else answers at that address: check the port."_s;
    case TimedOut: return u"Check the network, then try again."_s;
    case RateLimited: return u"Wait a moment and try again."_s;
    case Internal: return u"This is a defect in Saji; please report it with the lines above."_s;
    case LinkClosed:
    case DiskFull:
    case ReadOnly:
    case Corrupt:
    case Busy:
    case Io:
    case UnsupportedVersion:
    case WrongStore:
    case Unauthorized:
    case InvalidArgument:
    case NotFound:
    case Conflict:
    case Duplicate:
    case Malformed:
    case TooLarge:
    case Cancelled: return {};
    }
    Q_UNREACHABLE();
}

QString sentence(QString text)
{
    if (text.isEmpty())
        return text;
    return text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'?') ? text : text + u'.';
}

} // namespace

QString describeError(const Error &error)
{
    const auto what = error.detail.isEmpty() ? QString(errorWord(error.code)).replace(u'_', u' ') : error.detail;
    const auto todo = advice(error.code);
    return todo.isEmpty() ? sentence(what) : sentence(what) + u' ' + todo;
}

void complain(const QString &program, const QString &what, const Error &error)
{
    QTextStream(stderr) << program << ": " << what << ": " << describeError(error) << '\n';
}

QString listeningNotice(const ListenAddress &address, bool isPaired)
{
    const auto where = address.toString();
    if (isPaired)
        return u"Listening on %1 - links are encrypted, for paired devices only."_s.arg(where);
    if (address.isLoopback())
        return u"Listening on %1 - only this machine. Use --listen 0.0.0.0:%2 once devices are paired."_s.arg(where).arg(address.port);
    return u"Listening on %1 - everyone on this network can reach it, and links are not encrypted or authenticated yet. "
           "Use it only on a network of your own."_s.arg(where);
}

Result<void> mayListen(const ListenAddress &address, bool isPaired, bool isUnpairedAllowed)
{
    if (address.isLoopback() || isPaired || isUnpairedAllowed)
        return {};
    return Error{ErrorCode::InvalidArgument,
                 u"other machines could link to %1 without proving who they are: pair this device first (--pair CODE), or say --unpaired on a "
                 "network of your own"_s.arg(address.toString())};
}

} // namespace saji
