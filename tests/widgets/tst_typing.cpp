// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/pinpad.h>
#include <widgets/textfield.h>
#include <widgets/touchkeyboard.h>

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

//! Presses the key with this name, as a finger would.
bool tap(Control &board, const QString &name)
{
    for (int i = 0; i < board.targetCount(); ++i) {
        if (board.target(i).name == name && board.target(i).enabled) {
            board.press(i);
            return true;
        }
    }
    return false;
}

} // namespace

class TestTyping : public QObject
{
    Q_OBJECT

    Theme m_theme{Look::Light};
    std::unique_ptr<QWidget> m_window;

private slots:
    void init()
    {
        m_theme.setTextScale(100);
        m_window = std::make_unique<QWidget>();
        m_theme.attach(m_window.get());
    }

    void aPinIsHandedOverOnceAndForgotten()
    {
        PinPad pad(m_window.get());
        QSignalSpy entered(&pad, &PinPad::entered);
        for (const int key : {0, 1, 2, 3, 4})
            pad.press(key);
        QVERIFY(!pad.target(11).enabled);
        pad.press(11);
        QCOMPARE(entered.size(), 0);
        pad.press(10);
        QVERIFY(pad.target(11).enabled);
        pad.press(8);
        QCOMPARE(pad.typed(), 6);
        pad.press(11);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered.first().first().toString(), u"123450"_s);
        QCOMPARE(pad.typed(), 0);
    }

    void aPinPadCanEraseAndTakesRealKeys()
    {
        PinPad pad(m_window.get());
        QSignalSpy entered(&pad, &PinPad::entered);
        QTest::keyClicks(&pad, u"12345678"_s);
        QCOMPARE(pad.typed(), 6);
        QTest::keyClick(&pad, Qt::Key_Backspace);
        QCOMPARE(pad.typed(), 5);
        pad.press(9);
        QCOMPARE(pad.typed(), 4);
        QTest::keyClicks(&pad, u"99"_s);
        QTest::keyClick(&pad, Qt::Key_Return);
        QCOMPARE(entered.first().first().toString(), u"123499"_s);
    }

    void aLockedPinPadTypesNothing()
    {
        PinPad pad(m_window.get());
        pad.press(3);
        pad.setLocked(true);
        QCOMPARE(pad.typed(), 0);
        pad.press(3);
        QTest::keyClicks(&pad, u"12"_s);
        QCOMPARE(pad.typed(), 0);
        pad.setLocked(false);
        pad.press(3);
        QCOMPARE(pad.typed(), 1);
    }

    void pinKeysAreAsLargeAsAFingerNeeds()
    {
        PinPad pad(m_window.get());
        pad.resize(pad.sizeHint());
        for (int i = 0; i < pad.targetCount(); ++i) {
            QVERIFY(pad.target(i).box.width() >= Metrics().px(32));
            QVERIFY(pad.target(i).box.height() >= Metrics().px(27));
            QVERIFY(QRectF(pad.rect()).contains(pad.target(i).box));
        }
    }

    void aNameGetsItsCapitalsByItself()
    {
        TouchKeyboard board(m_window.get());
        board.resize(1080, board.sizeHint().height());
        QVERIFY(tap(board, u"D"_s));
        for (const QString &letter : {u"e"_s, u"w"_s, u"i"_s})
            QVERIFY(tap(board, letter));
        QVERIFY(tap(board, u"space"_s));
        QVERIFY(tap(board, u"S"_s));
        QVERIFY(tap(board, u"a"_s));
        QCOMPARE(board.text(), u"Dewi Sa"_s);
        QVERIFY(tap(board, u"Erase"_s));
        QCOMPARE(board.text(), u"Dewi S"_s);
        QSignalSpy accepted(&board, &TouchKeyboard::accepted);
        QVERIFY(tap(board, u"Done"_s));
        QCOMPARE(accepted.first().first().toString(), u"Dewi S"_s);
    }

    void digitsAndSignsAreOnTheirOwnPage()
    {
        TouchKeyboard board(m_window.get());
        board.resize(1080, board.sizeHint().height());
        QVERIFY(tap(board, u"123"_s));
        QVERIFY(tap(board, u"7"_s));
        QVERIFY(tap(board, u"-"_s));
        QVERIFY(tap(board, u"abc"_s));
        QVERIFY(tap(board, u"b"_s));
        QCOMPARE(board.text(), u"7-b"_s);
        QVERIFY(tap(board, u"Clear all"_s));
        QCOMPARE(board.text(), QString());
        QVERIFY(!tap(board, u"Erase"_s));
    }

    void twoBlanksAndALeadingBlankAreSlips()
    {
        TouchKeyboard board(m_window.get());
        board.resize(1080, board.sizeHint().height());
        QVERIFY(tap(board, u"space"_s));
        QCOMPARE(board.text(), QString());
        QVERIFY(tap(board, u"A"_s));
        QVERIFY(tap(board, u"space"_s));
        QVERIFY(tap(board, u"space"_s));
        QCOMPARE(board.text(), u"A "_s);
    }

    void realKeysTypeIntoItAndLengthIsBounded()
    {
        TouchKeyboard board(m_window.get());
        board.setMaxLength(5);
        board.resize(1080, board.sizeHint().height());
        QSignalSpy cancelled(&board, &TouchKeyboard::cancelled);
        QSignalSpy accepted(&board, &TouchKeyboard::accepted);
        QTest::keyClicks(&board, u"Sari Dewi"_s);
        QCOMPARE(board.text(), u"Sari "_s);
        QTest::keyClick(&board, Qt::Key_Return);
        QCOMPARE(accepted.first().first().toString(), u"Sari"_s);
        QTest::keyClick(&board, Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
    }

    void aNumericBoardTakesDigitsOnly()
    {
        TouchKeyboard board(m_window.get());
        board.setNumeric(true);
        board.resize(1080, board.sizeHint().height());
        QTest::keyClicks(&board, u"a1b2"_s);
        QVERIFY(tap(board, u"0"_s));
        QVERIFY(!tap(board, u"q"_s));
        QCOMPARE(board.text(), u"120"_s);
    }

    void everyLetterCanBeTypedAtEveryTextScale()
    {
        for (const int scale : {100, 200}) {
            m_theme.setTextScale(scale);
            TouchKeyboard board(m_window.get());
            board.setCapitalize(false);
            board.setText(QString());
            board.resize(1080, board.sizeHint().height());
            // Keys are laid for the size that the board really gets.
            m_window->show();
            board.show();
            for (char16_t letter = u'a'; letter <= u'z'; ++letter) {
                const QString name(letter);
                if (!tap(board, name))
                    QVERIFY2(tap(board, letter < u'n' ? u"A-M"_s : u"N-Z"_s) && tap(board, name), qPrintable(name));
            }
            QCOMPARE(board.text(), u"abcdefghijklmnopqrstuvwxyz"_s);
            for (int i = 1; i < board.targetCount(); ++i) {
                QVERIFY(board.target(i).box.width() >= Metrics().px(20));
                QVERIFY(board.target(i).box.height() >= Metrics().px(20));
            }
        }
    }

    void twoThumbsTypeInTurn()
    {
        TouchKeyboard board(m_window.get());
        board.setCapitalize(false);
        board.setText(QString());
        m_window->resize(700, 500);
        board.resize(700, board.sizeHint().height());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QPointingDevice *device = QTest::createTouchDevice();
        const auto key = [&board](int index) { return board.target(index).box.center().toPoint(); };
        // Keys 1 and 10 are q and p.
        QTest::touchEvent(&board, device).press(0, key(1), &board);
        QTest::touchEvent(&board, device).stationary(0).press(1, key(10), &board);
        QCOMPARE(board.text(), u"q"_s);
        QTest::touchEvent(&board, device).release(0, key(1), &board).stationary(1);
        QTest::touchEvent(&board, device).release(1, key(10), &board);
        QCOMPARE(board.text(), u"qp"_s);
    }

    void aFieldShowsItsHintAndKeepsItsText()
    {
        TextField field(u"Harga"_s, m_window.get());
        const int plain = field.sizeHint().height();
        field.setText(u"28.000"_s);
        field.setChangedHint(u"Semula 26.000"_s);
        QVERIFY(field.sizeHint().height() > plain);
        field.setError(u"Bukan angka"_s);
        QCOMPARE(field.text(), u"28.000"_s);
        QSignalSpy edited(&field, &TextField::textEdited);
        QSignalSpy accepted(&field, &TextField::accepted);
        QTest::keyClicks(field.edit(), u"1"_s);
        QTest::keyClick(field.edit(), Qt::Key_Return);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(field.edit()->accessibleName(), u"Harga"_s);
    }
};

QTEST_MAIN(TestTyping)
#include "tst_typing.moc"
