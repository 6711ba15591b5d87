// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! Cancel, language, accessibility, help: always at the very bottom, always in the same order.
class UtilityRow : public Control
{
    Q_OBJECT
public:
    struct Item
    {
        QString icon{};
        QString text{};
        bool warning = false; //!< red words
        bool enabled = true;
        QString accessible{}; //!< when the text does not say enough ("English" = change the language)
    };

    explicit UtilityRow(QWidget *parent = nullptr);

    void setItems(const QList<Item> &items);
    //! For leaf grounds.
    void setGlass(bool glass);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int targetCount() const override { return int(m_items.size()); }
    Target target(int index) const override;
    void press(int index) override;

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rows() const;

    QList<Item> m_items;
    bool m_glass = false;
};

} // namespace saji
