// @ts-check

/**
 * Sends a file with a bar that says how far it is, and takes files that are dropped. Without it the form works as forms do.
 *
 * @param {HTMLElement} part
 */
export function wireUploads(part) {
  for (const form of part.querySelectorAll('form[data-upload]')) {
    if (form instanceof HTMLFormElement && !form.dataset.wired) {
      form.dataset.wired = '1';
      wireDrop(form);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        send(form);
      });
    }
  }
}

/**
 * Shows at once what an answer to the page's question changes. Without it the button for a preview does.
 *
 * @param {HTMLElement} part
 */
export function wireAnswers(part) {
  for (const field of part.querySelectorAll('select[data-answers]')) {
    if (field instanceof HTMLSelectElement && !field.dataset.wired) {
      field.dataset.wired = '1';
      field.addEventListener('change', () => field.form?.requestSubmit(field.form.querySelector('button[name=preview]')));
    }
  }
}

/** @param {HTMLFormElement} form */
function wireDrop(form) {
  const drop = form.querySelector('[data-drop]');
  const field = form.querySelector('input[type=file]');
  if (!(drop instanceof HTMLElement) || !(field instanceof HTMLInputElement)) {
    return;
  }
  for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop']) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', kind === 'dragenter' || kind === 'dragover');
    });
  }
  drop.addEventListener('drop', (event) => {
    const files = event.dataTransfer?.files;
    if (files && files.length > 0) {
      field.files = files;
      send(form);
    }
  });
}

/** @param {HTMLFormElement} form */
function send(form) {
  const request = new XMLHttpRequest();
  const box = form.querySelector('.upload-progress');
  const bar = form.querySelector('progress');
  const said = form.querySelector('[data-said]');
  const problem = form.querySelector('[data-problem]');
  const button = form.querySelector('button');
  const proof = document.querySelector('meta[name="csrf-token"]');
  const failed = (/** @type {unknown} */ why) => {
    box?.setAttribute('hidden', '');
    button?.removeAttribute('disabled');
    if (problem) {
      problem.removeAttribute('hidden');
      problem.textContent = typeof why === 'string' && why ? why : form.dataset.failed ?? '';
    }
  };
  request.upload.addEventListener('progress', (event) => {
    if (bar && said && event.lengthComputable) {
      const percent = Math.floor(100 * event.loaded / event.total);
      bar.value = percent;
      said.textContent = (form.dataset.progress ?? '').replace('{0}', String(percent));
    }
  });
  request.addEventListener('load', () => {
    if (request.status < 400 && request.responseURL.includes('/import/files/')) {
      location.assign(request.responseURL);
    } else {
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      failed(page.querySelector('main .problem:not([hidden])')?.textContent);
    }
  });
  request.addEventListener('error', failed);
  request.addEventListener('abort', failed);
  const file = form.querySelector('input[type=file]');
  const size = file instanceof HTMLInputElement ? file.files?.[0]?.size ?? 0 : 0;
  if (size > Number(form.dataset.largest)) {
    failed(form.dataset.tooLarge);
    return;
  }
  problem?.setAttribute('hidden', '');
  box?.removeAttribute('hidden');
  request.open('POST', form.action);
  if (proof instanceof HTMLMetaElement) {
    request.setRequestHeader('X-CSRF-TOKEN', proof.content);
  }
  request.send(new FormData(form));
  button?.setAttribute('disabled', '');
}
