// The public surface of tiemchung. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"cli.empty" | "cli.file" | "cli.json" | "cli.not-utf8" | "cli.use" | "cli.write" | "cli.x509-kind", _tiemchung_core.CatalogueEntry>>;

export function codeOf(verdict: 'indeterminate' | 'invalid' | 'valid'): ExitCode;

export function run(args: readonly string[], io: Io): Promise<ExitCode>;

export function worst(codes: readonly ExitCode[]): ExitCode;

export interface Io {
    out(text: string): void;
    say(text: string): void;
    open(path: string): AsyncIterable<Uint8Array>;
    stdin(): AsyncIterable<Uint8Array>;
    writeFile(path: string, bytes: Uint8Array): Promise<void>;
    readonly clock: Clock;
    readonly version: string;
}

export type ExitCode = 0 | 1 | 2 | 64 | 65 | 70;
