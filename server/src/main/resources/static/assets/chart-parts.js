// @ts-check
import { color } from './theme.js';

/** Whether a panel is too narrow for the arrangement of a desk. */
export function narrow(/** @type {HTMLElement} */ panel) {
  return panel.clientWidth < 560;
}

/**
 * How wide the longest label of an axis is, in points.
 *
 * @param {string[]} labels
 * @returns {number}
 */
export function labelRoom(labels) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  context.font = `13px ${getComputedStyle(document.body).fontFamily}`;
  return Math.ceil(Math.max(0, ...labels.map((label) => context.measureText(label).width))) + 4;
}

/**
 * A tooltip that says one sentence; as an element, so that no name is ever read as markup.
 *
 * @param {(event: any) => string} sentenceOf
 */
export function tooltip(sentenceOf) {
  return {
    trigger: 'item',
    confine: true,
    transitionDuration: 0,
    backgroundColor: color('sg-raised'),
    borderColor: color('sg-border'),
    textStyle: { color: color('sg-text'), fontSize: 13 },
    extraCssText: 'max-width: 20rem; white-space: normal; overflow-wrap: anywhere;',
    formatter(/** @type {any} */ event) {
      const element = document.createElement('span');
      element.textContent = sentenceOf(event);
      return element;
    },
  };
}

/** Look of an axis: quiet line, muted labels. */
export function axis() {
  return {
    axisLine: { lineStyle: { color: color('sg-border') } },
    axisTick: { show: false },
    axisLabel: { color: color('sg-muted'), fontSize: 12 },
    nameTextStyle: { color: color('sg-muted'), fontSize: 12 },
    splitLine: { lineStyle: { color: color('sg-grid') } },
  };
}

/**
 * Numbers of a table cell as a mark takes them.
 *
 * @param {Element} cell
 */
export function readCell(cell) {
  const carrier = cell.querySelector('[data-count]');
  if (!(carrier instanceof HTMLElement)) {
    return { count: 0, text: '', href: null, number: '' };
  }
  return {
    count: Number(carrier.dataset.count),
    text: carrier.dataset.text ?? '',
    href: carrier.getAttribute('href'),
    number: carrier.textContent ?? '',
  };
}
