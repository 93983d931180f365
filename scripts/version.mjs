/**
 * The Node this needs. Old ones must be able to read this file, `start.mjs` and `test.mjs`, to say
 * it in a sentence and not in a stack: so no syntax here that Node 12 lacks, and whatever else is
 * needed is imported after the check.
 */

export const NODE_NEEDED = '20.19.0';

/**
 * Whether version `have` ('v20.19.1', '22.0.0-nightly') is at least `needed`.
 * @param {string} have
 * @param {string} needed
 */
export function isAtLeast(have, needed) {
  const parts = (version) => version.replace(/^v/, '').split(/[.+-]/).slice(0, 3).map(Number);
  const a = parts(have);
  const b = parts(needed);
  for (let i = 0; i < 3; i += 1) {
    const left = a[i] || 0;
    const right = b[i] || 0;
    if (left !== right) return left > right;
  }
  return true;
}

/**
 * The sentence for a Node that is too old, or null.
 * @param {string} have
 */
export function nodeComplaint(have) {
  if (isAtLeast(have, NODE_NEEDED)) return null;
  return `Fanshi needs Node 20.19 or later and this is Node ${have.replace(/^v/, '')}: install a newer one and try again.`;
}

/** Ends the process with a sentence where Node is too old. */
export function checkNode() {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint === null) return;
  console.error(complaint);
  process.exit(1);
}
