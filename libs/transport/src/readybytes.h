// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace saji {

//! Bytes that leave again and again as they are: a page of orders for everybody who polls.
//!
//! Large ones also lie in a file in memory, from which the kernel lends pages to a connection instead of copying them for each. What it
//! has lent may be on its way for a long time, so neither the bytes nor the file ever change; other bytes are another ReadyBytes.
class ReadyBytes
{
public:
    ReadyBytes() = default;
    explicit ReadyBytes(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    ~ReadyBytes();
    ReadyBytes(ReadyBytes &&other) noexcept;
    ReadyBytes &operator=(ReadyBytes &&other) noexcept;

    const QByteArray &bytes() const { return m_bytes; }
    //! Puts them into a file as well, where that is worth it. Without one (small bytes, no file to be had) they are copied.
    void lend();
    //! -1 = none.
    int file() const { return m_file; }

private:
    QByteArray m_bytes;
    int m_file = -1;
};

} // namespace saji
