// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/metrics.h>

#include "log.h"
#include "tuning.h"

#include <QFontDatabase>
#include <QScreen>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

Q_LOGGING_CATEGORY(widgetsLog, "saji.widgets")

namespace {

constexpr qreal capOfEm = 0.72; // Manrope
constexpr qreal productCapMm = 5.4;

struct Role
{
    Type type;
    qreal capMm;
    QFont::Weight weight;
};

// The table of section 3; the admin's five are given in pixels of the 24" screen there (44, 56, 24, 19, 17).
constexpr Role roles[] = {
    {Type::Number, 53, QFont::ExtraBold}, {Type::Attract, 26.4, QFont::ExtraBold}, {Type::Display, 15, QFont::ExtraBold},
    {Type::Title, 10.7, QFont::ExtraBold}, {Type::Section, 7.3, QFont::ExtraBold}, {Type::Product, 5.4, QFont::Bold},
    {Type::Text, 4.7, QFont::DemiBold}, {Type::Caption, 4.3, QFont::DemiBold}, {Type::Small, 3.75, QFont::Bold},
    {Type::KitchenNumber, 18.1, QFont::ExtraBold}, {Type::KitchenAge, 7.2, QFont::ExtraBold}, {Type::KitchenState, 6.2, QFont::ExtraBold},
    {Type::KitchenItem, 6.0, QFont::Bold}, {Type::KitchenModifier, 5.0, QFont::DemiBold}, {Type::KitchenHeader, 4.5, QFont::DemiBold},
    {Type::AllDayCount, 12.8, QFont::ExtraBold},
    {Type::AdminSentence, 8.78, QFont::ExtraBold}, {Type::AdminFigure, 11.17, QFont::ExtraBold}, {Type::AdminHead, 4.79, QFont::ExtraBold},
    {Type::AdminText, 3.79, QFont::DemiBold}, {Type::AdminSmall, 3.39, QFont::DemiBold},
};

const Role &roleOf(Type type)
{
    const auto role = std::find_if(std::begin(roles), std::end(roles), [type](const Role &r) { return r.type == type; });
    Q_ASSERT(role != std::end(roles));
    return *role;
}

QString family()
{
    static const QString name = [] {
        const QString manrope = u"Manrope"_s;
        if (QFontDatabase::hasFamily(manrope))
            return manrope;
        qCWarning(widgetsLog, "The font Manrope is missing; install fonts-manrope. Going on with the system's sans serif.");
        return u"sans-serif"_s;
    }();
    return name;
}

} // namespace

QFont sajiFont(qreal pixels, QFont::Weight weight, qreal spacingPx)
{
    QFont font(family());
    font.setPixelSize(std::max(1, int(std::lround(pixels))));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    const qreal reference = spacingPx > 0 ? spacingPx : pixels;
    const qreal spacing = reference >= 59.5 ? -0.025 : reference >= 34.5 ? -0.015 : 0;
    if (spacing != 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, spacing * pixels);
    return font;
}

Metrics Metrics::forScreen(const QScreen &screen, std::optional<qreal> calibrated)
{
    const auto possible = [](qreal density) { return density >= tuning::leastPxPerMm && density <= tuning::mostPxPerMm; };
    Metrics metrics;
    metrics.pxPerMm = tuning::usualPxPerMm;
    if (const qreal physical = screen.physicalDotsPerInch() / 25.4; possible(physical))
        metrics.pxPerMm = physical;
    if (calibrated && possible(*calibrated))
        metrics.pxPerMm = *calibrated;
    return metrics;
}

Metrics Metrics::fitted(const QSize &window)
{
    Metrics metrics;
    const bool tall = window.height() > window.width();
    const QSizeF reference = tall ? QSizeF(1080, 1920) / portrait215 : QSizeF(1920, 1080) / landscape24;
    metrics.pxPerMm = std::min(window.width() / reference.width(), window.height() / reference.height());
    return metrics;
}

int Metrics::px(qreal mm) const
{
    return int(std::lround(mm * pxPerMm));
}

int Metrics::at215(qreal reference) const
{
    return int(std::lround(reference / portrait215 * pxPerMm));
}

int Metrics::at24(qreal reference) const
{
    return int(std::lround(reference / landscape24 * pxPerMm));
}

int Metrics::row(qreal mm) const
{
    return int(std::lround(mm * pxPerMm * textScale / 100));
}

int Metrics::rowAt215(qreal reference) const
{
    return row(reference / portrait215);
}

int Metrics::rowAt24(qreal reference) const
{
    return row(reference / landscape24);
}

int Metrics::icon215(qreal reference) const
{
    return int(std::lround(at215(reference) * (100 + (textScale - 100) / 2.0) / 100));
}

qreal Metrics::stroke(qreal reference215) const
{
    return std::max(1.0, reference215 / portrait215 * pxPerMm);
}

qreal Metrics::grownMm(qreal mm) const
{
    return mm + std::min(mm, productCapMm) * (textScale - 100) / 100;
}

qreal Metrics::capMm(Type type) const
{
    return grownMm(roleOf(type).capMm);
}

int Metrics::fontPx(Type type) const
{
    return std::max(1, int(std::lround(capMm(type) * pxPerMm / capOfEm)));
}

QFont Metrics::font(Type type, std::optional<QFont::Weight> weight) const
{
    return sajiFont(fontPx(type), weight.value_or(roleOf(type).weight), capMm(type) * portrait215 / capOfEm);
}

QFont Metrics::fontAt215(qreal reference, QFont::Weight weight) const
{
    const qreal scaled = grownMm(reference * capOfEm / portrait215) * portrait215 / capOfEm;
    return sajiFont(scaled / portrait215 * pxPerMm, weight, scaled);
}

QFont Metrics::fontAt24(qreal reference, QFont::Weight weight) const
{
    return fontAt215(reference * portrait215 / landscape24, weight);
}

} // namespace saji
