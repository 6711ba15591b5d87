// SPDX-License-Identifier: GPL-3.0-or-later
#include <stopped/stoppedwindow.h>

#include <widgets/emptystate.h>
#include <widgets/ground.h>
#include <widgets/touchbutton.h>

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

StoppedWindow::StoppedWindow(const Error &error, For whom, const QString &device, LanguageSwitch &language, Theme &theme, QWidget *parent)
    : BareWindow(u"stopped"_s, 56, language, theme, parent), m_error(error), m_for(whom), m_device(device)
{
    m_art = new ArtView(u"tudung"_s, ground());
    m_title = addLabel(Type::Display, 6, &Palette::ink);
    m_sentence = addLabel(Type::Section, 6, &Palette::ink2);
    m_advice = addLabel(Type::Text, 6, &Palette::ink2);
    m_code = addLabel(Type::Caption, 6, &Palette::ink2);
    m_advice->setLineFactor(textLine);
    m_close = new TouchButton({}, TouchButton::Kind::Quiet, ground());
    m_close->setObjectName(u"close"_s);
    m_close->setSize(TouchButton::Size::Compact);
    // A guest must not get behind the kiosk.
    m_close->setVisible(m_for == For::Staff);
    connect(m_close, &TouchButton::clicked, this, &StoppedWindow::dismissed);
    speak();
}

QString StoppedWindow::sentence() const
{
    return m_sentence->text();
}

QString StoppedWindow::title() const
{
    return m_for == For::Guests ? tr("Please order at the counter") : tr("This screen cannot start");
}

QString StoppedWindow::why() const
{
    switch (m_error.code) {
    case ErrorCode::UnsupportedVersion: return tr("The data on this device was written by a newer Saji than this one.");
    case ErrorCode::WrongStore: return tr("The data on this device belongs to another restaurant.");
    case ErrorCode::Busy: return tr("Saji is running on this device already.");
    case ErrorCode::DiskFull: return tr("The disk of this device is full.");
    case ErrorCode::ReadOnly: return tr("The disk of this device cannot be written.");
    case ErrorCode::Corrupt: return tr("The data on this device is damaged.");
    default: return tr("The data folder of this device cannot be used.");
    }
}

QString StoppedWindow::advice() const
{
    switch (m_error.code) {
    case ErrorCode::UnsupportedVersion: return tr("Install that newer Saji again. Nothing was changed, and no order is lost.");
    case ErrorCode::WrongStore: return tr("Check the store code in the settings. Nothing was changed.");
    case ErrorCode::Busy: return tr("Close this window, or end the other one first.");
    case ErrorCode::DiskFull: return tr("Make room on it, then start again. Nothing was deleted.");
    default: return tr("Call a technician. Nothing was deleted.");
    }
}

void StoppedWindow::say()
{
    m_title->setText(title());
    m_sentence->setText(why());
    m_advice->setText(advice());
    const QString code = QString(errorWord(m_error.code)).toUpper().replace(u'_', u'-');
    m_code->setText(u"%1 · %2 · %3"_s.arg(m_device, code, m_error.detail));
    m_close->setText(tr("Close"));
}

void StoppedWindow::arrange()
{
    const Metrics &m = metrics();
    const int wide = std::min(width() - 2 * edge(), m.at215(1200));
    const int left = (width() - wide) / 2;
    const QSize close = m_close->sizeHint();
    m_close->setGeometry((width() - close.width()) / 2, height() - edge() - m.at215(76), close.width(), m.at215(76));
    const int code = m_code->heightForWidth(wide);
    const int foot = m_close->isHidden() ? height() - edge() : m_close->y() - m.at215(24);
    m_code->setGeometry(left, foot - code, wide, code);
    const auto high = [wide](const Label *label) { return label->heightForWidth(wide); };
    const int words = high(m_title) + high(m_sentence) + high(m_advice) + m.at215(28 + 20);
    const int top = edge() + m.at215(76);
    const int room = m_code->y() - m.at215(24) - top;
    const int art = std::clamp(room - words - m.at215(40), 0, m.at215(480));
    m_art->setVisible(art > m.at215(120));
    m_art->setSide(art * 1000.0 / m.at215(1000));
    int y = top + std::max(0, (room - words - art - m.at215(40)) / 2);
    m_art->setGeometry((width() - art) / 2, y, art, art);
    y += art + m.at215(40);
    for (const auto &[label, gap] : {std::pair(m_title, m.at215(28)), std::pair(m_sentence, m.at215(20)), std::pair(m_advice, 0)}) {
        label->setGeometry(left, y, wide, high(label));
        y += high(label) + gap;
    }
}

void StoppedWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_for == For::Staff)
        emit dismissed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace saji
