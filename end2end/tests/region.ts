import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run scripts/end2end`);
  return value;
}

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('the probe has no port');
  return address.port;
}

/** The demo region with a server of its own: whatever a journey does to it, no other journey notices. */
export class Region {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  /** A copy of the demo as it was made for this run, served. */
  static async fresh(): Promise<Region> {
    const folder = await mkdtemp(join(tmpdir(), 'tavolo-region-'));
    await cp(setting('TAVOLO_E2E_DEMO'), folder, { recursive: true });
    const region = new Region(folder, await freePort());
    await region.serve();
    return region;
  }

  /** Moves the story's clock to an instant, as in `2022-10-14T09:30:00Z`. Long absences end sessions. */
  async moveTo(instant: string): Promise<void> {
    await this.stop();
    await promisify(execFile)(setting('TAVOLO_E2E_BINARY'), ['demo', '--clock', instant], { env: this.settings() });
    await this.serve();
  }

  /** Stops the server and forgets the copy. */
  async end(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The server refuses settings that it does not know: those of the journeys stay here. */
  private settings(): NodeJS.ProcessEnv {
    const others = Object.entries(process.env).filter(([name]) => !name.startsWith('TAVOLO_'));
    return {
      ...Object.fromEntries(others),
      TAVOLO_ADDR: `127.0.0.1:${this.port}`,
      TAVOLO_DATABASE_URL: `sqlite://${this.folder}/tavolo.db?mode=rwc`,
      TAVOLO_DATA_DIR: this.folder,
      TAVOLO_SITE_DIR: setting('TAVOLO_E2E_SITE'),
      TAVOLO_DEMO: 'true',
      // The journeys' identity provider listens on this machine.
      TAVOLO_OIDC_HTTP: 'true',
      TAVOLO_OIDC_PRIVATE: 'true',
    };
  }

  private async serve(): Promise<void> {
    const log = openSync(setting('TAVOLO_E2E_LOG'), 'a');
    const server = spawn(setting('TAVOLO_E2E_BINARY'), ['serve'], { env: this.settings(), stdio: ['ignore', log, log] });
    this.server = server;
    for (let tries = 0; tries < 200; tries += 1) {
      if (server.exitCode !== null) throw new Error(`the server ended: see ${setting('TAVOLO_E2E_LOG')}`);
      const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => undefined);
      if (answer?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the server does not answer');
  }

  private async stop(): Promise<void> {
    const server = this.server;
    if (server === undefined || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    const late = setTimeout(() => server.kill('SIGKILL'), 3_000);
    await ended;
    clearTimeout(late);
  }
}
