// The public surface of @tiemchung/clinic/store/file. Written by `node tools/run.mjs surface --write`.

export function fileStore(folder: string, options?: FileStoreOptions): Promise<FileStore>;

export interface Change {
    readonly collection: string;
    readonly id: string;
    readonly value: JsonValue;
}

export interface Expected {
    readonly collection: string;
    readonly id: string;
    readonly value: JsonValue | undefined;
}

export interface FileStore extends Store {
    readonly issues: readonly Issue[];
}

export interface FileStoreOptions {
    readonly salvage?: boolean;
    readonly ahead?: number;
    readonly files?: FileOperations;
    readonly random?: RandomSource;
}

export interface Store {
    all(collection: string): Promise<readonly StoredDocument[]>;
    unreadable?(collections: readonly string[]): Promise<number>;
    get(collection: string, id: string): Promise<JsonValue | undefined>;
    write(changes: readonly Change[], expected?: readonly Expected[]): Promise<void>;
    hold(name: string): Promise<(() => Promise<void>) | undefined>;
    close(): Promise<void>;
}

export interface StoredDocument {
    readonly id: string;
    readonly value: JsonValue;
}
