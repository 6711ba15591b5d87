// SPDX-License-Identifier: GPL-3.0-or-later
#include "outofservicescreen.h"

#include <presentation/menuwords.h>
#include <widgets/brandmark.h>
#include <widgets/card.h>
#include <widgets/emptystate.h>
#include <widgets/iconbutton.h>
#include <widgets/label.h>
#include <widgets/monogram.h>
#include <widgets/touchbutton.h>

#include <QHBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

namespace {
// A neighbour that has not been heard for longer may be as ill as this one.
constexpr Milliseconds neighbourHeard = 15s;
constexpr int mostNeighbours = 2;
}

//! One place where a guest can order now.
class OutOfServiceScreen::Place : public Card
{
public:
    explicit Place(QWidget *parent) : Card(parent), m_icon(new IconView), m_name(new Label(Type::Product)), m_where(new Label(Type::Caption))
    {
        setRadius(40);
        setPadding(36, 24, 36, 24);
        m_icon->setSides(52, 108);
        m_name->setSize(38, QFont::ExtraBold);
        m_where->setColor(&Palette::ink2);
        m_where->setMaxLines(2);
        auto *row = new QHBoxLayout(this);
        row->addWidget(m_icon);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addStretch();
        words->addWidget(m_name);
        words->addWidget(m_where);
        words->addStretch();
        row->addLayout(words, 1);
    }

    void set(const QString &icon, bool counter, const QString &name, const QString &where)
    {
        m_icon->setIcon(icon);
        m_icon->setColor(counter ? &Palette::onKunyitTint2 : &Palette::leaf);
        m_icon->setTile(counter ? &Palette::kunyitTint : &Palette::tint);
        m_name->setText(name);
        m_where->setText(where);
        layout()->setSpacing(metrics().at215(28));
    }

private:
    IconView *m_icon;
    Label *m_name;
    Label *m_where;
};

OutOfServiceScreen::OutOfServiceScreen(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Rest, parent), m_brand(new BrandMark({}, {}, this)),
      m_language(new TouchButton({}, TouchButton::Kind::Surface, this)), m_staff(new IconButton(u"lock"_s, {}, IconButton::Kind::Surface, this)),
      m_art(new ArtView(u"tudung"_s, this)), m_title(new Label(Type::Display, {}, this)),
      m_sentence(new Label(Type::Text, {}, this)), m_head(new Label(Type::Product, {}, this)), m_clock(new IconView(u"clock"_s, this)),
      m_since(new Label(Type::Caption, {}, this)), m_code(new Label(Type::Caption, {}, this))
{
    setObjectName(u"outOfService"_s);
    m_brand->setSide(84);
    m_language->setObjectName(u"language"_s);
    m_language->setSize(TouchButton::Size::Compact);
    m_language->setIcon(u"globe"_s);
    m_staff->setObjectName(u"staff"_s);
    connect(m_staff, &IconButton::clicked, this, [this] { this->journey().flow().open(ScreenFlow::Overlay::Pin); });
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setMaxLines(3);
    m_sentence->setSize(36, QFont::DemiBold);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setColor(&Palette::ink2);
    m_sentence->setMaxLines(5);
    m_sentence->setLineFactor(textLine);
    m_head->setWeight(QFont::ExtraBold);
    m_clock->setSides(30);
    m_clock->setColor(&Palette::ink2);
    m_since->setColor(&Palette::ink2);
    m_code->setColor(&Palette::ink2);
    m_code->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_language, &TouchButton::clicked, &journey.language(), &LanguageSwitch::toggle);
    connect(&journey.sync(), &SyncPresenter::changed, this, [this] {
        const auto outage = this->journey().sync().outage();
        if (std::exchange(m_outage, outage) != outage)
            m_sinceWall = this->journey().clock().wallNow();
        refresh();
    });
    m_outage = journey.sync().outage();
    m_sinceWall = journey.clock().wallNow();
}

void OutOfServiceScreen::speak()
{
    const QString name = journey().menu().storeName();
    m_brand->set(name.isEmpty() ? u"Saji"_s : name);
    m_language->setText(LanguageSwitch::shortNameOf(journey().language().other()));
    m_title->setText(m_outage == SyncPresenter::Outage::Removed ? tr("This kiosk was removed from the restaurant") : tr("This kiosk is taking a short rest"));
    m_sentence->setText(journey().sync().outageReason());
    m_staff->setName(tr("Staff"));
    m_head->setText(tr("Order here now"));
    const auto &store = journey().menu().menu().store();
    m_since->setText(tr("Since %1").arg(MenuWords::hour(m_sinceWall, store.timeZone, journey().language().locale())));
    const QString device = journey().settings().deviceName;
    m_code->setText((device.isEmpty() ? QString() : device + u" · "_s) + tr("code %1").arg(journey().sync().outageCode()));
    showPlaces();
}

void OutOfServiceScreen::showPlaces()
{
    QStringList neighbours;
    for (const PeerView &peer : journey().sync().status().peers) {
        const bool heard = peer.lastHeard && journey().clock().steadyNow() - *peer.lastHeard < neighbourHeard;
        const bool sells = peer.storage.value_or(StorageState::Fine) <= StorageState::Low;
        if (peer.role == PeerRole::Kiosk && heard && sells && !peer.name.isEmpty() && neighbours.size() < mostNeighbours)
            neighbours << peer.name;
    }
    while (m_places.size() <= neighbours.size())
        m_places << new Place(this);
    for (int i = 0; i < m_places.size(); ++i) {
        m_places.at(i)->setVisible(i <= neighbours.size());
        if (i < neighbours.size())
            m_places.at(i)->set(u"kiosk"_s, false, neighbours.at(i), tr("Open, the same menu"));
        else if (i == neighbours.size())
            m_places.at(i)->set(u"cash"_s, true, tr("Counter"), tr("Our staff take your order there"));
    }
}

void OutOfServiceScreen::arrange()
{
    Space space(rect());
    space.inset(px(56), 0);
    space.top(px(56));
    Space head(space.top(px(84), px(isLandscape() ? 20 : 60)));
    m_language->setGeometry(centredIn(head.right(m_language->sizeHint().width(), px(20)), px(76)));
    m_staff->setGeometry(centredIn(head.right(px(76), px(20)), px(76)));
    m_brand->setGeometry(head.rest());
    space.bottom(px(56));
    Space foot(space.bottom(px(48), px(24)));
    m_clock->setGeometry(foot.left(px(30), px(14)));
    m_code->setGeometry(foot.right(foot.rest().width() / 2));
    m_since->setGeometry(foot.rest());

    QList<Place *> places;
    for (Place *place : m_places) {
        if (place->isVisibleTo(this))
            places << place;
    }
    const int placeHeight = metrics().rowAt215(168);
    Space *column = &space;
    Space right(space.rest());
    if (isLandscape()) {
        right = Space(space.right(space.rest().width() * 42 / 100, px(56)));
        column = &right;
        const int list = m_head->sizeHint().height() + px(20) + int(places.size()) * (placeHeight + px(22));
        column->top(std::max(0, (column->rest().height() - list) / 2));
    } else {
        const int list = m_head->sizeHint().height() + px(20) + int(places.size()) * (placeHeight + px(22));
        space.bottom(std::min(px(110), std::max(0, space.rest().height() - list - px(700))));
        right = Space(space.bottom(list, px(28)));
        column = &right;
    }
    m_head->setGeometry(column->top(m_head, px(20)));
    for (Place *place : places)
        place->setGeometry(column->top(placeHeight, px(22)));

    const int title = Space::heightOf(m_title, space.rest().width());
    const int sentence = Space::heightOf(m_sentence, space.rest().width());
    const int art = std::clamp(space.rest().height() - title - sentence - px(60), px(120), px(580));
    const int free = std::max(0, space.rest().height() - title - sentence - art - px(60));
    space.top(free / 2);
    m_art->setSide(art * 1000.0 / px(1000));
    m_art->setGeometry(centredIn(QRect(space.rest().left() + (space.rest().width() - art) / 2, space.rest().top(), art, art), art));
    space.top(art, px(20));
    m_title->setGeometry(space.top(title, px(30)));
    m_sentence->setGeometry(space.top(sentence));
}

} // namespace saji
