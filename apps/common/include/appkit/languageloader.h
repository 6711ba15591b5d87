// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

namespace saji {

//! Speaks one language at a time: installs `:/saji/i18n/saji_<code>.qm` and removes the one before, at run time.
//!
//! Lives on the GUI thread. Widgets get QEvent::LanguageChange from Qt, everybody else `changed`.
class LanguageLoader : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~LanguageLoader() override;

    //! "id" or "en". False, and nothing changes, when this build has no such language.
    bool use(const QString &code);
    const QString &language() const { return m_language; } //!< empty before the first use()
    //! The languages in this build, "id" first.
    [[nodiscard]] static QStringList available();

signals:
    void changed(const QString &code);

private:
    QTranslator m_translator;
    QString m_language;
};

} // namespace saji
