// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QStringList>

#include <functional>

namespace saji {

//! The language this guest reads, "id" or "en": one tap away on every screen, back to the house's own for the next guest.
//!
//! `load` brings in the words and is called before `changed`, so whoever listens already reads the new ones.
class LanguageSwitch : public QObject
{
    Q_OBJECT

public:
    using Loader = std::function<void(const QString &language)>;
    explicit LanguageSwitch(const QString &standard = QStringLiteral("id"), Loader load = {}, QObject *parent = nullptr);

    static const QStringList &languages();
    //! What the language calls itself; never translated.
    static QString nameOf(QStringView language);
    static QString shortNameOf(QStringView language);

    const QString &language() const { return m_language; }
    //! Where the language button leads.
    QString other() const;
    QLocale locale() const;
    //! A language that is not spoken here is ignored.
    void setLanguage(const QString &language);
    void toggle() { setLanguage(other()); }
    void reset() { setLanguage(m_standard); }

signals:
    void changed(const QString &language);

private:
    Loader m_load;
    QString m_standard;
    QString m_language;
};

} // namespace saji
