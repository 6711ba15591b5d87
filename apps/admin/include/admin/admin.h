// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <admin/adminwindow.h>

#include <QJsonObject>
#include <QObject>

#include <memory>

namespace saji {

//! What one panel is told at its start.
struct AdminSettings
{
    QString name; //!< of the device: "Panel kantor"
    QString language = QStringLiteral("id");
    LanguageSwitch::Loader loadLanguage; //!< brings in the words; may be empty
    Look look = Look::AdminDark; //!< or Light
    bool reducedMotion = true; //!< look.md section 5: the panel's default
    bool fitted = false; //!< sizes follow the window
    Metrics metrics; //!< of a screen that is not fitted
};

//! Furnishes one panel: presenter and window. The services come when the engine has opened.
class Admin : public QObject
{
    Q_OBJECT

public:
    Admin(const AdminSettings &settings, const Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);
    ~Admin() override;

    void attach(SyncService &sync, MenuService &menu, OutboxService &outbox);
    AdminWindow &window() { return *m_window; }
    HealthPresenter &health() { return m_health; }
    OutboxPresenter &outbox() { return m_outbox; }
    LanguageSwitch &language() { return m_language; }
    Theme &theme() { return m_theme; }

    //! For scripts: page, sentence, devices with lamp and queue.
    QJsonObject state() const;

signals:
    void stateChanged();

private:
    Theme m_theme;
    LanguageSwitch m_language;
    HealthPresenter m_health;
    OutboxPresenter m_outbox;
    std::unique_ptr<AdminWindow> m_window;
};

} // namespace saji
