// The public surface of @tiemchung/signer-remote/json-schema. Written by `node tools/run.mjs surface --write`.

export function providerProfileJsonSchema(): Record<string, unknown>;
