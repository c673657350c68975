// The public surface of @tiemchung/core/durable-file. Written by `node tools/run.mjs surface --write`.

export const systemFiles: FileOperations;

export function appendWhole(file: OpenFile, bytes: Uint8Array): Promise<void>;

export function openSound(path: string, soundOctets: (bytes: Uint8Array) => number, files?: FileOperations): Promise<{
    readonly file: OpenFile;
    readonly bytes: Uint8Array;
}>;

export function replaceFile(path: string, parts: Iterable<Uint8Array>, files?: FileOperations): Promise<void>;

export interface FileOperations {
    makeFolder(path: string): Promise<void>;
    read(path: string): Promise<Uint8Array>;
    open(path: string, how: 'fresh' | 'kept'): Promise<OpenFile>;
    rename(from: string, to: string): Promise<void>;
    flushFolder(path: string): Promise<void>;
    lock(path: string): Promise<(() => Promise<void>) | undefined>;
}

export interface OpenFile {
    size(): Promise<number>;
    write(bytes: Uint8Array, at: number): Promise<void>;
    flush(): Promise<void>;
    truncate(size: number): Promise<void>;
    close(): Promise<void>;
}
