// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/text.h>

#include <QByteArray>

#include <string_view>

namespace saji {

//! Writes one JSON object on one line, in the order in which it is told.
class JsonWriter
{
public:
    JsonWriter() { m_bytes.reserve(512); }

    JsonWriter &text(std::string_view key, QStringView value);
    JsonWriter &textUnless(std::string_view key, QStringView value, QStringView absent); //!< left out when it is what absence means
    JsonWriter &localText(std::string_view key, const LocalText &value);                 //!< left out when empty
    JsonWriter &integer(std::string_view key, qint64 value);
    JsonWriter &integerUnless(std::string_view key, qint64 value, qint64 absent);
    JsonWriter &flagUnless(std::string_view key, bool value, bool absent);
    //! JSON as it is.
    JsonWriter &raw(std::string_view key, const QByteArray &json);
    QByteArray finish();

    static QByteArray quoted(QStringView text);

private:
    void key(std::string_view key);

    QByteArray m_bytes = "{";
};

} // namespace saji
