// Adds rows to the golden corpus (tests/Projections.Tests/Corpus), from docs/formats/event.md and by no code of the ledger, so that
// the one holds the other. Reads a JSON array from standard input:
//   [{ "type": "course-defined", "case": "bare", "stream": "UUID", "version": 1, "actor": { ... }, "data": { ... } }]
// "case" and "actor" may be left out. { "$seal": { "person": "UUID", "field": "remark", "value": "text" } } anywhere in data is sealed
// under that person's key of keys.json. A row whose file exists is refused: no stored row ever changes.
import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../tests/Projections.Tests/Corpus/', import.meta.url);
const keys = JSON.parse(readFileSync(new URL('keys.json', folder)));
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

// RFC 8785: members sorted by UTF-16 code units, numbers and strings as ECMAScript writes them.
const canonical = (value) => Array.isArray(value) ? `[${value.map(canonical).join()}]`
    : value !== null && typeof value === 'object'
        ? `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`
        : JSON.stringify(value);

function seal({ person, field, value }, type) {
    const own = keys.persons.find((p) => p.person === person);
    const secret = Buffer.from(own.secret, 'hex');
    const derive = (label) => hmac(secret, `credentialledger/1/sealed/${label}`);
    const bound = Buffer.from(`credentialledger/1/sealed\n${person}\n${own.key}\n${type}\n${field}`);
    // The ledger writes every character outside ASCII as an escape inside what it seals.
    const text = Buffer.from(JSON.stringify(value).replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`));
    const nonce = hmac(derive('nonce'), Buffer.concat([createHash('sha256').update(bound).digest(), text])).subarray(0, 12);
    const cipher = createCipheriv('aes-256-gcm', derive('seal'), nonce).setAAD(bound);
    const ciphertext = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    return { version: 1, person, key: own.key, nonce: nonce.toString('base64'), ciphertext: ciphertext.toString('base64') };
}

const sealed = (value, type) => value === null || typeof value !== 'object' ? value
    : Array.isArray(value) ? value.map((v) => sealed(v, type))
        : value.$seal ? seal(value.$seal, type)
            : Object.fromEntries(Object.entries(value).map(([name, v]) => [name, sealed(v, type)]));

const last = Math.max(...readdirSync(folder).filter((f) => f.includes('.v1')).map((f) => JSON.parse(readFileSync(new URL(f, folder))).seq_id));
const keeper = { person: 'd0000000-0000-4000-8000-000000000002', organisation: 'OCSC', duty: 'appoint', authority: 'representative' };

JSON.parse(readFileSync(0)).forEach((row, i) => {
    const name = `${row.type}.v1${row.case ? `.${row.case}` : ''}.json`;
    if (existsSync(new URL(name, folder))) throw new Error(`${name} exists, and is for good.`);
    const sequence = last + 1 + i;
    const id = `c${String(sequence).padStart(7, '0')}-0000-7000-8000-000000000000`;
    const data = sealed(row.data, row.type);
    const salt = randomBytes(32);
    const actor = row.actor ?? keeper;
    const commitment = hmac(hmac(salt, 'credentialledger/1/payload'), canonical(data)).toString('base64');
    const mac = hmac(Buffer.from(keys.applicationMac, 'hex'), canonical({ actor, commitment, id, stream: row.stream, type: row.type })).toString('base64');
    const stamp = String(sequence % 60).padStart(2, '0');
    writeFileSync(new URL(name, folder), JSON.stringify({
        seq_id: sequence, id, stream_id: row.stream, version: row.version ?? 1, type: row.type,
        timestamp: `2026-11-24T02:00:${stamp}.${String(sequence).padStart(6, '0')}+00:00`,
        correlation_id: '0000000000000000000000000000000b', causation_id: null, data,
        headers: { format: 1, actor, command: id, salt: salt.toString('base64'), commitment, mac },
    }, null, 2) + '\n');
    console.log(name);
});
