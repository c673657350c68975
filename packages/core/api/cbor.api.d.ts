// The public surface of @tiemchung/core/cbor. Written by `node tools/run.mjs surface --write`.

export class CborFloat {
    readonly value: number;
    constructor(value: number);
}

export class CborSimple {
    readonly value: number;
    constructor(value: number);
}

export class CborTag {
    readonly tag: bigint | number;
    readonly value: CborValue;
    constructor(tag: bigint | number, value: CborValue);
}

export function decodeCbor(bytes: Uint8Array, options?: CborOptions): CborValue;

export function decodeDeterministicCbor(bytes: Uint8Array, limits?: CborLimits): CborValue;

export function encodeCbor(value: CborValue): Uint8Array;

export function isCborMap(value: CborValue): value is CborMap;

export function readCbor(bytes: Uint8Array, options: CborOptions, refuse: RefuseCbor): CborReading;

export function writeCbor(value: CborValue, refuse: RefuseValue): Uint8Array;

export interface CborOptions {
    readonly maxDepth?: number;
    readonly maxItems?: number;
    readonly indefiniteLengths?: boolean;
    readonly longForms?: boolean;
}

export interface CborReading {
    readonly value: CborValue;
    readonly indefiniteLengths: boolean;
    readonly longForms: boolean;
}

export type CborFault = 'depth' | 'duplicate-key' | 'indefinite' | 'items' | 'key' | 'long-form' | 'malformed' | 'trailing' | 'truncated' | 'utf8';

export type CborKey = bigint | number | string;

export type CborLimits = Pick<CborOptions, 'maxDepth' | 'maxItems'>;

export type CborMap = ReadonlyMap<CborKey, CborValue>;

export type CborValue = CborFloat | CborMap | CborSimple | CborTag | Uint8Array | bigint | boolean | null | number | readonly CborValue[] | string | undefined;

export type RefuseCbor = (why: CborFault) => never;

export type RefuseValue = () => never;
