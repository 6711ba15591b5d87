// SPDX-License-Identifier: GPL-3.0-or-later
#include "servicescreen.h"

#include <presentation/menuwords.h>
#include <widgets/brandmark.h>
#include <widgets/cardbutton.h>
#include <widgets/iconbutton.h>
#include <widgets/label.h>
#include <widgets/monogram.h>
#include <widgets/optiontile.h>
#include <widgets/touchbutton.h>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
constexpr int largeTextPercent = 150; // what the shortcut gives; the accessibility sheet has the other sizes
}

ServiceScreen::ServiceScreen(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Page, parent), m_brand(new BrandMark({}, {}, this)),
      m_back(new IconButton(u"back"_s, {}, IconButton::Kind::Surface, this)), m_question(new Label(Type::Display, {}, this)),
      m_dineIn(new CardButton(CardButton::Shape::Picture, {}, this)), m_takeaway(new CardButton(CardButton::Shape::Picture, {}, this)),
      m_languageHead(new Label(Type::Product, {}, this)), m_accessHead(new Label(Type::Product, {}, this)),
      m_seated(new TouchButton({}, TouchButton::Kind::Surface, this)), m_largeText(new TouchButton({}, TouchButton::Kind::Surface, this)),
      m_contrast(new TouchButton({}, TouchButton::Kind::Surface, this)), m_helpIcon(new IconView(u"help"_s, this)), m_help(new Label(Type::Caption, {}, this))
{
    setObjectName(u"service"_s);
    m_back->setObjectName(u"back"_s);
    m_brand->setSide(84);
    m_question->setMaxLines(3);
    m_dineIn->setObjectName(u"dineIn"_s);
    m_dineIn->setArt(u"soto"_s);
    m_dineIn->setTint(CardButton::Tint::Leaf);
    m_takeaway->setObjectName(u"takeaway"_s);
    m_takeaway->setArt(u"bungkus"_s);
    m_takeaway->setTint(CardButton::Tint::Kunyit);
    for (const QString &language : LanguageSwitch::languages()) {
        auto *tile = new OptionTile(OptionTile::Mark::Radio, LanguageSwitch::nameOf(language), {}, this);
        tile->setObjectName(u"language_"_s + language);
        tile->setStrong(true);
        connect(tile, &OptionTile::clicked, this, [this, language] { this->journey().language().setLanguage(language); });
        m_languages << tile;
    }
    m_seated->setObjectName(u"seated"_s);
    m_seated->setIcon(u"seat"_s);
    m_largeText->setObjectName(u"largeText"_s);
    m_largeText->setIcon(u"search"_s);
    m_contrast->setObjectName(u"contrast"_s);
    m_contrast->setIcon(u"access"_s);
    for (TouchButton *wish : {m_seated, m_largeText, m_contrast})
        wish->setSize(TouchButton::Size::Compact);
    m_helpIcon->setSides(30);
    m_helpIcon->setColor(&Palette::ink2);
    m_help->setColor(&Palette::ink2);
    m_help->setMaxLines(2);

    connect(m_back, &IconButton::clicked, &journey.flow(), &ScreenFlow::back);
    connect(m_dineIn, &CardButton::clicked, this, [this] { this->journey().chooseService(ServiceKind::DineIn); });
    connect(m_takeaway, &CardButton::clicked, this, [this] { this->journey().chooseService(ServiceKind::Takeaway); });
    auto &access = journey.access();
    connect(m_seated, &TouchButton::clicked, this, [&access] { access.setSeated(!access.seated()); });
    connect(m_largeText, &TouchButton::clicked, this, [&access] { access.setTextScale(access.textScale() == 100 ? largeTextPercent : 100); });
    connect(m_contrast, &TouchButton::clicked, this, [&access] { access.setHighContrast(!access.highContrast()); });
    connect(&access, &AccessSettings::changed, this, &Screen::refresh);
    connect(&journey.menu(), &MenuPresenter::stateChanged, this, &Screen::refresh);
}

QString ServiceScreen::greeting() const
{
    const int hour = MenuWords::hourOf(journey().clock().wallNow(), journey().menu().menu().store().timeZone);
    if (hour >= 4 && hour < 11)
        return tr("Good morning.");
    if (hour >= 11 && hour < 15)
        return tr("Good afternoon.");
    return hour >= 15 && hour < 19 ? tr("Good late afternoon.") : tr("Good evening.");
}

void ServiceScreen::speak()
{
    m_back->setName(tr("Back"));
    m_brand->set(journey().menu().storeName());
    m_question->setText(isLargeText() ? tr("Where will you eat?") : greeting() + (isLandscape() ? u' ' : u'\n') + tr("Where will you eat?"));
    m_dineIn->setTitle(tr("Eat here"));
    // Small cards and large letters leave room for the choice itself.
    const bool brief = isLargeText() || isSeated();
    m_dineIn->setSentence(brief ? QString() : tr("We call your number, or bring it to your table."));
    m_takeaway->setTitle(tr("Take away"));
    m_takeaway->setSentence(brief ? QString() : tr("Packed well, ready to carry."));
    m_languageHead->setText(tr("Language"));
    const QStringList &languages = LanguageSwitch::languages();
    for (int i = 0; i < m_languages.size(); ++i)
        m_languages.at(i)->setChecked(languages.at(i) == journey().language().language());
    m_accessHead->setText(tr("Make it easier"));
    showAccess();
    m_help->setText(tr("Need help? Our staff are at the counter."));
}

void ServiceScreen::showAccess()
{
    const auto &access = journey().access();
    const auto show = [](TouchButton *button, const QString &text, bool on) {
        button->setText(text);
        button->setKind(on ? TouchButton::Kind::Ink : TouchButton::Kind::Surface);
        button->setAccessibleLabel(on ? tr("%1, on").arg(text) : tr("%1, off").arg(text));
    };
    show(m_seated, tr("Seated mode"), access.seated());
    show(m_largeText, tr("Large text"), access.textScale() > 100);
    show(m_contrast, tr("High contrast"), access.highContrast());
    m_seated->setVisible(!isLandscape());
}

void ServiceScreen::arrange()
{
    Space space(rect());
    space.inset(px(56), 0);
    space.top(px(56));
    space.bottom(px(30));
    Space head(space.top(px(84), isLandscape() ? px(28) : px(isSeated() ? 20 : 66)));
    m_back->setGeometry(centredIn(head.left(px(76), px(24)), px(76)));
    m_brand->setGeometry(head.rest());
    arrangeFoot(space);
    if (isSeated())
        space.top(height() * 40 / 100 - space.rest().top());
    m_question->setMaxLines(isLandscape() ? 1 : 3);
    m_question->setGeometry(space.top(m_question, px(isLandscape() ? 32 : 44)));
    arrangeChoices(space);
}

void ServiceScreen::arrangeWishes(Space row)
{
    QList<TouchButton *> wishes{m_largeText, m_contrast};
    if (!isLandscape())
        wishes.prepend(m_seated);
    // Large letters: two in a row, the odd one above on its own.
    const int columns = isLargeText() ? std::min(2, int(wishes.size())) : int(wishes.size());
    const int height = px(96);
    const int cell = (row.rest().width() - px(18) * (columns - 1)) / columns;
    while (!wishes.isEmpty()) {
        Space line(row.bottom(height, px(14)));
        const int first = std::max(0, int(wishes.size()) - columns);
        const auto some = wishes.mid(first);
        for (TouchButton *wish : some)
            wish->setGeometry(line.left(some.size() < columns ? line.rest().width() : cell, px(18)));
        wishes.resize(first);
    }
}

void ServiceScreen::arrangeLanguages(Space row)
{
    const int cell = (row.rest().width() - px(20)) / int(m_languages.size());
    for (OptionTile *tile : m_languages)
        tile->setGeometry(row.left(cell, px(20)));
}

void ServiceScreen::arrangeFoot(Space &space)
{
    const QRect help = space.bottom(highOf(m_help, space.rest().width() - px(46), 64), px(18));
    const int width = std::min(help.width() - px(46), m_help->sizeHint().width());
    const int left = help.left() + (help.width() - width - px(46)) / 2;
    m_helpIcon->setGeometry(left, help.top(), px(30), help.height());
    m_help->setGeometry(left + px(44), help.top(), width, help.height());

    const int head = highOf(m_languageHead, space.rest().width(), 40);
    const int tiles = isLandscape() ? space.rest().width() / 2 - px(28) : space.rest().width();
    int rowHeight = px(96);
    for (const OptionTile *tile : std::as_const(m_languages))
        rowHeight = std::max(rowHeight, Space::heightOf(tile, (tiles - px(20)) / 2));
    const int wishLines = isLargeText() && !isLandscape() ? 2 : 1;
    const int wishHeight = wishLines * px(96) + (wishLines - 1) * px(14);
    if (isLandscape()) {
        Space both(space.bottom(std::max(rowHeight, wishHeight) + head + px(12), px(36)));
        Space languages(both.left(both.rest().width() / 2 - px(28), px(56)));
        Space wishes(both.rest());
        m_languageHead->setGeometry(languages.top(head, px(12)));
        m_accessHead->setGeometry(wishes.top(head, px(12)));
        arrangeLanguages(languages);
        arrangeWishes(wishes);
        return;
    }
    arrangeWishes(Space(space.bottom(wishHeight, px(14))));
    m_accessHead->setGeometry(space.bottom(head, px(isLargeText() ? 24 : 44)));
    arrangeLanguages(Space(space.bottom(rowHeight, px(14))));
    m_languageHead->setGeometry(space.bottom(head, px(isLargeText() ? 32 : 56)));
}

void ServiceScreen::arrangeChoices(Space &space)
{
    const QRect room = space.rest();
    if (isLandscape() || isSeated()) {
        const int cell = (room.width() - px(28)) / 2;
        m_dineIn->setGeometry(room.left(), room.top(), cell, room.height());
        m_takeaway->setGeometry(room.left() + cell + px(28), room.top(), room.width() - cell - px(28), room.height());
        return;
    }
    const int cell = std::min(px(460), (room.height() - px(28)) / 2);
    m_dineIn->setGeometry(room.left(), room.top(), room.width(), cell);
    m_takeaway->setGeometry(room.left(), room.top() + cell + px(28), room.width(), cell);
}

} // namespace saji
