// The public surface of @tiemchung/signer-pkcs12. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"signing.pkcs12.integrity" | "signing.pkcs12.legacy" | "signing.pkcs12.mac-rounds" | "signing.pkcs12.malformed" | "signing.pkcs12.no-certificate" | "signing.pkcs12.no-key" | "signing.pkcs12.no-mac" | "signing.pkcs12.open-key" | "signing.pkcs12.pair" | "signing.pkcs12.several" | "signing.pkcs12.unsupported", _tiemchung_core.CatalogueEntry>>;

export function openPkcs12(options: Pkcs12Options): Promise<Pkcs12Signer>;

export interface Pkcs12Options {
    readonly file: Uint8Array;
    readonly password: () => MaybePromise<string>;
    readonly algorithm?: SignatureAlgorithm;
    readonly certificate?: string;
    readonly weak?: 'refuse' | 'warn';
}

export interface Pkcs12Signer extends Signer {
    readonly warnings: readonly Issue[];
}

export { Issue } from 'core'

export { SignOptions } from 'core'

export { SignatureAlgorithm } from 'core'

export { Signer } from 'core'
