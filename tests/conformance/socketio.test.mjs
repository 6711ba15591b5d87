// SPDX-License-Identifier: GPL-3.0-or-later
// The official JavaScript client, unmodified, against the hub: docs/protocol.md section 4.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { Ear, Hub, once, within } from './hub.mjs';

const hub = new Hub(process.env.SAJI_HUB);
let sockets = [];
let orders = 0;

before(() => hub.start());
after(() => hub.end());
afterEach(() => {
    for (const socket of sockets)
        socket.disconnect();
    sockets = [];
});

function open(transports = ['websocket'], more = {}) {
    const socket = io(hub.url, { transports, forceNew: true, reconnectionDelay: 100, reconnectionDelayMax: 300, ...more });
    sockets.push(socket);
    return socket;
}

async function connected(transports, more) {
    const socket = open(transports, more);
    const greeting = once(socket, 'connected');
    await once(socket, 'connect');
    socket.greeting = await greeting;
    return socket;
}

async function inOutlet(outlet, transports) {
    const socket = await connected(transports);
    socket.emit('subscribe_outlet', outlet);
    assert.equal((await once(socket, 'subscribed')).outletId, outlet);
    return socket;
}

function someOrder(outlet, more = {}) {
    ++orders;
    return { id: 1000 + orders, order_number: `ORD-${orders}`, outlet_id: outlet, status: 'pending',
        items: [{ product_name: 'Soto Ayam', quantity: 2, price: '30000.00' }], total_amount: '60000.0000', ...more };
}

for (const transport of ['websocket', 'polling']) {
    test(`connects by ${transport} and is greeted`, async () => {
        const socket = await connected([transport]);
        assert.equal(socket.greeting.socketId, socket.id);
        assert.equal(new Date(socket.greeting.timestamp).toISOString(), socket.greeting.timestamp);
        assert.equal(socket.io.engine.transport.name, transport);
    });

    test(`an order said by ${transport} reaches its room and is confirmed after the commit`, async () => {
        const kitchen = await inOutlet(11, [transport]);
        const kiosk = await connected([transport]);
        const ear = new Ear(kitchen, 'order_created');
        const sent = once(kiosk, 'order_sent');
        const order = someOrder(11, { notes: 'a "quoted" \u2028 note' });
        const ack = await within(kiosk.emitWithAck('new_order', order), 'no ack');
        assert.equal(ack.success, true);
        assert.equal(ack.orderId, order.id);
        assert.deepEqual((await ear.next()).data, order);
        assert.equal((await sent).orderId, order.id);
        const list = (await hub.get('/api/orders?outlet_id=11')).body;
        assert.equal(list.at(-1).id, ack.id);
        assert.equal(list.at(-1).order_number, order.order_number);
    });
}

test('upgrades from polling to a WebSocket without losing what is said meanwhile', async () => {
    const kitchen = open(['polling', 'websocket']);
    await once(kitchen, 'connected');
    kitchen.emit('subscribe_outlet', 12);
    await once(kitchen, 'subscribed');
    const ear = new Ear(kitchen, 'tick');
    const count = 40;
    for (let i = 0; i < count; ++i)
        assert.equal((await hub.post('/emit', { event: 'tick', data: { outlet_id: 12, i } })).status, 200);
    for (let i = 0; i < count; ++i)
        assert.equal((await ear.next()).data.i, i);
    if (kitchen.io.engine.transport.name !== 'websocket')
        await within(new Promise((resolve) => kitchen.io.engine.once('upgrade', resolve)), 'no upgrade');
    assert.equal(kitchen.io.engine.transport.name, 'websocket');
});

test('three outlets at once hear what is theirs and nothing else', async () => {
    const kitchens = await Promise.all([21, 22, 23].map((outlet) => inOutlet(outlet)));
    const ears = kitchens.map((kitchen) => new Ear(kitchen, 'order_created', 'end'));
    const kiosk = await connected();
    for (let i = 0; i < 30; ++i)
        kiosk.emit('new_order', someOrder(21 + (i % 3), { i }));
    await kiosk.emitWithAck('update_status', { order_number: 'nobody', outlet_id: 99, status: 'ready' });
    for (const outlet of [21, 22, 23])
        await hub.post('/emit', { event: 'end', data: { outlet_id: outlet } });
    for (const [at, ear] of ears.entries()) {
        for (let i = at; i < 30; i += 3) {
            const { data } = await ear.next();
            assert.equal(data.i, i);
            assert.equal(data.outlet_id, 21 + at);
        }
        assert.equal((await ear.next()).event, 'end');
    }
});

test('an offline order is relayed once to every outlet of its carts, and its short twin is not', async () => {
    const [soto, sate] = await Promise.all([inOutlet(31), inOutlet(32)]);
    const ears = [soto, sate].map((kitchen) => new Ear(kitchen, 'order:created:offline', 'end'));
    const kiosk = await connected();
    const order = { order_number: 'OFFLINE-01HZY', store_id: 2, customer_name: 'Budi', total_amount: 40000, status: 'pending', items: [],
        checkout_data: { carts: [31, 32].map((outlet) => ({ outlet_id: outlet, items: [{ product_id: 1, product_name: 'A', quantity: 1, price: 20000 }] })) } };
    kiosk.emit('order:created:offline', order);
    const { checkout_data, items, ...short } = order;
    const ack = await within(kiosk.emitWithAck('order:created:offline', short), 'no ack');
    assert.equal(ack.replayed, true);
    for (const outlet of [31, 32])
        await hub.post('/emit', { event: 'end', data: { outlet_id: outlet } });
    for (const ear of ears) {
        assert.deepEqual((await ear.next()).data, order);
        assert.equal((await ear.next()).event, 'end');
    }
    for (const outlet of [31, 32])
        assert.deepEqual((await hub.get(`/api/orders?outlet_id=${outlet}`)).body.map((o) => o.items[0].product_name), ['A']);
});

test('steps of an order are heard under their names, and steps that no cook can take are refused', async () => {
    const kitchen = await inOutlet(41);
    const ear = new Ear(kitchen, 'order_created', 'order_updated', 'order_completed', 'order_cancelled');
    const order = someOrder(41);
    kitchen.emit('new_order', { type: 'new_order', timestamp: 't', data: order });
    assert.deepEqual(await ear.next(), { event: 'order_created', data: order });
    const update = { id: order.id, order_number: order.order_number, status: 'ready', outlet_id: 41 };
    const confirmed = once(kitchen, 'status_updated');
    kitchen.emit('update_status', update);
    assert.deepEqual(await ear.next(), { event: 'order_updated', data: update });
    assert.equal((await confirmed).orderId, order.id);
    kitchen.emit('complete_order', { order_number: order.order_number, outlet_id: 41 });
    assert.equal((await ear.next()).event, 'order_completed');
    const error = once(kitchen, 'error');
    const refused = await kitchen.emitWithAck('cancel_order', { order_number: order.order_number, outlet_id: 41 });
    assert.equal(refused.success, false);
    assert.equal(refused.error.code, 'conflict');
    assert.equal((await error).event, 'cancel_order');
    assert.equal((await hub.get('/api/orders?outlet_id=41')).body.at(-1).status, 'completed');
});

test('a broadcast reaches the room but not its sender', async () => {
    const [one, two] = await Promise.all([inOutlet(51), inOutlet(51)]);
    const [mine, theirs] = [one, two].map((socket) => new Ear(socket, 'message'));
    one.emit('broadcast', { hello: 1 });
    assert.deepEqual((await theirs.next()).data, { hello: 1 });
    two.emit('broadcast', { hello: 2 });
    assert.deepEqual((await mine.next()).data, { hello: 2 });
});

test('an order repeated, by another client too, stays one order', async () => {
    const kitchen = await inOutlet(61);
    const ear = new Ear(kitchen, 'order_created', 'new_order', 'end');
    const order = someOrder(61);
    const first = await (await connected()).emitWithAck('new_order', order);
    const again = await (await connected(['polling'])).emitWithAck('new_order', order);
    const byHttp = await hub.post('/emit', { event: 'new_order', data: order });
    assert.equal(again.id, first.id);
    assert.equal(byHttp.body.id, first.id);
    assert.equal(byHttp.body.replayed, true);
    await hub.post('/emit', { event: 'end', data: { outlet_id: 61 } });
    assert.equal((await ear.next()).event, 'order_created');
    assert.equal((await ear.next()).event, 'end');
    assert.equal((await hub.get('/api/orders?outlet_id=61')).body.length, 1);
});

test('what was missed comes with the room after the hub was killed and started again', async () => {
    const kitchen = open(['websocket', 'polling']);
    kitchen.on('connect', () => kitchen.emit('join-kitchen', { outletId: 71, deviceId: 'KITCHEN-A' }));
    assert.equal((await once(kitchen, 'kitchen-joined')).deviceId, 'KITCHEN-A');
    const ear = new Ear(kitchen, 'order_created');
    const joined = new Ear(kitchen, 'kitchen-joined');
    const kiosk = await connected(['websocket'], { reconnection: false });
    const before = someOrder(71);
    const ack = await kiosk.emitWithAck('new_order', before);
    assert.deepEqual((await ear.next()).data, before);
    assert.equal((await hub.stop('SIGKILL')).signal, 'SIGKILL');
    await hub.start();
    assert.equal((await hub.get('/api/orders?outlet_id=71')).body[0].id, ack.id);
    await joined.next();
    assert.deepEqual((await ear.next()).data, before); // still to be cooked
});

test('what was missed during an absence comes with the room', async () => {
    const kitchen = open(['websocket'], { reconnection: false });
    await once(kitchen, 'connected');
    kitchen.emit('join-kitchen', { outletId: 72, deviceId: 'KITCHEN-B' });
    await once(kitchen, 'kitchen-joined');
    kitchen.disconnect();
    const order = someOrder(72);
    await hub.post('/emit', { event: 'new_order', data: order });
    const back = await connected();
    const ear = new Ear(back, 'new_order');
    back.emit('join-kitchen', { outletId: 72, deviceId: 'KITCHEN-B' });
    assert.deepEqual((await ear.next()).data, order);
});

test('missing, malformed, binary and oversized payloads are refused in words, and the connection stays', async () => {
    const socket = await connected();
    const ear = new Ear(socket, 'error');
    const wrong = [['join-kitchen'], ['new_order', null], ['new_order'], ['identify'], ['complete_order'], ['update_status', null], ['subscribe_outlet'],
        ['order:created:offline'], ['broadcast'], ['new_order', someOrder(81, { items: [{ product_name: 'X', quantity: 0 }] })],
        ['new_order', { outlet_id: 81, data: Buffer.from('binary') }], ['new_order', someOrder(81, { notes: 'x'.repeat(100_000) })],
        ['new_order', someOrder(undefined)]];
    for (const [event, ...payload] of wrong) {
        socket.emit(event, ...payload);
        const { data } = await ear.next();
        assert.equal(typeof data.message, 'string', event);
        assert.equal(data.event, event);
    }
    assert.equal((await socket.emitWithAck('no_such_event', {})).success, false);
    assert.equal((await socket.emitWithAck('new_order', someOrder(81))).success, true);
});

test('other namespaces are refused as published', async () => {
    const socket = io(`${hub.url}/kitchen`, { transports: ['websocket'], forceNew: true, reconnection: false });
    sockets.push(socket);
    assert.equal((await once(socket, 'connect_error')).message, 'Invalid namespace');
});

test('a page from elsewhere is not let in', async () => {
    const answer = await fetch(`${hub.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin: 'http://evil.example' } });
    assert.equal(answer.status, 403);
    const socket = open(['websocket'], { reconnection: false, extraHeaders: { origin: 'http://evil.example' } });
    assert.match((await once(socket, 'connect_error')).message, /websocket error/);
});

test('a thousand packets that are none end no more than their own connection', async () => {
    const witness = await inOutlet(91);
    let seed = 7;
    const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
    for (let i = 0; i < 50; ++i) {
        const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/socket.io/?EIO=4&transport=websocket`);
        await new Promise((resolve, reject) => { socket.onopen = resolve; socket.onerror = reject; });
        socket.onerror = () => {};
        if (i % 2)
            socket.send('40');
        for (let j = 0; j < 20; ++j) {
            const letters = ['4', '2', '0', '5', '1-', '[', ']', '"', '{', '}', ',', '/x', '9999999999999999', 'new_order', '\\', '\u001e', 'null', 'ü'];
            socket.send(Array.from({ length: random(12) }, () => letters[random(letters.length)]).join(''));
        }
        socket.close();
    }
    const ear = new Ear(witness, 'still');
    assert.equal((await hub.post('/emit', { event: 'still', data: { outlet_id: 91 } })).status, 200);
    assert.equal((await ear.next()).event, 'still');
});

test('lists that are kept ready are never older than what has been answered', async () => {
    for (let i = 0; i < 60; ++i) {
        const { body } = await hub.post('/emit', { event: 'new_order', data: someOrder(95) });
        const list = (await hub.get('/api/orders?outlet_id=95')).body;
        assert.equal(list.at(-1).id, body.id);
        assert.equal(list.length, i + 1);
        if (i % 3 === 0) {
            await hub.post('/emit', { event: 'order_updated', data: { order_number: list.at(-1).order_number, outlet_id: 95, status: 'preparing' } });
            assert.equal((await hub.get('/api/orders?outlet_id=95')).body.at(-1).status, 'preparing');
        }
    }
});
