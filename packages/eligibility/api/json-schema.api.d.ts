// The public surface of @tiemchung/eligibility/json-schema. Written by `node tools/run.mjs surface --write`.

export function eligibilityPolicyJsonSchema(): Record<string, unknown>;
