// A second opinion on signed statements of equivalences and of their withdrawals (docs/formats/equivalence.md): npm jose checks each by the key set of who signed.
// node statement.mjs <JWKS file> <token file>...   prints one JSON object a token: its payload as text, or why it is refused.
import { readFile } from 'node:fs/promises';
import { compactVerify, createLocalJWKSet } from 'jose';

const [keys, ...files] = process.argv.slice(2);
const jwks = createLocalJWKSet(JSON.parse(await readFile(keys, 'utf8')));
for (const file of files) {
  try {
    const { payload, protectedHeader } = await compactVerify(await readFile(file, 'ascii'), jwks, { algorithms: ['ES256', 'PS256'] });
    if (!['equivalence+jwt', 'equivalence-withdrawal+jwt'].includes(protectedHeader.typ)) throw new Error('another kind of token');
    console.log(JSON.stringify({ payload: new TextDecoder().decode(payload) }));
  } catch (refused) {
    console.log(JSON.stringify({ refused: refused.code ?? refused.message }));
  }
}
