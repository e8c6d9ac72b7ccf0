// @ts-check
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** @param {number} value */
export function whole(value) {
  return WHOLE.format(value);
}

const SHORT = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });

/**
 * A number for a place too small for all its digits; exact up to four of them.
 *
 * @param {number} value
 * @returns {string} for example 12.5K
 */
export function brief(value) {
  return value < 10_000 ? WHOLE.format(value) : SHORT.format(value);
}

/**
 * A duration as people say it; the same rules as on the server.
 *
 * @param {number} hours
 * @returns {string} for example 2 h 15 min
 */
export function duration(hours) {
  if (hours < 0) {
    return `−${duration(-hours)}`;
  }
  const minutes = Math.round(hours * 60);
  if (minutes === 0 && hours > 0) {
    return 'under 1 min';
  }
  if (minutes < 60) {
    return `${minutes} min`;
  }
  if (minutes < 48 * 60) {
    const rest = minutes % 60;
    return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
  }
  return `${TENTHS.format(hours / 24)} days`;
}

/**
 * A time of day from hours with fraction.
 *
 * @param {number} hours 0 to 24
 * @returns {string} for example 15:30
 */
export function clock(hours) {
  const minutes = Math.min(Math.floor(hours * 60), 24 * 60 - 1);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/**
 * Puts values into a sentence.
 *
 * @param {string} pattern with names in square brackets
 * @param {Record<string, string>} values
 */
export function sentence(pattern, values) {
  return pattern.replace(/\[(\w+)\]/g, (all, name) => values[name] ?? all);
}
