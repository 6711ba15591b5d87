// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include <widgets/brandmark.h>
#include <widgets/card.h>
#include <widgets/cardbutton.h>
#include <widgets/chip.h>
#include <widgets/emptystate.h>
#include <widgets/flowlayout.h>
#include <widgets/iconbutton.h>
#include <widgets/idlering.h>
#include <widgets/label.h>
#include <widgets/monogram.h>
#include <widgets/numberdisplay.h>
#include <widgets/optiontile.h>
#include <widgets/scrollarea.h>
#include <widgets/segmentrow.h>
#include <widgets/sheet.h>
#include <widgets/stepper.h>
#include <widgets/tickrow.h>
#include <widgets/touchbutton.h>
#include <widgets/utilityrow.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji::gallery {

namespace {

Label *words(qreal size, QFont::Weight weight, const QString &text, ColorRole color, int lines = 1)
{
    auto *label = new Label(Type::Text, text);
    label->setSize(size, weight);
    label->setColor(color);
    label->setMaxLines(lines);
    return label;
}

QLayout *choices(const Metrics &m, OptionTile::Mark mark, const QList<QPair<QString, QString>> &options)
{
    auto *grid = new FlowLayout;
    grid->setColumns(m.row(80));
    grid->setSpacing(m.at215(16));
    for (int i = 0; i < options.size(); ++i) {
        auto *tile = new OptionTile(mark, options.at(i).first, options.at(i).second);
        tile->setChecked(i == 0);
        QObject::connect(tile, &OptionTile::clicked, tile, [tile] { tile->setChecked(!tile->checked()); });
        grid->addWidget(tile);
    }
    return grid;
}

QLayout *productHead(const Metrics &m)
{
    auto *head = new QHBoxLayout;
    auto *left = new QVBoxLayout;
    left->addWidget(new IconButton(u"close"_s, u"Tutup"_s));
    left->addSpacing(m.at215(22));
    left->setSpacing(m.at215(8));
    auto *outlet = new QHBoxLayout;
    outlet->addWidget(new Monogram(u"BT"_s, 0x8A5A00));
    auto *name = words(27, QFont::Bold, u"Soto Bu Tini"_s, &Palette::ink);
    name->setOutletColor(0x8A5A00);
    outlet->setSpacing(m.at215(14));
    outlet->addWidget(name, 1);
    left->addLayout(outlet);
    left->addWidget(words(66, QFont::ExtraBold, u"Soto ayam Lamongan"_s, &Palette::ink, 2));
    auto *price = words(42, QFont::ExtraBold, u"Rp 28.000"_s, &Palette::leafText);
    price->setFigures(true);
    left->addWidget(price);
    left->addStretch();
    head->addLayout(left, 1);
    auto *art = new ArtView(u"soto"_s);
    art->setSide(m.textScale < 150 ? 540 : 380);
    head->addWidget(art);
    return head;
}

QLayout *facts(const Metrics &m)
{
    auto *line = new FlowLayout;
    line->setSpacing(m.at215(12));
    line->addWidget(new Tag(u"Halal"_s, u"check"_s, Tag::Kind::Good));
    line->addWidget(new Tag(u"Mengandung telur, seledri"_s, u"octagon"_s, Tag::Kind::Allergen));
    line->addWidget(new Tag(u"Sekitar 6 menit"_s, u"clock"_s));
    return line;
}

void fillProduct(Card *panel, const Metrics &m)
{
    panel->setPadding(0, 0, 0, 0);
    panel->setBand(0x8A5A00, 500, true);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, m.at215(36), 0, 0);
    column->setSpacing(0);
    auto *head = productHead(m);
    head->setContentsMargins(m.at215(48), 0, m.at215(20), 0);
    column->addLayout(head);
    auto *scroll = new ScrollArea;
    auto *list = new QVBoxLayout(scroll->content());
    list->setContentsMargins(m.at215(48), m.at215(16), m.at215(48), m.at215(24));
    list->setSpacing(m.at215(16));
    list->addWidget(words(29, QFont::DemiBold, u"Kuah kuning kunyit, suwiran ayam kampung, telur rebus, soun, dan bubuk koya gurih."_s, &Palette::ink2, 3));
    list->addLayout(facts(m));
    list->addSpacing(m.at215(10));
    list->addWidget(new GroupHead(u"Tingkat pedas"_s, u"Pilih satu"_s));
    auto *spice = new SegmentRow;
    spice->setSegments({{u"Tidak"_s, u"chili"_s, 0}, {u"Sedikit"_s, u"chili"_s, 1}, {u"Sedang"_s, u"chili"_s, 2}, {u"Pedas"_s, u"chili"_s, 3}});
    spice->setCurrent(2);
    QObject::connect(spice, &SegmentRow::chosen, spice, &SegmentRow::setCurrent);
    list->addWidget(spice);
    auto *unmet = new GroupHead(u"Disajikan dengan"_s, u"Pilih satu"_s);
    unmet->setUnmet(true);
    list->addWidget(unmet);
    list->addLayout(choices(m, OptionTile::Mark::Radio, {{u"Nasi putih"_s, u"+6.000"_s}, {u"Lontong"_s, u"+5.000"_s}, {u"Ketupat"_s, u"+5.000"_s}, {u"Tanpa nasi"_s, {}}}));
    list->addWidget(new GroupHead(u"Tambahan"_s, u"Boleh lebih dari satu"_s));
    list->addLayout(choices(m, OptionTile::Mark::Check, {{u"Telur rebus"_s, u"+4.000"_s}, {u"Sate usus"_s, u"+7.000"_s}, {u"Ekstra koya"_s, u"+2.000"_s}, {u"Emping"_s, u"+3.000"_s}}));
    list->addStretch();
    column->addWidget(scroll, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(m.at215(48), m.at215(20), m.at215(48), m.at215(40));
    foot->setSpacing(m.at215(28));
    auto *count = new Stepper(Stepper::Size::Sheet);
    count->setValue(2);
    foot->addWidget(count);
    auto *add = new TouchButton(u"Tambah"_s);
    add->setSize(TouchButton::Size::Large);
    add->setFigure(u"Rp 76.000"_s);
    foot->addWidget(add, 1);
    column->addLayout(foot);
}

} // namespace

QWidget *productPage(Theme &theme, QWidget *window)
{
    QWidget *page = menuPage(theme, window, false);
    auto *sheet = new Sheet(page);
    fillProduct(sheet->panel(), theme.metrics());
    QMetaObject::invokeMethod(sheet, &Sheet::open, Qt::QueuedConnection);
    QObject::connect(sheet, &Sheet::dismissRequested, sheet, &Sheet::close);
    return page;
}

QWidget *idlePage(Theme &theme, QWidget *window)
{
    const Metrics &m = theme.metrics();
    QWidget *page = menuPage(theme, window, false);
    auto *sheet = new Sheet(page, Sheet::Place::Dialog);
    sheet->setDeepScrim(true);
    Card *panel = sheet->panel();
    panel->setRadius(56);
    panel->setPadding(60, 64, 60, 28);
    auto *column = new QVBoxLayout(panel);
    column->setSpacing(m.at215(20));
    auto *ring = new IdleRing;
    ring->setRemaining(14000, 20000);
    column->addWidget(ring, 0, Qt::AlignHCenter);
    auto *title = words(64, QFont::ExtraBold, u"Masih di sini?"_s, &Palette::ink);
    title->setAlignment(Qt::AlignCenter);
    column->addWidget(title);
    auto *text = words(30, QFont::DemiBold, u"Keranjang dengan 3 porsi akan dikosongkan supaya tamu berikutnya bisa memesan."_s, &Palette::ink2, 3);
    text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addWidget(text);
    auto *yes = new TouchButton(u"Ya, lanjutkan memesan"_s);
    yes->setSize(TouchButton::Size::Large);
    column->addWidget(yes);
    auto *no = new TouchButton(u"Batalkan pesanan"_s, TouchButton::Kind::Danger);
    column->addWidget(no);
    QMetaObject::invokeMethod(sheet, &Sheet::open, Qt::QueuedConnection);
    return page;
}

QWidget *servicePage(Theme &theme, QWidget *window)
{
    const Metrics &m = theme.metrics();
    auto *page = new Ground(Ground::Kind::Page, window);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(m.at215(56), m.at215(56), m.at215(56), m.at215(40));
    column->setSpacing(m.at215(28));
    auto *mark = new BrandMark(u"Pasar Saji"_s);
    mark->setSide(84);
    column->addWidget(mark);
    column->addSpacing(m.at215(36));
    auto *hello = new Label(Type::Display, u"Selamat siang.\nMakan di mana?"_s);
    hello->setMaxLines(2);
    column->addWidget(hello);
    column->addSpacing(m.at215(24));
    auto *here = new CardButton(CardButton::Shape::Picture, u"Makan di sini"_s);
    here->setSentence(u"Kami panggil nomor Anda, atau diantar ke meja."_s);
    here->setArt(u"soto"_s);
    column->addWidget(here);
    auto *away = new CardButton(CardButton::Shape::Picture, u"Bawa pulang"_s);
    away->setSentence(u"Dibungkus rapi, siap dibawa."_s);
    away->setArt(u"bungkus"_s);
    away->setTint(CardButton::Tint::Kunyit);
    column->addWidget(away);
    column->addSpacing(m.at215(20));
    column->addWidget(words(30, QFont::ExtraBold, u"Bahasa"_s, &Palette::ink));
    auto *languages = new QHBoxLayout;
    languages->setSpacing(m.at215(20));
    auto *id = new OptionTile(OptionTile::Mark::Radio, u"Bahasa Indonesia"_s);
    id->setStrong(true);
    id->setChecked(true);
    auto *en = new OptionTile(OptionTile::Mark::Radio, u"English"_s);
    en->setStrong(true);
    languages->addWidget(id);
    languages->addWidget(en);
    column->addLayout(languages);
    column->addWidget(words(30, QFont::ExtraBold, u"Kemudahan"_s, &Palette::ink));
    auto *help = new QHBoxLayout;
    help->setSpacing(m.at215(16));
    for (const auto &[icon, text] : QList<QPair<QString, QString>>{{u"seat"_s, u"Mode duduk"_s}, {u"search"_s, u"Teks besar"_s}, {u"access"_s, u"Kontras tinggi"_s}}) {
        auto *button = new CardButton(CardButton::Shape::Line, text);
        button->setIcon(icon);
        help->addWidget(button);
    }
    column->addLayout(help);
    column->addStretch();
    return page;
}

QWidget *paymentPage(Theme &theme, QWidget *window)
{
    const Metrics &m = theme.metrics();
    auto *page = new Ground(Ground::Kind::Page, window);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(m.margin(), m.margin(), m.margin(), m.at215(20));
    column->setSpacing(m.at215(26));
    auto *head = new QHBoxLayout;
    head->setSpacing(m.at215(28));
    head->addWidget(new IconButton(u"back"_s, u"Kembali"_s));
    head->addWidget(new Label(Type::Title, u"Cara bayar"_s), 1);
    column->addLayout(head);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(m.at215(24), m.at215(20), m.at215(24), 0);
    inner->setSpacing(m.at215(26));
    auto *total = new Card;
    total->setWoven(true);
    total->setRadius(52);
    total->setPadding(52, 48, 52, 44);
    auto *lines = new QVBoxLayout(total);
    lines->addWidget(words(30, QFont::DemiBold, u"Total untuk dibayar"_s, &Palette::onDeep2));
    auto *sum = words(112, QFont::ExtraBold, u"Rp 141.900"_s, &Palette::onDeep);
    sum->setFigures(true);
    lines->addWidget(sum);
    inner->addWidget(total);
    const auto way = [inner](const QString &icon, const QString &title, const QString &text, CardButton::Tint tint, const QString &tag) {
        auto *button = new CardButton(CardButton::Shape::Row, title);
        button->setIcon(icon);
        button->setSentence(text);
        button->setTint(tint);
        button->setTag(tag);
        inner->addWidget(button);
    };
    way(u"qr"_s, u"QRIS"_s, u"Semua dompet digital dan bank"_s, CardButton::Tint::Leaf, u"Paling cepat"_s);
    way(u"card"_s, u"Kartu"_s, u"Tempel atau masukkan di mesin bawah"_s, CardButton::Tint::Blue, {});
    way(u"cash"_s, u"Tunai di kasir"_s, u"Nomor langsung keluar, bayar di kasir pusat"_s, CardButton::Tint::Kunyit, {});
    auto *promo = new CardButton(CardButton::Shape::Line, u"Punya kode promo atau voucer?"_s);
    promo->setIcon(u"tag"_s);
    promo->setTrailing(u"Masukkan"_s);
    promo->setDashed(true);
    promo->setHeight(124);
    inner->addWidget(promo);
    column->addLayout(inner);
    column->addStretch();
    return page;
}

QWidget *numberPage(Theme &theme, QWidget *window)
{
    const Metrics &m = theme.metrics();
    auto *page = new Ground(Ground::Kind::Page, window);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, m.at215(40));
    column->setSpacing(0);
    auto *leaf = new Ground(Ground::Kind::Leaf);
    auto *top = new QVBoxLayout(leaf);
    top->setContentsMargins(m.at215(40), m.at215(86), m.at215(40), m.at215(150));
    top->setSpacing(m.at215(36));
    auto *thanks = words(44, QFont::Bold, u"Terima kasih, Dewi. Nomor Anda"_s, &Palette::onDeep2);
    thanks->setAlignment(Qt::AlignCenter);
    top->addWidget(thanks);
    auto *number = new NumberDisplay;
    number->setNumber(u"A-042"_s);
    top->addWidget(number);
    auto *tags = new QHBoxLayout;
    auto *table = new Tag(u"Meja 12"_s, u"table"_s, Tag::Kind::Glass);
    auto *wait = new Tag(u"Sekitar 9 menit"_s, u"clock"_s, Tag::Kind::Promo);
    tags->addStretch();
    for (Tag *tag : {table, wait}) {
        tag->setLarge(true);
        tags->addWidget(tag);
        tags->addSpacing(m.at215(10));
    }
    tags->addStretch();
    top->addLayout(tags);
    column->addWidget(leaf);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(m.at215(40), m.at215(24), m.at215(40), 0);
    body->setSpacing(m.at215(24));
    auto *card = new Card;
    card->setShadow(Shadow::Sheet);
    card->setRadius(52);
    card->setPadding(48, 40, 48, 30);
    auto *facts = new QVBoxLayout(card);
    facts->setSpacing(0);
    facts->addWidget(words(38, QFont::ExtraBold, u"Pesanan Anda aman"_s, &Palette::ink));
    const auto fact = [facts](const QString &text, const QString &evidence, bool done) {
        auto *row = new TickRow(text);
        if (done)
            row->setDone(evidence);
        else
            row->setPending(evidence);
        facts->addWidget(row);
    };
    fact(u"Tersimpan di kios ini"_s, u"12.41"_s, true);
    fact(u"Tampil di dapur Soto Bu Tini"_s, u"0,04 detik"_s, true);
    fact(u"Tampil di dapur Sate Pak Kumis"_s, u"0,05 detik"_s, true);
    fact(u"Server pusat"_s, u"menyusul saat internet pulih"_s, false);
    body->addWidget(card);
    column->addLayout(body);
    column->addStretch();
    auto *done = new TouchButton(u"Selesai"_s);
    done->setSize(TouchButton::Size::Large);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(m.at215(40), 0, m.at215(40), m.at215(20));
    foot->addWidget(done);
    column->addLayout(foot);
    return page;
}

QWidget *restPage(Theme &theme, QWidget *window)
{
    const Metrics &m = theme.metrics();
    auto *page = new Ground(Ground::Kind::Rest, window);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(m.at215(56), m.at215(56), m.at215(56), m.at215(40));
    column->setSpacing(m.at215(22));
    column->addWidget(new BrandMark(u"Pasar Saji"_s));
    auto *empty = new EmptyState;
    empty->setArtSize(560);
    empty->setLarge(true);
    empty->say(u"Kios ini istirahat sebentar"_s, u"Penyimpanan kios penuh, jadi kami tidak menerima pesanan yang tidak bisa kami simpan. Pesanan yang sudah bernomor tetap dimasak."_s);
    column->addWidget(empty, 1);
    const auto other = [column](const QString &icon, const QString &title, const QString &text, const QString &far, CardButton::Tint tint, const QString &arrow) {
        auto *button = new CardButton(CardButton::Shape::Row, title);
        button->setHeight(168);
        button->setIcon(icon);
        button->setSentence(text);
        button->setTrailing(far);
        button->setTrailingIcon(arrow);
        button->setTint(tint);
        column->addWidget(button);
    };
    other(u"kiosk"_s, u"Kios B"_s, u"Di kanan Anda, tanpa antrean"_s, u"4 m"_s, CardButton::Tint::Leaf, u"next"_s);
    other(u"cash"_s, u"Kasir pusat"_s, u"Samping eskalator, buka sampai 22.00"_s, u"25 m"_s, CardButton::Tint::Kunyit, u"back"_s);
    return page;
}

} // namespace saji::gallery
