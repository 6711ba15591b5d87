// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/logging.h>

#include <QDateTime>

#include <cstring>
#include <unistd.h>

namespace saji {
using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logApp, "saji.app")

namespace {

const char *levelWord(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "error";
    case QtFatalMsg: return "fatal";
    }
    return "info";
}

QByteArray onOneLine(const QString &message)
{
    QByteArray text;
    for (const auto c : message) {
        if (c == u'\n')
            text += "\\n";
        else if (c == u'\r')
            text += "\\r";
        else if (c.category() == QChar::Other_Control)
            text += '?'; // a terminal would obey it
        else
            text += QString(c).toUtf8();
    }
    return text;
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const auto line = logLine(type, context.category, message, QDateTime::currentMSecsSinceEpoch()) + '\n';
    // One write: lines of two threads, or of a program run beside this one, never mix.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.constData(), size_t(line.size()));
}

} // namespace

QByteArray logLine(QtMsgType type, const char *category, const QString &message, qint64 wallMs)
{
    const bool unnamed = !category || std::strcmp(category, "default") == 0;
    return QDateTime::fromMSecsSinceEpoch(wallMs, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1() + ' ' + levelWord(type) + ' '
        + (unnamed ? "saji.app" : category) + ' ' + onOneLine(message);
}

void installLogging(const QString &level)
{
    // Qt's own debug chatter is no business of a restaurant's log.
    auto rules = u"qt.*.debug=false\nqt.*.info=false\n"_s;
    rules += u"saji.*.debug=%1\n"_s.arg(level == u"debug"_s ? u"true"_s : u"false"_s);
    if (level == u"warning"_s || level == u"error"_s)
        rules += u"*.info=false\n"_s;
    if (level == u"error"_s)
        rules += u"*.warning=false\n"_s;
    QLoggingCategory::setFilterRules(rules);
    qInstallMessageHandler(write);
}

} // namespace saji
