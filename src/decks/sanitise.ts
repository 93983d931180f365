/**
 * The only tags and attributes a card may hold. An allowlist: blocklists failed every app that
 * tried one (Anki CVE-2024-26020, Joplin CVE-2024-40643).
 */
import type { Nodes, Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';

const PROSE = ['p', 'strong', 'em', 'code', 'pre', 'ul', 'ol', 'li', 'br', 'blockquote', 'a'];

const MATHS = (
  'math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover ' +
  'munderover mtable mtr mtd mpadded mphantom mstyle mmultiscripts mprescripts'
).split(' ');

const MATHS_ATTRIBUTES = (
  'accent accentunder columnspan depth display displaystyle fence form height largeop ' +
  'linethickness lspace mathvariant maxsize minsize movablelimits rowspan rspace ' +
  'scriptlevel separator stretchy symmetric voffset width'
).split(' ');

/** Names of every tag that can leave this room. */
export const ALLOWED_TAGS: ReadonlySet<string> = new Set([...PROSE, ...MATHS, 'span', 'wbr']);

const schema: Schema = {
  tagNames: [...ALLOWED_TAGS],
  attributes: {
    a: ['href', ['rel', 'noopener', 'noreferrer'], ['target', '_blank']],
    span: [['className', 'gap']],
    strong: [['className', 'filled']],
    ol: [['start', /^\d{1,6}$/]],
    ...Object.fromEntries(
      MATHS.map((tag) => [
        tag,
        MATHS_ATTRIBUTES.map((name): [string, RegExp] => [name, /^[\w.%+-]*$/]),
      ]),
    ),
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style', 'template', 'annotation', 'annotation-xml'],
  ancestors: {},
  required: {},
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};

/** `tree` with nothing in it but what the allowlist names. */
export function sanitise(tree: Root): Root {
  const clean: Nodes = sanitize(tree, schema);
  return clean.type === 'root'
    ? clean
    : { type: 'root', children: clean.type === 'doctype' ? [] : [clean] };
}

/** The address as a browser reads it, or undefined unless it is http, https or mailto. */
export function safeAddress(address: string): string | undefined {
  // A browser drops control characters, so `java\nscript:` must be judged as it would be read.
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}
