// SPDX-License-Identifier: GPL-3.0-or-later
// The official client hears from our hub when the screen of a kitchen comes or goes: docs/protocol.md section 4.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { io } from 'socket.io-client';
import { Ear, Hub, once } from './hub.mjs';
import { Device, Server, until } from './house.mjs';

const server = new Server();
const hub = new Hub(process.env.SAJI_HUB);
const sockets = [];
let kitchen;

before(async () => {
    await server.start();
    await hub.start('--server', server.url, '--store', server.store, '--discovery', 'off');
    kitchen = new Device('kitchen', '--store', server.store, '--server', server.url, '--hub', hub.url, '--outlet', `${server.outlets[0]}`,
        '--name', 'Soto', '--mute');
});

after(async () => {
    for (const socket of sockets)
        socket.disconnect();
    await kitchen.end();
    await hub.end();
    server.end();
});

async function page(outlet, transports = ['websocket']) {
    const socket = io(hub.url, { transports, forceNew: true });
    sockets.push(socket);
    await once(socket, 'connected');
    const ear = new Ear(socket, 'kitchen_status_changed');
    socket.emit('subscribe_outlet', outlet);
    await once(socket, 'subscribed');
    return [socket, ear];
}

test('a native kitchen that comes and is killed is told to its room, by either transport, and to no other', async () => {
    const [, ear] = await page(server.outlets[0]);
    const [, polling] = await page(server.outlets[0], ['polling']);
    const [, other] = await page(server.outlets[1]);
    await kitchen.start();
    for (const heard of [await ear.next(), await polling.next()]) {
        assert.equal(heard.data.outlet_id, server.outlets[0]);
        assert.equal(heard.data.status, 'online');
        assert.equal(heard.data.kitchens_online, 1);
    }
    await kitchen.stop('SIGKILL');
    for (const heard of [await ear.next(), await polling.next()]) {
        assert.equal(heard.data.status, 'offline');
        assert.equal(heard.data.kitchens_online, 0);
    }
    await kitchen.start();
    assert.equal((await ear.next()).data.status, 'online');
    assert.deepEqual(other.heard, []);
});

test('a page that joins as a kitchen and closes is told to the others of its room', async () => {
    const [, ear] = await page(server.outlets[1]);
    const [cook] = await page(server.outlets[1]);
    cook.emit('join-kitchen', { outletId: server.outlets[1], deviceId: 'tablet-1' });
    const came = await ear.next();
    assert.equal(came.data.device_id, 'tablet-1');
    assert.equal(came.data.status, 'online');
    cook.disconnect();
    const gone = await ear.next();
    assert.equal(gone.data.device_id, 'tablet-1');
    assert.equal(gone.data.status, 'offline');
});
