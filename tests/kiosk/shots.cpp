// SPDX-License-Identifier: GPL-3.0-or-later
//
// saji-kiosk-shots FOLDER [WORD…]: a PNG of every screen of the kiosk in the sizes, languages and modes that a designer looks at;
// with words only those whose names contain one. The menu is the demo's.
#include <engine/menudocs.h>
#include <engine/menuimport.h>
#include <kioskkit/counter.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace saji;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const Menu> demoMenu()
{
    QFile file(QStringLiteral(SAJI_DEMO_MENU));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no demo menu");
    const auto rows = rowsFromMenuFile(file.readAll());
    if (!rows)
        qFatal("%s", qPrintable(rows.error().detail));
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    auto database = Database::open(folder.path());
    auto catalog = CatalogStore::open(**database, clock);
    if (!(*catalog)->replaceAll(rows->rows, random))
        qFatal("the demo menu cannot be stored");
    return std::make_shared<const Menu>(*menuFromCatalog(**catalog));
}

//! One way of looking at the kiosk.
struct View
{
    QString name;
    QSize size{1080, 1920};
    QString language = u"id"_s;
    int textScale = 100;
    bool highContrast = false;
    bool seated = false;
};

class Photographer
{
public:
    Photographer(const QString &folder, const QStringList &words) : m_folder(folder), m_words(words), m_menu(demoMenu()) {}

    void photograph(const View &view);

private:
    void take(const QString &what);
    bool wanted(const QString &what) const;
    void settle();
    void fillBasket();
    const Product *dish(const QString &name) const;
    void journeyOf();
    void menuStates();
    void menuTroubles();
    void sheets();
    void basketAndNumber();
    void troubles();
    void staff();

    QString m_folder;
    QStringList m_words;
    std::shared_ptr<const Menu> m_menu;
    View m_view;
    std::unique_ptr<Counter> m_counter;
};

bool Photographer::wanted(const QString &what) const
{
    const QString name = m_view.name + u'-' + what;
    if (m_words.isEmpty())
        return true;
    return std::any_of(m_words.begin(), m_words.end(), [&](const QString &word) { return name.contains(word); });
}

void Photographer::settle()
{
    for (int i = 0; i < 400; ++i) {
        QTest::qWait(5);
        if (m_counter->theme().art().idle() && i > 4)
            break;
    }
    QTest::qWait(20);
}

void Photographer::take(const QString &what)
{
    if (!wanted(what))
        return;
    settle();
    const QString file = u"%1/%2-%3.png"_s.arg(m_folder, m_view.name, what);
    if (!m_counter->window().grab().save(file))
        qFatal("cannot write %s", qPrintable(file));
    QTextStream(stdout) << file << Qt::endl;
}

const Product *Photographer::dish(const QString &name) const
{
    for (const Product &product : m_menu->products()) {
        if (product.name.id.startsWith(name))
            return &product;
    }
    return nullptr;
}

void Photographer::fillBasket()
{
    auto &cart = m_counter->journey().cart();
    const auto add = [&](const QString &name, int count, Allergens allergies = {}) {
        const Product *product = dish(name);
        if (!product)
            return;
        CartItem item;
        item.product = product->id;
        item.quantity = count;
        item.allergyNote = allergies;
        item.modifiers = defaultModifiers(*product, *m_menu);
        while (const auto unmet = unmetGroup(*product, item.modifiers, *m_menu))
            item.modifiers << m_menu->group(*unmet)->modifiers.first().id;
        if (const auto added = cart.add(item); !added)
            qWarning("%s", qPrintable(added.error().detail));
    };
    add(u"Perkedel"_s, 1);
    add(u"Es teh"_s, 2);
    add(u"Sate ayam Madura"_s, 1, Allergen::Crustaceans);
    add(u"Soto ayam Lamongan"_s, 2);
}

void Photographer::photograph(const View &view)
{
    m_view = view;
    JourneySettings settings = Counter::quick();
    settings.language = view.language;
    m_counter = std::make_unique<Counter>(settings, view.size);
    m_counter->clock.setWall(Milliseconds(1'749'966'060'000));
    m_counter->give(m_menu);
    journeyOf();
    menuStates();
    sheets();
    basketAndNumber();
    troubles();
    staff();
    m_counter.reset();
}

void Photographer::journeyOf()
{
    auto &journey = m_counter->journey();
    take(u"01-attract"_s);
    journey.flow().begin();
    journey.access().setTextScale(m_view.textScale);
    journey.access().setHighContrast(m_view.highContrast);
    journey.access().setSeated(m_view.seated);
    take(u"02-service"_s);
    journey.chooseService(ServiceKind::DineIn);
    take(u"03-menu-empty-basket"_s);
    fillBasket();
    take(u"03-menu"_s);
    journey.menu().chooseOutlet(2);
    take(u"03-menu-outlet"_s);
    journey.menu().restart();
}

void Photographer::menuStates()
{
    auto &journey = m_counter->journey();
    const Product *gado = dish(u"Gado-gado"_s);
    m_counter->menu.setSoldOut(gado->id, true);
    m_counter->sync.say(false, true, SyncMode::Connected);
    m_counter->scheduler.advance(30s);
    take(u"04-menu-offline"_s);
    m_counter->sync.say(true, true, SyncMode::Connected);
    m_counter->scheduler.advance(1s);
    m_counter->menu.setSoldOut(gado->id, false);
    menuTroubles();
    for (const int count : {1, 200}) {
        if (!wanted(u"03-menu-%1"_s.arg(count)))
            continue;
        m_counter->give(SampleMenu::ofSize(count));
        take(u"03-menu-%1"_s.arg(count));
        m_counter->give(m_menu);
        journey.menu().restart();
    }
}

//! What a guest sees of a menu that nobody has checked for a day.
void Photographer::menuTroubles()
{
    const auto checked = m_counter->menu.state.checkedAt;
    m_counter->menu.state.checkedAt = m_counter->clock.steadyNow() - 26h;
    m_counter->menu.announce();
    m_counter->scheduler.advance(1s);
    take(u"04-menu-old"_s);
    m_counter->menu.state.checkedAt = checked;
    m_counter->menu.announce();
    m_counter->scheduler.advance(1s);
}

void Photographer::sheets()
{
    auto &journey = m_counter->journey();
    const Product *soto = dish(u"Soto ayam Lamongan"_s);
    journey.openProduct(soto->id);
    journey.product().setQuantity(2);
    take(u"05-product"_s);
    if (m_counter->sees(u"product/note"_s)) {
        m_counter->control(u"product/note"_s)->press(0);
        journey.product().toggleAllergy(Allergen::Crustaceans);
        take(u"05-product-note"_s);
    }
    journey.flow().closeOverlay();
    QTest::qWait(5);
    journey.flow().open(ScreenFlow::Overlay::Access);
    take(u"09-access"_s);
    journey.flow().closeOverlay();
    QTest::qWait(5);
    journey.flow().open(ScreenFlow::Overlay::Help);
    take(u"09-help"_s);
    journey.flow().closeOverlay();
    QTest::qWait(5);
    journey.flow().cancel(true);
    take(u"09-cancel"_s);
    journey.flow().closeOverlay();
    QTest::qWait(5);
    m_counter->scheduler.advance(Milliseconds(journey.access().isAccessible() ? 187'000 : 67'000));
    take(u"09-idle"_s);
    journey.flow().stay();
    QTest::qWait(5);
}

void Photographer::basketAndNumber()
{
    auto &journey = m_counter->journey();
    journey.flow().showBasket();
    take(u"06-basket"_s);
    journey.flow().open(ScreenFlow::Overlay::Table);
    take(u"06-basket-table"_s);
    journey.flow().closeOverlay();
    QTest::qWait(5);
    journey.flow().open(ScreenFlow::Overlay::Name);
    take(u"06-basket-name"_s);
    journey.flow().closeOverlay();
    QTest::qWait(5);
    journey.cart().setTable(u"12"_s);
    journey.cart().setCustomerName(u"Dewi"_s);
    take(u"06-basket-named"_s);
    const Product *sate = dish(u"Sate ayam Madura"_s);
    m_counter->menu.setSoldOut(sate->id, true);
    take(u"06-basket-sold-out"_s);
    m_counter->menu.setSoldOut(sate->id, false);
    m_counter->sync.say(false, true, SyncMode::Connected);
    journey.confirm();
    const PlacedOrder order = m_counter->orders.confirmLast(*m_menu);
    OrderProgress progress;
    progress.order = order.id;
    int place = 0;
    for (const OrderPart &part : order.parts) {
        if (++place < 3)
            progress.kitchens << OrderProgress::Kitchen{part.outlet, part.outletName, Milliseconds(30 + 10 * place), OrderState::Pending};
    }
    progress.copies << OrderProgress::Copy{PeerRole::Kitchen, u"Dapur Minang"_s, 20ms};
    emit m_counter->orders.progressed(progress);
    take(u"08-number"_s);
    progress.copies.clear();
    progress.kitchens.clear();
    emit m_counter->orders.progressed(progress);
    m_counter->sync.say(false, false, SyncMode::Disconnected);
    take(u"08-number-alone"_s);
    m_counter->sync.say(true, true, SyncMode::Connected);
    journey.flow().leave();
}

void Photographer::troubles()
{
    auto &journey = m_counter->journey();
    SyncStatus status = m_counter->sync.status;
    PeerView neighbour;
    neighbour.role = PeerRole::Kiosk;
    neighbour.name = u"Kios B"_s;
    neighbour.lastHeard = m_counter->clock.steadyNow();
    m_counter->sync.status.peers = {neighbour};
    m_counter->sync.status.storageError = Error{ErrorCode::DiskFull, u"full"_s};
    m_counter->sync.announce();
    take(u"12-out-of-service"_s);
    m_counter->sync.status = status;
    m_counter->sync.status.removed = Removal{};
    m_counter->sync.announce();
    take(u"12-removed"_s);
    m_counter->sync.status = status;
    m_counter->sync.announce();
    m_counter->give(std::make_shared<const Menu>());
    take(u"12-no-menu"_s);
    m_counter->give(m_menu);
    journey.flow().begin();
    journey.chooseService(ServiceKind::DineIn);
    fillBasket();
    journey.flow().showBasket();
    journey.confirm();
    m_counter->orders.refuseLast(ErrorCode::Conflict);
    take(u"09-refusal"_s);
    journey.acceptRefusal();
}

void Photographer::staff()
{
    auto &journey = m_counter->journey();
    auto &outbox = m_counter->outbox;
    const auto now = [this] { return m_counter->clock.steadyNow(); };
    journey.flow().leave();
    outbox.wait(3, now(), 26h);
    outbox.flag(2, now());
    take(u"13-attract-staff"_s);
    journey.flow().open(ScreenFlow::Overlay::Pin);
    take(u"13-pin"_s);
    journey.gate().enter(u"000000"_s);
    journey.flow().closeOverlay();
    outbox.wait(0, now(), 0s);
    outbox.flag(0, now());
    journey.flow().enterStaff();
    take(u"13-staff-0"_s);
    m_counter->sync.say(false, true, SyncMode::Connected);
    outbox.state.nextTry = now() + 14s;
    outbox.state.attempts = 12;
    outbox.wait(1, now(), 20s);
    take(u"13-staff-1"_s);
    m_counter->sync.status.storage.state = StorageState::Low;
    m_counter->sync.status.storage.freeBytes = 480'000'000;
    m_counter->sync.status.storage.totalBytes = 32'000'000'000;
    StorageRecovery recovery;
    recovery.fromBackup = true;
    recovery.setAside = u"/var/lib/saji/kiosk/damaged-20250615-1230"_s;
    recovery.eventsRestored = 1204;
    recovery.eventsSalvaged = 31;
    recovery.healedAt = now() - 11min;
    m_counter->sync.status.storage.recovery = recovery;
    m_counter->sync.announce();
    outbox.wait(200, now(), 26h, OrderReach::SecondDevice);
    outbox.flag(7, now());
    take(u"13-staff-200"_s);
    journey.openStaffOrder(outbox.state.waiting.first().id);
    take(u"13-staff-order"_s);
    journey.flow().closeOverlay();
    QTest::qWait(5);
    m_counter->tap(u"staff/lists"_s, 1);
    take(u"13-staff-quarantine"_s);
    journey.openStaffOrder(outbox.state.flagged.first().id);
    take(u"13-staff-flagged"_s);
    journey.flow().open(ScreenFlow::Overlay::Settle);
    take(u"13-staff-settle"_s);
    journey.flow().leave();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "saji-kiosk-shots FOLDER [WORD...]\n";
        return 2;
    }
    const QString folder = arguments.at(1);
    QDir().mkpath(folder);
    Photographer photographer(folder, arguments.mid(2));
    const QSize portrait(1080, 1920);
    const QSize landscape(1920, 1080);
    const QString id = u"id"_s;
    const QString en = u"en"_s;
    for (const View &view : {View{u"portrait-id"_s, portrait, id}, View{u"portrait-en"_s, portrait, en}, View{u"landscape-id"_s, landscape, id},
                             View{u"laptop-en"_s, {1366, 768}, en}, View{u"small-id"_s, {540, 960}, id},
                             View{u"contrast-id"_s, portrait, id, 100, true}, View{u"contrastwide-en"_s, landscape, en, 100, true},
                             View{u"large-id"_s, portrait, id, 200}, View{u"large-en"_s, portrait, en, 150}, View{u"largewide-id"_s, landscape, id, 200},
                             View{u"seated-id"_s, portrait, id, 100, false, true}})
        photographer.photograph(view);
    return 0;
}
