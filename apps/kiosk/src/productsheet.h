// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

#include <widgets/sheet.h>

namespace saji {

class DishZone;
class FlowBox;
class Hairline;
class IconButton;
class Label;
class Monogram;
class NoteSheet;
class OptionGroup;
class ScrollArea;
class Stepper;
class Tag;
class TouchButton;

//! One dish: what it is, what may be chosen, how many, and the one button that puts it into the basket.
class ProductForm : public Screen
{
    Q_OBJECT

public:
    ProductForm(Journey &journey, QWidget *parent);

    //! A dish has been opened: from the top, nothing marked as missing.
    void begin();

signals:
    void noteWanted();

protected:
    void speak() override;
    void arrange() override;

private:
    void furnish();
    void show();
    void showGroups();
    void showTags();
    void showAction();
    void act();
    void arrangePortrait();
    void arrangeLandscape();
    void arrangeWords(Space words);
    int wordsHeight(int width) const;
    void showDish(const QRectF &box);
    void arrangeFoot(Space &space);

    DishZone *m_zone;
    IconButton *m_close;
    Monogram *m_monogram;
    Label *m_outlet;
    Label *m_title;
    Label *m_price;
    ScrollArea *m_scroll;
    QWidget *m_about;
    Label *m_description;
    FlowBox *m_tags;
    QList<OptionGroup *> m_groups;
    TouchButton *m_note;
    Hairline *m_line;
    Stepper *m_stepper;
    TouchButton *m_add;
    Utilities *m_utilities;
    ProductId m_shown;
    bool m_marked = false; //!< the guest has asked for what is not complete yet
};

//! The sheet that holds a dish, and the one for its note on top of it.
class ProductSheet : public Sheet
{
    Q_OBJECT

public:
    ProductSheet(Journey &journey, QWidget *host);

    void openDish();
    //! As high as this window and guest need it.
    void fit();
    void closeAll();

private:
    Journey &m_journey;
    ProductForm *m_form;
    NoteSheet *m_note = nullptr;
};

} // namespace saji
