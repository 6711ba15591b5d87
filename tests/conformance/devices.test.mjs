// SPDX-License-Identifier: GPL-3.0-or-later
// Kiosks and kitchens directly at a hub that was there before (--hub-kind socketio): docs/protocol.md section 4.1.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { io } from 'socket.io-client';
import { Ear, once } from './hub.mjs';
import { Device, Server, until } from './house.mjs';
import { PublishedHub } from './publishedhub.mjs';

const theirs = new PublishedHub();
const server = new Server();
const sockets = [];
let kiosk, kitchen, second;

const inRoom = (outlet) => theirs.io.sockets.adapter.rooms.get(`outlet_${outlet}`)?.size ?? 0;

before(async () => {
    await server.start();
    await theirs.start();
    const [outlet] = server.outlets;
    const common = ['--store', server.store, '--server', server.url, '--hub', theirs.url, '--hub-kind', 'socketio', '--log-level', 'info'];
    kiosk = new Device('kiosk', '--device-code', 'A', ...common);
    kitchen = new Device('kitchen', '--outlet', `${outlet}`, '--name', 'One', '--mute', ...common);
    second = new Device('kitchen', '--outlet', `${outlet}`, '--name', 'Two', '--mute', ...common);
    for (const device of [kiosk, kitchen, second])
        await device.start();
    await until(() => inRoom(outlet) === 3, 'our devices joined no rooms');
});

after(async () => {
    for (const socket of sockets)
        socket.disconnect();
    for (const device of [kiosk, kitchen, second])
        await device?.end();
    await theirs.stop();
    server.end();
});

async function page(outlet, ...events) {
    const socket = io(theirs.url, { transports: ['websocket'], forceNew: true });
    sockets.push(socket);
    await once(socket, 'connected');
    socket.emit('subscribe_outlet', outlet);
    await once(socket, 'subscribed');
    return [socket, new Ear(socket, ...events)];
}

// A finger on the kiosk: the first dish of the outlet that needs no choice.
async function place() {
    let answer;
    await until(async () => {
        answer = await kiosk.ask({ do: 'order', basket: randomUUID(), outlets: [server.outlets[0]], pick: [0] });
        return answer.ok;
    }, 'the kiosk takes no order');
    return answer.number;
}

// `work` presses every ticket on once and says how many there were.
async function tickets(device) {
    return (await device.ask({ do: 'work' })).open;
}

async function cookAll() {
    await until(async () => (await tickets(kitchen)) === 0 && (await tickets(second)) === 0, 'the board is not empty');
}

test('an order of a kiosk reaches their room once, and both kitchens have one ticket', async () => {
    const [, ear] = await page(server.outlets[0], 'order:created:offline', 'order_updated');
    const number = await place();
    const { data } = await ear.next();
    assert.equal(data.order_number, number);
    assert.equal(data.checkout_data.carts.length, 1);
    await until(async () => (await tickets(second)) === 1, 'the second kitchen has no ticket');
    assert.equal((await ear.next()).data.status, 'preparing');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(ear.heard, []);
    assert.equal(await tickets(kitchen), 1);
    await cookAll();
});

test('an order of a web kiosk at their hub is one ticket in each of two kitchens that hear it', async () => {
    const [web] = await page(server.outlets[0]);
    const [, ear] = await page(server.outlets[0], 'order_created', 'order:created:offline', 'new_order');
    web.emit('new_order', { order_number: 'WEB-1', outlet_id: server.outlets[0], total_amount: '5000.00', status: 'pending',
        items: [{ product_name: 'Soto', quantity: 1, price: '5000.00' }] });
    assert.equal((await ear.next()).data.order_number, 'WEB-1');
    await until(async () => (await tickets(kitchen)) === 1, 'the first kitchen has no ticket');
    await until(async () => (await kiosk.ask({ do: 'outbox' })).pending === 0, 'the server has not all');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(await tickets(second), 1);
    assert.deepEqual(ear.heard, []);
    await cookAll();
});

test('what is ordered while their hub is away is said once when it is back', async () => {
    await theirs.stop();
    const numbers = [await place(), await place()];
    const heard = [];
    await theirs.start();
    theirs.io.on('connection', (socket) => socket.on('order:created:offline', (record) => heard.push(record.order_number)));
    await until(() => numbers.every((number) => heard.includes(number)), 'their hub heard nothing');
    await until(() => inRoom(server.outlets[0]) === 3, 'our devices did not come back');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(heard, numbers);
    await until(async () => (await tickets(kitchen)) === 2, 'the kitchen has not both');
    await cookAll();
});

test('a kiosk that is killed before the echo says its order again, and what was echoed not', async () => {
    const echoed = await place();
    await until(async () => (await tickets(kitchen)) === 1, 'the kitchen has not the first');
    await cookAll();
    await new Promise((resolve) => setTimeout(resolve, 1000)); // its disk knows
    theirs.isMute = true;
    const heard = [];
    theirs.io.on('connection', (socket) => socket.on('order:created:offline', (record) => heard.push(record.order_number)));
    const number = await place();
    await kiosk.stop('SIGKILL');
    theirs.isMute = false;
    await kiosk.start();
    await until(() => heard.includes(number), 'the order was lost');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(heard, [number]);
    assert.notEqual(echoed, number);
    await until(async () => (await tickets(kitchen)) === 1, 'the kitchen has it not');
    await cookAll();
});
