// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

namespace saji {

class BrandMark;
class CardButton;
class Label;
class OptionTile;
class TouchButton;
class IconView;
class IconButton;

//! Eat here or take away; the language; and the three wishes of accessibility that must be found without looking for them.
class ServiceScreen : public Screen
{
    Q_OBJECT

public:
    ServiceScreen(Journey &journey, QWidget *parent);

protected:
    void speak() override;
    void arrange() override;

private:
    void arrangeChoices(Space &space);
    void arrangeFoot(Space &space);
    void arrangeLanguages(Space row);
    void arrangeWishes(Space row);
    void showAccess();
    QString greeting() const;

    BrandMark *m_brand;
    IconButton *m_back;
    Label *m_question;
    CardButton *m_dineIn;
    CardButton *m_takeaway;
    Label *m_languageHead;
    QList<OptionTile *> m_languages;
    Label *m_accessHead;
    TouchButton *m_seated;
    TouchButton *m_largeText;
    TouchButton *m_contrast;
    IconView *m_helpIcon;
    Label *m_help;
};

} // namespace saji
