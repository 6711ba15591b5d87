// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>
#include <widgets/roles.h>

#include <QPersistentModelIndex>
#include <QPointer>

class QAbstractItemModel;

namespace saji {

//! A small fact with an icon ("Halal", "Sekitar 6 menit"): no button.
class Tag : public Themed
{
    Q_OBJECT
public:
    enum class Kind { Good, Allergen, Neutral, Hint, Bad, Promo, Glass, Leaf };

    Tag(const QString &text, const QString &icon = {}, Kind kind = Kind::Neutral, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setIcon(const QString &icon);
    void setKind(Kind kind);
    //! Large: 78 high as on the number screen; else 50.
    void setLarge(bool large);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ColorPair pair() const;
    QString m_text, m_icon;
    Kind m_kind;
    bool m_large = false;
};

//! A chip that is chosen or not: monogram or icon, and a word.
class Chip : public Control
{
    Q_OBJECT
public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setIcon(const QString &icon);
    void setMonogram(const QString &letters, QRgb hue);
    void setChecked(bool checked);
    bool checked() const { return m_checked; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    Target target(int index) const override;
    void press(int index = 0) override;
    Shadow shadow() const override { return m_checked ? Shadow::None : Shadow::Card; }
    qreal shadowRadius() const override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text, m_icon, m_monogram;
    QRgb m_hue = 0;
    bool m_checked = false;
};

//! One row of chips from a model (title; icon or monogram + hue), one of them current. Wider than the widget, it scrolls by arrow
//! buttons at its ends and by drag, and fades at the edge so that a cut chip says "more".
class ChipRow : public Control
{
    Q_OBJECT
public:
    explicit ChipRow(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model);
    void setRoles(const TileRoles &roles);
    int currentRow() const { return m_currentRow; }
    void setCurrentRow(int row);
    //! Free space left and right of the first and last chip, so that the row may run to the screen's edge; pixels.
    void setEdge(int pixels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int targetCount() const override;
    Target target(int index) const override;
    void press(int index) override;

signals:
    void currentRowChanged(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;
    void changeEvent(QEvent *event) override;
    bool dragStarted(const QPointF &from, const QPointF &to) override;
    void dragMoved(const QPointF &to) override;
    void dragEnded(const QPointF &to, const QPointF &velocity) override;

private:
    void wearModel();
    void measure();
    void scrollTo(qreal offset, bool animated);
    qreal maxOffset() const;
    bool overflows() const;
    QRectF chipBox(int row) const;
    QRectF arrowBox(bool next) const;
    void paintChip(QPainter &painter, int row);
    void paintArrow(QPainter &painter, bool next);

    QPointer<QAbstractItemModel> m_model;
    TileRoles m_roles;
    QList<qreal> m_lefts, m_widths;
    int m_currentRow = 0;
    int m_edge = 0;
    qreal m_offset = 0;
    qreal m_dragOffset = 0;
    QPointF m_dragFrom;
    Tween *m_scroll = nullptr;
};

} // namespace saji
