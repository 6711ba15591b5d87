// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/productpresenter.h>

#include <widgets/themed.h>

namespace saji {

class GroupHead;
class OptionTile;
class SegmentRow;

//! One modifier group of a dish: its head with the rule, and its options as tiles in columns or, for spice, as one row of chillies.
class OptionGroup : public Themed
{
    Q_OBJECT

public:
    explicit OptionGroup(const OptionGroupView &group, QWidget *parent = nullptr);

    ModifierGroupId id() const { return m_group.id; }
    //! The same group with other words or choices.
    void show(const OptionGroupView &group);
    void setUnmet(bool unmet);
    //! Something else in the cell behind the last option, or in a row of its own; null takes it away.
    void setExtra(QWidget *extra);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

signals:
    void toggled(ModifierId modifier);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;

private:
    int columns(int width) const;
    int rowHeight(int width) const;
    QList<QWidget *> cells() const;
    void place();

    OptionGroupView m_group;
    GroupHead *m_head;
    SegmentRow *m_segments = nullptr;
    QList<OptionTile *> m_tiles;
    QWidget *m_extra = nullptr;
};

} // namespace saji
