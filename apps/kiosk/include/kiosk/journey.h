// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/accesssettings.h>
#include <presentation/cartmodel.h>
#include <presentation/menupresenter.h>
#include <presentation/orderpresenter.h>
#include <presentation/outboxpresenter.h>
#include <presentation/productpresenter.h>
#include <presentation/screenflow.h>
#include <presentation/staffgate.h>
#include <presentation/syncpresenter.h>

namespace saji {

//! What the house has decided about its kiosk.
struct JourneySettings
{
    QString language = QStringLiteral("id");
    QString deviceName; //!< "Kios A"
    bool reducedMotion = false;
    bool startInMenu = false; //!< no attract screen, no question where one eats
    QString staffPin; //!< digits; empty = the staff's screen stays closed
};

//! One guest's visit: every presenter of the kiosk, wired so that each acts on the facts of the others.
//!
//! Screens read the presenters and call the verbs here; they hold nothing of a visit themselves. GUI thread.
class Journey : public QObject
{
    Q_OBJECT

public:
    Journey(const JourneySettings &settings, const Clock &clock, Scheduler &scheduler, Random &random, LanguageSwitch::Loader load,
            QObject *parent = nullptr);

    //! The engine is there; before, everything is empty and nothing can be confirmed.
    void attach(OrderService &orders, MenuService &menu, SyncService &sync, OutboxService &outbox);

    const JourneySettings &settings() const { return m_settings; }
    const Clock &clock() const { return m_clock; }
    LanguageSwitch &language() { return m_language; }
    AccessSettings &access() { return m_access; }
    MenuPresenter &menu() { return m_menu; }
    CartModel &cart() { return m_cart; }
    ProductPresenter &product() { return m_product; }
    OrderPresenter &order() { return m_order; }
    SyncPresenter &sync() { return m_sync; }
    ScreenFlow &flow() { return m_flow; }
    OutboxPresenter &outbox() { return m_outbox; }
    StaffGate &gate() { return m_gate; }

    //! What staff should come and look at, in a few words each; empty = nothing.
    QStringList staffMatters() const;
    //! Staff have read that the store was healed.
    void acknowledgeHealing();
    bool tellsHealing() const;
    //! The order on the staff's sheet.
    const OrderId &staffOrder() const { return m_staffOrder; }
    void openStaffOrder(const OrderId &order);
    void settleStaffOrder(const QString &note);

    void chooseService(ServiceKind service);
    void openProduct(ProductId product);
    void editLine(int row);
    //! Adds the open product, or changes the line it came from. False while something is missing or it is not sold.
    bool commitProduct();
    //! A dish that most people like with what is in the basket, or null: for the one offer on the way out.
    const Product *suggestion() const;
    void takeSuggestion();
    //! Places the basket. False when it holds what is not sold, or is on its way already.
    bool confirm();
    //! After a refusal: back to what can be done about it.
    void acceptRefusal();

signals:
    //! Something went into the basket, for a word about it.
    void added(const QString &title, const QString &art);
    //! The guest's finger has just confirmed.
    void confirmed();

private:
    void onPhase();
    void onSync();
    void wipe();

    JourneySettings m_settings;
    const Clock &m_clock;
    LanguageSwitch m_language;
    AccessSettings m_access;
    MenuPresenter m_menu;
    CartModel m_cart;
    ProductPresenter m_product;
    OrderPresenter m_order;
    SyncPresenter m_sync;
    ScreenFlow m_flow;
    OutboxPresenter m_outbox;
    StaffGate m_gate;
    OrderId m_staffOrder;
    std::optional<Milliseconds> m_healingRead; //!< of which healing
};

} // namespace saji
