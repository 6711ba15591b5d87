// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace saji {

//! Lays its children side by side and begins a new line where they no longer fit.
class FlowBox : public QWidget
{
    Q_OBJECT

public:
    explicit FlowBox(QWidget *parent = nullptr);

    //! Takes over the widgets; those before are deleted.
    void fill(const QList<QWidget *> &widgets);
    void setGaps(int horizontal, int vertical);
    //! Children share the width in equal cells of at least this size; 0 = each as wide as it wants.
    void setCellWidth(int least);
    const QList<QWidget *> &widgets() const { return m_widgets; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, heightForWidth(width())}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int lay(int width, bool move) const;

    QList<QWidget *> m_widgets;
    int m_horizontal = 0;
    int m_vertical = 0;
    int m_cell = 0;
};

} // namespace saji
