// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <kitchen/kitchen.h>

#include <QSettings>

namespace saji {

//! What a cook has chosen on this screen: language, volume, mute. Lies in the data folder, so that a copied folder takes it along.
class StationMemory
{
public:
    explicit StationMemory(const QString &dataFolder);

    //! Fills in what was chosen last; `languageGiven` = a flag has said it, and wins.
    void recall(KitchenSettings &settings, bool languageGiven) const;
    //! From now on writes down what is chosen.
    void follow(Kitchen &kitchen);

private:
    QSettings m_settings;
};

} // namespace saji
