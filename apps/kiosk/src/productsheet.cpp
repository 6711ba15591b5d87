// SPDX-License-Identifier: GPL-3.0-or-later
#include "productsheet.h"

#include "dishzone.h"
#include "flowbox.h"
#include "notesheet.h"
#include "optiongroup.h"

#include <widgets/card.h>
#include <widgets/chip.h>
#include <widgets/iconbutton.h>
#include <widgets/keyvaluerow.h>
#include <widgets/label.h>
#include <widgets/monogram.h>
#include <widgets/scrollarea.h>
#include <widgets/stepper.h>
#include <widgets/touchbutton.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
constexpr qreal gap215 = 30; // between groups
constexpr int seatedGapPercent = 36; // what a seat cannot reach, less the sheet's own head, which holds only its picture and title
}

ProductForm::ProductForm(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Clear, parent), m_zone(new DishZone(this)), m_close(new IconButton(u"close"_s, {}, IconButton::Kind::Surface, this)),
      m_monogram(new Monogram({}, 0, this)), m_outlet(new Label(Type::Product, {}, this)), m_title(new Label(Type::Display, {}, this)),
      m_price(new Label(Type::Section, {}, this)), m_scroll(new ScrollArea(this)), m_about(new QWidget), m_description(new Label(Type::Text)),
      m_tags(new FlowBox), m_note(new TouchButton({}, TouchButton::Kind::Quiet)), m_line(new Hairline(Qt::Horizontal, this)),
      m_stepper(new Stepper(Stepper::Size::Sheet, this)), m_add(new TouchButton({}, TouchButton::Kind::Primary, this)),
      m_utilities(new Utilities(journey, this))
{
    setObjectName(u"product"_s);
    furnish();
    auto &product = journey.product();
    connect(m_close, &IconButton::clicked, &journey.flow(), &ScreenFlow::closeOverlay);
    connect(m_note, &TouchButton::clicked, this, &ProductForm::noteWanted);
    connect(m_stepper, &Stepper::valueEdited, &product, &ProductPresenter::setQuantity);
    connect(m_add, &TouchButton::clicked, this, &ProductForm::act);
    connect(&product, &ProductPresenter::changed, this, [this] {
        if (isVisible())
            show();
    });
}

void ProductForm::furnish()
{
    m_close->setObjectName(u"close"_s);
    m_title->setSize(66, QFont::ExtraBold);
    m_title->setMaxLines(3);
    m_price->setColor(&Palette::leaf);
    m_price->setWeight(QFont::ExtraBold);
    m_price->setFigures(true);
    m_description->setMaxLines(6);
    m_description->setColor(&Palette::ink2);
    m_description->setWeight(QFont::Medium);
    m_note->setObjectName(u"note"_s);
    m_note->setIcon(u"edit"_s);
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_stepper->setObjectName(u"quantity"_s);
    m_stepper->setRange(1, Cart::maxQuantity);
    m_add->setObjectName(u"add"_s);
    m_add->setSize(TouchButton::Size::Large);
    auto *about = new QVBoxLayout(m_about);
    about->setContentsMargins({});
    about->addWidget(m_description);
    about->addWidget(m_tags);
    auto *column = new QVBoxLayout(m_scroll->content());
    column->addWidget(m_about);
    column->addStretch();
    m_note->setParent(m_scroll->content());
}

void ProductForm::begin()
{
    m_marked = false;
    m_shown = {};
    m_scroll->scrollToTop();
    refresh();
}

void ProductForm::speak()
{
    m_close->setName(tr("Close"));
    m_utilities->speak();
    show();
}

void ProductForm::show()
{
    auto &product = journey().product();
    const Product *dish = product.product();
    if (dish) {
        const Outlet *outlet = journey().menu().menu().outlet(dish->outlet);
        const QRgb hue = outlet ? outlet->hue : 0;
        m_zone->setHue(hue);
        m_monogram->set(outlet ? outlet->monogram : QString(), hue);
        m_outlet->setText(product.outletName());
        m_outlet->setOutletColor(hue);
        m_title->setText(product.title());
        m_price->setText(product.price());
        m_description->setText(product.description());
        m_description->setVisible(!product.description().isEmpty());
    }
    showTags();
    showGroups();
    showAction();
    arrange();
}

void ProductForm::showTags()
{
    const auto &product = journey().product();
    const Product *dish = product.product();
    QList<QWidget *> tags;
    if (const QString old = journey().sync().oldPrices(); !old.isEmpty()) {
        tags << new Tag(old, u"clock"_s, Tag::Kind::Hint);
        tags.last()->setAccessibleName(old);
    }
    if (dish && dish->halal == Halal::Yes)
        tags << new Tag(tr("Halal"), u"check"_s, Tag::Kind::Good);
    if (dish && dish->halal == Halal::No)
        tags << new Tag(tr("Not halal"), u"info"_s, Tag::Kind::Hint);
    if (dish && dish->vegetarian)
        tags << new Tag(tr("Vegetarian"), u"leaf"_s, Tag::Kind::Good);
    if (!product.containsAllergens().isEmpty())
        tags << new Tag(product.containsAllergens(), u"octagon"_s, Tag::Kind::Allergen);
    if (!product.cookingTime().isEmpty())
        tags << new Tag(product.cookingTime(), u"clock"_s, Tag::Kind::Neutral);
    m_tags->fill(tags);
    m_tags->setVisible(!tags.isEmpty());
}

void ProductForm::showGroups()
{
    auto &product = journey().product();
    const auto &views = product.groups();
    auto *column = static_cast<QVBoxLayout *>(m_scroll->content()->layout());
    bool same = m_shown == product.item().product && views.size() == m_groups.size();
    for (int i = 0; same && i < views.size(); ++i)
        same = m_groups.at(i)->id() == views.at(i).id;
    if (!same) {
        m_note->setParent(m_scroll->content());
        qDeleteAll(m_groups);
        m_groups.clear();
        for (const OptionGroupView &view : views) {
            auto *group = new OptionGroup(view);
            connect(group, &OptionGroup::toggled, &product, &ProductPresenter::toggle);
            column->insertWidget(column->count() - 1, group);
            m_groups << group;
        }
        column->removeWidget(m_note);
        if (m_groups.isEmpty())
            column->insertWidget(column->count() - 1, m_note);
        else
            m_groups.last()->setExtra(m_note);
        m_note->show();
        m_shown = product.item().product;
    }
    const auto missing = m_marked ? product.missing() : std::nullopt;
    for (int i = 0; i < m_groups.size(); ++i) {
        m_groups.at(i)->show(views.at(i));
        m_groups.at(i)->setUnmet(missing == views.at(i).id);
    }
    const QString note = product.noteSummary();
    m_note->setText(note.isEmpty() ? tr("Note or allergy") : note);
    m_note->setSubtitle({});
}

void ProductForm::showAction()
{
    const auto &product = journey().product();
    m_stepper->setValue(product.item().quantity);
    m_stepper->setSubject(product.title());
    const bool sold = product.isSold();
    m_stepper->setEnabled(sold);
    m_add->setEnabled(sold);
    m_add->setFigure(sold ? product.total() : QString());
    if (!sold)
        m_add->setText(tr("Sold out today"));
    else if (m_marked && product.missing())
        m_add->setText(product.missingWords());
    else
        m_add->setText(product.isChange() ? tr("Save") : tr("Add"));
}

void ProductForm::act()
{
    auto &product = journey().product();
    const auto missing = product.missing();
    if (!missing) {
        journey().commitProduct();
        return;
    }
    // Says what is missing and goes there, instead of a button that does nothing.
    m_marked = true;
    show();
    for (OptionGroup *group : m_groups) {
        if (group->id() == *missing)
            m_scroll->reveal(group, px(40));
    }
}

void ProductForm::arrange()
{
    auto *column = m_scroll->content()->layout();
    column->setSpacing(px(gap215));
    m_about->layout()->setSpacing(px(18));
    m_tags->setGaps(px(12), px(12));
    if (isLandscape())
        arrangeLandscape();
    else
        arrangePortrait();
    m_close->raise();
}

void ProductForm::arrangeFoot(Space &space)
{
    space.bottom(px(22));
    m_utilities->setGeometry(space.bottom(highOf(m_utilities, space.rest().width(), 76), px(36)).adjusted(px(24), 0, -px(24), 0));
    const int addWidth = space.rest().width() - px(96) - px(280) - px(28);
    Space bar(space.bottom(highOf(m_add, addWidth, 132), px(20)).adjusted(px(48), 0, -px(48), 0));
    m_stepper->setGeometry(centredIn(bar.left(px(280), px(28)), px(132)));
    m_add->setGeometry(bar.rest());
    m_line->setGeometry(space.bottom(std::max(1, px(2))));
}

int ProductForm::wordsHeight(int width) const
{
    return highOf(m_outlet, width, 52) + px(18) + Space::heightOf(m_title, width) + px(14) + m_price->sizeHint().height();
}

void ProductForm::arrangeWords(Space words)
{
    Space outlet(words.top(highOf(m_outlet, words.rest().width(), 52), px(18)));
    m_monogram->setGeometry(centredIn(outlet.left(px(52), px(14)), px(52)));
    m_outlet->setGeometry(outlet.rest());
    m_title->setGeometry(words.top(m_title, px(14)));
    m_price->setGeometry(words.top(m_price));
}

void ProductForm::showDish(const QRectF &box)
{
    const Product *dish = journey().product().product();
    m_zone->setDish(dish ? dish->art : QString(), box, !journey().product().isSold());
}

void ProductForm::arrangePortrait()
{
    Space space(rect());
    const bool low = isSeated();
    const qreal side = px(low ? 300 : isLargeText() ? 440 : 560);
    const int left = px(low ? 140 : 48);
    const int top = px(low ? 30 : 142);
    const int dishLeft = width() - int(side) - px(low ? 40 : 10);
    const int wordsWidth = dishLeft + px(30) - left;
    m_title->setSize(low ? 50 : 66, QFont::ExtraBold);
    const QRect zone = space.top(std::max(px(low ? 290 : 500), top + wordsHeight(wordsWidth) + px(24)));
    // The bowl's foot stands a little over the edge of the zone.
    m_zone->setGeometry(zone.adjusted(0, 0, 0, px(24)));
    m_zone->setOverhang(px(24));
    m_zone->setWholeColumn(false);
    showDish(QRectF(dishLeft, (zone.height() - side) / 2 + px(low ? 0 : 14), side, side));
    m_close->setGeometry(px(40), px(36), px(76), px(76));
    arrangeWords(Space(QRect(left, top, wordsWidth, zone.height() - top)));
    arrangeFoot(space);
    m_scroll->setGeometry(space.rest());
    m_scroll->content()->layout()->setContentsMargins(px(48), px(28), px(48), px(26));
}

void ProductForm::arrangeLandscape()
{
    Space space(rect());
    const QRect zone = space.left(width() * 40 / 100);
    m_zone->setGeometry(zone);
    m_zone->setOverhang(0);
    m_zone->setWholeColumn(true);
    m_close->setGeometry(px(40), px(36), px(76), px(76));
    m_title->setSize(72, QFont::ExtraBold);
    const int wordsWidth = zone.width() - px(112);
    const int words = wordsHeight(wordsWidth);
    const int side = std::clamp(zone.height() - words - px(150), px(200), zone.width() - px(60));
    const int top = (zone.height() - side - words - px(20)) / 2;
    showDish(QRectF(zone.left() + (zone.width() - side) / 2.0, top, side, side));
    arrangeWords(Space(QRect(zone.left() + px(56), top + side + px(20), wordsWidth, words)));
    arrangeFoot(space);
    m_scroll->setGeometry(space.rest());
    m_scroll->content()->layout()->setContentsMargins(px(48), px(40), px(48), px(26));
}

ProductSheet::ProductSheet(Journey &journey, QWidget *host) : Sheet(host, Place::Bottom), m_journey(journey), m_form(new ProductForm(journey, panel()))
{
    setObjectName(u"productSheet"_s);
    panel()->setPadding(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(panel());
    layout->setContentsMargins({});
    layout->addWidget(m_form);
    connect(m_form, &ProductForm::noteWanted, this, [this, host] {
        if (!m_note)
            m_note = new NoteSheet(m_journey, host);
        m_note->openNote();
    });
}

void ProductSheet::fit()
{
    const QWidget *host = parentWidget();
    const bool landscape = host->width() > host->height();
    const qreal reference = Theme::of(this).metrics().at215(1000) / 1000.0;
    if (landscape)
        setTopGap(48);
    else
        setTopGap(m_journey.access().seated() ? host->height() * seatedGapPercent / 100 / reference : 132);
}

void ProductSheet::openDish()
{
    fit();
    m_form->begin();
    open();
}

void ProductSheet::closeAll()
{
    if (m_note)
        m_note->close();
    close();
}

} // namespace saji
