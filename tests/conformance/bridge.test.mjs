// SPDX-License-Identifier: GPL-3.0-or-later
// Our hub as a client of a hub that was there before it (--hub-kind socketio): docs/protocol.md section 4.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { io } from 'socket.io-client';
import { Ear, Hub, once, within } from './hub.mjs';
import { PublishedHub } from './publishedhub.mjs';

const theirs = new PublishedHub();
const ours = new Hub(process.env.SAJI_HUB);
const folder = mkdtempSync(join(tmpdir(), 'saji-bridge-'));
const outlets = [];
let server;
let serverUrl;
let store;
let sockets = [];

// A server with the demo's menu: a hub joins the rooms of its outlets.
async function startServer() {
    const program = join(process.env.SAJI_HUB, '..', 'saji-server');
    execFileSync(program, ['menu', 'import', process.env.SAJI_MENU, '--data', folder]);
    server = spawn(program, ['serve', '--data', folder, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const port = await within(new Promise((resolve) => {
        let said = '';
        server.stdout.on('data', (text) => {
            said += text;
            const found = /Listening on 127\.0\.0\.1:(\d+)/.exec(said);
            if (found)
                resolve(Number(found[1]));
        });
    }), 'the server says no port');
    const catalog = await (await fetch(`http://127.0.0.1:${port}/api/catalog/?since_version=0&limit=1000`)).json();
    outlets.push(...catalog.changes.filter((row) => row.kind === 'outlet').map((row) => Number(row.id)));
    return { url: `http://127.0.0.1:${port}`, store: catalog.changes.find((row) => row.kind === 'store').id };
}

async function until(condition, what) {
    await within((async () => {
        while (!(await condition()))
            await new Promise((resolve) => setTimeout(resolve, 50));
    })(), what);
}

const isThere = (outlet) => theirs.io.sockets.adapter.rooms.get(`outlet_${outlet}`)?.size ?? 0;

before(async () => {
    ({ url: serverUrl, store } = await startServer());
    await theirs.start();
    await ours.start('--server', serverUrl, '--store', store, '--hub', theirs.url, '--hub-kind', 'socketio');
    await until(() => outlets.every((outlet) => isThere(outlet) === 1), 'our hub joined no rooms');
});

after(async () => {
    for (const socket of sockets)
        socket.disconnect();
    await ours.end();
    await theirs.stop();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
});

async function client(url, outlet, ...events) {
    const socket = io(url, { transports: ['websocket'], forceNew: true });
    sockets.push(socket);
    await once(socket, 'connected');
    socket.emit('subscribe_outlet', outlet);
    await once(socket, 'subscribed');
    return [socket, new Ear(socket, ...events)];
}

const order = (number, outlet) => ({ order_number: number, outlet_id: outlet, status: 'pending', total_amount: '5000.00',
    items: [{ product_name: 'Soto', quantity: 1, price: '5000.00' }] });

test('an order said there reaches our rooms and lists, once', async () => {
    const [, kitchen] = await client(ours.url, outlets[0], 'order_created', 'end');
    const [kiosk] = await client(theirs.url, outlets[0]);
    kiosk.emit('new_order', order('THERE-1', outlets[0]));
    assert.equal((await kitchen.next()).data.order_number, 'THERE-1');
    kiosk.emit('new_order', order('THERE-1', outlets[0]));
    await ours.post('/emit', { event: 'end', data: { outlet_id: outlets[0] } });
    assert.equal((await kitchen.next()).event, 'end');
    assert.deepEqual((await ours.get(`/api/orders?outlet_id=${outlets[0]}`)).body.map((o) => o.order_number), ['THERE-1']);
});

test('an order said here reaches their rooms, one record for each outlet, and no echo comes back', async () => {
    const [, one] = await client(theirs.url, outlets[0], 'order:created:offline');
    const [, two] = await client(theirs.url, outlets[1], 'order:created:offline');
    const [kiosk, mine] = await client(ours.url, outlets[0], 'order:created:offline', 'end');
    const said = { order_number: 'HERE-1', status: 'pending', total_amount: 10000,
        checkout_data: { carts: outlets.slice(0, 2).map((outlet) => ({ outlet_id: outlet, items: [{ product_name: 'Sate', quantity: 1, price: 5000 }] })) } };
    assert.equal((await kiosk.emitWithAck('order:created:offline', said)).success, true);
    for (const [at, ear] of [one, two].entries()) {
        const { data } = await ear.next();
        assert.equal(data.order_number, 'HERE-1');
        assert.deepEqual(data.checkout_data.carts.map((cart) => cart.outlet_id), [outlets[at]]);
    }
    await ours.post('/emit', { event: 'end', data: { outlet_id: outlets[0] } });
    assert.equal((await mine.next()).event, 'order:created:offline');
    assert.equal((await mine.next()).event, 'end');
});

test('steps go both ways and do not go round', async () => {
    const [there, theirEar] = await client(theirs.url, outlets[0], 'order_updated', 'order_completed');
    const [here, ourEar] = await client(ours.url, outlets[0], 'order_updated', 'order_completed', 'end');
    there.emit('update_status', { order_number: 'THERE-1', outlet_id: outlets[0], status: 'preparing' });
    assert.equal((await ourEar.next()).data.status, 'preparing');
    assert.equal((await theirEar.next()).data.status, 'preparing');
    assert.equal((await here.emitWithAck('update_status', { order_number: 'THERE-1', outlet_id: outlets[0], status: 'ready' })).success, true);
    assert.equal((await theirEar.next()).data.status, 'ready');
    assert.equal((await ourEar.next()).data.status, 'ready');
    await here.emitWithAck('complete_order', { order_number: 'THERE-1', outlet_id: outlets[0] });
    assert.equal((await theirEar.next()).event, 'order_completed');
    assert.equal((await ourEar.next()).event, 'order_completed');
    await ours.post('/emit', { event: 'end', data: { outlet_id: outlets[0] } });
    assert.equal((await ourEar.next()).event, 'end');
    assert.deepEqual(theirEar.heard, []);
});

test('what was said while their hub was away reaches it when it is back', async () => {
    await theirs.stop();
    for (const number of ['AWAY-1', 'AWAY-2'])
        assert.equal((await ours.post('/emit', { event: 'new_order', data: order(number, outlets[0]) })).status, 200);
    await theirs.start();
    const heard = [];
    theirs.io.on('connection', (socket) => socket.on('order:created:offline', (record) => heard.push(record.order_number)));
    await until(() => heard.includes('AWAY-1') && heard.includes('AWAY-2'), 'their hub heard nothing');
    await until(() => isThere(outlets[0]) === 1, 'our hub did not join again');
});

test('a restart of our hub says nothing again that was echoed, and says what was not', async () => {
    const heard = [];
    theirs.io.on('connection', (socket) => socket.on('order:created:offline', (record) => heard.push(record.order_number)));
    const [, ear] = await client(theirs.url, outlets[0], 'order:created:offline');
    const options = ['--server', serverUrl, '--store', store, '--hub', theirs.url, '--hub-kind', 'socketio'];
    await new Promise((resolve) => setTimeout(resolve, 1000)); // its disk knows what has been echoed
    await ours.stop('SIGKILL');
    await ours.start(...options);
    await until(() => isThere(outlets[0]) === 2, 'our hub did not come back');
    assert.equal((await ours.post('/emit', { event: 'new_order', data: order('ECHOED', outlets[0]) })).status, 200);
    assert.equal((await ear.next()).data.order_number, 'ECHOED');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    theirs.isMute = true;
    assert.equal((await ours.post('/emit', { event: 'new_order', data: order('SWALLOWED', outlets[0]) })).status, 200);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await ours.stop('SIGKILL');
    theirs.isMute = false;
    await ours.start(...options);
    assert.equal((await ear.next()).data.order_number, 'SWALLOWED');
    await until(() => heard.includes('SWALLOWED'), 'their hub heard nothing');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(heard, ['ECHOED', 'SWALLOWED']);
});
