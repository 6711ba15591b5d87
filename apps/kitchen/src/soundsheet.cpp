// SPDX-License-Identifier: GPL-3.0-or-later
#include "soundsheet.h"

#include <widgets/card.h>
#include <widgets/iconbutton.h>
#include <widgets/label.h>
#include <widgets/touchbutton.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr int step = 10;

} // namespace

SoundSheet::SoundSheet(Chime &chime, QWidget *host)
    : Sheet(host, Place::Dialog)
    , m_chime(chime)
    , m_title(new Label(Type::Title))
    , m_figure(new Label(Type::Display))
    , m_softer(new IconButton(u"minus"_s, {}, IconButton::Kind::Quiet))
    , m_louder(new IconButton(u"plus"_s, {}, IconButton::Kind::Quiet))
    , m_test(new TouchButton({}, TouchButton::Kind::Quiet))
    , m_mute(new TouchButton({}, TouchButton::Kind::Quiet))
    , m_done(new TouchButton({}, TouchButton::Kind::Primary))
{
    setObjectName(u"soundSheet"_s);
    setDialogWidth(880);
    auto *column = new QVBoxLayout(panel());
    m_title->setSize(44, QFont::ExtraBold, true);
    column->addWidget(m_title);
    auto *level = new QHBoxLayout;
    m_softer->setSide(96);
    m_louder->setSide(96);
    m_figure->setAlignment(Qt::AlignCenter);
    m_figure->setFigures(true);
    level->addWidget(m_softer);
    level->addWidget(m_figure, 1);
    level->addWidget(m_louder);
    column->addLayout(level);
    auto *actions = new QHBoxLayout;
    for (TouchButton *button : {m_test, m_mute, m_done}) {
        button->setSize(TouchButton::Size::Compact);
        actions->addWidget(button, 1);
    }
    m_test->setIcon(u"sound"_s);
    column->addLayout(actions);
    m_softer->setObjectName(u"softer"_s);
    m_louder->setObjectName(u"louder"_s);
    m_mute->setObjectName(u"mute"_s);
    m_done->setObjectName(u"soundDone"_s);
    connect(m_softer, &IconButton::clicked, this, [this] { m_chime.setVolume(m_chime.volume() - step); });
    connect(m_louder, &IconButton::clicked, this, [this] { m_chime.setVolume(m_chime.volume() + step); });
    connect(m_test, &TouchButton::clicked, this, [this] { m_chime.test(); });
    connect(m_mute, &TouchButton::clicked, this, [this] { m_chime.setMuted(!m_chime.isMuted()); });
    connect(m_done, &TouchButton::clicked, this, &Sheet::close);
    connect(this, &Sheet::dismissRequested, this, &Sheet::close);
    connect(&m_chime, &Chime::changed, this, &SoundSheet::refresh);
    retranslate();
}

void SoundSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

void SoundSheet::refresh()
{
    m_figure->setText(m_chime.isMuted() ? tr("muted") : tr("%1%").arg(m_chime.volume()));
    m_mute->setText(m_chime.isMuted() ? tr("Sound on") : tr("Mute"));
}

void SoundSheet::retranslate()
{
    m_title->setText(tr("Sound of this screen"));
    m_softer->setName(tr("Softer"));
    m_louder->setName(tr("Louder"));
    m_test->setText(tr("Test tone"));
    m_done->setText(tr("Done"));
    refresh();
}

} // namespace saji
