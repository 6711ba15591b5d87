// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>
#include <widgets/roles.h>

#include <QPointer>

class QAbstractItemModel;

namespace saji {

//! The categories of a menu: pictures and words at the left edge, one chosen; as one row when horizontal or narrow.
//!
//! Cells share the height that is there; when they do not fit (many categories, large text) the last cell pages on.
class CategoryRail : public Control
{
    Q_OBJECT
public:
    explicit CategoryRail(Qt::Orientation orientation = Qt::Vertical, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model);
    void setRoles(const TileRoles &roles);
    void setOrientation(Qt::Orientation orientation);
    int currentRow() const { return m_currentRow; }
    void setCurrentRow(int row);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int targetCount() const override;
    Target target(int index) const override;
    void press(int index) override;

signals:
    void currentRowChanged(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;
    void changeEvent(QEvent *event) override;
    bool dragStarted(const QPointF &from, const QPointF &to) override;
    void dragMoved(const QPointF &to) override;
    void dragEnded(const QPointF &to, const QPointF &velocity) override;

private:
    struct Page { int first = 0; int count = 0; bool more = false; };
    Page page() const;
    int perPage() const;
    bool pictures() const;
    QRectF cellBox(int place) const;
    qreal horizontalCellWidth(int row) const;
    void turn(int pages);
    void paintCell(QPainter &painter, int place, int row);
    void paintMore(QPainter &painter, int place);
    QString text(int row) const;

    QPointer<QAbstractItemModel> m_model;
    TileRoles m_roles;
    Qt::Orientation m_orientation;
    int m_currentRow = 0;
    int m_first = 0;
    QPointF m_dragFrom;
};

} // namespace saji
