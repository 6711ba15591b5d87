// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! What a key does, and the pages of keys.
enum class KeyAct { Type, Erase, Shift, Space, Done, Switch, Clear };
enum class KeyPage { Letters, LettersEnd, Signs, Numbers };

//! One key of a layout; widths in letter keys.
struct KeySpec
{
    KeyAct act = KeyAct::Type;
    QString text;            //!< what it types or says
    QString icon;
    qreal width = 1;
    KeyPage to = KeyPage::Letters; //!< for Switch
};

struct KeyRow
{
    QList<KeySpec> keys;
    qreal width() const;
};

//! A keyboard on the screen with its own field on top, so that nothing it types is covered. Real keys type into it, too.
//!
//! Letters as qwerty; from 150 % text scale larger keys in two A-Z pages. Its few words are translated with the program.
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
    struct Key
    {
        KeySpec spec;
        QRectF box;
    };

    void layKeys();
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
    KeyPage m_page = KeyPage::Letters;
};

} // namespace saji
