// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

namespace saji {

class BasketPanel;
class BrandMark;
class CategoryRail;
class ChipRow;
class EmptyState;
class IconButton;
class Label;
class Pager;
class PrimaryBar;
class ProductGrid;
class SeatedTop;
class TouchButton;

//! The menu: outlets, categories, dishes, and the basket; the same parts in four arrangements (portrait, large text, seated, landscape).
class MenuScreen : public Screen
{
    Q_OBJECT

public:
    MenuScreen(Journey &journey, QWidget *parent);

    //! "product:101" for a dish on the open page; empty when it is on another.
    Q_INVOKABLE QRect targetRect(const QString &name) const;
    const ProductGrid &grid() const { return *m_grid; }

signals:
    //! A frame with a dish that can be tapped has been painted; once.
    void sellable();

protected:
    void speak() override;
    void arrange() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectParts();
    void followPlace();
    void showBasket();
    void arrangePortrait();
    void arrangeSeated();
    void arrangeLandscape();
    void arrangeHead(Space &space);
    void arrangeFoot(Space &space);
    QRect arrangeBody(Space &space, int railWidth);

    SeatedTop *m_seatedTop = nullptr;
    BasketPanel *m_panel = nullptr;
    IconButton *m_back;
    BrandMark *m_brand;
    TouchButton *m_service;
    Banner *m_banner;
    ChipRow *m_outlets;
    CategoryRail *m_categories;
    Label *m_title;
    Label *m_subtitle;
    Pager *m_pager;
    ProductGrid *m_grid;
    EmptyState *m_empty;
    PrimaryBar *m_bar;
    Utilities *m_utilities;
    bool m_sellable = false;
};

} // namespace saji
