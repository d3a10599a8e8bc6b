// What scripts add to /verify (docs/design/0033): a place to drop the file, and the QR code read by camera or from a photograph.
// No picture leaves the browser, every word comes from the page, and without this file the page is complete.

const at = id => document.getElementById(id);

// ---- A dropped file goes the way of a chosen one.

const field = at("drop"), chosen = at("document");

const carriesFiles = event => event.dataTransfer?.types.includes("Files");

field.addEventListener("dragover", event => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  field.classList.add("over");
});
field.addEventListener("dragleave", event => {
  if (!field.contains(event.relatedTarget)) field.classList.remove("over");
});
field.addEventListener("drop", event => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  field.classList.remove("over");
  tell(event.dataTransfer.files.length === 1 ? null : "one-file", at("drop-says"));
  if (event.dataTransfer.files.length !== 1) return;
  chosen.files = event.dataTransfer.files;
  chosen.form.requestSubmit();
});
at("drop-hint").hidden = false;

// ---- What the page says, by the name that the page gave it.

function tell(what, where = at("scan-says")) {
  const words = what && at("scan-words").content.querySelector(`[data-says="${what}"]`);
  where.replaceChildren(...(words ? [words.cloneNode(true)] : []));
}

// ---- A code of this ledger's leads on, by our own origin and with what our pages read; any other is none of ours.

const scan = at("scan");

function addressIn(text) {
  const address = URL.parse?.(text) ?? (URL.canParse(text) ? new URL(text) : null);
  if (address?.origin !== location.origin && address?.origin !== scan.dataset.origin) return null;
  const [page, name] = address.pathname === "/verify" ? ["/verify", "number"] : address.pathname === "/verify/link" ? ["/verify/link", "t"] : [];
  const value = page && address.searchParams.get(name);
  return value ? `${page}?${new URLSearchParams({ [name]: value })}` : null;
}

function follow(text) {
  const address = addressIn(text);
  tell(address ? "found" : "foreign");
  if (address) location.assign(address);
}

// ---- Reading a picture, no larger than is asked for. The library is fetched when it is first needed.

const canvas = document.createElement("canvas");
const pencil = canvas.getContext("2d", { willReadFrequently: true });

async function library() {
  if (!self.jsQR) await import("./jsqr-1.4.0/jsQR.js");
  return self.jsQR;
}

function read(jsQR, picture, width, height, largest, inversionAttempts) {
  const scale = Math.min(1, largest / Math.max(width, height));
  [canvas.width, canvas.height] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  pencil.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data } = pencil.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, canvas.width, canvas.height, { inversionAttempts })?.data;
}

// ---- From a photograph: small first, which forgives noise; then larger, which shows a small code.

at("scan-photograph").addEventListener("change", async event => {
  const [file] = event.target.files;
  event.target.value = ""; // the same picture may be chosen again
  if (!file) return;
  stop();
  tell("reading");
  try {
    const [jsQR, picture] = await Promise.all([library(), createImageBitmap(file)]);
    const text = [600, 1200, 2400].reduce((found, largest) => found || read(jsQR, picture, picture.width, picture.height, largest, "attemptBoth"), "");
    picture.close();
    if (text) follow(text);
    else tell("none");
  } catch {
    tell("unreadable");
  }
});

// ---- By the camera, which is off again as soon as it was read, stopped, or nobody looks.

const film = at("scan-film"), start = at("scan-start"), halt = at("scan-stop");
const camera = navigator.mediaDevices?.getUserMedia; // none without TLS
let turn = 0; // whatever began in an earlier turn is over

function stop() {
  turn++;
  film.srcObject?.getTracks().forEach(track => track.stop());
  film.srcObject = null;
  const focused = document.activeElement === halt;
  [film.hidden, halt.hidden, start.hidden] = [true, true, !camera];
  if (focused) start.focus();
}

async function watch() {
  const mine = ++turn;
  [halt.hidden, start.hidden] = [false, true];
  halt.focus();
  tell("asking");
  try {
    const jsQR = await library();
    const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 1280 } } });
    if (mine !== turn) return stream.getTracks().forEach(track => track.stop());
    film.srcObject = stream;
    film.hidden = false;
    await film.play();
    tell("looking");
    look(jsQR, mine);
  } catch {
    if (mine !== turn) return;
    stop();
    tell("no-camera");
  }
}

function look(jsQR, mine) {
  if (mine !== turn) return;
  const text = film.videoWidth && read(jsQR, film, film.videoWidth, film.videoHeight, 800, "dontInvert");
  if (!text) return requestAnimationFrame(() => look(jsQR, mine));
  stop();
  follow(text);
}

function leave() {
  if (halt.hidden) return;
  stop();
  tell("stopped");
}

start.addEventListener("click", watch);
halt.addEventListener("click", leave);
scan.addEventListener("keydown", event => event.key === "Escape" && leave());
document.addEventListener("visibilitychange", () => document.hidden && leave());
addEventListener("pagehide", leave);
start.hidden = !camera;
scan.hidden = false;
