// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/menuwords.h>

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

QDateTime inZone(Milliseconds wall, const QByteArray &timeZone)
{
    const QTimeZone zone(timeZone);
    return QDateTime::fromMSecsSinceEpoch(wall.count(), zone.isValid() ? zone : QTimeZone::utc());
}

} // namespace

QString MenuWords::allergen(Allergen allergen)
{
    switch (allergen) {
    case Allergen::Gluten: return tr("gluten");
    case Allergen::Crustaceans: return tr("prawns & crab");
    case Allergen::Eggs: return tr("egg");
    case Allergen::Fish: return tr("fish");
    case Allergen::Peanuts: return tr("peanuts");
    case Allergen::Soya: return tr("soya");
    case Allergen::Milk: return tr("milk");
    case Allergen::Nuts: return tr("nuts");
    case Allergen::Celery: return tr("celery");
    case Allergen::Mustard: return tr("mustard");
    case Allergen::Sesame: return tr("sesame");
    case Allergen::Sulphites: return tr("sulphites");
    case Allergen::Lupin: return tr("lupin");
    case Allergen::Molluscs: return tr("squid & shellfish");
    }
    return {};
}

QList<Allergen> MenuWords::allAllergens()
{
    using enum Allergen;
    return {Peanuts, Crustaceans, Eggs, Milk, Fish, Soya, Gluten, Nuts, Molluscs, Sesame, Celery, Mustard, Sulphites, Lupin};
}

QString MenuWords::allergens(Allergens allergens)
{
    QStringList words;
    for (const Allergen one : allAllergens()) {
        if (allergens.testFlag(one))
            words << allergen(one);
    }
    return words.join(u", "_s);
}

QString MenuWords::seconds(Milliseconds duration, const QLocale &locale)
{
    const double seconds = double(std::max<qint64>(0, duration.count())) / 1000.0;
    return locale.toString(seconds, 'f', seconds < 10 ? 2 : 1);
}

QString MenuWords::hour(Milliseconds wall, const QByteArray &timeZone, const QLocale &locale)
{
    return inZone(wall, timeZone).toString(locale.language() == QLocale::Indonesian ? u"HH.mm"_s : u"HH:mm"_s);
}

QString MenuWords::moment(Milliseconds wall, Milliseconds now, const QByteArray &timeZone, const QLocale &locale)
{
    const QDate day = inZone(wall, timeZone).date();
    const QString at = hour(wall, timeZone, locale);
    return day == inZone(now, timeZone).date() ? at : u"%1 %2"_s.arg(locale.toString(day, u"d MMM"_s), at);
}

int MenuWords::hourOf(Milliseconds wall, const QByteArray &timeZone)
{
    return inZone(wall, timeZone).time().hour();
}

QString MenuWords::minutes(int minutes)
{
    return minutes > 0 ? tr("± %n min", nullptr, minutes) : QString();
}

QString MenuWords::portions(int count)
{
    return tr("%n portion(s)", nullptr, count);
}

QString MenuWords::percent(int basisPoints, const QLocale &locale)
{
    const int digits = basisPoints % 100 == 0 ? 0 : basisPoints % 10 == 0 ? 1 : 2;
    return locale.toString(basisPoints / 100.0, 'f', digits);
}

} // namespace saji
