// @ts-check
// Runs before the first paint: without it a dark page would flash light.
(function () {
  const root = document.documentElement;
  root.classList.add('js');
  const chosen = localStorage.getItem('theme');
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.bsTheme = dark ? 'dark' : 'light';
})();
