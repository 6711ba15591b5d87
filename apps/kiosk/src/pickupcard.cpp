// SPDX-License-Identifier: GPL-3.0-or-later
#include "pickupcard.h"

#include <widgets/label.h>
#include <widgets/monogram.h>

#include <QHBoxLayout>

namespace saji {

PickupCard::PickupCard(QWidget *parent)
    : Card(parent), m_monogram(new Monogram({}, 0)), m_outlet(new Label(Type::Product)), m_where(new Label(Type::Section)),
      m_detail(new Label(Type::Caption))
{
    setRadius(36);
    setShadow(Shadow::None);
    setPadding(28, 26, 28, 26);
    m_outlet->setMaxLines(1);
    m_where->setWeight(QFont::ExtraBold);
    m_where->setMaxLines(2);
    m_where->setColor(&Palette::ink);
    m_detail->setColor(&Palette::ink2);
    m_detail->setMaxLines(2);
    auto *column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_monogram);
    head->addWidget(m_outlet, 1);
    column->addLayout(head);
    column->addStretch(1);
    column->addWidget(m_where);
    column->addWidget(m_detail);
    column->addStretch(1);
}

void PickupCard::set(const QString &monogram, const QString &outlet, QRgb hue, const QString &where, const QString &detail)
{
    m_monogram->set(monogram, hue);
    m_outlet->setText(outlet);
    m_where->setText(where);
    m_detail->setText(detail);
    m_outlet->setOutletColor(hue);
    setOutletFill(hue);
    arrange();
}

void PickupCard::themeChanged()
{
    Card::themeChanged();
    arrange();
}

void PickupCard::arrange()
{
    layout()->setSpacing(metrics().at215(10));
    layout()->itemAt(0)->layout()->setSpacing(metrics().at215(16));
}

} // namespace saji
