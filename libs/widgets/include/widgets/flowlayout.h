// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace saji {

//! Sets widgets into lines, as words in a text: tags in their own widths, or tiles in equal columns that become fewer as type grows.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    //! Equal columns, as many as fit at this least width in pixels, `most` at best; 0 = natural widths.
    void setColumns(int leastWidth, int most = 2);

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int lay(const QRect &rect, bool really) const;
    int layColumns(const QRect &rect, bool really) const;

    QList<QLayoutItem *> m_items;
    int m_columnWidth = 0;
    int m_mostColumns = 2;
};

} // namespace saji
