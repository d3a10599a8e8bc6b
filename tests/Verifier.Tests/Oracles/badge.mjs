// A second opinion on baked badges (docs/formats/png.md): npm png-chunks-extract takes the credential out, jose verifies it, and the picture without it must have the digest that the token names.
// node badge.mjs <folder of badges> <certificate> <Unix time>   answers with one JSON object: file -> accepted, or why not.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importX509, jwtVerify } from 'jose';
import extract from 'png-chunks-extract';

const [folder, certificate, now] = process.argv.slice(2);
const key = await importX509(readFileSync(certificate, 'utf8'), 'ES256');
const head = Buffer.from('openbadgecredential\0\0\0\0\0', 'latin1');
const isCredential = chunk => chunk.name === 'iTXt' && Buffer.from(chunk.data.subarray(0, head.length)).equals(head);

async function judge(file) {
    const chunks = extract(file);
    const found = chunks.filter(isCredential);
    if (found.length !== 1) throw new Error(`${found.length} credentials`);
    const baked = Buffer.from(found[0].data);
    const { payload } = await jwtVerify(baked.subarray(head.length).toString('latin1'), key, { algorithms: ['ES256'], typ: 'vc+jwt', currentDate: new Date(Number(now) * 1000) });
    // Length and type stand before the chunk's data, four bytes of checksum behind.
    const at = file.indexOf(baked);
    const picture = Buffer.concat([file.subarray(0, at - 8), file.subarray(at + baked.length + 4)]);
    const named = payload.relatedResource?.[0]?.digestSRI;
    if (named !== `sha256-${createHash('sha256').update(picture).digest('base64')}`) throw new Error('another picture');
}

const answers = {};
for (const name of readdirSync(folder)) answers[name] = await judge(readFileSync(join(folder, name))).then(() => 'accepted', refused => refused.message);
console.log(JSON.stringify(answers));
