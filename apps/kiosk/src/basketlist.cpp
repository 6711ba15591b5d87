// SPDX-License-Identifier: GPL-3.0-or-later
#include "basketlist.h"

#include <widgets/basketrow.h>
#include <widgets/card.h>
#include <widgets/stepper.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

BasketList::BasketList(Journey &journey, Form form, QWidget *parent)
    : QWidget(parent), m_journey(journey), m_form(form), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    auto &cart = journey.cart();
    connect(&cart, &QAbstractItemModel::rowsInserted, this, &BasketList::rebuildSoon);
    connect(&cart, &QAbstractItemModel::rowsRemoved, this, &BasketList::rebuildSoon);
    connect(&cart, &QAbstractItemModel::modelReset, this, &BasketList::rebuildSoon);
    connect(&cart, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        for (int row = first.row(); row <= last.row() && row < m_rows.size() && !m_rebuilding; ++row)
            fillRow(row);
    });
    connect(&cart, &CartModel::changed, this, &BasketList::fillHeads);
    rebuild();
}

void BasketList::refill()
{
    if (m_rebuilding)
        return;
    for (int row = 0; row < m_rows.size(); ++row)
        fillRow(row);
    fillHeads();
}

void BasketList::rebuildSoon()
{
    // The line that goes may be the one whose button is being pressed right now.
    if (std::exchange(m_rebuilding, true))
        return;
    QMetaObject::invokeMethod(this, &BasketList::rebuild, Qt::QueuedConnection);
}

int BasketList::focusedRow() const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row)->isAncestorOf(window()->focusWidget()))
            return row;
    }
    return -1;
}

void BasketList::rebuild()
{
    const int focused = focusedRow();
    m_rebuilding = false;
    m_rows.clear();
    m_heads.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const CartGroup &group : m_journey.cart().groups())
        addGroup(group);
    if (m_form == Form::Narrow)
        m_layout->addStretch();
    refill();
    if (focused >= 0 && !m_rows.isEmpty())
        m_rows.at(std::min<qsizetype>(focused, m_rows.size() - 1))->stepper()->setFocus();
    emit rebuilt();
}

void BasketList::addGroup(const CartGroup &group)
{
    const Metrics &metrics = Theme::of(this).metrics();
    if (m_form == Form::Narrow) {
        m_layout->setSpacing(metrics.at215(12));
        m_heads << new OutletHead;
        m_heads.last()->setNarrow(true);
        m_layout->addWidget(m_heads.last());
        for (int row = group.firstRow; row < group.firstRow + group.rows; ++row)
            m_layout->addWidget(addRow(row, this));
        return;
    }
    m_layout->setSpacing(metrics.at215(24));
    auto *card = new Card;
    card->setPadding(0, 0, 0, 0);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins({});
    inner->setSpacing(0);
    m_heads << new OutletHead;
    inner->addWidget(m_heads.last());
    for (int row = group.firstRow; row < group.firstRow + group.rows; ++row) {
        inner->addWidget(addRow(row, card));
        m_rows.last()->setHairline(row + 1 < group.firstRow + group.rows);
    }
    m_layout->addWidget(card);
}

BasketRow *BasketList::addRow(int row, QWidget *parent)
{
    auto *line = new BasketRow(parent);
    line->setObjectName(u"row%1"_s.arg(row));
    line->stepper()->setObjectName(u"stepper%1"_s.arg(row));
    line->setNarrow(m_form == Form::Narrow);
    line->stepper()->setRemovable(true);
    auto &cart = m_journey.cart();
    connect(line, &BasketRow::clicked, this, [this, row] { m_journey.editLine(row); });
    connect(line->stepper(), &Stepper::valueEdited, this, [&cart, row](int value) { cart.setQuantity(row, value); });
    connect(line->stepper(), &Stepper::removeRequested, this, [&cart, row] { cart.setQuantity(row, 0); });
    m_rows << line;
    return line;
}

void BasketList::fillRow(int row)
{
    const CartLine &line = m_journey.cart().lines().at(row);
    BasketRow *widget = m_rows.at(row);
    const QString words = line.unavailable ? tr("No longer available. Please remove it.") : line.choices;
    widget->set(line.art, line.title, words, line.unavailable ? tr("Sold out") : line.price, line.quantity);
    widget->setAllergy(line.unavailable ? QString() : line.allergy);
    widget->setSoldOut(line.unavailable);
    // What is not sold any more can only go.
    widget->stepper()->setRange(line.unavailable ? line.quantity : 1, line.unavailable ? line.quantity : Cart::maxQuantity);
    widget->stepper()->setSubject(line.title);
}

void BasketList::fillHeads()
{
    const auto &groups = m_journey.cart().groups();
    for (int i = 0; i < m_heads.size() && i < groups.size() && !m_rebuilding; ++i) {
        m_heads.at(i)->set(groups.at(i).monogram, groups.at(i).name, groups.at(i).rgb, groups.at(i).waiting);
    }
}

} // namespace saji
