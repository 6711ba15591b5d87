// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! A few exclusive choices in one sunken trough: spice levels with chillies, two languages, views.
class SegmentRow : public Control
{
    Q_OBJECT
public:
    struct Segment
    {
        QString text{};
        QString icon{};      //!< above the text, `repeat` times
        int repeat = 0;      //!< 0 with an icon name draws a dash: "none of it"
        bool enabled = true;
    };

    explicit SegmentRow(QWidget *parent = nullptr);

    void setSegments(const QList<Segment> &segments);
    //! -1 = nothing chosen yet.
    void setCurrent(int index);
    int current() const { return m_currentSegment; }
    //! 128 high with icons above the words (default), else 72 and words only.
    void setTall(bool tall);
    //! For leaf grounds: translucent trough, white cell.
    void setGlass(bool glass);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int targetCount() const override { return int(m_segments.size()); }
    Target target(int index) const override;
    void press(int index) override;

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintSegment(QPainter &painter, int index);

    QList<Segment> m_segments;
    int m_currentSegment = -1;
    bool m_tall = true;
    bool m_glass = false;
};

} // namespace saji
