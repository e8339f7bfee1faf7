/**
 * Keeps the pages for a time without network: the network first, what was kept otherwise.
 * The show itself (/v1/) is never kept here; a page keeps the last state that it was told.
 */

importScripts("/made/shell.js");

const KEPT = "runofshow";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(self.SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const ours = origin === location.origin && !pathname.startsWith("/v1/");
  if (ours && event.request.method === "GET") event.respondWith(answered(event.request));
});

/** @param {Request} request */
async function answered(request) {
  const kept = await caches.open(KEPT);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await kept.put(bare(request), fresh.clone());
    return fresh;
  } catch (unreachable) {
    const found = await kept.match(bare(request));
    if (found) return found;
    throw unreachable;
  }
}

/** A page is the same whatever is asked of it. @param {Request} request */
function bare(request) {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname;
}
