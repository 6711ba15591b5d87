// SPDX-License-Identifier: GPL-3.0-or-later
// A hub for a test: its own folder and port, started, killed and started again.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const patience = 10_000;

export class Hub {
    constructor(program) {
        this.program = program;
        this.folder = mkdtempSync(join(tmpdir(), 'saji-conformance-'));
        this.port = 0;
    }

    async start(...more) {
        const settings = new Map([['--store', 'demo'], ['--server', 'http://127.0.0.1:9'], ['--poll-limit', '0']]);
        for (let i = 0; i < more.length; i += 2)
            settings.set(more[i], more[i + 1]);
        const options = ['--data', join(this.folder, 'data'), '--listen', `127.0.0.1:${this.port}`, ...[...settings].flat()];
        const { HOME, PATH, ASAN_OPTIONS, UBSAN_OPTIONS } = process.env;
        this.process = spawn(this.program, options, { env: { HOME, PATH, ASAN_OPTIONS, UBSAN_OPTIONS, QT_NO_GLIB: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
        this.process.stderr.on('data', (text) => { this.log = ((this.log ?? '') + text).slice(-20_000); });
        this.ended = new Promise((resolve) => this.process.once('exit', (code, signal) => resolve({ code, signal })));
        this.port = await new Promise((resolve, reject) => {
            let said = '';
            this.process.stdout.on('data', (text) => {
                said += text;
                const found = /Listening on 127\.0\.0\.1:(\d+)/.exec(said);
                if (found)
                    resolve(Number(found[1]));
            });
            this.ended.then(() => reject(new Error(`the hub ended: ${said} ${this.log}`)));
        });
        this.url = `http://127.0.0.1:${this.port}`;
    }

    async stop(signal = 'SIGTERM') {
        this.process.kill(signal);
        return this.ended;
    }

    async end() {
        await this.stop('SIGKILL');
        rmSync(this.folder, { recursive: true, force: true });
    }

    async get(path, headers = {}) {
        const answer = await fetch(this.url + path, { headers });
        return { status: answer.status, body: await answer.json() };
    }

    async post(path, body, headers = {}) {
        const answer = await fetch(this.url + path, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: typeof body === 'string' ? body : JSON.stringify(body),
        });
        return { status: answer.status, body: await answer.json() };
    }
}

// What a client hears of an event, in order; `next` waits for it.
export class Ear {
    constructor(socket, ...events) {
        this.heard = [];
        this.waiting = [];
        for (const event of events) {
            socket.on(event, (data) => {
                this.heard.push({ event, data });
                this.serve();
            });
        }
    }

    serve() {
        while (this.waiting.length > 0 && this.heard.length > 0)
            this.waiting.shift()(this.heard.shift());
    }

    next() {
        return within(new Promise((resolve) => {
            this.waiting.push(resolve);
            this.serve();
        }), 'nothing was heard');
    }
}

export async function within(promise, what, limit = patience) {
    let timer;
    const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`${what} within ${limit} ms`)), limit); });
    try {
        return await Promise.race([promise, late]);
    } finally {
        clearTimeout(timer);
    }
}

export function once(socket, event) {
    return within(new Promise((resolve) => socket.once(event, resolve)), `no ${event}`);
}
