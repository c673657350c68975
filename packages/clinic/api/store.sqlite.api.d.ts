// The public surface of @tiemchung/clinic/store/sqlite. Written by `node tools/run.mjs surface --write`.

export function sqliteStore(handle: SqliteHandle, options?: SqliteStoreOptions): Store;

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

export interface SqliteHandle {
    exec(sql: string): unknown;
    prepare(sql: string): SqliteStatement;
    close(): unknown;
}

export interface SqliteStatement {
    run(...values: SqliteValue[]): unknown;
    get(...values: SqliteValue[]): unknown;
    all(...values: SqliteValue[]): unknown[];
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

export type SqliteStoreOptions = LeavingOut;

// Named above, but not exported.

interface LeavingOut {
    readonly onIssue?: (issue: Issue) => void;
}

type SqliteValue = null | number | string;
