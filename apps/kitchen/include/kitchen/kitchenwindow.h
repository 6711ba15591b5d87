// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <kitchen/chime.h>
#include <presentation/peerpresenter.h>
#include <presentation/soldoutmodel.h>
#include <presentation/ticketpresenter.h>
#include <widgets/theme.h>

#include <QWidget>

namespace saji {

class AllDayPanel;
class Banner;
class BoardView;
class EmptyBoard;
class Flash;
class KeyRow;
class SoldOutSheet;
class SoundSheet;
class SourceSheet;
class StationHeader;

//! The screen of one kitchen: header, one bar when something is wrong, the board, and the keys of the bump bar.
//!
//! Everything can be done by touch and by keys: 1 to 9 and 0 bump, R recalls, arrows and page keys turn, S all-day, H sold out,
//! L language, M mute, + and - volume, Esc closes what is open.
class KitchenWindow : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        TicketPresenter &tickets;
        PeerPresenter &peers;
        SoldOutModel &soldOut;
        LanguageSwitch &language;
        Chime &chime;
        const Clock &clock;
        Scheduler &scheduler;
        Theme &theme;
    };

    explicit KitchenWindow(const Parts &parts, QWidget *parent = nullptr);
    ~KitchenWindow() override;

    void setOutlet(const QString &name, const QString &monogram, QRgb hue);
    void setStation(const QString &name);
    void setLimits(const TicketLimits &limits);
    //! Sizes follow the window, as on a 24" screen that has shrunk; else they are the theme's own.
    void setFitted(bool fitted);

    BoardView &board() { return *m_board; }
    bool isAllDayShown() const;
    bool isSheetOpen() const;
    QString refusal() const { return m_refusal; }

signals:
    //! A ticket's card, or its number in the page counter, has gone to the screen for the first time.
    void painted(saji::OrderId order);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void connectParts();
    bool onKey(int key);
    void onKeyRow(int place);
    void onAlert(TicketAlert alert);
    void onRang(Chime::Sound sound);
    void showBanner(const PeerBanner &banner);
    void toggleAllDay();
    void toggleSheet(class Sheet *sheet);
    void closeSheets();
    void say(const QString &refusal);
    void refreshBoard();
    void refreshKeys();
    void refreshLast();
    void refreshPages();
    void nextNewcomer();

    Parts m_parts;
    StationHeader *m_header;
    Banner *m_banner;
    BoardView *m_board;
    EmptyBoard *m_empty;
    AllDayPanel *m_allDay;
    KeyRow *m_keys;
    SoldOutSheet *m_soldOutSheet;
    SourceSheet *m_sourceSheet;
    SoundSheet *m_soundSheet;
    Flash *m_flash;
    QWidget *m_body;
    OrderId m_newcomer;
    QString m_refusal;
    Timer m_refusalStays;
    Timer m_newcomerStays;
    bool m_fitted = false;
};

} // namespace saji
