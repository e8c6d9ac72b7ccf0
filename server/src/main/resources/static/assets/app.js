// @ts-check
import { drawCharts, redrawCharts } from './charts.js';
import { wireCards, wirePictures } from './cards.js';
import { wireChrome } from './chrome.js';
import { wirePrint } from './print.js';
import { wireSparks } from './sparks.js';
import { wireTabs } from './tabs.js';
import { wireTheme } from './theme.js';
import { wireAnswers, wireUploads } from './uploads.js';

/** Wires what is new on the page: all of it at first, later the parts that htmx has exchanged. */
function start() {
  wireCards(document.body);
  wireSparks(document.body);
  wireTabs(document.body);
  wireUploads(document.body);
  wireAnswers(document.body);
  drawCharts(document.body);
}

wireTheme(redrawCharts);
wireChrome();
wirePrint();
wirePictures();
start();
document.body.addEventListener('htmx:afterSettle', start);
