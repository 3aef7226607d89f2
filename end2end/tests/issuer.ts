import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

const LEVEL = 'https://www.spid.gov.it/SpidL';

/** Who may sign in there: what each of them is asked for is a level alone. */
const PEOPLE: Record<string, Record<string, unknown>> = {
  anna: {
    given_name: 'Anna',
    family_name: 'Rossi',
    email: 'anna.spid@example.org',
    email_verified: true,
    birthdate: '1980-01-01',
    fiscal_number: 'TINIT-RSSNNA80A41H223M',
  },
};

/** A real identity provider on this machine, where one says who one is and how surely. */
export class Issuer {
  static readonly client = 'tavolo';
  static readonly secret = 'segreto-di-prova-0123456789';

  private constructor(
    readonly address: string,
    private readonly server: Server,
  ) {}

  /** Serves the provider for the site at `origin`. */
  static async start(origin: string): Promise<Issuer> {
    let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
    const server = createServer((request, response) => answer(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(address, settings(origin));
    const others = provider.callback();
    answer = (request, response) => {
      if (request.url?.startsWith('/chi/')) void ask(provider, request, response);
      else void others(request, response);
    };
    return new Issuer(address, server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function settings(origin: string): ConstructorParameters<typeof Provider>[1] {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  return {
    clients: [
      {
        client_id: Issuer.client,
        client_secret: Issuer.secret,
        redirect_uris: [`${origin}/accedi/oidc/ritorno`],
        post_logout_redirect_uris: [`${origin}/uscita/oidc`],
      },
    ],
    jwks: { keys: [{ ...key, kid: 'prova', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['prova'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    acrValues: ['1', '2', '3'].map((level) => LEVEL + level),
    claims: {
      openid: ['sub'],
      acr: null,
      profile: ['given_name', 'family_name', 'birthdate', 'fiscal_number'],
      email: ['email', 'email_verified'],
    },
    interactions: { url: (_, interaction) => `/chi/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
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

/** The page that asks who one is, and what becomes of it. */
async function ask(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const said = new URLSearchParams(Buffer.concat(chunks).toString());
    const result = said.has('no')
      ? { error: 'access_denied' }
      : { login: { accountId: 'anna', acr: LEVEL + said.get('level') } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    return;
  }
  const buttons = ['1', '2', '3'].map((level) => `<button name="level" value="${level}">Livello ${level}</button>`);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(
    `<!DOCTYPE html><html lang="it"><title>Fornitore</title><h1>Chi sei?</h1>` +
      `<form method="post">${buttons.join('')}<button name="no" value="1">Annulla</button></form></html>`,
  );
}
