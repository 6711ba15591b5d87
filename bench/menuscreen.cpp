// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a guest's finger waits for on the menu with 10,000 products: a page that turns, a category that is chosen, and a price that is changed
// at the server until it stands on a kiosk, over real sockets of this machine.

#include "support/bigmenu.h"
#include "support/measure.h"

#include <domain/menu.h>
#include <engine/menudocs.h>
#include <engine/menuimport.h>
#include <engine/node.h>
#include <gateway/frontdoor.h>
#include <presentation/languageswitch.h>
#include <presentation/menupresenter.h>
#include <resources/resources.h>
#include <store/catalogstore.h>
#include <widgets/ground.h>
#include <widgets/productgrid.h>
#include <widgets/theme.h>

#include <QApplication>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace saji;
using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

constexpr int products = 10'000;

template<class T>
T taken(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(*result);
}

TileRoles roles()
{
    TileRoles roles;
    roles.title = MenuRole::Title;
    roles.art = MenuRole::Art;
    roles.subtitle = MenuRole::Subtitle;
    roles.price = MenuRole::Price;
    roles.monogram = MenuRole::Monogram;
    roles.hue = MenuRole::Hue;
    roles.badge = MenuRole::Badge;
    roles.badgeKind = MenuRole::BadgeKind;
    roles.count = MenuRole::Count;
    roles.soldOut = MenuRole::SoldOut;
    roles.soldOutText = MenuRole::SoldOutText;
    roles.icon = MenuRole::Icon;
    return roles;
}

void until(const std::function<bool()> &reached)
{
    const auto start = Steady::now();
    while (!reached()) {
        if (bench::msSince(start) > 30'000)
            qFatal("it did not come");
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    }
}

//! The server with its menu, on this thread.
struct Server
{
    Server()
    {
        const auto file = taken(rowsFromMenuFile(bench::bigMenu(products)));
        rows = file.rows;
        node = taken(Node::open({.dataFolder = folder.filePath(u"server"_s), .kind = NodeKind::Server, .name = u"Server"_s, .store = file.store},
                                world.world()));
        taken(node->catalog().replaceAll(rows, world.world().random));
        door = std::make_unique<FrontDoor>(*node, world.world().clock);
        url = QUrl(u"http://"_s + taken(door->open({})).toString());
        node->start();
        store = file.store;
    }
    //! One price, as a manager changes it.
    void setPrice(int row, const QByteArray &price)
    {
        auto changed = rows.at(row);
        const auto at = changed.doc.indexOf("\"price\":\"") + 9;
        changed.doc.replace(at, changed.doc.indexOf('"', at) - at, price);
        taken(node->catalog().change({changed}, world.world().random));
        node->catalogWritten();
    }

    QTemporaryDir folder;
    RealWorld world;
    QList<CatalogRow> rows;
    QString store;
    QUrl url;
    std::unique_ptr<Node> node;
    std::unique_ptr<FrontDoor> door;
};

//! The kiosk's menu: its engine on a thread of its own, its grid in a window.
struct Kiosk
{
    explicit Kiosk(const Server &server)
        : engine({.dataFolder = server.folder.filePath(u"kiosk"_s), .kind = NodeKind::Kiosk, .name = u"Kios A"_s, .store = server.store,
                  .deviceCode = u"A"_s, .outlet = {}, .server = server.url})
    {
        theme.setReducedMotion(true);
        theme.attach(&window);
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        grid = new ProductGrid;
        column->addWidget(grid);
        grid->setRoles(roles());
        grid->setModel(&menu.products());
        window.resize(876, 1318); // between the chips and the bar of a 1080 x 1920 screen
        window.show();
        QObject::connect(&engine, &EngineThread::opened, &window, [this](OrderService *, TicketService *, MenuService *service) {
            QObject::connect(service, &MenuService::changed, &window, [this](const MenuState &state) {
                menu.setState(state);
                grid->repaint();
                ++painted;
            });
            service->announce();
        });
        QObject::connect(&engine, &EngineThread::failed, &window, [](const Error &error) { qFatal("%s", qPrintable(error.detail)); });
        engine.start();
        until([this] { return menu.menu().products().size() == products; });
    }
    QString priceOf(ProductId id) const { return menu.menu().product(id)->price.toDecimal(); }

    Theme theme{Look::Light};
    Ground window;
    LanguageSwitch language;
    MenuPresenter menu{language};
    ProductGrid *grid = nullptr;
    int painted = 0;
    EngineThread engine;
};

bool turnPages(Kiosk &kiosk)
{
    QList<double> frames;
    kiosk.theme.setReducedMotion(false);
    for (int page = 1; page <= 120; ++page) {
        kiosk.grid->setPage(page % kiosk.grid->pageCount());
        for (int frame = 0; frame < 12; ++frame) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
            const auto start = Steady::now();
            kiosk.grid->repaint();
            frames << bench::msSince(start);
        }
    }
    kiosk.theme.setReducedMotion(true);
    return bench::print({.metric = u"grid_frame_p99"_s, .value = bench::quantile(frames, 0.99), .unit = u"ms"_s, .peer = {},
                         .against = u"pages of 10,000 products turning, pictures arriving"_s, .ratioBudget = {}, .valueBudget = 16.0});
}

bool chooseCategories(Kiosk &kiosk)
{
    QList<double> switches;
    for (int i = 0; i < 120; ++i) {
        const auto start = Steady::now();
        kiosk.menu.chooseCategory(i % kiosk.menu.categories().rowCount());
        kiosk.grid->repaint();
        switches << bench::msSince(start);
        QCoreApplication::processEvents();
    }
    return bench::print({.metric = u"category_switch_p99"_s, .value = bench::quantile(switches, 0.99), .unit = u"ms"_s, .peer = {},
                         .against = u"from the choice to its painted tiles, 10,000 products"_s, .ratioBudget = {}, .valueBudget = 50.0});
}

bool changePrices(Server &server, Kiosk &kiosk)
{
    QList<double> waits;
    int row = 0;
    while (server.rows.at(row).kind != catalogkind::product)
        ++row;
    const ProductId id(server.rows.at(row).id.toLongLong());
    for (int i = 0; i < 80; ++i) {
        const auto price = QByteArray::number(20'000 + i) + ".00";
        const auto start = Steady::now();
        server.setPrice(row, price);
        until([&] { return kiosk.priceOf(id).toLatin1() == price; });
        waits << bench::msSince(start);
    }
    const bool ok = bench::print({.metric = u"price_edit_to_painted_p99"_s, .value = bench::quantile(waits, 0.99), .unit = u"ms"_s, .peer = {},
                                  .against = u"one of 10,000, server to kiosk over loopback"_s, .ratioBudget = {}, .valueBudget = 150.0});
    bench::print({.metric = u"price_edit_to_painted_p50"_s, .value = bench::quantile(waits, 0.5), .unit = u"ms"_s, .peer = {},
                  .against = u"one of 10,000, server to kiosk over loopback"_s, .ratioBudget = {}, .valueBudget = {}});
    return ok;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    initResources();
    Server server;
    Kiosk kiosk(server);
    bool ok = turnPages(kiosk);
    ok &= chooseCategories(kiosk);
    ok &= changePrices(server, kiosk);
    return ok ? 0 : 1;
}
