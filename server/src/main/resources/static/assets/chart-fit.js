// @ts-check
import { axis, narrow, tooltip } from './chart-parts.js';
import { clock, duration, sentence, whole } from './format.js';
import { color } from './theme.js';

/**
 * @typedef {import('./charts.js').Drawing} Drawing
 * @typedef {{ xEdges: number[], yEdges: number[], counts: number[][] }} Density
 * @typedef {{ line: number[][], band: number[][], robust: number[][], curve: number[][], sample: number[][], tickets: number[], density: Density | null,
 *   x: string, y: string, point: string, cell: string, beyond: string }} Fit
 */

/** Above this share of the points the axis may end, so that a few extreme ones do not flatten all others. */
const SHOWN = 0.98;

/**
 * Points, their line and its band.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} panel
 * @returns {Drawing}
 */
export function fit(card, panel) {
  /** @type {Fit} */
  const data = JSON.parse(card.querySelector('script[type="application/json"]')?.textContent ?? '{}');
  const hours = card.dataset.fit === 'firstReplyByHour';
  const tellX = hours ? clock : whole;
  const points = data.sample
    .map((point, index) => ({ point, ticket: data.tickets[index] }))
    .sort((a, b) => a.point[0] - b.point[0] || a.point[1] - b.point[1])
    .map(({ point, ticket }) => ({
      point,
      href: `/tickets/${ticket}`,
      text: sentence(data.point, { x: tellX(point[0]), y: duration(point[1]) }),
    }));
  const top = ceiling(points.map(({ point }) => point[1]));
  const inside = points.filter(({ point }) => point[1] <= top);
  tellBeyond(card, data, points.length - inside.length, points.length, top);
  fillTable(card, points, tellX);
  const highest = hours ? 24 : Math.max(1, ...data.sample.map(([x]) => x));
  return {
    option: option(panel, data, inside, { hours, highest, top, tellX }),
    marks: inside.map(({ text, href }, index) => ({ text, href, series: 3, index })),
  };
}

/**
 * Where the y axis ends: at the highest point, or below the few that lie far above all others.
 *
 * @param {number[]} values
 */
function ceiling(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const highest = sorted[sorted.length - 1] ?? 1;
  const most = sorted[Math.floor((sorted.length - 1) * SHOWN)] ?? 1;
  const end = highest > 2 * most ? most * 1.15 : highest;
  const step = end > 96 ? 48 : end > 24 ? 12 : end > 6 ? 3 : 1;
  return Math.max(step, Math.ceil(end / step) * step);
}

/**
 * @param {HTMLElement} card
 * @param {Fit} data
 * @param {number} above
 * @param {number} all
 * @param {number} top
 */
function tellBeyond(card, data, above, all, top) {
  const note = card.querySelector('[data-beyond]');
  if (note instanceof HTMLElement) {
    note.hidden = above === 0;
    note.textContent = sentence(data.beyond, { n: whole(above), all: whole(all), y: duration(top) });
  }
}

/**
 * Fills the table of points when somebody first looks at it: two thousand rows are a burden for everybody else.
 *
 * @param {HTMLElement} card
 * @param {{ point: number[], href: string }[]} points
 * @param {(x: number) => string} tellX
 */
function fillTable(card, points, tellX) {
  const body = card.querySelector('table[data-points] tbody');
  if (!body || card.dataset.filled) {
    return;
  }
  card.addEventListener('card:show', (event) => {
    if (/** @type {CustomEvent} */ (event).detail !== 'table' || card.dataset.filled) {
      return;
    }
    card.dataset.filled = '1';
    for (const { point, href } of points) {
      const row = document.createElement('tr');
      const link = document.createElement('a');
      link.href = href;
      link.textContent = href.replace('/tickets/', '');
      const head = document.createElement('th');
      head.scope = 'row';
      head.append(link);
      row.append(head);
      for (const [text, exact] of [[tellX(point[0]), point[0]], [duration(point[1]), point[1]]]) {
        const cell = document.createElement('td');
        cell.className = 'number';
        cell.textContent = String(text);
        cell.dataset.exact = String(exact);
        row.append(cell);
      }
      body.append(row);
    }
  });
}

/**
 * @param {HTMLElement} panel
 * @param {Fit} data
 * @param {{ point: number[], text: string }[]} points
 * @param {{ hours: boolean, highest: number, top: number, tellX: (x: number) => string }} scale
 */
function option(panel, data, points, { hours, highest, top, tellX }) {
  const small = narrow(panel);
  const step = top > 96 ? (top > 480 ? 120 : 48) : top > 48 ? 24 : top > 24 ? 12 : top > 6 ? 3 : 1;
  return {
    tooltip: tooltip((event) =>
      event.seriesIndex === 3 ? points[event.dataIndex].text : sentence(data.cell, { n: whole(event.value?.[4] ?? 0) })),
    grid: { left: 58, right: 14, top: 26, bottom: 42 },
    xAxis: {
      ...axis(),
      type: 'value',
      min: 0,
      max: hours ? 24 : highest + 0.5,
      interval: hours ? (small ? 6 : 3) : Math.max(1, Math.ceil(highest / (small ? 6 : 12))),
      name: data.x,
      nameLocation: 'middle',
      nameGap: 26,
      splitLine: { show: false },
      axisLabel: { ...axis().axisLabel, formatter: (/** @type {number} */ x) => (hours ? (x === 24 ? '24:00' : tellX(x)) : Number.isInteger(x) ? whole(x) : '') },
    },
    yAxis: {
      ...axis(),
      type: 'value',
      min: 0,
      max: top,
      interval: step,
      name: data.y,
      nameTextStyle: { color: color('sg-muted'), fontSize: 12, align: 'left', padding: [0, 0, 0, -50] },
      axisLine: { show: false },
      axisLabel: { ...axis().axisLabel, formatter: (/** @type {number} */ y) => axisDuration(y, top) },
    },
    series: [density(data.density, top), band(data.band, top), line(data.line, 'fit-line'), scatter(points, data.density !== null), line(data.robust, 'fit-robust', 'dashed'), line(data.curve, 'fit-curve')],
  };
}

/**
 * @param {number} hours
 * @param {number} top end of the axis, which settles the unit of all its labels
 */
function axisDuration(hours, top) {
  if (top <= 72) {
    return `${whole(hours)} h`;
  }
  return hours === 24 ? '1 day' : `${whole(hours / 24)} days`;
}

/**
 * @param {Density | null} grid
 * @param {number} top
 */
function density(grid, top) {
  const cells = [];
  let most = 1;
  for (const [row, counts] of (grid?.counts ?? []).entries()) {
    for (const [column, count] of counts.entries()) {
      if (grid && count > 0 && grid.yEdges[row] < top) {
        cells.push([grid.xEdges[column], grid.yEdges[row], grid.xEdges[column + 1], grid.yEdges[row + 1], count]);
        most = Math.max(most, count);
      }
    }
  }
  const fill = color('accent');
  return {
    type: 'custom',
    data: cells,
    clip: true,
    encode: { x: [0, 2], y: [1, 3] },
    cursor: 'default',
    renderItem(/** @type {any} */ _, /** @type {any} */ api) {
      const [left, bottom] = api.coord([api.value(0), api.value(1)]);
      const [right, high] = api.coord([api.value(2), Math.min(api.value(3), top)]);
      return {
        type: 'rect',
        shape: { x: left, y: high, width: right - left, height: bottom - high },
        style: { fill, opacity: 0.08 + 0.62 * Math.sqrt(api.value(4) / most) },
      };
    },
  };
}

/**
 * @param {number[][]} points x, lower and upper end
 * @param {number} top
 */
function band(points, top) {
  const fill = color('fit-band');
  return {
    type: 'custom',
    silent: true,
    clip: true,
    data: points.length === 0 ? [] : [[0, 0]],
    renderItem(/** @type {any} */ _, /** @type {any} */ api) {
      const within = (/** @type {number} */ y) => Math.max(0, Math.min(top, y));
      const upper = points.map(([x, , high]) => api.coord([x, within(high)]));
      const lower = points.map(([x, low]) => api.coord([x, within(low)])).reverse();
      return { type: 'polygon', shape: { points: [...upper, ...lower] }, style: { fill } };
    },
  };
}

/**
 * @param {number[][]} points
 * @param {string} ink
 * @param {string} type solid or dashed
 */
function line(points, ink, type = 'solid') {
  return { type: 'line', silent: true, showSymbol: false, clip: true, data: points, z: 4, lineStyle: { color: color(ink), width: 2.5, type } };
}

/**
 * @param {{ point: number[] }[]} points
 * @param {boolean} onDensity
 */
function scatter(points, onDensity) {
  return {
    type: 'scatter',
    data: points.map(({ point }) => point),
    symbolSize: onDensity ? 4 : 7,
    itemStyle: { color: color('point'), opacity: onDensity ? 0.35 : 0.4 },
    emphasis: { scale: 1.6, itemStyle: { opacity: 1, borderColor: color('sg-text'), borderWidth: 1.5 } },
    z: 3,
  };
}
