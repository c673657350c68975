// The public surface of @tiemchung/signing/signer. Written by `node tools/run.mjs surface --write`.

export function algorithmFor(spki: Uint8Array, wanted?: SignatureAlgorithm, rsa?: SignatureAlgorithm): SignatureAlgorithm;

export function askSecret(ask: () => MaybePromise<string>): Promise<string>;

export function orderChain(own: Uint8Array, pool: readonly Uint8Array[]): readonly Uint8Array[];

export function passwordForms(password: string): readonly string[];
