// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/languageswitch.h>
#include <services/menuservice.h>
#include <services/syncservice.h>

#include <QAbstractListModel>

namespace saji {

//! Who is not known to have heard yet of everything that kitchens have run out of, by name.
[[nodiscard]] QStringList kiosksStillSelling(const MenuState &menu, const QList<PeerView> &peers);

//! What one outlet sells, and what of it has run out: a cook marks a dish, every kiosk stops selling it.
//!
//! By category and name; marking moves nothing. The mark is a fact of the log: it shows here when the log says so, not when the finger has
//! left.
class SoldOutModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        ProductRole = Qt::UserRole, //!< qint64
        CategoryRole, //!< QString
        ArtRole, //!< QString
        SoldOutRole, //!< bool
        WithdrawnRole, //!< bool: the catalog itself does not sell it now; nothing a cook can change
    };

    SoldOutModel(OutletId outlet, LanguageSwitch &language, QObject *parent = nullptr);

    void attach(MenuService &service);
    void setState(const MenuState &state);
    void setSync(const SyncStatus &status);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    int rowOf(ProductId product) const; //!< -1 for none

    //! Names of what has run out, in the order of the list.
    QStringList soldOutNames() const;
    //! Kiosks that do not say yet that they have stopped selling what has run out, by name; one that is cut off is among them.
    const QStringList &stillSelling() const { return m_stillSelling; }
    //! Marks or unmarks a row; false for a withdrawn dish or before the engine is open.
    bool toggle(int row);

signals:
    void stillSellingChanged();

private:
    struct Row
    {
        ProductId product = {};
        QString name = {};
        QString category = {};
        QString art = {};
        bool soldOut = false;
        bool withdrawn = false;
        int place = 0; //!< of the category
        friend bool operator==(const Row &, const Row &) = default;
    };
    void show();
    void lookWhoSells();

    OutletId m_outlet;
    LanguageSwitch &m_language;
    MenuState m_state;
    MenuService *m_service = nullptr;
    QList<PeerView> m_peers;
    QStringList m_stillSelling;
    QList<Row> m_rows;
};

} // namespace saji
