// @ts-check
const system = matchMedia('(prefers-color-scheme: dark)');

/** @returns {string} what the visitor chose: light, dark or system */
function chosen() {
  return localStorage.getItem('theme') ?? 'system';
}

function apply() {
  const choice = chosen();
  const dark = choice === 'dark' || (choice === 'system' && system.matches);
  document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light';
  for (const button of document.querySelectorAll('button[data-theme]')) {
    const here = button instanceof HTMLElement && button.dataset.theme === choice;
    button.setAttribute('aria-pressed', String(here));
  }
}

/**
 * Lets the visitor choose light, dark or what the system prefers.
 *
 * @param {() => void} changed called after the colours have changed
 */
export function wireTheme(changed) {
  for (const button of document.querySelectorAll('button[data-theme]')) {
    button.addEventListener('click', () => {
      const choice = /** @type {HTMLElement} */ (button).dataset.theme ?? 'system';
      localStorage.setItem('theme', choice);
      apply();
      changed();
    });
  }
  system.addEventListener('change', () => {
    apply();
    changed();
  });
  apply();
}

/**
 * A colour of the style sheet as it is right now.
 *
 * @param {string} name without the leading dashes
 * @returns {string}
 */
export function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
