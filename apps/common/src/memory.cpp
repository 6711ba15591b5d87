// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/memory.h>

#include <QFile>

#include <malloc.h>
#include <sys/mman.h>

namespace saji {
namespace {

struct Mapping
{
    quint64 from = 0;
    quint64 upTo = 0;
};

//! "7f…-7f… r-xp 00026000 fe:01 1234  /usr/lib/…": of a file, and for reading only; empty = another line, or another mapping.
Mapping readOnlyMapping(const QByteArray &line)
{
    const auto fields = line.simplified().split(' ');
    if (fields.size() < 6 || (fields.at(1) != "r-xp" && fields.at(1) != "r--p") || !fields.at(5).startsWith('/'))
        return {};
    const auto range = fields.first().split('-');
    return {range.value(0).toULongLong(nullptr, 16), range.value(1).toULongLong(nullptr, 16)};
}

} // namespace

void giveBackStartMemory()
{
    malloc_trim(0);
    QFile maps(QStringLiteral("/proc/self/smaps"));
    if (!maps.open(QIODevice::ReadOnly))
        return;
    Mapping mapping;
    for (const auto &line : maps.readAll().split('\n')) {
        if (!line.startsWith("Anonymous:")) {
            if (!line.isEmpty() && !line.left(line.indexOf(' ')).endsWith(':'))
                mapping = readOnlyMapping(line);
            continue;
        }
        // What the linker has filled in and then locked is in no file: such a mapping is left alone.
        const bool isAllInFile = line.simplified() == "Anonymous: 0 kB";
        if (isAllInFile && mapping.upTo > mapping.from)
            (void)::madvise(reinterpret_cast<void *>(mapping.from), mapping.upTo - mapping.from, MADV_DONTNEED);
    }
}

} // namespace saji
