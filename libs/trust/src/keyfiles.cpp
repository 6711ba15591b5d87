// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace saji::keyfiles {
using namespace Qt::StringLiterals;
namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
//! A list of every device and token of a large chain is far smaller.
constexpr qint64 maxFileBytes = 16 * 1024 * 1024;

} // namespace

Result<void> write(const QString &path, const QByteArray &bytes)
{
    const auto folder = QFileInfo(path).absolutePath();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner);
    QSaveFile file(path);
    // The mode first: no byte of a key is ever in a file that others may open.
    const bool isDone = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!isDone)
        return Error{ErrorCode::Io, u"cannot write %1: %2"_s.arg(path, file.errorString())};
    return {};
}

Result<QByteArray> read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, u"there is no %1"_s.arg(path)};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, u"cannot read %1: %2"_s.arg(path, file.errorString())};
    return file.read(maxFileBytes);
}

} // namespace saji::keyfiles
