// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! On or off, with its words beside it; the whole row is the target.
class ToggleSwitch : public Control
{
    Q_OBJECT
public:
    explicit ToggleSwitch(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    bool checked() const { return m_checked; }
    void setChecked(bool checked);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    Target target(int index) const override;
    void press(int index = 0) override;

signals:
    //! By a finger or key.
    void toggled(bool checked);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    bool m_checked = false;
    qreal m_place = 0;
    Tween *m_slide = nullptr;
};

} // namespace saji
