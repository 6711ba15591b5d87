// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! Minus, figure, plus. At 1 minus turns into a trash can when zero is allowed (setRemovable), and asks for removal.
class Stepper : public Control
{
    Q_OBJECT
    Q_PROPERTY(int value READ value WRITE setValue NOTIFY valueChanged)
public:
    enum class Size { Normal, Sheet, Narrow }; //!< 76, 132, 60 high at 21.5" (Narrow: 16.6 mm)

    explicit Stepper(Size size = Size::Normal, QWidget *parent = nullptr);

    int value() const { return m_value; }
    void setValue(int value);
    void setRange(int least, int most);
    //! Minus at the least value asks for removal instead of being disabled.
    void setRemovable(bool removable);
    //! What is counted, for assistive technology.
    void setSubject(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    int targetCount() const override { return 2; }
    Target target(int index) const override;
    void press(int index) override;

signals:
    //! By a finger or key, never by setValue().
    void valueEdited(int value);
    void valueChanged(int value);
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    int debounceMs() const override { return 90; }

private:
    bool trash() const { return m_removable && m_value <= m_least; }
    qreal height215() const;

    Size m_size;
    int m_value = 1;
    int m_least = 1;
    int m_most = 99;
    bool m_removable = false;
    QString m_subject;
};

} // namespace saji
