// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include <widgets/brandmark.h>
#include <widgets/card.h>
#include <widgets/datatable.h>
#include <widgets/devicecard.h>
#include <widgets/healthsentence.h>
#include <widgets/label.h>
#include <widgets/navlist.h>
#include <widgets/statcard.h>
#include <widgets/textfield.h>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji::gallery {

namespace {

QWidget *side(const Metrics &m, bool problems)
{
    auto *side = new Ground(Ground::Kind::Side);
    side->setFixedWidth(m.at24(264));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(m.at24(20), m.at24(24), m.at24(20), m.at24(24));
    column->setSpacing(m.at24(20));
    auto *mark = new BrandMark(u"saji"_s, u"Panel toko"_s);
    mark->setSide(58);
    column->addWidget(mark);
    auto *nav = new NavList;
    nav->setItems({{u"pulse"_s, u"Kesehatan"_s, problems ? 3 : 0}, {u"note"_s, u"Pesanan"_s}, {u"kiosk"_s, u"Perangkat"_s}, {u"screen"_s, u"Dapur"_s}, {u"tag"_s, u"Katalog"_s},
                   {u"chart"_s, u"Laporan"_s}, {u"user"_s, u"Pengguna"_s}, {u"sliders"_s, u"Pengaturan"_s}});
    column->addWidget(nav);
    column->addStretch();
    return side;
}

QLayout *figures(const Metrics &m, bool problems)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(m.at24(16));
    auto *orders = new StatCard(u"Pesanan hari ini"_s);
    orders->setFigure(u"412"_s, u"Rp 18.240.000"_s);
    orders->setTrend({4, 6, 8, 10, 16, 24, 28, 26});
    auto *waiting = new StatCard(u"Menunggu dikirim"_s);
    waiting->setFigure(problems ? u"37"_s : u"0"_s, problems ? u"tertua 49 menit"_s : u"di 12 perangkat"_s, problems ? StatCard::Tone::Warning : StatCard::Tone::Good);
    auto *speed = new StatCard(u"Kios ke dapur"_s);
    speed->setFigure(u"41 ms"_s, u"p99 118 ms"_s);
    speed->setTrend({41, 42, 40, 44, 42, 41, 42, 43});
    auto *silence = new StatCard(u"Diam terlama"_s);
    silence->setFigure(problems ? u"2 m 14 d"_s : u"0,9 d"_s, problems ? u"Martabak Bang Rudi"_s : u"Kios B"_s, problems ? StatCard::Tone::Bad : StatCard::Tone::Normal);
    for (StatCard *card : {orders, waiting, speed, silence})
        line->addWidget(card);
    return line;
}

QLayout *devices(const Metrics &m)
{
    auto *grid = new QGridLayout;
    grid->setSpacing(m.at24(16));
    const QStringList names = {u"Kios A"_s, u"Kios B"_s, u"Kios C"_s, u"Soto Bu Tini"_s, u"Sate Pak Kumis"_s, u"Dapur Minang"_s, u"Bakso Mas Joko"_s, u"Hub"_s, u"Server pusat"_s};
    for (int i = 0; i < names.size(); ++i) {
        auto *card = new DeviceCard;
        const QString icon = i < 3 ? u"kiosk"_s : i < 7 ? u"screen"_s : i == 7 ? u"hub"_s : u"server"_s;
        const Lamp lamp = i == 5 ? Lamp::Polling : i == 8 ? Lamp::Offline : Lamp::Ok;
        card->set(icon, names.at(i), lamp, i == 8 ? u"Offline"_s : i == 5 ? u"Lewat polling"_s : u"Normal"_s);
        card->setFacts({u"terdengar 0,%1 d"_s.arg(i + 1), u"LAN + server"_s, u"antre 0"_s});
        grid->addWidget(card, i / 3, i % 3);
    }
    return grid;
}

DataTable *table(QWidget *owner)
{
    auto *model = new QStandardItemModel(owner);
    model->setHorizontalHeaderLabels({QString(), u"Nama"_s, u"Keadaan"_s, u"Terdengar"_s, u"Jalur"_s, u"Menunggu"_s});
    const auto add = [model](const QString &icon, const QString &name, Lamp lamp, const QString &word, const QString &heard, const QString &path, const QString &queue) {
        QList<QStandardItem *> row;
        for (const QString &text : {icon, name, word, heard, path, queue})
            row.append(new QStandardItem(text));
        row.at(2)->setData(int(lamp), Qt::UserRole);
        model->appendRow(row);
    };
    add(u"screen"_s, u"Martabak Bang Rudi"_s, Lamp::Silent, u"Diam"_s, u"2 m 14 d"_s, u"tidak ada"_s, u"?"_s);
    add(u"server"_s, u"Server pusat"_s, Lamp::Offline, u"Offline"_s, u"49 m"_s, u"tidak ada"_s, u"37"_s);
    add(u"kiosk"_s, u"Kios B"_s, Lamp::Offline, u"Katalog lama"_s, u"3,0 d"_s, u"LAN"_s, u"14"_s);
    for (int i = 0; i < 6; ++i)
        add(u"kiosk"_s, u"Kios %1"_s.arg(QChar(u'A' + i)), Lamp::Ok, u"Normal"_s, u"0,%1 d"_s.arg(i + 2), u"LAN"_s, QString::number(11 * i));
    auto *table = new DataTable;
    table->setModel(model);
    table->setColumn(0, DataTable::Column::Icon, 40);
    table->setColumn(1, DataTable::Column::Strong, 0);
    table->setColumn(2, DataTable::Column::State, 170);
    table->setColumn(3, DataTable::Column::Figures, 110);
    table->setColumn(4, DataTable::Column::Text, 120);
    table->setColumn(5, DataTable::Column::Figures, 100);
    return table;
}

QLayout *problemsBody(const Metrics &m, QWidget *owner)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(m.at24(16));
    auto *left = new QVBoxLayout;
    left->setSpacing(m.at24(16));
    left->addWidget(new Label(Type::AdminHead, u"Yang perlu Anda lakukan"_s));
    const auto advise = [left](HealthSentence::Mood mood, const QString &icon, const QString &cause, const QString &effect, const QString &first, const QString &second) {
        auto *card = new AdviceCard;
        card->say(mood, icon, cause, effect);
        card->setActions(first, second);
        left->addWidget(card);
    };
    advise(HealthSentence::Mood::Bad, u"screen"_s, u"Layar Martabak Bang Rudi diam 2 menit 14 detik"_s, u"4 tiket sudah dialihkan ke layar ekspedisi. Periksa daya layar di gerai 5."_s,
           u"Tandai sedang diperiksa"_s, u"Cetak 4 tiket"_s);
    advise(HealthSentence::Mood::Look, u"octagon"_s, u"1 pesanan ditandai server: B-019"_s, u"Es cendol naik ke Rp 20.000 saat dipesan. Harga tamu Rp 18.000 berlaku."_s, u"Setujui"_s, u"Lihat pesanan"_s);
    auto *price = new TextField(u"Harga"_s);
    price->setText(u"Rp 28.000"_s);
    price->setChangedHint(u"Semula Rp 26.000."_s);
    auto *name = new TextField(u"Cari"_s);
    name->setIcon(u"search"_s);
    name->setPlaceholder(u"Cari menu"_s);
    auto *fields = new QHBoxLayout;
    fields->addWidget(price);
    fields->addWidget(name);
    left->addLayout(fields);
    left->addStretch();
    line->addLayout(left, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(m.at24(16));
    right->addWidget(new Label(Type::AdminHead, u"Perangkat"_s));
    auto *card = new Card;
    card->setRadius(27);
    card->setPadding(16, 8, 16, 16);
    auto *inner = new QVBoxLayout(card);
    inner->addWidget(table(owner));
    right->addWidget(card, 1);
    line->addLayout(right, 1);
    return line;
}

} // namespace

QWidget *adminPage(Theme &theme, QWidget *window, bool problems)
{
    const Metrics &m = theme.metrics();
    auto *page = new Ground(Ground::Kind::Page, window);
    auto *whole = new QHBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(side(m, problems));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(m.at24(32), m.at24(32), m.at24(32), m.at24(32));
    column->setSpacing(m.at24(16));
    auto *health = new HealthSentence;
    if (problems) {
        health->say(HealthSentence::Mood::Look, u"Internet putus sejak 11.52. Penjualan tetap jalan."_s, u"37 pesanan menunggu dikirim, semuanya tersimpan di dua perangkat. Tidak ada yang hilang."_s, u"cloudoff"_s);
        health->setAction(u"Coba sekarang"_s, u"recall"_s);
    } else {
        health->say(HealthSentence::Mood::Good, u"Semua baik. 412 pesanan, semuanya sudah di server."_s, u"Setiap perangkat terdengar dalam satu detik terakhir. Terakhir diperiksa 12.41.08."_s);
    }
    column->addWidget(health);
    column->addLayout(figures(m, problems));
    column->addSpacing(m.at24(12));
    if (problems) {
        column->addLayout(problemsBody(m, page), 1);
    } else {
        column->addWidget(new Label(Type::AdminHead, u"Perangkat"_s));
        column->addLayout(devices(m));
        column->addStretch();
    }
    whole->addLayout(column, 1);
    return page;
}

} // namespace saji::gallery
