// The public surface of @tiemchung/x509/peculiar. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"x509.certificate.extension" | "x509.certificate.extension-duplicate" | "x509.certificate.name" | "x509.certificate.serial" | "x509.certificate.version" | "x509.cms.attributes" | "x509.cms.content" | "x509.cms.digest-algorithm" | "x509.cms.signer" | "x509.cms.signing-certificate" | "x509.cms.type" | "x509.cms.version" | "x509.crl.entries" | "x509.crl.version" | "x509.der.bit-string" | "x509.der.boolean" | "x509.der.default" | "x509.der.depth" | "x509.der.integer" | "x509.der.length" | "x509.der.oid" | "x509.der.order" | "x509.der.size" | "x509.der.tag" | "x509.der.text" | "x509.der.time" | "x509.der.trailing" | "x509.der.truncated" | "x509.ocsp.nonce" | "x509.ocsp.responder" | "x509.ocsp.status" | "x509.ocsp.type" | "x509.ocsp.version" | "x509.path.instant" | "x509.peculiar.missing" | "x509.signature.ecdsa" | "x509.timestamp.accuracy" | "x509.timestamp.content" | "x509.timestamp.request" | "x509.timestamp.signers" | "x509.timestamp.status" | "x509.timestamp.version", _tiemchung_core.CatalogueEntry>>;

export function peculiarCrypto(load?: () => Promise<PeculiarModule>): Promise<CryptoProvider>;

export interface PeculiarModule {
    readonly Crypto: new () => {
        readonly subtle: unknown;
    };
}
