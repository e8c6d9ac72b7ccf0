// @ts-check
import { axis, labelRoom, narrow, readCell, tooltip } from './chart-parts.js';
import { brief, sentence } from './format.js';
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
  const scored = rows.map(({ cells }) => cells[0].count + cells[1].count + cells[2].count);
  return bars(panel, rows, kindsOf(rows).slice(0, 3), {
    right: narrow(panel) ? 96 : 152,
    axis: { max: 1, show: false },
    length: (count, index) => (scored[index] === 0 ? 0 : count / scored[index]),
    end: (row, index) => `${negative(panel, row)}  {n|${brief(scored[index])}}`,
  });
}

/**
 * Bars as long as there are tickets, one for each value, cut by sentiment.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} panel
 * @returns {Drawing}
 */
export function lengths(card, panel) {
  const rows = read(card, panel);
  const tickets = rows.map(({ cells }) => cells.reduce((sum, { count }) => sum + count, 0));
  return bars(panel, rows, kindsOf(rows), {
    right: narrow(panel) ? 96 : 152,
    axis: { minInterval: 1, name: panel.dataset.unit, nameLocation: 'middle', nameGap: 26, ...axis(), axisLabel: { ...axis().axisLabel, hideOverlap: true } },
    length: (count) => count,
    end: (row, index) => `${brief(tickets[index])}  {n|${negative(panel, row)}}`,
  });
}

/**
 * How negative a row is, said at the end of its bar.
 *
 * @param {HTMLElement} panel
 * @param {ReturnType<typeof read>[number]} row
 */
function negative(panel, { share, cells }) {
  if (cells[0].count + cells[1].count + cells[2].count === 0) {
    return '';
  }
  return narrow(panel) ? share : sentence(panel.dataset.end ?? '', { share });
}

/**
 * @param {HTMLElement} panel
 * @param {ReturnType<typeof read>} rows
 * @param {{ name: string, at: number }[]} kinds
 * @param {{ right: number, axis: Record<string, any>, length: (count: number, index: number) => number,
 *   end: (row: ReturnType<typeof read>[number], index: number) => string }} look room at the right, axis of lengths, and
 *   what stands at the end of a bar
 * @returns {Drawing}
 */
function bars(panel, rows, kinds, look) {
  const room = Math.min(labelRoom(rows.map(({ label }) => label)), panel.clientWidth * 0.34);
  const last = kinds.length - 1;
  return {
    option: {
      tooltip: tooltip((event) => rows[event.dataIndex].cells[0].text),
      grid: { left: room + 12, right: look.right, top: 6, bottom: look.axis.show === false ? 6 : 44 },
      xAxis: { type: 'value', min: 0, ...look.axis },
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
        stack: 'sentiments',
        barWidth: Math.min(26, (panel.clientHeight / Math.max(rows.length, 1)) * 0.62),
        emphasis: { itemStyle: { opacity: 0.8 } },
        data: rows.map((row, index) => ({
          value: look.length(row.cells[at].count, index),
          itemStyle: { color: color(name), opacity: row.few ? 0.45 : 1 },
        })),
        label: {
          show: position === last,
          position: 'right',
          opacity: 1,
          color: color('sg-text'),
          fontSize: 13,
          formatter: (/** @type {any} */ event) => look.end(rows[event.dataIndex], event.dataIndex),
          rich: { n: { color: color('sg-muted'), fontSize: 12 } },
        },
      })),
    },
    marks: marksOf(rows, kinds, false),
  };
}
