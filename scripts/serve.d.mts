export interface Server {
  readonly port: number;
  readonly close: () => Promise<void>;
}
export function fileOf(path: string, base: string): string | null;
export function serve(options: {
  folder: () => string;
  port: number;
  base?: string;
}): Promise<Server | null>;
