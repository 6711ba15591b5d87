// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/smallmenu.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QString rupiah(int amount)
{
    return QString::number(amount) + u".00"_s;
}

QJsonObject outlet(int id, const QString &name)
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"monogram"_s, name.left(2).toUpper()}, {u"hue"_s, u"#8A5A00"_s},
            {u"tax"_s, QJsonObject{{u"name"_s, u"PB1"_s}, {u"rate"_s, u"10.00"_s}}}, {u"sort"_s, id}};
}

QJsonObject station(int outletId)
{
    return {{u"code"_s, u"station.%1"_s.arg(outletId)}, {u"outlet"_s, outletId}, {u"name"_s, u"Dapur %1"_s.arg(outletId)}};
}

QJsonObject product(int id, const QString &name, int price)
{
    const int outletId = id / 10;
    QJsonObject made{{u"id"_s, id}, {u"outlet"_s, outletId}, {u"category"_s, 1}, {u"name"_s, name}, {u"price"_s, rupiah(price)},
                     {u"art"_s, u"soto"_s}, {u"station"_s, u"station.%1"_s.arg(outletId)}, {u"sort"_s, id}};
    if (id == 11)
        made.insert(u"modifier_groups"_s, QJsonArray{1});
    return made;
}

QJsonObject portionGroup()
{
    const QJsonArray modifiers{QJsonObject{{u"id"_s, 101}, {u"name"_s, u"Biasa"_s}, {u"default"_s, true}},
                               QJsonObject{{u"id"_s, 102}, {u"name"_s, u"Besar"_s}, {u"price_adjustment"_s, u"4000.00"_s}}};
    return {{u"id"_s, 1}, {u"name"_s, u"Porsi"_s}, {u"min"_s, 1}, {u"max"_s, 1}, {u"modifiers"_s, modifiers}};
}

} // namespace

QByteArray smallMenuFile(const QString &store, int priceOfSoto)
{
    const QJsonObject file{
        {u"format"_s, u"saji-menu/1"_s},
        {u"store"_s, QJsonObject{{u"code"_s, store}, {u"name"_s, u"Pasar Saji"_s}, {u"currency"_s, u"IDR"_s}, {u"time_zone"_s, u"Asia/Jakarta"_s}}},
        {u"outlets"_s, QJsonArray{outlet(1, u"Soto"_s), outlet(2, u"Sate"_s), outlet(3, u"Minum"_s)}},
        {u"stations"_s, QJsonArray{station(1), station(2), station(3)}},
        {u"categories"_s, QJsonArray{QJsonObject{{u"id"_s, 1}, {u"name"_s, u"Semua"_s}, {u"art"_s, u"soto"_s}}}},
        {u"modifier_groups"_s, QJsonArray{portionGroup()}},
        {u"products"_s, QJsonArray{product(11, u"Soto ayam"_s, priceOfSoto), product(12, u"Rawon"_s, 10'000), product(21, u"Sate ayam"_s, 20'000),
                                   product(22, u"Sate kambing"_s, 20'000), product(31, u"Es teh"_s, 30'000), product(32, u"Es jeruk"_s, 30'000)}},
    };
    return QJsonDocument(file).toJson();
}

} // namespace saji
