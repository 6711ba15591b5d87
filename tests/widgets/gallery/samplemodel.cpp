// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplemodel.h"

using namespace Qt::StringLiterals;

namespace saji::gallery {

SampleModel::SampleModel(QList<Sample> samples, QObject *parent) : QAbstractListModel(parent), m_samples(std::move(samples))
{
}

int SampleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

QVariant SampleModel::data(const QModelIndex &index, int role) const
{
    const Sample &s = m_samples.at(index.row());
    switch (role) {
    case TitleRole: return s.title;
    case ArtRole: return s.art;
    case SubtitleRole: return s.outlet;
    case PriceRole: return s.price;
    case MonogramRole: return s.monogram;
    case HueRole: return s.hue;
    case BadgeRole: return s.badge;
    case BadgeKindRole: return int(s.badgeKind);
    case CountRole: return s.count;
    case SoldOutRole: return s.soldOut;
    case SoldOutTextRole: return u"Habis hari ini"_s;
    case IconRole: return s.icon;
    default: return {};
    }
}

void SampleModel::addOne(int row)
{
    ++m_samples[row].count;
    emit dataChanged(index(row), index(row), {CountRole});
}

QList<Sample> dishes(int count)
{
    const QList<Sample> some = {
        {u"Sate ayam Madura"_s, u"sate"_s, u"Rp 38.000"_s, u"PK"_s, u"Sate Pak Kumis"_s, 0xA3281B, u"Terlaris"_s, Badge::Best, 1},
        {u"Soto ayam Lamongan"_s, u"soto"_s, u"Rp 28.000"_s, u"BT"_s, u"Soto Bu Tini"_s, 0x8A5A00, u"Terlaris"_s, Badge::Best, 2},
        {u"Nasi rendang sapi"_s, u"rendang"_s, u"Rp 45.000"_s, u"DM"_s, u"Dapur Minang"_s, 0x8C1D3F, u"Pedas"_s, Badge::Spicy},
        {u"Nasi goreng kampung"_s, u"nasi_goreng"_s, u"Rp 32.000"_s, u"MN"_s, u"Gado-Gado Mpok Nur"_s, 0x1F6B2A},
        {u"Bakso urat spesial"_s, u"bakso"_s, u"Rp 30.000"_s, u"MJ"_s, u"Bakso Mas Joko"_s, 0x0D4F8B},
        {u"Gado-gado siram"_s, u"gado_gado"_s, u"Rp 27.000"_s, u"MN"_s, u"Gado-Gado Mpok Nur"_s, 0x1F6B2A, u"Vegetarian"_s, Badge::Vegetarian},
        {u"Mie ayam jamur"_s, u"mie_ayam"_s, u"Rp 26.000"_s, u"MJ"_s, u"Bakso Mas Joko"_s, 0x0D4F8B},
        {u"Es cendol"_s, u"es_cendol"_s, u"Rp 18.000"_s, u"EK"_s, u"Es & Kopi Kampung"_s, 0x5B3A8C},
        {u"Martabak manis keju cokelat kacang istimewa"_s, u"martabak"_s, u"Rp 42.000"_s, u"BR"_s, u"Martabak Bang Rudi"_s, 0x9A4300, u"Promo"_s, Badge::Promo},
        {u"Rawon daging"_s, u"rawon"_s, u"Rp 38.000"_s, u"BT"_s, u"Soto Bu Tini"_s, 0x8A5A00, {}, Badge::None, 0, true},
        {u"Perkedel kentang"_s, u"perkedel"_s, u"Rp 9.000"_s, u"BT"_s, u"Soto Bu Tini"_s, 0x8A5A00},
        {u"Es teh manis"_s, u"es_teh"_s, u"Rp 8.000"_s, u"EK"_s, u"Es & Kopi Kampung"_s, 0x5B3A8C},
    };
    QList<Sample> all;
    for (int i = 0; i < count; ++i)
        all.append(some.at(i % some.size()));
    return all;
}

QList<Sample> categories()
{
    QList<Sample> all;
    const QList<QPair<QString, QString>> names = {{u"Terlaris"_s, u"sate"_s}, {u"Nasi"_s, u"nasi_goreng"_s}, {u"Soto & sup"_s, u"soto"_s}, {u"Mie & bakso"_s, u"bakso"_s},
                                                  {u"Sayur"_s, u"gado_gado"_s}, {u"Camilan"_s, u"martabak"_s}, {u"Es & jus"_s, u"es_cendol"_s}, {u"Kopi & teh"_s, u"kopi"_s}};
    for (const auto &[name, art] : names)
        all.append({name, art});
    return all;
}

QList<Sample> outlets()
{
    QList<Sample> all;
    Sample every{u"Semua gerai"_s};
    every.icon = u"grid"_s;
    all.append(every);
    const QList<std::tuple<QString, QString, QRgb>> names = {{u"Soto Bu Tini"_s, u"BT"_s, 0x8A5A00}, {u"Sate Pak Kumis"_s, u"PK"_s, 0xA3281B},
                                                             {u"Dapur Minang"_s, u"DM"_s, 0x8C1D3F}, {u"Bakso Mas Joko"_s, u"MJ"_s, 0x0D4F8B},
                                                             {u"Gado-Gado Mpok Nur"_s, u"MN"_s, 0x1F6B2A}, {u"Martabak Bang Rudi"_s, u"BR"_s, 0x9A4300},
                                                             {u"Es & Kopi Kampung"_s, u"EK"_s, 0x5B3A8C}};
    for (const auto &[name, letters, hue] : names) {
        Sample outlet{name};
        outlet.monogram = letters;
        outlet.hue = hue;
        all.append(outlet);
    }
    return all;
}

} // namespace saji::gallery
