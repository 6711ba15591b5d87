// SPDX-License-Identifier: GPL-3.0-or-later
#include "trustcommands.h"

#include "menucommands.h"

#include <appkit/checks.h>
#include <appkit/exitcode.h>

#include <qrpicture/qrpicture.h>

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <pwd.h>
#include <unistd.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int mostDays = 3650;

const QHash<QString, QString> &verbs()
{
    static const QHash<QString, QString> map{{u"pair-code create"_s, u"pair.create"_s}, {u"devices list"_s, u"devices.list"_s},
                                             {u"devices revoke"_s, u"devices.revoke"_s}, {u"token create"_s, u"token.create"_s},
                                             {u"token list"_s, u"token.list"_s},         {u"token revoke"_s, u"token.revoke"_s}};
    return map;
}

//! Who says so, unless it is said: who became root for it, else whose terminal this is.
QString whoAsks()
{
    if (const auto before = qEnvironmentVariable("SUDO_USER"); !before.isEmpty())
        return before;
    const auto *user = ::getpwuid(::getuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QString();
}

QByteArray bodyOf(const ProgramOptions &options)
{
    if (options.command() == u"devices revoke"_s) {
        const auto by = options.value(u"by"_s);
        const QJsonObject wish{{u"which"_s, options.arguments().first()}, {u"by"_s, by.isEmpty() ? whoAsks() : by}};
        return QJsonDocument(wish).toJson(QJsonDocument::Compact);
    }
    if (!options.arguments().isEmpty())
        return options.arguments().first().toUtf8();
    QJsonObject wish{{u"label"_s, options.value(u"label"_s)}};
    if (options.command() == u"pair-code create"_s)
        wish.insert("kind"_L1, options.value(u"kind"_s));
    if (options.command() == u"token create"_s) {
        wish.insert("scopes"_L1, options.value(u"scope"_s));
        wish.insert("days"_L1, options.number(u"days"_s));
    }
    return QJsonDocument(wish).toJson(QJsonDocument::Compact);
}

//! Words, and a picture that a scanner reads from the screen; typed as a scanner types it, it is the text below.
void showCode(const QByteArray &body)
{
    const auto more = QJsonDocument::fromJson(body).object();
    const auto text = more.value("qr"_L1).toString();
    QTextStream out(stdout);
    out << more.value("words"_L1).toString() << "\n\n";
    if (const auto picture = QrPicture::of(text)) {
        const auto rows = ::isatty(STDOUT_FILENO) ? picture->toColouredRows() : picture->toRows();
        out << rows.join(u'\n') << '\n';
    }
    out << "To scan it, hold a scanner that types like a keyboard on this picture, in front of the device. It types:\n" << text << '\n';
}

} // namespace

void addTrustCommands(ProgramOptions &options)
{
    options.addCommand({u"pair-code create"_s, {}, u"Make a code that pairs one device with this store: once, within ten minutes."_s});
    options.addCommand({u"devices list"_s, {}, u"Say which devices were paired."_s});
    options.addCommand({u"devices revoke"_s, {u"ID"_s}, u"Take the trust back from a device, by its id or its name; every node refuses it from then on."_s});
    options.addCommand({u"token create"_s, {}, u"Make a bearer token for a web client. It is shown this once."_s});
    options.addCommand({u"token list"_s, {}, u"Say which tokens were made."_s});
    options.addCommand({u"token revoke"_s, {u"ID"_s}, u"Take a token back."_s});
    options.add({.name = u"kind"_s, .valueName = u"KIND"_s, .fallback = {}, .help = u"What the code is for; any device when nothing is said."_s,
                 .check = checkOneOf({u"kiosk"_s, u"kitchen"_s, u"admin"_s, u"hub"_s}), .onlyFor = {u"pair-code create"_s}});
    options.add({.name = u"label"_s, .valueName = u"NAME"_s, .fallback = {}, .help = u"How lists call the device or the token."_s, .check = checkName(),
                 .onlyFor = {u"pair-code create"_s, u"token create"_s}});
    options.add({.name = u"by"_s, .valueName = u"NAME"_s, .fallback = {},
                 .help = u"Who takes the trust back, as the panels say it; without this the user who runs the command."_s, .check = checkName(),
                 .onlyFor = {u"devices revoke"_s}});
    options.add({.name = u"scope"_s, .valueName = u"SCOPE,…"_s, .fallback = u"orders:read,menu:read"_s,
                 .help = u"What the token allows: orders:read, orders:write, menu:read, metrics."_s, .check = {}, .onlyFor = {u"token create"_s}});
    options.add({.name = u"days"_s, .valueName = u"N"_s, .fallback = u"365"_s, .help = u"How long the token is good."_s,
                 .check = checkNumber(1, mostDays), .onlyFor = {u"token create"_s}});
}

std::optional<int> runTrustCommand(const ProgramOptions &options, const NodeOptions &node)
{
    const auto verb = verbs().value(options.command());
    if (verb.isEmpty())
        return std::nullopt;
    const auto answer = askServer(node, {verb, bodyOf(options)});
    if (answer.exitCode != ExitOk)
        return answer.exitCode;
    const int code = sayOutcome(answer.reply, options.command());
    // What is to be taken down stands alone on the first line; scripts read that one.
    if (answer.reply && verb == "pair.create"_L1)
        showCode(answer.reply->body);
    else if (answer.reply)
        QTextStream(stdout) << QString::fromUtf8(answer.reply->body);
    return code;
}

} // namespace saji
