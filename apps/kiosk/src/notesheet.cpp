// SPDX-License-Identifier: GPL-3.0-or-later
#include "notesheet.h"

#include "flowbox.h"

#include <presentation/menuwords.h>
#include <widgets/card.h>
#include <widgets/chip.h>
#include <widgets/iconbutton.h>
#include <widgets/label.h>
#include <widgets/scrollarea.h>
#include <widgets/touchkeyboard.h>

#include <QCoreApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

NoteForm::NoteForm(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Clear, parent), m_title(new Label(Type::Title, {}, this)),
      m_close(new IconButton(u"close"_s, {}, IconButton::Kind::Quiet, this)), m_allergyHead(new Label(Type::Product, {}, this)),
      m_scroll(new ScrollArea(this)), m_allergies(new FlowBox), m_promise(new Label(Type::Caption, {}, this)), m_keyboard(new TouchKeyboard(this))
{
    setObjectName(u"noteForm"_s);
    m_close->setObjectName(u"closeNote"_s);
    m_keyboard->setObjectName(u"noteKeyboard"_s);
    m_keyboard->setCapitalize(false);
    m_keyboard->setMaxLength(ProductPresenter::longestNote);
    m_allergyHead->setMaxLines(2);
    m_promise->setColor(&Palette::ink2);
    m_promise->setMaxLines(3);
    (new QVBoxLayout(m_scroll->content()))->addWidget(m_allergies);
    QList<QWidget *> chips;
    for (const Allergen allergen : MenuWords::allAllergens()) {
        auto *chip = new Chip({});
        chip->setObjectName(u"allergen_"_s + allergenWord(allergen));
        connect(chip, &Chip::clicked, this, [this, allergen] { this->journey().product().toggleAllergy(allergen); });
        chips << chip;
    }
    m_allergies->fill(chips);
    auto &product = journey.product();
    connect(m_close, &IconButton::clicked, this, &NoteForm::done);
    connect(m_keyboard, &TouchKeyboard::cancelled, this, &NoteForm::done);
    connect(m_keyboard, &TouchKeyboard::accepted, this, &NoteForm::done);
    connect(m_keyboard, &TouchKeyboard::textEdited, &product, &ProductPresenter::setNote);
    connect(&product, &ProductPresenter::changed, this, &NoteForm::showAllergies);
}

void NoteForm::begin()
{
    m_keyboard->setText(journey().product().item().note);
    m_allergies->setGaps(px(14), px(14));
    refresh();
    m_keyboard->setFocus();
}

void NoteForm::speak()
{
    m_title->setText(tr("Note or allergy"));
    m_close->setName(tr("Close"));
    m_allergyHead->setText(tr("Allergic to anything? Touch it, and the kitchen sees it in purple."));
    m_promise->setText(tr("The kitchen does its best, but cannot rule out traces. With a severe allergy, please speak to our staff."));
    m_keyboard->setPlaceholder(tr("A few words for the cook"));
    const auto all = MenuWords::allAllergens();
    for (int i = 0; i < all.size(); ++i)
        static_cast<Chip *>(m_allergies->widgets().at(i))->setText(MenuWords::allergen(all.at(i)));
    showAllergies();
}

void NoteForm::showAllergies()
{
    const auto all = MenuWords::allAllergens();
    for (int i = 0; i < all.size(); ++i) {
        auto *chip = static_cast<Chip *>(m_allergies->widgets().at(i));
        const bool on = journey().product().item().allergyNote.testFlag(all.at(i));
        chip->setChecked(on);
        chip->setIcon(on ? u"octagon"_s : u"plus"_s);
    }
}

void NoteForm::arrange()
{
    Space space(rect());
    m_keyboard->setGeometry(space.bottom(Space::heightOf(m_keyboard, width()), px(20)));
    space.inset(px(48), 0);
    space.top(px(36));
    Space head(space.top(highOf(m_title, width(), 76), px(16)));
    m_close->setGeometry(centredIn(head.right(px(76), px(20)), px(76)));
    m_title->setGeometry(head.rest());
    m_allergyHead->setGeometry(space.top(m_allergyHead, px(18)));
    m_promise->setGeometry(space.bottom(m_promise, px(18)).translated(0, -px(24)));
    m_allergies->setGaps(px(14), px(14));
    // Wider than its chips by the reach of their shadows.
    m_scroll->content()->layout()->setContentsMargins(px(24), px(10), px(24), px(16));
    m_scroll->setGeometry(space.rest().adjusted(-px(24), 0, px(24), 0));
}

int NoteForm::heightForWidth(int width) const
{
    const int inner = width - px(96);
    return px(36) + highOf(m_title, width, 76) + px(16) + Space::heightOf(m_allergyHead, inner) + px(18) + m_allergies->heightForWidth(inner) + px(26) + px(18)
        + Space::heightOf(m_promise, inner) + px(24) + Space::heightOf(m_keyboard, width) + px(20);
}

QSize NoteForm::sizeHint() const
{
    return {width(), heightForWidth(width())};
}

void NoteForm::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    if (text.size() == 1 && text.at(0).isPrint() && !m_keyboard->hasFocus())
        QCoreApplication::sendEvent(m_keyboard, event);
    else
        Screen::keyPressEvent(event);
}

NoteSheet::NoteSheet(Journey &journey, QWidget *host) : Sheet(host, Place::Bottom), m_form(new NoteForm(journey, panel()))
{
    setObjectName(u"noteSheet"_s);
    setFitted(true);
    setTopGap(40);
    panel()->setFill(&Palette::ground);
    panel()->setPadding(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(panel());
    layout->setContentsMargins({});
    layout->addWidget(m_form);
    connect(m_form, &NoteForm::done, this, &Sheet::close);
    connect(this, &Sheet::dismissRequested, this, &Sheet::close);
}

void NoteSheet::openNote()
{
    m_form->begin();
    open();
}

} // namespace saji
