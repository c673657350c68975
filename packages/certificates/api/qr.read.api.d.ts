// The public surface of @tiemchung/certificates/qr/read. Written by `node tools/run.mjs surface --write`.

export const defaultPictureLimits: PictureLimits;

export function readQrCodes(picture: Uint8Array, options?: QrReadOptions): Promise<readonly QrReading[]>;

export interface PictureLimits {
    readonly bytes: number;
    readonly pixels: number;
}

export interface QrCorner {
    readonly x: number;
    readonly y: number;
}

export interface QrReadOptions {
    readonly decoder?: Uint8Array;
    readonly limits?: Partial<PictureLimits>;
}

export interface QrReading {
    readonly text: string;
    readonly version: number;
    readonly errorCorrection: 'H' | 'L' | 'M' | 'Q';
    readonly alphanumeric: boolean;
    readonly position: readonly [
        QrCorner,
        QrCorner,
        QrCorner,
        QrCorner
    ];
}
