// SPDX-License-Identifier: GPL-3.0-or-later
#include "pollbody.h"

#include "tuning.h"

#include <transport/link.h>

#include <QtEndian>

#include <numeric>

namespace saji::poll {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype prefixBytes = sizeof(quint32);

} // namespace

QByteArray toBody(const QByteArrayList &frames)
{
    QByteArray body;
    body.reserve(totalBytes(frames) + frames.size() * prefixBytes);
    for (const auto &frame : frames) {
        const auto length = qToBigEndian(quint32(frame.size()));
        body.append(reinterpret_cast<const char *>(&length), prefixBytes).append(frame);
    }
    return body;
}

Result<QByteArrayList> fromBody(const QByteArray &body)
{
    QByteArrayList frames;
    for (qsizetype at = 0; at < body.size();) {
        if (body.size() - at < prefixBytes)
            return Error{ErrorCode::Malformed, u"half a frame length at byte %1"_s.arg(at)};
        const auto length = qsizetype(qFromBigEndian<quint32>(body.constData() + at));
        if (length > Link::maxFrameBytes)
            return Error{ErrorCode::TooLarge, u"a frame of %1 bytes at byte %2"_s.arg(length).arg(at)};
        at += prefixBytes;
        if (body.size() - at < length)
            return Error{ErrorCode::Malformed, u"a frame of %1 bytes at byte %2, but only %3 follow"_s.arg(length).arg(at).arg(body.size() - at)};
        frames.append(body.mid(at, length));
        at += length;
    }
    return frames;
}

QByteArrayList takeBatch(QQueue<QByteArray> &queue)
{
    QByteArrayList batch;
    qsizetype bytes = 0;
    while (!queue.isEmpty() && (batch.isEmpty() || bytes + queue.head().size() + prefixBytes <= tuning::pollBatchBytes)) {
        bytes += queue.head().size() + prefixBytes;
        batch.append(queue.dequeue());
    }
    return batch;
}

qint64 totalBytes(const QByteArrayList &frames)
{
    return std::accumulate(frames.begin(), frames.end(), qint64(0), [](qint64 sum, const auto &f) { return sum + f.size(); });
}

} // namespace saji::poll
