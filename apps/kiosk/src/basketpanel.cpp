// SPDX-License-Identifier: GPL-3.0-or-later
#include "basketpanel.h"

#include "basketlist.h"

#include <presentation/menuwords.h>
#include <widgets/emptystate.h>
#include <widgets/label.h>
#include <widgets/scrollarea.h>
#include <widgets/touchbutton.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

BasketPanel::BasketPanel(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Surface, parent), m_title(new Label(Type::Section, {}, this)),
      m_service(new TouchButton({}, TouchButton::Kind::Quiet, this)), m_scroll(new ScrollArea(this)),
      m_list(new BasketList(journey, BasketList::Form::Narrow)), m_empty(new EmptyState(this)), m_portions(new Label(Type::Caption, {}, this)),
      m_beforeTax(new Label(Type::Caption, {}, this)), m_sumWord(new Label(Type::Product, {}, this)), m_sum(new Label(Type::Section, {}, this)),
      m_view(new TouchButton({}, TouchButton::Kind::Turmeric, this))
{
    setObjectName(u"basketPanel"_s);
    m_title->setWeight(QFont::ExtraBold);
    m_service->setObjectName(u"panelService"_s);
    m_service->setSize(TouchButton::Size::Compact);
    auto *lines = new QVBoxLayout(m_scroll->content());
    lines->addWidget(m_list);
    lines->addStretch();
    m_empty->setArtSize(200);
    m_portions->setColor(&Palette::ink2);
    m_beforeTax->setColor(&Palette::ink2);
    m_beforeTax->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_sumWord->setWeight(QFont::ExtraBold);
    m_sumWord->setObjectName(u"panelSumWord"_s);
    m_sum->setObjectName(u"panelSum"_s);
    m_sum->setSize(48, QFont::ExtraBold);
    m_sum->setFigures(true);
    m_sum->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_view->setObjectName(u"viewOrder"_s);
    m_view->setSize(TouchButton::Size::Big);
    m_view->setTrailingIcon(u"next"_s);
    connect(m_service, &TouchButton::clicked, &journey.flow(), &ScreenFlow::back);
    connect(m_view, &TouchButton::clicked, &journey.flow(), &ScreenFlow::showBasket);
    connect(&journey.cart(), &CartModel::changed, this, &BasketPanel::showSums);
}

void BasketPanel::speak()
{
    m_title->setMaxLines(isLargeText() ? 2 : 1);
    m_title->setText(tr("Your order"));
    m_beforeTax->setText(tr("before tax"));
    m_sumWord->setText(tr("Sum"));
    m_view->setText(tr("View order"));
    m_empty->say(tr("Still empty"), tr("Touch a dish to add it here."));
    m_list->refill();
    showSums();
}

void BasketPanel::showSums()
{
    const auto &cart = journey().cart();
    const bool here = cart.cart().service == ServiceKind::DineIn;
    const bool empty = cart.isEmpty();
    m_service->setText(isLargeText() ? QString() : here ? tr("Here") : tr("To go"));
    m_service->setAccessibleLabel(here ? tr("Eat here, change") : tr("Take away, change"));
    m_service->setIcon(here ? u"dine"_s : u"bag"_s);
    m_portions->setText(MenuWords::portions(cart.priced().portions));
    m_sum->setText(cart.subtotal());
    m_view->setEnabled(!empty);
    m_empty->setVisible(empty);
    m_scroll->setVisible(!empty);
    for (Label *label : {m_portions, m_beforeTax, m_sumWord, m_sum})
        label->setVisible(!empty);
    if (isVisible())
        arrange();
}

void BasketPanel::arrange()
{
    Space space(rect());
    space.inset(px(32), 0);
    space.top(px(24));
    space.bottom(px(28));
    const int service = std::max(px(76), m_service->sizeHint().width());
    Space head(space.top(highOf(m_title, space.rest().width() - service - px(12), 76), px(20)));
    m_service->setGeometry(centredIn(head.right(service, px(12)), px(76)));
    m_title->setGeometry(head.rest());
    m_view->setGeometry(space.bottom(highOf(m_view, space.rest().width(), 116), px(22)));
    arrangeSum(space);
    // The mark of where one is runs beside the steppers, not over them.
    m_scroll->content()->layout()->setContentsMargins(0, 0, px(22), 0);
    m_scroll->setGeometry(space.rest().adjusted(0, 0, px(22), 0));
    m_empty->setGeometry(space.rest());
}

//! The sum is never cut: where letters are large it gets a line of its own, and the count, which the list shows too, gives way.
void BasketPanel::arrangeSum(Space &space)
{
    const int width = space.rest().width();
    const bool besides = m_sumWord->sizeHint().width() + px(10) + m_sum->sizeHint().width() <= width;
    Space sum(space.bottom(m_sum->sizeHint().height(), px(4)));
    if (besides)
        m_sumWord->setGeometry(sum.left(m_sumWord->sizeHint().width(), px(10)));
    m_sum->setGeometry(sum.rest());
    if (!besides)
        m_sumWord->setGeometry(space.bottom(m_sumWord->sizeHint().height()));
    Space small(space.bottom(m_portions->sizeHint().height(), px(besides ? 20 : 4)));
    const bool counts = m_portions->sizeHint().width() + px(10) + m_beforeTax->sizeHint().width() <= width;
    m_portions->setVisible(counts && !journey().cart().isEmpty());
    if (counts)
        m_portions->setGeometry(small.left(m_portions->sizeHint().width(), px(10)));
    m_beforeTax->setAlignment((counts ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    m_beforeTax->setGeometry(small.rest());
}

} // namespace saji
