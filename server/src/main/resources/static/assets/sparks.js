// @ts-check

/**
 * Says the sentence of a period at once, where the pointer is: a browser's own tooltip takes a second.
 *
 * @param {HTMLElement} root
 */
export function wireSparks(root) {
  for (const drawing of root.querySelectorAll('.spark-drawing:not([data-wired])')) {
    if (drawing instanceof SVGElement) {
      drawing.dataset.wired = '1';
      for (const title of drawing.querySelectorAll('title')) {
        if (title.parentElement) {
          title.parentElement.setAttribute('data-text', title.textContent ?? '');
        }
        title.remove();
      }
      wire(drawing);
    }
  }
}

/** @param {SVGElement} drawing */
function wire(drawing) {
  /** @type {HTMLElement | null} */
  let tip = null;
  drawing.addEventListener('pointermove', (event) => {
    const text = event.target instanceof SVGElement ? event.target.dataset.text : undefined;
    if (!text) {
      return;
    }
    tip ??= drawing.parentElement?.appendChild(document.createElement('div')) ?? null;
    if (tip) {
      tip.className = 'spark-tip';
      tip.textContent = text;
      place(tip, event.clientX, drawing.getBoundingClientRect());
    }
  });
  drawing.addEventListener('pointerleave', () => {
    tip?.remove();
    tip = null;
  });
}

/**
 * Above the drawing, inside the window.
 *
 * @param {HTMLElement} tip
 * @param {number} x
 * @param {DOMRect} drawing
 */
function place(tip, x, drawing) {
  const left = Math.min(x - tip.offsetWidth / 2, innerWidth - tip.offsetWidth - 8);
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${Math.max(8, drawing.top - tip.offsetHeight - 8)}px`;
}
