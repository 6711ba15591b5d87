// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readybytes.h"

#include <transport/http.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace saji {

//! Answers that may be given again to whoever asks for the same target, until what they tell has changed: on the I/O thread, so that
//! a page which fifty clients poll is made once and costs the owner nothing.
class AnswerShelf
{
public:
    //! Under a name by which it will be forgotten; many targets may share one.
    void keep(const std::string &target, const std::string &name, const HttpResponse &response);
    void forget(const std::string &name);
    //! Null when there is none; packed if the client takes gzip and it is worth it. Valid until the next call.
    [[nodiscard]] const HttpResponse *find(std::string_view target, bool acceptsGzip);
    //! The same as it goes out to a client of HTTP/1.1 who stays connected, with this Date: put together once as long as the date is that.
    [[nodiscard]] const ReadyBytes *ready(std::string_view target, bool acceptsGzip, const QByteArray &date);

private:
    struct Form
    {
        HttpResponse response;
        ReadyBytes ready;
        QByteArray date; //!< in the ready bytes
    };
    struct Kept
    {
        Form whole;
        std::optional<Form> packed;
    };
    Form *form(std::string_view target, bool acceptsGzip);

    struct Hash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };
    std::unordered_map<std::string, Kept, Hash, std::equal_to<>> m_kept;
    std::unordered_map<std::string, std::vector<std::string>> m_targets; //!< by name
};

} // namespace saji
