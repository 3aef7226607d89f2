import { createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Issuer } from './issuer';

type Claims = Record<string, unknown>;

/** What goes wrong between a real provider and the site. */
export interface Spoil {
  /** Changes the address at which the browser comes back. */
  back?: (url: URL) => void;
  /** Changes what the ID token claims; it is signed anew with the provider's own key. */
  claims?: (claims: Claims) => void;
  /** How the ID token is signed instead. */
  signed?: 'none' | 'HS256' | 'unknown' | 'tampered';
  /** The endpoint of tokens does not work. */
  tokens?: 'down' | 'slow';
}

const BACK = '/accedi/oidc/ritorno?';
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Lets `response` go wrong as `spoil` says; false where nothing is left to answer. */
export async function spoilt(
  spoil: Spoil,
  request: IncomingMessage,
  response: ServerResponse,
  sign: (said: string) => string,
): Promise<boolean> {
  if (spoil.back !== undefined) changeLocation(response, spoil.back);
  if (request.url !== '/token') return true;
  if (spoil.tokens === 'down') {
    response.writeHead(503).end();
    return false;
  }
  // Longer than the site waits for anybody.
  if (spoil.tokens === 'slow') await new Promise((resolve) => setTimeout(resolve, 9_000));
  if (spoil.claims !== undefined || spoil.signed !== undefined) {
    changeBody(response, (token) => changed(token, spoil, sign));
  }
  return true;
}

function changeLocation(response: ServerResponse, change: (url: URL) => void): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== 'location' || !String(value).includes(BACK)) return set(name, value);
    const url = new URL(String(value));
    change(url);
    return set(name, url.href);
  };
}

function changeBody(response: ServerResponse, change: (token: string) => string): void {
  const end = response.end.bind(response) as (body: string) => ServerResponse;
  response.end = ((body: unknown) => {
    const said = JSON.parse(String(body)) as { id_token?: string };
    if (said.id_token !== undefined) said.id_token = change(said.id_token);
    const text = JSON.stringify(said);
    response.setHeader('content-length', Buffer.byteLength(text));
    return end(text);
  }) as ServerResponse['end'];
}

function changed(token: string, spoil: Spoil, sign: (said: string) => string): string {
  const [head = '', body = '', signature = ''] = token.split('.');
  const read = (part: string): Claims => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;
  const header = read(head);
  const claims = read(body);
  spoil.claims?.(claims);
  const with_ = (more: Claims): string => `${encode({ ...header, ...more })}.${encode(claims)}`;
  switch (spoil.signed) {
    case 'none':
      return `${with_({ alg: 'none' })}.`;
    case 'HS256': {
      const said = with_({ alg: 'HS256' });
      return `${said}.${createHmac('sha256', Issuer.secret).update(said).digest('base64url')}`;
    }
    case 'unknown': {
      const said = with_({ kid: 'sconosciuta' });
      const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
      return `${said}.${signWith('RSA-SHA256', Buffer.from(said), key).toString('base64url')}`;
    }
    case 'tampered':
      claims.tampered = true;
      return `${with_({})}.${signature}`;
    case undefined: {
      const said = with_({});
      return `${said}.${sign(said)}`;
    }
  }
}
