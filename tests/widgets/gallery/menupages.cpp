// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"
#include "samplemodel.h"

#include <widgets/banner.h>
#include <widgets/basketrow.h>
#include <widgets/brandmark.h>
#include <widgets/card.h>
#include <widgets/categoryrail.h>
#include <widgets/chip.h>
#include <widgets/emptystate.h>
#include <widgets/iconbutton.h>
#include <widgets/keyvaluerow.h>
#include <widgets/label.h>
#include <widgets/pager.h>
#include <widgets/primarybar.h>
#include <widgets/productgrid.h>
#include <widgets/stepper.h>
#include <widgets/touchbutton.h>
#include <widgets/utilityrow.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji::gallery {

namespace {

UtilityRow *utilities()
{
    auto *row = new UtilityRow;
    row->setItems({{u"close"_s, u"Batal"_s, true}, {u"globe"_s, u"English"_s}, {u"access"_s, u"Aksesibilitas"_s}, {u"help"_s, u"Bantuan"_s}});
    return row;
}

PrimaryBar *bar()
{
    auto *bar = new PrimaryBar;
    bar->setAction(u"Lihat pesanan"_s);
    bar->setEmptyText(u"Keranjang masih kosong"_s);
    bar->setContent(3, u"3 porsi dari 2 gerai"_s, u"Rp 114.000"_s);
    return bar;
}

ProductGrid *grid(QWidget *owner, int dishesCount)
{
    auto *grid = new ProductGrid;
    auto *model = new SampleModel(dishes(dishesCount), owner);
    grid->setModel(model);
    QObject::connect(grid, &ProductGrid::activated, model, [model](const QModelIndex &index) { model->addOne(index.row()); });
    return grid;
}

CategoryRail *rail(QWidget *owner, Qt::Orientation orientation)
{
    auto *rail = new CategoryRail(orientation);
    rail->setModel(new SampleModel(categories(), owner));
    return rail;
}

ChipRow *chips(QWidget *owner, int edge)
{
    auto *chips = new ChipRow;
    chips->setModel(new SampleModel(outlets(), owner));
    chips->setEdge(edge);
    return chips;
}

QLayout *sectionHead(const Metrics &m, ProductGrid *grid, bool oneLine)
{
    auto *line = new QHBoxLayout;
    auto *title = new Label(Type::Section, u"Paling laris"_s);
    auto *words = new Label(Type::Caption, u"Siang ini, dari semua gerai"_s);
    words->setColor(&Palette::ink2);
    auto *pager = new Pager;
    pager->setGrid(grid);
    if (oneLine) {
        line->addWidget(title);
        line->addSpacing(m.at215(14));
        line->addWidget(words);
        line->addStretch();
    } else {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(title);
        column->addWidget(words);
        line->addLayout(column, 1);
    }
    line->addWidget(pager);
    return line;
}

QLayout *header(const Metrics &m)
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(m.margin(), m.at215(24), m.margin(), m.at215(16));
    line->setSpacing(m.at215(18));
    line->addWidget(new IconButton(u"back"_s, u"Kembali"_s));
    line->addWidget(new BrandMark(u"Pasar Saji"_s, u"Lantai 2 · 7 gerai"_s), 1);
    auto *where = new TouchButton(u"Makan di sini"_s, TouchButton::Kind::Surface);
    where->setIcon(u"dine"_s);
    where->setSize(TouchButton::Size::Compact);
    line->addWidget(where);
    return line;
}

} // namespace

QWidget *menuPage(Theme &theme, QWidget *window, bool offline)
{
    const Metrics &m = theme.metrics();
    auto *page = new Ground(Ground::Kind::Page, window);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, m.at215(20));
    column->setSpacing(0);
    column->addLayout(header(m));
    auto *banner = new Banner;
    column->addWidget(banner);
    if (offline)
        banner->say(Banner::Kind::Hint, u"cloudoff"_s, u"Internet terputus. Anda tetap bisa memesan."_s, u"Pesanan langsung ke dapur. Bayar tunai atau QRIS di kasir."_s);
    column->addSpacing(m.at215(10));
    column->addWidget(chips(page, m.margin()));
    column->addSpacing(m.at215(14));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(rail(page, Qt::Vertical));
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    auto *tiles = grid(page, 23);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(tiles->inset() - m.at215(12), 0, m.margin(), 0);
    head->addLayout(sectionHead(m, tiles, false));
    right->addLayout(head);
    right->addWidget(tiles, 1);
    middle->addLayout(right, 1);
    column->addLayout(middle, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(m.at215(24), 0, m.at215(24), 0);
    foot->setSpacing(m.at215(24));
    foot->addWidget(bar());
    foot->addWidget(utilities());
    column->addLayout(foot);
    return page;
}

QWidget *seatedPage(Theme &theme, QWidget *window)
{
    const Metrics &m = theme.metrics();
    auto *page = new Ground(Ground::Kind::Leaf, window);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(m.at215(48), m.at215(48), m.at215(48), m.at215(24));
    auto *mark = new BrandMark(u"Pasar Saji"_s);
    mark->setOnLeaf(true);
    top->addWidget(mark);
    top->addStretch();
    auto *last = new Label(Type::Section, u"Soto ayam Lamongan"_s);
    last->setColor(&Palette::onDeep);
    last->setSize(72, QFont::ExtraBold);
    last->setMaxLines(2);
    top->addWidget(last);
    top->addStretch();
    column->addLayout(top, 4);
    auto *sheet = new Ground(Ground::Kind::Page);
    auto *low = new QVBoxLayout(sheet);
    low->setContentsMargins(0, m.at215(24), 0, m.at215(20));
    low->setSpacing(0);
    low->addWidget(chips(page, m.margin()));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, m.at215(24), 0);
    line->addWidget(rail(page, Qt::Horizontal), 1);
    auto *tiles = grid(page, 23);
    tiles->setMinimumTileHeight(68);
    auto *pager = new Pager;
    pager->setCompact(true);
    pager->setGrid(tiles);
    line->addWidget(pager);
    low->addLayout(line);
    low->addWidget(tiles, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(m.at215(24), 0, m.at215(24), 0);
    foot->setSpacing(m.at215(24));
    foot->addWidget(bar());
    foot->addWidget(utilities());
    low->addLayout(foot);
    column->addWidget(sheet, 6);
    return page;
}

namespace {

QWidget *landscapeBasket(const Metrics &m)
{
    auto *panel = new Ground(Ground::Kind::Surface);
    panel->setFixedWidth(m.at24(452));
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(m.at24(28), m.at24(24), m.at24(28), m.at24(28));
    column->setSpacing(m.at24(12));
    column->addWidget(new Label(Type::Section, u"Pesanan Anda"_s));
    const auto line = [column](const QString &art, const QString &name, const QString &with, const QString &price, int count) {
        auto *row = new BasketRow;
        row->setNarrow(true);
        row->stepper();
        row->set(art, name, with, price, count);
        column->addWidget(row);
    };
    auto *tini = new OutletHead;
    tini->setNarrow(true);
    tini->set(u"BT"_s, u"Soto Bu Tini"_s, 0x8A5A00);
    column->addWidget(tini);
    line(u"soto"_s, u"Soto ayam Lamongan"_s, u"Sedang, nasi, telur"_s, u"Rp 76.000"_s, 2);
    auto *kumis = new OutletHead;
    kumis->setNarrow(true);
    kumis->set(u"PK"_s, u"Sate Pak Kumis"_s, 0xA3281B);
    column->addWidget(kumis);
    line(u"sate"_s, u"Sate ayam Madura"_s, u"10 tusuk, lontong"_s, u"Rp 38.000"_s, 1);
    column->addStretch();
    auto *quiet = new KeyValueRow(u"3 porsi"_s, u"sebelum pajak"_s);
    quiet->setWide(true);
    column->addWidget(quiet);
    auto *sum = new KeyValueRow(u"Jumlah"_s, u"Rp 114.000"_s, KeyValueRow::Kind::Total);
    sum->setWide(true);
    column->addWidget(sum);
    auto *go = new TouchButton(u"Lihat pesanan"_s, TouchButton::Kind::Turmeric);
    go->setSize(TouchButton::Size::Big);
    go->setTrailingIcon(u"next"_s);
    column->addWidget(go);
    return panel;
}

} // namespace

QWidget *landscapePage(Theme &theme, QWidget *window)
{
    const Metrics &m = theme.metrics();
    auto *page = new Ground(Ground::Kind::Page, window);
    auto *whole = new QHBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, m.at215(16), 0, m.at215(16));
    left->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(m.at215(28), 0, 0, 0);
    top->addWidget(new BrandMark(u"Pasar Saji"_s));
    top->addSpacing(m.at215(40));
    top->addWidget(chips(page, m.at215(12)), 1);
    left->addLayout(top);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(rail(page, Qt::Vertical));
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    auto *tiles = grid(page, 23);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(tiles->inset(), 0, tiles->inset(), 0);
    head->addLayout(sectionHead(m, tiles, true));
    right->addLayout(head);
    right->addWidget(tiles, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(tiles->inset(), 0, tiles->inset(), 0);
    foot->addWidget(utilities());
    right->addLayout(foot);
    middle->addLayout(right, 1);
    left->addLayout(middle, 1);
    whole->addLayout(left, 1);
    whole->addWidget(landscapeBasket(m));
    return page;
}

QWidget *basketPage(Theme &theme, QWidget *window)
{
    const Metrics &m = theme.metrics();
    auto *page = new Ground(Ground::Kind::Page, window);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(m.margin(), m.margin(), m.margin(), m.at215(20));
    column->setSpacing(m.at215(22));
    auto *head = new QHBoxLayout;
    head->setSpacing(m.at215(28));
    head->addWidget(new IconButton(u"back"_s, u"Kembali"_s));
    head->addWidget(new Label(Type::Title, u"Pesanan Anda"_s), 1);
    auto *where = new TouchButton(u"Makan di sini"_s, TouchButton::Kind::Surface);
    where->setIcon(u"dine"_s);
    where->setSize(TouchButton::Size::Compact);
    head->addWidget(where);
    column->addLayout(head);
    const auto card = [column](const QString &letters, const QString &name, QRgb hue, const QString &wait, const QList<Sample> &lines, const QString &allergy) {
        auto *box = new Card;
        box->setPadding(0, 0, 0, 0);
        auto *rows = new QVBoxLayout(box);
        rows->setSpacing(0);
        rows->setContentsMargins(0, 0, 0, 0);
        auto *top = new OutletHead;
        top->set(letters, name, hue, wait);
        rows->addWidget(top);
        for (const Sample &s : lines) {
            auto *row = new BasketRow;
            row->set(s.art, s.title, s.outlet, s.price, s.count);
            row->setHairline(&s != &lines.last());
            if (&s == &lines.last())
                row->setAllergy(allergy);
            rows->addWidget(row);
        }
        column->addWidget(box);
    };
    card(u"BT"_s, u"Soto Bu Tini"_s, 0x8A5A00, u"± 6 menit"_s,
         {{u"Soto ayam Lamongan"_s, u"soto"_s, u"Rp 76.000"_s, {}, u"Sedang · nasi putih · telur rebus"_s, 0, {}, Badge::None, 2},
          {u"Perkedel kentang"_s, u"perkedel"_s, u"Rp 9.000"_s, {}, u"Isi dua"_s, 0, {}, Badge::None, 1},
          {u"Es teh manis"_s, u"es_teh"_s, u"Rp 16.000"_s, {}, u"Sedikit gula"_s, 0, {}, Badge::None, 2}}, {});
    card(u"PK"_s, u"Sate Pak Kumis"_s, 0xA3281B, u"± 9 menit"_s, {{u"Sate ayam Madura"_s, u"sate"_s, u"Rp 38.000"_s, {}, u"10 tusuk · lontong"_s, 0, {}, Badge::None, 1}}, u"alergi: udang"_s);
    column->addStretch();
    auto *totals = new QVBoxLayout;
    totals->setContentsMargins(m.at215(28), 0, m.at215(28), 0);
    totals->setSpacing(0);
    totals->addWidget(new KeyValueRow(u"Subtotal, 6 porsi"_s, u"Rp 139.000"_s));
    totals->addWidget(new KeyValueRow(u"Promo makan siang"_s, u"−Rp 10.000"_s, KeyValueRow::Kind::Good));
    totals->addWidget(new KeyValueRow(u"Pajak restoran PB1 10%"_s, u"Rp 12.900"_s));
    totals->addWidget(new Hairline);
    totals->addWidget(new KeyValueRow(u"Total"_s, u"Rp 141.900"_s, KeyValueRow::Kind::Total));
    column->addLayout(totals);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(-m.at215(8), 0, -m.at215(8), 0);
    foot->setSpacing(m.at215(16));
    auto *more = new TouchButton(u"Tambah menu"_s, TouchButton::Kind::Outline);
    more->setSize(TouchButton::Size::Large);
    more->setIcon(u"plus"_s);
    auto *pay = new TouchButton(u"Bayar Rp 141.900"_s);
    pay->setSize(TouchButton::Size::Large);
    pay->setTrailingIcon(u"next"_s);
    foot->addWidget(more, 33);
    foot->addWidget(pay, 68);
    column->addLayout(foot);
    column->addWidget(utilities());
    return page;
}

} // namespace saji::gallery
