// @ts-check

/** Fields that do not belong into an address where nobody filled them in. */
const EMPTY_IS_ABSENT = ['from', 'to', 'q', 'name', 'search', 'weight'];

/** Folding menu and filter sheet, popovers that close, and the choices inside the filter bar. */
export function wireChrome() {
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      closePopovers(null, true);
    }
  });
  document.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLInputElement && 'selects' in event.target.dataset) {
      event.target.select();
    }
  });
  document.addEventListener('submit', (event) => dropEmptyFields(event.target), true);
  document.body.addEventListener('htmx:configRequest', (event) => {
    const { parameters, headers } = /** @type {CustomEvent} */ (event).detail;
    const proof = document.querySelector('meta[name="csrf-token"]');
    if (proof instanceof HTMLMetaElement) {
      headers['X-CSRF-TOKEN'] = proof.content;
    }
    for (const name of EMPTY_IS_ABSENT) {
      const values = [parameters[name]].flat().filter((value) => value !== undefined && value !== '');
      if (values.length === 0) {
        delete parameters[name];
      } else {
        parameters[name] = values.length === 1 ? values[0] : values;
      }
    }
  });
  for (const failure of ['htmx:responseError', 'htmx:sendError']) {
    document.body.addEventListener(failure, (event) => sayStuck(event.target));
  }
  const waiting = document.querySelector('[data-refresh]');
  if (waiting instanceof HTMLElement) {
    setTimeout(() => location.reload(), Number(waiting.dataset.refresh) * 1000);
  }
}

/** @param {MouseEvent} event */
function onClick(event) {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) {
    return;
  }
  const toggle = target.closest('[data-toggle]');
  if (toggle instanceof HTMLElement) {
    toggleClass(toggle);
    return;
  }
  if (target.closest('[data-opens-choices]')) {
    closePopovers(null, false);
    target.closest('.filters')?.querySelector('details.add')?.setAttribute('open', '');
    return;
  }
  if (target.closest('[data-closes-popover]') && target.closest('details')) {
    event.preventDefault();
    closePopovers(null, true);
    return;
  }
  closePopovers(target.closest('details[data-popover]'), false);
}

/** @param {HTMLElement} toggle opens the menu or the sheet of filters, closes it when open */
function toggleClass(toggle) {
  const name = `${toggle.dataset.toggle}-shown`;
  const open = document.body.classList.toggle(name);
  toggle.setAttribute('aria-expanded', String(open));
}

/**
 * @param {Element | null} except stays open
 * @param {boolean} focus whether the focus goes back to what opened the popover
 */
function closePopovers(except, focus) {
  for (const popover of document.querySelectorAll('details[data-popover][open]')) {
    if (popover !== except) {
      popover.removeAttribute('open');
      if (focus) {
        popover.querySelector('summary')?.focus();
      }
    }
  }
}

/**
 * Fields left empty do not belong into the address.
 *
 * @param {EventTarget | null} form
 */
function dropEmptyFields(form) {
  if (!(form instanceof HTMLFormElement) || form.method !== 'get') {
    return;
  }
  for (const field of form.elements) {
    const skipped = (field instanceof HTMLInputElement && field.type !== 'hidden') || field instanceof HTMLSelectElement;
    if (skipped && EMPTY_IS_ABSENT.includes(field.name) && field.value === '' && !form.hasAttribute('hx-get')) {
      field.disabled = true;
      setTimeout(() => { field.disabled = false; });
    }
  }
}

/**
 * What waits for its answer and gets none says so and offers to look again.
 *
 * @param {EventTarget | null} target
 */
function sayStuck(target) {
  if (target instanceof HTMLElement && 'waits' in target.dataset) {
    target.querySelector('progress')?.remove();
    for (const hidden of target.querySelectorAll('[data-stuck]')) {
      hidden.removeAttribute('hidden');
    }
    for (const link of target.querySelectorAll('.without-script')) {
      link.classList.remove('without-script');
    }
  }
}
