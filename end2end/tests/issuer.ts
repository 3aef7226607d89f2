import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as call, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { spoilt, type Spoil } from './spoil';

const LEVEL = 'https://www.spid.gov.it/SpidL';
const LOOPBACK = '127.0.0.1';

/** Who may sign in there; everybody of a run has an account of their own with the site. */
function people(run: string): Record<string, Record<string, unknown>> {
  const of = (given_name: string, family_name: string, fiscal_number: string): Record<string, unknown> => ({
    given_name,
    family_name,
    email: `${given_name.toLowerCase()}.spid${run}@example.org`,
    email_verified: true,
    birthdate: '1980-01-01',
    fiscal_number,
  });
  return {
    anna: of('Anna', 'Rossi', 'TINIT-RSSNNA80A41H223M'),
    berta: of('Berta', 'Bianchi', 'TINIT-BNCBRT80A41H223R'),
  };
}

/** A key with which a provider signs. */
interface Key {
  kid: string;
  private: KeyObject;
}

function freshKey(kid: string): Key {
  return { kid, private: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey };
}

/** A real identity provider on this machine, where one says who one is and how surely. */
export class Issuer {
  static readonly client = 'tavolo';
  static readonly secret = 'segreto-di-prova-0123456789';

  /** What goes wrong with the next sign-ins. */
  spoil: Spoil | undefined;
  /** The words with which the provider told the site that somebody signed out. */
  readonly told: { url: string; body: string }[] = [];

  private isOpen = true;
  private key = freshKey('prima');
  private backChannel: string | undefined;
  private provider: Provider | undefined;

  private constructor(
    readonly address: string,
    private readonly origin: string,
    private readonly run: string,
    private readonly server: Server,
  ) {}

  /** Serves the provider for the site at `origin`; people of one `run` have their own addresses. */
  static async start(origin: string, run = ''): Promise<Issuer> {
    let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
    const server = createServer((request, response) => answer(request, response));
    server.listen(0, LOOPBACK);
    await once(server, 'listening');
    const address = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
    const issuer = new Issuer(address, origin, run, server);
    issuer.serve();
    answer = (request, response) => void issuer.answer(request, response);
    return issuer;
  }

  /** The address under which somebody is known there. */
  addressOf(who: string): string {
    return String(people(this.run)[who]?.email);
  }

  /** From now on nobody gets an answer. */
  refuse(): void {
    this.isOpen = false;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** From now on another key signs, and the one before is shown no more. */
  rotate(): void {
    this.key = freshKey(`dopo-${Date.now()}`);
    this.serve();
  }

  /** From now on the site is told at this address that somebody signed out. */
  tellAt(address: string): void {
    this.backChannel = address;
    this.serve();
  }

  /** Says once more what the site was told last, and gives the status with which it answers. */
  async repeat(): Promise<number> {
    const last = this.told.at(-1);
    if (last === undefined) throw new Error('the site was told nothing');
    return (await post(last.url, last.body)).status;
  }

  private serve(): void {
    this.provider = new Provider(this.address, this.settings());
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.provider;
    if (provider === undefined || !this.isOpen) return void request.socket.destroy();
    if (request.url?.startsWith('/chi/')) return ask(provider, request, response);
    const spoil = this.spoil;
    if (spoil !== undefined) {
      const sign = (said: string): string => createSign('RSA-SHA256').update(said).sign(this.key.private, 'base64url');
      if (!(await spoilt(spoil, request, response, sign))) return;
    }
    await provider.callback()(request, response);
  }

  private settings(): ConstructorParameters<typeof Provider>[1] {
    const key = this.key.private.export({ format: 'jwk' });
    const known = people(this.run);
    return {
      clients: [
        {
          client_id: Issuer.client,
          client_secret: Issuer.secret,
          redirect_uris: [`${this.origin}/accedi/oidc/ritorno`],
          post_logout_redirect_uris: [`${this.origin}/uscita/oidc`],
          ...(this.backChannel === undefined
            ? {}
            : { backchannel_logout_uri: this.backChannel, backchannel_logout_session_required: true }),
        },
      ],
      jwks: { keys: [{ ...key, kid: this.key.kid, use: 'sig', alg: 'RS256' }] },
      cookies: { keys: ['prova'] },
      pkce: { required: () => true },
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: { enabled: true },
        backchannelLogout: { enabled: true },
      },
      // Node does not know names under localhost.
      fetch: async (url, options) => {
        const body = String(options?.body ?? '');
        this.told.push({ url: String(url), body });
        return post(String(url), body);
      },
      acrValues: ['1', '2', '3'].map((level) => LEVEL + level),
      claims: {
        openid: ['sub'],
        acr: null,
        sid: null,
        profile: ['given_name', 'family_name', 'birthdate', 'fiscal_number'],
        email: ['email', 'email_verified'],
      },
      interactions: { url: (_, interaction) => `/chi/${interaction.uid}` },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...known[id] }) }),
      // Who signs in agrees that the site learns what it asks for.
      async loadExistingGrant(context) {
        const { client, session, provider } = context.oidc;
        const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    };
  }
}

/** Posts a form to a host under localhost. */
async function post(address: string, body: string): Promise<Response> {
  const url = new URL(address);
  const headers = { host: url.host, 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length };
  const sent = call({ host: LOOPBACK, port: url.port, path: url.pathname, method: 'POST', headers });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return new Response(null, { status: answer.statusCode ?? 500 });
}

/** The page that asks who one is, and what becomes of it. */
async function ask(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const said = new URLSearchParams(Buffer.concat(chunks).toString());
    const result = said.has('no')
      ? { error: 'access_denied' }
      : { login: { accountId: said.get('chi') ?? 'anna', acr: LEVEL + said.get('level') } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    return;
  }
  const buttons = ['1', '2', '3'].map((level) => `<button name="level" value="${level}">Livello ${level}</button>`);
  const names = ['anna', 'berta'].map((name) => `<option>${name}</option>`);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(
    `<!DOCTYPE html><html lang="it"><title>Fornitore</title><h1>Chi sei?</h1>` +
      `<form method="post"><select name="chi" aria-label="Chi">${names.join('')}</select>` +
      `${buttons.join('')}<button name="no" value="1">Annulla</button></form></html>`,
  );
}
