export const NODE_NEEDED: string;
export function isAtLeast(have: string, needed: string): boolean;
export function nodeComplaint(have: string): string | null;
