/** Letters of Chinese and its full-width signs. */
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60“”‘’…]/;

/**
 * About how wide a label is, in its font size: 1 for a Chinese letter or sign, 0.6 for any other.
 * Rather too wide than too narrow, so that labels laid out by it do not touch.
 */
export function textWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (WIDE.test(letter) ? 1 : 0.6), 0);
}
