// @ts-check
import { axis, readCell, tooltip } from './chart-parts.js';
import { brief } from './format.js';
import { color } from './theme.js';

/** @typedef {import('./charts.js').Drawing} Drawing */

const KINDS = ['negative', 'neutral', 'positive', 'unscored'];

/**
 * The rows of the card's table that the chart shows, each with its four counts.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} panel
 */
function read(card, panel) {
  return [...card.querySelectorAll('tbody tr')].slice(0, Number(panel.dataset.charted)).map((row) => {
    const { label = '', brief: short = '', share = '', few } = /** @type {HTMLElement} */ (row).dataset;
    return { label, short, share, few: few === 'true', cells: KINDS.map((_, at) => readCell(row.children[at + 1])) };
  });
}

/** @param {ReturnType<typeof read>} rows the kinds that any row has */
function kindsOf(rows) {
  return KINDS.map((name, at) => ({ name, at })).filter(({ at }) => at < 3 || rows.some((row) => row.cells[at].count > 0));
}

/**
 * @param {ReturnType<typeof read>} rows
 * @param {{ at: number }[]} kinds
 * @param {boolean} across whether rows stand beside each other
 */
function marksOf(rows, kinds, across) {
  return rows.flatMap((row, index) =>
    kinds.map(({ at }, series) => ({
      text: row.cells[at].text,
      href: row.cells[at].href,
      series,
      index,
      row: across ? series : index,
      column: across ? index : series,
    })),
  );
}

/**
 * Columns of tickets, one for each period, stacked by sentiment.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} panel
 * @returns {Drawing}
 */
export function columns(card, panel) {
  const rows = read(card, panel);
  const kinds = kindsOf(rows);
  return {
    option: {
      tooltip: tooltip((event) => rows[event.dataIndex].cells[0].text),
      grid: { left: 12, right: 12, top: 34, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        data: rows.map(({ short }) => short),
        ...axis(),
        axisLabel: { ...axis().axisLabel, hideOverlap: true, interval: 'auto' },
      },
      yAxis: { type: 'value', min: 0, minInterval: 1, name: panel.dataset.unit, nameLocation: 'end', ...axis(), nameTextStyle: { ...axis().nameTextStyle, align: 'left' } },
      series: kinds.map(({ name, at }) => ({
        type: 'bar',
        stack: 'tickets',
        barMaxWidth: 36,
        itemStyle: { color: color(name) },
        emphasis: { itemStyle: { opacity: 0.8 } },
        data: rows.map((row) => row.cells[at].count),
      })),
    },
    marks: marksOf(rows, kinds, true),
  };
}

/**
 * Bars of equal length, one for each value, cut by the shares of negative, neutral and positive among its scored tickets.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} panel
 * @returns {Drawing}
 */
export function shares(card, panel) {
  const rows = read(card, panel);
  const kinds = kindsOf(rows).slice(0, 3);
  const longest = Math.max(0, ...rows.map(({ label }) => label.length));
  const room = Math.min(longest * 7.5 + 8, panel.clientWidth * 0.34);
  const scored = rows.map(({ cells }) => cells[0].count + cells[1].count + cells[2].count);
  return {
    option: {
      tooltip: tooltip((event) => rows[event.dataIndex].cells[0].text),
      grid: { left: room + 12, right: 128, top: 6, bottom: 6 },
      xAxis: { type: 'value', min: 0, max: 1, show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ label }) => label),
        axisLine: { lineStyle: { color: color('sg-border') } },
        axisTick: { show: false },
        axisLabel: { color: color('sg-text'), fontSize: 13, width: room, overflow: 'truncate', interval: 0 },
      },
      series: kinds.map(({ name, at }, position) => ({
        type: 'bar',
        stack: 'shares',
        barWidth: Math.min(26, (panel.clientHeight / Math.max(rows.length, 1)) * 0.62),
        emphasis: { itemStyle: { opacity: 0.8 } },
        data: rows.map((row, index) => ({
          value: scored[index] === 0 ? 0 : row.cells[at].count / scored[index],
          itemStyle: { color: color(name), opacity: row.few ? 0.45 : 1 },
        })),
        label: {
          show: position === kinds.length - 1,
          position: 'right',
          color: color('sg-text'),
          fontSize: 13,
          formatter: (/** @type {any} */ event) => `${rows[event.dataIndex].share}  {n|${brief(scored[event.dataIndex])}}`,
          rich: { n: { color: color('sg-muted'), fontSize: 12 } },
        },
      })),
    },
    marks: marksOf(rows, kinds, false),
  };
}
