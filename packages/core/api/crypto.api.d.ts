// The public surface of @tiemchung/core/crypto. Written by `node tools/run.mjs surface --write`.

export const schemeOf: Readonly<Record<SignatureAlgorithm, SignatureScheme>>;

export const systemCrypto: CryptoProvider;

export function after<Value, Result>(value: MaybePromise<Value>, next: (value: Value) => MaybePromise<Result>): MaybePromise<Result>;

export function besideOthers(crypto: CryptoProvider): CryptoProvider;

export function isPending<Value>(value: MaybePromise<Value>): value is Promise<Value>;

export function jwkMisuse({ use, key_ops: operations, alg }: Readonly<Record<string, unknown>>, algorithms: readonly string[]): JwkMisuse | undefined;

export function keyKindOf(spki: Uint8Array): KeyKind;

export function readJwk(jwk: unknown): JwkReading;

export function someInTurn<Item>(items: readonly Item[], takes: (item: Item) => MaybePromise<boolean>, from?: number): MaybePromise<boolean>;

export function systemAead(): Aead;

export function webCryptoAead(subtle: AeadSubtleLike): Aead;

export function webCryptoProvider(subtle: SubtleLike): CryptoProvider;

export interface Aead {
    importKey(octets: Uint8Array): Promise<AeadKey>;
    seal(key: AeadKey, nonce: Uint8Array, data: Uint8Array, associated: Uint8Array): Promise<Uint8Array>;
    open(key: AeadKey, nonce: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Promise<Uint8Array | undefined>;
}

export interface AeadKey {
    readonly type: string;
    readonly extractable: boolean;
}

export interface AeadSubtleLike {
    importKey(format: 'raw', data: Bytes, algorithm: {
        readonly name: string;
    }, extractable: boolean, usages: ('decrypt' | 'encrypt')[]): Promise<unknown>;
    encrypt(parameters: GcmParameters, key: unknown, data: Bytes): Promise<ArrayBuffer>;
    decrypt(parameters: GcmParameters, key: unknown, data: Bytes): Promise<ArrayBuffer>;
}

export interface CryptoProvider {
    digest(hash: HashName, data: Uint8Array): MaybePromise<Uint8Array>;
    importPublicKey(spki: Uint8Array): MaybePromise<PublicKey>;
    verify(scheme: SignatureScheme, key: PublicKey, signature: Uint8Array, data: Uint8Array): MaybePromise<boolean>;
    verifyBeside?(scheme: SignatureScheme, key: PublicKey, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
}

export interface PublicKey {
    readonly kind: KeyKind;
    readonly spki: Uint8Array;
    readonly handle: unknown;
}

export interface SignOptions {
    readonly signal?: AbortSignalLike;
    readonly request?: string;
    readonly onEvent?: (event: SigningEvent) => void;
}

export interface Signer {
    readonly algorithm: SignatureAlgorithm;
    readonly chain: readonly Uint8Array[];
    readonly limit?: number;
    sign(data: Uint8Array, options?: SignOptions): Promise<Uint8Array>;
    signMany?(data: readonly Uint8Array[], options?: SignOptions): Promise<readonly Uint8Array[]>;
    signHashes?(hashes: readonly Uint8Array[], options?: SignOptions): Promise<readonly Uint8Array[]>;
}

export interface SubtleLike {
    digest(algorithm: string, data: Bytes): Promise<ArrayBuffer>;
    importKey(format: 'spki', data: Bytes, algorithm: {
        readonly name: string;
    }, extractable: boolean, usages: 'verify'[]): Promise<unknown>;
    verify(algorithm: {
        readonly name: string;
    }, key: unknown, signature: Bytes, data: Bytes): Promise<boolean>;
}

export type CurveName = 'P-256' | 'P-384' | 'P-521';

export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

export type JwkMisuse = 'key-algorithm' | 'key-operations' | 'key-use';

export type JwkReading = {
    readonly refused: 'key' | 'key-not-public';
} | {
    readonly spki: Uint8Array;
};

export type KeyKind = {
    readonly type: 'ec';
    readonly curve: CurveName;
} | {
    readonly type: 'ed25519';
} | {
    readonly type: 'rsa';
    readonly modulusBits: number;
};

export type MaybePromise<Value> = Promise<Value> | Value;

export type SignatureAlgorithm = 'ES256' | 'ES384' | 'ES512' | 'EdDSA' | 'PS256' | 'PS384' | 'PS512' | 'RS256' | 'RS384' | 'RS512';

export type SignatureScheme = {
    readonly name: 'ECDSA';
    readonly hash: HashName;
} | {
    readonly name: 'Ed25519';
} | {
    readonly name: 'RSA-PSS';
    readonly hash: HashName;
    readonly saltLength: number;
} | {
    readonly name: 'RSASSA-PKCS1-v1_5';
    readonly hash: HashName;
};

export type SigningEvent = {
    readonly kind: 'confirmed';
    readonly request: string;
} | {
    readonly kind: 'waiting';
    readonly request: string;
    readonly until?: Date;
};

// Named above, but not exported.

interface AbortSignalLike {
    readonly aborted: boolean;
    readonly reason: unknown;
    addEventListener(type: 'abort', listener: () => void, options?: {
        once?: boolean;
    }): void;
    removeEventListener(type: 'abort', listener: () => void): void;
}

interface GcmParameters {
    readonly name: 'AES-GCM';
    readonly iv: Bytes;
    readonly additionalData: Bytes;
}

type Bytes = ArrayBuffer | ArrayBufferView;

type Bytes = ArrayBuffer | ArrayBufferView;
