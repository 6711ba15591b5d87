// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/healthpresenter.h>
#include <presentation/outboxpresenter.h>
#include <widgets/theme.h>

#include <QWidget>

namespace saji {

class BrandMark;
class DevicePage;
class HealthPage;
class Label;
class NavList;
class OutboxPage;
class PageStack;
class SettleDialog;
class TouchButton;

//! The panel of one restaurant: places at the left, one of them open. Only places that exist are shown.
//!
//! Keys: 1, 2 and 3 turn pages, T tries again now, L language, D day or night colours.
class AdminWindow : public QWidget
{
    Q_OBJECT

public:
    enum Page { Health, Devices, Outbox };

    AdminWindow(HealthPresenter &health, OutboxPresenter &outbox, LanguageSwitch &language, Theme &theme, QWidget *parent = nullptr);
    ~AdminWindow() override;

    Page page() const;
    void turnTo(Page page);
    //! Sizes follow the window, as on a 24" screen that has shrunk; else they are the theme's own.
    void setFitted(bool fitted);
    void setDeviceName(const QString &name);

signals:
    //! Day or night was chosen.
    void lookChanged(saji::Look look);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void place();
    bool onKey(int key);
    void toggleLook();
    void retranslate();
    void refresh();

    HealthPresenter &m_health;
    OutboxPresenter &m_outbox;
    LanguageSwitch &m_language;
    Theme &m_theme;
    QWidget *m_side;
    BrandMark *m_brand;
    Label *m_store;
    Label *m_place;
    NavList *m_nav;
    Label *m_device;
    TouchButton *m_languageButton;
    TouchButton *m_lookButton;
    PageStack *m_pages;
    HealthPage *m_healthPage;
    DevicePage *m_devicePage;
    OutboxPage *m_outboxPage;
    SettleDialog *m_settle;
    QString m_deviceName;
    bool m_fitted = false;
};

} // namespace saji
