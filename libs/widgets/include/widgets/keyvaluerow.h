// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

namespace saji {

//! A word at the left and a figure at the right, on one line: totals and facts.
class KeyValueRow : public Themed
{
    Q_OBJECT
public:
    enum class Kind { Normal, Good, Total, Fact }; //!< Good: a discount; Total: section type and the large sum; Fact: one of a list of facts (admin)

    KeyValueRow(const QString &key, const QString &value, Kind kind = Kind::Normal, QWidget *parent = nullptr);

    void set(const QString &key, const QString &value);
    void setKind(Kind kind);
    //! Pixels at the 24" reference (admin and the landscape basket).
    void setWide(bool wide);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont keyFont() const;
    QFont valueFont() const;

    QString m_key, m_value;
    Kind m_kind;
    bool m_wide = false;
};

//! A decorative hairline.
class Hairline : public Themed
{
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Orientation m_orientation;
};

} // namespace saji
