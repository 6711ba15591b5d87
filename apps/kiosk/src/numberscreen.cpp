// SPDX-License-Identifier: GPL-3.0-or-later
#include "numberscreen.h"

#include "pickupcard.h"

#include <widgets/card.h>
#include <widgets/chip.h>
#include <widgets/label.h>
#include <widgets/monogram.h>
#include <widgets/numberdisplay.h>
#include <widgets/scrollarea.h>
#include <widgets/tickrow.h>
#include <widgets/touchbutton.h>
#include <widgets/weave.h>

#include <QEvent>
#include <QGridLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace saji {

NumberScreen::NumberScreen(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Page, parent), m_thanks(new Label(Type::Section, {}, this)),
      m_language(new TouchButton({}, TouchButton::Kind::Glass, this)), m_number(new NumberDisplay(this)),
      m_place(new Tag({}, {}, Tag::Kind::Glass, this)), m_waiting(new Tag({}, u"clock"_s, Tag::Kind::Promo, this)), m_scroll(new ScrollArea(this)),
      m_facts(new Card), m_factsHead(new Label(Type::Section)), m_pickupBox(new QWidget), m_pay(new Card), m_payWords(new Label(Type::Product)),
      m_done(new TouchButton({}, TouchButton::Kind::Primary, this)), m_countdown(new Label(Type::Caption, {}, this))
{
    setObjectName(u"number"_s);
    furnish();
    connect(m_language, &TouchButton::clicked, &journey.language(), &LanguageSwitch::toggle);
    connect(m_done, &TouchButton::clicked, &journey.flow(), &ScreenFlow::leave);
    connect(&journey.flow(), &ScreenFlow::idleChanged, this, &NumberScreen::showCountdown);
    connect(&journey.order(), &OrderPresenter::phaseChanged, this, [this] {
        m_painted.clear();
        if (isVisible())
            showOrder();
    });
    connect(&journey.order(), &OrderPresenter::progressed, this, [this] {
        if (isVisible()) {
            showFacts();
            arrange();
        }
    });
}

void NumberScreen::furnish()
{
    m_thanks->setColor(&Palette::onDeep2);
    m_thanks->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
    m_thanks->setMaxLines(2);
    m_language->setObjectName(u"language"_s);
    m_language->setSize(TouchButton::Size::Compact);
    m_language->setIcon(u"globe"_s);
    m_number->setObjectName(u"numberDisplay"_s);
    m_number->installEventFilter(this);
    m_place->setLarge(true);
    m_waiting->setLarge(true);
    m_facts->setRadius(52);
    m_facts->setShadow(Shadow::Sheet);
    m_factsHead->setWeight(QFont::ExtraBold);
    auto *facts = new QVBoxLayout(m_facts);
    facts->addWidget(m_factsHead);
    new QGridLayout(m_pickupBox);
    m_pickupBox->layout()->setContentsMargins({});
    auto *column = new QVBoxLayout(m_scroll->content());
    column->addWidget(m_facts);
    column->addWidget(m_pickupBox);
    column->addWidget(m_pay);
    column->addStretch();
    m_pay->setFill(&Palette::sunken);
    m_pay->setShadow(Shadow::None);
    m_pay->setRadius(36);
    m_pay->setPadding(36, 16, 36, 16);
    auto *pay = new QHBoxLayout(m_pay);
    auto *icon = new IconView(u"cash"_s);
    icon->setSides(44);
    pay->addWidget(icon);
    pay->addWidget(m_payWords, 1);
    m_payWords->setMaxLines(3);
    m_done->setObjectName(u"done"_s);
    m_done->setSize(TouchButton::Size::Large);
    m_countdown->setColor(&Palette::ink2);
    m_countdown->setAlignment(Qt::AlignCenter);
    m_countdown->setFigures(true);
}

void NumberScreen::speak()
{
    m_language->setText(LanguageSwitch::shortNameOf(journey().language().other()));
    m_factsHead->setText(tr("Your order is safe"));
    m_done->setText(tr("Done"));
    showOrder();
    showCountdown();
}

void NumberScreen::showOrder()
{
    const auto &order = journey().order();
    const PlacedOrder &placed = order.order();
    m_number->setNumber(order.number());
    m_thanks->setText(placed.customerName.isEmpty() ? tr("Thank you. Your number") : tr("Thank you, %1. Your number").arg(placed.customerName));
    const bool here = placed.service == ServiceKind::DineIn;
    m_place->setIcon(!here ? u"bag"_s : placed.table.isEmpty() ? u"dine"_s : u"table"_s);
    m_place->setText(!here ? tr("Take away") : placed.table.isEmpty() ? tr("Eat here") : tr("Table %1").arg(placed.table));
    m_waiting->setVisible(order.waitingMinutes() > 0);
    m_waiting->setText(tr("About %n minute(s)", nullptr, order.waitingMinutes()));
    showPickups();
    showFacts();
    arrange();
}

void NumberScreen::showFacts()
{
    const QList<OrderFact> facts = journey().order().facts();
    while (m_ticks.size() < facts.size()) {
        m_ticks << new TickRow;
        m_facts->layout()->addWidget(m_ticks.last());
    }
    for (int i = 0; i < m_ticks.size(); ++i) {
        m_ticks.at(i)->setVisible(i < facts.size());
        if (i >= facts.size())
            continue;
        m_ticks.at(i)->setFact(facts.at(i).fact);
        if (facts.at(i).done)
            m_ticks.at(i)->setDone(facts.at(i).evidence, facts.at(i).ticks);
        else
            m_ticks.at(i)->setPending(facts.at(i).evidence);
    }
    const QString advice = journey().order().advice();
    // What the guest must do now stands above what they may read.
    auto *column = static_cast<QVBoxLayout *>(m_scroll->content()->layout());
    const int place = advice.isEmpty() ? 2 : 1;
    if (column->indexOf(m_pay) != place) {
        column->removeWidget(m_pay);
        column->insertWidget(place, m_pay);
    }
    m_pay->setFill(advice.isEmpty() ? &Palette::sunken : &Palette::kunyitTint);
    m_payWords->setColor(advice.isEmpty() ? &Palette::ink : &Palette::onKunyitTint);
    const QString pay = tr("Please pay %1 at the counter: cash or QRIS.").arg(journey().order().total());
    m_payWords->setText(advice.isEmpty() ? pay : advice + u' ' + pay);
}

void NumberScreen::showPickups()
{
    const QList<OrderPickup> pickups = journey().order().pickups();
    auto *grid = static_cast<QGridLayout *>(m_pickupBox->layout());
    while (m_pickups.size() < pickups.size())
        m_pickups << new PickupCard(m_pickupBox);
    for (int i = 0; i < m_pickups.size(); ++i) {
        m_pickups.at(i)->setVisible(i < pickups.size());
        grid->removeWidget(m_pickups.at(i));
        if (i >= pickups.size())
            continue;
        const OrderPickup &pickup = pickups.at(i);
        m_pickups.at(i)->set(pickup.monogram, pickup.outlet, pickup.rgb, pickup.where, pickup.detail);
        const bool alone = pickups.size() == 1 || isLargeText();
        grid->addWidget(m_pickups.at(i), alone ? i : i / 2, alone ? 0 : i % 2, 1, alone ? 2 : 1);
    }
}

void NumberScreen::showCountdown()
{
    const auto left = journey().flow().numberLeft();
    const int seconds = left ? int((left->count() + 999) / 1000) : 0;
    m_countdown->setText(left ? tr("This screen starts over in %n second(s)", nullptr, seconds) : QString());
}

void NumberScreen::arrange()
{
    m_facts->setPadding(48, isLandscape() ? 30 : 40, 48, isLandscape() ? 26 : 40);
    for (PickupCard *pickup : m_pickups)
        pickup->setMinimumHeight(metrics().rowAt215(isLandscape() ? 190 : 250));
    m_pay->setMinimumHeight(px(108));
    m_facts->layout()->setSpacing(0);
    m_pickupBox->layout()->setSpacing(px(28));
    m_scroll->content()->layout()->setSpacing(px(isLandscape() ? 24 : 30));
    m_pay->layout()->setSpacing(px(24));
    if (isLandscape()) {
        Space space(rect());
        m_leaf = space.left(width() * 46 / 100);
        arrangeLeaf(m_leaf);
        space.inset(px(24), px(28));
        arrangeFoot(space);
        arrangeFacts(space);
        return;
    }
    m_leaf = QRect(0, 0, width(), height() * 396 / 1000);
    Space space(rect());
    const QRect head = space.top(height() * 330 / 1000);
    arrangeLeaf(head);
    space.inset(px(24), 0);
    arrangeFoot(space);
    arrangeFacts(space);
}

void NumberScreen::arrangeLeaf(const QRect &leaf)
{
    Space space(leaf.adjusted(px(40), 0, -px(40), 0));
    const bool landscape = isLandscape();
    space.top(px(landscape ? 40 : 24));
    Space head(space.top(px(76)));
    m_language->setGeometry(head.right(m_language->sizeHint().width()));
    const int tags = m_waiting->sizeHint().height();
    const int thanks = Space::heightOf(m_thanks, space.rest().width());
    // As large as it goes: the number is what this screen is for.
    const int room = space.rest().height() - tags - thanks - px(landscape ? 160 : 60);
    const int wide = m_number->sizeHint().width();
    const int high = std::min({m_number->sizeHint().height(), room, wide > 0 ? m_number->sizeHint().height() * space.rest().width() / wide : room});
    const int free = std::max(0, space.rest().height() - tags - thanks - high);
    space.top(free * (landscape ? 30 : 0) / 100);
    m_thanks->setGeometry(space.top(thanks, landscape ? px(30) : free * 35 / 100));
    m_number->setGeometry(space.top(high, landscape ? px(50) : free * 50 / 100));
    const int placeWidth = m_place->sizeHint().width();
    const int waitWidth = m_waiting->isVisibleTo(this) ? m_waiting->sizeHint().width() + px(16) : 0;
    const int left = leaf.left() + (leaf.width() - placeWidth - waitWidth) / 2;
    const int top = space.rest().top();
    m_place->setGeometry(left, top, placeWidth, tags);
    m_waiting->setGeometry(left + placeWidth + px(16), top, m_waiting->sizeHint().width(), tags);
}

void NumberScreen::arrangeFoot(Space &space)
{
    space.bottom(px(isLandscape() ? 0 : 48));
    m_countdown->setGeometry(space.bottom(m_countdown->sizeHint().height(), px(20)).adjusted(px(16), 0, -px(16), 0));
    m_done->setGeometry(space.bottom(highOf(m_done, space.rest().width(), 144), px(16)).adjusted(px(16), 0, -px(16), 0));
}

void NumberScreen::arrangeFacts(Space &space)
{
    // To the edges: the card's shadow reaches far.
    m_scroll->content()->layout()->setContentsMargins(px(40), px(isLandscape() ? 8 : 14), px(40), px(20));
    m_scroll->setGeometry(space.rest().adjusted(-px(24), 0, px(24), 0));
    m_scroll->raise();
}

void NumberScreen::paintEvent(QPaintEvent *event)
{
    Screen::paintEvent(event);
    QPainter painter(this);
    painter.setClipRect(m_leaf);
    drawLeafGround(painter, m_leaf, 0, theme());
    painter.setClipping(false);
    paintShadows(painter, event->region());
}

bool NumberScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_number && event->type() == QEvent::Paint && !m_number->number().isEmpty() && m_painted != m_number->number()) {
        m_painted = m_number->number();
        QMetaObject::invokeMethod(this, [this, number = m_painted] { emit numberPainted(number); }, Qt::QueuedConnection);
    }
    return Screen::eventFilter(watched, event);
}

} // namespace saji
