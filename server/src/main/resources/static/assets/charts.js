// @ts-check
import { heatmap } from './chart-heatmap.js';
import { bars, ring } from './chart-counts.js';
import { columns, lengths, shares } from './chart-stack.js';
import { fit } from './chart-fit.js';
import { wireMarks } from './marks.js';

/**
 * What a drawing hands back: ECharts options, and the marks in the order the keyboard visits them.
 *
 * @typedef {{ text: string, href: string | null, series: number, index: number, row?: number, column?: number }} Mark
 * @typedef {{ option: object, marks: Mark[] }} Drawing
 */

/** @type {Record<string, (card: HTMLElement, panel: HTMLElement) => Drawing>} */
const DRAWINGS = { heatmap, bars, ring, fit, columns, lengths, shares };

/** @type {Map<HTMLElement, { chart: any, redraw: () => void }>} */
const drawn = new Map();

/**
 * @param {HTMLElement} card
 * @returns {any} the card's ECharts instance, if it is drawn
 */
export function chartOf(card) {
  return drawn.get(card)?.chart;
}

/** Whether nothing may move: the visitor wants it so, or paper waits. */
export function still() {
  return document.documentElement.classList.contains('printing') || matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Draws every chart below an element that is not drawn yet; afterwards the page says that it is ready.
 *
 * @param {HTMLElement} root
 */
export function drawCharts(root) {
  for (const [card, { chart }] of drawn) {
    if (!card.isConnected) {
      chart.dispose();
      drawn.delete(card);
    }
  }
  const waits = [];
  for (const card of root.querySelectorAll('[data-chart]')) {
    const panel = card.querySelector('[data-panel=chart]');
    if (card instanceof HTMLElement && panel instanceof HTMLElement && !drawn.has(card)) {
      waits.push(draw(card, panel));
    }
  }
  delete document.body.dataset.ready;
  Promise.all(waits).then(() => {
    // A page that waits for its answer asks again by itself.
    if (!document.querySelector('[data-waits]')) {
      document.body.dataset.ready = '1';
    }
  });
}

/** Draws all charts again, in the colours of now. */
export function redrawCharts() {
  for (const { redraw } of drawn.values()) {
    redraw();
  }
}

/** Draws all charts at the size of now and at once, not with the next frame: before paper there is none. */
export function printCharts() {
  for (const { chart, redraw } of drawn.values()) {
    chart.resize();
    redraw();
    chart.getZr().flush();
  }
}

/**
 * @param {HTMLElement} card
 * @param {HTMLElement} panel
 * @returns {Promise<void>} done when the chart has come to rest
 */
function draw(card, panel) {
  const drawing = DRAWINGS[card.dataset.chart ?? ''];
  const canvas = document.createElement('div');
  canvas.className = 'canvas';
  panel.append(canvas);
  // @ts-ignore the library is a classic script
  const chart = echarts.init(canvas);
  const marks = wireMarks(panel, chart);
  const redraw = () => {
    const { option, marks: current } = drawing(card, panel);
    chart.setOption({ animation: !still(), animationDuration: 250, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...option }, true);
    marks.replace(current);
  };
  drawn.set(card, { chart, redraw });
  const rested = new Promise((resolve) => chart.on('finished', () => resolve(undefined)));
  redraw();
  let width = panel.clientWidth;
  new ResizeObserver(() => {
    // Hidden panels have no width; narrow ones may need another arrangement.
    if (panel.clientWidth > 0 && panel.clientWidth !== width) {
      width = panel.clientWidth;
      chart.resize();
      redraw();
    }
  }).observe(panel);
  return rested;
}
