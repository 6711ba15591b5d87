// SPDX-License-Identifier: GPL-3.0-or-later
#include <qrpicture/qrpicture.h>

#include <qrencode.h>

#include <memory>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int quiet = 4;

struct Free
{
    void operator()(QRcode *code) const { QRcode_free(code); }
};

} // namespace

Result<QrPicture> QrPicture::of(const QString &text)
{
    // The lowest level of correction: a screen has no dirt on it, and the picture of a pairing code fits a terminal of 24 rows.
    const std::unique_ptr<QRcode, Free> code(QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_L));
    if (!code)
        return Error{ErrorCode::TooLarge, u"a text of %1 characters does not fit a QR code"_s.arg(text.size())};
    QrPicture picture{code->width + 2 * quiet};
    picture.isDark.resize(qsizetype(picture.size) * picture.size);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x)
            picture.isDark[qsizetype(y + quiet) * picture.size + x + quiet] = code->data[y * code->width + x] & 1;
    }
    return picture;
}

QStringList QrPicture::toRows() const
{
    QStringList rows;
    for (int y = 0; y < size; y += 2) {
        QString row;
        for (int x = 0; x < size; ++x) {
            const bool upper = isDark.at(qsizetype(y) * size + x);
            const bool lower = y + 1 < size && isDark.at(qsizetype(y + 1) * size + x);
            row += upper && lower ? u'█' : upper ? u'▀' : lower ? u'▄' : u' ';
        }
        rows << row;
    }
    return rows;
}

QStringList QrPicture::toColouredRows() const
{
    auto rows = toRows();
    for (auto &row : rows)
        row = u"\x1b[30;107m"_s + row + u"\x1b[0m"_s;
    return rows;
}

} // namespace saji
