// A second opinion on a signed statement of an equivalence (docs/formats/equivalence.md): npm jose checks it by the key set of who signed.
// node statement.mjs <token file> <JWKS file>   prints the payload; ends with 1 and the reason where it is refused.
import { readFile } from 'node:fs/promises';
import { compactVerify, createLocalJWKSet } from 'jose';

const [file, keys] = process.argv.slice(2);
try {
  const token = await readFile(file, 'ascii');
  const { payload, protectedHeader } = await compactVerify(token, createLocalJWKSet(JSON.parse(await readFile(keys, 'utf8'))), { algorithms: ['ES256', 'PS256'] });
  if (protectedHeader.typ !== 'equivalence+jwt') throw new Error('another kind of token');
  console.log(new TextDecoder().decode(payload));
} catch (refused) {
  console.log(refused.code ?? refused.message);
  process.exitCode = 1;
}
