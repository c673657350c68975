// The public surface of @tiemchung/certificates/qr. Written by `node tools/run.mjs surface --write`.

export function certificateSvg(print: CertificatePrint): string;

export function qrPng(text: string, options?: QrPngOptions): Uint8Array;

export function qrSvg(text: string, options?: QrOptions): string;

export interface CertificateFields {
    readonly fullName: string;
    readonly birthDate: string;
    readonly nationality: string;
    readonly disease: string;
    readonly dosesReceived: number;
    readonly vaccinationDate: string;
    readonly doseNumber: number;
    readonly vaccine: string;
    readonly product: string;
    readonly manufacturer: string;
    readonly certificateId: string;
}

export interface CertificatePrint {
    readonly text: string;
    readonly fields: CertificateFields;
    readonly issuer?: string;
    readonly qr?: QrOptions;
}

export type QrOptions = {
    readonly errorCorrection: 'M';
    readonly because: string;
} | {
    readonly errorCorrection?: 'Q';
};

export type QrPngOptions = QrOptions & {
    readonly scale?: number;
};
