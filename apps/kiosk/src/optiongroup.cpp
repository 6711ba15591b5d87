// SPDX-License-Identifier: GPL-3.0-or-later
#include "optiongroup.h"

#include "space.h"

#include <widgets/optiontile.h>
#include <widgets/segmentrow.h>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
constexpr qreal gap215 = 14, headGap215 = 14;
constexpr qreal twoColumnsFromMm = 150; // narrower, or with large text, names would wrap
}

OptionGroup::OptionGroup(const OptionGroupView &group, QWidget *parent) : Themed(parent), m_group(group), m_head(new GroupHead(group.name, group.rule, this))
{
    setObjectName(u"group%1"_s.arg(group.id.value()));
    if (group.spice) {
        m_segments = new SegmentRow(this);
        m_segments->setObjectName(u"spice%1"_s.arg(group.id.value()));
        connect(m_segments, &SegmentRow::chosen, this, [this](int index) { emit toggled(m_group.options.at(index).id); });
    } else {
        for (const OptionView &option : group.options) {
            auto *tile = new OptionTile(group.single ? OptionTile::Mark::Radio : OptionTile::Mark::Check, option.name, option.price, this);
            tile->setObjectName(u"option%1"_s.arg(option.id.value()));
            connect(tile, &OptionTile::clicked, this, [this, id = option.id] { emit toggled(id); });
            m_tiles << tile;
        }
    }
    show(group);
}

void OptionGroup::show(const OptionGroupView &group)
{
    m_group = group;
    m_head->setTitle(group.name);
    m_head->setRule(group.rule);
    int chosen = -1;
    QList<SegmentRow::Segment> segments;
    for (int i = 0; i < group.options.size(); ++i) {
        const OptionView &option = group.options.at(i);
        if (option.chosen)
            chosen = i;
        if (m_segments) {
            segments << SegmentRow::Segment{option.name, u"chili"_s, i, option.available};
            continue;
        }
        m_tiles.at(i)->setText(option.name);
        m_tiles.at(i)->setPrice(option.price);
        m_tiles.at(i)->setChecked(option.chosen);
        m_tiles.at(i)->setEnabled(option.available);
    }
    if (m_segments) {
        m_segments->setSegments(segments);
        m_segments->setCurrent(chosen);
    }
    updateGeometry();
    place();
}

void OptionGroup::setUnmet(bool unmet)
{
    m_head->setUnmet(unmet);
}

void OptionGroup::setExtra(QWidget *extra)
{
    m_extra = extra;
    if (extra) {
        extra->setParent(this);
        extra->show();
    }
    updateGeometry();
    place();
}

int OptionGroup::columns(int width) const
{
    return metrics().textScale < 150 && width >= metrics().px(twoColumnsFromMm) ? 2 : 1;
}

QList<QWidget *> OptionGroup::cells() const
{
    QList<QWidget *> cells(m_tiles.begin(), m_tiles.end());
    if (m_extra)
        cells << m_extra;
    return cells;
}

int OptionGroup::rowHeight(int width) const
{
    const int count = columns(width);
    const int cell = (width - metrics().at215(gap215) * (count - 1)) / count;
    int height = metrics().at215(96);
    for (const QWidget *widget : cells())
        height = std::max(height, Space::heightOf(widget, cell));
    return height;
}

int OptionGroup::heightForWidth(int width) const
{
    const int gap = metrics().at215(gap215);
    int height = m_head->sizeHint().height() + metrics().at215(headGap215);
    if (m_segments)
        height += m_segments->sizeHint().height() + (m_extra ? gap + metrics().at215(96) : 0);
    if (const int count = m_segments ? 0 : int(cells().size())) {
        const int rows = (count + columns(width) - 1) / columns(width);
        height += rows * rowHeight(width) + (rows - 1) * gap;
    }
    return height;
}

QSize OptionGroup::sizeHint() const
{
    const int wide = std::max(width(), metrics().px(200));
    return {wide, heightForWidth(wide)};
}

void OptionGroup::place()
{
    const int gap = metrics().at215(gap215);
    Space space(rect());
    m_head->setGeometry(space.top(m_head->sizeHint().height(), metrics().at215(headGap215)));
    if (m_segments) {
        m_segments->setGeometry(space.top(m_segments->sizeHint().height(), gap));
        if (m_extra)
            m_extra->setGeometry(space.top(metrics().at215(96)));
        return;
    }
    const QList<QWidget *> all = cells();
    const int count = columns(width());
    const int height = rowHeight(width());
    const int cell = (width() - gap * (count - 1)) / count;
    for (int i = 0; i < all.size(); ++i) {
        const bool alone = i == all.size() - 1 && i % count == 0 && all.at(i) == m_extra;
        const QPoint corner(i % count * (cell + gap), space.rest().top() + i / count * (height + gap));
        all.at(i)->setGeometry(corner.x(), corner.y(), alone ? width() : cell, height);
    }
}

void OptionGroup::resizeEvent(QResizeEvent *event)
{
    Themed::resizeEvent(event);
    place();
}

void OptionGroup::themeChanged()
{
    Themed::themeChanged();
    updateGeometry();
    place();
}

} // namespace saji
