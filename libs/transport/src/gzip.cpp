// SPDX-License-Identifier: GPL-3.0-or-later
#include "gzip.h"

#include "tuning.h"

#include <zlib.h>

namespace saji {

QByteArray gzip(const QByteArray &bytes)
{
    z_stream stream{};
    // 15 bits of window, and 16 for the gzip wrapping.
    const int ready = deflateInit2(&stream, tuning::gzipLevel, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    Q_ASSERT(ready == Z_OK);
    Q_UNUSED(ready)
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH); // cannot fall short: the bound holds for a single call
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace saji
