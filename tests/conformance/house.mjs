// SPDX-License-Identifier: GPL-3.0-or-later
// The programs of a restaurant for a test: a server with the demo's menu, and kiosks and kitchens off screen that a script drives.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { within } from './hub.mjs';

const programs = dirname(process.env.SAJI_HUB);
const environment = () => {
    const { HOME, PATH, ASAN_OPTIONS, UBSAN_OPTIONS } = process.env;
    return { HOME, PATH, ASAN_OPTIONS, UBSAN_OPTIONS, QT_QPA_PLATFORM: 'offscreen' };
};

export async function until(condition, what, limit = 30_000) {
    let over = false;
    await within((async () => {
        while (!over && !(await condition()))
            await new Promise((resolve) => setTimeout(resolve, 50));
    })(), what, limit).finally(() => { over = true; });
}

export class Server {
    constructor() {
        this.folder = mkdtempSync(join(tmpdir(), 'saji-server-'));
        this.outlets = [];
    }

    async start() {
        const program = join(programs, 'saji-server');
        execFileSync(program, ['menu', 'import', process.env.SAJI_MENU, '--data', this.folder]);
        this.process = spawn(program, ['serve', '--data', this.folder, '--listen', '127.0.0.1:0', '--discovery', 'off'],
            { env: environment(), stdio: ['ignore', 'pipe', 'ignore'] });
        const port = await within(new Promise((resolve) => {
            let said = '';
            this.process.stdout.on('data', (text) => {
                said += text;
                const found = /Listening on 127\.0\.0\.1:(\d+)/.exec(said);
                if (found)
                    resolve(Number(found[1]));
            });
        }), 'the server says no port');
        this.url = `http://127.0.0.1:${port}`;
        const catalog = await (await fetch(`${this.url}/api/catalog/?since_version=0&limit=1000`)).json();
        this.outlets = catalog.changes.filter((row) => row.kind === 'outlet').map((row) => Number(row.id));
        this.store = catalog.changes.find((row) => row.kind === 'store').id;
    }

    end() {
        this.process.kill('SIGKILL');
        rmSync(this.folder, { recursive: true, force: true });
    }
}

// A program with a window, by its name (kiosk, kitchen), with its folder and the socket of its script.
export class Device {
    constructor(kind, ...options) {
        this.kind = kind;
        this.options = options;
        this.folder = mkdtempSync(join(tmpdir(), 'saji-device-'));
        this.socket = join(this.folder, 'script');
    }

    async start() {
        rmSync(this.socket, { force: true });
        this.process = spawn(join(programs, `saji-${this.kind}`),
            ['--data', join(this.folder, 'data'), '--remote-control', this.socket, '--discovery', 'off', ...this.options],
            { env: environment(), stdio: ['ignore', 'ignore', 'pipe'] });
        this.log = '';
        this.process.stderr.on('data', (text) => { this.log = (this.log + text).slice(-20_000); });
        this.ended = new Promise((resolve) => this.process.once('exit', (code, signal) => resolve({ code, signal })));
        await until(() => existsSync(this.socket), `saji-${this.kind} opens no window`);
    }

    // One command of its script, answered.
    ask(command) {
        return within(new Promise((resolve, reject) => {
            const line = createConnection(this.socket, () => line.write(JSON.stringify(command) + '\n'));
            let said = '';
            line.on('data', (text) => {
                said += text;
                if (said.includes('\n')) {
                    line.destroy();
                    resolve(JSON.parse(said));
                }
            });
            line.on('error', reject);
        }), `no answer to ${JSON.stringify(command)}`);
    }

    async stop(signal = 'SIGTERM') {
        this.process.kill(signal);
        return this.ended;
    }

    async end() {
        await this.stop('SIGKILL');
        rmSync(this.folder, { recursive: true, force: true });
    }
}
