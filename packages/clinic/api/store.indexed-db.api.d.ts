// The public surface of @tiemchung/clinic/store/indexed-db. Written by `node tools/run.mjs surface --write`.

export function indexedDbStore(name: string, options?: IndexedDbStoreOptions): Promise<Store>;

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

export interface IndexedDbLike {
    open(name: string, version?: number): object;
}

export interface IndexedDbStoreOptions extends LeavingOut {
    readonly indexedDB?: IndexedDbLike;
    readonly locks?: WebLocksLike;
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

export interface WebLocksLike {
    request(name: string, options: never, callback: never): Promise<unknown>;
}

// Named above, but not exported.

interface LeavingOut {
    readonly onIssue?: (issue: Issue) => void;
}
