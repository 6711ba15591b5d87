// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <admin/admin.h>

#include <QSettings>

namespace saji {

//! What was chosen on this panel: language, and day or night. Lies in the data folder.
class PanelMemory
{
public:
    explicit PanelMemory(const QString &dataFolder);

    //! Fills in what was chosen last; what a flag has given wins.
    void recall(AdminSettings &settings, bool languageGiven, bool lookGiven) const;
    //! From now on writes down what is chosen.
    void follow(Admin &admin);

private:
    QSettings m_settings;
};

} // namespace saji
