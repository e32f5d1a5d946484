// @ts-check
// What makes the pages quicker to use; everything works without it too.

/** @returns {any} */
const $ = (selector, within = document) => within.querySelector(selector);

/** @returns {any[]} */
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const typing = (event) =>
  event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog");

// Keys: those that stand on a link or a button of the page, one ("y") or two in a row ("g t").
let before = "";

const pressed = (key) => {
  const two = `${before} ${key}`;
  const found = all("[data-key]").filter((e) => e.dataset.key === two || e.dataset.key === key);
  before = key;
  setTimeout(() => (before = ""), 1500);
  return found.find((e) => e.dataset.key === two) || found.find((e) => !e.dataset.key.includes(" "));
};

const openHelp = () => {
  const list = $("#keys dl");
  const seen = new Set();
  const rows = all("[data-key]").filter((e) => !seen.has(e.dataset.key) && seen.add(e.dataset.key));
  list.replaceChildren(
    ...rows.flatMap((element) => {
      const [term, text] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = element.dataset.key;
      text.textContent = element.dataset.says || element.textContent.trim();
      return [term, text];
    }),
  );
  $("#keys").showModal();
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const open of all(".more[open]")) open.open = false;
  if (event.defaultPrevented || event.repeat || typing(event)) return;
  if (event.key === "?") return openHelp();
  const found = pressed(event.key);
  if (!found) return;
  event.preventDefault();
  before = "";
  if (found.matches("input, textarea, select")) return found.focus();
  if (found.matches("details")) {
    found.open = true;
    return $("input:not([type=hidden]), textarea, select", found)?.focus();
  }
  found.click();
});

// A text is copied with one click.
document.addEventListener("click", async (event) => {
  const target = /** @type {any} */ (event.target);
  const button = target.closest("[data-copy]");
  if (button) {
    await navigator.clipboard.writeText($(button.dataset.copy).value);
    button.textContent = "Copied";
  }
  if (target.closest("[data-print]")) print();
  for (const open of all(".more[open]")) if (!open.contains(target)) open.open = false;
});

// Words are counted while they are typed, and the blanks that are left.
const count = (text) => {
  const out = $(text.dataset.count);
  const words = text.value.trim().split(/\s+/).filter(Boolean).length;
  const blanks = (text.value.match(/\[[^\]\n]+\]/g) || []).length;
  out.textContent = `${words} words${blanks ? `, ${blanks} still to fill in` : ""}.`;
};

// The mail program gets the text as it stands.
const address = (text) => {
  const link = $("#mail");
  if (!link) return;
  const [to] = link.href.split("?");
  const subject = encodeURIComponent($("#subject").value);
  link.href = `${to}?subject=${subject}&body=${encodeURIComponent(text.value)}`;
};

// Files and folders are dropped anywhere on the zone; a bar shows how much was taken in.
const pieces = (reader) => new Promise((resolve, reject) => reader.readEntries(resolve, reject));

const inside = async (entry) => {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return [[file, entry.fullPath.replace(/^\//, "")]];
  }
  const [reader, found] = [entry.createReader(), []];
  for (let some = await pieces(reader); some.length; some = await pieces(reader))
    for (const one of some) found.push(...(await inside(one)));
  return found;
};

const dropped = async (transfer) => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => [file, file.name]);
  return (await Promise.all(entries.map(inside))).flat();
};

const send = (zone, files) => {
  if (!files.length) return;
  const [said, bar] = [$("[data-sending]", zone), $("[data-sent]", zone)];
  const [form, request] = [new FormData(), new XMLHttpRequest()];
  for (const [file, path] of files) form.append("files", file, path);
  said.hidden = bar.hidden = false;
  said.textContent = `Taking ${files.length === 1 ? files[0][0].name : `${files.length} files`} in …`;
  request.upload.addEventListener("progress", (event) => (bar.value = (100 * event.loaded) / event.total));
  request.addEventListener("load", () => {
    if (request.status < 400) return location.assign(request.responseURL);
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    said.textContent = $(".lead", page)?.textContent || "That did not work: try it once more.";
    bar.hidden = true;
  });
  request.addEventListener("error", () => (said.textContent = "netgraph has ended: start it again."));
  request.open("POST", zone.action);
  request.send(form);
};

const dropping = (zone) => {
  const over = (event, is) => {
    event.preventDefault();
    zone.classList.toggle("over", is);
  };
  zone.addEventListener("dragover", (event) => over(event, true));
  zone.addEventListener("dragleave", (event) => over(event, false));
  zone.addEventListener("drop", async (event) => {
    over(event, false);
    send(zone, await dropped(event.dataTransfer));
  });
  for (const label of all("[data-folder]", zone)) label.hidden = false;
  for (const input of all("input[type=file]", zone)) {
    input.classList.add("unseen");
    input.addEventListener("change", () =>
      send(
        zone,
        [...input.files].map((file) => [file, file.webkitRelativePath || file.name]),
      ),
    );
  }
};

const done = new WeakSet();

const fresh = (selector, root) => all(selector, root).filter((e) => !done.has(e) && done.add(e));

const ready = (root) => {
  for (const button of all("[data-copy]", root)) button.hidden = !navigator.clipboard;
  for (const button of all("[data-print]", root)) button.hidden = false;
  for (const zone of fresh("form.drop", root)) dropping(zone);
  for (const text of fresh("[data-count]", root)) {
    text.addEventListener("input", () => {
      count(text);
      address(text);
    });
  }
};

ready(document);
document.addEventListener("htmx:load", (event) => ready(/** @type {any} */ (event).detail.elt));
