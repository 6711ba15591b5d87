// SPDX-License-Identifier: GPL-3.0-or-later
#include "basketscreen.h"

#include "basketlist.h"
#include "offer.h"
#include "seatedtop.h"

#include <widgets/banner.h>
#include <widgets/card.h>
#include <widgets/cardbutton.h>
#include <widgets/emptystate.h>
#include <widgets/iconbutton.h>
#include <widgets/keyvaluerow.h>
#include <widgets/label.h>
#include <widgets/scrollarea.h>
#include <widgets/touchbutton.h>

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
constexpr qreal side215 = 960; // the right column of a landscape screen
}

BasketScreen::BasketScreen(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Page, parent), m_back(new IconButton(u"back"_s, {}, IconButton::Kind::Surface, this)),
      m_title(new Label(Type::Title, {}, this)), m_service(new TouchButton({}, TouchButton::Kind::Surface, this)), m_banner(new Banner(this)),
      m_scroll(new ScrollArea(this)), m_side(new ScrollArea(this)), m_soldOut(new Notice(Banner::Kind::Bad)),
      m_list(new BasketList(journey, BasketList::Form::Cards)), m_offer(new Offer), m_who(new QWidget),
      m_table(new CardButton(CardButton::Shape::Line, {}, m_who)), m_name(new CardButton(CardButton::Shape::Line, {}, m_who)), m_sums(new QWidget(this)),
      m_line(new Hairline(Qt::Horizontal, this)), m_total(new KeyValueRow({}, {}, KeyValueRow::Kind::Total, this)), m_empty(new EmptyState(this)),
      m_more(new TouchButton({}, TouchButton::Kind::Outline, this)), m_confirm(new TouchButton({}, TouchButton::Kind::Primary, this)),
      m_utilities(new Utilities(journey, this))
{
    setObjectName(u"basket"_s);
    furnish();
    connectParts();
}

void BasketScreen::furnish()
{
    m_back->setObjectName(u"back"_s);
    m_service->setObjectName(u"service"_s);
    m_service->setSize(TouchButton::Size::Compact);
    m_table->setObjectName(u"table"_s);
    m_table->setIcon(u"table"_s);
    m_name->setObjectName(u"name"_s);
    m_name->setIcon(u"user"_s);
    m_more->setObjectName(u"more"_s);
    m_more->setSize(TouchButton::Size::Normal);
    m_more->setIcon(u"plus"_s);
    m_confirm->setObjectName(u"confirm"_s);
    m_confirm->setSize(TouchButton::Size::Large);
    auto *who = new QHBoxLayout(m_who);
    who->setContentsMargins({});
    who->addWidget(m_table, 1);
    who->addWidget(m_name, 1);
    auto *sums = new QVBoxLayout(m_sums);
    sums->setSpacing(0);
    sums->setContentsMargins({});
    new QVBoxLayout(m_scroll->content());
    new QVBoxLayout(m_side->content());
    arrangeParts(false, true);
}

void BasketScreen::connectParts()
{
    auto &flow = journey().flow();
    connect(m_back, &IconButton::clicked, &flow, &ScreenFlow::back);
    connect(m_service, &TouchButton::clicked, this, [this] {
        // Asked again in place: the basket is nearly done, nobody wants to walk back.
        const bool here = journey().cart().cart().service == ServiceKind::DineIn;
        journey().cart().setService(here ? ServiceKind::Takeaway : ServiceKind::DineIn);
        if (here)
            journey().cart().setTable({});
    });
    connect(m_more, &TouchButton::clicked, &flow, &ScreenFlow::showMenu);
    connect(m_empty, &EmptyState::actionClicked, &flow, &ScreenFlow::showMenu);
    connect(m_table, &CardButton::clicked, this, [&flow] { flow.open(ScreenFlow::Overlay::Table); });
    connect(m_name, &CardButton::clicked, this, [&flow] { flow.open(ScreenFlow::Overlay::Name); });
    connect(m_offer, &Offer::taken, &journey(), &Journey::takeSuggestion);
    connect(m_confirm, &TouchButton::clicked, this, &BasketScreen::act);
    connect(&journey().cart(), &CartModel::changed, this, &BasketScreen::showCart);
    connect(&journey().order(), &OrderPresenter::phaseChanged, this, &BasketScreen::showAction);
    connect(&journey().sync(), &SyncPresenter::changed, this, [this] {
        if (isVisible() && tellConnections(*m_banner, journey().sync().banner()))
            arrange();
    });
}

void BasketScreen::speak()
{
    m_back->setName(tr("Back"));
    m_title->setText(tr("Your order"));
    m_more->setText(isLargeText() ? QString() : tr("Add dishes"));
    m_more->setAccessibleLabel(tr("Add dishes"));
    m_empty->say(tr("Your order is still empty"), tr("Go back to the menu and touch a dish."));
    m_empty->setAction(tr("To the menu"));
    m_utilities->speak();
    tellConnections(*m_banner, journey().sync().banner());
    m_list->refill();
    showCart();
}

void BasketScreen::showCart()
{
    if (!isVisible())
        return;
    const auto &cart = journey().cart();
    const bool here = cart.cart().service == ServiceKind::DineIn;
    const QString table = cart.cart().table;
    const QString name = cart.cart().customerName;
    const QString service = here ? tr("Eat here") : tr("Take away");
    m_service->setText(isLargeText() ? QString() : service);
    m_service->setAccessibleLabel(service);
    m_service->setIcon(here ? u"dine"_s : u"bag"_s);
    m_table->setVisible(here);
    m_table->setTitle(table.isEmpty() ? tr("Table number") : tr("Table %1").arg(table));
    m_table->setTrailing(table.isEmpty() ? tr("Enter") : tr("Change"));
    m_name->setTitle(name.isEmpty() ? tr("Your name") : name);
    m_name->setTrailing(name.isEmpty() ? tr("Optional") : tr("Change"));
    m_soldOut->setVisible(cart.hasUnavailable());
    m_soldOut->say(u"soldout"_s, tr("Some dishes have just sold out. Remove them to go on."));
    const Product *offer = journey().suggestion();
    m_offer->setVisible(offer != nullptr);
    if (offer) {
        const Outlet *outlet = journey().menu().menu().outlet(offer->outlet);
        const QString code = journey().language().language();
        m_offer->say(offer->art, tr("%1 to go with it?").arg(offer->name.in(code)),
                     (outlet ? outlet->name + u" · "_s : QString()) + displayMoney(offer->price, code), tr("Add"));
    }
    showSums();
    showAction();
    arrange();
}

void BasketScreen::showSums()
{
    const auto &cart = journey().cart();
    const auto &sums = cart.sums();
    while (m_sumRows.size() < sums.size()) {
        m_sumRows << new KeyValueRow({}, {}, KeyValueRow::Kind::Normal, m_sums);
        m_sums->layout()->addWidget(m_sumRows.last());
    }
    for (int i = 0; i < m_sumRows.size(); ++i) {
        m_sumRows.at(i)->setVisible(i < sums.size());
        if (i < sums.size())
            m_sumRows.at(i)->set(sums.at(i).word, sums.at(i).amount);
    }
    m_total->set(tr("Total"), cart.total());
}

void BasketScreen::showAction()
{
    const auto &cart = journey().cart();
    m_confirm->setBusy(journey().order().phase() == OrderPresenter::Phase::Placing);
    if (cart.hasUnavailable()) {
        m_confirm->setText(tr("Remove what is sold out"));
        m_confirm->setSubtitle({});
        m_confirm->setFigure({});
    } else if (isLargeText()) {
        // The total stands right above; where one pays must not be what gives way.
        m_confirm->setText(tr("Order, pay at the counter"));
        m_confirm->setSubtitle({});
        m_confirm->setFigure({});
    } else {
        m_confirm->setText(tr("Place order"));
        m_confirm->setSubtitle(tr("Pay at the counter"));
        m_confirm->setFigure(cart.total());
    }
    m_confirm->setEnabled(!cart.isEmpty());
}

void BasketScreen::act()
{
    if (journey().cart().hasUnavailable())
        journey().cart().removeUnavailable();
    else
        journey().confirm();
}

void BasketScreen::fillColumn(QVBoxLayout *column, const QList<QWidget *> &parts)
{
    column->setSpacing(px(24));
    while (QLayoutItem *item = column->takeAt(0))
        delete item;
    for (QWidget *part : parts)
        column->addWidget(part);
    column->addStretch();
}

void BasketScreen::arrangeParts(bool landscape, bool pinned)
{
    m_sideBySide = landscape;
    m_sumsPinned = pinned;
    auto *main = static_cast<QVBoxLayout *>(m_scroll->content()->layout());
    auto *side = static_cast<QVBoxLayout *>(m_side->content()->layout());
    const QList<QWidget *> list{m_soldOut, m_list};
    QList<QWidget *> rest{m_offer, m_who};
    if (pinned)
        m_sums->setParent(this);
    else
        rest << m_sums;
    fillColumn(side, landscape ? rest : QList<QWidget *>());
    fillColumn(main, landscape ? list : list + rest);
    m_side->setVisible(landscape);
}

void BasketScreen::arrange()
{
    const bool landscape = isLandscape();
    const bool empty = journey().cart().isEmpty();
    // Where room is scarce the sums scroll with the list; the total always stays.
    const bool pinned = !isSeated() && !isLargeText();
    if (landscape != m_sideBySide || pinned != m_sumsPinned)
        arrangeParts(landscape, pinned);
    if (isSeated() && !m_seatedTop)
        m_seatedTop = new SeatedTop(journey(), this);
    if (m_seatedTop)
        m_seatedTop->setVisible(isSeated());
    for (QWidget *part : QList<QWidget *>{m_scroll, m_sums, m_line, m_total, m_more, m_confirm})
        part->setVisible(!empty);
    m_side->setVisible(!empty && landscape);
    m_empty->setVisible(empty);

    Space space(rect());
    arrangeHead(space);
    space.bottom(px(22));
    m_utilities->setGeometry(space.bottom(highOf(m_utilities, width(), 76), px(22)).adjusted(px(24), 0, -px(24), 0));
    m_who->layout()->setSpacing(px(18));
    m_empty->setGeometry(space.rest());
    if (landscape) {
        Space column(space.right(px(side215) + px(28)).adjusted(0, 0, -px(32), 0));
        arrangeSums(column, px(28), px(isLargeText() ? 144 : 280));
        arrangeScroll(m_side, column.rest(), px(4));
        arrangeScroll(m_scroll, space.rest(), px(32));
        return;
    }
    Space column(space.rest().adjusted(px(24), 0, -px(24), 0));
    arrangeSums(column, px(36), px(isLargeText() ? 144 : 330));
    arrangeScroll(m_scroll, column.rest().adjusted(-px(24), 0, px(24), 0), px(32));
}

void BasketScreen::arrangeHead(Space &space)
{
    if (isSeated()) {
        m_seatedTop->setGeometry(space.top(height() * SeatedTop::percent / 100));
        m_seatedTop->lower();
    }
    space.top(px(isSeated() ? 24 : 32));
    Space head(space.top(px(76), px(24)));
    head.inset(px(32), 0);
    m_back->setGeometry(head.left(px(76), px(26)));
    m_service->setGeometry(head.right(std::max(px(76), m_service->sizeHint().width()), px(16)));
    m_title->setGeometry(head.rest());
    if (m_banner->isVisible())
        m_banner->setGeometry(space.top(m_banner, px(8)));
}

void BasketScreen::arrangeSums(Space &column, int inset, int moreWidth)
{
    const int confirmWidth = column.rest().width() - moreWidth - px(16);
    Space bar(column.bottom(std::max(highOf(m_confirm, confirmWidth, 144), highOf(m_more, moreWidth, 144)), px(24)));
    m_more->setGeometry(bar.left(moreWidth, px(16)));
    m_confirm->setGeometry(bar.rest());
    m_total->setGeometry(column.bottom(m_total->sizeHint().height(), px(8)).adjusted(inset, 0, -inset, 0));
    m_line->setGeometry(column.bottom(std::max(1, px(2)), px(6)).adjusted(inset, 0, -inset, 0));
    if (m_sumsPinned)
        m_sums->setGeometry(column.bottom(m_sums->sizeHint().height(), px(8)).adjusted(inset, 0, -inset, 0));
}

//! A list runs to the edges that its cards' shadows reach; its parts keep their distance by themselves.
void BasketScreen::arrangeScroll(ScrollArea *scroll, const QRect &place, int edge)
{
    scroll->content()->layout()->setContentsMargins(edge, px(8), edge, px(24));
    scroll->setGeometry(place);
}

} // namespace saji
