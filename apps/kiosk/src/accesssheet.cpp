// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesssheet.h"

#include <widgets/card.h>
#include <widgets/iconbutton.h>
#include <widgets/label.h>
#include <widgets/segmentrow.h>
#include <widgets/toggleswitch.h>
#include <widgets/touchbutton.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

AccessForm::AccessForm(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Clear, parent), m_title(new Label(Type::Title, {}, this)),
      m_close(new IconButton(u"close"_s, {}, IconButton::Kind::Quiet, this)), m_sizeHead(new Label(Type::Product, {}, this)), m_size(new SegmentRow(this)),
      m_contrast(new ToggleSwitch({}, this)), m_seated(new ToggleSwitch({}, this)), m_motion(new ToggleSwitch({}, this)),
      m_note(new Label(Type::Caption, {}, this)), m_reset(new TouchButton({}, TouchButton::Kind::Quiet, this)),
      m_done(new TouchButton({}, TouchButton::Kind::Primary, this))
{
    setObjectName(u"access"_s);
    m_close->setObjectName(u"closeAccess"_s);
    m_size->setObjectName(u"textSize"_s);
    m_size->setTall(false);
    m_contrast->setObjectName(u"highContrast"_s);
    m_seated->setObjectName(u"seatedMode"_s);
    m_motion->setObjectName(u"reducedMotion"_s);
    m_note->setColor(&Palette::ink2);
    m_note->setMaxLines(3);
    m_reset->setObjectName(u"accessReset"_s);
    m_done->setObjectName(u"accessDone"_s);
    for (TouchButton *button : {m_reset, m_done})
        button->setSize(TouchButton::Size::Big);
    auto &access = journey.access();
    connect(m_close, &IconButton::clicked, &journey.flow(), &ScreenFlow::closeOverlay);
    connect(m_done, &TouchButton::clicked, &journey.flow(), &ScreenFlow::closeOverlay);
    connect(m_reset, &TouchButton::clicked, &access, &AccessSettings::reset);
    connect(m_size, &SegmentRow::chosen, this, [&access](int index) { access.setTextScale(AccessSettings::textScales().at(index)); });
    connect(m_contrast, &ToggleSwitch::toggled, &access, &AccessSettings::setHighContrast);
    connect(m_seated, &ToggleSwitch::toggled, &access, &AccessSettings::setSeated);
    connect(m_motion, &ToggleSwitch::toggled, &access, &AccessSettings::setReducedMotion);
    connect(&access, &AccessSettings::changed, this, &AccessForm::showSettings);
}

void AccessForm::speak()
{
    m_title->setText(tr("Accessibility"));
    m_close->setName(tr("Close"));
    m_sizeHead->setText(tr("Text size"));
    QList<SegmentRow::Segment> sizes;
    for (const int percent : AccessSettings::textScales())
        sizes << SegmentRow::Segment{percent == 100 ? tr("Normal") : u"%1%"_s.arg(percent), {}, 0, true};
    m_size->setSegments(sizes);
    m_contrast->setText(tr("High contrast"));
    m_seated->setText(tr("Seated mode: all buttons within reach"));
    m_motion->setText(tr("Less motion"));
    m_note->setText(tr("You also have more time before this screen asks whether you are still here. The next guest finds it as it was."));
    m_reset->setText(tr("As before"));
    m_done->setText(tr("Done"));
    showSettings();
}

void AccessForm::showSettings()
{
    const auto &access = journey().access();
    m_size->setCurrent(int(AccessSettings::textScales().indexOf(access.textScale())));
    m_contrast->setChecked(access.highContrast());
    m_seated->setChecked(access.seated());
    m_motion->setChecked(access.reducedMotion());
}

QList<ToggleSwitch *> AccessForm::switches() const
{
    // A landscape screen is low enough for everyone.
    if (window()->width() > window()->height())
        return {m_contrast, m_motion};
    return {m_contrast, m_seated, m_motion};
}

int AccessForm::heightForWidth(int width) const
{
    int height = px(36) + highOf(m_title, width, 76) + px(20) + m_sizeHead->sizeHint().height() + px(14) + m_size->sizeHint().height() + px(28);
    for (const ToggleSwitch *one : switches())
        height += one->sizeHint().height() + px(10);
    const int buttons = isLargeText() ? 2 * m_done->sizeHint().height() + px(16) : m_done->sizeHint().height();
    return height + px(14) + Space::heightOf(m_note, width - px(96)) + px(28) + buttons + px(36);
}

QSize AccessForm::sizeHint() const
{
    return {width(), heightForWidth(width())};
}

void AccessForm::arrange()
{
    Space space(rect());
    space.inset(px(48), 0);
    space.top(px(36));
    Space head(space.top(highOf(m_title, width(), 76), px(20)));
    m_close->setGeometry(centredIn(head.right(px(76), px(20)), px(76)));
    m_title->setGeometry(head.rest());
    m_sizeHead->setGeometry(space.top(m_sizeHead, px(14)));
    m_size->setGeometry(space.top(m_size->sizeHint().height(), px(28)));
    m_seated->setVisible(switches().contains(m_seated));
    for (ToggleSwitch *one : switches())
        one->setGeometry(space.top(one->sizeHint().height(), px(10)));
    space.bottom(px(36));
    const int button = m_done->sizeHint().height();
    if (isLargeText()) {
        m_done->setGeometry(space.bottom(button, px(16)));
        m_reset->setGeometry(space.bottom(button, px(28)));
    } else {
        Space bar(space.bottom(button, px(28)));
        m_reset->setGeometry(bar.left(bar.rest().width() * 38 / 100, px(16)));
        m_done->setGeometry(bar.rest());
    }
    m_note->setGeometry(space.bottom(m_note));
}

AccessSheet::AccessSheet(Journey &journey, QWidget *host) : Sheet(host, Place::Bottom)
{
    setObjectName(u"accessSheet"_s);
    setFitted(true);
    panel()->setPadding(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(panel());
    layout->setContentsMargins({});
    layout->addWidget(new AccessForm(journey, panel()));
}

} // namespace saji
