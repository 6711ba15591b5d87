// SPDX-License-Identifier: GPL-3.0-or-later
#include "pinsheet.h"

#include <widgets/banner.h>
#include <widgets/card.h>
#include <widgets/label.h>
#include <widgets/pinpad.h>
#include <widgets/touchbutton.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

PinSheet::PinSheet(Journey &journey, QWidget *host)
    : Sheet(host, Place::Dialog), m_journey(journey), m_title(new Label(Type::Title)), m_hint(new Label(Type::Text)), m_notice(new Notice),
      m_pad(new PinPad), m_cancel(new TouchButton({}, TouchButton::Kind::Plain))
{
    setObjectName(u"pinSheet"_s);
    setDialogWidth(760);
    panel()->setPadding(48, 48, 48, 28);
    panel()->setRadius(56);
    m_title->setAlignment(Qt::AlignCenter);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setColor(&Palette::ink2);
    m_hint->setMaxLines(4);
    m_pad->setObjectName(u"pin"_s);
    m_cancel->setObjectName(u"cancelPin"_s);
    if (journey.gate().isSet())
        m_pad->setLength(journey.gate().length());
    auto *column = new QVBoxLayout(panel());
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_notice);
    column->addWidget(m_pad, 0, Qt::AlignHCenter);
    column->addWidget(m_cancel);
    connect(m_pad, &PinPad::entered, this, &PinSheet::enter);
    connect(m_pad, &PinPad::edited, this, [this](int typed) {
        if (typed > 0 && std::exchange(m_wrong, false))
            showGate();
    });
    connect(m_cancel, &TouchButton::clicked, &journey.flow(), &ScreenFlow::closeOverlay);
    connect(&journey.gate(), &StaffGate::changed, this, &PinSheet::showGate);
    connect(&journey.language(), &LanguageSwitch::changed, this, &PinSheet::speak);
    speak();
}

void PinSheet::begin()
{
    m_wrong = false;
    m_pad->clear();
    panel()->layout()->setSpacing(Theme::of(this).metrics().at215(20));
    speak();
}

void PinSheet::enter(const QString &pin)
{
    if (m_journey.gate().enter(pin)) {
        m_journey.flow().enterStaff();
        return;
    }
    m_wrong = true;
    showGate();
}

void PinSheet::speak()
{
    m_title->setText(tr("Staff area"));
    m_hint->setText(m_journey.gate().isSet() ? tr("Type the staff PIN, then the green key.")
                                             : tr("This kiosk has no staff PIN. A technician gives it one with staff-pin in its settings."));
    m_cancel->setText(tr("Back"));
    showGate();
}

void PinSheet::showGate()
{
    const StaffGate &gate = m_journey.gate();
    m_pad->setVisible(gate.isSet());
    m_pad->setLocked(gate.isLocked());
    if (gate.isLocked()) {
        const int seconds = int(std::chrono::ceil<std::chrono::seconds>(gate.lockedFor()).count());
        m_notice->say(u"lock"_s, tr("Three wrong PINs. Try again in %n second(s).", nullptr, seconds));
    } else if (m_wrong) {
        m_notice->say(u"alert"_s, tr("Wrong PIN, %n tries left", nullptr, gate.triesLeft()));
    }
    m_notice->setVisible(gate.isLocked() || m_wrong);
}

} // namespace saji
