// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! The places of the admin panel, one of them current, each with an icon and perhaps a count of what needs a look.
class NavList : public Control
{
    Q_OBJECT
public:
    struct Item
    {
        QString icon{};
        QString text{};
        int count = 0;
    };

    explicit NavList(QWidget *parent = nullptr);

    void setItems(const QList<Item> &items);
    void setCount(int index, int count);
    void setCurrent(int index);
    int current() const { return m_currentItem; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    int targetCount() const override { return int(m_items.size()); }
    Target target(int index) const override;
    void press(int index) override;

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Item> m_items;
    int m_currentItem = 0;
};

} // namespace saji
