/** TeX to MathML, as a tree that the sanitiser still has to pass. */
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import temml from 'temml';

/** The formula as MathML, or the reason why it cannot be set. */
export function mathsToTree(tex: string): ElementContent[] | { readonly reason: string } {
  try {
    const html = temml.renderToString(tex, {
      throwOnError: true,
      trust: false,
      annotate: false,
      maxExpand: 200,
      maxSize: [10, 10],
    });
    return fromHtml(html, { fragment: true }).children as ElementContent[];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { reason: reason.trim().split('\n')[0] ?? '' };
  }
}
