// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pairkit/pairingstep.h>
#include <presentation/languageswitch.h>
#include <widgets/theme.h>

#include <QList>
#include <QWidget>

namespace saji {

class Ground;
class Label;
class TouchButton;

//! Asks for the pairing code of a device that is not paired yet: a keypad for fingers, a keyboard, or a scanner that types like one.
class PairingWindow : public QWidget
{
    Q_OBJECT

public:
    //! `first`: why an earlier try failed, if there was one.
    PairingWindow(const PairingOrder &order, LanguageSwitch &language, Theme &theme, const std::optional<Error> &first = {}, QWidget *parent = nullptr);

    QString typed() const; //!< the digits so far, in groups
    QString sentence() const;

signals:
    void paired();
    //! Escape, or the window's own cross.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void type(const QString &text);
    void erase();
    void tryTyped();
    void fail(const Error &error);
    QString causeOf(const Error &error) const;
    void speak();
    void arrange();

    PairingOrder m_order;
    LanguageSwitch &m_language;
    Theme &m_theme;
    PairingStep m_step;
    QString m_typed; //!< as it came: digits, or the text of a QR code
    std::optional<Error> m_error;
    Ground *m_ground;
    TouchButton *m_languageButton;
    Label *m_title;
    Label *m_sentence;
    Label *m_code;
    Label *m_status;
    QList<TouchButton *> m_keys; //!< 1 … 9, erase, 0, pair
};

} // namespace saji
