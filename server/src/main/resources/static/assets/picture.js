// @ts-check
import { snapshot } from './snapshot.js';
import { color } from './theme.js';

const SCALE = 2;
const EDGE = 24;
const GAP = 10;

/**
 * A picture of a card that stands alone: its question, its verdict, what it shows right now (chart or table), its legend and its evidence.
 *
 * @param {HTMLElement} card
 * @param {any} chart the card's ECharts instance; undefined where it has none
 * @returns {Promise<Blob>} a PNG of twice the size of the screen
 */
export async function picture(card, chart) {
  const table = card.querySelector('[data-panel=table]:not([hidden]) table');
  const body = chart && !table ? await chartBody(chart) : tableBody(/** @type {HTMLTableElement} */ (table ?? card.querySelector('table')));
  const width = Math.max(body.width, 480) + 2 * EDGE;
  const parts = [
    text(card, 'h2', '600 18px', 'sg-text', width),
    ...[...card.querySelectorAll('.lead, .verdict, .notes li')].map((element) => words(element, '400 14px', 'sg-text', width)),
    legend(card, '.stack-legend li', width),
    body,
    legend(card, '.heat-legend li', width),
    text(card, '.card-foot .evidence', '400 12px', 'sg-muted', width),
  ].filter((part) => part.height > 0);
  return composed(parts, width);
}

/**
 * A picture of elements one below the other, as they look right now.
 *
 * @param {HTMLElement[]} elements at least one, each without charts
 * @returns {Promise<Blob>} a PNG of twice the size of the screen
 */
export async function pictureOf(elements) {
  const parts = await Promise.all(elements.map((element) => snapshot(element, SCALE)));
  return composed(parts, Math.max(...parts.map((part) => part.width)) + 2 * EDGE);
}

/**
 * @param {Part[]} parts
 * @param {number} width
 * @returns {Promise<Blob>}
 */
function composed(parts, width) {
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = (2 * EDGE + parts.reduce((sum, part) => sum + part.height, 0) + GAP * (parts.length - 1)) * SCALE;
  const context = pen(canvas);
  context.scale(SCALE, SCALE);
  context.fillStyle = color('sg-surface');
  context.fillRect(0, 0, canvas.width, canvas.height);
  let top = EDGE;
  for (const part of parts) {
    part.draw(context, EDGE, top);
    top += part.height + GAP;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture'))), 'image/png');
  });
}

/** @typedef {{ width: number, height: number, draw: (context: CanvasRenderingContext2D, left: number, top: number) => void }} Part */

/** @param {HTMLCanvasElement} canvas */
function pen(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
}

/** @param {string} weightAndSize */
function font(weightAndSize) {
  return `${weightAndSize} ${getComputedStyle(document.body).fontFamily}`;
}

/**
 * @param {any} chart
 * @returns {Promise<Part>}
 */
async function chartBody(chart) {
  const image = new Image();
  image.src = chart.getDataURL({ type: 'png', pixelRatio: SCALE, backgroundColor: color('sg-surface') });
  await image.decode();
  const [width, height] = [chart.getWidth(), chart.getHeight()];
  return { width, height, draw: (context, left, top) => context.drawImage(image, left, top, width, height) };
}

/**
 * @param {HTMLElement} card
 * @param {string} selector
 * @param {string} style weight and size
 * @param {string} ink
 * @param {number} width
 */
function text(card, selector, style, ink, width) {
  const element = card.querySelector(selector);
  return element ? words(element, style, ink, width) : nothing();
}

/** @returns {Part} */
function nothing() {
  return { width: 0, height: 0, draw: () => {} };
}

/**
 * Words broken into lines.
 *
 * @param {Element} element
 * @param {string} style weight and size
 * @param {string} ink
 * @param {number} width of the picture
 * @returns {Part}
 */
function words(element, style, ink, width) {
  const measure = pen(document.createElement('canvas'));
  measure.font = font(style);
  /** @type {string[]} */
  const lines = [];
  for (const word of (element.textContent ?? '').trim().split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`;
    if (lines.length > 0 && measure.measureText(longer).width <= width - 2 * EDGE) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  const line = Number.parseInt(style.split(' ')[1], 10) * 1.4;
  return {
    width: 0,
    height: lines.length * line,
    draw(context, left, top) {
      context.font = font(style);
      context.fillStyle = color(ink);
      context.textAlign = 'left';
      context.textBaseline = 'middle';
      lines.forEach((words, at) => context.fillText(words, left, top + (at + 0.5) * line));
    },
  };
}

/**
 * Entries of a legend, side by side in as many lines as they need.
 *
 * @param {HTMLElement} card
 * @param {string} selector
 * @param {number} width of the picture
 * @returns {Part}
 */
function legend(card, selector, width) {
  const measure = pen(document.createElement('canvas'));
  measure.font = font('400 12px');
  let [left, line] = [0, 0];
  const entries = [...card.querySelectorAll(selector)].map((item) => {
    const label = (item.textContent ?? '').trim();
    const size = 18 + measure.measureText(label).width + 14;
    if (left > 0 && left + size > width - 2 * EDGE) {
      [left, line] = [0, line + 1];
    }
    const swatch = item.querySelector('.swatch');
    const entry = { label, left, line, fill: swatch ? getComputedStyle(swatch).backgroundColor : 'transparent' };
    left += size;
    return entry;
  });
  return {
    width: 0,
    height: entries.length === 0 ? 0 : (line + 1) * 18,
    draw(context, x, top) {
      context.font = font('400 12px');
      context.textAlign = 'left';
      context.textBaseline = 'middle';
      for (const entry of entries) {
        context.fillStyle = entry.fill;
        context.fillRect(x + entry.left, top + entry.line * 18 + 3, 12, 12);
        context.fillStyle = color('sg-muted');
        context.fillText(entry.label, x + entry.left + 18, top + entry.line * 18 + 9);
      }
    },
  };
}

/**
 * A table as it reads, without its links.
 *
 * @param {HTMLTableElement} table
 * @returns {Part}
 */
function tableBody(table) {
  const [row, space, size] = [24, 18, 13];
  const rows = [...table.rows].map((line) => ({
    head: line.parentElement?.nodeName !== 'TBODY',
    cells: [...line.cells].map((cell) => ({ label: (cell.textContent ?? '').replace(/\s+/g, ' ').trim(), right: cell.classList.contains('number') })),
  }));
  const measure = pen(document.createElement('canvas'));
  measure.font = font(`600 ${size}px`);
  /** @type {number[]} */
  const widths = [];
  for (const { cells } of rows) {
    cells.forEach(({ label }, at) => {
      widths[at] = Math.max(widths[at] ?? 0, measure.measureText(label).width);
    });
  }
  const width = widths.reduce((sum, one) => sum + one + space, 0);
  return {
    width,
    height: rows.length * row,
    draw(context, left, top) {
      context.textBaseline = 'middle';
      rows.forEach(({ head, cells }, line) => {
        let x = left;
        context.font = font(`${head ? 600 : 400} ${size}px`);
        context.fillStyle = color(head ? 'sg-muted' : 'sg-text');
        cells.forEach(({ label, right }, at) => {
          context.textAlign = right ? 'right' : 'left';
          context.fillText(label, right ? x + widths[at] : x, top + (line + 0.5) * row);
          x += widths[at] + space;
        });
        context.fillStyle = color('sg-grid');
        context.fillRect(left, top + (line + 1) * row - 1, width, 1);
      });
    },
  };
}
