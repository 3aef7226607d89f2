import { accessible, at, expect, test } from './place';
import { cameIn, follow, sayThere, SLUG, stopped, withProvider } from './providers';
import type { Spoil } from './spoil';

test.use({ story: 'oidc-faults' });
// Every fault goes the whole way to the provider and back.
test.slow();

const OTHER = 'https://altrove.example';

/** What goes wrong on the way from a real provider, and what the person reads. */
const FAULTS: [string, Spoil, string][] = [
  ['nonce', { claims: (claims) => (claims.nonce = 'di un altro') }, 'la risposta riguarda un altro accesso'],
  ['no nonce', { claims: (claims) => delete claims.nonce }, 'la risposta riguarda un altro accesso'],
  ['state', { back: (url) => url.searchParams.set('state', 'x') }, 'non è cominciato in questo browser'],
  ['issuer', { claims: (claims) => (claims.iss = OTHER) }, 'dice di chiamarsi in un altro modo'],
  ['issuer in the address', { back: (url) => url.searchParams.set('iss', OTHER) }, 'dice di chiamarsi in un altro modo'],
  ['no issuer in the address', { back: (url) => url.searchParams.delete('iss') }, 'dice di chiamarsi in un altro modo'],
  ['audience', { claims: (claims) => (claims.aud = 'altro') }, 'è destinata a un altro servizio'],
  ['expired', { claims: (claims) => (claims.exp = Number(claims.exp) - 4_000) }, 'è scaduta'],
  ['old', { claims: (claims) => (claims.iat = Number(claims.iat) - 4_000) }, 'è scaduta'],
  ['subject', { claims: (claims) => (claims.sub = 'berta') }, 'parlano di due persone diverse'],
  ['none', { signed: 'none' }, 'firma in un modo che qui non è accettato'],
  ['HS256', { signed: 'HS256' }, 'firma in un modo che qui non è accettato'],
  ['signature', { signed: 'tampered' }, 'la firma della risposta non è valida'],
  ['unknown key', { signed: 'unknown' }, 'con una chiave che il fornitore d’identità non pubblica'],
  ['code', { back: (url) => url.searchParams.set('code', 'x') }, 'non accetta più questo accesso'],
  ['down', { tokens: 'down' }, 'non risponde'],
  ['slow', { tokens: 'slow' }, 'ha impiegato troppo tempo'],
];

test('what does not hold in the answer of a real provider opens nothing and is said plainly', async ({
  page,
  another,
}) => {
  await withProvider(await another(), async (offered) => {
    const { issuer } = offered;
    let used = '';
    issuer.spoil = { back: (url) => (used = url.searchParams.get('code') ?? ''), claims: (claims) => delete claims.acr };
    await follow(page, offered);
    await sayThere(page, 'Livello 2');
    await stopped(page, 'serve un livello di sicurezza più alto');
    await accessible(page);

    // The provider knows the person from here on and asks nothing.
    for (const [what, spoil, words] of FAULTS) {
      await test.step(what, async () => {
        issuer.spoil = spoil;
        await follow(page, offered);
        await stopped(page, words);
      });
    }
    await accessible(page);

    await test.step('a code that was used', async () => {
      issuer.spoil = { back: (url) => url.searchParams.set('code', used) };
      await follow(page, offered);
      await stopped(page, 'non accetta più questo accesso');
    });

    await test.step('an answer that came before', async () => {
      let came = '';
      issuer.spoil = { back: (url) => (came = url.href) };
      await follow(page, offered);
      await cameIn(page, 'Anna R.');
      const elsewhere = await another();
      await elsewhere.goto(came);
      await stopped(elsewhere, 'non è cominciato in questo browser');
      await page.goto(came);
      await expect(page.locator('#errori')).toContainText('non è cominciato in questo browser', { ignoreCase: true });
      await page.goto(at(SLUG));
      await expect(page.locator('header')).toContainText('Anna R.');
    });
  });
});
