// SPDX-License-Identifier: GPL-3.0-or-later
// A hub as published, on the real Socket.IO server: it relays and forgets. Only what docs/protocol.md section 4 says of such hubs.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

export class PublishedHub {
    constructor() {
        this.port = 0;
        this.isMute = false; // takes words and does not pass them on
    }

    async start() {
        this.http = createServer();
        this.io = new Server(this.http, { pingInterval: 300, pingTimeout: 2000 });
        this.io.on('connection', (socket) => this.serve(socket));
        await new Promise((resolve) => this.http.listen(this.port, '127.0.0.1', resolve));
        this.port = this.http.address().port;
        this.url = `http://127.0.0.1:${this.port}`;
    }

    async stop() {
        await this.io.close();
    }

    serve(socket) {
        const now = () => new Date().toISOString();
        const unwrapped = (data) => data?.data ?? data;
        const relay = (event, data) => this.io.to(`outlet_${data.outlet_id ?? data.tenant_id}`).emit(event, data);
        socket.use((packet, next) => {
            if (!this.isMute)
                next();
        });
        socket.emit('connected', { message: 'Connected to Kitchen Sync Server', socketId: socket.id, timestamp: now() });
        socket.on('subscribe_outlet', (outlet) => {
            socket.join(`outlet_${outlet}`);
            socket.emit('subscribed', { outletId: outlet, timestamp: now() });
        });
        socket.on('new_order', (data) => {
            const order = unwrapped(data);
            relay('order_created', order);
            socket.emit('order_sent', { orderId: order.id ?? order.order_number, timestamp: now() });
        });
        socket.on('order:created:offline', (order) => {
            const room = order.checkout_data?.carts?.[0]?.outlet_id ?? order.store_id;
            this.io.to(`outlet_${room}`).emit('order:created:offline', order);
        });
        socket.on('update_status', (data) => relay('order_updated', unwrapped(data)));
        socket.on('complete_order', (data) => relay('order_completed', data));
        socket.on('cancel_order', (data) => relay('order_cancelled', data));
    }
}
