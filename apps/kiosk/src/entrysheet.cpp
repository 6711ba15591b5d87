// SPDX-License-Identifier: GPL-3.0-or-later
#include "entrysheet.h"

#include <widgets/card.h>
#include <widgets/iconbutton.h>
#include <widgets/label.h>
#include <widgets/touchkeyboard.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
// As the order keeps them (domain/cart.h).
constexpr int longestTable = 8, longestName = 40, longestNote = 120;

QString formName(EntryForm::What what)
{
    switch (what) {
    case EntryForm::What::Table: return u"table"_s;
    case EntryForm::What::Name: return u"name"_s;
    case EntryForm::What::Settle: return u"settle"_s;
    }
    return {};
}

}

EntryForm::EntryForm(Journey &journey, What what, QWidget *parent)
    : Screen(journey, Ground::Kind::Clear, parent), m_what(what), m_title(new Label(Type::Title, {}, this)), m_hint(new Label(Type::Text, {}, this)),
      m_close(new IconButton(u"close"_s, {}, IconButton::Kind::Quiet, this)), m_keyboard(new TouchKeyboard(this))
{
    setObjectName(formName(what) + u"Form"_s);
    m_close->setObjectName(u"closeEntry"_s);
    m_hint->setColor(&Palette::ink2);
    m_hint->setMaxLines(2);
    m_keyboard->setObjectName(u"keyboard"_s);
    m_keyboard->setNumeric(what == What::Table);
    m_keyboard->setMaxLength(what == What::Table ? longestTable : what == What::Name ? longestName : longestNote);
    m_keyboard->setCapitalize(what == What::Name);
    connect(m_close, &IconButton::clicked, &journey.flow(), &ScreenFlow::closeOverlay);
    connect(m_keyboard, &TouchKeyboard::cancelled, &journey.flow(), &ScreenFlow::closeOverlay);
    connect(m_keyboard, &TouchKeyboard::accepted, this, &EntryForm::accept);
}

void EntryForm::begin()
{
    const Cart &cart = journey().cart().cart();
    m_keyboard->setText(m_what == What::Table ? cart.table : m_what == What::Name ? cart.customerName : QString());
    refresh();
    m_keyboard->setFocus();
}

void EntryForm::accept(const QString &text)
{
    if (m_what == What::Settle) {
        // Nothing is settled without a word about it.
        if (!text.simplified().isEmpty())
            journey().settleStaffOrder(text.simplified());
        return;
    }
    if (m_what == What::Table)
        journey().cart().setTable(text.simplified());
    else
        journey().cart().setCustomerName(text.simplified());
    journey().flow().closeOverlay();
}

void EntryForm::speak()
{
    m_close->setName(tr("Close"));
    switch (m_what) {
    case What::Table:
        m_title->setText(tr("Your table"));
        m_hint->setText(tr("The number is on the little stand on your table."));
        m_keyboard->setPlaceholder(tr("Table number"));
        break;
    case What::Name:
        m_title->setText(tr("Your name"));
        m_hint->setText(tr("So that we can call you. It stays on this order only."));
        m_keyboard->setPlaceholder(tr("Name"));
        break;
    case What::Settle:
        m_title->setText(tr("Settle %1 by hand").arg(journey().outbox().sheet(journey().staffOrder()).number));
        m_hint->setText(tr("Write what was done about it. The note stays with the order, and it leaves the quarantine on every screen."));
        m_keyboard->setPlaceholder(tr("What was done"));
        break;
    }
}

int EntryForm::heightForWidth(int width) const
{
    return px(36) + highOf(m_title, width, 76) + px(10) + Space::heightOf(m_hint, width - px(96)) + px(28) + Space::heightOf(m_keyboard, width) + px(20);
}

QSize EntryForm::sizeHint() const
{
    return {width(), heightForWidth(width())};
}

void EntryForm::arrange()
{
    Space space(rect());
    m_keyboard->setGeometry(space.bottom(Space::heightOf(m_keyboard, width()), px(20)));
    space.inset(px(48), 0);
    space.top(px(36));
    Space head(space.top(highOf(m_title, width(), 76), px(10)));
    m_close->setGeometry(centredIn(head.right(px(76), px(20)), px(76)));
    m_title->setGeometry(head.rest());
    m_hint->setGeometry(space.top(m_hint));
}

EntrySheet::EntrySheet(Journey &journey, EntryForm::What what, QWidget *host) : Sheet(host, Place::Bottom), m_form(new EntryForm(journey, what, panel()))
{
    setObjectName(formName(what) + u"Sheet"_s);
    setFitted(true);
    panel()->setPadding(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(panel());
    layout->setContentsMargins({});
    layout->addWidget(m_form);
}

} // namespace saji
