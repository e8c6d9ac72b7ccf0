// @ts-check
import { axis, narrow, readCell, tooltip } from './chart-parts.js';
import { brief } from './format.js';
import { color } from './theme.js';

/** @typedef {import('./charts.js').Drawing} Drawing */

/**
 * Weekday by hour as cells, with the totals as bars at both edges. On narrow panels weekdays go across and hours down.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} panel
 * @returns {Drawing}
 */
export function heatmap(card, panel) {
  const { days, hours, cells, dayTotals, hourTotals } = read(card);
  const upright = narrow(panel);
  const classes = legend(card);
  const place = (/** @type {number} */ day, /** @type {number} */ hour) => (upright ? [day, hour] : [hour, day]);
  const data = cells.map((cell) => {
    const step = classes.find((candidate) => cell.count >= candidate.lowest && cell.count <= candidate.highest);
    return {
      value: [...place(cell.day, cell.hour), cell.count],
      label: { show: cell.count > 0 && (upright || panel.clientWidth > 800), color: step?.text, fontSize: 11, formatter: brief(cell.count) },
    };
  });
  const marks = cells.map((cell, index) => ({
    text: cell.text,
    href: cell.href,
    series: 0,
    index,
    row: upright ? cell.hour : cell.day,
    column: upright ? cell.day : cell.hour,
  }));
  const across = upright ? { names: days.map((day) => day.slice(0, 3)), totals: dayTotals } : { names: hours, totals: hourTotals };
  const down = upright ? { names: hours, totals: hourTotals } : { names: days, totals: dayTotals };
  marks.push(...edge(across.totals, 1, (position) => ({ row: down.names.length, column: position })));
  marks.push(...edge(down.totals, 2, (position) => ({ row: position, column: across.names.length })));
  const texts = [data.map((_, index) => cells[index].text), across.totals.map((total) => total.text), down.totals.map((total) => total.text)];
  return { option: option(panel, upright, across, down, data, classes, texts), marks };
}

/** @param {HTMLElement} card */
function read(card) {
  const rows = [...card.querySelectorAll('tbody:not(.before) tr')];
  const days = rows.map((row) => row.querySelector('th')?.textContent ?? '');
  const hours = [...card.querySelectorAll('thead th')].slice(1, -1).map((head) => head.textContent ?? '');
  const cells = rows.flatMap((row, day) => [...row.querySelectorAll('td')].slice(0, -1).map((cell, hour) => ({ day, hour, ...readCell(cell) })));
  const dayTotals = rows.map((row) => readCell([...row.querySelectorAll('td')].slice(-1)[0]));
  const hourTotals = [...card.querySelectorAll('tfoot td')].slice(0, -1).map(readCell);
  return { days, hours, cells, dayTotals, hourTotals };
}

/** @param {HTMLElement} card the classes of its legend, with their colours */
function legend(card) {
  return [...card.querySelectorAll('[data-step]')].map((item, position, all) => {
    const { lowest, highest } = /** @type {HTMLElement} */ (item).dataset;
    // Few classes take the strong colours too, so that the highest is always the deepest.
    const index = all.length === 1 ? 6 : 1 + Math.round((position * 5) / (all.length - 1));
    item.querySelector('.swatch')?.setAttribute('class', `swatch heat-${index}`);
    return { lowest: Number(lowest), highest: Number(highest), fill: color(`heat-${index}`), text: color(`heat-${index}-text`) };
  });
}

/**
 * @param {{ text: string, href: string | null }[]} totals
 * @param {number} series
 * @param {(position: number) => { row: number, column: number }} place
 */
function edge(totals, series, place) {
  return totals.map(({ text, href }, index) => ({ text, href, series, index, ...place(index) }));
}

/** The ECharts options: one grid of cells, one of bars above, one of bars at the right. */
function option(
  /** @type {HTMLElement} */ panel,
  /** @type {boolean} */ upright,
  /** @type {any} */ across,
  /** @type {any} */ down,
  /** @type {any[]} */ data,
  /** @type {any[]} */ classes,
  /** @type {string[][]} */ texts,
) {
  const left = upright ? 28 : 84;
  const side = upright ? 64 : 110;
  const roof = 44;
  const foot = 24;
  const quiet = { ...axis(), axisLine: { show: false }, splitLine: { show: false } };
  const none = { axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false }, splitLine: { show: false } };
  const bar = (/** @type {any[]} */ totals, /** @type {number} */ grid, /** @type {any} */ label) => ({
    type: 'bar',
    xAxisIndex: grid,
    yAxisIndex: grid,
    barWidth: '62%',
    itemStyle: { color: color('edge-bar') },
    emphasis: { itemStyle: { color: color('accent') } },
    data: totals.map((total) => total.count),
    label: { show: true, color: color('sg-muted'), fontSize: 11, formatter: (/** @type {any} */ event) => brief(totals[event.dataIndex].count), ...label },
  });
  return {
    tooltip: tooltip((event) => texts[event.seriesIndex][event.dataIndex]),
    grid: [
      { left, right: side, top: roof, bottom: foot },
      { left, right: side, top: 18, height: roof - 24 },
      { left: panel.clientWidth - side + 6, right: upright ? 34 : 48, top: roof, bottom: foot },
    ],
    xAxis: [
      { type: 'category', data: across.names, ...quiet, axisLabel: { ...quiet.axisLabel, interval: 0 } },
      { type: 'category', gridIndex: 1, data: across.names, ...none },
      { type: 'value', gridIndex: 2, min: 0, ...none },
    ],
    yAxis: [
      { type: 'category', data: down.names, inverse: true, ...quiet, axisLabel: { ...quiet.axisLabel, interval: 0 } },
      { type: 'value', gridIndex: 1, min: 0, ...none },
      { type: 'category', gridIndex: 2, data: down.names, inverse: true, ...none },
    ],
    visualMap: {
      show: false,
      type: 'piecewise',
      seriesIndex: 0,
      dimension: 2,
      pieces: [{ min: 0, max: 0, color: color('heat-0') }, ...classes.map(({ lowest, highest, fill }) => ({ min: lowest, max: highest, color: fill }))],
      outOfRange: { color: color('heat-0') },
    },
    series: [
      {
        type: 'heatmap',
        data,
        itemStyle: { borderColor: color('sg-surface'), borderWidth: 2, borderRadius: 4 },
        emphasis: { itemStyle: { borderColor: color('sg-text'), borderWidth: 2 } },
      },
      bar(across.totals, 1, { position: 'top', show: upright || panel.clientWidth > 800 }),
      bar(down.totals, 2, { position: 'right' }),
    ],
  };
}
