// SPDX-License-Identifier: GPL-3.0-or-later
#include <pairing/pairingwindow.h>

#include <widgets/ground.h>
#include <widgets/touchbutton.h>

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr int codeDigits = 12;
constexpr int eraseKey = 9;
constexpr int zeroKey = 10;
constexpr int pairKey = 11;
//! A QR text has about 120 letters; whatever types more than this is no scanner.
constexpr qsizetype mostTyped = 400;

QString digitsOf(const QString &text)
{
    QString digits;
    for (const auto letter : text) {
        if (letter >= u'0' && letter <= u'9')
            digits.append(letter);
    }
    return digits;
}

bool isScan(const QString &text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.isLetter(); });
}

} // namespace

PairingWindow::PairingWindow(const PairingOrder &order, LanguageSwitch &language, Theme &theme, const std::optional<Error> &first, QWidget *parent)
    : BareWindow(u"pairing"_s, 40, language, theme, parent), m_order(order), m_step(order), m_error(first)
{
    setFocusPolicy(Qt::StrongFocus);
    m_title = addLabel(Type::Display, 4, &Palette::ink);
    m_sentence = addLabel(Type::Text, 4, &Palette::ink2);
    m_code = addLabel(Type::Display, 4, &Palette::ink);
    m_status = addLabel(Type::Section, 4, &Palette::ink);
    for (int i = 0; i <= pairKey; ++i) {
        auto *key = new TouchButton({}, i == pairKey ? TouchButton::Kind::Primary : TouchButton::Kind::Surface, ground());
        const auto digit = i == zeroKey ? u"0"_s : QString::number(i + 1);
        key->setObjectName(i == eraseKey ? u"erase"_s : i == pairKey ? u"pair"_s : u"key"_s + digit);
        key->setFocusPolicy(Qt::NoFocus); // what a scanner types goes to the window, whichever key was touched last
        if (i == eraseKey)
            connect(key, &TouchButton::clicked, this, &PairingWindow::erase);
        else if (i == pairKey)
            connect(key, &TouchButton::clicked, this, &PairingWindow::tryTyped);
        else
            connect(key, &TouchButton::clicked, this, [this, digit] { type(digit); });
        if (i != eraseKey && i != pairKey)
            key->setText(digit);
        // A digit is read at arm's length from the paper with the code.
        key->setSize(i == eraseKey || i == pairKey ? TouchButton::Size::Big : TouchButton::Size::Large);
        m_keys.append(key);
    }
    m_keys.at(eraseKey)->setIcon(u"erase"_s);
    languageButton()->setFocusPolicy(Qt::NoFocus);
    connect(&m_step, &PairingStep::done, this, &PairingWindow::paired);
    connect(&m_step, &PairingStep::failed, this, &PairingWindow::fail);
    speak();
}

QString PairingWindow::typed() const
{
    const auto digits = digitsOf(m_typed);
    QStringList groups;
    for (qsizetype i = 0; i < codeDigits; i += 4)
        groups << digits.mid(i, 4).leftJustified(4, u'·');
    return isScan(m_typed) ? u"…"_s : groups.join(u" – "_s);
}

QString PairingWindow::sentence() const
{
    return m_status->text();
}

void PairingWindow::type(const QString &text)
{
    if (m_step.isUnderWay() || m_typed.size() + text.size() > mostTyped)
        return;
    if (!isScan(m_typed + text) && digitsOf(m_typed + text).size() > codeDigits)
        return;
    m_error.reset();
    m_typed += text;
    speak();
}

void PairingWindow::erase()
{
    if (m_step.isUnderWay())
        return;
    m_typed = isScan(m_typed) ? QString() : m_typed.chopped(std::min<qsizetype>(1, m_typed.size()));
    m_error.reset();
    speak();
}

void PairingWindow::tryTyped()
{
    if (m_step.isUnderWay())
        return;
    const auto code = PairCode::fromText(m_typed);
    if (!code) {
        fail(code.error());
        return;
    }
    m_error.reset();
    m_step.begin(*code);
    speak();
}

void PairingWindow::fail(const Error &error)
{
    m_error = error;
    if (error.code == ErrorCode::Unauthorized || isScan(m_typed))
        m_typed.clear();
    speak();
}

QString PairingWindow::causeOf(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::InvalidArgument: return tr("A pairing code has twelve digits.");
    case ErrorCode::Unauthorized: return tr("This code is not valid. It works once, for ten minutes: ask for a new one.");
    case ErrorCode::Conflict: return tr("This code is for another kind of device.");
    case ErrorCode::WrongStore: return tr("The server belongs to another restaurant.");
    case ErrorCode::Unreachable:
    case ErrorCode::NotFound: // its machine is there, its program is not
    case ErrorCode::TimedOut:
    case ErrorCode::LinkClosed: return tr("The server does not answer. Check the network, then try again.");
    default: return tr("Pairing did not work. Call a technician.");
    }
}

void PairingWindow::say()
{
    const bool isBusy = m_step.isUnderWay();
    const auto host = m_order.server.host(); // of a server that has yet to be found there is none
    const auto whom = host.isEmpty() ? m_order.name : u"%1 · %2"_s.arg(m_order.name, host);
    m_title->setText(tr("Pair this device"));
    m_sentence->setText(tr("Type or scan the code that the server of the restaurant shows.") + u'\n' + whom);
    m_code->setText(typed());
    m_status->setColor(m_error && !isBusy ? &Palette::cabaiDeep : &Palette::ink);
    m_status->setText(isBusy ? tr("Asking the server…") : m_error ? causeOf(*m_error) : QString());
    m_keys.at(eraseKey)->setText(tr("Erase"));
    m_keys.at(pairKey)->setText(tr("Pair"));
    m_keys.at(pairKey)->setEnabled(!isBusy && (isScan(m_typed) || digitsOf(m_typed).size() == codeDigits));
}

void PairingWindow::arrange()
{
    const Metrics &m = metrics();
    const int gap = m.at215(16);
    const int wide = std::min(width() - 2 * edge(), m.at215(900));
    const int left = (width() - wide) / 2;
    const int wordsWide = std::min(width() - 2 * edge(), m.at215(1400));
    const auto high = [wordsWide](const Label *label) { return std::max(label->heightForWidth(wordsWide), 1); };
    const int status = std::max(high(m_status) + gap, m.at215(96));
    const int words = high(m_title) + high(m_sentence) + high(m_code) + status + 4 * gap;
    const int top = languageButton()->geometry().bottom() + gap;
    const int room = height() - top - edge() - words;
    const int key = std::clamp((room - 3 * gap) / 4, m.at215(56), m.at215(150));
    int y = top + std::max(0, (room - 4 * key - 3 * gap) / 2);
    for (Label *label : {m_title, m_sentence, m_code, m_status}) {
        const int tall = label == m_status ? status : high(label);
        label->setGeometry((width() - wordsWide) / 2, y, wordsWide, tall);
        y += tall + gap;
    }
    const int keyWide = (wide - 2 * gap) / 3;
    for (int i = 0; i < m_keys.size(); ++i)
        m_keys.at(i)->setGeometry(left + (i % 3) * (keyWide + gap), y + (i / 3) * (key + gap), keyWide, key);
}

void PairingWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit dismissed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        tryTyped();
    else if (event->key() == Qt::Key_Backspace)
        erase();
    else if (!event->text().isEmpty() && event->text().at(0).isPrint())
        type(event->text());
    else
        QWidget::keyPressEvent(event);
}

} // namespace saji
