// The public surface of @tiemchung/clinic/store/suite. Written by `node tools/run.mjs surface --write`.

export class StoreFault extends Error {
    readonly name = "StoreFault";
}

export const storeSuite: readonly StoreCase[];

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

export interface Store {
    all(collection: string): Promise<readonly StoredDocument[]>;
    unreadable?(collections: readonly string[]): Promise<number>;
    get(collection: string, id: string): Promise<JsonValue | undefined>;
    write(changes: readonly Change[], expected?: readonly Expected[]): Promise<void>;
    hold(name: string): Promise<(() => Promise<void>) | undefined>;
    close(): Promise<void>;
}

export interface StoreCase {
    readonly name: string;
    readonly fits: (place: StoreKind) => boolean;
    run(place: StorePlace): Promise<void>;
}

export interface StorePlace {
    open(): Promise<Store>;
    readonly isKept: boolean;
    readonly isShared: boolean;
    readonly spoil?: ((collection: string, id: string) => Promise<void>) | undefined;
}

export interface StoredDocument {
    readonly id: string;
    readonly value: JsonValue;
}

export type StoreKind = Pick<StorePlace, 'isKept' | 'isShared'> & {
    readonly spoil?: StorePlace['spoil'];
};
