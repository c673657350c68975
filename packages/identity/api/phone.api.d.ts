// The public surface of @tiemchung/identity/phone. Written by `node tools/run.mjs surface --write`.

export function readPhone(text: string, country?: string): PhoneReading;

export type PhoneReading = {
    readonly status: 'read';
    readonly e164: string;
    readonly national: string;
    readonly country?: string;
    readonly kind: 'fixed' | 'mobile' | 'unknown';
} | {
    readonly status: 'refused';
    readonly issue: Issue;
    readonly offered: readonly string[];
};
