// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include <widgets/banner.h>
#include <widgets/card.h>
#include <widgets/chip.h>
#include <widgets/focusring.h>
#include <widgets/idlering.h>
#include <widgets/label.h>
#include <widgets/monogram.h>
#include <widgets/optiontile.h>
#include <widgets/pinpad.h>
#include <widgets/stepper.h>
#include <widgets/synclamp.h>
#include <widgets/toast.h>
#include <widgets/toggleswitch.h>
#include <widgets/touchbutton.h>
#include <widgets/touchkeyboard.h>

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji::gallery {

namespace {

void holdDown(QWidget *button)
{
    const QPointF middle = button->rect().center();
    QMouseEvent press(QEvent::MouseButtonPress, middle, button->mapToGlobal(middle), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(button, &press);
}

Label *head(const QString &text)
{
    auto *label = new Label(Type::Caption, text);
    label->setWeight(QFont::Bold);
    label->setColor(&Palette::ink2);
    return label;
}

QHBoxLayout *row(int spacing, const QList<QWidget *> &widgets)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing);
    for (QWidget *widget : widgets)
        line->addWidget(widget);
    line->addStretch();
    return line;
}

QWidget *buttons(const Metrics &m)
{
    auto *box = new QWidget;
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(m.at215(24));
    auto *rest = new TouchButton(u"Bayar"_s);
    auto *held = new TouchButton(u"Bayar"_s);
    auto *busy = new TouchButton(u"Lihat pesanan"_s, TouchButton::Kind::Turmeric);
    auto *off = new TouchButton(u"Bayar"_s);
    off->setEnabled(false);
    for (TouchButton *button : {rest, held, busy, off}) {
        button->setSize(TouchButton::Size::Big);
        line->addWidget(button, 1);
    }
    QTimer::singleShot(0, held, [held] { holdDown(held); });
    rest->setObjectName(u"focused"_s);
    return box;
}

QLayout *counters(const Metrics &m)
{
    auto *two = new Stepper;
    two->setRemovable(true);
    two->setValue(2);
    auto *one = new Stepper;
    one->setRemovable(true);
    auto *toggle = new ToggleSwitch(u"Dijual"_s);
    toggle->setChecked(true);
    auto *best = new Tag(u"Halal"_s, u"check"_s, Tag::Kind::Good);
    auto *allergen = new Tag(u"Telur"_s, u"octagon"_s, Tag::Kind::Allergen);
    return row(m.at215(20), {two, one, toggle, best, allergen});
}

QLayout *lamps(const Metrics &m)
{
    QList<QWidget *> all;
    const QList<QPair<Lamp, QString>> states = {{Lamp::Ok, u"Tersambung"_s}, {Lamp::Polling, u"Lewat polling"_s}, {Lamp::Offline, u"Offline, aman"_s}, {Lamp::Silent, u"Diam"_s}};
    for (const auto &[state, word] : states) {
        auto *lamp = new SyncLamp;
        lamp->setPill(true);
        lamp->set(state, word);
        all.append(lamp);
    }
    return row(m.at215(14), all);
}

Card *staffCard(const Metrics &m)
{
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    card->setRadius(48);
    card->setPadding(40, 40, 40, 36);
    card->setShadow(Shadow::None);
    auto *lock = new IconView(u"lock"_s);
    lock->setSides(44, 84);
    lock->setColor(&Palette::leafText);
    lock->setTile(&Palette::tint);
    auto *title = new Label(Type::Title, u"Area petugas"_s);
    title->setSize(50, QFont::ExtraBold);
    auto *words = new Label(Type::Text, u"Masukkan PIN enam angka. Setelah lima kali salah, papan terkunci satu menit."_s);
    words->setSize(29, QFont::DemiBold);
    words->setColor(&Palette::ink2);
    words->setMaxLines(4);
    auto *wrong = new Notice;
    wrong->say(u"alert"_s, u"PIN salah, sisa 3 kali"_s);
    auto *back = new TouchButton(u"Kembali ke tamu"_s, TouchButton::Kind::Quiet);
    column->setSpacing(m.at215(20));
    column->addWidget(lock);
    column->addWidget(title);
    column->addWidget(words);
    column->addStretch();
    column->addWidget(wrong);
    column->addWidget(back);
    return card;
}

} // namespace

QWidget *controlsPage(Theme &theme, QWidget *window)
{
    const Metrics &m = theme.metrics();
    auto *page = new Ground(Ground::Kind::Page, window);
    auto *whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto *column = new QVBoxLayout;
    whole->addLayout(column, 1);
    column->setContentsMargins(m.at215(40), m.at215(28), m.at215(40), m.at215(20));
    column->setSpacing(m.at215(18));
    column->addWidget(head(u"Tombol utama: fokus, ditekan, kunyit, nonaktif"_s));
    column->addWidget(buttons(m));
    column->addWidget(head(u"Penghitung, sakelar, lampu sinkron"_s));
    column->addLayout(counters(m));
    column->addLayout(lamps(m));
    auto *option = new OptionTile(OptionTile::Mark::Radio, u"Nasi putih"_s, u"+6.000"_s);
    option->setChecked(true);
    auto *many = new OptionTile(OptionTile::Mark::Check, u"Sate usus"_s, u"+7.000"_s);
    auto *options = new QHBoxLayout;
    options->setSpacing(m.at215(16));
    options->addWidget(option);
    options->addWidget(many);
    column->addLayout(options);
    column->addWidget(head(u"Papan PIN, petugas"_s));
    auto *staff = new QHBoxLayout;
    auto *pad = new PinPad;
    for (int key : {0, 1, 2})
        pad->press(key);
    staff->addWidget(pad, 0, Qt::AlignTop);
    staff->addSpacing(m.at215(30));
    staff->addWidget(staffCard(m), 1);
    column->addLayout(staff);
    column->addStretch();
    auto *keyboard = new TouchKeyboard;
    keyboard->setText(u"Dewi"_s);
    whole->addWidget(keyboard);
    auto *toast = new Toast(page);
    toast->setBottomGap(540);
    toast->showText(u"Sate ayam Madura ditambahkan"_s, u"sate"_s);
    return page;
}

} // namespace saji::gallery
