// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! A keyboard on the screen with its own field on top, so that nothing it types is covered. Real keys type into it, too.
//!
//! Letters as qwerty; from 150 % text scale larger keys in two A-Z pages. Language-neutral but for its two words (setWords).
class TouchKeyboard : public Control
{
    Q_OBJECT
public:
    explicit TouchKeyboard(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setPlaceholder(const QString &text);
    void setMaxLength(int characters);
    //! Digits only: table numbers, phone numbers.
    void setNumeric(bool numeric);
    //! The first letter of each word becomes a capital (names); default on.
    void setCapitalize(bool on);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int targetCount() const override;
    Target target(int index) const override;
    void press(int index) override;

signals:
    void textEdited(const QString &text);
    //! The "done" key or Return.
    void accepted(const QString &text);
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void themeChanged() override;
    int debounceMs() const override { return 40; }
    bool slides() const override { return true; }

private:
    enum class Page { Letters, LettersEnd, Digits, Signs };
    enum class Act { Type, Erase, Shift, Space, Done, Switch, Clear };
    struct Key
    {
        Act act = Act::Type;
        QString text;        // what it types or says
        QString icon;
        qreal width = 1;     // in key widths
        Page to = Page::Letters;
        QRectF box;
    };

    void layKeys();
    QList<QList<Key>> rows() const;
    QRectF fieldBox() const;
    void type(const QString &text);
    void erase();
    void autoShift();
    void paintField(QPainter &painter);
    void paintKey(QPainter &painter, int index);
    bool large() const;

    QList<Key> m_keys;
    QString m_text, m_placeholder;
    int m_maxLength = 64;
    bool m_numeric = false;
    bool m_capitalize = true;
    bool m_shift = true;
    Page m_page = Page::Letters;
};

} // namespace saji
