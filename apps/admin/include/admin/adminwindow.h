// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/healthpresenter.h>
#include <widgets/theme.h>

#include <QJsonObject>
#include <QWidget>

#include <optional>

namespace saji {

class BrandMark;
class DevicesPage;
class HealthPage;
class NavList;
class PageStack;
class TouchButton;

//! The panel's one window: places on the left, one page on the right. Holds nothing of the restaurant itself; the presenter does.
class AdminWindow : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        HealthPresenter &health;
        LanguageSwitch &language;
        Theme &theme;
    };

    //! `pxPerMm`: an installer's measure; else everything is drawn to fit the window.
    explicit AdminWindow(const Parts &parts, std::optional<double> pxPerMm = {}, QWidget *parent = nullptr);
    ~AdminWindow() override;

    //! What the window says, for scripts: page, sentence, evidence, devices.
    QJsonObject state() const;

signals:
    void stateChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void furnish();
    void refresh();
    void turnTo(int place);

    Parts m_parts;
    std::optional<double> m_pxPerMm;
    int m_place = 0;
    QWidget *m_whole = nullptr;
    BrandMark *m_mark = nullptr;
    NavList *m_places = nullptr;
    TouchButton *m_language = nullptr;
    PageStack *m_pages = nullptr;
    HealthPage *m_health = nullptr;
    DevicesPage *m_devices = nullptr;
};

} // namespace saji
