// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatedtop.h"

#include <presentation/menuwords.h>
#include <widgets/brandmark.h>
#include <widgets/chip.h>
#include <widgets/emptystate.h>
#include <widgets/label.h>

using namespace Qt::StringLiterals;

namespace saji {

SeatedTop::SeatedTop(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Leaf, parent), m_brand(new BrandMark({}, {}, this)), m_mode(new Tag({}, u"seat"_s, Tag::Kind::Glass, this)),
      m_head(new Label(Type::Product, {}, this)), m_title(new Label(Type::Display, {}, this)), m_detail(new Label(Type::Product, {}, this)),
      m_note(new Label(Type::Text, {}, this)), m_art(new ArtView({}, this))
{
    m_brand->setOnLeaf(true);
    m_mode->setLarge(true);
    m_head->setColor(&Palette::kunyit);
    m_title->setColor(&Palette::onLeaf);
    m_title->setMaxLines(3);
    m_detail->setColor(&Palette::onDeep2);
    m_detail->setMaxLines(3);
    m_note->setColor(&Palette::onDeep2);
    m_note->setMaxLines(2);
    m_art->setSide(540);
    connect(&journey.cart(), &CartModel::changed, this, &Screen::refresh);
}

void SeatedTop::speak()
{
    m_brand->set(journey().menu().storeName());
    m_mode->setText(tr("Seated mode is on"));
    m_note->setText(tr("The upper part is only to look at. All buttons are below."));
    const int row = journey().cart().lastTouchedRow();
    if (row < 0) {
        m_head->setText({});
        m_title->setText(tr("What would you like?"));
        m_detail->setText(tr("Touch a dish to see more of it."));
        m_art->setArt(u"tudung"_s);
        return;
    }
    const CartLine &line = journey().cart().lines().at(row);
    QStringList words{MenuWords::portions(line.quantity)};
    if (!line.choices.isEmpty())
        words << line.choices;
    m_head->setText(tr("Last added"));
    m_title->setText(line.title);
    m_detail->setText(words.join(u" · "_s));
    m_art->setArt(line.art);
}

void SeatedTop::arrange()
{
    Space space(rect());
    space.inset(px(48), 0);
    space.top(px(48));
    Space head(space.top(px(76), px(40)));
    const int modeWidth = m_mode->sizeHint().width();
    m_mode->setGeometry(centredIn(head.right(modeWidth, px(24)), m_mode->sizeHint().height()));
    m_brand->setGeometry(head.rest());
    m_note->setGeometry(space.bottom(m_note, px(20)).translated(0, -px(36)));
    const int art = std::min(px(540), space.rest().height());
    m_art->setGeometry(space.rest().right() + px(24) - art, space.rest().top() + (space.rest().height() - art) / 2, art, art);
    Space words(QRect(space.rest().left(), space.rest().top(), space.rest().width() - art + px(20), space.rest().height()));
    const int total = Space::heightOf(m_head, words.rest().width()) + Space::heightOf(m_title, words.rest().width())
        + Space::heightOf(m_detail, words.rest().width()) + px(30);
    words.top(std::max(0, (words.rest().height() - total) / 2));
    m_head->setGeometry(words.top(m_head, px(10)));
    m_title->setGeometry(words.top(m_title, px(18)));
    m_detail->setGeometry(words.top(m_detail));
}

} // namespace saji
