/**
 * Brings the page's own module, and the page again when it did not come: a network that falters
 * while a page is opened leaves nothing half there.
 */

const AGAIN = 1000;

const { module } = document.currentScript.dataset;

import(module).catch(() => setTimeout(() => location.reload(), AGAIN * (1 + Math.random())));
