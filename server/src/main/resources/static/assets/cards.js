// @ts-check
import { chartOf } from './charts.js';
import { picture, pictureOf } from './picture.js';

/**
 * Wires the menus of cards: chart, table, definition and image; the file is a link.
 *
 * @param {HTMLElement} root
 */
export function wireCards(root) {
  for (const card of root.querySelectorAll('.chart-card:not([data-wired])')) {
    if (card instanceof HTMLElement) {
      card.dataset.wired = '1';
      card.addEventListener('click', (event) => onClick(card, event));
    }
  }
}

/** Wires the buttons that save parts of the page without a chart, such as figures and findings, as a picture. */
export function wirePictures() {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[data-picture]') : null;
    if (button instanceof HTMLElement) {
      const pictured = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(button.dataset.picture ?? '')]);
      const file = document.getElementById(button.dataset.named ?? '');
      pictureOf(pictured).then((image) => save(image, fileName(pictured[0], file)));
    }
  });
}

/**
 * @param {HTMLElement} card
 * @param {MouseEvent} event
 */
function onClick(card, event) {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) {
    return;
  }
  if (button.dataset.show) {
    show(card, button.dataset.show);
  } else if ('image' in button.dataset) {
    picture(card, chartOf(card)).then((image) => save(image, fileName(card, card.querySelector('a[data-csv]'))));
  } else {
    return;
  }
  card.querySelector('.card-menu')?.removeAttribute('open');
}

/**
 * @param {HTMLElement} card
 * @param {string} name chart, table or how
 */
function show(card, name) {
  card.dispatchEvent(new CustomEvent('card:show', { detail: name }));
  for (const panel of card.querySelectorAll('[data-panel]')) {
    if (panel instanceof HTMLElement) {
      panel.hidden = panel.dataset.panel !== name;
    }
  }
  for (const button of card.querySelectorAll('button[data-show]')) {
    button.setAttribute('aria-pressed', String(/** @type {HTMLElement} */ (button).dataset.show === name));
  }
  chartOf(card)?.resize();
}

/**
 * Names a file like the server does: page, card and days.
 *
 * @param {HTMLElement} card
 * @param {Element | null} link to the same as CSV
 */
function fileName(card, link) {
  const address = new URL(link?.getAttribute('href') ?? location.href, location.href);
  const [question = 'panel', panel = card.id] = address.pathname.replace('.csv', '').split('/').slice(-2);
  const [from, to] = [address.searchParams.get('from'), address.searchParams.get('to')];
  const days = from && to ? (from === to ? `-${from}` : `-${from}-to-${to}`) : from ? `-since-${from}` : to ? `-until-${to}` : '';
  return `${question}-${panel.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}${days}.png`;
}

/**
 * @param {Blob} image
 * @param {string} name
 */
function save(image, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(image);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
