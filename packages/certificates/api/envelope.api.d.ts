// The public surface of @tiemchung/certificates/envelope. Written by `node tools/run.mjs surface --write`.

export const defaultLimits: EnvelopeLimits;

export const envelopeTolerances: readonly [
    "line-end",
    "uncompressed",
    "indefinite-lengths",
    "long-forms",
    "untagged",
    "cwt-tag"
];

export function decodeBase45(text: string): Uint8Array;

export function decodeCbor(bytes: Uint8Array, options?: CborOptions): CborValue;

export function decodeCertificate(text: string, options?: DecodeOptions): DecodedCertificate;

export function decodeCoseSign1(bytes: Uint8Array, options?: DecodeOptions): DecodedCose;

export function encodeBase45(bytes: Uint8Array): string;

export function encodeCbor(value: CborValue): Uint8Array;

export function encodeCertificate(unsigned: Pick<UnsignedCertificate, 'payload' | 'protectedHeader'>, signature: Uint8Array): EncodedCertificate;

export function prepareCertificate(content: CertificateContent): UnsignedCertificate;

export interface CertificateContent {
    readonly algorithm: number;
    readonly keyId: Uint8Array;
    readonly issuer: string;
    readonly issuedAt: number;
    readonly expiresAt: number;
    readonly payload: JsonObject;
}

export interface CertificateHeader {
    readonly algorithm: Placed<number> | undefined;
    readonly keyId: Placed<Uint8Array> | undefined;
    readonly critical: boolean;
}

export interface DecodeOptions {
    readonly tolerances?: readonly string[];
    readonly limits?: Partial<EnvelopeLimits>;
}

export interface DecodedCertificate {
    readonly header: CertificateHeader;
    readonly unverified: UnverifiedClaims;
    readonly bytes: {
        readonly cose: Uint8Array;
        readonly protectedHeader: Uint8Array;
        readonly payload: Uint8Array;
        readonly signature: Uint8Array;
    };
    readonly tolerances: readonly EnvelopeTolerance[];
}

export interface DecodedCose {
    readonly header: CertificateHeader;
    readonly bytes: {
        readonly protectedHeader: Uint8Array;
        readonly payload: Uint8Array;
        readonly signature: Uint8Array;
    };
    readonly toBeSigned: Uint8Array;
    readonly tolerances: readonly EnvelopeTolerance[];
}

export interface EncodedCertificate {
    readonly text: string;
    readonly cose: Uint8Array;
}

export interface EnvelopeLimits {
    readonly textLength: number;
    readonly inflatedBytes: number;
    readonly cborDepth: number;
    readonly cborItems: number;
}

export interface Placed<Value> {
    readonly value: Value;
    readonly place: HeaderPlace;
}

export interface UnsignedCertificate {
    readonly protectedHeader: Uint8Array;
    readonly payload: Uint8Array;
    readonly toBeSigned: Uint8Array;
}

export interface UnverifiedClaims {
    readonly issuer?: string;
    readonly issuedAt?: number;
    readonly notBefore?: number;
    readonly expiresAt?: number;
    readonly payload: JsonObject;
}

export type EnvelopeTolerance = (typeof envelopeTolerances)[number];

export type HeaderPlace = 'protected' | 'unprotected';

export type JsonObject = {
    readonly [key: string]: JsonValue | undefined;
};

export { CborFloat } from 'core'

export { CborKey } from 'core'

export { CborMap } from 'core'

export { CborOptions } from 'core'

export { CborSimple } from 'core'

export { CborTag } from 'core'

export { CborValue } from 'core'

export { typedThroughInputMethod } from 'core'
