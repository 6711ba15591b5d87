// SPDX-License-Identifier: GPL-3.0-or-later
#include "keylayout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr qreal wideKey = 1.45;

KeyRow letters(const QString &row)
{
    KeyRow keys;
    for (const QChar letter : row)
        keys.keys.append({KeyAct::Type, QString(letter), {}});
    return keys;
}

KeySpec erase(qreal width = wideKey)
{
    return {KeyAct::Erase, {}, u"erase"_s, width};
}

KeySpec shift()
{
    return {KeyAct::Shift, {}, u"up"_s, wideKey};
}

KeySpec to(KeyPage page, const QString &label, qreal width)
{
    return {KeyAct::Switch, label, {}, width, page};
}

KeySpec space(qreal width)
{
    return {KeyAct::Space, {}, {}, width};
}

KeySpec done(qreal width)
{
    return {KeyAct::Done, {}, {}, width};
}

QList<KeyRow> qwerty()
{
    KeyRow third = letters(u"zxcvbnm"_s);
    third.keys.prepend(shift());
    third.keys.append(erase());
    return {letters(u"qwertyuiop"_s), letters(u"asdfghjkl"_s), third, KeyRow{{to(KeyPage::Signs, u"123"_s, 1.75), space(5.5), done(2.65)}}};
}

//! Large type: the alphabet in two pages of two rows, which needs no knowledge of qwerty.
QList<KeyRow> alphabet(bool end)
{
    KeyRow last{{shift(), space(2.6), erase(1.2), done(1.75)}};
    last.keys.prepend(end ? to(KeyPage::Letters, u"A-M"_s, 1.4) : to(KeyPage::LettersEnd, u"N-Z"_s, 1.4));
    KeyRow first = letters(end ? u"nopqrst"_s : u"abcdefg"_s);
    KeyRow second = letters(end ? u"uvwxyz"_s : u"hijklm"_s);
    second.keys.append(to(KeyPage::Signs, u"123"_s, 1));
    for (KeyRow *row : {&first, &second}) {
        for (KeySpec &key : row->keys)
            key.width = last.width() / 7;
    }
    return {first, second, last};
}

QList<KeyRow> signs(bool large)
{
    KeyRow third = letters(u".,'?!&"_s);
    third.keys.append(erase());
    return {letters(u"1234567890"_s), letters(u"-/:()+@#*"_s), third, KeyRow{{to(KeyPage::Letters, large ? u"A-Z"_s : u"abc"_s, 1.75), space(5.5), done(2.65)}}};
}

QList<KeyRow> numbers()
{
    const auto row = [](const QString &digits) {
        KeyRow keys = letters(digits);
        for (KeySpec &key : keys.keys)
            key.width = 1.6;
        return keys;
    };
    return {row(u"123"_s), row(u"456"_s), row(u"789"_s), KeyRow{{erase(1.6), KeySpec{KeyAct::Type, u"0"_s, {}, 1.6}, done(1.6)}}};
}

} // namespace

qreal KeyRow::width() const
{
    qreal all = 0;
    for (const KeySpec &key : keys)
        all += key.width;
    return all;
}

QList<KeyRow> keyRows(KeyPage page, bool large)
{
    switch (page) {
    case KeyPage::Letters: return large ? alphabet(false) : qwerty();
    case KeyPage::LettersEnd: return alphabet(true);
    case KeyPage::Signs: return signs(large);
    case KeyPage::Numbers: return numbers();
    }
    return qwerty();
}

} // namespace saji
