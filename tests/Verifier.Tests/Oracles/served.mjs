// Is the QR library that the portal serves npm's own, by the lock file?   node served.mjs <wwwroot>
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2];
const npm = file => readFileSync(join('node_modules/jsqr', file));
const { version } = JSON.parse(npm('package.json'));
const served = file => readFileSync(join(root, `jsqr-${version}`, file));
const same = npm('dist/jsQR.js').equals(served('jsQR.js')) && npm('LICENSE').equals(served('LICENSE.txt'));
const used = readFileSync(join(root, 'verify.js'), 'utf8').includes(`"./jsqr-${version}/jsQR.js"`);
console.log(same && used ? 'same' : `not npm's jsqr ${version}: same ${same}, used ${used}`);
