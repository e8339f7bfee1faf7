/** Elements of a page: made once, written into only where they change. Text is set as text. */

/**
 * @param {string} tag with classes: "button.go.wide"
 * @param {Record<string, any>} [with_] properties; `data` and `aria` are sets of attributes
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function element(tag, with_ = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(name);
  if (classes.length) made.className = classes.join(" ");
  const { data = {}, aria = {}, ...properties } = with_;
  Object.assign(made.dataset, data);
  for (const [attribute, value] of Object.entries(aria))
    made.setAttribute(`aria-${attribute}`, value);
  Object.assign(made, properties);
  made.append(...children);
  return made;
}

/** @param {HTMLElement} of @param {string} text */
export function write(of, text) {
  if (of.textContent !== text) of.textContent = text;
}

/** @param {HTMLElement} of @param {boolean} so */
export function show(of, so) {
  if (of.hidden === so) of.hidden = !so;
}

/** @param {HTMLButtonElement} button @param {boolean} so */
export function enable(button, so) {
  if (button.disabled === so) button.disabled = !so;
}

/**
 * Put other children in, unless `mark` says that they are the same.
 * @param {HTMLElement} of @param {unknown} mark @param {() => Node[]} made
 */
export function fill(of, mark, made) {
  const text = JSON.stringify(mark);
  if (of.dataset.mark === text) return;
  of.dataset.mark = text;
  of.replaceChildren(...made());
}
