// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

class ProductGrid;

//! Page up, "1 / 4", page down; disables what leads nowhere and hides when there is one page only.
class Pager : public Control
{
    Q_OBJECT
public:
    explicit Pager(QWidget *parent = nullptr);

    //! Follows the grid and turns it.
    void setGrid(ProductGrid *grid);
    void setPage(int page, int pageCount);
    int page() const { return m_page; }
    int pageCount() const { return m_count; }
    //! Without the figures, for one-line heads.
    void setCompact(bool compact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    int targetCount() const override { return 2; }
    Target target(int index) const override;
    void press(int index) override;

signals:
    void previous();
    void next();

protected:
    void paintEvent(QPaintEvent *event) override;
    int debounceMs() const override { return 120; }

private:
    int m_page = 0;
    int m_count = 1;
    bool m_compact = false;
};

} // namespace saji
