// SPDX-License-Identifier: GPL-3.0-or-later
#include "configfile.h"

#include <QFile>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! A configuration is a page of text; whoever points us at a disk image made a mistake.
constexpr qint64 maxConfigBytes = 256 * 1024;

} // namespace

Result<QList<ConfigLine>> readConfigFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, u"cannot read %1: %2"_s.arg(path, file.errorString())};
    if (file.size() > maxConfigBytes)
        return Error{ErrorCode::TooLarge, u"%1 is larger than a configuration file can be (256 KiB)"_s.arg(path)};
    QList<ConfigLine> lines;
    int number = 0;
    for (const auto &raw : file.readAll().split('\n')) {
        ++number;
        const auto line = QString::fromUtf8(raw).trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';') || (line.startsWith(u'[') && line.endsWith(u']')))
            continue;
        const auto equals = line.indexOf(u'=');
        if (equals < 1)
            return Error{ErrorCode::Malformed, u"%1:%2: expected `key = value`"_s.arg(path).arg(number)};
        auto value = line.mid(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'))
            value = value.mid(1, value.size() - 2);
        lines.append({number, line.left(equals).trimmed(), value});
    }
    return lines;
}

} // namespace saji
