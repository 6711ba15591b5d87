// SPDX-License-Identifier: GPL-3.0-or-later
#include <trust/credentials.h>

#include "keyfiles.h"
#include "openssl.h"

#include <QFile>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

// One file, so that key and certificate are exchanged together.
QString credentialsFile(const QString &dataFolder)
{
    return keysFolder(dataFolder) + u"/device.pem"_s;
}

QString revocationsFile(const QString &dataFolder)
{
    return keysFolder(dataFolder) + u"/revoked"_s;
}

QByteArray blockAt(const QByteArray &text, const QByteArray &label, qsizetype from = 0)
{
    const auto begin = text.indexOf("-----BEGIN " + label + "-----", from);
    const auto end = text.indexOf("-----END " + label + "-----", begin);
    if (begin < 0 || end < 0)
        return {};
    return text.mid(begin, text.indexOf('\n', end) + 1 - begin);
}

bool fits(const Credentials &credentials)
{
    const auto key = ssl::keyFromPem(credentials.key);
    const auto certificate = ssl::certificateFromPem(credentials.certificate);
    const auto authority = ssl::certificateFromPem(credentials.authority);
    return key && certificate && authority && X509_check_private_key(certificate.get(), key.get()) == 1;
}

} // namespace

QString keysFolder(const QString &dataFolder)
{
    return dataFolder + u"/keys"_s;
}

bool isPaired(const QString &dataFolder)
{
    return QFile::exists(credentialsFile(dataFolder));
}

Result<Credentials> loadCredentials(const QString &dataFolder)
{
    const auto text = keyfiles::read(credentialsFile(dataFolder));
    if (!text)
        return text.error();
    Credentials credentials;
    credentials.key = blockAt(*text, "PRIVATE KEY");
    credentials.certificate = blockAt(*text, "CERTIFICATE");
    credentials.authority = blockAt(*text, "CERTIFICATE", text->indexOf("-----END CERTIFICATE-----"));
    if (!fits(credentials))
        return Error{ErrorCode::Corrupt,
                     u"%1 is damaged: remove it and pair this device again; no order is lost by that"_s.arg(credentialsFile(dataFolder))};
    return credentials;
}

Result<void> saveCredentials(const QString &dataFolder, const Credentials &credentials)
{
    if (!fits(credentials))
        return Error{ErrorCode::InvalidArgument, u"the certificate is not for this key"_s};
    return keyfiles::write(credentialsFile(dataFolder), credentials.key + credentials.certificate + credentials.authority);
}

QByteArray loadRevocations(const QString &dataFolder)
{
    return keyfiles::read(revocationsFile(dataFolder)).value_or(QByteArray());
}

Result<void> saveRevocations(const QString &dataFolder, const QByteArray &list)
{
    return keyfiles::write(revocationsFile(dataFolder), list);
}

} // namespace saji
