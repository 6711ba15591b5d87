// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! Digits that are not shown, as dots, and the keys to type them. Real number keys type, too.
class PinPad : public Control
{
    Q_OBJECT
public:
    explicit PinPad(QWidget *parent = nullptr);

    //! Digits until the check key works; default 6.
    void setLength(int digits);
    void clear();
    int typed() const { return int(m_pin.size()); }
    //! Nothing can be typed (locked for a minute).
    void setLocked(bool locked);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    int targetCount() const override { return 12; }
    Target target(int index) const override;
    void press(int index) override;

signals:
    //! The check key, with all digits typed. The pad has forgotten them when this returns.
    void entered(const QString &pin);
    void edited(int typed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    int debounceMs() const override { return 40; }

private:
    QSizeF keySize() const;
    void type(QChar digit);
    void erase();

    QString m_pin;
    int m_length = 6;
    bool m_locked = false;
};

} // namespace saji
