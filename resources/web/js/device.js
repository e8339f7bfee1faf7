/**
 * What a device lets a page do: keep its screen on, and be opened again without network.
 *
 * Browsers grant both on https and on the machine itself only; over plain http in a venue a tablet
 * is to be set never to sleep, and an open page is to be left open. The first page says which it
 * is.
 */

/** Whether this browser lets a page keep the screen on. */
export function canKeepAwake() {
  return "wakeLock" in navigator;
}

/** Whether this browser can open a page again without network. */
export function canKeepShell() {
  return isSecureContext && "serviceWorker" in navigator;
}

/**
 * Keep the screen on while the page is seen; `cannot` is told where that is not to be had: over plain
 * http, on an older browser, on a low battery.
 * @param {() => void} cannot
 */
export function keepAwake(cannot) {
  if (!canKeepAwake()) {
    cannot();
    return;
  }
  const hold = () => {
    if (document.visibilityState === "visible")
      navigator.wakeLock.request("screen").catch(() => document.hidden || cannot());
  };
  document.addEventListener("visibilitychange", hold);
  hold();
}

/** Keep the pages for a time without network. */
export function keepShell() {
  if (!canKeepShell()) return;
  navigator.serviceWorker.register("/sw.js").catch(() => {}); // a private window has none
}
