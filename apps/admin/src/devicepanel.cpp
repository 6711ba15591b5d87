// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicepanel.h"

#include <widgets/keyvaluerow.h>
#include <widgets/label.h>
#include <widgets/monogram.h>
#include <widgets/synclamp.h>
#include <widgets/touchbutton.h>

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
// Where look.md gives pixels of the 24" screen and a control takes those of the 21.5" one.
constexpr qreal per24 = Metrics::landscape24 / Metrics::portrait215;
}

DevicePanel::DevicePanel(QWidget *parent)
    : Card(parent), m_icon(new IconView), m_name(new Label(Type::AdminHead)), m_what(new Label(Type::AdminSmall)), m_lamp(new SyncLamp),
      m_trouble(new Label(Type::AdminText)), m_advice(new Label(Type::AdminSmall)), m_retry(new TouchButton({}, TouchButton::Kind::Turmeric)),
      m_factBox(new QWidget), m_detail(new Label(Type::AdminSmall))
{
    setObjectName(u"devicePanel"_s);
    setRadius(24 * per24);
    setPadding(28 * per24, 26 * per24, 28 * per24, 26 * per24);
    m_icon->setSides(30 * per24, 56 * per24);
    m_icon->setTile(&Palette::raised);
    m_name->setMaxLines(2);
    m_what->setColor(&Palette::ink2);
    m_lamp->setWide(true);
    m_trouble->setWeight(QFont::ExtraBold);
    m_trouble->setMaxLines(3);
    m_advice->setColor(&Palette::ink2);
    m_advice->setMaxLines(5);
    m_advice->setLineFactor(textLine);
    m_retry->setObjectName(u"retryDevice"_s);
    m_retry->setSize(TouchButton::Size::Small);
    m_retry->setIcon(u"recall"_s);
    m_detail->setObjectName(u"deviceError"_s);
    m_detail->setColor(&Palette::ink2);
    m_detail->setMaxLines(4);
    auto *column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_icon);
    auto *words = new QVBoxLayout;
    words->addWidget(m_name);
    words->addWidget(m_what);
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addWidget(m_lamp);
    column->addWidget(m_trouble);
    column->addWidget(m_advice);
    column->addWidget(m_retry);
    column->addWidget(m_factBox);
    column->addWidget(m_detail);
    column->addStretch(1);
    new QVBoxLayout(m_factBox);
    m_factBox->layout()->setContentsMargins({});
    connect(m_retry, &TouchButton::clicked, this, &DevicePanel::retryWanted);
}

void DevicePanel::show(const DeviceFacts &facts)
{
    setVisible(!facts.name.isEmpty());
    m_icon->setIcon(facts.icon);
    m_name->setText(facts.name);
    m_what->setText(facts.what);
    m_lamp->set(Lamp(facts.lamp), facts.word);
    m_trouble->setText(facts.trouble);
    m_trouble->setVisible(!facts.trouble.isEmpty());
    m_advice->setText(facts.advice);
    m_advice->setVisible(!facts.advice.isEmpty());
    m_retry->setText(tr("Try now"));
    m_retry->setVisible(facts.canRetry);
    while (m_facts.size() < facts.facts.size()) {
        m_facts << new KeyValueRow({}, {}, KeyValueRow::Kind::Fact);
        m_factBox->layout()->addWidget(m_facts.last());
    }
    for (int i = 0; i < m_facts.size(); ++i) {
        m_facts.at(i)->setVisible(i < facts.facts.size());
        if (i < facts.facts.size())
            m_facts.at(i)->set(facts.facts.at(i).key, facts.facts.at(i).value);
    }
    m_detail->setText(facts.detail.isEmpty() ? QString() : tr("Last error: %1").arg(facts.detail));
    m_detail->setVisible(!facts.detail.isEmpty());
}

void DevicePanel::themeChanged()
{
    Card::themeChanged();
    layout()->setSpacing(metrics().at24(12));
    layout()->itemAt(0)->layout()->setSpacing(metrics().at24(18));
    layout()->itemAt(0)->layout()->itemAt(1)->layout()->setSpacing(0);
    m_factBox->layout()->setSpacing(0);
}

} // namespace saji
