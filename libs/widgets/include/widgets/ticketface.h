// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace saji {

//! What a ticket's head is coloured by; each also has an icon and a word, so that colour alone tells nothing.
enum class TicketTone { New, Cooking, Soon, Late, Waiting, Ready, Recalled, Cancelled };

//! One line of a ticket as it is painted.
struct TicketFaceRow
{
    enum class Kind {
        Item,    //!< amber figure and a bold name, up to two lines
        Detail,  //!< plain, indented
        Without, //!< a square dark-red tag and what must be left out
        Extra,   //!< a round green tag and what is added
        Note,    //!< what the guest wrote, in quotation marks
        Allergy, //!< a purple strip from edge to edge
        Hint     //!< what to do with the card
    };
    Kind kind = Kind::Item;
    QString figure = {}; //!< of an item: how many
    QString text = {};
    QString tag = {}; //!< "TANPA", "EKSTRA"; of a voided item "BATAL"
    bool done = false; //!< a green check, dimmed
    bool voided = false; //!< struck out, on a hatch

    friend bool operator==(const TicketFaceRow &, const TicketFaceRow &) = default;
};

//! What one ticket looks like; only strings and roles, whatever it stands for.
struct TicketFace
{
    QString id = {};
    QString number = {}; //!< "A-042"
    QString keyCap = {}; //!< the bump-bar key; empty = none
    TicketTone tone = TicketTone::New;
    QString state = {}; //!< "TELAT"
    QString age = {}; //!< "9:12"
    QString whoIcon = {};
    QString who = {};
    QString next = {}; //!< what a tap does: "Mulai"; empty = nothing
    QList<TicketFaceRow> rows = {};
    QString footIcon = {};
    QString foot = {};
    QString spoken = {}; //!< for assistive technology
    bool locked = false; //!< does not answer right now: the key cap dims
    bool fresh = false; //!< has just arrived: a ring around it

    friend bool operator==(const TicketFace &, const TicketFace &) = default;
};

//! Which rows of a ticket one card shows.
struct TicketPart
{
    int firstRow = 0;
    int rowCount = 0;
    QString goesOn = {}; //!< "Lanjut ke kartu berikut"; empty = this is the last card

    friend bool operator==(const TicketPart &, const TicketPart &) = default;
};

} // namespace saji
