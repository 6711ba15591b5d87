// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/healthpresenter.h>
#include <widgets/ground.h>

namespace saji {

class Card;
class DataTable;
class EmptyState;
class Label;

//! Every device as a row of a table, worst first.
class DevicesPage : public Ground
{
    Q_OBJECT

public:
    explicit DevicesPage(HealthPresenter &health, QWidget *parent = nullptr);

    void refresh();

private:
    HealthPresenter &m_presenter;
    Label *m_head;
    Label *m_count;
    Card *m_card;
    DataTable *m_table;
    EmptyState *m_empty;
};

} // namespace saji
