// SPDX-License-Identifier: GPL-3.0-or-later
// A hub as one is usually written: Express, express-rate-limit, Socket.IO, better-sqlite3. peer.mjs FOLDER; says its port.
import { createServer } from 'node:http';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { Server } from 'socket.io';

const folder = process.argv[2];
const app = express();
const server = createServer(app);
const io = new Server(server, { cors: { origin: '*' } });
app.use(express.json());
// As shipped, and set so that no request of the measurement is refused.
const limiter = rateLimit({ windowMs: 1000, limit: 10_000_000, standardHeaders: true, legacyHeaders: false });

const orders = new Map();
let insert = null;
try {
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(`${folder}/peer.db`);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec('CREATE TABLE orders(id TEXT PRIMARY KEY, outlet_id INTEGER, order_data TEXT NOT NULL)');
    insert = database.prepare('INSERT OR REPLACE INTO orders(id, outlet_id, order_data) VALUES(?, ?, ?)');
} catch (error) {
    console.error(`without better-sqlite3: ${error.message}`);
}

app.get('/api/orders', limiter, (request, response) => {
    response.json((orders.get(Number(request.query.outlet_id)) ?? []).slice(-100));
});
app.post('/emit', (request, response) => {
    const { event, data } = request.body;
    if (!event || !data) {
        response.status(400).json({ error: 'Missing event or data' });
        return;
    }
    if (insert === null && request.headers['x-durable']) {
        response.status(501).json({ error: 'nothing to keep it with' });
        return;
    }
    insert?.run(String(data.id), data.outlet_id, JSON.stringify(data));
    const list = orders.get(data.outlet_id) ?? [];
    list.push(data);
    if (list.length > 100)
        list.shift();
    orders.set(data.outlet_id, list);
    io.to(`outlet_${data.outlet_id}`).emit(event, data);
    response.json({ success: true, event, outletId: data.outlet_id, timestamp: new Date().toISOString() });
});
io.on('connection', (socket) => {
    socket.on('subscribe_outlet', (outlet) => {
        socket.join(`outlet_${outlet}`);
        socket.room = `outlet_${outlet}`;
        socket.emit('subscribed', { outletId: outlet, timestamp: new Date().toISOString() });
    });
    socket.on('broadcast', (data) => socket.to(socket.room).emit('message', data));
});
server.listen(0, '127.0.0.1', () => console.log(`listening on 127.0.0.1:${server.address().port}${insert ? '' : ' without a database'}`));
