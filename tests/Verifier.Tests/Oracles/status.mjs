// A second opinion on a status list: npm jose checks the signature and the times, node's zlib unpacks the list, and the bits are read here once more.
// node status.mjs <token file> <JWKS file> <unix time> <place>...   prints one JSON object; ends with 1 and the reason where the token is refused.
import { readFile } from 'node:fs/promises';
import { gunzipSync, inflateSync } from 'node:zlib';
import { createLocalJWKSet, jwtVerify } from 'jose';

const [file, keys, at, ...places] = process.argv.slice(2);
const jwks = createLocalJWKSet(JSON.parse(await readFile(keys, 'utf8')));

const read = {
  'statuslist+jwt': ({ sub, status_list: { bits, lst } }) => {
    const bytes = inflateSync(Buffer.from(lst, 'base64url'));
    return { list: sub, of: (place) => (bytes[Math.floor((place * bits) / 8)] >> ((place * bits) % 8)) & ((1 << bits) - 1) };
  },
  'vc+jwt': ({ id, credentialSubject: { encodedList, statusPurpose } }) => {
    if (encodedList[0] !== 'u') throw new Error('not base64url');
    const bytes = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
    return { list: id, purpose: statusPurpose, of: (place) => (bytes[Math.floor(place / 8)] >> (7 - (place % 8))) & 1 };
  },
};

try {
  for (const token of (await readFile(file, 'ascii')).split('\n')) {
    const { payload, protectedHeader } = await jwtVerify(token, jwks, { algorithms: ['ES256', 'PS256'], currentDate: new Date(at * 1000), requiredClaims: ['iat', 'exp'] });
    const { list, purpose, of } = read[protectedHeader.typ](payload);
    console.log(JSON.stringify({ list, purpose, kid: protectedHeader.kid, values: places.map((place) => of(Number(place))) }));
  }
} catch (refused) {
  console.log(refused.code ?? refused.message);
  process.exitCode = 1;
}
