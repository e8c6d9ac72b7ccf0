// @ts-check
import { printCharts } from './charts.js';

/**
 * Prepares the page for paper: light colours, and charts as wide as the paper. What the style sheet cannot do, because charts are
 * pictures, happens right before the browser prints, and is undone right after.
 */
export function wirePrint() {
  const root = document.documentElement;
  let theme = root.dataset.bsTheme;
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-print]')) {
      print();
    }
  });
  addEventListener('beforeprint', () => {
    theme = root.dataset.bsTheme;
    root.dataset.bsTheme = 'light';
    root.classList.add('printing');
    printCharts();
  });
  addEventListener('afterprint', () => {
    root.dataset.bsTheme = theme;
    root.classList.remove('printing');
    printCharts();
  });
}
