/**
 * Keeps the pages for a time without network: the network first, what was kept otherwise.
 * The show itself (/v1/) is never kept here; a page keeps the last state that it was told.
 */

importScripts("/made/shell.js");

const KEPT = "runofshow";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});

/** One after the other: the page that is being opened comes first. */
async function keepAll() {
  const kept = await caches.open(KEPT);
  for (const path of self.SHELL) await kept.add(path);
}

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
