// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <QTableView>

namespace saji {

//! A table for the admin panel: rows of 50, hairlines, text left, figures right in equal cells, no zebra, no vertical lines.
//!
//! Any model with headers; columns are told how they look. Sorting is the model's business.
class DataTable : public QTableView
{
    Q_OBJECT
public:
    enum class Column {
        Text,                //!< secondary text
        Strong,              //!< the row's name
        Figures,             //!< right, digits in cells
        State,               //!< a lamp (Lamp as int in lampRole) and its word
        Icon,                //!< an icon by name
        Steps                //!< a chain of steps (setSteps)
    };

    explicit DataTable(QWidget *parent = nullptr);

    //! `width` in pixels at the 24" reference; 0 = takes what is left.
    void setColumn(int column, Column kind, int width = 0);
    //! Where the model keeps the lamp of a State column; default Qt::UserRole.
    void setLampRole(int role);
    int lampRole() const { return m_lampRole; }
    //! The signs of a Steps column (see drawSteps), and where the model keeps its bits.
    void setSteps(const QStringList &signs, int role);

    Column kind(int column) const { return m_columns.value(column).kind; }

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Shape { Column kind = Column::Text; int width = 0; };
    class Painter;
    class Head;
    void wear();
    void layColumns();

    QHash<int, Shape> m_columns;
    int m_lampRole = Qt::UserRole;
    QStringList m_signs;
    int m_stepsRole = Qt::UserRole;
};

} // namespace saji
