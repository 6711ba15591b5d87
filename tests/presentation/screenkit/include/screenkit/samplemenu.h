// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/menu.h>

#include <memory>

namespace saji {

//! A food court with three outlets and a few dishes that every test knows, and as many more as asked for.
//!
//! Outlets 1 Soto Bu Tini (10 % PB1, brings to the table), 2 Sate Pak Kumis (10 % PB1, 5 % service), 3 Es Kampung (no tax).
//! Categories 1 Nasi, 2 Soto, 3 Es. Products: soto, 101, Rp 28.000, groups 11 (spice, choose one), 12 (extras, two at most);
//! sate, 201, Rp 38.000, best seller; es teh, 301, Rp 8.000, best seller; nasi, 102, Rp 6.000, contains nothing.
class SampleMenu
{
public:
    static Menu::Parts parts();
    static std::shared_ptr<const Menu> make(qint64 version = 1);
    //! `count` dishes spread over the outlets and categories.
    static std::shared_ptr<const Menu> ofSize(int count);
    static std::shared_ptr<const Menu> without(ProductId product);

    static constexpr ProductId soto{101}, nasi{102}, sate{201}, esTeh{301};
    static constexpr ModifierGroupId spice{11}, extras{12};
    static constexpr ModifierId mild{111}, hot{112}, egg{121}, koya{122}, offal{123};
};

} // namespace saji
