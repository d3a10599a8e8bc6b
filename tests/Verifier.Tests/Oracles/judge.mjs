// Independent libraries judge the token vectors: jose the VC-JWTs, @sd-jwt/sd-jwt-vc the SD-JWT VCs (the JWS inside by jose).
// node judge.mjs <vectors> <vc-jwt|sd-jwt> <Unix time>   answers with one JSON object: file -> accepted, or why not.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { importX509, jwtVerify, compactVerify } from 'jose';

const [vectors, shape, now] = process.argv.slice(2);
const at = Number(now);
// What a verifier knows without us: the certificate of body A, and the list that it publishes.
const key = await importX509(readFileSync(join(vectors, 'keys/body-a.cert.pem'), 'utf8'), 'ES256');
const list = readFileSync(join(vectors, 'status-list/good/body-a.jwt'), 'utf8');
const rules = typ => ({ algorithms: ['ES256'], typ, currentDate: new Date(at * 1000) });

const sdJwt = new SDJwtVcInstance({
    hasher: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
    hashAlg: 'sha-256',
    verifier: async (data, signature) => compactVerify(`${data}.${signature}`, key, { algorithms: ['ES256'] }).then(() => true, () => false),
    statusListFetcher: async () => list,
});

async function badge(token) {
    await jwtVerify(token, key, rules('vc+jwt'));
}

async function selective(token) {
    const [jws, ...rest] = token.split('~');
    await jwtVerify(jws, key, rules('dc+sd-jwt'));
    const { payload } = await sdJwt.verify(token, { currentDate: at });
    const shown = ['name_th', 'name_en', 'national_id_hash'].filter(name => name in payload);
    // It leaves out a disclosure that the issuer did not sign; whoever showed one did not get it accepted.
    if (shown.length !== rest.length - 1) throw new Error('a disclosure is not in the payload');
}

const judge = shape === 'vc-jwt' ? badge : selective;
const answers = {};
for (const file of readdirSync(join(vectors, shape), { recursive: true }).filter(f => f.endsWith('jwt'))) {
    const token = readFileSync(join(vectors, shape, file), 'latin1');
    answers[file] = await judge(token).then(() => 'accepted', refused => refused.message);
}
console.log(JSON.stringify(answers));
