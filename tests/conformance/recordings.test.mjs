// SPDX-License-Identifier: GPL-3.0-or-later
// What was recorded of a published hub (fixtures/), said to ours. Where ours answers otherwise, the difference is a defect that it must
// not have, and is named here with its reason.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { Hub, within } from './hub.mjs';

const hub = new Hub(process.env.SAJI_HUB);
const recorded = (name) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));

const page = ['--origin', 'http://localhost:5174']; // where the recorded page came from
before(() => hub.start(...page));
after(() => hub.end());

// The names and kinds of a value, without what differs from run to run.
function shape(value) {
    if (Array.isArray(value))
        return value.map(shape);
    if (value !== null && typeof value === 'object')
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]).sort());
    return typeof value;
}

// Everything that a published client can rely on is there; ours may say more.
function assertSaysAtLeast(ours, theirs, where) {
    for (const [key, kind] of Object.entries(theirs)) {
        if (kind !== null && typeof kind === 'object' && !Array.isArray(kind))
            assertSaysAtLeast(ours[key] ?? {}, kind, `${where}.${key}`);
        else
            assert.deepEqual(ours[key], kind, `${where}.${key}`);
    }
}

const otherAnswers = {
    'emit without outlet: success but not stored': [422, 'an order that nobody can be told of must not be called a success'],
    'mark synced unknown': [404, 'there is no such order'],
    'mark synced integer id as stored': [404, 'nor is there one with a fraction: the recorded hub kept numbers as text'],
};

test('the recorded requests get the recorded kinds of answers', async () => {
    const skipped = [];
    for (const { name, request, response } of recorded('20_hub_http')) {
        const url = new URL(request.url);
        const body = request.body === null ? undefined : request.body.__raw__ ?? JSON.stringify(request.body).replace('<120000 x>', 'x'.repeat(120_000));
        const headers = { ...request.headers };
        if (body !== undefined)
            headers['content-type'] = 'application/json';
        const answer = await fetch(hub.url + url.pathname + url.search, { method: request.method, body, headers });
        const text = await answer.text();
        const [status] = otherAnswers[name] ?? [response.status];
        assert.equal(answer.status, status, `${name}: ${text}`);
        if (status >= 400 && !url.pathname.startsWith('/socket.io')) {
            const { error } = JSON.parse(text); // always JSON, and in one shape
            assert.equal(typeof error.code, 'string', name);
            assert.equal(typeof error.message, 'string', name);
        } else if (Array.isArray(response.body)) {
            assert.ok(Array.isArray(JSON.parse(text)), name);
        } else if (response.body?.__non_json__ === undefined) {
            const theirs = shape(response.body);
            delete theirs.rooms; // of whoever was there
            delete theirs.outlets;
            assertSaysAtLeast(shape(JSON.parse(text)), theirs, name);
        } else {
            skipped.push(name);
        }
    }
    assert.deepEqual(skipped, ['CORS on socket.io polling']); // a handshake, which the next test reads
});

test('polled orders are those that were said, oldest first, under ids that grow', async () => {
    const list = (await hub.get('/api/orders?outlet_id=77')).body;
    assert.deepEqual(list.map((order) => order.order_number), ['ORD-TEST-1', 'ORD-TEST-2', 'ORD-TEST-3', 'LOST2']);
    assert.equal(list[0].status, 'preparing');
    assert.equal(list[0].client_id, '01HZX0000000000000000000AA');
    for (let i = 1; i < list.length; ++i) {
        assert.ok(list[i].id > list[i - 1].id);
        const after = (await hub.get(`/api/orders?outlet_id=77&since_id=${list[i - 1].id}`)).body;
        assert.deepEqual(after, list.slice(i));
    }
});

test('the recorded frames of a kitchen get the recorded frames', async () => {
    const { frames } = recorded('21_hub_raw_frames');
    const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/socket.io/?EIO=4&transport=websocket`);
    const heard = [];
    let wake = () => {};
    socket.on('message', (data) => { heard.push(data.toString()); wake(); });
    const next = () => within((async () => {
        while (heard.length === 0)
            await new Promise((resolve) => { wake = resolve; });
        return heard.shift();
    })(), 'nothing was heard');
    const kind = (frame) => {
        const start = frame.search(/[[{]/);
        return start < 0 ? [frame] : [frame.slice(0, start), shape(JSON.parse(frame.slice(start)))];
    };
    // The short twin of an order that is here already went to a kitchen chosen by the number of the store: it is not relayed again.
    const isTwin = (frame) => frame.includes('"order:created:offline"') && !frame.includes('checkout_data');
    for (const { dir, frame } of frames) {
        if (dir === 'close' || frame === '2' || frame === '3')
            continue; // pings are tested with time that is handed in
        if (dir === 'client->hub') {
            socket.send(frame);
        } else if (!isTwin(frame)) {
            const ours = await next();
            assert.deepEqual(kind(ours), kind(frame), ours);
            if (frame.startsWith('42["order'))
                assert.equal(ours.replace(/"timestamp":"[^"]*"/, ''), frame.replace(/"timestamp":"[^"]*"/, ''));
            if (frame.startsWith('42["order_sent"')) {
                const ack = heard[0]?.startsWith('431') || frame.includes('"orderId":9,') ? await next() : null;
                assert.ok(ack === null || JSON.parse(ack.slice(3))[0].success); // recorded hubs left acks unanswered
            }
            if (frame.startsWith('42["order:created:offline"'))
                assert.deepEqual(kind(await next()), kind(frame)); // once per cart, and this kitchen is in both rooms
        }
    }
    socket.close();
});

test('what ended the recorded hub does not end ours', async () => {
    const deadly = recorded('23_hub_crash_and_retention').filter((entry) => entry.hub_exit !== undefined && / (no payload|null)$/.test(entry.name));
    assert.ok(deadly.length >= 8);
    for (const { name } of deadly) {
        const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/socket.io/?EIO=4&transport=websocket`);
        const refused = within(new Promise((resolve) => socket.on('message', (data) => {
            const text = data.toString();
            if (text.startsWith('40'))
                socket.send(`42${JSON.stringify(name.endsWith(' null') ? [name.split(' ')[0], null] : [name.split(' ')[0]])}`);
            else if (text.startsWith('42["error"'))
                resolve(JSON.parse(text.slice(2))[1]);
        })), `no refusal of ${name}`);
        await within(new Promise((resolve) => socket.on('open', resolve)), 'no connection');
        socket.send('40');
        assert.equal((await refused).event, name.split(' ')[0]);
        socket.close();
    }
    assert.equal((await hub.get('/health')).body.status, 'ok');
});

test('a hundred and five orders stay a hundred and five, through a kill', async () => {
    for (let i = 0; i < 105; ++i)
        await hub.post('/emit', { event: 'new_order', data: { id: `R${i}`, outlet_id: 88, items: [] } });
    await hub.stop('SIGKILL');
    await hub.start(...page);
    const first = (await hub.get('/api/orders?outlet_id=88&since_id=0')).body;
    const rest = (await hub.get(`/api/orders?outlet_id=88&since_id=${first.at(-1).id}`)).body;
    assert.deepEqual([...first, ...rest].map((order) => order.client_id), Array.from({ length: 105 }, (_, i) => `R${i}`));
});
