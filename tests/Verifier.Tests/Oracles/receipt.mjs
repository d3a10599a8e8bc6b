// A second opinion on a verification receipt (docs/formats/receipt.md): npm jose checks it by the key that the ledger's DID document names.
// node receipt.mjs <receipt file> <DID document file>   prints the payload; ends with 1 and the reason where it is refused.
import { readFile } from 'node:fs/promises';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';

const [file, document] = process.argv.slice(2);
try {
  const token = await readFile(file, 'ascii');
  const did = JSON.parse(await readFile(document, 'utf8'));
  const { kid, typ } = decodeProtectedHeader(token);
  const method = did.verificationMethod.find((m) => m.id === kid);
  if (typ !== 'verification-receipt+jwt' || !method || !did.assertionMethod.includes(kid)) throw new Error('not of this ledger');
  const { payload } = await compactVerify(token, await importJWK(method.publicKeyJwk, 'ES256'), { algorithms: ['ES256'] });
  console.log(new TextDecoder().decode(payload));
} catch (refused) {
  console.log(refused.code ?? refused.message);
  process.exitCode = 1;
}
