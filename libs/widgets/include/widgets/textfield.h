// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

class QLineEdit;

namespace saji {

//! One line of text to edit with real keys (admin): label above, edge, and what was there before when it is changed.
class TextField : public Themed
{
    Q_OBJECT
public:
    explicit TextField(const QString &label = {}, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    void setLabel(const QString &label);
    void setPlaceholder(const QString &text);
    //! An icon inside, left (`search`).
    void setIcon(const QString &icon);
    //! Amber edge and a line below.
    void setChangedHint(const QString &hint);
    //! Red edge and a line below; empty = fine.
    void setError(const QString &error);
    QLineEdit *edit() const { return m_edit; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void textEdited(const QString &text);
    void accepted();

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QRectF frame() const;

    QLineEdit *m_edit;
    QString m_label, m_icon, m_hint, m_error;
};

} // namespace saji
