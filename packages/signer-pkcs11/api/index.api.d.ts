// The public surface of @tiemchung/signer-pkcs11. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"signing.library" | "signing.native-missing" | "signing.pin" | "signing.pin-change" | "signing.pin-last-try" | "signing.pin-locked" | "signing.pin-unset" | "signing.token-absent" | "signing.token-certificate" | "signing.token-choice" | "signing.token-closed" | "signing.token-gone" | "signing.token-key" | "signing.token-label" | "signing.token-read-only", _tiemchung_core.CatalogueEntry>>;

export function listTokens(options: {
    readonly library: string;
}): Promise<readonly TokenInfo[]>;

export function openToken(options: TokenOptions): Promise<Token>;

export interface GenerateKeyOptions {
    readonly algorithm: Exclude<SignatureAlgorithm, 'EdDSA'>;
    readonly label: string;
    readonly modulusLength?: number;
}

export interface GeneratedKey extends StoredKey {
    readonly spki: Uint8Array;
}

export interface ImportOptions {
    readonly certificate: Uint8Array;
    readonly chain?: readonly Uint8Array[];
    readonly label?: string;
}

export interface KeyChoice {
    readonly id?: string;
    readonly label?: string;
}

export interface PinState {
    readonly set: boolean;
    readonly countLow: boolean;
    readonly lastTry: boolean;
    readonly locked: boolean;
    readonly toBeChanged: boolean;
}

export interface RequestOptions {
    readonly key?: KeyChoice;
    readonly subject: SubjectName;
    readonly algorithm?: SignatureAlgorithm;
}

export interface StoredKey {
    readonly id: string;
    readonly label: string;
}

export interface Token extends AsyncDisposable {
    readonly info: TokenInfo;
    listKeys(): Promise<readonly TokenKey[]>;
    generateKey(options: GenerateKeyOptions): Promise<GeneratedKey>;
    createRequest(options: RequestOptions): Promise<Uint8Array>;
    importCertificate(options: ImportOptions): Promise<void>;
    signer(options?: TokenSignerOptions): Promise<Signer>;
    close(): Promise<void>;
}

export interface TokenCertificate extends CertificateSummary {
    readonly der: Uint8Array;
}

export interface TokenChoice {
    readonly serial?: string;
    readonly label?: string;
    readonly slot?: number;
}

export interface TokenInfo {
    readonly slot: number;
    readonly label: string;
    readonly serial: string;
    readonly model: string;
    readonly manufacturer: string;
    readonly reader: string;
    readonly loginRequired: boolean;
    readonly ownKeypad: boolean;
    readonly writeProtected: boolean;
    readonly pin: PinState;
}

export interface TokenKey extends StoredKey {
    readonly kind: KeyKind | undefined;
    readonly certificates: readonly TokenCertificate[];
}

export interface TokenOptions extends TokenChoice {
    readonly library: string;
    readonly pin: () => MaybePromise<string>;
    readonly write?: boolean;
    readonly lastTry?: boolean;
}

export interface TokenSignerOptions {
    readonly key?: KeyChoice;
    readonly certificate?: string;
    readonly chain?: readonly Uint8Array[];
    readonly algorithm?: SignatureAlgorithm;
}

export { CertificateSummary } from 'x509'

export { KeyKind } from 'core'

export { MaybePromise } from 'core'

export { SignOptions } from 'core'

export { SignatureAlgorithm } from 'core'

export { Signer } from 'core'

export { SubjectName } from 'x509'
