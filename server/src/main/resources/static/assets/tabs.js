// @ts-check

/**
 * Lets arrow keys move between the tabs of a list; Enter and Space open the one in focus.
 *
 * @param {HTMLElement} root
 */
export function wireTabs(root) {
  for (const list of root.querySelectorAll('[data-tabs]:not([data-wired])')) {
    if (list instanceof HTMLElement) {
      list.dataset.wired = '1';
      // Below each other on a desk, beside each other where there is little room.
      list.setAttribute('aria-orientation', getComputedStyle(list).gridAutoFlow.startsWith('column') ? 'horizontal' : 'vertical');
      for (const tab of tabsOf(list)) {
        tab.tabIndex = tab.getAttribute('aria-selected') === 'true' ? 0 : -1;
      }
      list.addEventListener('keydown', (event) => move(list, event));
      const chosen = tabsOf(list).find((tab) => tab.tabIndex === 0);
      if (chosen) {
        // Where tabs scroll, the chosen one is in sight.
        list.scrollTo(chosen.offsetLeft - list.offsetLeft, chosen.offsetTop - list.offsetTop - list.clientHeight / 2);
      }
    }
  }
}

/** @param {HTMLElement} list */
function tabsOf(list) {
  return /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role=tab]')]);
}

/**
 * @param {HTMLElement} list
 * @param {KeyboardEvent} event
 */
function move(list, event) {
  if (event.key === ' ' && event.target instanceof HTMLElement) {
    event.preventDefault();
    event.target.click();
    return;
  }
  const tabs = tabsOf(list);
  const at = tabs.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const steps = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
  const next = steps[/** @type {keyof typeof steps} */ (event.key)];
  if (at < 0 || next === undefined) {
    return;
  }
  event.preventDefault();
  tabs[(next + tabs.length) % tabs.length].focus();
}
