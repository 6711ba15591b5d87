// SPDX-License-Identifier: GPL-3.0-or-later
#include "offer.h"

#include "space.h"

#include <widgets/emptystate.h>
#include <widgets/label.h>
#include <widgets/touchbutton.h>

using namespace Qt::StringLiterals;

namespace saji {

Offer::Offer(QWidget *parent)
    : Card(parent), m_art(new ArtView({}, this)), m_question(new Label(Type::Product, {}, this)), m_detail(new Label(Type::Caption, {}, this)),
      m_add(new TouchButton({}, TouchButton::Kind::Surface, this))
{
    setFill(&Palette::kunyitTint);
    setShadow(Shadow::None);
    m_question->setWeight(QFont::ExtraBold);
    m_question->setColor(&Palette::ink);
    m_question->setMaxLines(2);
    m_detail->setColor(&Palette::onKunyitTint);
    m_detail->setMaxLines(2);
    m_art->setSide(136);
    m_add->setObjectName(u"takeOffer"_s);
    m_add->setSize(TouchButton::Size::Compact);
    m_add->setIcon(u"plus"_s);
    connect(m_add, &TouchButton::clicked, this, &Offer::taken);
}

void Offer::say(const QString &art, const QString &question, const QString &detail, const QString &action)
{
    m_art->setArt(art);
    m_question->setText(question);
    m_detail->setText(detail);
    m_add->setText(action);
    updateGeometry();
    place();
}

int Offer::wordsWidth(int width) const
{
    const Metrics &m = metrics();
    return width - 2 * m.at215(28) - m.at215(136) - m.at215(22) - m_add->sizeHint().width() - m.at215(20);
}

int Offer::heightForWidth(int width) const
{
    const Metrics &m = metrics();
    const int words = Space::heightOf(m_question, wordsWidth(width)) + Space::heightOf(m_detail, wordsWidth(width));
    return std::max(m.at215(150), words + m.at215(40));
}

QSize Offer::sizeHint() const
{
    const int wide = metrics().at215(700);
    return {wide, heightForWidth(wide)};
}

QSize Offer::minimumSizeHint() const
{
    return {0, metrics().at215(150)};
}

void Offer::place()
{
    const Metrics &m = metrics();
    Space space(rect());
    space.inset(m.at215(28), 0);
    const int art = m.at215(136);
    m_art->setGeometry(centredIn(space.left(art, m.at215(22)), art));
    m_add->setGeometry(centredIn(space.right(m_add->sizeHint().width(), m.at215(20)), m_add->sizeHint().height()));
    const int width = space.rest().width();
    const int question = Space::heightOf(m_question, width);
    const int detail = Space::heightOf(m_detail, width);
    Space words(centredIn(space.rest(), question + detail));
    m_question->setGeometry(words.top(question));
    m_detail->setGeometry(words.rest());
}

void Offer::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    place();
}

void Offer::themeChanged()
{
    Card::themeChanged();
    updateGeometry();
    place();
}

} // namespace saji
