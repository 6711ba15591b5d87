// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/box.h>
#include <simulation/plan.h>

#include <vector>

namespace saji {

//! How large a simulated restaurant is. The server is always there.
struct House
{
    bool hub = true;
    int kiosks = 2;
    int kitchens = 3; //!< outlets 1, 2, 3, 1, 2, …: from the fourth on two screens show one outlet
    bool isFinding = false; //!< nobody is told an address: devices find each other, and link directly without a hub

    int nodes() const { return 1 + (hub ? 1 : 0) + kiosks + kitchens; }
    [[nodiscard]] static House draw(quint64 seed); //!< 3 to 12 nodes
};

//! What came of a lunch.
struct Outcome
{
    QStringList violations; //!< empty = every promise was kept
    int confirmed = 0; //!< numbers shown to guests
    int refused = 0; //!< baskets that got no number, and said so
    int gone = 0; //!< confirmed orders whose every disk was destroyed (ledger.h)
    quint64 events = 0;
    int deaths = 0; //!< processes that were killed or lost their power
    Milliseconds virtualTime{0};
    Milliseconds healed{0}; //!< from the last repair until all worlds were equal
    QStringList trace; //!< what was done, a line a step
};

//! One lunch in one restaurant: real nodes on failing disks and a failing network, on a virtual clock, as a plan says; then everything is
//! repaired, and every promise is held against every world.
class Lunch
{
public:
    Lunch(quint64 seed, const House &house);
    ~Lunch();

    [[nodiscard]] Outcome run(const Plan &plan);
    //! Of every disk, every screen and the trace: the same seed gives the same bytes.
    [[nodiscard]] QByteArray digest() const;

private:
    void furnish(const House &house);
    void add(const QString &address, NodeKind kind, const QString &code, int outlet, bool hasHub);

    void pass(Milliseconds time);
    void buryTheDead();
    //! Devices whose disk was put back are used as if nothing had happened, unless more of their past is where they do not ask.
    void watchThePutBack();
    //! What those have of it for whom `condition` holds.
    template<class Condition>
    VersionVector pastOf(Box &box, Condition condition) const;
    void perform(const Step &step);
    void performOrder(const Step &step);
    void performOrderAgain(const Step &step);
    void performAtKitchen(const Step &step);
    void performRush(const Step &step);
    void act(Box &kitchen, const TicketView &ticket, Happening what);
    void performSoldOut(const Step &step);
    void performAtOffice(const Step &step);
    void performOnLine(const Step &step);
    void healLine(const std::pair<QString, QString> &line);
    void performOnProcess(const Step &step);
    void performOnDisk(const Step &step);
    void kill(Box &box, bool powerCut);
    void switchOn(Box &box);

    void markSeen();
    void repairAll();
    void conclude();
    //! Nothing waits to be sent, pulled or registered.
    bool isQuiet() const;

    QByteArray menuFile() const;
    //! The devices for which it holds, and one of them by number; null when there is none.
    template<class Condition>
    Box *choose(quint64 number, Condition condition);
    void note(const QString &line);

    bool m_isFinding = false;
    Restaurant m_restaurant;
    SeededRandom m_random;
    Ledger m_ledger;
    std::vector<std::unique_ptr<Box>> m_boxes; //!< the server first
    QList<std::pair<QString, QString>> m_lines;
    QMap<int, int> m_prices; //!< what the manager wants
    QSet<int> m_withdrawn;
    Outcome m_outcome;
};

} // namespace saji
