// The public surface of @tiemchung/clinic/store/encrypted. Written by `node tools/run.mjs surface --write`.

export function encryptedStore(store: Store, options: EncryptedStoreOptions): Promise<EncryptedStore>;

export interface Change {
    readonly collection: string;
    readonly id: string;
    readonly value: JsonValue;
}

export interface EncryptedStore extends Store {
    renew(collections: readonly string[]): Promise<number>;
}

export interface EncryptedStoreOptions extends LeavingOut {
    readonly keys: readonly StoreKey[];
    readonly name: string;
    readonly plain?: 'accept' | 'refuse';
    readonly random?: RandomSource;
    readonly aead?: Aead;
}

export interface Expected {
    readonly collection: string;
    readonly id: string;
    readonly value: JsonValue | undefined;
}

export interface Store {
    all(collection: string): Promise<readonly StoredDocument[]>;
    unreadable?(collections: readonly string[]): Promise<number>;
    get(collection: string, id: string): Promise<JsonValue | undefined>;
    write(changes: readonly Change[], expected?: readonly Expected[]): Promise<void>;
    hold(name: string): Promise<(() => Promise<void>) | undefined>;
    close(): Promise<void>;
}

export interface StoreKey {
    readonly id: string;
    readonly key: AeadKey | Uint8Array;
}

export interface StoredDocument {
    readonly id: string;
    readonly value: JsonValue;
}

export { Aead } from 'core'

export { AeadKey } from 'core'

// Named above, but not exported.

interface LeavingOut {
    readonly onIssue?: (issue: Issue) => void;
}
