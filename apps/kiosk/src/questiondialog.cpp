// SPDX-License-Identifier: GPL-3.0-or-later
#include "questiondialog.h"

#include <widgets/card.h>
#include <widgets/idlering.h>
#include <widgets/label.h>
#include <widgets/monogram.h>
#include <widgets/touchbutton.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
// Pixels at the 21.5" reference.
constexpr qreal narrow215 = 920, wide215 = 1560;
} // namespace

QuestionDialog::QuestionDialog(Head head, QWidget *host)
    : Sheet(host, Place::Dialog), m_title(new Label(Type::Title)), m_sentence(new Label(Type::Text)),
      m_yes(new TouchButton({}, TouchButton::Kind::Primary)), m_no(new TouchButton({}, TouchButton::Kind::Danger))
{
    panel()->setPadding(60, 68, 60, 32);
    panel()->setRadius(56);
    auto *column = new QVBoxLayout(panel());
    if (head == Head::Ring) {
        m_ring = new IdleRing;
        column->addWidget(m_ring, 0, Qt::AlignHCenter);
        setDeepScrim(true);
    } else {
        m_sign = new IconView;
        m_sign->setSides(64, 128);
        m_sign->setTile(&Palette::kunyitTint);
        m_sign->setColor(&Palette::onKunyitTint);
        column->addWidget(m_sign, 0, Qt::AlignHCenter);
    }
    m_title->setSize(64, QFont::ExtraBold);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setMaxLines(3);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setSize(32, QFont::DemiBold);
    m_sentence->setLineFactor(textLine);
    m_sentence->setColor(&Palette::ink2);
    m_sentence->setMaxLines(6);
    m_yes->setObjectName(u"yes"_s);
    m_yes->setSize(TouchButton::Size::Large);
    m_no->setObjectName(u"no"_s);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_sentence), static_cast<QWidget *>(m_yes), static_cast<QWidget *>(m_no)})
        column->addWidget(part);
    connect(m_yes, &TouchButton::clicked, this, &QuestionDialog::accepted);
    connect(m_no, &TouchButton::clicked, this, &QuestionDialog::declined);
    connect(this, &Sheet::dismissRequested, this, &QuestionDialog::accepted);
}

void QuestionDialog::ask(const QString &title, const QString &sentence, const QString &yes, const QString &no)
{
    const Metrics &metrics = Theme::of(this).metrics();
    panel()->layout()->setSpacing(metrics.at215(24));
    // Large letters need the width that a landscape screen has, not the height that it lacks.
    const QSize host = parentWidget()->size();
    setDialogWidth(host.width() > host.height() && metrics.textScale >= 150 ? wide215 : narrow215);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_yes->setText(yes);
    m_no->setText(no);
    m_no->setVisible(!no.isEmpty());
}

void QuestionDialog::setSign(const QString &icon)
{
    m_sign->setIcon(icon);
}

void QuestionDialog::setRemaining(int remaining, int total)
{
    m_ring->setRemaining(remaining, total);
}

} // namespace saji
