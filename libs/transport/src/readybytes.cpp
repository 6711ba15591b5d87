// SPDX-License-Identifier: GPL-3.0-or-later
#include "readybytes.h"

#include "tuning.h"

#include <utility>

#include <sys/mman.h>
#include <unistd.h>

namespace saji {

ReadyBytes::~ReadyBytes()
{
    if (m_file >= 0)
        close(m_file);
}

ReadyBytes::ReadyBytes(ReadyBytes &&other) noexcept : m_bytes(std::move(other.m_bytes)), m_file(std::exchange(other.m_file, -1)) {}

ReadyBytes &ReadyBytes::operator=(ReadyBytes &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_file, other.m_file);
    return *this;
}

void ReadyBytes::lend()
{
    if (m_file >= 0 || m_bytes.size() < tuning::lendFrom)
        return;
    m_file = memfd_create("saji-answer", MFD_CLOEXEC);
    for (qsizetype at = 0; m_file >= 0 && at < m_bytes.size();) {
        const auto written = write(m_file, m_bytes.constData() + at, size_t(m_bytes.size() - at));
        if (written > 0) {
            at += written;
        } else {
            close(m_file);
            m_file = -1;
        }
    }
}

} // namespace saji
