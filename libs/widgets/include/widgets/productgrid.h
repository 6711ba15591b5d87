// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>
#include <widgets/producttile.h>
#include <widgets/roles.h>

#include <QCache>
#include <QPixmap>
#include <QPointer>

class QAbstractItemModel;

namespace saji {

//! Pages through a model of products as tiles; as many columns and rows as the size and the text scale allow.
//!
//! Touches only the rows of the page on screen (and asks for the pictures of the next), so 10,000 rows cost what 6 cost. Turned by its
//! pager, Page Up/Down or a swipe; never by momentum. The whole tile is the target: activated() opens the product.
class ProductGrid : public Control
{
    Q_OBJECT
public:
    explicit ProductGrid(QWidget *parent = nullptr);
    ~ProductGrid() override;

    void setModel(QAbstractItemModel *model);
    QAbstractItemModel *model() const;
    void setRoles(const TileRoles &roles);
    //! Rows per page follow from this; default 88 mm, the seated screen takes 68.
    void setMinimumTileHeight(qreal mm);
    //! Columns follow from this; default 76 mm.
    void setMinimumTileWidth(qreal mm);

    int columns() const;
    int rows() const;
    int perPage() const { return columns() * rows(); }
    int page() const { return m_page; }
    int pageCount() const;
    void setPage(int page, bool animated = true);
    //! Turns to the page that shows this row.
    void reveal(int row);
    //! Where a row's tile lies now; empty when it is on another page.
    QRect tileRect(int row) const;

    //! Tiles keep this distance from the widget's edges, for their shadows: subtract it from the margins around the grid.
    int inset() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int targetCount() const override;
    Target target(int index) const override;
    QString targetName(int index) const override;
    void press(int index) override;

public slots:
    void nextPage();
    void previousPage();

signals:
    //! A finger, mouse or key chose this product.
    void activated(const QModelIndex &index);
    void pageChanged(int page, int pageCount);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void themeChanged() override;
    bool dragStarted(const QPointF &from, const QPointF &to) override;
    void dragMoved(const QPointF &to) override;
    void dragEnded(const QPointF &to, const QPointF &velocity) override;

private:
    struct Tile { TileContent content; QPixmap pixmap; bool complete = false; };

    QRectF tileBox(int place) const;
    QSizeF tileSize() const;
    bool wide() const { return columns() == 1; }
    int rowCount() const;
    int rowAt(int place) const { return m_page * perPage() + place; }
    Tile *tile(int row);
    void paintPage(QPainter &painter, int page, const QRect &area);
    void paintTile(QPainter &painter, int row, const QRectF &box, int place);
    void connectModel();
    void dataChanged(int first, int last, const QList<int> &roles);
    void recount();
    void forgetTiles();
    void prefetch();
    void artReady(const QString &name);

    QPointer<QAbstractItemModel> m_model;
    TileRoles m_roles;
    qreal m_tileHeightMm = 88;
    qreal m_tileWidthMm = 76;
    QCache<int, Tile> m_tiles;
    int m_page = 0;
    int m_oldPage = -1;
    qreal m_turn = 0;        // milliseconds into a page turn
    int m_poppedRow = -1;
    qreal m_pop = 1;
    QPointF m_dragFrom;
    Tween *m_turning = nullptr;
    Tween *m_popping = nullptr;
    QMetaObject::Connection m_artReady;
};

} // namespace saji
