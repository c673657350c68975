// The public surface of tiemchung. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"cli.certificate-time" | "cli.column-map" | "cli.country" | "cli.day.expected" | "cli.day.unknown" | "cli.empty" | "cli.feedback-item" | "cli.file" | "cli.in-use" | "cli.json" | "cli.ndjson" | "cli.no-code" | "cli.no-heading" | "cli.no-match" | "cli.no-password" | "cli.no-pdftoppm" | "cli.not-pinned" | "cli.not-utf8" | "cli.pdf" | "cli.pin-kind" | "cli.progress-missing" | "cli.signature-kind" | "cli.state" | "cli.too-large" | "cli.trust-kind" | "cli.update-kind" | "cli.use" | "cli.write" | "cli.x509-kind", _tiemchung_core.CatalogueEntry>>;

export function codeOf(verdict: 'indeterminate' | 'invalid' | 'valid'): ExitCode;

export function run(args: readonly string[], io: Io): Promise<ExitCode>;

export function worst(codes: readonly ExitCode[]): ExitCode;

export interface Io {
    out(text: string): void;
    say(text: string): void;
    open(path: string): AsyncIterable<Uint8Array>;
    stdin(): AsyncIterable<Uint8Array>;
    writeFile(path: string, bytes: Uint8Array): Promise<void>;
    makeFolder(path: string): Promise<void>;
    openLines(path: string): Promise<LineFile | undefined>;
    openStore(folder: string): Promise<Store>;
    secret(source: SecretSource): Promise<string | undefined>;
    list(folder: string): Promise<readonly FolderEntry[]>;
    runProgram(name: string, args: readonly string[], input: Uint8Array): Promise<Uint8Array | undefined>;
    readonly terminal: Terminal;
    readonly windows: boolean;
    readonly stateFolder: string;
    readonly fetch?: FetchLike;
    readonly clock: Clock;
    readonly version: string;
}

export interface LineFile {
    readonly lines: readonly string[];
    append(line: string): Promise<void>;
    close(): Promise<void>;
}

export type ExitCode = 0 | 1 | 2 | 64 | 65 | 70;

export type SecretSource = {
    readonly descriptor: number;
} | {
    readonly question: string;
} | {
    readonly variable: string;
};

// Named above, but not exported.

interface FolderEntry {
    readonly name: string;
    readonly isFolder: boolean;
}

interface Terminal {
    readonly colour: boolean;
    readonly progress?: (line: string) => void;
}
