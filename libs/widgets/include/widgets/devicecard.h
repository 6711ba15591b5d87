// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>
#include <widgets/synclamp.h>

namespace saji {

//! One device of the restaurant: icon, name, lamp and word, and up to three facts at its foot (heard, path, queue).
class DeviceCard : public Control
{
    Q_OBJECT
public:
    explicit DeviceCard(QWidget *parent = nullptr);

    void set(const QString &icon, const QString &name, Lamp lamp, const QString &word);
    void setFacts(const QStringList &facts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    Target target(int index) const override;
    void press(int index = 0) override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon, m_name, m_word;
    Lamp m_lamp = Lamp::Silent;
    QStringList m_facts;
};

} // namespace saji
