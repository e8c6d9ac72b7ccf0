// @ts-check

/** Pages hold at most some hundred rules; they are read once. */
let rules = '';

/**
 * What an element looks like right now, drawn by the browser itself from a copy without its buttons and menus.
 *
 * @param {HTMLElement} element without drawings of scripts, which a copy would not have
 * @param {number} scale dots for each point of the screen
 * @returns {Promise<import('./picture.js').Part>}
 */
export async function snapshot(element, scale) {
  const { width, height, copy } = copied(element);
  const body = document.createElement('div');
  const { fontFamily, fontSize, lineHeight, color } = getComputedStyle(document.body);
  const spacing = String(Number.parseFloat(lineHeight) / Number.parseFloat(fontSize));
  Object.assign(body.style, { width: `${width}px`, fontFamily, fontSize, lineHeight: spacing, color });
  body.append(copy);
  const style = document.createElement('style');
  style.textContent = rules ||= [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('\n');
  const frame = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  frame.dataset.bsTheme = document.documentElement.dataset.bsTheme;
  // As wide as the window, so that the style sheet's conditions on widths hold as they do on the page.
  const frameWidth = Math.max(innerWidth, width);
  frame.setAttribute('width', String(frameWidth * scale));
  frame.setAttribute('height', String(height * scale));
  frame.setAttribute('viewBox', `0 0 ${frameWidth} ${height}`);
  const inside = document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject');
  inside.setAttribute('width', '100%');
  inside.setAttribute('height', '100%');
  inside.append(style, body);
  frame.append(inside);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(frame))}`;
  await image.decode();
  return { width, height, draw: (context, left, top) => context.drawImage(image, 0, 0, width * scale, height * scale, left, top, width, height) };
}

/**
 * Copies and measures an element without what can only be pressed, and wide enough for its tables.
 *
 * @param {HTMLElement} element
 */
function copied(element) {
  const before = element.getAttribute('style');
  element.classList.add('pictured');
  const hidden = [...element.querySelectorAll('.table-scroll')].map((table) => table.scrollWidth - table.clientWidth);
  element.style.width = `${element.getBoundingClientRect().width + Math.max(0, ...hidden)}px`;
  const { width, height } = element.getBoundingClientRect();
  const copy = element.cloneNode(true);
  element.classList.remove('pictured');
  if (before === null) {
    element.removeAttribute('style');
  } else {
    element.setAttribute('style', before);
  }
  return { width, height, copy };
}
