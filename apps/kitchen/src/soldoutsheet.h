// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/soldoutmodel.h>
#include <widgets/control.h>
#include <widgets/sheet.h>

namespace saji {

class Label;
class ScrollArea;
class SoldOutGrid;
class TouchButton;

//! All dishes of the outlet: a touch marks one as sold out on every kiosk, another takes the mark away.
class SoldOutSheet : public Sheet
{
    Q_OBJECT

public:
    SoldOutSheet(SoldOutModel &model, QWidget *host);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void fit();

    SoldOutModel &m_model;
    Label *m_title;
    Label *m_help;
    TouchButton *m_done;
    ScrollArea *m_area;
    SoldOutGrid *m_grid;
};

//! The dishes as cells, three or four to a row, each as large as a finger.
class SoldOutGrid : public Control
{
    Q_OBJECT

public:
    explicit SoldOutGrid(SoldOutModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    int targetCount() const override { return m_model.rowCount(); }
    Target target(int index) const override;
    void press(int index) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int columns(int width) const;
    QRectF cell(int index) const;

    SoldOutModel &m_model;
};

} // namespace saji
