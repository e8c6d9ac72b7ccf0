// @ts-check

/** @typedef {import('./charts.js').Mark} Mark */

/**
 * Makes the marks of a chart usable: click and Enter lead to the tickets, arrow keys move, each mark is spoken.
 *
 * @param {HTMLElement} panel focusable element around the chart
 * @param {any} chart
 */
export function wireMarks(panel, chart) {
  /** @type {Mark[]} */
  let marks = [];
  let at = -1;

  /** @param {Mark} mark */
  const emphasize = (mark) => {
    chart.dispatchAction({ type: 'downplay' });
    chart.dispatchAction({ type: 'highlight', seriesIndex: mark.series, dataIndex: mark.index });
    chart.dispatchAction({ type: 'showTip', seriesIndex: mark.series, dataIndex: mark.index });
    say(mark.text);
  };
  const rest = () => {
    chart.dispatchAction({ type: 'downplay' });
    chart.dispatchAction({ type: 'hideTip' });
  };

  chart.on('click', (/** @type {any} */ event) => {
    const mark = marks.find((candidate) => candidate.series === event.seriesIndex && candidate.index === event.dataIndex);
    if (mark?.href) {
      location.assign(mark.href);
    }
  });
  panel.addEventListener('focus', () => {
    if (panel.matches(':focus-visible')) {
      say(panel.dataset.hint ?? '');
    }
  });
  panel.addEventListener('blur', rest);
  panel.addEventListener('keydown', (event) => {
    const href = marks[at]?.href;
    if (event.key === 'Enter' && href) {
      location.assign(href);
      return;
    }
    if (event.key === 'Escape') {
      at = -1;
      rest();
      return;
    }
    const next = target(marks, at, event.key);
    if (next !== null) {
      event.preventDefault();
      at = next;
      emphasize(marks[at]);
    }
  });
  return {
    /** @param {Mark[]} current takes the place of the marks so far */
    replace(current) {
      marks = current;
      at = -1;
    },
  };
}

/**
 * Where a key leads.
 *
 * @param {Mark[]} marks
 * @param {number} at position now, -1 before the first
 * @param {string} key
 * @returns {number | null} null when the key moves nothing
 */
function target(marks, at, key) {
  if (marks.length === 0) {
    return null;
  }
  if (key === 'Home') {
    return 0;
  }
  if (key === 'End') {
    return marks.length - 1;
  }
  const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  const step = steps[/** @type {keyof typeof steps} */ (key)];
  if (!step) {
    return null;
  }
  if (at < 0) {
    return 0;
  }
  const { row, column } = marks[at];
  if (row === undefined || column === undefined) {
    return Math.max(0, Math.min(marks.length - 1, at + step[0] + step[1]));
  }
  const found = marks.findIndex((mark) => mark.row === row + step[0] && mark.column === column + step[1]);
  return found < 0 ? at : found;
}

/** @param {string} text for screen readers */
function say(text) {
  const spoken = document.getElementById('spoken');
  if (spoken) {
    spoken.textContent = text;
  }
}
