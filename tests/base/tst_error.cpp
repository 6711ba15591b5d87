// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/result.h>

#include <QSet>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

QList<ErrorCode> allCodes()
{
    QList<ErrorCode> codes;
    for (int i = 0; i <= int(ErrorCode::Internal); ++i)
        codes.append(ErrorCode(i));
    return codes;
}

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{ErrorCode::InvalidArgument, u"%1 is odd"_s.arg(number)};
    return number / 2;
}

Result<void> check(bool good)
{
    if (!good)
        return {ErrorCode::Corrupt, u"not good"_s};
    return {};
}

} // namespace

class TestError : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasAWordOfItsOwn()
    {
        QSet<QLatin1StringView> words;
        for (const auto code : allCodes()) {
            const auto word = errorWord(code);
            QVERIFY(!word.isEmpty());
            for (const auto c : word)
                QVERIFY2((c >= u'a' && c <= u'z') || c == u'_', word.data());
            words.insert(word);
        }
        QCOMPARE(words.size(), allCodes().size());
    }

    void whatOnlyPeopleCanRightIsNeverRetried()
    {
        for (const auto code : {ErrorCode::InvalidArgument, ErrorCode::Malformed, ErrorCode::WrongStore, ErrorCode::Unauthorized,
                                ErrorCode::UnsupportedVersion})
            QVERIFY(retryFor(code) == Retry::Never);
    }

    void whatTheNetworkDidWaitsForTheNetwork()
    {
        for (const auto code : {ErrorCode::Unreachable, ErrorCode::Refused, ErrorCode::LinkClosed})
            QVERIFY(retryFor(code) == Retry::WhenOnline);
    }

    void whatPassesByItselfIsTriedLater()
    {
        for (const auto code : {ErrorCode::RateLimited, ErrorCode::TimedOut, ErrorCode::DiskFull, ErrorCode::Busy, ErrorCode::Io})
            QVERIFY(retryFor(code) == Retry::Later);
    }

    void aResultIsAValueOrAnError()
    {
        QCOMPARE(*half(8), 4);
        const auto failed = half(7);
        QVERIFY(!failed);
        QVERIFY(failed.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(failed.error().detail, u"7 is odd"_s);
        QVERIFY(check(true).has_value());
        QVERIFY(check(false).error().code == ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
