export const ROOT: string;
export function isInstalled(root: string): boolean;
