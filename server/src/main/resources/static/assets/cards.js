// @ts-check
import { chartOf } from './charts.js';

/**
 * Wires the menus of cards: chart, table, definition, image and CSV.
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
    const chart = chartOf(card);
    if (chart) {
      save(chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: getComputedStyle(card).backgroundColor }), `${card.id}.png`);
    }
  } else if ('csv' in button.dataset) {
    const text = `\uFEFF${csv(card)}`;
    save(URL.createObjectURL(new Blob([text], { type: 'text/csv' })), `${card.id}.csv`);
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
 * The card's table as CSV.
 *
 * @param {HTMLElement} card
 */
function csv(card) {
  card.dispatchEvent(new CustomEvent('card:show', { detail: 'table' }));
  const tables = [...card.querySelectorAll('table')];
  const table = card.querySelector('table[data-points]') ?? tables[0];
  const rows = table instanceof HTMLTableElement ? [...table.rows] : [];
  return rows.map((row) => [...row.cells].map(csvField).join(',')).join('\r\n');
}

/** @param {HTMLTableCellElement} cell */
function csvField(cell) {
  const carrier = cell.querySelector('[data-count]');
  const exact = cell.dataset.exact ?? (carrier instanceof HTMLElement ? carrier.dataset.count : undefined);
  const text = exact ?? (cell.textContent ?? '').trim();
  // A leading sign would make a spreadsheet compute the text.
  const safe = exact === undefined && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @param {string} address
 * @param {string} name
 */
function save(address, name) {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
