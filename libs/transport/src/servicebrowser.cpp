// SPDX-License-Identifier: GPL-3.0-or-later
#include "avahipoll.h"
#include "log.h"

#include <transport/discovery.h>

#include <avahi-client/client.h>
#include <avahi-client/lookup.h>
#include <avahi-client/publish.h>
#include <avahi-common/error.h>
#include <avahi-common/malloc.h>

#include <QHash>
#include <QTimer>

#include <map>
#include <optional>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr auto serviceType = "_saji._tcp";
constexpr auto textVersion = "1";
//! Without a message bus on this machine there is no daemon; one may be installed meanwhile.
constexpr std::chrono::seconds lookAgainAfter{30};
//! Services of one network that are looked at; a restaurant has a tenth of it.
constexpr size_t maxServices = 512;

template<auto Free>
struct AvahiFree
{
    template<class Thing>
    void operator()(Thing *thing) const { Free(thing); }
};
template<class Thing, auto Free>
using AvahiPtr = std::unique_ptr<Thing, AvahiFree<Free>>;

using TextList = AvahiPtr<AvahiStringList, avahi_string_list_free>;

//! A service on one network, as the daemon names it.
using ServiceKey = std::tuple<AvahiIfIndex, QByteArray>;

QString textOf(AvahiStringList *list, const char *key)
{
    auto *found = avahi_string_list_find(list, key);
    char *value = nullptr;
    if (!found || avahi_string_list_get_pair(found, nullptr, &value, nullptr) < 0)
        return {};
    const auto text = QString::fromUtf8(value);
    avahi_free(value);
    return text;
}

TextList textsOf(const Announcement &self)
{
    AvahiStringList *list = nullptr;
    const auto add = [&list](const char *key, const QString &value) { list = avahi_string_list_add_pair(list, key, value.toUtf8().constData()); };
    add("v", QString::fromLatin1(textVersion));
    add("id", self.device.toString());
    add("kind", self.kind);
    add("store", self.store);
    add("tls", self.isTls ? u"1"_s : u"0"_s);
    add("hub", self.hasHub ? u"1"_s : u"0"_s);
    return TextList(list);
}

class ServiceBrowser final : public Discovery
{
public:
    ServiceBrowser()
    {
        m_again.setSingleShot(true);
        connect(&m_again, &QTimer::timeout, this, [this] { connectToDaemon(); });
    }

    ~ServiceBrowser() override { drop(); }

    void announce(const Announcement &self) override
    {
        const bool isFirst = m_self.device.isNull();
        if (self == m_self)
            return;
        const bool isElsewhere = self.port != m_self.port;
        m_self = self;
        if (isFirst)
            connectToDaemon();
        else
            publish(isElsewhere);
    }

    DiscoveryFigures figures() const override { return m_figures; }

private:
    void connectToDaemon()
    {
        drop();
        int error = 0;
        // NO_FAIL: it waits for a daemon that is not there yet.
        m_client.reset(avahi_client_new(
            avahiPoll(), AVAHI_CLIENT_NO_FAIL,
            [](AvahiClient *client, AvahiClientState state, void *self) { static_cast<ServiceBrowser *>(self)->onState(client, state); }, this, &error));
        if (!m_client) {
            qCDebug(lcTransport) << "no DNS-SD:" << avahi_strerror(error);
            m_again.start(lookAgainAfter);
        }
    }

    // Called from within avahi_client_new() as well, when m_client is not set yet.
    void onState(AvahiClient *client, AvahiClientState state)
    {
        switch (state) {
        case AVAHI_CLIENT_S_RUNNING:
            browse(client);
            m_group.reset(avahi_entry_group_new(client, [](AvahiEntryGroup *, AvahiEntryGroupState, void *) {}, this));
            publish(true);
            break;
        case AVAHI_CLIENT_S_REGISTERING:
        case AVAHI_CLIENT_S_COLLISION:
            m_group.reset();
            break;
        case AVAHI_CLIENT_CONNECTING:
            forgetAll();
            break;
        case AVAHI_CLIENT_FAILURE:
            forgetAll();
            // Not from within its own callback.
            m_again.start(std::chrono::seconds(1));
            break;
        }
    }

    void publish(bool isAnew)
    {
        if (!m_group || m_self.port == 0)
            return;
        const auto name = m_self.device.toString().toLatin1();
        const auto texts = textsOf(m_self);
        if (!isAnew && !avahi_entry_group_is_empty(m_group.get())) {
            (void)avahi_entry_group_update_service_txt_strlst(m_group.get(), AVAHI_IF_UNSPEC, AVAHI_PROTO_INET, {}, name.constData(), serviceType, nullptr, texts.get());
            return;
        }
        (void)avahi_entry_group_reset(m_group.get());
        const int added = avahi_entry_group_add_service_strlst(m_group.get(), AVAHI_IF_UNSPEC, AVAHI_PROTO_INET, {}, name.constData(), serviceType, nullptr,
                                                               nullptr, m_self.port, texts.get());
        if (const int error = added < 0 ? added : avahi_entry_group_commit(m_group.get()); error < 0)
            qCInfo(lcTransport) << "not announced by DNS-SD:" << avahi_strerror(error);
    }

    void browse(AvahiClient *client)
    {
        m_browser.reset(avahi_service_browser_new(
            client, AVAHI_IF_UNSPEC, AVAHI_PROTO_INET, serviceType, nullptr, {},
            [](AvahiServiceBrowser *, AvahiIfIndex network, AvahiProtocol protocol, AvahiBrowserEvent event, const char *name, const char *type,
               const char *domain, AvahiLookupResultFlags, void *self) {
                if (event == AVAHI_BROWSER_NEW)
                    static_cast<ServiceBrowser *>(self)->onService(network, protocol, name, type, domain);
                else if (event == AVAHI_BROWSER_REMOVE)
                    static_cast<ServiceBrowser *>(self)->onGone({network, name});
            },
            this));
    }

    void onService(AvahiIfIndex network, AvahiProtocol protocol, const char *name, const char *type, const char *domain)
    {
        if (m_services.size() >= maxServices) {
            ++m_figures.dropped;
            return;
        }
        auto &service = m_services[{network, name}];
        // It stays, and says so when address or words change.
        service.resolver.reset(avahi_service_resolver_new(
            avahi_service_browser_get_client(m_browser.get()), network, protocol, name, type, domain, AVAHI_PROTO_INET, {},
            [](AvahiServiceResolver *, AvahiIfIndex where, AvahiProtocol, AvahiResolverEvent event, const char *found, const char *, const char *,
               const char *, const AvahiAddress *address, uint16_t port, AvahiStringList *texts, AvahiLookupResultFlags, void *self) {
                if (event == AVAHI_RESOLVER_FOUND)
                    static_cast<ServiceBrowser *>(self)->onFound({where, found}, *address, port, texts);
            },
            this));
    }

    void onFound(const ServiceKey &key, const AvahiAddress &address, quint16 port, AvahiStringList *texts)
    {
        const auto known = m_services.find(key);
        const auto id = DeviceId::fromString(textOf(texts, "id"));
        if (known == m_services.end() || !id || port == 0) {
            ++m_figures.malformed;
            return;
        }
        if (*id == m_self.device)
            return;
        if (textOf(texts, "store") != m_self.store || textOf(texts, "v") != QLatin1StringView(textVersion)) {
            ++m_figures.foreign;
            return;
        }
        ++m_figures.heard;
        char words[AVAHI_ADDRESS_STR_MAX] = {};
        avahi_address_snprint(words, sizeof words, &address);
        const Sighting sighting{{*id, textOf(texts, "kind"), m_self.store, port, textOf(texts, "tls") == u"1", textOf(texts, "hub") == u"1"},
                                QString::fromLatin1(words)};
        if (std::exchange(known->second.sighting, sighting) != sighting)
            emit seen(sighting);
    }

    void onGone(const ServiceKey &key)
    {
        const auto gone = m_services.extract(key);
        if (gone.empty() || !gone.mapped().sighting)
            return;
        const auto device = gone.mapped().sighting->device.device;
        for (const auto &[other, service] : m_services) {
            if (service.sighting && service.sighting->device.device == device) {
                emit seen(*service.sighting);
                return;
            }
        }
        emit lost(device);
    }

    void forgetAll()
    {
        m_group.reset();
        const auto services = std::exchange(m_services, {});
        m_browser.reset();
        for (const auto &[key, service] : services) {
            if (service.sighting)
                emit lost(service.sighting->device.device);
        }
    }

    void drop()
    {
        m_group.reset();
        m_services.clear();
        m_browser.reset();
        m_client.reset();
    }

    struct Service
    {
        AvahiPtr<AvahiServiceResolver, avahi_service_resolver_free> resolver;
        std::optional<Sighting> sighting;
    };

    Announcement m_self;
    QTimer m_again;
    AvahiPtr<AvahiClient, avahi_client_free> m_client;
    AvahiPtr<AvahiServiceBrowser, avahi_service_browser_free> m_browser;
    AvahiPtr<AvahiEntryGroup, avahi_entry_group_free> m_group;
    std::map<ServiceKey, Service> m_services;
    DiscoveryFigures m_figures;
};

} // namespace

std::unique_ptr<Discovery> makeServiceBrowser()
{
    return std::make_unique<ServiceBrowser>();
}

} // namespace saji
