// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/outboxmodel.h>
#include <widgets/themed.h>

namespace saji {

class DataTable;

//! Orders that are not done with as a table on a card, one of them chosen: the first until somebody chooses.
class OutboxTable : public Themed
{
    Q_OBJECT

public:
    //! Waiting: how far each has come. Quarantine: what the server says of it.
    enum class Kind { Waiting, Quarantine };

    OutboxTable(OutboxModel &model, Kind kind, QWidget *parent = nullptr);

    OrderId currentOrder() const;

    Shadow shadow() const override { return Shadow::Card; }
    qreal shadowRadius() const override { return metrics().radiusAdmin(); }

signals:
    //! By a finger, the mouse or the arrow keys; or the chosen one is gone and the next has taken its place.
    void chosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;

private:
    void place();
    void followModel();

    OutboxModel &m_model;
    DataTable *m_table;
    OrderId m_order; // null = nobody has chosen
    bool m_following = false;
};

} // namespace saji
