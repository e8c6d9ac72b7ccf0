// @ts-check
import { labelRoom, readCell, tooltip } from './chart-parts.js';
import { color } from './theme.js';

/** @typedef {import('./charts.js').Drawing} Drawing */

/**
 * The rows of the card's table that the chart shows.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} panel
 */
function read(card, panel) {
  return [...card.querySelectorAll('tbody tr')].slice(0, Number(panel.dataset.charted)).map((row) => {
    const { label = '', share = '', color: name = '', before, change } = /** @type {HTMLElement} */ (row).dataset;
    const then = before === undefined ? null : Number(before);
    return { label, share, fill: color(name), before: then, change: change ? ` ${change}` : '', ...readCell(row.children[1]) };
  });
}

/** @param {{ text: string, href: string | null }[]} rows */
function marksOf(rows) {
  return rows.map(({ text, href }, index) => ({ text, href, series: 0, index }));
}

/**
 * A ring of a few shares with direct labels and the total in its eye.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} panel
 * @returns {Drawing}
 */
export function ring(card, panel) {
  // What nobody has now has no place on a ring; the table keeps what it was.
  const rows = read(card, panel).filter(({ count }) => count > 0);
  const small = panel.clientWidth < 380;
  return {
    option: {
      tooltip: tooltip((event) => rows[event.dataIndex].text),
      title: {
        text: panel.dataset.total,
        subtext: panel.dataset.totalLabel,
        left: 'center',
        top: 'center',
        itemGap: 2,
        textStyle: { color: color('sg-text'), fontSize: 24, fontWeight: 600 },
        subtextStyle: { color: color('sg-muted'), fontSize: 12 },
      },
      series: [
        {
          type: 'pie',
          radius: small ? ['32%', '48%'] : ['44%', '64%'],
          itemStyle: { borderColor: color('sg-surface'), borderWidth: 2 },
          emphasis: { scaleSize: 4 },
          label: {
            color: color('sg-text'),
            fontSize: 13,
            lineHeight: 18,
            formatter: (/** @type {any} */ event) => `${event.name}\n{share|${rows[event.dataIndex].share}}${then(rows[event.dataIndex].change)}`,
            rich: { share: { color: color('sg-muted'), fontSize: 12 } },
            overflow: 'truncate',
            alignTo: small ? 'edge' : 'none',
            edgeDistance: 2,
            width: small ? Math.max(64, panel.clientWidth * 0.26) : 110,
          },
          labelLine: { length: small ? 8 : 14, length2: small ? 4 : 10, lineStyle: { color: color('sg-border') } },
          data: rows.map(({ label, count, fill }) => ({ name: label, value: count, itemStyle: { color: fill } })),
        },
      ],
    },
    marks: marksOf(rows),
  };
}

/** @param {string} change a line below the share */
function then(change) {
  return change ? `\n{share|${change.trim()}}` : '';
}

/**
 * Thin bars below the others: the counts of the days that are compared with.
 *
 * @param {{ before: number | null }[]} rows
 */
function thenSeries(rows) {
  return {
    type: 'bar',
    silent: true,
    barWidth: 4,
    barGap: '15%',
    data: rows.map(({ before }) => ({ value: before, itemStyle: { color: color('sg-muted'), borderRadius: [0, 2, 2, 0] } })),
  };
}

/**
 * Bars, most tickets first, from zero, each with its number and share.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} panel
 * @returns {Drawing}
 */
export function bars(card, panel) {
  const rows = read(card, panel);
  const room = Math.min(labelRoom(rows.map(({ label }) => label)), panel.clientWidth * 0.38);
  const compared = rows.some(({ before }) => before !== null);
  const small = panel.clientWidth < 380;
  const width = Math.min(26, (panel.clientHeight / Math.max(rows.length, 1)) * (compared ? 0.48 : 0.62));
  return {
    option: {
      tooltip: tooltip((event) => rows[event.dataIndex].text),
      grid: { left: room + 12, right: compared ? (small ? 126 : 190) : 96, top: 6, bottom: 6 },
      xAxis: { type: 'value', min: 0, show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ label }) => label),
        axisLine: { lineStyle: { color: color('sg-border') } },
        axisTick: { show: false },
        axisLabel: { color: color('sg-text'), fontSize: 13, width: room, overflow: 'truncate', interval: 0 },
      },
      series: [
        {
          type: 'bar',
          barWidth: width,
          data: rows.map(({ count, fill }) => ({ value: count, itemStyle: { color: fill, borderRadius: [0, 3, 3, 0] } })),
          emphasis: { itemStyle: { opacity: 0.8 } },
          label: {
            show: true,
            position: 'right',
            color: color('sg-text'),
            fontSize: 13,
            formatter: (/** @type {any} */ event) => {
              const { number, share, change } = rows[event.dataIndex];
              return `${number}  {share|${small && change ? change.trim() : share + change}}`;
            },
            rich: { share: { color: color('sg-muted'), fontSize: 12 } },
          },
        },
        ...(compared ? [thenSeries(rows)] : []),
      ],
    },
    marks: marksOf(rows),
  };
}
