// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bare/barewindow.h>
#include <pairkit/pairingstep.h>

#include <QList>

namespace saji {

//! Asks for the pairing code of a device that is not paired yet: a keypad for fingers, a keyboard, or a scanner that types like one.
//! Escape dismisses it.
class PairingWindow : public BareWindow
{
    Q_OBJECT

public:
    //! `first`: why an earlier try failed, if there was one.
    PairingWindow(const PairingOrder &order, LanguageSwitch &language, Theme &theme, const std::optional<Error> &first = {}, QWidget *parent = nullptr);

    QString typed() const; //!< the digits so far, in groups
    QString sentence() const;

signals:
    void paired();

protected:
    void say() override;
    void arrange() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void type(const QString &text);
    void erase();
    void tryTyped();
    void fail(const Error &error);
    QString causeOf(const Error &error) const;

    PairingOrder m_order;
    PairingStep m_step;
    QString m_typed; //!< as it came: digits, or the text of a QR code
    std::optional<Error> m_error;
    Label *m_title;
    Label *m_sentence;
    Label *m_code;
    Label *m_status;
    QList<TouchButton *> m_keys; //!< 1 … 9, erase, 0, pair
};

} // namespace saji
