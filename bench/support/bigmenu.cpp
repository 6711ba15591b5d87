// SPDX-License-Identifier: GPL-3.0-or-later
#include "bigmenu.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace saji::bench {
namespace {

constexpr int outlets = 12;
constexpr int categories = 20;
const QStringList arts{u"soto"_s, u"sate"_s, u"nasi_goreng"_s, u"bakso"_s, u"gado_gado"_s, u"martabak"_s, u"es_teh"_s, u"kopi"_s, u"rendang"_s, u"rawon"_s};

QJsonObject text(const QString &id, const QString &en)
{
    return {{u"id"_s, id}, {u"en"_s, en}};
}

QJsonArray modifiers(int group)
{
    QJsonArray list;
    for (int i = 0; i < 4; ++i) {
        list.append(QJsonObject{{u"id"_s, group * 10 + i},
                                {u"name"_s, text(u"Tambahan %1"_s.arg(i + 1), u"Extra %1"_s.arg(i + 1))},
                                {u"price_adjustment"_s, u"%1.00"_s.arg(i * 1000)},
                                {u"kind"_s, i == 0 ? u"plain"_s : u"extra"_s}});
    }
    return list;
}

QJsonObject product(int n)
{
    const int outlet = n % outlets + 1;
    return {{u"id"_s, n},
            {u"outlet"_s, outlet},
            {u"category"_s, n % categories + 1},
            {u"name"_s, text(u"Hidangan khas nomor %1"_s.arg(n), u"House dish number %1"_s.arg(n))},
            {u"description"_s, text(u"Dimasak segar dengan bumbu pilihan, disajikan hangat bersama sambal dan kerupuk."_s,
                                    u"Cooked fresh with chosen spices, served warm with sambal and crackers."_s)},
            {u"price"_s, u"%1.00"_s.arg(10000 + (n * 500) % 60000)},
            {u"art"_s, arts.at(n % arts.size())},
            {u"station"_s, u"s%1"_s.arg(outlet)},
            {u"modifier_groups"_s, QJsonArray{n % 50 + 1, (n + 7) % 50 + 1}},
            {u"allergens"_s, QJsonArray{u"eggs"_s, u"gluten"_s}},
            {u"halal"_s, u"yes"_s},
            {u"spice"_s, n % 4},
            {u"best_seller"_s, n % 200 == 0},
            {u"minutes"_s, n % 15 + 1},
            {u"sort"_s, n}};
}

} // namespace

QByteArray bigMenu(int products)
{
    QJsonArray outletList, stationList, categoryList, groupList, productList;
    for (int i = 1; i <= outlets; ++i) {
        outletList.append(QJsonObject{{u"id"_s, i},
                                      {u"name"_s, u"Gerai %1"_s.arg(i)},
                                      {u"monogram"_s, u"G%1"_s.arg(QChar(u'A' + i - 1))},
                                      {u"hue"_s, u"#%1"_s.arg(0x8A5A00 + i * 0x060911, 6, 16, QLatin1Char('0'))},
                                      {u"tax"_s, QJsonObject{{u"name"_s, u"PB1"_s}, {u"rate"_s, u"10.00"_s}}},
                                      {u"sort"_s, i}});
        stationList.append(QJsonObject{{u"code"_s, u"s%1"_s.arg(i)}, {u"outlet"_s, i}, {u"name"_s, u"Dapur"_s}});
    }
    for (int i = 1; i <= categories; ++i) {
        categoryList.append(QJsonObject{
            {u"id"_s, i}, {u"name"_s, text(u"Kategori %1"_s.arg(i), u"Category %1"_s.arg(i))}, {u"art"_s, arts.at(i % arts.size())}, {u"sort"_s, i}});
    }
    for (int i = 1; i <= 50; ++i) {
        groupList.append(QJsonObject{{u"id"_s, i},
                                     {u"name"_s, text(u"Pilihan %1"_s.arg(i), u"Choice %1"_s.arg(i))},
                                     {u"min"_s, 0},
                                     {u"max"_s, 2},
                                     {u"modifiers"_s, modifiers(i)}});
    }
    for (int i = 1; i <= products; ++i)
        productList.append(product(i));
    return QJsonDocument(QJsonObject{{u"format"_s, u"saji-menu/1"_s},
                                     {u"store"_s, QJsonObject{{u"code"_s, u"bench"_s},
                                                              {u"name"_s, u"Pasar Besar"_s},
                                                              {u"currency"_s, u"IDR"_s},
                                                              {u"time_zone"_s, u"Asia/Jakarta"_s}}},
                                     {u"outlets"_s, outletList},
                                     {u"stations"_s, stationList},
                                     {u"categories"_s, categoryList},
                                     {u"modifier_groups"_s, groupList},
                                     {u"products"_s, productList}})
        .toJson(QJsonDocument::Compact);
}

} // namespace saji::bench
