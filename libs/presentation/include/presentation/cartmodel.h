// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <domain/pricing.h>
#include <presentation/languageswitch.h>
#include <services/menuservice.h>

#include <QAbstractListModel>

namespace saji {

//! One line of the basket in the guest's words.
struct CartLine
{
    qsizetype item = 0; //!< in Cart::items()
    ProductId product;
    OutletId outlet;
    QString title;
    QString art;
    QString choices; //!< "Sedang · nasi putih", the note behind them
    QString allergy; //!< "alergi: telur"; empty = none
    QString price; //!< of the whole line; empty when it is not sold any more
    int quantity = 0;
    bool unavailable = false;
    friend bool operator==(const CartLine &, const CartLine &) = default;
};

//! The lines of one outlet stand together under its head.
struct CartGroup
{
    OutletId outlet;
    QString name;
    QString monogram;
    quint32 rgb = 0; //!< the brand's colour
    QString waiting; //!< "± 6 menit"; empty = not known
    int firstRow = 0;
    int rows = 0;
    friend bool operator==(const CartGroup &, const CartGroup &) = default;
};

//! One row under the basket: a word and an amount.
struct CartSum
{
    QString word;
    QString amount;
    friend bool operator==(const CartSum &, const CartSum &) = default;
};

//! The basket of one guest: the lines as a list (grouped by outlet), and what they come to.
//!
//! Rows are CartLines; a change of quantity changes one row and moves none. What the menu no longer sells stays, marked, without a
//! price, until the guest removes it. GUI thread.
class CartModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Role
    {
        enum : int { Title = Qt::DisplayRole, Art = Qt::UserRole + 1, Choices, Allergy, Price, Quantity, Unavailable, Outlet };
    };

    CartModel(LanguageSwitch &language, const Clock &clock, Random &random, QObject *parent = nullptr);

    void setMenuState(const MenuState &state);
    [[nodiscard]] Result<void> add(const CartItem &item);
    [[nodiscard]] Result<void> replace(int row, const CartItem &item);
    void setQuantity(int row, int quantity); //!< 0 removes
    void removeUnavailable();
    void setService(ServiceKind service);
    void setTable(const QString &table);
    void setCustomerName(const QString &name);
    //! An empty basket with an identity of its own, for the next order.
    void startAnew();

    const Cart &cart() const { return m_cart; }
    bool isEmpty() const { return m_cart.isEmpty(); }
    const QList<CartLine> &lines() const { return m_lines; }
    const CartItem &item(int row) const { return m_cart.items().at(m_lines.at(row).item); }
    const QList<CartGroup> &groups() const { return m_groups; }
    //! Subtotal, what promotions take off, service and tax; the total is apart.
    const QList<CartSum> &sums() const { return m_sums; }
    const PricedCart &priced() const { return m_priced; }
    QString subtotal() const { return money(m_priced.subtotal); }
    QString total() const { return money(m_priced.total); }
    //! "3 porsi dari 2 gerai".
    QString summary() const;
    int waitingMinutes() const;
    bool hasUnavailable() const { return !m_unsold.isEmpty(); }
    QHash<ProductId, int> counts() const;
    int lastTouchedRow() const; //!< the line added or changed last; -1 = none
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    //! Anything about the basket is different now, rows or not.
    void changed();

private:
    //! What a dish was when the menu still knew it.
    struct Memory
    {
        Product product;
        Outlet outlet;
    };

    QString money(Money amount) const { return displayMoney(amount, m_language.language()); }
    void touched(const CartItem &item);
    void refresh();
    void priceAgain();
    CartLine makeLine(qsizetype item) const;
    QList<CartLine> makeLines();
    QList<CartSum> makeSums() const;
    void takeOver(const QList<CartLine> &lines);
    void remember();
    const Outlet *outletOf(ProductId product) const;

    LanguageSwitch &m_language;
    const Clock &m_clock;
    Random &m_random;
    MenuState m_state;
    Cart m_cart;
    PricedCart m_priced; //!< of what is sold; indices as in m_cart
    QSet<qsizetype> m_unsold;
    QList<CartLine> m_lines;
    QList<CartGroup> m_groups;
    QList<CartSum> m_sums;
    QHash<ProductId, Memory> m_memory;
    std::optional<CartItem> m_lastTouched;
};

} // namespace saji
