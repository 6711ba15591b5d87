// SPDX-License-Identifier: GPL-3.0-or-later
#include "menuscreen.h"

#include "basketpanel.h"
#include "seatedtop.h"

#include <widgets/brandmark.h>
#include <widgets/categoryrail.h>
#include <widgets/chip.h>
#include <widgets/emptystate.h>
#include <widgets/iconbutton.h>
#include <widgets/label.h>
#include <widgets/pager.h>
#include <widgets/primarybar.h>
#include <widgets/productgrid.h>
#include <widgets/touchbutton.h>

#include <QEvent>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference: the drawings of the menu, portrait and landscape.
constexpr qreal panelWidth215 = 504, gridInset215 = 22;
constexpr qreal seatedTileMm = 66, usualTileMm = 88; // six dishes fit below the reach of a seat
constexpr qreal seatedTileWidthMm = 70, usualTileWidthMm = 76, wholeRowMm = 140;
constexpr int horizontalRailFrom = 200; // per cent of text scale

TileRoles tileRoles()
{
    static_assert(int(Badge::Best) == int(MenuBadge::BestSeller) && int(Badge::Spicy) == int(MenuBadge::Spicy)
                  && int(Badge::Vegetarian) == int(MenuBadge::Vegetarian));
    TileRoles roles;
    roles.title = MenuRole::Title;
    roles.art = MenuRole::Art;
    roles.subtitle = MenuRole::Subtitle;
    roles.price = MenuRole::Price;
    roles.monogram = MenuRole::Monogram;
    roles.hue = MenuRole::Hue;
    roles.badge = MenuRole::Badge;
    roles.badgeKind = MenuRole::BadgeKind;
    roles.count = MenuRole::Count;
    roles.soldOut = MenuRole::SoldOut;
    roles.soldOutText = MenuRole::SoldOutText;
    roles.icon = MenuRole::Icon;
    return roles;
}

} // namespace

MenuScreen::MenuScreen(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Page, parent), m_back(new IconButton(u"back"_s, {}, IconButton::Kind::Surface, this)),
      m_brand(new BrandMark({}, {}, this)), m_service(new TouchButton({}, TouchButton::Kind::Surface, this)), m_banner(new Banner(this)),
      m_outlets(new ChipRow(this)), m_categories(new CategoryRail(Qt::Vertical, this)), m_title(new Label(Type::Section, {}, this)),
      m_subtitle(new Label(Type::Caption, {}, this)), m_pager(new Pager(this)), m_grid(new ProductGrid(this)), m_empty(new EmptyState(this)),
      m_bar(new PrimaryBar(this)), m_utilities(new Utilities(journey, this))
{
    setObjectName(u"menu"_s);
    m_back->setObjectName(u"back"_s);
    m_service->setObjectName(u"service"_s);
    m_service->setSize(TouchButton::Size::Compact);
    m_banner->setObjectName(u"banner"_s);
    m_outlets->setObjectName(u"outlets"_s);
    m_outlets->setRoles(tileRoles());
    m_outlets->setModel(&journey.menu().outlets());
    m_categories->setObjectName(u"categories"_s);
    m_categories->setRoles(tileRoles());
    m_categories->setModel(&journey.menu().categories());
    m_title->setWeight(QFont::ExtraBold);
    m_subtitle->setColor(&Palette::ink2);
    m_grid->setObjectName(u"grid"_s);
    m_grid->setRoles(tileRoles());
    m_grid->setModel(&journey.menu().products());
    m_grid->installEventFilter(this);
    m_pager->setObjectName(u"pager"_s);
    m_pager->setGrid(m_grid);
    m_bar->setObjectName(u"basketBar"_s);
    m_empty->hide();
    connectParts();
}

void MenuScreen::connectParts()
{
    auto &menu = journey().menu();
    auto &flow = journey().flow();
    connect(m_back, &IconButton::clicked, &flow, &ScreenFlow::back);
    // Back to the question where one eats: the same way as "back", under the word that says it.
    connect(m_service, &TouchButton::clicked, &flow, &ScreenFlow::back);
    connect(m_outlets, &ChipRow::currentRowChanged, &menu, &MenuPresenter::chooseOutlet);
    connect(m_categories, &CategoryRail::currentRowChanged, &menu, &MenuPresenter::chooseCategory);
    connect(m_grid, &ProductGrid::activated, this, [this](const QModelIndex &index) {
        if (const Product *product = journey().menu().products().productAt(index.row()))
            journey().openProduct(product->id);
    });
    connect(m_bar, &PrimaryBar::clicked, &flow, &ScreenFlow::showBasket);
    connect(&menu, &MenuPresenter::placeChanged, this, &MenuScreen::followPlace);
    connect(&menu, &MenuPresenter::stateChanged, this, &Screen::refresh);
    connect(&journey().cart(), &CartModel::changed, this, &MenuScreen::showBasket);
    connect(&journey().sync(), &SyncPresenter::changed, this, [this] {
        if (isVisible() && tellConnections(*m_banner, journey().sync().banner()))
            arrange();
    });
    followPlace();
}

void MenuScreen::speak()
{
    m_back->setName(tr("Back"));
    m_brand->set(journey().menu().storeName(), isLandscape() || isLargeText() ? QString() : journey().menu().storeLine());
    tellConnections(*m_banner, journey().sync().banner());
    m_utilities->speak();
    m_bar->setAction(tr("View order"));
    m_bar->setEmptyText(tr("Your order is still empty. Touch a dish."));
    m_empty->say(tr("Nothing here today"), tr("This outlet has no dishes on the menu right now. Have a look at the others."));
    m_empty->setAction({});
    showBasket();
    followPlace();
}

void MenuScreen::showBasket()
{
    const auto &cart = journey().cart();
    const bool here = cart.cart().service == ServiceKind::DineIn;
    const QString service = here ? tr("Eat here") : tr("Take away");
    // Large text leaves room for the sign only, and the voice still says it.
    m_service->setText(isLargeText() ? QString() : service);
    m_service->setAccessibleLabel(service);
    m_service->setIcon(here ? u"dine"_s : u"bag"_s);
    m_bar->setContent(cart.priced().portions, cart.summary(), cart.subtotal());
}

void MenuScreen::followPlace()
{
    auto &menu = journey().menu();
    m_outlets->setCurrentRow(menu.outletRow());
    m_categories->setCurrentRow(menu.categoryRow());
    m_title->setText(menu.title());
    m_subtitle->setText(menu.subtitle());
    const bool empty = menu.products().rowCount() == 0;
    m_empty->setVisible(empty && !menu.menu().isEmpty());
    m_grid->setVisible(!empty);
}

void MenuScreen::arrange()
{
    const bool landscape = isLandscape();
    if (landscape && !m_panel) {
        m_panel = new BasketPanel(journey(), this);
        m_panel->show();
    }
    if (isSeated() && !m_seatedTop) {
        m_seatedTop = new SeatedTop(journey(), this);
        m_seatedTop->show();
    }
    if (m_panel)
        m_panel->setVisible(landscape);
    if (m_seatedTop)
        m_seatedTop->setVisible(isSeated());
    m_bar->setVisible(!landscape);
    m_brand->setVisible(!isSeated());
    m_service->setVisible(!isSeated() && !landscape);
    m_title->setVisible(!isSeated());
    m_subtitle->setVisible(!isSeated() && !isHighContrast() && !isLargeText());
    m_pager->setCompact(isSeated());
    m_outlets->setVisible(journey().menu().menu().outlets().size() > 1);
    const bool flatRail = isSeated() || journey().access().textScale() >= horizontalRailFrom;
    m_categories->setOrientation(flatRail ? Qt::Horizontal : Qt::Vertical);
    m_grid->setMinimumTileHeight(isSeated() ? seatedTileMm : usualTileMm);
    m_grid->setMinimumTileWidth(isHighContrast() && !landscape ? wholeRowMm : isSeated() ? seatedTileWidthMm : usualTileWidthMm);
    if (landscape)
        arrangeLandscape();
    else if (isSeated())
        arrangeSeated();
    else
        arrangePortrait();
}

void MenuScreen::arrangeHead(Space &space)
{
    Space head(space.top(px(76), px(m_banner->isVisible() ? 24 : 34)));
    head.inset(px(32), 0);
    m_back->setGeometry(head.left(px(76), px(18)));
    m_service->setGeometry(head.right(std::max(px(76), m_service->sizeHint().width()), px(16)));
    m_brand->setGeometry(head.rest());
    if (m_banner->isVisible())
        m_banner->setGeometry(space.top(m_banner, px(10)));
}

//! Head and grid beside or below the rail; returns where the grid's tiles are.
QRect MenuScreen::arrangeBody(Space &space, int railWidth)
{
    const int inset = px(gridInset215);
    if (m_categories->isVisibleTo(this) && railWidth > 0)
        m_categories->setGeometry(space.left(railWidth, px(24)));
    Space body(space.rest());
    const int titleHeight = m_title->sizeHint().height();
    const int subtitleHeight = m_subtitle->isVisibleTo(this) ? m_subtitle->sizeHint().height() : 0;
    const int headHeight = std::max(px(76), titleHeight + subtitleHeight);
    Space head(body.top(headHeight, px(22)));
    m_pager->setGeometry(centredIn(head.right(m_pager->sizeHint().width(), px(16)), m_pager->sizeHint().height()));
    Space words(centredIn(head.rest(), titleHeight + subtitleHeight));
    m_title->setGeometry(words.top(titleHeight));
    m_subtitle->setGeometry(words.rest());
    m_grid->setGeometry(body.rest().adjusted(-inset, -inset, inset, inset));
    m_empty->setGeometry(body.rest());
    return body.rest();
}

void MenuScreen::arrangeFoot(Space &space)
{
    const QMargins side(px(24), 0, px(24), 0);
    m_utilities->setGeometry(space.bottom(highOf(m_utilities, space.rest().width(), 76), px(22)).marginsRemoved(side));
    m_bar->setGeometry(space.bottom(highOf(m_bar, space.rest().width(), 144), px(22)).marginsRemoved(side));
}

void MenuScreen::arrangePortrait()
{
    Space space(rect());
    space.top(px(24));
    arrangeHead(space);
    space.bottom(px(22));
    arrangeFoot(space);
    if (m_outlets->isVisibleTo(this)) {
        m_outlets->setEdge(px(32));
        m_outlets->setGeometry(space.top(m_outlets, px(18)));
    }
    Space body(space.rest());
    if (m_categories->isVisibleTo(this) && journey().access().textScale() >= horizontalRailFrom) {
        m_categories->setGeometry(body.top(m_categories->sizeHint().height(), px(20)).adjusted(px(24), 0, -px(24), 0));
        Space narrow(body.rest().adjusted(px(32), 0, -px(32), 0));
        arrangeBody(narrow, 0);
        return;
    }
    Space right(body.rest().adjusted(0, 0, -px(30), 0));
    arrangeBody(right, m_categories->sizeHint().width());
}

void MenuScreen::arrangeSeated()
{
    Space space(rect());
    m_seatedTop->setGeometry(space.top(height() * SeatedTop::percent / 100, px(24)));
    m_seatedTop->lower();
    space.bottom(px(22));
    arrangeFoot(space);
    if (m_banner->isVisible())
        m_banner->setGeometry(space.top(m_banner, px(16)));
    Space first(space.top(px(88), px(20)));
    first.left(px(24));
    m_back->setGeometry(centredIn(first.left(px(76), px(12)), px(76)));
    m_outlets->setEdge(px(12));
    m_outlets->setGeometry(first.rest());
    Space second(space.top(px(84), px(16)));
    second.inset(px(24), 0);
    m_pager->setGeometry(centredIn(second.right(m_pager->sizeHint().width(), px(16)), m_pager->sizeHint().height()));
    m_categories->setGeometry(second.rest());
    const int inset = px(gridInset215);
    const QRect tiles = space.rest().adjusted(px(24), 0, -px(24), 0);
    m_grid->setGeometry(tiles.adjusted(-inset, -inset, inset, inset));
    m_empty->setGeometry(tiles);
}

void MenuScreen::arrangeLandscape()
{
    Space space(rect());
    m_panel->setGeometry(space.right(px(panelWidth215)));
    space.top(px(20));
    const int railWidth = m_categories->sizeHint().width();
    Space head(space.top(px(88), px(m_banner->isVisible() ? 14 : 26)));
    head.left(px(24));
    m_back->setGeometry(centredIn(head.left(px(76), px(16)), px(76)));
    m_brand->setGeometry(centredIn(head.left(m_brand->sizeHint().width(), px(24)), px(76)));
    m_outlets->setEdge(px(12));
    m_outlets->setGeometry(head.rest());
    if (m_banner->isVisible())
        m_banner->setGeometry(space.top(m_banner, px(14)));
    space.bottom(px(20));
    const bool sideRail = m_categories->isVisibleTo(this) && journey().access().textScale() < horizontalRailFrom;
    if (sideRail) {
        m_categories->setGeometry(space.left(railWidth, px(24)));
    } else {
        space.left(px(24));
        m_categories->setGeometry(space.top(m_categories->sizeHint().height(), px(14)));
    }
    m_utilities->setGeometry(space.bottom(highOf(m_utilities, space.rest().width(), 76), px(20)).adjusted(0, 0, -px(24), 0));
    Space body(space.rest().adjusted(0, 0, -px(24), 0));
    arrangeBody(body, 0);
}

QRect MenuScreen::targetRect(const QString &name) const
{
    if (!name.startsWith(u"product:"_s))
        return {};
    const ProductId product(name.mid(8).toLongLong());
    const int row = journey().menu().products().rowOf(product);
    return row < 0 ? QRect() : m_grid->tileRect(row).translated(m_grid->pos());
}

bool MenuScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_grid && event->type() == QEvent::Paint && !m_sellable && journey().menu().products().rowCount() > 0) {
        m_sellable = true;
        m_grid->removeEventFilter(this);
        // After this paint, when the frame has gone to the screen.
        QMetaObject::invokeMethod(this, &MenuScreen::sellable, Qt::QueuedConnection);
    }
    return Screen::eventFilter(watched, event);
}

} // namespace saji
